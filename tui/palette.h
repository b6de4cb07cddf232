// SPDX-License-Identifier: MIT
// S11, the command list: every screen and every action by its number, in Chinese, by pinyin initials or in English, with its key.
// An action that does nothing where the list was opened says why; what writes is not there without a desk.
#ifndef TUI_PALETTE_H
#define TUI_PALETTE_H

#include "tui/screen.h"

extern const struct screen_ops palette;          // open's arg: const struct frame *, of the screen that asks

#endif
