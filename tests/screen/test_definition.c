// SPDX-License-Identifier: MIT
// S9 as a planner uses it: document numbers, what would be, refusals, sums, two desks, undo.
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "tests/screen/harness.h"
#include "tests/screen/office.h"
#include "tests/storage/program.h"

static int setup(void **state)
{
	office_open(state);
	office_set("platforms", "禹州市", "202403", "31");
	return 0;
}

// The definition of 研发平台 with 禹州市 focused, from the indicator's units.
static struct harness *start(int rows, int cols, const char *option)
{
	struct harness *h = option == NULL ? office_start(rows, cols) : office_start_with(rows, cols, option, NULL);
	if (option != NULL)
		office_bench(h);
	harness_send(h, "Down*4 Enter");
	harness_wait_row(h, 0, "指标");
	harness_wait(h, ">. 研发平台");
	harness_send(h, "Enter");
	harness_wait_row(h, 0, "研发平台");
	harness_wait(h, "禹州市");
	harness_send(h, "Down*3");
	harness_wait(h, option == NULL ? ">- 禹州市" : ">. 禹州市");         // a reader sees no figure that is not accepted
	harness_send(h, "F8");
	harness_wait_row(h, 0, "指标定义");
	return h;
}

static void give_document(struct harness *h, const char *doc)
{
	harness_wait(h, "文号或来源");
	harness_type(h, doc);
	harness_send(h, "Enter");
}

static void test_a_baseline_and_a_target_make_a_status(void **state)
{
	(void)state;
	struct harness *h = start(24, 80, NULL);
	harness_wait_row(h, 1, "口径 国家级、省级合计,市级不计");
	harness_wait_row(h, 2, "存量(时点数)");
	harness_wait(h, ">禹州    [      ]");
	harness_type(h, "24");
	harness_wait(h, "[24    ]");
	harness_send(h, "Enter");
	give_document(h, "许科〔2022〕31号");
	harness_wait_row(h, 22, "已存：禹州市研发平台2020年末基期值24个（原无）。");
	harness_wait(h, ">长葛");
	harness_send(h, "Up Right*5");
	harness_type(h, "50");
	harness_wait(h, "如存");                               // before it is saved, the bar that it would make
	harness_wait(h, "31/50个");
	harness_send(h, "Enter");                             // the document stands for what follows, too
	harness_wait_row(h, 22, "禹州市研发平台2025年分解目标50个（原无）。");
	harness_wait(h, "禹州    [    24] (  29.2)");
	harness_wait(h, "]  许科〔2022〕31号");                // whole, at 80 columns, too
	harness_wait(h, "已录1/10家");
	harness_wait(h, "少250");
	int row, col;
	assert_true(harness_find(h, " 合计 ", &row, &col));
	assert_non_null(strstr(harness_row(h, row), " 24 "));
	assert_non_null(strstr(harness_row(h, row), " 50"));
	harness_type(h, "60");
	harness_wait(h, "如存");
	harness_send(h, "Esc");
	harness_wait_gone(h, "如存");                          // what was not saved makes no bar
	harness_send(h, "u");
	harness_wait_row(h, 22, "禹州市研发平台2025年分解目标");
	harness_wait_gone(h, "29.2)");
	harness_send(h, "^R");
	harness_wait(h, "29.2)");
	harness_send(h, "Esc");
	harness_wait(h, "31/50个");
	harness_send(h, "Esc*2");
	harness_wait(h, "禹州市研发平台2025年分解目标：无改为50个  许科〔2022〕");    // the latest change
	harness_stop(h);
	const char *said = program_run("log", "--limit", "1", "--unit", "yz", "--element", "platforms", "--file", office.file).out;
	assert_non_null(strstr(said, "done again  禹州市, 研发平台, target of 2025: none to 50个  许科〔2022〕31号"));
}

static void test_refusals_keep_the_text(void **state)
{
	(void)state;
	struct harness *h = start(24, 80, NULL);
	harness_type(h, "1,12");
	harness_send(h, "Enter");
	harness_wait(h, "1.12还是112");
	harness_wait(h, "[1,12");
	harness_send(h, "Esc");
	harness_wait_gone(h, "[1,12");
	harness_type(h, "5~8");
	harness_send(h, "Enter");
	harness_wait(h, "不是区间");
	harness_send(h, "Esc End");
	harness_wait(h, ">全市");
	harness_send(h, "Right*5 3 Enter");
	harness_wait(h, "此数由规划文件给出");
	harness_stop(h);
}

static void test_reading_only(void **state)
{
	(void)state;
	struct harness *h = start(24, 80, "--browse");
	harness_wait_row(h, 22, "只读");
	harness_send(h, "0");
	harness_send(h, "F8");
	harness_wait(h, "文号");
	harness_stop(h);
}

static void test_to_the_years_and_back(void **state)
{
	(void)state;
	struct harness *h = start(24, 80, NULL);
	harness_wait(h, "2020基期");
	harness_send(h, "F6");
	harness_wait(h, "2020 基期");
	harness_send(h, "24 Enter Esc");
	harness_wait_row(h, 0, "指标定义");
	harness_wait(h, "24)");                                // its own figure of the base year is the baseline
	harness_resize(h, 50, 160);
	harness_wait(h, "2020基期");
	harness_stop(h);
}

