// SPDX-License-Identifier: MIT
// A report's whole way by commands, as scripts and a person without the screens take it: each step and each refusal, and that
// the log tells it all.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "tests/storage/fixture.h"
#include "tests/storage/program.h"

static char database[512];

#define run(...) program_run(__VA_ARGS__, "--file", database)
#define step(...) run(__VA_ARGS__, "--dept", "tjj", "--period", "2023Q1")
#define key_in(figure) run("set", "hitech_va", "wd", "2023Q1", figure)

static void expect(struct program_result result, int status, const char *says)
{
	const char *text = status == 0 ? result.out : result.err;
	if (result.status != status || strstr(text, says) == NULL)
		fail_msg("status %d (expected %d), \"%s\" not in: %s%s", result.status, status, says, result.out, result.err);
}

static int new_database(void **state)
{
	(void)state;
	program_reset();
	snprintf(database, sizeof database, "%s", fixture_path("t.db"));
	unlink(database);
	return program_run("init", "--plan", "tests/plans/sample.ini", database).status;
}

static int remove_folder(void **state)
{
	(void)state;
	fixture_folder_done();
	return 0;
}

static void sit(const char *role)
{
	expect(run("operator", "--name", "Wang", "--dept", "tjj", "--role", role), 0, role);
}

static void test_who_sits_here(void **state)
{
	(void)state;
	expect(run("operator"), 0, "not known yet");
	expect(run("operator", "--role", "clerk"), 2, "--unit or --dept");
	expect(run("operator", "--unit", "wd", "--dept", "tjj", "--role", "clerk"), 2, "not both");
	expect(run("operator", "--unit", "wd", "--role", "king"), 2, "king");
	expect(run("operator", "--dept", "nobody", "--role", "clerk"), 2, "市统计局(tjj)");
	expect(run("operator", "--name", " ", "--unit", "wd", "--role", "clerk"), 4, "name");
	expect(run("operator"), 0, "not known yet");
	expect(run("operator", "--dept", "tjj", "--role", "reviewer", "--name", "Li"), 0, "Li");
	expect(run("operator"), 0, "市统计局, reviewer");
	expect(run("operator", "--role", "planner"), 0, "Li (account");
}

static void submit_clean(void)
{
	expect(step("submit"), 4, "it is not known yet who sits here");
	sit("clerk");
	expect(step("submit"), 4, "hard findings 2");
	expect(run("set", "industry_va", "wd", "2023Q1", "40"), 0, "40.00");
	expect(run("set", "hitech_va", "wd", "2023Q1", "20", "--note", "by phone"), 0, "20.00");
	expect(run("submit", "--period", "2023Q1"), 0, "submitted");      // the own one
	expect(step("submit"), 4, "submitted already");
	expect(key_in("21"), 4, "is submitted");
	expect(step("accept"), 4, "role of Wang");
}

static void return_and_accept(void)
{
	sit("reviewer");
	expect(step("return"), 4, "say why");
	expect(step("return", "--why", "of one quarter?"), 0, "returned");
	expect(run("reports", "--period", "2023Q1"), 0, "of one quarter?");
	expect(step("extend", "--day", "2099-07-15", "--why", "flood"), 4, "role of Wang");
	sit("planner");
	expect(step("extend"), 2, "--day");
	expect(step("extend", "--day", "some day"), 2, "some day");
	expect(step("extend", "--day", "2023-04-15", "--why", "flood"), 4, "no later than it is due");
	expect(step("extend", "--day", "2099-07-15", "--why", "flood"), 0, "extended");
	expect(run("reports", "--period", "2023Q1"), 0, "due 2099-07-15");
	sit("clerk");
	expect(key_in("21"), 0, "21.00");
	expect(step("submit"), 0, "submitted");
	expect(step("withdraw"), 0, "withdrawn");
	expect(step("submit"), 0, "submitted");
	sit("reviewer");
	expect(step("accept"), 0, "accepted");
	expect(key_in("22"), 4, "correction");
	expect(step("lock"), 4, "role of Wang");
}

static void test_the_whole_way(void **state)
{
	static const char *const told[] = {"submitted", "returned  of one quarter?", "extended  flood", "withdrawn", "accepted", "locked",
		"unlocked  late figure", "21.00亿元  by phone", "  Wang  set  "};
	(void)state;
	submit_clean();
	return_and_accept();
	sit("planner");
	expect(step("lock"), 0, "locked");
	expect(step("unlock"), 4, "say why");
	expect(step("unlock", "--why", "late figure"), 0, "unlocked");
	expect(run("reports", "--period", "2023Q1", "--format", "json"), 0,
		"\"dept\":\"tjj\",\"unit\":null,\"name\":\"市统计局\",\"state\":\"accepted\",\"filled\":2,\"asked\":2");
	expect(run("reports", "--period", "2023Q4", "--format", "json"), 0, "\"late_this_year\":0,\"missed_this_year\":3");
	expect(run("reports", "--period", "2020Q4", "--format", "json"), 0, "\"missed_this_year\":0");      // before the plan
	expect(run("reports", "--period", "2023Q1"), 0, "missing 3 times this year");
	expect(run("reports", "--format", "xml"), 2, "xml");
	struct program_result log = run("log");
	for (size_t i = 0; i < sizeof told / sizeof told[0]; i++)
		expect(log, 0, told[i]);
	expect(run("verify"), 0, "");
}

