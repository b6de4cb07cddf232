// SPDX-License-Identifier: MIT
// See scr_changes.h. Nothing is changed here: what Enter restores is keyed in as a new entry, through the same gate as any.
#include "tui/changes.h"

#include <string.h>

#include "core/entry_words.h"
#include "core/i18n.h"
#include "core/intake.h"
#include "core/period.h"
#include "core/text.h"
#include "tui/changes_filter.h"
#include "tui/copy.h"
#include "tui/part_rows.h"
#include "tui/prompt.h"
#include "tui/stamp.h"

#define DRAWN (SCREEN_HANDLED | SCREEN_REDRAW)
#define LINE 1024
#define HEAD_AT 3                    // of a cell: its name, a blank row, the heading
#define LEAST_LINES 3
#define FOOT 3                       // of the log: what the focused line says

// ------------------------------------------------------------ reading

static int rows_of_past(const struct changes *c)
{
	return c->past.years + 2;        // with its rule and heading
}

static int list_rows(const struct changes *c)
{
	int room = c->app->rows - 2 - (HEAD_AT + 1);
	int lower = changes_of_cell(c) ? rows_of_past(c) + 3 : FOOT;
	return room - lower > LEAST_LINES ? room - lower : LEAST_LINES;
}

static void fit(struct changes *c)
{
	int most = list_rows(c);
	list_resize(&c->list, c->life.len, changes_of_cell(c) && c->life.len < most ? c->life.len : most);
}

static enum err changes_load(void *state)
{
	struct changes *c = state;
	enum err err = changes_read(c);
	fit(c);
	if (err == ERR_OK && !c->opened && changes_of_cell(c))
		list_go(&c->list, c->life.len - 1);
	c->opened = true;
	return err;
}

static enum err changes_open(void *state, struct app *app, const void *arg)
{
	struct changes *c = state;
	c->app = app;
	c->cell = *(const struct scr_changes_arg *)arg;
	c->filter = (struct changes_filter){.unit = c->cell.unit, .element = PLAN_NONE};
	return changes_load(state);
}

static void changes_close(void *state)
{
	struct changes *c = state;
	life_done(&c->life);
}

static const struct life_line *focused(const struct changes *c)
{
	return c->list.focus < c->life.len ? &c->life.lines[c->list.focus] : NULL;
}

// ------------------------------------------------------------ the lines

struct places { int time, who, who_cells, act, act_cells, cell, cell_cells, old, new, figure_cells, text; };

static struct places places_for(const struct changes *c, int width)
{
	int wide = width >= 120;
	struct places p = {.time = 1, .who = 14, .who_cells = wide ? 20 : 12, .act_cells = wide ? 14 : 10, .figure_cells = wide ? 14 : 9};
	p.act = p.who + p.who_cells + 1;
	p.cell = p.act + p.act_cells + 1;
	p.cell_cells = changes_of_cell(c) ? 0 : wide ? 34 : 21;
	p.old = p.cell + p.cell_cells + (p.cell_cells > 0);
	p.new = p.old + p.figure_cells + 1;
	p.text = p.new + p.figure_cells + 2;
	return p;
}

static void draw_head(const struct changes *c, struct paint *p, const struct places *at)
{
	paint_text(p, HEAD_AT, at->time, 12, ROLE_HEADING, _("when"));
	paint_text(p, HEAD_AT, at->who, at->who_cells, ROLE_HEADING, _("who"));
	paint_text(p, HEAD_AT, at->act, at->act_cells, ROLE_HEADING, _("did what"));
	if (!changes_of_cell(c))
		paint_text(p, HEAD_AT, at->cell, at->cell_cells, ROLE_HEADING, _("where"));
	paint_right(p, HEAD_AT, at->old, at->figure_cells, ROLE_HEADING, _("old value"));
	paint_right(p, HEAD_AT, at->new, at->figure_cells, ROLE_HEADING, _("new value"));
	paint_text(p, HEAD_AT, at->text, paint_cols(p) - at->text, ROLE_HEADING, _("document, words"));
}

