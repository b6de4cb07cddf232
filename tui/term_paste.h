// SPDX-License-Identifier: MIT
// A bracketed paste: what the terminal sends between ESC[200~ and ESC[201~ is one text, not so many keys. Part of tui/term.
#ifndef TUI_TERM_PASTE_H
#define TUI_TERM_PASTE_H

#include <stdbool.h>
#include <stddef.h>

#define TERM_PASTE_MOST (1024 * 1024)        // bytes that are kept
enum term_paste_state {
	TERM_PASTE_WHOLE,
	TERM_PASTE_HALF,             // its end never came
	TERM_PASTE_LARGE             // more than is kept
};
struct term_paste {
	enum term_paste_state state;
	size_t len;
	struct term_paste *next;     // that came after it, not taken yet
	char text[];                 // UTF-8 (a byte that is no character of the terminal's stays as it is), then a NUL
};

// Read the rest of a paste from TTY, whose beginning was taken; owned. WAIT: until something can be read, false when nothing
// comes any more. NULL: no memory, and all of it is skipped.
struct term_paste *term_paste_read(int tty, bool (*wait)(void));

#endif
