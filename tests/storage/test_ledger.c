// SPDX-License-Identifier: MIT
// Writing: revisions, what makes no line, undo and redo, a plan applied again, the append-only history, and that no cached
// statement walks the whole of entry or change.
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "db/base.h"
#include "tests/storage/fixture.h"

struct desk { struct store *store; struct plan *plan; };

static int open_desk(void **state)
{
	struct desk *desk = calloc(1, sizeof *desk);
	desk->store = fixture_store_new(&desk->plan);
	*state = desk;
	return 0;
}

static int close_desk(void **state)
{
	struct desk *desk = *state;
	fixture_store_done(desk->store, desk->plan);
	free(desk);
	return 0;
}

static struct entry present(struct desk *desk, int element, int unit, int period)
{
	struct entry e;
	fixture_ok(store_get_entry(desk->store, desk->plan, element, unit, period, &e));
	return e;
}

static void test_revision(void **state)
{
	struct desk *desk = *state;
	struct entry e = fixture_entry(FIX_FIRMS, FIX_WD, 202306, 1000000);
	int64_t first, second;
	fixture_ok(fixture_save(desk->store, desk->plan, &e, 0, &first));
	e.figure = 2000000;
	assert_int_equal(fixture_save(desk->store, desk->plan, &e, 0, NULL), ERR_CONFLICT);
	assert_int_equal(present(desk, FIX_FIRMS, FIX_WD, 202306).figure, 1000000);
	fixture_ok(fixture_save(desk->store, desk->plan, &e, first, &second));
	e.figure = 3000000;
	assert_int_equal(fixture_save(desk->store, desk->plan, &e, first, NULL), ERR_CONFLICT);
	assert_int_equal(present(desk, FIX_FIRMS, FIX_WD, 202306).figure, 2000000);
	assert_int_equal(present(desk, FIX_FIRMS, FIX_WD, 202306).change, second);
	e = fixture_entry(FIX_FIRMS, FIX_JA, 202306, 1);
	assert_int_equal(fixture_save(desk->store, desk->plan, &e, second, NULL), ERR_CONFLICT);
	assert_int_equal(present(desk, FIX_FIRMS, FIX_JA, 202306).change, 0);
}

static void test_no_line(void **state)
{
	struct desk *desk = *state;
	struct entry e = fixture_entry(FIX_FIRMS, FIX_WD, 202306, 1000000);
	int64_t change, again;
	e.note = "注";
	fixture_ok(fixture_save(desk->store, desk->plan, &e, 0, &change));
	int64_t lines = fixture_lines(desk->store);
	fixture_ok(fixture_save(desk->store, desk->plan, &e, change, &again));
	fixture_ok(fixture_save(desk->store, desk->plan, &e, 0, &again));
	assert_int_equal(again, 0);
	e = fixture_entry(FIX_FIRMS, FIX_JA, 202306, 0);
	e.kind = ENTRY_CLEARED;
	fixture_ok(fixture_save(desk->store, desk->plan, &e, 0, &again));
	assert_int_equal(fixture_lines(desk->store), lines);
	assert_int_equal(present(desk, FIX_FIRMS, FIX_JA, 202306).change, 0);
}

static void test_reason_needed(void **state)
{
	struct desk *desk = *state;
	struct entry e = fixture_entry(FIX_FIRMS, FIX_WD, 202306, 0);
	e.kind = ENTRY_NOT_APPLICABLE;
	assert_int_equal(fixture_save(desk->store, desk->plan, &e, 0, NULL), ERR_REFUSED);
	e.note = "无此业务";
	fixture_ok(fixture_save(desk->store, desk->plan, &e, 0, NULL));
}

// ------------------------------------------------------------ undo

