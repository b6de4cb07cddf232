// SPDX-License-Identifier: MIT
// core/survey on a file: a unit's indicators, an indicator's units, history, chapters counted. The arithmetic itself is held by
// tests/unit/test_standing.c and test_rollup.c.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "core/share.h"
#include "core/survey_part.h"
#include "tests/storage/fixture.h"

static const struct survey_query query = { .period = 202312, .today = 20240108, .figures = SURVEY_ALL };
static struct store *store;
static struct plan *plan;

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

static void expect_stands(const struct standing *s, int value, int period, enum standing_status status)
{
	assert_int_equal(s->value.has, value != 0);
	if (s->value.has)
		assert_int_equal(rat_cmp(s->value.v, rat_of_int(value)), 0);
	assert_int_equal(s->value_period, period);
	assert_int_equal(s->status, status);
}

static void unit_stands(void **state)
{
	(void)state;
	struct survey *survey;
	fixture_ok(survey_unit(store, plan, &query, FIX_CITY, &survey));
	assert_int_equal(survey_len(survey), plan->indicators_len);
	const struct standing *s = survey_at(survey, FIX_COUNT);
	expect_stands(s, 160, 202312, STANDING_BEHIND);        // 169.2 expected from 123 to 200: 11.9 points
	assert_int_equal(s->source, STANDING_SUM);
	assert_int_equal(s->due, 2);
	assert_int_equal(s->indicator, FIX_COUNT);
	assert_int_equal(s->unit, FIX_CITY);
	assert_int_equal(s->period, 202312);
	survey_free(survey);
}

// A unit without children is read cell by cell.
static void leaf_stands(void **state)
{
	(void)state;
	struct survey *survey;
	fixture_ok(survey_unit(store, plan, &query, FIX_OLD, &survey));
	expect_stands(survey_at(survey, FIX_COUNT), 30, 202112, STANDING_NO_TARGET);
	survey_free(survey);
	fixture_ok(survey_unit(store, plan, &query, FIX_WD, &survey));
	expect_stands(survey_at(survey, FIX_COUNT), 100, 202312, STANDING_NO_TARGET);
	assert_int_equal(rat_cmp(survey_at(survey, FIX_COUNT)->recent.v, rat_of_int(30)), 0);
	survey_free(survey);
}

static void indicator_stands(void **state)
{
	(void)state;
	struct survey *survey;
	fixture_ok(survey_indicator(store, plan, &query, FIX_COUNT, &survey));
	assert_int_equal(survey_len(survey), plan->units_len);
	expect_stands(survey_at(survey, FIX_CITY), 160, 202312, STANDING_BEHIND);
	expect_stands(survey_at(survey, FIX_WD), 100, 202312, STANDING_NO_TARGET);
	expect_stands(survey_at(survey, FIX_JA), 60, 202312, STANDING_NO_TARGET);
	expect_stands(survey_at(survey, FIX_PROVINCE), 0, 0, STANDING_NO_DATA);
	assert_int_equal(survey_at(survey, FIX_PROVINCE)->due, 0);
	survey_free(survey);
	fixture_ok(survey_indicator(store, plan, &query, FIX_PROJECT, &survey));
	assert_true(survey_at(survey, FIX_WD)->is_stage);
	expect_stands(survey_at(survey, FIX_JA), 0, 0, STANDING_NO_DATA);
	survey_free(survey);
}

static int64_t newest_op(void)
{
	struct store_op op;
	fixture_ok(store_last_op(store, &op));
	return op.seq;
}

static void expect_typed(const struct entry *typed, int unit, int value, int period, enum standing_status status)
{
	struct survey *survey;
	fixture_ok(survey_typed(store, plan, &query, unit, typed, &survey));
	expect_stands(survey_at(survey, FIX_COUNT), value, period, status);
	assert_false(survey_at(survey, FIX_PROJECT)->is_stage);       // not of this element: left alone
	survey_free(survey);
}

// A figure that replaces one, one at a period that nobody of its unit has reported, and no trace of either in the file.
static void typed_stands_without_being_saved(void **state)
{
	(void)state;
	int64_t before = newest_op();
	struct entry typed = fixture_entry(FIX_FIRMS, FIX_JA, 202312, (int64_t)80 * NUM_SCALE);
	expect_typed(&typed, FIX_CITY, 180, 202312, STANDING_AHEAD);
	expect_typed(&typed, FIX_JA, 80, 202312, STANDING_NO_TARGET);
	expect_typed(&typed, FIX_WD, 100, 202312, STANDING_NO_TARGET);
	typed = fixture_entry(FIX_FIRMS, FIX_JA, 202309, (int64_t)55 * NUM_SCALE);
	expect_typed(&typed, FIX_JA, 60, 202312, STANDING_NO_TARGET);
	typed = fixture_entry(FIX_FIRMS, FIX_JA, 202112, (int64_t)45 * NUM_SCALE);
	expect_typed(&typed, FIX_JA, 60, 202312, STANDING_NO_TARGET);
	assert_int_equal(newest_op(), before);
	struct survey *survey;
	fixture_ok(survey_unit(store, plan, &query, FIX_CITY, &survey));
	expect_stands(survey_at(survey, FIX_COUNT), 160, 202312, STANDING_BEHIND);
	survey_free(survey);
}

