// SPDX-License-Identifier: MIT
// Paper as others' programs see it: the spreadsheet opened by LibreOffice and compared cell by cell, the page rendered by Chromium at
// A4 and on a telephone, and printed. Skipped where those programs are not; PAPER=must (make paper-check) makes that a failure.
#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include <cmocka.h>

#include "core/phrase.h"
#include "exchange/report.h"
#include "tests/storage/demo_file.h"
#include "tests/storage/fixture.h"
#include "tests/storage/program.h"

static struct context context;
static struct report *report;

static void expect_done(struct program_result result)
{
	if (result.status != 0)
		fail_msg("status %d: %s", result.status, result.err);
}

// An issued one, as it is shown again later.
static void make_bulletin(void)
{
	expect_done(program_run("operator", "--name", "Wang", "--dept", "kjj", "--role", "planner", "--file", context.path));
	expect_done(program_run("bulletin", "--issue", "--period", "2024H1", "--file", context.path));
	expect_done(program_run("bulletin", "--show", "1", "--format", "html", "-o", fixture_path("b.html"), "--file", context.path));
}

static int make_papers(void **state)
{
	(void)state;
	demo_file_open(&context, DB_READ);
	const struct report_query query = {.period = 202406, .unit = context.plan->root, .today = context.today, .chapter = PLAN_NONE,
		.by_unit = true};
	fixture_ok(report_new(context.store, context.plan, &query, &report));
	FILE *book = fopen(fixture_path("r.xlsx"), "w"), *page = fopen(fixture_path("r.html"), "w");
	assert_true(book != NULL && page != NULL);
	fixture_ok(report_write_xlsx(report, book));
	report_put_html(report, page);
	make_bulletin();
	return fclose(book) + fclose(page);
}

static int remove_papers(void **state)
{
	char command[600];
	(void)state;
	report_free(report);
	snprintf(command, sizeof command, "rm -rf '%s/profile'", fixture_folder());
	if (system(command) != 0)
		return 1;
	demo_file_close(&context);
	return 0;
}

// Is PROGRAM there? Else the test is left out, or has failed where it must run.
static void need(const char *program)
{
	char command[128];
	const char *paper = getenv("PAPER");
	snprintf(command, sizeof command, "command -v %s >/dev/null", program);
	if (system(command) == 0)
		return;
	if (paper != NULL && strcmp(paper, "must") == 0)
		fail_msg("%s is not here", program);
	skip();
}

// In the folder of the files, with a home of its own; the output is kept as out and err.
static void run(const char *command)
{
	char line[2048];
	snprintf(line, sizeof line, "cd '%s' && HOME=$PWD timeout -k 5 100 %s >out 2>err </dev/null", fixture_folder(), command);
	if (system(line) != 0)
		fail_msg("%s: %s", command, program_bytes(fixture_path("err"), &(size_t){0}));
}

static int count(const char *text, const char *of)
{
	int found = 0;
	for (const char *at = strstr(text, of); at != NULL; at = strstr(at + 1, of))
		found++;
	return found;
}

// ------------------------------------------------------------ LibreOffice

// What a person sees in the cell, behind the name of its row, from a table with tabs.
static void assert_shown(const char *row, int col, const char *printed)
{
	for (int i = 0; i < col; i++) {
		row = strchr(row, '\t');
		assert_non_null(row);
		row++;
	}
	size_t len = strcspn(row, "\t\n");
	if (len != strlen(printed) || strncmp(row, printed, len) != 0)
		fail_msg("LibreOffice shows \"%.*s\", printed is \"%s\"", (int)len, row, printed);
}

