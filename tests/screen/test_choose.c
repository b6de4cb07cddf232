// SPDX-License-Identifier: MIT
// The real program around its screens: choosing period and unit, help, what another desk saves, idling, ending.
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <cmocka.h>

#include "tests/screen/harness.h"
#include "tests/storage/program.h"

static struct harness *start(int rows, int cols)
{
	const char *const argv[] = {program_path(), NULL};
	struct harness *h = harness_start(argv, rows, cols);
	harness_wait(h, "登记操作员");                          // of a new file; later
	harness_send(h, "Esc");
	harness_wait(h, "一 开启创新强市建设新征程");
	return h;
}

// The period shown at the start follows the calendar; tests go to one of their own.
static void go_to(struct harness *h, const char *typed, const char *title)
{
	harness_send(h, "F2");
	harness_wait_row(h, 0, "选报告期");
	harness_type(h, typed);
	harness_wait(h, typed);
	harness_send(h, "Enter");
	harness_wait_row(h, 0, title);
	harness_wait_gone(h, "选报告期");
}

static void test_period_by_typing_and_by_signs(void **state)
{
	(void)state;
	struct harness *h = start(24, 80);
	go_to(h, "202306", "2023年上半年");
	harness_send(h, "]");
	harness_wait_row(h, 0, "2023年三季度");
	harness_type(h, "【");
	harness_wait_row(h, 0, "2023年上半年");
	harness_send(h, "F2");
	harness_wait_row(h, 0, "选报告期");
	harness_wait(h, "  0/13");                           // nobody has submitted in a December
	harness_type(h, "２０２２");                         // the IME is on
	harness_wait(h, "[2022 ");
	harness_send(h, "Enter");
	harness_wait_row(h, 0, "2022年");
	harness_send(h, "F2");
	harness_wait(h, "现在所看");
	harness_send(h, "Down Enter");
	harness_wait_row(h, 0, "2022年三季度");
	harness_stop(h);
}

static int this_year(void)
{
	time_t now = time(NULL);
	struct tm day;
	assert_non_null(localtime_r(&now, &day));
	return day.tm_year + 1900;
}

static void test_period_refusals_keep_the_text(void **state)
{
	(void)state;
	struct harness *h = start(24, 80);
	go_to(h, "202306", "2023年上半年");
	harness_send(h, "F2");
	harness_wait(h, "选报告期");
	harness_send(h, "2019 Enter");
	int year = this_year();
	char last[64];
	snprintf(last, sizeof last, "报告期自2020年至%d年", year > 2025 ? year : 2025);    // the plan's last, or today's
	harness_wait_row(h, 22, last);
	harness_wait(h, "[2019");
	harness_send(h, "^U 202305 Enter");
	harness_wait_row(h, 22, "5月");
	harness_send(h, "^U 20-3 Enter");
	harness_wait_row(h, 22, "“20-3”不是报告期");
	harness_send(h, "Esc");
	harness_wait_gone(h, "[20-3");
	harness_send(h, "Esc");
	harness_wait_row(h, 0, "2023年上半年");
	harness_stop(h);
}

static void test_year_headings_are_no_rows(void **state)
{
	(void)state;
	struct harness *h = start(24, 80);
	go_to(h, "202303", "2023年一季度");
	harness_send(h, "F2");
	harness_wait(h, "现在所看");
	harness_send(h, "Down");                             // the heading of 2022 lies between
	harness_wait(h, ">  2022年 ");
	harness_send(h, "Up");
	harness_wait(h, ">  2023年一季度");
	harness_stop(h);
}

static void test_unit_with_what_it_has_filled(void **state)
{
	(void)state;
	struct harness *h = start(24, 80);
	go_to(h, "202306", "2023年上半年");
	harness_send(h, "F4");
	harness_wait_row(h, 0, "选单位");
	harness_wait(h, "0/7");
	harness_send(h, "Down*2");
	harness_wait(h, ">   3 建安区");
	harness_send(h, "Esc");
	harness_wait_row(h, 0, "工作台");
	harness_send(h, "F4");
	harness_wait_row(h, 0, "选单位");
	harness_send(h, "4");
	harness_wait_row(h, 0, "禹州市");
	harness_stop(h);
}

