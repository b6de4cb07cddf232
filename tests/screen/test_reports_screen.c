// SPDX-License-Identifier: MIT
// S6: who has reported over the periods of the year, filters, what an owner lacks and when it took which step, the reminding text
// on the screen and as a file, a step of the report taken from here, the way to the form.
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

static void fill_yuzhou(void)
{
	static const char *const elements[] = {"leading_firms", "hitech_firms", "sme_firms", "platforms", "incubators"};
	for (size_t i = 0; i < sizeof elements / sizeof elements[0]; i++)
		office_set(elements[i], "yz", "202406", i == 0 ? "3" : "30");
}

static struct harness *open_list(int rows, int cols, const char *option)
{
	struct harness *h = office_start_with(rows, cols, option, NULL);
	harness_wait(h, "十 强化规划实施保障");
	harness_send(h, "F10 9");
	harness_wait_row(h, 0, "催报       全部");
	return h;
}

static void leave_to(struct harness *h, const char *home)
{
	harness_send(h, "Esc");
	harness_wait_row(h, 0, home);
	harness_send(h, "q");
	assert_int_equal(harness_wait_exit(h), 0);
	harness_stop(h);
}

static void leave(struct harness *h)
{
	leave_to(h, "工作台");
}

static void test_owners_and_periods(void **state)
{
	(void)state;
	fill_yuzhou();
	struct harness *h = open_list(24, 80, NULL);
	harness_wait_row(h, 1, " 填报单位1/13  3月        6月        9月        12月            期限 迟报 漏报");
	harness_wait_row(h, 2, ">许昌市        -          未报 漏    -          未报 漏    逾期");
	harness_wait_row(h, 3, " 魏都区        未报 漏    未报 漏    未报 漏    未报 漏    逾期");
	harness_wait(h, " 禹州市        ");
	harness_send(h, "Down*3");
	harness_wait(h, ">禹州市");
	harness_wait(h, "5/7 漏");
	harness_wait(h, "── 禹州市 2024年上半年 -- 填报中5/7 任务0/2,7月15日截止,逾期");
	harness_wait(h, "空4项:技术合同成交额、高价值发明专利、");
	harness_send(h, "Left");
	harness_wait_row(h, 0, "2024年一季度");
	harness_send(h, "] Enter");
	harness_wait_row(h, 0, "填报       禹州市     报告期 2024年上半年");
	harness_send(h, "Esc");
	harness_wait(h, ">禹州市");
	harness_resize(h, 50, 160);
	harness_wait_row(h, 48, "F9催报、延期、封存");
	harness_wait(h, ">禹州市");
	harness_resize(h, 10, 40);
	harness_wait_row(h, 9, "F1");
	leave(h);
}

// On the last day nothing is overdue yet. The demonstration's 禹州市 was late in that quarter; one looks back to the day.
static void test_the_last_day(void **state)
{
	(void)state;
	static const struct { const char *day, *left; } days[] = {{"2024-04-10", "剩0天"}, {"2024-04-11", "逾期1天"}};
	const char *const argv[] = {program_path(), "--demo", NULL};
	struct harness *h = harness_start(argv, 24, 80);
	harness_wait_row(h, 0, "工作台");
	for (size_t i = 0; i < sizeof days / sizeof days[0]; i++) {
		harness_send(h, "@");
		harness_wait(h, "7 另选一天");
		harness_send(h, "7");
		harness_wait(h, ">日期");
		harness_type(h, days[i].day);
		harness_send(h, "Enter");
		harness_wait_row(h, 0, days[i].day);
		harness_send(h, "F10 9");
		harness_wait_row(h, 0, "催报");
		harness_wait(h, "禹州市");
		harness_wait_row(h, 5, days[i].left);
		harness_send(h, "Esc");
		harness_wait_row(h, 0, "工作台");
	}
	harness_stop(h);
}

static void test_filters(void **state)
{
	(void)state;
	struct harness *h = open_list(24, 80, NULL);
	harness_send(h, "F4 3");
	harness_wait_row(h, 0, "催报       待审核");
	harness_wait(h, "现只列“待审核”：没有；其余13家未列，F4再按1全部列出");
	harness_send(h, "F9");
	harness_wait(h, "1 催报全部未上报的单位");
	harness_send(h, "Esc F4 4");
	harness_wait_row(h, 0, "本年有迟报");
	harness_wait_row(h, 3, " 魏都区");
	harness_send(h, "F1");
	harness_wait_row(h, 0, "帮助");
	harness_send(h, "PgDn");
	harness_wait(h, "过了截止日从未上报");
	harness_send(h, "Esc");
	leave(h);
}

