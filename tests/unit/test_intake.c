// SPDX-License-Identifier: MIT
// The rules of entry, one row a case: what was asked, what became of it. No file is needed to decide.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "config/planfile.h"
#include "core/intake.h"

#define TODAY 20240708

static const char plan_text[] =
	"[plan]\nformat = 1\nid = t\ntitle = T\nbase_year = 2020\ntarget_year = 2025\nroot = city\n"
	"[unit.city]\nname = 许昌市\n[unit.province]\nname = 河南省\ncompare = yes\n"
	"[unit.wd]\nname = 魏都区\nparent = city\n[unit.old]\nname = 旧区\nparent = city\nto = 202212\n"
	"[unit.new]\nname = 新区\nparent = city\nfrom = 202301\n"
	"[chapter.1]\ntitle = A\n"
	"[element.firms]\nname = 企业\nmeasure = 家\nkind = stock\nevery = quarter\nlow = 0\n"
	"[element.deals]\nname = 成交额\nmeasure = 亿元\ndecimals = 2\nkind = flow\nevery = quarter\n"
	"[element.half]\nname = 半年数\nmeasure = 家\nkind = stock\nevery = half\n"
	"[element.people]\nname = 人口\nmeasure = 万人\ndecimals = 1\nkind = stock\nevery = year\nhigh = 1000\nlow = 1\n"
	"[element.gone]\nname = 停报数\nmeasure = 家\nkind = stock\nevery = quarter\nretired = 202212\n"
	"[element.one]\nname = 一家的数\nmeasure = 家\nkind = stock\nevery = quarter\nunits = wd\n"
	"[indicator.ratio]\nchapter = 1\nwords = 比重\nname = 比重\nmeasure = %\ndecimals = 1\nformula = ratio(deals, firms, "
	"100)\ntarget.2025 = 50\n"
	"[milestone.m1]\nchapter = 1\nwords = 事\n";

static struct plan *plan;

static int make_plan(void **state)
{
	struct planfile_report report = {NULL, 0};
	(void)state;
	enum err err = planfile_parse("test.ini", plan_text, strlen(plan_text), &plan, &report);
	for (int i = 0; i < report.len; i++)
		print_error("line %d: %s\n", report.mistakes[i].line, report.mistakes[i].text);
	planfile_report_free(&report);
	return err == ERR_OK ? 0 : -1;
}

static int free_plan(void **state)
{
	(void)state;
	plan_free(plan);
	return 0;
}

static struct intake_cell cell_of(const char *element, const char *unit, int period, const char *text)
{
	struct intake_cell cell = {.element = plan_element_by_code(plan, element), .unit = plan_unit_by_code(plan, unit),
		.period = period, .text = text, .kind = ENTRY_VALUE};
	assert_int_not_equal(cell.element, PLAN_NONE);
	assert_int_not_equal(cell.unit, PLAN_NONE);
	return cell;
}

static const struct entry nothing = {.note = "", .doc = ""};

static struct intake_result read_onto(const struct intake_cell *cell, const struct entry *present)
{
	struct intake_result result;
	intake_read(plan, cell, present, TODAY, &result);
	return result;
}

// ------------------------------------------------------------ refusals: which cell, which text, and a part of the sentence

