// SPDX-License-Identifier: MIT
// What may be keyed in as a baseline or target, and what its refusal says.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "core/intake_target.h"
#include "core/target_words.h"
#include "tests/storage/fixture.h"

static struct plan *plan;
static struct intake_target_result out;

static struct plan_target present_of(const struct intake_target *ask)
{
	static char none[] = "";
	const struct plan_target *found = plan_target_at(plan, ask->indicator, ask->unit, ask->kind, ask->year);
	struct plan_target present = {.indicator = ask->indicator, .unit = ask->unit, .kind = ask->kind, .year = ask->year,
		.text = none, .doc = none};
	if (found == NULL)
		return present;
	present = *found;
	present.change = 1;
	return present;
}

static void read_as(int indicator, int unit, enum plan_target_kind kind, int year, const char *text, const char *doc)
{
	const struct intake_target ask = {.indicator = indicator, .unit = unit, .kind = kind, .year = year, .text = text, .doc = doc};
	const struct plan_target present = present_of(&ask);
	intake_target_read(plan, &ask, &present, &out);
}

static void target(const char *text)
{
	read_as(FIX_COUNT, FIX_WD, PLAN_TARGET, 2025, text, "文1号");
}

static void refused(const char *why)
{
	assert_int_equal(out.verdict, INTAKE_REFUSED);
	if (strstr(out.why, why) == NULL)
		fail_msg("\"%s\" does not say \"%s\"", out.why, why);
}

static void test_forms(void **state)
{
	static const struct { const char *text; enum plan_target_form form; int64_t figure, high; enum num_qualifier qualifier; } rows[] = {
		{"40", PLAN_FORM_VALUE, 400000, 0, NUM_EXACT}, {"４０家", PLAN_FORM_VALUE, 400000, 0, NUM_EXACT},
		{"50以上", PLAN_FORM_VALUE, 500000, 0, NUM_AT_LEAST}, {"5..8", PLAN_FORM_RANGE, 50000, 80000, NUM_EXACT},
		{"5~8", PLAN_FORM_RANGE, 50000, 80000, NUM_EXACT}, {"５～８家", PLAN_FORM_RANGE, 50000, 80000, NUM_EXACT},
		{"+100", PLAN_FORM_INCREMENT, 1000000, 0, NUM_EXACT}, {" ＋100 ", PLAN_FORM_INCREMENT, 1000000, 0, NUM_EXACT},
	};
	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		target(rows[i].text);
		if (out.verdict != INTAKE_WRITE)
			fail_msg("%s: %s", rows[i].text, out.why);
		assert_int_equal(out.after.form, rows[i].form);
		assert_int_equal(out.after.figure, rows[i].figure);
		assert_int_equal(out.after.high, rows[i].high);
		assert_int_equal(out.after.qualifier, rows[i].qualifier);
		assert_string_equal(out.after.doc, "文1号");
	}
	target("");
	assert_int_equal(out.verdict, INTAKE_NOTHING);
}

static void test_what_is_no_figure(void **state)
{
	(void)state;
	target("达到全省平均水平");
	refused("not saved");
	target("50以尚");                        // 以上
	refused("50以尚");
	target("1,12");
	refused("1,12");
	target("4.5");
	assert_int_equal(out.verdict, INTAKE_REFUSED);
	target("8..5");
	refused("from the smaller figure");
	target("5~5");
	refused("from the smaller figure");
	target("+0");
	refused("above zero");
	target("/");
	refused("an empty cell is none");
	target("-1");
	refused("cannot be below 0");
	target("10001");
	refused("cannot be above 10000");
	read_as(FIX_COUNT, FIX_WD, PLAN_BASELINE, 2020, "5~8", "文1号");
	refused("one figure");
	read_as(FIX_COUNT, FIX_WD, PLAN_BASELINE, 2020, "+5", "文1号");
	refused("one figure");
}

