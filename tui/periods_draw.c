// SPDX-License-Identifier: MIT
// How the choice of a period is drawn (periods.h): periods with their days and how many have submitted, and beneath what is asked in
// the focused one, who has not submitted and what waits for review.
#include "tui/periods.h"

#include "core/filled.h"
#include "core/i18n.h"
#include "core/period.h"
#include "core/text.h"
#include "tui/part_flow.h"

#define NAME_CELLS 23
#define CODE_AT 27
#define DAYS_AT 35
#define SUBMITTED_AT 47
#define ACCEPTED_AT 55
#define STATE_AT 64
#define COUNT_CELLS 7
#define BELOW 6                      // rows of the lower half
#define LEAST 6                      // rows of the list that are worth more than it
#define FIELD_CELLS 14
#define TEXT 256

static int below(int rows)
{
	return rows - 2 - PERIODS_TOP - 2 - BELOW >= LEAST ? BELOW : 0;
}

int periods_height(const struct periods *s)
{
	return s->app->rows - 2 - PERIODS_TOP - 2 - below(s->app->rows);      // two rows for what is typed
}

// ------------------------------------------------------------ a period

static bool handed_in(const struct report_tally *tally)
{
	return tally->by_state[REPORT_SUBMITTED] + tally->by_state[REPORT_ACCEPTED] + tally->by_state[REPORT_LOCKED] > 0;
}

static char *days_words(const struct periods *s, const struct periods_row *row, char *out, size_t cap)
{
	int left = period_days_between(s->app->today, row->due);
	char days[64];
	if (left < 0 && !handed_in(&row->tally))
		return text_format(out, cap, "%s", _("not submitted"));
	text_format(days, sizeof days, left >= 0 ? _("%d days left") : _("%d days over"), left >= 0 ? left : -left);
	return text_format(out, cap, "%s %s", _(report_state_name(REPORT_FILLING)), days);
}

static char *state_words(const struct periods *s, const struct periods_row *row, char *out, size_t cap)
{
	const struct report_tally *tally = &row->tally;
	if (tally->owners == 0)
		return text_format(out, cap, "%s", _("nothing is asked"));
	if (!periods_is_open(s, row->period))
		return text_format(out, cap, "%s", _("not open"));
	if (row->due != 0)
		return days_words(s, row, out, cap);
	if (tally->by_state[REPORT_SUBMITTED] > 0)
		return text_format(out, cap, "%s", _("waiting for review"));
	return text_format(out, cap, "%s",
		_(report_state_name(tally->by_state[REPORT_ACCEPTED] > 0 ? REPORT_ACCEPTED : REPORT_LOCKED)));
}

static void draw_counts(struct paint *p, int y, const struct report_tally *tally)
{
	int accepted = tally->by_state[REPORT_ACCEPTED] + tally->by_state[REPORT_LOCKED];
	char text[32];
	paint_right(p, y, SUBMITTED_AT, COUNT_CELLS, ROLE_TEXT,
		text_format(text, sizeof text, "%d/%d", accepted + tally->by_state[REPORT_SUBMITTED], tally->owners));
	paint_right(p, y, ACCEPTED_AT, COUNT_CELLS, ROLE_TEXT, text_format(text, sizeof text, "%d/%d", accepted, tally->owners));
}

// From the day after its end on; till when those that wait must submit.
static char *window_words(const struct periods_row *row, char *out, size_t cap)
{
	int from = period_first_day(period_add(row->period, 1)) % 10000, to = row->due % 10000;
	return text_format(out, cap, _("%02d-%02d to %02d-%02d"), from / 100, from % 100, to / 100, to % 100);
}

static void draw_period(const struct periods *s, struct paint *p, int y, const struct periods_row *row, bool focused)
{
	char text[TEXT], period[PERIOD_TEXT];
	period_format(row->period, PERIOD_REPORT, period);
	text_format(text, sizeof text, row->period == s->app->period ? _("%s (shown now)") : "%s", period);
	paint_text(p, y, 0, 1, ROLE_MARK, focused ? ">" : " ");
	paint_text(p, y, 3, NAME_CELLS, focused ? ROLE_FOCUS : ROLE_TEXT, text);
	paint_text(p, y, CODE_AT, 6, ROLE_TEXT, text_format(text, sizeof text, "%d", row->period));
	if (row->due != 0)
		paint_text(p, y, DAYS_AT, SUBMITTED_AT - DAYS_AT, ROLE_TEXT, window_words(row, text, sizeof text));
	if (row->tally.owners > 0 && periods_is_open(s, row->period))
		draw_counts(p, y, &row->tally);
	paint_text(p, y, STATE_AT, paint_cols(p) - STATE_AT, ROLE_TEXT, state_words(s, row, text, sizeof text));
}

