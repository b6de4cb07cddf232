// SPDX-License-Identifier: MIT
// How the milestones, projects and tasks of the demonstration stand: by rule, as its figures (demo_rule.h).
#ifndef CORE_DEMO_STAGE_H
#define CORE_DEMO_STAGE_H

#include "core/entry.h"
#include "core/err.h"
#include "core/plan.h"

#define DEMO_STAGE_NODES 3
struct demo_node { int planned, done; };      // yyyymm; done 0: not yet. A planned of 0 ends the list
struct demo_stage {
	int element, unit, period;
	enum stage_kind stage;
	int percent;                          // -1: none
	const struct demo_node *nodes;        // DEMO_STAGE_NODES; NULL: not of this period
};
typedef enum err demo_stage_fn(const struct demo_stage *stage, void *ctx);
// Every row with a stage, by unit and half-year, oldest first. Some have nothing said about them.
must_check enum err demo_stage_each(const struct plan *plan, demo_stage_fn *fn, void *ctx);

#endif
