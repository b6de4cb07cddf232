// SPDX-License-Identifier: MIT
// S14: what is said about one task, project or milestone: stage, three texts, nodes, and how it is judged by now.
#ifndef TUI_SCR_STAGE_H
#define TUI_SCR_STAGE_H

#include "tui/stage_form.h"

extern const struct screen_ops scr_stage;        // open's arg: const struct scr_stage_arg *

#endif
