// SPDX-License-Identifier: MIT
// S2: the rows of a chapter, or all numbered indicators, with bars and the explaining lower half; F6 or Enter: one indicator
// over the units.
#ifndef TUI_SCR_CHAPTER_H
#define TUI_SCR_CHAPTER_H

#include "tui/screen.h"

#define SCR_CHAPTER_OVERDUE (-2)                 // in place of an outline: every row with a node overdue as of today
#define SCR_CHAPTER_BEHIND (-3)                  // all indicators, at first only those that are behind
extern const struct screen_ops scr_chapter;      // open's arg: const int *, an outline index, or NULL for all indicators
struct scr_units_arg { int indicator, unit; };   // UNIT: where the cursor stands, PLAN_NONE: on the first
extern const struct screen_ops scr_units;        // open's arg: const struct scr_units_arg *

#endif
