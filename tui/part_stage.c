// SPDX-License-Identifier: MIT
// See part_stage.h.
#include "tui/part_stage.h"

#include <string.h>

#include "core/i18n.h"
#include "core/period.h"
#include "core/text.h"

struct gather {
	const struct plan *plan;
	int unit;                    // PLAN_NONE: of all units that keep it, by name
	struct part_stage *out;
};

static void append(const struct gather *g, int line, int unit, const char *text)
{
	char *out = g->out->lines[line];
	if (text == NULL || text[0] == '\0' || (g->unit != PLAN_NONE && g->unit != unit))
		return;
	text_join(out, PART_STAGE_TEXT, "  ", "%s%s%s",
		g->unit == PLAN_NONE ? g->plan->units[unit].short_name : "", g->unit == PLAN_NONE ? " " : "", text);
}

static enum err take_stage(const struct stage *stage, void *ctx)
{
	const struct gather *g = ctx;
	append(g, PART_STAGE_PROGRESS, stage->unit, stage->progress);
	append(g, PART_STAGE_PROBLEM, stage->unit, stage->problem);
	append(g, PART_STAGE_NEXT, stage->unit, stage->next);
	return ERR_OK;
}

static void month_words(int month, const char *none, char *out, size_t cap)
{
	if (month == 0)
		text_format(out, cap, "%s", none);
	else
		text_format(out, cap, "%04d-%02d", period_year(month), period_month(month));
}

static enum err take_node(const struct node *node, void *ctx)
{
	char planned[32], done[32], text[PART_STAGE_TEXT];
	month_words(node->planned, "", planned, sizeof planned);
	month_words(node->done, _("not done"), done, sizeof done);
	text_format(text, sizeof text, _("%s %s(%s)"), node->name, planned, done);
	append(ctx, PART_STAGE_NODES, node->unit, text);
	return ERR_OK;
}

enum err part_stage_load(struct part_stage *out, struct store *store, const struct plan *plan, const struct standing *s)
{
	int element = plan->indicators[s->indicator].x;
	memset(out, 0, sizeof *out);
	if (element == PLAN_NONE)
		return ERR_OK;
	struct gather g = {plan, plan_element_applies(plan, element, s->unit) ? s->unit : PLAN_NONE, out};
	enum err err = store_each_stage(store, plan, element, s->value_period != 0 ? s->value_period : s->period, take_stage, &g);
	return err == ERR_OK ? store_each_node(store, plan, element, take_node, &g) : err;
}
