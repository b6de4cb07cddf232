// SPDX-License-Identifier: MIT
// Two desks at once: every save of both arrives, a shared cell is never overwritten unseen, nobody is told "busy" within the
// patience; and while two desks save, one after another is killed at a random moment.
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

#include "tests/storage/fixture.h"

#define FILE_NAME "desks.db"
#define OWN_SAVES 60
#define SHARED_SAVES 200

static int done(void **state)
{
	(void)state;
	fixture_folder_done();
	return 0;
}

static void make_file(void)
{
	struct plan *plan;
	unlink(fixture_path(FILE_NAME));
	unlink(fixture_path(FILE_NAME "-journal"));
	db_close(fixture_store(FILE_NAME, &plan));
	plan_free(plan);
}

static void random_bytes(void *out, size_t len)
{
	static uint32_t seed;
	unsigned char *bytes = out;
	if (seed == 0)
		seed = (uint32_t)getpid();
	for (size_t i = 0; i < len; i++) {
		seed = seed * 1664525U + 1013904223U;
		bytes[i] = (unsigned char)(seed >> 16);
	}
}

static struct store *open_desk(struct plan **plan)
{
	const struct db_options options = { .mode = DB_WRITE, .random_bytes = random_bytes, .upgrade = db_upgrade };
	struct store *store;
	if (db_open(fixture_path(FILE_NAME), &options, &store) != ERR_OK || store_read_plan(store, plan) != ERR_OK) {
		fprintf(stderr, "%s\n", err_message());
		_exit(3);
	}
	return store;
}

// ------------------------------------------------------------ none lost

// Counts the shared cell up: a save that rests on what has meanwhile changed is refused, and tried again on what is there now.
// The note tells the desks apart: two that write the same are no conflict, and one of them would not have counted.
static enum err count_up(struct store *store, const struct plan *plan, int *conflicts)
{
	char note[16];
	snprintf(note, sizeof note, "%d", (int)getpid());
	for (;;) {
		struct entry e;
		enum err err = store_get_entry(store, plan, FIX_FIRMS, FIX_CITY, 202312, &e);
		if (err != ERR_OK)
			return err;
		int64_t saw = e.change, figure = e.change == 0 ? 0 : e.figure;
		e = fixture_entry(FIX_FIRMS, FIX_CITY, 202312, figure + 1);
		e.note = note;
		err = fixture_save(store, plan, &e, saw, NULL);
		if (err != ERR_CONFLICT)
			return err;
		++*conflicts;
	}
}

static void save_beside_another(int unit, int start)
{
	struct plan *plan;
	struct store *store = open_desk(&plan);
	enum err err = ERR_OK;
	int conflicts = 0;
	char go;
	if (read(start, &go, 1) != 0)                  // all together: the end of the pipe is the signal
		_exit(2);
	for (int i = 0; i < SHARED_SAVES && err == ERR_OK; i++) {
		struct entry e = fixture_entry(FIX_FIRMS, unit, 202003 + i / 4 * 100 + i % 4 * 3, i);
		if (i < OWN_SAVES)
			err = fixture_save(store, plan, &e, 0, NULL);
		if (err == ERR_OK)
			err = count_up(store, plan, &conflicts);
	}
	if (err != ERR_OK)
		fprintf(stderr, "%s\n", err_message());
	_exit(err == ERR_OK ? 0 : 1);
}

static enum err count_entry(const struct entry *entry, void *ctx)
{
	(void)entry;
	++*(int *)ctx;
	return ERR_OK;
}

static void test_none_lost(void **state)
{
	(void)state;
	enum { DESKS = 3 };
	pid_t desks[DESKS];
	struct plan *plan;
	struct entry e;
	int64_t lines;
	int entries = 0;
	int start[2];
	make_file();
	assert_int_equal(pipe(start), 0);
	for (int i = 0; i < DESKS; i++) {
		desks[i] = fork();
		if (desks[i] == 0) {
			close(start[1]);
			save_beside_another(FIX_WD + i, start[0]);
		}
	}
	close(start[0]);
	close(start[1]);
	for (int i = 0; i < DESKS; i++) {
		int status;
		assert_int_equal(waitpid(desks[i], &status, 0), desks[i]);
		assert_true(WIFEXITED(status) && WEXITSTATUS(status) == 0);
	}
	struct store *store = open_desk(&plan);
	fixture_ok(db_verify(store, &lines));
	fixture_ok(store_get_entry(store, plan, FIX_FIRMS, FIX_CITY, 202312, &e));
	assert_int_equal(e.figure, DESKS * SHARED_SAVES);
	fixture_ok(store_every_entry(store, plan, count_entry, &entries));
	assert_int_equal(entries, DESKS * OWN_SAVES + 1);
	plan_free(plan);
	db_close(store);
}

