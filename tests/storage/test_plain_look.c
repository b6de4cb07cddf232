// SPDX-License-Identifier: MIT
// duibiao --plain beyond the form: bulletins read, written and issued; values tried out, kept out of the file and keyed in; matrix,
// ranking and trend with wrong answers and with the answers at their end; what is behind a question at a file for reading only.
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

static char database[512], before[1024];

static int new_database(void **state)
{
	(void)state;
	program_reset();
	program_answers(NULL, 0);
	snprintf(database, sizeof database, "%s", fixture_path("t.db"));
	unlink(database);
	if (program_run("init", "--plan", "tests/plans/sample.ini", database).status != 0)
		return 1;
	if (program_run("operator", "--name", "Wang", "--dept", "tjj", "--role", "planner", "--file", database).status != 0)
		return 1;
	return program_run("set", "hitech_va", "wd", "2023Q1", "20", "--file", database).status +
		program_run("set", "industry_va", "wd", "2023Q1", "40", "--file", database).status;
}

static int remove_folder(void **state)
{
	(void)state;
	program_answers(NULL, 0);
	fixture_folder_done();
	return 0;
}

// OPTION beside --plain; NULL: none.
static struct program_result answer_with(const char *option, const char *answers)
{
	const char *const arguments[] = {"--plain", "--period", "2023Q1", database, option, NULL};
	program_answers(answers, strlen(answers));
	struct program_result result = program_run_list(arguments);
	program_answers(NULL, 0);
	if (result.status != 0)
		fail_msg("status %d: %s%s", result.status, result.out, result.err);
	return result;
}

static struct program_result answer(const char *answers)
{
	return answer_with(NULL, answers);
}

static void says(struct program_result result, const char *text)
{
	if (result.out == NULL || strstr(result.out, text) == NULL)
		fail_msg("\"%s\" is not said: %s", text, result.out != NULL ? result.out : "");
}

static void says_not(struct program_result result, const char *text)
{
	if (strstr(result.out, text) != NULL)
		fail_msg("\"%s\" is said: %s", text, result.out);
}

static void holds(const char *line)
{
	says(program_run("export", "--file", database), line);
}

// ------------------------------------------------------------ bulletins

static void test_a_bulletin_is_read_and_issued(void **state)
{
	(void)state;
	struct program_result draft = program_run("bulletin", "--period", "2023Q1", "--file", database);
	char *line = strstr(draft.out, "of 1 indicators:");
	assert_non_null(line);
	snprintf(before, sizeof before, "%.*s", (int)strcspn(line, "\n"), line);
	says(answer("26\n1\n1\n"), before);
	says_not(program_run("bulletin", "--list", "--file", database), "No.");
	says(answer("26\n1\n3\n*2\n0\n0\n"), "do not issue it yet");
	says(program_run("bulletin", "--list", "--file", database), "No bulletin has been issued yet.");
	says(answer("26\n1\n3\n*1\n0\n\n2\n3\n1\n"), "Issued as");
	says(answer("26\n2\n1\n"), "Nothing that concerns its figures.");
	says(answer("26\n2\n3\n"), "has been issued already");
	says(program_run("verify", "--file", database), "");
}

static void test_a_bulletin_is_not_issued_by_the_end_of_the_answers(void **state)
{
	static const char *const ends[] = {"26", "26\n1", "26\n1\n3", "26\n1\n3\n", "26\n1\n3\n*1", "26\n1\n3\n1\nyes\n"};
	(void)state;
	for (size_t i = 0; i < sizeof ends / sizeof ends[0]; i++)
		answer(ends[i]);
	says(program_run("bulletin", "--list", "--file", database), "No bulletin has been issued yet.");
}

static void test_a_bulletin_of_no_period(void **state)
{
	(void)state;
	says(answer("11\n2020Q1\n26\n1\n1\n"), "name a period from then on");
	says(answer_with("--browse", "26\n1\n3\n2\n1\n"), "One of the numbers 0 to 3 is expected.");
}

// ------------------------------------------------------------ trying out

static void test_a_supposed_value_is_told_and_not_stored(void **state)
{
	(void)state;
	struct program_result result = answer("27\n1\n魏都\nhitech_va\n1\nnonsense\n30\n0\n3\n1\n0\n0\n");
	says(result, "nonsense");
	says(result, "50.0/");
	says(result, "would be");
	says(result, "Try-out: 1 value is only supposed");
	says(result, "75.0/");
	says(result, "All that was supposed is dropped.");
	holds("hitech_va,wd,202303,20,");
	assert_null(strstr(program_run("log", "--file", database).out, " to 30"));
}

