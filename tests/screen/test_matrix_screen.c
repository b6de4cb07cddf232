// SPDX-License-Identifier: MIT
// S4, the matrix: cells and their letters, the frozen columns, views, order, turning, what explains the focused cell, and the way
// down to the source and back to the same cell.
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
	harness_send(h, "F10 jz Enter");
	harness_wait_row(h, 0, "矩阵");
	return h;
}

static void test_a_cell_a_figure(void **state)
{
	(void)state;
	struct harness *h = start(24, 80, NULL);
	harness_wait_row(h, 0, "矩阵       完成率%    报告期 2024年上半年");
	harness_wait_row(h, 0, "官方顺序");
	harness_wait_row(h, 1, " 指标          全市  魏都  建安  禹州  长葛  鄢陵  襄城  示范  经开  东城  本级");
	harness_wait(h, " 研发平台     X 69~ = 78  X 64~ ! 66~ ! 76~ X 45  ");
	harness_wait(h, " 技术合同23年 = 68  = 69  ! 58  = 72  ");
	harness_wait(h, "*提前实现 +快于预期 =基本符合 !滞后 X严重 F未完成 ?缺基期 .未报 -无目标");
	harness_wait(h, "未达目标不显示100");
	harness_wait_cursor(h, 2, 14);
	harness_stop(h);
}

static void test_the_focused_cell_is_explained(void **state)
{
	(void)state;
	struct harness *h = start(24, 80, NULL);
	harness_send(h, "Down*5 Right*3");
	harness_wait(h, ">研发平台");
	harness_wait(h, "── 禹州市 国家级、省级研发平台");
	harness_wait(h, "目标进度43.3%，落后序时26.7个百分点，滞后。");
	harness_wait(h, "占全市缺口18.5%(第1位)");
	harness_wait(h, "(推算,非预测)");
	harness_wait_cursor(h, 7, 32);
	harness_send(h, "Down*2");
	harness_wait(h, "── 禹州市 技术合同成交额 数据期2023年");
	harness_wait(h, "累计 3/6/9/12月: 2023年 ");
	harness_wait(h, " | 2024年 ");
	harness_wait(h, "今年   完成年度目标20.5%  落后序时");
	harness_stop(h);
}

static void test_views_go_round(void **state)
{
	(void)state;
	static const char *const views[] = {"现值", "差距", "对序时", "年均需", "报送", "完成率%"};
	struct harness *h = start(24, 80, NULL);
	for (size_t i = 0; i < sizeof views / sizeof views[0]; i++) {
		harness_send(h, "v");
		harness_wait_row(h, 0, views[i]);
		if (strcmp(views[i], "对序时") == 0)
			harness_wait(h, "X    31.3~");
		if (strcmp(views[i], "报送") == 0) {
			harness_wait(h, "5/7填");
			harness_wait(h, "7/9填=填报中");
		}
	}
	harness_send(h, "F4 2");
	harness_wait_row(h, 0, "现值");
	harness_wait(h, "208~");
	harness_stop(h);
}

// Turned, a row is a unit: figures of an earlier year are marked one by one, for no column says the year; the worst come first, and of
// these only who is behind in the chapter that is looked at.
static void test_turned_with_order_and_filters(void **state)
{
	(void)state;
	struct harness *h = start(24, 80, NULL);
	harness_send(h, "F6");
	harness_wait_row(h, 3, " 魏都    ?    99~ !    67  ?    83  *   104' ?    57' =    78  =    83");
	harness_send(h, "F4");
	harness_wait(h, "8 只看一章");
	harness_send(h, "8");
	harness_wait(h, "5 构建资本资金支撑体系");
	harness_send(h, "5");
	harness_wait_row(h, 3, " 魏都    =  18.1'");
	harness_send(h, "s");
	harness_wait_row(h, 3, " 本级    X   6.0'");
	harness_wait_row(h, 7, " 魏都    =  18.1'");
	harness_send(h, "F4 7");
	harness_wait_row(h, 0, "只看滞后,最差在先");
	harness_wait_row(h, 3, " 本级    X   6.0'");
	harness_wait_row(h, 6, " 襄城    !  17.1'");
	harness_wait_gone(h, "魏都");
	assert_null(strstr(harness_row(h, 7), "'"));
	harness_stop(h);
}

// More columns than there is room for: names and 全市 stay.
static void test_the_first_columns_stay(void **state)
{
	(void)state;
	struct harness *h = start(24, 80, NULL);
	harness_send(h, "v");
	harness_wait_row(h, 0, "现值");
	harness_send(h, "Right*10");
	harness_wait(h, "── 市本级");
	harness_wait_row(h, 1, " 指标");
	harness_wait_row(h, 1, "全市");
	harness_wait_row(h, 1, "本级");
	assert_null(strstr(harness_row(h, 1), "魏都"));
	harness_send(h, "Left*20");
	harness_wait_cursor(h, 2, 0);
	harness_stop(h);
}

