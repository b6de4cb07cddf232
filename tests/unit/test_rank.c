// SPDX-License-Identifier: MIT
// core/rank and core/phrase_cell: who stands before whom, ties, those without a figure; and cells of the matrix that do not flatter.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "core/rank.h"
#include "core/survey_part.h"

#define UNITS 5
static struct plan_unit units[UNITS];
static char percent[] = "%";
static struct plan_indicator indicator = {.kind = PLAN_NUMBER, .formula = PLAN_VALUE, .measure = percent, .decimals = 1, .x = 0};
static struct plan plan = {.units = units, .units_len = UNITS, .indicators = &indicator, .indicators_len = 1};
static const int all[] = {0, 1, 2, 3, 4};

static struct maybe some(int64_t n, int64_t d)
{
	struct maybe out = {.has = true};
	assert_int_equal(rat_make(n, d, &out.v), ERR_OK);
	return out;
}

// Units with these attainments in thousandths; -1: none.
static struct survey *survey_of(const int *thousandths, struct standing *room, struct survey *out)
{
	memset(room, 0, UNITS * sizeof *room);
	for (int i = 0; i < UNITS; i++) {
		room[i].unit = i;
		if (thousandths[i] >= 0)
			room[i].attainment = room[i].value = some(thousandths[i], 1000);
	}
	*out = (struct survey){.plan = &plan, .standings = room, .len = UNITS};
	return out;
}

static void expect_order(const struct ranking *ranking, const int *order, const int *places)
{
	for (int i = 0; i < ranking->len; i++) {
		assert_int_equal(ranking->rows[i].unit, order[i]);
		assert_int_equal(ranking->rows[i].place, places[i]);
	}
}

static struct ranking ranked(const struct survey *survey, enum phrase_view view)
{
	struct ranking ranking;
	assert_int_equal(rank_units(&plan, survey, view, all, UNITS, &ranking), ERR_OK);
	return ranking;
}

static void test_ties_share_a_place_and_none_stand_last(void **state)
{
	(void)state;
	static const int now[] = {500, -1, 900, 500, 100}, order[] = {2, 0, 3, 4, 1}, places[] = {1, 2, 2, 4, 0};
	struct standing room[UNITS];
	struct survey survey;
	struct ranking ranking = ranked(survey_of(now, room, &survey), PHRASE_VIEW_DONE);
	assert_int_equal(ranking.len, UNITS);
	assert_int_equal(ranking.ranked, 4);
	expect_order(&ranking, order, places);
	ranking_done(&ranking);
}

// Two that print alike (49.99 and 50.01 %) are not level.
static void test_figures_are_compared_exactly(void **state)
{
	(void)state;
	static const int now[] = {0, 0, 0, 0, 0};
	struct standing room[UNITS];
	struct survey survey;
	survey_of(now, room, &survey);
	room[3].attainment = some(5001, 10000);
	room[1].attainment = some(4999, 10000);
	struct ranking ranking = ranked(&survey, PHRASE_VIEW_DONE);
	assert_int_equal(ranking.rows[0].unit, 3);
	assert_int_equal(ranking.rows[1].unit, 1);
	assert_int_equal(ranking.rows[1].place, 2);
	ranking_done(&ranking);
}

static void test_the_place_before_is_told(void **state)
{
	(void)state;
	static const int now[] = {500, 400, 900, 300, 100}, then[] = {500, 950, 900, -1, 100};
	struct standing room[UNITS], room_then[UNITS];
	struct survey survey, earlier;
	struct ranking ranking = ranked(survey_of(now, room, &survey), PHRASE_VIEW_DONE);
	struct ranking before = ranked(survey_of(then, room_then, &earlier), PHRASE_VIEW_DONE);
	rank_compare(&ranking, &before);
	ranking_done(&before);
	static const int order[] = {2, 0, 1, 3, 4}, places[] = {1, 2, 3, 4, 5}, were[] = {2, 3, 1, 0, 4};
	expect_order(&ranking, order, places);
	for (int i = 0; i < UNITS; i++)
		assert_int_equal(ranking.rows[i].before, were[i]);
	ranking_done(&ranking);
}

