// SPDX-License-Identifier: MIT
// Drawing by role and cells. The only callers of waddnwstr; all text is cleaned (core/text) before it is drawn.
#ifndef TUI_PAINT_H
#define TUI_PAINT_H

#include <stdbool.h>

#include "core/bar.h"
#include "core/edit.h"
#include "tui/theme.h"

struct paint;                                   // one frame being drawn

int paint_rows(const struct paint *p);
int paint_cols(const struct paint *p);
// Text at (y, x), cut to CELLS; returns the cells used. Off-screen parts are cut, never an error.
int paint_text(struct paint *p, int y, int x, int cells, enum role role, const char *utf8);
// The same wrapped, from row Y to before END; returns the row after the last.
int paint_wrapped(struct paint *p, int y, int end, int x, int cells, enum role role, const char *utf8);
int paint_right(struct paint *p, int y, int x, int cells, enum role role, const char *utf8);   // aligned right
void paint_fill(struct paint *p, int y, int x, int cells, enum role role);
// "-- TITLE" in CELLS (ACS where the terminal has it).
void paint_rule(struct paint *p, int y, int x, int cells, const char *title);
// "[███▊   ┃  ]" of WIDTH cells with its brackets, in the terminal's tier.
void paint_bar(struct paint *p, int y, int x, int width, const struct bar *bar, enum role role);
const char *paint_mark(const struct paint *p);   // a bar's mark in words about it, one cell: ┃ or |
// "[text  ]" of a field being edited: CELLS between the brackets, scrolled so that its cursor shows. Returns the cursor's column.
int paint_edit(struct paint *p, int y, int x, int cells, const struct edit *edit);
// Where the hardware cursor stands after this frame: always on the focused cell, so that an IME puts its box there.
void paint_cursor(struct paint *p, int y, int x);

#endif
