// SPDX-License-Identifier: MIT
// The form of a unit (S3) as a clerk uses it: typing, moving, refusals, F4, F5, F6, F8, undo.
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
	office_set("platforms", "禹州市", "202306", "27");
	office_set("platforms", "禹州市", "202403", "31");
	office_set("incubators", "禹州市", "202403", "4");
	office_set("contracts", "禹州市", "202403", "0.55");
	return 0;
}

static void leave(struct harness *h)
{
	harness_send(h, "Esc");
	harness_wait_row(h, 0, "工作台");
	harness_send(h, "Esc");
	assert_int_equal(harness_wait_exit(h), 0);
	harness_stop(h);
}

static void enter(struct harness *h, const char *row, const char *typed, const char *cell)
{
	office_go(h, row);
	harness_type(h, typed);
	harness_send(h, "Enter");
	harness_wait(h, cell);
}

static void test_figures_as_they_are_typed(void **state)
{
	(void)state;
	struct harness *h = office_form(24, 80);
	enter(h, "高新技术产业增加值", "１，２３４．５", "[  1234.50]");
	harness_wait_row(h, 22, "已存：禹州市高新技术产业增加值2024年1—6月1234.50亿元（原空）。");
	enter(h, "规上工业增加值", "2,345.67", "[  2345.67]");
	enter(h, "研发平台", "33个", "[       33]");
	enter(h, "技术合同成交额", "11200万元", "[     1.12]");
	enter(h, "高价值发明专利", "0", "[        0]");
	harness_wait(h, "已录5 未报0 空4");
	leave(h);
	assert_true(office_cell_is("hitech_va", "yz", "202406", "1234.5"));
	assert_true(office_cell_is("contracts", "yz", "202406", "1.12"));
	assert_true(office_cell_is("patents", "yz", "202406", "0"));
}

static void test_a_hundred_million_and_rounded_words(void **state)
{
	(void)state;
	struct harness *h = office_form(24, 80);
	enter(h, "技术合同成交额", "1.12亿", "[     1.12]");
	enter(h, "高价值发明专利", "突破380", "[  突破380]");
	harness_wait_row(h, 22, "突破380件（原空）。");
	enter(h, "高新技术企业", "380以上", "[  380以上]");
	enter(h, "科技型中小企业", "９８０左右", "[  980左右]");
	leave(h);
	assert_true(office_cell_is("hitech_firms", "yz", "202406", "380,以上,"));
}

// As it is written on paper and in other people's messages, an input method on.
static void test_not_reported_with_its_day(void **state)
{
	(void)state;
	struct harness *h = office_form(24, 80);
	enter(h, "孵化平台", "未报（12月31日补报）", "[     未报]");
	harness_wait(h, "12-31补报");
	harness_wait_row(h, 22, "12月31日前补报");
	office_go(h, "技术合同成交额");
	harness_type(h, "1。12");
	harness_send(h, "Enter");
	harness_wait(h, "“。”不是小数点");
	harness_wait(h, "[1。12");
	harness_send(h, "Esc");
	leave(h);
	assert_true(office_cell_is("incubators", "yz", "202406", "未报,"));
}

// A slip makes a difference that has no room: it is told shorter, never hidden.
static void test_a_difference_too_long_for_its_column(void **state)
{
	(void)state;
	office_set("contracts", "禹州市", "202403", "0.55");
	struct harness *h = office_form(24, 80);
	office_go(h, "技术合同成交额");
	harness_type(h, "11200");
	harness_wait(h, "0.55 [11200    ] 增1万余");
	harness_wait_gone(h, "##");
	harness_stop(h);
}

static void test_a_refusal_keeps_the_text(void **state)
{
	(void)state;
	struct harness *h = office_form(24, 80);
	office_go(h, "研发平台");
	harness_type(h, "1,12");
	harness_send(h, "Enter");
	harness_wait(h, "── 未保存 研发平台");
	harness_wait(h, "1.12还是112");
	harness_wait(h, "[1,12 ");
	harness_wait(h, ">研发平台");
	harness_send(h, "Down");                             // it does not go away by moving either
	harness_wait(h, ">研发平台");
	harness_send(h, "BackSpace*3");                      // Backspace and arrows mend it
	harness_wait_gone(h, "未保存");
	harness_type(h, ",12");
	harness_send(h, "Enter");
	harness_wait(h, "1.12还是112");
	harness_send(h, "4");                                // the next figure begins anew: never 1,124
	harness_wait(h, "[4 ");
	harness_send(h, "Esc");
	harness_wait_row(h, 22, "已放弃键入的：4");              // nothing goes without a word
	harness_wait_gone(h, "[4");
	harness_wait(h, ">研发平台");
	leave(h);
	assert_null(office_cell("platforms", "yz", "202406"));
}

