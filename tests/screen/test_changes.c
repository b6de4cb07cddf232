// SPDX-License-Identifier: MIT
// S7: the life of a cell with who, old and new, its other periods, where it is used; restoring an old figure as a new entry; the
// log of all, filtered by what is typed.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "tests/screen/harness.h"
#include "tests/screen/office.h"

static struct harness *life_of_platforms(int rows, int cols)
{
	office_set("platforms", "yz", "202312", "29");
	office_set("platforms", "yz", "202406", "31");
	office_set("platforms", "yz", "202406", "33");
	struct harness *h = office_form(rows, cols);
	office_go(h, "研发平台");
	harness_send(h, "H");
	harness_wait_row(h, 0, "变更");
	return h;
}

static void leave(struct harness *h)
{
	harness_send(h, "Esc");
	harness_wait_row(h, 0, "填报");
	harness_send(h, "Esc");
	harness_wait_row(h, 0, "工作台");
	harness_send(h, "q");
	assert_int_equal(harness_wait_exit(h), 0);
	harness_stop(h);
}

static void test_a_life_tells_old_and_new(void **state)
{
	(void)state;
	struct harness *h = life_of_platforms(24, 80);
	harness_wait(h, "修改            31个      33个");
	harness_wait(h, "同一格的往期");
	harness_wait(h, "2023                                          29");
	harness_wait(h, "用在哪里");
	harness_wait(h, "研发平台 全市");
	harness_resize(h, 50, 160);
	harness_wait_row(h, 48, "回车把该行的值恢复成新记录");
	harness_wait(h, "研发平台 全市");
	leave(h);
}

static void test_an_old_figure_comes_back_as_a_new_entry(void **state)
{
	(void)state;
	struct harness *h = life_of_platforms(24, 80);
	harness_send(h, "Enter");
	harness_wait_row(h, 22, "现在就是这个数");
	harness_send(h, "Home Enter");
	harness_wait(h, "把31个恢复成新记录");
	harness_send(h, "Esc");
	harness_wait_gone(h, "把31个恢复");
	assert_true(office_cell_is("platforms", "yz", "202406", "33,"));
	harness_send(h, "Enter 1");
	harness_wait(h, "由变更恢复");
	leave(h);
	assert_true(office_cell_is("platforms", "yz", "202406", "31,"));
}

static void test_the_log_is_filtered_by_what_is_typed(void **state)
{
	(void)state;
	struct harness *h = life_of_platforms(24, 80);
	harness_send(h, "F4 2");
	harness_type(h, "没有这项");
	harness_send(h, "Enter");
	harness_wait_row(h, 22, "没有与“没有这项”相符的填报指标");
	harness_send(h, "BackSpace*4");                         // what was refused is still there
	harness_type(h, "研发平台");
	harness_send(h, "Enter");
	harness_wait(h, "填报指标 研发平台");
	harness_wait(h, "禹州 研发平台");
	harness_send(h, "F4 4");
	harness_type(h, "上周");
	harness_send(h, "Enter");
	harness_wait_row(h, 22, "不是日期");
	harness_send(h, "BackSpace*2");
	harness_type(h, "昨天");
	harness_send(h, "Enter");
	harness_wait(h, "没有符合筛选条件的变更");
	harness_send(h, "F4 5");
	harness_wait(h, "全部变更,新的在前");
	leave(h);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_a_life_tells_old_and_new, office_open, office_close),
		cmocka_unit_test_setup_teardown(test_an_old_figure_comes_back_as_a_new_entry, office_open, office_close),
		cmocka_unit_test_setup_teardown(test_the_log_is_filtered_by_what_is_typed, office_open, office_close),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
