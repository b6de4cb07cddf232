// SPDX-License-Identifier: MIT
// duibiao.ini: each row of the table is read, mistakes are said with their line and change nothing.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "config/settings.h"

struct told { int len; char last[600]; };

static void note(void *ctx, const char *sentence)
{
	struct told *told = ctx;
	told->len++;
	snprintf(told->last, sizeof told->last, "%s", sentence);
}

static struct told read_text(const char *text, struct settings *settings)
{
	struct told told = {0, ""};
	settings_read("duibiao.ini", text, strlen(text), settings, note, &told);
	return told;
}

static void test_every_choice_of_every_row_is_read(void **state)
{
	(void)state;
	for (int i = 0; i < settings_rows_len; i++) {
		const struct settings_row *row = &settings_rows[i];
		char word[40], text[200];
		assert_true(row->choices == NULL || strlen(row->choices) < sizeof text);
		for (int index = 0; settings_word(row, index, word, sizeof word), word[0] != '\0'; index++) {
			struct settings settings;
			int read;
			memset(&settings, 0xFF, sizeof settings);
			snprintf(text, sizeof text, "[%s]\n%s = %s\n", row->section, row->key, word);
			assert_int_equal(read_text(text, &settings).len, 0);
			memcpy(&read, (const char *)&settings + row->field, sizeof read);
			assert_int_equal(read, index);
			assert_int_equal(settings_choice(row, word), index);
		}
	}
}

static void test_every_path_is_read_and_can_be_taken_away(void **state)
{
	(void)state;
	int paths = 0;
	for (int i = 0; i < settings_rows_len; i++) {
		const struct settings_row *row = &settings_rows[i];
		struct settings settings = {0};
		char text[SETTINGS_PATH + 200];
		const char *read = (const char *)&settings + row->field;
		if (row->choices != NULL)
			continue;
		paths++;
		assert_int_equal(settings_choice(row, "readers"), -1);
		snprintf(text, sizeof text, "[%s]\n%s = ../给读者 的/x\n", row->section, row->key);
		assert_int_equal(read_text(text, &settings).len, 0);
		assert_string_equal(read, "../给读者 的/x");
		snprintf(text, sizeof text, "[%s]\n%s = \"\"\n", row->section, row->key);
		assert_int_equal(read_text(text, &settings).len, 0);
		assert_string_equal(read, "");
	}
	assert_true(paths > 0);
}

static void test_a_path_as_long_as_a_line_can_be(void **state)
{
	(void)state;
	struct settings settings = {0};
	char text[SETTINGS_PATH + 200];
	int longest = 0, len = 900;
	for (; longest == 0; len++) {
		snprintf(text, sizeof text, "[publish]\nfolder = /%0*d\n", len, 1);
		if (read_text(text, &settings).len > 0)
			longest = len - 1;
		else
			assert_int_equal(strlen(settings.publish_folder), len + 1);
	}
	assert_in_range(longest, 900, SETTINGS_PATH - 2);
}

static void test_later_file_wins_key_by_key(void **state)
{
	(void)state;
	struct settings settings = {0};
	assert_int_equal(read_text("[look]\nlanguage = en\ncolour = never\n", &settings).len, 0);
	assert_int_equal(read_text("[look]\nlanguage = zh_CN\n", &settings).len, 0);
	assert_int_equal(settings.language, SETTINGS_LANGUAGE_ZH_CN);
	assert_int_equal(settings.colour, SETTINGS_COLOUR_NEVER);
}

static void test_mistake_is_said_with_its_line_and_passed_over(void **state)
{
	(void)state;
	struct settings settings = {0};
	struct told told = read_text("[look]\nbars = ascii\ncolour = pink\n", &settings);
	assert_int_equal(told.len, 1);
	assert_non_null(strstr(told.last, "duibiao.ini line 3 [look] colour"));
	assert_non_null(strstr(told.last, "auto never"));
	assert_int_equal(settings.bars, SETTINGS_BARS_ASCII);
	assert_int_equal(settings.colour, SETTINGS_COLOUR_AUTO);
}

