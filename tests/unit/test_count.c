// SPDX-License-Identifier: MIT
// A chapter is counted: which rows belong to it, what is on pace, and which row is the worst.
#include <stdarg.h>
#include <setjmp.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "core/survey_part.h"

#define ROWS 6

static struct plan_outline outlines[] = {                 // a part with two chapters
	{ .level = PLAN_PART, .parent = PLAN_NONE }, { .level = PLAN_CHAPTER, .parent = 0 }, { .level = PLAN_CHAPTER, .parent = 0 },
};
static struct plan_place places[ROWS + 1];
static struct plan_indicator indicators[ROWS];
static struct standing standings[ROWS];
static struct plan plan = { .outlines = outlines, .outlines_len = 3, .places = places, .places_len = ROWS + 1,
	.indicators = indicators, .indicators_len = ROWS };
static struct survey survey = { .plan = &plan, .standings = standings, .len = ROWS };

// Rows 0 to 3 in the first chapter, 4 and 5 in the second; 4 is shown in the first too, 5 stands in the second twice.
static int set_up(void **state)
{
	(void)state;
	memset(standings, 0, sizeof standings);
	for (int i = 0; i <= ROWS; i++)
		places[i] = (struct plan_place){ .outline = i < 4 ? 1 : 2, .also = i == 4 ? 1 : PLAN_NONE, .indicator = i < ROWS ? i : 5 };
	for (int i = 0; i < ROWS; i++) {
		indicators[i].kind = i < 4 ? PLAN_NUMBER : PLAN_STAGES;
		standings[i].status = STANDING_NO_TARGET;
	}
	return 0;
}

static void behind(int row, enum standing_status status, int lag)
{
	standings[row].status = status;
	standings[row].lag = (struct maybe){ true, rat_of_int(lag) };
	standings[row].pace = PACE_NOT_REACHED;
}

static struct survey_count count_of(int outline)
{
	struct survey_count count;
	survey_count_chapter(&survey, outline, &count);
	return count;
}

static void rows_belong(void **state)
{
	(void)state;
	assert_int_equal(count_of(1).rows, 5);
	assert_int_equal(count_of(2).rows, 2);
	assert_int_equal(count_of(0).rows, 6);
	assert_int_equal(count_of(PLAN_NONE).rows, 6);
	assert_int_equal(count_of(1).by_status[STANDING_NO_TARGET], 5);
	struct survey_count count;
	survey_count_indicators(&survey, &count);
	assert_int_equal(count.rows, 4);
	standings[5].status = STANDING_CRITICAL;
	survey_count_stages(&survey, &count);
	assert_int_equal(count.rows, 2);                      // once, however often they are printed
	assert_int_equal(count.by_status[STANDING_CRITICAL], 1);
}

static void worst_is_named(void **state)
{
	(void)state;
	assert_int_equal(count_of(1).worst, PLAN_NONE);
	behind(0, STANDING_BEHIND, 29);
	behind(1, STANDING_BEHIND, 12);
	assert_int_equal(count_of(1).worst, 0);
	behind(2, STANDING_MISSED, 4);
	behind(3, STANDING_CRITICAL, 60);
	assert_int_equal(count_of(1).worst, 2);               // a target that is missed stands above all
	assert_int_equal(count_of(2).worst, PLAN_NONE);
}

// 180 days weigh as 30 points.
static void late_nodes_weigh(void **state)
{
	(void)state;
	behind(0, STANDING_CRITICAL, 31);
	standings[4] = (struct standing){ .status = STANDING_CRITICAL, .is_stage = true, .nodes = 1, .nodes_overdue = 1,
		.overdue_days = 185 };
	assert_int_equal(count_of(1).worst, 0);
	standings[4].overdue_days = 190;
	assert_int_equal(count_of(1).worst, 4);
}

static void pace_is_counted(void **state)
{
	(void)state;
	standings[0] = (struct standing){ .status = STANDING_ON_TRACK, .pace = PACE_REACHED };
	standings[1] = (struct standing){ .status = STANDING_ON_TRACK, .pace = PACE_NOT_REACHED };
	standings[2] = (struct standing){ .status = STANDING_MET };       // without a baseline: no pace, and reached
	standings[3] = (struct standing){ .status = STANDING_NO_DATA };
	standings[4] = (struct standing){ .status = STANDING_ON_TRACK, .is_stage = true, .nodes = 2 };
	struct survey_count count = count_of(1);
	assert_int_equal(count.on_pace, 3);
	assert_int_equal(count.paced, 5);
	assert_int_equal(count.not_judged, 1);
	assert_int_equal(count.by_status[STANDING_ON_TRACK], 3);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup(rows_belong, set_up),
		cmocka_unit_test_setup(worst_is_named, set_up),
		cmocka_unit_test_setup(late_nodes_weigh, set_up),
		cmocka_unit_test_setup(pace_is_counted, set_up),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
