// SPDX-License-Identifier: MIT
// S12: the keys of the screen it was asked from, what letters and signs mean, what this terminal is.
#ifndef TUI_SCR_HELP_H
#define TUI_SCR_HELP_H

#include "tui/screen.h"

extern const struct screen_ops scr_help;         // open's arg: const struct frame *

#endif
