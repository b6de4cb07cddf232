// SPDX-License-Identifier: MIT
// A report's way on the screens: what its owner and the bureau may do next with it, asked by digit.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "tests/screen/harness.h"
#include "tests/screen/office.h"
#include "tests/storage/program.h"

// Who sits here is read at each step, so that one account can be one colleague after another.
static void sit(const char *name, const char *unit, const char *role)
{
	assert_int_equal(program_run("operator", "--name", name, "--unit", unit, "--role", role, "--file", office.file).status, 0);
}

static void fill_yuzhou(void)
{
	static const char *const elements[] = {"leading_firms", "hitech_firms", "sme_firms", "platforms", "incubators", "contracts",
		"patents"};
	for (size_t i = 0; i < sizeof elements / sizeof elements[0]; i++)
		office_set(elements[i], "yz", "202406", i == 5 ? "1.12" : "30");
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
	fill_yuzhou();
	struct harness *h = office_form(24, 80);
	harness_wait_row(h, 0, "填报中7/7 逾期");
	harness_send(h, "F9");
	harness_wait(h, "办理 禹州市 2024年上半年报表 -- 填报中");
	harness_wait(h, "1 上报");
	harness_wait(h, "- 审核通过：禹州市：不能通过，报表不在待审核");
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

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_steps_are_asked_by_digit, office_open, office_close),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
