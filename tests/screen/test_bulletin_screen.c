// SPDX-License-Identifier: MIT
// Bulletins on the screen: that of the period read, written to a file, issued after a second question, shown again; a clerk is told
// whose it is.
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

// A file is written where the program was started.
static struct harness *open_list(int rows, int cols, const char *option)
{
	char *program = realpath(program_path(), NULL);
	const char *const argv[] = {"/bin/sh", "-c", "cd \"$0\" && exec \"$1\" $3 --period 2024Q2 \"$2\"", office.folder, program,
		office.file, option, NULL};
	struct harness *h = harness_start_with(argv, rows, cols, office.folder, NULL);
	if (option[0] != '\0')
		office_bench(h);
	harness_wait(h, "十 强化规划实施保障");
	free(program);
	harness_send(h, "F10 bulletin Enter");
	harness_wait_row(h, 0, "通报");
	return h;
}

static void leave(struct harness *h)
{
	harness_send(h, "Esc");
	harness_wait_row(h, 0, "工作台");
	harness_send(h, "q");
	assert_int_equal(harness_wait_exit(h), 0);
	harness_stop(h);
}

static void test_read_issue_and_show(void **state)
{
	(void)state;
	struct harness *h = open_list(24, 80, "");
	harness_wait_row(h, 1, "还没有已编号的通报");
	harness_wait_row(h, 2, ">未编号");
	harness_send(h, "Enter");
	harness_wait(h, "2024年上半年执行情况的通报");
	harness_wait(h, "一、总体情况");
	harness_send(h, "Esc F9 1");
	harness_wait_row(h, 22, "通报已写成当前文件夹中的tongbao-2024H1.txt");
	harness_send(h, "F9 2");
	harness_wait(h, "暂不编号");
	harness_send(h, "Enter");
	harness_wait_row(h, 1, "还没有已编号的通报");
	harness_send(h, "F9 2 1");
	harness_wait_row(h, 22, "第1号");
	harness_wait_row(h, 3, "第1号");
	harness_send(h, "Down Enter");
	harness_wait(h, "第1号");
	harness_send(h, "End");
	harness_wait(h, "无涉及本通报的数据订正");
	harness_send(h, "Esc @");
	harness_wait(h, "    8 20");                   // the day it was issued, to look back to
	harness_wait(h, "日,通报〔20");
	harness_wait(h, "第1号印发当日");
	harness_send(h, "Esc F9");
	harness_wait(h, "1 写成文件");
	harness_send(h, "Esc");
	harness_resize(h, 50, 160);
	harness_wait_row(h, 48, "F9写成文件");
	harness_resize(h, 8, 40);
	harness_wait_row(h, 3, ">〔");
	leave(h);
}

static void test_not_for_a_clerk(void **state)
{
	(void)state;
	office_name("李四", "clerk");
	struct harness *h = open_list(24, 80, "");
	harness_send(h, "F9 2 1");
	harness_wait_row(h, 22, "通报由审核员或管理员编号印发");
	harness_wait_row(h, 1, "还没有已编号的通报");
	leave(h);
}

static void test_a_period_before_the_plan_and_reading_only(void **state)
{
	(void)state;
	struct harness *h = open_list(24, 80, "--browse");
	harness_send(h, "F9");
	harness_wait_row(h, 0, "通报");
	harness_send(h, "F2 2020 Enter");
	harness_wait_row(h, 0, "2020年");
	harness_send(h, "Enter");
	harness_wait_row(h, 22, "规划自2021年起执行");
	harness_signal(h, 15);
	harness_wait_exit(h);
	harness_stop(h);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_read_issue_and_show, office_open, office_close),
		cmocka_unit_test_setup_teardown(test_not_for_a_clerk, office_open, office_close),
		cmocka_unit_test_setup_teardown(test_a_period_before_the_plan_and_reading_only, office_open, office_close),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
