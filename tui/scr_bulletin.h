// SPDX-License-Identifier: MIT
// Bulletins: that of the period as it would be now, and those that were issued; read, issued, written to a file.
#ifndef TUI_SCR_BULLETIN_H
#define TUI_SCR_BULLETIN_H

#include "tui/screen.h"

extern const struct screen_ops scr_bulletin;

#endif