static enum err restore(struct desk *desk, int64_t change, int64_t *line)
{
	const struct ledger_op op = fixture_op("undo");
	int64_t seq;
	fixture_ok(ledger_begin(desk->store, &op));
	enum err err = ledger_restore(desk->store, desk->plan, change);
	if (err != ERR_OK) {
		ledger_rollback(desk->store);
		return err;
	}
	fixture_ok(ledger_commit(desk->store, &seq));
	*line = fixture_lines(desk->store);
	return ERR_OK;
}

struct life { int len; int64_t seq[8]; char text[8][64]; };

static enum err keep_line(const struct store_op *op, const struct store_change *change, void *ctx)
{
	struct life *life = ctx;
	assert_int_equal(op->seq, change->op);
	assert_true(life->len < 8);
	life->seq[life->len] = change->seq;
	snprintf(life->text[life->len++], 64, "%s", change->text);
	return ERR_OK;
}

static void test_undo_and_redo(void **state)
{
	struct desk *desk = *state;
	struct entry e = fixture_entry(FIX_FIRMS, FIX_WD, 202306, 1000000);
	struct life life = { 0 };
	int64_t put, changed, undone, gone, back;
	fixture_ok(fixture_save(desk->store, desk->plan, &e, 0, &put));
	e.figure = 2000000;
	fixture_ok(fixture_save(desk->store, desk->plan, &e, put, &changed));
	fixture_ok(restore(desk, changed, &undone));
	assert_int_equal(present(desk, FIX_FIRMS, FIX_WD, 202306).figure, 1000000);
	assert_int_equal(restore(desk, changed, &gone), ERR_CONFLICT);
	fixture_ok(restore(desk, undone, &back));
	assert_int_equal(present(desk, FIX_FIRMS, FIX_WD, 202306).figure, 2000000);
	fixture_ok(store_cell_life(desk->store, back, keep_line, &life));
	assert_int_equal(life.len, 4);
	assert_int_equal(life.seq[0], back);
	assert_int_equal(life.seq[3], put);
	assert_string_equal(life.text[3], "kind=1\tfigure=1000000");
}

static void test_undo_the_first(void **state)
{
	struct desk *desk = *state;
	struct entry e = fixture_entry(FIX_FIRMS, FIX_WD, 202306, 1000000);
	int64_t put, gone, back;
	fixture_ok(fixture_save(desk->store, desk->plan, &e, 0, &put));
	fixture_ok(restore(desk, put, &gone));
	assert_int_equal(present(desk, FIX_FIRMS, FIX_WD, 202306).change, 0);
	assert_int_equal(restore(desk, put, &back), ERR_CONFLICT);
	fixture_ok(restore(desk, gone, &back));
	assert_int_equal(present(desk, FIX_FIRMS, FIX_WD, 202306).figure, 1000000);
	assert_int_equal(present(desk, FIX_FIRMS, FIX_WD, 202306).change, back);
}

static void test_rollback(void **state)
{
	struct desk *desk = *state;
	const struct ledger_op op = fixture_op("set");
	struct entry e = fixture_entry(FIX_FIRMS, FIX_WD, 202306, 1000000);
	int64_t lines = fixture_lines(desk->store), seq;
	fixture_ok(ledger_begin(desk->store, &op));
	fixture_ok(ledger_put_entry(desk->store, desk->plan, &e, 0));
	ledger_rollback(desk->store);
	ledger_rollback(desk->store);
	assert_int_equal(fixture_lines(desk->store), lines);
	assert_int_equal(present(desk, FIX_FIRMS, FIX_WD, 202306).change, 0);
	fixture_ok(ledger_begin(desk->store, &op));
	fixture_ok(ledger_commit(desk->store, &seq));
	assert_int_equal(seq, 0);
}

