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
	struct standing_slip *slips;         // by unit
	struct said *said;                   // by unit
};

static enum err take_entry(const struct entry *entry, void *ctx)
{
	struct gather *g = ctx;
	if (rollup_accepted(g->rollup) && !entry->accepted)
		return ERR_OK;
	g->said[entry->unit] = (struct said){ entry->kind, entry->figure, true, entry->final, entry->accepted };
	if (entry->kind == ENTRY_NOT_APPLICABLE && !g->slips[entry->unit].has_word)
		g->slips[entry->unit].not_applicable = true;
	return ERR_OK;
}

static enum err take_stage(const struct stage *stage, void *ctx)
{
	struct gather *g = ctx;
	struct standing_slip *slip = &g->slips[stage->unit];
	const struct said *said = &g->said[stage->unit];
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
	standing_take_node(&g->slips[node->unit], node, g->query->period, g->query->today);
	return ERR_OK;
}

static bool keeps(const struct gather *g, int unit)
{
	return plan_element_applies(g->plan, g->element, unit) && plan_unit_valid(g->plan, unit, g->query->period);
}

static bool all_have_words(const struct gather *g)
{
	for (int unit = 0; unit < g->plan->units_len; unit++)
		if (keeps(g, unit) && !g->slips[unit].has_word && !g->slips[unit].not_applicable)
			return false;
	return true;
}

static enum err read_month(struct gather *g, int period)
{
	const struct rollup_source *source = rollup_source(g->rollup);
	for (int unit = 0; unit < g->plan->units_len; unit++)
		g->said[unit] = (struct said){ .kind = ENTRY_CLEARED };
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
		if (keeps(g, children[i]) && !g->slips[children[i]].not_applicable)
			standing_join_slip(total, &g->slips[children[i]]);
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
	if (!slip->percent.has)
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
	bool several = !plan_element_applies(g->plan, g->element, out->unit);
	if (several)
		join_beneath(g, out->unit, &total);
	else
		total = g->slips[out->unit];
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
	g.slips = calloc((size_t)plan->units_len + 1, sizeof *g.slips);
	g.said = calloc((size_t)plan->units_len + 1, sizeof *g.said);
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
