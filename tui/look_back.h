// SPDX-License-Identifier: MIT
// As known then: all screens on the file as it was at the end of a past day. Nothing can be changed there, and row 0 says which day.
#ifndef TUI_LOOK_BACK_H
#define TUI_LOOK_BACK_H

#include "tui/screen.h"

// Asks for the day, one digit each; from a past day also the way back to now.
unsigned look_back_ask(struct app *app);
// Back to now, at the end of the program too.
unsigned look_back_leave(struct app *app);

#endif
