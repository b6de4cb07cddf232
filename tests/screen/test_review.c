// SPDX-License-Identifier: MIT
// A report's way on the screens: what its owner and the bureau may do next with it, asked by digit.
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "tests/screen/harness.h"
#include "tests/screen/office.h"
#include "tests/storage/program.h"

// Who sits here is read at each step, so that one account can be one colleague after another.
static void sit(const char *name, const char *unit, const char *role)
{
	assert_int_equal(program_run("operator", "--name", name, "--unit", unit, "--role", role, "--file", office.file).status, 0);
}

static void fill(const char *unit)
{
	static const char *const elements[] = {"leading_firms", "hitech_firms", "sme_firms", "platforms", "incubators", "contracts",
		"patents"};
	for (size_t i = 0; i < sizeof elements / sizeof elements[0]; i++)
		office_set(elements[i], unit, "202406", i == 5 ? "1.12" : i == 0 ? "3" : "30");
}

static void leave_form(struct harness *h)
{
	harness_send(h, "Esc");
	harness_wait_row(h, 0, "工作台");
	harness_send(h, "q");
	assert_int_equal(harness_wait_exit(h), 0);
	harness_stop(h);
}

static void test_steps_are_asked_by_digit(void **state)
{
	(void)state;
	sit("李四", "yz", "clerk");
	fill("yz");
	struct harness *h = office_form(24, 80);
	harness_wait_row(h, 0, "填报中7/7 逾期");
	harness_wait(h, "7项已填齐，按F9上报");
	harness_send(h, "F9");
	harness_wait(h, "办理 禹州市 2024年上半年报表 -- 填报中");
	harness_wait(h, "1 上报");
	harness_wait(h, "- 审核通过：禹州市：不能通过，报表不是待审核状态");
	harness_wait(h, "- 延期：李四的角色不能办理此项");
	harness_send(h, "1");
	harness_wait_row(h, 0, "已上报7/7");
	office_go(h, "研发平台");
	harness_send(h, "3 3 Enter");
	harness_wait(h, "未存：禹州市报表已上报");
	harness_send(h, "Esc F9 1");
	harness_wait_row(h, 0, "填报中7/7");
	leave_form(h);
}


// ------------------------------------------------------------ the whole way, two programs at once

// A year ago and the quarters between, so that there is something to be strange against.
static void past_of_yuzhou(void)
{
	static const char *const periods[] = {"202303", "202306", "202309", "202312", "202403"};
	static const char *const contracts[] = {"0.45", "0.97", "1.50", "2.15", "0.55"};
	for (size_t i = 0; i < sizeof periods / sizeof periods[0]; i++)
		office_set("contracts", "yz", periods[i], contracts[i]);
	office_set("platforms", "yz", "202403", "33");
}

// Not from the middle of a question: the row's mark is back.
static void wait_for_review(struct harness *h)
{
	harness_wait_row(h, 0, "审核 ");
	harness_wait_row(h, 1, "级别");
}

// As the paper goes, down from the first figure; two are kept although they raise a question.
static void key_in(struct harness *clerk)
{
	office_go(clerk, "创新引领型企业");
	harness_send(clerk, "3 Enter 3 0 Enter 3 0 Enter 3 0 Enter");
	harness_wait(clerk, "核实 研发平台");
	harness_wait(clerk, "回车 保留");
	harness_send(clerk, "Enter 3 0 Enter 11.2 Enter");
	harness_wait(clerk, "核实 技术合同成交额");
	harness_wait(clerk, "回车 保留");
	harness_send(clerk, "Enter 3 0 Enter");
	harness_wait_row(clerk, 0, "填报中7/7");
}

