// SPDX-License-Identifier: MIT
// Looking for a row by its words, pinyin initials, id or number (core/match.h): / asks, n and N go on.
//
// A list hides what does not answer, at each character typed; Esc shows all rows again, the cursor on the row where it was. In
// a text nothing is hidden: / asks and leads on. A row that bears exactly what was typed as its id or number comes first; else
// the next one that holds it, and after the last one the first again.
#ifndef TUI_FIND_H
#define TUI_FIND_H

#include "core/match.h"
#include "tui/list.h"
#include "tui/screen.h"

struct find_ops {
	int (*len)(const void *state);               // all rows, hidden ones too
	enum match (*match)(const void *state, int row, const char *wanted);   // a heading answers to nothing
	int (*at)(const void *state);                // the focused row; a list: NULL
	// A text: focus ROW. A list: ROW is focused now (PLAN_NONE: none is left), and its length may have changed.
	unsigned (*go)(void *state, int row);        // bits of enum screen_result
};
struct find {
	const struct find_ops *ops;
	struct app *app;
	void *state;                                 // of the screen
	struct list *list;                           // NULL: a text
	char wanted[MATCH_TEXT];                     // "" nothing yet
	bool typing;
	struct edit *edit;                           // while typing
	int *rows, rows_len, answering, of;          // rows: shown, NULL: all; answering of so many
	int from;                                    // the row to come back to where nothing answers
};
void find_done(struct find *find);

// What the screen shows: so many rows, and which of all of them is the SHOWN one; PLAN_NONE where there is none.
int find_len(const struct find *find);
int find_row(const struct find *find, int shown);
// Focus ROW of all rows, showing them all again if it is hidden; the screen reads what is told of it itself.
void find_focus(struct find *find, int row);
// The rows have been read again and may be others.
void find_again(struct find *find);
bool find_hides(const struct find *find);

// 0: not ours.
unsigned find_act(struct find *find, enum action action, const struct key *key);
// In place of the hint, while something is typed or hidden; false: nothing to draw.
bool find_draw(const struct find *find, struct paint *p, int y);

#endif
