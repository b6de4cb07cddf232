// SPDX-License-Identifier: MIT
// S9, an indicator's definition: what it counts and how, and its baselines and targets by unit and year, keyed in here.
#ifndef TUI_SCR_DEFINITION_H
#define TUI_SCR_DEFINITION_H

#include "tui/screen.h"

struct scr_definition_arg {
	int indicator;       // of kind number
	int unit;            // focused row
};
extern const struct screen_ops scr_definition;

#endif
