// SPDX-License-Identifier: MIT
// Looking for a row of a list by its words, its id or its number: / asks, n and N go on.
//
// A row that bears exactly what was typed as its id or number comes first; else the next one that holds it, and after the last
// one the first again. What holds it says core/match.h.
#ifndef TUI_FIND_H
#define TUI_FIND_H

#include "core/match.h"
#include "tui/screen.h"

struct find_ops {
	int (*len)(const void *state);
	int (*at)(const void *state);                // the focused row
	enum match (*match)(const void *state, int row, const char *wanted);
	unsigned (*go)(void *state, int row);        // bits of enum screen_result
};
struct find {
	const struct find_ops *ops;
	struct app *app;
	void *state;                                 // of the screen
	char wanted[MATCH_TEXT];                      // "" nothing yet
};
// FIND, FIND_NEXT, FIND_PREVIOUS; 0: not ours.
unsigned find_act(struct find *find, enum action action);

#endif
