// SPDX-License-Identifier: MIT
// What means the same on all screens: back, help, the command list, another period. The screen has been asked first.
#ifndef TUI_ANYWHERE_H
#define TUI_ANYWHERE_H

#include "tui/screen.h"

// QUESTION: a question was on top when the key came; most of this waits until it is answered. 0: not one of these.
unsigned anywhere_act(struct app *app, enum action action, bool question);

#endif
