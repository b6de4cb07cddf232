// SPDX-License-Identifier: MIT
// Keys that come faster than the screen: none is lost, and none answers a question that nobody had seen yet. And what is
// pasted where something is typed.
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "tests/screen/harness.h"
#include "tests/screen/office.h"

// At 禹州市's first cell.
static struct harness *at_the_top(void)
{
	struct harness *h = office_form(24, 80);
	office_go(h, "高新技术产业增加值");
	return h;
}

static void leave(struct harness *h)
{
	harness_send(h, "Esc");
	harness_wait_row(h, 0, "工作台");
	harness_send(h, "Esc");
	assert_int_equal(harness_wait_exit(h), 0);
	harness_stop(h);
}

static void test_a_refusal_holds_what_was_typed_ahead(void **state)
{
	(void)state;
	struct harness *h = at_the_top();
	harness_type(h, "58\r1,46\r2\r70\r");                   // all in one: the second cannot be read
	harness_wait(h, "── 未保存 规上工业增加值");
	harness_wait(h, "[1,46 ");
	harness_wait(h, ">规上工业增加值");
	assert_null(office_cell("leading_firms", "yz", "202406"));
	harness_type(h, "146\r");                               // mended: the rest follows, each in its own cell
	harness_wait(h, ">科技型中小企业");
	leave(h);
	assert_true(office_cell_is("hitech_va", "yz", "202406", "58,"));
	assert_true(office_cell_is("industry_va", "yz", "202406", "146,"));
	assert_true(office_cell_is("leading_firms", "yz", "202406", "2,"));
	assert_true(office_cell_is("hitech_firms", "yz", "202406", "70,"));
}

static void test_esc_forgets_them_with_words(void **state)
{
	(void)state;
	struct harness *h = at_the_top();
	harness_type(h, "1,46\r2\r");
	harness_wait(h, "[1,46 ");
	harness_send(h, "Esc");
	harness_wait_row(h, 22, "已放弃键入的：1,46；以及其后预先键入的2个键。");
	harness_send(h, "Down");
	harness_wait(h, ">规上工业增加值");
	leave(h);
	assert_null(office_cell("hitech_va", "yz", "202406"));
	assert_null(office_cell("industry_va", "yz", "202406"));
}

static void test_a_reason_is_not_what_was_typed_ahead(void **state)
{
	(void)state;
	struct harness *h = at_the_top();
	harness_type(h, "/\r146\r");                            // the reason is asked; 146 is of the next cell
	harness_wait(h, "不适用的原因");
	harness_type(h, "本地没有\r");
	harness_wait(h, "[        /]");
	harness_wait(h, "[   146.00]");
	leave(h);
	assert_true(office_cell_is("hitech_va", "yz", "202406", "不适用,,,,本地没有"));
	assert_true(office_cell_is("industry_va", "yz", "202406", "146,"));
}

static void test_keys_behind_ones_own_question_are_for_it(void **state)
{
	(void)state;
	struct harness *h = at_the_top();
	harness_type(h, "58\r146\r2\r");
	harness_wait(h, "[        2]");
	harness_send(h, "F8");
	harness_wait_row(h, 22, "请先录入数");                   // 高新技术企业 is empty
	harness_type(h, "70");
	harness_send_bytes(h, "\033[19~abc\rdef\r", 13);         // F8 and both its lines in one
	harness_wait(h, "依据 def  备注 abc");
	leave(h);
	assert_true(office_cell_is("hitech_firms", "yz", "202406", "70,,初步数,,abc,def"));
}

static void paste(struct harness *h, const char *text)
{
	harness_send_bytes(h, "\033[200~", 6);
	harness_send_bytes(h, text, strlen(text));
	harness_send_bytes(h, "\033[201~", 6);
}

static void test_a_paste_into_a_note_is_cleaned(void **state)
{
	(void)state;
	struct harness *h = at_the_top();
	harness_type(h, "58");
	harness_send(h, "F8");
	harness_wait(h, "依据文号或来源");
	paste(h, "第一行\r\n第二\t列\033[31m红\033OP\a\xE2\x80\xAE完\n");
	harness_wait(h, "第一行 第二 列红完");
	harness_send(h, "Enter*2");
	harness_wait(h, "备注 第一行 第二 列红完");
	leave(h);
}

static void test_half_a_paste_is_told(void **state)
{
	(void)state;
	struct harness *h = at_the_top();
	harness_type(h, "58");
	harness_send(h, "F8");
	harness_wait(h, "依据文号或来源");
	harness_send_bytes(h, "\033[200~abc", 9);
	harness_wait_row(h, 22, "只收到一部分，未作任何改动");
	assert_false(harness_find(h, "abc", &(int){0}, &(int){0}));
	harness_send(h, "Esc");
	leave(h);
}

