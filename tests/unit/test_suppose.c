// SPDX-License-Identifier: MIT
// The set of supposed values: sorted, replaced, bounded, found by cell, by element and period, and the newest.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "core/suppose.h"

static struct entry supposed(int element, int unit, int period, int64_t figure)
{
	return (struct entry){.element = element, .unit = unit, .period = period, .kind = ENTRY_VALUE, .figure = figure, .note = "",
		.doc = "", .change = 1};
}

static void put(struct suppose *set, int element, int unit, int period, int64_t figure)
{
	const struct entry entry = supposed(element, unit, period, figure);
	assert_true(suppose_put(set, &entry));
}

static void test_a_cell_has_one(void **state)
{
	(void)state;
	struct suppose set = {.len = 0};
	assert_null(suppose_find(&set, 1, 2, 202406));
	put(&set, 1, 2, 202406, 10);
	put(&set, 1, 2, 202406, 20);
	assert_int_equal(set.len, 1);
	assert_int_equal(suppose_find(&set, 1, 2, 202406)->figure, 20);
	assert_null(suppose_find(&set, 1, 3, 202406));
	suppose_drop(&set, 1, 3, 202406);
	assert_int_equal(set.len, 1);
	suppose_drop(&set, 1, 2, 202406);
	assert_int_equal(set.len, 0);
}

static void test_they_are_sorted(void **state)
{
	(void)state;
	struct suppose set = {.len = 0};
	int len;
	put(&set, 2, 0, 202403, 1);
	put(&set, 1, 5, 202406, 2);
	put(&set, 1, 3, 202406, 3);
	put(&set, 1, 9, 202312, 4);
	for (int i = 1; i < set.len; i++) {
		const struct entry *a = &set.entries[i - 1], *b = &set.entries[i];
		assert_true(a->element < b->element || (a->element == b->element && (a->period < b->period ||
			(a->period == b->period && a->unit < b->unit))));
	}
	const struct entry *of = suppose_of(&set, 1, 202406, &len);
	assert_int_equal(len, 2);
	assert_int_equal(of[0].unit, 3);
	assert_int_equal(of[1].unit, 5);
	suppose_of(&set, 3, 202406, &len);
	assert_int_equal(len, 0);
	assert_int_equal(suppose_newest(&set, 1, 202405), 202312);
	assert_int_equal(suppose_newest(&set, 1, 202406), 202406);
	assert_int_equal(suppose_newest(&set, 1, 202311), 0);
}

static void test_there_is_an_end(void **state)
{
	(void)state;
	struct suppose set = {.len = 0};
	for (int i = SUPPOSE_MOST; i > 0; i--)
		put(&set, 0, i, 202406, i);
	const struct entry more = supposed(0, SUPPOSE_MOST + 1, 202406, 1), same = supposed(0, 7, 202406, 70);
	assert_false(suppose_put(&set, &more));
	assert_true(suppose_put(&set, &same));
	assert_int_equal(set.len, SUPPOSE_MOST);
	assert_int_equal(suppose_find(&set, 0, 7, 202406)->figure, 70);
	assert_int_equal(suppose_find(&set, 0, 8, 202406)->figure, 8);
}

// 突破60 supposed is 突破60 when it is keyed in; what is no figure is told and supposes nothing.
static void test_it_is_read_as_a_figure_is_typed(void **state)
{
	(void)state;
	char measure[] = "个";
	struct plan_element element = {.measure = measure};
	const struct plan plan = {.elements = &element, .elements_len = 1};
	struct entry entry = {.element = 0, .unit = 1, .period = 202406, .qualifier = NUM_ABOUT};
	assert_true(suppose_read(&plan, "突破60", &entry));
	assert_int_equal(entry.kind, ENTRY_VALUE);
	assert_int_equal(entry.figure, 60 * NUM_SCALE);
	assert_int_equal(entry.qualifier, NUM_ABOVE);
	assert_true(suppose_read(&plan, "61", &entry));
	assert_int_equal(entry.qualifier, NUM_EXACT);
	assert_false(suppose_read(&plan, "未报", &entry));
	assert_false(suppose_read(&plan, "1,12", &entry));
	assert_int_equal(entry.figure, 61 * NUM_SCALE);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_a_cell_has_one),
		cmocka_unit_test(test_they_are_sorted),
		cmocka_unit_test(test_there_is_an_end),
		cmocka_unit_test(test_it_is_read_as_a_figure_is_typed),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
