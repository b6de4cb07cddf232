// SPDX-License-Identifier: MIT
// One figure of a file held against what stands: new, different, the same, empty or refused, by the checks of the screen
// (core/intake), by its report, and by the lines before it. Private to exchange/import*.c.
#ifndef EXCHANGE_IMPORT_HOLD_H
#define EXCHANGE_IMPORT_HOLD_H

#include "core/intake_gate.h"
#include "exchange/import.h"
#include "exchange/import_cells.h"

struct import_hold {
	struct store *store;
	const struct plan *plan;
	int today;
	struct import_cells *cells;
	bool reported;                    // the file has reports: some may be closed
	struct report report;             // the newest that was looked at
	bool looked;
	struct entry present;
	struct intake_result result;
	char why[256];
};
// Within a view of the store, or a transaction; import_hold_done in any case.
must_check enum err import_hold_start(struct import_hold *hold, struct store *store, const struct plan *plan, int today);
// What *OUT points to is of HOLD, CELL and the store, until the next one.
must_check enum err import_hold_cell(struct import_hold *hold, const struct csv_cell *cell, struct import_line *out);
void import_hold_done(struct import_hold *hold);

#endif
