// SPDX-License-Identifier: MIT
// The 200 random cells of the demonstration that are looked at in every form a figure can have: the same ones for each test.
#ifndef TESTS_STORAGE_CELLS_H
#define TESTS_STORAGE_CELLS_H

#include "core/survey.h"

#define CELLS_PAPERS 20                   // a unit, a period, which figures
#define CELLS_OF_EACH 10                  // numbers of each
struct cells {
	const struct plan *plan;
	unsigned seed;
	int paper;                        // how many have been given
	int unit, period;
	enum survey_figures figures;
	int indicators[CELLS_OF_EACH];
};
void cells_begin(struct cells *cells, const struct plan *plan);
bool cells_next(struct cells *cells);     // false: that was the last

#endif
