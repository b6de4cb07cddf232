// SPDX-License-Identifier: MIT
// A report on paper: what was said of its figures stands beneath it in every format, and the HTML page is whole, asks for nothing
// from elsewhere and tells what its bars show.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "tests/storage/fixture.h"
#include "tests/storage/program.h"

static char database[512];

#define run(...) program_run(__VA_ARGS__, "--file", database)

static void expect(struct program_result result, const char *says)
{
	if (result.status != 0 || strstr(result.out, says) == NULL)
		fail_msg("status %d, \"%s\" not in: %s%s", result.status, says, result.out, result.err);
}

static void sit(const char *role)
{
	expect(run("operator", "--name", "Wang", "--dept", "tjj", "--role", role), role);
}

// One strange figure that is explained, one that is corrected after acceptance; the text would be markup anywhere.
static int told_database(void **state)
{
	(void)state;
	program_reset();
	snprintf(database, sizeof database, "%s", fixture_path("paper.db"));
	unlink(database);
	expect(program_run("init", "--plan", "tests/plans/sample.ini", database), "");
	expect(run("set", "hitech_va", "wd", "2022Q1", "20"), "20.00");
	expect(run("set", "hitech_va", "wd", "2023Q1", "198"), "198.00");
	expect(run("set", "industry_va", "wd", "2023Q1", "400"), "400.00");
	expect(run("explain", "hitech_va", "wd", "2023Q1", "a new <works> & | *more*"), "saved");
	sit("clerk");
	expect(run("submit", "--dept", "tjj", "--period", "2023Q1"), "submitted");
	sit("reviewer");
	expect(run("accept", "--dept", "tjj", "--period", "2023Q1"), "accepted");
	expect(run("correct", "industry_va", "wd", "2023Q1", "401", "--why", "a slip", "--doc", "No 7"), "");
	return 0;
}

static int remove_folder(void **state)
{
	(void)state;
	fixture_folder_done();
	return 0;
}

static char *report_as(const char *format)
{
	struct program_result result = run("report", "--period", "2023Q1", "--format", format);
	expect(result, "");
	char *text = strdup(result.out);
	assert_non_null(text);
	return text;
}

static int count(const char *text, const char *of)
{
	int found = 0;
	for (const char *at = strstr(text, of); at != NULL; at = strstr(at + 1, of))
		found++;
	return found;
}

static void assert_says(const char *text, const char *what)
{
	if (strstr(text, what) == NULL)
		fail_msg("\"%s\" is not in: %s", what, text);
}

// ------------------------------------------------------------ footnotes

static void test_what_was_said_stands_beneath(void **state)
{
	static const struct { const char *format, *said; } formats[] = {
		{"text", "198.00亿元: a new <works> & | *more*"}, {"md", "198.00亿元: a new \\<works> & \\| \\*more\\*"},
		{"html", "198.00亿元: a new &#60;works&#62; &#38; | *more*"}, {"csv", "198.00亿元: a new <works> & | *more*"},
		{"json", "198.00亿元: a new <works> & | *more*"},
	};
	(void)state;
	for (size_t i = 0; i < sizeof formats / sizeof formats[0]; i++) {
		char *text = report_as(formats[i].format);
		assert_says(text, formats[i].said);
		assert_says(text, "the baseline of 2020 is not known; the attainment is shown, pace is not judged.");
		assert_null(strstr(text, "a slip"));          // only proposed: readers see the old figure
		free(text);
	}
	expect(run("corrections", "--accept", "1"), "");
	for (size_t i = 0; i < sizeof formats / sizeof formats[0]; i++) {
		char *text = report_as(formats[i].format);
		assert_says(text, "corrected from 400.00亿元 to 401.00亿元; reason: a slip; document: No 7; accepted on 20");
		free(text);
	}
}

