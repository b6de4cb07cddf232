// SPDX-License-Identifier: MIT
// Milestones, projects and tasks: the newest word of each unit that keeps the row, and its nodes, gathered once for all
// units that are asked about.
#include "core/survey_part.h"

#include <stdlib.h>

#include "core/i18n.h"
#include "core/period.h"
#include "core/standing_part.h"

struct said {                                // the entry of one unit in the month that is being read
	enum entry_kind kind;
	int64_t figure;
	bool present, final, accepted;
};
struct gather {
	struct rollup *rollup;
	const struct plan *plan;
	const struct survey_query *query;
	int element;
	const int *keepers; int len;         // units that keep the row, ascending: few, however many units there are
	struct standing_slip *slips;         // by keeper
	struct said *said;                   // by keeper
};

static int compare_units(const void *a, const void *b)
{
	return *(const int *)a - *(const int *)b;
}

// Which of the keepers UNIT is; PLAN_NONE: the row is not asked of it, and what it said is not heard.
static int keeper_of(const struct gather *g, int unit)
{
	const int *found = g->len == 0 ? NULL : bsearch(&unit, g->keepers, (size_t)g->len, sizeof unit, compare_units);
	return found != NULL ? (int)(found - g->keepers) : PLAN_NONE;
}

static enum err take_entry(const struct entry *entry, void *ctx)
{
	struct gather *g = ctx;
	int keeper = keeper_of(g, entry->unit);
	if (keeper == PLAN_NONE || (rollup_accepted(g->rollup) && !entry->accepted))
		return ERR_OK;
	g->said[keeper] = (struct said){ entry->kind, entry->figure, true, entry->final, entry->accepted };
	if (entry->kind == ENTRY_NOT_APPLICABLE && !g->slips[keeper].has_word)
		g->slips[keeper].not_applicable = true;
	return ERR_OK;
}

static enum err take_stage(const struct stage *stage, void *ctx)
{
	struct gather *g = ctx;
	int keeper = keeper_of(g, stage->unit);
	if (keeper == PLAN_NONE)
		return ERR_OK;
	struct standing_slip *slip = &g->slips[keeper];
	const struct said *said = &g->said[keeper];
	if (slip->has_word || slip->not_applicable || !said->present)
		return ERR_OK;
	slip->has_word = true;
	slip->stage = stage->stage;
	slip->period = stage->period;
	slip->final = said->final;
	slip->accepted = said->accepted;
	if (said->kind == ENTRY_VALUE)
		slip->percent = calc_some(rat_of_figure(said->figure));
	return ERR_OK;
}

static enum err take_node(const struct node *node, void *ctx)
{
	struct gather *g = ctx;
	int keeper = keeper_of(g, node->unit);
	if (keeper != PLAN_NONE)
		standing_take_node(&g->slips[keeper], node, g->query->period, g->query->today);
	return ERR_OK;
}

static bool all_have_words(const struct gather *g)
{
	for (int i = 0; i < g->len; i++)
		if (plan_unit_valid(g->plan, g->keepers[i], g->query->period) && !g->slips[i].has_word && !g->slips[i].not_applicable)
			return false;
	return true;
}

static enum err read_month(struct gather *g, int period)
{
	const struct rollup_source *source = rollup_source(g->rollup);
	for (int i = 0; i < g->len; i++)
		g->said[i] = (struct said){ .kind = ENTRY_CLEARED };
	enum err err = source->each_entry(source->ctx, g->element, period, PLAN_NONE, take_entry, g);
	return err != ERR_OK ? err : source->each_stage(source->ctx, g->element, period, take_stage, g);
}

static enum err gather(struct gather *g)
{
	const struct rollup_source *source = rollup_source(g->rollup);
	int q = g->query->period;
	enum err err = source->each_node(source->ctx, g->element, take_node, g);
	while (err == ERR_OK && !all_have_words(g)) {
		err = source->newest(source->ctx, g->element, q, &q);
		if (err != ERR_OK || q == 0)
			break;
		err = read_month(g, q);
		q = period_add(q, -1);
	}
	return err;
}

// ------------------------------------------------------------ one standing

static void join_beneath(const struct gather *g, int unit, struct standing_slip *total)
{
	int len;
	const int *children = plan_unit_children(g->plan, unit, &len);
	for (int i = 0; i < len; i++) {
		int keeper = keeper_of(g, children[i]);
		bool due = keeper != PLAN_NONE && plan_unit_valid(g->plan, children[i], g->query->period);
		if (due && !g->slips[keeper].not_applicable)
			standing_join_slip(total, &g->slips[keeper]);
		join_beneath(g, children[i], total);
	}
}

struct before { bool accepted_only; struct maybe percent; };

static enum err take_before(const struct entry *entry, void *ctx)
{
	struct before *before = ctx;
	if (entry->kind == ENTRY_VALUE && (entry->accepted || !before->accepted_only))
		before->percent = calc_some(rat_of_figure(entry->figure));
	return ERR_OK;
}

static enum err percent_before(const struct gather *g, int unit, struct standing_slip *slip)
{
	const struct rollup_source *source = rollup_source(g->rollup);
	struct before before = { rollup_accepted(g->rollup), calc_none() };
	if (!slip->percent.has || g->query->counted)
		return ERR_OK;
	enum err err = source->each_entry(source->ctx, g->element, period_add(slip->period, -12), unit, take_before, &before);
	slip->before = before.percent;
	return err;
}

static enum err stand(const struct gather *g, struct standing *out)
{
	const struct plan_indicator *indicator = &g->plan->indicators[out->indicator];
	struct standing_facts facts = {
		.plan = g->plan, .indicator = indicator, .path = PLAN_LINEAR, .asked = out->period,
		.interval = g->plan->elements[g->element].months,
	};
	struct standing_slip total = { 0 };
	int keeper = keeper_of(g, out->unit);
	bool several = keeper == PLAN_NONE;
	if (several)
		join_beneath(g, out->unit, &total);
	else
		total = g->slips[keeper];
	enum err err = several ? ERR_OK : percent_before(g, out->unit, &total);
	if (err == ERR_OK)
		err = standing_goal_of(g->plan, out->indicator, out->unit, out->period, g->plan->base_year, calc_none(), &facts.goal);
	return err != ERR_OK ? err : standing_judge_stage(&facts, &total, several, out);
}

enum err survey_stages(struct rollup *rollup, const struct survey_query *query, struct standing *out, int len)
{
	const struct plan *plan = rollup_plan(rollup);
	struct gather g = { .rollup = rollup, .plan = plan, .query = query };
	enum err err;
	if (len == 0)
		return ERR_OK;
	g.element = plan->indicators[out[0].indicator].x;
	g.keepers = plan_element_units(plan, g.element, &g.len);
	g.slips = calloc((size_t)g.len + 1, sizeof *g.slips);
	g.said = calloc((size_t)g.len + 1, sizeof *g.said);
	if (g.slips == NULL || g.said == NULL)
		err = err_set(ERR_MEMORY, _("there is no memory left"));
	else
		err = gather(&g);
	for (int i = 0; err == ERR_OK && i < len; i++)
		if (!plan->units[out[i].unit].compare)
			err = stand(&g, &out[i]);
	free(g.said);
	free(g.slips);
	return err;
}
