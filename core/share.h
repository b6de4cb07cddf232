// SPDX-License-Identifier: MIT
// Who makes the gap: each unit's shortfall against its own target, and its part of the whole's. Whether the units' targets add up
// to that of the whole is target_sum() of target_words.h.
#ifndef CORE_SHARE_H
#define CORE_SHARE_H

#include "core/survey.h"

struct share {
	int unit;
	struct maybe gap;                // what the unit lacks to its own target, > 0; none where it lacks nothing or cannot be told
	struct maybe part;               // fraction of the gap of the whole; none where figures do not add up (a share, a growth, a mean)
	int place;                       // 1 the largest gap; 0 none
};
struct shares {
	struct share *rows;              // units that report, official order
	int len;
	struct maybe gap;                // of the whole against its own target, > 0
};
// SURVEY made by survey_indicator; of the units beneath ABOVE. shares_done frees, after a failure too.
must_check enum err shares_of(struct shares *shares, const struct survey *survey, const struct plan *plan, int indicator, int above);
void shares_done(struct shares *shares);
// The rows in order of their place, those without one last; ORDER has room for shares->len indices.
void shares_order(const struct shares *shares, int *order);
// A part as printed, 18.5%; "" of none. Returns OUT.
char *share_percent(struct maybe part, char *out, size_t cap);

#endif
