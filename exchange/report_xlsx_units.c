// SPDX-License-Identifier: MIT
// The sheets of a spreadsheet that set the units side by side: one row an indicator, the unit of the report first. See
// xlsx_book.h.
#include "core/i18n.h"
#include "core/phrase.h"
#include "core/text.h"
#include "exchange/report_cells.h"
#include "exchange/xlsx_book.h"

#define NAME 0
#define MEASURE 1
#define CAVEAT 2
#define FIRST 3

struct side {                            // what a sheet shows of each unit
	const char *sheet;
	enum phrase_field field;
	bool fraction;                       // full at 1; else each row has its own scale
};
static const struct side sides[] = {
	{N_("By unit"), PHRASE_VALUE_WORDS, false},
	{N_("Attainment by unit"), PHRASE_ATTAINMENT, true},
};

// The unit in column I, PLAN_NONE behind the last.
static int unit_at(const struct report *report, int i)
{
	int len;
	const int *children = plan_unit_children(report->plan, report->unit, &len);
	return i == 0 ? report->unit : i <= len ? children[i - 1] : PLAN_NONE;
}

// A figure, or the word why there is none.
static void put_unit(struct xlsx_book *book, lxw_worksheet *sheet, const struct side *side, const struct standing *s, int row, int col)
{
	const struct maybe *v = side->fraction ? &s->attainment : &s->value;
	char text[REPORT_CELL];
	if (v->has)
		xlsx_figure(book, sheet, row, col, phrase_write(book->report->plan, s, side->field, text, sizeof text), v);
	else
		xlsx_text(book, sheet, row, col,
			s->value.has ? "" : phrase_write(book->report->plan, s, PHRASE_STATUS_SHORT, text, sizeof text), XLSX_ABSENT);
	xlsx_comment(book, sheet, row, col, xlsx_remark(book->report, s, text, sizeof text));
}

// Who carries, who is partial, where a baseline is missing: 缺基期:许昌市 禹州市.
static void put_caveats(struct xlsx_book *book, lxw_worksheet *sheet, const struct survey *survey, int row)
{
	static const enum phrase_field fields[] = {PHRASE_NOTE_BASE, PHRASE_NOTE_CARRIED, PHRASE_NOTE_PARTIAL};
	const struct report *report = book->report;
	char out[REPORT_TEXT] = "", words[PHRASE_LONG];
	for (enum note_kind kind = NOTE_BASE; kind <= NOTE_PARTIAL; kind++) {
		bool any = false;
		for (int i = 0, unit; (unit = unit_at(report, i)) != PLAN_NONE; i++) {
			if (phrase_write(report->plan, survey_at(survey, unit), fields[kind], words, sizeof words)[0] == '\0')
				continue;
			if (!any)
				text_join(out, sizeof out, " ", "%s:", notes_word(kind));
			text_add(out, sizeof out, "%s%s", any ? "," : "", report->plan->units[unit].short_name);
			any = true;
		}
	}
	xlsx_text(book, sheet, row, CAVEAT, out, XLSX_WRAP);
}

static int put_rows(struct xlsx_book *book, lxw_worksheet *sheet, const struct side *side, int *last_col)
{
	const struct report *report = book->report;
	int row = XLSX_TABLE;
	for (int i = 0; i < report->plan->indicators_len; i++) {
		const struct survey *survey = report->by_unit[i];
		if (survey == NULL)
			continue;
		row++;
		xlsx_text(book, sheet, row, NAME, report->plan->indicators[i].name, XLSX_BOLD);
		xlsx_text(book, sheet, row, MEASURE, side->fraction ? "%" : report->plan->indicators[i].measure, XLSX_TEXT);
		put_caveats(book, sheet, survey, row);
		for (int u = 0, unit; (unit = unit_at(report, u)) != PLAN_NONE; u++)
			put_unit(book, sheet, side, survey_at(survey, unit), row, FIRST + u);
		book->lib.worksheet_set_row(sheet, (lxw_row_t)row, 32, NULL);
		if (!side->fraction)
			xlsx_bars(book, sheet, row, FIRST + 1, row, *last_col, 0);
	}
	return row;
}

static int put_heads(struct xlsx_book *book, lxw_worksheet *sheet)
{
	static const struct { const char *head; int width; } heads[] = {{N_("indicator"), 34}, {N_("measured in"), 9}, {N_("caveat"), 24}};
	const struct report *report = book->report;
	int col = 0;
	for (; col < FIRST; col++) {
		book->lib.worksheet_set_column(sheet, (lxw_col_t)col, (lxw_col_t)col, heads[col].width, NULL);
		xlsx_text(book, sheet, XLSX_TABLE, col, _(heads[col].head), XLSX_HEAD);
	}
	for (int i = 0, unit; (unit = unit_at(report, i)) != PLAN_NONE; i++, col++)
		xlsx_text(book, sheet, XLSX_TABLE, col, report->plan->units[unit].name, XLSX_HEAD);
	book->lib.worksheet_set_column(sheet, FIRST, (lxw_col_t)(col - 1), 12, NULL);
	book->lib.worksheet_set_row(sheet, XLSX_TABLE, 30, NULL);
	return col - 1;
}

static void put_side(struct xlsx_book *book, const struct side *side)
{
	lxw_worksheet *sheet = xlsx_sheet(book, _(side->sheet));
	if (sheet == NULL)
		return;
	xlsx_heading(book, sheet);
	int last_col = put_heads(book, sheet);
	int row = put_rows(book, sheet, side, &last_col);
	if (side->fraction)
		xlsx_bars(book, sheet, XLSX_TABLE + 1, FIRST, row, last_col, 1);
	xlsx_table(book, sheet, row, last_col, FIRST, last_col);
}

void xlsx_put_units(struct xlsx_book *book)
{
	int children;
	plan_unit_children(book->report->plan, book->report->unit, &children);
	for (size_t i = 0; children > 0 && book->report->by_unit != NULL && i < sizeof sides / sizeof sides[0]; i++)
		put_side(book, &sides[i]);
}
