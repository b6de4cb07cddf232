// SPDX-License-Identifier: MIT
// See filled.h. One run of the file an element: all its units at the period lie together.
#include "core/filled.h"

#include <string.h>

struct counting {
	const struct plan *plan;
	struct filled *counts;
};

static bool keyed_in(const struct plan *plan, int element, int period)
{
	enum plan_element_kind kind = plan->elements[element].kind;
	return (kind == PLAN_STOCK || kind == PLAN_FLOW) && plan_element_open(plan, element, period);
}

static enum err count_entry(const struct entry *entry, void *ctx)
{
	struct counting *counting = ctx;
	bool asked = plan_element_asked(counting->plan, entry->element, entry->unit, entry->period);
	counting->counts[entry->unit].filled += asked && entry->kind != ENTRY_CLEARED;
	return ERR_OK;
}

enum err filled_count(struct store *store, const struct plan *plan, int period, struct filled *counts)
{
	struct counting counting = {plan, counts};
	enum err err = ERR_OK;
	memset(counts, 0, (size_t)plan->units_len * sizeof counts[0]);
	for (int element = 0; element < plan->elements_len && err == ERR_OK; element++) {
		int len, any = 0;
		const int *units = plan_element_units(plan, element, &len);
		for (int i = 0; i < len && keyed_in(plan, element, period); i++) {
			bool asked = plan_unit_valid(plan, units[i], period);
			counts[units[i]].asked += asked;
			any += asked;
		}
		if (any > 0)
			err = store_each_figure(store, plan, element, period, true, count_entry, &counting);
	}
	return err;
}
