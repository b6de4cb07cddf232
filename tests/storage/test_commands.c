// SPDX-License-Identifier: MIT
// Every command of the built program as a person's shell runs it: results, sentences, exit statuses, and what it left on disk.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <cmocka.h>

#include "tests/storage/fixture.h"
#include "tests/storage/program.h"

static char database[512];

#define run(...) program_run(__VA_ARGS__, "--file", database)

static void expect(struct program_result result, int status, const char *says)
{
	const char *text = status == 0 ? result.out : result.err;
	if (result.status != status || strstr(text, says) == NULL)
		fail_msg("status %d (expected %d), \"%s\" not in: %s%s", result.status, status, says, result.out, result.err);
}

static mode_t mode_of(const char *path)
{
	struct stat status;
	assert_int_equal(stat(path, &status), 0);
	return status.st_mode & 07777;
}

static int new_database(void **state)
{
	(void)state;
	program_reset();
	snprintf(database, sizeof database, "%s", fixture_path("t.db"));
	unlink(database);
	struct program_result made = program_run("init", database);
	if (made.status != 0)
		print_error("%s: %s\n", program_path(), made.err);
	return made.status;
}

static int remove_folder(void **state)
{
	(void)state;
	fixture_folder_done();
	return 0;
}

// ------------------------------------------------------------ the first start and the ways to make a file

static void test_first_start_makes_the_default_file(void **state)
{
	(void)state;
	program_setenv("XDG_DATA_HOME", fixture_path("data"));
	struct program_result first = program_run("report", "--period", "2023Q4");
	assert_int_equal(first.status, 0);
	assert_non_null(strstr(first.err, "plan.db"));
	assert_int_equal(mode_of(fixture_path("data/duibiao")), 0700);
	assert_int_equal(mode_of(fixture_path("data/duibiao/plan.db")), 0600);
	struct program_result second = program_run_list((const char *const[]){NULL});
	assert_int_equal(second.status, 0);
	assert_string_equal(second.err, "");
	assert_true(second.out_len > 200);
}

static void test_init_makes_one_whole_file_or_none(void **state)
{
	(void)state;
	expect(program_run("init", database), 4, "exists already");
	expect(program_run("init"), 2, "duibiao init");
	expect(program_run("init", fixture_path("new/own.db")), 0, "own.db");
	assert_int_equal(mode_of(fixture_path("new")), 0700);
	assert_int_equal(mode_of(fixture_path("new/own.db")), 0600);
	expect(program_run("init", "--plan", "tests/plans/other.ini", fixture_path("other.db")), 0, "other.db");
	expect(program_run("plan", "show", "--file", fixture_path("other.db")), 0, "[plan]");
	expect(program_run("init", "--plan", "tests/plans/bad/values.ini", fixture_path("bad/bad.db")), 2, "mistake");
	assert_int_equal(rmdir(fixture_path("bad")), 0);      // nothing is in it
}

static void test_init_shared_is_for_a_group(void **state)
{
	(void)state;
	expect(program_run("init", "--shared", fixture_path("office/group/plan.db")), 0, "plan.db");
	assert_int_equal(mode_of(fixture_path("office")), 02770);
	assert_int_equal(mode_of(fixture_path("office/group")), 02770);
	assert_int_equal(mode_of(fixture_path("office/group/plan.db")), 0660);
	expect(program_run("init", "--shared", fixture_path("loose.db")), 4, "is not shared");
	assert_int_not_equal(access(fixture_path("loose.db"), F_OK), 0);
}

// ------------------------------------------------------------ help

static void test_every_command_tells_about_itself(void **state)
{
	static const char *const names[] = {"init", "plan", "set", "report", "import", "export", "log", "verify"};
	char usage[64];
	(void)state;
	struct program_result all = program_run("--help");
	assert_int_equal(all.status, 0);
	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
		assert_non_null(strstr(all.out, names[i]));
		snprintf(usage, sizeof usage, "Usage: duibiao %s", names[i]);
		struct program_result one = program_run(names[i], "--help");
		expect(one, 0, usage);
		assert_non_null(strstr(one.out, "--file FILE"));
		all = program_run("--help");
	}
	expect(program_run("--version"), 0, "duibiao ");
	expect(program_run("--man"), 0, ".Dt DUIBIAO 1");
}

