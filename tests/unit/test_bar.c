// SPDX-License-Identifier: MIT
// core/bar: the bars of the sketches, and the places where a bar must not flatter.
#include <stdarg.h>
#include <setjmp.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "core/bar.h"

#define ABSENT { false, { 0, 1 } }
#define PRESENT(n, d) { true, { n, d } }

struct fact {
	const char *name;
	struct maybe done, attainment, elapsed, gap;
	enum standing_path path;
	enum standing_status status;
	int width;
	struct bar bar;
};

static void expect_bar(const struct fact *fact)
{
	struct standing standing = {
		.value = PRESENT(1, 1), .done = fact->done, .attainment = fact->attainment, .elapsed = fact->elapsed,
		.gap = fact->gap, .path = fact->path, .status = fact->status,
	};
	struct bar bar;
	bar_of(&standing, fact->width, &bar);
	if (bar.shape != fact->bar.shape || bar.eighths != fact->bar.eighths ||
	    bar.mark != fact->bar.mark || bar.beyond != fact->bar.beyond)
		fail_msg("%s: shape %d, %d eighths, mark %d, beyond %d", fact->name, (int)bar.shape, bar.eighths, bar.mark,
			(int)bar.beyond);
}

static void expect_bars(const struct fact *facts, size_t len)
{
	for (size_t i = 0; i < len; i++)
		expect_bar(&facts[i]);
}

#define EXPECT_BARS(facts) expect_bars(facts, sizeof (facts) / sizeof *(facts))

static void the_sketches_come_out(void **state)
{
	(void)state;
	static const struct fact facts[] = {
		{ "platforms", PRESENT(58, 150), PRESENT(208, 300), PRESENT(7, 10), PRESENT(92, 1),
		  STANDING_LINEAR, STANDING_CRITICAL, 10, { BAR_SOLID, 30, 7, false } },
		{ "platforms, wide", PRESENT(58, 150), PRESENT(208, 300), PRESENT(7, 10), PRESENT(92, 1),
		  STANDING_LINEAR, STANDING_CRITICAL, 14, { BAR_SOLID, 43, 9, false } },
		{ "small firms", PRESENT(1027, 1000), PRESENT(1012, 1000), PRESENT(6, 10), PRESENT(-12, 1),
		  STANDING_LINEAR, STANDING_MET, 10, { BAR_SOLID, 80, -1, true } },
		{ "high-tech firms", ABSENT, PRESENT(455, 600), PRESENT(7, 10), PRESENT(145, 1),
		  STANDING_LINEAR, STANDING_NO_BASE, 10, { BAR_DOTTED, 56, -1, false } },
		{ "active firms", ABSENT, PRESENT(49, 100), PRESENT(6, 10), PRESENT(51, 1),
		  STANDING_LINEAR, STANDING_BEHIND, 10, { BAR_DOTTED, 32, -1, false } },
		{ "R&D spending", PRESENT(53, 100), ABSENT, PRESENT(6, 10), PRESENT(26, 10),
		  STANDING_GROWTH, STANDING_ON_TRACK, 10, { BAR_SOLID, 42, 6, false } },
		{ "city rank", ABSENT, ABSENT, ABSENT, PRESENT(2, 1),
		  STANDING_PATH_NONE, STANDING_BEHIND, 10, { BAR_NONE, 0, -1, false } },
		{ "base is target", ABSENT, PRESENT(9, 10), ABSENT, PRESENT(2, 1),
		  STANDING_PATH_NONE, STANDING_BEHIND, 10, { BAR_NONE, 0, -1, false } },
		{ "not judged", ABSENT, ABSENT, ABSENT, ABSENT,
		  STANDING_LINEAR, STANDING_NO_DATA, 10, { BAR_NONE, 0, -1, false } },
	};
	EXPECT_BARS(facts);
}

static void no_bar_flatters(void **state)
{
	(void)state;
	static const struct fact facts[] = {
		{ "a hair short", PRESENT(999999999, 1000000000), PRESENT(999, 1000), PRESENT(1, 2), PRESENT(1, 1000000),
		  STANDING_LINEAR, STANDING_AHEAD, 10, { BAR_SOLID, 79, 5, false } },
		{ "short, its logarithm rounded to the target's", PRESENT(1, 1), PRESENT(999, 1000), PRESENT(1, 2), PRESENT(1, 1000000000),
		  STANDING_COMPOUND, STANDING_AHEAD, 10, { BAR_SOLID, 79, 5, false } },
		{ "met, its logarithm rounded below", PRESENT(999999999, 1000000000), PRESENT(1, 1), PRESENT(1, 2), PRESENT(0, 1),
		  STANDING_COMPOUND, STANDING_MET, 10, { BAR_SOLID, 80, -1, false } },
		{ "exactly met", PRESENT(1, 1), PRESENT(1, 1), PRESENT(1, 2), PRESENT(0, 1),
		  STANDING_LINEAR, STANDING_MET, 4, { BAR_SOLID, 32, -1, false } },
		{ "growth ahead before the end", PRESENT(101, 100), ABSENT, PRESENT(4, 5), PRESENT(-6, 1),
		  STANDING_GROWTH, STANDING_AHEAD, 10, { BAR_SOLID, 79, 8, false } },
		{ "growth met at the end", PRESENT(12, 10), ABSENT, PRESENT(1, 1), PRESENT(-6, 1),
		  STANDING_GROWTH, STANDING_MET, 10, { BAR_SOLID, 80, -1, true } },
		{ "growth missed though its root prints the same", PRESENT(1, 1), ABSENT, PRESENT(1, 1), PRESENT(0, 1),
		  STANDING_GROWTH, STANDING_MISSED, 10, { BAR_SOLID, 79, -1, false } },
		{ "below the baseline", PRESENT(-4, 100), PRESENT(1, 8), PRESENT(3, 10), PRESENT(520, 1),
		  STANDING_LINEAR, STANDING_CRITICAL, 10, { BAR_SOLID, 0, 3, false } },
		{ "missed at the end", PRESENT(952, 1000), PRESENT(96, 100), PRESENT(1, 1), PRESENT(24, 1),
		  STANDING_LINEAR, STANDING_MISSED, 10, { BAR_SOLID, 76, -1, false } },
		{ "last months", PRESENT(852, 1000), PRESENT(87, 100), PRESENT(95, 100), PRESENT(74, 1),
		  STANDING_LINEAR, STANDING_BEHIND, 10, { BAR_SOLID, 68, 9, false } },
		{ "no baseline, a hair short", ABSENT, PRESENT(999, 1000), PRESENT(6, 10), PRESENT(1, 1),
		  STANDING_LINEAR, STANDING_NO_BASE, 10, { BAR_DOTTED, 72, -1, false } },
		{ "no baseline, over", ABSENT, PRESENT(1001, 1000), PRESENT(6, 10), PRESENT(-1, 1),
		  STANDING_LINEAR, STANDING_MET, 10, { BAR_DOTTED, 80, -1, true } },
	};
	EXPECT_BARS(facts);
}

static void without_a_value_there_is_no_bar(void **state)
{
	(void)state;
	struct standing standing = { .path = STANDING_LINEAR, .elapsed = PRESENT(1, 2) };
	struct bar bar;
	bar_of(&standing, 10, &bar);
	assert_int_equal(bar.shape, BAR_NONE);
	assert_int_equal(bar.mark, -1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_sketches_come_out), cmocka_unit_test(no_bar_flatters),
		cmocka_unit_test(without_a_value_there_is_no_bar),
	};
	return cmocka_run_group_tests_name("bar", tests, NULL, NULL);
}
