// SPDX-License-Identifier: MIT
// S10: a file of figures held against what stands, cell by cell, and written as one op. What stands is kept unless the person
// takes the file's; what is refused stands first, with its line and the reason.
#include "tui/scr_import.h"

#include <stdlib.h>
#include <string.h>

#include "core/entry_words.h"
#include "core/i18n.h"
#include "core/text.h"
#include "tui/list.h"
#include "tui/prompt.h"

#define TOP 3
#define BENEATH 7                // rows under the list: what is focused
#define WORDS 640

struct imported {
	struct app *app;
	char name[256];
	struct import *import;
	int *order;                  // rows as listed: differing, new, refused, same; empty ones are left out
	struct list list;
};
struct asked { struct import *import; const char *name; };

static const enum import_state shown[] = {IMPORT_DIFFERS, IMPORT_NEW, IMPORT_REFUSED, IMPORT_SAME};

static void fit(struct imported *s)
{
	list_resize(&s->list, s->list.len, s->app->rows - 2 - TOP - BENEATH);
}

static struct import_row *focused(const struct imported *s)
{
	return s->list.len > 0 ? &s->import->rows[s->order[s->list.focus]] : NULL;
}

static enum err import_open(void *state, struct app *app, const void *arg)
{
	struct imported *s = state;
	const struct asked *asked = arg;
	s->app = app;
	s->import = asked->import;
	text_format(s->name, sizeof s->name, "%s", asked->name);
	s->order = calloc((size_t)s->import->len + 1, sizeof *s->order);
	if (s->order == NULL)
		return err_set(ERR_MEMORY, "%s", _("no memory"));
	for (size_t k = 0; k < sizeof shown / sizeof shown[0]; k++)
		for (int i = 0; i < s->import->len; i++)
			if (s->import->rows[i].state == shown[k])
				s->order[s->list.len++] = i;
	fit(s);
	return s->app->paper->check(s->app->paper->ctx, s->import);
}

static enum err import_load(void *state)
{
	(void)state;
	return ERR_OK;               // what was read stays until it is written or dropped; the write finds out what moved
}

static void import_close(void *state)
{
	struct imported *s = state;
	s->app->paper->done(s->app->paper->ctx, s->import);
	free(s->order);
}

// ------------------------------------------------------------ drawing

static int to_write(const struct imported *s)
{
	int count = s->import->count[IMPORT_NEW];
	for (int i = 0; i < s->import->len; i++)
		count += s->import->rows[i].state == IMPORT_DIFFERS && s->import->rows[i].take;
	return count;
}

static const char *row_says(const struct import_row *row, char *out, size_t cap)
{
	static const char *const says[IMPORT_STATES] = {
		[IMPORT_NEW] = N_("new"), [IMPORT_DIFFERS] = N_("differs: what stands is kept"), [IMPORT_SAME] = N_("the same")};
	if (row->state == IMPORT_REFUSED)
		return text_format(out, cap, _("refused: %s"), row->why);
	if (row->finding != NULL)
		return row->hard ? _("wrong: see below") : _("check: see below");
	if (row->state == IMPORT_DIFFERS && row->take)
		return _("differs: the file's is taken");
	return _(says[row->state]);
}

static void draw_row(const struct imported *s, struct paint *p, int y, int at)
{
	const struct plan *plan = s->app->plan;
	const struct import_row *row = &s->import->rows[s->order[at]];
	bool writes = row->state == IMPORT_NEW || (row->state == IMPORT_DIFFERS && row->take);
	enum role role = at == s->list.focus ? ROLE_FOCUS : ROLE_TEXT;
	char text[WORDS];
	paint_text(p, y, 0, 1, ROLE_MARK, at == s->list.focus ? ">" : " ");
	paint_right(p, y, 1, 5, ROLE_TEXT, text_format(text, sizeof text, "%d", row->line));
	if (row->unit != PLAN_NONE)
		paint_text(p, y, 7, 8, role, plan->units[row->unit].short_name);
	if (row->element != PLAN_NONE)
		paint_text(p, y, 16, 16, role, plan->elements[row->element].short_name);
	paint_right(p, y, 32, 10, ROLE_TEXT, row->present != NULL ? row->present : "");
	paint_right(p, y, 43, 9, ROLE_TEXT, row->text != NULL ? row->text : "");
	if (writes) {
		struct entry after = row->result->after;
		after.change = 1;                // as if it stood there
		paint_right(p, y, 53, 8, ROLE_TEXT, entry_words_cell(plan, &after, text, sizeof text));
	}
	paint_text(p, y, 62, paint_cols(p) - 62, ROLE_TEXT, row_says(row, text, sizeof text));
}

