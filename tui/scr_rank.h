// SPDX-License-Identifier: MIT
// The ranking: the units of one indicator by one figure, with the place that each had a period before, and never without coverage.
#ifndef TUI_SCR_RANK_H
#define TUI_SCR_RANK_H

#include "core/phrase_cell.h"
#include "tui/screen.h"

// The units beneath ABOVE by what VIEW shows; what is no number has no ranking, which is said.
unsigned scr_rank_show(struct app *app, int indicator, int above, enum phrase_view view);

#endif
