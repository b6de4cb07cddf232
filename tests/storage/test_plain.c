// SPDX-License-Identifier: MIT
// duibiao --plain, as a pipe of answers runs it: a quarter keyed in and accepted, what is asked back, ends in the middle of a
// question, lines that are no text, and that it tells the figures that every other way out tells.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "core/phrase.h"
#include "core/survey.h"
#include "plain/plain.h"
#include "tests/storage/demo_file.h"
#include "tests/storage/fixture.h"
#include "tests/storage/program.h"

#define GARBAGE (1 << 20)

static char database[512];

#define run(...) program_run(__VA_ARGS__, "--file", database)

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
	program_answers(NULL, 0);
	snprintf(database, sizeof database, "%s", fixture_path("t.db"));
	unlink(database);
	return program_run("init", "--plan", "tests/plans/sample.ini", database).status;
}

static int remove_folder(void **state)
{
	(void)state;
	program_answers(NULL, 0);
	fixture_folder_done();
	return 0;
}

static struct program_result answer_bytes(const char *bytes, size_t len)
{
	program_answers(bytes, len);
	struct program_result result = program_run("--plain", "--period", "2023Q1", database);
	program_answers(NULL, 0);
	if (result.status != 0)
		fail_msg("status %d: %s%s", result.status, result.out, result.err);
	for (size_t i = 0; i < result.out_len; i++)
		if (((unsigned char)result.out[i] < ' ' && result.out[i] != '\n') || result.out[i] == 0x7f)
			fail_msg("byte %d comes out: %.60s", result.out[i], &result.out[i]);
	return result;
}

static struct program_result answer(const char *answers)
{
	return answer_bytes(answers, strlen(answers));
}

static void holds(const char *line)
{
	expect(run("export"), 0, line);
}

static void lacks(const char *text)
{
	struct program_result result = run("export");
	if (result.status != 0 || strstr(result.out, text) != NULL)
		fail_msg("%s stands in: %s", text, result.out);
}

// ------------------------------------------------------------ a quarter

static const char *const form = "4\n魏都\n";

static struct program_result fill(const char *figures)
{
	char answers[1024];
	snprintf(answers, sizeof answers, "%s%s", form, figures);
	return answer(answers);
}

static void test_whole_quarter(void **state)
{
	(void)state;
	expect(fill("20\n"), 0, "saved");
	struct program_result result = answer("15\nWang\n统计\n1\n4\n魏都\n\n40\n8\n统计\n2\n0\n0\nq\n");
	expect(result, 0, "Wang works here from now on");
	expect(result, 0, "submitted");
	expect(result, 0, "All that was entered is saved.");
	holds("hitech_va,wd,202303,20");
	holds("industry_va,wd,202303,40");
	expect(fill("21\n"), 0, "is submitted");
	holds("hitech_va,wd,202303,20");
	expect(answer("15\n\n统计\n3\n8\n统计\n4\nof one quarter?\n2\n0\n"), 0, "returned");
	expect(answer("8\n统计\n2\n5\n"), 0, "accepted");
	expect(run("reports", "--period", "2023Q1", "--format", "json"), 0, "\"state\":\"accepted\"");
	expect(fill("21\n*1\nrecount\ndoc 5\n"), 0, "proposed");
	expect(answer("9\n1\n2\n0\n"), 0, "accepted");
	holds("hitech_va,wd,202303,21");
	expect(run("verify"), 0, "");
}

// ------------------------------------------------------------ what is asked back

static void test_finding(void **state)
{
	(void)state;
	expect(run("set", "hitech_va", "wd", "2022Q1", "20"), 0, "20.00");
	struct program_result result = fill("200\n40\n\n1\n.\n");
	expect(result, 0, "goes into no cell");
	lacks(",202303,");
	fill("200\n*1\na new works\n400\n");
	holds("hitech_va,wd,202303,200");
	holds("industry_va,wd,202303,400");
	expect(run("check", "--period", "2023Q1"), 0, "a new works");
	fill("20\n");
	expect(fill("201\n*4\n"), 0, "20.1");
	holds("hitech_va,wd,202303,20.1");
}

