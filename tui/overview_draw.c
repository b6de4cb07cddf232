// SPDX-License-Identifier: MIT
// What the overview looks like (overview.h): how many stand how, then the list, then what lies beneath. The columns of the list
// are one table with a width for 80 cells and one for wide terminals.
#include "core/i18n.h"
#include "core/period.h"
#include "core/phrase.h"
#include "core/text.h"
#include "tui/overview.h"
#include "tui/part_flow.h"
#include "tui/part_rows.h"
#include "tui/stamp.h"

#define NAME_AT 3
#define WIDE 120
#define BENEATH 11               // rows that the list leaves for what is told beneath it
enum { NAME = -1, SINCE = -2, GAPS = -3, THEN = -4, THEN_OF = -5, NOW_OF = -6 };

struct column {
	const char *head;
	int narrow, wide;            // cells; 0: not shown
	bool right;
	int field;                   // enum phrase_field, or one of the above
};
static const struct column behind_columns[] = {
	{"", 14, 32, false, NAME},
	{N_("value/target"), 13, 16, false, PHRASE_VALUE_TARGET},
	{N_("pace (pts)"), 12, 13, false, PHRASE_LAG_SHORT},
	{N_("since when"), 10, 11, false, SINCE},
	{N_("gap"), 0, 10, false, PHRASE_GAP},
	{N_("a year"), 6, 7, true, PHRASE_NEEDED_SHORT},
	{N_("last year"), 6, 8, true, PHRASE_RECENT_SHORT},
	{N_("projected"), 0, 8, true, PHRASE_PROJECTED},
	{N_("widest gap"), 10, 40, false, GAPS},
};
static const struct column change_columns[] = {
	{"", 14, 32, false, NAME},
	{N_("figure then"), 11, 12, true, THEN},
	{N_("figure of"), 8, 10, false, THEN_OF},
	{N_("figure now"), 11, 12, true, PHRASE_VALUE},
	{N_("figure of"), 8, 10, false, NOW_OF},
	{N_("change"), 17, 18, false, PHRASE_RECENT},
	{N_("pace (pts)"), 0, 13, false, PHRASE_LAG_SHORT},
};
struct row { const struct standing *s, *then; int since; };

static const struct column *columns_of(const struct overview *o, int *len)
{
	*len = (int)(o->changes ? sizeof change_columns / sizeof change_columns[0] : sizeof behind_columns / sizeof behind_columns[0]);
	return o->changes ? change_columns : behind_columns;
}

int overview_rows(const struct overview *o)
{
	return o->changes ? o->moved.len : o->behind.len;
}

int overview_height(const struct overview *o, int rows)
{
	int room = rows - OVERVIEW_LIST_TOP - 2 - BENEATH, len = overview_rows(o);
	room = room < 3 ? 3 : room;
	return len < room ? len : room;
}

static struct row row_at(const struct overview *o, int i)
{
	if (o->changes)
		return (struct row){&o->moved.rows[i].s, o->moved.rows[i].then, 0};
	return (struct row){o->behind.rows[i].s, NULL, o->behind.rows[i].since};
}

// ------------------------------------------------------------ above the list

static char *day_words(int day, char *out, size_t cap)
{
	return text_format(out, cap, _("%d-%02d-%02d"), day / 10000, day / 100 % 100, day % 100);
}

static void draw_date(const struct overview *o, struct paint *p)
{
	const struct app *app = o->app;
	char text[PHRASE_LONG], day[PERIOD_TEXT], of[PERIOD_TEXT];
	struct flow flow = {p, 1, 2, 1, 1, paint_cols(p)};
	text_format(text, sizeof text, _("as of %s, %s"), day_words(app->today, day, sizeof day), app_figures_words(app));
	flow_item(&flow, ROLE_HEADING, text);
	if (app->published != 0) {
		stamp_words(app->published, day, sizeof day);
		flow_item(&flow, ROLE_MESSAGE, text_format(text, sizeof text, _("figures published %s"), day));
	}
	if (o->quarterly != 0) {
		period_format(o->quarterly, PERIOD_POINT, of);
		flow_item(&flow, ROLE_TEXT, text_format(text, sizeof text, _("newest %s"), of));
	}
	if (o->yearly != 0 && o->yearly != o->quarterly) {
		period_format(o->yearly, PERIOD_REPORT, of);
		flow_item(&flow, ROLE_TEXT, text_format(text, sizeof text, _("yearly of %s"), of));
	}
}

