// SPDX-License-Identifier: MIT
// Which line of a file has last spoken of a cell: a file of a million figures is told its doubles in four bytes a cell. Private
// to exchange/import*.c.
#ifndef EXCHANGE_IMPORT_CELLS_H
#define EXCHANGE_IMPORT_CELLS_H

#include "core/err.h"

struct import_cells;
must_check enum err import_cells_new(struct import_cells **out);
// *BEFORE the line that spoke of the cell before LINE does; 0: none did.
must_check enum err import_cells_mark(struct import_cells *cells, int element, int unit, int period, int line, int *before);
// What is remembered of an element at a period over all units; 0 at first.
must_check enum err import_cells_run(struct import_cells *cells, int element, int period, int **known);
void import_cells_free(struct import_cells *cells);

#endif
