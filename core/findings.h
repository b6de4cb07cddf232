// SPDX-License-Identifier: MIT
// What a reviewer goes through in a period: the findings of all its reports with what explains them, the corrections that wait
// for a decision, what was said of cells and what has changed since a return, and the reports that wait and have nothing open.
// Computed each time, never stored.
#ifndef CORE_FINDINGS_H
#define CORE_FINDINGS_H

#include "core/check.h"
#include "core/findings_text.h"
#include "core/report_list.h"
#include "core/said.h"

enum findings_level { FINDINGS_HARD, FINDINGS_CORRECTION, FINDINGS_SOFT, FINDINGS_REMARK, FINDINGS_CHANGED, FINDINGS_WAITING,
	FINDINGS_LEVELS };                   // in their order
struct finding_kept {                    // of struct check_finding what a row tells; its texts are the findings'
	const char *rule, *name, *left, *right, *text;
	int element, unit, period;
	int64_t about;
};
struct finding_row {
	enum findings_level level;
	int report;                          // its line in the list of reports
	// Of a correction and a change the cell, both figures (left the new one) and its sentence; of a remark the cell; of a waiting
	// report only period and unit, and element PLAN_NONE.
	struct finding_kept finding;
	const char *said;                    // what explains it, the correction's reason, of a change what the reviewer had said; "" none
	int64_t said_change;                 // of that line; 0 none
	int64_t correction, figure;          // its id, 0 none; the figure it brings
};
struct findings_open { int hard, soft, explained, remarks; };      // of one report; soft ones without and with an explanation
struct findings {
	bool with_unsaid;                    // for who decides: with what is said of cells and not returned yet
	struct report_list reports;
	struct findings_open *open;          // by line of reports
	struct said said;
	struct findings_texts texts;
	struct finding_row *rows;
	int len, cap, counts[FINDINGS_LEVELS];
	int explained;                       // of the soft ones
};
// ONLY: of one report; NULL all. Zeroed before, but with_unsaid; findings_done after a failure too.
must_check enum err findings_load(struct findings *findings, struct store *store, const struct plan *plan,
	const struct report_ask *ask, const struct report_key *only);
void findings_done(struct findings *findings);
// Does the report wait for review, with nothing wrong, nothing strange that is not explained, and no cell of which the bureau has
// said something that still stands?
bool findings_is_clean(const struct findings *findings, int report);

#endif