static void test_moving_saves(void **state)
{
	(void)state;
	struct harness *h = office_form(24, 80);
	office_go(h, "研发平台");
	harness_send(h, "35 Up");
	harness_wait(h, "[       35]     增4");
	harness_wait(h, ">科技型中小企业");
	harness_send(h, "Down*2 7 PgUp");
	harness_wait(h, "[        7]");
	harness_wait(h, "已录2");
	office_go(h, "高新技术企业");
	harness_send(h, "7");
	harness_wait(h, "[7 ");
	harness_send(h, "Tab");                              // as in a spreadsheet: never 75 in one cell
	harness_wait(h, "[        7]");
	harness_wait(h, ">科技型中小企业");
	harness_send(h, "5 Enter");
	harness_wait(h, "[        5]");
	leave(h);
	assert_true(office_cell_is("incubators", "yz", "202406", "7"));
}

static void test_not_applicable_asks_why(void **state)
{
	(void)state;
	struct harness *h = office_form(24, 80);
	office_go(h, "孵化平台");
	harness_type(h, "／");
	harness_send(h, "Enter");
	harness_wait(h, "不适用的原因");
	harness_send(h, "Enter");                            // without a reason it is refused
	harness_wait(h, "── 未保存 孵化平台");
	harness_wait(h, ">孵化平台");
	harness_send(h, "Enter");
	harness_wait(h, "不适用的原因");
	harness_type(h, "本地没有");
	harness_send(h, "Enter");
	harness_wait(h, "[        /]");
	harness_wait(h, ">技术合同成交额");
	harness_send(h, "Up");
	harness_wait(h, "备注 本地没有");
	leave(h);
	assert_true(office_cell_is("incubators", "yz", "202406", "不适用,,,,本地没有"));
}

static void test_the_reason_goes_with_not_applicable(void **state)
{
	(void)state;
	struct harness *h = office_form(24, 80);
	office_go(h, "孵化平台");
	harness_type(h, "/");
	harness_send(h, "Enter");
	harness_wait(h, "不适用的原因");
	harness_type(h, "本地没有");
	harness_send(h, "Enter Up");
	harness_wait(h, "备注 本地没有");
	harness_send(h, "4 Enter Up");
	harness_wait(h, "[        4]");
	harness_wait(h, "依据 无  备注 无");
	leave(h);
	assert_true(office_cell_is("incubators", "yz", "202406", "4,,初步数,,,"));
}

static void choose(struct harness *h, const char *number, const char *what)
{
	harness_send(h, "F4");
	harness_wait(h, what);
	harness_send(h, number);
}

static void test_choices_of_a_cell(void **state)
{
	(void)state;
	struct harness *h = office_form(24, 80);
	office_go(h, "科技型中小企业");
	choose(h, "3", "3 约数:达到");
	harness_wait_row(h, 22, "请先录入数");
	harness_type(h, "未报");                              // the word does what F4 1 does
	harness_send(h, "Enter");
	harness_wait(h, "补报日期,如7月9日");
	harness_type(h, "下周");
	harness_send(h, "Enter");
	harness_wait_row(h, 22, "不是日期");                 // and the question stays open, with what was typed
	harness_wait(h, "下周");
	harness_send(h, "^U");
	harness_type(h, "２０２４年７月９日");
	harness_send(h, "Enter");
	harness_wait(h, "未报]         核实:见下");              // the day has passed: nothing could be submitted so
	harness_send(h, "Up");
	harness_wait(h, "应于2024年7月9日前补报");
	harness_send(h, "Down");
	harness_wait(h, ">研发平台");
	harness_send(h, "33 Enter Up");
	harness_wait(h, ">研发平台");
	choose(h, "4", "4 约数:突破");
	harness_wait(h, "[   突破33]");
	choose(h, "6", "6 约数:左右");
	harness_wait(h, "[   33左右]");
	choose(h, "7", "7 核定数");
	harness_wait_gone(h, "7 核定数");
	harness_send(h, "F4");
	harness_wait(h, "9 清空此格");
	harness_send(h, "End");
	harness_wait(h, ">   9 清空此格");
	harness_send(h, "Enter");
	harness_wait(h, ">研发平台           个         27       31 [         ]");
	harness_send(h, "F4");
	harness_wait(h, "1 未报");
	harness_send(h, "Esc");
	harness_wait_gone(h, "1 未报");
	leave(h);
	assert_true(office_cell_is("sme_firms", "yz", "202406", "未报,,,20240709"));
}

