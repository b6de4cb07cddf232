// SPDX-License-Identifier: MIT
// A file of figures held against a database: what is new, different, the same, empty or refused; written as one op; and what was
// exported goes into an empty file and comes out again as the same bytes.
#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "core/report.h"
#include "exchange/import.h"
#include "tests/storage/fixture.h"

#define FIELDS "element,unit,period,value,qualifier,final,promised,note,doc"
#define HEADER FIELDS "\n"
#define TODAY 20240708

static struct plan *plan;
static struct store *store;

static int open_store(void **state)
{
	static int count;
	char name[32];
	(void)state;
	snprintf(name, sizeof name, "import%d.db", ++count);
	store = fixture_store(name, &plan);
	return 0;
}

static int close_store(void **state)
{
	(void)state;
	db_close(store);
	plan_free(plan);
	return 0;
}

static struct import *read_text(const char *text)
{
	struct import *import = NULL;
	fixture_ok(import_read(store, plan, TODAY, "t.csv", text, strlen(text), "utf-8", NULL, &import));
	return import;
}

static int64_t write_all(const struct import *import, bool replace)
{
	struct ledger_op op = fixture_op("import");
	int64_t seq = -1;
	fixture_ok(import_write(import, store, &op, replace, &seq));
	return seq;
}

static void assert_figure(int unit, int64_t figure)
{
	struct entry entry;
	fixture_ok(store_get_entry(store, plan, FIX_FIRMS, unit, 202312, &entry));
	assert_int_equal(entry.figure, figure);
}

static void put(int unit, int64_t figure)
{
	struct entry entry = fixture_entry(FIX_FIRMS, unit, 202312, figure);
	int64_t change;
	fixture_ok(fixture_save(store, plan, &entry, 0, &change));
}

static const char five[] = HEADER
	"hitech_firms,wd,202312,62,,初步数,,,\n"
	"高新技术企业,建安区,2023Q4,70,,,,,\n"
	"hitech_firms,wd,202309,,,,,,\n"
	"hitech_va,wd,202312,3.12亿,突破,核定数,,备注,许科〔2024〕12号\n"
	"hitech_va,ja,202312,\"1,12\",,,,,\n";

static void test_each_state(void **state)
{
	static const enum import_state expected[] = {IMPORT_SAME, IMPORT_DIFFERS, IMPORT_EMPTY, IMPORT_NEW, IMPORT_REFUSED};
	(void)state;
	put(FIX_WD, 620000);
	put(FIX_JA, 680000);
	struct import *import = read_text(five);
	assert_int_equal(import->len, 5);
	for (int i = 0; i < 5; i++) {
		assert_int_equal(import->rows[i].state, expected[i]);
		assert_int_equal(import->count[expected[i]], 1);
		assert_int_equal(import->rows[i].line, i + 2);
	}
	assert_non_null(strstr(import->rows[4].why, "1.12"));
	assert_non_null(strstr(import->rows[4].why, "112"));
	import_free(import);
}

static void test_what_stands_is_kept(void **state)
{
	struct store_op last;
	struct entry entry;
	(void)state;
	put(FIX_WD, 620000);
	put(FIX_JA, 680000);
	struct import *import = read_text(five);
	int64_t seq = write_all(import, false);
	fixture_ok(store_last_op(store, &last));
	assert_int_equal(last.seq, seq);
	assert_int_equal(last.first, last.last);        // one line: the new cell
	assert_figure(FIX_JA, 680000);
	fixture_ok(store_get_entry(store, plan, FIX_VA, FIX_WD, 202312, &entry));
	assert_int_equal(entry.figure, 31200);
	assert_int_equal(entry.qualifier, NUM_ABOVE);
	assert_true(entry.final);
	assert_string_equal(entry.note, "备注");
	assert_string_equal(entry.doc, "许科〔2024〕12号");
	import_free(import);
	import = read_text(five);
	assert_int_equal(import->count[IMPORT_SAME], 2);
	assert_int_equal(write_all(import, false), 0);  // nothing left to write
	assert_true(write_all(import, true) > 0);
	assert_figure(FIX_JA, 700000);
	import_free(import);
}

