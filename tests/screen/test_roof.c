// SPDX-License-Identifier: MIT
// The whole program at a terminal: the first start, files that cannot be opened, a draft after a kill, a lost locale, and the
// commands of a GBK terminal.
#define _GNU_SOURCE      // memmem
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "tests/screen/harness.h"
#include "tests/storage/program.h"

#define ROWS 24
#define COLS 80

static struct harness *start(const char *folder, const char *const *extra, const char *first, const char *second)
{
	const char *const argv[] = {program_path(), first, second, NULL};
	return harness_start_with(argv, ROWS, COLS, folder, extra);
}

// Of a file that does not know yet who sits here: later.
static void put_off(struct harness *h)
{
	harness_wait_row(h, 0, "工作台");
	harness_wait(h, "请登记操作员");
	harness_send(h, "Esc");
	harness_wait_row(h, ROWS - 2, "未登记操作员");
}

static void test_first_start_opens_the_plan_and_leaves_as_it_came(void **state)
{
	struct stat status;
	(void)state;
	struct harness *h = start(NULL, NULL, NULL, NULL);
	harness_wait_row(h, 0, "工作台");
	harness_wait(h, "构建科技创新能力支撑体系");
	put_off(h);
	char *path = harness_path(h, "data/duibiao/plan.db");
	assert_int_equal(stat(path, &status), 0);
	assert_int_equal(status.st_mode & 0777, 0600);
	harness_send(h, "q");
	assert_int_equal(harness_wait_exit(h), 0);
	free(path);
	harness_stop(h);
}

static void test_a_foreign_file_is_named_and_left_alone(void **state)
{
	size_t len = 0;
	(void)state;
	char *folder = harness_folder_new(), path[512];
	snprintf(path, sizeof path, "%s/report.xlsx", folder);
	FILE *file = fopen(path, "w");
	assert_non_null(file);
	fputs("PK\003\004", file);
	fclose(file);
	struct harness *h = start(folder, NULL, path, NULL);
	harness_wait(h, "这个文件不能用");
	harness_wait(h, "Excel");
	harness_send(h, "Esc");
	assert_int_equal(harness_wait_exit(h), 3);
	char *bytes = program_bytes(path, &len);
	assert_int_equal(len, 4);
	free(bytes);
	harness_stop(h);
	harness_folder_remove(folder);
}

static void test_another_file_can_be_opened_from_there(void **state)
{
	(void)state;
	char *folder = harness_folder_new(), path[512], missing[512];
	snprintf(path, sizeof path, "%s/other.db", folder);
	snprintf(missing, sizeof missing, "%s/missing.db", folder);
	struct harness *h = start(folder, NULL, "init", path);
	assert_int_equal(harness_wait_exit(h), 0);
	harness_stop(h);
	h = start(folder, NULL, missing, NULL);
	harness_wait(h, "没有这个文件");
	harness_send(h, "1");
	harness_wait(h, "文件路径");
	harness_type(h, path);
	harness_send(h, "Enter");
	put_off(h);
	harness_send(h, "q");
	assert_int_equal(harness_wait_exit(h), 0);
	assert_int_not_equal(access(missing, F_OK), 0);
	harness_stop(h);
	harness_folder_remove(folder);
}

static void test_browsing_says_so(void **state)
{
	(void)state;
	struct harness *h = start(NULL, NULL, "--browse", NULL);
	harness_wait_row(h, 0, "只读");
	harness_send(h, "q");
	assert_int_equal(harness_wait_exit(h), 0);
	harness_stop(h);
}

// To the form of the first county; its first cell has the cursor.
static void open_form(struct harness *h)
{
	put_off(h);
	harness_send(h, "F4");
	harness_wait_row(h, 0, "选单位");
	harness_send(h, "Down Enter");
	harness_wait_row(h, 0, "填报");
}

static void test_what_was_being_typed_is_offered_after_a_kill(void **state)
{
	(void)state;
	char *folder = harness_folder_new();
	struct harness *h = start(folder, NULL, NULL, NULL);
	open_form(h);
	harness_send(h, "4 7");
	harness_wait(h, "[47");
	harness_signal(h, SIGKILL);
	assert_int_equal(harness_wait_exit(h), 128 + SIGKILL);
	harness_stop(h);
	h = start(folder, NULL, NULL, NULL);
	harness_wait(h, "“47”");
	put_off(h);
	harness_send(h, "0");
	harness_wait(h, "[47");
	harness_stop(h);
	harness_folder_remove(folder);
}

static void test_a_plan_is_applied_only_after_a_yes(void **state)
{
	static const struct { const char *answer; int status; } answers[] = {{"n Enter", 4}, {"^D", 4}, {"y Enter", 0}};
	(void)state;
	char *folder = harness_folder_new();
	const char *const argv[] = {program_path(), "plan", "apply", "tests/plans/other.ini", NULL};
	for (size_t i = 0; i < sizeof answers / sizeof answers[0]; i++) {
		struct harness *h = harness_start_with(argv, ROWS, COLS, folder, NULL);
		harness_wait(h, "y/n");
		harness_send(h, answers[i].answer);
		assert_int_equal(harness_wait_exit(h), answers[i].status);
		harness_stop(h);
	}
	harness_folder_remove(folder);
}

static void test_a_lost_locale_is_asked_about(void **state)
{
	static const char *const nowhere[] = {"LC_ALL=nowhere.UTF-8", NULL};
	(void)state;
	struct harness *h = start(NULL, nowhere, NULL, NULL);
	harness_wait(h, "nowhere.UTF-8");
	harness_send(h, "Enter");
	harness_wait_row(h, 0, "工作台");
	harness_stop(h);
}

static void test_commands_of_a_gbk_terminal(void **state)
{
	static const char unit[] = "\xd3\xed\xd6\xdd\xca\xd0", saved[] = "\xd2\xd1\xb4\xe6";        // 禹州市, 已存
	(void)state;
	char *folder = harness_folder_new(), command[512], where[512];
	size_t len;
	snprintf(command, sizeof command, "localedef -i zh_CN -f GBK %s/zh_CN.GBK >/dev/null 2>&1", folder);
	if (system(command) == -1)
		fail();
	snprintf(where, sizeof where, "LOCPATH=%s", folder);
	const char *const extra[] = {where, "LC_ALL=zh_CN.GBK", "LANGUAGE=zh_CN", NULL};
	const char *const argv[] = {program_path(), "set", "platforms", unit, "2024Q1", "31", NULL};
	struct harness *h = harness_start_with(argv, ROWS, COLS, folder, extra);
	assert_int_equal(harness_wait_exit(h), 0);
	const char *output = harness_output(h, &len);
	assert_non_null(memmem(output, len, saved, sizeof saved - 1));
	assert_non_null(memmem(output, len, unit, sizeof unit - 1));
	harness_stop(h);
	harness_folder_remove(folder);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_first_start_opens_the_plan_and_leaves_as_it_came),
		cmocka_unit_test(test_a_foreign_file_is_named_and_left_alone),
		cmocka_unit_test(test_another_file_can_be_opened_from_there),
		cmocka_unit_test(test_browsing_says_so),
		cmocka_unit_test(test_what_was_being_typed_is_offered_after_a_kill),
		cmocka_unit_test(test_a_plan_is_applied_only_after_a_yes),
		cmocka_unit_test(test_a_lost_locale_is_asked_about),
		cmocka_unit_test(test_commands_of_a_gbk_terminal),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
