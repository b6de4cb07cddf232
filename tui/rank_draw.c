// SPDX-License-Identifier: MIT
// What the ranking looks like (rank.h). Units without a figure have no place: they stand last, with the reason, and the coverage
// beneath says how many they are.
#include "core/i18n.h"
#include "core/period.h"
#include "core/phrase.h"
#include "core/target_words.h"
#include "core/text.h"
#include "tui/copy.h"
#include "tui/part_rows.h"
#include "tui/rank.h"

#define CHANGE_AT 7
#define LETTER_AT 14
#define NAME_AT 16
#define REASON_AT 38

static const struct column { const char *head; int at, cells; bool right; int field; } columns[] = {
	{NULL, 27, 10, true, -1},                                // the figure of the view
	{N_("value/target"), 39, 16, false, PHRASE_VALUE_TARGET},
	{N_("data"), 56, 6, false, PHRASE_DATA_PERIOD},
	{N_("pace (pts)"), 63, 12, false, PHRASE_LAG_SHORT},
	{N_("gap"), 82, 10, false, PHRASE_GAP},                  // on wide terminals
	{N_("a year"), 94, 8, true, PHRASE_NEEDED_SHORT},
	{N_("last year"), 104, 10, true, PHRASE_RECENT_SHORT},
};
#define COLUMNS (sizeof columns / sizeof columns[0])

static const char *change_words(const struct rank_row *row, int before, char *out, size_t cap)
{
	int up = row->before - row->place;
	if (row->place == 0 || before == 0)
		return "";
	if (row->before == 0)
		return _("new here");
	if (up == 0)
		return _("same place");
	return text_format(out, cap, up > 0 ? _("up by %d") : _("down by %d"), up > 0 ? up : -up);
}

static void draw_columns(const struct rank_screen *r, struct paint *p, int y, const struct standing *s)
{
	char text[PHRASE_TEXT];
	struct phrase_cell cell;
	for (size_t i = 0; i < COLUMNS; i++) {
		const struct column *column = &columns[i];
		if (column->at + column->cells > paint_cols(p))
			continue;
		phrase_cell_of(r->app->plan, s, r->arg.view, true, 0, &cell);
		if (column->field < 0)
			text_format(text, sizeof text, "%s%s", cell.mark == '~' ? "~" : "", cell.text);
		else
			phrase_write_within(r->app->plan, s, (enum phrase_field)column->field, column->cells, text, sizeof text);
		part_figure(p, y, column->at, column->cells, column->right, ROLE_TEXT, text);
	}
}

static void draw_head(const struct rank_screen *r, struct paint *p)
{
	paint_text(p, 1, 2, 4, ROLE_HEADING, _("place"));
	paint_text(p, 1, CHANGE_AT, 6, ROLE_HEADING, _("moved"));
	paint_text(p, 1, NAME_AT, 10, ROLE_HEADING, _("Unit"));
	for (size_t i = 0; i < COLUMNS; i++) {
		const struct column *column = &columns[i];
		const char *head = column->field < 0 ? phrase_view_name(r->arg.view) : _(column->head);
		if (column->at + column->cells <= paint_cols(p))
			(column->right ? paint_right : paint_text)(p, 1, column->at, column->cells, ROLE_HEADING, head);
	}
}

static void draw_row(const struct rank_screen *r, struct paint *p, int y, int i)
{
	const struct rank_row *row = &r->ranking.rows[find_row(&r->find, i)];
	const struct standing *s = survey_at(r->survey, row->unit);
	const char letter[] = {standing_letter_of(s), '\0'};
	char text[PHRASE_LONG];
	paint_text(p, y, 0, 1, ROLE_MARK, i == r->list.focus ? ">" : " ");
	paint_right(p, y, 2, 4, ROLE_TEXT, row->place > 0 ? text_format(text, sizeof text, "%d", row->place) : _("none"));
	paint_text(p, y, CHANGE_AT, 6, ROLE_TEXT, change_words(row, r->before, text, sizeof text));
	paint_text(p, y, LETTER_AT, 1, part_status_role(s->status), letter);
	paint_text(p, y, NAME_AT, 12, ROLE_TEXT, r->app->plan->units[row->unit].short_name);
	if (row->place > 0)
		draw_columns(r, p, y, s);
	else
		paint_text(p, y, REASON_AT, paint_cols(p) - REASON_AT, ROLE_TEXT,
			phrase_write(r->app->plan, s, PHRASE_ROW, text, sizeof text));
}

// ------------------------------------------------------------ beneath