static void test_it_is_dropped_or_keyed_in(void **state)
{
	(void)state;
	says_not(answer("27\n1\n魏都\n1\n30\n2\n1\n2\n0\n0\n"), "All that was supposed is dropped.");
	holds("hitech_va,wd,202303,20,");
	answer("27\n1\n魏都\n1\n30\n3\n0\n");
	holds("hitech_va,wd,202303,20,");
	says(answer("27\n1\n魏都\n1\n30\n2\n1\n3\n0\n0\n"), "30");
	holds("hitech_va,wd,202303,30,");
	says(answer_with("--browse", "27\n1\n魏都\n1\n35\n2\n1\n3\n1\n36\n"), "One of the numbers 0 to 3 is expected.");
	holds("hitech_va,wd,202303,30,");
}

// ------------------------------------------------------------ looking

static void test_wrong_answers_and_ends(void **state)
{
	static const char *const answers[] = {"20\n99\nnothing like it\n.\n", "21\n9\nx\n\n1\n", "22\n1\n9\n1\n", "23\n1\n-1\n", "24\n\n",
		"25\n1\n", "28\n", "21\n1", "22\n1\n", "6\n魏都\n1\n", "7\n1\n", "11\n\n2199Q1\n1066\nnonsense\n.\n"};
	(void)state;
	for (size_t i = 0; i < sizeof answers / sizeof answers[0]; i++)
		says(answer(answers[i]), "Ended.");
	says(answer("21\n2\n7\n"), "50.0");
	says(answer("22\n1\n1\n"), "ranked by");
	says(answer("23\n1\n"), "Which indicator?");
	says(answer("11\n\n"), "handed in");
	program_run("verify", "--file", database);
}

// Standard input that is closed, or is no file of answers, is the end of the answers.
static void test_no_input_at_all(void **state)
{
	static const char *const inputs[] = {"<&-", "</dev/null", "</"};
	(void)state;
	for (size_t i = 0; i < sizeof inputs / sizeof inputs[0]; i++) {
		char command[2048];
		size_t len;
		snprintf(command, sizeof command, "LC_ALL=C.UTF-8 LANGUAGE=en %s --plain %s %s >%s 2>&1", program_path(), database, inputs[i],
			fixture_path("said"));
		assert_int_equal(system(command), 0);
		char *said = program_bytes(fixture_path("said"), &len);
		assert_non_null(strstr(said, "All that was entered is saved. Ended."));
		free(said);
	}
}

// What other people's files hold is not obeyed by a terminal or a screen reader: it is spelt out.
static void test_what_a_terminal_would_obey_is_spelt_out(void **state)
{
	(void)state;
	char plan[600], command[1400];
	snprintf(plan, sizeof plan, "%s", fixture_path("hidden.ini"));
	snprintf(command, sizeof command, "sed 's/^name = 魏都区/name = 魏\xe2\x80\xae都区/' tests/plans/sample.ini >'%s'", plan);
	assert_int_equal(system(command), 0);
	assert_int_equal(program_run("plan", "apply", plan, "--yes", "--file", database).status, 0);
	struct program_result result = answer("4\n");
	says_not(result, "\xe2\x80\xae");
	says(result, "魏<U+202E>都区");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_a_bulletin_is_read_and_issued, new_database, remove_folder),
		cmocka_unit_test_setup_teardown(test_a_bulletin_is_not_issued_by_the_end_of_the_answers, new_database, remove_folder),
		cmocka_unit_test_setup_teardown(test_a_bulletin_of_no_period, new_database, remove_folder),
		cmocka_unit_test_setup_teardown(test_a_supposed_value_is_told_and_not_stored, new_database, remove_folder),
		cmocka_unit_test_setup_teardown(test_it_is_dropped_or_keyed_in, new_database, remove_folder),
		cmocka_unit_test_setup_teardown(test_wrong_answers_and_ends, new_database, remove_folder),
		cmocka_unit_test_setup_teardown(test_no_input_at_all, new_database, remove_folder),
		cmocka_unit_test_setup_teardown(test_what_a_terminal_would_obey_is_spelt_out, new_database, remove_folder),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
