// SPDX-License-Identifier: MIT
// What a reader may ask for that is not there: a period outside the plan, a unit that was not there then, a file that stands there
// already, a disk that is full half way, a pipe that nobody reads. One clear sentence each, and nothing half written.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "tests/storage/fixture.h"
#include "tests/storage/program.h"

static char database[512];

static int new_database(void **state)
{
	(void)state;
	program_reset();
	snprintf(database, sizeof database, "%s", fixture_path("t.db"));
	unlink(database);
	return program_run("init", "--plan", "tests/plans/qinghe.ini", database).status;
}

static int remove_folder(void **state)
{
	(void)state;
	fixture_folder_done();
	return 0;
}

static void refused(struct program_result result, int status, const char *says)
{
	if (result.status != status || strstr(result.err, says) == NULL || result.out[0] != '\0')
		fail_msg("status %d (expected %d), \"%s\" not in: %s%s", result.status, status, says, result.out, result.err);
}

// ------------------------------------------------------------ periods

static void test_a_period_outside_the_plan(void **state)
{
	static const char *const commands[][4] = {{"report"}, {"report", "--brief"}, {"reports"}, {"check"}, {"bulletin", "--remind"}, {"--plain"}};
	(void)state;
	for (size_t i = 0; i < sizeof commands / sizeof commands[0]; i++) {
		const char *arguments[8] = {commands[i][0]};
		int len = 1;
		if (commands[i][1] != NULL)
			arguments[len++] = commands[i][1];
		arguments[len] = "--period";
		arguments[len + 2] = "--file";
		arguments[len + 3] = database;
		arguments[len + 1] = "2010";
		refused(program_run_list(arguments), 4, "there are no figures of year 2010: those of this plan begin with 2020");
		arguments[len + 1] = "2099";
		refused(program_run_list(arguments), 4, "there are no figures of year 2099 yet");
	}
	refused(program_run("report", "--form", "--unit", "dz", "--period", "2010", "--file", database), 4, "begin with 2020");
	refused(program_run("report", "--form", "--unit", "dz", "--period", "2099", "--file", database), 4, "the plan ends with 2025");
	assert_int_equal(program_run("report", "--period", "2020", "--file", database).status, 0);         // the base year's own
}

// The form of a period that is still to come may be printed; its figures are not there.
static void test_a_period_that_has_not_begun(void **state)
{
	(void)state;
	refused(program_run("report", "--demo", "--period", "2024Q4"), 4, "that period ends with 2024-12");
	refused(program_run("reports", "--demo", "--period", "2024Q4"), 4, "that period ends with 2024-12");
	assert_int_equal(program_run("report", "--demo", "--period", "2024Q3").status, 0);                 // of a day in July 2024
	assert_int_equal(program_run("report", "--demo", "--form", "--unit", "yz", "--period", "2024Q4").status, 0);
}

// ------------------------------------------------------------ units

static void test_a_unit_that_was_not_there_then(void **state)
{
	static const char *const commands[][2] = {{"report", "--form"}, {"check", NULL}};
	(void)state;
	struct program_result result = program_run("report", "--unit", "xz", "--period", "2024Q2", "--file", database);
	assert_int_equal(result.status, 0);                      // what it had said stays its own
	assert_non_null(strstr(result.err, "西洲县: there is no such unit after 2023-12; since then it is 合洲区"));
	for (size_t i = 0; i < sizeof commands / sizeof commands[0]; i++) {
		refused(program_run(commands[i][0], "--unit", "xz", "--period", "2024Q2", "--file", database, commands[i][1]), 4,
			"西洲县: there is no such unit after 2023-12; since then it is 合洲区");
		refused(program_run(commands[i][0], "--unit", "hz", "--period", "2023Q2", "--file", database, commands[i][1]), 4,
			"合洲区: there is no such unit before 2024-01");
		assert_int_not_equal(program_run(commands[i][0], "--unit", "dz", "--period", "2024", "--file", database, commands[i][1]).status, 2);
	}
	refused(program_run("set", "firms", "xz", "2024Q4", "5", "--file", database), 2, "西洲县 reports until 2023 only");
}

