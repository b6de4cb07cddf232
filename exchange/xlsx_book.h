// SPDX-License-Identifier: MIT
// A workbook being made: sheets, cells and looks, with the first failure kept. Private to the spreadsheet of a report.
//
// A figure is a number whose format makes it read as it is printed everywhere else: 落后31.3 is 31.3 and can be added, sorted and
// drawn. Its digits are the printed ones, for a spreadsheet would round by its own rule.
#ifndef EXCHANGE_XLSX_BOOK_H
#define EXCHANGE_XLSX_BOOK_H

#include "core/num.h"
#include "exchange/report.h"
#include "exchange/xlsx_lib.h"

enum xlsx_look { XLSX_TITLE, XLSX_SOFT, XLSX_DEMO, XLSX_HEAD, XLSX_TEXT, XLSX_BOLD, XLSX_WRAP, XLSX_ABSENT, XLSX_STATUS,
	XLSX_LOOKS = XLSX_STATUS + STANDING_STATUSES };
#define XLSX_FORMATS 256
#define XLSX_CODE 192
struct xlsx_book {
	struct xlsx_lib lib;
	lxw_workbook *workbook;
	const struct report *report;
	lxw_format *looks[XLSX_LOOKS];
	struct { char code[XLSX_CODE]; lxw_format *format; } numbers[XLSX_FORMATS];
	int numbers_len;
	enum err err;                    // the first failure; its sentence stands
};

// Made in memory: nothing half written is ever in the way. Then its bytes go to OUT.
must_check enum err xlsx_book_open(struct xlsx_book *book, const struct report *report, int memory);
must_check enum err xlsx_book_close(struct xlsx_book *book);

lxw_worksheet *xlsx_sheet(struct xlsx_book *book, const char *name);
// Plan, unit and period, which figures and as of when, in rows 0 to 2.
#define XLSX_TABLE 4                     // the row of the headings
void xlsx_heading(struct xlsx_book *book, lxw_worksheet *sheet);
void xlsx_text(struct xlsx_book *book, lxw_worksheet *sheet, int row, int col, const char *text, enum xlsx_look look);
// PRINTED with the value and sign of V; blank where V has none.
void xlsx_figure(struct xlsx_book *book, lxw_worksheet *sheet, int row, int col, const char *printed, const struct maybe *v);
void xlsx_comment(struct xlsx_book *book, lxw_worksheet *sheet, int row, int col, const char *text);   // of a cell that is written
void xlsx_status(struct xlsx_book *book, lxw_worksheet *sheet, int row, int col, const struct standing *s);
// A bar from 0 to MOST (0: the largest of the range) in each cell.
void xlsx_bars(struct xlsx_book *book, lxw_worksheet *sheet, int row, int col, int last_row, int last_col, double most);
// The headings and FROZEN columns stay; A4 across, one page wide, up to column PRINTED.
void xlsx_table(struct xlsx_book *book, lxw_worksheet *sheet, int last_row, int last_col, int frozen,
	int printed);
void xlsx_check(struct xlsx_book *book, lxw_error error);
// What is to be known of a figure: its qualifier, then its notes; "" nothing. Returns OUT.
char *xlsx_remark(const struct report *report, const struct standing *s, char *out, size_t cap);
// The sheets of the units beneath (exchange/report_xlsx_units.c).
void xlsx_put_units(struct xlsx_book *book);

#endif
