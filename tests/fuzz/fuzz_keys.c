// SPDX-License-Identifier: MIT
// Any bytes as keys to the key table and the line editor. Beyond not crashing: what a key means is an action, the cursor stays in
// the text and in the window, and the text is one that a field takes. The screens get theirs in tests/fault/test_keys.c.
#include <assert.h>
#include <curses.h>
#include <locale.h>
#include <stdint.h>
#include <string.h>
#include <wchar.h>

#include "core/action.h"
#include "core/edit.h"
#include "core/text.h"
#include "tui/keymap.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
int LLVMFuzzerInitialize(int *argc, char ***argv);

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
	(void)argc;
	(void)argv;
	setlocale(LC_ALL, "C.UTF-8");
	return 0;
}

// Esc and a byte stand for a function key of curses; what is no character for the byte.
static size_t take_key(const uint8_t *data, size_t size, struct term_key *key)
{
	wchar_t c;
	mbstate_t state = {0};
	if (size > 1 && data[0] == 27) {
		*key = (struct term_key){true, (wint_t)(KEY_MIN + data[1])};
		return 2;
	}
	size_t len = mbrtowc(&c, (const char *)data, size, &state);
	bool whole = len > 0 && len <= size;
	*key = (struct term_key){false, whole ? (wint_t)c : data[0]};
	return whole ? len : 1;
}

static void press(struct edit *edit, const struct term_key *pressed)
{
	char name[40];
	assert(strlen(keymap_name(pressed, name, sizeof name)) < sizeof name);
	for (enum keymap_mode mode = KEYMAP_LIST; mode <= KEYMAP_EDITING; mode++) {
		struct key key = {0};
		enum action action = keymap_find(pressed, mode, &key);
		assert((int)action >= 0 && action < ACTION_COUNT);
		if (action == ACTION_TYPE)
			(void)edit_insert(edit, key.code);
		else if (action == ACTION_LINE)
			edit_do(edit, key.edit);
	}
}

static void check(const struct edit *edit, int cells)
{
	static char text[4 * EDIT_MAX + 1];
	int at = -1;
	assert(edit->len <= EDIT_MAX && edit->cursor <= edit->len && edit->text[edit->len] == L'\0');
	size_t len = edit_utf8(edit, text, sizeof text), begin = edit_window(edit, cells, &at);
	assert(len == strlen(text) && text_valid_utf8(text, len) == len && !text_has_controls(text));
	assert(begin <= edit->cursor && at >= 0 && at < cells);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct edit edit;
	if (size < 2)
		return 0;
	edit_set(&edit, data[0] % 2 == 0 ? "" : "12.50亿元", data[0] % 3 == 0);
	struct term_key key;
	for (size_t at = 2; at < size;) {
		at += take_key(data + at, size - at, &key);
		press(&edit, &key);
	}
	check(&edit, 2 + data[1] % 100);
	return 0;
}