// The statuses that COUNT has, the worst first, and by the words that every paper uses.
static void put_statuses(struct flow *flow, const struct survey_count *count)
{
	static const enum standing_status order[STANDING_STATUSES] = {STANDING_MISSED, STANDING_CRITICAL, STANDING_BEHIND,
		STANDING_ON_TRACK, STANDING_AHEAD, STANDING_MET, STANDING_NO_BASE, STANDING_NO_DATA, STANDING_NO_TARGET};
	char text[PHRASE_TEXT];
	for (int i = 0; i < STANDING_STATUSES; i++) {
		enum standing_status status = order[i];
		if (count->by_status[status] > 0)
			flow_item(flow, part_status_role(status), text_format(text, sizeof text, "%c %s %d", standing_letter[status],
				status == STANDING_NO_DATA ? _("not judged") : part_status_word(status), count->by_status[status]));
	}
}

static void draw_standings(const struct overview *o, struct paint *p)
{
	char text[PHRASE_TEXT];
	struct flow flow = {p, 2, 4, 1, 1, paint_cols(p)};
	flow_item(&flow, ROLE_HEADING, text_format(text, sizeof text, _("%d indicators"), o->figures.rows));
	put_statuses(&flow, &o->figures);
}

static void draw_work(const struct overview *o, struct paint *p)
{
	char text[PHRASE_TEXT];
	struct flow flow = {p, 4, 5, 1, 1, paint_cols(p)};
	if (o->work.rows == 0)
		return;
	flow_item(&flow, ROLE_HEADING, text_format(text, sizeof text, _("%d tasks and milestones"), o->work.rows));
	put_statuses(&flow, &o->work);
}

// ------------------------------------------------------------ the list

// The units that make the largest gap: with their part of it where there is room.
static void gaps_words(const struct overview *o, const struct standing *s, bool wide, char *out, size_t cap)
{
	const struct overview_gaps *gaps = &o->gaps[s->indicator];
	char part[PHRASE_TEXT], name[PHRASE_TEXT];
	out[0] = '\0';
	for (int i = 0; i < gaps->len && i < (wide ? OVERVIEW_GAPS : 2); i++) {
		const struct overview_gap *gap = &gaps->units[i];
		text_fit(o->app->plan->units[gap->unit].short_name, wide ? 6 : 4, false, false, name, sizeof name);
		text_join(out, cap, " ", "%s%s", name, wide ? share_percent(gap->part, part, sizeof part) : "");
	}
}

static void data_of(const struct overview *o, int period, char *out, size_t cap)
{
	char text[PERIOD_TEXT];
	if (period == o->app->period)
		period_format(period, PERIOD_COLUMN, text);
	else
		period_format_data(period, o->app->period, text);
	text_format(out, cap, "%s", text);
}

static void column_words(const struct overview *o, const struct row *row, const struct column *column, int cells, char *out, size_t cap)
{
	const struct plan *plan = o->app->plan;
	const struct plan_indicator *indicator = &plan->indicators[row->s->indicator];
	out[0] = '\0';
	switch (column->field) {
	case NAME: text_format(out, cap, "%s", text_cells(indicator->name) <= cells ? indicator->name : indicator->short_name); break;
	case GAPS: gaps_words(o, row->s, cells > 10, out, cap); break;
	case THEN: phrase_write(plan, row->then, PHRASE_VALUE, out, cap); break;
	case THEN_OF: data_of(o, row->then->value_period, out, cap); break;
	case NOW_OF: data_of(o, row->s->value_period, out, cap); break;
	case SINCE:
		if (row->since == 0)
			return;
		text_format(out, cap, _("%d-%02d"), period_year(row->since), period_month(row->since));
		break;
	default: phrase_write_within(plan, row->s, (enum phrase_field)column->field, cells, out, cap); break;
	}
}

