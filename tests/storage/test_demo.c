// SPDX-License-Identifier: MIT
// duibiao --demo: everything that can be seen is seen in it, it is the same each time, it is marked wherever it comes out, and it
// leaves nothing behind.
#include <dirent.h>
#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "core/standing.h"
#include "tests/storage/fixture.h"
#include "tests/storage/program.h"

static const char *const units[] = {"city", "wd", "ja", "yz", "cg", "yl", "xc", "sfq", "jkq", "dcq", "sbj"};
#define UNITS (sizeof units / sizeof units[0])

static int prepare(void **state)
{
	(void)state;
	program_reset();
	mkdir(fixture_path("tmp"), 0700);
	program_setenv("TMPDIR", fixture_path("tmp"));
	return 0;
}

static int remove_folder(void **state)
{
	(void)state;
	fixture_folder_done();
	return 0;
}

static char *kept(struct program_result result)
{
	if (result.status != 0)
		fail_msg("status %d: %s", result.status, result.err);
	char *out = strdup(result.out);
	assert_non_null(out);
	return out;
}

static int files_in(const char *folder)
{
	int files = 0;
	struct dirent *entry;
	DIR *listing = opendir(folder);
	assert_non_null(listing);
	while ((entry = readdir(listing)) != NULL)
		files += strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0;
	closedir(listing);
	return files;
}

static char *report_of(const char *unit)
{
	return kept(program_run("report", "--demo", "--unaccepted", "--format", "json", "--unit", unit));
}

// ------------------------------------------------------------ what is in it

// Reports of all units at the period that the demonstration opens with.
static bool seen(char *const reports[UNITS], const char *key, const char *word)
{
	char text[64];
	snprintf(text, sizeof text, "\"%s\":\"%s\"", key, word);
	for (size_t i = 0; i < UNITS; i++)
		if (strstr(reports[i], text) != NULL)
			return true;
	return false;
}

static void test_every_status_and_every_reason_occurs(void **state)
{
	(void)state;
	char *reports[UNITS];
	for (size_t i = 0; i < UNITS; i++)
		reports[i] = report_of(units[i]);
	assert_non_null(strstr(reports[0], "\"period\":\"202406\""));
	for (int i = 0; i < STANDING_STATUSES; i++)
		if (!seen(reports, "status", standing_status_id[i]))
			fail_msg("no standing is %s", standing_status_id[i]);
	for (enum standing_reason i = STANDING_NONE; i <= STANDING_STALE; i++)
		if (!seen(reports, "reason", standing_reason_id(i)))
			fail_msg("no standing has the reason %s", standing_reason_id(i));
	for (enum standing_source i = STANDING_OWN; i <= STANDING_COMPUTED; i++)
		if (!seen(reports, "source", standing_source_id(i)))
			fail_msg("no standing comes from %s", standing_source_id(i));
	for (size_t i = 0; i < UNITS; i++)
		free(reports[i]);
}

static void expect(const char *report, const char *id, const char *key, const char *value)
{
	char text[128];
	program_standing(report, id, key, text, sizeof text);
	assert_string_equal(text, value);
}

static void test_carried_partial_and_published_are_shown(void **state)
{
	char published[64], computed[64];
	(void)state;
	char *report = report_of("city");
	expect(report, "g6", "value_period", "\"202403\"");
	expect(report, "g6", "coverage", "{\"reported\":9,\"due\":10}");
	expect(report, "g5", "coverage", "{\"reported\":10,\"due\":10}");
	expect(report, "g1", "source", "\"published\"");
	program_standing(report, "g1", "published", published, sizeof published);
	program_standing(report, "g1", "computed", computed, sizeof computed);
	assert_string_equal(published, "46.9");
	assert_string_not_equal(computed, "null");
	assert_string_not_equal(computed, published);
	free(report);
}

static void test_tasks_stand_in_every_way(void **state)
{
	static const struct { const char *id, *status, *stage; } rows[] = {
		{"p1", "\"on_track\"", "\"under_way\""}, {"m27", "\"met\"", "\"done\""}, {"t1_4", "\"behind\"", "\"under_way\""},
		{"t2_5", "\"critical\"", "\"under_way\""}, {"p4", "\"no_target\"", "\"under_way\""},
		{"t3_3", "\"no_target\"", "\"none\""}, {"t3_6", "\"no_data\"", "null"}, {"m10", "\"critical\"", "null"},
	};
	(void)state;
	char *report = report_of("city");
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		expect(report, rows[i].id, "status", rows[i].status);
		expect(report, rows[i].id, "stage", rows[i].stage);
	}
	free(report);
}

