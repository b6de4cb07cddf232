// SPDX-License-Identifier: MIT
// See scr_bulletin.h. The first row is the bulletin of the period shown, made anew each time it is read; the others are as they
// were issued.
#include "tui/scr_bulletin.h"

#include <stdlib.h>

#include "core/bulletin_list.h"
#include "core/i18n.h"
#include "core/period.h"
#include "core/text.h"
#include "tui/list.h"
#include "tui/prompt.h"
#include "tui/stamp.h"

#define LIST_TOP 2
#define NUMBER_CELLS 18
#define DAY_CELLS 12

struct bulletins {
	struct app *app;
	struct list list;                    // row 0: of the period shown; behind it those issued, newest first
	struct bulletin_list issued;
};

// ------------------------------------------------------------ reading

static enum err bulletins_load(void *state)
{
	struct bulletins *b = state;
	enum err err = bulletin_list_load(&b->issued, b->app->store, b->app->plan);
	list_resize(&b->list, b->issued.len + 1, b->app->rows - LIST_TOP - 2);
	return err;
}

static enum err bulletins_open(void *state, struct app *app, const void *arg)
{
	struct bulletins *b = state;
	(void)arg;
	b->app = app;
	return bulletins_load(b);
}

static void bulletins_close(void *state)
{
	bulletin_list_done(&((struct bulletins *)state)->issued);
}

static const struct bulletin *issued_at(const struct bulletins *b, int row)
{
	return row >= 1 && row <= b->issued.len ? &b->issued.issued[b->issued.len - row] : NULL;
}

static enum err make(const struct bulletins *b, struct bulletin *out)
{
	const struct bulletin_ask ask = {b->app->period, b->app->today, stamp_day};
	return bulletin_make(out, b->app->store, b->app->plan, &ask);
}

// The text of the focused one, owned, and the name of a file for it; NAME may be NULL.
static enum err text_of(const struct bulletins *b, char **out, char *name, size_t cap)
{
	struct bulletin draft = {0};
	const struct bulletin *issued = issued_at(b, b->list.focus), *of = issued != NULL ? issued : &draft;
	*out = NULL;
	enum err err = issued == NULL ? make(b, &draft) : ERR_OK;
	if (err == ERR_OK)
		err = bulletin_whole_text(of, b->app->store, b->app->plan, out);
	if (name != NULL)
		bulletin_file_name(of, name, cap);
	bulletin_done(&draft);
	return err;
}

// ------------------------------------------------------------ what may be done

static unsigned read_it(struct bulletins *b)
{
	char *text = NULL;
	enum err err = text_of(b, &text, NULL, 0);
	if (err == ERR_OK)
		prompt_read(b->app, _("Bulletin"), text);
	free(text);
	return screen_failed(b->app, err);
}

static unsigned write_it(struct bulletins *b)
{
	char *text = NULL, name[64], written[256];
	enum err err = text_of(b, &text, name, sizeof name);
	if (err == ERR_OK)
		err = b->app->paper->write_text(b->app->paper->ctx, name, text, written, sizeof written);
	if (err == ERR_OK)
		screen_message(b->app, false, _("The bulletin is written to %s in this folder."), written);
	free(text);
	return screen_failed(b->app, err);
}

static unsigned issue_it(void *ctx, int choice)
{
	struct bulletins *b = ctx;
	struct desk_answer answer = {.done = false};
	struct bulletin bulletin = {0};
	if (choice != 0)
		return DRAWN;
	enum err err = make(b, &bulletin);
	if (err == ERR_OK)
		err = b->app->desk->issue(b->app->desk->ctx, &bulletin, &answer);
	if (err == ERR_OK)
		screen_message(b->app, !answer.done, "%s", answer.text);
	bulletin_done(&bulletin);
	return screen_failed(b->app, err) | SCREEN_RELOAD;
}

