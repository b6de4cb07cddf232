// SPDX-License-Identifier: MIT
// S16, the overview: what a leader asks first, answered on one screen, and one digit for each question that goes further. The
// first screen of who only reads.
#ifndef TUI_SCR_OVERVIEW_H
#define TUI_SCR_OVERVIEW_H

#include "tui/screen.h"

extern const struct screen_ops scr_overview;     // of the unit and period shown; open's arg: NULL

#endif
