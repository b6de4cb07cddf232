// SPDX-License-Identifier: MIT
// A list's focus and window, and choosing a row by its number.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "tui/pick.h"

static bool focus_in_window(const struct list *list)
{
	return list->focus >= list->top && list->focus < list->top + list->height && list->top >= 0;
}

static void test_moving_keeps_the_focus_in_sight(void **state)
{
	(void)state;
	static const enum action walk[] = {ACTION_DOWN, ACTION_PAGE_DOWN, ACTION_UP, ACTION_LAST, ACTION_PAGE_UP, ACTION_FIRST, ACTION_DOWN};
	for (int height = 0; height < 9; height++)
		for (int len = 0; len < 25; len++) {
			struct list list = {0};
			list_resize(&list, len, height);
			for (int i = 0; i < 200; i++) {
				assert_true(list_act(&list, walk[i * i % 7]));
				assert_true(focus_in_window(&list));
				assert_true(list.focus < (len > 0 ? len : 1));
			}
		}
}

static void test_the_window_moves_by_half(void **state)
{
	(void)state;
	struct list list = {0};
	list_resize(&list, 100, 10);
	for (int i = 0; i < 9; i++)
		list_act(&list, ACTION_DOWN);
	assert_int_equal(list.top, 0);
	list_act(&list, ACTION_DOWN);
	assert_int_equal(list.top, 5);
	assert_int_equal(list.focus, 10);
	for (int i = 0; i < 6; i++)
		list_act(&list, ACTION_UP);
	assert_int_equal(list.focus, 4);
	assert_int_equal(list.top, 0);
	list_act(&list, ACTION_LAST);
	assert_int_equal(list.top, 90);
	assert_false(list_act(&list, ACTION_OPEN));
}

static void test_a_smaller_window_keeps_the_focus(void **state)
{
	(void)state;
	struct list list = {0};
	list_resize(&list, 100, 20);
	list_go(&list, 17);
	list_resize(&list, 100, 4);
	assert_int_equal(list.focus, 17);
	assert_true(focus_in_window(&list));
	list_resize(&list, 10, 20);
	assert_int_equal(list.focus, 9);
	assert_int_equal(list.top, 0);
}

static bool is_even(int row, void *ctx)
{
	(void)ctx;
	return row % 2 == 0;
}

static void test_rows_without_a_focus_are_skipped(void **state)
{
	(void)state;
	struct list list = {0};
	list_resize(&list, 10, 5);
	list_go(&list, 3);
	assert_true(list_skip(&list, 2, is_even, NULL));     // going down
	assert_int_equal(list.focus, 4);
	list_go(&list, 3);
	assert_true(list_skip(&list, 4, is_even, NULL));     // going up
	assert_int_equal(list.focus, 2);
	list_go(&list, 9);
	assert_true(list_skip(&list, 8, is_even, NULL));     // nothing further down: back
	assert_int_equal(list.focus, 8);
}

static enum pick_result type(struct pick *pick, wchar_t digit)
{
	return pick_act(pick, ACTION_TYPE, &(struct key){.code = digit});
}

static void test_numbers(void **state)
{
	(void)state;
	struct pick pick = {0};
	list_resize(&pick.list, 12, 12);
	assert_int_equal(type(&pick, L'5'), PICK_TAKEN);
	assert_int_equal(pick.list.focus, 4);
	pick.number = 0;
	assert_int_equal(type(&pick, L'1'), PICK_MOVED);
	assert_int_equal(pick.list.focus, 0);
	assert_int_equal(type(&pick, L'2'), PICK_TAKEN);
	assert_int_equal(pick.list.focus, 11);
	pick.number = 0;
	assert_int_equal(type(&pick, L'1'), PICK_MOVED);
	assert_int_equal(type(&pick, L'7'), PICK_TAKEN);     // 17 is no row: 7
	assert_int_equal(pick.list.focus, 6);
	pick.number = 0;
	assert_int_equal(type(&pick, L'0'), PICK_NOTHING);
	assert_int_equal(pick_act(&pick, ACTION_DOWN, &(struct key){0}), PICK_MOVED);
	assert_int_equal(pick_act(&pick, ACTION_OPEN, &(struct key){0}), PICK_TAKEN);
	assert_int_equal(pick.list.focus, 7);
	list_resize(&pick.list, 0, 5);
	assert_int_equal(pick_act(&pick, ACTION_OPEN, &(struct key){0}), PICK_NOTHING);
}

static void test_scrolling(void **state)
{
	(void)state;
	int top = 0;
	assert_true(list_scroll(&top, 30, 10, ACTION_PAGE_DOWN));
	assert_int_equal(top, 9);
	assert_true(list_scroll(&top, 30, 10, ACTION_LAST));
	assert_int_equal(top, 20);
	assert_true(list_scroll(&top, 5, 10, ACTION_DOWN));
	assert_int_equal(top, 0);
	assert_false(list_scroll(&top, 30, 10, ACTION_OPEN));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_moving_keeps_the_focus_in_sight),
		cmocka_unit_test(test_the_window_moves_by_half),
		cmocka_unit_test(test_a_smaller_window_keeps_the_focus),
		cmocka_unit_test(test_rows_without_a_focus_are_skipped),
		cmocka_unit_test(test_numbers),
		cmocka_unit_test(test_scrolling),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