static void test_a_cell_twice(void **state)
{
	struct import *import = read_text(HEADER "hitech_firms,ja,202312,1,,,,,\nhitech_firms,wd,202312,1,,,,,\n"
		"高新技术企业,魏都,2023Q4,2,,,,,\n");
	(void)state;
	assert_int_equal(import->rows[0].state, IMPORT_NEW);
	assert_int_equal(import->rows[1].state, IMPORT_NEW);
	assert_int_equal(import->rows[2].state, IMPORT_REFUSED);
	assert_non_null(strstr(import->rows[2].why, "3"));
	import_free(import);
}

static void test_texts_of_each_cell_are_its_own(void **state)
{
	struct import *import =
		read_text(HEADER "hitech_firms,wd,202312,1,,,,note of wd,doc of wd\nhitech_firms,ja,202312,2,,,,note of ja,\n");
	struct entry entry;
	(void)state;
	write_all(import, false);
	import_free(import);
	import = read_text(HEADER "hitech_firms,wd,202312,3,,,,,\nhitech_firms,ja,202312,4,,,,,\n");
	write_all(import, true);
	import_free(import);
	fixture_ok(store_get_entry(store, plan, FIX_FIRMS, FIX_WD, 202312, &entry));
	assert_int_equal(entry.figure, 30000);
	assert_string_equal(entry.note, "note of wd");
	assert_string_equal(entry.doc, "doc of wd");
	fixture_ok(store_get_entry(store, plan, FIX_FIRMS, FIX_JA, 202312, &entry));
	assert_string_equal(entry.note, "note of ja");
}

// ------------------------------------------------------------ line by line

struct stream { FILE *in; struct decode *decode; struct import_job job; };

static struct stream open_stream(const char *text, bool skip)
{
	struct stream s = {.in = tmpfile()};
	assert_non_null(s.in);
	assert_int_equal(fwrite(text, 1, strlen(text), s.in), strlen(text));
	fixture_ok(decode_open(s.in, "t.csv", "utf-8", &s.decode));
	s.job = (struct import_job){.store = store, .plan = plan, .today = TODAY, .in = s.decode, .skip = skip};
	return s;
}

static void close_stream(struct stream *s)
{
	decode_close(s->decode);
	fclose(s->in);
}

static enum err put_stream(const struct stream *s, const struct import_sum *shown, struct import_sum *sum, int64_t *seq)
{
	struct ledger_op op = fixture_op("import");
	return import_put(&s->job, &op, shown, sum, seq);
}

static void assert_says(const char *says)
{
	if (strstr(err_message(), says) == NULL)
		fail_msg("\"%s\" does not say \"%s\"", err_message(), says);
}

static void test_a_stream_is_all_or_nothing(void **state)
{
	struct import_sum sum;
	struct entry entry;
	int64_t seq = -1;
	(void)state;
	put(FIX_WD, 620000);
	put(FIX_JA, 680000);
	struct stream s = open_stream(five, false);
	assert_int_equal(put_stream(&s, NULL, &sum, &seq), ERR_INPUT);
	assert_says("lines refused: 1 of 5");
	fixture_ok(store_get_entry(store, plan, FIX_VA, FIX_WD, 202312, &entry));
	assert_int_equal(entry.change, 0);
	s.job.skip = true;
	fixture_ok(put_stream(&s, NULL, &sum, &seq));
	for (int i = 0; i < IMPORT_STATES; i++)
		assert_int_equal(sum.count[i], 1);
	assert_true(seq > 0);
	assert_figure(FIX_JA, 680000);
	s.job.replace = true;
	fixture_ok(put_stream(&s, NULL, &sum, &seq));
	assert_figure(FIX_JA, 700000);
	fixture_ok(put_stream(&s, NULL, &sum, &seq));
	assert_int_equal(seq, 0);                       // nothing left to write: no op
	close_stream(&s);
}

