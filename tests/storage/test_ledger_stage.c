// SPDX-License-Identifier: MIT
// Stages and nodes written: what makes a line, revisions, undo in the order that the foreign key asks for, and that verify
// sees what was altered behind the history.
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "db/base.h"
#include "tests/storage/fixture.h"

#define PERIOD 202306
#define LONG_TEXT "新认定省级平台21个，2个国家级平台完成申报材料。\t\\"

struct desk {
	struct store *store;
	struct plan *plan;
	struct stage stage;             // as last read; texts copied
	char progress[4096], problem[256], next[256];
	struct node nodes[8];
	char names[8][64];
	int stages, nodes_len;
};

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

static enum err keep_stage(const struct stage *stage, void *ctx)
{
	struct desk *desk = ctx;
	desk->stages++;
	desk->stage = *stage;
	snprintf(desk->progress, sizeof desk->progress, "%s", stage->progress);
	snprintf(desk->problem, sizeof desk->problem, "%s", stage->problem);
	snprintf(desk->next, sizeof desk->next, "%s", stage->next);
	return ERR_OK;
}

static enum err keep_node(const struct node *node, void *ctx)
{
	struct desk *desk = ctx;
	desk->nodes[desk->nodes_len] = *node;
	snprintf(desk->names[desk->nodes_len++], sizeof desk->names[0], "%s", node->name);
	return ERR_OK;
}

static void look(struct desk *desk)
{
	desk->stages = desk->nodes_len = 0;
	fixture_ok(store_each_stage(desk->store, desk->plan, FIX_STAGE, PERIOD, keep_stage, desk));
	fixture_ok(store_each_node(desk->store, desk->plan, FIX_STAGE, keep_node, desk));
}

static struct entry present(struct desk *desk)
{
	struct entry e;
	fixture_ok(store_get_entry(desk->store, desk->plan, FIX_STAGE, FIX_CITY, PERIOD, &e));
	return e;
}

static enum err finish(struct desk *desk, enum err err)
{
	int64_t seq;
	if (err == ERR_OK)
		return ledger_commit(desk->store, &seq);
	ledger_rollback(desk->store);
	return err;
}

static enum err put(struct desk *desk, int percent, enum stage_kind kind, const char *progress, int64_t saw_entry, int64_t saw_stage)
{
	const struct ledger_op op = fixture_op("edit");
	const struct entry e = { .element = FIX_STAGE, .unit = FIX_CITY, .period = PERIOD, .kind = percent < 0 ? ENTRY_CLEARED :
		ENTRY_VALUE, .figure = (int64_t)(percent < 0 ? 0 : percent) * NUM_SCALE, .note = "", .doc = "" };
	const struct stage stage = { .stage = kind, .progress = progress, .problem = "无", .next = "9月底前完成" };
	fixture_ok(ledger_begin(desk->store, &op));
	return finish(desk, ledger_put_stage(desk->store, desk->plan, &e, &stage, saw_entry, saw_stage));
}

static enum err put_node(struct desk *desk, int no, const char *name, int done, int64_t saw)
{
	const struct ledger_op op = fixture_op("edit");
	const struct node node = { .element = FIX_STAGE, .unit = FIX_CITY, .no = no, .name = name, .planned = 202403, .done = done,
		.doc = "豫科〔2023〕90号" };
	fixture_ok(ledger_begin(desk->store, &op));
	return finish(desk, ledger_put_node(desk->store, desk->plan, &node, saw));
}

static enum err restore(struct desk *desk, int64_t from, int len)
{
	const struct ledger_op op = fixture_op("undo");
	enum err err = ERR_OK;
	fixture_ok(ledger_begin(desk->store, &op));
	for (int i = 0; i < len && err == ERR_OK; i++)
		err = ledger_restore(desk->store, desk->plan, from - i);
	return finish(desk, err);
}

static void test_stage_with_its_entry(void **state)
{
	struct desk *desk = *state;
	fixture_ok(put(desk, -1, STAGE_UNDER_WAY, LONG_TEXT, 0, 0));
	look(desk);
	assert_int_equal(desk->stages, 1);
	assert_int_equal(desk->stage.unit, FIX_CITY);
	assert_int_equal(desk->stage.stage, STAGE_UNDER_WAY);
	assert_string_equal(desk->progress, LONG_TEXT);
	assert_string_equal(desk->next, "9月底前完成");
	assert_int_equal(present(desk).kind, ENTRY_CLEARED);
	assert_int_not_equal(present(desk).change, 0);
	int64_t lines = fixture_lines(desk->store), saw = desk->stage.change, saw_entry = present(desk).change;
	fixture_ok(put(desk, -1, STAGE_UNDER_WAY, LONG_TEXT, saw_entry, saw));            // nothing new: no line
	assert_int_equal(fixture_lines(desk->store), lines);
	fixture_ok(put(desk, 40, STAGE_UNDER_WAY, LONG_TEXT, saw_entry, saw));            // the percent alone
	assert_int_equal(fixture_lines(desk->store), lines + 1);
	assert_int_equal(present(desk).figure, 40 * NUM_SCALE);
	fixture_ok(put(desk, 40, STAGE_DONE, "全部完成", present(desk).change, saw));
	assert_int_equal(fixture_lines(desk->store), lines + 2);
	look(desk);
	assert_int_equal(desk->stage.stage, STAGE_DONE);
}

