// SPDX-License-Identifier: MIT
// CSV of entries: what is written reads back as the same, encodings are found out or asked for, and every mistake of a line is
// told with its line and field.
#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "exchange/csv.h"
#include "exchange/decode.h"
#include "tests/unit/planbytes.h"

#define HEADER "element,unit,period,value,qualifier,final,promised,note,doc\n"

static struct plan *plan;

static int open_plan(void **state)
{
	(void)state;
	setlocale(LC_ALL, "C.UTF-8");
	unsetenv("LANGUAGE");
	plan = planbytes_plan("config/xuchang.ini");
	return 0;
}

static int close_plan(void **state)
{
	(void)state;
	plan_free(plan);
	return 0;
}

static struct csv_table read_text(const char *text)
{
	struct csv_table table;
	enum err err = csv_read(plan, "t.csv", text, strlen(text), NULL, NULL, &table);
	if (err != ERR_OK)
		fail_msg("%s", err_message());
	return table;
}

static void assert_refused(const char *text, size_t len, const char *encoding, const char *says)
{
	struct csv_table table;
	assert_int_not_equal(csv_read(plan, "t.csv", text, len, encoding, NULL, &table), ERR_OK);
	if (strstr(err_message(), says) == NULL)
		fail_msg("\"%s\" does not say \"%s\"", err_message(), says);
	assert_null(table.cells);
}

static void assert_says(const char *mistake, const char *says)
{
	if (mistake == NULL || strstr(mistake, says) == NULL)
		fail_msg("\"%s\" does not say \"%s\"", mistake == NULL ? "nothing" : mistake, says);
}

// ------------------------------------------------------------ reading

static void test_every_field(void **state)
{
	struct csv_table table = read_text(HEADER
		"platforms,yz,202406,33,突破,核定数,,\"第一行,含逗号\",许科〔2024〕12号\n"
		"技术合同成交额,禹州,2023Q4,未报,,,20240709,,\n");
	const struct csv_cell *cell = &table.cells[0];
	(void)state;
	assert_int_equal(table.len, 2);
	assert_string_equal(table.encoding, "UTF-8");
	assert_null(cell->mistake);
	assert_int_equal(cell->line, 2);
	assert_int_equal(cell->cell.element, plan_element_by_code(plan, "platforms"));
	assert_int_equal(cell->cell.unit, plan_unit_by_code(plan, "yz"));
	assert_int_equal(cell->cell.period, 202406);
	assert_string_equal(cell->cell.text, "33");
	assert_int_equal(cell->cell.qualifier, NUM_ABOVE);
	assert_true(cell->cell.set_qualifier && cell->cell.set_final && cell->cell.final);
	assert_string_equal(cell->cell.note, "第一行,含逗号");
	assert_string_equal(cell->cell.doc, "许科〔2024〕12号");
	cell = &table.cells[1];
	assert_null(cell->mistake);
	assert_int_equal(cell->cell.element, plan_element_by_code(plan, "contracts"));
	assert_int_equal(cell->cell.unit, plan_unit_by_code(plan, "yz"));
	assert_int_equal(cell->cell.period, 202312);
	assert_int_equal(cell->cell.kind, ENTRY_NOT_REPORTED);
	assert_int_equal(cell->cell.promised, 20240709);
	assert_false(cell->cell.set_final);
	assert_null(cell->cell.note);
	csv_table_done(&table);
}

static void test_every_mistake_of_a_line(void **state)
{
	struct csv_table table = read_text(HEADER
		"\n"
		"platform,abc,2023Q5,33,大约,定数,20240231,,,多,余\n"
		"platforms,yz,202406,33,,,,,\n");
	static const char *const said[] = {"element", "\"platform\"", "unit", "\"abc\"", "period", "2023Q5", "qualifier", "大约",
		"final", "定数", "promised", "20240231", "2 fields"};
	(void)state;
	assert_int_equal(table.len, 2);
	assert_int_equal(table.cells[0].line, 3);
	for (size_t i = 0; i < sizeof said / sizeof said[0]; i++)
		assert_says(table.cells[0].mistake, said[i]);
	assert_null(table.cells[1].mistake);
	assert_int_equal(table.cells[1].line, 4);
	csv_table_done(&table);
}

static void test_lines_are_those_of_the_file(void **state)
{
	struct csv_table table = read_text("\xEF\xBB\xBF" HEADER
		"platforms,yz,202406,33,,,,\"two\nlines\",\r\n"
		"\r\n"
		",,,,,,,,\r"
		"platforms,cg,202406,,,,,,,,");
	(void)state;
	assert_int_equal(table.len, 2);
	assert_int_equal(table.cells[0].line, 2);
	assert_string_equal(table.cells[0].cell.note, "two\nlines");
	assert_int_equal(table.cells[1].line, 6);
	assert_true(table.cells[1].empty);
	assert_null(table.cells[1].mistake);
	csv_table_done(&table);
}

