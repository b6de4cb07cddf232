// SPDX-License-Identifier: MIT
// S16, the overview: the first screen of who only reads; what it tells is what the report of the same file tells, and each digit
// leads on and back to the same place.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "tests/screen/harness.h"
#include "tests/screen/office.h"
#include "tests/storage/program.h"

static struct harness *start(int rows, int cols, const char *const *extra)
{
	const char *const argv[] = {program_path(), "--demo", "--browse", NULL};
	struct harness *h = harness_start_with(argv, rows, cols, NULL, extra);
	harness_wait_row(h, 0, "总览       全市       报告期 2024年上半年");
	return h;
}

static void test_the_first_minute(void **state)
{
	(void)state;
	struct harness *h = start(24, 80, NULL);
	harness_wait_row(h, 1, "截至2024年7月8日,只含审核通过的数  最新数截至2024年6月末  年度数为2023年");
	harness_wait_row(h, 2, "监测指标13项");
	harness_wait_row(h, 4, "任务等77项  X 严重滞后 4  ! 滞后 4  = 基本符合预期 54  . 暂不判定 15");   // as in the bulletin
	harness_wait_row(h, 5, "落后5项        现值/目标     对序时(点)   自何时起   年均需 近一年 缺口最大");
	harness_wait_row(h, 6, ">! 研发平台       204/300个     落后29.0     2022年3月");
	harness_wait_row(h, 6, "禹州 鄢陵");
	harness_wait_row(h, 10, "水平高于全省   9项中7项可比,3项不高于全省");
	harness_wait(h, "节点逾期8项  县域省级高新区 190天");
	harness_wait(h, "比上期  高新增加值占比降低2.1个百分点");
	harness_wait(h, "未上报5家(7月10日截止):  许昌市  建安  禹州  示范区  市统计局");
	harness_wait(h, "待审核3家:  长葛  襄城  东城");
	harness_wait(h, "魏都1  建安6  禹州3");
	assert_null(strstr(harness_row(h, 23), "F5"));
	assert_null(strstr(harness_row(h, 23), "F9"));
	harness_send(h, "~");
	harness_wait_row(h, 1, "含未审核数");
	harness_wait_row(h, 6, ">X 研发平台       ~208/300个    落后31.3");
	harness_stop(h);
}

// As by ~, from the start.
static void test_with_what_is_not_accepted(void **state)
{
	(void)state;
	const char *const argv[] = {program_path(), "--demo", "--browse", "--unaccepted", NULL};
	struct harness *h = harness_start_with(argv, 24, 80, NULL, NULL);
	harness_wait_row(h, 1, "含未审核数");
	harness_wait_row(h, 6, ">X 研发平台       ~208/300个    落后31.3");
	harness_send(h, "~");
	harness_wait_row(h, 1, "只含审核通过的数");
	harness_stop(h);
}

static void test_down_to_the_units_and_back(void **state)
{
	(void)state;
	struct harness *h = start(24, 80, NULL);
	harness_send(h, "Down*3");
	harness_wait_row(h, 9, ">! 孵化平台");
	harness_send(h, "Enter");
	harness_wait_row(h, 0, "各单位     孵化平台");
	harness_wait(h, ">X 襄城县");        // who makes most of the gap
	harness_send(h, "Enter");
	harness_wait_row(h, 0, "填报       襄城县");
	harness_wait(h, " 研发平台           个         14       15         15     持平 未审核");
	harness_send(h, "Esc");
	harness_wait_row(h, 0, "各单位     孵化平台");
	harness_wait(h, ">X 襄城县");
	harness_send(h, "Esc");
	harness_wait_row(h, 9, ">! 孵化平台");
	harness_send(h, "F8");
	harness_wait_row(h, 0, "指标定义");
	harness_stop(h);
}

