// SPDX-License-Identifier: MIT
// core/standing, core/figure, core/rollup and core/survey as one: standing_examples.tsv row by row, every column but the printed.
#include <stdarg.h>
#include <setjmp.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "examples.h"
#include "expect.h"

static void check_row(const struct example *example, void *ctx)
{
	(void)ctx;
	expect_row(example);
}

static void examples_hold(void **state)
{
	(void)state;
	assert_int_equal(examples_each("tests/data/standing_examples.tsv", check_row, NULL), 76);
	expect_done(76 * 33);
}

// Trees, accepted figures, ends, rows of several units: what standing_examples.tsv leaves out.
static void more_examples_hold(void **state)
{
	(void)state;
	int rows = examples_each("tests/data/more_examples.tsv", check_row, NULL);
	expect_done(rows * 15);
}

// What is only counted leaves figures out; it must not change how the row stands.
static void check_counted(const struct example *example, void *ctx)
{
	int *compared = ctx;
	struct survey_query counted = example->query;
	struct survey *survey;
	counted.counted = true;
	assert_int_equal(survey_unit_from(&example->source, example->plan, &counted, example->unit, &survey), ERR_OK);
	const struct standing *with = example->standing, *without = survey_at(survey, example->indicator);
	assert_int_equal(without->status, with->status);
	assert_int_equal(without->reason, with->reason);
	assert_int_equal(without->pace, with->pace);
	assert_int_equal(without->value.has, with->value.has);
	assert_int_equal(without->lag.has, with->lag.has);
	if (with->lag.has)
		assert_int_equal(rat_cmp(without->lag.v, with->lag.v), 0);
	assert_false(without->recent.has);
	*compared += with->recent.has;
	survey_free(survey);
}

static void counted_stands_alike(void **state)
{
	(void)state;
	int compared = 0;
	examples_each("tests/data/standing_examples.tsv", check_counted, &compared);
	examples_each("tests/data/more_examples.tsv", check_counted, &compared);
	assert_true(compared > 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(examples_hold),
		cmocka_unit_test(more_examples_hold),
		cmocka_unit_test(counted_stands_alike),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