// At a period of which the file knows nothing yet.
static void typed_is_the_newest(void **state)
{
	(void)state;
	struct survey *survey;
	struct survey_query later = query;
	struct entry typed = fixture_entry(FIX_FIRMS, FIX_JA, 202412, (int64_t)90 * NUM_SCALE);
	later.period = 202412;
	fixture_ok(survey_typed(store, plan, &later, FIX_JA, &typed, &survey));
	expect_stands(survey_at(survey, FIX_COUNT), 90, 202412, STANDING_NO_TARGET);
	survey_free(survey);
}

static void nothing_is_accepted(void **state)
{
	(void)state;
	struct survey_query accepted = query;
	struct survey *survey;
	accepted.figures = SURVEY_ACCEPTED;
	fixture_ok(survey_unit(store, plan, &accepted, FIX_CITY, &survey));
	expect_stands(survey_at(survey, FIX_COUNT), 0, 0, STANDING_NO_DATA);
	assert_int_equal(survey_at(survey, FIX_COUNT)->reason, STANDING_NONE);
	survey_free(survey);
}

static void history_is_of_decembers(void **state)
{
	(void)state;
	struct survey_point points[8];
	int len;
	fixture_ok(survey_history(store, plan, &query, FIX_COUNT, FIX_CITY, points, 8, &len));
	assert_int_equal(len, 4);
	assert_int_equal(points[0].period, 202012);
	assert_int_equal(rat_cmp(points[0].value.v, rat_of_int(123)), 0);        // the baseline keyed in
	assert_int_equal(rat_cmp(points[1].value.v, rat_of_int(120)), 0);
	assert_false(points[2].value.has);                    // one of two: no figure
	assert_int_equal(rat_cmp(points[3].value.v, rat_of_int(160)), 0);
	fixture_ok(survey_history(store, plan, &query, FIX_COUNT, FIX_CITY, points, 2, &len));
	assert_int_equal(len, 2);
	assert_int_equal(points[1].period, 202312);
	struct survey_query march = { .period = 202403, .today = 20240408, .figures = SURVEY_ALL };
	fixture_ok(survey_history(store, plan, &march, FIX_COUNT, FIX_CITY, points, 8, &len));
	assert_int_equal(len, 5);
	assert_int_equal(points[4].period, 202403);           // the period asked itself, not its December
	assert_false(points[4].value.has);
	fixture_ok(survey_history(store, plan, &query, FIX_PROJECT, FIX_CITY, points, 8, &len));
	assert_int_equal(len, 0);
}

static void chapters_are_counted(void **state)
{
	(void)state;
	struct survey *survey;
	struct survey_count count;
	fixture_ok(survey_unit(store, plan, &query, FIX_CITY, &survey));
	survey_count_chapter(survey, 1, &count);
	assert_int_equal(count.rows, 4);                      // the project stands in two rows, as one
	assert_int_equal(count.by_status[STANDING_BEHIND], 1);
	assert_int_equal(count.not_judged, 3);
	assert_int_equal(count.on_pace, 0);
	assert_int_equal(count.worst, FIX_COUNT);
	survey_count_chapter(survey, 2, &count);
	assert_int_equal(count.rows, 0);
	assert_int_equal(count.worst, PLAN_NONE);
	survey_count_chapter(survey, PLAN_NONE, &count);
	assert_int_equal(count.rows, 4);
	survey_count_indicators(survey, &count);
	assert_int_equal(count.rows, 3);
	survey_free(survey);
}

static void behind_since(void **state)
{
	(void)state;
	struct survey_query early = { .period = 202012, .today = 20240108, .figures = SURVEY_ALL };
	int since;
	fixture_ok(survey_since(store, plan, &query, FIX_COUNT, FIX_CITY, &since));
	assert_int_equal(since, 202112);                      // 2022 is not complete: 2021 stands then
	fixture_ok(survey_since(store, plan, &early, FIX_COUNT, FIX_CITY, &since));
	assert_int_equal(since, 0);
	fixture_ok(survey_since(store, plan, &query, FIX_PROJECT, FIX_CITY, &since));
	assert_int_equal(since, 0);
}

static struct standing lacking(int indicator, int unit, int gap)
{
	struct standing s = { .indicator = indicator, .unit = unit, .period = 202112 };
	s.gap = (struct maybe){ true, rat_of_int(gap) };
	s.target = s.gap;
	return s;
}

