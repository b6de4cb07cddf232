// SPDX-License-Identifier: MIT
// A baseline or target in words, and what the plan's own path makes of it in the years between.
#ifndef CORE_TARGET_WORDS_H
#define CORE_TARGET_WORDS_H

#include <stddef.h>

#include "core/num.h"
#include "core/plan.h"

#define TARGET_WORDS 320
// As a grid's cell shows it: 40, 50以上, 5~8, +100; "" where there is none (NULL or form PLAN_FORM_NONE). Returns OUT.
char *target_words(const struct plan *plan, const struct plan_target *target, char *out, size_t cap);
// The same with its measure, in a sentence: 40家, 5~8家, 无.
char *target_words_full(const struct plan *plan, const struct plan_target *target, char *out, size_t cap);
// Which one it is: 禹州市研发平台2025年分解目标.
char *target_words_name(const struct plan *plan, const struct plan_target *target, char *out, size_t cap);
// What a save did: the target, AFTER and, in brackets, BEFORE.
char *target_words_saved(const struct plan *plan, const struct plan_target *before, const struct plan_target *after, char *out,
	size_t cap);

// The year whose December ends the plan for INDICATOR and UNIT: that of its last target, else of the root's, else the plan's.
int target_last_year(const struct plan *plan, int indicator, int unit);
// Where the path from BASELINE (December of BASE_YEAR) through all targets stands at the end of PERIOD.
must_check enum err target_path_at(const struct plan *plan, int indicator, int unit, int base_year, struct maybe baseline, int period,
	struct maybe *out);
// The same in December of YEAR.
must_check enum err target_path(const struct plan *plan, int indicator, int unit, int base_year, struct maybe baseline, int year,
	struct maybe *out);

struct target_sum { int64_t sum; int given, of; };          // over the units below the root that the indicator concerns
// False where a sum means nothing: a ratio, a growth, a figure that is not summed; and where it is too large.
bool target_sum(const struct plan *plan, int indicator, enum plan_target_kind kind, int year, struct target_sum *out);
// What the units' last targets make together against that of the whole: they were set by different people. "" where that means
// nothing. Returns OUT.
char *target_sum_words(const struct plan *plan, int indicator, char *out, size_t cap);

#endif
