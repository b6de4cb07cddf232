// SPDX-License-Identifier: MIT
// core/trend on a file: the years of a path with what was reached and what should have been, what is missing, and the bars of both.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "core/trend.h"
#include "tests/storage/fixture.h"

static const struct survey_query query = {.period = 202312, .today = 20240108, .figures = SURVEY_ALL};
static struct store *store;
static struct plan *plan;
static struct trend trend;

static int open_file(void **state)
{
	(void)state;
	store = fixture_store_of_years(&plan);
	return 0;
}

static int close_file(void **state)
{
	(void)state;
	fixture_store_done(store, plan);
	fixture_folder_done();
	return 0;
}

static const struct trend_point *point_of(int period)
{
	for (int i = 0; i < trend.len; i++)
		if (trend.points[i].period == period && !trend.points[i].projected)
			return &trend.points[i];
	fail_msg("no point of %d", period);
	return NULL;
}

static void expect_point(int period, const char *value, const char *path, const char *distance)
{
	const struct trend_point *point = point_of(period);
	char text[NUM_TEXT];
	assert_string_equal(trend_figure(plan, &trend, point->value, text, sizeof text), value);
	assert_string_equal(trend_figure(plan, &trend, point->path, text, sizeof text), path);
	assert_string_equal(trend_distance(plan, &trend, point, text, sizeof text), distance);
}

// 2022 lacks two of three units: it is empty, neither zero nor what the year before was.
static void from_base_year_to_target_year(void **state)
{
	(void)state;
	fixture_ok(trend_load(store, plan, &query, FIX_COUNT, FIX_CITY, &trend));
	assert_int_equal(trend.points[0].period, 202012);
	assert_int_equal(trend.points[trend.at].period, 202312);
	expect_point(202012, "123", "123", "level");
	expect_point(202112, "120", "138", "short by 18.4");
	expect_point(202212, "", "154", "");
	expect_point(202312, "160", "169", "short by 9.2");
	expect_point(202512, "", "200", "");
}

static void a_bar_never_looks_longer_than_the_figure(void **state)
{
	(void)state;
	struct bar bar;
	fixture_ok(trend_load(store, plan, &query, FIX_COUNT, FIX_CITY, &trend));
	trend_bar(&trend, point_of(202312), 20, &bar);           // 160 and 169.2 of 200
	assert_int_equal(bar.shape, BAR_SOLID);
	assert_int_equal(bar.eighths, 128);
	assert_int_equal(bar.mark, 16);
	trend_bar(&trend, point_of(202212), 20, &bar);
	assert_int_equal(bar.eighths, 0);
	assert_int_equal(bar.mark, 15);
	trend_bar(&trend, point_of(202512), 20, &bar);
	assert_int_equal(bar.mark, 19);
}

// Where the base year's figure is missing there is no path, and no unit's figure is made up.
static void without_a_baseline_there_is_no_path(void **state)
{
	(void)state;
	fixture_ok(trend_load(store, plan, &query, FIX_COUNT, FIX_WD, &trend));
	expect_point(202012, "", "", "");
	expect_point(202112, "50", "", "");
	expect_point(202212, "70", "", "");
}

// What has been keyed in for a later year is not of the path as it is looked at.
static void nothing_stands_after_the_period(void **state)
{
	(void)state;
	static const int units[] = {FIX_WD, FIX_JA};
	for (int i = 0; i < 2; i++) {
		const struct entry later = fixture_entry(FIX_FIRMS, units[i], 202412, 95 * NUM_SCALE);
		fixture_ok(fixture_save(store, plan, &later, 0, NULL));
	}
	fixture_ok(trend_load(store, plan, &query, FIX_COUNT, FIX_CITY, &trend));
	expect_point(202412, "", "185", "");
}

// 160 and 169.2 are better than 169.2 and worse than 160 where less is better; what lacks is rounded up, what is over down, and a
// figure that has not reached its target never reads as if it had.
static void where_less_is_better(void **state)
{
	struct trend_point point = {.value = {true, rat_of_int(160)}, .path = {true, {508, 3}}};
	char text[NUM_TEXT];
	(void)state;
	fixture_ok(trend_load(store, plan, &query, FIX_COUNT, FIX_CITY, &trend));
	plan->indicators[FIX_COUNT].decimals = 1;
	assert_string_equal(trend_distance(plan, &trend, &point, text, sizeof text), "short by 9.4");
	plan->indicators[FIX_COUNT].down = true;
	assert_string_equal(trend_distance(plan, &trend, &point, text, sizeof text), "over by 9.3");
	point.value.v = (struct rat){20001, 100};
	assert_string_equal(trend_figure(plan, &trend, point.value, text, sizeof text), "200.1");
	point.value.v = (struct rat){19999, 100};
	assert_string_equal(trend_figure(plan, &trend, point.value, text, sizeof text), "200.0");
	plan->indicators[FIX_COUNT].down = false;
	assert_string_equal(trend_figure(plan, &trend, point.value, text, sizeof text), "199.9");
}

// An average growth has grown by nothing yet in its base year.
static void a_growth_has_no_path_in_its_base_year(void **state)
{
	(void)state;
	plan->indicators[FIX_COUNT].formula = PLAN_GROWTH;
	fixture_ok(trend_load(store, plan, &query, FIX_COUNT, FIX_CITY, &trend));
	assert_false(point_of(202012)->path.has);
	assert_true(point_of(202112)->path.has);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(from_base_year_to_target_year, open_file, close_file),
		cmocka_unit_test_setup_teardown(a_bar_never_looks_longer_than_the_figure, open_file, close_file),
		cmocka_unit_test_setup_teardown(without_a_baseline_there_is_no_path, open_file, close_file),
		cmocka_unit_test_setup_teardown(nothing_stands_after_the_period, open_file, close_file),
		cmocka_unit_test_setup_teardown(where_less_is_better, open_file, close_file),
		cmocka_unit_test_setup_teardown(a_growth_has_no_path_in_its_base_year, open_file, close_file),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
