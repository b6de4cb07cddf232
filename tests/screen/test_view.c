// SPDX-License-Identifier: MIT
// duibiao-view at a terminal: the desk's own screens without anything that writes, accepted figures only, and nothing of the
// reader's environment but what was looked at.
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <cmocka.h>

#include "tests/screen/harness.h"
#include "tests/screen/office.h"
#include "tests/storage/program.h"

static int setup(void **state)
{
	office_open(state);
	office_set("platforms", "禹州市", "202406", "33");
	return 0;
}

static const char *view_path(void)
{
	static char path[300];
	snprintf(path, sizeof path, "%s-view", program_path());
	return path;
}

static struct harness *view_start(const char *const *environment)
{
	const char *argv[] = {view_path(), "--period", "2024Q2", office.file, NULL};
	return harness_start_with(argv, 24, 80, office.folder, environment);
}

static bool is_there(struct harness *h, const char *name)
{
	char *path = harness_path(h, name);
	bool there = access(path, F_OK) == 0;
	free(path);
	return there;
}

static void test_the_screens_and_nothing_that_writes(void **state)
{
	(void)state;
	size_t before_len, after_len;
	char *before = program_bytes(office.file, &before_len);
	struct harness *h = view_start(NULL);
	harness_wait(h, "十 强化规划实施保障");
	harness_wait_row(h, 0, "只读");
	harness_wait_row(h, 22, "s排名 c走势 ~未审核");          // no past day: the reader's program has no log
	harness_send(h, "F10 7");                              // figures from a file
	harness_wait_row(h, 22, "只读打开");
	harness_send(h, "F10 1");
	harness_wait_row(h, 0, "选单位");
	harness_send(h, "4");
	harness_wait_row(h, 0, "填报       禹州市");
	assert_null(strstr(harness_row(h, 23), "F9"));
	harness_send(h, "34 e u ^Z ^R F9");
	harness_wait_row(h, 22, "只读打开");
	harness_send(h, "F3 F10 2");
	harness_wait_row(h, 0, "指标");
	harness_send(h, "F3 q");
	assert_int_equal(harness_wait_exit(h), 0);
	assert_false(is_there(h, "state"));                  // no draft, no widths
	char *after = program_bytes(office.file, &after_len);
	assert_true(before_len == after_len && memcmp(before, after, after_len) == 0);
	free(before);
	free(after);
	harness_stop(h);
}

static void publish(const char *folder)
{
	struct program_result result = program_run("publish", folder, "--file", office.file);
	assert_int_equal(result.status, 0);
}

// A later snapshot is taken up where the reader stands, and said once; what nobody has accepted is in none.
static void test_a_snapshot(void **state)
{
	(void)state;
	char folder[600], file[700];
	snprintf(folder, sizeof folder, "%s/readers", office.folder);
	snprintf(file, sizeof file, "%s/plan.db", folder);
	assert_int_equal(mkdir(folder, 0755), 0);
	publish(folder);
	const char *argv[] = {view_path(), "--period", "2024Q2", file, NULL};
	struct harness *h = harness_start_with(argv, 24, 80, office.folder, NULL);
	harness_wait_row(h, 0, "发布数");
	harness_send(h, "F10 1 4");
	harness_wait_row(h, 0, "填报       禹州市");
	assert_false(harness_find(h, " 33", &(int){0}, &(int){0}));      // a minute may be 33, too
	office_set_city("platforms", "202403", "4321");
	publish(folder);
	harness_wait_row(h, 22, "发布的数");
	harness_wait_row(h, 0, "填报       禹州市");
	harness_send(h, "F6");
	harness_wait_gone(h, "发布的数");
	harness_send(h, "H");
	harness_wait(h, "这是发布数，不含变更记录。");
	harness_send(h, "F10 0 9 3");
	harness_wait_row(h, 0, "总览");
	harness_send(h, "~");
	harness_wait_row(h, 22, "这是发布数，只有审核通过的数。");
	harness_wait_row(h, 0, "只含审核通过的数");
	harness_stop(h);
}

static void expect_refused(const char *type)
{
	char term[200];
	snprintf(term, sizeof term, "TERM=%s", type);
	struct harness *h = view_start((const char *const[]){term, NULL});
	harness_wait(h, "不能移动光标");
	assert_int_not_equal(harness_wait_exit(h), 0);
	harness_stop(h);
}

static void test_names_of_terminals(void **state)
{
	(void)state;
	expect_refused("../../x");
	expect_refused("/usr/share/terminfo/x/xterm");
	expect_refused("x/xterm");
	expect_refused(".hidden");
	expect_refused("xterm..");
	expect_refused("xterm%s");
	expect_refused("xterm\033[2J");
	expect_refused("x2345678901234567890123456789012345678901234567890123456789012345");
	expect_refused("");
}

