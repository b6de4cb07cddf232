// SPDX-License-Identifier: MIT
// Which unit and which period are looked at: units with how much of their form is filled, periods with how their reports stand.
#include <stdlib.h>

#include "core/filled.h"
#include "core/i18n.h"
#include "core/period.h"
#include "core/report_list.h"
#include "core/text.h"
#include "plain/part.h"

// ------------------------------------------------------------ units

struct unit_list { int *units, len; struct report_list reports; };

static const char *unit_name(const struct plain *p, const void *ctx, int row, char *out, size_t cap)
{
	const struct unit_list *list = ctx;
	const char *name = p->plan->units[list->units[row]].name;
	char filled[FILLED_WORDS];
	filled_words(report_list_find(&list->reports, 0, list->units[row]), filled, sizeof filled);
	return text_format(out, cap, "%s%s%s", name, filled[0] != '\0' ? " " : "", filled);
}

static enum err collect(const struct plain *p, bool root, struct unit_list *list)
{
	const struct plan *plan = p->plan;
	const struct report_ask ask = {p->period, p->today, p->day_of};
	list->units = calloc((size_t)plan->units_len + 1, sizeof *list->units);
	if (list->units == NULL)
		return err_set(ERR_MEMORY, "%s", _("no memory"));
	for (int i = 0; i < plan->units_len; i++)
		if (i == plan->root ? root : !plan->units[i].compare && plan_unit_valid(plan, i, p->period))
			list->units[list->len++] = i;
	return report_list_load(&list->reports, p->store, plan, &ask);
}

bool plain_choose_unit(struct plain *p, bool root, int *unit)
{
	struct unit_list list = {.len = 0};
	int row = PLAN_NONE;
	if (!plain_failed(p, collect(p, root, &list)))
		row = plain_pick(p, _("Which unit?"), list.len, unit_name, &list);
	if (row != PLAN_NONE)
		*unit = list.units[row];
	report_list_done(&list.reports);
	free(list.units);
	return row != PLAN_NONE;
}

void plain_change_unit(struct plain *p, void *at)
{
	(void)at;
	plain_choose_unit(p, true, &p->unit);
}

// ------------------------------------------------------------ periods

static int today_of(const struct plain *p)
{
	return p->back.day != 0 ? p->back.day : p->today;
}

static void say_due(struct plain *p, int period, int due, bool open)
{
	int from = period_first_day(period_add(period, 1)) % 10000, left = period_days_between(today_of(p), due);
	plain_say(p, _("to be filled from %02d-%02d to %02d-%02d"), from / 100, from % 100, due / 100 % 100, due % 100);
	if (open)
		plain_say(p, left >= 0 ? _("%d days left") : _("%d days over"), left >= 0 ? left : -left);
}

static void say_state(struct plain *p, int period, const struct report_list *list)
{
	const struct report_tally tally = report_list_tally(list);
	int accepted = tally.by_state[REPORT_ACCEPTED] + tally.by_state[REPORT_LOCKED], due = report_list_due(list, today_of(p));
	bool open = period_last_day(period) < today_of(p);
	char words[PERIOD_TEXT];
	period_format(period, PERIOD_REPORT, words);
	if (open)
		plain_say(p, _("%s, %d: handed in %d/%d, passed %d/%d"), words, period, accepted + tally.by_state[REPORT_SUBMITTED], tally.owners,
			accepted, tally.owners);
	else
		plain_say(p, _("%s, %d: not open"), words, period);
	if (due != 0)
		say_due(p, period, due, open);
}

// Those of the plan, the newest first.
static void say_periods(struct plain *p)
{
	int months = plan_shortest_months(p->plan);
	for (int period = period_make(p->plan->target_year, 12); period_year(period) >= p->plan->base_year && !p->over;
		period = period_add(period, -months)) {
		const struct report_ask ask = {period, today_of(p), p->day_of};
		struct report_list list = {.len = 0};
		if (!plain_failed(p, report_list_states(&list, p->store, p->plan, &ask)))
			say_state(p, period, &list);
		report_list_done(&list);
	}
}

void plain_choose_period(struct plain *p, void *at)
{
	char typed[PLAIN_LINE];
	int period;
	enum plain_answer answer;
	(void)at;
	const char *help = _("A period is typed as 2023Q4, 2023H2, 2023 or 202312; Enter alone reads how each stands.");
	while ((answer = plain_ask(p, _("period"), help, typed)) != PLAIN_BACK) {
		if (answer == PLAIN_EMPTY) {
			say_periods(p);
			continue;
		}
		if (plain_failed(p, period_parse(typed, &period)))
			continue;
		if (period >= p->plan->base_year * 100 + 1 && period <= period_newest_ended(today_of(p), 1)) {
			p->period = period;
			return;
		}
		plain_say(p, _("Periods from %d to the newest that has ended can be looked at."), p->plan->base_year);
	}
}
