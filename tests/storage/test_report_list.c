// SPDX-License-Identifier: MIT
// Who is where in a period and a year: filled, told, late (迟报), missed (漏报); what a report still lacks and the sentence that
// reminds its owner.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "core/filled.h"
#include "core/remind.h"
#include "core/report_year.h"
#include "tests/storage/fixture.h"

#define PERIOD 202306                // due 15 July
#define IN_TIME 20230710
#define PAST 20230720

static struct store *store;
static struct plan *plan;

static int same_day(int64_t at)
{
	return (int)at;
}

static void put(int element, int unit, int64_t figure, enum entry_kind kind)
{
	struct entry entry = fixture_entry(element, unit, PERIOD, figure);
	int64_t change;
	entry.kind = kind;
	if (kind != ENTRY_VALUE)
		entry.figure = 0;
	if (kind == ENTRY_NOT_REPORTED)
		entry.promised = 20230901;
	fixture_ok(fixture_save(store, plan, &entry, 0, &change));
}

static void put_report(int dept, int unit, enum report_state state, int day, const char *sentence)
{
	const struct ledger_op op = fixture_op("submit");
	const struct report report = { .key = { PERIOD, dept, unit }, .state = state, .first_submitted = day, .submitted = day,
		.sentence = sentence };
	int64_t seq;
	fixture_ok(ledger_begin(store, &op));
	fixture_ok(ledger_put_report(store, plan, &report, 0));
	fixture_ok(ledger_commit(store, &seq));
}

static void tell(int unit)
{
	const struct ledger_op op = fixture_op("edit");
	const struct entry entry = { .element = FIX_STAGE, .unit = unit, .period = PERIOD, .kind = ENTRY_CLEARED, .note = "", .doc = "" };
	const struct stage stage = { FIX_STAGE, unit, PERIOD, STAGE_UNDER_WAY, "done", "", "next", 0 };
	int64_t seq;
	fixture_ok(ledger_begin(store, &op));
	fixture_ok(ledger_put_stage(store, plan, &entry, &stage, 0, 0));
	fixture_ok(ledger_commit(store, &seq));
}

static int open_store(void **state)
{
	(void)state;
	store = fixture_store("list.db", &plan);
	put(FIX_FIRMS, FIX_WD, 31, ENTRY_VALUE);
	put(FIX_FIRMS, FIX_JA, 0, ENTRY_NOT_REPORTED);
	put(FIX_VA, FIX_WD, 5, ENTRY_VALUE);
	return 0;
}

static int close_store(void **state)
{
	(void)state;
	plan_free(plan);
	db_close(store);
	fixture_folder_done();
	return 0;
}

static struct report_list load(int today)
{
	const struct report_ask ask = { PERIOD, today, same_day };
	struct report_list list = { 0 };
	fixture_ok(report_list_load(&list, store, plan, &ask));
	return list;
}

static void test_filled_and_told(void **state)
{
	(void)state;
	char words[FILLED_WORDS], more[FILLED_WORDS];
	struct report_list list = load(IN_TIME);
	const struct report_line *wd = report_list_find(&list, 0, FIX_WD), *ja = report_list_find(&list, 0, FIX_JA),
		*tjj = report_list_find(&list, 1, PLAN_NONE);
	assert_non_null(wd);
	assert_int_equal(wd->filled, 1);
	assert_int_equal(wd->asked, 1);
	assert_int_equal(wd->told, 0);
	assert_int_equal(wd->tasks, 1);                          // the project is asked of the city and of 魏都区
	assert_int_equal(ja->filled, 1);                         // 未报 is an answer
	assert_int_equal(ja->tasks, 0);
	assert_int_equal(tjj->filled, 1);
	assert_true(tjj->asked > 1);
	assert_int_equal(wd->due, 20230715);
	assert_int_equal(wd->left, 5);
	assert_true(wd->waits);
	assert_false(wd->late || wd->missed);
	assert_null(report_list_find(&list, 0, FIX_OLD));        // merged into 魏都区 before
	assert_string_equal(filled_words(wd, words, sizeof words), "1/1 tasks 0/1");
	assert_string_equal(filled_brief(wd, words, sizeof words), "tasks 0/1");
	assert_string_equal(filled_words(ja, words, sizeof words), "1/1");
	assert_string_equal(filled_brief(ja, words, sizeof words), "1/1");
	assert_string_equal(filled_brief(tjj, words, sizeof words), filled_words(tjj, more, sizeof more));
	assert_string_equal(filled_words(NULL, words, sizeof words), "");
	report_list_done(&list);
}