// What has no figure of its own to stand in columns, a comparison, is said in words.
static bool in_words(const struct overview *o, const struct row *row, char *out, size_t cap)
{
	return !o->changes && phrase_write(o->app->plan, row->s, PHRASE_ROW, out, cap)[0] != '\0';
}

static void draw_row(const struct overview *o, struct paint *p, int y, int i)
{
	const struct row row = row_at(o, i);
	const char letter[] = {standing_letter_of(row.s), '\0'};
	bool wide = paint_cols(p) >= WIDE, focused = i == o->list.focus;
	char text[PHRASE_LONG];
	int len, x = NAME_AT;
	const struct column *columns = columns_of(o, &len);
	paint_text(p, y, 0, 1, ROLE_MARK, focused ? ">" : " ");
	paint_text(p, y, 1, 1, part_status_role(row.s->status), letter);
	for (int c = 0; c < len; c++) {
		int cells = wide ? columns[c].wide : columns[c].narrow;
		if (cells == 0)
			continue;
		if (c == 1 && in_words(o, &row, text, sizeof text)) {
			paint_text(p, y, x, paint_cols(p) - x, ROLE_TEXT, text);
			return;
		}
		column_words(o, &row, &columns[c], cells, text, sizeof text);
		if (columns[c].field == NAME || columns[c].field == GAPS)
			paint_text(p, y, x, cells, focused && c == 0 ? ROLE_FOCUS : ROLE_TEXT, text);
		else
			part_figure(p, y, x, cells, columns[c].right, ROLE_TEXT, text);
		x += cells + 1;
	}
}

static void draw_head(const struct overview *o, struct paint *p, int y)
{
	bool wide = paint_cols(p) >= WIDE;
	char text[PHRASE_TEXT];
	int len, x = NAME_AT;
	const struct column *columns = columns_of(o, &len);
	for (int c = 0; c < len; c++) {
		int cells = wide ? columns[c].wide : columns[c].narrow;
		if (cells == 0)
			continue;
		if (c == 0)
			text_format(text, sizeof text, o->changes ? _("changed: %d") : _("behind: %d"), overview_rows(o));
		else
			text_format(text, sizeof text, "%s", _(columns[c].head));
		(columns[c].right ? paint_right : paint_text)(p, y, x, cells, ROLE_HEADING, text);
		x += cells + 1;
	}
}

// Not behind is only what has been judged.
static bool any_judged(const struct overview *o)
{
	int judged = 0;
	for (int status = STANDING_MET; status <= STANDING_MISSED; status++)
		judged += o->figures.by_status[status];
	return judged > 0;
}

static const char *empty_words(const struct overview *o)
{
	if (!o->changes && !any_judged(o))
		return o->app->figures == SURVEY_ACCEPTED && o->app->published == 0
			? _("No accepted figure can be judged yet. ~ shows those that are not accepted.")
			: _("No figure can be judged yet. F2 chooses another period.");
	return o->changes ? _("Nothing has changed since the period before.") : _("None of those that can be judged is behind.");
}

// ------------------------------------------------------------

void overview_draw(const struct overview *o, struct paint *p)
{
	int y = OVERVIEW_LIST_TOP, end = paint_rows(p) - 2;
	draw_date(o, p);
	draw_standings(o, p);
	draw_work(o, p);
	draw_head(o, p, OVERVIEW_LIST_TOP - 1);
	paint_cursor(p, y + o->list.focus - o->list.top, 0);
	if (overview_rows(o) == 0)
		y = paint_wrapped(p, y, end, NAME_AT, paint_cols(p) - NAME_AT - 1, ROLE_TEXT, empty_words(o));
	for (int i = o->list.top; i < o->list.len && i < o->list.top + o->list.height; i++)
		draw_row(o, p, y++, i);
	overview_draw_counts(o, p, y, end);
}
