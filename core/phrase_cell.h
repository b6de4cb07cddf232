// SPDX-License-Identifier: MIT
// A standing in one cell of the matrix (S4): a letter, a figure of a few cells, a mark behind it.
#ifndef CORE_PHRASE_CELL_H
#define CORE_PHRASE_CELL_H

#include "core/plan.h"
#include "core/report_list.h"
#include "core/standing.h"

enum phrase_view {               // what the figure tells
	PHRASE_VIEW_DONE, PHRASE_VIEW_VALUE, PHRASE_VIEW_GAP, PHRASE_VIEW_LAG, PHRASE_VIEW_NEEDED, PHRASE_VIEW_REPORT,
	PHRASE_VIEWS
};
#define PHRASE_CELL_TEXT 24
struct phrase_cell {
	enum standing_status status;
	char letter;                     // blank: none
	char mark;                       // ~ not accepted, ' of an older data period, else a blank
	char text[PHRASE_CELL_TEXT];     // "" where there is no such figure
};
// As it stands over a column: 完成率%, 现值, 还差, 对序时, 年均需, 报送.
const char *phrase_view_name(enum phrase_view view);
// Cells of a column with its letter, mark and the blank behind; EXACT: percentages with their decimal.
int phrase_view_cells(enum phrase_view view, bool exact);
// ROW_PERIOD: what the row's name says its figures are of. Not of PHRASE_VIEW_REPORT. A whole percentage rounds half up, and is
// never 100 while the target is not met; of an average growth the growth itself stands there.
void phrase_cell_of(const struct plan *plan, const struct standing *s, enum phrase_view view, bool exact, int row_period,
	struct phrase_cell *out);
// The report that ELEMENT of UNIT is due in: 7/9填, 报, 退, 过, 封; nothing where it is not asked for then.
void phrase_cell_report(const struct plan *plan, const struct report_list *list, int element, int unit, int period,
	struct phrase_cell *out);
// The same of all units beneath: how many of those that are asked have been accepted.
void phrase_cell_reports(const struct plan *plan, const struct report_list *list, int element, const int *units, int len, int period,
	struct phrase_cell *out);
// What the figures of a row are of, where it is another year than the one asked: 23年; "" else.
char *phrase_cell_year(const struct standing *whole, char *out, size_t cap);

#endif
