// SPDX-License-Identifier: MIT
// The rows of a list that answer to what is typed (find.h); for find.c alone.
#ifndef TUI_FIND_ROWS_H
#define TUI_FIND_ROWS_H

#include "tui/find.h"

unsigned find_rows_begin(struct find *find);
// What is typed, and Esc that shows all again; 0: not ours.
unsigned find_rows_act(struct find *find, enum action action, const struct key *key);
void find_tell_none(struct find *find);

#endif
