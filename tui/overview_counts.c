// SPDX-License-Identifier: MIT
// Beneath the overview's list (overview.h): nodes overdue, what has changed, who has not reported and what waits for review; then
// how many are behind in each unit and chapter.
#include <string.h>

#include "core/i18n.h"
#include "core/period.h"
#include "core/phrase.h"
#include "core/text.h"
#include "tui/overview.h"
#include "tui/part_flow.h"
#include "tui/part_rows.h"

#define WIDE 120
#define UNIT_CELLS 12
#define COUNT_CELLS 6
#define CHAPTER_CELLS 38         // of two chapters side by side

// ------------------------------------------------------------ in words

// Lines of items behind a heading, from row y on; where there is room for more, SPARE rows, they go on in a second one.
struct told { struct paint *p; int y, end, spare; };

static struct flow begin_flow(const struct told *told, const char *head)
{
	int most = told->y + (told->spare > 0 ? 2 : 1);
	struct flow flow = {told->p, told->y, most < told->end ? most : told->end, 1, 1, paint_cols(told->p)};
	flow_item(&flow, ROLE_HEADING, head);
	return flow;
}

static void end_flow(struct told *told, struct flow *flow)
{
	flow_row(flow);
	int used = flow->y - told->y;
	told->spare -= used > 1;
	told->y = flow->y;
}

static void draw_overdue(const struct overview *o, struct told *told)
{
	char text[PHRASE_LONG], name[PHRASE_LONG];
	int cells = told->spare > 0 ? 26 : (paint_cols(told->p) - 14) / SURVEY_LATEST - 8;
	if (o->overdue.rows == 0)
		return;
	struct flow flow = begin_flow(told, text_format(text, sizeof text, _("nodes overdue: %d rows"), o->overdue.rows));
	for (int i = 0; i < o->overdue.rows && i < SURVEY_LATEST; i++) {
		const struct survey_late *late = &o->overdue.latest[i];
		text_fit(o->app->plan->indicators[late->indicator].short_name, cells > 12 ? cells : 12, false, false, name, sizeof name);
		flow_item(&flow, ROLE_TEXT, text_format(text, sizeof text, _("%s %d days"), name, late->days));
	}
	end_flow(told, &flow);
}

// 研发平台增6; where the figure then is older than the period before, of when it is: 孵化平台增3(2023年6月起).
static char *moved_words(const struct plan *plan, const struct moved_row *row, char *out, size_t cap)
{
	const char *name = plan->indicators[row->s.indicator].short_name;
	char change[PHRASE_TEXT], since[PERIOD_TEXT];
	phrase_write(plan, &row->s, PHRASE_RECENT, change, sizeof change);
	if (row->since == 0)
		return text_format(out, cap, "%s%s", name, change);
	text_format(since, sizeof since, _("%d-%02d"), period_year(row->since), period_month(row->since));
	return text_format(out, cap, _("%s%s (since %s)"), name, change, since);
}

static void draw_moved(const struct overview *o, struct told *told)
{
	char text[PHRASE_LONG];
	if (o->moved.len == 0 || o->changes)
		return;
	struct flow flow = begin_flow(told, _("since the period before"));
	for (int i = 0; i < o->moved.len; i++)
		flow_item(&flow, ROLE_TEXT, moved_words(o->app->plan, &o->moved.rows[i], text, sizeof text));
	end_flow(told, &flow);
}

// ------------------------------------------------------------ reports

static bool belongs(const struct overview *o, const struct report_line *line, bool waiting)
{
	return report_line_is_of(o->app->plan, line, o->app->unit) && (waiting ? line->waits : line->report.state == REPORT_SUBMITTED);
}

static const char *owner_name(const struct overview *o, const struct report_key *key)
{
	bool unit = key->dept == 0 && key->unit != o->app->plan->root;
	return unit ? o->app->plan->units[key->unit].short_name : report_owner_name(o->app->plan, key);
}

// How many, and the first day that is due; then by name.
static void draw_owners(const struct overview *o, struct told *told, bool waiting)
{
	char text[PHRASE_LONG];
	int count = 0, due = 0;
	for (int i = 0; i < o->reports.len; i++) {
		const struct report_line *line = &o->reports.lines[i];
		if (!belongs(o, line, waiting))
			continue;
		count++;
		due = due == 0 || line->due < due ? line->due : due;
	}
	if (count == 0)
		return;
	if (waiting && due != 0)
		text_format(text, sizeof text, _("not submitted %d (due %02d-%02d):"), count, due / 100 % 100, due % 100);
	else
		text_format(text, sizeof text, waiting ? _("not submitted %d:") : _("in review %d:"), count);
	struct flow flow = begin_flow(told, text);
	for (int i = 0; i < o->reports.len && flow.y < flow.end; i++)
		if (belongs(o, &o->reports.lines[i], waiting))
			flow_item(&flow, ROLE_TEXT, owner_name(o, &o->reports.lines[i].report.key));
	end_flow(told, &flow);
}

// ------------------------------------------------------------ how many are behind

static int behind_of(const struct rank_trouble *trouble)
{
	return trouble->behind + trouble->critical;
}

// In official order; of many the worst.
static int unit_at(const struct overview *o, int i)
{
	return o->units_len > OVERVIEW_WORST ? o->order[i] : i;
}

