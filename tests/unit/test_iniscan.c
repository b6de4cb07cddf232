// SPDX-License-Identifier: MIT
// Every trap of libiniparser is found by the scan before, with its line and its cure; what the scan lets through, the
// library reads as it stands.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "config/iniscan.h"
#include "config/inivalues.h"

struct heard {
	int count, line;
	char section[64], key[64], text[256];            // of the last
};

static void hear(void *ctx, int line, const char *section, const char *key, const char *text)
{
	struct heard *heard = ctx;
	heard->count++;
	heard->line = line;
	snprintf(heard->section, sizeof heard->section, "%s", section);
	snprintf(heard->key, sizeof heard->key, "%s", key);
	snprintf(heard->text, sizeof heard->text, "%s", text);
}

static enum err scan(const char *bytes, size_t len, struct iniscan *out, struct heard *heard)
{
	*heard = (struct heard){ 0 };
	return iniscan_read(bytes, len, hear, heard, out);
}

// What the library makes of KEY in [s].
static void assert_value(const char *text, const char *key, const char *value)
{
	struct iniscan out;
	struct heard heard;
	struct inivalues *values;
	assert_int_equal(scan(text, strlen(text), &out, &heard), ERR_OK);
	assert_int_equal(inivalues_load(&out, &values), ERR_OK);
	const char *got = inivalues_get(values, "s", key);
	if (value == NULL)
		assert_null(got);
	else
		assert_string_equal(got, value);
	inivalues_free(values);
	iniscan_done(&out);
}

struct trap {
	const char *text;
	int line;
	const char *key, *cure;
};
static const struct trap traps[] = {
	{ "[s]\na = x;y\n", 2, "a", "put the whole value in" },
	{ "[s]\na = x#y\n", 2, "a", "put the whole value in" },
	{ "[s]\na = \"x\" # y\n", 2, "a", "close it with" },
	{ "[s]\na = \"x\n", 2, "a", "close it with" },
	{ "[s]\na = \"\n", 2, "a", "close it with" },
	{ "[s]\na = x\"y\n", 2, "a", "write “ and ” instead" },
	{ "[s]\na = \"x\"y\"\n", 2, "a", "write “ and ” instead" },
	{ "[s]\na = 'x'\n", 2, "a", "put it in" },
	{ "[s]\na = x\\\nb = y\n", 2, "a", "leave it out" },
	{ "[s]\na = \"x\\y\"\n", 2, "a", "leave it out" },
	{ "[s]\na = x\ty\n", 2, "a", "delete it" },
	{ "[s]\na = x\x1b[2Jy\n", 2, "a", "delete it" },
	{ "[s]\na = x\ry\n", 2, "a", "delete it" },
	{ "[s]\na = 1\nb = 2\na = 3\n", 4, "a", "line 2 already" },
	{ "[s]\na = 1\n\n[s]\nb = 2\n", 4, "", "line 1 already" },
	{ "[s]\nA = 1\n", 2, "", "a key holds only" },
	{ "[s]\n甲 = 1\n", 2, "", "a key holds only" },
	{ "[s]\n = 1\n", 2, "", "a key holds only" },
	{ "[s]\na ＝ 1\n", 2, "", "half-width =" },
	{ "[s]\na\n", 2, "", "key = value" },
	{ "a = 1\n[s]\n", 1, "", "before the first" },
	{ "[s:t]\n", 1, "", "a section name holds only" },
	{ "[S]\n", 1, "", "a section name holds only" },
	{ "[]\n", 1, "", "a section name holds only" },
	{ "[s\n", 1, "", "ends with ]" },
	{ "[s] x\n", 1, "", "ends with ]" },
	{ "[", 1, "", "ends with ]" },
};

static void each_trap_is_told_with_its_line_and_cure(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof traps / sizeof traps[0]; i++) {
		struct iniscan out;
		struct heard heard;
		assert_int_equal(scan(traps[i].text, strlen(traps[i].text), &out, &heard), ERR_OK);
		if (heard.count != 1 || heard.line != traps[i].line || strcmp(heard.key, traps[i].key) != 0
			|| strstr(heard.text, traps[i].cure) == NULL)
			fail_msg("%s: %d mistakes, line %d, key %s: %s", traps[i].text, heard.count, heard.line, heard.key,
				heard.text);
		struct inivalues *values;
		assert_int_equal(inivalues_load(&out, &values), ERR_OK);      // the rest can still be read
		inivalues_free(values);
		iniscan_done(&out);
	}
}

