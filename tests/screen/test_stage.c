// SPDX-License-Identifier: MIT
// S14 on the real program: a task said and judged, what is incomplete kept through leaving and kill -9, two desks at one task,
// the texts of the period before, a row that counties keep.
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

#define PROJECT "高能级创新平台锻造工程"
#define PROGRESS "新认定省级平台21个，2个国家级平台完成申报材料。"
#define NEXT "9月底前完成上报。"

// From the workbench to the task in chapter five.
static void open_task(struct harness *h, char letter)
{
	char row[64];
	snprintf(row, sizeof row, "%c " PROJECT, letter);
	office_go(h, "五 构建科技创新能力支撑体系");
	harness_send(h, "Enter");
	harness_wait_row(h, 0, "指标");
	office_go(h, row);
	harness_send(h, "Enter");
	harness_wait_row(h, 0, "任务填报");
	harness_wait_cursor(h, 2, 7);
}

static struct harness *at_task(int rows, int cols)
{
	struct harness *h = office_start(rows, cols);
	open_task(h, '.');
	return h;
}

// 推进中 with both texts; the cursor is then on the first node.
static void say(struct harness *h, const char *progress, const char *next)
{
	harness_send(h, "Right Enter Enter");
	harness_wait_cursor(h, 4, 2);
	harness_type(h, progress);
	harness_send(h, "Enter Enter");
	harness_type(h, next);
	harness_send(h, "Enter");
	harness_wait_row(h, 20, "已存");
}

static void stop(struct harness *h, int signal)
{
	harness_signal(h, signal);
	harness_wait_exit(h);
	harness_stop(h);
}

static void expect_json(const char *text)
{
	struct program_result result = program_run("report", "--unaccepted", "--period", "2024Q2", "--format", "json", "--file", office.file);
	assert_int_equal(result.status, 0);
	if (strstr(result.out, text) == NULL)
		fail_msg("the report does not say %s", text);
}

static void test_a_task_is_said_and_judged(void **state)
{
	(void)state;
	struct harness *h = at_task(24, 80);
	harness_wait_row(h, 1, "一流创新平台建设(第五章) = 高能级创新平台锻造工程(第五章)");
	harness_wait_row(h, 1, "填一次");
	harness_wait_row(h, 2, "[未启动]");
	say(h, PROGRESS, NEXT);
	harness_wait_row(h, 4, "[" PROGRESS);
	harness_type(h, "国家级平台申报材料上报");
	harness_send(h, "Enter");
	harness_type(h, "2024年3月");
	harness_send(h, "Enter");
	harness_wait_row(h, 13, "[2024-03 ]");
	harness_wait_row(h, 18, "逾期91天");
	harness_send(h, "F9 F3");
	harness_wait_row(h, 0, "指标");
	harness_wait(h, ">! 高能级创新平台锻造工程");
	expect_json("\"stage\":\"under_way\"");
	harness_send(h, "Enter");
	harness_wait_row(h, 0, "任务填报");
	harness_wait_row(h, 10, "[" NEXT);
	harness_stop(h);
	assert_int_equal(program_run("verify", "--file", office.file).status, 0);
	struct program_result log = program_run("log", "--limit", "3", "--file", office.file);
	assert_int_equal(log.status, 0);
	assert_non_null(strstr(log.out, "node 1: 国家级平台申报材料上报 planned 2024-03"));
	assert_non_null(strstr(log.out, "first half of 2024: under way " PROGRESS));
	assert_null(strstr(log.out, "still empty"));
}

static void test_same_rows_are_one(void **state)
{
	(void)state;
	struct harness *h = at_task(24, 80);
	say(h, PROGRESS, NEXT);
	harness_send(h, "F3");
	harness_wait_row(h, 0, "指标");
	harness_send(h, "F3");
	harness_wait_row(h, 0, "工作台");
	office_go(h, "一 开启创新强市建设新征程");
	harness_send(h, "Enter");
	harness_wait(h, "一流创新平台建设");
	harness_wait(h, "推进中");
	harness_stop(h);
}

