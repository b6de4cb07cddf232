// SPDX-License-Identifier: MIT
// What the loop knows of a frame being drawn and screens do not: how the sheet lies under the terminal's window.
#ifndef TUI_PAINT_SHEET_H
#define TUI_PAINT_SHEET_H

#include "tui/paint.h"
#include "tui/term.h"

#define PAINT_LEAST_ROWS 24
#define PAINT_LEAST_COLS 80

struct paint {
	int rows, cols;              // of the sheet that screens draw on
	int view_rows, view_cols;    // of the terminal
	int top, left;               // of the sheet, where the window begins; rows 0 and the last two never scroll
	int cursor_y, cursor_x;      // on the sheet
	int frame_y, frame_x;        // where the frame wants the terminal's cursor; -1: nowhere, it stands at cursor_y
	bool fixed;                  // the frame is drawing: rows and columns are the terminal's
	enum term_tier tier;
	bool lines;                  // the terminal's line set is used
};

void paint_begin(struct paint *p, int top, int left);
// Is the cursor in the window? Else *TOP and *LEFT say where it should begin.
bool paint_in_view(const struct paint *p, int *top, int *left);
void paint_end(struct paint *p);

#endif
