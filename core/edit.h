// SPDX-License-Identifier: MIT
// A line editor over wchar_t that knows no terminal: text, cursor, and what a key does to them.
#ifndef CORE_EDIT_H
#define CORE_EDIT_H

#include <stdbool.h>
#include <stddef.h>
#include <wchar.h>

#define EDIT_MAX 4000     // of one byte each, the longest text that any field takes
struct edit {
	wchar_t text[EDIT_MAX + 1];
	size_t len, cursor;
	bool fresh;            // nothing typed yet: the first character replaces the text
};
enum edit_op {
	EDIT_LEFT, EDIT_RIGHT, EDIT_HOME, EDIT_END, EDIT_BACKSPACE, EDIT_DELETE, EDIT_KILL_START, EDIT_KILL_END, EDIT_KILL_WORD
};
void edit_set(struct edit *edit, const char *utf8, bool fresh);
bool edit_insert(struct edit *edit, wchar_t c);            // false: full, or not a printable character
void edit_do(struct edit *edit, enum edit_op op);
void edit_remove(struct edit *edit, size_t from, size_t to);   // the cursor goes to FROM
size_t edit_utf8(const struct edit *edit, char *out, size_t cap);
// The part that fits CELLS with the cursor in it: first character index, and the cursor's cell from there.
size_t edit_window(const struct edit *edit, int cells, int *cursor_cell);

#endif