static void test_language_follows_the_environment_and_the_settings(void **state)
{
	(void)state;
	program_setenv("LANGUAGE", NULL);
	expect(program_run("--help"), 0, "用法");
	program_setenv("LANGUAGE", "en");
	expect(program_run("--help"), 0, "Usage");
	program_setenv("LC_ALL", "C");
	program_setenv("LANGUAGE", "zh_CN");
	expect(program_run("--help"), 0, "Usage");
	program_setenv("LC_ALL", "nowhere.UTF-8");
	expect(program_run("--help"), 0, "用法");
	program_reset();
	mkdir(fixture_path("config"), 0700);
	mkdir(fixture_path("config/duibiao"), 0700);
	FILE *ini = fopen(fixture_path("config/duibiao/duibiao.ini"), "w");
	assert_non_null(ini);
	fputs("[look]\nlanguage = zh_CN\ncolour = pink\n", ini);
	fclose(ini);
	program_setenv("XDG_CONFIG_HOME", fixture_path("config"));
	struct program_result result = program_run("--help");
	expect(result, 0, "用法");
	assert_non_null(strstr(result.err, "第3行"));
}

// ------------------------------------------------------------ bad input: one sentence, the right status, the file as it was

static const struct refusal { int status; const char *arguments[9], *says; } refusals[] = {
	{2, {"reprot-nothing", "--nonsense"}, "no option --nonsense"},
	{2, {"report", "--", "--x", "y"}, "wrong number of arguments"},
	{2, {"report", "--period", "2023Q5"}, "2023Q4, 2023H2, 2023 or 202312"},
	{2, {"report", "--period", ""}, "2023Q4, 2023H2, 2023 or 202312"},
	{2, {"report", "--period"}, "needs a value"},
	{2, {"report", "--yes"}, "has no option --yes"},
	{2, {"--yes"}, "duibiao has no option --yes; duibiao --help"},
	{2, {"report", "--unit", "nirgends"}, "there is no unit \"nirgends\""},
	{2, {"report", "--format", "doc"}, "text, md, html, csv"},
	{2, {"report", "--chapter", "11"}, "11"},
	{2, {"report", "extra"}, "wrong number of arguments"},
	{2, {"set", "hitech_firms", "yz", "2023Q4"}, "ELEMENT UNIT PERIOD VALUE"},
	{2, {"set", "hitech_firms", "nobody", "2023Q4", "1"}, "there is no unit \"nobody\""},
	{2, {"set", "hitech_firms", "\xff\xfe", "2023Q4", "1"}, "there is no unit"},
	{2, {"set", "hitech_firm", "yz", "2023Q4", "1"}, "there is no element \"hitech_firm\""},
	{2, {"set", "hitech_firms", "yz", "2023-13", "1"}, "2023Q4, 2023H2, 2023 or 202312"},
	{2, {"set", "hitech_firms", "yz", "2023Q4", "1.5"}, "1.5"},
	{2, {"set", "hitech_firms", "yz", "2023Q4", "-1"}, "below the least that can be, 0"},
	{2, {"set", "contracts", "yz", "2023Q4", "1,12"}, "1.12 or 112"},
	{2, {"set", "contracts", "yz", "2023Q4", "1,23"}, "1.23 or 123"},
	{2, {"set", "hitech_firms", "yz", "2023Q4", "100000000000"}, ""},
	{2, {"set", "contracts", "yz", "2023Q4", "99999999999999999999"}, ""},
	{2, {"set", "hitech_firms", "yz", "2023Q4", "\xff"}, "UTF-8"},
	{2, {"set", "hitech_firms", "yz", "2023Q4", "1", "--note", "\xe8\xae"}, "UTF-8"},
	{2, {"set", "hitech_firms", "yz", "2023Q4", "1", "--note", "red \033[31m"}, "control or escape"},
	{2, {"set", "hitech_firms", "yz", "2023Q4", "1", "--doc", "two\nlines"}, "control or escape"},
	{2, {"set", "hitech_firms", "yz", "202311", "1"}, "every quarter"},
	{2, {"set", "population", "yz", "2023Q3", "1"}, "once a year"},
	{2, {"set", "hitech_firms", "yz", "2019", "1"}, "202001 to 202612"},
	{2, {"set", "hitech_firms", "yz", "2099", "1"}, "202001 to 202612"},
	{2, {"set", "hitech_firms", "city", "2023Q3", "1"}, "needs its source"},
	{2, {"set", "g1", "city", "2023Q4", "44"}, "published figure"},
	{2, {"set", "city_rank", "yz", "2023", "1"}, "not asked of"},
	{2, {"set", "t1_2", "city", "2023", "1"}, "stage"},
	{2, {"set", "hitech_firms", "yz", "2023Q4", "/"}, "needs its reason"},
	{2, {"set", "hitech_firms", "yz", "2023Q4", "不适用"}, "needs its reason"},
	{2, {"set", "hitech_firms", "yz", "2023Q4", "未报:20230229"}, "is no day"},
	{2, {"set", "hitech_firms", "yz", "2023Q4", "未报:soon"}, "20240709"},
	{2, {"set", "hitech_firms", "yz", "2023Q4", "1", "--qualifier", "roughly"}, "about"},
	{2, {"set", "hitech_firms", "市科技局", "2023Q4", "1"}, "is a department, not a unit; its figures stand with the units"},
	{2, {"report", "--unit", "市科技局"}, "Leave --unit out for all, or give one of"},
	{2, {"submit", "--unit", "kjj", "--period", "2023Q4"}, "write --dept kjj instead of --unit"},
	{2, {"plan", "draw"}, "plan check"},
	{2, {"plan", "apply", "tests/plans/bad/values.ini"}, "mistakes in all"},
	{3, {"plan", "check", "no/such/file.ini"}, "there is no file"},
	{2, {"plan", "check", "tests"}, "is a folder"},
	{4, {"plan", "apply", "tests/plans/other.ini"}, "--yes"},
	{2, {"log", "--limit", "0"}, "from 1 to"},
	{2, {"log", "--limit", "10x"}, "from 1 to"},
	{2, {"log", "--element", "x"}, "there is no element \"x\""},
	{3, {"import", "no/such/file.csv"}, "no/such/file.csv"},
	{2, {"import", "tests"}, "is a folder"},
	{2, {"init", "x.db"}, "without --file"},
};