static void test_two_desks(void **state)
{
	struct desk *desk = *state;
	fixture_ok(put(desk, -1, STAGE_UNDER_WAY, "甲", 0, 0));
	assert_int_equal(put(desk, -1, STAGE_DONE, "乙", 0, 0), ERR_CONFLICT);
	look(desk);
	assert_string_equal(desk->progress, "甲");
	fixture_ok(put_node(desk, 1, "申报", 0, 0));
	assert_int_equal(put_node(desk, 1, "评审", 0, 0), ERR_CONFLICT);
	look(desk);
	assert_int_equal(desk->nodes_len, 1);
	assert_string_equal(desk->names[0], "申报");
}

static void test_nodes(void **state)
{
	struct desk *desk = *state;
	fixture_ok(put_node(desk, 2, "评审", 0, 0));
	fixture_ok(put_node(desk, 1, "申报", 202402, 0));
	look(desk);
	assert_int_equal(desk->nodes_len, 2);
	assert_string_equal(desk->names[0], "申报");
	assert_int_equal(desk->nodes[0].planned, 202403);
	assert_int_equal(desk->nodes[0].done, 202402);
	assert_int_equal(desk->nodes[1].done, 0);
	fixture_ok(put_node(desk, 2, "", 0, desk->nodes[1].change));
	look(desk);
	assert_int_equal(desk->nodes_len, 1);
	int64_t lines = fixture_lines(desk->store);
	fixture_ok(put_node(desk, 5, "", 0, 0));                                       // taking away what is not there
	assert_int_equal(fixture_lines(desk->store), lines);
	fixture_ok(restore(desk, lines, 1));
	look(desk);
	assert_int_equal(desk->nodes_len, 2);
	assert_string_equal(desk->names[1], "评审");
}

static void test_undo_and_redo(void **state)
{
	struct desk *desk = *state;
	fixture_ok(put(desk, 10, STAGE_UNDER_WAY, "甲", 0, 0));
	int64_t first = fixture_lines(desk->store);
	look(desk);
	fixture_ok(put(desk, 20, STAGE_DONE, "乙", present(desk).change, desk->stage.change));
	int64_t second = fixture_lines(desk->store);
	assert_int_equal(second, first + 2);
	fixture_ok(restore(desk, second, 2));
	look(desk);
	assert_string_equal(desk->progress, "甲");
	assert_int_equal(desk->stage.stage, STAGE_UNDER_WAY);
	assert_int_equal(present(desk).figure, 10 * NUM_SCALE);
	fixture_ok(restore(desk, first, 2));
	look(desk);
	assert_int_equal(desk->stages, 0);
	assert_int_equal(present(desk).change, 0);
	fixture_ok(restore(desk, fixture_lines(desk->store), 2));                                  // and done again
	look(desk);
	assert_string_equal(desk->progress, "甲");
}

static void test_altered(void **state)
{
	static const char *const alterings[] = {
		"UPDATE stage SET progress = '丙'", "UPDATE stage SET stage = 2", "UPDATE node SET done = 202401",
		"UPDATE node SET name = '丁'", "DELETE FROM node", "DELETE FROM stage",
		"INSERT INTO node VALUES (1, 1, 9, '戊', NULL, NULL, '', 1)",
	};
	struct desk *desk = *state;
	int64_t lines;
	fixture_ok(put(desk, -1, STAGE_UNDER_WAY, "甲", 0, 0));
	fixture_ok(put_node(desk, 1, "申报", 0, 0));
	fixture_ok(db_verify(desk->store, &lines));
	for (size_t i = 0; i < sizeof alterings / sizeof alterings[0]; i++) {
		sqlite3_exec(desk->store->db, "SAVEPOINT s", NULL, NULL, NULL);
		assert_int_equal(sqlite3_exec(desk->store->db, alterings[i], NULL, NULL, NULL), SQLITE_OK);
		sqlite3_exec(desk->store->db, "RELEASE s", NULL, NULL, NULL);
		if (db_verify(desk->store, &lines) != ERR_FINDINGS)
			fail_msg("not seen: %s", alterings[i]);
		sqlite3_exec(desk->store->db, "DELETE FROM node; DELETE FROM stage;", NULL, NULL, NULL);
		sqlite3_exec(desk->store->db, "INSERT INTO stage SELECT k1, k2, k3, 1, '甲', '无', '9月底前完成', seq FROM change "
			"WHERE what = 5; INSERT INTO node SELECT k1, k2, k3, '申报', 202403, NULL, '豫科〔2023〕90号', seq FROM change "
			"WHERE what = 6", NULL, NULL, NULL);
		fixture_ok(db_verify(desk->store, &lines));
	}
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
		TEST(test_stage_with_its_entry), TEST(test_two_desks), TEST(test_nodes), TEST(test_undo_and_redo), TEST(test_altered),
	};
	return cmocka_run_group_tests(tests, NULL, done);
}
