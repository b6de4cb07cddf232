// SPDX-License-Identifier: MIT
// Figures keyed in by command and read back from the report, through every layer: the published ones of the default file, sums
// and ratios of ten units, and what three of ten units do not allow to say.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "tests/storage/fixture.h"
#include "tests/storage/program.h"

static const char *const units[10] = {"wd", "ja", "yz", "cg", "yl", "xc", "sfq", "jkq", "dcq", "sbj"};

static int reset(void **state)
{
	(void)state;
	program_reset();
	return 0;
}

static int remove_folder(void **state)
{
	(void)state;
	fixture_folder_done();
	return 0;
}

static void key_in(const char *element, const char *unit, const char *period, const char *value)
{
	struct program_result result = program_run("set", element, unit, period, value);
	if (result.status != 0)
		fail_msg("set %s %s %s %s: %s", element, unit, period, value, result.err);
}

static char *report_of(const char *period, const char *unit)
{
	struct program_result result = program_run("report", "--unaccepted", "--period", period, "--unit", unit, "--format", "json");
	assert_int_equal(result.status, 0);
	return strdup(result.out);
}

struct expected { const char *id, *key, *value; };

static void expect_all(const char *json, const struct expected *rows, size_t len)
{
	char value[512];
	for (size_t i = 0; i < len; i++) {
		program_standing(json, rows[i].id, rows[i].key, value, sizeof value);
		if (strcmp(value, rows[i].value) != 0)
			fail_msg("%s of %s is %s, expected %s", rows[i].key, rows[i].id, value, rows[i].value);
	}
}
#define EXPECT(json, rows) expect_all(json, rows, sizeof (rows) / sizeof (rows)[0])

static void test_default_file_at_the_end_of_2023(void **state)
{
	static const struct expected rows[] = {
		{"g3", "value", "470"},
		{"g3", "value_period", "\"202312\""},
		{"g3", "attainment", "0.783333333333"},
		{"g3", "gap", "130"},
		{"g3", "needed", "65"},
		{"g3", "elapsed", "0.6"},
		{"g3", "baseline", "null"},
		{"g3", "status", "\"no_base\""},
		{"g3", "lag", "null"},
		{"g3", "expected", "null"},
		{"g3", "target", "600"},
		{"g4", "value", "980"},
		{"g4", "value_period", "\"202212\""},
		{"g2", "value", "null"},
		{"g7", "value", "null"},
		{"g8", "value", "null"},
		{"g9", "value", "null"},
		{"g10", "value", "null"},
		{"g2", "status", "\"no_data\""},
	};
	(void)state;
	char *json = report_of("2023Q4", "city");
	EXPECT(json, rows);
	free(json);
}

static void test_every_row_of_the_plan_has_a_standing(void **state)
{
	static const struct { char letter; int count; } kinds[] = {{'g', 10}, {'c', 3}, {'m', 27}, {'p', 9}};
	char id[16], status[64];
	(void)state;
	char *json = report_of("2023Q4", "city");
	for (size_t kind = 0; kind < sizeof kinds / sizeof kinds[0]; kind++)
		for (int no = 1; no <= kinds[kind].count; no++) {
			snprintf(id, sizeof id, "%c%d", kinds[kind].letter, no);
			program_standing(json, id, "status", status, sizeof status);
		}
	int chapters = 0;
	for (const char *at = strstr(json, "{\"no\":"); at != NULL; at = strstr(at + 1, "{\"no\":"))
		chapters++;
	assert_int_equal(chapters, 10);
	program_standing(json, "t10_5", "status", status, sizeof status);
	program_standing(json, "t1_2", "stage", status, sizeof status);
	free(json);
}

static void test_sums_of_ten_units_are_exact(void **state)
{
	static const char *const platforms[10] = {"22", "１４", "24", "38个", "10", "14", " 6", "5", "3", "14.0"};
	static const char *const contracts[10] = {"0.47", "1", "3.12亿", "5600万", "2,000万", "1.00", "1", "1亿元", "１．５", "0.5"};
	static const struct expected rows[] =
		{
			{"g5", "value", "150"},
			{"g5", "source", "\"sum\""},
			{"g5", "coverage", "{\"reported\":10,\"due\":10}"},
			{"g5", "sum", "150"},
			{"g7", "value", "10.35"},
			{"g7", "value_period", "\"202312\""},
		},
				     unit_rows[] = {{"g7", "value", "3.12"}, {"g5", "value", "24"}};
	(void)state;
	for (int i = 0; i < 10; i++) {
		key_in("platforms", units[i], "2023Q4", platforms[i]);
		key_in("contracts", units[i], "2023Q4", contracts[i]);
	}
	char *json = report_of("2023Q4", "city");
	EXPECT(json, rows);
	free(json);
	json = report_of("2023Q4", "禹州市");
	EXPECT(json, unit_rows);
	free(json);
}

static void test_a_ratio_is_the_ratio_of_sums(void **state)
{
	static const struct expected rows[] = {{"g1", "value", "8.59375"}, {"g1", "source", "\"computed\""}};   // 55 of 640
	char value[16];
	(void)state;
	for (int i = 0; i < 10; i++) {
		snprintf(value, sizeof value, "%d", i + 1);
		key_in("hitech_va", units[i], "2023Q4", value);
		snprintf(value, sizeof value, "%d", i == 0 ? 100 : 10 * (i + 1));
		key_in("industry_va", units[i], "2023Q4", value);
	}
	char *json = report_of("2023Q4", "city");
	EXPECT(json, rows);
	free(json);
}

static void test_three_of_ten_units_are_a_partial_sum_and_no_judgement(void **state)
{
	static const struct expected rows[] = {
		{"g6", "value", "null"},
		{"g6", "sum", "9"},
		{"g6", "coverage", "{\"reported\":3,\"due\":10}"},
		{"g6", "status", "\"no_data\""},
		{"g6", "reason", "\"partial\""},
		{"g6", "gap", "null"},
		{"g6", "lag", "null"},
	};
	(void)state;
	key_in("incubators", "wd", "2023Q4", "2");
	key_in("incubators", "ja", "2023Q4", "3");
	key_in("incubators", "yz", "2023Q4", "4");
	char *json = report_of("2023Q4", "city");
	EXPECT(json, rows);
	free(json);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, reset, remove_folder)
		TEST(test_default_file_at_the_end_of_2023),
		TEST(test_every_row_of_the_plan_has_a_standing),
		TEST(test_sums_of_ten_units_are_exact),
		TEST(test_a_ratio_is_the_ratio_of_sums),
		TEST(test_three_of_ten_units_are_a_partial_sum_and_no_judgement),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
