// SPDX-License-Identifier: MIT
// What is said of a row that has a stage: its texts and its nodes, as one line each.
#ifndef TUI_PART_STAGE_H
#define TUI_PART_STAGE_H

#include "core/plan.h"
#include "core/standing.h"
#include "core/store.h"

enum { PART_STAGE_PROGRESS, PART_STAGE_PROBLEM, PART_STAGE_NEXT, PART_STAGE_NODES, PART_STAGE_LINES };
#define PART_STAGE_TEXT 1024
struct part_stage {
	char lines[PART_STAGE_LINES][PART_STAGE_TEXT];     // "" where nothing is said; several units' texts each behind its name
};
must_check enum err part_stage_load(struct part_stage *out, struct store *store, const struct plan *plan, const struct standing *s);

#endif