// ------------------------------------------------------------ how it came in

static int lines_with(const char *text, const char *word)
{
	int lines = 0;
	for (const char *at = text; (at = strstr(at, word)) != NULL; at += strcspn(at, "\n"))
		lines++;
	return lines;
}

static void has(const char *text, const char *part)
{
	if (strstr(text, part) == NULL)
		fail_msg("\"%s\" is not in: %s", part, text);
}

static void test_reports_stand_in_every_state(void **state)
{
	(void)state;
	char *now = kept(program_run("reports", "--demo"));
	assert_int_equal(lines_with(now, "  accepted  "), 4);
	assert_int_equal(lines_with(now, "  submitted  "), 3);
	assert_int_equal(lines_with(now, "  returned  "), 1);
	has(now, "城乡一体化示范区          filling  7/7 tasks 2/2  due 2024-07-10, 2 days left\n");
	has(now, "禹州市                    filling  5/7 tasks 2/2  due 2024-07-10, 2 days left, late 1 times this year\n");
	has(now, "; why: 演示数据:疑按单季填报,请核对后重报。");
	free(now);
	for (int year = 2020; year <= 2024; year++) {
		char period[8];
		snprintf(period, sizeof period, "%d%s", year, year == 2024 ? "03" : "12");
		char *before = kept(program_run("reports", "--demo", "--period", period));
		assert_true(lines_with(before, "  locked  ") >= 10);      // of the years before 2023 nobody was asked for the city's tasks
		free(before);
	}
}

static void test_late_and_missed_reports_are_counted(void **state)
{
	(void)state;
	char *third = kept(program_run("reports", "--demo", "--period", "2023Q3")), *first = kept(program_run("reports", "--demo", "--period",
		"2023Q1"));
	has(third, "建安区                    locked  7/7  due 2023-10-10, late, submitted 2023-10-12, accepted 2023-10-14, late 1 times");
	has(first, "东城区                    filling  7/7  due 2023-04-10, 455 days overdue, missing 1 times this year");
	free(third);
	free(first);
}

// Papers show accepted figures unless they are asked for the others; the head says which.
static void test_papers_show_accepted_figures_only(void **state)
{
	(void)state;
	char *report = kept(program_run("report", "--demo")), *brief = kept(program_run("report", "--demo", "--brief")),
		*overview = kept(program_run("--demo")), *all = kept(program_run("--demo", "--unaccepted"));
	const char *const accepted[] = {report, brief, overview};
	for (size_t i = 0; i < sizeof accepted / sizeof accepted[0]; i++) {
		has(accepted[i], "accepted figures only");
		assert_null(strstr(accepted[i], "~208/300"));
	}
	has(all, "with figures not yet accepted");
	has(all, "~208/300");
	free(report);
	free(brief);
	free(overview);
	free(all);
}

static void test_explanations_and_corrections_are_in_the_log(void **state)
{
	(void)state;
	char *log = kept(program_run("log", "--demo", "--limit", "100000"));
	has(log, "王五  explain  长葛市, 技术合同成交额, 2024 M1-6: explained  演示数据:1家企业6月集中登记1.10亿元。");
	has(log, "吴九  explain  襄城县, 孵化平台, at the end of 2024-06: explained  演示数据:1家孵化器6月被取消备案。");
	has(log, "return  建安区, 科技型中小企业, 2024 M1-6: reviewer's words  演示数据:疑按单季填报,请核对后重报。");
	assert_int_equal(lines_with(log, "correction accepted, 106件 to 107件"), 1);
	assert_int_equal(lines_with(log, "correction proposed, 0.47亿元 to 0.49亿元"), 1);
	assert_int_equal(lines_with(log, "correction accepted"), 1);
	free(log);
	free(kept(program_run("verify", "--demo")));
}

// ------------------------------------------------------------ the same each time