static void test_time_never_back(void **state)
{
	struct desk *desk = *state;
	struct ledger_op op = fixture_op("set");
	struct entry e = fixture_entry(FIX_FIRMS, FIX_WD, 202306, 1);
	struct store_op last;
	int64_t seq, at;
	fixture_ok(store_last_op(desk->store, &last));
	at = last.at;
	op.now = 1;
	op.why = "钟慢";
	fixture_ok(ledger_begin(desk->store, &op));
	fixture_ok(ledger_put_entry(desk->store, desk->plan, &e, 0));
	fixture_ok(ledger_commit(desk->store, &seq));
	fixture_ok(store_last_op(desk->store, &last));
	assert_int_equal(last.at, at);
	assert_string_equal(last.why, "钟慢");
	assert_string_equal(last.who, "张三");
}

static void test_append_only(void **state)
{
	struct desk *desk = *state;
	static const char *const forbidden[] = {
		"UPDATE op SET who = 'x'", "DELETE FROM op", "UPDATE change SET new = ''", "DELETE FROM change WHERE seq = 1",
		"INSERT OR REPLACE INTO change SELECT * FROM change WHERE seq = 1", "INSERT OR REPLACE INTO op SELECT * FROM op",
		"INSERT INTO op SELECT seq + 5, randomblob(16), at, who, org, action, why, undoes, first, last, hash FROM op",
	};
	for (size_t i = 0; i < sizeof forbidden / sizeof forbidden[0]; i++)
		assert_int_equal(sqlite3_exec(desk->store->db, forbidden[i], NULL, NULL, NULL), SQLITE_CONSTRAINT_TRIGGER);
}

// ------------------------------------------------------------ a plan applied again

static int64_t apply(struct desk *desk, const struct plan *plan)
{
	const struct ledger_op op = fixture_op("plan_apply");
	int64_t seq;
	fixture_ok(ledger_begin(desk->store, &op));
	fixture_ok(ledger_put_plan(desk->store, plan));
	fixture_ok(ledger_commit(desk->store, &seq));
	plan_free(desk->plan);
	fixture_ok(store_read_plan(desk->store, &desk->plan));
	return seq;
}

static void test_same_plan(void **state)
{
	struct desk *desk = *state;
	struct plan *plan = fixture_plan();
	assert_int_equal(apply(desk, plan), 0);
	free(plan->title);
	plan->title = strdup("另一标题");
	int64_t lines = fixture_lines(desk->store);
	assert_int_equal(apply(desk, plan), 2);
	assert_int_equal(fixture_lines(desk->store), lines + 1);
	assert_string_equal(desk->plan->title, "另一标题");
	plan_free(plan);
}

static void rename_code(char **code, const char *to)
{
	free(*code);
	*code = strdup(to);
}

// The plan loses a county and an element that have entries, and an element, an indicator and a place that have none.
static void test_gone(void **state)
{
	struct desk *desk = *state;
	struct entry e = fixture_entry(FIX_FIRMS, FIX_JA, 202306, 1000000);
	int64_t firms = desk->plan->elements[FIX_FIRMS].id, stage = desk->plan->elements[FIX_STAGE].id;
	fixture_ok(fixture_save(desk->store, desk->plan, &e, 0, NULL));
	struct plan *plan = fixture_plan();
	rename_code(&plan->elements[FIX_FIRMS].code, "other");
	rename_code(&plan->elements[FIX_STAGE].code, "p2");
	rename_code(&plan->units[FIX_JA].code, "ja2");
	rename_code(&plan->places[4].code, "t9");
	assert_int_not_equal(apply(desk, plan), 0);
	plan_free(plan);
	int old = plan_element_by_code(desk->plan, "hitech_firms");
	assert_int_not_equal(old, PLAN_NONE);
	assert_int_equal(desk->plan->elements[old].id, firms);
	assert_int_equal(desk->plan->elements[old].retired, 202306);
	assert_int_equal(desk->plan->units[plan_unit_by_code(desk->plan, "ja")].to, 202306);
	assert_int_equal(plan_element_by_code(desk->plan, "p1"), PLAN_NONE);
	assert_int_equal(plan_place_by_code(desk->plan, "t1_1"), PLAN_NONE);
	assert_int_not_equal(plan_place_by_code(desk->plan, "t9"), PLAN_NONE);
	fixture_ok(store_get_entry(desk->store, desk->plan, old, plan_unit_by_code(desk->plan, "ja"), 202306, &e));
	assert_int_equal(e.figure, 1000000);

	plan = fixture_plan();                               // and back: the numbers that were taken away stay unused
	assert_int_not_equal(apply(desk, plan), 0);
	assert_int_equal(apply(desk, plan), 0);
	plan_free(plan);
	assert_int_equal(desk->plan->elements[plan_element_by_code(desk->plan, "hitech_firms")].id, firms);
	assert_int_equal(desk->plan->elements[plan_element_by_code(desk->plan, "hitech_firms")].retired, PLAN_ALWAYS_TO);
	assert_true(desk->plan->elements[plan_element_by_code(desk->plan, "p1")].id > stage);
	assert_int_equal(plan_element_by_code(desk->plan, "p2"), PLAN_NONE);
}

