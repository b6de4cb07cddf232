// SPDX-License-Identifier: MIT
// What is behind, the worst first, with since when: the list that a leader's screen and the half page on paper share.
#ifndef CORE_BEHIND_H
#define CORE_BEHIND_H

#include "core/survey.h"

struct behind_row {
	const struct standing *s;
	int since;                       // yyyymm; 0 unknown, or not read
};
struct behind { struct behind_row *rows; int len; };

bool behind_is(enum standing_status status);      // 滞后, 严重滞后, 未完成
// Numbers and comparisons of SURVEY, made by survey_unit of UNIT with QUERY, whose standings are borrowed. Since when is read of
// the first MOST only, for each is a walk back over the years. BEHIND zeroed before; behind_done after a failure too.
must_check enum err behind_read(struct behind *behind, struct store *store, const struct plan *plan, const struct survey_query *query,
	int unit, const struct survey *survey, int most);
void behind_done(struct behind *behind);

#endif
