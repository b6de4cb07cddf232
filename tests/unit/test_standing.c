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

static void expect_reading(const struct example *e, const struct standing *s)
{
	expect_maybe(e, "elapsed", s->elapsed);
	expect_maybe(e, "expected", s->expected);
	expect_maybe(e, "done", s->done);
	expect_maybe(e, "attainment", s->attainment);
	expect_maybe(e, "gap", s->gap);
	expect_maybe(e, "lag", s->lag);
	expect_maybe(e, "needed", s->needed);
	expect_maybe(e, "recent", s->recent);
	expect_maybe(e, "projected", s->projected);
	expect_maybe(e, "r", s->r);
	expect_text(e, "assessment", standing_assessment_id(s->assessment));
}

static void expect_figures(const struct example *e, const struct standing *s)
{
	expect_maybe(e, "value", s->value);
	expect_int(e, "value_period", s->value_period);
	expect_maybe(e, "baseline_used", s->baseline);
	expect_maybe(e, "target", s->target);
	expect_maybe(e, "sum", s->sum);
	expect_maybe(e, "computed", s->computed);
	expect_maybe(e, "published", s->published);
	expect_text(e, "source", strcmp(example_cell(e, "source"), "none") == 0 && s->source == STANDING_SOURCE_NONE ? "none"
		: standing_source_id(s->source));
}

static void expect_status(const struct example *e, const struct standing *s)
{
	static const char *const paces[] = { "", "达到", "未达" };
	bool no_path = example_cell(e, "path_used")[0] == '\0' && s->path == STANDING_PATH_NONE;
	expect_text(e, "status", standing_status_id[s->status]);
	expect_text(e, "reason", standing_reason_id(s->reason));
	expect_text(e, "pace", paces[s->pace]);
	expect_text(e, "path_used", no_path ? "" : standing_path_id(s->path));
	char text[256] = "";
	if (s->due > 0)
		snprintf(text, sizeof text, "%d/%d", s->reported, s->due);
	expect_text(e, "coverage", text);
	expect_text(e, "missing", missing_text(e->plan, s, text, sizeof text));
	text[0] = '\0';
	if (s->nodes_overdue > 0)
		snprintf(text, sizeof text, "%s %d", s->overdue_name, s->overdue_days);
	expect_text(e, "overdue", text);
}

static void expect_year(const struct example *e, const struct standing_year *year)
{
	expect_maybe(e, "year_ytd", year->ytd);
	expect_maybe(e, "year_target", year->target);
	expect_maybe(e, "year_done", year->done);
	expect_maybe(e, "year_elapsed", year->elapsed);
	expect_maybe(e, "year_lag", year->lag);
	expect_maybe(e, "year_last_share", year->last_share);
	expect_text(e, "year_status", year->has_status ? standing_status_id[year->status] : "");
}

static void check_row(const struct example *e, void *ctx)
{
	(void)ctx;
	expect_figures(e, e->standing);
	expect_reading(e, e->standing);
	expect_status(e, e->standing);
	expect_year(e, &e->standing->year);
}

static void examples_hold(void **state)
{
	(void)state;
	assert_int_equal(examples_each("tests/data/standing_examples.tsv", check_row, NULL), 76);
	expect_done();
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(examples_hold),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
