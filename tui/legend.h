// SPDX-License-Identifier: MIT
// The last row: ten slots at fixed places, made from the action table. A key that does nothing here leaves its slot empty.
#ifndef TUI_LEGEND_H
#define TUI_LEGEND_H

#include "core/action.h"
#include "tui/paint.h"

typedef bool legend_offers_fn(const void *ctx, enum action action);
void legend_draw(struct paint *p, int y, legend_offers_fn *offers, const void *ctx);

#endif
