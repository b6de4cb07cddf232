// SPDX-License-Identifier: MIT
// A key or a paste on its way to the screen that lies on top: what it means there, may it, and what the screen wants done then.
#ifndef TUI_DISPATCH_H
#define TUI_DISPATCH_H

#include "tui/screen.h"

struct term_key;
void dispatch_key(struct app *app, const struct term_key *pressed);
void dispatch_paste(struct app *app, struct term_paste *paste);         // owned here; NULL: there was no memory for it

#endif
