// SPDX-License-Identifier: MIT
// A save that is killed, fails or loses the power at each of its steps: afterwards the file holds all of it or nothing, what
// was told as saved is there, and verify finds nothing wrong.
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "tests/fault/shim.h"
#include "tests/storage/fixture.h"

#define ORIGINAL "pristine.db"
#define WORK "work.db"
#define SAVES 3                 // each of two entries, in one op

static int make_original(void **state)
{
	(void)state;
	struct plan *plan;
	struct store *store = fixture_store(ORIGINAL, &plan);
	struct entry e = fixture_entry(FIX_FIRMS, FIX_WD, 202012, 1);
	fixture_ok(fixture_save(store, plan, &e, 0, NULL));
	plan_free(plan);
	db_close(store);
	return 0;
}

static int done(void **state)
{
	(void)state;
	fixture_folder_done();
	return 0;
}

static int period_of(int save)
{
	return 202103 + save * 3;
}

static enum err save_two(struct store *store, const struct plan *plan, int save)
{
	const struct ledger_op op = fixture_op("set");
	int64_t seq;
	enum err err = ledger_begin(store, &op);
	if (err != ERR_OK)
		return err;
	for (int unit = FIX_WD; unit <= FIX_JA && err == ERR_OK; unit++) {
		struct entry e = fixture_entry(FIX_FIRMS, unit, period_of(save), save * 100 + unit);
		e.note = "一段足够长的说明，使这次保存写到几个不同的页上，而不只是改动一行。";
		err = ledger_put_entry(store, plan, &e, 0);
	}
	if (err == ERR_OK)
		return ledger_commit(store, &seq);
	ledger_rollback(store);
	return err;
}

// ------------------------------------------------------------ the child that saves

struct told { signed char of[SAVES]; int steps; };       // of: 0 nothing, 1 saved, 2 an error, 3 an unclear one

static void save_all(int pipe_end)
{
	const struct db_options options = { .mode = DB_WRITE, .patience_ms = 200 };
	struct store *store;
	struct plan *plan;
	struct told told = { 0 };
	if (db_open(fixture_path(WORK), &options, &store) != ERR_OK || store_read_plan(store, &plan) != ERR_OK)
		_exit(3);
	shim_arm();
	for (int i = 0; i < SAVES; i++) {
		enum err err = save_two(store, plan, i);
		told.of[i] = (signed char)(err == ERR_OK ? 1 : strstr(err_message(), "not certain") != NULL ? 3 : 2);
		told.steps = shim_steps();
		if (write(pipe_end, &told, sizeof told) != sizeof told)
			_exit(4);
	}
	_exit(0);
}

// What the child told last. *WHOLE: it came to its end.
static struct told run_child(enum shim_fault fault, int at, int lasting, uint32_t seed, bool *whole)
{
	struct told told = { 0 }, more;
	int ends[2], status;
	fixture_copy(fixture_path(ORIGINAL), fixture_path(WORK));
	unlink(fixture_path(WORK "-journal"));
	assert_int_equal(pipe(ends), 0);
	pid_t child = fork();
	if (child == 0) {
		close(ends[0]);
		shim_install(fault, at, lasting, seed);
		save_all(ends[1]);
	}
	close(ends[1]);
	while (read(ends[0], &more, sizeof more) == (ssize_t)sizeof more)
		told = more;
	close(ends[0]);
	assert_int_equal(waitpid(child, &status, 0), child);
	*whole = WIFEXITED(status) && WEXITSTATUS(status) == 0;
	assert_true(*whole || (WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL) || WEXITSTATUS(status) == 77);
	return told;
}

// ------------------------------------------------------------ what is left

static void check_save(struct store *store, const struct plan *plan, int save, int told)
{
	struct entry e;
	int there = 0;
	for (int unit = FIX_WD; unit <= FIX_JA; unit++) {
		fixture_ok(store_get_entry(store, plan, FIX_FIRMS, unit, period_of(save), &e));
		there += e.change != 0;
	}
	assert_true(there == 0 || there == 2);
	if (told == 1)
		assert_int_equal(there, 2);
	if (told == 2)
		assert_int_equal(there, 0);
}

static void check_file(const struct told *told)
{
	struct store *store = fixture_open(fixture_path(WORK), DB_WRITE);
	struct plan *plan;
	struct entry e;
	int64_t lines;
	fixture_ok(store_read_plan(store, &plan));
	for (int i = 0; i < SAVES; i++)
		check_save(store, plan, i, told->of[i]);
	fixture_ok(store_get_entry(store, plan, FIX_FIRMS, FIX_WD, 202012, &e));
	assert_int_equal(e.figure, 1);
	fixture_ok(db_verify(store, &lines));
	fixture_ok(save_two(store, plan, SAVES));            // and it can be written again
	plan_free(plan);
	db_close(store);
}

