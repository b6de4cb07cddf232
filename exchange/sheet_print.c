// SPDX-License-Identifier: MIT
// The printed report of a unit: text and HTML for A4 with the same columns, the words beneath as footnotes, the lines for those
// who sign, and the check code that finds this state of the file again in the log.
#include <string.h>

#include "core/entry_words.h"
#include "core/i18n.h"
#include "core/period.h"
#include "core/text.h"
#include "exchange/html.h"
#include "exchange/sheet.h"

#define WORDS 512

typedef void cell_fn(const struct plan *plan, const struct sheet_row *row, char *out, size_t cap);

static void cell_name(const struct plan *plan, const struct sheet_row *row, char *out, size_t cap)
{
	text_format(out, cap, "%s", plan->elements[row->now.element].name);
}

static void cell_measure(const struct plan *plan, const struct sheet_row *row, char *out, size_t cap)
{
	text_format(out, cap, "%s", plan->elements[row->now.element].measure);
}

static void cell_year_ago(const struct plan *plan, const struct sheet_row *row, char *out, size_t cap)
{
	entry_words_cell(plan, &row->year_ago, out, cap);
}

static void cell_before(const struct plan *plan, const struct sheet_row *row, char *out, size_t cap)
{
	entry_words_cell(plan, &row->before, out, cap);
}

static void cell_now(const struct plan *plan, const struct sheet_row *row, char *out, size_t cap)
{
	entry_words_cell(plan, &row->now, out, cap);
}

static void cell_difference(const struct plan *plan, const struct sheet_row *row, char *out, size_t cap)
{
	entry_words_difference(plan, &row->now, &row->before, 0, out, cap);
}

static void cell_accepted(const struct plan *plan, const struct sheet_row *row, char *out, size_t cap)
{
	(void)plan;
	bool said = row->now.change != 0 && row->now.kind != ENTRY_CLEARED;
	text_format(out, cap, "%s", !said ? "" : row->now.accepted ? _("accepted") : _("not accepted"));
}

static const struct { const char *heading; int cells; bool right; cell_fn *write; } columns[] = {
	{N_("element"), 30, false, cell_name}, {N_("measure"), 8, false, cell_measure}, {N_("year ago"), 11, true, cell_year_ago},
	{N_("before"), 11, true, cell_before}, {N_("this period"), 11, true, cell_now}, {N_("change"), 11, true, cell_difference},
	{N_("review"), 8, false, cell_accepted},
};
#define COLUMNS (sizeof columns / sizeof columns[0])

static const char *const signs[] = {N_("Reported by:"), N_("Reviewed by:"), N_("Responsible:"), N_("Date of the report:")};
#define SIGNS (sizeof signs / sizeof signs[0])

#define KINDS 4

// The words of a row by their kind; "" when there are none. DAY is room for those of the day on which a figure will come.
static const char *row_words(const struct sheet_row *row, int kind, char *day, size_t cap)
{
	int promised = row->now.change != 0 && row->now.kind == ENTRY_NOT_REPORTED ? row->now.promised : 0;
	day[0] = '\0';
	if (promised != 0)
		text_format(day, cap, "%04d-%02d-%02d", promised / 10000, promised / 100 % 100, promised % 100);
	const char *const texts[KINDS] = {day, row->now.doc, row->now.note, row->explanation != NULL ? row->explanation : ""};
	return texts[kind];
}

typedef void foot_fn(FILE *out, const char *element, const char *label, const char *text);
static void each_foot(const struct sheet *sheet, FILE *out, foot_fn *fn)
{
	static const char *const labels[KINDS] = {N_("not reported, to come"), N_("document"), N_("note"), N_("explanation")};
	char day[32];
	for (int i = 0; i < sheet->len; i++)
		for (int kind = 0; kind < KINDS; kind++) {
			const char *text = row_words(&sheet->rows[i], kind, day, sizeof day);
			if (text[0] != '\0')
				fn(out, sheet->plan->elements[sheet->rows[i].now.element].name, _(labels[kind]), text);
		}
}

// ------------------------------------------------------------ text

// Cleaned: what stands in the file may have been put there by anything.
static void put_clean(FILE *out, const char *text, int cells, bool pad, bool right)
{
	char clean[4 * WORDS];
	text_fit(text, cells, pad, right, clean, sizeof clean);
	fprintf(out, "%s ", clean);
}

static void foot_text(FILE *out, const char *element, const char *label, const char *text)
{
	fprintf(out, "%s  %s  ", element, label);
	put_clean(out, text, WORDS, false, false);
	fputc('\n', out);
}

