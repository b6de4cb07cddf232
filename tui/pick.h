// SPDX-License-Identifier: MIT
// A numbered list to choose from: moving, typing a row's number, Enter. With 12 rows a 5 is complete at once, a 1 may still
// become 10, 11 or 12: then Enter, or the second digit, completes it.
#ifndef TUI_PICK_H
#define TUI_PICK_H

#include "tui/list.h"
#include "tui/paint.h"
#include "tui/screen.h"

struct pick {
	struct list list;
	int number;                  // typed so far, 0 nothing
};
enum pick_result { PICK_NOTHING, PICK_MOVED, PICK_TAKEN };     // taken: the row list.focus
enum pick_result pick_act(struct pick *pick, enum action action, const struct key *key);
// A row of such a list in sheet row Y: marker, its number, TEXT of CELLS; the cursor when it is the focused one.
void pick_draw(const struct pick *pick, struct paint *p, int y, int row, int cells, const char *text);
#define PICK_TEXT_AT 6           // column of the text

#endif
