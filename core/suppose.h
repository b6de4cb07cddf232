// SPDX-License-Identifier: MIT
// Values that are only supposed (试算): a small sorted set of entries that lies over those of a file while surveys read it.
#ifndef CORE_SUPPOSE_H
#define CORE_SUPPOSE_H

#include <stdbool.h>

#include "core/entry.h"
#include "core/plan.h"

#define SUPPOSE_MOST 36
struct suppose {
	struct entry entries[SUPPOSE_MOST];      // by element, period, unit; note and doc "", change 1
	int len;
};
// The figure that TEXT says for the cell in *OUT (its element, unit, period); false, with err_message() telling why. What stands
// in the cell and where its report is does not matter: nothing is stored.
bool suppose_read(const struct plan *plan, const char *text, struct entry *out);
// Supposes ENTRY, instead of what was supposed in its cell; false: there are as many as there may be.
bool suppose_put(struct suppose *suppose, const struct entry *entry);
void suppose_drop(struct suppose *suppose, int element, int unit, int period);
const struct entry *suppose_find(const struct suppose *suppose, int element, int unit, int period);       // NULL: nothing
// Those of an element and period, over all units: the first of *LEN.
const struct entry *suppose_of(const struct suppose *suppose, int element, int period, int *len);
int suppose_newest(const struct suppose *suppose, int element, int period);   // at or before PERIOD; 0 none

#endif
