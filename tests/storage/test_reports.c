// SPDX-License-Identifier: MIT
// A report's way over two desks: filled, submitted, out of reach, returned, accepted, corrected; who may do what.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "cli/desk.h"
#include "core/check.h"
#include "core/findings.h"
#include "core/intake.h"
#include "core/life.h"
#include "tests/storage/fixture.h"

#define PERIOD 202306

struct place {
	struct context context;
	struct desk_session *session;
	const struct desk *desk;
};
static const struct report_key of_wd = { PERIOD, 0, FIX_WD }, of_ja = { PERIOD, 0, FIX_JA };

static void open_desk(struct place *place, const char *path, const char *who, enum report_role role, int unit)
{
	const struct operator operator = { .name = who, .unit = unit, .role = role };
	struct desk_answer answer;
	fixture_ok(context_init(&place->context));
	place->context.path = strdup(path);
	snprintf(place->context.who, sizeof place->context.who, "%s", who);
	fixture_ok(context_open(&place->context, DB_WRITE));
	fixture_ok(desk_new(&place->context, &place->session));
	place->desk = desk_of(place->session);
	fixture_ok(place->desk->put_operator(place->desk->ctx, &operator, &answer));
	assert_true(answer.done);
}

static void close_desk(struct place *place)
{
	desk_free(place->session);
	context_done(&place->context);
}

static struct entry get(struct place *place)
{
	struct entry entry;
	fixture_ok(store_get_entry(place->context.store, place->context.plan, FIX_FIRMS, FIX_WD, PERIOD, &entry));
	return entry;
}

// A text of "" is 未报.
static enum err key_in(struct place *place, const char *text)
{
	const struct intake_cell cell = { .element = FIX_FIRMS, .unit = FIX_WD, .period = PERIOD, .text = text,
		.kind = text[0] == '\0' ? ENTRY_NOT_REPORTED : ENTRY_VALUE, .promised = text[0] == '\0' ? 20990901 : 0 };
	struct entry present = get(place);
	struct intake_result result;
	return place->desk->save(place->desk->ctx, &cell, &present, &result);
}

static struct desk_answer take(struct place *place, enum report_step step, const char *why)
{
	const struct desk_step ask = { .step = step, .reports = &of_wd, .reports_len = 1, .why = why, .due = 20230801 };
	struct desk_answer answer;
	fixture_ok(place->desk->step(place->desk->ctx, &ask, &answer));
	return answer;
}

static struct report report_now(struct place *place)
{
	struct report report = { .key = of_wd };
	fixture_ok(store_get_report(place->context.store, place->context.plan, &report));
	return report;
}

// Hard findings are counted and stand in the way; with all keyed in it goes.
static void fill(struct place *place)
{
	const struct ledger_op op = fixture_op("edit");
	const struct entry e = { .element = FIX_STAGE, .unit = FIX_WD, .period = PERIOD, .kind = ENTRY_CLEARED, .note = "", .doc = "" };
	const struct stage stage = { .stage = STAGE_UNDER_WAY, .progress = "完成", .problem = "", .next = "继续" };
	int64_t seq;
	fixture_ok(key_in(place, "31"));
	fixture_ok(ledger_begin(place->context.store, &op));
	fixture_ok(ledger_put_stage(place->context.store, place->context.plan, &e, &stage, 0, 0));
	fixture_ok(ledger_commit(place->context.store, &seq));
}

static void begin(struct place *clerk, struct place *reviewer, const char *name)
{
	struct plan *plan = NULL;
	struct store *store = fixture_store(name, &plan);
	plan_free(plan);
	db_close(store);
	open_desk(clerk, fixture_path(name), "李四", REPORT_CLERK, FIX_WD);
	open_desk(reviewer, fixture_path(name), "王五", REPORT_REVIEWER, FIX_CITY);
}

static void end(struct place *clerk, struct place *reviewer)
{
	int64_t lines;
	fixture_ok(db_verify(clerk->context.store, &lines));
	close_desk(clerk);
	close_desk(reviewer);
}

static void assert_done(struct desk_answer answer)
{
	if (!answer.done)
		fail_msg("%s", answer.text);
}

