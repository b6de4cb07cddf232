// SPDX-License-Identifier: MIT
// Indicators (S2): a chapter, all of them, the units of one; the explanation that follows the cursor, filter, definition.
#include <setjmp.h>
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
	office_set_city("platforms", "202012", "150");
	office_set_city("platforms", "202306", "190");
	office_set_city("platforms", "202406", "208");
	office_set("platforms", "禹州市", "202406", "33");
	return 0;
}

static struct harness *all_indicators(int rows, int cols)
{
	struct harness *h = office_start(rows, cols);
	harness_send(h, "F10 2");
	harness_wait_row(h, 0, "指标");
	return h;
}

static void test_the_explanation_follows_the_cursor(void **state)
{
	(void)state;
	struct harness *h = all_indicators(24, 80);
	harness_wait_row(h, 1, "   指标           现值/目标     数据期 进度(┃序时) 对序时(点)   差距      年均需");
	office_go(h, "X 研发平台");
	harness_wait(h, ">X 研发平台       208/300个            [███▍  ┃  ] 落后31.3     还差92      61.3");
	harness_wait(h, "── 国家级、省级研发平台");
	harness_wait(h, "目标   基期2020年 150个  目标2025年 300个  序时应达 255");
	harness_wait(h, "进度38.7%，落后序时31.3个百分点，严重滞后。");
	harness_wait(h, "今后   年均需增加61.3");
	harness_wait(h, "历史   2020年 150  2024年上半年 208");
	harness_send(h, "Down");
	harness_wait(h, ">. 孵化平台");
	harness_wait_gone(h, "── 国家级、省级研发平台");
	harness_stop(h);
}

static void test_from_indicator_to_units_to_form(void **state)
{
	(void)state;
	struct harness *h = all_indicators(24, 80);
	office_go(h, "X 研发平台");
	harness_send(h, "Enter");
	harness_wait_row(h, 0, "各单位     研发平台");
	office_go(h, "- 禹州市");
	harness_send(h, "Enter");
	harness_wait_row(h, 0, "填报       禹州市");
	harness_wait(h, ">研发平台");
	harness_send(h, "Home 1234 Enter Esc");
	harness_wait_row(h, 0, "各单位");
	harness_send(h, "F6");
	harness_wait_row(h, 0, "指标");
	harness_wait(h, ">X 研发平台");
	harness_stop(h);
}

static void test_a_save_is_seen_in_the_list_beneath(void **state)
{
	(void)state;
	struct harness *h = all_indicators(24, 80);
	office_go(h, "X 研发平台");
	harness_send(h, "Enter");
	harness_wait_row(h, 0, "各单位     研发平台");
	harness_wait(h, "33个");
	office_go(h, "- 禹州市");
	harness_wait(h, "本单位没有分解目标,不能判定");          // not 缺基期: there is nothing to be measured by
	harness_send(h, "Enter");
	harness_wait(h, "[       33]");
	harness_send(h, "35 Enter");
	harness_wait(h, "[       35]");
	harness_send(h, "Esc");
	harness_wait_row(h, 0, "各单位");
	harness_wait(h, "35个");
	harness_stop(h);
}

static void test_only_what_is_behind(void **state)
{
	(void)state;
	struct harness *h = all_indicators(24, 80);
	harness_send(h, "F4");
	harness_wait(h, "2 只看滞后的");
	harness_send(h, "2");
	harness_wait_row(h, 2, ">X 研发平台");
	harness_wait_row(h, 3, "── 国家级、省级研发平台");
	office_set_city("platforms", "202406", "300");
	harness_wait(h, "没有滞后的");                        // by itself: another desk has mended it
	harness_send(h, "F4");
	harness_wait(h, "1 全部行");
	harness_send(h, "1");
	harness_wait_row(h, 2, ">. 增速高于全省");
	harness_wait(h, "* 研发平台");
	harness_send(h, "F4");
	harness_wait(h, "3 换一个单位");
	harness_send(h, "3");
	harness_wait_row(h, 0, "选单位");
	harness_send(h, "4");
	harness_wait_row(h, 0, "禹州 全部指标");
	harness_stop(h);
}

