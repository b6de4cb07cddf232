// SPDX-License-Identifier: MIT
// the code of moved.h.
#include "core/moved.h"

#include <stdlib.h>

#include "core/i18n.h"
#include "core/period.h"

int moved_before(const struct plan *plan, int period)
{
	return period_at_or_before(period_add(period, -1), plan_shortest_months(plan));
}

static bool is_cumulative(const struct plan *plan, int element)
{
	return element != PLAN_NONE && plan->elements[element].kind == PLAN_FLOW;
}

static bool is_newer(const struct plan *plan, const struct standing *now, const struct standing *then)
{
	const struct plan_indicator *indicator = &plan->indicators[now->indicator];
	return indicator->kind == PLAN_NUMBER && now->value.has && then->value.has && now->value_period > then->value_period &&
	       rat_cmp(now->value.v, then->value.v) != 0 &&
	       (!(is_cumulative(plan, indicator->x) || is_cumulative(plan, indicator->y)) ||
		       period_totals_compare(now->value_period, then->value_period));
}

int moved_last(const struct plan *plan, int indicator, int period)
{
	const struct plan_indicator *of = &plan->indicators[indicator];
	if (of->kind != PLAN_NUMBER || of->x == PLAN_NONE)
		return period_add(period, -plan_shortest_months(plan));
	const struct plan_element *x = &plan->elements[of->x];
	bool yearly = of->formula == PLAN_GROWTH || (of->formula == PLAN_VALUE && x->kind == PLAN_FLOW);
	return period_add(period, yearly ? -12 : -x->months);
}

enum err moved_read(struct moved *moved, const struct plan *plan, const struct survey *now, const struct survey *then)
{
	enum err err = ERR_OK;
	moved->rows = calloc((size_t)plan->indicators_len + 1, sizeof *moved->rows);
	if (moved->rows == NULL)
		return err_set(ERR_MEMORY, "%s", _("no memory"));
	for (int i = 0; i < plan->indicators_len && err == ERR_OK; i++) {
		const struct standing *s = survey_at(now, i), *before = survey_at(then, i);
		if (!is_newer(plan, s, before))
			continue;
		struct moved_row *row = &moved->rows[moved->len++];
		*row = (struct moved_row){*s, before, before->value_period};
		if (before->value_period >= moved_last(plan, i, s->value_period))
			row->since = 0;
		row->s.recent.has = true;
		err = rat_sub(s->value.v, before->value.v, &row->s.recent.v);
	}
	return err;
}

void moved_done(struct moved *moved)
{
	free(moved->rows);
	*moved = (struct moved){0};
}
