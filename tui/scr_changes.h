// SPDX-License-Identifier: MIT
// S7, changes: the whole life of a cell, what stood in it in other periods and where it is used; or the log of all, narrowed down
// by unit, element, operator or day.
#ifndef TUI_SCR_CHANGES_H
#define TUI_SCR_CHANGES_H

#include "tui/screen.h"

struct scr_changes_arg { int element, unit, period; };       // element PLAN_NONE: the log of all
extern const struct screen_ops scr_changes;

#endif