static void test_a_node_must_hold(void **state)
{
	(void)state;
	struct harness *h = at_task(24, 80);
	harness_send(h, "Tab Tab");
	harness_wait_cursor(h, 13, 4);
	harness_type(h, "申报");
	harness_send(h, "Enter");
	harness_type(h, "昨天");
	harness_send(h, "Enter");
	harness_wait_row(h, 22, "不是年月");
	harness_wait_row(h, 13, "[昨天");
	harness_send(h, "^U");
	harness_type(h, "２０２４－０３");
	harness_send(h, "Enter");
	harness_wait_row(h, 13, "[2024-03 ]");
	harness_type(h, "2019-05");
	harness_send(h, "Enter");
	harness_wait_row(h, 22, "早于规划基期");
	harness_send(h, "^U");
	harness_type(h, "2099-01");
	harness_send(h, "Enter");
	harness_wait_row(h, 22, "尚未到");
	harness_send(h, "^U");
	harness_type(h, "202403");
	harness_send(h, "Down");
	harness_wait_row(h, 13, "[2024-03 ] [2024-03 ]");
	harness_wait_cursor(h, 14, 41);
	harness_send(h, "Up Left Left Left ^U Enter");
	harness_stop(h);
}

static void test_what_is_incomplete_asks_before_it_goes(void **state)
{
	(void)state;
	struct harness *h = at_task(24, 80);
	harness_send(h, "Right Enter Enter");
	harness_type(h, PROGRESS);
	harness_send(h, "F3");
	harness_wait(h, "下一步须填");
	harness_wait(h, "1 继续填写");
	harness_send(h, "Enter");
	harness_wait_gone(h, "1 继续填写");
	harness_wait_row(h, 4, "[" PROGRESS);
	harness_send(h, "F3");
	harness_wait(h, "2 丢弃未存的内容");
	harness_send(h, "2");
	harness_wait_row(h, 0, "指标");
	harness_send(h, "Enter");
	harness_wait_row(h, 0, "任务填报");
	harness_wait_row(h, 2, "[未启动]");
	assert_false(harness_find(h, "新认定", &(int){0}, &(int){0}));
	harness_stop(h);
}

static void test_typed_text_survives(int signal)
{
	struct harness *h = at_task(24, 80);
	harness_send(h, "Right Enter Enter");
	harness_type(h, PROGRESS);
	harness_send(h, "Enter");
	harness_type(h, "申报条件调整");
	harness_wait_row(h, 7, "申报条件调整");
	stop(h, signal);
	h = office_start(24, 80);
	harness_wait(h, "0 接着录入上次未存的:全市 2024年上半年");
	harness_send(h, "0");
	harness_wait_row(h, 0, "任务填报");
	harness_wait_row(h, 2, "[推进中]");
	harness_wait_row(h, 4, "[" PROGRESS);
	harness_wait_row(h, 7, "[申报条件调整");
	harness_wait_row(h, 20, "有未存内容");
	harness_send(h, "Enter Enter");
	harness_type(h, NEXT);
	harness_send(h, "F9");
	harness_wait_row(h, 20, "已存");
	harness_send(h, "F3");
	harness_wait_row(h, 0, "工作台");
	harness_wait_gone(h, "接着录入");
	harness_stop(h);
}

static void test_after_a_kill(void **state)
{
	(void)state;
	test_typed_text_survives(SIGKILL);
}

static void test_after_a_hangup(void **state)
{
	(void)state;
	test_typed_text_survives(SIGHUP);
}

static void test_two_desks(void **state)
{
	(void)state;
	struct harness *first = at_task(24, 80), *second = at_task(24, 80);
	harness_send(first, "Right Enter Enter");
	harness_type(first, "甲写的");
	harness_wait_row(first, 4, "甲写的");
	say(second, "乙写的", NEXT);
	harness_send(first, "Enter Enter");
	harness_type(first, "甲的下一步");
	harness_send(first, "Enter");
	harness_wait_row(first, 22, "改为“推进中 乙写的”。F9写入本次的；F3问是否放弃。");   // who, when, what; whose stands is asked
	harness_wait_row(first, 4, "[甲写的");
	harness_send(first, "F9");
	harness_wait_row(first, 20, "已存");
	harness_wait_row(first, 10, "[甲的下一步");
	harness_wait_row(second, 4, "[甲写的");
	harness_stop(second);
	harness_stop(first);
	assert_int_equal(program_run("verify", "--file", office.file).status, 0);
}

