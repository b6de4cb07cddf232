// SPDX-License-Identifier: MIT
// What verify finds: each kind of altering, done past the program by plain SQL, and bytes changed in copies of the file.
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>
#include <sqlite3.h>

#include "tests/storage/fixture.h"

#define ORIGINAL "original.db"

static int make_original(void **state)
{
	(void)state;
	struct plan *plan;
	struct store *store = fixture_store(ORIGINAL, &plan);
	int64_t change = 0;
	for (int period = 202103; period <= 202312; period += period % 100 == 12 ? 91 : 3)
		for (int unit = FIX_WD; unit <= FIX_OLD; unit++) {
			struct entry e = fixture_entry(FIX_FIRMS, unit, period, period * 1000 + unit);
			e.note = "第一次填报";
			fixture_ok(fixture_save(store, plan, &e, 0, &change));
			e.figure++;
			fixture_ok(fixture_save(store, plan, &e, change, &change));
		}
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

static enum err verify(const char *path, int64_t *lines)
{
	const struct db_options options = { .mode = DB_READ };
	struct store *store;
	enum err err = db_open(path, &options, &store);
	if (err != ERR_OK)
		return err;
	err = db_verify(store, lines);
	db_close(store);
	return err;
}

static void test_clean(void **state)
{
	(void)state;
	int64_t lines;
	fixture_ok(verify(fixture_path(ORIGINAL), &lines));
	assert_true(lines > 72);
}

// ------------------------------------------------------------ altered by SQL

#define NO_TRIGGERS "DROP TRIGGER op_no_update; DROP TRIGGER op_no_delete; DROP TRIGGER op_next; " \
	"DROP TRIGGER change_no_update; DROP TRIGGER change_no_delete; "

static const struct { const char *sql, *named; } alterings[] = {
	{ "UPDATE entry SET figure = figure + 1 WHERE period = 202206 AND unit = 3", "period 202206 unit 3" },
	{ "UPDATE entry SET note = 'x' WHERE period = 202206 AND unit = 3", "period 202206 unit 3" },
	{ "UPDATE entry SET copied = 1 WHERE period = 202206 AND unit = 3", "period 202206 unit 3" },
	{ "UPDATE entry SET final = 1 WHERE period = 202206 AND unit = 3", "period 202206 unit 3" },
	{ "UPDATE entry SET change = change - 1 WHERE period = 202206 AND unit = 3", "period 202206 unit 3" },
	{ "DELETE FROM entry WHERE period = 202206 AND unit = 3", "entry has 35 rows" },
	{ "INSERT INTO entry SELECT element, 202003, unit, kind, figure, qualifier, final, promised, note, doc, change, "
		"copied FROM entry "
		"WHERE period = 202206 AND unit = 3", "period 202003 unit 3" },
	{ "UPDATE target SET figure = figure + 1 WHERE year = 2020", "target" },
	{ "DELETE FROM target WHERE year = 2020", "target" },
	{ "UPDATE element SET name = 'x' WHERE id = 2", "element 2" },
	{ "DELETE FROM element_unit", "element 5" },
	{ "UPDATE plan SET ahead = 0", "plan" },
	{ "UPDATE basis SET title = 'x'", "plan" },
	{ "INSERT INTO setting VALUES ('a', 'b', 1)", "setting" },
	{ NO_TRIGGERS "UPDATE op SET who = 'x' WHERE seq = 7", "op 7" },
	{ NO_TRIGGERS "UPDATE op SET why = 'x' WHERE seq = 7", "op 7" },
	{ NO_TRIGGERS "UPDATE op SET at = at + 1 WHERE seq = 73", "op 73" },
	{ NO_TRIGGERS "UPDATE change SET new = replace(new, 'figure=2', 'figure=3') WHERE seq = (SELECT last FROM op WHERE seq = 9)",
		"op 9" },
	{ NO_TRIGGERS "DELETE FROM op WHERE seq = 73", "change" },
	{ NO_TRIGGERS "DELETE FROM op WHERE seq = 5", "op 5" },
	{ NO_TRIGGERS "DELETE FROM change WHERE seq = (SELECT last FROM op WHERE seq = 9)", "change" },
	{ NO_TRIGGERS "UPDATE change SET prev = NULL WHERE seq = (SELECT last FROM op WHERE seq = 9)", "op 9" },
	{ NO_TRIGGERS "DELETE FROM change WHERE seq = (SELECT last FROM op WHERE seq = 73); DELETE FROM op WHERE seq = 73",
		"period 202312 unit 5" },
};

static void test_altered(void **state)
{
	(void)state;
	const char *copy = fixture_path("altered.db");
	char path[256];
	snprintf(path, sizeof path, "%s", copy);
	for (size_t i = 0; i < sizeof alterings / sizeof alterings[0]; i++) {
		sqlite3 *db;
		int64_t lines;
		fixture_copy(fixture_path(ORIGINAL), path);
		assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
		assert_int_equal(sqlite3_exec(db, alterings[i].sql, NULL, NULL, NULL), SQLITE_OK);
		assert_true(sqlite3_total_changes(db) > 0);
		sqlite3_close(db);
		assert_int_equal(verify(path, &lines), ERR_FINDINGS);
		if (strstr(err_message(), alterings[i].named) == NULL)
			fail_msg("%s: %s", alterings[i].sql, err_message());
	}
}

// ------------------------------------------------------------ damaged copies

static uint32_t random_number(void)
{
	static uint32_t seed = 20231124;
	seed = seed * 1664525U + 1013904223U;
	return seed >> 4;
}

struct hash { uint64_t sum; };

static void take_in(struct hash *hash, const void *bytes, size_t len)
{
	const unsigned char *b = bytes;
	for (size_t i = 0; i < len; i++)
		hash->sum = (hash->sum ^ b[i]) * UINT64_C(1099511628211);
}

static enum err sum_entry(const struct entry *e, void *ctx)
{
	const int64_t numbers[] = { e->element, e->unit, e->period, e->kind, e->figure, e->qualifier, e->final, e->promised, e->change };
	take_in(ctx, numbers, sizeof numbers);
	take_in(ctx, e->note, strlen(e->note));
	take_in(ctx, e->doc, strlen(e->doc));
	return ERR_OK;
}

static enum err sum_line(const struct store_op *op, const struct store_change *c, void *ctx)
{
	const int64_t numbers[] = { op->seq, op->at, c->seq, c->prev, c->what, c->k1, c->k2, c->k3 };
	take_in(ctx, numbers, sizeof numbers);
	take_in(ctx, op->who, strlen(op->who));
	take_in(ctx, c->text, strlen(c->text));
	return ERR_OK;
}

// All that a reader can see of the file, as one number; an error of reading it is one too.
static enum err read_all(const char *path, uint64_t *out)
{
	const struct db_options options = { .mode = DB_READ };
	struct hash hash = { UINT64_C(14695981039346656037) };
	struct store *store;
	struct plan *plan = NULL;
	enum err err = db_open(path, &options, &store);
	if (err != ERR_OK)
		return err;
	err = store_read_plan(store, &plan);
	if (err == ERR_OK) {
		take_in(&hash, plan->title, strlen(plan->title));
		err = store_every_entry(store, plan, sum_entry, &hash);
	}
	if (err == ERR_OK)
		err = store_each_change(store, 0, sum_line, &hash);
	plan_free(plan);
	db_close(store);
	*out = hash.sum;
	return err;
}

static bool known_error(enum err err)
{
	return err == ERR_FOREIGN || err == ERR_DAMAGED || err == ERR_NEWER || err == ERR_IO || err == ERR_READONLY ||
		err == ERR_FINDINGS || err == ERR_MISSING || err == ERR_REFUSED;
}

static void damage(const char *path, off_t size)
{
	FILE *file = fopen(path, "r+b");
	assert_non_null(file);
	int flips = 1 + (int)(random_number() % 4);
	for (int i = 0; i < flips; i++) {
		long at = (long)(random_number() % (uint32_t)size);
		fseek(file, at, SEEK_SET);
		int byte = fgetc(file);
		fseek(file, at, SEEK_SET);
		fputc(byte ^ (1 << random_number() % 8), file);
	}
	fclose(file);
}

// Flipped bits never crash it, are told in words, and where a reader sees something else than before, verify says so.
static void test_damaged(void **state)
{
	(void)state;
	char path[256];
	struct stat st;
	uint64_t whole, read = 0;
	int64_t lines;
	int altered = 0, rounds = getenv("DUIBIAO_DAMAGES") != NULL ? atoi(getenv("DUIBIAO_DAMAGES")) : 150;
	snprintf(path, sizeof path, "%s", fixture_path("damaged.db"));
	fixture_ok(read_all(fixture_path(ORIGINAL), &whole));
	assert_int_equal(stat(fixture_path(ORIGINAL), &st), 0);
	for (int i = 0; i < rounds; i++) {
		fixture_copy(fixture_path(ORIGINAL), path);
		damage(path, st.st_size);
		enum err err = read_all(path, &read);
		assert_true(err == ERR_OK || (known_error(err) && err_message()[0] != '\0'));
		if (err == ERR_OK && read == whole)
			continue;
		altered++;
		err = verify(path, &lines);
		assert_true(known_error(err));
	}
	assert_true(altered > rounds / 10);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_clean), cmocka_unit_test(test_altered), cmocka_unit_test(test_damaged),
	};
	return cmocka_run_group_tests(tests, make_original, done);
}
