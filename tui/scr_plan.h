// SPDX-License-Identifier: MIT
// S8, the plan as a reader: its contents, and a chapter in the document's words with every row that stands in it and how it
// stands. What the document does not print, and what is inferred, is said where it would stand.
#ifndef TUI_SCR_PLAN_H
#define TUI_SCR_PLAN_H

#include "tui/screen.h"

struct scr_plan_arg {
	int chapter;             // outline index; PLAN_NONE: where PLACE stands, else the first
	int place;               // focused row; PLAN_NONE: the first
};
extern const struct screen_ops scr_plan;         // open's arg may be NULL: the contents

// Pushes the screen at a chapter, or at a row; returns bits of enum screen_result.
unsigned scr_plan_show(struct app *app, int chapter, int place);

#endif
