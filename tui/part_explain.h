// SPDX-License-Identifier: MIT
// The explaining lower half: what the focused standing means, in sentences - definition, conclusion, what is needed,
// history, who stands where, what is missing.
#ifndef TUI_PART_EXPLAIN_H
#define TUI_PART_EXPLAIN_H

#include "core/plan.h"
#include "core/share.h"
#include "core/standing.h"
#include "core/survey.h"
#include "tui/paint.h"
#include "tui/part_cell.h"
#include "tui/part_stage.h"

#define PART_HISTORY 16
struct explain {
	const struct plan *plan;
	const struct standing *s;              // NULL: nothing is explained
	int place;                             // row of the document; PLAN_NONE
	struct survey *units;                  // the indicator over all units; NULL: not asked
	struct shares shares;                  // of UNITS in what the explained one lacks
	struct survey_point history[PART_HISTORY];
	int history_len;
	struct part_stage stage;
	char share[PART_CELL_TEXT], flow[PART_CELL_TEXT];
	bool of_cell;                          // set after loading: one figure among many, in few rows
};
// Read what the explanation of (INDICATOR, UNIT) needs beside its standing. What was there before is freed.
must_check enum err explain_load(struct explain *explain, struct store *store, const struct plan *plan,
	const struct survey_query *query, const struct standing *s, int place);
void explain_done(struct explain *explain);
// From row Y on, at most ROWS rows; returns the rows used.
int explain_draw(struct paint *p, int y, int x, int width, int rows, const struct explain *explain);
// The explained indicator over the units, one row each, where ROWS has room for all of them; returns the rows used.
int explain_units(struct paint *p, int y, int x, int width, int rows, const struct explain *explain);

#endif