static void test_a_cell_twice_in_a_stream(void **state)
{
	struct import_sum shown, sum;
	int64_t seq = -1;
	(void)state;
	struct stream s = open_stream(HEADER "hitech_firms,wd,202312,1,,,,,\nhitech_firms,wd,202312,,,,,,\n"
		"高新技术企业,魏都,2023Q4,1,,,,,\nhitech_firms,wd,202312,2,,,,,\n", true);
	fixture_ok(import_pass(&s.job, &shown));
	fixture_ok(put_stream(&s, &shown, &sum, &seq));
	assert_int_equal(sum.count[IMPORT_REFUSED], 2);
	assert_int_equal(shown.count[IMPORT_REFUSED], 2);
	assert_figure(FIX_WD, 10000);
	close_stream(&s);
}

static void test_another_desk_between_the_passes(void **state)
{
	struct import_sum shown, sum;
	int64_t seq = -1;
	(void)state;
	struct stream s = open_stream(HEADER "hitech_firms,wd,202312,1,,,,,\n", false);
	s.job.replace = true;
	fixture_ok(import_pass(&s.job, &shown));
	put(FIX_JA, 680000);                            // another cell: no matter
	put(FIX_WD, 620000);
	assert_int_equal(put_stream(&s, &shown, &sum, &seq), ERR_CONFLICT);
	assert_figure(FIX_WD, 620000);
	fixture_ok(import_pass(&s.job, &shown));
	struct entry other = fixture_entry(FIX_FIRMS, FIX_WD, 202312, 630000), now;
	fixture_ok(store_get_entry(store, plan, FIX_FIRMS, FIX_WD, 202312, &now));
	fixture_ok(fixture_save(store, plan, &other, now.change, NULL));       // it differs as before, but it is not what was shown
	assert_int_equal(put_stream(&s, &shown, &sum, &seq), ERR_CONFLICT);
	assert_figure(FIX_WD, 630000);
	fixture_ok(import_pass(&s.job, &shown));
	put(FIX_CITY, 10000);
	fixture_ok(put_stream(&s, &shown, &sum, &seq));
	assert_figure(FIX_WD, 10000);
	close_stream(&s);
}

static void test_the_file_changes_between_the_passes(void **state)
{
	struct import_sum sum;
	struct entry entry;
	int64_t seq = -1;
	(void)state;
	struct stream s = open_stream(HEADER "hitech_firms,wd,202312,1,,,,,\n", false);
	assert_int_equal(fseek(s.in, -6 - 1, SEEK_END), 0);
	assert_int_equal(fputc('7', s.in), '7');
	assert_int_equal(put_stream(&s, NULL, &sum, &seq), ERR_INPUT);
	assert_says("has changed while it was read");
	fixture_ok(store_get_entry(store, plan, FIX_FIRMS, FIX_WD, 202312, &entry));
	assert_int_equal(entry.change, 0);
	close_stream(&s);
}

static void submit(int unit)
{
	struct ledger_op op = fixture_op("submit");
	struct report report = {.key = report_of_cell(plan, FIX_FIRMS, unit, 202312), .sentence = ""};
	int64_t seq;
	fixture_ok(store_get_report(store, plan, &report));
	report.state = REPORT_SUBMITTED;
	report.sentence = "";
	fixture_ok(ledger_begin(store, &op));
	fixture_ok(ledger_put_report(store, plan, &report, report.change));
	fixture_ok(ledger_commit(store, &seq));
}

// What a form at a desk would not take, a file does not slip in either.
static void test_a_submitted_report_is_closed(void **state)
{
	static const char text[] = HEADER "hitech_firms,wd,202312,1,,,,,\nhitech_firms,ja,202312,68,,,,,\nhitech_firms,ja,202309,60,,,,,\n";
	(void)state;
	put(FIX_WD, 620000);
	put(FIX_JA, 680000);
	submit(FIX_WD);
	submit(FIX_JA);
	struct import *import = read_text(text);
	assert_int_equal(import->rows[0].state, IMPORT_REFUSED);
	assert_non_null(strstr(import->rows[0].why, "is submitted"));
	assert_int_equal(import->rows[1].state, IMPORT_SAME);
	assert_int_equal(import->rows[2].state, IMPORT_NEW);
	import_free(import);
}

// ------------------------------------------------------------ there and back

static enum err put_entry(const struct entry *entry, void *ctx)
{
	csv_put_entry(ctx, plan, entry, "");
	return ERR_OK;
}