static void draw_row(const struct periods *s, struct paint *p, int y, int i)
{
	const struct periods_row *row = &s->rows[find_row(&s->find, i)];
	char year[64];
	if (row->period == 0)
		paint_rule(p, y, 0, paint_cols(p),
			text_format(year, sizeof year, _("%d (cumulative figures begin in January)"), row->year));
	else
		draw_period(s, p, y, row, i == s->list.focus);
}

static void draw_head(struct paint *p)
{
	paint_text(p, 1, 3, NAME_CELLS, ROLE_HEADING, _("period"));
	paint_text(p, 1, CODE_AT, 6, ROLE_HEADING, _("code"));
	paint_text(p, 1, DAYS_AT, SUBMITTED_AT - DAYS_AT, ROLE_HEADING, _("to be filled"));
	paint_right(p, 1, SUBMITTED_AT, COUNT_CELLS, ROLE_HEADING, _("handed in"));
	paint_right(p, 1, ACCEPTED_AT, COUNT_CELLS, ROLE_HEADING, _("passed"));
	paint_text(p, 1, STATE_AT, paint_cols(p) - STATE_AT, ROLE_HEADING, _("state"));
}

// ------------------------------------------------------------ the focused one

static const struct { int months; const char *name; } frequencies[] = {
	{1, N_("monthly")}, {3, N_("quarterly")}, {6, N_("half-yearly")}, {12, N_("yearly")},
};

// Of the plan, whoever keys them in.
static void asked_items(struct flow *flow, const struct plan *plan, int period)
{
	int figures[13] = {0}, tasks = 0;
	char text[TEXT];
	for (int i = 0; i < plan->elements_len; i++) {
		const struct plan_element *element = &plan->elements[i];
		if (!plan_element_open(plan, i, period))
			continue;
		tasks += element->kind == PLAN_STAGE;
		figures[element->months] += element->kind != PLAN_STAGE;
	}
	flow_item(flow, ROLE_HEADING, _("asked"));
	for (size_t i = 0; i < sizeof frequencies / sizeof frequencies[0]; i++)
		if (figures[frequencies[i].months] > 0)
			flow_item(flow, ROLE_TEXT, text_format(text, sizeof text, _("%s: %d"), _(frequencies[i].name), figures[frequencies[i].months]));
	if (tasks > 0)
		flow_item(flow, ROLE_TEXT, text_format(text, sizeof text, _("stages of tasks: %d"), tasks));
	flow_row(flow);
}

// 禹州市7/9, 建安区(已退回), 市统计局3/13.
static char *owner_words(const struct plan *plan, const struct report_line *line, char *out, size_t cap)
{
	const char *name = report_owner_name(plan, &line->report.key);
	char filled[FILLED_WORDS];
	if (line->report.state == REPORT_RETURNED)
		return text_format(out, cap, "%s(%s)", name, _(report_state_name(REPORT_RETURNED)));
	return text_format(out, cap, "%s%s", name, line->waits ? filled_brief(line, filled, sizeof filled) : "");
}

static void owner_items(struct flow *flow, const struct periods *s, bool waiting)
{
	char text[TEXT];
	int count = 0;
	for (int i = 0; i < s->focused.len; i++) {
		const struct report_line *line = &s->focused.lines[i];
		if (waiting ? !line->waits : line->report.state != REPORT_SUBMITTED)
			continue;
		if (count++ == 0)
			flow_item(flow, ROLE_HEADING, waiting ? _("not submitted") : _("waiting for review"));
		flow_item(flow, ROLE_TEXT, owner_words(s->app->plan, line, text, sizeof text));
	}
	flow_row(flow);
}

static void draw_below(const struct periods *s, struct paint *p, int y)
{
	struct flow flow = {p, y + 1, y + BELOW - 1, 1, 1, paint_cols(p) - 1};
	char name[PERIOD_TEXT];
	if (s->focused_period == 0)
		return;
	period_format(s->focused_period, PERIOD_REPORT, name);
	paint_rule(p, y, 0, paint_cols(p), name);
	asked_items(&flow, s->app->plan, s->focused_period);
	owner_items(&flow, s, false);
	owner_items(&flow, s, true);
}

// ------------------------------------------------------------

static void draw_field(const struct periods *s, struct paint *p, int y)
{
	int used = paint_text(
		p, y, 1, paint_cols(p) - FIELD_CELLS - 4, ROLE_TEXT, _("Or type it, like 202406 or 2024, then Enter:"));
	int cursor = paint_edit(p, y, used + 2, FIELD_CELLS, &s->edit);
	if (s->typing)
		paint_cursor(p, y, cursor);
	else
		paint_cursor(p, PERIODS_TOP + s->list.focus - s->list.top, 0);
}

void periods_paint(const struct periods *s, struct paint *p)
{
	int y = PERIODS_TOP;
	draw_head(p);
	for (int i = s->list.top; i < s->list.len && i < s->list.top + s->list.height; i++)
		draw_row(s, p, y++, i);
	if (below(paint_rows(p)) > 0)
		draw_below(s, p, PERIODS_TOP + s->list.height + 1);
	draw_field(s, p, paint_rows(p) - 3);
}
