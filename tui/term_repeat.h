// SPDX-License-Identifier: MIT
// Repetitions among what goes to the terminal (ESC [ N b: the character before, N times more), spelt out. Part of tui/term.
//
// Outside UTF-8 curses repeats characters where terminfo's description can. A PuTTY of before 0.71 says that it is xterm and does
// not repeat; and of a character from U+0080 on curses sends the number in place of the locale's bytes.
#ifndef TUI_TERM_REPEAT_H
#define TUI_TERM_REPEAT_H

#include <stddef.h>

// The LEN bytes without repetitions, and LEN of that; owned. NULL: there is none among them, or no memory.
char *term_repeat_spell(const char *bytes, size_t *len);

#endif