static void test_the_period_before(void **state)
{
	(void)state;
	struct harness *h = office_start(24, 80);
	harness_send(h, "[");                               // 202403: no half-year ends then, the task's is 202312
	harness_wait_row(h, 0, "2024年一季度");
	open_task(h, '.');
	harness_wait_row(h, 1, "2023年");
	say(h, PROGRESS, NEXT);
	harness_send(h, "Tab ]");
	harness_wait_row(h, 0, "2024年上半年");
	harness_wait_row(h, 2, "上期 推进中");
	harness_wait_row(h, 2, "[未启动]");
	harness_send(h, "F8");
	harness_wait(h, "下一步: " NEXT);
	harness_send(h, "Esc");
	harness_wait_row(h, 2, "[未启动]");
	harness_send(h, "F5");
	harness_wait_row(h, 2, "[推进中]");
	harness_wait_row(h, 4, "\"[" PROGRESS);
	harness_wait_row(h, 10, "\"[" NEXT);
	harness_send(h, "F9");
	harness_wait_row(h, 22, "按回车确认");
	harness_send(h, "Enter Enter Enter");
	harness_wait_row(h, 20, "已存");
	harness_stop(h);
}

static void test_undo(void **state)
{
	(void)state;
	struct harness *h = at_task(24, 80);
	say(h, PROGRESS, NEXT);
	harness_send(h, "^Z");
	harness_wait_row(h, 22, "已恢复原样");
	harness_wait_row(h, 2, "[未启动]");
	harness_send(h, "^R");
	harness_wait_row(h, 2, "[推进中]");
	harness_wait_row(h, 4, "[" PROGRESS);
	harness_stop(h);
}

static void test_wrapping_cursor_and_size(void **state)
{
	char text[256] = "";
	(void)state;
	struct harness *h = at_task(24, 80);
	for (int i = 0; i < 60; i++)
		snprintf(text + 3 * i, sizeof text - (size_t)(3 * i), "字");
	harness_send(h, "Right Enter Enter");
	harness_type(h, text);
	harness_wait_cursor(h, 5, 2 + 2 * (60 - 38));       // 38 Han a line of 76 cells
	harness_send(h, "Up");
	harness_wait_cursor(h, 4, 2 + 2 * (60 - 38));
	harness_send(h, "End");
	harness_wait_cursor(h, 4, 2 + 2 * 37);
	harness_resize(h, 30, 100);                         // 96 cells: 48 Han
	harness_wait_row(h, 3, "还可写1273字");
	harness_wait_cursor(h, 4, 2 + 2 * 37);
	harness_resize(h, 24, 80);
	harness_wait_row(h, 6, "存在问题");
	harness_wait_cursor(h, 4, 2 + 2 * 37);
	harness_stop(h);
}

#define PASTED 100000
static void test_a_paste_too_long_changes_nothing(void **state)
{
	static char text[6 + 3 * PASTED + 6 + 1] = "\033[200~";
	(void)state;
	struct harness *h = at_task(24, 80);
	for (int i = 0; i < PASTED; i++)
		memcpy(text + 6 + 3 * i, "字", 3);
	memcpy(text + 6 + 3 * PASTED, "\033[201~", 6);
	harness_send(h, "Right Enter Enter");
	harness_type(h, PROGRESS);
	harness_wait_row(h, 4, "[" PROGRESS);
	harness_send_bytes(h, text, sizeof text - 1);
	harness_wait_row(h, 22, "粘贴的文字有300000字节");
	harness_wait_row(h, 4, "[" PROGRESS);
	assert_false(harness_find(h, "字字", &(int){0}, &(int){0}));
	harness_send_bytes(h, "\033[200~会\n议\033[201~", 6 + 7 + 6);
	harness_wait_row(h, 4, "[" PROGRESS "会 议");
	harness_send(h, "F3");
	harness_wait(h, "2 丢弃未存的内容");
	harness_send(h, "2");
	harness_wait_row(h, 0, "指标");
	harness_stop(h);
}

