// SPDX-License-Identifier: MIT
// The start screen by itself: this program starts itself in a pty, asks one situation, and prints what was chosen.
#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "tests/screen/harness.h"
#include "tui/scr_start.h"

static int ask(const char *situation)
{
	struct start start = {.situation = (enum start_case)atoi(situation), .path = "/home/li/a\033[31mb.xlsx", .why = "It is an Excel file."};
	setlocale(LC_ALL, "");
	enum err err = scr_start_ask(&start, NULL);
	printf("chosen %d typed %s err %d\n", (int)start.choice, start.typed, (int)err);
	return 0;
}

static struct harness *start_with(enum start_case situation, int rows, int cols)
{
	char number[8];
	snprintf(number, sizeof number, "%d", (int)situation);
	const char *const argv[] = {"/proc/self/exe", number, NULL};
	return harness_start(argv, rows, cols);
}

static void expect(struct harness *h, enum start_choice choice, const char *typed)
{
	char line[256];
	snprintf(line, sizeof line, "chosen %d typed %s err 0", (int)choice, typed);
	harness_wait(h, line);
	assert_int_equal(harness_wait_exit(h), 0);
	harness_stop(h);
}

static void test_every_situation_says_what_and_offers_a_way(void **state)
{
	(void)state;
	for (int i = START_NO_FILE; i <= START_LOCALE; i++) {
		struct harness *h = start_with((enum start_case)i, 24, 80);
		harness_wait(h, "a<U+001B>[31mb.xlsx");
		harness_wait(h, "It is an Excel file.");
		harness_wait(h, "leave");
		harness_wait_row(h, 23, "F3");
		harness_send(h, "Esc");
		expect(h, START_QUIT, "");
	}
}

static void test_a_digit_chooses(void **state)
{
	(void)state;
	struct harness *h = start_with(START_NO_FILE, 24, 80);
	harness_wait(h, "leave");
	harness_send(h, "5");
	expect(h, START_QUIT, "");
	h = start_with(START_NO_FILE, 24, 80);
	harness_wait(h, "leave");
	harness_send(h, "4");
	expect(h, START_DEMO, "");
	h = start_with(START_BUSY, 24, 80);
	harness_wait(h, "leave");
	harness_send(h, "Down Enter");
	expect(h, START_BROWSE, "");
	h = start_with(START_NO_FILE, 24, 80);
	harness_wait(h, "leave");
	harness_send(h, "9 F5 x");                           // none of these is a way
	harness_type(h, "１");                               // the IME is on
	expect(h, START_CREATE, "");
}

static void test_a_path_is_asked_for(void **state)
{
	(void)state;
	struct harness *h = start_with(START_FOREIGN, 24, 80);
	harness_wait(h, "leave");
	harness_send(h, "1");
	harness_wait(h, "path of the file");
	harness_send(h, "Esc");
	harness_wait_gone(h, "path of the file");
	harness_send(h, "Enter");
	harness_wait(h, "path of the file");
	harness_type(h, "~/许昌 1.db");
	harness_send(h, "Enter");
	expect(h, START_OPEN_OTHER, "~/许昌 1.db");
}

static void test_a_small_terminal(void **state)
{
	(void)state;
	struct harness *h = start_with(START_NO_FILE, 5, 20);
	harness_wait(h, "make it");
	harness_send(h, "Down*4");
	harness_wait(h, "5 leave");
	harness_send(h, "Enter");
	harness_wait_exit(h);
	harness_stop(h);
}

int main(int argc, char **argv)
{
	if (argc > 1)
		return ask(argv[1]);
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_every_situation_says_what_and_offers_a_way),
		cmocka_unit_test(test_a_digit_chooses),
		cmocka_unit_test(test_a_path_is_asked_for),
		cmocka_unit_test(test_a_small_terminal),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