static void a_file_that_is_no_text_ends_the_scan(void **state)
{
	static const struct { const char *bytes; size_t len; int line; const char *cure; } files[] = {
		{ "[s]\na = \xC6\xF3\xD2\xB5\n", 13, 2, "GBK" },
		{ "[s]\na = x\nb = \0y\n", 17, 3, "NUL" },
		{ "\xFF\xFE[\0s\0]\0", 8, 1, "UTF-8" },
	};
	(void)state;
	for (size_t i = 0; i < sizeof files / sizeof files[0]; i++) {
		struct iniscan out;
		struct heard heard;
		assert_int_equal(scan(files[i].bytes, files[i].len, &out, &heard), ERR_INPUT);
		assert_int_equal(heard.count, 1);
		assert_int_equal(heard.line, files[i].line);
		assert_non_null(strstr(heard.text, files[i].cure));
		iniscan_done(&out);
	}
}

static void lines_and_files_have_a_limit(void **state)
{
	(void)state;
	struct iniscan out;
	struct heard heard;
	char text[1100] = "[s]\na = ";
	memset(text + 8, 'x', INISCAN_LINE - 4);
	assert_int_equal(scan(text, strlen(text), &out, &heard), ERR_OK);
	assert_int_equal(heard.count, 0);
	iniscan_done(&out);
	strcat(text, "x");
	assert_int_equal(scan(text, strlen(text), &out, &heard), ERR_OK);
	assert_int_equal(heard.count, 1);
	assert_non_null(strstr(heard.text, "KEY.2"));
	iniscan_done(&out);
	char *large = calloc(1, INISCAN_BYTES + 1);
	memset(large, '\n', INISCAN_BYTES + 1);
	assert_int_equal(scan(large, INISCAN_BYTES + 1, &out, &heard), ERR_INPUT);
	iniscan_done(&out);
	free(large);
}

static void too_many_sections_are_refused(void **state)
{
	(void)state;
	struct iniscan out;
	struct heard heard;
	size_t cap = (INISCAN_SECTIONS + 2) * 16, len = 0;
	char *text = malloc(cap);
	for (int i = 0; i <= INISCAN_SECTIONS; i++)
		len += (size_t)snprintf(text + len, cap - len, "[s%d]\n", i);
	assert_int_equal(scan(text, len, &out, &heard), ERR_INPUT);
	assert_int_equal(heard.line, INISCAN_SECTIONS + 1);
	iniscan_done(&out);
	free(text);
}

static void values_are_read_as_they_stand(void **state)
{
	(void)state;
	assert_value("[s]\na = 企业 达到\n", "a", "企业 达到");
	assert_value("\xEF\xBB\xBF[s]\na = 1\n", "a", "1");
	assert_value("[s]\r\na = 1\r\n", "a", "1");
	assert_value("  [s]\n\t a\t=  1  ", "a", "1");
	assert_value("[s]\na = \"x;y # z\"\n", "a", "x;y # z");
	assert_value("[s]\na = x=y\n", "a", "x=y");
	assert_value("[s]\na =\n", "a", "");
	assert_value("[s]\na = \"\"\n", "a", "");
	assert_value("# [t] \\\n; c\n[s]\na.2 = 010\n", "a.2", "010");
	assert_value("[s]\na = “达到”、《规划》\n", "a", "“达到”、《规划》");
}

static void what_is_bad_is_not_handed_on(void **state)
{
	(void)state;
	assert_value("[s]\na = 1;2\nb = 3\n", "a", NULL);
	assert_value("[s]\na = 1;2\nb = 3\n", "b", "3");
	assert_value("[s]\na = 1\na = 2\n", "a", "1");
	assert_value("[s]\na = 1\n[s]\na = 2\nb = 3\n", "b", NULL);
	assert_value("[s]\n# \\\na = x\\\nb = 3\n", "b", "3");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_trap_is_told_with_its_line_and_cure),
		cmocka_unit_test(a_file_that_is_no_text_ends_the_scan),
		cmocka_unit_test(lines_and_files_have_a_limit),
		cmocka_unit_test(too_many_sections_are_refused),
		cmocka_unit_test(values_are_read_as_they_stand),
		cmocka_unit_test(what_is_bad_is_not_handed_on),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
