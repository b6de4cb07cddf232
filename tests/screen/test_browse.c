// SPDX-License-Identifier: MIT
// Read-only: --browse and a file without the right to write show the same screens, and nothing that writes.
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
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
	office_set("platforms", "禹州市", "202403", "31");
	office_set("platforms", "禹州市", "202406", "33");
	return 0;
}

// The bytes of the file stay as they are, whatever is pressed.
static void try_all_that_writes(struct harness *h)
{
	size_t before_len, after_len;
	char *before = program_bytes(office.file, &before_len);
	harness_wait(h, "十 强化规划实施保障");
	harness_wait_row(h, 0, "只读");
	harness_send(h, "F10 1");
	harness_wait_row(h, 0, "选单位");
	harness_send(h, "4");
	harness_wait_row(h, 0, "填报       禹州市");
	harness_wait_row(h, 1, "本期 ");                     // not: to key in
	assert_false(harness_find(h, "[", &(int){0}, &(int){0}));
	assert_null(strstr(harness_row(h, 23), "F5"));
	assert_null(strstr(harness_row(h, 23), "F9"));
	office_go(h, "研发平台");
	harness_send(h, "34");
	harness_wait_row(h, 22, "只读打开");
	harness_send(h, "Enter");
	harness_wait(h, ">孵化平台");
	harness_wait(h, "33      增2");
	harness_send(h, "F5");
	harness_wait_row(h, 22, "只读打开");
	harness_send(h, "e u ^Z ^R F9");
	harness_wait_row(h, 22, "只读打开");
	office_go(h, "研发平台");
	harness_send(h, "F8");
	harness_wait(h, "备注:");
	harness_send(h, "Esc H");
	harness_wait(h, "  33个");
	harness_send(h, "Esc F6");
	harness_wait_row(h, 0, "研发平台");
	harness_send(h, "F10 1");
	harness_wait_row(h, 0, "选单位");
	harness_send(h, "5");
	harness_wait_row(h, 0, "长葛市");
	char *after = program_bytes(office.file, &after_len);
	assert_true(before_len == after_len && memcmp(before, after, after_len) == 0);
	free(before);
	free(after);
	harness_stop(h);
}

static void test_browse(void **state)
{
	(void)state;
	try_all_that_writes(office_start_with(24, 80, "--browse", NULL));
}

// The program and its messages where anybody reaches them: root's checkout may lie in a folder that is closed to others.
static const char *program_for_all(void)
{
	static char path[300];
	char command[1000];
	const char *built = program_path();
	int folder = (int)(strstr(built, "/bin/") - built);
	snprintf(path, sizeof path, "%s/bin/duibiao", office.folder);
	snprintf(command, sizeof command, "cp -r '%.*s/share' '%s' && mkdir '%s/bin' && cp '%s' '%s'", folder, built, office.folder,
		office.folder, built, path);
	assert_int_equal(system(command), 0);
	return path;
}

// The rights of a file do not bind root, so root's test becomes nobody.
static void test_a_file_that_may_only_be_read(void **state)
{
	(void)state;
	const char *const nobody[] = {"/usr/bin/setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", program_for_all(), "--period",
		"2024Q2", office.file, NULL};
	char *folder = office.folder;
	assert_int_equal(chmod(folder, 0755), 0);
	assert_int_equal(chmod(office.file, 0444), 0);
	try_all_that_writes(harness_start_with(geteuid() == 0 ? nobody : nobody + 4, 24, 80, folder, NULL));
}

static void test_what_a_desk_saves_is_seen(void **state)
{
	(void)state;
	struct harness *h = office_start_with(24, 80, "--browse", NULL);
	office_bench(h);
	harness_wait(h, "禹州 1/7");
	office_set("incubators", "禹州市", "202406", "4");
	harness_wait(h, "禹州 2/7");
	harness_stop(h);
}

static void open_units(struct harness *h)
{
	harness_wait(h, "十 强化规划实施保障");
	harness_send(h, "F10 2");
	harness_wait_row(h, 0, "全部指标");
	harness_send(h, "/");
	harness_type(h, "研发平台");
	harness_send(h, "Enter");
	harness_wait(h, ">");
	harness_send(h, "Enter");
	harness_wait_row(h, 0, "各单位");
}

// A reader sees nothing of what no reviewer has seen, unless he asks; a desk sees all, marked, unless it asks.
static void test_accepted_figures_by_default(void **state)
{
	(void)state;
	struct harness *h = office_start_with(24, 80, "--browse", NULL);
	open_units(h);
	harness_wait_row(h, 0, "只含审核通过的数  只读");
	assert_false(harness_find(h, "33", &(int){0}, &(int){0}));
	harness_send(h, "~");
	harness_wait(h, "~33个");
	harness_wait_row(h, 0, "含未审核数  只读");
	harness_wait_row(h, 22, "含未审核数，数前标~");
	harness_send(h, "~");
	harness_wait_gone(h, "33个");
	harness_wait_row(h, 0, "只含审核通过的数");
	harness_stop(h);
}

static void test_all_figures_at_a_desk(void **state)
{
	(void)state;
	struct harness *h = office_start(24, 80);
	open_units(h);
	harness_wait(h, "~33个");
	harness_send(h, "~");
	harness_wait_row(h, 0, "只含审核通过的数");
	harness_wait_gone(h, "33个");
	harness_send(h, "Esc Esc Esc");
	harness_wait(h, "十 强化规划实施保障");
	harness_send(h, "F4 4");
	harness_wait_row(h, 0, "填报       禹州市");
	harness_wait_gone(h, "只含审核通过的数");            // a form shows what is keyed in
	harness_wait(h, "33");
	harness_stop(h);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_browse, setup, office_close),
		cmocka_unit_test_setup_teardown(test_a_file_that_may_only_be_read, setup, office_close),
		cmocka_unit_test_setup_teardown(test_what_a_desk_saves_is_seen, setup, office_close),
		cmocka_unit_test_setup_teardown(test_accepted_figures_by_default, setup, office_close),
		cmocka_unit_test_setup_teardown(test_all_figures_at_a_desk, setup, office_close),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
