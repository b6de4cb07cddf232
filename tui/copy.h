// SPDX-License-Identifier: MIT
// A screen's table as tab-separated text, for other programs: to the terminal's clipboard, else to a file of its own.
//
// A screen tells its table once, heading and rows; which cell or row of it is wanted is found from where the focus stood.
#ifndef TUI_COPY_H
#define TUI_COPY_H

#include "tui/screen.h"

struct copy {
	char *text;                          // owned
	size_t len, cap;
	size_t row_from, row_to;             // of the focused row
	size_t cell_from, cell_to;           // and in it of the cell that 本格 means
	bool focused, begun;                 // the row being told is the focused one; it has a cell already
	bool failed;                         // there was no memory
};
// A row begins; FOCUSED: the cursor stands in it. Then its cells from the left; MAIN: the one that the cursor means. A text that
// a spreadsheet would take for a formula gets one ' before it, a figure never.
void copy_row(struct copy *copy, bool focused);
void copy_cell(struct copy *copy, const char *text);
void copy_main(struct copy *copy, const char *text);
void copy_end(struct copy *copy);            // the last row ends
// What is asked of it: 本格, 本行 or 全表.
enum copy_what { COPY_CELL, COPY_ROW, COPY_TABLE };
const char *copy_part(const struct copy *copy, enum copy_what what, size_t *len);

// The key: asks by digit what of the top screen's table is copied.
unsigned copy_ask(struct app *app);

#endif
