// SPDX-License-Identifier: MIT
// core/edit and core/action: what each key does to a line, the window over it, and the table of actions.
#include <stdarg.h>
#include <setjmp.h>
#include <stddef.h>
#include <stdint.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "core/action.h"
#include "core/edit.h"

#define LENGTH(array) (sizeof (array) / sizeof *(array))

static int use_utf8(void **state)
{
	(void)state;
	return !setlocale(LC_ALL, "C.UTF-8");
}

static void expect_line(const struct edit *edit, const char *text, size_t cursor)
{
	char have[256];
	size_t len = edit_utf8(edit, have, sizeof have);
	assert_string_equal(have, text);
	assert_int_equal(len, strlen(text));
	assert_int_equal(edit->cursor, cursor);
	assert_true(edit->cursor <= edit->len);
	assert_int_equal(edit->text[edit->len], L'\0');
}

static void keys_move_and_erase(void **state)
{
	(void)state;
	static const struct {
		enum edit_op op;
		const char *text;
		size_t cursor;
	} steps[] = {
		{ EDIT_RIGHT, "许昌 12", 5 }, { EDIT_LEFT, "许昌 12", 4 }, { EDIT_DELETE, "许昌 1", 4 }, { EDIT_DELETE, "许昌 1", 4 },
		{ EDIT_BACKSPACE, "许昌 ", 3 }, { EDIT_HOME, "许昌 ", 0 }, { EDIT_LEFT, "许昌 ", 0 }, { EDIT_BACKSPACE, "许昌 ", 0 },
		{ EDIT_RIGHT, "许昌 ", 1 }, { EDIT_KILL_START, "昌 ", 0 }, { EDIT_END, "昌 ", 2 }, { EDIT_KILL_WORD, "", 0 },
		{ EDIT_KILL_END, "", 0 }, { EDIT_KILL_WORD, "", 0 }, { EDIT_BACKSPACE, "", 0 },
	};
	struct edit edit;
	edit_set(&edit, "许昌 12", false);
	expect_line(&edit, "许昌 12", 5);
	for (size_t i = 0; i < LENGTH(steps); i++) {
		edit_do(&edit, steps[i].op);
		expect_line(&edit, steps[i].text, steps[i].cursor);
	}
}

static void words_end_at_blanks_and_signs(void **state)
{
	(void)state;
	struct edit edit;
	edit_set(&edit, "新认定平台，备注  二", false);
	edit_do(&edit, EDIT_KILL_WORD);
	expect_line(&edit, "新认定平台，备注  ", 10);
	edit_do(&edit, EDIT_KILL_WORD);
	expect_line(&edit, "新认定平台，", 6);
	edit_do(&edit, EDIT_KILL_WORD);
	expect_line(&edit, "", 0);
	edit_set(&edit, "one two", false);
	edit_do(&edit, EDIT_LEFT);
	edit_do(&edit, EDIT_KILL_WORD);
	expect_line(&edit, "one o", 4);
	edit_do(&edit, EDIT_KILL_END);
	expect_line(&edit, "one ", 4);
}

static void the_first_character_replaces_a_fresh_line(void **state)
{
	(void)state;
	struct edit edit;
	edit_set(&edit, "31", true);
	assert_true(edit_insert(&edit, L'5'));
	assert_true(edit_insert(&edit, L'0'));
	expect_line(&edit, "50", 2);
	edit_set(&edit, "31", true);
	edit_do(&edit, EDIT_LEFT);
	assert_true(edit_insert(&edit, L'许'));
	expect_line(&edit, "3许1", 2);
	edit_set(&edit, "31", true);
	assert_false(edit_insert(&edit, L'\033'));
	expect_line(&edit, "31", 2);
	assert_true(edit.fresh);
}

static void only_what_shows_is_taken(void **state)
{
	(void)state;
	static const wchar_t bad[] = { 0, L'\n', L'\t', 0x7F, 0x9B, 0x200B, 0x202E, 0xFEFF, 0xE000, 0xE0041, 0xDC80, 0x110000 };
	struct edit edit;
	edit_set(&edit, "", false);
	for (size_t i = 0; i < LENGTH(bad); i++)
		assert_false(edit_insert(&edit, bad[i]));
	assert_true(edit_insert(&edit, L'　'));
	assert_true(edit_insert(&edit, 0x301));
	expect_line(&edit, "　\xCC\x81", 2);
}

