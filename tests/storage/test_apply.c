// SPDX-License-Identifier: MIT
// duibiao plan apply on a file with entries: what changes is said first and what keeps its entries with it, nothing is dropped,
// the log speaks of what was said before under the names of then, and another desk's plan in between is not written over.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "tests/storage/fixture.h"
#include "tests/storage/program.h"

static char database[512], changed[512];
static char *plan_text;                  // tests/plans/other.ini, changed by swap()

#define run(...) program_run(__VA_ARGS__, "--file", database)

static void says(const char *text, const char *what)
{
	if (strstr(text, what) == NULL)
		fail_msg("\"%s\" not in: %s", what, text);
}

static void says_not(const char *text, const char *what)
{
	if (strstr(text, what) != NULL)
		fail_msg("\"%s\" in: %s", what, text);
}

static struct program_result expect(struct program_result result, int status)
{
	if (result.status != status)
		fail_msg("status %d (expected %d): %s%s", result.status, status, result.out, result.err);
	return result;
}

// Every FROM of the plan becomes TO.
static void swap(const char *from, const char *to)
{
	char *at = strstr(plan_text, from), *rest;
	assert_non_null(at);
	for (; at != NULL; at = strstr(at + strlen(to), from)) {
		rest = strdup(at + strlen(from));
		assert_non_null(rest);
		memcpy(at, to, strlen(to));
		memcpy(at + strlen(to), rest, strlen(rest) + 1);
		free(rest);
	}
	FILE *file = fopen(changed, "w");
	assert_non_null(file);
	fputs(plan_text, file);
	fclose(file);
}

// A file of the plan with a figure of each unit at the end of 2023 and one of June 2024.
static int new_database(void **state)
{
	static const char *const figures[][4] = {
		{ "firms", "dq", "2023H2", "300" }, { "firms", "xq", "2023H2", "100" }, { "firms", "kfq_n", "2023H2", "50" },
		{ "firms", "dq", "2024H1", "500" }, { "jobless", "shi", "2024H1", "4.5" },
	};
	size_t len;
	(void)state;
	program_reset();
	snprintf(database, sizeof database, "%s", fixture_path("t.db"));
	snprintf(changed, sizeof changed, "%s", fixture_path("changed.ini"));
	unlink(database);
	expect(program_run("init", database, "--plan", "tests/plans/other.ini"), 0);
	for (size_t i = 0; i < sizeof figures / sizeof figures[0]; i++)
		expect(run("set", figures[i][0], figures[i][1], figures[i][2], figures[i][3]), 0);
	char *text = program_bytes("tests/plans/other.ini", &len);
	plan_text = calloc(1, len + 8192);
	memcpy(plan_text, text, len);
	free(text);
	return 0;
}

static int free_text(void **state)
{
	(void)state;
	free(plan_text);
	return 0;
}

static int remove_folder(void **state)
{
	(void)state;
	fixture_folder_done();
	return 0;
}

// ------------------------------------------------------------ what is said, and what stays

static void a_dry_run_says_all_and_changes_nothing(void **state)
{
	(void)state;
	swap("name = 东区", "name = 东城区");
	struct program_result shown = expect(run("plan", "apply", changed, "--dry-run"), 0);
	says(shown.out, "changed: unit dq, name: “东区” becomes “东城区”");
	says_not(shown.out, "applied");
	says(expect(run("plan", "show"), 0).out, "name = 东区");
	says(expect(run("plan", "apply", changed), 4).err, "--yes");
	says(expect(run("plan", "show"), 0).out, "name = 东区");
}

static void an_element_that_goes_is_retired_with_its_entries(void **state)
{
	(void)state;
	swap("[element.jobless]\nname = 失业率", "[element.unemp]\nname = 登记失业率");
	swap("value(jobless)", "value(unemp)");
	struct program_result shown = expect(run("plan", "apply", changed, "--yes"), 0);
	says(shown.out, "gone: element jobless 失业率");
	says(shown.out, "kept: element jobless 失业率, entries: 1, the newest of 2024H1");
	says(expect(run("export"), 0).out, "jobless,shi,202406,4.5");
	says(expect(run("set", "jobless", "shi", "2024H2", "4.4"), 2).err, "not asked any more");
	says(expect(run("verify"), 0).out, "whole");
	says(expect(run("plan", "apply", changed, "--yes"), 0).out, "nothing to apply");
}

