// SPDX-License-Identifier: MIT
// Figures as CSV: what export writes, the forms that go out to units, and the tables that others send.
//
// What is written is one line a cell: code of element and unit, yyyymm, a plain decimal or 未报 or 不适用, one of 达到 突破 以上
// 左右 or nothing, 核定数 or 初步数, yyyymmdd, words, and 同上期 of a copied figure that nobody has confirmed. Text that a
// spreadsheet would take for a formula has one apostrophe before it; reading takes exactly that one off. The last column's
// name tells the format's version: a header survives what spreadsheets do to a file (sorting, filling up), a line of its own
// would not.
//
// What is read may have its columns in any order (csv_columns.h).
#ifndef EXCHANGE_CSV_H
#define EXCHANGE_CSV_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "core/entry.h"
#include "core/err.h"
#include "core/intake.h"
#include "core/plan.h"

enum csv_field {
	CSV_FIELD_ELEMENT, CSV_FIELD_UNIT, CSV_FIELD_PERIOD, CSV_FIELD_VALUE, CSV_FIELD_QUALIFIER, CSV_FIELD_FINAL,
	CSV_FIELD_PROMISED, CSV_FIELD_NOTE, CSV_FIELD_DOC, CSV_FIELDS
};
#define CSV_FORMAT 3                                // 1 had the nine fields alone, 2 not whether a figure was copied
#define CSV_COLUMNS 4096                            // at most, of a table that is read: a province has 2,850 units
extern const char *const csv_field_names[CSV_FIELDS];

// Words of the format, by enum num_qualifier, and by enum entry_kind ("" where it stands for none).
extern const char *const csv_qualifiers[4];
extern const char *const csv_kinds[4];
extern const char csv_final[], csv_provisional[], csv_accepted[], csv_not_accepted[], csv_copied[];
#define CSV_RULE ": "                               // between the rule of an explanation and its text

// ------------------------------------------------------------ writing; the caller looks at ferror(out)

void csv_put_bom(FILE *out);                        // without it Chinese Excel reads GBK
// One cell; TEXT is protected against being read as a formula, a number is not.
void csv_put_text(FILE *out, const char *text);
void csv_put_plain(FILE *out, const char *text);
void csv_put_header(FILE *out);
// EXPLANATIONS "" or lines of "rule: text". Whether the figure is accepted is told, too, but is no matter of an import.
void csv_put_entry(FILE *out, const struct plan *plan, const struct entry *entry, const char *explanations);

// ------------------------------------------------------------ reading

struct decode;
struct csv_cell {
	int line, column;                           // of the file, from 1; column 0: the line is one cell
	bool empty;                                 // no value in the file: nothing is asked for this cell
	struct intake_cell cell;
	const char *mistake;                        // NULL, or what is wrong with the line, field by field
	const char *explanations;                   // lines of "rule: text", why a strange figure is right; NULL none
	char *memory;                               // what all texts point into, where the cell was kept; owned
};
// What the program expects of a file that does not say it itself: unit PLAN_NONE, period 0 where it expects nothing. A form
// that says otherwise is refused.
struct csv_asked { int unit, period; };

// A row of the file as it stands there. Row of cells: its cells have been handed out before it.
enum csv_part { CSV_ABOVE, CSV_HEADING, CSV_ROW };
struct csv_row { enum csv_part part; int line; char **fields; int len; };
// What is handed out is borrowed until the callback returns; ROW may be NULL.
struct csv_taker {
	enum err (*cell)(const struct csv_cell *cell, void *ctx);
	enum err (*row)(const struct csv_row *row, void *ctx);
	void *ctx;
};
// One pass over the file. ERR_INPUT when it cannot be read as a whole (header, quotes, another plan, half a file); a line with
// mistakes is a cell with MISTAKE. ASKED NULL: nothing is expected.
must_check enum err csv_each_cell(const struct plan *plan, struct decode *in, const struct csv_asked *asked, const struct csv_taker *taker);

// All of a small file at once: its cells, kept.
#define CSV_TABLE_CELLS 20000                       // at most
struct csv_table {
	struct csv_cell *cells;
	int len, cap;
	const char *encoding;
};
must_check enum err csv_read(const struct plan *plan, const char *name, const char *bytes, size_t len, const char *encoding,
	const struct csv_asked *asked, struct csv_table *out);
void csv_table_done(struct csv_table *table);

// Private to exchange/csv_*.c. Rows of text to FN with their fields; empty rows are left out. *ENDED: a line end is the last
// character.
typedef enum err csv_line_fn(int line, char **fields, int len, void *ctx);
must_check enum err csv_each_line(struct decode *in, csv_line_fn *fn, void *ctx, bool *ended);
// The next line of "rule: text" at *AT, cut in place, *AT moved behind it; false: there is none, or it is no such line (*AT stays).
bool csv_next_explanation(char **at, const char **rule, const char **text);
// TEXT behind its apostrophes begins like a formula.
bool csv_is_formula(const char *text);

#endif
