// SPDX-License-Identifier: MIT
// t: supposed values change standings and are marked everywhere; dropped, the file is the same byte for byte; keyed in, they are
// stored.
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

struct bytes {
	char *at;
	size_t len;
};

static struct bytes file_bytes(void)
{
	FILE *file = fopen(office.file, "rb");
	assert_non_null(file);
	fseek(file, 0, SEEK_END);
	struct bytes bytes = {.len = (size_t)ftell(file)};
	bytes.at = malloc(bytes.len);
	rewind(file);
	assert_int_equal(fread(bytes.at, 1, bytes.len, file), bytes.len);
	fclose(file);
	return bytes;
}

static void expect_same(struct bytes before)
{
	struct bytes after = file_bytes();
	assert_int_equal(after.len, before.len);
	assert_memory_equal(after.at, before.at, before.len);
	free(after.at);
	free(before.at);
}

// The form of 禹州市 at 研发平台, where 33 stands.
static struct harness *form(void)
{
	office_set("platforms", "yz", "202406", "33");
	struct harness *h = office_form(24, 80);
	office_go(h, "研发平台");
	return h;
}

// What is refused stays in its question, to be mended.
static void test_a_refused_value_is_kept(void **state)
{
	(void)state;
	struct harness *h = form();
	harness_send(h, "t");
	harness_wait(h, "试算值");
	harness_type(h, "1,12");
	harness_send(h, "Enter");
	harness_wait_row(h, 22, "1,12");
	harness_wait(h, "试算值 [1,12");
	harness_send(h, "BackSpace*3");
	harness_type(h, "2");
	harness_send(h, "Enter");
	harness_wait_row(h, 22, "试算：各屏按试算值显示");
	harness_stop(h);
}

static void suppose(struct harness *h, const char *value)
{
	harness_send(h, "t");
	harness_wait(h, "试算值");
	harness_type(h, value);
	harness_send(h, "Enter");
	harness_wait_row(h, 22, "试算：各屏按试算值显示");
}

static void test_dropped_it_was_never_there(void **state)
{
	(void)state;
	struct harness *h = form();
	struct bytes before = file_bytes();
	suppose(h, "60");
	harness_wait_row(h, 0, "试算");
	harness_wait(h, "[       33] ");
	harness_wait(h, "试算60");
	harness_send(h, "Esc");
	harness_wait_row(h, 0, "工作台");
	harness_wait_row(h, 0, "试算");
	harness_wait_row(h, 22, "试算,未存");
	harness_send(h, "Esc");
	harness_wait(h, "有1个试算值未存");
	harness_send(h, "Esc");
	harness_wait_gone(h, "有1个试算值未存");
	harness_send(h, "q");
	harness_wait(h, "有1个试算值未存");
	harness_send(h, "1");
	assert_int_equal(harness_wait_exit(h), 0);
	harness_stop(h);
	expect_same(before);
	assert_true(office_cell_is("platforms", "yz", "202406", "33,"));
}

static void test_standings_are_of_what_is_supposed(void **state)
{
	(void)state;
	office_set_city("platforms", "202406", "208");
	struct harness *h = form();
	suppose(h, "60");
	harness_send(h, "Esc");
	harness_wait_row(h, 0, "工作台");
	office_go(h, "五 构建科技创新能力支撑体系");
	harness_send(h, "Enter");
	harness_wait_row(h, 0, "指标");
	harness_wait(h, ">? 研发平台");
	harness_wait(h, "208/300个");
	harness_send(h, "t 1");
	harness_wait(h, "(已存:208个)");
	harness_type(h, "301");
	harness_send(h, "Enter");
	harness_wait(h, "301/300个");
	harness_send(h, "t 2");
	harness_wait(h, "全市研发平台208/300个→~3");           // what is stored, beside what would be
	harness_send(h, "Esc");
	harness_wait_gone(h, "→~3");
	harness_send(h, "t 3");
	harness_wait(h, "208/300个");
	harness_wait_gone(h, "301/300个");
	harness_send(h, "Esc Esc");
	assert_int_equal(harness_wait_exit(h), 0);
	harness_stop(h);
}

static void test_a_supposed_value_is_keyed_in(void **state)
{
	(void)state;
	struct harness *h = form();
	suppose(h, "60");
	harness_send(h, "t 2");
	harness_wait(h, "已存33个,试算60个");
	harness_send(h, "Enter");
	harness_wait(h, "录入:存入数据");
	harness_send(h, "3");
	harness_wait(h, "60]");
	harness_wait_gone(h, "试算");
	assert_true(office_cell_is("platforms", "yz", "202406", "60,"));
	harness_send(h, "Esc");
	harness_wait_row(h, 0, "工作台");
	harness_send(h, "q");
	assert_int_equal(harness_wait_exit(h), 0);
	harness_stop(h);
}