static void test_pastes_are_marked_and_given_back(void **state)
{
	(void)state;
	size_t len;
	struct harness *h = at_the_top();
	assert_non_null(strstr(harness_output(h, &len), "\033[?2004h"));
	leave(h);
	h = at_the_top();
	harness_send(h, "Esc");
	harness_wait_row(h, 0, "工作台");
	harness_send(h, "Esc");
	harness_wait_exit(h);
	assert_non_null(strstr(harness_output(h, &len), "\033[?2004l"));
	harness_stop(h);
}

// ------------------------------------------------------------ findings at the cell

static void test_a_finding_is_asked_about_at_its_cell(void **state)
{
	(void)state;
	office_set("contracts", "yz", "202306", "0.97");
	office_set("contracts", "yz", "202403", "0.55");
	struct harness *h = office_form(24, 80);
	office_go(h, "技术合同成交额");
	harness_type(h, "11.2\r126\r");                        // a point too far right, and the next figure already typed
	harness_wait(h, "核实 技术合同成交额 11.2");
	harness_wait(h, "Esc 重录(是1.12?)");
	harness_type(h, "7\r");                                // typed on without looking: neither a figure nor an answer
	harness_wait_row(h, 22, "此时键入的不进任何格");
	harness_wait(h, "[11.2 ");
	assert_null(office_cell("contracts", "yz", "202406"));
	harness_send(h, "Esc");
	harness_wait(h, "[1.12 ");
	harness_wait_row(h, 22, "格内已改为1.12（原键入11.2");
	harness_wait_gone(h, "核实 技术合同成交额");
	harness_send(h, "Enter");
	harness_wait(h, "[      126]");
	leave(h);
	assert_true(office_cell_is("contracts", "yz", "202406", "1.12,"));
	assert_true(office_cell_is("patents", "yz", "202406", "126,"));
}

static void test_a_strange_figure_is_kept_and_explained(void **state)
{
	(void)state;
	office_set("contracts", "yz", "202306", "0.97");
	struct harness *h = office_form(24, 80);
	office_go(h, "技术合同成交额");
	harness_type(h, "11.2\r");
	harness_wait(h, "核实 技术合同成交额 11.2");
	harness_send(h, "Enter");
	harness_wait(h, "[    11.20]");
	harness_wait(h, "核实:见下");
	office_go(h, "技术合同成交额");
	harness_wait(h, "F8 写核实说明");
	harness_wait(h, "核实1");
	harness_send(h, "F8");
	harness_wait(h, "核实说明");
	harness_send(h, "Enter*2");
	harness_type(h, "1家企业6月集中登记");
	harness_send(h, "Enter");
	harness_wait(h, "已说明 技术合同成交额 11.2");
	harness_wait(h, "说明 1家企业6月集中登记");
	harness_wait(h, "[    11.20]         已说明:见下");
	harness_wait_gone(h, "核实1");
	harness_wait(h, "已说明1");
	harness_send(h, "F8");                                 // it can be changed, and taken away
	harness_wait(h, "核实说明");
	harness_send(h, "Enter*2 ^U Enter");
	harness_wait(h, "核实1");
	harness_wait(h, "F8 写核实说明");
	leave(h);
	assert_true(office_cell_is("contracts", "yz", "202406", "11.2,"));
}

static void test_what_is_wrong_is_saved_and_told(void **state)
{
	(void)state;
	office_set("sme_firms", "yz", "202403", "40");
	struct harness *h = office_form(24, 80);
	office_go(h, "科技型中小企业");
	harness_type(h, "34\r");                               // since January, and less than by March
	harness_wait(h, "强制:见下");
	harness_wait(h, "强制1 核实0");
	harness_wait(h, "34家，小于同年1-3月累计40家");
	harness_send(h, "Up");
	harness_wait(h, "强制 科技型中小企业 34");
	leave(h);
	assert_true(office_cell_is("sme_firms", "yz", "202406", "34,"));
}

// ------------------------------------------------------------ a block

