// SPDX-License-Identifier: MIT
// What is to be done, on the workbench (part_home.h): a clerk's own report first, else what waits for review and who has not
// submitted, by name; then the nodes overdue. Each stands behind the digit that leads there.
#include "tui/part_home.h"

#include "core/filled.h"
#include "core/i18n.h"
#include "core/period.h"
#include "core/text.h"
#include "tui/part_flow.h"

#define TEXT 256

static char *days_words(const struct app *app, int due, char *out, size_t cap)
{
	int left = period_days_between(app->today, due);
	return text_format(out, cap, left >= 0 ? _("%d days left") : _("%d days over"), left >= 0 ? left : -left);
}

// ------------------------------------------------------------ the clerk's own report

static void own_item(struct flow *flow, const struct app *app, const struct home_figures *figures)
{
	const struct report_line *own = figures->reports.own;
	char text[TEXT], filled[FILLED_WORDS], days[64] = "";
	if (own == NULL)
		return;
	if (own->waits)
		days_words(app, own->due, days, sizeof days);
	flow_item(flow, ROLE_HEADING, text_format(text, sizeof text, _("1 own report %s: %s%s %s"),
		report_owner_name(app->plan, &own->report.key), _(report_state_name(own->report.state)), filled_words(own, filled, sizeof filled), days));
	flow_row(flow);
}

// ------------------------------------------------------------ owners by name

// 禹州 7/9, 建安 已退回, 市统计局.
static char *owner_words(const struct app *app, const struct report_line *line, char *out, size_t cap)
{
	const struct report_key *key = &line->report.key;
	char filled[FILLED_WORDS] = "";
	if (key->dept != 0 || key->unit == app->plan->root)
		return text_format(out, cap, "%s", report_owner_name(app->plan, key));
	if (line->report.state == REPORT_RETURNED)
		return text_format(out, cap, "%s %s", app->plan->units[key->unit].short_name, _(report_state_name(line->report.state)));
	if (line->waits)
		filled_brief(line, filled, sizeof filled);
	return text_format(out, cap, "%s%s%s", app->plan->units[key->unit].short_name, filled[0] != '\0' ? " " : "", filled);
}

static bool belongs(const struct report_line *line, bool waiting)
{
	return waiting ? line->waits : line->report.state == REPORT_SUBMITTED;
}

static int owner_items(struct flow *flow, const struct app *app, const struct home_reports *reports, bool waiting)
{
	char text[TEXT];
	int count = 0;
	for (int i = 0; i < reports->list.len; i++)
		count += belongs(&reports->list.lines[i], waiting);
	if (count == 0 || !reports->open)
		return count;
	flow_row(flow);
	flow_item(flow, ROLE_HEADING, text_format(text, sizeof text, waiting ? _("2 not submitted %d:") : _("1 in review %d:"), count));
	for (int i = 0; i < reports->list.len && flow->y < flow->end; i++)
		if (belongs(&reports->list.lines[i], waiting))
			flow_item(flow, ROLE_TEXT, owner_words(app, &reports->list.lines[i], text, sizeof text));
	return count;
}

// Corrections that wait stand in the review with the reports; those of another period behind its own.
static void correction_items(struct flow *flow, const struct home_reports *reports, bool digit)
{
	char text[TEXT], period[PERIOD_TEXT];
	if (reports->corrections > 0)
		flow_item(flow, ROLE_HEADING, text_format(text, sizeof text, digit ? _("1 corrections to decide: %d") : _("corrections to decide: %d"),
			reports->corrections));
	period_format(reports->elsewhere_of, PERIOD_REPORT, period);
	if (reports->elsewhere > 0)
		flow_item(flow, ROLE_TEXT, text_format(text, sizeof text, _("corrections of other periods: %d (newest %s; F2)"), reports->elsewhere,
			period));
	flow_row(flow);
}

// Not counted here: the checks read each figure's past, which takes longer than all else on this screen.
static void findings_item(struct flow *flow, const struct home_reports *reports)
{
	flow_row(flow);
	if (reports->open && reports->list.len > 0)
		flow_item(flow, ROLE_HEADING, _("3 what the checks find"));
}

static void overdue_item(struct flow *flow, const struct app *app, const struct survey_overdue *overdue)
{
	char text[TEXT];
	if (overdue->nodes > 0)
		flow_item(flow, ROLE_HEADING, text_format(text, sizeof text, _("4 nodes overdue: %d, longest %d days (as of %02d-%02d)"),
			overdue->nodes, overdue->days, app->today / 100 % 100, app->today % 100));
}

// ------------------------------------------------------------

static void draw_title(struct paint *p, int y, int x, int width, const struct app *app, const struct home_reports *reports)
{
	char title[TEXT], due[64] = "", days[64], period[PERIOD_TEXT];
	int filled = 0, asked = 0, last = reports->open ? report_list_due(&reports->list, app->today) : 0;
	for (int i = 0; i < reports->list.len; i++) {
		filled += reports->list.lines[i].filled;
		asked += reports->list.lines[i].asked;
	}
	period_format(app->period, PERIOD_REPORT, period);
	if (last != 0)
		text_format(due, sizeof due, _(" -- due %02d-%02d, %s"), last / 100 % 100, last % 100, days_words(app, last, days, sizeof days));
	paint_rule(p, y, x, width, text_format(title, sizeof title, _("to do -- forms of %s: %d/%d keyed in%s"), period, filled, asked, due));
}

int part_home_todo(struct paint *p, int y, int x, int width, int rows, const struct app *app, const struct home_figures *figures)
{
	struct flow flow = {p, y + 1, y + rows, x + 1, x + 1, x + width - 1};
	if (rows < 2)
		return 0;
	draw_title(p, y, x, width, app, &figures->reports);
	own_item(&flow, app, figures);
	if (figures->reports.own == NULL)
		correction_items(&flow, &figures->reports, owner_items(&flow, app, &figures->reports, false) == 0);
	owner_items(&flow, app, &figures->reports, true);
	findings_item(&flow, &figures->reports);
	overdue_item(&flow, app, &figures->overdue);
	flow_row(&flow);
	return (flow.y < flow.end ? flow.y : flow.end) - y;
}