static const char *const *with_file(const struct refusal *row, const char *list[12])
{
	int len = 0;
	while (len < 9 && row->arguments[len] != NULL) {
		list[len] = row->arguments[len];
		len++;
	}
	list[len] = NULL;
	return list;
}

static int count_lines(const char *text)
{
	int lines = 0;
	for (; *text != '\0'; text++)
		lines += *text == '\n';
	return lines;
}

static void test_bad_input_gets_one_sentence_and_changes_nothing(void **state)
{
	size_t before_len, after_len;
	char *before = program_bytes(database, &before_len);
	char file_option[600];
	(void)state;
	snprintf(file_option, sizeof file_option, "--file=%s", database);
	for (size_t i = 0; i < sizeof refusals / sizeof refusals[0]; i++) {
		const struct refusal *row = &refusals[i];
		const char *list[13] = {file_option};
		with_file(row, list + 1);
		struct program_result result = program_run_list(list);
		bool many = strcmp(row->says, "mistakes in all") == 0;    // the plan's mistakes come line by line first
		if (result.status != row->status || strstr(result.err, row->says) == NULL ||
			(!many && count_lines(result.err) != 1))
			fail_msg("%s %s: status %d (expected %d), \"%s\" expected in one line of: %s", row->arguments[0],
				row->arguments[1] != NULL ? row->arguments[1] : "", result.status, row->status, row->says,
				result.err);
		if (strchr(result.err, '\033') != NULL)
			fail_msg("an escape sequence reached the terminal: %s", result.err);
		char *after = program_bytes(database, &after_len);
		assert_int_equal(after_len, before_len);
		assert_memory_equal(after, before, before_len);
		free(after);
	}
	free(before);
}

static void make_bytes(const char *path, const char *bytes, size_t len)
{
	FILE *file = fopen(path, "wb");
	assert_non_null(file);
	assert_int_equal(fwrite(bytes, 1, len, file), len);
	fclose(file);
}

