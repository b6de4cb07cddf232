// SPDX-License-Identifier: MIT
// A sealed plan's answers: lookups, the tree of units, what is asked where and when, targets of one indicator and unit.
#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "tests/unit/planbytes.h"

static const char text[] =
	"[plan]\nformat = 1\nid = p\ntitle = 规划\nbase_year = 2020\ntarget_year = 2025\nroot = r\n"
	"[unit.r]\nname = 示例市\nshort = 示例\n"
	"[unit.b]\nname = 乙县\nshort = 甲\nparent = r\n"
	"[unit.a]\nname = 甲\nparent = r\nto = 202306\nsuccessor = b\n"
	"[unit.n]\nname = 北园\nparent = b\nfrom = 202301\n"
	"[unit.s]\nname = 全省\ncompare = yes\n"
	"[part.1]\ntitle = 部分\n[chapter.1]\npart = 1\ntitle = 章\n[section.s1]\nparent = 1\n[item.i1]\nparent = s1\n"
	"[element.q]\nname = 季\nmeasure = 家\nkind = stock\nevery = quarter\nretired = 202312\n"
	"[element.y]\nname = 年\nmeasure = 家\nkind = flow\nevery = year\nunits = root\n"
	"[element.l]\nname = 列\nmeasure = 家\nkind = flow\nevery = half\nunits = b a\n"
	"[indicator.k1]\nchapter = i1\nwords = 一\nformula = value(q)\ntarget.2025 = 3\ntarget.2023 = 2\nbaseline.2020 = 1\n"
	"[indicator.k2]\nchapter = 1\nwords = 二\nformula = ratio(q, y, 100)\ntarget.2025 = 5\n"
	"[target.t]\nindicator = k1\nunit = a\ntarget.2024 = 7\nannual.2022 = 1\n";

static struct plan *plan;

static int open_plan(void **state)
{
	(void)state;
	setlocale(LC_ALL, "C.UTF-8");
	plan = planbytes_parse(text);
	return 0;
}

static int close_plan(void **state)
{
	(void)state;
	plan_free(plan);
	return 0;
}

static int unit(const char *code)
{
	int at = plan_unit_by_code(plan, code);
	assert_int_not_equal(at, PLAN_NONE);
	return at;
}

static void words_are_found(void **state)
{
	(void)state;
	assert_int_equal(plan_unit_by_code(plan, "a"), 2);
	assert_int_equal(plan_unit_by_code(plan, "甲"), PLAN_NONE);
	assert_int_equal(plan_unit_by_name(plan, "b"), 1);
	assert_int_equal(plan_unit_by_name(plan, "乙县"), 1);
	assert_int_equal(plan_unit_by_name(plan, "示例"), 0);
	assert_int_equal(plan_unit_by_name(plan, "甲"), 2);            // a name goes before another's short form
	assert_int_equal(plan_unit_by_name(plan, ""), PLAN_NONE);
	assert_int_equal(plan_element_by_code(plan, "l"), 2);
	assert_int_equal(plan_element_by_name(plan, "列"), 2);
	assert_int_equal(plan_element_by_name(plan, "q"), 0);
	assert_int_equal(plan_element_by_name(plan, "k1"), PLAN_NONE);
	assert_int_equal(plan_indicator_by_code(plan, "k2"), 1);
	assert_int_equal(plan_place_by_code(plan, "k2"), 1);
	assert_int_equal(plan_outline_by_code(plan, "part.1"), 0);
	assert_int_equal(plan_outline_by_code(plan, "1"), 1);
	assert_int_equal(plan_outline_by_code(plan, "2"), PLAN_NONE);
}

static void children_come_in_official_order(void **state)
{
	(void)state;
	int len;
	const int *children = plan_unit_children(plan, unit("r"), &len);
	assert_int_equal(len, 2);
	assert_int_equal(children[0], unit("b"));
	assert_int_equal(children[1], unit("a"));
	children = plan_unit_children(plan, unit("b"), &len);
	assert_int_equal(len, 1);
	assert_int_equal(children[0], unit("n"));
	plan_unit_children(plan, unit("s"), &len);
	assert_int_equal(len, 0);
}

static void a_unit_is_valid_from_and_to(void **state)
{
	(void)state;
	assert_true(plan_unit_valid(plan, unit("a"), 202306));
	assert_false(plan_unit_valid(plan, unit("a"), 202307));
	assert_false(plan_unit_valid(plan, unit("n"), 202212));
	assert_true(plan_unit_valid(plan, unit("n"), 202301));
}

static void elements_apply_to_each_the_root_or_those_listed(void **state)
{
	static const struct { const char *element, *units; } wanted[] = {
		{ "q", "an" }, { "y", "r" }, { "l", "ab" }, { "k2", "r" }
	};
	static const char *const units[] = { "r", "b", "a", "n", "s" };
	(void)state;
	for (size_t i = 0; i < sizeof wanted / sizeof wanted[0]; i++) {
		int element = plan_element_by_code(plan, wanted[i].element);
		for (size_t k = 0; k < sizeof units / sizeof units[0]; k++)
			assert_int_equal(plan_element_applies(plan, element, unit(units[k])),
				strchr(wanted[i].units, units[k][0]) != NULL);
	}
}

