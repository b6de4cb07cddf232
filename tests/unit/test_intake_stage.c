// SPDX-License-Identifier: MIT
// What is taken and what is refused of a stage and its nodes, one row a case.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "config/planfile.h"
#include "core/intake_stage.h"

#define TODAY 20240708
#define LONG 100000

static const char plan_text[] =
	"[plan]\nformat = 1\nid = t\ntitle = T\nbase_year = 2020\ntarget_year = 2025\nroot = city\n"
	"[unit.city]\nname = 许昌市\n[unit.wd]\nname = 魏都区\nparent = city\n"
	"[chapter.1]\ntitle = A\n"
	"[milestone.m1]\nchapter = 1\nwords = 事\n";

static struct plan *plan;
static int element, city, wd;

static int make_plan(void **state)
{
	struct planfile_report report = {NULL, 0};
	(void)state;
	enum err err = planfile_parse("test.ini", plan_text, strlen(plan_text), &plan, &report);
	planfile_report_free(&report);
	if (err != ERR_OK)
		return -1;
	element = plan_element_by_code(plan, "m1");
	city = plan_unit_by_code(plan, "city");
	wd = plan_unit_by_code(plan, "wd");
	return 0;
}

static int free_plan(void **state)
{
	(void)state;
	plan_free(plan);
	return 0;
}

static char *repeated(const char *text, int times)
{
	size_t len = strlen(text);
	char *out = malloc(len * (size_t)times + 1);
	assert_non_null(out);
	for (int i = 0; i < times; i++)
		memcpy(out + len * (size_t)i, text, len);
	out[len * (size_t)times] = '\0';
	return out;
}

static const struct entry no_entry = {.note = "", .doc = ""};
static const struct stage no_stage = {.progress = "", .problem = "", .next = ""};
static const struct node no_node = {.name = "", .doc = ""};

static struct intake_stage_result read_stage(enum stage_kind stage, const char *percent, const char *progress, const char *next)
{
	const struct intake_stage ask = {element, city, 202406, stage, percent, progress, "", next};
	struct intake_stage_result out;
	intake_stage_read(plan, &ask, &no_entry, &no_stage, TODAY, &out);
	return out;
}

static void test_stage(void **state)
{
	static const struct {
		enum stage_kind stage;
		const char *percent, *progress, *next;
		enum intake_verdict verdict;
		enum intake_stage_field field;
		const char *why;
	} cases[] = {
		{STAGE_NOT_STARTED, "", "", "", INTAKE_WRITE, 0, ""},
		{STAGE_UNDER_WAY, "", "做了", "还做", INTAKE_WRITE, 0, ""},
		{STAGE_UNDER_WAY, " ５０％ ", "做了", "还做", INTAKE_WRITE, 0, ""},
		{STAGE_UNDER_WAY, "", " 　 ", "还做", INTAKE_REFUSED, INTAKE_FIELD_PROGRESS, "progress"},
		{STAGE_UNDER_WAY, "", "做了", "", INTAKE_REFUSED, INTAKE_FIELD_NEXT, "next step"},
		{STAGE_DONE, "100", "做完", "", INTAKE_REFUSED, INTAKE_FIELD_NEXT, "next step"},
		{STAGE_UNDER_WAY, "101", "做了", "还做", INTAKE_REFUSED, INTAKE_FIELD_PERCENT, "101"},
		{STAGE_UNDER_WAY, "-1", "做了", "还做", INTAKE_REFUSED, INTAKE_FIELD_PERCENT, "-1"},
		{STAGE_UNDER_WAY, "一半", "做了", "还做", INTAKE_REFUSED, INTAKE_FIELD_PERCENT, "一半"},
		{STAGE_NOT_STARTED, "", "a\nb", "", INTAKE_REFUSED, INTAKE_FIELD_PROGRESS, "control"},
		{STAGE_NOT_STARTED, "", "\xff", "", INTAKE_REFUSED, INTAKE_FIELD_PROGRESS, "UTF-8"},
		{STAGE_NOT_STARTED, "", "", "\033[2J", INTAKE_REFUSED, INTAKE_FIELD_NEXT, "control"},
	};
	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct intake_stage_result out = read_stage(cases[i].stage, cases[i].percent, cases[i].progress, cases[i].next);
		if (out.verdict != cases[i].verdict || out.field != cases[i].field || strstr(out.why, cases[i].why) == NULL)
			fail_msg("case %zu: %d %d %s", i, out.verdict, out.field, out.why);
	}
	assert_int_equal(read_stage(STAGE_UNDER_WAY, "５０％", "做了", "还做").entry.figure, 50 * NUM_SCALE);
	assert_int_equal(read_stage(STAGE_UNDER_WAY, "", "做了", "还做").entry.kind, ENTRY_CLEARED);
}

