// SPDX-License-Identifier: MIT
// The standing of a number: its newest figure and all that it is judged by, gathered from the roll-up.
#include "core/survey_part.h"

#include "core/figure.h"
#include "core/period.h"
#include "core/standing_part.h"

static void put_figure(const struct figure *figure, struct standing *out)
{
	out->value = figure->value;
	out->value_period = figure->value.has ? figure->period : 0;
	out->source = figure->source;
	out->qualifier = figure->qualifier;
	out->final = figure->final;
	out->accepted = figure->accepted;
	out->computed = figure->computed;
	out->published = figure->published;
}

// The other of computed and published, from its own newest month, where the value's has only one of them.
static enum err put_other(const struct figure_query *query, int period, struct standing *out)
{
	struct figure_query formula = *query;
	struct figure figure;
	enum err err = ERR_OK;
	formula.computed = true;
	if (out->source == STANDING_COMPUTED && !out->published.has) {
		err = figure_published(query, period, &figure);
		out->published = figure.published;
	} else if (out->source == STANDING_PUBLISHED && !out->computed.has) {
		err = figure_newest(&formula, 0, period, &figure);
		out->computed = figure.computed;
	}
	return err;
}

// ------------------------------------------------------------ what it is judged by

static enum err gather_goal(const struct figure_query *query, const struct standing *out, struct maybe keyed,
	struct standing_facts *facts)
{
	struct figure figure;
	struct maybe baseline = keyed;
	enum err err = ERR_OK;
	if (facts->indicator->formula == PLAN_GROWTH) {
		baseline = calc_none();
	} else if (!keyed.has) {
		err = figure_at(query, period_make(query->base_year, 12), &figure);
		baseline = figure.value;
	}
	if (err != ERR_OK)
		return err;
	return standing_goal_of(facts->plan, out->indicator, out->unit, out->period, query->base_year, baseline, &facts->goal);
}

static enum err gather_year(const struct figure_query *query, int period, struct standing_facts *facts)
{
	const struct plan_element *x = &facts->plan->elements[facts->indicator->x];
	struct figure_query year = *query;
	struct figure figure;
	if (facts->indicator->formula != PLAN_VALUE || x->kind != PLAN_FLOW || facts->indicator->down)
		return ERR_OK;
	year.year = true;
	enum err err = figure_newest(&year, period_make(period_year(period), 1), period, &figure);
	if (err != ERR_OK || !figure.value.has)
		return err;
	facts->ytd = figure.value;
	facts->ytd_period = figure.period;
	err = figure_at(&year, period_add(figure.period, -12), &figure);
	facts->last_same = figure.value;
	if (err == ERR_OK)
		err = figure_at(&year, period_make(period_year(period) - 1, 12), &figure);
	facts->last_year = figure.value;
	return err;
}

static enum err gather_before(const struct figure_query *query, struct standing_facts *facts)
{
	struct figure figure;
	if (!facts->figure.value.has || facts->indicator->formula == PLAN_GROWTH)
		return ERR_OK;
	enum err err = figure_at(query, period_add(facts->figure.period, -12), &figure);
	if (err == ERR_OK)
		facts->before = figure.value;
	return err;
}

// ------------------------------------------------------------ no value

static enum err missing_reason(const struct figure_query *query, const struct figure *figure, const struct figure_due *due,
	struct standing *out)
{
	const struct plan *plan = rollup_plan(query->rollup);
	const struct plan_indicator *indicator = &plan->indicators[query->indicator];
	bool some = false;
	enum err err = ERR_OK;
	if (out->sum.has) {
		out->reason = STANDING_PARTIAL;
	} else if (figure->zero) {
		out->reason = STANDING_ZERO_DENOMINATOR;
		figure_miss(out, (struct standing_missing){ out->unit, indicator->formula == PLAN_RATIO ? indicator->y : indicator->x,
			PLAN_NONE, 0 });
	} else {
		err = figure_parts(query, out->period, out, &some);
		out->reason = due->some && !some ? STANDING_PARTIAL : !some ? STANDING_NONE :
			indicator->formula == PLAN_GROWTH ? STANDING_NO_BASE_YEAR_FIGURE : STANDING_PARTIAL;
	}
	return err;
}

// A unit that has said that a part does not apply to it is not silent.
static enum err find_not_applicable(const struct figure_query *query, struct standing *out)
{
	const struct plan_indicator *indicator = &rollup_plan(query->rollup)->indicators[query->indicator];
	const int parts[] = { indicator->x, indicator->formula == PLAN_RATIO ? indicator->y : PLAN_NONE };
	int period = period_at_or_before(out->period, figure_step(query));
	struct rollup_cell cell;
	for (int i = 0; i < 2 && out->reason <= STANDING_NONE && !out->not_applicable; i++) {
		enum err err = parts[i] == PLAN_NONE ? ERR_OK : rollup_at(query->rollup, parts[i], query->unit, period, &cell);
		if (err != ERR_OK)
			return err;
		out->not_applicable = parts[i] != PLAN_NONE && cell.kind == ENTRY_NOT_APPLICABLE;
	}
	return ERR_OK;
}

static enum err judge(const struct figure_query *query, const struct figure_due *due, struct standing_facts *facts, bool counted,
	struct standing *out)
{
	const struct figure *figure = &facts->figure;
	put_figure(figure, out);
	out->carried = figure->value.has && figure->period < due->period;
	enum err err = counted ? ERR_OK : put_other(query, out->period, out);
	if (err != ERR_OK)
		return err;
	if (!out->computed.has && facts->indicator->formula != PLAN_VALUE)
		out->computed = out->sum;
	if (!figure->value.has) {
		err = missing_reason(query, figure, due, out);
		if (err == ERR_OK)
			err = find_not_applicable(query, out);
		return err != ERR_OK ? err : standing_without_value(facts, out);
	}
	facts->interval = figure_interval(facts->plan, out->indicator, out->source);
	err = figure_difference(facts->plan, out->indicator, figure, out);
	return err != ERR_OK ? err : standing_judge(facts, out);
}

enum err survey_number(struct rollup *rollup, const struct survey_query *query, struct standing *out)
{
	const struct plan *plan = rollup_plan(rollup);
	const struct plan_indicator *indicator = &plan->indicators[out->indicator];
	struct standing_facts facts = {
		.plan = plan, .indicator = indicator, .path = indicator->path, .rank = indicator->path == PLAN_PATH_NONE,
		.asked = query->period,
	};
	struct maybe keyed;
	struct figure_due due = { 0 };
	struct figure_query figures = { .rollup = rollup, .indicator = out->indicator, .unit = out->unit };
	figures.base_year = standing_base_year(plan, out->indicator, out->unit, &keyed);
	enum err err = figure_newest(&figures, 0, query->period, &facts.figure);
	bool covered = !query->counted || !facts.figure.value.has;       // else who is missing decides nothing
	if (err == ERR_OK && covered)
		err = figure_cover(&figures, query->period, out, &due);
	if (err == ERR_OK)
		err = gather_goal(&figures, out, keyed, &facts);
	if (err == ERR_OK && !query->counted)
		err = gather_before(&figures, &facts);
	if (err == ERR_OK && !query->counted)
		err = gather_year(&figures, query->period, &facts);
	return err != ERR_OK ? err : judge(&figures, &due, &facts, query->counted, out);
}
