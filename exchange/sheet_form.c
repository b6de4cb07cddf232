// SPDX-License-Identifier: MIT
// An empty form as CSV: what it is of stands above the heading, so that import refuses it where it does not belong; what stood
// before is there to be compared with, and passed over when it comes back.
#include "core/entry_words.h"
#include "core/i18n.h"
#include "core/period.h"
#include "core/text.h"
#include "exchange/csv_columns.h"
#include "exchange/sheet.h"

static void put_about(FILE *out, const char *heading, const char *text)
{
	csv_put_text(out, heading);
	fputc(',', out);
	csv_put_text(out, text);
	fputc('\n', out);
}

static const char *const headings[] = {"指标", "计量单位", "口径", "上年同期", "上期"};
static const int answers[] = {CSV_FIELD_VALUE, CSV_FIELD_QUALIFIER, CSV_FIELD_PROMISED, CSV_FIELD_DOC, CSV_FIELD_NOTE};

static void put_heading(FILE *out)
{
	fputs(csv_heading(CSV_ROLE_CODE), out);
	for (size_t i = 0; i < sizeof headings / sizeof headings[0]; i++)
		fprintf(out, ",%s", headings[i]);
	for (size_t i = 0; i < sizeof answers / sizeof answers[0]; i++)
		fprintf(out, ",%s", csv_heading(answers[i]));
	fprintf(out, ",提示,format %d\n", CSV_FORMAT);
}

static void put_row(const struct sheet *sheet, const struct sheet_row *row, FILE *out)
{
	const struct plan *plan = sheet->plan;
	const struct plan_element *element = &plan->elements[row->now.element];
	char words[ENTRY_WORDS];
	const char *const texts[] = {element->code, element->name, element->measure, element->scope};
	for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
		csv_put_text(out, texts[i]);
		fputc(',', out);
	}
	csv_put_plain(out, entry_words_cell(plan, &row->year_ago, words, sizeof words));
	fputc(',', out);
	csv_put_plain(out, entry_words_cell(plan, &row->before, words, sizeof words));
	for (size_t i = 0; i <= sizeof answers / sizeof answers[0]; i++)
		fputc(',', out);
	if (element->owner != 0)
		csv_put_text(out, text_format(words, sizeof words, _("kept by %s"), plan->depts[element->owner].name));
	fputs(",\n", out);
}

void sheet_put_form(const struct sheet *sheet, FILE *out)
{
	char period[PERIOD_TEXT];
	period_format(sheet->period, PERIOD_ASCII, period);      // read back whatever the language
	put_about(out, "规划", sheet->plan->code);
	put_about(out, csv_heading(CSV_FIELD_UNIT), sheet->plan->units[sheet->unit].name);
	put_about(out, csv_heading(CSV_FIELD_PERIOD), period);
	put_heading(out);
	for (int i = 0; i < sheet->len; i++)
		put_row(sheet, &sheet->rows[i], out);
}