// A slip of ten times against a year ago: explained it goes, and the explanation dies with its figure.
static void explain_and_submit(void)
{
	expect(run("set", "hitech_va", "wd", "2022Q1", "20"), 0, "20.00");
	expect(run("set", "industry_va", "wd", "2023Q1", "400"), 0, "400.00");
	expect(run("explain", "hitech_va", "wd", "2023Q1", "why not"), 4, "nothing to explain");
	expect(key_in("200"), 0, "200.00");
	sit("clerk");
	expect(step("submit"), 4, "unexplained soft ones 1");
	expect(run("explain", "hitech_va", "wd", "2023Q1", "a new works"), 0, "saved");
	expect(run("check", "--period", "2023Q1"), 0, "a new works");
	expect(key_in("201"), 0, "201.00");
	expect(step("submit"), 4, "unexplained soft ones 1");
	expect(run("explain", "hitech_va", "wd", "2023Q1", "a new works"), 0, "saved");
	expect(run("explain", "hitech_va", "wd", "2023Q1", ""), 0, "saved");
	expect(step("submit"), 4, "unexplained soft ones 1");
	expect(run("explain", "hitech_va", "wd", "2023Q1", "a new works"), 0, "saved");
	expect(step("submit"), 0, "submitted");
}

static void test_explained_and_corrected(void **state)
{
	(void)state;
	explain_and_submit();
	sit("reviewer");
	expect(run("correct", "hitech_va", "wd", "2023Q1", "210", "--why", "recount"), 4, "not accepted yet");
	expect(step("accept"), 0, "accepted");
	sit("clerk");
	expect(run("correct", "hitech_va", "wd", "2023Q1", "210"), 4, "say why");
	expect(run("correct", "hitech_va", "wd", "2023Q1", "201", "--why", "recount"), 4, "nothing to correct");
	expect(run("correct", "hitech_va", "wd", "2023Q1", "many", "--why", "recount"), 2, "many");
	expect(run("correct", "hitech_va", "wd", "2023Q1", "210", "--why", "recount", "--doc", "No. 5"), 0, "proposed");
	expect(run("corrections"), 0, "201.00亿元 to 210.00亿元  recount  No. 5");
	expect(run("corrections", "--accept", "1"), 4, "by a reviewer");
	sit("reviewer");
	expect(run("corrections", "--accept", "1", "--refuse", "1"), 2, "not both");
	expect(run("corrections", "--refuse", "1"), 4, "say why");
	expect(run("corrections", "--accept", "7"), 4, "no correction 7");
	expect(run("corrections", "--accept", "1"), 0, "accepted");
	expect(run("corrections"), 0, "No correction waits");
	expect(run("log"), 0, "correction proposed, 201.00亿元 to 210.00亿元");
	expect(run("log"), 0, "accepted by the one who proposed it");
	expect(run("log"), 0, "explained  a new works");
	expect(run("export"), 0, "210");
	expect(key_in("211"), 4, "correction");
	expect(run("verify"), 0, "");
}

static int lines_with(const char *text, const char *words)
{
	int count = 0;
	for (const char *at = text; (at = strstr(at, words)) != NULL; at += strlen(words))
		count++;
	return count;
}

// A correction leaves the report where it is, and the log says so: accepted, then locked.
static void test_a_correction_opens_nothing(void **state)
{
	static const char *const words[] = {"accepted", "locked"}, *const figures[] = {"21", "22"};
	(void)state;
	submit_clean();
	sit("planner");
	expect(step("accept"), 0, "accepted");
	for (int i = 0; i < 2; i++) {
		char id[] = {(char)('1' + i), '\0'}, json[64];
		expect(run("correct", "hitech_va", "wd", "2023Q1", figures[i], "--why", "recount"), 0, "proposed");
		expect(run("corrections", "--accept", id), 0, "accepted");
		snprintf(json, sizeof json, "\"state\":\"%s\"", words[i]);
		expect(run("reports", "--period", "2023Q1", "--format", "json"), 0, json);
		if (i == 0)
			expect(step("lock"), 0, "locked");
	}
	struct program_result log = run("log");
	assert_int_equal(lines_with(log.out, "correction taken in"), 2);
	assert_int_equal(lines_with(log.out, "unlocked"), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup(test_who_sits_here, new_database),
		cmocka_unit_test_setup(test_the_whole_way, new_database),
		cmocka_unit_test_setup(test_explained_and_corrected, new_database),
		cmocka_unit_test_setup(test_a_correction_opens_nothing, new_database),
	};
	return cmocka_run_group_tests(tests, NULL, remove_folder);
}
