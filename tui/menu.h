// SPDX-License-Identifier: MIT
// F10, the same on every screen: where one can go from here, by number.
#ifndef TUI_MENU_H
#define TUI_MENU_H

#include "tui/screen.h"

unsigned menu_show(struct app *app);
// One of its choices by the digit that it bears there; 0: none has this one.
unsigned menu_digit(struct app *app, wchar_t digit);
// The form of a unit that is chosen first.
unsigned menu_form(struct app *app);
unsigned menu_open_form(struct app *app, int unit);
// Whose figures are shown.
unsigned menu_unit(struct app *app);

#endif
