// SPDX-License-Identifier: MIT
// The life of a cell: who keyed it in and changed it, what was said of it, when its report was submitted, returned, accepted, and
// its corrections, in the order in which it happened. And one line of the log in the same words, whatever it is about.
#ifndef CORE_LIFE_H
#define CORE_LIFE_H

#include "core/plan.h"
#include "core/store.h"

#define LIFE_WHO 128
#define LIFE_WORD 96
#define LIFE_TEXT 512
struct life_line {
	int64_t seq, at;
	char name[LIFE_WHO];             // of the operator, as it was then
	char who[LIFE_WHO];              // the same behind his unit or department
	const char *act;                 // English
	int element, unit, period;       // what it is about; PLAN_NONE, 0
	bool is_entry;                   // then AFTER is the row it left, without its texts
	struct entry after;
	char old[LIFE_WORD], new[LIFE_WORD];
	char text[LIFE_TEXT];            // document and note, what was said, why it was returned
};
// *OUT what the line CHANGE of OP says. False in *TOLD: nothing that a person did to a figure or report (the plan, a setting).
must_check enum err life_line_of(struct store *store, const struct plan *plan, const struct store_op *op,
	const struct store_change *change, struct life_line *out, bool *told);
// Does another line of the same act tell it whole? An accepted correction writes the figure, its own row and its report's: a reader
// of histories needs the figure alone, the log of the file has all three.
bool life_line_is_part(const struct store_op *op, const struct store_change *change);

struct life { struct life_line *lines; int len; };
// Of one cell, oldest first; the steps of its report stand among them.
must_check enum err life_load(struct store *store, const struct plan *plan, int element, int unit, int period, struct life *out);
void life_done(struct life *life);

#endif
