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

// Into the rows late longest; of equal ones the plan's order.
static void take_late(struct survey_overdue *out, int indicator, int days)
{
	int at = out->rows < SURVEY_LATEST ? out->rows : SURVEY_LATEST;
	out->rows++;
	for (; at > 0 && out->latest[at - 1].days < days; at--)
		if (at < SURVEY_LATEST)
			out->latest[at] = out->latest[at - 1];
	if (at < SURVEY_LATEST)
		out->latest[at] = (struct survey_late){ indicator, days };
}

enum err survey_overdue(struct store *store, const struct survey *survey, int unit, int today, struct survey_overdue *out)
{
	struct gather g = { .plan = survey->plan, .unit = unit, .today = today };
	enum err err = ERR_OK;
	*out = (struct survey_overdue){ 0 };
	for (int i = 0; i < survey->len && err == ERR_OK; i++) {
		const struct standing *s = &survey->standings[i];
		if (!s->is_stage || s->nodes <= s->nodes_done || s->status == STANDING_MET)
			continue;
		g.slip = (struct standing_slip){ 0 };
		err = store_each_node(store, g.plan, g.plan->indicators[i].x, take_node, &g);
		out->nodes += g.slip.overdue;
		out->days = g.slip.days > out->days ? g.slip.days : out->days;
		if (g.slip.overdue > 0)
			take_late(out, i, g.slip.days);
	}
	return err;
}
