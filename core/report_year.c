// SPDX-License-Identifier: MIT
// See report_year.h.
#include "core/report_year.h"

#include "core/period.h"

enum err report_year_load(struct report_year *year, struct store *store, const struct plan *plan, int of, const struct report_ask *ask)
{
	int step = plan_shortest_months(plan);
	enum err err = ERR_OK;
	year->year = of;
	for (int month = step; month <= 12 && err == ERR_OK; month += step) {
		const struct report_ask one = {period_make(of, month), ask->today, ask->day_of};
		int at = year->len++;
		year->periods[at].period = one.period;
		year->periods[at].open = period_last_day(one.period) < ask->today;
		if (year->periods[at].open)
			err = report_list_load(&year->periods[at].list, store, plan, &one);
	}
	return err;
}

void report_year_done(struct report_year *year)
{
	for (int i = 0; i < year->len; i++)
		report_list_done(&year->periods[i].list);
	*year = (struct report_year){0};
}

struct report_faults report_year_faults(const struct report_year *year, const struct report_key *owner)
{
	struct report_faults faults = {0, 0};
	for (int i = 0; i < year->len; i++) {
		const struct report_line *line = report_list_find(&year->periods[i].list, owner->dept, owner->unit);
		faults.late += line != NULL && line->late;
		faults.missed += line != NULL && line->missed;
	}
	return faults;
}

const struct report_line *report_year_line(const struct report_year *year, int period, const struct report_key *owner)
{
	for (int i = 0; i < year->len; i++)
		if (year->periods[i].period == period)
			return report_list_find(&year->periods[i].list, owner->dept, owner->unit);
	return NULL;
}