static const struct refusal { const char *element, *unit; int period; const char *text, *says; } refusals[] = {
	{"firms", "wd", 202406, "1.5", ""},
	{"deals", "wd", 202406, "1,12", "1.12"},
	{"firms", "wd", 202406, "100000000000", ""},
	{"firms", "wd", 202406, "abc", ""},
	{"firms", "wd", 202406, "\xff" "12", "not valid UTF-8"},
	{"firms", "wd", 202406, "-1", "below the least that can be, 0"},
	{"people", "wd", 202312, "1000.1", "outside what can be, 1.0 to 1000.0"},
	{"people", "wd", 202312, "0.9", "outside what can be"},
	{"firms", "wd", 202405, "1", "every quarter, for months 3, 6, 9 and 12"},
	{"half", "wd", 202403, "1", "every half-year, for months 6 and 12"},
	{"people", "wd", 202306, "1", "once a year, for month 12"},
	{"firms", "wd", 201912, "1", "figures are taken from 202001 to 202612"},
	{"firms", "wd", 202703, "1", "figures are taken from 202001 to 202612"},
	{"firms", "wd", 202413, "1", "no period"},
	{"firms", "wd", 202412, "1", "has not begun"},
	{"gone", "wd", 202303, "1", "its last period was 202212"},
	{"one", "old", 202206, "1", "not asked of"},
	{"firms", "old", 202303, "1", "only"},
	{"firms", "new", 202212, "1", "from"},
	{"m1", "city", 202406, "1", "stage"},
	{"firms", "city", 202406, "1", "needs its source"},
	{"firms", "province", 202406, "1", "needs its source"},
	{"ratio", "city", 202406, "44.2", "published figure"},
	{"firms", "wd", 202406, "/", "needs its reason"},
	{"firms", "wd", 202406, "44%", ""},
	{"deals", "wd", 202406, "1 2", ""},
	{"deals", "wd", 202406, "1。12", "\"。\" is no decimal point; not saved. If it is 1.12,"},
	{"deals", "wd", 202406, "１·１２亿元", "If it is 1.12亿元,"},
};

static void test_refusals_say_why_and_decide_nothing(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof refusals / sizeof refusals[0]; i++) {
		const struct refusal *row = &refusals[i];
		struct intake_cell cell = cell_of(row->element, row->unit, row->period, row->text);
		struct intake_result result = read_onto(&cell, &nothing);
		if (result.verdict != INTAKE_REFUSED || strstr(result.why, row->says) == NULL || result.why[0] == '\0')
			fail_msg("%s %s %d \"%s\": verdict %d, \"%s\"", row->element, row->unit, row->period, row->text,
				result.verdict, result.why);
	}
}

static void test_a_number_of_two_readings_gives_both(void **state)
{
	(void)state;
	struct intake_cell cell = cell_of("deals", "wd", 202406, "1,12");
	struct intake_result result = read_onto(&cell, &nothing);
	assert_string_equal(result.reading[0], "1.12");
	assert_string_equal(result.reading[1], "112");
}

// ------------------------------------------------------------ what is taken

static void test_figures_are_taken_as_typed(void **state)
{
	static const struct { const char *element, *text; int64_t figure; enum num_qualifier qualifier; } rows[] = {
		{"firms", "70", 700000, NUM_EXACT}, {"firms", "０", 0, NUM_EXACT}, {"deals", "3.12亿", 31200, NUM_EXACT},
		{"firms", "突破380", 3800000, NUM_ABOVE}, {"firms", "380家以上", 3800000, NUM_AT_LEAST},
	};
	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct intake_cell cell = cell_of(rows[i].element, "wd", 202406, rows[i].text);
		struct intake_result result = read_onto(&cell, &nothing);
		assert_int_equal(result.verdict, INTAKE_WRITE);
		assert_int_equal(result.after.kind, ENTRY_VALUE);
		assert_int_equal(result.after.figure, rows[i].figure);
		assert_int_equal(result.after.qualifier, rows[i].qualifier);
		assert_false(result.after.final);
		assert_false(result.after.accepted);
		assert_int_equal(result.saw, 0);
	}
}

static void test_published_figures_need_no_frequency_and_may_precede_the_plan(void **state)
{
	(void)state;
	struct intake_cell cell = cell_of("ratio", "city", 201909, "44.2");
	cell.doc = "统计公报";
	struct intake_result result = read_onto(&cell, &nothing);
	assert_int_equal(result.verdict, INTAKE_WRITE);
	assert_true(result.after.accepted);
	cell = cell_of("firms", "city", 201512, "64");
	cell.doc = "公报";
	result = read_onto(&cell, &nothing);
	assert_int_equal(result.verdict, INTAKE_WRITE);
	assert_true(result.after.accepted);
}

