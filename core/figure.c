// SPDX-License-Identifier: MIT
// See figure.h. All formulas take their parts either from own figures or from complete sums, never one of each.
#include "core/figure.h"

#include <stddef.h>

#include "core/calc.h"
#include "core/figure_part.h"
#include "core/period.h"

// ------------------------------------------------------------ parts

static const struct plan_indicator *indicator_of(const struct figure_query *query)
{
	return &rollup_plan(query->rollup)->indicators[query->indicator];
}

bool figure_looks_back(const struct plan *plan, const struct plan_indicator *indicator)
{
	const struct plan_element *x = &plan->elements[indicator->x], *y = &plan->elements[indicator->y];
	bool flows = x->kind == PLAN_FLOW && y->kind == PLAN_FLOW;
	bool levels = x->kind == PLAN_STOCK && y->kind == PLAN_STOCK && x->months == y->months;
	return !flows && !levels && (y->months == 12 || y->kind == PLAN_FLOW);
}

static int ratio_step(const struct plan *plan, const struct plan_indicator *indicator)
{
	const struct plan_element *x = &plan->elements[indicator->x], *y = &plan->elements[indicator->y];
	if (x->kind == PLAN_FLOW && y->kind == PLAN_STOCK)
		return 12;
	if (figure_looks_back(plan, indicator))
		return x->months;
	return x->months > y->months ? x->months : y->months;
}

int figure_step(const struct figure_query *query)
{
	const struct plan *plan = rollup_plan(query->rollup);
	const struct plan_indicator *indicator = indicator_of(query);
	const struct plan_element *x = &plan->elements[indicator->x];
	if (indicator->formula == PLAN_RATIO)
		return ratio_step(plan, indicator);
	if (indicator->formula == PLAN_GROWTH || (x->kind == PLAN_FLOW && !query->year))
		return 12;
	return x->months;
}

int figure_interval(const struct plan *plan, int index, enum standing_source source)
{
	const struct plan_indicator *indicator = &plan->indicators[index];
	const struct plan_element *x = &plan->elements[indicator->x];
	if (source == STANDING_PUBLISHED && indicator->published != PLAN_NONE)
		return plan->elements[indicator->published].months;
	if (indicator->formula == PLAN_RATIO)
		return x->kind == PLAN_FLOW && plan->elements[indicator->y].kind == PLAN_STOCK ? 12 : x->months;
	return indicator->formula == PLAN_GROWTH || x->kind == PLAN_FLOW ? 12 : x->months;
}

static enum err part_at(const struct figure_query *query, int element, int period, enum rollup_kind kind, struct figure_part *out)
{
	struct rollup_cell cell;
	enum err err = rollup_at(query->rollup, element, query->unit, period, &cell);
	if (err != ERR_OK)
		return err;
	*out = (struct figure_part){ .period = period, .children = cell.due };
	out->has = rollup_figure(&cell, kind, &out->value);
	out->final = kind == ROLLUP_OWN ? cell.final : cell.sum_final;
	out->accepted = kind == ROLLUP_OWN ? cell.accepted : cell.sum_accepted;
	out->exact = kind == ROLLUP_OWN || cell.sum.d == 1;
	out->figure = kind == ROLLUP_OWN ? cell.own : (int64_t)cell.sum.n;
	return ERR_OK;
}

// The newest December at or before PERIOD, at most 24 months old, that has the figure.
static enum err december_part(const struct figure_query *query, int element, int period, enum rollup_kind kind,
	struct figure_part *out)
{
	*out = (struct figure_part){ 0 };
	for (int q = period_at_or_before(period, 12); period_between(q, period) <= FIGURE_OLDEST; q = period_add(q, -12)) {
		enum err err = part_at(query, element, q, kind, out);
		if (err != ERR_OK || out->has)
			return err;
	}
	return ERR_OK;
}

static enum err denominator(const struct figure_query *query, int period, enum rollup_kind kind, struct figure_part *out)
{
	const struct plan_indicator *indicator = indicator_of(query);
	if (figure_looks_back(rollup_plan(query->rollup), indicator))
		return december_part(query, indicator->y, period, kind, out);
	return part_at(query, indicator->y, period, kind, out);
}

enum err figure_pair(const struct figure_query *query, int period, enum rollup_kind kind, struct figure_part *x, struct figure_part *y)
{
	const struct plan_indicator *indicator = indicator_of(query);
	enum err err = part_at(query, indicator->x, period, kind, x);
	*y = (struct figure_part){ 0 };
	if (err != ERR_OK || !x->has)            // the other part need not be looked for
		return err;
	if (indicator->formula == PLAN_GROWTH)
		return part_at(query, indicator->x, period_make(query->base_year, 12), kind, y);
	return denominator(query, period, kind, y);
}

// ------------------------------------------------------------ formulas

struct rat figure_formula(struct calc *calc, const struct plan_indicator *indicator, struct rat x, struct rat y, int years)
{
	if (indicator->formula == PLAN_RATIO)
		return calc_times(calc, calc_div(calc, x, y), indicator->scale);
	return calc_growth(calc, calc_div(calc, x, y), calc_part(calc, 1, years));
}

// Has the formula a result: of a ratio y other than 0, of a growth both above zero.
bool figure_defined(const struct plan_indicator *indicator, struct rat x, struct rat y)
{
	return indicator->formula == PLAN_RATIO ? rat_sign(y) != 0 : rat_sign(x) > 0 && rat_sign(y) > 0;
}

static bool in_step(const struct figure_query *query, int period)
{
	enum plan_formula formula = indicator_of(query)->formula;
	int step = figure_step(query);
	if (formula == PLAN_VALUE && step != 12)         // an entry of another month than due counts too
		return true;
	return period_in_frequency(period, step) && (formula != PLAN_GROWTH || period_year(period) > query->base_year);
}