static char *cell_words(const struct changes *c, const struct life_line *line, char *out, size_t cap)
{
	const struct plan *plan = c->app->plan;
	char period[PERIOD_TEXT] = "";
	const char *unit = line->unit == PLAN_NONE ? "" : plan->units[line->unit].short_name;
	if (line->period != 0)
		period_format(line->period, PERIOD_ASCII, period);
	if (line->element == PLAN_NONE)
		return text_format(out, cap, "%s %s", unit, period);
	return text_format(out, cap, "%s %s %s", unit, plan->elements[line->element].short_name, period);
}

static void draw_line(const struct changes *c, struct paint *p, int y, const struct places *at, int i)
{
	const struct life_line *line = &c->life.lines[i];
	char text[LINE];
	bool marked = i == c->list.focus;
	paint_text(p, y, 0, 1, ROLE_MARK, marked ? ">" : " ");
	paint_text(p, y, at->time, 12, ROLE_TEXT, stamp_words(line->at, text, sizeof text));
	paint_text(p, y, at->who, at->who_cells, ROLE_TEXT, line->who);
	paint_text(p, y, at->act, at->act_cells, marked ? ROLE_FOCUS : ROLE_TEXT, _(line->act));
	if (!changes_of_cell(c))
		paint_text(p, y, at->cell, at->cell_cells, ROLE_TEXT, cell_words(c, line, text, sizeof text));
	part_figure(p, y, at->old, at->figure_cells, true, ROLE_TEXT, line->old);
	part_figure(p, y, at->new, at->figure_cells, true, ROLE_TEXT, line->new);
	paint_text(p, y, at->text, paint_cols(p) - at->text, ROLE_TEXT, line->text);
}

static int draw_lines(const struct changes *c, struct paint *p)
{
	struct places at = places_for(c, paint_cols(p));
	int y = HEAD_AT + 1;
	draw_head(c, p, &at);
	if (c->life.len == 0)
		paint_text(p, y, 1, paint_cols(p) - 1, ROLE_TEXT, changes_of_cell(c)
			? _("Nothing has been keyed in here yet.") : _("No change answers to this filter; F4 chooses another."));
	for (int i = c->list.top; i < c->life.len && i < c->list.top + c->list.height; i++)
		draw_line(c, p, y++, &at, i);
	paint_cursor(p, HEAD_AT + 1 + c->list.focus - c->list.top, 0);
	return HEAD_AT + 1 + c->list.height;
}

static void changes_copy(const void *state, struct copy *out)
{
	const struct changes *c = state;
	bool cell = changes_of_cell(c);
	char text[LINE];
	copy_row(out, false);
	const char *const heads[] = {_("when"), _("who"), _("did what"), cell ? NULL : _("where"), _("old value"), _("new value"),
		_("document, words")};
	for (size_t i = 0; i < sizeof heads / sizeof heads[0]; i++)
		if (heads[i] != NULL)
			copy_cell(out, heads[i]);
	for (int i = 0; i < c->life.len; i++) {
		const struct life_line *line = &c->life.lines[i];
		copy_row(out, i == c->list.focus);
		copy_cell(out, stamp_words(line->at, text, sizeof text));
		copy_cell(out, line->who);
		copy_cell(out, _(line->act));
		if (!cell)
			copy_cell(out, cell_words(c, line, text, sizeof text));
		copy_cell(out, line->old);
		copy_main(out, line->new);
		copy_cell(out, line->text);
	}
}

// ------------------------------------------------------------ around them

static void draw_cell_title(const struct changes *c, struct paint *p)
{
	const struct plan *plan = c->app->plan;
	const struct plan_element *element = &plan->elements[c->cell.element];
	char name[LINE], figure[ENTRY_WORDS], line[2 * LINE];
	bool value = c->now.change != 0 && c->now.kind == ENTRY_VALUE;
	period_format(c->cell.period, element->kind == PLAN_FLOW ? PERIOD_TO_DATE : PERIOD_POINT, figure);
	text_format(name, sizeof name, "%s %s", element->name, figure);
	entry_words(plan, &c->now, figure, sizeof figure);
	text_format(line, sizeof line, "%s   %s%s   %s%s%s", name, value && !c->now.accepted ? "~" : "", figure,
		!value ? "" : c->now.final ? _("final figure") : _("provisional figure"), value ? "  " : "",
		c->now.accepted ? _("accepted") : _("not accepted"));
	paint_text(p, 1, 1, paint_cols(p) - 2, ROLE_HEADING, line);
}