static void test_an_explanation_dies_with_its_figure(void **state)
{
	(void)state;
	expect(run("correct", "hitech_va", "wd", "2023Q1", "190", "--why", "again", "--doc", "No 8"), "");
	expect(run("corrections", "--accept", "2"), "");
	char *text = report_as("text");
	assert_null(strstr(text, "works"));
	assert_says(text, "corrected from 198.00亿元 to 190.00亿元");
	free(text);
	// Another unit's paper tells of its own figures only.
	expect(run("report", "--period", "2023Q1", "--unit", "province"), "");
	assert_null(strstr(run("report", "--period", "2023Q1", "--unit", "province").out, "No 8"));
	assert_says(run("report", "--period", "2023Q1", "--unit", "wd").out, "No 8");
}

// What was said of a figure that nobody has accepted yet is no more for readers than the figure is.
static void test_an_explanation_waits_for_its_figure(void **state)
{
	(void)state;
	assert_says(program_run("report", "--demo", "--unaccepted", "--period", "2024Q2").out, "演示数据:1家孵化器6月被取消备案");
	expect(program_run("report", "--demo", "--period", "2024Q2"), "demo data");
	assert_null(strstr(program_run("report", "--demo", "--period", "2024Q2").out, "被取消备案"));
}

static void test_rows_point_to_their_notes(void **state)
{
	(void)state;
	char *text = report_as("text"), *html = report_as("html"), *md = report_as("md");
	assert_says(text, " note 1 note 2 note 3\n");
	assert_says(md, "| note 1 note 2 note 3 |");
	for (int i = 1; i <= 3; i++) {
		char id[32], link[32];
		snprintf(id, sizeof id, "<li id=\"n%d\">", i);
		snprintf(link, sizeof link, "<a href=\"#n%d\">", i);
		assert_int_equal(count(html, id), 1);
		assert_true(count(html, link) >= 1);
	}
	free(text);
	free(html);
	free(md);
}

static void test_carried_and_partial_figures_are_told(void **state)
{
	static const char *const formats[] = {"text", "md", "html", "csv", "json"};
	(void)state;
	for (size_t i = 0; i < sizeof formats / sizeof formats[0]; i++) {
		struct program_result result = program_run("report", "--demo", "--unaccepted", "--format", formats[i]);
		expect(result, "the newer figure is not all reported (9/10), carried is that of at the end of 2024-03, missing: 禹州市.");
	}
	expect(program_run("report", "--demo", "--unaccepted", "--format", "csv", "--period", "2023Q4"), "");
}

// ------------------------------------------------------------ the page

static void test_the_page_is_whole_and_alone(void **state)
{
	static const char *const never[] = {"<script", "http:", "https:", "src=", "@import", "url(", "javascript", "<link", "onload"};
	(void)state;
	struct program_result result = program_run("report", "--demo", "--unaccepted", "--format", "html");
	expect(result, "<!DOCTYPE html>\n<html lang=\"zh-CN\">");
	for (size_t i = 0; i < sizeof never / sizeof never[0]; i++)
		assert_null(strstr(result.out, never[i]));
	assert_says(result.out, "</body></html>\n");
	assert_int_equal(count(result.out, "<section"), count(result.out, "</section>"));
	assert_int_equal(count(result.out, "<h2"), 12);        // overview, ten chapters, notes
	assert_int_equal(count(result.out, "<caption>"), 11);
	assert_int_equal(count(result.out, "<tr "), count(result.out, "</tr>"));
	assert_int_equal(count(result.out, "<td "), count(result.out, "</td>"));
	assert_int_equal(count(result.out, "<th "), count(result.out, "scope="));
	assert_says(result.out, "<p class=\"demo\">demo data</p>");
	assert_says(result.out, "<dd>2024-07-08</dd>");
	assert_says(result.out, "<dd>with figures not yet accepted</dd>");
	assert_int_equal(count(result.out, "<dt>check code</dt>"), 1);
}

