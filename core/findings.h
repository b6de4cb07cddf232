// SPDX-License-Identifier: MIT
// What a reviewer goes through in a period: the findings of all its reports with what explains them, the corrections that wait
// for a decision, and the reports that wait and have no open finding. Computed each time, never stored.
#ifndef CORE_FINDINGS_H
#define CORE_FINDINGS_H

#include "core/check.h"
#include "core/report_list.h"
#include "core/said.h"

enum findings_level { FINDINGS_HARD, FINDINGS_CORRECTION, FINDINGS_SOFT, FINDINGS_WAITING, FINDINGS_LEVELS };      // in their order
struct finding_row {
	enum findings_level level;
	int report;                          // its line in the list of reports
	// Of a correction the cell, both figures (left the new one) and its sentence; of a waiting report only period and unit, and
	// element PLAN_NONE.
	struct check_finding finding;
	const char *said;                    // what explains it, or the correction's reason; "" none
	int64_t said_change;                 // of that line; 0 none
	int64_t correction;                  // its id; 0 none
	char *owned;
};
struct findings_open { int hard, soft; };          // of one report; soft ones without an explanation
struct findings {
	struct report_list reports;
	struct findings_open *open;          // by line of reports
	struct said said;
	struct finding_row *rows;
	int len, cap, counts[FINDINGS_LEVELS];
};
// ONLY: of one report; NULL all. Zeroed before; findings_done after a failure too.
must_check enum err findings_load(struct findings *findings, struct store *store, const struct plan *plan,
	const struct report_ask *ask, const struct report_key *only);
void findings_done(struct findings *findings);
// Does the report wait for review, with nothing wrong and nothing strange that is not explained?
bool findings_is_clean(const struct findings *findings, int report);

#endif
