// SPDX-License-Identifier: MIT
// What is to be done, on the workbench (part_home.h): a clerk's own report first, else what waits for review and who has not
// submitted, by name; then the nodes overdue. Each stands behind the digit that leads there.
#include "tui/part_home.h"

#include "core/i18n.h"
#include "core/period.h"
#include "core/text.h"
#include "tui/part_flow.h"
#include "tui/steps.h"

#define TEXT 256

char *part_home_filled(const struct filled *filled, char *out, size_t cap)
{
	out[0] = '\0';
	return filled->asked > 0 ? text_format(out, cap, "%d/%d", filled->filled, filled->asked) : out;
}

static bool waits(enum report_state state)
{
	return state == REPORT_FILLING || state == REPORT_RETURNED;
}

static char *days_words(const struct app *app, int due, char *out, size_t cap)
{
	int left = period_days_between(app->today, due);
	return text_format(out, cap, left >= 0 ? _("%d days left") : _("%d days over"), left >= 0 ? left : -left);
}

// ------------------------------------------------------------ the clerk's own report

static void own_item(struct flow *flow, const struct app *app, const struct home_figures *figures)
{
	const struct report *own = &figures->reports.own;
	char text[TEXT], filled[32] = "", days[64] = "";
	if (!figures->reports.has_own)
		return;
	if (own->key.dept == 0)
		part_home_filled(&figures->filled[own->key.unit], filled, sizeof filled);
	if (waits(own->state))
		days_words(app, report_due(app->plan, own, app->today), days, sizeof days);
	flow_item(flow, ROLE_HEADING, text_format(text, sizeof text, _("1 own report %s: %s%s %s"), report_owner_name(app->plan, &own->key),
		steps_state(own->state), filled, days));
	flow_row(flow);
}

// ------------------------------------------------------------ owners by name

// 禹州 7/9, 建安 已退回, 市统计局.
static char *owner_words(const struct app *app, const struct home_figures *figures, const struct home_owner *owner, char *out, size_t cap)
{
	const struct report_key *key = &owner->key;
	char filled[32] = "";
	if (key->dept != 0 || key->unit == app->plan->root)
		return text_format(out, cap, "%s", report_owner_name(app->plan, key));
	if (owner->state == REPORT_RETURNED)
		return text_format(out, cap, "%s %s", app->plan->units[key->unit].short_name, steps_state(owner->state));
	if (waits(owner->state))
		part_home_filled(&figures->filled[key->unit], filled, sizeof filled);
	return text_format(out, cap, "%s%s%s", app->plan->units[key->unit].short_name, filled[0] != '\0' ? " " : "", filled);
}

static bool belongs(const struct home_owner *owner, bool waiting)
{
	return waiting ? waits(owner->state) : owner->state == REPORT_SUBMITTED;
}

static void owner_items(struct flow *flow, const struct app *app, const struct home_figures *figures, bool waiting)
{
	const struct home_reports *reports = &figures->reports;
	char text[TEXT];
	int count = 0;
	for (int i = 0; i < reports->len; i++)
		count += belongs(&reports->owners[i], waiting);
	if (count == 0)
		return;
	flow_row(flow);
	flow_item(flow, ROLE_HEADING, text_format(text, sizeof text, waiting ? _("2 not submitted %d:") : _("1 in review %d:"), count));
	for (int i = 0; i < reports->len && flow->y < flow->end; i++)
		if (belongs(&reports->owners[i], waiting))
			flow_item(flow, ROLE_TEXT, owner_words(app, figures, &reports->owners[i], text, sizeof text));
	flow_row(flow);
}

// Not counted here: the checks read each figure's past, which takes longer than all else on this screen.
static void findings_item(struct flow *flow, const struct home_reports *reports)
{
	flow_row(flow);
	if (reports->len > 0)
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

static void draw_title(struct paint *p, int y, int x, int width, const struct app *app, const struct home_figures *figures,
	const int *units, int len)
{
	char title[TEXT], due[64] = "", days[64], period[PERIOD_TEXT];
	const struct home_reports *reports = &figures->reports;
	int filled = 0, asked = 0;
	for (int i = 0; i < len; i++) {
		filled += figures->filled[units[i]].filled;
		asked += figures->filled[units[i]].asked;
	}
	period_format(app->period, PERIOD_REPORT, period);
	if (reports->due != 0)
		text_format(due, sizeof due, _(" -- due %02d-%02d, %s"), reports->due / 100 % 100, reports->due % 100,
			days_words(app, reports->due, days, sizeof days));
	paint_rule(p, y, x, width, text_format(title, sizeof title, _("to do -- forms of %s: %d/%d keyed in%s"), period, filled, asked, due));
}

int part_home_todo(struct paint *p, int y, int x, int width, int rows, const struct app *app, const struct home_figures *figures,
	const int *units, int len)
{
	struct flow flow = {p, y + 1, y + rows, x + 1, x + 1, x + width - 1};
	if (rows < 2)
		return 0;
	draw_title(p, y, x, width, app, figures, units, len);
	own_item(&flow, app, figures);
	if (!figures->reports.has_own)
		owner_items(&flow, app, figures, false);
	owner_items(&flow, app, figures, true);
	findings_item(&flow, &figures->reports);
	overdue_item(&flow, app, &figures->overdue);
	flow_row(&flow);
	return (flow.y < flow.end ? flow.y : flow.end) - y;
}
