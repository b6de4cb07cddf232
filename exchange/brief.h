// SPDX-License-Identifier: MIT
// What a leader asks of a period first: which indicators are behind and since when, what has changed, whose report is still out. Apart from
// report.h, for what core calls a report is what one owner submits.
#ifndef EXCHANGE_BRIEF_H
#define EXCHANGE_BRIEF_H

#include "core/behind.h"
#include "core/moved.h"
#include "core/plan.h"
#include "core/store.h"
#include "core/survey.h"

#define BRIEF_NAMED 12
struct brief {
	struct behind behind;
	struct survey_overdue overdue;
	int before;                              // the period that MOVED is held against
	struct survey *then;
	struct moved moved;
	int owners, waiting;                     // of whom something is asked; who has not submitted
	char names[1024];                        // of the first of those: 禹州市（7/9）、...
};
struct brief_query {
	const struct plan *plan;
	int unit;                                // of a county its own report only
	struct survey_query survey;
	int (*day_of)(int64_t at);
};
// SURVEY of the unit by the same query; BRIEF borrows its standings. Zeroed before; brief_done after a failure too.
must_check enum err brief_read(struct brief *brief, struct store *store, const struct brief_query *query, const struct survey *survey);
void brief_done(struct brief *brief);

#endif