// What was written ahead for the cells behind goes into none of them until the refused one is mended.
static void test_refusal(void **state)
{
	(void)state;
	struct program_result result = fill("1,12\n40\n\n");
	expect(result, 0, "1.12");
	expect(result, 0, "was not taken");
	lacks(",202303,");
	fill("1,12\n40\n=20\n40\n");
	holds("hitech_va,wd,202303,20");
	holds("industry_va,wd,202303,40");
	expect(fill("not applicable\n-\n*\n2\nno such works here\n"), 0, "not applicable");
	expect(fill("\nnot reported\n2099-13-44\n2099-01-02\n16\n"), 0, "not reported");
	holds("industry_va,wd,202303,40");
}

static void test_words(void **state)
{
	(void)state;
	fill("20\n<\n*\n10\nby phone\ndoc 5\n*\n7\n<\n.\n");
	holds("by phone");
	holds("doc 5");
	expect(answer("6\n魏都\nhitech\n1\n"), 0, "by phone");
	fill("u\n");
}

static void test_copy(void **state)
{
	(void)state;
	expect(run("set", "hitech_va", "wd", "2022Q4", "80"), 0, "80.00");
	expect(fill("*\n14\n.\n"), 0, "80.00");
	expect(run("check", "--period", "2023Q1"), 1, "");
	assert_non_null(strstr(run("check", "--period", "2023Q1").out, "not confirmed"));
	fill("\n");
	assert_null(strstr(run("check", "--period", "2023Q1").out, "not confirmed"));
	holds("hitech_va,wd,202303,80");
}

// ------------------------------------------------------------ the end in the middle

static void test_end_of_answers(void **state)
{
	static const char *const ends[] = {"", "4", "4\n", "4\n魏都\n20", "4\n魏都\n1,1\n", "4\n魏都\nnot reported\n", "4\n魏都\nnot reported\n2099-01-0",
		"4\n魏都\n/\nhalf a rea", "15\nWang\n统计\n", "8\n统计\n4\nwhy", "10\n/tmp", "5\n魏都\n1\n1\n2\n50\nwe go on\n", "14\n2023-0"};
	(void)state;
	expect(run("set", "hitech_va", "wd", "2022Q1", "20"), 0, "20.00");
	for (size_t i = 0; i < sizeof ends / sizeof ends[0]; i++)
		answer(ends[i]);
	lacks(",202303,");
	fill("200\n");
	fill("200\n*");
	lacks(",202303,");
	expect(run("operator"), 0, "not known yet");
	expect(run("verify"), 0, "");
}

static void test_garbage(void **state)
{
	char *bytes = malloc(GARBAGE);
	unsigned seed = 20240708;
	(void)state;
	assert_non_null(bytes);
	for (size_t i = 0; i < GARBAGE; i++) {
		seed = seed * 1103515245U + 12345U;
		bytes[i] = (char)(seed >> 16 & 0xff);
	}
	answer_bytes(bytes, GARBAGE);
	memset(bytes, '7', GARBAGE);
	bytes[GARBAGE - 3] = '\n';
	expect(answer_bytes(bytes, GARBAGE), 0, "too long");
	free(bytes);
	static const char nul[] = "4\n魏都\n2\0000\n2\0331\n\n";
	expect(answer_bytes(nul, sizeof nul - 1), 0, "holds characters that are no text");
	lacks(",202303,");
	expect(run("verify"), 0, "");
}

// ------------------------------------------------------------ targets, tasks, files

static void test_targets_and_changes(void **state)
{
	(void)state;
	struct program_result result = answer("18\n魏都\n1\n2\nfifty\ndoc 5\n60\n*1\n50\ndoc 6\n0\n0\n19\n");
	expect(result, 0, "This was not taken.");
	expect(result, 0, "doc 6");
	expect(answer("18\n魏都\n1\n"), 0, "50.0%");
	expect(run("verify"), 0, "");
}

static void test_file(void **state)
{
	(void)state;
	expect(run("set", "industry_va", "wd", "2023Q1", "40"), 0, "40.00");
	char answers[2048], path[512];
	snprintf(path, sizeof path, "%s", fixture_path("in.csv"));
	FILE *file = fopen(path, "w");
	assert_non_null(file);
	fputs("element,unit,period,value\nhitech_va,wd,2023Q1,20\nindustry_va,wd,2023Q1,41\nnone,wd,2023Q1,1\n", file);
	fclose(file);
	snprintf(answers, sizeof answers, "10\n%s\n0\n10\n%s\n1\n", path, path);
	expect(answer(answers), 0, "Written: 1 cells");
	holds("hitech_va,wd,202303,20,");
	holds("industry_va,wd,202303,40,");
	snprintf(answers, sizeof answers, "10\n%s\n3\n2\n16\n10\n%s\n2\n", path, path);
	answer(answers);
	holds("industry_va,wd,202303,41,");
}