static void test_document(void **state)
{
	(void)state;
	read_as(FIX_COUNT, FIX_WD, PLAN_TARGET, 2025, "40", NULL);
	refused("document number");
	assert_true(out.needs_doc);
	read_as(FIX_COUNT, FIX_WD, PLAN_TARGET, 2025, "4x", NULL);
	assert_false(out.needs_doc);
	read_as(FIX_COUNT, FIX_WD, PLAN_TARGET, 2025, "40", "文\033号");
	refused("control");
}

static void test_places(void **state)
{
	(void)state;
	read_as(FIX_COUNT, FIX_PROVINCE, PLAN_TARGET, 2025, "40", "文1号");
	refused("河南省");
	read_as(FIX_ABOVE, FIX_WD, PLAN_TARGET, 2025, "40", "文1号");
	refused("plan file");
	read_as(FIX_COUNT, FIX_CITY, PLAN_BASELINE, 2020, "40", "文1号");
	refused("plan apply");
	read_as(FIX_COUNT, FIX_WD, PLAN_BASELINE, 2025, "40", "文1号");
	refused("before the target year 2025");
	read_as(FIX_COUNT, FIX_WD, PLAN_TARGET, 2020, "40", "文1号");
	refused("2021 to 2025");
	read_as(FIX_COUNT, FIX_WD, PLAN_TARGET, 2026, "40", "文1号");
	refused("2021 to 2025");
	read_as(FIX_COUNT, FIX_CITY, PLAN_BASELINE, 2019, "40", "文1号");
	refused("that of 2020");
}

static void test_direction(void **state)
{
	struct intake_target ask = {.indicator = FIX_COUNT, .unit = FIX_WD, .kind = PLAN_TARGET, .year = 2025, .text = "40",
		.doc = "文1号", .baseline = {true, {41, 1}}};
	const struct plan_target present = present_of(&ask);
	(void)state;
	intake_target_read(plan, &ask, &present, &out);
	refused("below the baseline 41");
	ask.text = "41";
	intake_target_read(plan, &ask, &present, &out);
	assert_int_equal(out.verdict, INTAKE_WRITE);
	plan->indicators[FIX_COUNT].down = true;
	ask.text = "42";
	intake_target_read(plan, &ask, &present, &out);
	refused("above the baseline 41");
	plan->indicators[FIX_COUNT].down = false;
	read_as(FIX_SHARE, FIX_CITY, PLAN_BASELINE, 2020, "51", "文1号");
	refused("below the baseline 51");
	read_as(FIX_SHARE, FIX_CITY, PLAN_BASELINE, 2020, "44", "文1号");
	assert_int_equal(out.verdict, INTAKE_WRITE);
}

static void test_words(void **state)
{
	char text[TARGET_WORDS];
	(void)state;
	target("5~8");
	assert_string_equal(target_words(plan, &out.after, text, sizeof text), "5~8");
	assert_string_equal(target_words_full(plan, &out.after, text, sizeof text), "5~8家");
	target("+5");
	assert_string_equal(target_words(plan, &out.after, text, sizeof text), "+5");
	assert_string_equal(target_words(plan, NULL, text, sizeof text), "");
}

static void test_path_between(void **state)
{
	const struct maybe base = {true, {123, 1}};
	struct maybe v;
	(void)state;
	fixture_ok(target_path(plan, FIX_COUNT, FIX_CITY, 2020, base, 2021, &v));
	assert_true(v.has);
	assert_int_equal(rat_cmp(v.v, (struct rat){692, 5}), 0);          // 123 + 77 / 5
	fixture_ok(target_path(plan, FIX_COUNT, FIX_WD, 2020, base, 2021, &v));
	assert_false(v.has);
}

static int set_up(void **state)
{
	(void)state;
	plan = fixture_plan();
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	plan_free(plan);
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_forms), cmocka_unit_test(test_what_is_no_figure), cmocka_unit_test(test_document),
		cmocka_unit_test(test_places), cmocka_unit_test(test_direction), cmocka_unit_test(test_words),
		cmocka_unit_test(test_path_between),
	};
	return cmocka_run_group_tests(tests, set_up, tear_down);
}
