// SPDX-License-Identifier: MIT
// What keys mean on a list, in an entry form and while text is typed; that no key of the action table is missing or twice.
#include <curses.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "tui/keymap.h"

static enum action character(wint_t code, enum keymap_mode mode, struct key *key)
{
	return keymap_find(&(struct term_key){false, code}, mode, key);
}

static enum action function(int code, enum keymap_mode mode)
{
	struct key key;
	return keymap_find(&(struct term_key){true, (wint_t)code}, mode, &key);
}

static void test_shortcuts_and_their_full_width_forms(void **state)
{
	(void)state;
	struct key key;
	assert_int_equal(character('?', KEYMAP_LIST, &key), ACTION_HELP);
	assert_int_equal(character(0xFF1F, KEYMAP_LIST, &key), ACTION_HELP);            // ？
	assert_int_equal(character(0xFF51, KEYMAP_LIST, &key), ACTION_BACK);            // ｑ
	assert_int_equal(character(0x3010, KEYMAP_ENTRY, &key), ACTION_PERIOD_PREVIOUS); // 【
	assert_int_equal(character(0xFF1A, KEYMAP_LIST, &key), ACTION_MENU);            // ：
	assert_int_equal(character('=', KEYMAP_ENTRY, &key), ACTION_SAME);
	assert_int_equal(character(26, KEYMAP_EDITING, &key), ACTION_UNDO);             // ^Z
	assert_int_equal(character(27, KEYMAP_EDITING, &key), ACTION_BACK);
	assert_int_equal(character('\r', KEYMAP_LIST, &key), ACTION_OPEN);
	assert_int_equal(character('\n', KEYMAP_EDITING, &key), ACTION_OPEN);
	assert_int_equal(function(KEY_F(10), KEYMAP_EDITING), ACTION_MENU);
	assert_int_equal(function(KEY_F(1), KEYMAP_LIST), ACTION_HELP);
	assert_int_equal(function(KEY_F(12), KEYMAP_LIST), ACTION_NONE);
}

static void test_what_begins_to_type(void **state)
{
	(void)state;
	struct key key;
	assert_int_equal(character(0xFF15, KEYMAP_LIST, &key), ACTION_TYPE);            // ５ chooses
	assert_int_equal(key.code, '5');
	assert_int_equal(character(0xFF15, KEYMAP_ENTRY, &key), ACTION_TYPE);           // and is typed as it stands
	assert_int_equal(key.code, 0xFF15);
	assert_int_equal(character('-', KEYMAP_LIST, &key), ACTION_NONE);
	assert_int_equal(character('-', KEYMAP_ENTRY, &key), ACTION_TYPE);
	assert_int_equal(character(0x3002, KEYMAP_ENTRY, &key), ACTION_TYPE);           // 。
	assert_int_equal(key.code, '.');
	assert_int_equal(character(0x4EBF, KEYMAP_ENTRY, &key), ACTION_TYPE);           // 亿
	assert_int_equal(character(0x4EBF, KEYMAP_LIST, &key), ACTION_NONE);
	assert_int_equal(character('q', KEYMAP_ENTRY, &key), ACTION_BACK);
	assert_int_equal(character('q', KEYMAP_EDITING, &key), ACTION_TYPE);
	assert_int_equal(character(0xFF1F, KEYMAP_EDITING, &key), ACTION_TYPE);         // text stays as typed
	assert_int_equal(key.code, 0xFF1F);
	assert_int_equal(character(3, KEYMAP_EDITING, &key), ACTION_NONE);
	assert_int_equal(character(0x9B, KEYMAP_EDITING, &key), ACTION_NONE);           // a C1 control
}

static void test_line_editing(void **state)
{
	(void)state;
	struct key key;
	assert_int_equal(character(127, KEYMAP_EDITING, &key), ACTION_LINE);
	assert_int_equal(key.edit, EDIT_BACKSPACE);
	assert_int_equal(character(23, KEYMAP_EDITING, &key), ACTION_LINE);             // ^W
	assert_int_equal(key.edit, EDIT_KILL_WORD);
	assert_int_equal(function(KEY_LEFT, KEYMAP_EDITING), ACTION_LINE);
	assert_int_equal(function(KEY_LEFT, KEYMAP_LIST), ACTION_LEFT);
	assert_int_equal(function(KEY_UP, KEYMAP_EDITING), ACTION_UP);
	assert_int_equal(character(127, KEYMAP_LIST, &key), ACTION_NONE);
}

// Every action has a key that works, and no key stands twice.
static void test_the_action_table(void **state)
{
	(void)state;
	char seen[2048] = " ";
	bool reached[ACTION_COUNT] = {false};
	struct key key;
	for (wint_t code = 0; code < 128; code++)
		reached[character(code, KEYMAP_LIST, &key)] = true;
	for (int code = KEY_MIN; code < KEY_MAX; code++)
		reached[function(code, KEYMAP_LIST)] = true;
	for (int i = 0; i < action_rows_len; i++) {
		char keys[64], words[64], *rest = NULL;
		assert_true(reached[action_rows[i].action]);
		strncpy(keys, action_rows[i].keys, sizeof keys - 1);
		keys[sizeof keys - 1] = '\0';
		for (char *name = strtok_r(keys, " ", &rest); name != NULL; name = strtok_r(NULL, " ", &rest)) {
			char spaced[32];
			snprintf(spaced, sizeof spaced, " %s ", name);
			assert_null(strstr(seen, spaced));
			strcat(seen, spaced + 1);
		}
		assert_string_equal(keymap_words(action_rows[i].action, words, sizeof words), action_rows[i].keys);
	}
}

// What is given to one action is no longer another's, and is shown where keys are shown.
static void test_other_keys(void **state)
{
	(void)state;
	struct keys keys = {0};
	struct key key;
	char words[64];
	strcpy(keys.of[ACTION_CHECK], "^T PgDn x");
	strcpy(keys.of[ACTION_PAGE_DOWN], "F7");
	keymap_use(&keys);
	assert_int_equal(character('x', KEYMAP_LIST, &key), ACTION_CHECK);
	assert_int_equal(character(20, KEYMAP_EDITING, &key), ACTION_CHECK);
	assert_int_equal(function(KEY_NPAGE, KEYMAP_LIST), ACTION_CHECK);
	assert_int_equal(function(KEY_F(7), KEYMAP_LIST), ACTION_PAGE_DOWN);
	assert_int_equal(function(KEY_F(6), KEYMAP_LIST), ACTION_TURN);
	assert_string_equal(keymap_words(ACTION_CHECK, words, sizeof words), "^T PgDn x");
	assert_string_equal(keymap_first(ACTION_CHECK, words, sizeof words), "^T");
	keymap_use(NULL);
	assert_int_equal(function(KEY_F(7), KEYMAP_LIST), ACTION_CHECK);
	assert_int_equal(character('x', KEYMAP_LIST, &key), ACTION_NONE);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_shortcuts_and_their_full_width_forms),
		cmocka_unit_test(test_what_begins_to_type),
		cmocka_unit_test(test_line_editing),
		cmocka_unit_test(test_the_action_table),
		cmocka_unit_test(test_other_keys),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
