// SPDX-License-Identifier: MIT
// Text for the terminal's clipboard (OSC 52), as bytes. Part of tui/term; its only caller.
#ifndef TUI_TERM_COPY_H
#define TUI_TERM_COPY_H

#include <stdbool.h>
#include <stddef.h>

// Is a terminal of type NAME known to take such text? Whether it was allowed to, nobody can ask.
bool term_copy_known(const char *name);
// The sequence that hands it over, owned; NULL: no memory.
char *term_copy_bytes(const char *text, size_t len);

#endif
