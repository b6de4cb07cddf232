// SPDX-License-Identifier: MIT
// The report as CSV for a spreadsheet: one line a row of the document, words as on screen.
#include <string.h>

#include "core/i18n.h"
#include "core/num.h"
#include "exchange/csv.h"
#include "exchange/report_cells.h"

// A number below zero is a number, not a formula.
static void put_cell(const char *text, FILE *out)
{
	int64_t figure;
	fputc(',', out);
	if (num_parse_plain(text, &figure) == ERR_OK)
		csv_put_plain(out, text);
	else
		csv_put_text(out, text);
}

static void put_row(const struct report *report, const struct report_chapter *chapter, const struct report_row *row, FILE *out)
{
	char text[REPORT_CELL];
	fprintf(out, "%d,", chapter->no);
	csv_put_text(out, report_chapter_title(report, chapter, text, sizeof text));
	for (int i = 0; i < report_cells_len; i++)
		if (report_cells[i].csv)
			put_cell(report_cell_write(&report_cells[i], report, row, text, sizeof text), out);
	put_cell(report_figures_words(report), out);
	if (report->plan->demo)
		put_cell(_("demo data"), out);
	fputc('\n', out);
}

void report_put_csv(const struct report *report, FILE *out)
{
	csv_put_bom(out);
	csv_put_text(out, _("chapter no."));
	fputc(',', out);
	csv_put_text(out, _("chapter"));
	for (int i = 0; i < report_cells_len; i++)
		if (report_cells[i].csv)
			put_cell(_(report_cells[i].head), out);
	put_cell(_("figures"), out);
	if (report->plan->demo)
		put_cell(_("demo data"), out);
	fputc('\n', out);
	for (int c = 0; c < report->len; c++)
		for (int i = 0; i < report->chapters[c].len; i++)
			put_row(report, &report->chapters[c], &report->chapters[c].rows[i], out);
}
