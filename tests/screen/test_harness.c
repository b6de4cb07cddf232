// SPDX-License-Identifier: MIT
// The harness itself, on /bin/sh: if it cannot see, no screen test means anything.
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <cmocka.h>

#include "tests/screen/harness.h"

static struct harness *start_shell(const char *script)
{
	const char *const argv[] = {"/bin/sh", "-c", script, NULL};
	return harness_start(argv, 24, 80);
}

static void test_text_and_cells(void **state)
{
	(void)state;
	struct harness *h = start_shell("printf 'a\\033[3;5H\\033[1;31m高新\\033[0;7;38;5;136mx\\033[m'; read line");
	int row, col;
	harness_wait(h, "新x");
	assert_true(harness_find(h, "新", &row, &col));
	assert_int_equal(row, 2);
	assert_int_equal(col, 6);
	assert_string_equal(harness_row(h, 0), "a");
	assert_string_equal(harness_row(h, 2), "    高新x");
	struct harness_cell han = harness_cell(h, 2, 4), x = harness_cell(h, 2, 8), plain = harness_cell(h, 0, 0);
	assert_string_equal(han.text, "高");
	assert_int_equal(han.width, 2);
	assert_true(han.bold && !han.reverse && x.reverse && !x.bold);
	assert_int_equal(han.fg, 1);
	assert_int_equal(x.fg, 136);
	assert_int_equal(plain.fg, -1);
	harness_stop(h);
}

static void test_keys_arrive_by_name(void **state)
{
	(void)state;
	struct harness *h = start_shell("stty raw -echo; printf ready; dd bs=1 count=15 2>/dev/null | od -An -c");
	harness_wait(h, "ready");
	harness_send(h, "Up F2 7*2 ^A Esc");
	harness_type(h, "亿");
	harness_send_bytes(h, "\033[1", 3);
	harness_wait(h, "033   [   A 033   O   Q   7   7 001 033");
	harness_stop(h);
}

static void test_cursor_and_its_visibility(void **state)
{
	(void)state;
	struct harness *h = start_shell("printf '\\033[5;7H\\033[?25lhidden\\033[5;7H'; read line");
	int row, col;
	bool visible = true;
	harness_wait_cursor(h, 4, 6);
	harness_wait(h, "hidden");
	harness_cursor(h, &row, &col, &visible);
	assert_false(visible);
	harness_stop(h);
}

static void test_resize_reaches_the_program(void **state)
{
	(void)state;
	struct harness *h = start_shell("trap 'stty size' WINCH; echo ready; while :; do read line; done");
	harness_wait(h, "ready");
	harness_resize(h, 50, 160);
	harness_wait(h, "50 160");
	assert_int_equal(harness_rows(h), 50);
	harness_stop(h);
}

static void test_exit_status_and_signal(void **state)
{
	(void)state;
	struct harness *h = start_shell("read line; exit 3");
	harness_send(h, "Enter");
	assert_int_equal(harness_wait_exit(h), 3);
	harness_stop(h);
	h = start_shell("echo ready; read line");
	harness_wait(h, "ready");
	harness_signal(h, SIGTERM);
	assert_int_equal(harness_wait_exit(h), 128 + SIGTERM);
	harness_stop(h);
}

static void test_environment_is_its_own(void **state)
{
	(void)state;
	const char *const argv[] = {"/usr/bin/env", NULL};
	const char *const extra[] = {"NO_COLOR=1", "TERM=vt100", "LANGUAGE", NULL};
	char *folder = harness_folder_new();
	setenv("LINES", "7", 1);
	struct harness *h = harness_start_with(argv, 24, 100, folder, extra);
	assert_int_equal(harness_wait_exit(h), 0);
	int row, col;
	assert_true(harness_find(h, "NO_COLOR=1", &row, &col));
	assert_true(harness_find(h, "TERM=vt100", &row, &col));
	assert_true(harness_find(h, folder, &row, &col));
	assert_false(harness_find(h, "LANGUAGE=", &row, &col));
	assert_false(harness_find(h, "LINES=", &row, &col));
	assert_false(harness_find(h, "PATH=", &row, &col));
	assert_string_equal(harness_folder(h), folder);
	harness_stop(h);
	struct stat status;
	assert_int_equal(stat(folder, &status), 0);
	char *name = strdup(folder);
	harness_folder_remove(folder);
	assert_int_not_equal(stat(name, &status), 0);
	free(name);
	unsetenv("LINES");
}

static void test_bytes_are_counted_and_days_masked(void **state)
{
	(void)state;
	struct harness *h = start_shell("printf '2024-07-08 09:30 12:3 2024-7-8'");
	size_t len;
	harness_wait_exit(h);
	assert_memory_equal(harness_output(h, &len), "2024-07-08 09:30 12:3 2024-7-8", 30);
	assert_int_equal(len, 30);
	char *picture = harness_snapshot(h);
	assert_memory_equal(picture, "####-##-## ##:## 12:3 2024-7-8\n\n", 32);
	free(picture);
	harness_stop(h);
}

static void test_the_terminal_answers_the_program(void **state)
{
	(void)state;
	struct harness *h = start_shell("stty raw -echo; printf '\\033[3;4H\\033[6n'; dd bs=1 count=6 2>/dev/null | od -An -c");
	harness_wait(h, "033   [   3   ;   4   R");
	harness_stop(h);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_text_and_cells),
		cmocka_unit_test(test_keys_arrive_by_name),
		cmocka_unit_test(test_cursor_and_its_visibility),
		cmocka_unit_test(test_resize_reaches_the_program),
		cmocka_unit_test(test_exit_status_and_signal),
		cmocka_unit_test(test_environment_is_its_own),
		cmocka_unit_test(test_bytes_are_counted_and_days_masked),
		cmocka_unit_test(test_the_terminal_answers_the_program),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
