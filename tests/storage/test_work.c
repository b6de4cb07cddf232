// SPDX-License-Identifier: MIT
// What is kept about the work: reports, explanations, corrections and operators, written and read back; revisions, undo, and
// that verify sees what was altered behind the history.
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "core/check.h"
#include "core/report.h"
#include "db/base.h"
#include "tests/storage/fixture.h"

#define PERIOD 202306

struct desk {
	struct store *store;
	struct plan *plan;
	struct entry entry;
	struct explanation explanation;
	struct correction correction;
	struct report report;
	char text[200], doc[64];
	int found;
};

static int open_desk(void **state)
{
	struct desk *desk = calloc(1, sizeof *desk);
	desk->store = fixture_store_new(&desk->plan);
	desk->entry = (struct entry){ .element = FIX_FIRMS, .unit = FIX_WD, .period = PERIOD, .kind = ENTRY_VALUE,
		.figure = 31 * NUM_SCALE, .note = "", .doc = "" };
	fixture_ok(fixture_save(desk->store, desk->plan, &desk->entry, 0, NULL));
	desk->entry.change = fixture_lines(desk->store);
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

static void begin(struct desk *desk, const char *action)
{
	const struct ledger_op op = fixture_op(action);
	fixture_ok(ledger_begin(desk->store, &op));
}

static enum err finish(struct desk *desk, enum err err)
{
	int64_t seq;
	if (err == ERR_OK)
		return ledger_commit(desk->store, &seq);
	ledger_rollback(desk->store);
	return err;
}

static enum err restore(struct desk *desk, int64_t line)
{
	begin(desk, "undo");
	return finish(desk, ledger_restore(desk->store, desk->plan, line));
}

// ------------------------------------------------------------ reports

static const struct report sent = { .key = { PERIOD, 0, FIX_WD }, .state = REPORT_SUBMITTED, .due = 20230715,
	.first_submitted = 1688900000, .submitted = 1688900000, .sentence = "", };

static enum err put_report(struct desk *desk, const struct report *report, int64_t saw)
{
	begin(desk, "submit");
	return finish(desk, ledger_put_report(desk->store, desk->plan, report, saw));
}

static struct report report_now(struct desk *desk)
{
	struct report report = { .key = sent.key };
	fixture_ok(store_get_report(desk->store, desk->plan, &report));
	return report;
}

static enum err keep_report(const struct report *report, void *ctx)
{
	struct desk *desk = ctx;
	desk->found++;
	desk->report = *report;
	return ERR_OK;
}

static void test_report(void **state)
{
	struct desk *desk = *state;
	assert_int_equal(report_now(desk).state, REPORT_FILLING);
	assert_int_equal(report_now(desk).change, 0);
	fixture_ok(put_report(desk, &sent, 0));
	assert_int_equal(put_report(desk, &sent, 0), ERR_OK);              // as it is already
	struct report back = report_now(desk);
	int64_t first = back.change;
	assert_int_equal(back.due, 20230715);
	assert_int_equal(back.first_submitted, 1688900000);
	assert_int_equal(back.returned, 0);
	back.state = REPORT_RETURNED;
	back.returned = 1688990000;
	back.sentence = "疑按单季填报";
	assert_int_equal(put_report(desk, &back, 0), ERR_CONFLICT);
	fixture_ok(put_report(desk, &back, first));
	assert_string_equal(report_now(desk).sentence, "疑按单季填报");
	fixture_ok(restore(desk, fixture_lines(desk->store)));
	assert_int_equal(report_now(desk).state, REPORT_SUBMITTED);
	fixture_ok(store_each_report(desk->store, desk->plan, PERIOD, keep_report, desk));
	assert_int_equal(desk->found, 1);
	assert_int_equal(desk->report.key.unit, FIX_WD);
	fixture_ok(store_each_report(desk->store, desk->plan, 202303, keep_report, desk));
	assert_int_equal(desk->found, 1);
	fixture_ok(store_each_report(desk->store, desk->plan, 0, keep_report, desk));
	assert_int_equal(desk->found, 2);
}

// ------------------------------------------------------------ explanations

static enum err put_explanation(struct desk *desk, const char *rule, const char *text, int64_t saw)
{
	const struct explanation e = { .period = PERIOD, .unit = FIX_WD, .element = FIX_FIRMS, .rule = rule, .text = text,
		.about = desk->entry.change };
	begin(desk, "explain");
	return finish(desk, ledger_put_explanation(desk->store, desk->plan, &e, saw));
}

static enum err keep_explanation(const struct explanation *explanation, void *ctx)
{
	struct desk *desk = ctx;
	desk->found++;
	desk->explanation = *explanation;
	snprintf(desk->text, sizeof desk->text, "%s:%s", explanation->rule, explanation->text);
	return ERR_OK;
}

static int explanations(struct desk *desk, int unit)
{
	desk->found = 0;
	fixture_ok(store_each_explanation(desk->store, desk->plan, PERIOD, unit, keep_explanation, desk));
	return desk->found;
}

static void test_explanation(void **state)
{
	struct desk *desk = *state;
	fixture_ok(put_explanation(desk, "spread", "新认定5家\t属实", 0));
	fixture_ok(put_explanation(desk, "slip", "属实", 0));
	assert_int_equal(explanations(desk, FIX_WD), 2);
	assert_int_equal(explanations(desk, FIX_JA), 0);
	assert_int_equal(explanations(desk, PLAN_NONE), 2);
	assert_string_equal(desk->text, "spread:新认定5家\t属实");
	assert_int_equal(desk->explanation.about, desk->entry.change);
	int64_t saw = desk->explanation.change;
	assert_int_equal(put_explanation(desk, "spread", "别的", 0), ERR_CONFLICT);
	fixture_ok(put_explanation(desk, "spread", "改正", saw));
	assert_int_equal(explanations(desk, FIX_WD), 2);
	assert_string_equal(desk->text, "spread:改正");
	fixture_ok(put_explanation(desk, "spread", "", desk->explanation.change));
	assert_int_equal(explanations(desk, FIX_WD), 1);
	fixture_ok(restore(desk, fixture_lines(desk->store)));
	assert_int_equal(explanations(desk, FIX_WD), 2);
	assert_string_equal(desk->text, "spread:改正");
}

// ------------------------------------------------------------ corrections

static enum err keep_correction(const struct correction *correction, void *ctx)
{
	struct desk *desk = ctx;
	desk->found++;
	desk->correction = *correction;
	snprintf(desk->text, sizeof desk->text, "%s", correction->reason);
	snprintf(desk->doc, sizeof desk->doc, "%s", correction->doc);
	desk->correction.reason = desk->text;
	desk->correction.doc = desk->doc;
	return ERR_OK;
}

static int corrections(struct desk *desk, enum store_corrections which)
{
	desk->found = 0;
	fixture_ok(store_each_correction(desk->store, desk->plan, which, &desk->entry, keep_correction, desk));
	return desk->found;
}

static void test_correction(void **state)
{
	struct desk *desk = *state;
	struct correction c = { .element = FIX_FIRMS, .unit = FIX_WD, .period = PERIOD, .about = desk->entry.change,
		.figure = 33 * NUM_SCALE, .reason = "漏计2家", .doc = "鄢科〔2024〕5号" };
	begin(desk, "correct");
	fixture_ok(finish(desk, ledger_put_correction(desk->store, desk->plan, &c, 0, &c.id)));
	assert_int_equal(c.id, 1);
	assert_int_equal(corrections(desk, STORE_PENDING), 1);
	assert_int_equal(desk->correction.old, 31 * NUM_SCALE);
	assert_int_equal(desk->correction.old_kind, ENTRY_VALUE);
	assert_string_equal(desk->doc, "鄢科〔2024〕5号");
	c = desk->correction;
	c.state = CORRECTION_ACCEPTED;
	begin(desk, "accept_correction");
	assert_int_equal(finish(desk, ledger_put_correction(desk->store, desk->plan, &c, 1, NULL)), ERR_CONFLICT);
	begin(desk, "accept_correction");
	fixture_ok(finish(desk, ledger_put_correction(desk->store, desk->plan, &c, c.change, NULL)));
	assert_int_equal(corrections(desk, STORE_PENDING), 0);
	assert_int_equal(corrections(desk, STORE_OF_CELL), 1);
	assert_int_equal(corrections(desk, STORE_ALL), 1);
	desk->entry.unit = FIX_JA;
	assert_int_equal(corrections(desk, STORE_OF_CELL), 0);
}

// ------------------------------------------------------------ operators

static enum err count_operator(const struct operator *who, void *ctx)
{
	struct desk *desk = ctx;
	desk->found += who->change > 0;
	return ERR_OK;
}

static void put_operator(struct desk *desk, const struct operator *who, int64_t saw)
{
	begin(desk, "operator");
	fixture_ok(finish(desk, ledger_put_operator(desk->store, desk->plan, who, saw)));
}

static void test_operator(void **state)
{
	struct desk *desk = *state;
	struct operator who = { .account = "lisi", .name = "李四", .dept = 1, .unit = FIX_CITY, .role = REPORT_REVIEWER };
	const struct operator same_name = { .account = "lisi2", .name = "李四", .unit = FIX_WD };
	put_operator(desk, &who, 0);
	put_operator(desk, &same_name, 0);
	who = (struct operator){ .account = "lisi" };
	fixture_ok(store_get_operator(desk->store, desk->plan, &who));
	assert_string_equal(who.name, "李四");
	assert_int_equal(who.dept, 1);
	assert_int_equal(who.unit, FIX_CITY);
	assert_int_equal(who.role, REPORT_REVIEWER);
	who.role = REPORT_PLANNER;
	put_operator(desk, &who, who.change);
	fixture_ok(store_each_operator(desk->store, desk->plan, count_operator, desk));
	assert_int_equal(desk->found, 2);
	who = (struct operator){ .account = "nobody" };
	fixture_ok(store_get_operator(desk->store, desk->plan, &who));
	assert_int_equal(who.change, 0);
	assert_string_equal(who.name, "");
}

// ------------------------------------------------------------ altered behind the history

static void test_altered(void **state)
{
	static const char *const alterings[] = {
		"UPDATE report SET state = 3", "UPDATE report SET upto = 99", "UPDATE report SET sentence = 'x'", "DELETE FROM report",
		"UPDATE explanation SET text = 'x'", "UPDATE explanation SET about = about + 1", "DELETE FROM explanation",
		"UPDATE correction SET figure = figure + 1", "UPDATE correction SET state = 1", "UPDATE operator SET role = 2",
		"UPDATE operator SET name = 'x'", "INSERT INTO operator VALUES (9, 'x', 'y', 0, 1, 0, 1)",
	};
	struct desk *desk = *state;
	const struct operator who = { .account = "lisi", .name = "李四", .unit = FIX_WD };
	const struct correction c = { .element = FIX_FIRMS, .unit = FIX_WD, .period = PERIOD, .about = desk->entry.change,
		.reason = "x", .doc = "" };
	int64_t lines;
	fixture_ok(put_report(desk, &sent, 0));
	fixture_ok(put_explanation(desk, "slip", "属实", 0));
	put_operator(desk, &who, 0);
	begin(desk, "correct");
	fixture_ok(finish(desk, ledger_put_correction(desk->store, desk->plan, &c, 0, NULL)));
	fixture_ok(db_verify(desk->store, &lines));
	for (size_t i = 0; i < sizeof alterings / sizeof alterings[0]; i++) {
		char path[256], original[256];
		snprintf(path, sizeof path, "%s", fixture_path("altered_work.db"));
		snprintf(original, sizeof original, "%s", db_path(desk->store));
		db_close(desk->store);
		fixture_copy(original, path);
		struct store *copy = fixture_open(path, DB_WRITE);
		assert_int_equal(sqlite3_exec(copy->db, alterings[i], NULL, NULL, NULL), SQLITE_OK);
		if (db_verify(copy, &lines) != ERR_FINDINGS)
			fail_msg("not seen: %s", alterings[i]);
		db_close(copy);
		desk->store = fixture_open(original, DB_WRITE);
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
		TEST(test_report), TEST(test_explanation), TEST(test_correction), TEST(test_operator), TEST(test_altered),
	};
	return cmocka_run_group_tests(tests, NULL, done);
}