// What is shown is of March, for June is not accepted: so is its life.
static void test_who_keyed_it_in(void **state)
{
	(void)state;
	struct harness *h = start(24, 80, NULL);
	harness_send(h, "Enter");
	harness_wait(h, ">! 禹州市         32/50个       3月");
	harness_wait_row(h, 21, "*提前实现 +快于预期 =基本符合 !滞后 X严重");
	harness_send(h, "H");
	harness_wait_row(h, 0, "变更       禹州");
	harness_wait_row(h, 1, "国家级、省级研发平台 截至2024年3月末   32个   初步数  已通过");
	harness_wait_row(h, 4, " 04-0");
	harness_wait_row(h, 4, "禹州 李四       导入");
	harness_send(h, "F3");
	harness_wait(h, ">! 禹州市         32/50个       3月");
	harness_send(h, "c Home H");
	harness_wait_row(h, 4, " 2021-01-0");       // of another year: with it
	harness_wait_row(h, 4, "市科技局 张三   导入");
	harness_send(h, "F3 c");
	harness_wait(h, ">! 禹州市         32/50个       3月");
	harness_send(h, "Home H");
	harness_wait_row(h, 22, "此数由各单位的数合成");
	harness_stop(h);
}

static void test_of_the_focused_row(void **state)
{
	(void)state;
	static const struct { const char *key, *title; } ways[] = {{"s", "排名       孵化平台"}, {"c", "走势       全市 孵化平台"}};
	struct harness *h = start(24, 80, NULL);
	harness_send(h, "Down*3");
	harness_wait_row(h, 9, ">! 孵化平台");
	for (size_t i = 0; i < sizeof ways / sizeof ways[0]; i++) {
		harness_send(h, ways[i].key);
		harness_wait_row(h, 0, ways[i].title);
		harness_send(h, "F3");
		harness_wait_row(h, 9, ">! 孵化平台");
	}
	harness_send(h, "F4 4");
	harness_wait_row(h, 0, "总览       禹州市");
	harness_stop(h);
}

static void test_a_digit_a_question(void **state)
{
	(void)state;
	static const struct { const char *digit, *title; } questions[] = {
		{"1", "指标       全市 全部指标"}, {"2", "指标       全市 全部指标"}, {"3", "矩阵"}, {"5", "规划"}, {"6", "催报"}, {"7", "节点逾期"},
		{"8", "通报"}};
	struct harness *h = start(24, 80, NULL);
	for (size_t i = 0; i < sizeof questions / sizeof questions[0]; i++) {
		harness_send(h, questions[i].digit);
		harness_wait_row(h, 0, questions[i].title);
		if (questions[i].digit[0] == '2')
			harness_wait_gone(h, "高新技术企业");
		harness_send(h, "Esc");
		harness_wait_row(h, 0, "总览");
	}
	harness_send(h, "4");
	harness_wait_row(h, 5, "有变化1项           上期数 数据期        本期数 数据期   较上期");
	harness_wait_row(h, 6, ">? 高新增加值占比        49.0 3月             46.9 6月      降低2.1个百分点");
	harness_send(h, "Enter");                    // the units of what has changed, not of what is behind at that place
	harness_wait_row(h, 0, "各单位     高新增加值占比");
	harness_send(h, "Esc");                      // and the digit by itself: in one read the two are F4
	harness_wait_row(h, 0, "总览");
	harness_send(h, "4");
	harness_wait_row(h, 5, "落后5项");
	harness_send(h, "4 F3");
	harness_wait_row(h, 5, "落后5项");
	harness_send(h, "Z");
	harness_wait_row(h, 22, "Z在此无作用；按F1看各键用法。");
	harness_send(h, "9");
	harness_wait_row(h, 22, "9在此无作用");
	harness_stop(h);
}

// Thirteen owners, eleven rows: that there are more, the department among them, stands in the heading.
static void test_all_owners(void **state)
{
	(void)state;
	struct harness *h = start(24, 80, NULL);
	harness_send(h, "6");
	harness_wait_row(h, 1, " 填报单位1/13  3月");
	harness_send(h, "End");
	harness_wait_row(h, 1, " 填报单位13/13 3月");
	harness_wait(h, ">市统计局      已封存     20/20");
	harness_resize(h, 50, 160);
	harness_wait_row(h, 1, " 填报单位      3月");
	harness_stop(h);
}

static void test_wide_and_small(void **state)
{
	(void)state;
	static const char *const plain[] = {"TERM=vt100", NULL};
	struct harness *h = start(50, 160, plain);
	harness_wait(h, "国家级、省级研发平台");
	harness_wait(h, "推算 缺口最大");
	harness_wait(h, "严重  滞后    一    二");
	harness_send(h, "Enter H");
	harness_wait_row(h, 4, " 2024-04-0");
	harness_send(h, "F3 F3");
	harness_wait_row(h, 48, "s排名 @往日 ~未审核");
	harness_resize(h, 24, 40);
	harness_wait(h, ">! 研发平台       204/300个");
	harness_send(h, "Down*4");
	harness_wait(h, ">! 水平高于全省");
	harness_stop(h);
}

