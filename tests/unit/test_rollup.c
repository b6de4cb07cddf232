// SPDX-License-Identifier: MIT
// core/rollup and core/figure: rollup_examples.tsv row by row, every column but the printed.
#include <stdarg.h>
#include <setjmp.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "core/figure.h"
#include "core/period.h"
#include "examples.h"
#include "expect.h"

// The year to date is no standing of its own: what the year reading would show, in the members of one.
static void read_year(const struct example *e, struct standing *out)
{
	struct figure figure;
	struct figure_due due;
	struct rollup *rollup;
	assert_int_equal(rollup_new(e->plan, &e->source, e->unit, false, &rollup), ERR_OK);
	struct figure_query query = { .rollup = rollup, .indicator = e->indicator, .unit = e->unit, .base_year = 2020, .year = true };
	int january = period_make(period_year(e->query.period), 1);
	*out = (struct standing){ .unit = e->unit };
	assert_int_equal(figure_newest(&query, january, e->query.period, &figure), ERR_OK);
	assert_int_equal(figure_cover(&query, e->query.period, out, &due), ERR_OK);
	assert_int_equal(figure_difference(e->plan, e->indicator, &figure, out), ERR_OK);
	out->value = figure.value;
	out->value_period = figure.period;
	out->source = figure.source;
	out->carried = figure.value.has && figure.period < due.period;
	rollup_free(rollup);
}

static void check_row(const struct example *e, void *ctx)
{
	(void)ctx;
	char text[256];
	struct standing s = *e->standing;
	if (strcmp(example_cell(e, "reading"), "year") == 0)
		read_year(e, &s);
	expect_maybe(e, "value", s.value);
	expect_int(e, "value_period", s.value_period);
	expect_text(e, "source", standing_source_id(s.source));
	expect_text(e, "carried", !s.value.has ? "" : s.carried ? "yes" : "no");
	expect_maybe(e, "sum", s.sum);
	expect_int(e, "sum_period", s.sum_period);
	expect_int(e, "reported", s.reported);
	expect_int(e, "due_count", s.due);
	expect_text(e, "complete", s.reported == s.due ? "yes" : "no");
	expect_text(e, "missing", missing_text(e->plan, &s, text, sizeof text));
	expect_maybe(e, "difference", s.difference);
	expect_maybe(e, "tolerance", s.tolerance);
	expect_text(e, "finding", !s.difference.has ? "" : s.difference_found ? "yes" : "no");
}

static void examples_hold(void **state)
{
	(void)state;
	assert_int_equal(examples_each("tests/data/rollup_examples.tsv", check_row, NULL), 24);
	expect_done(24 * 13);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(examples_hold),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