static const struct entry present = {.kind = ENTRY_VALUE, .figure = 330000, .qualifier = NUM_ABOUT, .final = true, .note = "注",
	.doc = "许科〔2024〕12号", .change = 17};

static void test_nothing_changes_nothing(void **state)
{
	(void)state;
	struct intake_cell blank = cell_of("firms", "wd", 202406, "  ");
	assert_int_equal(read_onto(&blank, &nothing).verdict, INTAKE_NOTHING);
	struct intake_cell same = cell_of("firms", "wd", 202406, "33");
	assert_int_equal(read_onto(&same, &present).verdict, INTAKE_NOTHING);
}

static void test_a_new_figure_keeps_words_and_names_what_it_saw(void **state)
{
	(void)state;
	struct intake_cell cell = cell_of("firms", "wd", 202406, "35");
	struct intake_result result = read_onto(&cell, &present);
	assert_int_equal(result.verdict, INTAKE_WRITE);
	assert_int_equal(result.saw, 17);
	assert_string_equal(result.after.note, "注");
	assert_string_equal(result.after.doc, "许科〔2024〕12号");
	assert_int_equal(result.after.qualifier, NUM_EXACT);
	assert_true(result.after.final);
}

static void test_only_the_words_can_change(void **state)
{
	(void)state;
	struct intake_cell cell = cell_of("firms", "wd", 202406, "33");
	cell.set_qualifier = true;
	cell.qualifier = NUM_ABOVE;
	struct intake_result result = read_onto(&cell, &present);
	assert_int_equal(result.verdict, INTAKE_WRITE);
	assert_int_equal(result.after.qualifier, NUM_ABOVE);
	cell = cell_of("firms", "wd", 202406, "33");
	cell.note = "";
	result = read_onto(&cell, &present);
	assert_int_equal(result.verdict, INTAKE_WRITE);
	assert_string_equal(result.after.note, "");
	assert_int_equal(result.after.qualifier, NUM_ABOUT);
}

static void test_emptying_a_cell_writes_cleared(void **state)
{
	(void)state;
	struct intake_cell cell = cell_of("firms", "wd", 202406, "");
	struct intake_result result = read_onto(&cell, &present);
	assert_int_equal(result.verdict, INTAKE_WRITE);
	assert_int_equal(result.after.kind, ENTRY_CLEARED);
	assert_int_equal(result.after.figure, 0);
	assert_string_equal(result.after.note, "");
	const struct entry cleared = {.kind = ENTRY_CLEARED, .note = "", .doc = "", .change = 18};
	assert_int_equal(read_onto(&cell, &cleared).verdict, INTAKE_NOTHING);
}

static void test_not_reported_takes_a_real_day(void **state)
{
	static const struct { int day; enum intake_verdict verdict; } rows[] = {
		{0, INTAKE_WRITE}, {20240709, INTAKE_WRITE}, {20240229, INTAKE_WRITE}, {20230229, INTAKE_REFUSED},
		{20240700, INTAKE_REFUSED}, {20241301, INTAKE_REFUSED}, {709, INTAKE_REFUSED}, {-1, INTAKE_REFUSED},
	};
	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct intake_cell cell = cell_of("firms", "wd", 202406, "");
		cell.kind = ENTRY_NOT_REPORTED;
		cell.promised = rows[i].day;
		struct intake_result result = read_onto(&cell, &nothing);
		assert_int_equal(result.verdict, rows[i].verdict);
		if (rows[i].verdict == INTAKE_WRITE)
			assert_int_equal(result.after.promised, rows[i].day);
	}
}

