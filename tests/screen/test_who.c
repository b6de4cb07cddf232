// SPDX-License-Identifier: MIT
// Who sits here: asked at the first start, put off by Esc, answered with an input method on, changed from the command list; what
// was typed before the question stood is not its answer, and the log tells who was named.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "tests/screen/harness.h"
#include "tests/screen/office.h"
#include "tests/storage/program.h"

#define QUESTION "请登记操作员"

static void leave(struct harness *h)
{
	harness_send(h, "q");
	assert_int_equal(harness_wait_exit(h), 0);
	harness_stop(h);
}

static void test_it_is_put_off_and_asked_again(void **state)
{
	(void)state;
	struct harness *h = office_start(24, 80);
	harness_wait(h, QUESTION);
	harness_send(h, "Esc");
	harness_wait_row(h, 22, "未登记操作员");
	harness_send(h, "F6");                                 // nothing is held up
	harness_wait_row(h, 2, ">   魏都区");
	leave(h);
	h = office_start(24, 80);
	harness_wait(h, QUESTION);
	harness_send(h, "Enter");                              // the account's name
	harness_wait_row(h, 0, "选单位");
	harness_wait(h, "市科技局");
	harness_send(h, "Esc");
	harness_wait_row(h, 22, "未登记操作员");
	harness_send(h, "W");
	harness_wait(h, QUESTION);
	harness_send(h, "Enter");
	harness_wait_row(h, 0, "选单位");
	harness_send(h, "4");
	harness_wait(h, "请选角色");
	harness_send(h, "Esc");                                // at the last question, too
	harness_wait_row(h, 22, "未登记操作员");
	leave(h);
	assert_null(strstr(program_run("log", "--file", office.file).out, "operator named"));
}

static void test_it_is_answered_with_an_input_method(void **state)
{
	(void)state;
	struct harness *h = office_start(24, 80);
	harness_wait(h, QUESTION);
	harness_send(h, "^U");
	harness_type(h, "　");
	harness_send(h, "Enter");
	harness_wait_row(h, 22, "姓名未填");
	harness_send(h, "^U");
	harness_type(h, "李四");
	harness_send(h, "Enter");
	harness_wait_row(h, 0, "选单位");
	harness_type(h, "４");                                 // 禹州市, full-width
	harness_wait(h, "李四,禹州市:请选角色");
	harness_type(h, "１");
	harness_wait_row(h, 22, "已登记操作员李四：禹州市，填报员");
	harness_wait_row(h, 0, "禹州 李四");
	leave(h);
	h = office_start(24, 80);                              // it is asked once
	harness_wait_row(h, 0, "禹州 李四");
	harness_wait_gone(h, QUESTION);
	leave(h);
	struct program_result result = program_run("log", "--limit", "1", "--file", office.file);
	assert_non_null(strstr(result.out, "operator named"));
	assert_non_null(strstr(result.out, "禹州市, clerk, account"));
}

static void test_it_is_changed_from_the_command_list(void **state)
{
	(void)state;
	struct harness *h = office_start(50, 160);
	harness_wait_row(h, 0, "市科技局 张三");
	harness_send(h, "F10");
	harness_type(h, "登记操作员");
	harness_send(h, "Enter");
	harness_wait(h, "[张三");
	harness_send(h, "Enter");
	harness_wait_row(h, 0, "选单位");
	harness_wait(h, ">  12 市科技局");
	harness_send(h, "Up Enter");
	harness_wait(h, "张三,市本级:请选角色");
	harness_send(h, "2");
	harness_wait_row(h, 0, "本级 张三");
	leave(h);
	struct program_result result = program_run("log", "--limit", "1", "--file", office.file);
	assert_non_null(strstr(result.out, "张三 to 张三"));
	result = program_run("operator", "--file", office.file);
	assert_non_null(strstr(result.out, "市本级, reviewer"));
}

// The shell takes the line, so the key behind it lies in the terminal before the program begins.
static void test_what_was_typed_before_does_not_answer_it(void **state)
{
	(void)state;
	const char *const argv[] = {"/bin/sh", "-c", "echo ready; read line; exec \"$0\" --period 2024Q2 \"$1\"", program_path(),
		office.file, NULL};
	struct harness *h = harness_start_with(argv, 24, 80, office.folder, NULL);
	harness_wait(h, "ready");
	harness_send_bytes(h, "\r\033[17~", 6);                // Enter and F6 at once: a pause would let the question come between
	harness_wait(h, QUESTION);
	harness_send(h, "Esc");
	harness_wait_row(h, 2, ">   魏都区");
	leave(h);
}

static void test_a_reader_is_not_asked(void **state)
{
	(void)state;
	struct harness *h = office_start_with(24, 80, "--browse", NULL);
	harness_wait(h, "十 强化规划实施保障");
	harness_wait_gone(h, QUESTION);
	harness_send(h, "W");
	harness_wait_row(h, 22, "只读打开");
	leave(h);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_it_is_put_off_and_asked_again, office_open_unnamed, office_close),
		cmocka_unit_test_setup_teardown(test_it_is_answered_with_an_input_method, office_open_unnamed, office_close),
		cmocka_unit_test_setup_teardown(test_it_is_changed_from_the_command_list, office_open, office_close),
		cmocka_unit_test_setup_teardown(test_what_was_typed_before_does_not_answer_it, office_open_unnamed, office_close),
		cmocka_unit_test_setup_teardown(test_a_reader_is_not_asked, office_open_unnamed, office_close),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