static void test_same_as_the_period_before(void **state)
{
	(void)state;
	struct harness *h = office_form(24, 80);
	office_go(h, "研发平台");
	harness_send(h, "F5");
	harness_wait(h, "[\"      31]    持平 同上期,待确认");
	harness_wait(h, "同上期待确认1");
	harness_send(h, "Down Up");
	harness_wait_row(h, 22, "同上期的数：回车确认，或直接改录");
	harness_send(h, "F5");                               // the others that are stocks and had a figure
	harness_wait(h, "[\"       4]");
	harness_wait(h, "同上期待确认2");
	harness_send(h, "Enter");
	harness_wait(h, "[       31]    持平");
	harness_wait(h, "同上期待确认1");
	harness_wait(h, ">孵化平台");
	harness_send(h, "u*2");                              // the confirmation, and the whole column as one
	harness_wait_gone(h, "[\"       4]");
	office_go(h, "研发平台");
	harness_send(h, "Enter");
	harness_wait_gone(h, "同上期待确认");
	leave(h);
}

static void test_a_total_is_copied_in_its_own_cell_only(void **state)
{
	(void)state;
	struct harness *h = office_form(24, 80);
	office_go(h, "技术合同成交额");
	harness_send(h, "F5");
	harness_wait_row(h, 22, "表示本期没有新增");
	harness_wait(h, "[\"    0.55]");
	harness_send(h, "F5");
	harness_wait_row(h, 22, "累计数不能整列同上期");
	harness_wait(h, "同上期待确认1");
	harness_send(h, "[");                                // 2024年一季度: there is a figure of the year before
	harness_wait_row(h, 0, "2024年一季度");
	harness_send(h, "F5");
	harness_wait_row(h, 22, "累计数每年1月从零起");
	leave(h);
	assert_true(office_cell_is("contracts", "yz", "202406", "0.55,"));
}

// A clerk goes on at the first row of the own unit, and cannot slip into one that a department answers for.
static void test_anothers_row(void **state)
{
	(void)state;
	const char *const clerk[] = {"operator", "--name", "李四", "--unit", "yz", "--role", "clerk", "--file", office.file, NULL};
	assert_int_equal(program_run_list(clerk).status, 0);
	struct harness *h = office_start(24, 80);
	harness_send(h, "1");
	harness_wait_row(h, 0, "填报");
	harness_wait(h, ">创新引领型企业");
	harness_send(h, "Home");
	harness_wait(h, ">高新技术产业增加值");
	harness_send(h, "5");
	harness_wait_row(h, 22, "由市统计局填报");
	leave(h);
	assert_null(office_cell("hitech_va", "yz", "202406"));
}

// In the demonstration, where units have targets.
static void test_the_standing_before_it_is_saved(void **state)
{
	(void)state;
	const char *argv[] = {program_path(), "--demo", NULL};
	struct harness *h = harness_start(argv, 24, 80);
	harness_wait_row(h, 0, "工作台");
	harness_send(h, "F4");
	harness_wait_row(h, 0, "选单位");
	harness_send(h, "4");
	harness_wait_row(h, 0, "填报 ");
	office_go(h, "研发平台");
	harness_type(h, "34");
	harness_wait(h, "禹州 研发平台 ── 按键入数计");
	harness_wait(h, "! 研发平台           ~34/50个");
	harness_wait(h, "落后23.3 还差16 年均需10.7");
	harness_wait(h, "[34       ]     增2");                 // 33 stands, 32 before
	harness_send(h, "BackSpace");
	harness_wait(h, "3/50个");
	harness_type(h, ",");
	harness_wait_gone(h, "按键入数计");                    // what cannot be read makes no standing
	harness_send(h, "Esc");
	harness_wait(h, "! 禹州市国家级、省级研发平台");
	office_go(h, "技术合同成交额");
	harness_type(h, "1.2");
	harness_wait(h, "完成年度目标2.58亿元的46.5%");
	harness_send(h, "Esc");
	harness_wait_gone(h, "按键入数计");
	leave(h);
}