static void test_files_that_are_none(void **state)
{
	static const struct { const char *bytes; size_t len; const char *says; } cases[] = {
		{"", 0, "empty"},
		{"element;unit\n", 13, "line 1"},
		{HEADER "platforms,\"yz,202406\n", sizeof HEADER + 20, "quote"},
		{HEADER "plat\"forms,yz,202406\n", sizeof HEADER + 20, "line 2"},
		{"PK\x03\x04....", 8, "Excel"},
		{"\xFF\xFE" "e\0l\0", 6, "UTF-16"},
		{HEADER "a\0b\n", sizeof HEADER + 3, "line 2"},
		{"\xEF\xBB\xBF" HEADER "\xE5\xB9", sizeof HEADER + 4, "ends in the middle of line 2"},
		{HEADER "platforms,yz,202406,\xC4\xE3\xD0\xED\xB2", sizeof HEADER + 24, "ends in the middle of line 2"},
		{"\xEF\xBB\xBF" HEADER "\xC3\x28\n", sizeof HEADER + 5, "line 2"},
	};
	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
		assert_refused(cases[i].bytes, cases[i].len, NULL, cases[i].says);
}

// ------------------------------------------------------------ encodings

static char *convert(const char *text, size_t *len)
{
	char command[] = "iconv -f UTF-8 -t GB18030 build/test_csv.txt", *out = calloc(1, 65536);
	FILE *file = fopen("build/test_csv.txt", "w");
	assert_non_null(file);
	fputs(text, file);
	fclose(file);
	FILE *pipe = popen(command, "r");
	assert_non_null(pipe);
	*len = fread(out, 1, 65535, pipe);
	assert_int_equal(pclose(pipe), 0);
	remove("build/test_csv.txt");
	return out;
}

static void test_gb18030(void **state)
{
	size_t len;
	char *bytes = convert(HEADER "研发平台,禹州市,202406,33,突破,核定数,,备注文字,许科〔2024〕12号\n", &len);
	struct csv_table table;
	(void)state;
	assert_int_equal(csv_read(plan, "t.csv", bytes, len, NULL, NULL, &table), ERR_OK);
	assert_string_equal(table.encoding, "GB18030");
	assert_null(table.cells[0].mistake);
	assert_int_equal(table.cells[0].cell.unit, plan_unit_by_code(plan, "yz"));
	assert_string_equal(table.cells[0].cell.note, "备注文字");
	csv_table_done(&table);
	assert_refused(bytes, len, "utf-8", "not valid UTF-8");
	assert_refused(bytes, len, "latin1", "latin1");
	free(bytes);
}

static void test_undecided_is_asked(void **state)
{
	static const char two[] = HEADER "platforms,yz,202406,33,,,,测试,\n";      // two Han that are GBK too
	static const char known[] = HEADER "platforms,yz,202406,33,突破,,,,\n";      // words of the format decide
	struct csv_table table;
	(void)state;
	assert_refused(two, strlen(two), NULL, "--encoding");
	assert_int_equal(csv_read(plan, "t.csv", two, strlen(two), "utf-8", NULL, &table), ERR_OK);
	assert_string_equal(table.cells[0].cell.note, "测试");
	csv_table_done(&table);
	table = read_text(known);
	assert_int_equal(table.cells[0].cell.qualifier, NUM_ABOVE);
	csv_table_done(&table);
}

// Files are read in pieces: no line end and no character may be lost where two meet.
#define PIECES 5000                              // lines: some 200 KB
static char *lines_behind(int before, const char *end, size_t *len)
{
	char *text = NULL;
	FILE *out = open_memstream(&text, len);
	fprintf(out, "element,unit,period,value,note%s%*s", end, before, "");
	for (int i = 0; i < PIECES; i++)
		fprintf(out, "%s,yz,202406,%d,\"备%s注\"%s", i == 0 ? "" : "研发平台", i, i % 3 == 0 ? end : "", end);
	fclose(out);
	return text;
}

static void assert_lines(const char *bytes, size_t len)
{
	struct csv_table table;
	int line = 2;
	assert_int_equal(csv_read(plan, "t.csv", bytes, len, NULL, NULL, &table), ERR_OK);
	assert_int_equal(table.len, PIECES);
	for (int i = 0; i < table.len; i++) {
		assert_int_equal(table.cells[i].line, line);
		assert_int_equal(atoi(table.cells[i].cell.text), i);
		assert_int_equal(table.cells[i].mistake != NULL, i == 0);
		line += i % 3 == 0 ? 2 : 1;
	}
	csv_table_done(&table);
}

