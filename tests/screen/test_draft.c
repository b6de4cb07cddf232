// SPDX-License-Identifier: MIT
// What is being typed survives: kill -9, hang-up; and two desks at one cell: whose figure stands is asked, never guessed.
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "tests/screen/harness.h"
#include "tests/screen/office.h"

// A desk at 禹州市 研发平台 with TYPED in the cell, not saved.
static struct harness *typing(const char *typed)
{
	char cell[64];
	struct harness *h = office_form(24, 80);
	office_go(h, "研发平台");
	harness_type(h, typed);
	snprintf(cell, sizeof cell, "[%s ", typed);
	harness_wait(h, cell);
	return h;
}

static void end_by(struct harness *h, int signal)
{
	harness_signal(h, signal);
	harness_wait_exit(h);
	harness_stop(h);
}

static void test_typed_text_is_offered_after(int signal)
{
	end_by(typing("突破33"), signal);
	assert_null(office_cell("platforms", "yz", "202406"));
	struct harness *h = office_start(24, 80);
	harness_wait(h, "0 接着录入上次未存的:禹州 2024年上半年 研发平台“突破33”");
	harness_send(h, "0");
	harness_wait_row(h, 0, "禹州市");
	harness_wait(h, ">研发平台");
	harness_wait(h, "[突破33 ");
	harness_wait_row(h, 22, "上次键入未存");
	harness_send(h, "4 Enter");
	harness_wait(h, "[  突破334]");
	harness_send(h, "Esc");
	harness_wait_row(h, 0, "工作台");
	harness_wait_gone(h, "接着录入");
	harness_send(h, "Esc");
	assert_int_equal(harness_wait_exit(h), 0);
	harness_stop(h);
	h = office_start(24, 80);                   // and not offered again
	assert_false(harness_find(h, "接着录入", &(int){0}, &(int){0}));
	harness_stop(h);
}

static void test_after_a_kill(void **state)
{
	(void)state;
	test_typed_text_is_offered_after(SIGKILL);
}

static void test_after_a_hang_up(void **state)
{
	(void)state;
	test_typed_text_is_offered_after(SIGHUP);
}

static void test_a_refused_draft_can_be_dropped(void **state)
{
	(void)state;
	end_by(typing("1,12"), SIGKILL);
	struct harness *h = office_form(24, 80);    // straight to the form: it is taken up there
	harness_wait(h, "[1,12 ");
	harness_send(h, "Esc");
	harness_wait_gone(h, "[1,12");
	end_by(h, SIGKILL);
	h = office_start(24, 80);
	assert_false(harness_find(h, "接着录入", &(int){0}, &(int){0}));
	harness_stop(h);
}

static struct harness *in_conflict(void)
{
	struct harness *h = typing("4");
	office_set("platforms", "禹州市", "202406", "3");
	harness_send(h, "Enter");
	harness_wait(h, "── 未保存 研发平台");
	harness_wait(h, "改为3个，本次录入4个。");
	harness_wait(h, "回车 保留3个；F9 写入4；Esc 继续编辑。");
	harness_wait_row(h, 23, "F9办理");
	harness_wait(h, "[4 ");
	return h;
}

static void test_a_conflict_is_asked_about(void **state)
{
	(void)state;
	struct harness *h = in_conflict();
	harness_send(h, "5 Down F1");                        // blind typing answers nothing
	harness_wait(h, "按键：填报");
	harness_send(h, "Esc");
	harness_wait(h, "[4 ");
	harness_wait(h, "改为3个，本次录入4个。");
	harness_send(h, "Enter");
	harness_wait(h, "[        3]");
	harness_wait_gone(h, "未保存");
	harness_send(h, "Esc");
	harness_wait_row(h, 0, "工作台");
	harness_stop(h);
	assert_true(office_cell_is("platforms", "yz", "202406", "3,"));
}

static void test_a_conflict_is_written_over_by_f9(void **state)
{
	(void)state;
	struct harness *h = in_conflict();
	harness_send(h, "F9");
	harness_wait(h, "[        4]");
	harness_wait_row(h, 22, "4个（原3个）。");
	harness_send(h, "u");
	harness_wait(h, "[        3]");
	harness_stop(h);
	assert_true(office_cell_is("platforms", "yz", "202406", "3,"));
}