// Newest first, each step by the one who took it, although both have one account; and the chain holds.
static void expect_told(void)
{
	static const char *const steps[] = {
		"张三  数据订正通过  2024年上半年 禹州市：并入订正数", "1.12亿元改为1.15亿元  禹科〔2024〕9号",
		"李四  提出数据订正  禹州市技术合同成交额2024年1—6月：提出订正，由1.12亿元改为1.15亿元  禹科〔2024〕9号  漏报1份合同",
		"张三  审核通过  2024年上半年 禹州市：已通过", "李四  上报  2024年上半年 禹州市：已上报",
		"李四  录入  禹州市技术合同成交额2024年1—6月：11.20亿元改为1.12亿元", "张三  退回  2024年上半年 禹州市：已退回  请核对合同额",
		"退回意见  疑为1.12亿元", "李四  上报  2024年上半年 禹州市：已上报", "李四  写说明  禹州市技术合同成交额", "写说明  1家企业6月集中登记",
		"李四  录入  禹州市技术合同成交额2024年1—6月：空改为11.20亿元", "李四  录入  禹州市创新引领型企业截至2024年6月末：空改为3家",
	};
	program_setenv("LANGUAGE", "zh_CN");
	const char *log = program_run("log", "--file", office.file).out, *at = log;
	for (size_t i = 0; i < sizeof steps / sizeof steps[0]; i++) {
		at = strstr(at, steps[i]);
		if (at == NULL)
			fail_msg("\"%s\" is not told, or not in its turn: %s", steps[i], log);
	}
	assert_null(strstr(log, "提出人本人审定"));
	assert_int_equal(program_run("verify", "--file", office.file).status, 0);
	program_reset();
}

static void test_the_whole_way_over_two_desks(void **state)
{
	(void)state;
	past_of_yuzhou();
	sit("李四", "yz", "clerk");
	struct harness *clerk = office_form(24, 80), *bureau = office_start(24, 80);
	key_in(clerk);
	harness_send(clerk, "F9 1");                            // submitted: refused, and led to what stands in the way
	harness_wait(clerk, "不能上报：强制性问题0条，未写说明的核实性问题2条");
	harness_send(clerk, "1");
	wait_for_review(clerk);
	harness_wait(clerk, "核实 禹州   研发平台       存量不减少                30      33 未说明");
	harness_send(clerk, "F8 2");                            // one text for both
	harness_type(clerk, "1家企业6月集中登记");
	harness_send(clerk, "Enter");
	harness_wait(clerk, "核实说明 1家企业6月集中登记  李四");
	harness_send(clerk, "F9 1");
	harness_wait(clerk, "有,待核");

	sit("张三", "许昌市", "reviewer");
	harness_send(bureau, "F7");
	wait_for_review(bureau);
	harness_send(bureau, "F4 2");                           // without what others have not filled yet
	harness_wait_gone(bureau, "必报");
	harness_send(bureau, "Down");
	harness_wait(bureau, ">核实 禹州   技术合同成交额");
	harness_send(bureau, "F8 1");                           // what is said of the figure
	harness_type(bureau, "疑为1.12亿元");
	harness_send(bureau, "Enter");
	harness_wait(bureau, "退回时写 疑为1.12亿元");
	harness_send(bureau, "F9 2");
	harness_type(bureau, "请核对合同额");
	harness_send(bureau, "Enter Enter");
	harness_wait_row(bureau, 22, "禹州市：已退回");

	sit("李四", "yz", "clerk");
	harness_wait(clerk, "退回理由 请核对合同额");
	harness_wait(clerk, "疑为1.12亿元");
	harness_send(clerk, "Down");
	harness_wait(clerk, ">核实 禹州   技术合同成交额");
	harness_send(clerk, "Enter");
	harness_wait_row(clerk, 0, "已退回7/7");
	harness_wait(clerk, "退回理由：请核对合同额");
	harness_wait(clerk, "审核意见：疑为1.12亿元");
	harness_send(clerk, "1.12 Enter");
	harness_wait_gone(clerk, "审核意见");
	harness_send(clerk, "F9 1");
	harness_wait_row(clerk, 0, "已上报7/7");

	sit("张三", "许昌市", "reviewer");
	harness_wait(bureau, "待审 禹州   (整张报表)");
	harness_send(bureau, "F9");
	harness_wait(bureau, "3 通过全部无待处理问题的报表(1家,其中1家有核实说明)");
	harness_send(bureau, "3");
	harness_wait_row(bureau, 22, "禹州市：已通过");

	sit("李四", "yz", "clerk");
	harness_wait_row(clerk, 0, "已通过7/7");
	office_go(clerk, "技术合同成交额");
	harness_send(clerk, "1.15 Enter");
	harness_wait(clerk, "已审核通过，提出数据订正");
	harness_send(clerk, "Enter");
	harness_type(clerk, "漏报1份合同");
	harness_send(clerk, "Enter");
	harness_type(clerk, "禹科〔2024〕9号");
	harness_send(clerk, "Enter");
	harness_wait(clerk, "订正待审");
	assert_true(office_cell_is("contracts", "yz", "202406", "1.12,"));

	sit("张三", "许昌市", "reviewer");
	harness_wait(bureau, "订正 禹州   技术合同成交额");
	harness_send(bureau, "Home");
	harness_wait(bureau, ">订正 禹州");
	harness_send(bureau, "F9");
	harness_wait(bureau, "1 同意这条订正：1.15，原1.12");
	harness_send(bureau, "1");
	harness_wait_gone(bureau, "订正 禹州");
	assert_true(office_cell_is("contracts", "yz", "202406", "1.15,"));
	expect_told();
	harness_send(clerk, "Esc");                             // back to the row that led to the cell
	wait_for_review(clerk);
	harness_send(clerk, "Esc");
	harness_wait_row(clerk, 0, "填报 ");
	leave_form(clerk);
	leave_form(bureau);
}

