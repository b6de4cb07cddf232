// SPDX-License-Identifier: MIT
// Three invented cities in tests/plans/ that between them use all that a plan file can say and Xuchang does not: the figures of
// their reports, worked out by hand, in all four formats.
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

static char database[512];

static struct program_result expect_done(struct program_result result)
{
	if (result.status != 0)
		fail_msg("status %d: %s%s", result.status, result.out, result.err);
	return result;
}

static void make_city(const char *name)
{
	char plan[128], figures[128];
	program_reset();
	snprintf(database, sizeof database, "%s/%s.db", fixture_folder(), name);
	snprintf(plan, sizeof plan, "tests/plans/%s.ini", name);
	snprintf(figures, sizeof figures, "tests/plans/%s.csv", name);
	unlink(database);
	expect_done(program_run("init", database, "--plan", plan));
	expect_done(program_run("import", figures, "--file", database));
}

static const char *report(const char *format, const char *unit, const char *period)
{
	return expect_done(program_run("report", "--unaccepted", "--file", database, "--format", format, "--unit", unit, "--period", period)).out;
}

static void says(const char *text, const char *what)
{
	if (strstr(text, what) == NULL)
		fail_msg("\"%s\" not in: %s", what, text);
}

struct expected { const char *id, *unit, *period, *key, *value; };

static void check(const struct expected *expected, size_t len)
{
	char value[128];
	for (size_t i = 0; i < len; i++) {
		const struct expected *e = &expected[i];
		program_standing(report("json", e->unit, e->period), e->id, e->key, value, sizeof value);
		if (strcmp(value, e->value) != 0)
			fail_msg("%s of %s in %s: %s is %s, not %s", e->id, e->unit, e->period, e->key, value, e->value);
	}
}
#define CHECK(...) check((const struct expected[]){ __VA_ARGS__ }, \
	sizeof (const struct expected[]){ __VA_ARGS__ } / sizeof(struct expected))

// Two counties become one district in January 2024, in the middle of 2021-2025.
static void a_merger_keeps_the_history_and_the_coverage(void **state)
{
	(void)state;
	make_city("qinghe");
	CHECK(
		// three counties: 150 + 100 + 80; from 200 to 200 + 300 in 60 months, 36 gone: 380 expected, 50 of 300 missing
		{ "k1", "shi", "2023Q4", "value", "330" },
		{ "k1", "shi", "2023Q4", "coverage", "{\"reported\":3,\"due\":3}" },
		{ "k1", "shi", "2023Q4", "target", "500" },
		{ "k1", "shi", "2023Q4", "expected", "380" },
		{ "k1", "shi", "2023Q4", "lag", "16.6666666667" },
		{ "k1", "shi", "2023Q4", "needed", "85" },                       // 170 in two years
		// two are left: 160 + 190; 39 of 60 months: 395, 45 of 300 missing
		{ "k1", "shi", "2024Q1", "value", "350" },
		{ "k1", "shi", "2024Q1", "coverage", "{\"reported\":2,\"due\":2}" },
		{ "k1", "shi", "2024Q1", "lag", "15" },
		// the district has not reported June: the sum of March is carried
		{ "k1", "shi", "2024Q2", "value", "350" },
		{ "k1", "shi", "2024Q2", "value_period", "\"202403\"" },
		{ "k1", "shi", "2024Q2", "coverage", "{\"reported\":1,\"due\":2}" },
		{ "k1", "shi", "2024Q2", "sum", "170" },
		// the successor: from the two counties' 180 to 260 in 24 months, 3 gone: 190, to the very firm
		{ "k1", "hz", "2024Q1", "baseline", "180" },
		{ "k1", "hz", "2024Q1", "expected", "190" },
		{ "k1", "hz", "2024Q1", "lag", "0" },
		{ "k1", "hz", "2024Q1", "status", "\"on_track\"" },
		{ "k1", "hz", "2023Q4", "value", "null" },
		// what a county had said stays its own
		{ "k1", "xz", "2023Q4", "value", "100" },
		{ "k1", "xz", "2024Q1", "value_period", "\"202312\"" });
}

