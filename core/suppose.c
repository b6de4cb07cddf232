// SPDX-License-Identifier: MIT
// See suppose.h. There are never many, so a walk finds each.
#include "core/suppose.h"

#include <string.h>

#include "core/err.h"
#include "core/i18n.h"

bool suppose_read(const struct plan *plan, const char *text, struct entry *out)
{
	const struct plan_element *element = &plan->elements[out->element];
	struct num_typed typed;
	num_parse(text, element->measure, element->decimals, &typed);
	if (typed.kind != NUM_VALUE) {
		(void)err_set(ERR_INPUT, "%s", typed.kind == NUM_REFUSED ? typed.why : _("Only a figure can be supposed."));
		return false;
	}
	out->kind = ENTRY_VALUE;
	out->figure = typed.figure;
	out->qualifier = typed.qualifier;
	out->note = out->doc = "";
	out->change = 1;
	return true;
}

static int compare(const struct entry *entry, int element, int unit, int period)
{
	int by_element = (entry->element > element) - (entry->element < element);
	int by_period = (entry->period > period) - (entry->period < period);
	int by_unit = (entry->unit > unit) - (entry->unit < unit);
	return by_element != 0 ? by_element : by_period != 0 ? by_period : by_unit;
}

// The first that is not before the cell.
static int place_of(const struct suppose *suppose, int element, int unit, int period)
{
	int at = 0;
	while (at < suppose->len && compare(&suppose->entries[at], element, unit, period) < 0)
		at++;
	return at;
}

static bool stands_at(const struct suppose *suppose, int at, int element, int unit, int period)
{
	return at < suppose->len && compare(&suppose->entries[at], element, unit, period) == 0;
}

bool suppose_put(struct suppose *suppose, const struct entry *entry)
{
	int at = place_of(suppose, entry->element, entry->unit, entry->period);
	if (!stands_at(suppose, at, entry->element, entry->unit, entry->period)) {
		if (suppose->len == SUPPOSE_MOST)
			return false;
		memmove(&suppose->entries[at + 1], &suppose->entries[at], (size_t)(suppose->len - at) * sizeof *entry);
		suppose->len++;
	}
	suppose->entries[at] = *entry;
	return true;
}

void suppose_drop(struct suppose *suppose, int element, int unit, int period)
{
	int at = place_of(suppose, element, unit, period);
	if (!stands_at(suppose, at, element, unit, period))
		return;
	suppose->len--;
	memmove(&suppose->entries[at], &suppose->entries[at + 1], (size_t)(suppose->len - at) * sizeof *suppose->entries);
}

const struct entry *suppose_find(const struct suppose *suppose, int element, int unit, int period)
{
	int at = place_of(suppose, element, unit, period);
	return stands_at(suppose, at, element, unit, period) ? &suppose->entries[at] : NULL;
}

const struct entry *suppose_of(const struct suppose *suppose, int element, int period, int *len)
{
	int at = place_of(suppose, element, 0, period), end = at;
	while (end < suppose->len && suppose->entries[end].element == element && suppose->entries[end].period == period)
		end++;
	*len = end - at;
	return &suppose->entries[at];
}

int suppose_newest(const struct suppose *suppose, int element, int period)
{
	int newest = 0;
	for (int i = 0; i < suppose->len; i++) {
		const struct entry *entry = &suppose->entries[i];
		if (entry->element == element && entry->period <= period && entry->period > newest)
			newest = entry->period;
	}
	return newest;
}
