// SPDX-License-Identifier: MIT
// One figure is the same everywhere: 200 random cells of the demonstration (unit, period, indicator, which figure) against what
// core says of them, in text, Markdown, HTML, CSV, JSON and a spreadsheet. And what a spreadsheet is beside its figures.
#include <locale.h>
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "core/phrase.h"
#include "exchange/report.h"
#include "tests/storage/cells.h"
#include "tests/storage/demo_file.h"
#include "tests/storage/fixture.h"
#include "tests/storage/program.h"
#include "tests/storage/xlsx.h"

static struct context context;

static int open_demo(void **state)
{
	(void)state;
	demo_file_open(&context, DB_READ);
	return 0;
}

static int close_demo(void **state)
{
	(void)state;
	demo_file_close(&context);
	return 0;
}

// ------------------------------------------------------------ one report, six ways

enum way { TEXT, MARKDOWN, HTML, CSV, JSON, WAYS };
static const char *const way_names[WAYS] = {"text", "Markdown", "HTML", "CSV", "JSON"};
struct papers { struct report *report; char *as[WAYS]; struct xlsx *sheet; };

static void make_papers(struct papers *papers, int unit, int period, enum survey_figures figures)
{
	static void (*const put[WAYS])(const struct report *report, FILE *out) = {
		report_put_text, report_put_markdown, report_put_html, report_put_csv, report_put_json};
	const struct report_query query = {.period = period, .unit = unit, .today = context.today, .chapter = PLAN_NONE, .figures = figures,
		.by_unit = true};
	fixture_ok(report_new(context.store, context.plan, &query, &papers->report));
	for (int way = 0; way < WAYS; way++) {
		size_t len;
		FILE *out = open_memstream(&papers->as[way], &len);
		assert_non_null(out);
		put[way](papers->report, out);
		fclose(out);
	}
	FILE *book = fopen(fixture_path("cells.xlsx"), "w");
	assert_non_null(book);
	fixture_ok(report_write_xlsx(papers->report, book));
	assert_int_equal(fclose(book), 0);
	papers->sheet = xlsx_read(fixture_path("cells.xlsx"), 1);
}

static void free_papers(struct papers *papers)
{
	for (int way = 0; way < WAYS; way++)
		free(papers->as[way]);
	xlsx_free(papers->sheet);
	report_free(papers->report);
}

// ------------------------------------------------------------ one cell

static const struct field {
	const char *json;                        // its key; then the same in the spreadsheet and in CSV
	const char *column;
	enum phrase_field table, csv;            // as the tables print it; TABLE as large as the others' column
	size_t at;
} fields[] = {
	{"value", "value", PHRASE_VALUE_TARGET, PHRASE_VALUE_WORDS, offsetof(struct standing, value)},
	{"gap", "gap", PHRASE_GAP, PHRASE_GAP, offsetof(struct standing, gap)},
	{"lag", "against pace", PHRASE_LAG_SHORT, PHRASE_LAG, offsetof(struct standing, lag)},
	{"needed", "needed a year", PHRASE_NEEDED_SHORT, PHRASE_NEEDED, offsetof(struct standing, needed)},
	{"attainment", "attainment", PHRASE_LAG_SHORT, PHRASE_ATTAINMENT, offsetof(struct standing, attainment)},
};
#define FIELDS (int)(sizeof fields / sizeof fields[0])

// From the start of what begins with MARK to END.
static char *piece(const char *text, const char *mark, const char *end)
{
	const char *from = strstr(text, mark);
	if (from == NULL)
		fail_msg("there is no %s", mark);
	const char *until = strstr(from + strlen(mark), end);
	assert_non_null(until);
	return strndup(from, (size_t)(until - from));
}

static void assert_in(const struct papers *papers, enum way way, const char *mark, const char *end, const char *says)
{
	char *row = piece(papers->as[way], mark, end);
	if (strstr(row, says) == NULL)
		fail_msg("%s: \"%s\" is not in %s", way_names[way], says, row);
	free(row);
}

