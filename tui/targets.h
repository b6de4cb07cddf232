// SPDX-License-Identifier: MIT
// Baselines and targets of one indicator being keyed in (S9): units x years, the one being typed in, what it would do. State
// and rules of the keyboard only; scr_definition.c draws it.
//
// The first column is the baseline, the last the target of the plan's end; the years between hold annual targets, or points
// of the path where there are any. The root stands last.
#ifndef TUI_TARGETS_H
#define TUI_TARGETS_H

#include "core/intake_target.h"
#include "core/survey.h"
#include "tui/find.h"
#include "tui/list.h"
#include "tui/screen.h"

struct targets {
	struct app *app;
	int indicator;
	int *units, len;                       // rows
	int first_year, cols, col;
	struct list list;
	struct find find;                      // over the units, asked for by the command list
	bool editing, conflict, saved;         // conflict: another desk changed what is being typed
	struct edit edit;
	struct plan_target seen;               // what stood there when typing began
	struct intake_target_result read;      // what is typed, read
	bool refused;
	char why[512];                         // of a refusal or a conflict
	char doc[1001];                        // stands with all that is keyed in, until another one is given
	struct survey *survey;                 // of the indicator, by unit
	struct survey *would;                  // the same with what is tried out; NULL: nothing is
	struct plan trial_plan;                // with what is typed; targets NULL: nothing to try
	struct survey *trial;                  // of the focused unit then
};

must_check enum err targets_open(struct targets *t, struct app *app, int indicator, int unit);
must_check enum err targets_load(struct targets *t);
void targets_close(struct targets *t);
void targets_drop_trial(struct targets *t);
void targets_resume_draft(struct targets *t);                          // goes on where a process that is gone was typing
int targets_height(const struct targets *t);
unsigned targets_act(struct targets *t, enum action action, const struct key *key);
int targets_row(const struct targets *t);                              // the focused one; PLAN_NONE
int targets_unit(const struct targets *t);                             // of the focused row; PLAN_NONE
// What stands at (ROW, COL): its key, and all of it where there is one (form PLAN_FORM_NONE: none).
struct plan_target targets_at(const struct targets *t, int row, int col);
// What the path, or the unit's own figure of the base year, makes of a cell without one.
struct maybe targets_derived(const struct targets *t, int row, int col);
// The document of the row's target of the end, else of its baseline.
const char *targets_document(const struct targets *t, int row);
struct copy;
void targets_copy(const struct targets *t, struct copy *out);

#endif