// ------------------------------------------------------------ what is said of cells

// Of a cell that no check finds anything about; the terminal is lost before the return, and nothing with it.
static void test_words_for_a_cell_outlive_the_terminal(void **state)
{
	(void)state;
	sit("李四", "yz", "clerk");
	fill("yz");
	assert_int_equal(program_run("submit", "--period", "2024Q2", "--file", office.file).status, 0);
	sit("张三", "许昌市", "reviewer");
	struct harness *h = office_start(24, 80);
	harness_send(h, "F7");
	wait_for_review(h);
	harness_wait(h, ">待审 禹州   (整张报表)");
	harness_send(h, "F8 1");
	harness_wait_row(h, 0, "选指标");
	harness_send(h, "/");
	harness_type(h, "孵化");
	harness_send(h, "Enter Enter");
	harness_type(h, "请附名单");
	harness_send(h, "Enter");
	harness_wait(h, "意见 禹州   孵化平台       退回时告知                30         退回语:请附名单");
	harness_signal(h, SIGKILL);
	harness_stop(h);
	h = office_start(24, 80);
	harness_send(h, "F7");
	wait_for_review(h);
	harness_wait(h, ">意见 禹州   孵化平台");
	harness_send(h, "F9");
	harness_wait(h, "3 通过全部无问题的报表(0家)");
	harness_send(h, "Esc Enter");                           // from the form too
	harness_wait_row(h, 0, "填报 ");
	harness_send(h, "F9");
	harness_wait(h, "办理 禹州市 2024年上半年报表 -- 已上报");
	harness_send(h, "2 Enter");                             // no reason: the cell has one
	harness_wait_row(h, 22, "禹州市：已退回");
	harness_send(h, "Esc");
	wait_for_review(h);
	harness_send(h, "F4 1");
	office_set("incubators", "yz", "202406", "31");
	sit("李四", "yz", "clerk");
	assert_int_equal(program_run("submit", "--period", "2024Q2", "--file", office.file).status, 0);
	sit("张三", "许昌市", "reviewer");
	harness_send(h, "F4 2");
	harness_wait(h, ">改动 禹州   孵化平台       退回后已修改              31      30 请附名单");
	harness_wait(h, "改动 退回后，禹州市孵化平台截至2024年6月末由30个改为31个");
	leave_form(h);
}

