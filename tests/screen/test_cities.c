// SPDX-License-Identifier: MIT
// The three invented cities of tests/plans on the screens: their own words and numbers, the coverage before and after a merger,
// the successor's figures, and columns that hold what they are given. The figures: tests/storage/test_cities.c.
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "tests/screen/harness.h"
#include "tests/screen/office.h"
#include "tests/storage/program.h"

static int setup(void **state)
{
	(void)state;
	office.folder = harness_folder_new();
	snprintf(office.file, sizeof office.file, "%s/plan.db", office.folder);
	program_reset();
	return 0;
}

static struct harness *open_city(const char *name, const char *period, int rows, int cols)
{
	char plan[128], figures[128];
	snprintf(plan, sizeof plan, "tests/plans/%s.ini", name);
	snprintf(figures, sizeof figures, "tests/plans/%s.csv", name);
	assert_int_equal(program_run("init", office.file, "--plan", plan).status, 0);
	assert_int_equal(program_run("import", figures, "--file", office.file).status, 0);
	const char *const argv[] = {program_path(), "--period", period, office.file, NULL};
	struct harness *h = harness_start_with(argv, rows, cols, office.folder, NULL);
	harness_wait(h, "登记操作员");                                  // later
	harness_send(h, "Esc");
	harness_wait_row(h, rows - 2, "未登记操作员");
	return h;
}

// No cell of a figure had to be hidden for want of room.
static void nothing_is_hidden(struct harness *h)
{
	int row, col;
	if (harness_find(h, "##", &row, &col))
		fail_msg("hidden in row %d: %s", row, harness_row(h, row));
}

static void test_the_home_screen_speaks_of_this_city(void **state)
{
	(void)state;
	struct harness *h = open_city("qinghe", "2024Q1", 24, 80);
	harness_wait(h, "发展目标                   0/3    2                  研发增速 低于目标3.9");
	harness_wait(h, "东洲 1/1  合洲 1/1");                         // the two counties are asked no more
	nothing_is_hidden(h);
	harness_send(h, "F8");                                         // the reader, two levels, a title not printed
	harness_wait_row(h, 0, "规划       一、");
	harness_wait(h, "(一) 主要指标");
	harness_wait(h, "(二) (标题未公布)");
	harness_wait(h, ">! 指标     科技型中小企业                     ~350/500家    落后15.0");
	harness_wait(h, "2023年居第5位;目标“走在全省前列”无数字");
	nothing_is_hidden(h);
	harness_stop(h);
}

static void test_a_merger_is_followed_by_its_successor(void **state)
{
	(void)state;
	struct harness *h = open_city("qinghe", "2024Q1", 24, 80);
	harness_send(h, "F10 2");
	harness_wait(h, ">! 科技型中小企业 ~350/500家           [████▌┃   ] 落后15.0     还差150     85.7");
	harness_wait(h, " = 单位产值能耗   ~0.464/0.43   2023年");         // its measure is too long for the column
	harness_wait(h, "── 科技型中小企业  已报齐");
	harness_wait(h, "历史   2020年 200  2023年 330  2024年一季度 350");
	harness_wait(h, "各单位 - 东洲~160  = 合洲~190");                // not the two counties' last figures beside it
	harness_wait(h, "目标进度");
	harness_send(h, "Enter");
	harness_wait_row(h, 0, "各单位     科技型中小企业");
	harness_wait(h, " = 合洲区         ~190/260家           [█┃       ] 与序时持平   还差70        40");
	harness_wait_gone(h, "西洲县");
	nothing_is_hidden(h);
	office_go(h, "= 合洲区");
	harness_send(h, "Enter");
	harness_wait_row(h, 0, "填报       合洲区");
	harness_wait(h, "[      190]");
	harness_stop(h);
}

static void test_before_the_merger_all_three_are_there(void **state)
{
	(void)state;
	struct harness *h = open_city("qinghe", "2023Q4", 24, 80);
	harness_wait(h, "东洲 1/1  西洲 1/1  南洲 1/1");
	harness_send(h, "F10 2");
	harness_wait(h, ">! 科技型中小企业 ~330/500家");
	harness_wait(h, "各单位 - 东洲~150  - 西洲~100  - 南洲~80");
	harness_send(h, "Enter");
	harness_wait(h, " - 西洲县         ~100家");
	harness_wait_gone(h, "合洲区");
	harness_stop(h);
}

