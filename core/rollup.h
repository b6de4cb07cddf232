// SPDX-License-Identifier: MIT
// Children's entries to the parent's figure, one element at one period at a time (arithmetic.md, "Roll-up").
//
// A rollup reads the entries of an element at a period as one run, rolls them up over the tree of units and keeps the
// result, so every question about that month is answered from memory. Months are read newest first and only as far
// back as somebody asks: nothing grows with history that need not. With a focus it rolls up
// what lies beneath the focus and the comparison units, and where the focus has no children nothing else is read.
#ifndef CORE_ROLLUP_H
#define CORE_ROLLUP_H

#include "core/entry.h"
#include "core/plan.h"
#include "core/store.h"

// Where entries come from: a store (core/survey.c) or a test's memory.
struct rollup_source {
	void *ctx;
	// UNIT PLAN_NONE: all units.
	enum err (*each_entry)(void *ctx, int element, int period, int unit, store_entry_fn *fn, void *fn_ctx);
	enum err (*newest)(void *ctx, int element, int period, int *out);      // as store_newest_period
	enum err (*each_stage)(void *ctx, int element, int period, store_stage_fn *fn, void *fn_ctx);
	enum err (*each_node)(void *ctx, int element, store_node_fn *fn, void *fn_ctx);
};

struct rollup_cell {                 // of one element, unit and period; figures count 1/10 000
	enum entry_kind kind;        // own entry; ENTRY_CLEARED: none
	enum num_qualifier qualifier;
	bool final, accepted;        // of the own entry
	bool sum_final, sum_accepted;
	bool asked;                  // of the unit itself, without 不适用
	int64_t own;                 // of ENTRY_VALUE
	struct rat sum;              // or mean of the children that have a figure, in 1/10 000
	int reported, due;           // children
	int unaccepted;              // of those that have reported
};
enum rollup_kind { ROLLUP_OWN, ROLLUP_SUM };     // own entry; complete sum

struct rollup;
// FOCUS: a unit, or PLAN_NONE for all. ACCEPTED: entries that are not accepted are as if they were not there.
must_check enum err rollup_new(const struct plan *plan, const struct rollup_source *source, int focus, bool accepted,
	struct rollup **out);
void rollup_free(struct rollup *rollup);
const struct plan *rollup_plan(const struct rollup *rollup);
const struct rollup_source *rollup_source(const struct rollup *rollup);
bool rollup_accepted(const struct rollup *rollup);

// The cell, copied. UNIT is the focus, beneath it, or a comparison unit.
must_check enum err rollup_at(struct rollup *rollup, int element, int unit, int period, struct rollup_cell *out);
// Newest period <= PERIOD, of those whose months STEP divides, at which the element has any entry; 0 none.
must_check enum err rollup_newest(struct rollup *rollup, int element, int period, int step, int *out);

bool rollup_complete(const struct rollup_cell *cell);
// Own value or complete sum, in measures; false when there is none.
bool rollup_figure(const struct rollup_cell *cell, enum rollup_kind kind, struct rat *out);
// The one of the two that stands: own first. Given: in 1/10 000, to be added.
bool rollup_given(const struct rollup_cell *cell, struct rat *out);
bool rollup_stands(const struct rollup_cell *cell, struct rat *out);

#endif