static void draw_coverage(const struct rank_screen *r, struct paint *p, int y)
{
	const struct plan *plan = r->app->plan;
	const struct standing *whole = survey_at(r->survey, r->arg.above);
	char title[PHRASE_LONG], coverage[PHRASE_TEXT], then[PERIOD_TEXT] = "", waiting[PHRASE_TEXT] = "";
	if (phrase_write(plan, whole, PHRASE_COVERAGE, coverage, sizeof coverage)[0] == '\0')
		text_format(coverage, sizeof coverage, "%s", _("nobody is due"));
	if (whole->unaccepted > 0)
		text_format(waiting, sizeof waiting, _(", %d not accepted(~)"), whole->unaccepted);
	if (r->before != 0)
		period_format(r->before, PERIOD_REPORT, then);
	text_format(title, sizeof title, _("%s: %d of %d ranked; %s%s; change since %s"), plan->indicators[r->arg.indicator].short_name,
		r->ranking.ranked, r->ranking.len, coverage, waiting, then[0] != '\0' ? then : _("none"));
	paint_rule(p, y, 0, paint_cols(p), title);
}

static void draw_whole(const struct rank_screen *r, struct paint *p, int y)
{
	const struct standing *s = survey_at(r->survey, r->arg.above);
	char text[PHRASE_LONG], lag[PHRASE_TEXT], gap[PHRASE_TEXT], value[PHRASE_LONG];
	phrase_write(r->app->plan, s, PHRASE_VALUE_TARGET, value, sizeof value);
	phrase_write(r->app->plan, s, PHRASE_LAG, lag, sizeof lag);
	phrase_write(r->app->plan, s, PHRASE_GAP, gap, sizeof gap);
	if (value[0] == '\0')
		phrase_write(r->app->plan, s, PHRASE_ROW, value, sizeof value);
	text_format(text, sizeof text, "%s %c %s  %s  %s", r->app->plan->units[r->arg.above].short_name, standing_letter_of(s), value,
		lag, gap);
	paint_text(p, y, 1, paint_cols(p) - 1, ROLE_TEXT, text);
}

static void draw_targets(const struct rank_screen *r, struct paint *p, int y)
{
	char text[PHRASE_LONG];
	if (r->arg.above == r->app->plan->root)
		paint_text(p, y, 1, paint_cols(p) - 1, ROLE_TEXT, target_sum_words(r->app->plan, r->arg.indicator, text, sizeof text));
}

void rank_draw(const struct rank_screen *r, struct paint *p)
{
	int y = RANK_TOP;
	draw_head(r, p);
	paint_cursor(p, y + r->list.focus - r->list.top, 0);
	for (int i = r->list.top; i < r->list.len && i < r->list.top + r->list.height; i++)
		draw_row(r, p, y++, i);
	if (r->ranking.len == 0)
		paint_text(p, y++, 1, paint_cols(p) - 1, ROLE_TEXT, _("No unit is asked for this indicator. F3 goes back."));
	if (r->survey == NULL)                                   // it could not be read; the message says why
		return;
	draw_coverage(r, p, y++);
	draw_whole(r, p, y++);
	draw_targets(r, p, y);
}

// ------------------------------------------------------------ for other programs

void rank_copy(const struct rank_screen *r, struct copy *out)
{
	static const char *const heads[] = {N_("place"), N_("moved"), N_("Unit")};
	char text[PHRASE_LONG];
	struct phrase_cell cell;
	copy_row(out, false);
	for (size_t i = 0; i < sizeof heads / sizeof heads[0]; i++)
		copy_cell(out, _(heads[i]));
	for (size_t i = 0; i < COLUMNS; i++)
		copy_cell(out, columns[i].field < 0 ? phrase_view_name(r->arg.view) : _(columns[i].head));
	for (int row = 0; row < r->list.len; row++) {
		const struct rank_row *at = &r->ranking.rows[find_row(&r->find, row)];
		const struct standing *s = survey_at(r->survey, at->unit);
		copy_row(out, row == r->list.focus);
		copy_cell(out, at->place > 0 ? text_format(text, sizeof text, "%d", at->place) : "");
		copy_cell(out, change_words(at, r->before, text, sizeof text));
		copy_main(out, r->app->plan->units[at->unit].name);
		phrase_cell_of(r->app->plan, s, r->arg.view, true, 0, &cell);
		copy_cell(out, cell.text);
		for (size_t i = 1; i < COLUMNS; i++)
			copy_cell(out, phrase_write(r->app->plan, s, (enum phrase_field)columns[i].field, text, sizeof text));
	}
}