static void ranges_words_and_smaller_is_better(void **state)
{
	(void)state;
	make_city("qinghe");
	CHECK(
		// (26/20)^(1/3) is 1.0913929; of 13 % the lower end counts: 13 - 9.1393
		{ "k2", "shi", "2023Q4", "value", "9.139288306" },
		{ "k2", "shi", "2023Q4", "gap", "3.860711694" },
		// 0.5 down to 0.43, at 0.464: 0.036 of 0.07; 0.458 expected, 0.006 of 0.07 behind
		{ "k3", "shi", "2023Q4", "done", "0.514285714286" },
		{ "k3", "shi", "2023Q4", "lag", "8.57142857143" },
		{ "k3", "shi", "2023Q4", "status", "\"on_track\"" },
		{ "k4", "shi", "2023Q4", "status", "\"no_target\"" });
	const char *text = report("text", "shi", "2023Q4");
	says(text, "the titles of 1 sections are not published");
	says(text, "target \"走在全省前列\" without a number");
	says(text, "-- 二、 绿色转型");                                  // as printed, no 第…章 around it
	says(report("csv", "shi", "2024Q1"), "一、 发展目标,k1,科技型中小企业,350,500,家");
	says(report("md", "shi", "2024Q1"), "| ! | k1 | 科技型中小企业 | ~350/500家 |");
}

// Towns below counties below the prefecture; 2025 and 2030; no baseline, and one of 2019.
static void two_target_years_and_three_levels(void **state)
{
	(void)state;
	make_city("linjiang");
	CHECK(
		{ "k1", "zhou", "2023H2", "value", "250" },                      // (100 + 60) + 90
		{ "k1", "an", "2023H2", "value", "160" },
		{ "k1", "an1", "2023H2", "value", "100" },
		{ "k1", "zhou", "2023H2", "coverage", "{\"reported\":2,\"due\":2}" },
		// without a baseline: even from 0 the path asks for 180 by now
		{ "k1", "zhou", "2023H2", "status", "\"no_base\"" },
		{ "k1", "zhou", "2023H2", "gap", "350" },
		{ "k1", "zhou", "2023H2", "needed", "50" },                      // in seven years
		// 4 in 2019, 10 in 2025, 20 in 2030: 4 + 6 * 4/6 = 8 expected, 1 of 16 missing; 13 in seven years
		{ "k2", "zhou", "2023H2", "value", "7" },
		{ "k2", "zhou", "2023H2", "expected", "8" },
		{ "k2", "zhou", "2023H2", "done", "0.1875" },
		{ "k2", "zhou", "2023H2", "lag", "6.25" },
		{ "k2", "zhou", "2023H2", "needed", "1.85714285714" },
		// one town of three has not said how many
		{ "k3", "zhou", "2023H2", "value", "null" },
		{ "k3", "zhou", "2023H2", "sum", "260" },
		{ "k3", "zhou", "2023H2", "coverage", "{\"reported\":1,\"due\":2}" });
	says(report("text", "zhou", "2023H2"), "-- 1 农村电商");
}

// A street ended in 2022 and went into another; the average of percents; a path in yearly steps; no numbers before titles.
static void averages_and_a_yearly_path(void **state)
{
	(void)state;
	make_city("beiyuan");
	CHECK(
		{ "k1", "qu", "2022H2", "value", "65" },                         // (60 + 65 + 70) / 3
		{ "k1", "qu", "2022H2", "coverage", "{\"reported\":3,\"due\":3}" },
		{ "k1", "qu", "2023H2", "value", "73" },                         // (70 + 76) / 2
		{ "k1", "qu", "2023H2", "coverage", "{\"reported\":2,\"due\":2}" },
		{ "k1", "qu", "2023H2", "expected", "72" },                      // 60 + 30 * 2/5
		{ "k1", "qu", "2023H2", "lag", "-3.33333333333" },
		{ "k2", "qu", "2023H2", "status", "\"met\"" });                  // the second of at least the third
	const char *text = report("text", "qu", "2023H2");
	says(text, "-- 网络 --");
	says(text, "in 2023 place 2.");                                      // nobody says: of the province
	says(text, "t2=t1");
}

static int remove_folder(void **state)
{
	(void)state;
	fixture_folder_done();
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_merger_keeps_the_history_and_the_coverage),
		cmocka_unit_test(ranges_words_and_smaller_is_better),
		cmocka_unit_test(two_target_years_and_three_levels),
		cmocka_unit_test(averages_and_a_yearly_path),
	};
	return cmocka_run_group_tests(tests, NULL, remove_folder);
}
