// SPDX-License-Identifier: MIT
// Tables as others send them: columns in any order headed by names or codes, a line for each cell or many cells a line, what is
// said above the heading; and one sentence, with its line, for each file that is none of ours.
#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "exchange/csv.h"
#include "tests/unit/planbytes.h"

static struct plan *plan;

static int open_plan(void **state)
{
	(void)state;
	setlocale(LC_ALL, "C.UTF-8");
	unsetenv("LANGUAGE");
	plan = planbytes_plan("config/xuchang.ini");
	return 0;
}

static int close_plan(void **state)
{
	(void)state;
	plan_free(plan);
	return 0;
}

static struct csv_table read_asked(const char *text, const struct csv_asked *asked)
{
	struct csv_table table;
	if (csv_read(plan, "t.csv", text, strlen(text), "utf-8", asked, &table) != ERR_OK)
		fail_msg("%s", err_message());
	return table;
}

static void assert_cell(const struct csv_table *table, int at, const char *element, const char *unit, int period, const char *text)
{
	const struct csv_cell *cell = &table->cells[at];
	assert_true(at < table->len);
	if (cell->mistake != NULL)
		fail_msg("%s", cell->mistake);
	assert_int_equal(cell->cell.element, plan_element_by_code(plan, element));
	assert_int_equal(cell->cell.unit, plan_unit_by_code(plan, unit));
	assert_int_equal(cell->cell.period, period);
	assert_string_equal(cell->cell.text, text);
}

static void test_any_order(void **state)
{
	struct csv_table table = read_asked("备注,本期数,单位,序号,报告期,指标名称\n早,33,禹州市,1,2024年上半年,研发平台\n", NULL);
	(void)state;
	assert_int_equal(table.len, 1);
	assert_cell(&table, 0, "platforms", "yz", 202406, "33");
	assert_string_equal(table.cells[0].cell.note, "早");
	csv_table_done(&table);
}

static void test_elements_across(void **state)
{
	struct csv_table table = read_asked(
		"2024年上半年科技指标表,,\n报告期：,2024Q2,\n,研发平台(个),contracts\n禹州市,33,1.12\n长葛,55,未报\n合计,88,\n", NULL);
	(void)state;
	assert_int_equal(table.len, 5);
	assert_cell(&table, 0, "platforms", "yz", 202406, "33");
	assert_cell(&table, 1, "contracts", "yz", 202406, "1.12");
	assert_cell(&table, 2, "platforms", "cg", 202406, "55");
	assert_int_equal(table.cells[3].cell.kind, ENTRY_NOT_REPORTED);
	assert_int_equal(table.cells[3].column, 3);
	assert_non_null(strstr(table.cells[4].mistake, "合计"));       // one mistake for the line
	csv_table_done(&table);
}

static void test_units_and_periods_across(void **state)
{
	struct csv_asked asked = {PLAN_NONE, 202406};
	struct csv_table table = read_asked("指标,计量,禹州市,长葛市\n研发平台,个,33,55\n", &asked);
	(void)state;
	assert_int_equal(table.len, 2);
	assert_cell(&table, 1, "platforms", "cg", 202406, "55");
	csv_table_done(&table);
	table = read_asked("单位,指标,2020年,2021年,2023Q3\n禹州市,研发平台,24,26,\n", NULL);
	assert_int_equal(table.len, 3);
	assert_cell(&table, 0, "platforms", "yz", 202012, "24");
	assert_cell(&table, 1, "platforms", "yz", 202112, "26");
	assert_true(table.cells[2].empty);
	csv_table_done(&table);
}

static void test_code_beside_the_name(void **state)
{
	struct csv_asked asked = {plan_unit_by_code(plan, "yz"), 202406};
	struct csv_table table = read_asked("代码,指标,本期录入\nplatforms,研发平台,33\ncontracts,研发平台,1\n,研发平台,2\n", &asked);
	(void)state;
	assert_cell(&table, 0, "platforms", "yz", 202406, "33");
	assert_non_null(strstr(table.cells[1].mistake, "技术合同成交额"));
	assert_cell(&table, 2, "platforms", "yz", 202406, "2");
	csv_table_done(&table);
}

static void test_a_formula_is_no_figure(void **state)
{
	struct csv_table table = read_asked("element,unit,period,value\nplatforms,yz,202406,=1+1\nplatforms,cg,202406,-5\n", NULL);
	(void)state;
	assert_non_null(strstr(table.cells[0].mistake, "formula"));
	assert_null(table.cells[1].mistake);
	csv_table_done(&table);
}

static void assert_refused(const char *text, const char *says)
{
	struct csv_asked asked = {plan_unit_by_code(plan, "cg"), 202406};
	struct csv_table table;
	assert_int_equal(csv_read(plan, "t.csv", text, strlen(text), "utf-8", &asked, &table), ERR_INPUT);
	assert_null(table.cells);
	if (strstr(err_message(), says) == NULL)
		fail_msg("\"%s\" does not say \"%s\"", err_message(), says);
}

static void test_whole_files_refused(void **state)
{
	static const struct { const char *text, *says; } cases[] = {
		{"规划,elsewhere\n指标,本期录入\n研发平台,3\n", "line 1: this is a form of another plan (elsewhere)"},
		{"填报单位,禹州市\n指标,本期录入\n研发平台,3\n", "not of 长葛市"},
		{"单位,x\n指标,本期录入\n", "no unit \"x\""},
		{"\n报告期,2024年一季度\n指标,本期录入\n研发平台,3\n", "line 2: this is a form of"},
		{"报告期,20245\n指标,本期录入\n", "not a period"},
		{"指标,本期录入,研发平抬\n研发平台,3,4\n", "line 1 column 3: \"研发平抬\""},
		{"指标,本期录入,指标\n研发平台,3,4\n", "columns 1 and 3"},
		{"单位,研发平台,platforms\n长葛市,3,4\n", "columns 2 and 3"},
		{"单位,研发平台,长葛市\n长葛市,3,4\n", "one table"},
		{"指标,备注\n研发平台,3\n", "no column says 本期录入"},
		{"本期录入,备注\n3,\n", "no column says 指标"},
		{"element,unit,period,value,format 4\nplatforms,cg,202406,3,\n", "newer program (format 4"},
		{"element,unit,period,value,note\nplatforms,cg,202406,3,\nplatforms,cg,2023", "middle of line 3"},
		{"element,unit,period,value,note\nplatforms,cg,202406,3,\"half\n", "line 2: the quote that begins there is never closed"},
		{"element,unit,period,value,note\n许昌,cg,202406,3,国家级平台和省级平台\xE5\xB9", "ends in the middle of line 2"},
		{"\x1b[31m红,本期录入\n", "U+001B"},
	};
	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
		assert_refused(cases[i].text, cases[i].says);
}

static void test_too_many_columns(void **state)
{
	enum { COLUMNS = 100000 };
	static char text[2 * COLUMNS + 2];
	(void)state;
	for (int i = 0; i < COLUMNS; i++)
		memcpy(text + 2 * i, "x,", 2);
	assert_refused(text, "line 1 has more than 4096 columns");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_any_order),
		cmocka_unit_test(test_elements_across),
		cmocka_unit_test(test_units_and_periods_across),
		cmocka_unit_test(test_code_beside_the_name),
		cmocka_unit_test(test_a_formula_is_no_figure),
		cmocka_unit_test(test_whole_files_refused),
		cmocka_unit_test(test_too_many_columns),
	};
	return cmocka_run_group_tests(tests, open_plan, close_plan);
}