static void test_help_is_of_this_screen(void **state)
{
	(void)state;
	struct harness *h = start(24, 80);
	harness_send(h, "F1");
	harness_wait(h, "按键：工作台");
	harness_wait(h, "F2");
	assert_null(strstr(harness_row(h, 23), "F1"));
	harness_send(h, "End");
	harness_wait(h, "xterm-256color");
	harness_send(h, "q");
	harness_wait_row(h, 0, "工作台");
	harness_resize(h, 50, 160);
	harness_wait_row(h, 49, "F1帮助");
	harness_type(h, "？");
	harness_wait(h, "xterm-256color");                   // keys and words side by side
	harness_wait(h, "按键：工作台");
	harness_stop(h);
}

static void test_help_tells_of_the_field(void **state)
{
	(void)state;
	struct harness *h = start(40, 140);
	go_to(h, "202306", "2023年上半年");
	harness_send(h, "F4");
	harness_wait_row(h, 0, "选单位");
	harness_send(h, "4");
	harness_wait_row(h, 0, "禹州市");
	harness_send(h, "F1");
	harness_wait(h, "按键：填报");
	harness_wait(h, "规模以上工业中高新技术产业的增加值");
	harness_wait(h, "亿元，最多2位小数");
	harness_send(h, "Esc Down*2 F1");
	harness_wait(h, "存量（时点数）");
	harness_stop(h);
}

// An input method hands over whole words: each is answered with what is taken here.
static void test_han_in_a_menu_is_answered(void **state)
{
	(void)state;
	struct harness *h = start(24, 80);
	go_to(h, "202306", "2023年上半年");
	harness_type(h, "禹");
	harness_wait_row(h, 22, "“禹”在此无作用：按/查找");
	harness_send(h, "F4");
	harness_wait_row(h, 0, "选单位");
	harness_type(h, "禹州");
	harness_wait_row(h, 22, "“州”选不了：请键入列表中的数字");
	harness_send(h, "4");
	harness_wait_row(h, 0, "禹州市");
	harness_send(h, "Down*2 F4");
	harness_wait(h, "1 未报");
	harness_type(h, "未报");
	harness_wait_row(h, 22, "“报”选不了：请键入列表中的数字");
	harness_type(h, "０");
	harness_wait_row(h, 22, "“０”选不了：请键入列表中的数字");
	harness_type(h, "１");
	harness_wait(h, "补报日期,如7月9日");
	harness_stop(h);
}

static void test_the_legend_has_its_places(void **state)
{
	(void)state;
	struct harness *h = start(24, 80);
	harness_wait_row(h, 23, " F1帮助 F2报告期 F3返回 F4选择");
	int row, col;
	assert_true(harness_find(h, "F6转置", &row, &col));
	assert_int_equal(col, 40);
	assert_true(harness_find(h, "F10菜单", &row, &col));
	assert_int_equal(col, 68);
	harness_stop(h);
}

static void test_another_desk_is_seen(void **state)
{
	(void)state;
	struct harness *h = start(24, 80);
	go_to(h, "202306", "2023年上半年");
	harness_read(h, 100);
	assert_false(harness_read(h, 2500));                 // idle: looks at the data, says nothing
	char *path = harness_path(h, "data/duibiao/plan.db");
	struct program_result result = program_run("set", "platforms", "yz", "2023Q2", "33", "--file", path);
	assert_int_equal(result.status, 0);
	harness_wait(h, "研发平台 2023年上半年 33");
	free(path);
	harness_stop(h);
}