static void a_cell_is_asked_in_its_months(void **state)
{
	(void)state;
	int q = plan_element_by_code(plan, "q"), y = plan_element_by_code(plan, "y");
	assert_true(plan_element_asked(plan, q, unit("a"), 202303));
	assert_false(plan_element_asked(plan, q, unit("a"), 202304));
	assert_false(plan_element_asked(plan, q, unit("a"), 202309));    // merged
	assert_true(plan_element_asked(plan, q, unit("n"), 202312));
	assert_false(plan_element_asked(plan, q, unit("n"), 202403));    // retired
	assert_false(plan_element_asked(plan, y, unit("r"), 202306));
	assert_true(plan_element_asked(plan, y, unit("r"), 202312));
	// nobody owes a published figure
	assert_false(plan_element_asked(plan, plan_element_by_code(plan, "k2"), unit("r"), 202312));
}

static void targets_lie_together_by_kind_and_year(void **state)
{
	(void)state;
	int first, end;
	plan_targets_of(plan, 0, unit("r"), &first, &end);
	assert_int_equal(end - first, 3);
	assert_int_equal(plan->targets[first].kind, PLAN_BASELINE);
	assert_int_equal(plan->targets[first + 1].year, 2023);
	assert_int_equal(plan->targets[first + 2].year, 2025);
	plan_targets_of(plan, 0, unit("a"), &first, &end);
	assert_int_equal(end - first, 2);
	assert_int_equal(plan->targets[first + 1].kind, PLAN_ANNUAL);
	plan_targets_of(plan, 1, unit("a"), &first, &end);
	assert_int_equal(end, first);
}

static void a_row_stands_in_a_chapter(void **state)
{
	(void)state;
	int chapter = plan_outline_by_code(plan, "1");
	assert_int_equal(plan_chapter_of(plan, plan_outline_by_code(plan, "i1")), chapter);
	assert_int_equal(plan_chapter_of(plan, plan_outline_by_code(plan, "s1")), chapter);
	assert_int_equal(plan_chapter_of(plan, chapter), chapter);
	assert_int_equal(plan_chapter_of(plan, plan_outline_by_code(plan, "part.1")), PLAN_NONE);
}

// As db/ fills a plan: with ids, and with more units than a table of a few slots holds.
static void many_units_are_found_by_id_and_code(void **state)
{
	(void)state;
	struct plan *many;
	const int len = 3000;
	assert_int_equal(plan_new(&many), ERR_OK);
	many->units = calloc((size_t)len, sizeof *many->units);
	many->units_len = len;
	many->root = 0;
	for (int i = 0; i < len; i++) {
		char code[16];
		snprintf(code, sizeof code, "u%d", i);
		many->units[i] = (struct plan_unit){ .id = 10 * (len - i), .code = strdup(code), .name = strdup("同名"),
			.short_name = strdup(""), .parent = i == 0 ? PLAN_NONE : (i - 1) / 2, .successor = PLAN_NONE };
	}
	many->targets = calloc(3, sizeof *many->targets);
	many->targets_len = 3;
	for (int i = 0; i < 3; i++)
		many->targets[i] = (struct plan_target){ .unit = 2, .kind = PLAN_TARGET, .year = 2025 - i };
	assert_int_equal(plan_seal(many), ERR_OK);
	for (int i = 0; i < 3; i++)
		assert_int_equal(many->targets[i].year, 2023 + i);
	for (int i = 0; i < len; i++) {
		int children;
		assert_int_equal(plan_unit_by_code(many, many->units[i].code), i);
		assert_int_equal(plan_unit_by_id(many, many->units[i].id), i);
		const int *child = plan_unit_children(many, i, &children);
		for (int k = 0; k < children; k++)
			assert_int_equal(child[k], 2 * i + 1 + k);
	}
	assert_int_equal(plan_unit_by_id(many, 5), PLAN_NONE);
	assert_int_equal(plan_unit_by_name(many, "同名"), 0);
	plan_free(many);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(words_are_found),
		cmocka_unit_test(children_come_in_official_order),
		cmocka_unit_test(a_unit_is_valid_from_and_to),
		cmocka_unit_test(elements_apply_to_each_the_root_or_those_listed),
		cmocka_unit_test(a_cell_is_asked_in_its_months),
		cmocka_unit_test(targets_lie_together_by_kind_and_year),
		cmocka_unit_test(a_row_stands_in_a_chapter),
		cmocka_unit_test(many_units_are_found_by_id_and_code),
	};
	return cmocka_run_group_tests(tests, open_plan, close_plan);
}