static void test_long_texts(void **state)
{
	char *full = repeated("a", INTAKE_STAGE_BYTES), *over = repeated("a", INTAKE_STAGE_BYTES + 1), *far = repeated("字", LONG);
	(void)state;
	assert_int_equal(read_stage(STAGE_UNDER_WAY, "", full, "还做").verdict, INTAKE_WRITE);
	assert_int_equal(read_stage(STAGE_UNDER_WAY, "", over, "还做").verdict, INTAKE_REFUSED);
	struct intake_stage_result out = read_stage(STAGE_UNDER_WAY, "", "做了", far);
	assert_int_equal(out.verdict, INTAKE_REFUSED);
	assert_int_equal(out.field, INTAKE_FIELD_NEXT);
	assert_non_null(strstr(out.why, "300000"));
	assert_non_null(strstr(out.why, "4000"));
	out = read_stage(STAGE_UNDER_WAY, far, "做了", "还做");
	assert_int_equal(out.verdict, INTAKE_REFUSED);
	assert_true(strlen(out.why) < 200);
	free(full);
	free(over);
	free(far);
}

static void test_where_and_when(void **state)
{
	static const struct { bool city; int period; enum intake_verdict verdict; } cases[] = {
		{true, 202406, INTAKE_WRITE}, {false, 202406, INTAKE_REFUSED}, {true, 202403, INTAKE_REFUSED},
		{true, 202412, INTAKE_WRITE}, {true, 202506, INTAKE_REFUSED}, {true, 201912, INTAKE_REFUSED},
	};
	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		const struct intake_stage ask = {element, cases[i].city ? city : wd, cases[i].period, STAGE_NOT_STARTED, "", "", "", ""};
		struct intake_stage_result out;
		intake_stage_read(plan, &ask, &no_entry, &no_stage, TODAY, &out);
		if (out.verdict != cases[i].verdict)
			fail_msg("case %zu: %d %s", i, out.verdict, out.why);
	}
}

static void test_what_stands_is_not_written_again(void **state)
{
	const struct entry entry = {.element = element, .unit = city, .period = 202406, .kind = ENTRY_CLEARED, .note = "注",
		.doc = "", .change = 7};
	const struct stage stage = {element, city, 202406, STAGE_UNDER_WAY, "做了", "", "还做", 8};
	struct intake_stage ask = {element, city, 202406, STAGE_UNDER_WAY, "", "做了", "", "还做"};
	struct intake_stage_result out;
	(void)state;
	intake_stage_read(plan, &ask, &entry, &stage, TODAY, &out);
	assert_int_equal(out.verdict, INTAKE_NOTHING);
	ask.percent = "3";
	intake_stage_read(plan, &ask, &entry, &stage, TODAY, &out);
	assert_int_equal(out.verdict, INTAKE_WRITE);
	assert_int_equal(out.saw_entry, 7);
	assert_int_equal(out.saw_stage, 8);
	assert_string_equal(out.entry.note, "注");
}

