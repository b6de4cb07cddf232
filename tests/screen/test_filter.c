// SPDX-License-Identifier: MIT
// / on every list: rows hidden by Han, pinyin initials, id and number, and shown again with the cursor where it was.
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "tests/screen/harness.h"
#include "tests/screen/office.h"

// Types WANTED after /, and waits for "3/13".
static void filter(struct harness *h, const char *wanted, const char *count)
{
	harness_type(h, "/");
	harness_wait_row(h, harness_rows(h) - 2, "筛选 [");
	harness_type(h, wanted);
	harness_wait_row(h, harness_rows(h) - 2, count);
}

static void test_chapters_of_the_workbench(void **state)
{
	(void)state;
	struct harness *h = office_start(24, 80);
	filter(h, "tixi", " 0/10");
	harness_wait_gone(h, ">");
	harness_send(h, "^U");
	harness_type(h, "体系");
	harness_wait_row(h, 22, " 6/10");
	harness_wait_row(h, 2, ">三 构建产业创新体系");
	harness_send(h, "BackSpace*2 Down");
	harness_wait_row(h, 22, "10/10");
	harness_wait(h, ">四 构建企业创新体系");
	harness_type(h, "rlzy");                             // 人力资源
	harness_wait_row(h, 2, ">六 构建人力资源支撑体系");
	harness_wait_row(h, 22, " 1/10");
	harness_send(h, "Enter");
	harness_wait_row(h, 22, "只列“rlzy”1/10行");
	harness_send(h, "Enter");
	harness_wait_row(h, 0, "指标       全市 构建人力资源支撑体系");
	harness_send(h, "Esc");
	harness_wait_row(h, 2, ">六");
	harness_send(h, "Esc");
	harness_wait_row(h, 2, " 一 ");
	harness_wait_row(h, 7, ">六 ");                      // on the same row
	filter(h, "10", " 1/10");
	harness_wait_row(h, 2, ">十 ");
	harness_send(h, "Esc");
	harness_wait_row(h, 11, ">十 ");
	harness_stop(h);
}

static void test_units_of_the_workbench(void **state)
{
	(void)state;
	struct harness *h = office_start(24, 80);
	harness_send(h, "F6");
	harness_wait_row(h, 2, ">   魏都区 0/7");
	filter(h, "cg", " 1/10");                            // 长葛: chang, not zhang, counts here
	harness_wait_row(h, 2, ">   长葛市");
	harness_send(h, "^U");
	harness_type(h, "zg");
	harness_wait_row(h, 2, ">   长葛市");                // but zhang does, too
	harness_send(h, "Enter F6");
	harness_wait_row(h, 2, ">一 ");                      // turned: other rows, all of them
	harness_wait_row(h, 11, " 十 ");
	harness_stop(h);
}

static void test_indicators_and_the_next_one(void **state)
{
	(void)state;
	struct harness *h = office_start(24, 80);
	harness_send(h, "F10 2");
	harness_wait_row(h, 0, "指标       全市 全部指标");
	filter(h, "pt", " 2/13");
	harness_wait_row(h, 2, ">. 研发平台");
	harness_wait(h, "── 国家级、省级研发平台");
	harness_send(h, "Enter n");
	harness_wait_row(h, 3, ">. 孵化平台");
	harness_wait(h, "第2处，共2处");
	harness_send(h, "n");
	harness_wait_row(h, 2, ">. 研发平台");
	harness_send(h, "Esc");
	harness_wait_gone(h, "只列");
	harness_wait(h, ">. 研发平台");
	harness_wait(h, "增速高于全省");
	harness_send(h, "N");                                // still known
	harness_wait(h, ">. 孵化平台");
	filter(h, "没有", " 0/13");
	harness_wait_gone(h, "── ");
	harness_send(h, "Enter");
	harness_wait_row(h, 22, "这里没有“没有”");
	harness_wait(h, ">. 孵化平台");
	harness_stop(h);
}