static void test_what_is_typed_survives_a_kill(void **state)
{
	(void)state;
	struct harness *h = start(24, 80, NULL);
	harness_send(h, "Right*5");
	harness_type(h, "5~8");
	harness_wait(h, "[5~8");
	harness_signal(h, SIGKILL);
	harness_wait_exit(h);
	harness_stop(h);
	h = office_start(24, 80);
	harness_wait(h, "0 接着录入上次未存的:禹州市研发平台2025年分解目标“5~8”");
	harness_send(h, "0");
	harness_wait_row(h, 0, "指标定义");
	harness_wait(h, ">禹州");
	harness_wait(h, "[5~8");
	harness_wait_row(h, 22, "上次键入未存");
	harness_send(h, "Esc*2");
	harness_wait_row(h, 0, "工作台");
	harness_wait_gone(h, "接着录入");                      // dropped by the Esc
	harness_stop(h);
}

// As a city begins: from the city's row, ten baselines down, the document asked once, then the targets; the city's own row is
// never typed into by going on.
static void test_a_column_down_and_on_to_the_targets(void **state)
{
	(void)state;
	struct harness *h = office_start(24, 80);
	harness_send(h, "Down*4 Enter");
	harness_wait(h, ">. 研发平台");
	harness_send(h, "Enter");
	harness_wait_row(h, 0, "各单位");
	harness_wait(h, ">. 许昌市");
	harness_send(h, "F8");
	harness_wait_row(h, 0, "指标定义");
	harness_wait(h, ">魏都");
	harness_type(h, "22");
	harness_send(h, "Enter");
	give_document(h, "许科〔2022〕31号");
	harness_wait(h, ">建安");
	harness_send(h, "14 Enter 24 Enter 38 Enter 10 Enter 14 Enter 6 Enter 5 Enter 3 Enter 14 Enter");
	harness_wait(h, ">魏都    [    22]");
	harness_wait(h, "合计        150");
	harness_wait(h, "本级    [    14]");
	harness_wait(h, "全市    [      ]");
	harness_type(h, "40");
	harness_send(h, "Enter");
	harness_wait(h, "[    40]  许科〔2022〕31号");
	harness_send(h, "28 Enter 50 Enter 72 Enter 24 Enter 34 Enter 14 Enter 12 Enter 8 Enter 18 Enter");
	harness_wait(h, "一致");
	harness_wait(h, "已录10/10家");
	harness_stop(h);
}

// Opened anew, the table offers the document that stands in it; the figure of the next cell, typed too early, is not taken for one.
static void test_the_document_is_offered_and_a_figure_is_none(void **state)
{
	(void)state;
	struct harness *h = start(24, 80, NULL);
	harness_send(h, "24 Enter");
	give_document(h, "５０");
	harness_wait_row(h, 22, "未存：“５０”是数，不是文号");
	give_document(h, "许科〔2022〕31号");
	harness_wait_row(h, 22, "已存：禹州市研发平台2020年末基期值24个（原无）。");
	harness_send(h, "F3");
	harness_wait_row(h, 0, "研发平台");
	harness_wait(h, ">- 禹州市");
	harness_send(h, "F8");
	harness_wait(h, ">禹州    [    24]");
	harness_send(h, "Right*5 50 Enter");
	harness_wait(h, "文号或来源");
	harness_wait(h, "许科〔2022〕31号");
	harness_send(h, "60 Enter");
	harness_wait_row(h, 22, "未存：“60”是数，不是文号");
	harness_send(h, "Enter");                             // takes what is offered
	harness_wait_row(h, 22, "已存：禹州市研发平台2025年分解目标50个（原无）。");
	harness_wait(h, "]  许科〔2022〕31号");
	harness_stop(h);
}

// Two desks with 50 and 60 in the same cell: the second is asked.
static struct harness *in_conflict(struct harness **first)
{
	struct harness *second;
	*first = start(24, 80, NULL);
	second = start(24, 80, NULL);
	harness_send(second, "Right*5");
	harness_type(second, "60");
	harness_wait(second, "[60");
	harness_send(*first, "Right*5");
	harness_type(*first, "50");
	harness_send(*first, "Enter");
	give_document(*first, "许科〔2022〕31号");
	harness_wait_row(*first, 22, "已存");
	harness_send(second, "Enter");
	give_document(second, "许科〔2022〕32号");
	harness_wait(second, "未保存：禹州市研发平台2025年分解目标");
	harness_wait(second, "改为50个，本次录入60个。");
	harness_wait(second, "回车 保留对方的数；F9 写入本次的数；Esc 继续编辑。");
	return second;
}

static void test_theirs_is_kept(void **state)
{
	struct harness *first, *second = in_conflict(&first);
	(void)state;
	harness_send(second, "7 Down");                       // blind typing answers nothing
	harness_send(second, "Enter");
	harness_wait_gone(second, "未保存");
	harness_wait(second, "[    50]");
	harness_wait_gone(second, "60");
	harness_stop(first);
	harness_stop(second);
}

static void test_mine_is_written_over_it(void **state)
{
	struct harness *first, *second = in_conflict(&first);
	(void)state;
	harness_send(second, "F9");
	harness_wait_row(second, 22, "已存：禹州市研发平台2025年分解目标60个（原50个）。");
	harness_wait(first, "[    60]");
	harness_stop(first);
	harness_stop(second);
	assert_int_equal(program_run("verify", "--file", office.file).status, 0);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, office_close)
int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_a_baseline_and_a_target_make_a_status),
		TEST(test_refusals_keep_the_text),
		TEST(test_reading_only),
		TEST(test_to_the_years_and_back),
		TEST(test_what_is_typed_survives_a_kill),
		TEST(test_a_column_down_and_on_to_the_targets),
		TEST(test_the_document_is_offered_and_a_figure_is_none),
		TEST(test_theirs_is_kept),
		TEST(test_mine_is_written_over_it),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