// A description of the reader's own, in his TERMINFO and in his home.
static void test_no_description_of_the_reader(void **state)
{
	(void)state;
	char command[1200], terminfo[600];
	snprintf(command, sizeof command, "infocmp xterm | sed 's/^xterm|.*/mine|his own,/' >'%s/mine.ti' && tic -o '%s/.terminfo' '%s/mine.ti'",
		office.folder, office.folder, office.folder);
	assert_int_equal(system(command), 0);
	snprintf(terminfo, sizeof terminfo, "TERMINFO=%s/.terminfo", office.folder);
	struct harness *h = view_start((const char *const[]){"TERM=mine", terminfo, NULL});
	harness_wait(h, "不能移动光标");
	assert_int_not_equal(harness_wait_exit(h), 0);
	harness_stop(h);
}

static void test_a_locale_that_is_not_here(void **state)
{
	(void)state;
	struct harness *h = view_start((const char *const[]){"LC_ALL=xx_XX.UTF-8", "LANGUAGE=en", "LINES=3", "COLUMNS=9", NULL});
	harness_wait_row(h, 22, "现按UTF-8显示");
	harness_wait(h, "十 强化规划实施保障");
	harness_stop(h);
}

#define HOME "十 强化规划实施保障"

static bool has_changed(struct harness *h, void *before)
{
	char *now = harness_snapshot(h);
	bool changed = strcmp(now, before) != 0;
	free(now);
	return changed;
}

static int look_at(const char *screen, const char *const *argv, const char *const *environment, const char *codeset)
{
	struct harness *h = harness_start_with(argv, 24, 80, office.folder, environment);
	if (codeset != NULL)
		harness_terminal(h, codeset, false);
	harness_wait_row(h, 0, "发布数");
	harness_wait(h, HOME);
	char *before = harness_snapshot(h);
	harness_send(h, screen);
	harness_wait_until(h, has_changed, before);
	free(before);
	harness_send(h, "F1 F3 y Enter Down Enter [ ] F9 / x x Esc ^L F2 F3");
	harness_resize(h, 50, 160);
	for (int i = 0; i < 9; i++)
		harness_send(h, "F3");
	int status = harness_wait_exit(h);
	harness_stop(h);
	return status;
}

// Every screen that reads, inside the wall: what one of them had yet to open, or to ask of the kernel, would kill it.
static void look_at_all(const char *const *argv, const char *const *environment, const char *codeset)
{
	static const char *const screens[] = {"F1", "F2", "F10", "1", "2", "3", "4", "5", "6", "7", "F10 1", "F10 3", "F10 8", "F10 9", "F10 091",
		"F10 091 Enter"};
	for (size_t i = 0; i < sizeof screens / sizeof screens[0]; i++)
		assert_int_equal(look_at(screens[i], argv, environment, codeset), 0);
}

// Characters of another set than UTF-8 come from tables that are loaded as code: before the wall stands. The locale lies where
// the system has its own, for this process alone.
static void test_all_screens_in_gbk(void **state)
{
	(void)state;
	char folder[600], command[2000];
	char *locales = harness_locale_new("zh_CN.GBK");
	if (locales == NULL || system("unshare -m mount --bind /usr/lib/locale /usr/lib/locale 2>/dev/null") != 0) {
		free(locales);
		skip();
	}
	snprintf(folder, sizeof folder, "%s/readers", office.folder);
	assert_int_equal(mkdir(folder, 0755), 0);
	publish(folder);
	snprintf(command, sizeof command, "mount --bind '%s' /usr/lib/locale && exec '%s' --period 2024Q2 '%s/plan.db'", locales, view_path(),
		folder);
	const char *argv[] = {"/usr/bin/unshare", "-m", "sh", "-c", command, NULL};
	look_at_all(argv, (const char *const[]){"LC_ALL=zh_CN.GBK", NULL}, "GBK");
	harness_folder_remove(locales);
}

static void test_all_screens_inside(void **state)
{
	(void)state;
	char folder[600], file[700];
	snprintf(folder, sizeof folder, "%s/readers", office.folder);
	snprintf(file, sizeof file, "%s/plan.db", folder);
	assert_int_equal(mkdir(folder, 0755), 0);
	publish(folder);
	const char *argv[] = {view_path(), "--period", "2024Q2", file, NULL};
	look_at_all(argv, NULL, NULL);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_the_screens_and_nothing_that_writes, setup, office_close),
		cmocka_unit_test_setup_teardown(test_a_snapshot, setup, office_close),
		cmocka_unit_test_setup_teardown(test_all_screens_inside, setup, office_close),
		cmocka_unit_test_setup_teardown(test_all_screens_in_gbk, setup, office_close),
		cmocka_unit_test_setup_teardown(test_names_of_terminals, setup, office_close),
		cmocka_unit_test_setup_teardown(test_no_description_of_the_reader, setup, office_close),
		cmocka_unit_test_setup_teardown(test_a_locale_that_is_not_here, setup, office_close),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