static void draw_log_title(const struct changes *c, struct paint *p)
{
	char words[LINE], line[2 * LINE];
	changes_filter_words(c, words, sizeof words);
	text_format(line, sizeof line, "%s  %s", words, c->cut ? _("(the newest ones; F4 narrows down)") : "");
	paint_text(p, 1, 1, paint_cols(p) - 2, ROLE_HEADING, line);
}

// A flow restarts each January, a level goes on.
static int draw_past(const struct changes *c, struct paint *p, int y, int end)
{
	const struct changes_past *past = &c->past;
	const struct plan_element *element = &c->app->plan->elements[c->cell.element];
	char text[ENTRY_WORDS];
	bool flow = element->kind == PLAN_FLOW;
	if (y + past->years + 1 >= end)
		return y;
	paint_rule(p, y++, 0, paint_cols(p),
		flow ? _("the same cell in other periods (cumulative, from zero each January)") : _("the same cell in other periods"));
	for (int col = 0; col < past->cols; col++) {
		period_format(period_make(past->first_year, 12 - (past->cols - 1 - col) * past->months),
			flow ? PERIOD_COLUMN_FLOW : PERIOD_COLUMN, text);
		paint_right(p, y, 10 + col * 10, 9, ROLE_HEADING, text);
	}
	for (int row = 0; row < past->years; row++) {
		y++;
		paint_text(p, y, 1, 9, ROLE_TEXT, text_format(text, sizeof text, "%d", past->first_year + row));
		for (int col = 0; col < past->cols; col++)
			part_figure(p, y, 10 + col * 10, 9, true, ROLE_TEXT,
				entry_words_cell(c->app->plan, &past->at[row][col], text, sizeof text));
	}
	return y + 1;
}

static void draw_lower(const struct changes *c, struct paint *p, int y, int end)
{
	const struct life_line *line = focused(c);
	char words[2 * LINE], cell[LINE];
	if (changes_of_cell(c)) {
		y = draw_past(c, p, y, end);
		if (y < end)
			paint_rule(p, y++, 0, paint_cols(p), _("where it is used"));
		paint_wrapped(p, y, end, 1, paint_cols(p) - 2, ROLE_TEXT, c->used[0] != '\0' ? c->used : _("in no indicator"));
	} else if (line != NULL && y < end) {
		paint_rule(p, y++, 0, paint_cols(p), cell_words(c, line, cell, sizeof cell));
		text_format(words, sizeof words, "%s  %s  %s", line->who, _(line->act), line->text);
		paint_wrapped(p, y, end, 1, paint_cols(p) - 2, ROLE_TEXT, words);
	}
}

static void changes_draw(const void *state, struct paint *p)
{
	const struct changes *c = state;
	(changes_of_cell(c) ? draw_cell_title : draw_log_title)(c, p);
	int y = draw_lines(c, p);
	draw_lower(c, p, y, paint_rows(p) - 2);
}

// ------------------------------------------------------------ restoring

static unsigned restore(struct changes *c, const struct entry *old)
{
	char figure[NUM_TEXT] = "", sentence[ENTRY_SENTENCE];
	struct entry present;
	struct intake_result result;
	const struct plan_element *element = &c->app->plan->elements[c->cell.element];
	if (old->kind == ENTRY_VALUE)
		num_format(old->figure, element->decimals, figure);
	const struct intake_cell ask = {.element = c->cell.element, .unit = c->cell.unit, .period = c->cell.period, .text = figure,
		.kind = old->kind, .promised = old->promised, .note = _("restored from the changes")};
	enum err err = store_get_entry(c->app->store, c->app->plan, c->cell.element, c->cell.unit, c->cell.period, &present);
	if (err == ERR_OK)
		err = c->app->desk->save(c->app->desk->ctx, &ask, &present, &result);
	if (err != ERR_OK)
		screen_message(c->app, true, "%s", err_message());
	else if (result.verdict == INTAKE_REFUSED)
		screen_message(c->app, true, "%s", result.why);
	else if (result.verdict == INTAKE_WRITE)
		screen_message(c->app, false, "%s", entry_words_saved(c->app->plan, &c->now, &result.after, sentence, sizeof sentence));
	c->opened = err != ERR_OK || result.verdict != INTAKE_WRITE;      // then on to the line that this made
	return DRAWN | SCREEN_RELOAD;
}

