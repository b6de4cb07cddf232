// SPDX-License-Identifier: MIT
// Reports on Xuchang's plan with its published figures: the JSON that scripts rely on, and that every format tells the same rows
// with what is inferred marked.
#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "exchange/import.h"
#include "exchange/report.h"
#include "tests/storage/fixture.h"
#include "tests/storage/program.h"
#include "tests/unit/planbytes.h"

#define TODAY 20240708

static struct store *store;
static struct plan *plan;

static void put_plan(const char *path)
{
	struct plan *made = planbytes_plan(path);
	const struct ledger_op op = fixture_op("plan_apply");
	int64_t seq;
	fixture_ok(ledger_begin(store, &op));
	fixture_ok(ledger_put_plan(store, made));
	fixture_ok(ledger_commit(store, &seq));
	plan_free(made);
	fixture_ok(store_read_plan(store, &plan));
}

static void put_figures(const char *name, const char *bytes, size_t len)
{
	const struct ledger_op op = fixture_op("import");
	struct import *import;
	int64_t seq;
	fixture_ok(import_read(store, plan, TODAY, name, bytes, len, "utf-8", NULL, &import));
	assert_int_equal(import->count[IMPORT_REFUSED], 0);
	fixture_ok(import_write(import, store, &op, false, &seq));
	import_free(import);
}

static int open_store(void **state)
{
	size_t len;
	char *published = planbytes_read("config/xuchang-published.csv", &len);
	(void)state;
	fixture_ok(db_create(fixture_path("report.db"), false));
	store = fixture_open(fixture_path("report.db"), DB_WRITE);
	put_plan("config/xuchang.ini");
	put_figures("published", published, len);
	free(published);
	return 0;
}

static int close_store(void **state)
{
	(void)state;
	db_close(store);
	plan_free(plan);
	fixture_folder_done();
	return 0;
}

typedef void put_fn(const struct report *report, FILE *out);
static char *rendered(put_fn *put, int unit, int chapter)
{
	const struct report_query query = {.period = 202312, .unit = unit, .today = TODAY, .chapter = chapter};
	struct report *report;
	char *text = NULL;
	size_t len = 0;
	FILE *out = open_memstream(&text, &len);
	fixture_ok(report_new(store, plan, &query, &report));
	put(report, out);
	report_free(report);
	fclose(out);
	return text;
}

static int count(const char *text, const char *of)
{
	int found = 0;
	for (const char *at = strstr(text, of); at != NULL; at = strstr(at + 1, of))
		found++;
	return found;
}

// ------------------------------------------------------------ JSON

// One value of JSON from S on; the place behind it, NULL when it is none.
static const char *skip_json(const char *s)
{
	static const char *const words[] = {"null", "true", "false"};
	s += strspn(s, " \n");
	if (*s == '"') {
		for (s++; *s != '"'; s++) {
			if ((unsigned char)*s < 0x20)
				return NULL;
			s += *s == '\\';
		}
		return s + 1;
	}
	if (*s == '{' || *s == '[') {
		char end = *s == '{' ? '}' : ']';
		bool object = *s++ == '{';
		while (s != NULL && *s != end) {
			s = object ? skip_json(s) : s;
			s = object && s != NULL ? (*s == ':' ? s + 1 : NULL) : s;
			s = s != NULL ? skip_json(s) : NULL;
			if (s != NULL && *(s += strspn(s, " \n")) == ',')
				s += 1 + strspn(s + 1, " \n");
			else if (s != NULL && *s != end)
				s = NULL;
		}
		return s != NULL ? s + 1 : NULL;
	}
	for (size_t i = 0; i < 3; i++)
		if (strncmp(s, words[i], strlen(words[i])) == 0)
			return s + strlen(words[i]);
	size_t len = strspn(s, "-0123456789.eE+");
	return len > 0 ? s + len : NULL;
}

static void assert_standing(const char *json, const char *id, const char *key, const char *expected)
{
	char value[512];
	program_standing(json, id, key, value, sizeof value);
	if (strcmp(value, expected) != 0)
		fail_msg("%s %s is %s, not %s", id, key, value, expected);
}

static void test_json_of_published_figures(void **state)
{
	static const struct { const char *id, *key, *value;
	} cases[] = {
		{"g3", "value", "470"},
		{"g3", "attainment", "0.783333333333"},
		{"g3", "gap", "130"},
		{"g3", "needed", "65"},
		{"g3", "elapsed", "0.6"},
		{"g3", "baseline", "null"},
		{"g3", "status", "\"no_base\""},
		{"g3", "lag", "null"},
		{"g3", "value_period", "\"202312\""},
		{"g3", "source", "\"own\""},
		{"g3", "final", "false"},
		{"g3", "chapter", "4"},
		{"g4", "value", "980"},
		{"g4", "value_period", "\"202212\""},
		{"g2", "value", "null"},
		{"g7", "value", "null"},
		{"g8", "value", "null"},
		{"g9", "value", "null"},
		{"g10", "value", "null"},
		{"m1", "stage", "null"},
		{"c1", "coverage", "{\"reported\":0,\"due\":9}"},
	};
	char *json = rendered(report_put_json, plan->root, PLAN_NONE);
	const char *end = skip_json(json);
	(void)state;
	assert_non_null(end);
	assert_string_equal(end, "\n");
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
		assert_standing(json, cases[i].id, cases[i].key, cases[i].value);
	assert_int_equal(count(json, "\"no\":"), 10);
	assert_int_equal(count(json, "\"status\":"), 2 * plan->indicators_len);         // its own and the year's
	assert_int_equal(count(json, "\"stage\":"), plan->indicators_len - 13);
	assert_non_null(strstr(json, "\"base_year\":2020,\"target_year\":2025"));
	assert_non_null(strstr(json, "\"period\":\"202312\",\"unit\":\"city\""));
	assert_non_null(strstr(json, "{\"id\":\"t5_2\",\"standing\":\"p4\",\"words\":\"高能级创新平台锻造工程\",\"inferred\":[\"same\"]}"));
	free(json);
}

