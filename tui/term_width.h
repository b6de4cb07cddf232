// SPDX-License-Identifier: MIT
// How wide the terminal draws what no locale can tell, and how bars are drawn by it. Part of tui/term; its only caller.
//
// The question goes out ahead of the first picture, in the same write, and nobody waits for the answer: it comes in by the key
// decoder like a key. A terminal that never answers keeps the safe tier.
#ifndef TUI_TERM_WIDTH_H
#define TUI_TERM_WIDTH_H

#include <stdbool.h>
#include <stddef.h>

#include "tui/term.h"

// Codes that an answer gets from the key decoder: from this one to before the other.
#define TERM_ANSWER 0x3000
#define TERM_ANSWER_END (TERM_ANSWER + 256)

void term_width_init(int bars);              // by the setting; curses has begun
// The bytes of the question, once; 0 when it is not to be asked. The picture that follows must paint the whole screen.
size_t term_width_ask(int rows, char *out, size_t cap);
// An answer; what it says of the picture at hand.
enum term_width_news {
	TERM_WIDTH_SAME, TERM_WIDTH_FINER,       // it is right; it may be drawn finer
	TERM_WIDTH_OTHER                         // characters stand elsewhere than was thought: all has to be painted anew
};
enum term_width_news term_width_take(int code);
bool term_width_pending(void);               // asked, and an answer may still come

#endif
