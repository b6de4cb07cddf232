// SPDX-License-Identifier: MIT
// Choosing a row by typing its number, 1 up. With 12 rows a 5 is complete at once, a 1 may still become 10, 11 or 12: then
// Enter, or the second digit, completes it.
#ifndef TUI_PICK_H
#define TUI_PICK_H

#include <stdbool.h>
#include <wchar.h>

#include "tui/list.h"

struct pick { int number; };         // typed so far, 0 nothing
// A digit was typed: the list's focus goes to its row. True when no further digit could follow. Other actions call pick_reset.
bool pick_digit(struct pick *pick, struct list *list, wchar_t digit);
void pick_reset(struct pick *pick);

#endif
