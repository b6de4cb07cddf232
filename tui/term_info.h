// SPDX-License-Identifier: MIT
// What terminfo knows of this terminal, without drawing anything.
#ifndef TUI_TERM_INFO_H
#define TUI_TERM_INFO_H

#include <stdbool.h>

#include "core/err.h"

struct term_info {
	char name[64];               // TERM, cleaned
	bool known;                  // terminfo has it
	char missing[64];            // abilities that nothing goes without, blank-separated
	int colours;
};

void term_info_read(struct term_info *out);      // whether a terminal is open or not
must_check enum err term_info_check(void);      // ERR_IO with a sentence: it cannot be drawn on

#endif
