// SPDX-License-Identifier: MIT
// The figure of one indicator and unit at exactly one month, by its formula (arithmetic.md, "Elements and indicators",
// "Roll-up"): own figures of all parts, else the complete sums of all parts, and a published figure beside them. What is
// carried, compared or judged asks for a month here. Private to the arithmetic of core.
#ifndef CORE_FIGURE_H
#define CORE_FIGURE_H

#include "core/rollup.h"
#include "core/standing.h"

struct figure {
	int period;                          // 0: there is none
	struct maybe value;
	enum standing_source source;
	enum num_qualifier qualifier;
	bool final, accepted;
	bool zero;                           // both parts are there, and the denominator is 0
	bool exact;                          // of a growth: both figures are whole counts of 1/10 000, below
	int64_t xq, xb;
	struct maybe sum;                    // by complete sums, whatever stands
	struct maybe computed;               // of a ratio or growth, what stands without the published figure
	struct maybe published;
	int children;                        // that make the sum
};
struct figure_query {
	struct rollup *rollup;
	int indicator, unit;
	int base_year;                       // of a growth
	bool year;                           // reading: of a flow the year to date instead of the whole year
	bool computed;                       // by the formula alone, as if nothing were published
};

// Months at which the indicator can have a figure of its own formula: those that this divides.
int figure_step(const struct figure_query *query);
// Months after which a figure of the formula, or a published one, is due again.
int figure_interval(const struct plan *plan, int indicator, enum standing_source source);
must_check enum err figure_at(const struct figure_query *query, int period, struct figure *out);
// The newest at or before PERIOD and not before FROM: a figure, or a denominator of 0. period 0: none.
must_check enum err figure_newest(const struct figure_query *query, int from, int period, struct figure *out);
// The newest published one alone.
must_check enum err figure_published(const struct figure_query *query, int period, struct figure *out);

// Coverage: what the children have reported at the newest month at or before PERIOD at which one is due. Fills sum,
// sum_period, reported, due, missing of OUT; due 0: no child is ever due.
struct figure_due {
	int period;                          // that month, or the newest at which the unit itself is asked; 0 none
	bool some;                           // a child has given at least a part
};
must_check enum err figure_cover(const struct figure_query *query, int period, struct standing *out, struct figure_due *due);
// Which own parts are missing at PERIOD, and whether any is there (of a growth: of the month, not of the base year).
must_check enum err figure_parts(const struct figure_query *query, int period, struct standing *out, bool *some);
void figure_miss(struct standing *out, struct standing_missing missing);
// Own or published minus the complete sum or the computed figure of the same month, and what rounding explains.
must_check enum err figure_difference(const struct plan *plan, int indicator, const struct figure *figure, struct standing *out);

// Does the indicator concern the unit: is a part asked of it or of any unit beneath it, whenever?
bool figure_concerns(const struct plan *plan, int indicator, int unit);

#endif