static void test_a_block_is_shown_and_written_as_one(void **state)
{
	(void)state;
	struct harness *h = at_the_top();
	paste(h, "1,234.5\t\r\n１46\t\r\n1,12\t\r\n\t\r\n118\t");       // two columns: the form has one
	harness_wait_row(h, 22, "粘贴的内容有2列，从这里起只容1列，未作任何改动");
	paste(h, "\"1,234.5\"\r\n１46\r\n1,12\r\n\r\n118\r\n");
	harness_wait(h, "粘贴 写入3 不能写1 不变1");
	harness_wait(h, "1234.50");
	assert_null(office_cell("hitech_va", "yz", "202406"));
	harness_send(h, "Esc");
	harness_wait_row(h, 22, "粘贴的内容一格也未写入");
	paste(h, "1,234.5\n146\n2\n\n118\n");
	harness_wait(h, "粘贴 写入4 不能写0 不变1");
	harness_send(h, "Enter");
	harness_wait(h, "[      118]");
	assert_true(office_cell_is("hitech_va", "yz", "202406", "1234.5,"));
	assert_true(office_cell_is("industry_va", "yz", "202406", "146,"));
	harness_send(h, "u");
	harness_wait_gone(h, "[      118]");
	paste(h, "58,146,2,70");                                // a line of figures goes down the form
	harness_wait(h, "粘贴 写入4 不能写0 不变0");
	harness_send(h, "Enter");
	harness_wait(h, "[       70]");
	leave(h);
	assert_true(office_cell_is("hitech_firms", "yz", "202406", "70,"));
	assert_null(office_cell("sme_firms", "yz", "202406"));
}

// From a terminal that marks no pastes: as keys, but with tabs or line feeds, which typing does not send.
static void test_a_block_that_nothing_marks(void **state)
{
	(void)state;
	struct harness *h = at_the_top();
	harness_type(h, "58\t146\t2\r");                       // never 581462 in one cell
	harness_wait(h, "粘贴 写入3 不能写0 不变0");
	harness_send(h, "Esc");
	harness_wait_row(h, 22, "粘贴的内容一格也未写入");
	harness_type(h, "5８\n1,234.5\n2\n");
	harness_wait(h, "粘贴 写入3 不能写0 不变0");
	harness_type(h, "70\r");                               // the rest of a torn one answers nothing
	harness_wait_row(h, 22, "此时键入的不进任何格");
	assert_null(office_cell("hitech_va", "yz", "202406"));
	harness_send(h, "Enter");
	harness_wait(h, "[        2]");
	harness_send(h, "Down*3");
	harness_wait(h, ">高新技术企业");
	harness_type(h, "70\r118\r");                          // as typed: keys
	harness_wait(h, "[      118]");
	leave(h);
	assert_true(office_cell_is("hitech_va", "yz", "202406", "58,"));
	assert_true(office_cell_is("industry_va", "yz", "202406", "1234.5,"));
	assert_true(office_cell_is("hitech_firms", "yz", "202406", "70,"));
	assert_true(office_cell_is("sme_firms", "yz", "202406", "118,"));
}

static void refused_block(struct harness *h, const char *text, const char *why)
{
	paste(h, text);
	harness_wait_row(h, 22, why);
	harness_send(h, "Down Up");
	harness_wait_gone(h, why);
}

static void test_blocks_that_do_not_fit(void **state)
{
	(void)state;
	enum { MANY = 100000 };
	char *wide = malloc(2 * MANY + 1);
	struct harness *h = at_the_top();
	for (int i = 0; i < MANY; i++)
		memcpy(wide + 2 * i, "1\t", 3);
	refused_block(h, "1\t2\n3\n", "长短不一");
	refused_block(h, "1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n", "粘贴的内容一列有10个数，从这里起只有9行");
	refused_block(h, "1\033[31m2\n", "控制字符");
	refused_block(h, "", "是空的");
	refused_block(h, wide, "一列有100001个数");
	free(wide);
	leave(h);
	assert_null(office_cell("hitech_va", "yz", "202406"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_a_refusal_holds_what_was_typed_ahead, office_open, office_close),
		cmocka_unit_test_setup_teardown(test_esc_forgets_them_with_words, office_open, office_close),
		cmocka_unit_test_setup_teardown(test_a_reason_is_not_what_was_typed_ahead, office_open, office_close),
		cmocka_unit_test_setup_teardown(test_keys_behind_ones_own_question_are_for_it, office_open, office_close),
		cmocka_unit_test_setup_teardown(test_a_paste_into_a_note_is_cleaned, office_open, office_close),
		cmocka_unit_test_setup_teardown(test_half_a_paste_is_told, office_open, office_close),
		cmocka_unit_test_setup_teardown(test_a_finding_is_asked_about_at_its_cell, office_open, office_close),
		cmocka_unit_test_setup_teardown(test_what_is_wrong_is_saved_and_told, office_open, office_close),
		cmocka_unit_test_setup_teardown(test_a_strange_figure_is_kept_and_explained, office_open, office_close),
		cmocka_unit_test_setup_teardown(test_a_block_is_shown_and_written_as_one, office_open, office_close),
		cmocka_unit_test_setup_teardown(test_a_block_that_nothing_marks, office_open, office_close),
		cmocka_unit_test_setup_teardown(test_blocks_that_do_not_fit, office_open, office_close),
		cmocka_unit_test_setup_teardown(test_pastes_are_marked_and_given_back, office_open, office_close),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