static double number_in(const char *text, int *decimals)
{
	const char *digits = text + strcspn(text, "0123456789"), *point = strchr(digits, '.');
	*decimals = point != NULL ? (int)strspn(point + 1, "0123456789") : 0;
	return strtod(digits, NULL);
}

// As printed, or a hair beside it where rounding must not flatter: never a whole last digit away.
static void assert_near(const char *where, double found, const char *printed, double unit)
{
	int decimals;
	double expected = number_in(printed, &decimals) * unit, step = unit * pow(10, -decimals);
	if (fabs(fabs(found) - expected) >= step)
		fail_msg("%s: %.12g is not the printed %s", where, found, printed);
}

// A figure is exactly the printed one in a spreadsheet; 12 digits in JSON.
static void check_numbers(const struct papers *papers, const struct standing *s, const struct field *field, const char *printed)
{
	const struct plan_indicator *ind = &context.plan->indicators[s->indicator];
	char json[128], percent = strchr(printed, '%') != NULL && strcmp(field->json, "attainment") == 0;
	bool number;
	int decimals;
	program_standing(papers->as[JSON], ind->code, field->json, json, sizeof json);
	assert_near("JSON", strtod(json, NULL), printed, percent ? 0.01 : 1);
	int row = xlsx_find_row(papers->sheet, 1, ind->name), col = xlsx_find_column(papers->sheet, 4, field->column);
	assert_true(row > 4 && col > 0);
	double found = strtod(xlsx_cell(papers->sheet, row, col, &number), NULL);
	if (!number || fabs(fabs(found) * (strchr(printed, '%') != NULL && field->csv != PHRASE_LAG ? 100 : 1) - number_in(printed, &decimals)) > 1e-9)
		fail_msg("spreadsheet: %s %s is %.12g, printed %s", ind->code, field->json, found, printed);
	assert_int_equal(found < 0, rat_sign(((const struct maybe *)(const void *)((const char *)s + field->at))->v) < 0);
}

static void check_nothing(const struct papers *papers, const struct standing *s, const struct field *field)
{
	const struct plan_indicator *ind = &context.plan->indicators[s->indicator];
	char json[128];
	program_standing(papers->as[JSON], ind->code, field->json, json, sizeof json);
	assert_string_equal(json, "null");
	int row = xlsx_find_row(papers->sheet, 1, ind->name), col = xlsx_find_column(papers->sheet, 4, field->column);
	assert_string_equal(xlsx_cell(papers->sheet, row, col, NULL), "");
}

static bool check_cell(const struct papers *papers, const struct standing *s, const struct field *field)
{
	const struct plan *plan = context.plan;
	const struct plan_indicator *ind = &plan->indicators[s->indicator];
	char table[PHRASE_LONG], csv[PHRASE_LONG], row[PHRASE_LONG], mark[256];
	phrase_write(plan, s, PHRASE_ROW, row, sizeof row);
	phrase_write(plan, s, field->table, table, sizeof table);
	phrase_write(plan, s, field->csv, csv, sizeof csv);
	if (!((const struct maybe *)(const void *)((const char *)s + field->at))->has || csv[0] == '\0') {
		check_nothing(papers, s, field);
		return false;
	}
	snprintf(mark, sizeof mark, "%c %s ", standing_letter_of(s), ind->code);
	assert_in(papers, TEXT, mark, "\n", row[0] != '\0' ? row : table);
	snprintf(mark, sizeof mark, "\"row\">%s<", ind->name);
	assert_in(papers, HTML, mark, "</tr>", row[0] != '\0' ? row : table);
	snprintf(mark, sizeof mark, ",%s,", ind->code);
	assert_in(papers, CSV, mark, "\n", csv);
	snprintf(mark, sizeof mark, "| %s | ", ind->code);
	assert_in(papers, MARKDOWN, mark, "\n", strcmp(field->json, "value") == 0 ? table : strcmp(field->json, "attainment") == 0 ? "|" : csv);
	if (strpbrk(csv, "0123456789") != NULL)
		check_numbers(papers, s, field, csv);
	return true;
}

