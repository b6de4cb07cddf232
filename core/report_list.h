// SPDX-License-Identifier: MIT
// Who is where in a period: every owner of whom something is asked, with the report's state, what is filled, and the days left.
#ifndef CORE_REPORT_LIST_H
#define CORE_REPORT_LIST_H

#include "core/report.h"
#include "core/store.h"

struct report_line {
	struct report report;            // its sentence: the one below, or ""
	char *sentence;                  // owned by the list
	int filled, asked;               // figures: a value, 未报 and 不适用 count as filled, 空 and a cleared cell do not
	int told, tasks;                 // milestones, projects and tasks, the same
	int due, left;                   // yyyymmdd; days until then, below zero past it
	bool waits;                      // not submitted, or returned: it is the owner's turn
	bool late, missed;               // 迟报: first submitted past the last day; 漏报: past it and never submitted
};
struct report_list { struct report_line *lines; int len; };      // units in official order, then departments
struct report_ask {
	int period, today;               // yyyymm, yyyymmdd
	int (*day_of)(int64_t at);       // the local day of a time, for core knows no time zone
};
// LIST zeroed before; report_list_done after a failure too.
must_check enum err report_list_load(struct report_list *list, struct store *store, const struct plan *plan,
	const struct report_ask *ask);
// The same without what is keyed in: filled, asked, told and tasks stay 0, and one read does for a period.
must_check enum err report_list_states(struct report_list *list, struct store *store, const struct plan *plan,
	const struct report_ask *ask);
void report_list_done(struct report_list *list);
// The line of an owner; NULL where nothing is asked of it.
const struct report_line *report_list_find(const struct report_list *list, int dept, int unit);
// Is the line told of where UNIT is looked at: of the root all are, of another unit its own alone.
bool report_line_is_of(const struct plan *plan, const struct report_line *line, int unit);

// How many stand how. By owner over several periods: added up by the caller.
struct report_tally { int owners, by_state[REPORT_STATES], late, missed; };
struct report_tally report_list_tally(const struct report_list *list);
// The next last day of those that have not submitted, extensions counted, else the newest that is past; 0: all have.
int report_list_due(const struct report_list *list, int today);

#endif