static void test_worst_first_and_back(void **state)
{
	(void)state;
	struct harness *h = start(24, 80, NULL);
	harness_send(h, "s");
	harness_wait_row(h, 0, "最差在先");
	harness_wait_row(h, 1, "全市  建安  鄢陵  襄城");
	harness_send(h, "s");
	harness_wait_row(h, 0, "官方顺序");
	harness_wait_row(h, 1, "全市  魏都  建安  禹州");
	harness_stop(h);
}

static void test_turned_the_same_cell_stays(void **state)
{
	(void)state;
	struct harness *h = start(24, 80, NULL);
	harness_send(h, "Down*5 Right*3");
	harness_wait(h, "── 禹州市 国家级、省级研发平台");
	harness_send(h, "F6");
	harness_wait_row(h, 1, " 单位    高新占比 引领企业");
	harness_wait(h, ">禹州");
	harness_wait(h, "── 禹州市 国家级、省级研发平台");
	harness_send(h, "/");
	harness_type(h, "yl");                                   // 鄢陵
	harness_send(h, "Enter");
	harness_wait(h, "── 鄢陵县 国家级、省级研发平台");
	harness_send(h, "Esc F6");
	harness_wait_row(h, 1, " 指标");
	harness_wait(h, "── 鄢陵县 国家级、省级研发平台");
	harness_stop(h);
}

static void test_down_to_the_source_and_back(void **state)
{
	(void)state;
	struct harness *h = start(24, 80, NULL);
	harness_send(h, "Down*5 Right*3");
	harness_wait(h, "── 禹州市 国家级、省级研发平台");
	harness_send(h, "Enter");
	harness_wait_row(h, 0, "填报       禹州市");
	harness_wait(h, ">研发平台");
	harness_send(h, "Esc");
	harness_wait_row(h, 0, "矩阵");
	harness_wait(h, "── 禹州市 国家级、省级研发平台");
	harness_send(h, "H");
	harness_wait_row(h, 0, "变更       禹州");
	harness_send(h, "Esc");
	harness_wait_row(h, 0, "矩阵");
	harness_wait_cursor(h, 7, 32);
	harness_send(h, "F8");
	harness_wait_row(h, 0, "指标定义");
	harness_stop(h);
}

static void test_filters(void **state)
{
	(void)state;
	struct harness *h = start(24, 80, NULL);
	harness_send(h, "F4");
	harness_wait(h, "8 只看一章");
	harness_send(h, "8");
	harness_wait(h, "看哪一章？");
	harness_send(h, "1");
	harness_wait(h, "研发平台");
	harness_send(h, "F4 7");
	harness_wait_row(h, 0, "只看滞后,官方顺序");
	harness_wait_gone(h, "高新占比");
	harness_wait(h, "引领企业");
	harness_stop(h);
}

static void test_wide_small_and_plain(void **state)
{
	(void)state;
	static const char *const plain[] = {"TERM=vt100", NULL};
	struct harness *h = start(50, 160, plain);
	harness_wait(h, "X 69.3~");
	harness_wait_row(h, 1, "全市    魏都    建安    禹州");
	harness_resize(h, 24, 40);
	harness_wait(h, ">高新占比");
	harness_send(h, "Down*5 Right*9");
	harness_wait(h, "X 63~");                               // the cursor's part of the sheet
	harness_stop(h);
}

static void test_read_only_and_empty(void **state)
{
	(void)state;
	const char *const option = "--browse";
	struct harness *h = office_start_with(24, 80, option, NULL);
	harness_send(h, "F10 jz Enter");
	harness_wait_row(h, 0, "矩阵");
	harness_wait_row(h, 0, "只读");
	harness_wait(h, " 研发平台     .");
	harness_wait_row(h, 23, " F1帮助");
	assert_null(strstr(harness_row(h, 23), "F5"));
	assert_null(strstr(harness_row(h, 23), "F9"));
	harness_stop(h);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_a_cell_a_figure),
		cmocka_unit_test(test_the_focused_cell_is_explained),
		cmocka_unit_test(test_views_go_round),
		cmocka_unit_test(test_the_first_columns_stay),
		cmocka_unit_test(test_worst_first_and_back),
		cmocka_unit_test(test_turned_the_same_cell_stays),
		cmocka_unit_test(test_turned_with_order_and_filters),
		cmocka_unit_test(test_down_to_the_source_and_back),
		cmocka_unit_test(test_filters),
		cmocka_unit_test(test_wide_small_and_plain),
		cmocka_unit_test_setup_teardown(test_read_only_and_empty, office_open, office_close),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
