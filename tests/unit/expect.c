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

static int wrong;

static void say_wrong(const struct example *example, const char *column, const char *have)
{
	print_error("%s: %s is “%s”, not “%s”\n", example_cell(example, "case"), column, have, example_cell(example, column));
	wrong++;
}

void expect_text(const struct example *example, const char *column, const char *have)
{
	if (!example_has_column(example, column) || strcmp(example_cell(example, column), have) != 0)
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
	if (have.has)
		rat_format_json(have.v, text);
	if (!example_has_column(example, column) || (*cell == '\0') == have.has) {
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

void expect_done(void)
{
	int have = wrong;
	wrong = 0;
	if (have > 0)
		fail_msg("%d columns are wrong", have);
}