static unsigned take_step(void *ctx, int choice)
{
	struct bulletins *b = ctx;
	const struct prompt_choice sure[] = {{_("issue it: numbered, dated, never changed or taken back")}, {_("do not issue it yet")}};
	if (choice == 0)
		return write_it(b);
	if (choice == 1)
		prompt_choose(b->app, _("Issue this bulletin?"), sure, 2, 1, issue_it, b);
	return DRAWN;
}

static unsigned ask_step(struct bulletins *b)
{
	const struct prompt_choice choices[] = {{_("write it to a file")}, {_("issue it, asked once more")}};
	prompt_choose(b->app, _("Bulletin"), choices, issued_at(b, b->list.focus) != NULL ? 1 : 2, 0, take_step, b);
	return DRAWN;
}

static unsigned bulletins_act(void *state, enum action action, const struct key *key)
{
	struct bulletins *b = state;
	(void)key;
	list_resize(&b->list, b->issued.len + 1, b->app->rows - LIST_TOP - 2);
	if (list_act(&b->list, action))
		return DRAWN;
	if (action == ACTION_OPEN)
		return read_it(b);
	return action == ACTION_NEXT_STEP && b->app->desk != NULL ? ask_step(b) : 0;
}

// ------------------------------------------------------------ drawing

static void draw_row(const struct bulletins *b, struct paint *p, int y, int row)
{
	const struct bulletin *issued = issued_at(b, row);
	enum role role = row == b->list.focus ? ROLE_FOCUS : ROLE_TEXT;
	char number[64], day[32] = "", title[256];
	int on = issued != NULL ? stamp_day(issued->at) : 0;
	paint_text(p, y, 0, 1, ROLE_MARK, row == b->list.focus ? ">" : " ");
	if (issued != NULL) {
		bulletin_number_words(issued->year, issued->no, number, sizeof number);
		text_format(day, sizeof day, "%d-%02d-%02d", on / 10000, on / 100 % 100, on % 100);
		text_format(title, sizeof title, "%s", bulletin_title(issued));
	} else {
		text_format(number, sizeof number, "%s", _("draft"));
		period_format(b->app->period, PERIOD_REPORT, title);
	}
	paint_text(p, y, 1, NUMBER_CELLS, role, number);
	paint_text(p, y, 1 + NUMBER_CELLS, DAY_CELLS, role, day);
	paint_text(p, y, 1 + NUMBER_CELLS + DAY_CELLS, paint_cols(p) - NUMBER_CELLS - DAY_CELLS - 1, role, title);
}

static void bulletins_draw(const void *state, struct paint *p)
{
	const struct bulletins *b = state;
	paint_rule(p, 1, 0, paint_cols(p), b->issued.len > 0 ? _("This period's, and those issued") : _("This period's; none has been issued yet"));
	for (int i = b->list.top; i < b->list.len && i < b->list.top + b->list.height; i++)
		draw_row(b, p, LIST_TOP + i - b->list.top, i);
	paint_cursor(p, LIST_TOP + b->list.focus - b->list.top, 0);
}

static bool bulletins_offers(const void *state, enum action action)
{
	return action == ACTION_NEXT_STEP && ((const struct bulletins *)state)->app->desk != NULL;
}

static const char *bulletins_hint(const void *state)
{
	const struct bulletins *b = state;
	return b->app->desk != NULL ? _("Enter reads it; F9 writes it to a file or issues it; F2 another period") : _("Enter reads it");
}

static void bulletins_about(const void *state, char *out, size_t cap)
{
	(void)state;
	text_format(out, cap, "%s\n%s", _("draft\tthe bulletin of this period as it would be now, accepted figures only"),
		_("issued\tas it was written then; what was corrected since stands beneath"));
}

const struct screen_ops scr_bulletin = {
	.name = N_("Bulletin"),
	.context = "list",
	.size = sizeof(struct bulletins),
	.open = bulletins_open,
	.load = bulletins_load,
	.draw = bulletins_draw,
	.act = bulletins_act,
	.offers = bulletins_offers,
	.hint = bulletins_hint,
	.about = bulletins_about,
	.close = bulletins_close,
};