static void a_unit_that_goes_ends_and_one_that_comes_is_asked(void **state)
{
	(void)state;
	swap("[unit.xq]\nname = 西区\nshort = 西区\nparent = shi\nto = 202312\nsuccessor = dq\n",
		"[unit.nq]\nname = 南区\nparent = shi\nfrom = 202401\n");
	struct program_result shown = expect(run("plan", "apply", changed, "--yes"), 0);
	says(shown.out, "new: unit nq 南区");
	says(shown.out, "kept: unit xq 西区, entries: 1, the newest of 2023; it ends there");
	expect(run("set", "firms", "nq", "2024H1", "20"), 0);
	says(expect(run("export"), 0).out, "firms,xq,202312,100");
	// 300 + 100 + 50 at the end of 2023, all three of then; in June 2024 the west is due no more: 500 + 20 + 60
	says(expect(run("report", "--unaccepted", "--period", "2023H2"), 0).out, "科技型企业 at the end of 2023 450家");
	expect(run("set", "firms", "kfq_n", "2024H1", "60"), 0);
	says(expect(run("report", "--unaccepted", "--period", "2024H1"), 0).out, "科技型企业 at the end of 2024-06 580家");
}

static void a_unit_that_moves_takes_its_figures_along_and_that_is_said(void **state)
{
	(void)state;
	swap("parent = kfq\n", "parent = shi\n");
	says(expect(run("plan", "apply", changed, "--yes"), 0).out, "moved: unit kfq_n 开发区北园, entries: 1, from kfq to shi");
	says(expect(run("export"), 0).out, "firms,kfq_n,202312,50");
}

// ------------------------------------------------------------ names of then

static void the_log_speaks_under_the_names_of_then(void **state)
{
	(void)state;
	swap("name = 东区", "name = 东城区");
	swap("name = 科技型企业", "name = 科创企业");
	expect(run("plan", "apply", changed, "--yes"), 0);
	swap("name = 东城区", "name = 东新区");
	expect(run("plan", "apply", changed, "--yes"), 0);
	expect(run("set", "firms", "dq", "2024H1", "510"), 0);
	struct program_result log = expect(run("log"), 0);
	says(log.out, "东新区, 科创企业, at the end of 2024-06: 500家 to 510家");
	says(log.out, "东区, 科技型企业, at the end of 2024-06: empty to 500家");
	says(log.out, "西区, 科技型企业, at the end of 2023: empty to 100家");
	says_not(log.out, "东城区,");
	says(expect(run("export"), 0).out, "510");
}

// ------------------------------------------------------------ targets that were keyed in, and another desk

static struct store *open_store(struct plan **plan)
{
	struct store *store = fixture_open(database, DB_WRITE);
	fixture_ok(store_read_plan(store, plan));
	return store;
}

static void key_in_target(int year, int64_t figure)
{
	char text[] = "", doc[] = "示科〔2024〕3号";
	struct plan *plan;
	struct store *store = open_store(&plan);
	const struct ledger_op op = fixture_op("edit");
	int64_t seq;
	struct plan_target target = { .indicator = plan_indicator_by_code(plan, "k1"), .unit = plan_unit_by_code(plan, "dq"),
		.kind = PLAN_TARGET, .year = year, .form = PLAN_FORM_VALUE, .figure = figure, .text = text, .doc = doc };
	fixture_ok(ledger_begin(store, &op));
	fixture_ok(ledger_put_target(store, plan, &target, 0));
	fixture_ok(ledger_commit(store, &seq));
	plan_free(plan);
	db_close(store);
}

static void what_the_file_names_goes_before_what_was_keyed_in(void **state)
{
	struct plan *plan;
	int first, end;
	(void)state;
	key_in_target(2025, 6000000);
	key_in_target(2030, 8000000);
	swap("[indicator.k2]", "[target.k1_dq]\nindicator = k1\nunit = dq\ntarget.2025 = 650\n[indicator.k2]");
	struct program_result shown = expect(run("plan", "apply", changed, "--yes"), 0);
	says(shown.out, "given way: k1 dq target.2025 was keyed in (示科〔2024〕3号) and is now that of the plan file");
	says(shown.out, "kept: 1 baseline or target that was keyed in");
	struct store *store = open_store(&plan);
	plan_targets_of(plan, plan_indicator_by_code(plan, "k1"), plan_unit_by_code(plan, "dq"), &first, &end);
	assert_int_equal(end - first, 2);
	assert_int_equal(plan->targets[first].figure, 6500000);
	assert_false(plan->targets[first].keyed);
	assert_int_equal(plan->targets[first + 1].figure, 8000000);
	assert_true(plan->targets[first + 1].keyed);
	plan_free(plan);
	db_close(store);
	says(expect(run("verify"), 0).out, "whole");
}