static void take_value(struct figure *out, struct maybe value, enum standing_source source, bool final, bool accepted)
{
	out->value = value;
	out->source = source;
	out->final = final;
	out->accepted = accepted;
}

static enum err pair_at(const struct figure_query *query, int period, enum rollup_kind kind, struct figure *out)
{
	const struct plan_indicator *indicator = indicator_of(query);
	struct figure_part x, y;
	struct calc calc = { ERR_OK };
	enum err err = figure_pair(query, period, kind, &x, &y);
	if (err != ERR_OK || !x.has || !y.has)
		return err;
	if (!figure_defined(indicator, x.value, y.value)) {
		out->zero = out->zero || !out->value.has;
		return ERR_OK;
	}
	int years = period_year(period) - query->base_year;
	struct maybe value = calc_some(figure_formula(&calc, indicator, x.value, y.value, years));
	if (kind == ROLLUP_SUM) {
		out->sum = value;
		out->children = x.children;
	}
	if (!out->value.has && !out->zero) {
		take_value(out, value, STANDING_COMPUTED, x.final && y.final, x.accepted && y.accepted);
		out->computed = value;
		out->exact = x.exact && y.exact;
		out->xq = x.figure;
		out->xb = y.figure;
	}
	return calc.err;
}

static enum err formula_at(const struct figure_query *query, int period, struct figure *out)
{
	enum err err = pair_at(query, period, ROLLUP_OWN, out);
	return err != ERR_OK ? err : pair_at(query, period, ROLLUP_SUM, out);
}

static enum err value_at(const struct figure_query *query, int period, struct figure *out)
{
	struct rollup_cell cell;
	enum err err = rollup_at(query->rollup, indicator_of(query)->x, query->unit, period, &cell);
	if (err != ERR_OK)
		return err;
	struct rat figure;
	if (rollup_figure(&cell, ROLLUP_SUM, &figure)) {
		out->sum = calc_some(figure);
		out->children = cell.due;
		take_value(out, out->sum, STANDING_SUM, cell.sum_final, cell.sum_accepted);
	}
	if (rollup_figure(&cell, ROLLUP_OWN, &figure)) {
		take_value(out, calc_some(figure), STANDING_OWN, cell.final, cell.accepted);
		out->qualifier = cell.qualifier;
	}
	return ERR_OK;
}

static enum err published_at(const struct figure_query *query, int period, struct figure *out)
{
	struct rollup_cell cell;
	struct rat figure;
	int element = indicator_of(query)->published;
	if (element == PLAN_NONE || query->computed)
		return ERR_OK;
	enum err err = rollup_at(query->rollup, element, query->unit, period, &cell);
	if (err != ERR_OK || !rollup_figure(&cell, ROLLUP_OWN, &figure))
		return err;
	out->published = calc_some(figure);
	take_value(out, out->published, STANDING_PUBLISHED, cell.final, cell.accepted);
	out->qualifier = cell.qualifier;
	out->zero = false;
	return ERR_OK;
}

static const struct figure nothing = { .value = { false, { 0, 1 } }, .sum = { false, { 0, 1 } }, .computed = { false, { 0, 1 } },
	.published = { false, { 0, 1 } } };

enum err figure_at(const struct figure_query *query, int period, struct figure *out)
{
	enum err err = ERR_OK;
	*out = nothing;
	if (in_step(query, period))
		err = indicator_of(query)->formula == PLAN_VALUE ? value_at(query, period, out) : formula_at(query, period, out);
	if (err == ERR_OK)
		err = published_at(query, period, out);
	out->period = out->value.has || out->zero ? period : 0;
	return err;
}

// ------------------------------------------------------------ the newest

// The newest month that has an entry of the numerator or a published one.
static enum err candidate(const struct figure_query *query, int period, int *out)
{
	const struct plan_indicator *indicator = indicator_of(query);
	int published = 0, step = figure_step(query);
	bool any = indicator->formula == PLAN_VALUE && step != 12;
	enum err err = rollup_newest(query->rollup, indicator->x, period, any ? 1 : step, out);
	if (err == ERR_OK && indicator->published != PLAN_NONE && !query->computed)
		err = rollup_newest(query->rollup, indicator->published, period, 1, &published);
	if (err == ERR_OK && published > *out)
		*out = published;
	return err;
}

enum err figure_published(const struct figure_query *query, int period, struct figure *out)
{
	int element = indicator_of(query)->published, q = period;
	enum err err = ERR_OK;
	*out = nothing;
	while (element != PLAN_NONE && (err = rollup_newest(query->rollup, element, q, 1, &q)) == ERR_OK && q != 0) {
		err = published_at(query, q, out);
		if (err != ERR_OK || out->value.has)
			break;
		q = period_add(q, -1);
	}
	out->period = out->value.has ? q : 0;
	return err;
}

// A denominator of 0 gives no figure: an older published one stands.
static enum err instead_of_zero(const struct figure_query *query, struct figure *out)
{
	struct figure published;
	if (!out->zero || query->computed)
		return ERR_OK;
	enum err err = figure_published(query, out->period, &published);
	if (err == ERR_OK && published.value.has)
		*out = published;
	return err;
}

enum err figure_newest(const struct figure_query *query, int from, int period, struct figure *out)
{
	enum err err;
	int q = period;
	*out = nothing;
	while ((err = candidate(query, q, &q)) == ERR_OK && q != 0 && q >= from) {
		err = figure_at(query, q, out);
		if (err != ERR_OK || out->period != 0)
			break;
		q = period_add(q, -1);
	}
	return err != ERR_OK ? err : instead_of_zero(query, out);
}