// A figure that was taken back is lacking again.
static void test_what_is_cleared_is_not_filled(void **state)
{
	(void)state;
	struct entry entry;
	int64_t change;
	struct report_list list = load(IN_TIME);
	int before = report_list_find(&list, 1, PLAN_NONE)->filled;
	report_list_done(&list);
	fixture_ok(store_get_entry(store, plan, FIX_VA, FIX_WD, PERIOD, &entry));
	int64_t saw = entry.change;
	entry = (struct entry){ .element = FIX_VA, .unit = FIX_WD, .period = PERIOD, .kind = ENTRY_CLEARED, .note = "", .doc = "" };
	fixture_ok(fixture_save(store, plan, &entry, saw, &change));
	list = load(IN_TIME);
	assert_int_equal(report_list_find(&list, 1, PLAN_NONE)->filled, before - 1);
	report_list_done(&list);
	entry = fixture_entry(FIX_VA, FIX_WD, PERIOD, 5);
	fixture_ok(fixture_save(store, plan, &entry, change, &change));
}

// A percent need not be given: the stage is the answer.
static void test_a_task_without_a_percent_is_told(void **state)
{
	struct remind lacks;
	(void)state;
	tell(FIX_WD);
	struct report_list list = load(IN_TIME);
	const struct report_line *wd = report_list_find(&list, 0, FIX_WD);
	assert_int_equal(wd->told, 1);
	assert_int_equal(wd->filled, 1);
	fixture_ok(remind_lacks(store, plan, wd, IN_TIME, &lacks));
	assert_int_equal(lacks.lacks, 0);
	report_list_done(&list);
}

static void test_late_and_missed(void **state)
{
	(void)state;
	put_report(0, FIX_WD, REPORT_SUBMITTED, 20230716, "");
	put_report(0, FIX_JA, REPORT_ACCEPTED, 20230715, "");
	struct report_list list = load(PAST);
	const struct report_line *wd = report_list_find(&list, 0, FIX_WD), *ja = report_list_find(&list, 0, FIX_JA),
		*tjj = report_list_find(&list, 1, PLAN_NONE);
	struct report_tally tally = report_list_tally(&list);
	assert_true(wd->late && !wd->missed && !wd->waits);
	assert_false(ja->late || ja->missed);                    // on the last day
	assert_true(tjj->missed && !tjj->late && tjj->waits);
	assert_int_equal(tjj->left, -5);
	assert_int_equal(tally.owners, list.len);
	assert_int_equal(tally.by_state[REPORT_SUBMITTED], 1);
	assert_int_equal(tally.by_state[REPORT_ACCEPTED], 1);
	assert_int_equal(tally.late, 1);
	assert_int_equal(tally.missed, list.len - 2);
	report_list_done(&list);
}

// The base year's figures are what the plan begins with: nobody has missed a report of it.
static void test_nobody_reported_before_the_plan(void **state)
{
	(void)state;
	const struct report_ask before = { plan->base_year * 100 + 12, PAST, same_day }, first = { (plan->base_year + 1) * 100 + 3, PAST, same_day };
	struct report_list list = { 0 };
	fixture_ok(report_list_load(&list, store, plan, &before));
	assert_true(list.len > 0);
	assert_int_equal(report_list_tally(&list).missed, 0);
	report_list_done(&list);
	fixture_ok(report_list_load(&list, store, plan, &first));
	assert_int_equal(report_list_tally(&list).missed, list.len);
	report_list_done(&list);
}

static void test_states_alone_and_the_day_they_wait_for(void **state)
{
	(void)state;
	const struct report_ask in_time = { PERIOD, IN_TIME, same_day };
	const struct ledger_op op = fixture_op("extend"), submission = fixture_op("submit");
	struct report_list list = { 0 };
	int64_t seq;
	fixture_ok(report_list_states(&list, store, plan, &in_time));
	assert_int_equal(list.lines[0].filled + list.lines[0].asked + list.lines[0].tasks, 0);
	assert_int_equal(report_list_due(&list, IN_TIME), 20230715);
	list.lines[0].waits = true;
	list.lines[0].due = 20230720;
	assert_int_equal(report_list_due(&list, 20230715), 20230715);    // today counts
	assert_int_equal(report_list_due(&list, 20230716), 20230720);
	fixture_ok(ledger_begin(store, &op));
	for (int i = 0; i < list.len; i++) {
		struct report report = list.lines[i].report;
		if (report_list_find(&list, 0, FIX_WD) == &list.lines[i])
			report.due = 20230730;                   // the one that is left, and it has longer
		else
			report.state = REPORT_SUBMITTED;
		fixture_ok(ledger_put_report(store, plan, &report, 0));
	}
	fixture_ok(ledger_commit(store, &seq));
	report_list_done(&list);
	fixture_ok(report_list_states(&list, store, plan, &in_time));
	assert_int_equal(report_list_due(&list, IN_TIME), 20230730);
	struct report last = report_list_find(&list, 0, FIX_WD)->report;
	last.state = REPORT_SUBMITTED;
	last.sentence = "";
	report_list_done(&list);
	fixture_ok(ledger_begin(store, &submission));
	fixture_ok(ledger_put_report(store, plan, &last, last.change));
	fixture_ok(ledger_commit(store, &seq));
	fixture_ok(report_list_states(&list, store, plan, &in_time));
	assert_int_equal(report_list_due(&list, IN_TIME), 0);
	report_list_done(&list);
}