// How much would be written, and what submission would ask about it.
static char *title_words(const struct imported *s, char *out, size_t cap)
{
	const struct import *import = s->import;
	if (import->hard + import->soft == 0)
		return text_format(out, cap, _("to be written: %d cells"), to_write(s));
	return text_format(out, cap, _("to be written: %d cells -- wrong %d, to check %d"), to_write(s), import->hard, import->soft);
}

static void draw_focused(const struct imported *s, struct paint *p, int y)
{
	const struct import_row *row = focused(s);
	char text[WORDS];
	if (row == NULL)
		return;
	paint_rule(p, y, 0, paint_cols(p), text_format(text, sizeof text, _("line %d: stands %s, in the file %s"), row->line,
		row->present != NULL ? row->present : "", row->text != NULL ? row->text : ""));
	int end = y + 4, line = y + 1;
	if (row->state == IMPORT_DIFFERS)
		paint_text(p, line++, 1, paint_cols(p) - 1, ROLE_TEXT, _("1 keep what stands   2 take the file's   3 take the file's wherever it differs"));
	if (row->finding != NULL)
		paint_wrapped(p, line, end, 1, paint_cols(p) - 2, row->hard ? ROLE_ERROR : ROLE_TEXT, row->finding);
	else if (row->state != IMPORT_DIFFERS)
		paint_wrapped(p, line, end, 1, paint_cols(p) - 2, ROLE_TEXT, row_says(row, text, sizeof text));
	paint_rule(p, y + 4, 0, paint_cols(p), title_words(s, text, sizeof text));
	paint_text(p, y + 5, 1, paint_cols(p) - 1, ROLE_TEXT, _("Written at once, taken back at once; lines that are refused stay out."));
}

static void draw_heading(const struct imported *s, struct paint *p)
{
	const int *count = s->import->count;
	char text[WORDS];
	paint_text(p, 1, 1, paint_cols(p) - 1, ROLE_TEXT, text_format(text, sizeof text,
		_("file %s  %s  %d lines    new %d differing %d same %d refused %d"), s->name, s->import->encoding, s->import->len,
		count[IMPORT_NEW], count[IMPORT_DIFFERS], count[IMPORT_SAME], count[IMPORT_REFUSED]));
	paint_right(p, 2, 1, 5, ROLE_HEADING, _("line"));
	paint_text(p, 2, 7, 8, ROLE_HEADING, _("unit"));
	paint_text(p, 2, 16, 16, ROLE_HEADING, _("element"));
	paint_right(p, 2, 32, 10, ROLE_HEADING, _("stands"));
	paint_right(p, 2, 43, 9, ROLE_HEADING, _("file"));
	paint_right(p, 2, 53, 8, ROLE_HEADING, _("written"));
	paint_text(p, 2, 62, paint_cols(p) - 62, ROLE_HEADING, _("what becomes of it"));
}

static void import_draw(const void *state, struct paint *p)
{
	const struct imported *s = state;
	draw_heading(s, p);
	if (s->list.len == 0)
		paint_text(p, TOP, 1, paint_cols(p) - 1, ROLE_TEXT, _("There is no figure in this file. F3 goes back."));
	for (int i = 0; i < s->list.height && s->list.top + i < s->list.len; i++)
		draw_row(s, p, TOP + i, s->list.top + i);
	draw_focused(s, p, TOP + s->list.height);
	paint_cursor(p, TOP + s->list.focus - s->list.top, 0);
}

// ------------------------------------------------------------ keys

static unsigned take(struct imported *s, wchar_t digit)
{
	struct import_row *row = focused(s);
	if (digit == L'3')
		for (int i = 0; i < s->import->len; i++)
			s->import->rows[i].take = s->import->rows[i].state == IMPORT_DIFFERS;
	else if ((digit == L'1' || digit == L'2') && row != NULL && row->state == IMPORT_DIFFERS)
		row->take = digit == L'2';
	else
		return 0;
	if (s->app->paper->check(s->app->paper->ctx, s->import) != ERR_OK)
		screen_message(s->app, true, "%s", err_message());
	return DRAWN;
}

