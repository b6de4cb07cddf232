// SPDX-License-Identifier: MIT
// What the matrix (scr_matrix.h) holds and what its parts share: indicators x units, read row by row as they come into sight.
#ifndef TUI_MATRIX_H
#define TUI_MATRIX_H

#include "core/phrase_cell.h"
#include "core/rank.h"
#include "core/report_list.h"
#include "tui/find.h"
#include "tui/list.h"
#include "tui/part_explain.h"
#include "tui/scr_matrix.h"

struct matrix_line {                     // an indicator over the units
	int indicator, place;
	bool read;
	char year[16];                   // what its figures are of, where it is not the year asked: 23年
	struct phrase_cell *cells;       // the whole (unit ABOVE), then by units
};
struct matrix {
	struct app *app;
	int above;                       // the whole that the units make
	enum phrase_view view;
	bool turned;                     // rows are units
	bool exact;                      // percentages were read with their decimal
	bool worst_first, behind_only;
	int outline;                     // only of this chapter; PLAN_NONE: all
	struct matrix_line *lines;
	int lines_len;
	int *units, units_len;           // official order
	struct rank_trouble *troubles;   // of units, once all lines have been read
	int *order;                      // of the units as shown: indices of UNITS
	int *shown, shown_len;           // rows that the filter leaves: lines, or turned: -1 the whole, then places in ORDER
	struct list rows, cols;          // cols: those that scroll
	int at;                          // focused column: 0 the names, then the frozen one, then those that scroll
	struct find find;
	struct report_list reports;      // of PHRASE_VIEW_REPORT
	struct standing focus;           // of the focused cell
	struct explain explain;
};

#define MATRIX_TOP 2
#define MATRIX_WIDE 112          // from here on with longer names
// The indicator and the unit of row ROW (of what find shows) and column AT; false where there is none.
struct matrix_cell { int line, unit; };  // line: PLAN_NONE in a column or row of names; unit: -1 the whole, else index of UNITS
bool matrix_cell_at(const struct matrix *m, int row, int at, struct matrix_cell *out);
int matrix_unit(const struct matrix *m, int unit);            // plan index of such a unit
const struct phrase_cell *matrix_read_cell(const struct matrix *m, const struct matrix_cell *cell);     // NULL: not read yet
int matrix_frozen(const struct matrix *m);                    // columns that stay, without the names
int matrix_columns(const struct matrix *m);                   // all without the names
int matrix_name_cells(const struct matrix *m);
int matrix_column_cells(const struct matrix *m);
int matrix_column_x(const struct matrix *m, int at);          // -1: out of sight

// Which rows and units there are; keeps nothing that was read.
must_check enum err matrix_collect(struct matrix *m);
// What stands in sight, what the focused cell is explained by, and both in one view.
must_check enum err matrix_read_sight(struct matrix *m);
must_check enum err matrix_read_focus(struct matrix *m);
must_check enum err matrix_read(struct matrix *m);
void matrix_fit(struct matrix *m);
// There is room for other figures now than when they were read.
bool matrix_is_stale(const struct matrix *m);
void matrix_done(struct matrix *m);

void matrix_draw(const struct matrix *m, struct paint *p);
void matrix_copy(const struct matrix *m, struct copy *out);
// F4: filter, view, unit.
unsigned matrix_choose(struct matrix *m);
// The next view; everything is read again.
unsigned matrix_show(struct matrix *m, enum phrase_view view);
// Reads again and keeps the focus on the same cell.
unsigned matrix_again(struct matrix *m);

#endif
