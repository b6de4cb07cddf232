// SPDX-License-Identifier: MIT
// Comparisons with the provincial average (arithmetic.md, "Comparison"): how many of the listed indicators stand above it, or
// have grown faster than it, in the newest month that both have.
#include "core/survey_part.h"

#include "core/calc.h"
#include "core/figure.h"
#include "core/period.h"
#include "core/standing_part.h"

struct pair {
	bool has, better, some;              // some: at least one of the two has a figure
	bool final, accepted;
	int period;
};
struct tally {
	int comparable, better, newest;
	int comparable_end, better_end;      // pairs of the end only
	bool some, final, accepted;
};

static int province_of(const struct plan *plan)
{
	for (int unit = 0; unit < plan->units_len; unit++)
		if (plan->units[unit].compare)
			return unit;
	return PLAN_NONE;
}

// What is compared: the figure, or by how much (%) it is above that of twelve months before; a growth is one already.
static enum err compared_figure(const struct figure_query *query, bool faster, int period, struct figure *now)
{
	struct figure before;
	struct calc calc = { ERR_OK };
	enum err err = figure_at(query, period, now);
	if (err != ERR_OK || !faster || !now->value.has ||
	    rollup_plan(query->rollup)->indicators[query->indicator].formula == PLAN_GROWTH)
		return err;
	err = figure_at(query, period_add(period, -12), &before);
	if (err != ERR_OK)
		return err;
	now->value.has = before.value.has && rat_sign(before.value.v) > 0 && rat_sign(now->value.v) > 0;
	if (now->value.has)
		now->value.v = calc_growth(&calc, calc_div(&calc, now->value.v, before.value.v), rat_of_int(1));
	return calc.err;
}

static enum err pair_at(const struct figure_query *query, bool faster, int element, int province, int period, struct pair *out)
{
	struct rollup_cell cell;
	struct figure figure;
	struct rat average;
	enum err err = rollup_at(query->rollup, element, province, period, &cell);
	if (err != ERR_OK || !rollup_figure(&cell, ROLLUP_OWN, &average))
		return err;
	out->some = true;
	err = compared_figure(query, faster, period, &figure);
	if (err != ERR_OK || !figure.value.has)
		return err;
	int order = rat_cmp(figure.value.v, average);
	out->has = true;
	out->better = rollup_plan(query->rollup)->indicators[query->indicator].down ? order < 0 : order > 0;
	out->period = period;
	out->final = figure.final && cell.final;
	out->accepted = figure.accepted && cell.accepted;
	return ERR_OK;
}

static enum err newest_pair(struct rollup *rollup, int indicator, bool faster, int asked, struct pair *out)
{
	const struct plan *plan = rollup_plan(rollup);
	int province = province_of(plan), q = asked;
	int element = faster ? plan->indicators[indicator].growth_element : plan->indicators[indicator].level_element;
	struct maybe keyed;
	struct figure figure;
	struct figure_query query = { .rollup = rollup, .indicator = indicator, .unit = plan->root };
	query.base_year = standing_base_year(plan, indicator, plan->root, &keyed);
	*out = (struct pair){ 0 };
	enum err err = figure_newest(&query, 0, asked, &figure);
	if (err != ERR_OK)
		return err;
	out->some = figure.value.has;
	while (element != PLAN_NONE && province != PLAN_NONE && !out->has) {
		err = rollup_newest(rollup, element, q, 1, &q);
		if (err != ERR_OK || q == 0)
			break;
		err = pair_at(&query, faster, element, province, q, out);
		if (err != ERR_OK)
			break;
		q = period_add(q, -1);
	}
	return err;
}

static void count_pair(const struct pair *pair, int end, struct tally *tally)
{
	tally->some = tally->some || pair->some;
	if (!pair->has)
		return;
	tally->final = tally->final && pair->final;
	tally->accepted = tally->accepted && pair->accepted;
	tally->comparable++;
	tally->better += pair->better;
	if (pair->period > tally->newest)
		tally->newest = pair->period;
	tally->comparable_end += pair->period >= end;
	tally->better_end += pair->period >= end && pair->better;
}

static void judge(const struct tally *tally, int listed, int end, struct standing *out)
{
	bool ended = end != 0 && out->period >= end;
	int comparable = ended ? tally->comparable_end : tally->comparable, better = ended ? tally->better_end : tally->better;
	out->status = STANDING_NO_DATA;
	out->ended = ended && (better < comparable || comparable == listed);
	if (better < comparable)
		out->status = ended ? STANDING_MISSED : STANDING_BEHIND;
	else if (comparable == listed && listed > 0)
		out->status = STANDING_MET;
	else if (ended && tally->comparable == listed)
		out->reason = STANDING_FINAL_MISSING;
	else
		out->reason = tally->some ? STANDING_NOT_COMPARABLE : STANDING_NONE;
}

static void put_tally(const struct tally *tally, int listed, struct standing *out)
{
	out->target = calc_some(rat_of_int(listed));
	out->reported = tally->comparable;
	out->due = listed;
	out->final = tally->comparable > 0 && tally->final;
	out->accepted = tally->comparable > 0 && tally->accepted;
	if (tally->comparable == 0)
		return;
	out->value = calc_some(rat_of_int(tally->better));
	out->value_period = tally->newest;
	out->source = STANDING_COMPUTED;
}

enum err survey_comparison(struct rollup *rollup, const struct survey_query *query, struct standing *out)
{
	const struct plan *plan = rollup_plan(rollup);
	const struct plan_indicator *indicator = &plan->indicators[out->indicator];
	struct standing_goal goal;
	struct tally tally = { .final = true, .accepted = true };
	enum err err = standing_goal_of(plan, out->indicator, out->unit, query->period, plan->base_year, calc_none(), &goal);
	for (int i = 0; err == ERR_OK && i < indicator->compared_len; i++) {
		struct pair pair;
		err = newest_pair(rollup, indicator->compared[i], indicator->formula == PLAN_FASTER, query->period, &pair);
		if (err != ERR_OK)
			break;
		count_pair(&pair, goal.end, &tally);
		if (!pair.has)
			figure_miss(out, (struct standing_missing){ PLAN_NONE, PLAN_NONE, indicator->compared[i], 0 });
	}
	if (err != ERR_OK)
		return err;
	out->target_text = goal.text;
	out->base_year = plan->base_year;
	out->target_year = period_year(goal.end);
	put_tally(&tally, indicator->compared_len, out);
	judge(&tally, indicator->compared_len, goal.end, out);
	if (out->value.has && tally.comparable == indicator->compared_len && out->status != STANDING_NO_DATA)
		out->gap = calc_some(rat_of_int(indicator->compared_len - tally.better));
	return ERR_OK;
}