static void test_pieces_meet_anywhere(void **state)
{
	static const char *const ends[] = {"\n", "\r\n", "\r"};
	(void)state;
	for (size_t i = 0; i < 3; i++)
		for (int before = 0; before < 40; before += 7) {
			size_t len, gb_len;
			char *text = lines_behind(before, ends[i], &len), *gb = NULL;
			assert_lines(text, len);
			assert_int_equal(decode_to_gb18030(text, len, &gb, &gb_len), ERR_OK);
			assert_lines(gb, gb_len);
			free(gb);
			free(text);
		}
}

// ------------------------------------------------------------ writing

static char *written(const struct entry *entry)
{
	char *text = NULL;
	size_t len = 0;
	FILE *out = open_memstream(&text, &len);
	csv_put_header(out);
	csv_put_entry(out, plan, entry, "");
	fclose(out);
	return text;
}

static void assert_reads_back(const struct entry *entry)
{
	char *text = written(entry);
	struct csv_table table;
	int64_t figure = 0;
	assert_int_equal(csv_read(plan, "t.csv", text, strlen(text), "utf-8", NULL, &table), ERR_OK);
	assert_int_equal(table.len, 1);
	const struct intake_cell *cell = &table.cells[0].cell;
	assert_null(table.cells[0].mistake);
	assert_int_equal(cell->element, entry->element);
	assert_int_equal(cell->unit, entry->unit);
	assert_int_equal(cell->period, entry->period);
	assert_int_equal(cell->kind, entry->kind);
	if (entry->kind == ENTRY_VALUE) {
		assert_int_equal(num_parse_plain(cell->text, &figure), ERR_OK);
		assert_int_equal(figure, entry->figure);
		assert_int_equal(cell->qualifier, entry->qualifier);
		assert_int_equal(cell->final, entry->final);
	}
	assert_int_equal(cell->promised, entry->promised);
	assert_string_equal(cell->note != NULL ? cell->note : "", entry->note);
	assert_string_equal(cell->doc != NULL ? cell->doc : "", entry->doc);
	csv_table_done(&table);
	free(text);
}

static void test_what_is_written_reads_back(void **state)
{
	static const char *const notes[] = {
		"", "普通", "=1+1", "'=1+1", "''=x", "'quoted'", "+86", "-12.5", "@x", "＝x", "－x", "a,\"b\"", " 前后 "};
	struct entry entry = {.element = plan_element_by_code(plan, "contracts"),
		.unit = plan_unit_by_code(plan, "cg"),
		.period = 202406,
		.kind = ENTRY_VALUE,
		.figure = 30500,
		.qualifier = NUM_ABOUT,
		.final = true,
		.doc = "许科〔2024〕12号"};
	(void)state;
	for (size_t i = 0; i < sizeof notes / sizeof notes[0]; i++) {
		entry.note = notes[i];
		assert_reads_back(&entry);
	}
	entry.figure = -41000;
	entry.qualifier = NUM_EXACT;
	assert_reads_back(&entry);
	entry = (struct entry){.element = entry.element, .unit = entry.unit, .period = 202312, .kind = ENTRY_NOT_REPORTED,
		.promised = 20240709, .note = "", .doc = ""};
	assert_reads_back(&entry);
	entry.kind = ENTRY_NOT_APPLICABLE;
	entry.promised = 0;
	entry.note = "市本级无规上工业";
	assert_reads_back(&entry);
}

static void test_formulas_are_disarmed(void **state)
{
	static const char *const notes[] = {"=x", "+x", "-x", "@x", "＝x", "＋x", "－x", "＠x", "'=x"};
	struct entry entry = {.period = 202406, .kind = ENTRY_VALUE, .figure = -41000, .doc = ""};
	(void)state;
	for (size_t i = 0; i < sizeof notes / sizeof notes[0]; i++) {
		char expected[64];
		entry.note = notes[i];
		snprintf(expected, sizeof expected, ",-4.1,,初步数,,'%s,,未审核,,,\n", notes[i]);
		char *text = written(&entry);
		if (strstr(text, expected) == NULL)
			fail_msg("\"%s\" has no \"%s\"", text, expected);
		free(text);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_every_field),
		cmocka_unit_test(test_every_mistake_of_a_line),
		cmocka_unit_test(test_lines_are_those_of_the_file),
		cmocka_unit_test(test_files_that_are_none),
		cmocka_unit_test(test_gb18030),
		cmocka_unit_test(test_undecided_is_asked),
		cmocka_unit_test(test_pieces_meet_anywhere),
		cmocka_unit_test(test_what_is_written_reads_back),
		cmocka_unit_test(test_formulas_are_disarmed),
	};
	return cmocka_run_group_tests(tests, open_plan, close_plan);
}
