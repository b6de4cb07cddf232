// SPDX-License-Identifier: MIT
// The workbench (S1): chapters counted, units, what is keyed in, the city's indicators, from 20x5 to 160x50.
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "tests/screen/harness.h"
#include "tests/screen/office.h"
#include "tests/storage/program.h"

// The city behind by a third: 150 at the end of 2020, 208 now, 300 asked for.
static void give_platforms(void)
{
	office_set_city("platforms", "202012", "150");
	office_set_city("platforms", "202306", "190");
	office_set_city("platforms", "202406", "208");
}

static void test_chapters_are_counted_and_the_worst_is_named(void **state)
{
	(void)state;
	give_platforms();
	struct harness *h = office_start(24, 80);
	harness_wait_row(h, 0, "工作台     全市       报告期 2024年上半年");
	harness_wait_row(h, 1, " 章 标题                    达序时 滞后 严重 缺基期 未判 最落后项");
	harness_wait_row(h, 2, ">一 开启创新强市建设新征程");
	harness_wait_row(h, 6, " 五 构建科技创新能力支撑体系  0/11         1          10 研发平台 落后31.3");
	harness_wait(h, "── 许昌市指标13项");
	harness_wait(h, "X 严重滞后 1");
	harness_wait(h, "最落后 国家级、省级研发平台 落后31.3");
	harness_wait(h, "研发平台 2024年上半年 208个");                 // what was written last
	harness_stop(h);
}

static void test_units_instead_of_chapters(void **state)
{
	(void)state;
	office_set("platforms", "禹州市", "202406", "33");
	office_set("incubators", "禹州市", "202406", "未报:20240709");
	struct harness *h = office_start(24, 80);
	harness_wait(h, "禹州 2/7");
	harness_send(h, "F6");
	harness_wait_row(h, 2, ">   魏都区 0/7");
	harness_wait_row(h, 4, "禹州市 2/7");
	harness_wait_row(h, 22, "F6改看各章");
	harness_send(h, "Down*2 Enter");
	harness_wait_row(h, 0, "填报       禹州市");
	harness_send(h, "Esc");
	harness_wait_row(h, 4, ">   禹州市");
	harness_send(h, "F6");
	harness_wait_row(h, 2, ">一 ");
	harness_stop(h);
}

static void test_digits_and_menu(void **state)
{
	(void)state;
	struct harness *h = office_start(24, 80);
	harness_send(h, "F10 2");
	harness_wait_row(h, 0, "指标       全市 全部指标");
	harness_send(h, "Esc");
	harness_wait_row(h, 0, "工作台");
	harness_type(h, "３");                               // the IME is on
	harness_wait_row(h, 0, "审核 ");
	harness_send(h, "Esc");
	harness_wait_row(h, 0, "工作台");
	harness_send(h, "0");                                // nothing was left to go on with
	harness_wait_row(h, 0, "工作台");
	harness_send(h, "F10");
	harness_wait(h, "4 换看单位");
	harness_send(h, "4");
	harness_wait_row(h, 0, "选单位");
	harness_send(h, "4");
	harness_wait_row(h, 0, "工作台     禹州市");
	harness_wait(h, "── 禹州市指标13项");
	harness_send(h, "F4");
	harness_wait_row(h, 0, "选单位");
	harness_send(h, "Esc");
	harness_wait_row(h, 0, "工作台");
	harness_send(h, "F1");
	harness_wait(h, "按键：工作台");
	harness_stop(h);
}

static void test_panes_on_a_wide_terminal(void **state)
{
	(void)state;
	give_platforms();
	struct harness *h = office_start(50, 160);
	int row, col;
	assert_true(harness_find(h, "208/300个", &row, &col));
	assert_true(col > 45);
	harness_wait(h, "落后31.3");
	harness_wait(h, "── 国家级、省级研发平台");           // the worst, explained, over its units
	harness_wait(h, "城乡一体化示范区");
	harness_resize(h, 24, 80);
	harness_wait_row(h, 23, "F1帮助");
	harness_wait_gone(h, "城乡一体化示范区");
	harness_wait(h, "最落后项");
	harness_stop(h);
}

static void test_small_terminals(void **state)
{
	(void)state;
	struct harness *h = office_start(15, 60);
	harness_wait_row(h, 13, "上下选章");
	harness_send(h, "Down*9");
	harness_wait(h, ">十 ");
	harness_resize(h, 5, 20);
	harness_wait_row(h, 4, " F1帮助");
	harness_wait_row(h, 2, ">十 ");
	harness_send(h, "Up");
	harness_wait(h, ">九 ");
	harness_stop(h);
}

static void test_in_english(void **state)
{
	(void)state;
	static const char *const english[] = {"LANGUAGE=en", NULL};
	give_platforms();
	struct harness *h = office_start_with(24, 80, NULL, english);
	harness_wait_row(h, 1, " ch title                    paced late crit nobase open worst");
	harness_wait_row(h, 6, "0/11         1          10 研发平台 behind 31.3");
	harness_wait_row(h, 22, "F6 units");
	harness_send(h, "F4");
	harness_wait_row(h, 0, "Choose a unit");
	harness_send(h, "4");
	harness_wait_row(h, 1, " Indicator          meas year ago   before     key in   change hint");
	assert_false(harness_find(h, "####", &(int){0}, &(int){0}));
	harness_stop(h);
}

// At 160x50 each unit's part of the gap and the whole matrix; where there is no room for all of it, none of it.
static void test_the_matrix_on_a_high_terminal(void **state)
{
	const char *const argv[] = {program_path(), "--demo", NULL};
	(void)state;
	struct harness *h = harness_start_with(argv, 50, 160, office.folder, NULL);
	harness_wait_row(h, 27, "! 禹州 占18.5%      ~33/50个");
	harness_wait_row(h, 36, "── 矩阵 完成率%");
	harness_wait_row(h, 37, "指标               全市    魏都    建安    禹州    长葛    鄢陵    襄城    示范区  经开区  东城    本级");
	harness_wait_row(h, 41, "科技型中小企业23年 *101.2  *103.6  + 95.0  *101.4  *105.3");
	harness_wait_row(h, 43, "研发平台           X 69.3~ = 78.1  X 64.0~ ! 66.0~");
	harness_wait_row(h, 47, "万人高价值专利     + 88.6  = 83.9");
	harness_resize(h, 47, 160);
	harness_wait_gone(h, "── 矩阵");
	harness_wait(h, "! 禹州 占18.5%");
	harness_resize(h, 50, 160);
	harness_wait_row(h, 43, "研发平台           X 69.3~");
	harness_signal(h, 15);
	harness_wait_exit(h);
	harness_stop(h);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_chapters_are_counted_and_the_worst_is_named, office_open, office_close),
		cmocka_unit_test_setup_teardown(test_units_instead_of_chapters, office_open, office_close),
		cmocka_unit_test_setup_teardown(test_digits_and_menu, office_open, office_close),
		cmocka_unit_test_setup_teardown(test_panes_on_a_wide_terminal, office_open, office_close),
		cmocka_unit_test_setup_teardown(test_the_matrix_on_a_high_terminal, office_open, office_close),
		cmocka_unit_test_setup_teardown(test_small_terminals, office_open, office_close),
		cmocka_unit_test_setup_teardown(test_in_english, office_open, office_close),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