static int units_shown(const struct overview *o)
{
	return o->units_len > OVERVIEW_WORST ? OVERVIEW_WORST : o->units_len;
}

static int draw_units(const struct overview *o, struct paint *p, int y, int end)
{
	struct flow flow = {p, y, y + 2 < end ? y + 2 : end, 1, 1, paint_cols(p)};
	char text[PHRASE_TEXT];
	for (int i = 0; i < units_shown(o); i++) {
		int unit = unit_at(o, i);
		text_format(text, sizeof text, "%s%d", o->app->plan->units[o->units[unit]].short_name, behind_of(&o->troubles[unit]));
		flow_item(&flow, behind_of(&o->troubles[unit]) > 0 ? ROLE_TEXT : ROLE_DIM, text);
	}
	return units_shown(o) > 0 ? flow.y + 1 : y;
}

static int chapter_behind(const struct overview *o, int chapter)
{
	struct survey_count count;
	survey_count_chapter(o->now, o->chapters[chapter], &count);
	return count.by_status[STANDING_BEHIND] + count.by_status[STANDING_CRITICAL] + count.by_status[STANDING_MISSED];
}

static void draw_chapter(const struct overview *o, struct paint *p, int y, int x, int chapter)
{
	const struct plan_outline *outline = &o->app->plan->outlines[o->chapters[chapter]];
	char text[PHRASE_TEXT];
	int behind = chapter_behind(o, chapter);
	paint_text(p, y, x, 3, ROLE_TEXT, outline->number);
	paint_text(p, y, x + 3, CHAPTER_CELLS - 8, ROLE_TEXT, outline->title == NULL ? _("(title not published)") : outline->title);
	if (behind > 0)
		paint_right(p, y, x + CHAPTER_CELLS - 5, 4, ROLE_BEHIND, text_format(text, sizeof text, "%d", behind));
}

static int draw_chapters(const struct overview *o, struct paint *p, int y, int end)
{
	int half = (o->chapters_len + 1) / 2;
	for (int i = 0; i < o->chapters_len; i++)
		if (y + i % half < end)
			draw_chapter(o, p, y + i % half, 1 + i / half * (CHAPTER_CELLS + 2), i);
	return y + half;
}

// ------------------------------------------------------------ wide: units by chapters

static void draw_number(struct paint *p, int y, int x, int number)
{
	char text[PHRASE_TEXT];
	if (number > 0)
		paint_right(p, y, x, COUNT_CELLS, ROLE_TEXT, text_format(text, sizeof text, "%d", number));
}

static void draw_matrix_head(const struct overview *o, struct paint *p, int y)
{
	static const enum standing_status heads[] = {STANDING_CRITICAL, STANDING_BEHIND};
	int x = 1 + UNIT_CELLS;
	for (size_t i = 0; i < sizeof heads / sizeof heads[0]; i++, x += COUNT_CELLS)
		paint_right(p, y, x, COUNT_CELLS, ROLE_HEADING, phrase_status(heads[i], true));
	for (int i = 0; i < o->chapters_len; i++, x += COUNT_CELLS)
		paint_right(p, y, x, COUNT_CELLS, ROLE_HEADING, o->app->plan->outlines[o->chapters[i]].number);
}

static void draw_matrix(const struct overview *o, struct paint *p, int y, int end)
{
	if (y + 2 >= end || o->units_len == 0)
		return;
	draw_matrix_head(o, p, y);
	for (int i = 0; i < units_shown(o) && y + 1 + i < end; i++) {
		int unit = unit_at(o, i), x = 1 + UNIT_CELLS;
		paint_text(p, y + 1 + i, 1, UNIT_CELLS, ROLE_TEXT, o->app->plan->units[o->units[unit]].short_name);
		draw_number(p, y + 1 + i, x, o->troubles[unit].critical);
		draw_number(p, y + 1 + i, x + COUNT_CELLS, o->troubles[unit].behind);
		for (int c = 0; c < o->chapters_len; c++)
			draw_number(p, y + 1 + i, x + (c + 2) * COUNT_CELLS, o->by_chapter[unit * o->chapters_len + c]);
	}
}

// Rows that all but the second ones of lists take.
static int least_rows(const struct overview *o, bool wide)
{
	int units = wide ? units_shown(o) + 2 : 1;
	return 4 + 1 + units + (o->chapters_len + 1) / 2;
}

void overview_draw_counts(const struct overview *o, struct paint *p, int y, int end)
{
	bool wide = paint_cols(p) >= WIDE;
	struct told told = {p, y, end, end - y - least_rows(o, wide)};
	draw_overdue(o, &told);
	draw_moved(o, &told);
	draw_owners(o, &told, true);
	draw_owners(o, &told, false);
	y = told.y;
	if (y >= end)
		return;
	paint_rule(p, y++, 0, paint_cols(p), o->units_len > OVERVIEW_WORST ? _("how many are behind: the ten worst units (indicators), chapters (all rows)")
									    : _("how many are behind: units (indicators), chapters (all rows)"));
	if (!wide)
		y = draw_units(o, p, y, end);
	y = draw_chapters(o, p, y, end);
	if (wide)
		draw_matrix(o, p, y + 1, end);
}
