// SPDX-License-Identifier: MIT
// Looking for a row of a list by its words, its id or its number: / asks, n and N go on.
//
// A row that bears exactly what was typed as its id or number comes first; else the next one that holds it, and after the last
// one the first again. Full-width digits and letters, and capitals, count as the plain ones.
#ifndef TUI_FIND_H
#define TUI_FIND_H

#include "tui/screen.h"

#define FIND_TEXT 256
enum find_match { FIND_NOT, FIND_HOLDS, FIND_EXACT };
struct find_ops {
	int (*len)(const void *state);
	int (*at)(const void *state);                // the focused row
	enum find_match (*match)(const void *state, int row, const char *wanted);
	unsigned (*go)(void *state, int row);        // bits of enum screen_result
};
struct find {
	const struct find_ops *ops;
	struct app *app;
	void *state;                                 // of the screen
	char wanted[FIND_TEXT];                      // "" nothing yet
};
// FIND, FIND_NEXT, FIND_PREVIOUS; 0: not ours.
unsigned find_act(struct find *find, enum action action);
// How ID (NULL: none) and one of the WORDS, which end with NULL, hold WANTED.
enum find_match find_in(const char *wanted, const char *id, const char *const *words);

#endif
