// SPDX-License-Identifier: MIT
// Try-out (试算): values supposed in cells, over which all standings are computed anew; nothing is stored until one is keyed in.
#ifndef TUI_TRYOUT_H
#define TUI_TRYOUT_H

#include "core/err.h"
#include "core/suppose.h"

struct app;

#define TRYOUT_LINE 256
struct tryout {
	struct suppose set;
	struct entry at;                     // the cell that is asked about; without texts
	char lines[SUPPOSE_MOST + 1][TRYOUT_LINE], question[2 * TRYOUT_LINE];  // of the question that is open
};
// The key: asks the value of the top screen's cell, or what shall become of what is supposed already.
unsigned tryout_ask(struct app *app);
// For ops->cell of screens of standings: the newest cell of the indicator's first element; false: it is not a number.
bool tryout_cell_of(const struct app *app, int indicator, int unit, struct entry *out);
// Leaving the program: true where something is supposed, and now it is asked about.
bool tryout_asks_leaving(struct app *app);
// Beside a cell: "try-out 60"; NULL: nothing is supposed in it.
const char *tryout_words(const struct app *app, int element, int unit, int period, char *out, size_t cap);

#endif