static const struct { int col; enum phrase_field field; size_t at; } shown[] = {
	{3, PHRASE_VALUE_WORDS, offsetof(struct standing, value)}, {6, PHRASE_BASELINE, offsetof(struct standing, baseline)},
	{7, PHRASE_TARGET, offsetof(struct standing, target)}, {8, PHRASE_ATTAINMENT, offsetof(struct standing, attainment)},
	{9, PHRASE_DONE, offsetof(struct standing, done)}, {10, PHRASE_ELAPSED, offsetof(struct standing, elapsed)},
	{11, PHRASE_LAG_SHORT, offsetof(struct standing, lag)}, {12, PHRASE_GAP, offsetof(struct standing, gap)},
	{13, PHRASE_NEEDED_SHORT, offsetof(struct standing, needed)}, {14, PHRASE_RECENT_SHORT, offsetof(struct standing, recent)},
	{15, PHRASE_PROJECTED, offsetof(struct standing, projected)},
};

static int check_row(const char *text, const struct standing *s)
{
	char mark[256], printed[PHRASE_LONG];
	int figures = 0;
	snprintf(mark, sizeof mark, "\t%s\t", context.plan->indicators[s->indicator].name);
	const char *row = strstr(text, mark);
	assert_non_null(row);
	while (row > text && row[-1] != '\n')
		row--;
	for (size_t i = 0; i < sizeof shown / sizeof shown[0]; i++) {
		bool has = ((const struct maybe *)(const void *)((const char *)s + shown[i].at))->has;
		phrase_write(context.plan, s, shown[i].field, printed, sizeof printed);
		assert_shown(row, shown[i].col, has ? printed : "");
		figures += has;
	}
	return figures;
}

static void test_libreoffice_shows_the_printed_figures(void **state)
{
	int figures = 0;
	size_t len;
	(void)state;
	need("soffice");
	run("soffice -env:UserInstallation=file://\"$PWD\"/profile --headless --convert-to "
	    "'csv:Text - txt - csv (StarCalc):9,0,76,1,,0,false,true,true,false,false,1' r.xlsx");
	char *text = program_bytes(fixture_path("r-All indicators.csv"), &len);
	if (text == NULL)
		text = program_bytes(fixture_path("r.csv"), &len);
	assert_non_null(text);
	for (int i = 0; i < context.plan->indicators_len; i++)
		if (context.plan->indicators[i].kind != PLAN_STAGES)
			figures += check_row(text, survey_at(report->survey, i));
	print_message("# %d figures compared in LibreOffice\n", figures);
	assert_true(figures > 90);
	free(text);
}

// ------------------------------------------------------------ Chromium

#define CHROMIUM "chromium --headless --no-sandbox --disable-gpu --user-data-dir=\"$PWD\"/profile/web "

// The page in frames of the widths of a sheet of paper, a desk and two telephones, and what came of it as text.
static const char frames[] =
	"<!DOCTYPE html><meta charset=utf-8><body><pre id=told></pre><script>\n"
	"const widths=[718,794,1200,400,360],told=document.getElementById('told');let left=widths.length;\n"
	"for(const w of widths){const f=document.createElement('iframe');f.style.cssText=`width:${w}px;height:900px;border:0`;f.src='PAGE';\n"
	"f.onload=()=>{const d=f.contentDocument,e=d.documentElement;let out=0;\n"
	"for(const n of d.body.querySelectorAll('*')){const r=n.getBoundingClientRect();if(r.right>w+0.5&&!n.closest('thead'))out++}\n"
	"told.textContent+=`width ${w}: scrolls ${e.scrollWidth>w} outside ${out} rows ${d.querySelectorAll('tbody tr').length} bars "
	"${d.querySelectorAll('svg').length} text ${d.body.innerText.includes('研发平台')}\\n`;\n"
	"for(const s of d.querySelectorAll('svg')){const b=s.querySelector('.fill');if(!b)continue;"
	"const p=b.getBoundingClientRect().width/s.querySelector('.frame').getBoundingClientRect().width;\n"
	"const m=/([0-9.]+)%/.exec(s.getAttribute('aria-label'));if(m&&p>Math.min(1,m[1]/100)+0.001)told.textContent+=`bar too long ${p} ${m[1]}\\n`}\n"
	"if(--left==0)told.textContent+='all told\\n'};document.body.appendChild(f)}\n"
	"</script></body>\n";