static char *exported(void)
{
	char *text = NULL;
	size_t len = 0;
	FILE *out = open_memstream(&text, &len);
	csv_put_header(out);
	fixture_ok(store_every_entry(store, plan, put_entry, out));
	fclose(out);
	return text;
}

// Files of all formats are read: one without the column says of no figure that it was copied.
static void test_copied_is_told(void **state)
{
	static const struct { const char *heading, *line; bool copied; } files[] = {
		{",state,explanation,format 2\n", "hitech_firms,wd,202312,62,,初步数,,,,未审核,,\n", false},
		{",state,copied,explanation,format 3\n", "hitech_firms,wd,202312,62,,初步数,,,,未审核,同上期,,\n", true},
	};
	struct entry entry;
	char text[512];
	(void)state;
	for (size_t i = 0; i < sizeof files / sizeof files[0]; i++) {
		snprintf(text, sizeof text, FIELDS "%s%s", files[i].heading, files[i].line);
		struct import *import = read_text(text);
		assert_int_equal(import->count[IMPORT_REFUSED], 0);
		write_all(import, true);
		fixture_ok(store_get_entry(store, plan, FIX_FIRMS, FIX_WD, 202312, &entry));
		assert_int_equal(entry.figure, 620000);
		assert_int_equal(entry.copied, files[i].copied);
		import_free(import);
	}
	struct import *import = read_text(FIELDS ",copied\nhitech_firms,wd,202312,62,,,,,,yes\nhitech_firms,ja,202312,未报,,,,,,同上期\n");
	assert_non_null(strstr(import->rows[0].why, "\"yes\" is not 同上期"));
	assert_non_null(strstr(import->rows[1].why, "only a figure"));
	import_free(import);
}

static void test_there_and_back(void **state)
{
	struct import *import = read_text(HEADER
		"hitech_firms,wd,202312,62,以上,核定数,,\"=1,\"\"x\"\"\",-doc\n"
		"hitech_firms,ja,202312,未报,,,20240801,,\n"
		"hitech_va,wd,202312,不适用,,,,无规上工业,\n"
		"g1,city,202309,44.2,左右,初步数,,,统计公报\n");
	assert_int_equal(import->count[IMPORT_NEW], 4);
	write_all(import, false);
	import_free(import);
	import = read_text(FIELDS ",copied\nhitech_firms,wd,202212,7,,,,,,同上期\nhitech_firms,ja,202212,8,,,,,,\n");
	assert_int_equal(import->count[IMPORT_NEW], 2);
	write_all(import, false);
	import_free(import);
	char *first = exported();
	assert_non_null(strstr(first, ",未审核,同上期,,"));
	close_store(state);
	open_store(state);
	import = read_text(first);
	assert_int_equal(import->count[IMPORT_NEW], 6);
	write_all(import, false);
	import_free(import);
	char *second = exported();
	assert_string_equal(second, first);
	free(first);
	free(second);
}

static int leave(void **state)
{
	(void)state;
	fixture_folder_done();
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_each_state, open_store, close_store),
		cmocka_unit_test_setup_teardown(test_what_stands_is_kept, open_store, close_store),
		cmocka_unit_test_setup_teardown(test_a_cell_twice, open_store, close_store),
		cmocka_unit_test_setup_teardown(test_texts_of_each_cell_are_its_own, open_store, close_store),
		cmocka_unit_test_setup_teardown(test_a_stream_is_all_or_nothing, open_store, close_store),
		cmocka_unit_test_setup_teardown(test_a_cell_twice_in_a_stream, open_store, close_store),
		cmocka_unit_test_setup_teardown(test_another_desk_between_the_passes, open_store, close_store),
		cmocka_unit_test_setup_teardown(test_the_file_changes_between_the_passes, open_store, close_store),
		cmocka_unit_test_setup_teardown(test_a_submitted_report_is_closed, open_store, close_store),
		cmocka_unit_test_setup_teardown(test_copied_is_told, open_store, close_store),
		cmocka_unit_test_setup_teardown(test_there_and_back, open_store, close_store),
	};
	setlocale(LC_ALL, "C.UTF-8");
	unsetenv("LANGUAGE");
	return cmocka_run_group_tests(tests, NULL, leave);
}