static void test_a_year(void **state)
{
	(void)state;
	const struct report_ask ask = { PERIOD, PAST, same_day };
	const struct report_key wd = { PERIOD, 0, FIX_WD }, ja = { PERIOD, 0, FIX_JA };
	struct report_year year = { 0 };
	fixture_ok(report_year_load(&year, store, plan, 2023, &ask));
	assert_int_equal(year.len, 4);
	assert_true(year.periods[1].open && !year.periods[2].open);
	assert_int_equal(report_year_faults(&year, &wd).late, 1);
	assert_int_equal(report_year_faults(&year, &wd).missed, 1);      // the first quarter
	assert_int_equal(report_year_faults(&year, &ja).late, 0);
	assert_int_equal(report_year_faults(&year, &ja).missed, 1);
	assert_int_equal(report_year_line(&year, PERIOD, &wd)->report.state, REPORT_SUBMITTED);
	assert_null(report_year_line(&year, 202309, &wd));
	report_year_done(&year);
}

static void say(int dept, int unit, int today, char *out, struct remind *lacks)
{
	struct report_list list = load(today);
	const struct report_line *line = report_list_find(&list, dept, unit);
	fixture_ok(remind_lacks(store, plan, line, today, lacks));
	remind_words(plan, line, lacks, out, REMIND_TEXT);
	report_list_done(&list);
}

static void test_reminders(void **state)
{
	char text[REMIND_TEXT];
	struct remind lacks;
	(void)state;
	say(0, FIX_WD, IN_TIME, text, &lacks);
	assert_int_equal(lacks.lacks, 1);
	assert_string_equal(lacks.names, "融合工程");
	assert_non_null(strstr(text, "still lacks 1 items (融合工程)"));
	assert_non_null(strstr(text, "due on 07-15"));
	say(1, PLAN_NONE, PAST, text, &lacks);
	assert_int_equal(lacks.named, 2);
	assert_non_null(strstr(lacks.names, "高新技术产业增加值 of "));
	assert_non_null(strstr(text, "2023-07-15, 5 days ago"));
	say(0, FIX_JA, IN_TIME, text, &lacks);
	assert_int_equal(lacks.lacks, 0);
	assert_non_null(strstr(text, "complete but not submitted"));
}

// Accepted with what is still to come: when the day it was promised for has passed, that is reminded of.
static void test_a_promise_that_has_passed(void **state)
{
	char text[REMIND_TEXT];
	struct remind lacks;
	(void)state;
	put_report(0, FIX_JA, REPORT_ACCEPTED, 20230705, "");
	say(0, FIX_JA, 20230901, text, &lacks);
	assert_int_equal(lacks.over, 0);
	say(0, FIX_JA, 20230902, text, &lacks);
	assert_int_equal(lacks.over, 1);
	assert_non_null(strstr(text, "1 items are not reported though the day named for them has passed (高新技术企业)"));
}

static void test_a_returned_report_is_told_why(void **state)
{
	char text[REMIND_TEXT];
	struct remind lacks;
	(void)state;
	put_report(1, FIX_CITY, REPORT_RETURNED, 20230705, "疑按单季填报");
	say(1, PLAN_NONE, IN_TIME, text, &lacks);
	assert_non_null(strstr(text, "was returned (疑按单季填报)"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_filled_and_told, open_store, close_store),
		cmocka_unit_test_setup_teardown(test_what_is_cleared_is_not_filled, open_store, close_store),
		cmocka_unit_test_setup_teardown(test_nobody_reported_before_the_plan, open_store, close_store),
		cmocka_unit_test_setup_teardown(test_a_task_without_a_percent_is_told, open_store, close_store),
		cmocka_unit_test_setup_teardown(test_states_alone_and_the_day_they_wait_for, open_store, close_store),
		cmocka_unit_test_setup(test_late_and_missed, open_store),
		cmocka_unit_test_teardown(test_a_year, close_store),
		cmocka_unit_test_setup_teardown(test_reminders, open_store, close_store),
		cmocka_unit_test_setup_teardown(test_a_promise_that_has_passed, open_store, close_store),
		cmocka_unit_test_setup_teardown(test_a_returned_report_is_told_why, open_store, close_store),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
