// SPDX-License-Identifier: MIT
// core/num as typed: number_examples.tsv row by row, every column, and what the rows leave out.
#include <stdarg.h>
#include <setjmp.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "core/num.h"

struct example {
	char *text, *measure, *expected;
	int decimals;
};

// Cut at the tabs; the text stands between bars.
static void example_read(char *line, struct example *example)
{
	char *column[4];
	for (int i = 0; i < 4; i++) {
		column[i] = line;
		line = strpbrk(line, "\t\n");
		assert_non_null(line);
		*line++ = '\0';
	}
	column[0][strlen(column[0]) - 1] = '\0';
	*example = (struct example){ column[0] + 1, column[1], column[3], atoi(column[2]) };
}

static void describe(const struct num_typed *typed, char *out, size_t cap)
{
	char text[NUM_TEXT];
	if (typed->kind == NUM_BLANK) {
		snprintf(out, cap, "blank");
	} else if (typed->kind == NUM_NOT_APPLICABLE) {
		snprintf(out, cap, "不适用");
	} else if (typed->kind == NUM_VALUE) {
		rat_format_short(rat_of_figure(typed->figure), 4, NUM_HALF_AWAY, text);
		snprintf(out, cap, "%s", text);
	} else {
		bool two = typed->reading[0][0];
		snprintf(out, cap, "refused%s%s%s%s", two ? " " : "", typed->reading[0], two ? " or " : "", typed->reading[1]);
	}
}

static void expect_typed(const char *text, const char *measure, int decimals, const char *expected)
{
	struct num_typed typed;
	char have[4 * NUM_TEXT];
	num_parse(text, measure, decimals, &typed);
	describe(&typed, have, sizeof have);
	if (strcmp(have, expected) != 0)
		fail_msg("|%s| %s %d: %s, not %s", text, measure, decimals, have, expected);
	assert_int_equal(typed.kind == NUM_REFUSED, typed.why[0] != '\0');
	if (typed.kind == NUM_REFUSED && strlen(text) < 24)
		assert_non_null(strstr(typed.why, text + strspn(text, " ")));
}

static void examples_hold(void **state)
{
	(void)state;
	FILE *file = fopen("tests/data/number_examples.tsv", "r");
	assert_non_null(file);
	char line[512];
	int rows = 0;
	for (; fgets(line, sizeof line, file); rows += line[0] == '|') {
		struct example example;
		if (line[0] != '|')
			continue;
		example_read(line, &example);
		expect_typed(example.text, example.measure, example.decimals, example.expected);
	}
	fclose(file);
	assert_int_equal(rows, 59);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(examples_hold),
	};
	return cmocka_run_group_tests_name("num", tests, NULL, NULL);
}