static void test_choosing_a_unit_and_a_period(void **state)
{
	(void)state;
	struct harness *h = office_start(24, 80);
	harness_send(h, "F4");
	harness_wait_row(h, 0, "选单位");
	filter(h, "yz", " 1/11");
	harness_wait(h, ">   1 禹州市");
	harness_send(h, "Enter 1");
	harness_wait_row(h, 0, "填报       禹州市");
	harness_send(h, "F2");
	harness_wait_row(h, 0, "选报告期");
	filter(h, "2021年", " 4/");
	harness_wait_row(h, 2, "2021年");
	harness_send(h, "^U");
	harness_type(h, "202303");
	harness_wait_row(h, 2, ">  2023年一季度");
	harness_send(h, "Enter*2");
	harness_wait_row(h, 0, "2023年一季度");
	harness_stop(h);
}

// / types 不适用 in a cell, so the filter comes by the command list; what is typed afterwards falls on the row that is shown.
static void test_rows_of_a_form(void **state)
{
	(void)state;
	struct harness *h = office_form(24, 80);
	harness_send(h, "F10");
	harness_wait_row(h, 0, "命令表");
	harness_type(h, "028");
	harness_send(h, "Enter");
	harness_wait_row(h, 22, "筛选 [");
	harness_type(h, "pt");
	harness_wait_row(h, 22, " 2/9");
	harness_wait_row(h, 2, ">研发平台");
	harness_type(h, "没");
	harness_wait_row(h, 22, " 0/9");
	harness_wait_gone(h, ">");
	harness_send(h, "BackSpace Enter Down");
	harness_wait_row(h, 3, ">孵化平台");
	harness_send(h, "7 Enter");
	harness_wait(h, "已存：禹州市孵化平台");
	harness_wait_row(h, 3, "[        7]");
	assert_true(office_cell_is("incubators", "yz", "202406", "7"));
	harness_send(h, "Esc");
	harness_wait_gone(h, "只列");
	harness_wait(h, ">孵化平台");
	harness_wait(h, "高新技术企业");
	harness_send(h, "Esc");
	harness_wait_row(h, 0, "工作台");
	harness_stop(h);
}

static void test_units_of_a_definition(void **state)
{
	(void)state;
	struct harness *h = office_start(24, 80);
	harness_send(h, "F10 2");
	harness_wait_row(h, 0, "指标       全市 全部指标");
	office_go(h, ". 研发平台");
	harness_send(h, "F4");
	harness_wait(h, "4 ");
	harness_send(h, "4");
	harness_wait_row(h, 0, "定义");
	harness_wait(h, "禹州");
	harness_send(h, "F10");
	harness_wait_row(h, 0, "命令表");
	harness_type(h, "028");
	harness_send(h, "Enter");
	harness_wait_row(h, 22, "筛选 [");
	harness_type(h, "无");
	harness_wait_row(h, 22, " 0/11");
	harness_wait_gone(h, ">");
	harness_send(h, "^U");
	harness_type(h, "yz");
	harness_wait_row(h, 22, " 1/11");
	harness_wait(h, ">禹州");
	harness_wait_gone(h, "长葛");
	harness_send(h, "Esc");
	harness_wait(h, "长葛");
	harness_wait(h, ">禹州");
	harness_stop(h);
}

static void test_small_and_wide(void **state)
{
	(void)state;
	struct harness *h = office_start(5, 20);
	harness_wait_row(h, 4, "F1");
	harness_type(h, "/");
	harness_wait_row(h, 3, "筛选 [");
	harness_type(h, "zj");                               // 资金
	harness_wait(h, ">七");
	harness_resize(h, 50, 160);
	harness_wait_row(h, 48, "筛选 [zj              ] 2/10");
	harness_wait_cursor(h, 48, 9);                       // where an input method puts its box
	harness_stop(h);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_chapters_of_the_workbench, office_open, office_close),
		cmocka_unit_test_setup_teardown(test_units_of_the_workbench, office_open, office_close),
		cmocka_unit_test_setup_teardown(test_indicators_and_the_next_one, office_open, office_close),
		cmocka_unit_test_setup_teardown(test_choosing_a_unit_and_a_period, office_open, office_close),
		cmocka_unit_test_setup_teardown(test_rows_of_a_form, office_open, office_close),
		cmocka_unit_test_setup_teardown(test_units_of_a_definition, office_open, office_close),
		cmocka_unit_test_setup_teardown(test_small_and_wide, office_open, office_close),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