static void write_frames(const char *page)
{
	char *text = strdup(frames), *at = strstr(text, "PAGE");
	FILE *file = fopen(fixture_path("frames.html"), "w");
	assert_non_null(file);
	fprintf(file, "%.*s%s%s", (int)(at - text), text, page, at + strlen("PAGE"));
	assert_int_equal(fclose(file), 0);
	free(text);
}

// At each width nothing stands outside, the text is there, and the console says nothing.
static void assert_page(const char *page)
{
	static const int widths[] = {718, 794, 1200, 400, 360};
	size_t len;
	write_frames(page);
	run(CHROMIUM "--enable-logging=stderr --allow-file-access-from-files --virtual-time-budget=8000 --dump-dom file://\"$PWD\"/frames.html");
	char *told = program_bytes(fixture_path("out"), &len), *errors = program_bytes(fixture_path("err"), &len);
	char *end = strstr(told, "<script");
	assert_non_null(end);
	*end = '\0';
	if (strstr(told, "all told") == NULL || strstr(told, "bar too long") != NULL)
		fail_msg("%s is told as: %.2000s", page, told);
	for (size_t i = 0; i < sizeof widths / sizeof widths[0]; i++) {
		char line[128];
		snprintf(line, sizeof line, "width %d: scrolls false outside 0 rows ", widths[i]);
		if (strstr(told, line) == NULL)
			fail_msg("%s: \"%s\" is not in: %.2000s", page, line, told);
	}
	assert_int_equal(count(told, " text true"), 5);
	if (strstr(errors, "CONSOLE") != NULL)
		fail_msg("the console says: %s", strstr(errors, "CONSOLE"));
	free(told);
	free(errors);
}

static void test_chromium_shows_the_page_at_any_width(void **state)
{
	(void)state;
	need("chromium");
	assert_page("r.html");
}

// The bulletin: the same, and every line of it as text.
static void test_chromium_shows_the_bulletin_at_any_width(void **state)
{
	size_t len;
	int lines = 0;
	(void)state;
	need("chromium");
	assert_page("b.html");
	run(CHROMIUM "--enable-logging=stderr --dump-dom file://\"$PWD\"/b.html");
	char *page = program_bytes(fixture_path("out"), &len), *errors = program_bytes(fixture_path("err"), &len);
	char *text = program_run("bulletin", "--show", "1", "--file", context.path).out, *rest;
	for (char *line = strtok_r(text, "\n", &rest); line != NULL; line = strtok_r(NULL, "\n", &rest), lines++)
		if (strstr(page, line + strspn(line, " ")) == NULL)
			fail_msg("the page does not say: %s", line);
	assert_true(lines > 40);
	assert_null(strstr(errors, "CONSOLE"));
	free(page);
	free(errors);
}

static void assert_printed(const char *page, int least, int most)
{
	char command[512], line[4096];
	int pages = 0;
	snprintf(command, sizeof command, CHROMIUM "--no-pdf-header-footer --print-to-pdf=p.pdf file://\"$PWD\"/%s", page);
	run(command);
	FILE *file = fopen(fixture_path("p.pdf"), "r");
	assert_non_null(file);
	while (fgets(line, sizeof line, file) != NULL)
		pages += count(line, "/Type /Page\n");
	fclose(file);
	print_message("# %s: %d pages\n", page, pages);
	assert_in_range(pages, least, most);
}

static void test_chromium_prints_it(void **state)
{
	(void)state;
	need("chromium");
	assert_printed("r.html", 3, 15);
	assert_printed("b.html", 2, 6);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_libreoffice_shows_the_printed_figures),
		cmocka_unit_test(test_chromium_shows_the_page_at_any_width),
		cmocka_unit_test(test_chromium_shows_the_bulletin_at_any_width),
		cmocka_unit_test(test_chromium_prints_it),
	};
	setlocale(LC_ALL, "C.UTF-8");
	unsetenv("LANGUAGE");
	return cmocka_run_group_tests(tests, make_papers, remove_papers);
}