static void test_way(void **state)
{
	struct place clerk = { .desk = NULL }, reviewer = { .desk = NULL };
	const char *what;
	(void)state;
	begin(&clerk, &reviewer, "way.db");
	struct desk_answer answer = take(&clerk, REPORT_SUBMIT, "");
	assert_false(answer.done);
	assert_true(answer.hard > 0);
	assert_int_equal(report_now(&clerk).change, 0);
	fill(&clerk);
	assert_done(take(&clerk, REPORT_SUBMIT, ""));
	assert_int_equal(report_now(&clerk).state, REPORT_SUBMITTED);
	assert_int_equal(key_in(&clerk, "32"), ERR_REFUSED);
	assert_int_equal(clerk.desk->undo(clerk.desk->ctx, &what), ERR_REFUSED);
	assert_int_equal(get(&clerk).figure, 31 * NUM_SCALE);
	assert_false(take(&clerk, REPORT_ACCEPT, "").done);                      // not his
	assert_false(take(&reviewer, REPORT_RETURN, " ").done);                  // without a sentence
	assert_done(take(&reviewer, REPORT_RETURN, "疑按单季填报"));
	assert_string_equal(report_now(&clerk).sentence, "疑按单季填报");
	fixture_ok(key_in(&clerk, "33"));
	assert_done(take(&clerk, REPORT_SUBMIT, ""));
	assert_done(take(&clerk, REPORT_WITHDRAW, ""));
	assert_done(take(&clerk, REPORT_SUBMIT, ""));
	assert_false(get(&clerk).accepted);
	assert_done(take(&reviewer, REPORT_ACCEPT, ""));
	assert_true(get(&clerk).accepted);
	assert_int_equal(key_in(&clerk, "34"), ERR_REFUSED);
	assert_int_equal(report_now(&clerk).state, REPORT_ACCEPTED);
	assert_false(take(&clerk, REPORT_WITHDRAW, "").done);
	end(&clerk, &reviewer);
}

// The newest act in the life of the cell is told once, with its document and reason; nothing of it stands in other lines.
static void assert_one_line(struct place *place, const char *act, const char *text)
{
	struct life life;
	fixture_ok(life_load(place->context.store, place->context.plan, FIX_FIRMS, FIX_WD, PERIOD, &life));
	const struct life_line *last = &life.lines[life.len - 1];
	assert_string_equal(last->act, act);
	assert_string_equal(last->text, text);
	assert_string_equal(life.lines[life.len - 2].act, "correction proposed");
	life_done(&life);
}

static void test_correction(void **state)
{
	struct place clerk = { .desk = NULL }, reviewer = { .desk = NULL };
	const struct correction ask = { .element = FIX_FIRMS, .unit = FIX_WD, .period = PERIOD, .figure = 35 * NUM_SCALE,
		.reason = "漏计", .doc = "鄢科〔2024〕5号" };
	struct desk_answer answer;
	(void)state;
	begin(&clerk, &reviewer, "correction.db");
	fill(&clerk);
	fixture_ok(clerk.desk->propose(clerk.desk->ctx, &ask, &answer));
	assert_false(answer.done);                                               // not accepted yet: key it in
	assert_done(take(&clerk, REPORT_SUBMIT, ""));
	assert_done(take(&reviewer, REPORT_ACCEPT, ""));
	fixture_ok(clerk.desk->propose(clerk.desk->ctx, &ask, &answer));
	assert_done(answer);
	assert_int_equal(get(&clerk).figure, 31 * NUM_SCALE);
	fixture_ok(clerk.desk->decide(clerk.desk->ctx, 1, true, "", &answer));
	assert_false(answer.done);
	fixture_ok(reviewer.desk->decide(reviewer.desk->ctx, 1, true, "", &answer));
	assert_done(answer);
	assert_int_equal(get(&clerk).figure, 35 * NUM_SCALE);
	assert_true(get(&clerk).accepted);
	assert_one_line(&clerk, "corrected", "鄢科〔2024〕5号  漏计");
	fixture_ok(reviewer.desk->decide(reviewer.desk->ctx, 1, true, "", &answer));
	assert_false(answer.done);
	end(&clerk, &reviewer);
}

// What was owed when the report was accepted is supplied later: open again, and what was accepted stays so.
static void test_supplied_later(void **state)
{
	struct place clerk = { .desk = NULL }, reviewer = { .desk = NULL };
	(void)state;
	begin(&clerk, &reviewer, "later.db");
	fill(&clerk);
	fixture_ok(key_in(&clerk, ""));
	assert_done(take(&clerk, REPORT_SUBMIT, ""));
	assert_done(take(&reviewer, REPORT_ACCEPT, ""));
	int64_t upto = report_now(&clerk).upto;
	fixture_ok(key_in(&clerk, "36"));
	assert_int_equal(report_now(&clerk).state, REPORT_FILLING);
	assert_int_equal(report_now(&clerk).upto, upto);
	assert_false(get(&clerk).accepted);
	end(&clerk, &reviewer);
}

// ------------------------------------------------------------ what a reviewer goes through

static int day_of(int64_t at)
{
	return at == 0 ? 0 : 20230710;
}

