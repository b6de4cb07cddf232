// SPDX-License-Identifier: MIT
// Bytes of a terminal to keys. Part of tui/term; its only caller.
//
// Characters are put together here, not by curses: wget_wch drops the first half of a character whose bytes come in two packets.
#ifndef TUI_TERM_KEYS_H
#define TUI_TERM_KEYS_H

#include <curses.h>
#include <stdbool.h>

#include "tui/term.h"

void term_keys_init(void);
void term_keys_tell(bool tell);       // of sequences that are no key
// The next key that is there, without waiting. TTY is only asked how many bytes wait.
bool term_keys_next(WINDOW *window, int tty, bool escaped, struct term_key *key);

#endif