// ------------------------------------------------------------ kills

struct told { int32_t unit, round; };            // that this desk's cell was saved with this figure

// Until it is killed: its own cell gets one more each time, and each save is told through the pipe.
static void save_until_killed(int unit, int pipe_end)
{
	struct plan *plan;
	struct store *store = open_desk(&plan);
	for (;;) {
		struct entry e;
		enum err err = store_get_entry(store, plan, FIX_FIRMS, unit, 202306, &e);
		int64_t saw = e.change, figure = e.change == 0 ? 0 : e.figure;
		e = fixture_entry(FIX_FIRMS, unit, 202306, figure + 1);
		if (err == ERR_OK)
			err = fixture_save(store, plan, &e, saw, NULL);
		if (err != ERR_OK) {
			fprintf(stderr, "%s\n", err_message());
			_exit(1);
		}
		const struct told told = { unit, (int32_t)(figure + 1) };
		if (write(pipe_end, &told, sizeof told) != sizeof told)
			_exit(2);
	}
}

static pid_t start_desk(int unit, int ends[2])
{
	pid_t child = fork();
	if (child == 0) {
		close(ends[0]);
		save_until_killed(unit, ends[1]);
	}
	assert_true(child > 0);
	return child;
}

static void hear(int from, int saved[], int until)
{
	struct told told;
	for (int i = 0; i < until; i++) {
		assert_int_equal(read(from, &told, sizeof told), sizeof told);
		saved[told.unit] = told.round;
	}
}

static void kill_desk(pid_t desk)
{
	int status;
	assert_int_equal(kill(desk, SIGKILL), 0);
	assert_int_equal(waitpid(desk, &status, 0), desk);
	assert_true(WIFSIGNALED(status));                       // it had not ended by itself with an error
}

// At least what was told, at most one save more that was not told any more; the next desk goes on from what is there.
static void check_saved(int saved[])
{
	struct plan *plan;
	struct store *store = open_desk(&plan);
	for (int unit = FIX_WD; unit <= FIX_JA; unit++) {
		struct entry e;
		fixture_ok(store_get_entry(store, plan, FIX_FIRMS, unit, 202306, &e));
		int figure = e.change == 0 ? 0 : (int)e.figure;
		assert_in_range(figure, saved[unit], saved[unit] + 1);
		saved[unit] = figure;
	}
	plan_free(plan);
	db_close(store);
}

static void test_kills(void **state)
{
	(void)state;
	int kills = getenv("DUIBIAO_KILLS") != NULL ? atoi(getenv("DUIBIAO_KILLS")) : 30, saved[FIX_OLD + 1] = { 0 };
	int64_t lines;
	make_file();
	srand(20231124);
	for (int i = 0; i < kills; i++) {
		int ends[2];
		struct told rest;
		assert_int_equal(pipe(ends), 0);
		pid_t desks[] = { start_desk(FIX_WD, ends), start_desk(FIX_JA, ends) };
		close(ends[1]);
		hear(ends[0], saved, 2 + rand() % 6);
		struct timespec moment = { 0, rand() % 3000000 };
		nanosleep(&moment, NULL);                       // not waited for anything: the moment is random
		kill_desk(desks[i % 2]);
		kill_desk(desks[1 - i % 2]);
		while (read(ends[0], &rest, sizeof rest) == (ssize_t)sizeof rest)
			saved[rest.unit] = rest.round;
		close(ends[0]);
		check_saved(saved);
	}
	struct plan *plan;
	struct store *store = open_desk(&plan);
	fixture_ok(db_verify(store, &lines));
	print_message("# %d kills, %lld lines\n", kills * 2, (long long)lines);
	plan_free(plan);
	db_close(store);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_none_lost), cmocka_unit_test(test_kills) };
	return cmocka_run_group_tests(tests, NULL, done);
}