// The one who reviews does not sign a clerk's explanation in passing.
static void test_an_explanation_keeps_its_name(void **state)
{
	(void)state;
	sit("李四", "yz", "clerk");
	past_of_yuzhou();
	fill("yz");
	assert_int_equal(program_run("explain", "platforms", "yz", "202406", "撤并2个", "--file", office.file).status, 0);
	assert_int_equal(program_run("submit", "--period", "2024Q2", "--file", office.file).status, 0);
	sit("张三", "许昌市", "reviewer");
	struct harness *h = office_start(24, 80);
	harness_wait(h, "待审核1家");
	harness_send(h, "1");
	wait_for_review(h);
	harness_wait_row(h, 0, "核实0 已说明1");
	harness_wait(h, "均已说明,可通过");
	harness_wait(h, "核实说明 撤并2个  李四");
	harness_send(h, "F9");
	harness_wait(h, "3 通过全部无待处理问题的报表(1家,其中1家有核实说明)");
	harness_send(h, "Esc F8");
	harness_wait(h, "3 另写核实说明，取代李四");
	harness_send(h, "3 Enter");                             // the same words
	wait_for_review(h);
	harness_wait(h, "核实说明 撤并2个  李四");
	leave_form(h);
}

// ------------------------------------------------------------ smaller things

// Three keys from the workbench, however many reports there are.
static void test_all_clean_reports_at_once(void **state)
{
	static const char *const units[] = {"yz", "wd"};
	(void)state;
	sit("张三", "许昌市", "planner");
	for (int i = 0; i < 2; i++) {
		fill(units[i]);
		assert_int_equal(program_run("submit", "--unit", units[i], "--period", "2024Q2", "--file", office.file).status, 0);
	}
	struct harness *h = office_start(24, 80);
	harness_send(h, "F7");
	wait_for_review(h);
	harness_send(h, "F9");
	harness_wait(h, "3 通过全部无问题的报表(2家)");
	harness_send(h, "3");
	harness_wait_row(h, 22, "魏都区等2份报表：已通过");
	harness_send(h, "F9 3");
	harness_wait_row(h, 22, "没有待审核且无问题的报表");
	harness_send(h, "F9 4");                                // of a report that others are still filling
	harness_wait(h, "2 延期(写理由和新的截止日)");
	harness_send(h, "2");
	harness_type(h, "机构改革");
	harness_send(h, "Enter");
	harness_type(h, "下周");
	harness_send(h, "Enter");
	harness_wait(h, "延期(写理由和新的截止日)");
	harness_wait(h, "机构改革");
	harness_send(h, "Enter BackSpace*2");
	harness_type(h, "2099-07-15");
	harness_send(h, "Enter");
	harness_wait_row(h, 22, "已延期");
	leave_form(h);
}

