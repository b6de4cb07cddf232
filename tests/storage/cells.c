// SPDX-License-Identifier: MIT
// the code of cells.h.
#include "tests/storage/cells.h"

static int any(struct cells *cells, int below)
{
	cells->seed = cells->seed * 1103515245U + 12345U;
	return (int)(cells->seed >> 16 & 0x7fff) % below;
}

void cells_begin(struct cells *cells, const struct plan *plan)
{
	*cells = (struct cells){.plan = plan, .seed = 20240708};
}

bool cells_next(struct cells *cells)
{
	const struct plan *plan = cells->plan;
	if (cells->paper == CELLS_PAPERS)
		return false;
	int year = any(cells, 4), quarter = any(cells, 4), unit = any(cells, plan->units_len);
	cells->period = 202103 + 100 * year + 3 * quarter;
	cells->unit = plan->units[unit].compare ? plan->root : unit;
	cells->figures = cells->paper++ % 2 == 0 ? SURVEY_ALL : SURVEY_ACCEPTED;
	for (int i = 0; i < CELLS_OF_EACH; i++) {
		cells->indicators[i] = any(cells, plan->indicators_len);
		while (plan->indicators[cells->indicators[i]].kind != PLAN_NUMBER)
			cells->indicators[i] = (cells->indicators[i] + 1) % plan->indicators_len;
	}
	return true;
}
