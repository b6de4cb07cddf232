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

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(examples_hold),
		cmocka_unit_test(more_examples_hold),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