static void test_closed_output(void **state)
{
	static const char answers[] = "1\n1\n1\n4\n魏都\n20\n1\n1\n";
	(void)state;
	program_answers(answers, sizeof answers - 1);
	struct program_result full = program_run_onto("/dev/full", (const char *const[]){"--plain", "--period", "2023Q1", database, NULL});
	assert_int_not_equal(full.status, 0);
	char command[1024];
	snprintf(command, sizeof command, "yes 1 | %s --plain %s 2>%s | head -n 3 >/dev/null", program_path(), database, fixture_path("said"));
	assert_int_equal(system(command), 0);
	size_t len;
	char *said = program_bytes(fixture_path("said"), &len);
	assert_string_equal(said, "");
	free(said);
}

// ------------------------------------------------------------ reading only

static void test_browse(void **state)
{
	static const char answers[] = "10\n15\n16\n4\n魏都\n20\n\n.\n1\n14\n\n";
	(void)state;
	program_answers(answers, strlen(answers));
	struct program_result result = program_run("--plain", "--browse", "--period", "2023Q1", database);
	expect(result, 0, "read-only");
	expect(result, 0, "open for reading only");
	assert_null(strstr(result.out, "who sits here"));
	assert_null(strstr(result.out, "undo"));
	expect(result, 0, "accepted figures only");
	lacks(",202303,");
	program_answers("", 0);
	expect(program_run("--plain", "--browse", "--unaccepted", "--period", "2023Q1", database), 0, "with figures not accepted yet");
}

static void test_view(void **state)
{
	(void)state;
	static const char answers[] = "1\n3\n1\n0\n4\n魏都\n5\n\n";
	char path[512];
	fill("20\n40\n");
	snprintf(path, sizeof path, "%s-view", program_path());
	program_answers(answers, sizeof answers - 1);
	setenv("DUIBIAO_BIN", path, 1);
	struct program_result result = program_run("--plain", "--period", "2023Q1", database);
	unsetenv("DUIBIAO_BIN");
	expect(result, 0, "文件只读打开");
	assert_null(strstr(result.out, "撤销"));
}

static void test_past(void **state)
{
	(void)state;
	fill("20\n");
	expect(answer("14\n1999-01-01\n14\n2090-01-01\n"), 0, "has not come yet");
}

// ------------------------------------------------------------ the same figures

#define RUNS 10
#define EACH 5

static struct context context;
static unsigned seed = 20240708;

static int any(int below)
{
	seed = seed * 1103515245U + 12345U;
	return (int)(seed >> 16 & 0x7fff) % below;
}

static int open_demo(void **state)
{
	(void)state;
	demo_file_open(&context, DB_READ);
	return 0;
}

static int close_demo(void **state)
{
	(void)state;
	program_answers(NULL, 0);
	demo_file_close(&context);
	return 0;
}

// All rows of all chapters.
static char *told(const char *unit, const char *period)
{
	char answers[512];
	int len = snprintf(answers, sizeof answers, "12\n%s\n13\n13\n2\n", unit);
	for (int chapter = 1; chapter <= 10; chapter++)
		len += snprintf(answers + len, sizeof answers - (size_t)len, "%d\n\n0\n", chapter);
	program_answers(answers, (size_t)len);
	struct program_result result = program_run("--plain", "--demo", "--period", period);
	assert_int_equal(result.status, 0);
	program_answers(NULL, 0);
	return strdup(result.out);
}