static unsigned restore_chosen(void *ctx, int choice)
{
	struct changes *c = ctx;
	const struct life_line *line = focused(c);
	return choice == 0 && line != NULL ? restore(c, &line->after) : DRAWN;
}

static bool same_figure(const struct entry *a, const struct entry *b)
{
	return a->change != 0 && b->change != 0 && a->kind == b->kind && a->figure == b->figure && a->qualifier == b->qualifier;
}

static unsigned ask_to_restore(struct changes *c)
{
	const struct life_line *line = focused(c);
	char title[LINE], why[512], figure[ENTRY_WORDS];
	if (line == NULL || !changes_of_cell(c))
		return 0;
	if (c->app->desk == NULL)
		screen_message(c->app, true, "%s", _("Opened read-only: nothing can be changed here."));
	else if (!line->is_entry || line->after.change == 0 || line->after.kind == ENTRY_CLEARED)
		screen_message(c->app, false, "%s", _("This line left no figure that could be restored."));
	else if (same_figure(&line->after, &c->now))
		screen_message(c->app, false, "%s", _("This is what stands there now."));
	else if (!report_open(c->app->plan, &c->report, &c->now, why, sizeof why))
		screen_message(c->app, true, "%s", why);
	else {
		entry_words(c->app->plan, &line->after, figure, sizeof figure);
		const struct prompt_choice choices[] = {{text_format(c->offer, sizeof c->offer, _("restore %s as a new entry"), figure)},
			{_("leave it as it is")}};
		entry_words_name(c->app->plan, &c->now, title, sizeof title);
		prompt_choose(c->app, title, choices, 2, 1, restore_chosen, c);
	}
	return DRAWN;
}

// ------------------------------------------------------------ keys

// From a line of the log to its cell's life.
static unsigned open_cell(struct changes *c)
{
	const struct life_line *line = focused(c);
	if (line == NULL || line->element == PLAN_NONE || line->period == 0)
		return DRAWN;
	const struct scr_changes_arg arg = {line->element, line->unit, line->period};
	screen_push(c->app, &scr_changes, &arg);
	return DRAWN;
}

static unsigned changes_act(void *state, enum action action, const struct key *key)
{
	struct changes *c = state;
	(void)key;
	fit(c);
	if (list_act(&c->list, action))
		return DRAWN;
	switch (action) {
	case ACTION_OPEN: return changes_of_cell(c) ? ask_to_restore(c) : open_cell(c);
	case ACTION_LIFE: return changes_of_cell(c) ? 0 : open_cell(c);
	case ACTION_CHOOSE: return changes_filter_ask(c);
	case ACTION_WORDS:
		if (focused(c) != NULL)
			prompt_read(c->app, _(focused(c)->act), focused(c)->text);
		return DRAWN;
	default: return 0;
	}
}

static bool changes_offers(const void *state, enum action action)
{
	const struct changes *c = state;
	return action == ACTION_CHOOSE || (action == ACTION_WORDS && c->life.len > 0);
}

static const char *changes_hint(const void *state)
{
	const struct changes *c = state;
	if (!changes_of_cell(c))
		return _("Enter shows the cell's life; F4 filters by unit, element, operator or day; F8 all words");
	return c->app->desk == NULL ? _("F4 the log of all; F8 all words")
				    : _("Enter restores the line's figure as a new entry, asked first; F4 the log of all; F8 all words");
}

static void changes_where(const void *state, char *out, size_t cap)
{
	const struct changes *c = state;
	int unit = changes_of_cell(c) ? c->cell.unit : c->filter.unit;
	text_format(out, cap, "%s", unit != PLAN_NONE ? c->app->plan->units[unit].short_name : _("all"));
}

const struct screen_ops scr_changes = {
	.name = N_("Changes"),
	.context = "list",
	.size = sizeof(struct changes),
	.open = changes_open,
	.load = changes_load,
	.draw = changes_draw,
	.act = changes_act,
	.offers = changes_offers,
	.hint = changes_hint,
	.where = changes_where,
	.copy = changes_copy,
	.close = changes_close,
};