static void test_months(void **state)
{
	static const struct { const char *text; int month; } cases[] = {
		{"2024-03", 202403}, {"202403", 202403}, {"2024年3月", 202403}, {"2024年03月", 202403}, {"２０２４－０３", 202403},
		{" 2024.3 ", 202403}, {"2024/12", 202412}, {"", 0}, {" 　", 0},
		{"2024", -1}, {"2024-13", -1}, {"2024-00", -1}, {"24-03", -1}, {"2024-03-01", -1}, {"202403x", -1}, {"2024-1 2", -1},
		{"三月", -1}, {"1900-01", -1}, {"2024年", -1}, {"2024-003", -1},
	};
	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		int month = 0;
		if (intake_month(cases[i].text, &month) != (cases[i].month >= 0) || (cases[i].month >= 0 && month != cases[i].month))
			fail_msg("%s: %d", cases[i].text, month);
	}
}

static void test_nodes(void **state)
{
	static const struct {
		const char *name, *planned, *done, *doc;
		enum intake_verdict verdict;
		enum intake_node_field field;
		const char *why;
	} cases[] = {
		{"申报", "2024-03", "", "", INTAKE_WRITE, 0, ""},
		{"申报", "", "", "", INTAKE_WRITE, 0, ""},
		{"申报", "2024-03", "2024-07", "豫科〔2024〕1号", INTAKE_WRITE, 0, ""},
		{"申报", "2024-03", "2024-08", "", INTAKE_REFUSED, INTAKE_NODE_DONE, "202408"},
		{"申报", "2024-03", "2020-01", "", INTAKE_WRITE, 0, ""},
		{"申报", "2024-03", "2019-12", "", INTAKE_REFUSED, INTAKE_NODE_DONE, "2020"},
		{"申报", "3月", "", "", INTAKE_REFUSED, INTAKE_NODE_PLANNED, "3月"},
		{"申报", "", "昨天", "", INTAKE_REFUSED, INTAKE_NODE_DONE, "昨天"},
		{"", "2024-03", "", "", INTAKE_REFUSED, INTAKE_NODE_NAME, "name"},
		{"", "", "", "", INTAKE_NOTHING, 0, ""},
		{"a\tb", "", "", "", INTAKE_REFUSED, INTAKE_NODE_NAME, "control"},
		{"申报", "", "", "\001", INTAKE_REFUSED, INTAKE_NODE_DOC, "control"},
	};
	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		const struct intake_node ask = {element, city, 1, cases[i].name, cases[i].planned, cases[i].done, cases[i].doc};
		struct intake_node_result out;
		intake_node_read(plan, &ask, &no_node, TODAY, &out);
		if (out.verdict != cases[i].verdict || out.field != cases[i].field || strstr(out.why, cases[i].why) == NULL)
			fail_msg("case %zu: %d %d %s", i, out.verdict, out.field, out.why);
	}
}

static void test_node_taken_away(void **state)
{
	const struct node node = {element, city, 1, "申报", "", 202403, 0, 9};
	struct intake_node ask = {element, city, 1, "", "", "", ""};
	struct intake_node_result out;
	(void)state;
	intake_node_read(plan, &ask, &node, TODAY, &out);
	assert_int_equal(out.verdict, INTAKE_WRITE);
	assert_string_equal(out.node.name, "");
	assert_int_equal(out.saw, 9);
	ask.name = "申报";
	ask.planned = "2024年3月";
	intake_node_read(plan, &ask, &node, TODAY, &out);
	assert_int_equal(out.verdict, INTAKE_NOTHING);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_stage), cmocka_unit_test(test_long_texts), cmocka_unit_test(test_where_and_when),
		cmocka_unit_test(test_what_stands_is_not_written_again), cmocka_unit_test(test_months), cmocka_unit_test(test_nodes),
		cmocka_unit_test(test_node_taken_away),
	};
	return cmocka_run_group_tests(tests, make_plan, free_plan);
}
