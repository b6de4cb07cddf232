// SPDX-License-Identifier: MIT
// What goes to the terminal: all that curses writes between begin and end is gathered and leaves by one write(). Part of
// tui/term; its only caller.
#ifndef TUI_TERM_OUTPUT_H
#define TUI_TERM_OUTPUT_H

#include <stdbool.h>
#include <stddef.h>

#define TERM_LAST_WORDS 200      // ms that a terminal gets to take our last output when we must end

bool term_output_open(int tty);              // non-blocking; false: errno says why
void term_output_close(void);                // also when it is not open
void term_output_begin(void);
void term_output_put(const char *bytes, size_t len);         // among what curses writes
// A terminal that takes nothing is waited for as long as term_be_patient() says. GONE: it is, and nothing is sent any more.
void term_output_end(bool *gone);

#endif
