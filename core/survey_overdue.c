// SPDX-License-Identifier: MIT
// Nodes overdue as of today: what is to be done does not wait for the end of the period that is looked at. Only rows that have
// nodes by their standing are read, so a file without any costs nothing.
#include "core/survey_part.h"

#include "core/standing_part.h"

struct gather {
	const struct plan *plan;
	int unit, today;
	struct standing_slip slip;
};

static enum err take_node(const struct node *node, void *ctx)
{
	struct gather *g = ctx;
	if (g->unit == g->plan->root || node->unit == g->unit)
		standing_take_node(&g->slip, node, g->today / 100, g->today);
	return ERR_OK;
}

enum err survey_overdue(struct store *store, const struct survey *survey, int unit, int today, struct survey_overdue *out)
{
	struct gather g = { .plan = survey->plan, .unit = unit, .today = today };
	enum err err = ERR_OK;
	for (int i = 0; i < survey->len && err == ERR_OK; i++) {
		const struct standing *s = &survey->standings[i];
		if (s->is_stage && s->nodes > s->nodes_done && s->status != STANDING_MET)
			err = store_each_node(store, g.plan, g.plan->indicators[i].x, take_node, &g);
	}
	*out = (struct survey_overdue){ g.slip.overdue, g.slip.days };
	return err;
}