// A file is written where the program was started.
static struct harness *start_in_folder(void)
{
	char *program = realpath(program_path(), NULL);
	const char *const argv[] = {"/bin/sh", "-c", "cd \"$0\" && exec \"$1\" --period 2024Q2 \"$2\"", office.folder, program, office.file,
		NULL};
	struct harness *h = harness_start_with(argv, 24, 80, office.folder, NULL);
	harness_wait(h, "十 强化规划实施保障");
	free(program);
	return h;
}

static void test_reminders(void **state)
{
	(void)state;
	fill_yuzhou();
	struct harness *h = start_in_folder();
	harness_send(h, "F10 9");
	harness_wait_row(h, 0, "催报       全部");
	harness_send(h, "Down*3 F9");
	harness_wait(h, "2 催报本单位");
	harness_send(h, "2");
	harness_wait(h, "禹州市：2024年上半年报表尚缺4项（技术合同成交额、高价值发明专利、");
	harness_send(h, "Esc F9 3");
	harness_wait(h, "魏都区：2024年上半年报表尚缺");
	harness_send(h, "End");
	harness_wait(h, "市统计局：2024年上半年报表尚缺");
	harness_send(h, "Esc F9 4");
	harness_wait_row(h, 22, "催报已写成当前文件夹中的cuibao-2024H1.txt");
	harness_send(h, "F9 4");
	harness_wait_row(h, 22, "cuibao-2024H1-2.txt");          // never over another
	leave(h);
	char path[600];
	size_t len;
	snprintf(path, sizeof path, "%s/cuibao-2024H1.txt", office.folder);
	char *text = program_bytes(path, &len);
	assert_non_null(text);
	assert_non_null(strstr(text, "\n禹州市：2024年上半年报表尚缺4项"));
	free(text);
}

static void test_a_step_from_here(void **state)
{
	(void)state;
	struct harness *h = open_list(24, 80, NULL);
	harness_send(h, "Down*3 F9 1");
	harness_wait(h, "办理 禹州市 2024年上半年报表");
	harness_send(h, "Esc");
	harness_wait_gone(h, "办理 禹州市");
	leave(h);
}

static void test_reading_only(void **state)
{
	(void)state;
	struct harness *h = open_list(24, 80, "--browse");
	harness_send(h, "F9");
	harness_wait_row(h, 22, "只读打开");
	leave_to(h, "总览");
}

// On the workbench each thing to be done stands behind its digit.
static void test_what_is_to_be_done(void **state)
{
	(void)state;
	fill_yuzhou();
	struct harness *h = office_start(24, 80);
	harness_wait_row(h, 12, "── 待办 -- 2024年上半年报表 已填5/90 -- 7月15日截止,逾期");
	harness_wait_row(h, 13, " 2 未上报12家:  许昌市  魏都 0/7");
	harness_wait(h, "禹州 5/7");
	harness_wait(h, " 3 查看审核问题");
	harness_send(h, "3");
	harness_wait_row(h, 0, "审核 ");
	harness_send(h, "Esc");
	harness_wait_row(h, 0, "工作台");
	harness_send(h, "2");
	harness_wait_row(h, 0, "催报       未上报");
	harness_send(h, "Esc");
	harness_wait_row(h, 0, "工作台");
	harness_send(h, "1");
	harness_wait_row(h, 0, "审核 ");
	harness_send(h, "Esc");
	harness_wait_row(h, 0, "工作台");
	harness_send(h, "4");
	harness_wait_row(h, 0, "节点逾期");
	leave(h);
}

static void test_a_clerk_sees_the_own_report_first(void **state)
{
	(void)state;
	assert_int_equal(program_run("operator", "--name", "李四", "--unit", "yz", "--role", "clerk", "--file", office.file).status, 0);
	fill_yuzhou();
	struct harness *h = office_start(24, 80);
	harness_wait_row(h, 0, "禹州 李四");
	harness_wait_row(h, 13, " 1 本单位报表 禹州市:填报中5/7 任务0/2 逾期");
	harness_wait(h, " 2 未上报12家:");
	harness_send(h, "1");
	harness_wait_row(h, 0, "填报       禹州市");
	harness_wait_row(h, 0, "填报中5/7");
	leave(h);
}

