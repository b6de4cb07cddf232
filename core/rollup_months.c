// SPDX-License-Identifier: MIT
// See rollup_months.h.
#include "core/rollup_months.h"

#include <stdlib.h>

#include "core/i18n.h"
#include "core/period.h"

// The next older month that has entries; the first asked for begins the list, newer ones are not looked at.
static enum err older_period(struct rollup_months *months, const struct rollup_source *source, int element)
{
	int newest, last = months->periods[months->len - 1];
	enum err err = source->newest(source->ctx, element, period_add(last, -1), &newest);
	if (err != ERR_OK)
		return err;
	months->exhausted = newest == 0;
	if (newest != 0)
		months->periods[months->len++] = newest;
	return ERR_OK;
}

static enum err grow_periods(struct rollup_months *months)
{
	if (months->len % 16 != 0)
		return ERR_OK;
	int *periods = realloc(months->periods, ((size_t)months->len + 16) * sizeof *periods);
	if (periods == NULL)
		return err_set(ERR_MEMORY, _("there is no memory left"));
	months->periods = periods;
	return ERR_OK;
}

// The list of months begins with PERIOD itself, entries or not: a mark that nothing newer is known.
static enum err begin_periods(struct rollup_months *months, int period)
{
	if (months->len > 0 && months->periods[0] > period)
		return ERR_OK;
	months->len = 0;
	months->exhausted = false;
	enum err err = grow_periods(months);
	if (err == ERR_OK)
		months->periods[months->len++] = period_add(period, 1);
	return err;
}

enum err rollup_months_newest(struct rollup_months *months, const struct rollup_source *source, int element, int period, int step,
	int *out)
{
	enum err err = begin_periods(months, period);
	for (int i = 1; err == ERR_OK; i++) {
		if (i == months->len) {
			if (months->exhausted)
				break;
			err = grow_periods(months);
			if (err == ERR_OK)
				err = older_period(months, source, element);
			if (err != ERR_OK || i == months->len)
				break;
		}
		if (months->periods[i] <= period && period_in_frequency(months->periods[i], step)) {
			*out = months->periods[i];
			return ERR_OK;
		}
	}
	*out = 0;
	return err;
}

void rollup_months_done(struct rollup_months *months)
{
	free(months->periods);
	*months = (struct rollup_months){ 0 };
}
