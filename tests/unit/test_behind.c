// SPDX-License-Identifier: MIT
// core/behind and core/moved: which rows stand in the two lists of a leader, in which order, and where a figure is held against none.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "core/behind.h"
#include "core/moved.h"
#include "core/survey_part.h"

#define ROWS 6

enum { STOCK, FLOW, YEARLY_FLOW, HALF_YEARLY, ELEMENTS };
static struct plan_element elements[ELEMENTS] = {
	[STOCK] = {.kind = PLAN_STOCK, .months = 3, .retired = PLAN_ALWAYS_TO}, [FLOW] = {.kind = PLAN_FLOW, .months = 3, .retired = PLAN_ALWAYS_TO},
	[YEARLY_FLOW] = {.kind = PLAN_FLOW, .months = 12, .retired = PLAN_ALWAYS_TO},
	[HALF_YEARLY] = {.kind = PLAN_STOCK, .months = 6, .retired = PLAN_ALWAYS_TO},
};
static struct plan_indicator indicators[ROWS];
static struct standing now[ROWS], then[ROWS];
static struct plan plan = {.indicators = indicators, .indicators_len = ROWS, .elements = elements, .elements_len = ELEMENTS};
static struct survey survey_now = {.plan = &plan, .standings = now, .len = ROWS}, survey_then = {.plan = &plan, .standings = then, .len = ROWS};
static struct behind behind;
static struct moved moved;

// Six numbers, each a stock of its own quarter, on track and without a figure.
static int set_up(void **state)
{
	(void)state;
	memset(now, 0, sizeof now);
	memset(then, 0, sizeof then);
	for (int i = 0; i < ROWS; i++) {
		indicators[i] = (struct plan_indicator){.kind = PLAN_NUMBER, .formula = PLAN_VALUE, .x = STOCK, .y = PLAN_NONE};
		now[i] = then[i] = (struct standing){.indicator = i, .status = STANDING_ON_TRACK};
	}
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	behind_done(&behind);
	moved_done(&moved);
	return 0;
}

// ------------------------------------------------------------ behind

static void stands(int row, enum standing_status status, int64_t n, int64_t d)
{
	now[row].status = status;
	now[row].lag = (struct maybe){true, {n, d}};
}

// ORDER: rows as digits.
static void expect_order(const char *order)
{
	const struct survey_query query = {.period = 202406, .today = 20240708};
	char got[ROWS + 1] = "";
	behind_done(&behind);
	assert_int_equal(behind_read(&behind, NULL, &plan, &query, 0, &survey_now, 0), ERR_OK);
	for (int i = 0; i < behind.len; i++)
		got[i] = (char)('0' + behind.rows[i].s->indicator);
	assert_string_equal(got, order);
}

static void which_statuses_are_behind(void **state)
{
	(void)state;
	for (int status = 0; status < STANDING_STATUSES; status++)
		assert_int_equal(behind_is((enum standing_status)status),
			status == STANDING_BEHIND || status == STANDING_CRITICAL || status == STANDING_MISSED);
}

static void nothing_is_behind(void **state)
{
	(void)state;
	expect_order("");
	assert_int_equal(behind.len, 0);
	behind_done(&behind);
	assert_null(behind.rows);
}

static void the_status_comes_before_the_lag(void **state)
{
	(void)state;
	stands(0, STANDING_BEHIND, 29, 1);
	stands(1, STANDING_CRITICAL, 30, 1);
	stands(2, STANDING_MISSED, 1, 1);
	expect_order("210");
}

static void the_larger_lag_comes_first(void **state)
{
	(void)state;
	stands(1, STANDING_BEHIND, 11, 1);
	stands(3, STANDING_BEHIND, 29, 1);
	stands(5, STANDING_BEHIND, 12, 1);
	expect_order("351");
}

static void lags_are_compared_exactly(void **state)
{
	(void)state;
	stands(0, STANDING_BEHIND, 1003, 100);               // both print 10.0
	stands(1, STANDING_BEHIND, 1004, 100);
	stands(2, STANDING_BEHIND, 30110, 3000);             // 10.036..., between them
	expect_order("120");
}

static void one_number_in_two_forms_is_one_lag(void **state)
{
	(void)state;
	stands(4, STANDING_BEHIND, 50, 5);
	stands(2, STANDING_BEHIND, 10, 1);
	expect_order("24");
}

