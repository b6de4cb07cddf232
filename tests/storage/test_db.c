// SPDX-License-Identifier: MIT
// A file made, a plan put in and read back field by field, entries written and read in runs.
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include <cmocka.h>

#include "db/base.h"
#include "tests/storage/fixture.h"
#include "tests/storage/same_plan.h"

static void test_plan_comes_back(void **state)
{
	(void)state;
	struct plan *read, *made = fixture_plan();
	struct store *store = fixture_store("plan.db", &read);
	same_plans(made, read);
	plan_free(made);
	plan_free(read);
	db_close(store);
}

static void test_created_private(void **state)
{
	(void)state;
	struct stat st;
	fixture_ok(db_create(fixture_path("private.db"), false));
	assert_int_equal(stat(fixture_path("private.db"), &st), 0);
	assert_int_equal(st.st_mode & 07777, 0600);
	fixture_ok(db_create(fixture_path("shared.db"), true));
	assert_int_equal(stat(fixture_path("shared.db"), &st), 0);
	assert_int_equal(st.st_mode & 07777, 0660);
	assert_int_equal(db_create(fixture_path("shared.db"), true), ERR_REFUSED);
}

static void test_no_plan_yet(void **state)
{
	(void)state;
	struct plan *plan = NULL;
	fixture_ok(db_create(fixture_path("empty.db"), false));
	struct store *store = fixture_open(fixture_path("empty.db"), DB_READ);
	assert_int_equal(store_read_plan(store, &plan), ERR_MISSING);
	db_close(store);
}

// ------------------------------------------------------------ entries

struct seen { struct entry of[16]; int len; char doc[16][32]; };

static enum err keep(const struct entry *entry, void *ctx)
{
	struct seen *seen = ctx;
	assert_true(seen->len < 16);
	snprintf(seen->doc[seen->len], sizeof seen->doc[0], "%s", entry->doc);
	seen->of[seen->len++] = *entry;
	return ERR_OK;
}

static enum err stop(const struct entry *entry, void *ctx)
{
	(void)entry;
	++*(int *)ctx;
	return ERR_REFUSED;
}

static void fill(struct store *store, const struct plan *plan)
{
	const struct ledger_op op = fixture_op("import");
	struct entry e = fixture_entry(FIX_FIRMS, FIX_WD, 202306, 120000);
	int64_t seq;
	fixture_ok(ledger_begin(store, &op));
	fixture_ok(ledger_put_entry(store, plan, &e, 0));
	e.unit = FIX_CITY;
	e.doc = "许统〔2023〕5号";
	fixture_ok(ledger_put_entry(store, plan, &e, 0));
	e = fixture_entry(FIX_FIRMS, FIX_JA, 202306, 0);
	e.kind = ENTRY_NOT_REPORTED;
	e.promised = 20230720;
	fixture_ok(ledger_put_entry(store, plan, &e, 0));
	e = fixture_entry(FIX_VA, FIX_WD, 202303, -125000);
	e.qualifier = NUM_ABOUT;
	e.final = true;
	e.note = "口径\t调整\n一行\\";
	fixture_ok(ledger_put_entry(store, plan, &e, 0));
	fixture_ok(ledger_commit(store, &seq));
	assert_int_equal(seq, 2);
}

static void test_runs(void **state)
{
	(void)state;
	struct plan *plan;
	struct store *store = fixture_store("runs.db", &plan);
	struct seen seen = { 0 };
	fill(store, plan);
	fixture_ok(store_begin(store));
	fixture_ok(store_each_entry(store, plan, FIX_FIRMS, 202306, keep, &seen));
	assert_int_equal(seen.len, 3);
	assert_int_equal(seen.of[0].unit, FIX_CITY);
	assert_true(seen.of[0].accepted);
	assert_string_equal(seen.doc[0], "许统〔2023〕5号");
	assert_int_equal(seen.of[1].unit, FIX_WD);
	assert_false(seen.of[1].accepted);
	assert_int_equal(seen.of[1].figure, 120000);
	assert_int_equal(seen.of[2].kind, ENTRY_NOT_REPORTED);
	assert_int_equal(seen.of[2].promised, 20230720);
	seen.len = 0;
	fixture_ok(store_every_entry(store, plan, keep, &seen));
	assert_int_equal(seen.len, 4);
	assert_int_equal(seen.of[3].element, FIX_VA);
	assert_int_equal(seen.of[3].period, 202303);
	int calls = 0;
	assert_int_equal(store_every_entry(store, plan, stop, &calls), ERR_REFUSED);
	assert_int_equal(calls, 1);
	store_end(store);
	plan_free(plan);
	db_close(store);
}