static void test_targets(void **state)
{
	struct desk *desk = *state;
	int64_t share = desk->plan->indicators[FIX_SHARE].id;
	int first, end;
	char sql[256];
	snprintf(sql, sizeof sql, "UPDATE target SET by_plan = 0 WHERE indicator = %lld", (long long)share);
	struct plan *plan = fixture_plan();
	assert_int_equal(sqlite3_exec(desk->store->db, sql, NULL, NULL, NULL), SQLITE_OK);
	free(plan->targets[0].text);
	free(plan->targets[0].doc);
	free(plan->targets[1].text);
	free(plan->targets[1].doc);
	memmove(plan->targets, plan->targets + 2, 2 * sizeof *plan->targets);
	plan->targets_len = 2;
	assert_int_equal(apply(desk, plan), 2);
	plan_targets_of(desk->plan, FIX_COUNT, FIX_CITY, &first, &end);
	assert_int_equal(end - first, 1);
	plan_targets_of(desk->plan, FIX_SHARE, FIX_CITY, &first, &end);      // keyed in: stays
	assert_int_equal(end - first, 1);
	plan_free(plan);
	plan = fixture_plan();
	assert_int_equal(apply(desk, plan), 3);
	assert_int_equal(desk->plan->targets_len, 4);
	plan_free(plan);
}

// ------------------------------------------------------------ statements

static enum err count_entry(const struct entry *entry, void *ctx)
{
	(void)entry; (void)ctx;
	return ERR_OK;
}
static enum err count_line(const struct store_op *op, const struct store_change *change, void *ctx)
{
	(void)op; (void)change;
	++*(int *)ctx;
	return ERR_OK;
}
static enum err count_stage(const struct stage *stage, void *ctx)
{
	(void)stage; (void)ctx;
	return ERR_OK;
}
static enum err count_node(const struct node *node, void *ctx)
{
	(void)node; (void)ctx;
	return ERR_OK;
}

static void write_stage_and_node(struct desk *desk)
{
	const struct ledger_op op = fixture_op("edit");
	const struct entry e = { .element = FIX_STAGE, .unit = FIX_CITY, .period = 202306, .note = "", .doc = "" };
	const struct stage stage = { .progress = "", .problem = "", .next = "" };
	struct node node = { .element = FIX_STAGE, .unit = FIX_CITY, .no = 1, .name = "节点", .doc = "" };
	int64_t seq;
	fixture_ok(ledger_begin(desk->store, &op));
	fixture_ok(ledger_put_stage(desk->store, desk->plan, &e, &stage, 0, 0));
	fixture_ok(ledger_put_node(desk->store, desk->plan, &node, 0));
	fixture_ok(ledger_commit(desk->store, &seq));
	int64_t line;
	for (int64_t put = fixture_lines(desk->store), i = 0; i < 3; i++)          // node, stage, entry: newest first
		fixture_ok(restore(desk, put - i, &line));
}

