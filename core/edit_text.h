// SPDX-License-Identifier: MIT
// One paragraph over several lines: the line editor (edit.h) seen through a window CELLS wide. Lines are wrapped by cells
// alone, so that what is typed never moves what stands before it, and an input method keeps its place.
#ifndef CORE_EDIT_TEXT_H
#define CORE_EDIT_TEXT_H

#include "core/edit.h"

struct edit_line { size_t from, len; };       // characters
// The line NO (from 0) as wrapped; false: there is none. An empty text has one empty line, and a full last line is followed by
// an empty one when the cursor stands behind it.
bool edit_text_line(const struct edit *edit, int cells, int no, struct edit_line *out);
int edit_text_lines(const struct edit *edit, int cells);
// Line and cell of the cursor.
void edit_text_place(const struct edit *edit, int cells, int *line, int *cell);
// BY lines down (negative: up), at the cell nearest to where it is; false: there is no such line, nothing moves.
bool edit_text_move(struct edit *edit, int cells, int by);
// As edit_do, but Home, End and what is killed are of the cursor's line.
void edit_text_do(struct edit *edit, int cells, enum edit_op op);
size_t edit_text_bytes(const struct edit *edit);              // as UTF-8
// One character more while the text stays within MOST bytes. False: full, or not a printable character; nothing changes.
bool edit_text_insert(struct edit *edit, wchar_t c, size_t most);

#endif
