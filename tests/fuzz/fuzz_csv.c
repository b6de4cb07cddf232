// SPDX-License-Identifier: MIT
// Any bytes as a file of figures. Beyond not crashing: a cell without a mistake names rows of the plan and a real period, and
// what it says reads back as the same once it is written.
#include <assert.h>
#include <locale.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "config/planfile.h"
#include "core/num.h"
#include "core/period.h"
#include "exchange/csv.h"
#include "exchange/import_refused.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
int LLVMFuzzerInitialize(int *argc, char ***argv);

static const char plan_text[] =
	"[plan]\nformat = 1\nid = p\ntitle = 规划\nbase_year = 2020\ntarget_year = 2025\nroot = city\n"
	"[unit.city]\nname = 许昌市\nshort = 许昌\n[unit.yz]\nname = 禹州市\nshort = 禹州\nparent = city\n"
	"[chapter.1]\ntitle = 章\n"
	"[element.x]\nname = 研发平台\nmeasure = 个\nkind = stock\nevery = quarter\n"
	"[indicator.g]\nchapter = 1\nwords = 研发平台\nname = 研发平台\nformula = value(x)\ntarget.2025 = 300\n";
static struct plan *plan;

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
	struct planfile_report report = {0};
	(void)argc;
	(void)argv;
	setlocale(LC_ALL, "C.UTF-8");
	enum err err = planfile_parse("p.ini", plan_text, sizeof plan_text - 1, &plan, &report);
	for (int i = 0; i < report.len; i++)
		fprintf(stderr, "%d %s\n", report.mistakes[i].line, report.mistakes[i].text);
	assert(err == ERR_OK);
	return 0;
}

static void check_round(const struct csv_cell *cell, int64_t figure)
{
	struct entry entry = {.element = cell->cell.element,
		.unit = cell->cell.unit,
		.period = cell->cell.period,
		.kind = ENTRY_VALUE,
		.figure = figure,
		.qualifier = cell->cell.qualifier,
		.final = cell->cell.final,
		.copied = cell->cell.copied,
		.note = cell->cell.note != NULL ? cell->cell.note : "",
		.doc = cell->cell.doc != NULL ? cell->cell.doc : ""};
	struct csv_table again;
	char *text = NULL;
	size_t len = 0;
	int64_t read;
	FILE *out = open_memstream(&text, &len);
	csv_put_header(out);
	csv_put_entry(out, plan, &entry, "");
	fclose(out);
	assert(csv_read(plan, "again.csv", text, len, "utf-8", NULL, &again) == ERR_OK && again.len == 1 &&
		again.cells[0].mistake == NULL);
	const struct intake_cell *back = &again.cells[0].cell;
	assert(num_parse_plain(back->text, &read) == ERR_OK && read == figure && back->qualifier == entry.qualifier);
	assert(back->copied == entry.copied);
	assert(strcmp(back->note != NULL ? back->note : "", entry.note) == 0 &&
		strcmp(back->doc != NULL ? back->doc : "", entry.doc) == 0);
	csv_table_done(&again);
	free(text);
}

static void check(const struct csv_table *table)
{
	for (int i = 0; i < table->len; i++) {
		const struct csv_cell *cell = &table->cells[i];
		int64_t figure;
		assert(cell->line > 1);
		if (cell->mistake != NULL)
			continue;
		assert(cell->cell.element >= 0 && cell->cell.element < plan->elements_len && cell->cell.unit >= 0 &&
			cell->cell.unit < plan->units_len && period_valid(cell->cell.period));
		if (cell->cell.kind == ENTRY_VALUE && num_parse_plain(cell->cell.text, &figure) == ERR_OK)
			check_round(cell, figure);
	}
}

static enum err refuse_cell(const struct csv_cell *cell, void *ctx)
{
	const struct import_line line = {.state = IMPORT_REFUSED, .cell = cell, .why = "=why, \"so\""};
	import_refused_line(ctx, &line);
	return ERR_OK;
}

static enum err refuse_row(const struct csv_row *row, void *ctx)
{
	import_refused_row(ctx, row);
	return ERR_OK;
}

// Were all its lines refused: the file of them says the same figures.
static void check_refused(const char *bytes, size_t len, const struct csv_table *table)
{
	char *text = NULL;
	size_t text_len = 0;
	FILE *in = fmemopen((char *)(size_t)bytes, len, "r"), *out = open_memstream(&text, &text_len);
	struct import_refused refused = import_refused_to(out);
	const struct csv_taker taker = {refuse_cell, refuse_row, &refused};
	struct decode *decode = NULL;
	struct csv_table again;
	assert(decode_open(in, "c.csv", table->encoding, &decode) == ERR_OK);
	assert(csv_each_cell(plan, decode, NULL, &taker) == ERR_OK);
	decode_close(decode);
	fclose(in);
	fclose(out);
	if (refused.columns < CSV_COLUMNS) {
		assert(csv_read(plan, "d.csv", text, text_len, NULL, NULL, &again) == ERR_OK && again.len == table->len);
		for (int i = 0; i < again.len; i++) {
			assert((again.cells[i].mistake == NULL) == (table->cells[i].mistake == NULL));
			assert(strcmp(again.cells[i].cell.text, table->cells[i].cell.text) == 0);
		}
		csv_table_done(&again);
	}
	free(text);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const char header[] = "element,unit,period,value,qualifier,final,promised,note,doc\nx,yz,";
	struct csv_table table;
	if (csv_read(plan, "a.csv", (const char *)data, size, NULL, NULL, &table) == ERR_OK) {
		check(&table);
		check_refused((const char *)data, size, &table);
	}
	csv_table_done(&table);
	// The same bytes as the rest of a line that begins well: most inputs never get past the header by themselves.
	char *text = malloc(sizeof header + size);
	memcpy(text, header, sizeof header - 1);
	memcpy(text + sizeof header - 1, data, size);
	if (csv_read(plan, "b.csv", text, sizeof header - 1 + size, size % 2 == 0 ? "utf-8" : "gb18030", NULL, &table) == ERR_OK) {
		check(&table);
		check_refused(text, sizeof header - 1 + size, &table);
	}
	csv_table_done(&table);
	free(text);
	return 0;
}
