// SPDX-License-Identifier: MIT
// Entries as CSV, in one format that export writes and import reads (and that the published figures stand in):
//
//	element,unit,period,value,qualifier,final,promised,note,doc
//
// Codes of element and unit (names are read too), yyyymm (2023Q4 is read too), a plain decimal or 未报 or 不适用, one of
// 达到 突破 以上 左右 or nothing, 核定数 or 初步数, yyyymmdd. Text that a spreadsheet would take for a formula has one apostrophe
// before it; reading takes exactly that one off.
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
extern const char *const csv_field_names[CSV_FIELDS];

// Words of the format, by enum num_qualifier, and by enum entry_kind ("" where it stands for none).
extern const char *const csv_qualifiers[4];
extern const char *const csv_kinds[4];
extern const char csv_final[], csv_provisional[];

// ------------------------------------------------------------ writing; the caller looks at ferror(out)

void csv_put_bom(FILE *out);                        // without it Chinese Excel reads GBK
// One cell; TEXT is protected against being read as a formula, a number is not.
void csv_put_text(FILE *out, const char *text);
void csv_put_plain(FILE *out, const char *text);
void csv_put_header(FILE *out);
void csv_put_entry(FILE *out, const struct plan *plan, const struct entry *entry);

// ------------------------------------------------------------ reading

struct csv_cell {
	int line;                                   // of the file, from 1
	bool empty;                                 // no value in the file: nothing is asked for this cell
	struct intake_cell cell;                    // its texts point into MEMORY
	char *mistake;                              // NULL, or what is wrong with the line, field by field; owned
	char *memory;                               // owned
};
struct csv_table { struct csv_cell *cells; int len, cap; const char *encoding; };

// ERR_INPUT when the file as a whole cannot be read (decode.h, header, quotes); a line with mistakes is a cell with MISTAKE.
must_check enum err csv_read(const struct plan *plan, const char *name, const char *bytes, size_t len, const char *encoding,
	struct csv_table *out);
void csv_table_done(struct csv_table *table);

// Private to exchange/csv_*.c. Lines of TEXT (UTF-8) to FN with their fields; more than CSV_FIELDS: LEN says how many.
typedef enum err csv_line_fn(int line, char *const fields[CSV_FIELDS], int len, void *ctx);
must_check enum err csv_each_line(const char *name, const char *text, csv_line_fn *fn, void *ctx);
// TEXT behind its apostrophes begins like a formula.
bool csv_is_formula(const char *text);

#endif
