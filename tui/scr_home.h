// SPDX-License-Identifier: MIT
// S1, the workbench: ten chapters or (F6) the units that report, what is to be done, how the city stands.
#ifndef TUI_SCR_HOME_H
#define TUI_SCR_HOME_H

#include "tui/screen.h"

extern const struct screen_ops scr_home;

#endif