static void test_what_is_not_our_file_is_named_and_left_alone(void **state)
{
	static const struct { const char *bytes; size_t len; } foreign[] = {
		{"a text file\n", 12}, {"PK\003\004 and so on, an xlsx", 24}, {"", 0}, {"SQLite format 3\0 not really", 27},
	};
	static const char *const commands[][6] = {
		{"report"}, {"log"}, {"export"}, {"verify"}, {"set", "hitech_firms", "yz", "2023Q4", "1"}, {"plan", "show"},
	};
	char path[512], option[600];
	(void)state;
	snprintf(path, sizeof path, "%s", fixture_path("foreign"));
	snprintf(option, sizeof option, "--file=%s", path);
	for (size_t i = 0; i < sizeof foreign / sizeof foreign[0]; i++)
		for (size_t j = 0; j < sizeof commands / sizeof commands[0]; j++) {
			size_t len = 0;
			const char *list[8] = {option};
			make_bytes(path, foreign[i].bytes, foreign[i].len);
			memcpy(list + 1, commands[j], sizeof commands[j]);
			struct program_result result = program_run_list(list);
			if (result.status != 3 || count_lines(result.err) != 1 || result.out_len != 0)
				fail_msg("%s of file %zu: status %d, %s%s", commands[j][0], i, result.status, result.out,
					result.err);
			char *after = program_bytes(path, &len);
			assert_int_equal(len, foreign[i].len);
			assert_memory_equal(after, foreign[i].bytes, len);
			free(after);
		}
}

static void test_folder_pipe_socket_and_nothing_are_no_files(void **state)
{
	struct sockaddr_un address = {.sun_family = AF_UNIX};
	int listening = socket(AF_UNIX, SOCK_STREAM, 0);
	(void)state;
	snprintf(address.sun_path, sizeof address.sun_path, "%s", fixture_path("socket"));
	assert_int_equal(bind(listening, (const struct sockaddr *)&address, sizeof address), 0);
	expect(program_run("report", "--file", address.sun_path), 3, "socket");
	expect(program_run("plan", "check", address.sun_path), 2, "not a regular file");
	close(listening);
	expect(program_run("report", "--file", fixture_folder()), 3, "folder");
	assert_int_equal(mkfifo(fixture_path("pipe"), 0600), 0);
	expect(program_run("report", "--file", fixture_path("pipe")), 3, "pipe");
	expect(program_run("report", "--file", fixture_path("not-there.db")), 3, "not-there.db");
	assert_int_not_equal(access(fixture_path("not-there.db"), F_OK), 0);
	expect(program_run(fixture_path("not-there.db")), 3, "not-there.db");
	expect(program_run("reprot"), 2, "neither a command nor a file \"reprot\"");
	expect(program_run("report", "--file", ""), 2, "empty");
	expect(program_run("plan", "check", fixture_path("pipe")), 2, "not a regular file");
}

static void test_results_that_cannot_be_written_are_an_error(void **state)
{
	(void)state;
	struct program_result result =
		program_run_onto("/dev/full", (const char *const[]){"plan", "show", "--file", database, NULL});
	expect(result, 3, "could not be written");
}

// ------------------------------------------------------------ plan, log, verify

static void test_plan_is_checked_shown_and_applied(void **state)
{
	(void)state;
	expect(program_run("plan", "check", "tests/plans/other.ini"), 0, "holds");
	struct program_result bad = program_run("plan", "check", "tests/plans/bad/values.ini");
	assert_int_equal(bad.status, 2);
	assert_true(count_lines(bad.err) > 2);
	expect(run("plan", "show"), 0, "xuchang_sti_145");
	expect(run("plan", "apply", "config/xuchang.ini"), 0, "nothing to apply");
	size_t len = 0;
	char *text = program_bytes("config/xuchang.ini", &len), *at = strstr(text, "高新技术企业达到");
	assert_non_null(at != NULL ? at : strstr(text, "target.2025 = 600"));
	at = strstr(text, "target.2025 = 600");
	assert_non_null(at);
	memcpy(at, "target.2025 = 650", 17);
	make_bytes(fixture_path("changed.ini"), text, len);
	free(text);
	struct program_result applied = run("plan", "apply", "--yes", fixture_path("changed.ini"));
	expect(applied, 0, "applied");
	assert_non_null(strstr(applied.out, "650"));
	expect(run("plan", "show"), 0, "target.2025 = 650");
	expect(run("log", "--limit", "1"), 0, "plan applied");
	expect(run("verify"), 0, "whole");
}

