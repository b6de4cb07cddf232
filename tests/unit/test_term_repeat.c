// SPDX-License-Identifier: MIT
// Repetitions are spelt out, and nothing else is touched.
#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "tui/term_repeat.h"

static void expect(const char *from, const char *to)
{
	size_t len = strlen(from);
	char *spelt = term_repeat_spell(from, &len);
	if (to == NULL) {
		assert_null(spelt);
		assert_int_equal(len, strlen(from));
		return;
	}
	assert_non_null(spelt);
	assert_int_equal(len, strlen(to));
	assert_memory_equal(spelt, to, len);
	free(spelt);
}

static void test_what_is_spelt_out(void **state)
{
	(void)state;
	expect("-\033[4b", "-----");
	expect("a\033[2;3H -\033[2b=\033[1bz\033[m", "a\033[2;3H ---==z\033[m");
	expect("x\033[12b", "xxxxxxxxxxxxx");
}

// A byte of one character is its number: × is U+00D7.
static void test_beyond_ascii(void **state)
{
	(void)state;
	assert_non_null(setlocale(LC_CTYPE, "C.UTF-8"));
	expect("\xd7\033[2b", "×××");
	setlocale(LC_CTYPE, "C");
}

static void test_what_is_left(void **state)
{
	(void)state;
	expect("", NULL);
	expect("\033[4b", NULL);                              // nothing before it
	expect("abc\033[1;24r\033[5X\033[K", NULL);
	expect("x\033[b", NULL);
	expect("x\033[0b", NULL);
	expect("x\033[1;2b", NULL);
	expect("x\033[99999999999999999999b", NULL);
	expect("x\033[4", NULL);
	expect("x\033", NULL);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_what_is_spelt_out), cmocka_unit_test(test_beyond_ascii), cmocka_unit_test(test_what_is_left),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
