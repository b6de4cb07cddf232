// SPDX-License-Identifier: MIT
// What the screen of changes looks like (changes.h): who did what when, and of a cell its other periods and where it is used.
#include "tui/changes.h"

#include "core/entry_words.h"
#include "core/i18n.h"
#include "core/period.h"
#include "core/store.h"
#include "core/text.h"
#include "tui/changes_filter.h"
#include "tui/copy.h"
#include "tui/part_rows.h"
#include "tui/stamp.h"

#define LINE 1024

struct places { int time, time_cells, who, who_cells, act, act_cells, cell, cell_cells, old, new, figure_cells, text; };

static struct places places_for(const struct changes *c, int width)
{
	bool wide = width >= 120;
	struct places p = {.time = 1, .time_cells = wide ? 16 : 11, .act_cells = wide ? 14 : 10, .figure_cells = wide ? 14 : 9};
	p.who = p.time + p.time_cells + 2;
	p.who_cells = wide ? 20 : changes_of_cell(c) ? 15 : 12;
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
	paint_text(p, CHANGES_HEAD_AT, at->time, at->time_cells, ROLE_HEADING, _("when"));
	paint_text(p, CHANGES_HEAD_AT, at->who, at->who_cells, ROLE_HEADING, _("who"));
	paint_text(p, CHANGES_HEAD_AT, at->act, at->act_cells, ROLE_HEADING, _("did what"));
	if (!changes_of_cell(c))
		paint_text(p, CHANGES_HEAD_AT, at->cell, at->cell_cells, ROLE_HEADING, _("where"));
	paint_right(p, CHANGES_HEAD_AT, at->old, at->figure_cells, ROLE_HEADING, _("old value"));
	paint_right(p, CHANGES_HEAD_AT, at->new, at->figure_cells, ROLE_HEADING, _("new value"));
	paint_text(p, CHANGES_HEAD_AT, at->text, paint_cols(p) - at->text, ROLE_HEADING, _("document, words"));
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

static char *time_words(const struct changes *c, const struct life_line *line, int cells, char *out, size_t cap)
{
	return cells < 16 ? stamp_of_year(line->at, c->app->today, out, cap) : stamp_whole(line->at, out, cap);
}

static void draw_line(const struct changes *c, struct paint *p, int y, const struct places *at, int i)
{
	const struct life_line *line = &c->life.lines[i];
	char text[LINE];
	bool marked = i == c->list.focus;
	paint_text(p, y, 0, 1, ROLE_MARK, marked ? ">" : " ");
	paint_text(p, y, at->time, at->time_cells, ROLE_TEXT, time_words(c, line, at->time_cells, text, sizeof text));
	paint_text(p, y, at->who, at->who_cells, ROLE_TEXT, line->who);
	paint_text(p, y, at->act, at->act_cells, marked ? ROLE_FOCUS : ROLE_TEXT, _(line->act));
	if (!changes_of_cell(c))
		paint_text(p, y, at->cell, at->cell_cells, ROLE_TEXT, cell_words(c, line, text, sizeof text));
	part_figure(p, y, at->old, at->figure_cells, true, ROLE_TEXT, line->old);
	part_figure(p, y, at->new, at->figure_cells, true, ROLE_TEXT, line->new);
	paint_text(p, y, at->text, paint_cols(p) - at->text, ROLE_TEXT, line->text);
}

static const char *no_lines(const struct changes *c)
{
	if (store_published(c->app->store) != 0)
		return _("A snapshot for readers does not tell who keyed in what.");
	return changes_of_cell(c) ? _("Nothing is keyed in here; what was taken back is among all changes (F4).")
		: _("No change answers to this filter; F4 chooses another.");
}

static int draw_lines(const struct changes *c, struct paint *p)
{
	struct places at = places_for(c, paint_cols(p));
	int y = CHANGES_HEAD_AT + 1;
	draw_head(c, p, &at);
	if (c->life.len == 0)
		paint_text(p, y, 1, paint_cols(p) - 1, ROLE_TEXT, no_lines(c));
	for (int i = c->list.top; i < c->life.len && i < c->list.top + c->list.height; i++)
		draw_line(c, p, y++, &at, i);
	paint_cursor(p, CHANGES_HEAD_AT + 1 + c->list.focus - c->list.top, 0);
	return CHANGES_HEAD_AT + 1 + c->list.height;
}

void changes_copy(const struct changes *c, struct copy *out)
{
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
		copy_cell(out, stamp_whole(line->at, text, sizeof text));
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
	const struct life_line *line = changes_focused(c);
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

void changes_draw(const struct changes *c, struct paint *p)
{
	(changes_of_cell(c) ? draw_cell_title : draw_log_title)(c, p);
	int y = draw_lines(c, p);
	draw_lower(c, p, y, paint_rows(p) - 2);
}