static void compare(const char *lines, const char *json, const struct standing *s)
{
	static const enum phrase_field fields[] = {PHRASE_VALUE_TARGET, PHRASE_STATUS, PHRASE_DONE, PHRASE_GAP, PHRASE_LAG, PHRASE_NEEDED};
	const struct plan_indicator *indicator = &context.plan->indicators[s->indicator];
	char begin[512], words[PHRASE_LONG], id[64], status[64];
	snprintf(begin, sizeof begin, " %s: ", indicator->name);
	const char *line = strstr(lines, begin);
	if (line == NULL)
		fail_msg("no line of %s", indicator->name);
	char *rest = strndup(line + strlen(begin), strcspn(line + strlen(begin), "\n"));
	for (size_t i = 0; i < sizeof fields / sizeof fields[0]; i++)
		if (strstr(rest, phrase_write(context.plan, s, fields[i], words, sizeof words)) == NULL)
			fail_msg("%s: \"%s\" not in: %s", indicator->name, words, rest);
	free(rest);
	program_standing(json, indicator->code, "status", status, sizeof status);
	snprintf(id, sizeof id, "\"%s\"", standing_status_id[s->status]);
	assert_string_equal(status, id);
}

static void test_same_figures(void **state)
{
	static const char *const periods[] = {"2021Q4", "2022H1", "2023Q3", "2023", "2024H1"};
	static const int months[] = {202112, 202206, 202309, 202312, 202406};
	(void)state;
	for (int i = 0; i < RUNS; i++) {
		int unit = any(context.plan->units_len), at = any(5);
		if (context.plan->units[unit].compare)
			unit = context.plan->root;
		const char *name = context.plan->units[unit].name;
		const struct survey_query query = {.period = months[at], .today = context.today, .figures = SURVEY_ALL};
		struct survey *survey;
		char *lines = told(name, periods[at]);
		struct program_result json = program_run("report", "--demo", "--unaccepted", "--unit", name, "--period", periods[at], "--format", "json");
		assert_int_equal(json.status, 0);
		fixture_ok(survey_unit(context.store, context.plan, &query, unit, &survey));
		for (int cell = 0; cell < EACH; cell++)
			compare(lines, json.out, survey_at(survey, context.plan->places[any(context.plan->places_len)].indicator));
		survey_free(survey);
		free(lines);
	}
}

static bool nobody_answers(FILE *in, int idle)
{
	assert_int_equal(idle, 300);
	return ftell(in) < (long)strlen("1\n2");      // a line, and the beginning of another
}

// Who has gone leaves no session behind, nor a half line that is taken.
static void test_idle(void **state)
{
	(void)state;
	char *said = NULL;
	size_t len = 0;
	struct store *store = fixture_open(database, DB_READ);
	struct plan *plan = NULL;
	fixture_ok(store_read_plan(store, &plan));
	struct plain plain = {.in = fmemopen((char[]){"1\n2\n3\n"}, 6, "r"), .out = open_memstream(&said, &len), .wait = nobody_answers,
		.idle = 300, .store = store, .plan = plan, .unit = plan->root, .today = 20230501, .period = 202303, .account = "x"};
	assert_int_equal(plain_run(&plain), ERR_OK);
	fclose(plain.in);
	fclose(plain.out);
	assert_true(plain.idled);
	assert_non_null(strstr(said, "No key was pressed for so long"));
	assert_null(strstr(said, "Which chapter"));
	free(said);
	plan_free(plan);
	db_close(store);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_whole_quarter, new_database, remove_folder),
		cmocka_unit_test_setup_teardown(test_finding, new_database, remove_folder),
		cmocka_unit_test_setup_teardown(test_refusal, new_database, remove_folder),
		cmocka_unit_test_setup_teardown(test_words, new_database, remove_folder),
		cmocka_unit_test_setup_teardown(test_copy, new_database, remove_folder),
		cmocka_unit_test_setup_teardown(test_end_of_answers, new_database, remove_folder),
		cmocka_unit_test_setup_teardown(test_garbage, new_database, remove_folder),
		cmocka_unit_test_setup_teardown(test_browse, new_database, remove_folder),
		cmocka_unit_test_setup_teardown(test_targets_and_changes, new_database, remove_folder),
		cmocka_unit_test_setup_teardown(test_file, new_database, remove_folder),
		cmocka_unit_test_setup_teardown(test_closed_output, new_database, remove_folder),
		cmocka_unit_test_setup_teardown(test_view, new_database, remove_folder),
		cmocka_unit_test_setup_teardown(test_idle, new_database, remove_folder),
		cmocka_unit_test_setup_teardown(test_past, new_database, remove_folder),
		cmocka_unit_test_setup_teardown(test_same_figures, open_demo, close_demo),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
