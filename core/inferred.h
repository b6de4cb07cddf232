// SPDX-License-Identifier: MIT
// What is 推定 (inferred: ours, not printed in the document) about a row and about the plan, in words. It is said wherever the
// row is shown.
#ifndef CORE_INFERRED_H
#define CORE_INFERRED_H

#include <stddef.h>

#include "core/plan.h"

#define INFERRED_MARKS 5
struct inferred_mark { const char *id, *words; };      // words: English; translate with _()
extern const struct inferred_mark inferred_marks[INFERRED_MARKS];
// Bits by inferred_marks: its chapter, that it is the same as another, its formula, target year, baseline.
unsigned inferred_of_place(const struct plan *plan, int place);
// 所在章,目标年; "" when nothing is.
char *inferred_words(const struct plan *plan, int place, char *out, size_t cap);
// 基期2020年(推定),目标年2025(推定)
char *inferred_plan_words(const struct plan *plan, char *out, size_t cap);

#endif
