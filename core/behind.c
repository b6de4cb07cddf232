// SPDX-License-Identifier: MIT
// the code of behind.h.
#include "core/behind.h"

#include <stdlib.h>

#include "core/i18n.h"

bool behind_is(enum standing_status status)
{
	return status == STANDING_BEHIND || status == STANDING_CRITICAL || status == STANDING_MISSED;
}

// What is furthest behind first; what has no lag in points behind it, in the plan's order.
static int compare(const void *a, const void *b)
{
	const struct standing *one = ((const struct behind_row *)a)->s, *other = ((const struct behind_row *)b)->s;
	if (one->status != other->status)
		return one->status > other->status ? -1 : 1;
	if (one->lag.has && other->lag.has && rat_cmp(one->lag.v, other->lag.v) != 0)
		return rat_cmp(one->lag.v, other->lag.v) > 0 ? -1 : 1;
	if (one->lag.has != other->lag.has)
		return one->lag.has ? -1 : 1;
	return one->indicator - other->indicator;
}

enum err behind_read(struct behind *behind, struct store *store, const struct plan *plan, const struct survey_query *query,
	int unit, const struct survey *survey, int most)
{
	enum err err = ERR_OK;
	behind->rows = calloc((size_t)plan->indicators_len + 1, sizeof *behind->rows);
	if (behind->rows == NULL)
		return err_set(ERR_MEMORY, "%s", _("no memory"));
	for (int i = 0; i < plan->indicators_len; i++)
		if (behind_is(survey_at(survey, i)->status) && plan->indicators[i].kind != PLAN_STAGES)
			behind->rows[behind->len++].s = survey_at(survey, i);
	qsort(behind->rows, (size_t)behind->len, sizeof *behind->rows, compare);
	for (int i = 0; i < behind->len && i < most && err == ERR_OK; i++)
		err = survey_since(store, plan, query, behind->rows[i].s->indicator, unit, &behind->rows[i].since);
	return err;
}

void behind_done(struct behind *behind)
{
	free(behind->rows);
	*behind = (struct behind){0};
}
