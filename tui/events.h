// SPDX-License-Identifier: MIT
// What happens while a screen stands: keys and pastes, another size of the terminal, its end, another desk's work, and that
// nobody has been there for long.
#ifndef TUI_EVENTS_H
#define TUI_EVENTS_H

#include "tui/screen.h"

void events_begin(struct app *app);          // from now on: the figures as they stand are no news
// Let the top screen read what its cursor stands on, unless keys come one upon the other.
void events_rest(struct app *app);
// Wait for something, and take all that is there by then: what was drawn may no longer be true.
void events_take(struct app *app);

#endif
