// SPDX-License-Identifier: MIT
// An import that is killed at a random moment has written all of the file or nothing. The file is so large that SQLite writes
// pages before the commit: what must be taken back then stands in the database already.
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
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

#define ROWS (5 * 8 * 15)
#define NOTE 3900

static char db[256], csv[256];

static int64_t now_us(void)
{
	struct timespec now;
	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000000 + now.tv_nsec / 1000;
}

static void write_csv(void)
{
	static const char *const elements[] = {"platforms", "contracts", "patents", "incubators", "sme_firms"};
	static const char *const units[] = {"yz", "cg", "ja", "wd", "yl", "xc", "dcq", "jkq"};
	FILE *out = fopen(csv, "w");
	assert_non_null(out);
	fprintf(out, "element,unit,period,value,note\n");
	for (int i = 0; i < ROWS; i++)
		fprintf(out, "%s,%s,%d,%d,%0*d\n", elements[i % 5], units[i / 5 % 8], 202103 + i / 40 / 4 * 100 + i / 40 % 4 * 3, i, NOTE, i);
	fclose(out);
}

static void make_file(void)
{
	char journal[300];
	snprintf(journal, sizeof journal, "%s-journal", db);
	remove(db);
	remove(journal);
	assert_int_equal(program_run("init", db).status, 0);
}

static int count_rows(void)
{
	struct program_result result = program_run("export", "--file", db);
	int rows = 0;
	assert_int_equal(result.status, 0);
	for (const char *at = result.out; (at = strstr(at, "\n")) != NULL; at++)
		rows++;
	return rows;
}

static pid_t start_import(void)
{
	pid_t child = fork();
	if (child == 0) {
		if (freopen("/dev/null", "w", stdout) == NULL || freopen("/dev/null", "w", stderr) == NULL)
			_exit(2);
		execl(program_path(), "duibiao", "import", "--file", db, csv, (char *)NULL);
		_exit(2);
	}
	assert_true(child > 0);
	return child;
}

// *ALL whether it had ended by itself.
static void import_for(int64_t us, bool *all)
{
	const struct timespec moment = {us / 1000000, us % 1000000 * 1000};
	pid_t child = start_import();
	int status;
	nanosleep(&moment, NULL);                       // not waited for anything: the moment is random
	kill(child, SIGKILL);
	assert_int_equal(waitpid(child, &status, 0), child);
	*all = WIFEXITED(status);
	assert_true(!*all || WEXITSTATUS(status) == 0);
}

static void test_all_or_nothing(void **state)
{
	int kills = getenv("DUIBIAO_KILLS") != NULL ? atoi(getenv("DUIBIAO_KILLS")) : 12, cut = 0, status;
	(void)state;
	make_file();
	int before = count_rows();
	int64_t start = now_us();
	assert_int_equal(waitpid(start_import(), &status, 0) > 0, 1);
	int64_t whole = now_us() - start;
	assert_int_equal(count_rows(), before + ROWS);
	srand(20231124);
	for (int i = 0; i < kills; i++) {
		bool all;
		make_file();
		import_for(whole / 3 + rand() % (whole * 2 / 3), &all);
		int rows = count_rows();
		assert_true(rows == before + ROWS || (rows == before && !all));
		assert_int_equal(program_run("verify", "--file", db).status, 0);
		cut += rows == before;
	}
	print_message("# %d kills, %d before it was written\n", kills, cut);
}

static int start(void **state)
{
	(void)state;
	program_reset();
	snprintf(db, sizeof db, "%s", fixture_path("killed.db"));
	snprintf(csv, sizeof csv, "%s", fixture_path("killed.csv"));
	write_csv();
	return 0;
}

static int leave(void **state)
{
	(void)state;
	fixture_folder_done();
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(test_all_or_nothing)};
	return cmocka_run_group_tests(tests, start, leave);
}
