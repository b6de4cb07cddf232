// SPDX-License-Identifier: MIT
// See edit_text.h. Nothing is kept between calls: the lines of a few thousand characters are counted anew in microseconds, and
// a window that changes its width has nothing to mend.
#include "core/edit_text.h"

#include "core/text.h"

// Where the line that begins at FROM ends: as many characters as fit, at least one.
static size_t line_end(const struct edit *edit, int cells, size_t from)
{
	size_t to = from;
	int used = 0;
	while (to < edit->len) {
		used += text_wide_cells(edit->text + to, 1);
		if (used > cells && to > from)
			break;
		to++;
	}
	return to;
}

// A full last line with the cursor behind it: the next character will stand on the line after.
static bool is_full(const struct edit *edit, int cells, const struct edit_line *line)
{
	return line->len > 0 && text_wide_cells(edit->text + line->from, line->len) >= cells;
}

static struct edit_line first_line(const struct edit *edit, int cells)
{
	return (struct edit_line){ 0, line_end(edit, cells, 0) };
}

// On to the line after; false: it was the last.
static bool next_line(const struct edit *edit, int cells, struct edit_line *line)
{
	size_t end = line->from + line->len;
	if (end == edit->len && (edit->cursor < edit->len || !is_full(edit, cells, line)))
		return false;
	*line = (struct edit_line){ end, line_end(edit, cells, end) - end };
	return true;
}

bool edit_text_line(const struct edit *edit, int cells, int no, struct edit_line *out)
{
	struct edit_line line = first_line(edit, cells);
	for (; no > 0; no--)
		if (!next_line(edit, cells, &line))
			return false;
	*out = line;
	return true;
}

int edit_text_lines(const struct edit *edit, int cells)
{
	struct edit_line line = first_line(edit, cells);
	int lines = 1;
	while (next_line(edit, cells, &line))
		lines++;
	return lines;
}

static struct edit_line cursor_line(const struct edit *edit, int cells, int *no)
{
	struct edit_line line = first_line(edit, cells);
	*no = 0;
	while (edit->cursor >= line.from + line.len && next_line(edit, cells, &line))
		++*no;
	return line;
}

void edit_text_place(const struct edit *edit, int cells, int *line, int *cell)
{
	struct edit_line at = cursor_line(edit, cells, line);
	*cell = text_wide_cells(edit->text + at.from, edit->cursor - at.from);
}

// The last place of a line where the cursor still belongs to it.
static size_t last_place(const struct edit *edit, const struct edit_line *line, int cells)
{
	size_t end = line->from + line->len;
	return line->len > 0 && (end < edit->len || is_full(edit, cells, line)) ? end - 1 : end;
}

bool edit_text_move(struct edit *edit, int cells, int by)
{
	struct edit_line line;
	int no, cell;
	edit_text_place(edit, cells, &no, &cell);
	if (no + by < 0 || !edit_text_line(edit, cells, no + by, &line))
		return false;
	size_t at = line.from, last = last_place(edit, &line, cells);
	while (at < last && text_wide_cells(edit->text + line.from, at + 1 - line.from) <= cell)
		at++;
	edit->cursor = at;
	edit->fresh = false;
	return true;
}

void edit_text_do(struct edit *edit, int cells, enum edit_op op)
{
	int no;
	struct edit_line line = cursor_line(edit, cells, &no);
	edit->fresh = false;
	if (op == EDIT_HOME)
		edit->cursor = line.from;
	else if (op == EDIT_END)
		edit->cursor = line.from + line.len == edit->len ? edit->len : last_place(edit, &line, cells);
	else if (op == EDIT_KILL_START)
		edit_remove(edit, line.from, edit->cursor);
	else if (op == EDIT_KILL_END)
		edit_remove(edit, edit->cursor, line.from + line.len);
	else
		edit_do(edit, op);
}

size_t edit_text_bytes(const struct edit *edit)
{
	char bytes[4];
	size_t len = 0;
	for (size_t i = 0; i < edit->len; i++)
		len += text_encode((uint32_t)edit->text[i], bytes);
	return len;
}

bool edit_text_insert(struct edit *edit, wchar_t c, size_t most)
{
	char bytes[4];
	size_t before = edit->fresh ? 0 : edit_text_bytes(edit);
	return text_is_shown((uint32_t)c) && before + text_encode((uint32_t)c, bytes) <= most && edit_insert(edit, c);
}
