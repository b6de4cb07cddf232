// SPDX-License-Identifier: MIT
// A cell's past. See check_part.h.
#include "core/check_part.h"
#include "core/period.h"

#define YEAR 12

bool check_is_flow(const struct check *check)
{
	return check->element->kind == PLAN_FLOW;
}

bool check_is_value(const struct entry *entry)
{
	return entry->kind == ENTRY_VALUE;
}

enum err check_look(struct check *check, int element, int unit, int period, struct check_figure *out)
{
	struct entry entry;
	*out = (struct check_figure){ .period = period };
	enum err err = check->source->entry(check->source->ctx, element, unit, period, &entry);
	if (err == ERR_OK && entry.change != 0 && check_is_value(&entry)) {
		out->has = true;
		out->figure = entry.figure;
	}
	return err;
}

enum err check_before(struct check *check, int steps, struct check_figure *out)
{
	const struct entry *entry = check->entry;
	if (steps > CHECK_PAST) {
		*out = (struct check_figure){ 0 };
		return ERR_OK;
	}
	enum err err = ERR_OK;
	if (!check->known[steps]) {
		int period = period_add(entry->period, -steps * check->element->months);
		err = check_look(check, entry->element, entry->unit, period, &check->past[steps]);
		check->known[steps] = err == ERR_OK;
	}
	*out = check->past[steps];
	return err;
}

int check_year_steps(const struct check *check)
{
	return YEAR / check->element->months;
}

enum err check_against(struct check *check, struct check_figure *out)
{
	int last = check_year_steps(check);
	for (int steps = check_is_flow(check) ? last : 1; steps <= last; steps++) {
		enum err err = check_before(check, steps, out);
		if (err != ERR_OK || out->has)
			return err;
	}
	return ERR_OK;
}

enum err check_this_year(struct check *check, struct check_figure *out)
{
	int month = period_month(check->entry->period), months = check->element->months;
	*out = (struct check_figure){ 0 };
	for (int steps = 1; steps * months < month; steps++) {
		enum err err = check_before(check, steps, out);
		if (err != ERR_OK || out->has)
			return err;
	}
	return ERR_OK;
}
