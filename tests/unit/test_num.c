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

// What the sheet of examples leaves out: the second column is the measure.
static void other_spellings_hold(void **state)
{
	(void)state;
	static const struct {
		const char *text, *measure;
		int decimals;
		const char *expected;
	} cases[] = {
		{ "470 家", "家", 0, "470" }, { "3.12 亿元", "亿元", 2, "3.12" }, { "3.12万元", "亿元", 4, "refused" },
		{ "３．１２亿元", "亿元", 2, "3.12" }, { "12,345,678.5", "亿元", 1, "12345678.5" }, { "-0", "家", 0, "0" },
		{ "3万人", "万人", 2, "3" }, { "30000人", "万人", 2, "3" }, { "3亿", "万人", 2, "30000" }, { "5", "", 0, "5" },
		{ "2.12件/万人", "件/万人", 2, "2.12" }, { "2.12件／万人", "件/万人", 2, "2.12" }, { "44.2%%", "%", 1, "refused" },
		{ "470个", "家", 0, "refused" }, { "470家家", "家", 0, "refused" }, { "3万亿元", "亿元", 0, "refused" },
		{ "3亿万", "元", 0, "refused" }, { "0.00000000", "家", 0, "0" }, { "1.50000000000000000000", "亿元", 2, "1.5" },
		{ "00000000000000000000000000007", "家", 0, "7" }, { "0,123", "家", 0, "refused 0.123 or 0123" },
		{ "1,23亿", "亿元", 2, "refused 1.23亿 or 123亿" }, { "-1，12", "亿元", 2, "refused -1.12 or -112" },
		{ "-1 234", "家", 0, "refused -1234 or -1 and 234" }, { "1　234.5家", "家", 1, "refused 1234.5家 or 1 and 234.5家" },
		{ "＋1,234", "家", 0, "refused 1234 or the last figure and 1234" }, { "+1,23", "家", 0, "refused" },
		{ "1,2,3", "家", 0, "refused" }, { "1,23.5", "亿元", 2, "refused" }, { "1,", "家", 0, "refused" },
		{ ",1", "家", 0, "refused" },
		{ ".", "家", 0, "refused" }, { ",", "家", 0, "refused" }, { "+", "家", 0, "refused" }, { "- 5", "家", 0, "refused" },
		{ "-/", "家", 0, "refused" }, { "/5", "家", 0, "refused" }, { "%", "%", 1, "refused" }, { "家", "家", 0, "refused" },
		{ "1, 234", "家", 0, "refused" }, { "1 2 3", "家", 0, "refused" }, { "0x10", "家", 0, "refused" },
		{ "∞", "家", 0, "refused" },
		{ "99999999999.99990", "元", 4, "99999999999.9999" }, { "1000亿", "元", 0, "refused" },
		{ "999.99999999亿", "元", 0, "99999999999" },
		{ "-100000000000", "元", 0, "refused" }, { "0.00001", "亿元", 4, "refused" },
		{ "1,2345678901234567890123456", "家", 0, "refused" }, { "\t5\r\n", "家", 0, "5" },
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		expect_typed(cases[i].text, cases[i].measure, cases[i].decimals, cases[i].expected);
}

static void qualifiers_stand_before_or_behind(void **state)
{
	(void)state;
	static const struct {
		const char *text;
		bool qualified;
		enum num_qualifier qualifier;
	} cases[] = {
		{ "450", false, NUM_EXACT }, { "达到450", true, NUM_EXACT }, { "突破450家", true, NUM_ABOVE },
		{ "450家以上", true, NUM_AT_LEAST }, { "450左右", true, NUM_ABOUT }, { " 突破 ４５０ 家 ", true, NUM_ABOVE },
		{ "450 以上", true, NUM_AT_LEAST },
	};
	struct num_typed typed;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		num_parse(cases[i].text, "家", 0, &typed);
		assert_int_equal(typed.kind, NUM_VALUE);
		assert_int_equal(typed.figure, 4500000);
		assert_int_equal(typed.qualified, cases[i].qualified);
		assert_int_equal(typed.qualifier, cases[i].qualifier);
	}
	expect_typed("突破", "家", 0, "refused");
	expect_typed("突破450以上", "家", 0, "refused");
	expect_typed("突破/", "家", 0, "refused");
	expect_typed("450以上家", "家", 0, "refused");
	num_parse("突破4,50", "家", 0, &typed);
	assert_false(typed.qualified);
	assert_int_equal(typed.qualifier, NUM_EXACT);
}

static void refusals_say_what_is_wrong(void **state)
{
	(void)state;
	static const struct {
		const char *text, *measure;
		int decimals;
		const char *part;
	} cases[] = {
		{ "1,12", "亿元", 2, "whether \"1,12\" is 1.12 or 112" }, { "5.", "亿元", 2, "digits on both sides" },
		{ "3.12亿", "%", 1, "do not go with %" }, { "44.2%", "家", 0, "the measure is 家" },
		{ "470个", "家", 0, "not the measure 家" },
		{ "1.5", "家", 0, "whole number" }, { "0.125", "亿元", 2, "at most 2 decimals" },
		{ "100000000000", "元", 0, "too large" },
		{ "一百二十", "家", 0, "is not a figure" }, { "\033[2J", "家", 0, "<U+001B>[2J" },
		{ "1\xFF", "家", 0, "1<FF>" },
		{ "\x1c" "1。2", "家", 0, "If it is <U+001C>1.2, type" },
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct num_typed typed;
		num_parse(cases[i].text, cases[i].measure, cases[i].decimals, &typed);
		if (!strstr(typed.why, cases[i].part))
			fail_msg("%s lacks %s", typed.why, cases[i].part);
	}
}

static void long_text_is_refused(void **state)
{
	(void)state;
	static char text[100001];
	struct num_typed typed;
	memset(text, '7', sizeof text - 1);
	num_parse(text, "家", 0, &typed);
	assert_int_equal(typed.kind, NUM_REFUSED);
	assert_non_null(strstr(typed.why, "777..."));
	memset(text, ' ', sizeof text - 2);
	num_parse(text, "家", 0, &typed);
	assert_int_equal(typed.kind, NUM_VALUE);
	assert_int_equal(typed.figure, 70000);
}

static void plain_figures_of_files_are_strict(void **state)
{
	(void)state;
	static const struct {
		const char *text;
		int64_t figure;
	} good[] = { { "-12.5", -125000 }, { "0", 0 }, { "-0", 0 }, { "007", 70000 }, { "99999999999.9999", NUM_LIMIT - 1 },
		{ "1.0000", 10000 } };
	static const char *const bad[] = { "", "-", "+1", " 1", "1 ", "1.", ".5", "1.00000", "1,000", "1e3", "１",
		"100000000000", "--1", "1.2.3",
		"-100000000000", "999999999999999999999999999999999999999999999", "1亿" };
	for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
		int64_t figure;
		assert_int_equal(num_parse_plain(good[i].text, &figure), ERR_OK);
		assert_int_equal(figure, good[i].figure);
	}
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		int64_t figure = 3;
		assert_int_equal(num_parse_plain(bad[i], &figure), ERR_INPUT);
		assert_int_equal(figure, 3);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(examples_hold), cmocka_unit_test(other_spellings_hold),
		cmocka_unit_test(qualifiers_stand_before_or_behind),
		cmocka_unit_test(refusals_say_what_is_wrong), cmocka_unit_test(long_text_is_refused),
		cmocka_unit_test(plain_figures_of_files_are_strict),
	};
	return cmocka_run_group_tests_name("num", tests, NULL, NULL);
}