// ------------------------------------------------------------ all formats

static int rows_of(const struct plan *of, int chapter)
{
	int rows = 0;
	for (int i = 0; i < of->places_len; i++)
		rows += plan_chapter_of(of, of->places[i].outline) == chapter ||
			(of->places[i].also != PLAN_NONE && plan_chapter_of(of, of->places[i].also) == chapter);
	return rows;
}

static void test_every_row_in_every_format(void **state)
{
	static put_fn *const formats[] = {report_put_text, report_put_markdown, report_put_csv};
	char id[64];
	(void)state;
	for (size_t f = 0; f < 3; f++) {
		char *text = rendered(formats[f], plan->root, PLAN_NONE);
		for (int i = 0; i < plan->places_len; i++) {
			const struct plan_place *place = &plan->places[i];
			snprintf(id, sizeof id, "%s",
				place->kind == PLAN_ROW_INDICATOR ? plan->indicators[place->indicator].name : place->words);
			assert_true(count(text, id) >= 1);
		}
		free(text);
	}
	char *csv = rendered(report_put_csv, plan->root, PLAN_NONE);
	int rows = 0;
	for (int i = 0; i < plan->outlines_len; i++)
		rows += plan->outlines[i].level == PLAN_CHAPTER ? rows_of(plan, i) : 0;
	assert_int_equal(count(csv, "\n"), rows + 1);
	free(csv);
}

static void test_what_is_inferred_is_marked(void **state)
{
	char *text = rendered(report_put_text, plan->root, PLAN_NONE);
	(void)state;
	assert_non_null(strstr(text, "base year 2020 (inferred),target year 2025 (inferred)"));
	assert_non_null(strstr(text, "titles of 39 sections are not published"));
	assert_non_null(strstr(text, "t5_2=p4"));
	assert_int_equal(count(text, "its sameness"), 3);
	// A row whose chapter is ours says so in each chapter that shows it.
	int ours = 0;
	for (int i = 0; i < plan->places_len; i++)
		ours += plan->places[i].ours ? 1 + (plan->places[i].also != PLAN_NONE) : 0;
	assert_int_equal(count(text, "its chapter"), ours);
	free(text);
}

static void test_one_chapter(void **state)
{
	int chapter = PLAN_NONE, same = PLAN_NONE;
	(void)state;
	fixture_ok(report_find_chapter(plan, "5", &chapter));
	fixture_ok(report_find_chapter(plan, "五", &same));
	assert_int_equal(chapter, same);
	assert_int_equal(report_find_chapter(plan, "11", &same), ERR_USAGE);
	assert_non_null(strstr(err_message(), "1 to 10"));
	char *json = rendered(report_put_json, plan->root, chapter);
	assert_int_equal(count(json, "\"no\":"), 1);
	assert_non_null(strstr(json, "\"no\":5"));
	assert_null(strstr(json, "\"indicator\":\"g3\""));
	assert_standing(json, "g5", "chapter", "5");
	free(json);
}

static void test_overview(void **state)
{
	char *text = rendered(report_put_overview, plan->root, PLAN_NONE);
	(void)state;
	assert_int_equal(count(text, "chapter "), 10 + 1);
	assert_int_equal(count(text, "\n. g") + count(text, "\n? g") + count(text, "\n. c"), 13);
	assert_non_null(strstr(text, "470/600"));
	assert_non_null(strstr(text, "done 78.3%"));
	assert_non_null(strstr(text, "check code "));
	free(text);
}

static void test_a_county(void **state)
{
	static const char figures[] =
		"element,unit,period,value,qualifier,final,promised,note,doc\nplatforms,yz,202312,33,,,,,\n";
	(void)state;
	put_figures("county", figures, sizeof figures - 1);
	char *json = rendered(report_put_json, plan_unit_by_code(plan, "yz"), PLAN_NONE);
	assert_non_null(strstr(json, "\"unit\":\"yz\""));
	assert_standing(json, "g5", "value", "33");
	assert_standing(json, "g5", "status", "\"no_target\"");
	free(json);
	json = rendered(report_put_json, plan->root, PLAN_NONE);
	assert_standing(json, "g5", "sum", "33");
	assert_standing(json, "g5", "coverage", "{\"reported\":1,\"due\":10}");
	assert_standing(json, "g5", "status", "\"no_data\"");
	free(json);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_json_of_published_figures),
		cmocka_unit_test(test_every_row_in_every_format),
		cmocka_unit_test(test_what_is_inferred_is_marked),
		cmocka_unit_test(test_one_chapter),
		cmocka_unit_test(test_overview),
		cmocka_unit_test(test_a_county),
	};
	setlocale(LC_ALL, "C.UTF-8");
	unsetenv("LANGUAGE");
	return cmocka_run_group_tests(tests, open_store, close_store);
}
