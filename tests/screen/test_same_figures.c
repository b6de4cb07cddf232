// SPDX-License-Identifier: MIT
// The 200 random cells that test_paper_cells.c holds in six formats, where people read them besides: on the screen of a real
// terminal, in the bulletin, and line by line (--plain). Each against what core says of them.
#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "core/period.h"
#include "core/phrase.h"
#include "tests/screen/harness.h"
#include "tests/storage/cells.h"
#include "tests/storage/demo_file.h"
#include "tests/storage/fixture.h"
#include "tests/storage/program.h"

#define ROWS 50
#define COLS 160

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

static struct survey *survey_of(const struct cells *cells, enum survey_figures figures)
{
	const struct survey_query query = {.period = cells->period, .today = context.today, .figures = figures};
	struct survey *survey = NULL;
	fixture_ok(survey_unit(context.store, context.plan, &query, cells->unit, &survey));
	return survey;
}

static const char *name_of(const struct standing *s)
{
	return context.plan->indicators[s->indicator].name;
}

static void period_words(const struct cells *cells, char *out)
{
	period_format(cells->period, PERIOD_ASCII, out);
}

// All cells by CHECK, which says how many figures it has compared: at least LEAST, or the test looks at nothing.
static void compare_all(int (*check)(const struct cells *cells), int least)
{
	struct cells cells;
	int compared = 0;
	cells_begin(&cells, context.plan);
	while (cells_next(&cells))
		compared += check(&cells);
	print_message("# %d figures of %d cells compared\n", compared, CELLS_PAPERS * CELLS_OF_EACH);
	assert_true(compared >= least);
}

// One printed field behind *AT, which moves past it; how many figures that is.
static int take_field(const char **at, const struct standing *s, enum phrase_field field, int cells)
{
	char text[PHRASE_LONG];
	phrase_write_within(context.plan, s, field, cells, text, sizeof text);
	if (text[0] == '\0')
		return 0;
	const char *found = strstr(*at, text);
	if (found == NULL)
		fail_msg("\"%s\" of %s is not in: %s", text, name_of(s), *at);
	*at = found + strlen(text);
	return 1;
}

// ------------------------------------------------------------ the screen

static const struct { enum phrase_field field; int cells; } columns[] = {
	{PHRASE_VALUE_TARGET, 16}, {PHRASE_DATA_PERIOD, 6}, {PHRASE_LAG_SHORT, 13}, {PHRASE_GAP, 10}, {PHRASE_NEEDED_SHORT, 7},
	{PHRASE_RECENT_SHORT, 8}, {PHRASE_PROJECTED, 8},
};

static int row_of_unit(int unit)
{
	int row = 0;
	for (int i = 0; i < unit; i++)
		row += !context.plan->units[i].compare;
	return row;
}

static struct harness *start_screen(const struct cells *cells)
{
	char period[PERIOD_TEXT], keys[64];
	period_words(cells, period);
	const char *const argv[] = {program_path(), "--browse", "--period", period, context.path, NULL};
	struct harness *h = harness_start_with(argv, ROWS, COLS, NULL, (const char *const[]){"LC_ALL=C.UTF-8", "LANGUAGE=en", NULL});
	harness_wait_row(h, 0, "Overview");
	if (cells->unit != context.plan->root) {
		harness_send(h, "F10 4");
		harness_wait_row(h, 0, "Choose a unit");
		snprintf(keys, sizeof keys, "Home Down*%d Enter", row_of_unit(cells->unit));
		harness_send(h, keys);
		harness_wait_row(h, 0, context.plan->units[cells->unit].short_name);
	}
	harness_send(h, "F10 2");
	harness_wait_row(h, 0, "Indicators");
	if (cells->figures == SURVEY_ALL)
		harness_send(h, "~");
	harness_wait_row(h, 0, cells->figures == SURVEY_ALL ? "with figures not accepted" : "accepted figures only");
	return h;
}

static int check_screen_row(struct harness *h, const struct standing *s)
{
	char begin[256], brief[256], words[PHRASE_LONG];
	int row, col, figures = 0;
	snprintf(begin, sizeof begin, "%c %s ", standing_letter_of(s), name_of(s));
	snprintf(brief, sizeof brief, "%c %s ", standing_letter_of(s), context.plan->indicators[s->indicator].short_name);
	if (!harness_find(h, begin, &row, &col)) {           // a name too long for its column stands there in short
		harness_wait(h, brief);
		assert_true(harness_find(h, brief, &row, &col));
	}
	const char *at = harness_row(h, row);
	phrase_write(context.plan, s, PHRASE_ROW, words, sizeof words);
	if (words[0] != '\0')
		return take_field(&at, s, PHRASE_ROW, COLS);
	for (size_t i = 0; i < sizeof columns / sizeof columns[0]; i++)
		figures += take_field(&at, s, columns[i].field, columns[i].cells);
	return figures;
}

static int on_the_screen(const struct cells *cells)
{
	struct survey *survey = survey_of(cells, cells->figures);
	struct harness *h = start_screen(cells);
	int compared = 0;
	for (int i = 0; i < CELLS_OF_EACH; i++)
		compared += check_screen_row(h, survey_at(survey, cells->indicators[i]));
	harness_stop(h);
	survey_free(survey);
	return compared;
}

static void test_on_the_screen(void **state)
{
	(void)state;
	compare_all(on_the_screen, 500);
}

// ------------------------------------------------------------ the bulletin

// The line that begins with BEGIN, blanks before it apart; owned, NULL: there is none.
static char *line_of(const char *text, const char *begin)
{
	size_t len = strlen(begin);
	for (const char *at = text; *at != '\0'; at += strcspn(at, "\n"), at += *at == '\n') {
		at += strspn(at, " ");
		if (strncmp(at, begin, len) == 0)
			return strndup(at, strcspn(at, "\n"));
	}
	return NULL;
}

