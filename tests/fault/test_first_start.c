// SPDX-License-Identifier: MIT
// The first start, killed at random moments: the default file is not there or whole, the next start makes what is missing and
// takes away what the killed one left.
#include <dirent.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

#include "tests/storage/fixture.h"
#include "tests/storage/program.h"

#define KILLS 40
#define STEP_US 700          // a first start takes some 20 ms: the kills fall all over it

static void start_and_kill(long after_us)
{
	int status;
	pid_t child = fork();
	assert_true(child >= 0);
	if (child == 0) {
		setenv("HOME", fixture_folder(), 1);
		unsetenv("XDG_DATA_HOME");
		if (freopen("/dev/null", "w", stdout) != NULL && freopen("/dev/null", "w", stderr) != NULL)
			execl(program_path(), program_path(), "log", "--limit", "1", (char *)NULL);
		_exit(125);
	}
	nanosleep(&(struct timespec){0, after_us * 1000}, NULL);    // nothing is waited for: each kill falls at a moment of its own
	kill(child, SIGKILL);
	assert_int_equal(waitpid(child, &status, 0), child);
}

static int count_files(const char *folder)
{
	int count = 0;
	DIR *listing = opendir(folder);
	assert_non_null(listing);
	for (struct dirent *entry = readdir(listing); entry != NULL; entry = readdir(listing))
		count += entry->d_name[0] != '.';
	closedir(listing);
	return count;
}

static void test_a_killed_first_start_leaves_nothing_half(void **state)
{
	(void)state;
	for (int i = 0; i < KILLS; i++) {
		char folder[512];
		program_reset();
		start_and_kill(i * STEP_US);
		snprintf(folder, sizeof folder, "%s/.local/share/duibiao", fixture_folder());
		bool was_there = access(fixture_path(".local/share/duibiao/plan.db"), F_OK) == 0;
		struct program_result result = program_run("verify");
		if (result.status != 0)
			fail_msg("after a kill at %d us: %s", i * STEP_US, result.err);
		assert_non_null(strstr(program_run("log").out, "470"));
		// A start that makes the file sweeps; one that finds it whole has no reason to look.
		assert_true(count_files(folder) == 1 || was_there);
		fixture_folder_done();
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_a_killed_first_start_leaves_nothing_half) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
