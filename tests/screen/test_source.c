// SPDX-License-Identifier: MIT
// Down to the source: from a chapter's bar to its units, a unit's cells, a cell's life with its documents; and back to each place.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "tests/screen/harness.h"
#include "tests/storage/program.h"

static void test_there_and_back(void **state)
{
	(void)state;
	const char *const argv[] = {program_path(), "--demo", NULL};
	struct harness *h = harness_start(argv, 24, 80);
	harness_wait_row(h, 0, "工作台");
	harness_wait(h, "十 强化规划实施保障");
	harness_send(h, "Down*4");
	harness_wait(h, ">五 构建科技创新能力支撑体系");
	harness_send(h, "Enter");
	harness_wait_row(h, 0, "指标");
	harness_wait(h, ">X 研发平台");
	harness_send(h, "Enter");
	harness_wait_row(h, 0, "单位");
	harness_send(h, "Down*3");
	harness_wait_row(h, 5, ">");
	harness_wait_row(h, 5, "禹州市");
	harness_send(h, "Enter");
	harness_wait_row(h, 0, "填报");
	harness_wait(h, ">研发平台");
	harness_send(h, "H");
	harness_wait_row(h, 0, "变更       禹州");
	harness_wait_row(h, 1, "国家级、省级研发平台 截至2024年6月末");
	harness_wait(h, "用在哪里");
	harness_send(h, "Esc");
	harness_wait_row(h, 0, "填报");
	harness_wait(h, ">研发平台");
	harness_send(h, "Esc");
	harness_wait_row(h, 0, "单位");
	harness_wait_row(h, 5, ">");
	harness_send(h, "Esc");
	harness_wait_row(h, 0, "指标");
	harness_wait(h, ">X 研发平台");
	harness_send(h, "F8");
	harness_wait_row(h, 0, "规划");
	harness_wait(h, "国家级、省级研发平台");
	harness_send(h, "Esc");
	harness_wait_row(h, 0, "指标");
	harness_wait(h, ">X 研发平台");
	harness_send(h, "Esc");
	harness_wait_row(h, 0, "工作台");
	harness_wait(h, ">五 构建科技创新能力支撑体系");
	harness_signal(h, 15);
	harness_wait_exit(h);
	harness_stop(h);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(test_there_and_back)};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
