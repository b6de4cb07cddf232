// SPDX-License-Identifier: MIT
// S14: what is said about one task, project or milestone: stage, three texts, nodes, and how it is judged by now.
#ifndef TUI_SCR_STAGE_H
#define TUI_SCR_STAGE_H

#include "tui/stage_form.h"

extern const struct screen_ops scr_stage;        // open's arg: const struct scr_stage_arg *

// Open a row as UNIT shows it: one that it keeps itself at once, one that others keep by way of the list of units; from there
// (FROM_UNITS) always at once. Returns bits of enum screen_result.
unsigned scr_stage_show(struct app *app, int indicator, int unit, bool from_units);

#endif