// An extension moves the day that is left, when all that wait have it.
static void test_extended_for_all(void **state)
{
	static const char *const depts[] = {"kjj", "tjj", "scjgj", "zzb"};
	static const char *const units[] = {"city", "wd", "ja", "yz", "cg", "yl", "xc", "sfq", "jkq", "dcq", "sbj"};
	(void)state;
	for (size_t i = 0; i < sizeof units / sizeof units[0]; i++)
		program_run("extend", "--unit", units[i], "--period", "2024Q2", "--day", "2099-07-15", "--why", "机构改革", "--file", office.file);
	for (size_t i = 0; i < sizeof depts / sizeof depts[0]; i++)
		program_run("extend", "--dept", depts[i], "--period", "2024Q2", "--day", "2099-07-15", "--why", "机构改革", "--file", office.file);
	struct harness *h = office_start(24, 80);
	harness_wait_row(h, 12, "7月15日截止,还剩");
	leave(h);
}

// A department's first key leads to its figures.
static void test_a_department_clerk_opens_its_figures(void **state)
{
	(void)state;
	assert_int_equal(program_run("operator", "--name", "赵六", "--dept", "tjj", "--role", "clerk", "--file", office.file).status, 0);
	struct harness *h = office_start(24, 80);
	harness_wait_row(h, 13, " 1 本单位报表 市统计局:填报中");
	harness_send(h, "1");
	harness_wait_row(h, 0, "填报 ");
	harness_wait(h, "魏都区");
	harness_wait_row(h, 0, "高新技术产业增加值");
	harness_send(h, "5 0 Enter 1 0 Enter 2 0 Enter 3 0 Enter 4 0 Enter 1 5 Enter 1 6 Enter 1 7 Enter 1 8 Enter 1 9 Enter");
	harness_wait_row(h, 0, "规上工业增加值");                // all units given: on with the next of the department's
	harness_wait_row(h, 22, "接着填下一项指标");
	harness_send(h, "8 0 Enter");
	harness_wait_row(h, 0, "1/");
	harness_send(h, "Esc");
	harness_wait_row(h, 0, "工作台");
	assert_true(office_cell_is("hitech_va", "wd", "202406", "50"));
	assert_true(office_cell_is("industry_va", "wd", "202406", "80"));
	leave(h);
}

// S15: who has not submitted, and what is asked; S6 locks what is accepted.
static void test_the_period_as_a_whole(void **state)
{
	(void)state;
	fill_yuzhou();
	office_set("contracts", "yz", "202406", "1.12");
	office_set("patents", "yz", "202406", "30");
	assert_int_equal(program_run("submit", "--unit", "yz", "--period", "2024Q2", "--file", office.file).status, 0);
	struct harness *h = office_start(24, 80);
	harness_send(h, "F2");
	harness_wait_row(h, 1, "填报起止       上报    通过  状态");
	harness_wait(h, "2024年上半年 现在所看");
	harness_wait(h, "07-01至07-15   1/12    0/12  填报中 逾期");
	harness_wait(h, " 要填  季报9项  任务阶段77项");
	harness_wait(h, " 未上报  许昌市任务0/75  魏都区0/7");
	harness_wait(h, " 待审核  禹州市");
	harness_send(h, "Down");
	harness_wait(h, "── 2024年一季度");
	harness_wait_gone(h, "待审核");
	harness_send(h, "Esc");
	harness_wait_row(h, 0, "工作台");
	assert_int_equal(program_run("accept", "--unit", "yz", "--period", "2024Q2", "--file", office.file).status, 0);
	harness_send(h, "2 F9");
	harness_wait(h, "5 封存本期全部已通过的报表");
	harness_send(h, "5");
	harness_wait_row(h, 22, "已封存");
	harness_send(h, "Esc");
	harness_wait_row(h, 0, "工作台");
	leave(h);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_owners_and_periods, office_open, office_close),
		cmocka_unit_test(test_the_last_day),
		cmocka_unit_test_setup_teardown(test_filters, office_open, office_close),
		cmocka_unit_test_setup_teardown(test_reminders, office_open, office_close),
		cmocka_unit_test_setup_teardown(test_a_step_from_here, office_open, office_close),
		cmocka_unit_test_setup_teardown(test_reading_only, office_open, office_close),
		cmocka_unit_test_setup_teardown(test_what_is_to_be_done, office_open, office_close),
		cmocka_unit_test_setup_teardown(test_a_clerk_sees_the_own_report_first, office_open, office_close),
		cmocka_unit_test_setup_teardown(test_extended_for_all, office_open, office_close),
		cmocka_unit_test_setup_teardown(test_a_department_clerk_opens_its_figures, office_open, office_close),
		cmocka_unit_test_setup_teardown(test_the_period_as_a_whole, office_open, office_close),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
