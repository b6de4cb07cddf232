// SPDX-License-Identifier: MIT
// At which months an element has entries: newest first, and only as far back as somebody asks. Private to the roll-up.
#ifndef CORE_ROLLUP_MONTHS_H
#define CORE_ROLLUP_MONTHS_H

#include "core/rollup.h"

struct rollup_months {               // all zero: nothing known yet
	int *periods; int len;       // that have entries, newest first, as far back as somebody asked
	bool exhausted;              // there is none before the last of them
};
must_check enum err rollup_months_newest(struct rollup_months *months, const struct rollup_source *source, int element, int period,
	int step, int *out);
void rollup_months_done(struct rollup_months *months);

#endif