static int steps_of_all(void)
{
	bool whole;
	struct told told = run_child(SHIM_NONE, 0, 0, 1, &whole);
	assert_true(whole);
	check_file(&told);
	assert_true(told.steps > 10 * SAVES);
	return told.steps;
}

static void test_killed(void **state)
{
	(void)state;
	int steps = steps_of_all();
	for (int at = 1; at <= steps; at++) {
		bool whole;
		struct told told = run_child(SHIM_KILL, at, 0, 1, &whole);
		assert_false(whole);
		check_file(&told);
	}
}

static void fail_at_each(enum shim_fault fault, int lasting)
{
	int steps = steps_of_all();
	for (int at = 1; at <= steps; at++) {
		bool whole;
		struct told told = run_child(fault, at, lasting, 1, &whole);
		assert_true(whole);
		check_file(&told);
	}
}

static void test_io_error(void **state)
{
	(void)state;
	fail_at_each(SHIM_ERROR, 0);
}

static void test_io_error_lasting(void **state)
{
	(void)state;
	fail_at_each(SHIM_ERROR, 1);
}

static void test_full(void **state)
{
	(void)state;
	fail_at_each(SHIM_FULL, 0);
	fail_at_each(SHIM_FULL, 1);
}

static void test_power(void **state)
{
	(void)state;
	int rounds = getenv("DUIBIAO_CUTS") != NULL ? atoi(getenv("DUIBIAO_CUTS")) : 3, steps = steps_of_all();
	for (int round = 0; round < rounds; round++)
		for (int at = 1; at <= steps; at++) {
			bool whole;
			struct told told = run_child(SHIM_POWER, at, 0, (uint32_t)(round * 1000 + at), &whole);
			assert_false(whole);
			check_file(&told);
		}
}

// A hot journal and a reader without the right to mend it: told in words; the desk program mends it by itself.
static void test_reader_after_kill(void **state)
{
	(void)state;
	int steps = steps_of_all(), hot = 0;
	for (int at = 1; at <= steps; at++) {
		const struct db_options view = { .mode = DB_READ, .patience_ms = 50 };
		struct store *store;
		bool whole;
		struct told told = run_child(SHIM_KILL, at, 0, 1, &whole);
		enum err err = db_open(fixture_path(WORK), &view, &store);
		db_close(store);
		if (err != ERR_OK) {
			hot++;
			assert_int_equal(err, ERR_IO);
			assert_non_null(strstr(err_message(), "cut short"));
		}
		db_close(fixture_open(fixture_path(WORK), DB_READ));
		check_file(&told);
	}
	assert_true(hot > 0);
}

// ------------------------------------------------------------ a disk that is really full

static void test_full_disk(void **state)
{
	(void)state;
	char folder[256], path[300];
	snprintf(folder, sizeof folder, "%s", fixture_path("small"));
	assert_int_equal(mkdir(folder, 0700), 0);
	if (mount("none", folder, "tmpfs", 0, "size=400k") != 0)
		skip();
	snprintf(path, sizeof path, "%s/full.db", folder);
	fixture_copy(fixture_path(ORIGINAL), path);
	struct store *store = fixture_open(path, DB_WRITE);
	struct plan *plan;
	enum err err = ERR_OK;
	int64_t lines;
	int saved = 0;
	fixture_ok(store_read_plan(store, &plan));
	for (int year = 2021; err == ERR_OK && year < 2100; year++)
		for (int month = 3; err == ERR_OK && month <= 12; month += 3) {
			struct entry e = fixture_entry(FIX_FIRMS, FIX_WD, year * 100 + month, year);
			char note[3000];
			memset(note, 'x', sizeof note - 1);
			note[sizeof note - 1] = '\0';
			e.note = note;
			err = fixture_save(store, plan, &e, 0, NULL);
			saved += err == ERR_OK;
		}
	assert_int_equal(err, ERR_IO);
	assert_non_null(strstr(err_message(), "disk is full"));
	assert_true(saved > 5);
	fixture_ok(db_verify(store, &lines));
	plan_free(plan);
	db_close(store);
	assert_int_equal(umount(folder), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_killed), cmocka_unit_test(test_io_error), cmocka_unit_test(test_io_error_lasting),
		cmocka_unit_test(test_full), cmocka_unit_test(test_power), cmocka_unit_test(test_reader_after_kill),
		cmocka_unit_test(test_full_disk),
	};
	return cmocka_run_group_tests(tests, make_original, done);
}