static unsigned write_now(void *ctx, int choice)
{
	struct imported *s = ctx;
	struct app *app = s->app;
	struct paper_written written;
	if (choice != 0)
		return DRAWN;
	if (app->paper->write(app->paper->ctx, s->import, &written) != ERR_OK) {
		screen_message(app, true, "%s", err_message());
		return DRAWN;
	}
	if (written.refused[0] != '\0')
		screen_message(app, false, _("Written: %d cells; what was refused is kept in %s"), written.cells, written.refused);
	else
		screen_message(app, false, _("Written: %d cells; u on a form takes them all back"), written.cells);
	return DRAWN | SCREEN_POP | SCREEN_RELOAD;
}

static unsigned ask_write(struct imported *s)
{
	char title[WORDS];
	struct prompt_choice choices[] = {{_("write them")}, {_("write nothing now")}};
	if (to_write(s) == 0) {
		screen_message(s->app, false, _("Nothing to write: what stands is the same or is kept."));
		return DRAWN;
	}
	prompt_choose(s->app, title_words(s, title, sizeof title), choices, 2, 0, write_now, s);
	return DRAWN;
}

static unsigned import_act(void *state, enum action action, const struct key *key)
{
	struct imported *s = state;
	fit(s);
	if (action == ACTION_TYPE)
		return take(s, key->code);
	if (action == ACTION_NEXT_STEP)
		return ask_write(s);
	return list_act(&s->list, action) ? DRAWN : 0;
}

static bool import_offers(const void *state, enum action action)
{
	(void)state;
	return action == ACTION_NEXT_STEP;
}

static const char *import_hint(const void *state)
{
	(void)state;
	return _("1-3 choose; F9 writes; Esc imports nothing");
}

static const struct screen_ops scr_import = {
	.name = N_("Import"),
	.context = "list",
	.size = sizeof(struct imported),
	.open = import_open,
	.load = import_load,
	.draw = import_draw,
	.act = import_act,
	.offers = import_offers,
	.hint = import_hint,
	.close = import_close,
};

// ------------------------------------------------------------ which file

static bool read_file(struct app *app, const char *path)
{
	const char *slash = strrchr(path, '/');
	struct asked asked = {NULL, slash != NULL ? slash + 1 : path};
	int unit = app->unit == app->plan->root ? PLAN_NONE : app->unit;
	if (app->paper->read(app->paper->ctx, path, unit, app->period, &asked.import) != ERR_OK)
		return false;
	screen_push(app, &scr_import, &asked);
	return true;
}

static void type_path(struct app *app, const char *typed);

static unsigned path_typed(void *ctx, const char *const *texts)
{
	struct app *app = ctx;
	if (texts == NULL || texts[0][0] == '\0' || read_file(app, texts[0]))
		return DRAWN;
	char why[WORDS];
	text_format(why, sizeof why, "%s", err_message());
	type_path(app, texts[0]);
	screen_hold_keys(app);
	screen_message(app, true, "%s", why);
	return DRAWN;
}

static void type_path(struct app *app, const char *typed)
{
	const struct prompt_path path = {_("Which file?"), _("file"), app->paper->complete, app->paper->ctx};
	prompt_path(app, &path, typed, path_typed, app);
}

static unsigned file_chosen(void *ctx, int choice)
{
	struct app *app = ctx;
	const char *names[PAPER_NAMES];
	int len = app->paper->list(app->paper->ctx, names);
	if (choice < 0)
		return DRAWN;
	if (choice == len)
		type_path(app, "");
	else if (!read_file(app, names[choice]))
		screen_message(app, true, "%s", err_message());
	return DRAWN;
}

unsigned scr_import_ask(struct app *app)
{
	const char *names[PAPER_NAMES];
	struct prompt_choice choices[PAPER_NAMES + 1];
	if (app->paper == NULL) {
		screen_message(app, true, _("This file is open for reading only; nothing can be imported."));
		return DRAWN;
	}
	int len = app->paper->list(app->paper->ctx, names);
	if (len == 0) {
		type_path(app, "");
		return DRAWN;
	}
	for (int i = 0; i < len; i++)
		choices[i].text = names[i];
	choices[len].text = _("another file, by its path");
	prompt_choose(app, _("Which file?"), choices, len + 1, 0, file_chosen, app);
	return DRAWN;
}
