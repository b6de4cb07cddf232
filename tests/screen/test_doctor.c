// SPDX-License-Identifier: MIT
// duibiao doctor: what it finds of terminals that can and cannot, in a pipe and with its keys; and what is remembered of them.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <cmocka.h>

#include "tests/screen/harness.h"
#include "tests/storage/program.h"

static struct harness *start(const char *folder, const char *const *extra)
{
	const char *const argv[] = {program_path(), "doctor", NULL};
	return harness_start_with(argv, 24, 80, folder, extra);
}

// The row of the fact LABEL, as it was printed or drawn.
static void fact_is(struct harness *h, const char *label, const char *words)
{
	int row, col;
	harness_wait(h, words);
	assert_true(harness_find(h, label, &row, &col));
	harness_wait_row(h, row, words);
}

static void test_keys_are_named(void **state)
{
	(void)state;
	struct harness *h = start(NULL, NULL);
	fact_is(h, "█▊▏┃", "4个共4格");
	fact_is(h, "进度条", "八分之一方块");
	harness_send(h, "F3");
	harness_wait(h, "F3  返回上一屏");
	harness_send_bytes(h, "\033[1~", 4);
	harness_wait(h, "Home  到首行");
	harness_send_bytes(h, "\033[99;5u", 7);
	harness_wait(h, "[99;5u");
	harness_type(h, "许");
	harness_wait(h, "许  ");
	harness_send(h, "F1 F2 F4 F6");                       // the newest are kept in sight
	harness_wait(h, "F6  ");
	harness_wait(h, "[99;5u");
	harness_wait_gone(h, "Home  到首行");
	harness_send(h, "Esc");
	harness_wait(h, "Esc  返回上一屏");
	harness_send(h, "Esc");
	assert_int_equal(harness_wait_exit(h), 0);
	assert_true(harness_find(h, "! 须设置", &(int){0}, &(int){0}));
	harness_stop(h);
}

static void test_q_and_interrupt_leave(void **state)
{
	static const char *const keys[] = {"q", "^C"};
	(void)state;
	for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++) {
		struct harness *h = start(NULL, NULL);
		harness_wait(h, "4个共4格");
		harness_send(h, keys[i]);
		assert_int_equal(harness_wait_exit(h), 0);
		harness_stop(h);
	}
}

static void test_a_terminal_of_wide_signs_is_told_what_to_set(void **state)
{
	(void)state;
	struct harness *h = start(NULL, NULL);
	harness_terminal(h, "UTF-8", true);
	fact_is(h, "的宽度", "2格");
	fact_is(h, "进度条", "反显空格和线条");
	harness_send(h, "q");
	assert_int_equal(harness_wait_exit(h), 0);
	harness_wait(h, "Treat CJK ambiguous characters as wide");
	harness_stop(h);
}

static void test_a_terminal_that_cannot_is_told_and_not_drawn_on(void **state)
{
	static const char *const dumb[] = {"TERM=dumb", NULL};
	(void)state;
	struct harness *h = start(NULL, dumb);
	assert_int_equal(harness_wait_exit(h), 1);
	harness_wait(h, "做不到");
	harness_wait(h, "Terminal-type string");
	harness_stop(h);
}

// The second start draws blocks in its first picture: no other is needed.
static void test_what_was_measured_is_remembered(void **state)
{
	(void)state;
	char *folder = harness_folder_new(), path[512];
	struct stat status;
	struct harness *h = start(folder, NULL);
	harness_wait(h, "4个共4格");
	harness_send(h, "q");
	assert_int_equal(harness_wait_exit(h), 0);
	harness_stop(h);
	snprintf(path, sizeof path, "%s/state/duibiao/width-xterm-256color", folder);
	assert_int_equal(stat(path, &status), 0);
	FILE *file = fopen(path, "w");
	assert_non_null(file);
	fputs("2 8\n", file);                                // another one's: found out anew
	fclose(file);
	h = start(folder, NULL);
	harness_wait(h, "4个共4格");
	harness_send(h, "q");
	assert_int_equal(harness_wait_exit(h), 0);
	harness_stop(h);
	harness_folder_remove(folder);
}

static void test_in_a_pipe_it_is_printed_at_once(void **state)
{
	(void)state;
	program_reset();
	program_setenv("TERM", "xterm");
	struct program_result result = program_run("doctor");
	assert_int_equal(result.status, 0);
	assert_non_null(strstr(result.out, "no terminal"));
	assert_non_null(strstr(result.out, "TERM=xterm\n"));
	assert_non_null(strstr(result.out, "\n= colours "));
	result = program_run("doctor", "--format", "json");
	assert_int_equal(result.status, 0);
	assert_non_null(strstr(result.out, "\"charset\""));
	assert_non_null(strstr(result.out, "\"UTF-8\""));
	assert_int_equal(program_run("doctor", "--format", "xml").status, 2);
	program_setenv("TERM", "nonesuch");
	result = program_run("doctor");
	assert_int_equal(result.status, 1);
	assert_non_null(strstr(result.out, "nonesuch, which terminfo does not know"));
	assert_memory_equal(result.out, "! ", 2);
	assert_string_equal(result.err, "");
}

static void test_a_locale_without_han_and_one_that_is_lost(void **state)
{
	(void)state;
	program_reset();
	program_setenv("TERM", "xterm");
	program_setenv("LC_ALL", "C");
	struct program_result result = program_run("doctor");
	assert_int_equal(result.status, 1);
	assert_non_null(strstr(result.out, "no Chinese characters"));
	program_setenv("LC_ALL", "nowhere.UTF-8");
	result = program_run("doctor");
	assert_int_equal(result.status, 1);
	assert_non_null(strstr(result.out, "nowhere.UTF-8 is not installed"));
	program_reset();
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_keys_are_named),
		cmocka_unit_test(test_q_and_interrupt_leave),
		cmocka_unit_test(test_a_terminal_of_wide_signs_is_told_what_to_set),
		cmocka_unit_test(test_a_terminal_that_cannot_is_told_and_not_drawn_on),
		cmocka_unit_test(test_what_was_measured_is_remembered),
		cmocka_unit_test(test_in_a_pipe_it_is_printed_at_once),
		cmocka_unit_test(test_a_locale_without_han_and_one_that_is_lost),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