// The whole sentence of the city; and in it the value, where it is not one of those that cannot be judged.
static int check_city(const char *bulletin, const struct standing *s)
{
	char sentence[PHRASE_LONG];
	const char *at = bulletin;
	phrase_write(context.plan, s, PHRASE_SENTENCE, sentence, sizeof sentence);
	if (strstr(bulletin, sentence) == NULL)
		fail_msg("not in the bulletin: %s", sentence);
	at = sentence;
	return 1 + (s->value.has && s->status != STANDING_NO_DATA ? take_field(&at, s, PHRASE_VALUE, 99) : 0);
}

// A unit's paragraph names what is behind in it, with how far, and nothing else.
static int check_unit(const char *paragraph, const struct standing *s)
{
	char begin[256];
	bool behind = s->status == STANDING_BEHIND || s->status == STANDING_CRITICAL || s->status == STANDING_MISSED;
	snprintf(begin, sizeof begin, " %s ", name_of(s));
	const char *at = paragraph == NULL ? NULL : strstr(paragraph, begin);
	if ((at != NULL) != behind)
		fail_msg("%s, behind %d: %s", name_of(s), behind, paragraph);
	if (!behind)
		return 0;
	at += strlen(begin);
	int figures = take_field(&at, s, PHRASE_LAG, 99);
	return figures + (s->path != STANDING_GROWTH ? take_field(&at, s, PHRASE_GAP_MEASURED, 99) : 0);
}

static int in_the_bulletin(const struct cells *cells)
{
	char period[PERIOD_TEXT], begin[256];
	struct cells whole = *cells;
	int compared = 0;
	whole.unit = context.plan->root;
	struct survey *survey = survey_of(cells, SURVEY_ACCEPTED), *city = survey_of(&whole, SURVEY_ACCEPTED);
	period_words(cells, period);
	struct program_result result = program_run("bulletin", "--period", period, "--file", context.path);
	assert_int_equal(result.status, 0);
	snprintf(begin, sizeof begin, "%s, ", context.plan->units[cells->unit].name);
	char *paragraph = line_of(result.out, begin);
	for (int i = 0; i < CELLS_OF_EACH; i++) {
		compared += check_city(result.out, survey_at(city, cells->indicators[i]));
		if (cells->unit != context.plan->root)
			compared += check_unit(paragraph, survey_at(survey, cells->indicators[i]));
	}
	free(paragraph);
	survey_free(city);
	survey_free(survey);
	return compared;
}

static void test_in_the_bulletin(void **state)
{
	(void)state;
	compare_all(in_the_bulletin, 350);
}

// ------------------------------------------------------------ line by line

static const struct { const char *label; enum phrase_field field; } said[] = {
	{"value/target ", PHRASE_VALUE_TARGET}, {"status ", PHRASE_STATUS}, {"progress to the target ", PHRASE_DONE}, {"gap ", PHRASE_GAP},
	{"lag ", PHRASE_LAG}, {"needed a year ", PHRASE_NEEDED}, {"data of ", PHRASE_DATA_PERIOD},
};

static char *said_of(const struct cells *cells, const struct standing *s)
{
	char answers[512], period[PERIOD_TEXT], begin[256];
	const struct plan *plan = context.plan;
	period_words(cells, period);
	int len = snprintf(answers, sizeof answers, "%s3\n%d\n", cells->figures == SURVEY_ALL ? "13\n" : "", s->indicator + 1);
	program_answers(answers, (size_t)len);
	struct program_result result = program_run("--plain", "--browse", "--period", period, context.path);
	program_answers(NULL, 0);
	assert_int_equal(result.status, 0);
	snprintf(begin, sizeof begin, "%s: ", plan->units[cells->unit].name);
	char *line = line_of(result.out, cells->unit == plan->root ? "value/target " : begin);
	if (line == NULL && cells->unit == plan->root)
		line = line_of(result.out, "status ");
	if (line == NULL)
		fail_msg("%s of %s is not in: %s", name_of(s), begin, result.out);
	return line;
}

static int check_said(const char *line, const struct standing *s)
{
	char label[128], text[PHRASE_LONG];
	int figures = 0;
	for (size_t i = 0; i < sizeof said / sizeof said[0]; i++) {
		snprintf(label, sizeof label, "%s%s", said[i].label, phrase_write(context.plan, s, said[i].field, text, sizeof text));
		const char *at = strstr(line, said[i].label);
		size_t len = strlen(label);
		if (text[0] != '\0' ? at == NULL || strncmp(at, label, len) != 0 || (at[len] != ';' && at[len] != '\0') : at != NULL)
			fail_msg("not \"%s\" of %s: %s", label, name_of(s), line);
		figures += text[0] != '\0';
	}
	return figures;
}

static int line_by_line(const struct cells *cells)
{
	struct survey *survey = survey_of(cells, cells->figures);
	int compared = 0;
	for (int i = 0; i < CELLS_OF_EACH; i++) {
		const struct standing *s = survey_at(survey, cells->indicators[i]);
		if (s->not_applicable)
			continue;
		char *line = said_of(cells, s);
		compared += check_said(line, s);
		free(line);
	}
	survey_free(survey);
	return compared;
}

static void test_line_by_line(void **state)
{
	(void)state;
	compare_all(line_by_line, 700);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_on_the_screen),
		cmocka_unit_test(test_in_the_bulletin),
		cmocka_unit_test(test_line_by_line),
	};
	setlocale(LC_ALL, "C.UTF-8");
	unsetenv("LANGUAGE");
	return cmocka_run_group_tests(tests, open_demo, close_demo);
}