static void use_everything(struct desk *desk)
{
	struct entry e = fixture_entry(FIX_FIRMS, FIX_WD, 202306, 1000000);
	int64_t change, line, version;
	int period, lines = 0;
	fixture_ok(fixture_save(desk->store, desk->plan, &e, 0, &change));
	e.figure++;
	fixture_ok(fixture_save(desk->store, desk->plan, &e, change, &change));
	fixture_ok(restore(desk, change, &line));
	fixture_ok(store_each_entry(desk->store, desk->plan, FIX_FIRMS, 202306, count_entry, NULL));
	fixture_ok(store_each_entry(desk->store, desk->plan, FIX_VA, 202306, count_entry, NULL));
	fixture_ok(store_newest_period(desk->store, desk->plan, FIX_FIRMS, 202306, &period));
	fixture_ok(store_each_change(desk->store, 2, count_line, &lines));
	assert_int_equal(lines, 2);
	lines = 0;
	fixture_ok(store_each_change(desk->store, 0, count_line, &lines));
	assert_int_equal(lines, fixture_lines(desk->store));
	fixture_ok(store_cell_life(desk->store, line, count_line, &lines));
	fixture_ok(store_each_stage(desk->store, desk->plan, FIX_STAGE, 202306, count_stage, NULL));
	fixture_ok(store_each_node(desk->store, desk->plan, FIX_STAGE, count_node, NULL));
	fixture_ok(store_data_version(desk->store, &version));
	write_stage_and_node(desk);
	test_gone((void **)&desk);
}

static void explain(sqlite3 *db, const char *sql)
{
	static const char *const large[] = { "SCAN entry", "SCAN change", "SCAN e", "SCAN c", "SCAN x" };
	char query[2048];
	sqlite3_stmt *stmt;
	snprintf(query, sizeof query, "EXPLAIN QUERY PLAN %s", sql);
	assert_int_equal(sqlite3_prepare_v2(db, query, -1, &stmt, NULL), SQLITE_OK);
	while (sqlite3_step(stmt) == SQLITE_ROW) {
		const char *detail = (const char *)sqlite3_column_text(stmt, 3);
		for (size_t i = 0; i < sizeof large / sizeof large[0]; i++) {
			size_t len = strlen(large[i]);
			if (strncmp(detail, large[i], len) == 0 && (detail[len] == '\0' || detail[len] == ' '))
				fail_msg("%s: %s", detail, sql);
		}
	}
	sqlite3_finalize(stmt);
}

// A unit that comes or goes is looked for in all that refers to units: once in a plan's life, and right so.
static bool may_not_walk(const char *sql)
{
	return strncmp(sql, "PRAGMA", 6) != 0 && strncmp(sql, "DELETE FROM unit", 16) != 0 && strncmp(sql, "INSERT INTO unit", 16) != 0;
}

static void test_no_walks(void **state)
{
	struct desk *desk = *state;
	int explained = 0;
	use_everything(desk);
	for (int i = 0; i < DB_STATEMENTS; i++)
		if (desk->store->statements[i].sql != NULL && may_not_walk(desk->store->statements[i].sql)) {
			explain(desk->store->db, desk->store->statements[i].sql);
			explained++;
		}
	assert_in_range(explained, 60, DB_STATEMENTS);
}

static int done(void **state)
{
	(void)state;
	fixture_folder_done();
	return 0;
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, open_desk, close_desk)
int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_revision), TEST(test_no_line), TEST(test_reason_needed), TEST(test_undo_and_redo), TEST(test_undo_the_first),
		TEST(test_rollback), TEST(test_time_never_back), TEST(test_append_only), TEST(test_same_plan), TEST(test_gone),
		TEST(test_targets), TEST(test_no_walks),
	};
	return cmocka_run_group_tests(tests, NULL, done);
}