static void test_a_field_that_is_full_says_so(void **state)
{
	static char text[3 * 1400 + 1];
	(void)state;
	struct harness *h = at_task(24, 80);
	for (int i = 0; i < 1400; i++)
		memcpy(text + 3 * i, "字", 3);
	harness_send(h, "Right Enter Enter");
	harness_type(h, text);
	harness_wait_row(h, 22, "已满");
	harness_wait_row(h, 3, "还可写0字");
	harness_send(h, "Down Down");
	harness_type(h, NEXT);
	harness_send(h, "F9");
	harness_wait_row(h, 20, "已存");
	harness_stop(h);
	struct program_result result = program_run("verify", "--file", office.file);
	assert_int_equal(result.status, 0);
}

static void add_node(struct harness *h, const char *name, const char *planned)
{
	harness_type(h, name);
	harness_send(h, "Enter");
	harness_type(h, planned);
	harness_send(h, "Down");
}

// To-do lists count to today, not to the end of the half-year shown; what is done is not overdue.
static void test_overdue_nodes_on_the_workbench(void **state)
{
	(void)state;
	struct harness *h = at_task(24, 80);
	say(h, PROGRESS, NEXT);
	add_node(h, "申报", "2024-03");
	harness_send(h, "Left");
	add_node(h, "评审", "2024-09");
	harness_wait_row(h, 14, "2024-09");
	harness_send(h, "F3");
	harness_wait_row(h, 0, "指标");
	harness_send(h, "F3");
	harness_wait_row(h, 0, "工作台");
	harness_wait(h, "4 节点逾期2项,最长");
	harness_send(h, "4");
	harness_wait_row(h, 0, "节点逾期");
	harness_wait_row(h, 2, "推进中 0/2");
	harness_wait_row(h, 3, "──");
	harness_send(h, "Enter");
	harness_wait_row(h, 0, "任务填报");
	harness_send(h, "Right F9");
	harness_wait_row(h, 2, "[已完成]");
	harness_wait_row(h, 20, "已存");
	harness_send(h, "F3");
	harness_wait(h, "今天没有逾期的节点");
	harness_send(h, "F3");
	harness_wait_row(h, 0, "工作台");
	harness_wait_gone(h, "节点逾期");
	harness_stop(h);
}

static void test_reading_only(void **state)
{
	(void)state;
	struct harness *h = at_task(24, 80);
	say(h, PROGRESS, NEXT);
	harness_stop(h);
	h = office_start_with(24, 80, "--browse", NULL);
	office_bench(h);
	open_task(h, '.');                                  // readers see nothing that is not accepted; the form does
	harness_wait_row(h, 4, "[" PROGRESS);
	harness_send(h, "Enter");
	harness_type(h, "5");
	harness_send(h, "F9");
	harness_wait_row(h, 22, "只读");
	harness_send(h, "F3");
	harness_wait_row(h, 0, "指标");
	harness_stop(h);
}

static void test_a_row_of_the_counties(void **state)
{
	(void)state;
	struct harness *h = office_start(24, 80);
	office_go(h, "二 优化区域创新布局");
	harness_send(h, "Enter");
	harness_wait_row(h, 0, "指标");
	office_go(h, ". 县域省级高新区建设实现重大突破");
	harness_send(h, "Enter");
	harness_wait_row(h, 0, "各单位");
	office_go(h, ". 禹州市");
	harness_send(h, "Enter");
	harness_wait_row(h, 0, "任务填报   禹州");
	say(h, PROGRESS, NEXT);
	harness_send(h, "F6");
	harness_wait_row(h, 0, "各单位");
	harness_wait(h, ">- 禹州市");
	harness_wait(h, "推进中");
	harness_stop(h);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, office_open, office_close)
int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_a_task_is_said_and_judged), TEST(test_same_rows_are_one), TEST(test_a_node_must_hold),
		TEST(test_what_is_incomplete_asks_before_it_goes), TEST(test_after_a_kill), TEST(test_after_a_hangup),
		TEST(test_two_desks), TEST(test_the_period_before), TEST(test_undo), TEST(test_wrapping_cursor_and_size),
		TEST(test_a_field_that_is_full_says_so), TEST(test_a_paste_too_long_changes_nothing),
		TEST(test_overdue_nodes_on_the_workbench), TEST(test_reading_only), TEST(test_a_row_of_the_counties),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