static void put_head(const struct sheet *sheet, FILE *out)
{
	char period[PERIOD_TEXT];
	period_format(sheet->period, PERIOD_REPORT, period);
	fprintf(out, "%s\n", sheet->plan->title);
	if (sheet->plan->demo)
		fprintf(out, "%s\n", _("demo data"));
	fprintf(out, _("Unit: %s    Period: %s"), sheet->plan->units[sheet->unit].name, period);
	fputs("\n\n", out);
}

void sheet_put_text(const struct sheet *sheet, FILE *out)
{
	char cell[WORDS];
	put_head(sheet, out);
	for (size_t c = 0; c < COLUMNS; c++)
		put_clean(out, _(columns[c].heading), columns[c].cells, true, columns[c].right);
	fputc('\n', out);
	for (int i = 0; i < sheet->len; i++) {
		for (size_t c = 0; c < COLUMNS; c++) {
			columns[c].write(sheet->plan, &sheet->rows[i], cell, sizeof cell);
			put_clean(out, cell, columns[c].cells, true, columns[c].right);
		}
		fputc('\n', out);
	}
	fputc('\n', out);
	each_foot(sheet, out, foot_text);
	fputc('\n', out);
	for (size_t i = 0; i < SIGNS; i++)
		fprintf(out, "%s            ", _(signs[i]));
	fprintf(out, "\n%s %s\n", _("Check code:"), sheet->check_code);
}

// ------------------------------------------------------------ HTML

static void foot_html(FILE *out, const char *element, const char *label, const char *text)
{
	fputs("<li>", out);
	html_put_text(out, element);
	fputs(" ", out);
	html_put_tag(out, "b", "", label);
	fputs(" ", out);
	html_put_text(out, text);
	fputs("</li>\n", out);
}

static const char style[] =
	"@page{size:A4;margin:20mm 15mm}body{font-family:SimSun,\"Noto Serif CJK SC\",serif;font-size:10.5pt;color:#000;background:#fff}"
	"h1{font-size:16pt;text-align:center}table{border-collapse:collapse;width:100%}thead{display:table-header-group}"
	"tr{break-inside:avoid}th,td{border:1px solid #000;padding:2pt 4pt;text-align:left}.r{text-align:right;white-space:nowrap}"
	".signs{display:flex;justify-content:space-between;margin-top:12mm}.signs span{min-width:40mm}";

static void put_row_html(const struct sheet *sheet, const struct sheet_row *row, FILE *out)
{
	char cell[WORDS];
	fputs("<tr>", out);
	for (size_t c = 0; c < COLUMNS; c++) {
		columns[c].write(sheet->plan, row, cell, sizeof cell);
		html_put_tag(out, "td", columns[c].right ? " class=\"r\"" : "", cell);
	}
	fputs("</tr>\n", out);
}

static void put_head_html(const struct sheet *sheet, FILE *out)
{
	char period[PERIOD_TEXT], line[WORDS];
	period_format(sheet->period, PERIOD_REPORT, period);
	fputs("<!DOCTYPE html>\n<html lang=\"zh-CN\"><head><meta charset=\"utf-8\">", out);
	html_put_tag(out, "title", "", sheet->plan->units[sheet->unit].name);
	fprintf(out, "<style>%s</style></head>\n<body>\n", style);
	html_put_tag(out, "h1", "", sheet->plan->title);
	if (sheet->plan->demo)
		html_put_tag(out, "p", "", _("demo data"));
	html_put_tag(out, "p", "", text_format(line, sizeof line, _("Unit: %s    Period: %s"), sheet->plan->units[sheet->unit].name, period));
	fputs("\n<table><thead><tr>", out);
	for (size_t c = 0; c < COLUMNS; c++)
		html_put_tag(out, "th", columns[c].right ? " class=\"r\"" : "", _(columns[c].heading));
	fputs("</tr></thead>\n<tbody>\n", out);
}

void sheet_put_html(const struct sheet *sheet, FILE *out)
{
	put_head_html(sheet, out);
	for (int i = 0; i < sheet->len; i++)
		put_row_html(sheet, &sheet->rows[i], out);
	fputs("</tbody></table>\n<ul>\n", out);
	each_foot(sheet, out, foot_html);
	fputs("</ul>\n<div class=\"signs\">", out);
	for (size_t i = 0; i < SIGNS; i++)
		html_put_tag(out, "span", "", _(signs[i]));
	fputs("</div>\n<p>", out);
	html_put_text(out, _("Check code:"));
	fprintf(out, " %s</p>\n</body></html>\n", sheet->check_code);
}
