// SPDX-License-Identifier: MIT
// JSON piece by piece: commas, escapes, numbers and nulls.
#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "exchange/json.h"

static char *text;
static size_t len;

static struct json begin(void)
{
	free(text);
	text = NULL;
	return (struct json){open_memstream(&text, &len), true};
}

static void assert_json(struct json *json, const char *expected)
{
	fclose(json->out);
	assert_string_equal(text, expected);
}

static struct maybe some(num_i128 n, num_i128 d)
{
	struct maybe out = {.has = true};
	assert_int_equal(rat_make(n, d, &out.v), ERR_OK);
	return out;
}

static void test_nesting(void **state)
{
	struct json json = begin();
	(void)state;
	json_open(&json, NULL, '{');
	json_open(&json, "a", '[');
	json_close(&json, ']');
	json_open(&json, "b", '[');
	json_open(&json, NULL, '{');
	json_whole(&json, "n", -3);
	json_close(&json, '}');
	json_text(&json, NULL, "x");
	json_close(&json, ']');
	json_bool(&json, "c", true);
	json_null(&json, "d");
	json_close(&json, '}');
	assert_json(&json, "{\"a\":[],\"b\":[{\"n\":-3},\"x\"],\"c\":true,\"d\":null}");
}

static void test_strings(void **state)
{
	static const struct { const char *text, *json; } cases[] = {
		{"许昌市“十四五”", "\"许昌市“十四五”\""},
		{"a\"b\\c/d", "\"a\\\"b\\\\c/d\""},
		{"\n\t\r\x01\x7F", "\"\\n\\t\\u000d\\u0001\\u007f\""},
		{"\x1B[2J", "\"\\u001b[2J\""},
		{"a\xFF\xE7\xA0z", "\"a\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBDz\""},
		{"", "null"},
		{NULL, "null"},
	};
	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct json json = begin();
		json_text(&json, NULL, cases[i].text);
		assert_json(&json, cases[i].json);
	}
}

static void test_numbers(void **state)
{
	static const struct { int n, d; const char *json; } cases[] = {
		{470, 1, "470"}, {47, 60, "0.783333333333"}, {3, 5, "0.6"}, {-41, 10, "-4.1"}, {0, 1, "0"},
	};
	struct json json = begin();
	(void)state;
	json_maybe(&json, NULL, (struct maybe){0});
	assert_json(&json, "null");
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		json = begin();
		json_maybe(&json, NULL, some(cases[i].n, cases[i].d));
		assert_json(&json, cases[i].json);
	}
}

static int forget(void **state)
{
	(void)state;
	free(text);
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_nesting),
		cmocka_unit_test(test_strings),
		cmocka_unit_test(test_numbers),
	};
	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, forget);
}