static void test_log_tells_old_and_new(void **state)
{
	(void)state;
	expect(run("set", "platforms", "yz", "2024Q1", "31"), 0, "31个 (was empty)");
	expect(run("set", "platforms", "yz", "2024Q1", "33", "--doc", "许科〔2024〕12号"), 0, "33个 (was 31个)");
	expect(run("set", "platforms", "yz", "2024Q1", "33"), 0, "Nothing to save");
	expect(run("set", "platforms", "cg", "2024Q1", "38"), 0, "38个");
	struct program_result log = run("log", "--unit", "禹州市", "--element", "platforms");
	expect(log, 0, "31个 to 33个");
	assert_int_equal(count_lines(log.out), 2);
	assert_non_null(strstr(log.out, "许科〔2024〕12号"));
	assert_int_equal(count_lines(run("log", "--limit", "2").out), 2);
	expect(run("set", "platforms", "yz", "2024Q1", "33", "--note", "含省级2个"), 0, "still 33个, its note, document or mark");
	expect(run("log", "--limit", "1"), 0, "still 33个, its note, document or mark changed");
	expect(run("set", "platforms", "yz", "2024Q1", ""), 0, "empty (was 33个)");
	expect(run("set", "platforms", "yz", "2024Q1", "未报：20240709"), 0, "not reported");
	expect(run("set", "platforms", "yz", "2024Q1", "/", "--note", "撤并"), 0, "not applicable");
	expect(run("set", "platforms", "yz", "2024Q1", "30", "--qualifier", "突破", "--final"), 0, "above 30个");
}

static void test_elements_by_code_name_and_indicator(void **state)
{
	(void)state;
	expect(run("set", "hitech_firms", "yz", "2024Q1", "61"), 0, "61家 (was empty)");
	expect(run("set", "高新技术企业", "yz", "2024Q1", "62"), 0, "62家 (was 61家)");
	expect(run("set", "g3", "禹州市", "2024年一季度", "63"), 0, "63家 (was 62家)");
	expect(run("set", "c1", "yz", "2024Q1", "50"), 2, "高新技术企业(hitech_firms)");     // no cell: what is one is listed
}

static void test_verify_finds_what_was_edited(void **state)
{
	size_t len = 0;
	(void)state;
	expect(run("set", "platforms", "yz", "2024Q1", "31", "--note", "independently-noted"), 0, "31");
	expect(run("verify"), 0, "check code");
	char *bytes = program_bytes(database, &len), *at = NULL;
	for (size_t i = 0; i + 19 < len && at == NULL; i++)
		if (memcmp(bytes + i, "independently-noted", 19) == 0)
			at = bytes + i;
	assert_non_null(at);
	at[0] = 'I';
	make_bytes(database, bytes, len);
	free(bytes);
	struct program_result result = run("verify");
	assert_int_equal(result.status, 1);
	assert_int_equal(count_lines(result.err), 1);
}

static void test_export_comes_back_through_import(void **state)
{
	char csv[512];
	(void)state;
	snprintf(csv, sizeof csv, "%s", fixture_path("all.csv"));
	expect(run("set", "contracts", "yz", "2023Q4", "3.12亿"), 0, "3.12亿元");
	expect(run("export", "-o", csv), 0, "");
	expect(program_run("init", fixture_path("second.db")), 0, "second.db");
	expect(program_run("import", csv, "--file", fixture_path("second.db")), 0, "");
	expect(program_run("log", "--limit", "1", "--file", fixture_path("second.db")), 0, "empty to 3.12亿元");
	expect(program_run("import", csv, "--file", fixture_path("second.db")), 0, "");
	expect(program_run("verify", "--file", fixture_path("second.db")), 0, "whole");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, new_database, remove_folder)
		TEST(test_first_start_makes_the_default_file),
		TEST(test_init_makes_one_whole_file_or_none),
		TEST(test_init_shared_is_for_a_group),
		TEST(test_every_command_tells_about_itself),
		TEST(test_language_follows_the_environment_and_the_settings),
		TEST(test_bad_input_gets_one_sentence_and_changes_nothing),
		TEST(test_what_is_not_our_file_is_named_and_left_alone),
		TEST(test_folder_pipe_socket_and_nothing_are_no_files),
		TEST(test_results_that_cannot_be_written_are_an_error),
		TEST(test_plan_is_checked_shown_and_applied),
		TEST(test_log_tells_old_and_new),
		TEST(test_elements_by_code_name_and_indicator),
		TEST(test_verify_finds_what_was_edited),
		TEST(test_export_comes_back_through_import),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
