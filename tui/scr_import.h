// SPDX-License-Identifier: MIT
// The import screen, which asks for its file first.
#ifndef TUI_SCR_IMPORT_H
#define TUI_SCR_IMPORT_H

#include "tui/screen.h"

unsigned scr_import_ask(struct app *app);

#endif
