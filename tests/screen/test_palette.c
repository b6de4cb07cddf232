// SPDX-License-Identifier: MIT
// The command list (S11): narrowed by Han, pinyin initials, English and numbers; what it does where it was opened.
#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <cmocka.h>

#include "tests/screen/harness.h"
#include "tests/screen/office.h"

static void open_list(struct harness *h, const char *key)
{
	harness_send(h, key);
	harness_wait_row(h, 0, "命令表");
	harness_wait_row(h, 1, " 命令 [ ");
}

static void test_narrowing(void **state)
{
	(void)state;
	struct harness *h = office_start(24, 80);
	open_list(h, "F10");
	harness_wait_row(h, 2, ">   1 填报");
	harness_wait(h, "  001 帮助                   bz       help                         F1 ?");
	harness_wait_cursor(h, 1, 7);
	harness_type(h, "逾期");                              // the IME is on
	harness_wait_row(h, 1, " 1/");
	harness_wait_row(h, 2, ">   6 节点逾期的任务");
	harness_send(h, "^U");
	harness_type(h, "ｚｈ");
	harness_wait_row(h, 2, "重画屏幕               zhpm");
	harness_send(h, "^U");
	harness_type(h, "ch");                               // 重 by its other reading
	harness_wait(h, "重画屏幕               zhpm");
	harness_send(h, "^U");
	harness_type(h, "overdue");
	harness_wait_row(h, 2, ">   6 节点逾期的任务");
	harness_send(h, "^U");
	harness_type(h, "find_next");
	harness_wait_row(h, 2, "> 029 下一处");
	harness_send(h, "^U");
	harness_type(h, "choose");                           // its whole name; the one before only begins so
	harness_wait_row(h, 2, "  002 选报告期");
	harness_wait(h, "> 006 选择");
	harness_send(h, "^U");
	harness_type(h, "重");                               // the first of them does nothing here
	harness_wait_row(h, 2, "  025 重做");
	harness_wait(h, "> 027 重画屏幕");
	harness_send(h, "^U");
	harness_type(h, "没有的");
	harness_wait(h, "没有这样的屏或命令。");
	harness_send(h, "Enter Esc");
	harness_wait_row(h, 0, "工作台");
	harness_wait_row(h, 2, ">一 ");
	harness_stop(h);
}

static void test_doing(void **state)
{
	(void)state;
	struct harness *h = office_start(24, 80);
	open_list(h, ":");
	harness_type(h, "０");                               // no number is complete yet
	harness_wait_row(h, 2, "> 090 矩阵");                // a screen behind the ninth
	harness_wait_row(h, 5, "  093 总览:哪些落后");
	harness_wait_row(h, 6, "  001 帮助");
	harness_type(h, "０８");
	harness_wait_row(h, 2, "> 008 转置");                // complete: what it names is seen, and Enter does it
	harness_send(h, "Enter");
	harness_wait_row(h, 2, ">   魏都区 0/7");            // turned, as by F6
	open_list(h, "F10");
	harness_type(h, "xygbgq");
	harness_send(h, "Enter");
	harness_wait_row(h, 0, "2024年三季度");
	open_list(h, "F10");
	harness_send(h, "2");
	harness_wait_row(h, 0, "指标       全市 全部指标");
	open_list(h, "F10");
	harness_type(h, "筛选");
	harness_send(h, "Enter");
	harness_wait_row(h, 22, "筛选 [");
	harness_type(h, "研发平台");
	harness_wait_row(h, 22, " 1/13");
	harness_send(h, "Enter Enter");
	harness_wait_row(h, 0, "各单位     研发平台");
	open_list(h, "F10");
	harness_type(h, "工作台");                            // its number moves when a screen is added
	harness_send(h, "Enter");
	harness_wait_row(h, 0, "工作台");
	open_list(h, "F10");
	harness_send(h, "F10");
	harness_wait_row(h, 0, "工作台");
	harness_stop(h);
}

static void test_what_does_nothing_here_says_why(void **state)
{
	(void)state;
	struct harness *h = office_start(50, 160);
	open_list(h, "F10");
	harness_wait(h, "同上期                 tsq      same as the period before    F5 =           只在填报格中可用");
	harness_type(h, "024");
	harness_wait_row(h, 48, "只在填报格中可用");
	harness_send(h, "Enter");
	harness_wait_row(h, 48, "撤销：只在填报格中可用");
	harness_wait_row(h, 0, "命令表");
	harness_send(h, "Esc");
	harness_wait_row(h, 0, "工作台");
	harness_send(h, "5");
	harness_wait_row(h, 0, "规划 ");
	open_list(h, "F10");
	harness_wait(h, "审核                   sh       check                        F7             本屏不适用");
	harness_stop(h);
	h = office_start_with(50, 160, "--browse", NULL);
	harness_wait(h, "十 ");
	open_list(h, "F10");
	harness_wait(h, "此格的变更");
	harness_wait_gone(h, "撤销");
	harness_stop(h);
}

// What is typed in a cell is saved first, and the action falls on that cell.
static void test_from_a_cell(void **state)
{
	(void)state;
	struct harness *h = office_form(24, 80);
	office_go(h, "研发平台");
	harness_send(h, "33 F10");
	harness_wait_row(h, 0, "命令表");
	assert_true(office_cell_is("platforms", "yz", "202406", "33"));
	harness_type(h, "024");
	harness_wait_row(h, 2, "> 024 撤销");
	harness_wait_row(h, 0, "命令表");
	harness_send(h, "Enter");
	harness_wait_row(h, 0, "填报       禹州市");
	harness_wait_gone(h, "[       33]");
	harness_send(h, "Esc");
	harness_wait_row(h, 0, "工作台");
	harness_stop(h);
}

// Keys of duibiao.ini in the legend, in help and in the list.
static void test_other_keys(void **state)
{
	(void)state;
	static const char *const folders[] = {"config", "config/duibiao"};
	char path[600];
	for (size_t i = 0; i < sizeof folders / sizeof folders[0]; i++) {
		snprintf(path, sizeof path, "%s/%s", office.folder, folders[i]);
		assert_true(mkdir(path, 0700) == 0 || errno == EEXIST);
	}
	snprintf(path, sizeof path, "%s/config/duibiao/duibiao.ini", office.folder);
	FILE *file = fopen(path, "w");
	assert_non_null(file);
	fputs("[keys]\nturn = x\nmenu = F6\n", file);
	fclose(file);
	struct harness *h = office_start(24, 80);
	harness_wait_row(h, 23, "F6菜单");
	harness_wait_row(h, 23, "x转置");
	harness_send(h, "x");
	harness_wait_row(h, 2, ">   魏都区 0/7");
	open_list(h, "F6");
	harness_type(h, "转置");
	harness_wait_row(h, 2, "008 转置");
	harness_wait_row(h, 2, " x");
	harness_send(h, "Esc");
	harness_wait_row(h, 0, "工作台");
	harness_send(h, "F1");
	harness_wait(h, " x              转置");
	harness_stop(h);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_narrowing, office_open, office_close),
		cmocka_unit_test_setup_teardown(test_doing, office_open, office_close),
		cmocka_unit_test_setup_teardown(test_what_does_nothing_here_says_why, office_open, office_close),
		cmocka_unit_test_setup_teardown(test_from_a_cell, office_open, office_close),
		cmocka_unit_test_setup_teardown(test_other_keys, office_open, office_close),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
