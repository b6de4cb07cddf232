// SPDX-License-Identifier: MIT
// duibiao publish: what readers may not see is not in the bytes, what stands there is replaced whole, and nothing can be written
// into a snapshot.
#define _GNU_SOURCE
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>
#include <sqlite3.h>

#include "tests/storage/fixture.h"
#include "tests/storage/program.h"

static char database[512], folder[512], snapshot[600];

#define run(...) program_run(__VA_ARGS__, "--file", database)
#define of_tjj(...) run(__VA_ARGS__, "--dept", "tjj", "--period", "2023Q1")

static void expect(struct program_result result, int status, const char *says)
{
	const char *text = status == 0 ? result.out : result.err;
	if (result.status != status || strstr(text, says) == NULL)
		fail_msg("status %d (expected %d), \"%s\" not in: %s%s", result.status, status, says, result.out, result.err);
}

static int new_database(void **state)
{
	(void)state;
	program_reset();
	snprintf(database, sizeof database, "%s", fixture_path("t.db"));
	snprintf(folder, sizeof folder, "%s", fixture_path("for?readers#1%"));     // a URI would read this otherwise
	snprintf(snapshot, sizeof snapshot, "%s/t.db", folder);
	mkdir(folder, 0755);
	unlink(snapshot);
	unlink(database);
	return program_run("init", "--plan", "tests/plans/sample.ini", database).status;
}

static int remove_folder(void **state)
{
	(void)state;
	fixture_folder_done();
	return 0;
}

static void sit(const char *role)
{
	expect(run("operator", "--name", "Wang Secret", "--dept", "tjj", "--role", role), 0, role);
}

// One accepted report; then a figure of another period that nobody has accepted.
static void work(void)
{
	sit("clerk");
	expect(run("set", "industry_va", "wd", "2023Q1", "40"), 0, "40.00");
	expect(run("set", "hitech_va", "wd", "2023Q1", "20", "--note", "told by phone"), 0, "20.00");
	expect(of_tjj("submit"), 0, "submitted");
	sit("reviewer");
	expect(of_tjj("accept"), 0, "accepted");
	expect(run("set", "hitech_va", "wd", "2023Q2", "7771", "--note", "not for readers"), 0, "7771");
}

static bool holds(const char *text)
{
	size_t len;
	char *bytes = program_bytes(snapshot, &len);
	bool found = bytes != NULL && memmem(bytes, len, text, strlen(text)) != NULL;
	free(bytes);
	return found;
}

static int64_t number(const char *sql)
{
	sqlite3 *db;
	sqlite3_stmt *stmt;
	assert_int_equal(sqlite3_open_v2(snapshot, &db, SQLITE_OPEN_READONLY, NULL), SQLITE_OK);
	assert_int_equal(sqlite3_prepare_v2(db, sql, -1, &stmt, NULL), SQLITE_OK);
	assert_int_equal(sqlite3_step(stmt), SQLITE_ROW);
	int64_t out = sqlite3_column_int64(stmt, 0);
	sqlite3_finalize(stmt);
	sqlite3_close(db);
	return out;
}

static void test_what_readers_may_see(void **state)
{
	(void)state;
	struct stat st;
	work();
	expect(run("publish", folder), 0, "Published");
	assert_int_equal(stat(snapshot, &st), 0);
	assert_int_equal(st.st_mode & 07777, 0640);
	assert_true(holds("told by phone"));                 // the note of an accepted figure
	assert_false(holds("not for readers"));
	assert_false(holds("Wang Secret"));
	assert_int_equal(number("SELECT count(*) FROM entry WHERE period = 202303"), 2);
	assert_int_equal(number("SELECT count(*) FROM entry WHERE period = 202306"), 0);
	assert_int_equal(number("SELECT (SELECT count(*) FROM change) + (SELECT count(*) FROM operator)"), 0);
	assert_int_equal(number("SELECT count(*) FROM sqlite_schema WHERE type = 'trigger'"), 0);
	expect(program_run("verify", "--file", snapshot), 0, "whole");
	expect(program_run("log", "--file", snapshot), 0, "");
	expect(program_run("report", "--period", "2023Q1", "--file", snapshot), 0, "2023");
	expect(program_run("set", "hitech_va", "wd", "2023Q1", "1", "--file", snapshot), 4, "snapshot for readers");
	expect(run("verify"), 0, "whole");
}

static void test_where_it_may_stand(void **state)
{
	(void)state;
	char own[600], left[700];
	work();
	snprintf(own, sizeof own, "%.*s", (int)(strrchr(database, '/') - database), database);
	expect(run("publish", own), 4, "no snapshot");
	expect(run("verify"), 0, "whole");
	expect(run("publish", "/nowhere/at/all"), 3, "cannot be published");
	snprintf(left, sizeof left, "%s/.other.db.publishing", folder);
	fclose(fopen(left, "w"));
	expect(run("publish", folder), 0, "Published");
	assert_int_not_equal(access(left, F_OK), 0);         // of a process that died
	expect(run("publish", folder), 0, "Published");      // over the one before
	expect(program_run("publish", folder, "--file", snapshot), 4, "snapshot");
}

static void keep_going(const char *later)
{
	struct store *store = fixture_open(snapshot, DB_READ);
	int64_t before, after;
	assert_true(db_is_snapshot(store));
	assert_true(store_published(store) > 0);
	fixture_ok(store_data_version(store, &before));
	expect(run("publish", folder), 0, "Published");
	fixture_ok(store_data_version(store, &after));
	assert_string_equal(later, after > before ? "taken" : "passed over");
	fixture_ok(store_data_version(store, &before));
	assert_int_equal(before, after);
	fixture_ok(store_begin(store));
	store_end(store);
	db_close(store);
}

static void test_a_later_one_is_taken_up(void **state)
{
	char plan[600], command[800];
	(void)state;
	work();
	expect(run("publish", folder), 0, "Published");
	keep_going("taken");
	expect(run("set", "hitech_va", "wd", "2023Q3", "30"), 0, "30");
	keep_going("taken");
	snprintf(plan, sizeof plan, "%s", fixture_path("plan.ini"));
	snprintf(command, sizeof command, "sed 's/^name = 魏都区/name = 魏都新区/' tests/plans/sample.ini >'%s'", plan);
	assert_int_equal(system(command), 0);
	expect(run("plan", "apply", plan, "--yes"), 0, "");
	keep_going("passed over");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_what_readers_may_see, new_database, remove_folder),
		cmocka_unit_test_setup_teardown(test_where_it_may_stand, new_database, remove_folder),
		cmocka_unit_test_setup_teardown(test_a_later_one_is_taken_up, new_database, remove_folder),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