static void test_the_sum_is_carried_and_says_so(void **state)
{
	(void)state;
	struct harness *h = open_city("qinghe", "2024Q2", 24, 80);
	harness_send(h, "F10 2");
	harness_wait(h, ">! 科技型中小企业 ~350/500家    3月");
	harness_wait(h, "── 科技型中小企业  已报1/2家");
	harness_stop(h);
}

static void test_a_definition_shows_a_range(void **state)
{
	(void)state;
	struct harness *h = open_city("qinghe", "2024Q1", 24, 80);
	harness_send(h, "F10 2 Down");
	harness_wait(h, ">! 研发增速");
	harness_send(h, "F8 F8");
	harness_wait_row(h, 0, "说明");
	harness_wait(h, "目标：2025  13~15%");
	harness_send(h, "Esc Esc");
	harness_wait_row(h, 0, "指标       ");
	harness_send(h, "Enter");
	harness_wait_row(h, 0, "各单位     研发增速");
	harness_send(h, "F8");
	harness_wait_row(h, 0, "指标定义   k2 研发增速");
	harness_wait(h, "13~15");
	nothing_is_hidden(h);
	harness_stop(h);
}

static void test_three_levels_of_units_and_of_the_document(void **state)
{
	(void)state;
	struct harness *h = open_city("linjiang", "2023H2", 24, 80);
	harness_wait(h, "安一 2/2  安二 2/2  平一 1/2");
	harness_send(h, "F10 2");
	harness_wait(h, ">? 数字商店       ~250/600家           [:::      ] 完成率41.7%  还差350       50");
	harness_wait(h, " = 农业科技投入   ~7.00/20亿元         [█▋ ┃     ] 落后6.3      还差13.00   1.86");
	harness_wait(h, "各单位 - 安江~160  - 平江~90  - 安一~100  - 安二~60  - 平一~90");
	harness_send(h, "Esc F8");
	harness_wait_row(h, 0, "规划       1 ");
	harness_wait(h, "1.1 网点");
	harness_wait(h, "1.1.1 数字商店");
	nothing_is_hidden(h);
	harness_stop(h);
}

static void test_no_numbers_and_a_wide_terminal(void **state)
{
	(void)state;
	struct harness *h = open_city("beiyuan", "2023H2", 50, 160);
	harness_wait(h, "网络");
	harness_send(h, "F10 2");
	harness_wait(h, "73.0/90%");
	harness_wait(h, "超序时3.3");
	harness_wait(h, "2023年居第2位");
	harness_wait(h, "短亭街道");
	harness_wait_gone(h, "长亭街道");
	nothing_is_hidden(h);
	harness_stop(h);
}

// A rank that is the district's alone: its target is a place, and nobody waits for the streets' figures.
static void test_a_rank_is_asked_of_one_unit(void **state)
{
	(void)state;
	struct harness *h = open_city("beiyuan", "2022Q4", 24, 80);
	assert_int_equal(program_run("set", "place", "qu", "2022", "4", "--doc", "统计公报", "--file", office.file).status, 0);
	harness_send(h, "F10 2 Down");
	harness_wait(h, ">! 数字化指数排名 2022年居第4位;目标前3位");
	harness_send(h, "Enter");
	harness_wait_row(h, 0, "各单位     数字化指数排名");
	harness_wait(h, ">! 北原新区");
	harness_wait(h, " / 长亭街道       不适用");
	harness_wait(h, " / 柳岸街道       不适用");
	for (int y = 1; y < 21; y++)             // beneath, the letters are explained
		assert_null(strstr(harness_row(h, y), "未报"));
	nothing_is_hidden(h);
	harness_stop(h);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_the_home_screen_speaks_of_this_city, setup, office_close),
		cmocka_unit_test_setup_teardown(test_a_merger_is_followed_by_its_successor, setup, office_close),
		cmocka_unit_test_setup_teardown(test_before_the_merger_all_three_are_there, setup, office_close),
		cmocka_unit_test_setup_teardown(test_the_sum_is_carried_and_says_so, setup, office_close),
		cmocka_unit_test_setup_teardown(test_a_definition_shows_a_range, setup, office_close),
		cmocka_unit_test_setup_teardown(test_three_levels_of_units_and_of_the_document, setup, office_close),
		cmocka_unit_test_setup_teardown(test_no_numbers_and_a_wide_terminal, setup, office_close),
		cmocka_unit_test_setup_teardown(test_a_rank_is_asked_of_one_unit, setup, office_close),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