// The numbers are those of core/bar: 研发平台 38.7 % of 96 parts, the pace in the ninth cell of twelve; a bar without a baseline is
// dots; one beyond its target is full and pointed.
static void test_bars_are_those_of_the_figures(void **state)
{
	(void)state;
	struct program_result result = program_run("report", "--demo", "--unaccepted", "--format", "html");
	assert_says(result.out, "aria-label=\"progress made 38.7%, time elapsed 70.0%\"><rect class=\"frame\" x=\".5\" y=\".5\" width=\"97\" "
		"height=\"13\"/><rect class=\"fill\" x=\"1\" y=\"1\" width=\"37\" height=\"12\"/><rect class=\"mark\" x=\"68\" ");
	assert_says(result.out, "<rect class=\"fill\" x=\"1\" y=\"1\" width=\"96\" height=\"12\"/><path class=\"beyond\"");
	assert_says(result.out, "<path class=\"dots\"");
	assert_int_equal(count(result.out, "<svg "), count(result.out, "role=\"img\" aria-label=\""));
}

// ------------------------------------------------------------ the short form

// Counts, what is behind with since when and what is needed, who has not submitted: the figures of the whole report.
static void test_the_short_form_fits_half_a_page(void **state)
{
	static const char *const formats[] = {"text", "md", "html"};
	static const char *const told[] = {
		"Indicators: 13 rows early 1 faster 1 expected 2 behind 4 critical 1 no base 2 unjudged 1 in words 1",
		"Milestones, projects and tasks: 77 rows early 7 expected 51 behind 7 critical 4 unjudged 3 in words 5",
		"国家级、省级研发平台: ~208/300个, 31.3 points behind pace, since first quarter of 2022; 92个 off, needed a year from here on: "
		"gain 61.3个, in the last year: up 17.",
		"主要科技创新指标高于全省平均水平: 7 of 9 comparable, 3 not above the province; of 2 no provincial figure is published, behind. "
		"Behind since year 2023.",
		"Newer than first quarter of 2024: 规模以上高新技术产业增加值占规模以上工业增加值比重 fell from 49.0% to 46.9%; 高新技术企业 rose from "
		"467家 to 485家; 国家级、省级研发平台 rose from 204个 to 208个.",
		"8 nodes of milestones, projects and tasks are overdue, the longest by 190 days.",
		"5 of 12 owners have not submitted (filled/asked): 许昌市 (tasks 72/75) and 建安区 (7/7 tasks 2/2) and 禹州市 (5/7 tasks "
		"2/2) and ",
	};
	(void)state;
	for (size_t f = 0; f < sizeof formats / sizeof formats[0]; f++) {
		struct program_result result = program_run("report", "--demo", "--unaccepted", "--brief", "--format", formats[f]);
		expect(result, "demo data");
		for (size_t i = 0; i < sizeof told / sizeof told[0]; i++)
			assert_says(result.out, told[i]);
		// The worst first.
		assert_true(strstr(result.out, "研发平台: ") < strstr(result.out, "创新引领型企业: "));
	}
	assert_true(count(program_run("report", "--demo", "--unaccepted", "--brief").out, "\n") <= 30);
}

static void test_the_short_form_of_one_county(void **state)
{
	(void)state;
	expect(program_run("report", "--demo", "--unaccepted", "--brief", "--unit", "yz"),
		"1 of 1 owners have not submitted (filled/asked): 禹州市 (5/7 tasks 2/2).");
	expect(run("report", "--brief", "--period", "2023Q1"), "None of those that can be judged is behind.");
	expect(run("report", "--brief", "--period", "2023Q1"), "All 1 owners have submitted.");
	expect(run("report", "--brief", "--period", "2023Q1"), "No figure is newer than year 2022.");
	struct program_result refused = program_run("report", "--demo", "--unaccepted", "--brief", "--format", "csv");
	assert_int_equal(refused.status, 2);
	assert_says(refused.err, "text, md or html, not as csv");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_what_was_said_stands_beneath),
		cmocka_unit_test(test_an_explanation_dies_with_its_figure),
		cmocka_unit_test(test_an_explanation_waits_for_its_figure),
		cmocka_unit_test(test_rows_point_to_their_notes),
		cmocka_unit_test(test_carried_and_partial_figures_are_told),
		cmocka_unit_test(test_the_page_is_whole_and_alone),
		cmocka_unit_test(test_bars_are_those_of_the_figures),
		cmocka_unit_test(test_the_short_form_fits_half_a_page),
		cmocka_unit_test(test_the_short_form_of_one_county),
	};
	return cmocka_run_group_tests(tests, told_database, remove_folder);
}