static void expect_same(const char *const arguments[])
{
	char *first = kept(program_run_list(arguments)), *second = kept(program_run_list(arguments));
	assert_string_equal(first, second);
	assert_true(strlen(first) > 20);
	free(first);
	free(second);
}

static void test_two_runs_are_the_same_to_the_last_byte(void **state)
{
	(void)state;
	expect_same((const char *const[]){"export", "--demo", NULL});
	expect_same((const char *const[]){"report", "--demo", NULL});
	expect_same((const char *const[]){"report", "--demo", "--format", "csv", NULL});
	expect_same((const char *const[]){"log", "--demo", NULL});
	expect_same((const char *const[]){"--demo", NULL});
}

// The hash over all that was written: neither language nor place nor account is in it.
static void test_the_check_code_is_one_for_all(void **state)
{
	(void)state;
	char *english = kept(program_run("verify", "--demo"));
	const char *code = strrchr(english, ' ');
	program_setenv("LANGUAGE", "zh_CN");
	program_setenv("TZ", "America/New_York");
	char *chinese = kept(program_run("verify", "--demo"));
	assert_non_null(code);
	char number[10] = "";
	memcpy(number, code + 1, 9);
	assert_non_null(strstr(chinese, number));
	free(english);
	free(chinese);
}

// ------------------------------------------------------------ marked wherever it comes out

static void test_every_format_says_so(void **state)
{
	static const struct { const char *format, *mark; } formats[] = {
		{"text", "\n演示数据\n"}, {"md", "**演示数据**"}, {"csv", ",演示数据\n"}, {"json", "},\"demo\":true,\"period\":"}};
	(void)state;
	program_setenv("LANGUAGE", "zh_CN");
	for (size_t i = 0; i < sizeof formats / sizeof formats[0]; i++) {
		struct program_result result = program_run("report", "--demo", "--format", formats[i].format);
		assert_non_null(strstr(result.out, formats[i].mark));
	}
	assert_non_null(strstr(program_run("--demo").out, "\n演示数据\n"));
	const char *log = program_run("log", "--demo", "--limit", "1").out;
	assert_ptr_equal(strstr(log, "演示数据\n"), log);
	assert_non_null(strstr(program_run("plan", "show", "--demo").out, "\ndemo = yes\n"));
	assert_null(strstr(program_run("report").out, "演示数据"));
	assert_non_null(strstr(program_run("report", "--format", "json").out, "},\"demo\":false,\"period\":"));
}

// Whoever imports an exported line into a real file sees what it is.
static void test_every_exported_line_says_so_but_the_published_ones(void **state)
{
	(void)state;
	int invented = 0, published = 0;
	char *lines = kept(program_run("export", "--demo")), *rest = lines;
	for (char *line = strtok_r(rest, "\n", &rest); line != NULL; line = strtok_r(NULL, "\n", &rest)) {
		invented += strstr(line, "演示数据") != NULL;
		published += strstr(line, "http") != NULL || strstr(line, "河南日报") != NULL;
		if (strstr(line, "element,") == NULL && (strstr(line, "演示") != NULL) ==
			(strstr(line, "http") != NULL || strstr(line, "河南日报") != NULL))
			fail_msg("neither invented nor published, or both: %s", line);
	}
	assert_true(invented > 1500);
	assert_int_equal(published, 8);
	free(lines);
}

// ------------------------------------------------------------ nothing is left, nothing else is touched

static void test_the_default_file_is_neither_made_nor_touched(void **state)
{
	size_t len = 0, len_after = 0;
	(void)state;
	program_setenv("HOME", fixture_path("home"));
	mkdir(fixture_path("home"), 0700);
	free(kept(program_run("report", "--demo")));
	free(kept(program_run("export", "--demo")));
	assert_int_equal(files_in(fixture_path("home")), 0);
	assert_int_equal(files_in(fixture_path("tmp")), 0);
	free(kept(program_run("report")));
	char *before = program_bytes(fixture_path("home/.local/share/duibiao/plan.db"), &len);
	free(kept(program_run("report", "--demo")));
	free(kept(program_run("log", "--demo")));
	char *after = program_bytes(fixture_path("home/.local/share/duibiao/plan.db"), &len_after);
	assert_non_null(before);
	assert_int_equal(len, len_after);
	assert_memory_equal(before, after, len);
	assert_int_equal(files_in(fixture_path("home/.local/share/duibiao")), 1);
	free(before);
	free(after);
}

