// SPDX-License-Identifier: MIT
// A whole quarter keyed in at speed, with an input method on: digits and one Enter a cell and no other key, every figure in its
// cell, full-width as well; and a slip in the middle of a burst moves no figure into another cell.
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "tests/screen/harness.h"
#include "tests/screen/office.h"
#include "tests/storage/program.h"

#define UNITS 10
#define FIRST_UNIT 2             // number of the first unit in the list; the city is 1

struct typed { int cells, digits, points, enters; };

static struct harness *start(void)
{
	const char *argv[] = {program_path(), "--period", "2024Q2", office.file, NULL};
	struct harness *h = harness_start_with(argv, 24, 80, office.folder, NULL);
	harness_wait(h, "十 强化规划实施保障");
	return h;
}

// *MONEY: the row of what is counted in 亿元, of which all units together are to reach 20.
static int rows_to_fill(struct harness *h, int *money)
{
	int rows = 0;
	*money = -1;
	for (int row = 2; row < harness_rows(h) && strchr(harness_row(h, row), '[') != NULL; row++, rows++)
		if (strstr(harness_row(h, row), "技术合同成交额") != NULL)
			*money = rows;
	return rows;
}

// Each figure of its own: 1001 of the first unit's first row, 1102 of the second's second; 11.06 where it is money.
static const char *figure_of(int unit, int row, bool money)
{
	static char figure[16];
	int number = 1001 + 100 * unit + row;
	snprintf(figure, sizeof figure, money ? "%d.%02d" : "%d%02d", number / 100, number % 100);
	return figure;
}

static void add_figure(char *text, const char *figure, bool wide)
{
	for (const char *d = figure; *d != '\0'; d++) {
		size_t at = strlen(text);
		if (wide)
			snprintf(text + at, 4, "\xEF\xBC%c", 0x90 + (*d - '0'));      // of the point, too
		else
			snprintf(text + at, 2, "%c", *d);
	}
	snprintf(text + strlen(text), 2, "\r");
}

static void key_in_unit(struct harness *h, int unit, bool wide, struct typed *typed)
{
	char number[16], burst[2048] = "", name[32];
	int listed = FIRST_UNIT + unit;
	snprintf(number, sizeof number, listed < 10 ? "%d" : "%d %d", listed < 10 ? listed : listed / 10, listed % 10);
	harness_send(h, "F4");
	harness_wait_row(h, 0, "选单位");
	harness_send(h, number);
	harness_wait_row(h, 0, "填报 ");
	harness_wait(h, "空");
	int money, rows = rows_to_fill(h, &money);
	assert_true(rows > 0);
	for (int row = 0; row < rows; row++)
		add_figure(burst, figure_of(unit, row, row == money), wide);
	harness_type(h, burst);                                 // all of the form without looking once
	snprintf(name, sizeof name, "已录%d ", rows);
	harness_wait(h, name);
	typed->cells += rows;
	typed->digits += 4 * rows;
	typed->points += money >= 0;
	typed->enters += rows;
	harness_send(h, "Esc");
	harness_wait_row(h, 0, "工作台");
}

// The figures that stand, wherever: each once.
static void expect_all(const struct typed *typed)
{
	struct program_result result = program_run("export", "--no-bom", "--file", office.file);
	int found = 0;
	for (int unit = 0; unit < UNITS; unit++)
		for (int row = 0; row < 20; row++)
			for (int money = 0; money < 2; money++) {
				char text[32];
				snprintf(text, sizeof text, ",202406,%s,", figure_of(unit, row, money == 1));
				found += strstr(result.out, text) != NULL;
			}
	assert_int_equal(found, typed->cells);
}

static void key_in_all(bool wide)
{
	struct typed typed = {0, 0, 0, 0};
	struct harness *h = start();
	for (int unit = 0; unit < UNITS; unit++)
		key_in_unit(h, unit, wide, &typed);
	expect_all(&typed);
	print_message("%d cells: %d digits, %d points, %d Enter, no other key\n", typed.cells, typed.digits, typed.points, typed.enters);
	harness_stop(h);
}

// How many cells each form has, looked at once.
static int rows_of(int unit, int *money)
{
	char number[16];
	int listed = FIRST_UNIT + unit;
	struct harness *h = start();
	snprintf(number, sizeof number, listed < 10 ? "%d" : "%d %d", listed < 10 ? listed : listed / 10, listed % 10);
	harness_send(h, "F4");
	harness_wait_row(h, 0, "选单位");
	harness_send(h, number);
	harness_wait_row(h, 0, "填报 ");
	harness_wait(h, "空");
	int rows = rows_to_fill(h, money);
	harness_stop(h);
	return rows;
}

// All forms from the workbench and back to it, F3 between them, as one piece.
static void test_a_quarter_in_one_burst(void **state)
{
	(void)state;
	struct typed typed = {0, 0, 0, 0};
	char burst[4096] = "";
	office_set("contracts", "长葛市", "202306", "0.97");
	for (int unit = 0; unit < UNITS; unit++) {
		int money, rows = rows_of(unit, &money);
		size_t at = strlen(burst);
		snprintf(burst + at, sizeof burst - at, "\033[14~%d", FIRST_UNIT + unit);
		for (int row = 0; row < rows; row++)
			add_figure(burst, figure_of(unit, row, row == money), false);
		at = strlen(burst);
		snprintf(burst + at, sizeof burst - at, "\033[13~");
		typed.cells += rows;
	}
	struct harness *h = start();
	harness_type(h, burst);
	harness_wait(h, "核实 技术合同成交额");                   // the rest is there already, and answers nothing
	harness_wait_row(h, 0, "长葛市");
	harness_wait(h, "回车 保留");
	assert_null(office_cell("contracts", "cg", "202406"));
	harness_send(h, "Enter");
	harness_wait_row(h, 0, "工作台");
	expect_all(&typed);
	print_message("%d cells in one burst of %zu bytes, one question\n", typed.cells, strlen(burst));
	harness_stop(h);
}

static void test_a_quarter(void **state)
{
	(void)state;
	key_in_all(false);
}

static void test_a_quarter_full_width(void **state)
{
	(void)state;
	key_in_all(true);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_a_quarter_in_one_burst, office_open, office_close),
		cmocka_unit_test_setup_teardown(test_a_quarter, office_open, office_close),
		cmocka_unit_test_setup_teardown(test_a_quarter_full_width, office_open, office_close),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
