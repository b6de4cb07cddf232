// SPDX-License-Identifier: MIT
// See part_flow.h.
#include "tui/part_flow.h"

#include "core/text.h"

void flow_item(struct flow *flow, enum role role, const char *text)
{
	int cells = text_cells(text);
	if (flow->x + cells > flow->right && flow->x > flow->left)
		flow_row(flow);
	if (flow->y >= flow->end)
		return;
	paint_text(flow->p, flow->y, flow->x, flow->right - flow->x, role, text);
	flow->x += cells + 2;
}

void flow_row(struct flow *flow)
{
	flow->y += flow->x > flow->left;
	flow->x = flow->left;
}