static void make_file_in(const char *folder, const char *name)
{
	char path[512];
	snprintf(path, sizeof path, "%s/%s", folder, name);
	FILE *file = fopen(path, "w");
	assert_non_null(file);
	fclose(file);
}

static void test_what_a_kill_left_goes_and_what_lives_stays(void **state)
{
	(void)state;
	char dead[512], alive[512], other[512];
	snprintf(dead, sizeof dead, "%s", fixture_path("tmp/duibiao-demo-dead00"));
	snprintf(alive, sizeof alive, "%s", fixture_path("tmp/duibiao-demo-alive0"));
	snprintf(other, sizeof other, "%s", fixture_path("tmp/duibiao-demo-other0"));
	assert_int_equal(mkdir(dead, 0700) + mkdir(alive, 0700) + mkdir(other, 0700), 0);
	make_file_in(dead, "demo.db");
	make_file_in(dead, "demo.db-journal");
	make_file_in(dead, "demo.db.making-1");
	make_file_in(alive, "demo.db");
	make_file_in(other, "mine.txt");
	int lock = open(alive, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	assert_int_equal(flock(lock, LOCK_EX), 0);
	free(kept(program_run("verify", "--demo")));
	assert_int_not_equal(access(dead, F_OK), 0);
	assert_int_equal(files_in(alive), 1);
	assert_int_equal(files_in(other), 1);
	close(lock);
	free(kept(program_run("verify", "--demo")));
	assert_int_not_equal(access(alive, F_OK), 0);
	assert_int_equal(unlink(fixture_path("tmp/duibiao-demo-other0/mine.txt")) + rmdir(other), 0);
}

// ------------------------------------------------------------ bad input

static void refused(struct program_result result, int status, const char *says)
{
	assert_int_equal(result.status, status);
	if (strstr(result.err, says) == NULL)
		fail_msg("\"%s\" not in: %s", says, result.err);
	assert_int_equal(files_in(fixture_path("tmp")), 0);
}

static void test_it_takes_no_file_and_no_figures(void **state)
{
	(void)state;
	refused(program_run("--demo", "--file", fixture_path("x.db")), 2, "leave --file out");
	refused(program_run("--demo", fixture_path("x.db")), 2, "name none");
	refused(program_run("set", "--demo", "platforms", "yz", "2023Q4", "1"), 2, "has no option --demo");
	refused(program_run("import", "--demo", "x.csv"), 2, "has no option --demo");
	refused(program_run("plan", "apply", "tests/plans/other.ini", "--demo"), 2, "plan show");
	program_setenv("TMPDIR", fixture_path("nowhere"));
	refused(program_run("report", "--demo"), 3, "no folder could be made");
	assert_int_not_equal(access(fixture_path("x.db"), F_OK), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup(test_every_status_and_every_reason_occurs, prepare),
		cmocka_unit_test_setup(test_carried_partial_and_published_are_shown, prepare),
		cmocka_unit_test_setup(test_tasks_stand_in_every_way, prepare),
		cmocka_unit_test_setup(test_reports_stand_in_every_state, prepare),
		cmocka_unit_test_setup(test_late_and_missed_reports_are_counted, prepare),
		cmocka_unit_test_setup(test_papers_show_accepted_figures_only, prepare),
		cmocka_unit_test_setup(test_explanations_and_corrections_are_in_the_log, prepare),
		cmocka_unit_test_setup(test_two_runs_are_the_same_to_the_last_byte, prepare),
		cmocka_unit_test_setup(test_the_check_code_is_one_for_all, prepare),
		cmocka_unit_test_setup(test_every_format_says_so, prepare),
		cmocka_unit_test_setup(test_every_exported_line_says_so_but_the_published_ones, prepare),
		cmocka_unit_test_setup(test_the_default_file_is_neither_made_nor_touched, prepare),
		cmocka_unit_test_setup(test_what_a_kill_left_goes_and_what_lives_stays, prepare),
		cmocka_unit_test_setup(test_it_takes_no_file_and_no_figures, prepare),
	};
	return cmocka_run_group_tests(tests, NULL, remove_folder);
}
