// SPDX-License-Identifier: MIT
// How many of the cells that a unit is asked for in a period have been filled: 禹州市 7/9. A value, 未报 and 不适用 count; 空 and
// a cleared cell do not. Stages and published figures are not part of a unit's form.
#ifndef CORE_FILLED_H
#define CORE_FILLED_H

#include "core/plan.h"
#include "core/store.h"

struct filled { int filled, asked; };
// COUNTS by unit index, plan->units_len of them.
must_check enum err filled_count(struct store *store, const struct plan *plan, int period, struct filled *counts);

#endif