static void large_lags_do_not_overflow(void **state)
{
	(void)state;
	stands(0, STANDING_CRITICAL, 999999999989, 999999999959);
	stands(1, STANDING_CRITICAL, 999999999959, 999999999989);
	expect_order("01");
}

static void without_a_lag_it_stands_behind_those_with_one(void **state)
{
	(void)state;
	now[0].status = now[3].status = STANDING_BEHIND;
	stands(5, STANDING_BEHIND, 1, 1000);
	expect_order("503");
}

static void without_a_lag_a_worse_status_still_comes_first(void **state)
{
	(void)state;
	now[4].status = STANDING_CRITICAL;
	stands(1, STANDING_BEHIND, 29, 1);
	expect_order("41");
}

static void a_lag_of_nothing_is_a_lag(void **state)
{
	(void)state;
	now[0].status = STANDING_MISSED;
	stands(2, STANDING_MISSED, 0, 1);
	expect_order("20");
}

static void tasks_are_left_out_and_comparisons_are_in(void **state)
{
	(void)state;
	for (int i = 0; i < ROWS; i++)
		now[i].status = STANDING_CRITICAL;
	indicators[1].kind = PLAN_STAGES;
	indicators[2].kind = PLAN_COMPARISON;
	indicators[4].kind = PLAN_STAGES;
	expect_order("0235");
	for (int i = 0; i < behind.len; i++)
		assert_int_equal(behind.rows[i].since, 0);    // of none was it asked
}

// ------------------------------------------------------------ moved

static void figures(int row, int period, int64_t n, int before, int64_t m)
{
	now[row].value = (struct maybe){true, {n, 100}};
	now[row].value_period = period;
	then[row].value = (struct maybe){true, {m, 100}};
	then[row].value_period = before;
}

static const struct moved_row *read_one(void)
{
	moved_done(&moved);
	assert_int_equal(moved_read(&moved, &plan, &survey_now, &survey_then), ERR_OK);
	assert_true(moved.len <= 1);
	return moved.len == 1 ? &moved.rows[0] : NULL;
}

static void the_period_before_is_of_the_shortest_frequency(void **state)
{
	(void)state;
	assert_int_equal(moved_before(&plan, 202406), 202403);
	assert_int_equal(moved_before(&plan, 202403), 202312);
	assert_int_equal(moved_before(&plan, 202405), 202403);       // a month that no quarter ends with
}

static void a_newer_figure_has_moved_by_the_exact_difference(void **state)
{
	(void)state;
	figures(2, 202406, 20800, 202403, 20401);
	const struct moved_row *row = read_one();
	assert_non_null(row);
	assert_int_equal(row->s.indicator, 2);
	assert_int_equal(rat_cmp(row->s.recent.v, (struct rat){399, 100}), 0);
	assert_ptr_equal(row->then, &then[2]);
	assert_int_equal(row->since, 0);
}

static void a_fall_has_its_sign(void **state)
{
	(void)state;
	figures(0, 202406, 4690, 202403, 4900);
	assert_int_equal(rat_sign(read_one()->s.recent.v), -1);
}

static void the_same_figure_has_not_moved(void **state)
{
	(void)state;
	figures(0, 202406, 500, 202403, 500);
	then[0].value.v = (struct rat){5, 1};                        // the same number in another form
	assert_null(read_one());
}

static void the_same_period_has_not_moved(void **state)
{
	(void)state;
	figures(0, 202403, 501, 202403, 500);                        // carried on, and corrected meanwhile
	assert_null(read_one());
	figures(0, 202403, 501, 202406, 500);                        // older than what stood then
	assert_null(read_one());
}

static void where_one_is_missing_nothing_has_moved(void **state)
{
	(void)state;
	figures(0, 202406, 501, 202403, 500);
	then[0].value.has = false;
	assert_null(read_one());
	then[0].value.has = true;
	now[0].value.has = false;
	assert_null(read_one());
}

static void a_total_is_held_against_its_own_year_only(void **state)
{
	(void)state;
	indicators[0].x = FLOW;
	figures(0, 202406, 676, 202403, 300);
	assert_non_null(read_one());
	figures(0, 202403, 300, 202312, 1360);                       // January begins anew
	assert_null(read_one());
	indicators[0].x = STOCK;
	assert_non_null(read_one());
}