// The mark of a figure that no reviewer has seen, or none, in all six; which figures are in stands at the top.
static bool check_accepted(const struct papers *papers, const struct standing *s)
{
	const struct plan_indicator *ind = &context.plan->indicators[s->indicator];
	char json[128], table[PHRASE_LONG], mark[256];
	bool marked = standing_unaccepted(s);
	program_standing(papers->as[JSON], ind->code, "accepted", json, sizeof json);
	assert_string_equal(json, !s->value.has ? "null" : s->accepted ? "true" : "false");
	snprintf(mark, sizeof mark, ",%s,", ind->code);
	char *csv = piece(papers->as[CSV], mark, "\n");
	assert_int_equal(strstr(csv, ",~,") != NULL, marked);
	free(csv);
	int at = xlsx_find_row(papers->sheet, 1, ind->name);
	assert_int_equal(xlsx_cell(papers->sheet, at, xlsx_find_column(papers->sheet, 4, "caveat"), NULL)[0] == '~', marked);
	phrase_write(context.plan, s, PHRASE_VALUE_TARGET, table, sizeof table);
	assert_int_equal(table[0] == '~', marked);               // text, Markdown and HTML are held against it
	return marked;
}

static void check_heads(const struct papers *papers)
{
	bool accepted = papers->report->figures == SURVEY_ACCEPTED;
	const char *words = report_figures_words(papers->report), *code = accepted ? "\"figures\":\"accepted\"" : "\"figures\":\"all\"";
	for (int way = 0; way < WAYS; way++)
		if (strstr(papers->as[way], way == JSON ? code : words) == NULL)
			fail_msg("%s does not say: %s", way_names[way], words);
	assert_non_null(strstr(xlsx_cell(papers->sheet, 2, 0, NULL), words));
}

static void test_two_hundred_cells_are_the_same_everywhere(void **state)
{
	int compared = 0, marked = 0;
	struct cells cells;
	(void)state;
	cells_begin(&cells, context.plan);
	while (cells_next(&cells)) {
		struct papers papers = {0};
		make_papers(&papers, cells.unit, cells.period, cells.figures);
		check_heads(&papers);
		for (int c = 0; c < CELLS_OF_EACH; c++) {
			const struct standing *s = survey_at(papers.report->survey, cells.indicators[c]);
			marked += check_accepted(&papers, s);
			for (int f = 0; f < FIELDS; f++)
				compared += check_cell(&papers, s, &fields[f]);
		}
		free_papers(&papers);
	}
	print_message("# %d figures of %d cells compared, %d marked\n", compared, CELLS_PAPERS * CELLS_OF_EACH, marked);
	assert_true(compared >= 200 && marked > 0);
}

// ------------------------------------------------------------ the spreadsheet

static void test_units_side_by_side(void **state)
{
	const struct plan *plan = context.plan;
	struct papers papers = {0};
	(void)state;
	make_papers(&papers, plan->root, 202406, SURVEY_ALL);
	struct xlsx *sheet = xlsx_read(fixture_path("cells.xlsx"), 2);
	int filled = 0;
	for (int i = 0; i < plan->indicators_len; i++)
		for (int u = 0; u < plan->units_len; u++) {
			const struct survey *survey = papers.report->by_unit[i];
			int row = xlsx_find_row(sheet, 0, plan->indicators[i].name), col = xlsx_find_column(sheet, 4, plan->units[u].name);
			char printed[PHRASE_LONG];
			int decimals;
			bool number;
			if (survey == NULL || plan->units[u].compare)
				continue;
			const char *cell = xlsx_cell(sheet, row, col, &number);
			assert_int_equal(number, survey_at(survey, u)->value.has);
			if (number)
				assert_true(fabs(strtod(cell, NULL) - number_in(phrase_write(plan, survey_at(survey, u), PHRASE_VALUE,
					printed, sizeof printed), &decimals)) < 1e-9);
			filled += number;
		}
	assert_true(filled > 90);
	xlsx_free(sheet);
	free_papers(&papers);
}