static void test_unknown_keys_and_broken_files_are_never_fatal(void **state)
{
	static const char *const broken[] = {
		"[look]\ncolor = never\n", "[view]\ncolour = never\n", "[look]\nlanguage\n", "\xff\xfe[look]\n", "[a:b]\nx = 1\n",
		"[look]\nlanguage = \"en\n", "language = en\n", "[look]\nlanguage = EN\n",
	};
	(void)state;
	for (size_t i = 0; i < sizeof broken / sizeof broken[0]; i++) {
		struct settings settings = {0}, untouched = {0};
		assert_true(read_text(broken[i], &settings).len > 0);
		assert_memory_equal(&settings, &untouched, sizeof settings);
	}
}

static void test_empty_file_is_no_mistake(void **state)
{
	(void)state;
	struct settings settings = {0};
	assert_int_equal(read_text("", &settings).len, 0);
	assert_int_equal(read_text("# nothing\n\n", &settings).len, 0);
}

static void test_keys_of_actions(void **state)
{
	(void)state;
	struct settings settings = {0};
	struct told told = read_text("[keys]\nfind = F4 ^F\nchoose = /\nperiod_previous = [ <\n", &settings);
	assert_int_equal(told.len, 0);
	assert_string_equal(keys_of(&settings.keys, ACTION_FIND), "F4 ^F");
	assert_string_equal(keys_of(&settings.keys, ACTION_CHOOSE), "/");
	assert_string_equal(keys_of(&settings.keys, ACTION_PERIOD_PREVIOUS), "[ <");
	assert_string_equal(keys_of(&settings.keys, ACTION_TURN), "F6");
	told = read_text("[keys]\nturn = F4\n", &settings);            // another file, over it
	assert_int_equal(told.len, 1);
	assert_non_null(strstr(told.last, "line 2 [keys] turn: F4 is the key of find already"));
	assert_string_equal(keys_of(&settings.keys, ACTION_TURN), "F6");
	assert_string_equal(keys_of(&settings.keys, ACTION_FIND), "F4 ^F");
}

static void test_keys_that_are_mistakes(void **state)
{
	(void)state;
	static const struct { const char *line, *why; } wrong[] = {
		{"fly = F5", "there is no such action"},
		{"turn = F13", "\"F13\" is no key"},
		{"turn = 5", "\"5\" is no key"},
		{"turn = F6 ^S", "\"^S\" is no key"},
		{"turn = 转", "is no key"},
		{"turn = up", "\"up\" is no key"},
		{"turn =", "one key or several"},
		{"turn = F6 F7", "F7 is the key of check already"},
	};
	for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
		struct settings settings = {0};
		char text[200];
		snprintf(text, sizeof text, "[look]\ncolour = never\n[keys]\n%s\n", wrong[i].line);
		struct told told = read_text(text, &settings);
		assert_int_equal(told.len, 1);
		if (strstr(told.last, "line 4 [keys]") == NULL || strstr(told.last, wrong[i].why) == NULL)
			fail_msg("%s: %s", wrong[i].line, told.last);
		assert_string_equal(keys_of(&settings.keys, ACTION_TURN), "F6");
		assert_int_equal(settings.colour, SETTINGS_COLOUR_NEVER);
	}
}

// Both of two lines that want one key cannot have it; what the dropped one had taken from a third is free again.
static void test_two_lines_with_one_key(void **state)
{
	(void)state;
	struct settings settings = {0};
	struct told told = read_text("[keys]\nturn = x\ncheck = x\n", &settings);
	assert_int_equal(told.len, 1);
	assert_non_null(strstr(told.last, "line 2 [keys] turn: x is the key of check already"));
	assert_string_equal(keys_of(&settings.keys, ACTION_TURN), "F6");
	assert_string_equal(keys_of(&settings.keys, ACTION_CHECK), "x");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_every_choice_of_every_row_is_read),
		cmocka_unit_test(test_every_path_is_read_and_can_be_taken_away),
		cmocka_unit_test(test_a_path_as_long_as_a_line_can_be),
		cmocka_unit_test(test_later_file_wins_key_by_key),
		cmocka_unit_test(test_mistake_is_said_with_its_line_and_passed_over),
		cmocka_unit_test(test_unknown_keys_and_broken_files_are_never_fatal),
		cmocka_unit_test(test_empty_file_is_no_mistake),
		cmocka_unit_test(test_keys_of_actions),
		cmocka_unit_test(test_keys_that_are_mistakes),
		cmocka_unit_test(test_two_lines_with_one_key),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