static void test_a_chapter_with_tasks(void **state)
{
	(void)state;
	struct harness *h = office_start(24, 80);
	harness_send(h, "Down*4 Enter");
	harness_wait_row(h, 0, "指标       全市 构建科技创新能力支撑体系");
	harness_wait(h, "X 研发平台");
	harness_send(h, "End Up*4");
	harness_wait(h, ">. 高能级创新平台锻造工程");
	harness_wait(h, "同 一流创新平台建设(推定;只填一次)");
	harness_send(h, "F8");
	harness_wait_row(h, 0, "规划       第五章");
	harness_wait(h, ">. 工程     高能级创新平台锻造工程");
	harness_send(h, "F8");
	harness_wait(h, "规划原文：");
	harness_send(h, "Esc");
	harness_wait_row(h, 0, "规划       第五章");
	harness_send(h, "Esc");
	harness_wait_row(h, 0, "指标");
	harness_send(h, "F1");
	harness_wait(h, "按键：指标");
	harness_send(h, "Esc");
	harness_wait_row(h, 0, "指标");
	harness_send(h, "]");
	harness_wait_row(h, 0, "2024年三季度");
	harness_send(h, "F2");
	harness_wait_row(h, 0, "选报告期");
	harness_send(h, "Esc F10");
	harness_wait(h, "1 填报");
	harness_send(h, "1");
	harness_wait_row(h, 0, "选单位");
	harness_send(h, "4");
	harness_wait_row(h, 0, "填报       禹州市");
	harness_send(h, "Esc");
	harness_wait_row(h, 0, "指标");
	harness_stop(h);
}

static void test_wide_and_small(void **state)
{
	(void)state;
	struct harness *h = all_indicators(50, 160);
	harness_wait(h, "推算");
	office_go(h, "X 国家级、省级研发平台");
	harness_wait(h, " 城乡一体化示范区");                // its units beneath
	harness_resize(h, 15, 60);
	harness_wait(h, ">X 研发平台");
	harness_resize(h, 5, 20);
	harness_wait_row(h, 4, " F1帮助");
	harness_wait(h, ">X 研发平台");
	harness_send(h, "Down");
	harness_wait(h, ">. 孵化平台");
	harness_stop(h);
}

// A unit that says that a figure does not apply to it is not one that is silent.
static void test_what_does_not_apply_is_not_unreported(void **state)
{
	(void)state;
	const struct program_result set = program_run("set", "platforms", "禹州市", "202406", "/", "--note", "撤并", "--file", office.file);
	assert_int_equal(set.status, 0);
	struct harness *h = office_start(24, 80);
	harness_send(h, "Down*4 Enter");
	harness_wait(h, ">. 研发平台");
	harness_send(h, "Enter");
	harness_wait(h, " / 禹州市         不适用");
	harness_send(h, "Down*3");
	harness_wait(h, "禹州市国家级、省级研发平台：不适用。");
	harness_stop(h);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_the_explanation_follows_the_cursor, setup, office_close),
		cmocka_unit_test_setup_teardown(test_from_indicator_to_units_to_form, setup, office_close),
		cmocka_unit_test_setup_teardown(test_a_save_is_seen_in_the_list_beneath, setup, office_close),
		cmocka_unit_test_setup_teardown(test_only_what_is_behind, setup, office_close),
		cmocka_unit_test_setup_teardown(test_a_chapter_with_tasks, setup, office_close),
		cmocka_unit_test_setup_teardown(test_wide_and_small, setup, office_close),
		cmocka_unit_test_setup_teardown(test_what_does_not_apply_is_not_unreported, office_open, office_close),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