static enum err stands(struct store *store, const struct plan *seen)
{
	const struct ledger_op op = fixture_op("plan");
	fixture_ok(ledger_begin(store, &op));
	enum err err = ledger_plan_stands(store, seen);
	ledger_rollback(store);
	return err;
}

static void another_desk_in_between_is_not_written_over(void **state)
{
	struct plan *seen, *fresh;
	(void)state;
	struct store *store = open_store(&seen);
	fixture_ok(stands(store, seen));
	expect(run("set", "firms", "kfq_n", "2024H1", "60"), 0);         // a figure is nothing to the plan
	fixture_ok(stands(store, seen));
	swap("name = 东区", "name = 东城区");
	expect(run("plan", "apply", changed, "--yes"), 0);
	assert_int_equal(stands(store, seen), ERR_CONFLICT);
	fixture_ok(store_read_plan(store, &fresh));
	fixture_ok(stands(store, fresh));
	key_in_target(2025, 6000000);
	assert_int_equal(stands(store, fresh), ERR_CONFLICT);
	plan_free(seen);
	plan_free(fresh);
	db_close(store);
}

static void a_plan_for_other_years_is_refused(void **state)
{
	(void)state;
	swap("base_year = 2021", "base_year = 2030");
	swap("baseline.2021 = 412\ntarget.2025 = >690\ntarget.2030 = 870\n", "baseline.2030 = 412\n");
	swap("baseline.2019 = 18\ntarget.2025 = 15", "target.2035 = 15");
	struct program_result result = expect(run("plan", "apply", changed, "--yes"), 2);
	says(result.err, "this plan is for 2030 to 2035, the 5 entries are of 2023 to 2024");
	says(expect(run("plan", "show"), 0).out, "base_year = 2021");
}

// ------------------------------------------------------------ texts of 100,000 characters

static void a_text_without_end_is_refused_with_one_sentence(void **state)
{
	enum { CHARACTERS = 100000, LINE = CHARACTERS + 64 };
	char *text = malloc(CHARACTERS + 1), *line = malloc(LINE);
	(void)state;
	assert_true(text != NULL && line != NULL);
	memset(text, 'a', CHARACTERS);
	text[CHARACTERS] = '\0';
	struct program_result note = expect(run("set", "firms", "dq", "2024H1", "501", "--note", text), 2);
	says(note.err, "the note is too long (100000 bytes, at most 4000)");
	says(expect(run("export"), 0).out, "firms,dq,202406,500");
	snprintf(line, LINE, "title = 总体要求\nbody = %s", text);
	plan_text = realloc(plan_text, strlen(plan_text) + CHARACTERS + 8192);
	assert_non_null(plan_text);
	swap("title = 总体要求", line);
	struct program_result plan = expect(run("plan", "apply", changed, "--yes"), 2);
	says(plan.err, "line 37 [chapter.a] body: the line is longer than 1000 bytes");
	says_not(expect(run("plan", "show"), 0).out, "aaaa");
	free(text);
	free(line);
}

#define test(name) cmocka_unit_test_setup_teardown(name, new_database, free_text)
int main(void)
{
	const struct CMUnitTest tests[] = {
		test(a_dry_run_says_all_and_changes_nothing),
		test(an_element_that_goes_is_retired_with_its_entries),
		test(a_unit_that_goes_ends_and_one_that_comes_is_asked),
		test(a_unit_that_moves_takes_its_figures_along_and_that_is_said),
		test(the_log_speaks_under_the_names_of_then),
		test(what_the_file_names_goes_before_what_was_keyed_in),
		test(another_desk_in_between_is_not_written_over),
		test(a_plan_for_other_years_is_refused),
		test(a_text_without_end_is_refused_with_one_sentence),
	};
	return cmocka_run_group_tests(tests, NULL, remove_folder);
}