static void test_no_other_period_under_a_cell_being_typed(void **state)
{
	(void)state;
	struct harness *h = start(24, 80);
	go_to(h, "202306", "2023年上半年");
	harness_send(h, "F4");
	harness_wait_row(h, 0, "选单位");
	harness_send(h, "4");
	harness_wait_row(h, 0, "禹州市");
	harness_send(h, "3 F2");
	harness_wait_row(h, 22, "请先录完此格");
	harness_wait(h, "[3");
	harness_stop(h);
}

static void test_a_locale_without_chinese(void **state)
{
	(void)state;
	const char *const argv[] = {program_path(), NULL}, *const plain[] = {"LC_ALL=C", NULL},
			  *const lost[] = {"LC_ALL=xx_YY.KOI8", NULL};
	struct harness *h = harness_start_with(argv, 24, 80, NULL, plain);
	harness_wait(h, "The locale cannot be used");
	assert_string_equal(harness_row(h, 0), " Start");
	assert_false(harness_find(h, "退出", &(int){0}, &(int){0}));
	harness_send(h, "1");
	harness_wait_row(h, 0, "工作台");
	harness_wait(h, "登记操作员");
	harness_stop(h);
	h = harness_start_with(argv, 24, 80, NULL, lost);
	harness_wait(h, "xx_YY.KOI8");
	harness_send(h, "2");
	assert_int_equal(harness_wait_exit(h), 0);
	harness_stop(h);
}

static void test_small_terminals(void **state)
{
	(void)state;
	struct harness *h = start(24, 80);
	harness_send(h, "Down*3");
	harness_wait(h, ">四");
	harness_resize(h, 5, 20);
	harness_wait_row(h, 4, "F1");
	harness_wait(h, ">四");
	harness_send(h, "F2");
	harness_wait_row(h, 0, "选报告期");
	harness_send(h, "Down*5 F1");
	harness_wait_row(h, 0, "帮助");
	harness_send(h, "Esc");
	harness_wait_row(h, 0, "选报告期");
	harness_send(h, "Esc Enter");
	harness_wait_row(h, 0, "指标");
	for (int i = 1; i < 60; i++)
		harness_resize(h, i % 9 + 1, i);
	harness_resize(h, 24, 80);
	harness_wait_row(h, 23, "F1帮助");
	harness_send(h, "Esc");
	harness_wait(h, ">四");
	harness_stop(h);
}

static void test_it_ends_well(void **state)
{
	(void)state;
	static const int numbers[] = {SIGTERM, SIGHUP, SIGINT};
	for (size_t i = 0; i < sizeof numbers / sizeof numbers[0]; i++) {
		struct harness *h = start(24, 80);
		harness_signal(h, numbers[i]);
		assert_int_equal(harness_wait_exit(h), 0);
		harness_stop(h);
	}
	struct harness *h = start(24, 80);
	harness_send(h, "Enter");
	harness_wait_row(h, 0, "指标");
	harness_send(h, "F3");
	harness_wait_row(h, 0, "工作台");
	harness_send(h, "F3");
	assert_int_equal(harness_wait_exit(h), 0);
	harness_stop(h);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_period_by_typing_and_by_signs),
		cmocka_unit_test(test_period_refusals_keep_the_text),
		cmocka_unit_test(test_year_headings_are_no_rows),
		cmocka_unit_test(test_unit_with_what_it_has_filled),
		cmocka_unit_test(test_help_is_of_this_screen),
		cmocka_unit_test(test_help_tells_of_the_field),
		cmocka_unit_test(test_han_in_a_menu_is_answered),
		cmocka_unit_test(test_the_legend_has_its_places),
		cmocka_unit_test(test_another_desk_is_seen),
		cmocka_unit_test(test_no_other_period_under_a_cell_being_typed),
		cmocka_unit_test(test_a_locale_without_chinese),
		cmocka_unit_test(test_small_terminals),
		cmocka_unit_test(test_it_ends_well),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