static void a_whole_year_is_held_against_a_whole_year(void **state)
{
	(void)state;
	indicators[0].x = YEARLY_FLOW;
	figures(0, 202312, 1360, 202212, 1106);
	const struct moved_row *row = read_one();
	assert_non_null(row);
	assert_int_equal(row->since, 0);
	figures(0, 202312, 1360, 202112, 854);
	assert_int_equal(read_one()->since, 202112);                 // a year lies between
	indicators[0].x = FLOW;                                      // told by quarters, judged by years
	figures(0, 202312, 1360, 202212, 1106);
	assert_int_equal(read_one()->since, 0);
	indicators[0].x = STOCK;
	indicators[0].formula = PLAN_GROWTH;
	assert_int_equal(read_one()->since, 0);
}

static void a_total_beneath_a_ratio_counts_too(void **state)
{
	(void)state;
	indicators[0].formula = PLAN_RATIO;
	indicators[0].y = FLOW;
	figures(0, 202403, 4900, 202312, 4700);
	assert_null(read_one());
	figures(0, 202406, 4690, 202403, 4900);
	assert_non_null(read_one());
}

static void an_older_figure_is_said_to_be_older(void **state)
{
	(void)state;
	figures(0, 202406, 210, 202309, 180);
	assert_int_equal(read_one()->since, 202309);
	indicators[0].x = HALF_YEARLY;
	figures(0, 202406, 210, 202312, 180);
	assert_int_equal(read_one()->since, 0);                      // half a year is its own period before
}

static void what_is_no_number_has_not_moved(void **state)
{
	(void)state;
	for (int i = 0; i < ROWS; i++)
		figures(i, 202406, 501, 202403, 500);
	for (int i = 0; i < ROWS; i++)
		indicators[i].kind = i == 3 ? PLAN_NUMBER : i % 2 == 0 ? PLAN_POSITION : PLAN_STAGES;
	assert_int_equal(read_one()->s.indicator, 3);
}

static void rows_stand_in_the_plans_order(void **state)
{
	(void)state;
	for (int i = 0; i < ROWS; i++)
		figures(i, 202406, 500 - 10 * i, 202403, 501 + i);
	moved_done(&moved);
	assert_int_equal(moved_read(&moved, &plan, &survey_now, &survey_then), ERR_OK);
	assert_int_equal(moved.len, ROWS);
	for (int i = 0; i < ROWS; i++)
		assert_int_equal(moved.rows[i].s.indicator, i);
}

static void ratios_differ_exactly(void **state)
{
	(void)state;
	figures(0, 202406, 1, 202403, 1);
	now[0].value.v = (struct rat){1, 3};
	then[0].value.v = (struct rat){1, 7};
	assert_int_equal(rat_cmp(read_one()->s.recent.v, (struct rat){4, 21}), 0);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
	const struct CMUnitTest tests[] = {
		TEST(which_statuses_are_behind), TEST(nothing_is_behind), TEST(the_status_comes_before_the_lag), TEST(the_larger_lag_comes_first),
		TEST(lags_are_compared_exactly), TEST(one_number_in_two_forms_is_one_lag), TEST(large_lags_do_not_overflow),
		TEST(without_a_lag_it_stands_behind_those_with_one), TEST(without_a_lag_a_worse_status_still_comes_first),
		TEST(a_lag_of_nothing_is_a_lag), TEST(tasks_are_left_out_and_comparisons_are_in),
		TEST(the_period_before_is_of_the_shortest_frequency), TEST(a_newer_figure_has_moved_by_the_exact_difference),
		TEST(a_fall_has_its_sign), TEST(the_same_figure_has_not_moved), TEST(the_same_period_has_not_moved),
		TEST(where_one_is_missing_nothing_has_moved), TEST(a_total_is_held_against_its_own_year_only),
		TEST(a_whole_year_is_held_against_a_whole_year), TEST(a_total_beneath_a_ratio_counts_too), TEST(an_older_figure_is_said_to_be_older),
		TEST(what_is_no_number_has_not_moved), TEST(rows_stand_in_the_plans_order), TEST(ratios_differ_exactly),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