static void gather_as(struct place *place, const struct report_key *only, bool decides, struct findings *out)
{
	const struct report_ask ask = { PERIOD, 20230710, day_of };
	*out = (struct findings){ .with_unsaid = decides };
	fixture_ok(findings_load(out, place->context.store, place->context.plan, &ask, only));
	int sum = 0;
	for (int level = 0; level < FINDINGS_LEVELS; level++)
		sum += out->counts[level];
	assert_int_equal(sum, out->len);
	for (int i = 1; i < out->len; i++)
		assert_true(out->rows[i - 1].level <= out->rows[i].level);
}

static void gather(struct place *place, const struct report_key *only, struct findings *out)
{
	gather_as(place, only, false, out);
}

static void test_findings(void **state)
{
	struct place clerk = { .desk = NULL }, reviewer = { .desk = NULL };
	const struct correction ask = { .element = FIX_FIRMS, .unit = FIX_WD, .period = PERIOD, .figure = 35 * NUM_SCALE,
		.reason = "漏计", .doc = "鄢科〔2024〕5号" };
	struct desk_answer answer;
	struct findings found;
	(void)state;
	begin(&clerk, &reviewer, "findings.db");
	gather(&clerk, &of_wd, &found);
	assert_int_equal(found.counts[FINDINGS_HARD], take(&clerk, REPORT_SUBMIT, "").hard);
	assert_int_equal(found.counts[FINDINGS_HARD], found.len);
	findings_done(&found);
	fill(&clerk);
	gather(&clerk, &of_wd, &found);
	assert_int_equal(found.len, 0);                                          // not submitted: nothing waits
	findings_done(&found);
	assert_done(take(&clerk, REPORT_SUBMIT, ""));
	gather(&clerk, NULL, &found);
	assert_int_equal(found.counts[FINDINGS_WAITING], 1);
	assert_true(findings_is_clean(&found, found.rows[found.len - 1].report));
	assert_true(found.counts[FINDINGS_HARD] > 0);                            // of the others
	findings_done(&found);
	assert_done(take(&reviewer, REPORT_ACCEPT, ""));
	fixture_ok(clerk.desk->propose(clerk.desk->ctx, &ask, &answer));
	assert_done(answer);
	gather(&clerk, &of_wd, &found);
	assert_int_equal(found.len, 1);
	assert_int_equal(found.rows[0].level, FINDINGS_CORRECTION);
	assert_string_equal(found.rows[0].finding.left, "35");
	assert_string_equal(found.rows[0].finding.right, "31");
	assert_string_equal(found.rows[0].said, "漏计");
	findings_done(&found);
	gather(&reviewer, &of_ja, &found);
	assert_int_equal(found.counts[FINDINGS_CORRECTION], 0);                  // it is of another's report
	assert_int_equal(found.counts[FINDINGS_HARD], found.len);
	findings_done(&found);
	end(&clerk, &reviewer);
}

// A word explains what is strange. What is wrong stays wrong, whatever was said of it.
static void test_what_is_wrong_cannot_be_explained(void **state)
{
	struct place clerk = { .desk = NULL }, reviewer = { .desk = NULL };
	struct desk_answer answer;
	struct findings found;
	(void)state;
	begin(&clerk, &reviewer, "explained.db");
	gather(&clerk, &of_wd, &found);
	const struct finding_kept wrong = found.rows[0].finding;
	int hard = found.open[found.rows[0].report].hard;
	const struct explanation said = { .period = PERIOD, .unit = wrong.unit, .element = wrong.element, .rule = wrong.rule, .text = "属实",
		.about = wrong.about };
	fixture_ok(clerk.desk->explain(clerk.desk->ctx, &said, 1, &answer));
	findings_done(&found);                                                   // the rule's text is its own
	gather(&clerk, &of_wd, &found);
	assert_int_equal(found.explained, 0);
	assert_int_equal(found.open[found.rows[0].report].hard, hard);
	assert_int_equal(found.open[found.rows[0].report].explained, 0);
	findings_done(&found);
	end(&clerk, &reviewer);
}

static void remark(struct place *place, const char *text)
{
	const struct explanation of = { .period = PERIOD, .unit = FIX_WD, .element = FIX_FIRMS, .rule = SAID_REVIEW, .text = text,
		.about = get(place).change };
	struct desk_answer answer;
	fixture_ok(place->desk->explain(place->desk->ctx, &of, 1, &answer));
	assert_done(answer);
}

static void assert_row(const struct findings *found, enum findings_level level, const char *left, const char *right, const char *text)
{
	for (int i = 0; i < found->len; i++)
		if (found->rows[i].level == level && strcmp(found->rows[i].finding.left, left) == 0 &&
			strcmp(found->rows[i].finding.right, right) == 0) {
			assert_string_equal(level == FINDINGS_REMARK ? found->rows[i].finding.text : found->rows[i].said, text);
			return;
		}
	fail_msg("no row %d %s %s", level, left, right);
}

