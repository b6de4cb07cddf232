// SPDX-License-Identifier: MIT
// The trend of one indicator and unit: a bar a year against the path that it should have, each with its figures.
#ifndef TUI_SCR_TREND_H
#define TUI_SCR_TREND_H

#include "tui/screen.h"

// The key c of a screen whose focus is INDICATOR of UNIT; what is no number has no trend, which is said.
unsigned scr_trend_show(struct app *app, int indicator, int unit);

#endif