static void gaps_are_shared(void **state)
{
	(void)state;
	struct standing standings[] = { [FIX_CITY] = lacking(FIX_COUNT, FIX_CITY, 40), [FIX_PROVINCE] = lacking(FIX_COUNT, FIX_PROVINCE, 9),
		[FIX_WD] = lacking(FIX_COUNT, FIX_WD, 10), [FIX_JA] = lacking(FIX_COUNT, FIX_JA, -3), [FIX_OLD] = lacking(FIX_COUNT, FIX_OLD, 30) };
	struct survey survey = { plan, query, standings, (int)(sizeof standings / sizeof standings[0]) };
	struct shares shares;
	struct rat quarter;
	int order[8];
	fixture_ok(rat_make(1, 4, &quarter));
	fixture_ok(shares_of(&shares, &survey, plan, FIX_COUNT, FIX_CITY));
	assert_int_equal(shares.len, 3);
	assert_int_equal(rat_cmp(shares.gap.v, rat_of_int(40)), 0);
	assert_int_equal(rat_cmp(shares.rows[0].part.v, quarter), 0);
	assert_false(shares.rows[1].gap.has);                 // it lacks nothing
	assert_int_equal(shares.rows[1].place, 0);
	assert_int_equal(shares.rows[0].place, 2);
	shares_order(&shares, order);
	assert_int_equal(shares.rows[order[0]].unit, FIX_OLD);
	assert_int_equal(shares.rows[order[2]].unit, FIX_JA);
	shares_done(&shares);
	fixture_ok(shares_of(&shares, &survey, plan, FIX_SHARE, FIX_CITY));
	assert_true(shares.rows[0].gap.has && !shares.rows[0].part.has);        // shares do not add up
	shares_done(&shares);
}

// ------------------------------------------------------------ what several surveys share

static void assert_same_maybe(struct maybe a, struct maybe b)
{
	assert_int_equal(a.has, b.has);
	assert_true(!a.has || rat_cmp(a.v, b.v) == 0);
}

static void assert_same_standing(const struct standing *a, const struct standing *b)
{
	const int of_a[] = { a->status, a->reason, a->value_period, a->final, a->accepted, a->carried, a->source, a->sum_period, a->reported,
		a->due, a->unaccepted, a->missing_len, a->not_applicable, a->pace, a->path, a->nodes, a->nodes_overdue, a->qualifier };
	const int of_b[] = { b->status, b->reason, b->value_period, b->final, b->accepted, b->carried, b->source, b->sum_period, b->reported,
		b->due, b->unaccepted, b->missing_len, b->not_applicable, b->pace, b->path, b->nodes, b->nodes_overdue, b->qualifier };
	assert_memory_equal(of_a, of_b, sizeof of_a);
	assert_same_maybe(a->value, b->value);
	assert_same_maybe(a->sum, b->sum);
	assert_same_maybe(a->baseline, b->baseline);
	assert_same_maybe(a->expected, b->expected);
	assert_same_maybe(a->gap, b->gap);
	assert_same_maybe(a->lag, b->lag);
	assert_same_maybe(a->recent, b->recent);
	assert_same_maybe(a->needed, b->needed);
	assert_same_maybe(a->year.ytd, b->year.ytd);
}

static void hold_surveys(struct survey *own, struct survey *shared)
{
	assert_int_equal(survey_len(own), survey_len(shared));
	for (int i = 0; i < survey_len(own); i++)
		assert_same_standing(survey_at(own, i), survey_at(shared, i));
	survey_free(own);
	survey_free(shared);
}

static void shared_stands_the_same(void **state)
{
	static const int periods[] = { 202312, 202309, 202112, 202312, 202012 };
	(void)state;
	struct survey_query with = query, alone = query;
	struct survey *own, *shared;
	fixture_ok(survey_share(store, plan, &query, &with.shared));
	for (size_t i = 0; i < sizeof periods / sizeof periods[0]; i++) {
		with.period = alone.period = periods[i];
		fixture_ok(survey_unit(store, plan, &alone, FIX_CITY, &own));
		fixture_ok(survey_unit(store, plan, &with, FIX_CITY, &shared));
		hold_surveys(own, shared);
		for (int indicator = 0; indicator < plan->indicators_len; indicator++) {
			int since_own, since_shared;
			fixture_ok(survey_indicator(store, plan, &alone, indicator, &own));
			fixture_ok(survey_indicator(store, plan, &with, indicator, &shared));
			hold_surveys(own, shared);
			fixture_ok(survey_since(store, plan, &alone, indicator, FIX_CITY, &since_own));
			fixture_ok(survey_since(store, plan, &with, indicator, FIX_CITY, &since_shared));
			assert_int_equal(since_own, since_shared);
		}
	}
	survey_unshare(with.shared);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(unit_stands),
		cmocka_unit_test(leaf_stands),
		cmocka_unit_test(indicator_stands),
		cmocka_unit_test(typed_stands_without_being_saved),
		cmocka_unit_test(typed_is_the_newest),
		cmocka_unit_test(nothing_is_accepted),
		cmocka_unit_test(history_is_of_decembers),
		cmocka_unit_test(chapters_are_counted),
		cmocka_unit_test(behind_since),
		cmocka_unit_test(gaps_are_shared),
		cmocka_unit_test(shared_stands_the_same),
	};
	return cmocka_run_group_tests(tests, open_file, close_file);
}