// What the bureau says of a cell waits in the file, hinders the acceptance in passing, and is told with the return alone.
static void test_remarks(void **state)
{
	struct place clerk = { .desk = NULL }, reviewer = { .desk = NULL };
	struct findings found;
	(void)state;
	begin(&clerk, &reviewer, "remarks.db");
	fill(&clerk);
	assert_done(take(&clerk, REPORT_SUBMIT, ""));
	assert_false(take(&reviewer, REPORT_RETURN, " ").done);                  // nothing said at all
	remark(&reviewer, "再核");
	gather_as(&reviewer, &of_wd, true, &found);
	assert_row(&found, FINDINGS_REMARK, "31", "", "再核");
	assert_int_equal(found.len, 1);                                          // no longer clean
	findings_done(&found);
	gather(&clerk, &of_wd, &found);
	assert_int_equal(found.counts[FINDINGS_REMARK], 0);                      // not told yet
	findings_done(&found);
	assert_done(take(&reviewer, REPORT_RETURN, ""));
	assert_true(report_now(&clerk).sentence[0] != '\0');
	gather(&clerk, &of_wd, &found);
	assert_row(&found, FINDINGS_REMARK, "31", "", "再核");
	findings_done(&found);
	assert_done(take(&clerk, REPORT_SUBMIT, ""));                            // as it was
	gather_as(&reviewer, &of_wd, true, &found);
	assert_row(&found, FINDINGS_REMARK, "31", "", "再核");
	assert_int_equal(found.len, 1);
	findings_done(&found);
	end(&clerk, &reviewer);
}

static void test_changed_since_a_return(void **state)
{
	struct place clerk = { .desk = NULL }, reviewer = { .desk = NULL };
	struct findings found;
	(void)state;
	begin(&clerk, &reviewer, "changed.db");
	fill(&clerk);
	assert_done(take(&clerk, REPORT_SUBMIT, ""));
	remark(&reviewer, "再核");
	assert_done(take(&reviewer, REPORT_RETURN, "请核对"));
	fixture_ok(key_in(&clerk, "33"));
	fixture_ok(key_in(&clerk, "32"));
	assert_done(take(&clerk, REPORT_SUBMIT, ""));
	gather_as(&reviewer, &of_wd, true, &found);
	assert_row(&found, FINDINGS_CHANGED, "32", "31", "再核");
	assert_int_equal(found.counts[FINDINGS_CHANGED], 1);
	assert_int_equal(found.counts[FINDINGS_WAITING], 1);
	findings_done(&found);
	assert_done(take(&reviewer, REPORT_ACCEPT, ""));
	gather_as(&reviewer, &of_wd, true, &found);
	assert_int_equal(found.len, 0);
	findings_done(&found);
	end(&clerk, &reviewer);
}

// The log would not tell them apart: the second says more than his name. His own he may say again.
static void test_two_of_one_name(void **state)
{
	struct place clerk, reviewer;
	struct desk_answer answer;
	struct operator operator = {.name = "李四", .unit = FIX_CITY, .role = REPORT_REVIEWER};
	(void)state;
	begin(&clerk, &reviewer, "namesakes.db");
	fixture_ok(reviewer.desk->put_operator(reviewer.desk->ctx, &operator, &answer));
	assert_false(answer.done);
	assert_string_equal(answer.text, "李四 is the name of account 李四 already; add what tells the two apart, such as the unit");
	fixture_ok(reviewer.desk->get_operator(reviewer.desk->ctx, &operator));
	assert_string_equal(operator.name, "王五");
	operator.name = "李四(市局)";
	fixture_ok(reviewer.desk->put_operator(reviewer.desk->ctx, &operator, &answer));
	assert_true(answer.done);
	operator = (struct operator){.name = "李四", .unit = FIX_WD, .role = REPORT_REVIEWER};
	fixture_ok(clerk.desk->put_operator(clerk.desk->ctx, &operator, &answer));
	assert_true(answer.done);
	end(&clerk, &reviewer);
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
		cmocka_unit_test(test_way), cmocka_unit_test(test_correction), cmocka_unit_test(test_supplied_later),
		cmocka_unit_test(test_findings), cmocka_unit_test(test_what_is_wrong_cannot_be_explained),
		cmocka_unit_test(test_remarks), cmocka_unit_test(test_changed_since_a_return), cmocka_unit_test(test_two_of_one_name),
	};
	return cmocka_run_group_tests(tests, NULL, done);
}
