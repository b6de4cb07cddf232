// SPDX-License-Identifier: MIT
// The reports of a year: who is where in each of its periods, and how often an owner was late (迟报) or is missing (漏报).
#ifndef CORE_REPORT_YEAR_H
#define CORE_REPORT_YEAR_H

#include "core/report_list.h"

#define REPORT_YEAR_PERIODS 12
struct report_year {
	int year, len;
	struct { int period; bool open; struct report_list list; } periods[REPORT_YEAR_PERIODS];      // not open: not read
};
struct report_faults { int late, missed; };

// The periods of the plan's shortest frequency; one is open from the day after its end. YEAR zeroed before; report_year_done after a
// failure too.
must_check enum err report_year_load(struct report_year *year, struct store *store, const struct plan *plan, int of,
	const struct report_ask *ask);
void report_year_done(struct report_year *year);
struct report_faults report_year_faults(const struct report_year *year, const struct report_key *owner);
// Of PERIOD; NULL where nothing is asked, or it is not open.
const struct report_line *report_year_line(const struct report_year *year, int period, const struct report_key *owner);

#endif
