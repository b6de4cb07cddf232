// SPDX-License-Identifier: MIT
// The editor of several lines: where lines break, where the cursor stands, and that no key but an erasing one loses a character.
#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "core/edit_text.h"

static int set_locale(void **state)
{
	(void)state;
	return setlocale(LC_ALL, "C.UTF-8") == NULL ? -1 : 0;
}

static void expect_lines(const struct edit *edit, int cells, const char *want)      // lengths of the lines
{
	char got[64] = "";
	struct edit_line line;
	int lines = edit_text_lines(edit, cells);
	for (int i = 0; i < lines; i++) {
		assert_true(edit_text_line(edit, cells, i, &line));
		size_t len = strlen(got);
		got[len] = (char)('0' + line.len);
		got[len + 1] = '\0';
	}
	assert_false(edit_text_line(edit, cells, lines, &line));
	assert_string_equal(got, want);
}

static void expect_place(const struct edit *edit, int cells, int line, int cell)
{
	int at_line, at_cell;
	edit_text_place(edit, cells, &at_line, &at_cell);
	assert_int_equal(at_line, line);
	assert_int_equal(at_cell, cell);
}

static void test_lines(void **state)
{
	(void)state;
	static const struct { const char *text; int cells; const char *lines; } cases[] = {
		{"", 5, "0"}, {"abcd", 5, "4"}, {"abcde", 5, "50"}, {"abcdef", 5, "51"}, {"中文字", 5, "21"},
		{"中文", 4, "20"}, {"a中文", 4, "21"}, {"中", 1, "10"}, {"中文", 1, "110"},
	};
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct edit edit;
		edit_set(&edit, cases[i].text, false);
		expect_lines(&edit, cases[i].cells, cases[i].lines);
	}
}

static void test_cursor(void **state)
{
	struct edit edit;
	(void)state;
	edit_set(&edit, "中文字符abc", false);
	expect_place(&edit, 5, 2, 2);            // 中文|字符a|bc
	edit_text_do(&edit, 5, EDIT_HOME);
	expect_place(&edit, 5, 2, 0);
	assert_true(edit_text_move(&edit, 5, -1));
	expect_place(&edit, 5, 1, 0);
	edit_text_do(&edit, 5, EDIT_END);
	expect_place(&edit, 5, 1, 4);            // on the a: behind it is the next line
	assert_true(edit_text_move(&edit, 5, -1));
	expect_place(&edit, 5, 0, 2);
	assert_false(edit_text_move(&edit, 5, -1));
	expect_place(&edit, 5, 0, 2);
	assert_true(edit_text_move(&edit, 5, 2));
	expect_place(&edit, 5, 2, 2);
	assert_false(edit_text_move(&edit, 5, 1));
	edit_set(&edit, "abcde", false);
	expect_place(&edit, 5, 1, 0);            // full: the next character stands below
}

static void test_killing_is_of_a_line(void **state)
{
	struct edit edit;
	char text[64];
	(void)state;
	edit_set(&edit, "aaaaabbbbbccccc", false);
	assert_true(edit_text_move(&edit, 5, -2));
	edit_text_do(&edit, 5, EDIT_RIGHT);
	edit_text_do(&edit, 5, EDIT_RIGHT);
	edit_text_do(&edit, 5, EDIT_KILL_END);
	edit_utf8(&edit, text, sizeof text);
	assert_string_equal(text, "aaaaabbccccc");
	edit_text_do(&edit, 5, EDIT_KILL_START);
	edit_utf8(&edit, text, sizeof text);
	assert_string_equal(text, "aaaaaccccc");
}

static void test_limit(void **state)
{
	struct edit edit;
	char text[64];
	(void)state;
	edit_set(&edit, "", false);
	assert_true(edit_text_insert(&edit, L'中', 7));
	assert_true(edit_text_insert(&edit, L'文', 7));
	assert_false(edit_text_insert(&edit, L'字', 7));
	assert_true(edit_text_insert(&edit, L'x', 7));
	assert_false(edit_text_insert(&edit, L'y', 7));
	assert_false(edit_text_insert(&edit, L'\n', 100));
	assert_false(edit_text_insert(&edit, 0x202E, 100));
	assert_int_equal(edit_text_bytes(&edit), 7);
	edit_utf8(&edit, text, sizeof text);
	assert_string_equal(text, "中文x");
}

// Any keys at any width: moving loses nothing, and the cursor always stands on a line that is there.
static void test_nothing_is_lost(void **state)
{
	static const wchar_t letters[] = L"a中　b，é字";
	struct edit edit;
	size_t typed = 0;
	(void)state;
	edit_set(&edit, "", false);
	srand(20240708);
	for (int i = 0; i < 5000; i++) {
		int cells = 1 + rand() % 20, line, cell, roll = rand() % 10;
		if (roll < 3 && typed < 100)
			typed += edit_text_insert(&edit, letters[rand() % 7], INT32_MAX);
		else if (roll < 6)
			edit_text_move(&edit, cells, rand() % 7 - 3);
		else
			edit_text_do(&edit, cells, (enum edit_op)(EDIT_LEFT + rand() % 4));
		assert_int_equal(edit.len, typed);
		edit_text_place(&edit, cells, &line, &cell);
		assert_in_range(line, 0, edit_text_lines(&edit, cells) - 1);
		assert_true(cell < cells || cells == 1);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_lines), cmocka_unit_test(test_cursor), cmocka_unit_test(test_killing_is_of_a_line),
		cmocka_unit_test(test_limit), cmocka_unit_test(test_nothing_is_lost),
	};
	return cmocka_run_group_tests(tests, set_locale, NULL);
}