static void a_full_line_takes_no_more(void **state)
{
	(void)state;
	struct edit edit;
	static char text[3 * EDIT_MAX + 10];
	for (int i = 0; i <= EDIT_MAX; i++)
		memcpy(text + 3 * i, "许", 3);
	edit_set(&edit, text, false);
	assert_int_equal(edit.len, EDIT_MAX);
	assert_false(edit_insert(&edit, L'a'));
	edit_do(&edit, EDIT_BACKSPACE);
	assert_true(edit_insert(&edit, L'a'));
	assert_int_equal(edit.len, EDIT_MAX);
	char small[8];
	assert_int_equal(edit_utf8(&edit, small, sizeof small), 6);
	assert_string_equal(small, "许许");
}

static void the_window_keeps_the_cursor(void **state)
{
	(void)state;
	struct edit edit;
	int cell;
	edit_set(&edit, "许昌市", false);
	assert_int_equal(edit_window(&edit, 10, &cell), 0);
	assert_int_equal(cell, 6);
	assert_int_equal(edit_window(&edit, 7, &cell), 0);
	assert_int_equal(edit_window(&edit, 6, &cell), 1);
	assert_int_equal(cell, 4);
	edit_set(&edit, "0123456789abcdefghij", false);
	assert_int_equal(edit_window(&edit, 9, &cell), 12);
	assert_int_equal(cell, 8);
	for (size_t cursor = 0; cursor <= edit.len; cursor++) {
		edit.cursor = cursor;
		size_t first = edit_window(&edit, 9, &cell);
		assert_true(first <= cursor && cell >= 0 && cell < 9);
		assert_int_equal(first + (size_t)cell, cursor);
	}
	edit.cursor = 10;
	assert_int_equal(edit_window(&edit, 9, &cell), 4);       // three cells of what follows stay in sight
	edit.cursor = 5;
	assert_int_equal(edit_window(&edit, 9, &cell), 0);
}

static void actions_find_their_rows(void **state)
{
	(void)state;
	assert_int_equal(action_rows_len, ACTION_TYPE - 1);
	for (int i = 0; i < action_rows_len; i++) {
		const struct action_row *row = &action_rows[i];
		assert_ptr_equal(action_row(row->action), row);
		assert_true(*row->id && *row->group && *row->keys && *row->help);
	}
	assert_null(action_row(ACTION_NONE));
	assert_null(action_row(ACTION_TYPE));
	assert_null(action_row(ACTION_COUNT));
	assert_string_equal(action_row(ACTION_UNDO)->keys, "u ^Z");
	assert_true(action_row(ACTION_UNDO)->writes);
	assert_false(action_row(ACTION_HELP)->writes);
	assert_string_equal(action_row(ACTION_HELP)->id, "help");
}

// No key means two things where both actions may stand.
static void no_key_stands_twice(void **state)
{
	(void)state;
	char seen[64][16];
	int count = 0;
	for (int i = 0; i < action_rows_len; i++) {
		char keys[64];
		strcpy(keys, action_rows[i].keys);
		for (char *key = strtok(keys, " "); key; key = strtok(NULL, " ")) {
			for (int k = 0; k < count; k++)
				assert_string_not_equal(seen[k], key);
			assert_true(count < 64 && strlen(key) < sizeof *seen);
			strcpy(seen[count++], key);
		}
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(keys_move_and_erase), cmocka_unit_test(words_end_at_blanks_and_signs),
		cmocka_unit_test(the_first_character_replaces_a_fresh_line), cmocka_unit_test(only_what_shows_is_taken),
		cmocka_unit_test(a_full_line_takes_no_more), cmocka_unit_test(the_window_keeps_the_cursor),
		cmocka_unit_test(actions_find_their_rows), cmocka_unit_test(no_key_stands_twice),
	};
	return cmocka_run_group_tests_name("edit", tests, use_utf8, NULL);
}