static void test_nothing_accepted_yet(void **state)
{
	(void)state;
	struct harness *h = office_start_with(24, 80, "--browse", NULL);
	harness_wait_row(h, 0, "总览");
	harness_wait(h, "还没有审核通过的数可供判定。按 ~ 显示含未审核数。");
	harness_send(h, "s");
	harness_wait_row(h, 22, "s在此无作用");
	harness_send(h, "Enter");
	harness_wait_row(h, 22, "回车在此无作用");
	harness_send(h, "~");
	harness_wait(h, "还没有可供判定的数。F2选别的报告期。");
	harness_stop(h);
}

static void expect_number(struct harness *h, const char *json, const char *id, const char *key, const char *name)
{
	char value[200], words[300];
	program_standing(json, id, key, value, sizeof value);
	snprintf(words, sizeof words, "%s", value);
	int y, x;
	assert_true(harness_find(h, name, &y, &x));
	if (strstr(harness_row(h, y), words) == NULL)
		fail_msg("%s of %s is %s in the report, and not in: %s", key, id, words, harness_row(h, y));
}

// The same figures as the report of the same file, where a desk sees those that are not accepted, too.
static void test_as_the_report(void **state)
{
	(void)state;
	static const char *const units[] = {"魏都区", "建安区", "禹州市", "长葛市", "鄢陵县", "襄城县", "示范区", "经开区", "东城区", "市本级"};
	for (size_t i = 0; i < sizeof units / sizeof units[0]; i++) {
		office_set("platforms", units[i], "202306", "11");
		office_set("platforms", units[i], "202406", "14");
		office_set("incubators", units[i], "202403", "1");
		office_set("incubators", units[i], "202406", "2");
	}
	struct program_result report = program_run("report", "--unaccepted", "--period", "2024Q2", "--format", "json", "--file", office.file);
	assert_int_equal(report.status, 0);
	struct harness *h = office_start(24, 80);
	harness_send(h, "F10 zl Enter");
	harness_wait_row(h, 0, "总览");
	harness_wait(h, "研发平台");
	expect_number(h, report.out, "g5", "value", "研发平台");
	expect_number(h, report.out, "g5", "target", "研发平台");
	expect_number(h, report.out, "g6", "value", "孵化平台");
	harness_wait(h, "比上期  研发平台增30(2023年6月起)  孵化平台增10");
	harness_wait(h, "未上报12家");
	harness_send(h, "Esc");
	harness_wait_row(h, 0, "工作台");
	harness_stop(h);
}

// Who only reads begins here at a desk, too, with accepted figures, and the workbench is one command away.
static void test_a_reader_begins_here(void **state)
{
	(void)state;
	office_name("王局长", "reader");
	const char *argv[] = {program_path(), "--period", "2024Q2", office.file, NULL};
	struct harness *h = harness_start_with(argv, 24, 80, office.folder, NULL);
	harness_wait_row(h, 0, "总览");
	harness_wait(h, "只含审核通过的数");
	harness_send(h, "F10 091");
	harness_wait_row(h, 0, "工作台");
	harness_send(h, "Esc");
	harness_wait_row(h, 0, "总览");
	harness_stop(h);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_the_first_minute),
		cmocka_unit_test(test_with_what_is_not_accepted),
		cmocka_unit_test(test_down_to_the_units_and_back),
		cmocka_unit_test(test_who_keyed_it_in),
		cmocka_unit_test(test_of_the_focused_row),
		cmocka_unit_test(test_a_digit_a_question),
		cmocka_unit_test(test_all_owners),
		cmocka_unit_test(test_wide_and_small),
		cmocka_unit_test_setup_teardown(test_nothing_accepted_yet, office_open, office_close),
		cmocka_unit_test_setup_teardown(test_as_the_report, office_open, office_close),
		cmocka_unit_test_setup_teardown(test_a_reader_begins_here, office_open, office_close),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