// ------------------------------------------------------------ files and pipes

static void test_a_file_that_stands_there(void **state)
{
	static const char *const commands[][3] = {{"report", "--demo"}, {"bulletin", "--demo"}, {"report", "--demo", "--brief"}};
	size_t len;
	(void)state;
	for (size_t i = 0; i < sizeof commands / sizeof commands[0]; i++) {
		FILE *file = fopen(fixture_path("there"), "w");
		assert_non_null(file);
		fputs("mine", file);
		fclose(file);
		refused(program_run(commands[i][0], commands[i][1], "-o", fixture_path("there"), commands[i][2]), 4, "--force");
		char *bytes = program_bytes(fixture_path("there"), &len);
		assert_string_equal(bytes, "mine");
		free(bytes);
		assert_int_equal(program_run(commands[i][0], commands[i][1], "-o", fixture_path("there"), "--force", commands[i][2]).status, 0);
		bytes = program_bytes(fixture_path("there"), &len);
		assert_true(len > 500);
		free(bytes);
	}
	refused(program_run("report", "--demo", "-o", "/nowhere/r.txt"), 3, "/nowhere/r.txt");
	refused(program_run("report", "--demo", "-o", fixture_folder()), 4, "");
}

static void test_a_full_disk_leaves_nothing(void **state)
{
	static const char *const formats[] = {"html", "xlsx", "csv"};
	char folder[256], file[300];
	struct stat status;
	(void)state;
	snprintf(folder, sizeof folder, "%s", fixture_path("small"));
	snprintf(file, sizeof file, "%s/r", folder);
	assert_int_equal(mkdir(folder, 0700), 0);
	if (mount("none", folder, "tmpfs", 0, "size=4k") != 0)
		skip();
	for (size_t i = 0; i < sizeof formats / sizeof formats[0]; i++) {
		refused(program_run("report", "--demo", "--format", formats[i], "-o", file), 3, "");
		assert_int_not_equal(stat(file, &status), 0);
	}
	refused(program_run("bulletin", "--demo", "--format", "html", "-o", file), 3, "");
	assert_int_not_equal(stat(file, &status), 0);
	assert_int_equal(umount(folder), 0);
	assert_int_equal(rmdir(folder), 0);
}

// Nothing is said of a reader that has gone; a device that takes nothing is an error.
static void test_nobody_reads(void **state)
{
	static const char *const commands[] = {"report --demo", "report --demo --format json", "bulletin --demo", "bulletin --demo --format html",
		"report --demo --brief", "log --demo --limit 100000"};
	(void)state;
	for (size_t i = 0; i < sizeof commands / sizeof commands[0]; i++) {
		char command[1024];
		size_t len;
		snprintf(command, sizeof command, "%s %s 2>'%s' | head -c 10 >/dev/null", program_path(), commands[i], fixture_path("said"));
		assert_int_equal(system(command), 0);
		char *said = program_bytes(fixture_path("said"), &len);
		assert_string_equal(said, "");
		free(said);
		snprintf(command, sizeof command, "%s %s >/dev/full 2>'%s'", program_path(), commands[i], fixture_path("said"));
		assert_int_equal(WEXITSTATUS(system(command)), 3);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup(test_a_period_outside_the_plan, new_database),
		cmocka_unit_test_setup(test_a_period_that_has_not_begun, new_database),
		cmocka_unit_test_setup(test_a_unit_that_was_not_there_then, new_database),
		cmocka_unit_test_setup(test_a_file_that_stands_there, new_database),
		cmocka_unit_test_setup(test_a_full_disk_leaves_nothing, new_database),
		cmocka_unit_test_setup(test_nobody_reads, new_database),
	};
	return cmocka_run_group_tests(tests, NULL, remove_folder);
}
