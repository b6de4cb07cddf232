// SPDX-License-Identifier: MIT
// What the files of findings.h share.
#ifndef CORE_FINDINGS_PART_H
#define CORE_FINDINGS_PART_H

#include "core/findings.h"

struct gathering {
	struct findings *findings;
	struct store *store;
	const struct plan *plan;
	const struct report_ask *ask;
	int report;                          // its line; PLAN_NONE all
};
// A row at the end that tells FINDING and nothing else yet.
must_check enum err findings_add(struct findings *findings, const struct check_finding *finding, struct finding_row **out);
// What the checks find in the reports at hand, report by report.
must_check enum err findings_check(struct gathering *g);
// What reviewers said of single cells, as far as it still stands about the figure: a row where no finding has one.
must_check enum err findings_add_remarks(const struct gathering *g);
// Of reports that are submitted again after a return: each cell that has changed since.
must_check enum err findings_add_changes(const struct gathering *g);

#endif