static void test_its_qualifier_is_keyed_in_with_it(void **state)
{
	(void)state;
	struct harness *h = form();
	suppose(h, "突破60");
	harness_send(h, "t 2");
	harness_wait(h, "已存33个,试算突破60个");
	harness_send(h, "Enter");
	harness_wait(h, "录入:存入数据");
	harness_send(h, "3");
	harness_wait_gone(h, "试算");
	assert_true(office_cell_is("platforms", "yz", "202406", "60,突破"));
	harness_signal(h, 15);
	harness_wait_exit(h);
	harness_stop(h);
}

// Of what is keyed in once a year it is the newest whole year that can be supposed, whatever period is shown.
static void test_of_a_yearly_figure_its_year(void **state)
{
	const char *const argv[] = {program_path(), "--demo", NULL};
	(void)state;
	struct harness *h = harness_start_with(argv, 24, 80, office.folder, NULL);
	harness_wait_row(h, 0, "工作台");
	harness_send(h, "F10 2");
	harness_wait_row(h, 0, "指标");
	office_go(h, "! 研发活动覆盖率");
	harness_send(h, "t");
	harness_wait(h, "试算,不存入:许昌市研发活动规上企业截至2023年末");
	harness_signal(h, 15);
	harness_wait_exit(h);
	harness_stop(h);
}

// What is no figure is refused and supposes nothing; read-only one may suppose, too, but key in nothing.
static void test_read_only_supposes_as_well(void **state)
{
	(void)state;
	office_set_city("platforms", "202406", "208");
	struct harness *h = office_start_with(24, 80, "--browse", NULL);
	office_bench(h);
	harness_send(h, "t");
	harness_wait_row(h, 22, "请先移到一个数");
	office_go(h, "五 构建科技创新能力支撑体系");
	harness_send(h, "Enter");
	harness_wait_row(h, 0, "指标");
	harness_wait(h, ">? 研发平台");
	harness_send(h, "t");
	harness_wait(h, "试算值");
	harness_type(h, "1,12");
	harness_send(h, "Enter");
	harness_wait_row(h, 22, "1,12");
	harness_send(h, "BackSpace*4");
	harness_type(h, "250");
	harness_send(h, "Enter");
	harness_wait(h, "250/300个");
	harness_send(h, "t 2 Enter");
	harness_wait(h, "放弃此试算值");
	assert_false(harness_find(h, "录入:存入数据", &(int){0}, &(int){0}));
	harness_send(h, "2");
	harness_wait_gone(h, "250/300个");
	harness_signal(h, 15);
	harness_wait_exit(h);
	harness_stop(h);
}

// Where targets are keyed in, the figure of the row's unit; the plan's own rows; and of a task nothing.
static void test_at_a_definition_the_plan_and_a_task(void **state)
{
	const char *const argv[] = {program_path(), "--demo", NULL};
	(void)state;
	struct harness *h = harness_start_with(argv, 50, 160, office.folder, NULL);
	harness_wait_row(h, 0, "工作台");
	harness_send(h, "F10 2 Down*8 s F8");
	harness_wait_row(h, 0, "指标定义");
	harness_wait(h, "40/45个");
	harness_send(h, "t");
	harness_wait(h, "试算值");
	harness_send(h, "^U");
	harness_type(h, "44");
	harness_send(h, "Enter");
	harness_wait(h, "试算：各屏按试算值显示");
	harness_wait(h, "+ 试算");
	harness_wait(h, "44/45个");
	harness_wait(h, "40/45个");
	harness_send(h, "t 3");
	harness_wait_gone(h, "44/45个");
	harness_send(h, "Esc Esc Esc F10 5 Down*4 Enter");
	harness_wait_row(h, 0, "规划");
	harness_wait(h, "~208/300个");
	harness_send(h, "t");
	harness_wait(h, "试算值");
	harness_send(h, "^U");
	harness_type(h, "299");
	harness_send(h, "Enter");
	harness_wait(h, "299/300个");
	harness_send(h, "t 3");
	harness_wait(h, "~208/300个");
	harness_send(h, "Esc F10 6 Down*2 Enter Down Enter");
	harness_wait_row(h, 0, "任务填报");
	harness_send(h, "t");
	harness_wait(h, "任务阶段不参与计算，此处没有可试算的数。");
	harness_signal(h, 15);
	harness_wait_exit(h);
	harness_stop(h);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_dropped_it_was_never_there, office_open, office_close),
		cmocka_unit_test_setup_teardown(test_a_refused_value_is_kept, office_open, office_close),
		cmocka_unit_test_setup_teardown(test_standings_are_of_what_is_supposed, office_open, office_close),
		cmocka_unit_test_setup_teardown(test_a_supposed_value_is_keyed_in, office_open, office_close),
		cmocka_unit_test_setup_teardown(test_its_qualifier_is_keyed_in_with_it, office_open, office_close),
		cmocka_unit_test_setup_teardown(test_of_a_yearly_figure_its_year, office_open, office_close),
		cmocka_unit_test_setup_teardown(test_read_only_supposes_as_well, office_open, office_close),
		cmocka_unit_test_setup_teardown(test_at_a_definition_the_plan_and_a_task, office_open, office_close),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
