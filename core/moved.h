// SPDX-License-Identifier: MIT
// What has changed since the period before: the figures that are newer than those shown then, and by how much.
#ifndef CORE_MOVED_H
#define CORE_MOVED_H

#include "core/survey.h"

struct moved_row {
	struct standing s;               // as it stands now; its `recent` is the change since the period before
	const struct standing *then;
	int since;                       // of which period the figure then is, where it is older than the one before; else 0
};
struct moved { struct moved_row *rows; int len; };

// The reporting period before PERIOD.
int moved_before(const struct plan *plan, int period);
// Of which period the figure of an indicator before that of PERIOD should be.
int moved_last(const struct plan *plan, int indicator, int period);
// NOW and THEN: one unit by survey_unit at both periods; THEN is borrowed. In the plan's order. A cumulative figure is held
// against one of its own year, a whole year against a whole year. MOVED zeroed before; moved_done after a failure too.
must_check enum err moved_read(struct moved *moved, const struct plan *plan, const struct survey *now, const struct survey *then);
void moved_done(struct moved *moved);

#endif