static void test_a_sheet_is_made_to_work_with(void **state)
{
	static const struct { const char *part, *holds; } parts[] = {
		{"xl/worksheets/sheet1.xml", "<pane xSplit=\"2\" ySplit=\"5\" topLeftCell=\"C6\""},
		{"xl/worksheets/sheet1.xml", "<autoFilter ref=\"A5:S18\"/>"},
		{"xl/worksheets/sheet1.xml", "<cfRule type=\"dataBar\""},
		{"xl/worksheets/sheet1.xml", "orientation=\"landscape\""},
		{"xl/worksheets/sheet2.xml", "<cfRule type=\"dataBar\""},
		{"xl/comments1.xml", "carried is that of at the end of 2024-03, missing: 禹州市."},
		{"xl/styles.xml", "formatCode=\"0.0&quot; off&quot;;0.0&quot; off&quot;;0.0&quot; off&quot;\""},
		{"xl/workbook.xml", "name=\"All indicators\""},
		{"xl/workbook.xml", "name=\"Notes on the figures\""},
	};
	struct papers papers = {0};
	(void)state;
	make_papers(&papers, context.plan->root, 202406, SURVEY_ALL);
	for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++) {
		char *part = xlsx_part(fixture_path("cells.xlsx"), parts[i].part);
		if (part == NULL || strstr(part, parts[i].holds) == NULL)
			fail_msg("%s does not hold %s: %s", parts[i].part, parts[i].holds, part);
		free(part);
	}
	int caveat = xlsx_find_column(papers.sheet, 4, "caveat");
	assert_string_equal(xlsx_cell(papers.sheet, xlsx_find_row(papers.sheet, 1, "高新技术企业"), caveat, NULL), "~no baseline");
	assert_string_equal(xlsx_cell(papers.sheet, xlsx_find_row(papers.sheet, 1, "每万人口高价值发明专利拥有量"), caveat, NULL), "carried");
	assert_string_equal(xlsx_cell(papers.sheet, 3, 0, NULL), "demo data");
	free_papers(&papers);
}

// ------------------------------------------------------------ no room

static void assert_refused(const char *file, const char *temporary, const char *says)
{
	struct stat status;
	program_setenv("TMPDIR", temporary);
	struct program_result result = program_run("report", "--file", context.path, "--format", "xlsx", "-o", file);
	program_setenv("TMPDIR", NULL);
	if (result.status != 3 || strstr(result.err, says) == NULL)
		fail_msg("status %d: %s", result.status, result.err);
	assert_int_not_equal(stat(file, &status), 0);
}

static void test_a_full_disk_leaves_no_half_spreadsheet(void **state)
{
	char folder[256], file[300];
	(void)state;
	snprintf(folder, sizeof folder, "%s", fixture_path("small"));
	snprintf(file, sizeof file, "%s/r.xlsx", folder);
	assert_int_equal(mkdir(folder, 0700), 0);
	if (mount("none", folder, "tmpfs", 0, "size=12k") != 0)
		skip();
	assert_refused(file, NULL, "could not be written whole");
	assert_refused(fixture_path("r.xlsx"), folder, "no room");
	assert_int_equal(rmdir(folder) != 0 && umount(folder) == 0, 1);
	assert_int_equal(rmdir(folder), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_two_hundred_cells_are_the_same_everywhere),
		cmocka_unit_test(test_units_side_by_side),
		cmocka_unit_test(test_a_sheet_is_made_to_work_with),
		cmocka_unit_test(test_a_full_disk_leaves_no_half_spreadsheet),
	};
	setlocale(LC_ALL, "C.UTF-8");
	unsetenv("LANGUAGE");
	return cmocka_run_group_tests(tests, open_demo, close_demo);
}
