// SPDX-License-Identifier: MIT
// The line editor (edit.h): one code point a step. It takes nothing that a screen would have to spell out, since a clerk
// cannot see what an input method or a paste slipped in.
#include "core/edit.h"

#include <string.h>

#include "core/text.h"

void edit_set(struct edit *edit, const char *utf8, bool fresh)
{
	uint32_t code;
	edit->len = 0;
	for (size_t len; edit->len < EDIT_MAX && (len = text_next(utf8, &code)); utf8 += len)
		edit->text[edit->len++] = (wchar_t)code;
	edit->text[edit->len] = L'\0';
	edit->cursor = edit->len;
	edit->fresh = fresh;
}

void edit_remove(struct edit *edit, size_t from, size_t to)
{
	wmemmove(edit->text + from, edit->text + to, edit->len - to + 1);
	edit->len -= to - from;
	edit->cursor = from;
}

bool edit_insert(struct edit *edit, wchar_t c)
{
	if (!text_is_shown((uint32_t)c))
		return false;
	if (edit->fresh)
		edit_remove(edit, 0, edit->len);
	edit->fresh = false;
	if (edit->len == EDIT_MAX)
		return false;
	wmemmove(edit->text + edit->cursor + 1, edit->text + edit->cursor, edit->len - edit->cursor + 1);
	edit->text[edit->cursor++] = c;
	edit->len++;
	return true;
}

static bool parts_words(wchar_t c)
{
	return wcschr(L" 　，。；：、", c) != NULL;
}

// Where the word before the cursor begins, with the blanks and signs behind it.
static size_t word_start(const struct edit *edit)
{
	size_t at = edit->cursor;
	while (at > 0 && parts_words(edit->text[at - 1]))
		at--;
	while (at > 0 && !parts_words(edit->text[at - 1]))
		at--;
	return at;
}

static void move_left(struct edit *edit)
{
	edit->cursor -= edit->cursor > 0;
}

static void move_right(struct edit *edit)
{
	edit->cursor += edit->cursor < edit->len;
}

static void move_home(struct edit *edit)
{
	edit->cursor = 0;
}

static void move_end(struct edit *edit)
{
	edit->cursor = edit->len;
}

static void erase_before(struct edit *edit)
{
	if (edit->cursor > 0)
		edit_remove(edit, edit->cursor - 1, edit->cursor);
}

static void erase_under(struct edit *edit)
{
	if (edit->cursor < edit->len)
		edit_remove(edit, edit->cursor, edit->cursor + 1);
}

static void kill_start(struct edit *edit)
{
	edit_remove(edit, 0, edit->cursor);
}

static void kill_end(struct edit *edit)
{
	edit_remove(edit, edit->cursor, edit->len);
}

static void kill_word(struct edit *edit)
{
	edit_remove(edit, word_start(edit), edit->cursor);
}

void edit_do(struct edit *edit, enum edit_op op)
{
	static void (*const ops[])(struct edit *edit) = {
		[EDIT_LEFT] = move_left, [EDIT_RIGHT] = move_right, [EDIT_HOME] = move_home, [EDIT_END] = move_end,
		[EDIT_BACKSPACE] = erase_before, [EDIT_DELETE] = erase_under, [EDIT_KILL_START] = kill_start,
		[EDIT_KILL_END] = kill_end, [EDIT_KILL_WORD] = kill_word,
	};
	edit->fresh = false;
	ops[op](edit);
}

size_t edit_utf8(const struct edit *edit, char *out, size_t cap)
{
	size_t at = 0;
	for (size_t i = 0; i < edit->len; i++) {
		char bytes[4];
		size_t len = text_encode((uint32_t)edit->text[i], bytes);
		if (at + len >= cap)
			break;
		memcpy(out + at, bytes, len);
		at += len;
	}
	out[at] = '\0';
	return at;
}

// Room to keep at and behind the cursor: its own character, and a third of the width as long as there is text for it.
static int room_ahead(const struct edit *edit, int cells)
{
	size_t rest = edit->len - edit->cursor;
	int own = rest ? text_wide_cells(edit->text + edit->cursor, 1) : 1;
	int ahead = text_wide_cells(edit->text + edit->cursor, rest);
	if (ahead > cells / 3)
		ahead = cells / 3;
	return ahead > own ? ahead : own;
}

size_t edit_window(const struct edit *edit, int cells, int *cursor_cell)
{
	size_t first = edit->cursor;
	int room = cells - room_ahead(edit, cells), used = 0;
	while (first > 0) {
		int more = text_wide_cells(edit->text + first - 1, edit->cursor - first + 1);
		if (more > room)
			break;
		used = more;
		first--;
	}
	*cursor_cell = used;
	return first;
}
