// SPDX-License-Identifier: MIT
// The columns of a row that tables on paper share (markdown, csv): one list, one order.
#ifndef EXCHANGE_REPORT_CELLS_H
#define EXCHANGE_REPORT_CELLS_H

#include "core/phrase.h"
#include "exchange/report.h"

struct report_cell {
	const char *head;                      // English; translate with _()
	bool markdown, csv;                    // does the format have it
	enum phrase_field field;               // where WRITE is NULL
	void (*write)(const struct report *report, const struct report_row *row, char *out, size_t cap);
};
extern const struct report_cell report_cells[];
extern const int report_cells_len;
// Returns OUT; REPORT_CELL holds every one.
#define REPORT_CELL 4096
char *report_cell_write(
	const struct report_cell *cell, const struct report *report, const struct report_row *row, char *out, size_t cap);

#endif