static void test_what_is_low_may_be_best(void **state)
{
	(void)state;
	static const int now[] = {500, 400, 900, 300, 100};
	struct standing room[UNITS];
	struct survey survey;
	indicator.down = true;
	struct ranking ranking = ranked(survey_of(now, room, &survey), PHRASE_VIEW_VALUE);
	indicator.down = false;
	assert_int_equal(ranking.rows[0].unit, 4);
	ranking_done(&ranking);
	for (int i = 0; i < UNITS; i++)
		room[i].gap = some(i == 2 ? -5 : i, 1);
	ranking = ranked(&survey, PHRASE_VIEW_GAP);
	assert_int_equal(ranking.rows[0].unit, 2);
	ranking_done(&ranking);
}

static void test_what_does_not_apply_is_not_ranked(void **state)
{
	(void)state;
	static const int now[] = {500, 400, 900, 300, 100};
	struct standing room[UNITS];
	struct survey survey;
	survey_of(now, room, &survey);
	room[2].not_applicable = true;
	struct ranking ranking = ranked(&survey, PHRASE_VIEW_DONE);
	assert_int_equal(ranking.len, UNITS - 1);
	assert_int_equal(ranking.rows[0].unit, 0);
	ranking_done(&ranking);
}

static void test_the_worst_unit_comes_first(void **state)
{
	(void)state;
	static const struct rank_trouble troubles[] = {{0, 2}, {1, 0}, {0, 2}, {1, 3}, {0, 0}};
	static const int worst[] = {3, 1, 0, 2, 4};
	int order[UNITS];
	assert_int_equal(rank_worst_first(troubles, UNITS, order), ERR_OK);
	assert_memory_equal(order, worst, sizeof worst);
	struct rank_trouble counted = {0, 0};
	for (int i = 0; i < STANDING_STATUSES; i++)
		rank_count(&counted, (enum standing_status)i);
	assert_int_equal(counted.critical, 2);
	assert_int_equal(counted.behind, 1);
}

// ------------------------------------------------------------ cells

static void expect_cell(const struct standing *s, enum phrase_view view, bool exact, const char *text, char mark)
{
	struct phrase_cell cell;
	phrase_cell_of(&plan, s, view, exact, 202406, &cell);
	assert_string_equal(cell.text, text);
	assert_int_equal(cell.mark, mark);
}

static void test_a_cell_is_never_100_while_short(void **state)
{
	(void)state;
	struct standing s = {.value = some(1, 1), .value_period = 202406, .accepted = true, .status = STANDING_BEHIND};
	s.attainment = some(996, 1000);
	expect_cell(&s, PHRASE_VIEW_DONE, false, "99", ' ');
	s.attainment = some(9996, 10000);
	expect_cell(&s, PHRASE_VIEW_DONE, true, "99.9", ' ');
	s.attainment = some(645, 1000);
	expect_cell(&s, PHRASE_VIEW_DONE, false, "65", ' ');
	s.attainment = some(1, 1);
	expect_cell(&s, PHRASE_VIEW_DONE, false, "100", ' ');
}

static void test_a_growth_shows_itself(void **state)
{
	(void)state;
	struct standing s = {.value = some(209, 10), .target = some(21, 1), .value_period = 202312, .accepted = true};
	indicator.formula = PLAN_GROWTH;
	expect_cell(&s, PHRASE_VIEW_DONE, false, "20", '\'');
	indicator.formula = PLAN_VALUE;
}

static void test_marks_and_what_does_not_apply(void **state)
{
	(void)state;
	struct standing s = {.value = some(3, 1), .value_period = 202403, .carried = true, .accepted = true, .status = STANDING_MET};
	struct phrase_cell cell;
	expect_cell(&s, PHRASE_VIEW_VALUE, false, "3.0", '\'');
	s.accepted = false;
	expect_cell(&s, PHRASE_VIEW_VALUE, false, "3.0", '~');
	expect_cell(&s, PHRASE_VIEW_GAP, false, "", ' ');
	s.not_applicable = true;
	phrase_cell_of(&plan, &s, PHRASE_VIEW_VALUE, false, 0, &cell);
	assert_int_equal(cell.letter, '/');
	assert_string_equal(cell.text, "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_ties_share_a_place_and_none_stand_last),
		cmocka_unit_test(test_figures_are_compared_exactly),
		cmocka_unit_test(test_the_place_before_is_told),
		cmocka_unit_test(test_what_is_low_may_be_best),
		cmocka_unit_test(test_what_does_not_apply_is_not_ranked),
		cmocka_unit_test(test_the_worst_unit_comes_first),
		cmocka_unit_test(test_a_cell_is_never_100_while_short),
		cmocka_unit_test(test_a_growth_shows_itself),
		cmocka_unit_test(test_marks_and_what_does_not_apply),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
