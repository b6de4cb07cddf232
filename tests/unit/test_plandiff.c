// SPDX-License-Identifier: MIT
// What applying a plan would change: nothing for the same plan, one line for one change, every row for a new file.
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

struct lines {
	int len;
	char text[8192];
};

static void keep(const char *line, void *ctx)
{
	struct lines *lines = ctx;
	size_t at = strlen(lines->text);
	lines->len++;
	snprintf(lines->text + at, sizeof lines->text - at, "%s\n", line);
}

static char *other;                      // the second sample's text

static int open_other(void **state)
{
	size_t len;
	(void)state;
	setlocale(LC_ALL, "C.UTF-8");
	other = planbytes_read("tests/plans/other.ini", &len);
	return 0;
}

static int close_other(void **state)
{
	(void)state;
	free(other);
	return 0;
}

// The second sample with FROM replaced by TO, compared with itself.
static void diff(const char *from, const char *to, struct lines *lines)
{
	char *at = strstr(other, from);
	assert_non_null(at);
	char *changed = calloc(1, strlen(other) + strlen(to) + 1);
	memcpy(changed, other, (size_t)(at - other));
	strcat(strcat(changed, to), at + strlen(from));
	struct plan *old = planbytes_parse(other), *new = planbytes_parse(changed);
	*lines = (struct lines){ 0 };
	int told = plandiff_each(old, new, keep, lines);
	assert_int_equal(told, lines->len);
	plan_free(old);
	plan_free(new);
	free(changed);
}

static void assert_diff(const char *from, const char *to, const char *expected)
{
	struct lines lines;
	diff(from, to, &lines);
	assert_string_equal(lines.text, expected);
}

static void the_same_plan_changes_nothing(void **state)
{
	(void)state;
	assert_diff("# An invented city", "# Another comment", "");
}

static void one_change_is_one_line(void **state)
{
	(void)state;
	assert_diff("name = 东区", "name = 东城区", "changed: unit dq, name: “东区” becomes “东城区”\n");
	assert_diff("successor = dq", "successor = kfq", "changed: unit xq, successor: “dq” becomes “kfq”\n");
	assert_diff("target.2030 = 870", "target.2030 = 880.0",
		"changed: target k1 shi target.2030, figure: “870” becomes “880”\n");
	assert_diff("2035年比2021年新增1000家", "2035年比2021年增加1000家", "changed: row of the document k1, words: "
		"“…新增1000家” becomes “…增加1000家”\n");
	assert_diff("decimals = 2", "decimals = 3", "changed: element rd, decimals: “2” becomes “3”\n");
	assert_diff("[element.rank]", "[dept.kj]\nname = 科技局\n[element.rank]", "new: department kj 科技局\n");
	assert_diff("target.2030 = 870\n", "", "gone: target k1 shi target.2030 \n");
	assert_diff("target_year = 2035", "target_year = 2040",
		"changed: plan shili_sti_2035, target_year: “2035” becomes “2040”\n");
}

static void a_moved_section_is_told_once(void **state)
{
	(void)state;
	assert_diff("[unit.dq]\nname = 东区\nshort = 东区\nparent = shi\n[unit.xq]\nname = 西区\nshort = 西区\nparent = shi\n"
		"to = 202312\nsuccessor = dq\n",
		"[unit.xq]\nname = 西区\nshort = 西区\nparent = shi\nto = 202312\nsuccessor = dq\n"
		"[unit.dq]\nname = 东区\nshort = 东区\nparent = shi\n",
		"changed: the order of rows of the kind unit\n");
}

static void a_row_that_goes_takes_its_targets(void **state)
{
	(void)state;
	assert_diff("[indicator.k4]\nchapter = a\nwords = 综合创新能力排名进入前15位\nformula = value(rank)\ndirection = down\n"
		"path = none\nbaseline.2019 = 18\ntarget.2025 = 15\n", "",
		"gone: indicator k4 综合创新能力排名\ngone: row of the document k4 综合创新能力排名进入前15位\n"
		"gone: target k4 shi baseline.2019 \ngone: target k4 shi target.2025 \n");
}

static void a_new_file_is_all_new(void **state)
{
	(void)state;
	struct lines *lines = calloc(1, sizeof *lines);
	struct plan *plan = planbytes_parse(other);
	int rows = 1 + plan->units_len + plan->outlines_len + plan->elements_len + plan->indicators_len + plan->places_len
		+ plan->targets_len;
	assert_int_equal(plandiff_each(NULL, plan, keep, lines), rows);
	assert_non_null(strstr(lines->text, "new: unit kfq_n 开发区北园\n"));
	plan_free(plan);
	free(lines);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_same_plan_changes_nothing),
		cmocka_unit_test(one_change_is_one_line),
		cmocka_unit_test(a_moved_section_is_told_once),
		cmocka_unit_test(a_row_that_goes_takes_its_targets),
		cmocka_unit_test(a_new_file_is_all_new),
	};
	return cmocka_run_group_tests(tests, open_other, close_other);
}