static void test_turned_grid_with_its_sum(void **state)
{
	(void)state;
	office_set_city("platforms", "202406", "208");
	struct harness *h = office_form(24, 80);
	office_go(h, "研发平台");
	harness_send(h, "33 F6");                            // what is typed is saved before it turns
	harness_wait_row(h, 0, "研发平台");
	harness_wait(h, ">禹州市             个         27       31 [       33]");
	harness_wait(h, "已报1家(共10家)合计33个,全市填报208个,合计少175");
	harness_send(h, "Down 175 Enter");
	harness_wait(h, "已报2家(共10家)合计208个,全市填报208个,一致");
	harness_wait(h, ">鄢陵县");
	harness_send(h, "Up F6");
	harness_wait(h, "2020 基期");                         // the same over the years
	harness_send(h, "F6");
	harness_wait_row(h, 0, "长葛市");
	harness_wait(h, ">研发平台");
	leave(h);
	assert_true(office_cell_is("platforms", "cg", "202406", "175"));
}

static void test_note_and_document(void **state)
{
	(void)state;
	struct harness *h = office_form(24, 80);
	office_go(h, "研发平台");
	harness_send(h, "F8");
	harness_wait_row(h, 22, "请先录入数");
	harness_send(h, "33 F8");
	harness_wait(h, "依据文号或来源");
	harness_type(h, "含省级2个");
	harness_send(h, "Enter");
	harness_type(h, "许科统〔2024〕12号");
	harness_wait(h, "〔2024〕12号");
	harness_send(h, "Enter");
	harness_wait_row(h, 22, "仍为33个");                   // the figure is not told as saved anew
	harness_wait(h, "依据 许科统〔2024〕12号  备注 含省级2个");
	harness_send(h, "34 Enter Up");                      // another figure keeps both
	harness_wait(h, "[       34]");
	harness_wait(h, "依据 许科统〔2024〕12号  备注 含省级2个");
	harness_send(h, "H");
	harness_wait(h, "许科统〔2024〕12号");
	harness_send(h, "Esc");
	leave(h);
	assert_true(office_cell_is("platforms", "yz", "202406", "34,,初步数,,含省级2个,许科统〔2024〕12号"));
}

static void test_undo_and_redo(void **state)
{
	(void)state;
	struct harness *h = office_form(24, 80);
	office_go(h, "研发平台");
	harness_send(h, "33 Enter");
	harness_wait(h, "[       33]");
	harness_send(h, "Up 34 Enter");
	harness_wait(h, "[       34]");
	harness_wait(h, ">孵化平台");
	harness_send(h, "u");
	harness_wait(h, "[       33]");
	harness_wait(h, ">研发平台");                         // where the next key belongs
	harness_wait_row(h, 22, "恢复为33个。");
	harness_send(h, "^Z");
	harness_wait_row(h, 22, "恢复为空。");
	harness_wait_gone(h, "[       33]");
	harness_send(h, "^R");
	harness_wait(h, "[       33]");
	harness_send(h, "^R");
	harness_wait(h, "[       34]");
	harness_send(h, "5");
	harness_send(h, "u");                                // while a cell is typed in it is a letter
	harness_wait(h, "[5u ");
	harness_send(h, "Esc");
	harness_wait_gone(h, "[5u ");
	leave(h);
}

static void test_the_screens_beneath_see_what_was_saved(void **state)
{
	(void)state;
	struct harness *h = office_form(24, 80);
	office_go(h, "研发平台");
	harness_send(h, "33 Enter");
	harness_wait(h, "[       33]");
	harness_send(h, "Esc");
	harness_wait_row(h, 0, "工作台");
	harness_wait(h, "禹州 1/7");
	harness_wait(h, "研发平台 2024年上半年 33");
	harness_send(h, "Esc");
	assert_int_equal(harness_wait_exit(h), 0);
	harness_stop(h);
}

