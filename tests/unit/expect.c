// SPDX-License-Identifier: MIT
// See expect.h.
#include "expect.h"

#include <stdarg.h>
#include <setjmp.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static int wrong, looked;

static bool look(const struct example *example, const char *column)
{
	bool has = example_has_column(example, column);
	looked += has;
	return has;
}

static void say_wrong(const struct example *example, const char *column, const char *have)
{
	print_error("%s: %s is “%s”, not “%s”\n", example_cell(example, "case"), column, have, example_cell(example, column));
	wrong++;
}

void expect_text(const struct example *example, const char *column, const char *have)
{
	if (look(example, column) && strcmp(example_cell(example, column), have) != 0)
		say_wrong(example, column, have);
}

void expect_int(const struct example *example, const char *column, int have)
{
	char text[32] = "";
	if (have != 0)
		snprintf(text, sizeof text, "%d", have);
	expect_text(example, column, text);
}

void expect_maybe(const struct example *example, const char *column, struct maybe have)
{
	const char *cell = example_cell(example, column);
	char text[NUM_TEXT] = "";
	if (!look(example, column))
		return;
	if (have.has)
		rat_format_json(have.v, text);
	if ((*cell == '\0') == have.has) {
		say_wrong(example, column, text);
		return;
	}
	long double want = strtold(cell, NULL), is = have.has ? (long double)have.v.n / (long double)have.v.d : 0;
	long double off = is > want ? is - want : want - is, size = want < 0 ? -want : want;
	if (have.has && off > 1e-9L && off > size * 1e-9L)
		say_wrong(example, column, text);
}

const char *missing_text(const struct plan *plan, const struct standing *s, char *out, size_t cap)
{
	out[0] = '\0';
	for (int i = 0; i < s->missing_len && i < STANDING_MISSING_MAX; i++) {
		const struct standing_missing *missing = &s->missing[i];
		size_t len = strlen(out);
		const char *name = missing->indicator != PLAN_NONE ? plan->indicators[missing->indicator].code
			: missing->element != PLAN_NONE ? plan->elements[missing->element].code : plan->units[missing->unit].code;
		snprintf(out + len, cap - len, "%s%s", len > 0 ? " " : "", name);
		len = strlen(out);
		if (missing->period != 0)
			snprintf(out + len, cap - len, " %d", missing->period);
	}
	return out;
}

// ------------------------------------------------------------ a whole row

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
	expect_text(e, "carried", !s->value.has ? "" : s->carried ? "yes" : "no");
	expect_maybe(e, "sum", s->sum);
	expect_int(e, "sum_period", s->sum_period);
	expect_maybe(e, "computed", s->computed);
	expect_maybe(e, "published", s->published);
	expect_text(e, "source", strcmp(example_cell(e, "source"), "none") == 0 && s->source == STANDING_SOURCE_NONE ? "none"
		: standing_source_id(s->source));
}

static void expect_status(const struct example *e, const struct standing *s)
{
	static const char *const paces[] = { "", "达到", "未达" };
	expect_text(e, "status", standing_status_id[s->status]);
	expect_text(e, "reason", standing_reason_id(s->reason));
	expect_text(e, "pace", paces[s->pace]);
	expect_text(e, "path_used", standing_path_id(s->path));
	char text[256] = "";
	if (s->due > 0)
		snprintf(text, sizeof text, "%d/%d", s->reported, s->due);
	expect_text(e, "coverage", text);
	expect_text(e, "missing", missing_text(e->plan, s, text, sizeof text));
	text[0] = '\0';
	if (s->nodes_overdue > 0)
		snprintf(text, sizeof text, "%s %d", s->overdue_name, s->overdue_days);
	expect_text(e, "overdue", text);
	snprintf(text, sizeof text, "%d/%d/%d", s->stage_counts[0], s->stage_counts[1], s->stage_counts[2]);
	expect_text(e, "stages", strcmp(text, "0/0/0") == 0 ? "" : text);
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

void expect_row(const struct example *example)
{
	const struct standing *s = example->standing;
	expect_figures(example, s);
	expect_reading(example, s);
	expect_status(example, s);
	expect_year(example, &s->year);
}

void expect_done(int want)
{
	int have = wrong, seen = looked;
	wrong = looked = 0;
	if (have > 0)
		fail_msg("%d columns are wrong", have);
	assert_int_equal(seen, want);
}
