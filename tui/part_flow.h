// SPDX-License-Identifier: MIT
// Items side by side, as many a row as fit, then on in the next.
#ifndef TUI_PART_FLOW_H
#define TUI_PART_FLOW_H

#include "tui/paint.h"

struct flow {
	struct paint *p;
	int y, end, x, left, right;      // END: one past the last row that may be used
};
void flow_item(struct flow *flow, enum role role, const char *text);
// What follows begins a row.
void flow_row(struct flow *flow);

#endif
