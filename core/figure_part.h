// SPDX-License-Identifier: MIT
// What core/figure.c and core/figure_cover.c share. Private to them.
#ifndef CORE_FIGURE_PART_H
#define CORE_FIGURE_PART_H

#include "core/calc.h"
#include "core/figure.h"

#define FIGURE_OLDEST 24                 // months that a yearly denominator may be older than the numerator

struct figure_part {                     // of a ratio or growth, from own figures or complete sums
	bool has, final, accepted, exact;
	int period;
	struct rat value;
	int64_t figure;                  // when exact
	int children;
};
// Does the denominator stand at a December of its own, not at the numerator's month?
bool figure_looks_back(const struct plan *plan, const struct plan_indicator *indicator);
// Numerator and denominator; of a growth the month's figure and the base year's.
must_check enum err figure_pair(const struct figure_query *query, int period, enum rollup_kind kind, struct figure_part *x,
	struct figure_part *y);
bool figure_defined(const struct plan_indicator *indicator, struct rat x, struct rat y);
struct rat figure_formula(struct calc *calc, const struct plan_indicator *indicator, struct rat x, struct rat y, int years);

#endif