static void test_a_conflict_is_left_by_esc(void **state)
{
	(void)state;
	struct harness *h = in_conflict();
	harness_send(h, "Esc");
	harness_wait_gone(h, "未保存");
	harness_wait(h, "[4 ");
	harness_send(h, "5");
	harness_wait(h, "[45 ");
	harness_send(h, "Enter");                            // it is known by now what stands there
	harness_wait(h, "[       45]");
	harness_stop(h);
	assert_true(office_cell_is("platforms", "yz", "202406", "45,"));
}

// The poll for news shows what the other desk saved before Enter is pressed: what typing began with is compared all the same.
static void test_seen_news_are_a_conflict_too(void **state)
{
	(void)state;
	struct harness *h = typing("4");
	office_set("incubators", "禹州市", "202406", "7");
	office_set("platforms", "禹州市", "202406", "3");
	harness_wait(h, "[        7]");                      // by itself
	harness_wait(h, "[4 ");
	harness_send(h, "Enter");
	harness_wait(h, "改为3个，本次录入4个。");
	harness_stop(h);
	assert_true(office_cell_is("platforms", "yz", "202406", "3,"));
}

static void test_news_are_told_while_one_types(void **state)
{
	(void)state;
	struct harness *h = typing("4");
	office_set("platforms", "禹州市", "202406", "3");
	harness_wait(h, "[4        ]         他人改为3");         // by itself, and what is typed stays
	harness_send(h, "Esc");
	harness_wait(h, "[        3]");
	harness_stop(h);
}

static void test_a_note_is_not_written_over_what_changed(void **state)
{
	(void)state;
	struct harness *h = typing("8");
	harness_send(h, "F8");
	harness_wait(h, "依据文号或来源");
	office_set("platforms", "禹州市", "202406", "3");
	harness_wait(h, "[        3]");                      // beneath the question
	harness_type(h, "含省级2个");
	harness_send(h, "Enter*2");
	harness_wait(h, "改为3个");                           // asked again, with what was typed
	harness_wait(h, "含省级2个");
	assert_true(office_cell_is("platforms", "yz", "202406", "3,,初步数,,,"));
	harness_send(h, "Enter*2");
	harness_wait(h, "备注 含省级2个");
	harness_stop(h);
	assert_true(office_cell_is("platforms", "yz", "202406", "3,,初步数,,含省级2个,"));
}

static void test_two_programs_on_one_file(void **state)
{
	(void)state;
	struct harness *first = typing("8"), *second = typing("9");
	harness_send(first, "Enter");
	harness_wait(first, "[        8]");
	harness_send(second, "Enter");
	harness_wait(second, "改为8个，本次录入9个。");
	harness_send(second, "Enter");
	harness_wait(second, "[        8]");
	harness_send(second, "6 Enter");
	harness_wait(second, "[        6]");
	harness_wait(first, "[        6]");
	harness_send(first, "u");                            // not mine any more
	harness_wait_row(first, 22, "别人改过");
	harness_stop(first);
	harness_stop(second);
	assert_true(office_cell_is("platforms", "yz", "202406", "6,"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_after_a_kill, office_open, office_close),
		cmocka_unit_test_setup_teardown(test_after_a_hang_up, office_open, office_close),
		cmocka_unit_test_setup_teardown(test_a_refused_draft_can_be_dropped, office_open, office_close),
		cmocka_unit_test_setup_teardown(test_a_conflict_is_asked_about, office_open, office_close),
		cmocka_unit_test_setup_teardown(test_a_conflict_is_written_over_by_f9, office_open, office_close),
		cmocka_unit_test_setup_teardown(test_a_conflict_is_left_by_esc, office_open, office_close),
		cmocka_unit_test_setup_teardown(test_seen_news_are_a_conflict_too, office_open, office_close),
		cmocka_unit_test_setup_teardown(test_news_are_told_while_one_types, office_open, office_close),
		cmocka_unit_test_setup_teardown(test_a_note_is_not_written_over_what_changed, office_open, office_close),
		cmocka_unit_test_setup_teardown(test_two_programs_on_one_file, office_open, office_close),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