static void test_not_reported_is_read_as_it_is_written(void **state)
{
	static const struct { const char *text; int period, day; } rows[] = {
		{"未报", 202406, 0}, {" 未报 ", 202406, 0}, {"未报(7月9日补报)", 202406, 20240709}, {"未报（7月9日前补报）", 202406, 20240709},
		{"未报,07-09补报", 202406, 20240709}, {"未报，将于2024年7月9日补报。", 202406, 20240709}, {"未报:20240709", 202406, 20240709},
		{"未报　７月９日", 202406, 20240709}, {"未报(明天)", 202406, 20240709}, {"not reported, due 2024-07-09", 202406, 20240709},
		{"未报(3月1日)", 202406, 20250301}, {"未报(2024-03-01)", 202406, 20240301},     // a day without a year is one to come
	};
	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct intake_cell cell = cell_of("firms", "wd", rows[i].period, rows[i].text);
		struct intake_result result = read_onto(&cell, &present);
		if (result.verdict != INTAKE_WRITE || result.after.kind != ENTRY_NOT_REPORTED || result.after.promised != rows[i].day)
			fail_msg("%s: verdict %d, day %d, \"%s\"", rows[i].text, result.verdict, result.after.promised, result.why);
	}
	struct intake_cell cell = cell_of("firms", "wd", 202406, "未报(下周)");
	struct intake_result result = read_onto(&cell, &present);
	assert_int_equal(result.verdict, INTAKE_REFUSED);
	assert_non_null(strstr(result.why, "\"下周\" is no day"));
}

static void test_not_applicable_needs_its_own_reason(void **state)
{
	(void)state;
	struct intake_cell cell = cell_of("firms", "wd", 202406, "／");
	assert_int_equal(read_onto(&cell, &present).verdict, INTAKE_REFUSED);   // the note there is about the figure
	cell.note = "   ";
	assert_int_equal(read_onto(&cell, &present).verdict, INTAKE_REFUSED);
	cell.note = "市本级无规上工业";
	struct intake_result result = read_onto(&cell, &present);
	assert_int_equal(result.verdict, INTAKE_WRITE);
	assert_int_equal(result.after.kind, ENTRY_NOT_APPLICABLE);
	assert_false(result.after.final);
}

static void test_words_are_checked(void **state)
{
	char long_note[4010], long_doc[1010];
	const struct { const char *note, *doc, *says;
	} rows[] = {
		{"a\033[31mb", NULL, "note contains a control"},
		{"a\nb", NULL, "note contains a control"},
		{NULL, "\x07", "document number contains a control"},
		{"\xe8\xae", NULL, "note is not valid UTF-8"},
		{NULL, "\xff", "document number is not valid UTF-8"},
		{long_note, NULL, "note is too long"},
		{NULL, long_doc, "too long"},
	};
	(void)state;
	memset(long_note, 'a', sizeof long_note - 1);
	memset(long_doc, 'a', sizeof long_doc - 1);
	long_note[sizeof long_note - 1] = long_doc[sizeof long_doc - 1] = '\0';
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct intake_cell cell = cell_of("firms", "wd", 202406, "1");
		cell.note = rows[i].note;
		cell.doc = rows[i].doc;
		struct intake_result result = read_onto(&cell, &nothing);
		assert_int_equal(result.verdict, INTAKE_REFUSED);
		assert_non_null(strstr(result.why, rows[i].says));
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_refusals_say_why_and_decide_nothing),
		cmocka_unit_test(test_a_number_of_two_readings_gives_both),
		cmocka_unit_test(test_figures_are_taken_as_typed),
		cmocka_unit_test(test_published_figures_need_no_frequency_and_may_precede_the_plan),
		cmocka_unit_test(test_nothing_changes_nothing),
		cmocka_unit_test(test_a_new_figure_keeps_words_and_names_what_it_saw),
		cmocka_unit_test(test_only_the_words_can_change),
		cmocka_unit_test(test_emptying_a_cell_writes_cleared),
		cmocka_unit_test(test_not_reported_takes_a_real_day),
		cmocka_unit_test(test_not_reported_is_read_as_it_is_written),
		cmocka_unit_test(test_not_applicable_needs_its_own_reason),
		cmocka_unit_test(test_words_are_checked),
	};
	return cmocka_run_group_tests(tests, make_plan, free_plan);
}