static void test_a_correction_is_refused(void **state)
{
	(void)state;
	sit("张三", "许昌市", "planner");
	fill("yz");
	assert_int_equal(program_run("submit", "--unit", "yz", "--period", "2024Q2", "--file", office.file).status, 0);
	assert_int_equal(program_run("accept", "--unit", "yz", "--period", "2024Q2", "--file", office.file).status, 0);
	struct harness *h = office_form(24, 80);
	harness_wait_row(h, 0, "已通过7/7");
	office_go(h, "研发平台");
	harness_type(h, "许科12号\r");                          // a document in place of a figure: nothing to propose
	harness_wait(h, "未保存 研发平台");
	harness_wait_gone(h, "研发平台已审核通过，提出");
	harness_send(h, "Esc");
	harness_send(h, "4 1 Enter");
	harness_wait(h, "研发平台已审核通过");
	harness_send(h, "Enter Enter Enter");                   // without a reason
	harness_wait_row(h, 22, "请用一句话写明原因");
	harness_send(h, "Esc");
	harness_wait_row(h, 22, "Esc");
	harness_wait(h, "[41");
	harness_send(h, "Enter");
	harness_wait(h, "研发平台已审核通过");
	harness_send(h, "Enter");
	harness_type(h, "漏计");
	harness_send(h, "Enter Enter");
	harness_wait(h, "订正待审");
	harness_send(h, "Esc");
	harness_wait(h, "1 订正待审1条");
	harness_send(h, "1");
	wait_for_review(h);
	harness_wait(h, ">订正 禹州   研发平台       数据订正                  41      30 漏计");
	harness_wait(h, "影响 全市已报1/10家，合计30个；订正后1家，合计41个");
	harness_send(h, "F9");
	harness_wait(h, "1 同意这条订正：41，原30（系本人提出，变更记录将注明）");
	harness_send(h, "2");
	harness_wait(h, "不同意这条订正");
	harness_send(h, "Enter");                               // without a reason: asked again
	harness_wait_row(h, 22, "原因");
	harness_wait(h, "不同意这条订正");
	harness_type(h, "无依据");
	harness_send(h, "Enter");
	harness_wait(h, "现只列“待审核”：没有。");
	assert_true(office_cell_is("platforms", "yz", "202406", "30,"));
	leave_form(h);
}

// Where row 1 has no room, the name of the person goes before the period and what is counted.
static void test_a_long_name_hides_no_period(void **state)
{
	(void)state;
	office_name("许昌市科学技术局规划科张三丰", "planner");
	struct harness *h = office_start(24, 80);
	harness_send(h, "F7");
	wait_for_review(h);
	harness_send(h, "F4 2");
	harness_wait(h, "现只列“待审核”：没有。");
	harness_wait_row(h, 0, " 审核       待审核     2024年上半年");
	harness_wait_row(h, 0, "强制90 核实0 未列90");
	leave_form(h);
}

static void test_nothing_found_and_nothing_written(void **state)
{
	(void)state;
	struct harness *h = office_start_with(24, 80, "--browse", NULL);
	office_bench(h);
	harness_wait(h, "十 强化规划实施保障");
	harness_send(h, "F7");
	wait_for_review(h);
	harness_wait_row(h, 0, "强制90 核实0");
	harness_wait(h, "必报");
	harness_wait_row(h, 23, "F8说明        F10菜单");
	harness_resize(h, 50, 160);
	harness_wait_row(h, 48, "回车到该格");
	harness_send(h, "F4 6");
	harness_wait(h, "现只列“全市 只看数据订正”：没有。");
	harness_wait(h, "未列90条（强制90 核实0 订正0）；F4再按1全部列出");
	harness_send(h, "F4 1");
	harness_wait(h, "必报");
	harness_send(h, "Enter");
	harness_wait_row(h, 0, "填报");
	harness_send(h, "Esc");
	wait_for_review(h);
	harness_send(h, "Esc");
	harness_wait_row(h, 0, "工作台");
	harness_stop(h);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_steps_are_asked_by_digit, office_open, office_close),
		cmocka_unit_test_setup_teardown(test_the_whole_way_over_two_desks, office_open, office_close),
		cmocka_unit_test_setup_teardown(test_words_for_a_cell_outlive_the_terminal, office_open, office_close),
		cmocka_unit_test_setup_teardown(test_an_explanation_keeps_its_name, office_open, office_close),
		cmocka_unit_test_setup_teardown(test_all_clean_reports_at_once, office_open, office_close),
		cmocka_unit_test_setup_teardown(test_a_correction_is_refused, office_open, office_close),
		cmocka_unit_test_setup_teardown(test_a_long_name_hides_no_period, office_open, office_close),
		cmocka_unit_test_setup_teardown(test_nothing_found_and_nothing_written, office_open, office_close),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
