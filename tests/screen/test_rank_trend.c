// SPDX-License-Identifier: MIT
// The ranking of units on one indicator and the trend of one figure: reached from the lists and the matrix, told without the picture.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "tests/screen/harness.h"
#include "tests/screen/office.h"
#include "tests/storage/program.h"

static struct harness *start(int rows, int cols, const char *const *extra)
{
	const char *const argv[] = {program_path(), "--demo", NULL};
	struct harness *h = harness_start_with(argv, rows, cols, NULL, extra);
	harness_wait_row(h, 0, "工作台");
	return h;
}

// From S2 by s; places, ties, what changed, coverage, and what the units' targets make together.
static void test_units_are_ranked(void **state)
{
	(void)state;
	struct harness *h = start(24, 80, NULL);
	harness_send(h, "F10 2");
	harness_wait_row(h, 0, "指标");
	office_go(h, "X 研发平台");
	harness_send(h, "Enter");
	harness_wait_row(h, 0, "各单位     研发平台");
	harness_send(h, "s");
	harness_wait_row(h, 0, "排名       研发平台 完成率%");
	harness_send(h, "s");
	harness_wait_row(h, 0, "各单位     研发平台");
	harness_send(h, "Esc");
	harness_wait_row(h, 0, "指标");
	harness_send(h, "s");
	harness_wait_row(h, 0, "排名       研发平台 完成率%");
	harness_wait_row(h, 2, ">    1 持平   = 本级             88.9  40/45个");
	harness_wait(h, "    6 降1    X 建安            ~64.0");
	harness_wait(h, "    6 降1    X 经开区           64.0");
	harness_wait(h, "    8 持平   X 东城");
	harness_wait(h, "── 研发平台 排名10/10家 已报齐,未审6家(~) 升降与2024年一季度比");
	harness_wait(h, "全市 X ~208/300个  落后序时31.3个百分点  还差92");
	harness_wait(h, "分解目标10/10家合计300个,全市目标300个,两者相等");
	harness_send(h, "v v");
	harness_wait_row(h, 0, "研发平台 差距");
	harness_wait_row(h, 11, "    10 持平   ! 禹州              ~17");
	harness_send(h, "F4 1");
	harness_wait_row(h, 0, "研发平台 完成率%");
	harness_send(h, "Down Enter");
	harness_wait_row(h, 0, "填报       魏都区");
	harness_send(h, "Esc");
	harness_wait_row(h, 3, ">    2 持平   = 魏都");
	harness_send(h, "s");
	harness_wait_row(h, 0, "指标");
	harness_stop(h);
}

// The life of the figure that is shown, though it is of a year before.
static void test_the_life_of_what_is_shown(void **state)
{
	(void)state;
	struct harness *h = start(24, 80, NULL);
	harness_send(h, "F10 2");
	harness_wait_row(h, 0, "指标");
	office_go(h, "= 技术合同成交额");
	harness_send(h, "s");
	harness_wait_row(h, 0, "排名       技术合同");
	harness_send(h, "H");
	harness_wait_row(h, 0, "变更 ");
	harness_wait_row(h, 1, "技术合同成交额 2023年");
	harness_stop(h);
}

static void test_who_has_no_figure_has_no_place(void **state)
{
	(void)state;
	office_set("platforms", "禹州市", "202406", "33");
	struct harness *h = office_start(24, 80);
	harness_send(h, "F10 jz Enter");
	harness_wait_row(h, 0, "矩阵");
	harness_send(h, "v Down*5 Left Enter");
	harness_wait_row(h, 0, "排名       研发平台 现值");
	harness_wait_row(h, 2, ">    1 新     - 禹州");
	harness_wait_row(h, 3, "    无        . 魏都                  未报");
	harness_wait(h, "排名1/10家 已报1/10家");
	harness_stop(h);
}

static void test_the_whole_path(void **state)
{
	(void)state;
	struct harness *h = start(24, 80, NULL);
	harness_send(h, "F10 jz Enter");
	harness_wait_row(h, 0, "矩阵");
	harness_send(h, "Down*5 c");
	harness_wait_row(h, 0, "走势       全市 研发平台");
	harness_wait_row(h, 1, "现值(个)   0至300;┃应达");
	harness_wait_row(h, 2, " 2020年             150  [██████████████┃             ]       150  持平");
	harness_wait_row(h, 7, ">2024年上半年       208  [███████████████████▍   ┃    ]       255  差47");
	harness_wait_row(h, 9, " 2025年                  [                           ┃]       300");
	harness_wait_row(h, 10, " 推算             233.5  [:::::::::::::::::::::      ┃]");
	harness_wait(h, "(推算,非预测)");
	harness_send(h, "Enter");
	harness_wait_row(h, 0, "填报");
	harness_send(h, "Esc");
	harness_wait_row(h, 0, "走势");
	harness_send(h, "c");
	harness_wait_row(h, 0, "矩阵");
	harness_stop(h);
}

static void test_without_a_baseline(void **state)
{
	(void)state;
	struct harness *h = start(24, 80, NULL);
	harness_send(h, "F10 jz Enter");
	harness_wait_row(h, 0, "矩阵");
	harness_send(h, "Down*2 c");
	harness_wait_row(h, 0, "走势       全市 高新技术企业");
	harness_wait(h, "缺基期（基年数未公布），没有应达之数，只列现值。");
	harness_wait_row(h, 2, " 2020年            无数");
	harness_stop(h);
}

static void test_plain_and_wide(void **state)
{
	(void)state;
	static const char *const plain[] = {"TERM=vt100", NULL};
	struct harness *h = start(50, 160, plain);
	harness_send(h, "F10 2 Down*8 c");
	harness_wait_row(h, 0, "走势");
	harness_wait(h, ">2024年上半年");
	harness_resize(h, 24, 40);
	harness_wait(h, ">2024年上半年");
	harness_send(h, "Esc");
	harness_wait_row(h, 0, "指标");
	harness_stop(h);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_units_are_ranked),
		cmocka_unit_test(test_the_life_of_what_is_shown),
		cmocka_unit_test_setup_teardown(test_who_has_no_figure_has_no_place, office_open, office_close),
		cmocka_unit_test(test_the_whole_path),
		cmocka_unit_test(test_without_a_baseline),
		cmocka_unit_test(test_plain_and_wide),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
