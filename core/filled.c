// SPDX-License-Identifier: MIT
// See filled.h. One run of the file an element: all its units at the period lie together.
#include "core/filled.h"

#include <string.h>

struct counting {
	const struct plan *plan;
	struct filled *counts;
};

bool filled_asked(const struct plan *plan, int element, int unit, int period)
{
	enum plan_element_kind kind = plan->elements[element].kind;
	return (kind == PLAN_STOCK || kind == PLAN_FLOW) && plan_element_asked(plan, element, unit, period);
}

static enum err count_entry(const struct entry *entry, void *ctx)
{
	struct counting *counting = ctx;
	bool asked = filled_asked(counting->plan, entry->element, entry->unit, entry->period);
	counting->counts[entry->unit].filled += asked && entry->kind != ENTRY_CLEARED;
	return ERR_OK;
}

enum err filled_count(struct store *store, const struct plan *plan, int period, struct filled *counts)
{
	struct counting counting = {plan, counts};
	enum err err = ERR_OK;
	memset(counts, 0, (size_t)plan->units_len * sizeof counts[0]);
	for (int element = 0; element < plan->elements_len && err == ERR_OK; element++) {
		bool any = false;
		for (int unit = 0; unit < plan->units_len; unit++) {
			bool asked = filled_asked(plan, element, unit, period);
			counts[unit].asked += asked;
			any |= asked;
		}
		if (any)
			err = store_each_figure(store, plan, element, period, count_entry, &counting);
	}
	return err;
}
