// SPDX-License-Identifier: MIT
// When an element and a report are due, from the words of the plan file.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/report.h"
#include "tests/unit/planbytes.h"

static const char plan_text[] =
	"[plan]\nformat = 1\nid = t\ntitle = T\nbase_year = 2020\ntarget_year = 2025\nroot = city\n"
	"[unit.city]\nname = 许昌市\n[unit.wd]\nname = 魏都区\nparent = city\n[dept.tjj]\nname = 统计局\n[chapter.1]\ntitle = A\n"
	"[element.ten]\nname = 甲\nmeasure = 家\nkind = stock\nevery = quarter\ndue = 10天后\n"
	"[element.forty]\nname = 乙\nmeasure = 家\nkind = stock\nevery = quarter\ndue = 40天后\n"
	"[element.april]\nname = 丙\nmeasure = 家\nkind = stock\nevery = year\ndue = 次年4月底\n"
	"[element.july]\nname = 丁\nmeasure = 家\nkind = stock\nevery = half\ndue = 7月底\nowner = tjj\n"
	"[indicator.i]\nchapter = 1\nwords = 事\nformula = value(ten)\ntarget.2025 = 1\n";

static struct plan *plan;

static void test_elements(void **state)
{
	static const struct { const char *element; int period, due; } rows[] = {
		{ "ten", 202406, 20240710 }, { "ten", 202412, 20250110 }, { "forty", 202406, 20240809 }, { "forty", 202312, 20240209 },
		{ "april", 202312, 20240430 }, { "july", 202406, 20240731 }, { "july", 202412, 20250731 },
	};
	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
		assert_int_equal(report_element_due(plan, plan_element_by_code(plan, rows[i].element), rows[i].period), rows[i].due);
}

static void test_reports(void **state)
{
	struct report report = { .key = { 202312, 0, plan_unit_by_code(plan, "wd") } };
	(void)state;
	assert_int_equal(report_due(plan, &report, 20231201), 20240110);
	assert_int_equal(report_due(plan, &report, 20240110), 20240110);
	assert_int_equal(report_due(plan, &report, 20240111), 20240209);
	assert_int_equal(report_due(plan, &report, 20240210), 20240430);
	assert_int_equal(report_due(plan, &report, 20250101), 20240430);      // all of it is late
	report.due = 20240515;
	assert_int_equal(report_due(plan, &report, 20240510), 20240515);
	struct report dept = { .key = { 202406, 1, plan->root } };
	assert_int_equal(report_due(plan, &dept, 20240701), 20240731);
	dept.key.period = 202403;
	assert_int_equal(report_due(plan, &dept, 20240401), 0);               // nothing is asked of it
}

static int make_plan(void **state)
{
	(void)state;
	plan = planbytes_parse(plan_text);
	return 0;
}

static int free_plan(void **state)
{
	(void)state;
	plan_free(plan);
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_elements), cmocka_unit_test(test_reports) };
	return cmocka_run_group_tests(tests, make_plan, free_plan);
}