static void test_a_resize_keeps_text_and_cursor(void **state)
{
	(void)state;
	static const int sizes[][2] = {{50, 160}, {15, 60}, {5, 20}, {24, 80}};
	struct harness *h = office_form(24, 80);
	office_go(h, "研发平台");
	harness_send(h, "1234 Left");
	harness_wait(h, "[1234 ");
	for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
		int row, col, text_row, text_col;
		bool visible;
		harness_resize(h, sizes[i][0], sizes[i][1]);
		harness_wait_row(h, sizes[i][0] - 1, "F");
		harness_wait(h, "1234");
		assert_true(harness_find(h, "1234", &text_row, &text_col));
		harness_wait_cursor(h, text_row, text_col + 3);
		harness_cursor(h, &row, &col, &visible);
		assert_true(visible);
	}
	harness_send(h, "9 Enter");
	harness_wait(h, "核实 研发平台");                     // strange; it is kept
	harness_send(h, "Enter");
	harness_wait(h, "[    12394]");
	leave(h);
}

static void test_help_period_and_menu(void **state)
{
	(void)state;
	struct harness *h = office_form(24, 80);
	harness_wait_row(h, 23, " F1帮助 F2报告期 F3返回 F4选择 F5同上期 F6转置 F7审核 F8说明 F9办理 F10菜单");
	harness_send(h, "F1");
	harness_wait(h, "按键：填报");
	harness_send(h, "Esc");
	harness_wait_row(h, 0, "填报 ");
	harness_send(h, "F2");
	harness_wait_row(h, 0, "选报告期");
	harness_send(h, "202403 Enter");
	harness_wait_row(h, 0, "2024年一季度");
	harness_wait(h, "[       31]");
	office_go(h, "研发平台");
	harness_send(h, "32 F10");                           // the menu saves the cell first
	harness_wait(h, "1 填报");
	harness_wait(h, "已存：禹州市研发平台截至2024年3月末32个");
	harness_send(h, "1");
	harness_wait_row(h, 0, "选单位");
	harness_send(h, "2");
	harness_wait_row(h, 0, "魏都区");
	harness_send(h, "F3");
	harness_wait_row(h, 0, "禹州市");
	leave(h);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_figures_as_they_are_typed, setup, office_close),
		cmocka_unit_test_setup_teardown(test_a_hundred_million_and_rounded_words, setup, office_close),
		cmocka_unit_test_setup_teardown(test_not_reported_with_its_day, office_open, office_close),
		cmocka_unit_test_setup_teardown(test_a_difference_too_long_for_its_column, office_open, office_close),
		cmocka_unit_test_setup_teardown(test_not_reported_with_its_day, setup, office_close),
		cmocka_unit_test_setup_teardown(test_a_difference_too_long_for_its_column, setup, office_close),
		cmocka_unit_test_setup_teardown(test_a_refusal_keeps_the_text, setup, office_close),
		cmocka_unit_test_setup_teardown(test_moving_saves, setup, office_close),
		cmocka_unit_test_setup_teardown(test_not_applicable_asks_why, setup, office_close),
		cmocka_unit_test_setup_teardown(test_the_reason_goes_with_not_applicable, setup, office_close),
		cmocka_unit_test_setup_teardown(test_choices_of_a_cell, setup, office_close),
		cmocka_unit_test_setup_teardown(test_same_as_the_period_before, setup, office_close),
		cmocka_unit_test_setup_teardown(test_a_total_is_copied_in_its_own_cell_only, setup, office_close),
		cmocka_unit_test_setup_teardown(test_anothers_row, setup, office_close),
		cmocka_unit_test_setup_teardown(test_the_standing_before_it_is_saved, setup, office_close),
		cmocka_unit_test_setup_teardown(test_turned_grid_with_its_sum, setup, office_close),
		cmocka_unit_test_setup_teardown(test_note_and_document, setup, office_close),
		cmocka_unit_test_setup_teardown(test_undo_and_redo, setup, office_close),
		cmocka_unit_test_setup_teardown(test_the_screens_beneath_see_what_was_saved, setup, office_close),
		cmocka_unit_test_setup_teardown(test_a_resize_keeps_text_and_cursor, setup, office_close),
		cmocka_unit_test_setup_teardown(test_help_period_and_menu, setup, office_close),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
