// SPDX-License-Identifier: MIT
// Which column of a table says what: by its heading, in any order. Private to exchange/csv_*.c.
//
// A line may be one cell (a column of its value), or as many cells as there are columns headed by elements, by units or by
// periods. Above the heading a form or a table may say plan, unit and period once for all lines. A heading that nobody knows is
// refused, never passed over: it may be an element misspelt, and its figures would be lost unseen.
#ifndef EXCHANGE_CSV_COLUMNS_H
#define EXCHANGE_CSV_COLUMNS_H

#include "exchange/csv.h"

enum csv_role {
	CSV_ROLE_FIELDS = CSV_FIELDS,            // below it: an enum csv_field
	CSV_ROLE_CODE,                           // of the element, beside its name
	CSV_ROLE_COPIED,
	CSV_ROLE_EXPLANATION,
	CSV_ROLE_PASSED,                         // known, and of no use here: measures, last figures
	CSV_ROLES,
	CSV_WIDE_ELEMENT, CSV_WIDE_UNIT, CSV_WIDE_PERIOD   // a column of cells: its INDEX tells which
};
struct csv_column { enum csv_role role; int index; char *heading; };     // index: of a wide one, plan index or yyyymm
struct csv_columns {
	const struct plan *plan;
	const char *name;                        // of the file
	int unit, period;                        // said above the heading or expected; PLAN_NONE, 0
	struct csv_asked asked;
	struct csv_column *columns;
	int len;                                 // 0 as long as no heading came
	int at[CSV_ROLES];                       // the column of each role, PLAN_NONE where there is none
	enum csv_role wide;                      // CSV_WIDE_*, CSV_ROLE_PASSED: a line is a cell
};

void csv_columns_init(struct csv_columns *columns, const struct plan *plan, const char *name, const struct csv_asked *asked);
// A line as long as COLUMNS->len is 0: something said above the heading, or the heading.
must_check enum err csv_columns_take(struct csv_columns *columns, int line, char **fields, int len);
void csv_columns_done(struct csv_columns *columns);
// The words that forms head their columns with, by role below CSV_ROLES.
const char *csv_heading(int role);

#endif