static void test_one_cell(void **state)
{
	(void)state;
	struct plan *plan;
	struct store *store = fixture_store("cell.db", &plan);
	struct entry e;
	int period;
	fill(store, plan);
	fixture_ok(store_get_entry(store, plan, FIX_VA, FIX_WD, 202303, &e));
	assert_int_equal(e.figure, -125000);
	assert_int_equal(e.qualifier, NUM_ABOUT);
	assert_true(e.final);
	assert_string_equal(e.note, "口径\t调整\n一行\\");
	assert_string_equal(e.doc, "");
	assert_true(e.change > 0);
	fixture_ok(store_get_entry(store, plan, FIX_VA, FIX_WD, 202306, &e));
	assert_int_equal(e.change, 0);
	assert_string_equal(e.note, "");
	fixture_ok(store_newest_period(store, plan, FIX_VA, 202312, &period));
	assert_int_equal(period, 202303);
	fixture_ok(store_newest_period(store, plan, FIX_VA, 202302, &period));
	assert_int_equal(period, 0);
	plan_free(plan);
	db_close(store);
}

// Of a unit's own element by its report, of a department's by the department's over all units; what came after is not.
static void test_accepted(void **state)
{
	(void)state;
	struct plan *plan;
	struct store *store = fixture_store("accepted.db", &plan);
	struct seen seen = { 0 };
	struct entry e;
	char sql[512];
	fill(store, plan);
	fixture_ok(store_get_entry(store, plan, FIX_FIRMS, FIX_WD, 202306, &e));
	snprintf(sql, sizeof sql, "INSERT INTO report (period, dept, unit, state, upto, change) VALUES (202306, 0, %lld, 0, %lld, 1), "
		"(202306, 0, %lld, 1, 0, 1), (202303, %lld, %lld, 4, 100, 1)", (long long)plan->units[FIX_WD].id, (long long)e.change,
		(long long)plan->units[FIX_JA].id, (long long)plan->depts[1].id, (long long)plan->units[FIX_CITY].id);
	assert_int_equal(sqlite3_exec(store->db, sql, NULL, NULL, NULL), SQLITE_OK);
	fixture_ok(store_every_entry(store, plan, keep, &seen));
	assert_int_equal(seen.len, 4);
	assert_true(seen.of[0].accepted);                 // the city's own, with its source
	assert_true(seen.of[1].accepted);                 // 魏都: accepted
	assert_false(seen.of[2].accepted);                // 建安: only submitted
	assert_true(seen.of[3].accepted);                 // of 市统计局
	fixture_ok(store_get_entry(store, plan, FIX_VA, FIX_WD, 202303, &e));
	assert_true(e.accepted);
	fixture_ok(store_get_entry(store, plan, FIX_FIRMS, FIX_WD, 202306, &e));
	assert_true(e.accepted);
	fixture_ok(store_get_entry(store, plan, FIX_FIRMS, FIX_JA, 202306, &e));
	assert_false(e.accepted);
	seen.len = 0;
	fixture_ok(store_each_entry(store, plan, FIX_VA, 202303, keep, &seen));
	assert_true(seen.of[0].accepted);
	for (int bare = 0; bare < 2; bare++) {
		seen.len = 0;
		fixture_ok(store_each_figure(store, plan, FIX_FIRMS, 202306, bare != 0, keep, &seen));
		assert_true(seen.of[1].accepted);
		assert_false(seen.of[2].accepted);
	}
	assert_int_equal(sqlite3_exec(store->db, "UPDATE report SET upto = upto - 1 WHERE state = 0", NULL, NULL, NULL), SQLITE_OK);
	seen.len = 0;
	fixture_ok(store_each_figure(store, plan, FIX_FIRMS, 202306, true, keep, &seen));
	assert_false(seen.of[1].accepted);
	fixture_ok(store_get_entry(store, plan, FIX_FIRMS, FIX_WD, 202306, &e));
	assert_false(e.accepted);
	plan_free(plan);
	db_close(store);
}

static int done(void **state)
{
	(void)state;
	fixture_folder_done();
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_plan_comes_back), cmocka_unit_test(test_created_private), cmocka_unit_test(test_no_plan_yet),
		cmocka_unit_test(test_runs), cmocka_unit_test(test_one_cell),
		cmocka_unit_test(test_accepted),
	};
	return cmocka_run_group_tests(tests, NULL, done);
}
