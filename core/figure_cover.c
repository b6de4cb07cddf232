// SPDX-License-Identifier: MIT
// Coverage of a parent's figure (figure.h): who was due, who has reported, what they make together, who is missing.
// Of a ratio or growth only those count whose every part due of them is there.
#include "core/figure.h"

#include "core/calc.h"
#include "core/figure_part.h"
#include "core/period.h"

static const struct plan_indicator *indicator_of(const struct figure_query *query)
{
	return &rollup_plan(query->rollup)->indicators[query->indicator];
}

void figure_miss(struct standing *out, struct standing_missing missing)
{
	if (out->missing_len < STANDING_MISSING_MAX)
		out->missing[out->missing_len] = missing;
	out->missing_len++;
}

static void miss_unit(struct standing *out, int unit)
{
	figure_miss(out, (struct standing_missing){ unit, PLAN_NONE, PLAN_NONE, 0 });
}

bool figure_concerns(const struct plan *plan, int index, int unit)
{
	const struct plan_indicator *indicator = &plan->indicators[index];
	int len;
	if (plan->units[unit].compare)
		return false;
	if (indicator->kind == PLAN_COMPARISON)
		return unit == plan->root;
	if (plan_element_applies(plan, indicator->x, unit))
		return true;
	const int *children = plan_unit_children(plan, unit, &len);
	for (int i = 0; i < len; i++)
		if (figure_concerns(plan, index, children[i]))
			return true;
	return false;
}

// ------------------------------------------------------------ the parts of one child

struct child_parts {
	bool due;                    // any part due of it
	bool silent;                 // a part that is due is not there
	bool has[2];
	bool unaccepted;             // a part that is there is not accepted
	struct rat value[2];         // in 1/10 000
};
struct cover {
	const struct figure_query *query;
	int period[2];               // of x and y (of a growth: the month and the base year)
	int element[2];
	int parts;
};

static bool unit_due(const struct plan *plan, int unit, int period, const struct rollup_cell *cell)
{
	return cell->kind != ENTRY_NOT_APPLICABLE && plan_unit_valid(plan, unit, period) && !plan->units[unit].compare &&
		(cell->asked || cell->due > 0);
}

static bool given_accepted(const struct rollup_cell *cell)
{
	return cell->kind == ENTRY_VALUE ? cell->accepted : cell->sum_accepted;
}

static enum err child_parts(const struct cover *cover, int child, struct child_parts *out)
{
	const struct plan *plan = rollup_plan(cover->query->rollup);
	bool growth = indicator_of(cover->query)->formula == PLAN_GROWTH;
	*out = (struct child_parts){ 0 };
	for (int i = 0; i < cover->parts; i++) {
		struct rollup_cell cell;
		enum err err = rollup_at(cover->query->rollup, cover->element[i], child, cover->period[i], &cell);
		if (err != ERR_OK)
			return err;
		if (!unit_due(plan, child, cover->period[i], &cell))
			continue;
		out->has[i] = rollup_given(&cell, &out->value[i]);
		out->unaccepted = out->unaccepted || (out->has[i] && !given_accepted(&cell));
		out->silent = out->silent || !out->has[i];
		// a unit that has closed since the base year is only missed when its figure is
		out->due = out->due || !(growth && i == 1) || !out->has[i];
	}
	return ERR_OK;
}

static enum err add_parts(struct calc *calc, struct rat total[2], const struct child_parts *parts)
{
	for (int i = 0; i < 2; i++)
		if (parts->has[i])
			total[i] = calc_add(calc, total[i], parts->value[i]);
	return calc->err;
}

static enum err cover_formula(const struct cover *cover, struct standing *out, bool *some)
{
	const struct figure_query *query = cover->query;
	const struct plan_indicator *indicator = indicator_of(query);
	struct rat total[2] = { rat_of_int(0), rat_of_int(0) };
	struct calc calc = { ERR_OK };
	int len;
	const int *children = plan_unit_children(rollup_plan(query->rollup), query->unit, &len);
	for (int i = 0; i < len; i++) {
		struct child_parts parts;
		enum err err = child_parts(cover, children[i], &parts);
		if (err == ERR_OK && !parts.silent)
			err = add_parts(&calc, total, &parts);
		if (err != ERR_OK)
			return err;
		*some = *some || parts.has[0] || parts.has[1];
		out->due += parts.due;
		out->reported += parts.due && !parts.silent;
		out->unaccepted += parts.due && !parts.silent && parts.unaccepted;
		if (parts.due && parts.silent)
			miss_unit(out, children[i]);
	}
	int years = period_year(cover->period[0]) - query->base_year;
	for (int i = 0; i < 2; i++)
		total[i] = calc_div(&calc, total[i], rat_of_int(NUM_SCALE));
	if (out->reported > 0 && figure_defined(indicator, total[0], total[1]))
		out->sum = calc_some(figure_formula(&calc, indicator, total[0], total[1], years));
	return calc.err;
}

static enum err cover_value(const struct cover *cover, struct standing *out, bool *some)
{
	const struct figure_query *query = cover->query;
	struct rollup_cell cell;
	int len;
	enum err err = rollup_at(query->rollup, cover->element[0], query->unit, cover->period[0], &cell);
	const int *children = plan_unit_children(rollup_plan(query->rollup), query->unit, &len);
	if (err != ERR_OK)
		return err;
	out->due = cell.due;
	out->reported = cell.reported;
	out->unaccepted = cell.unaccepted;
	*some = cell.reported > 0;
	if (cell.reported > 0) {
		out->sum = calc_some(rat_of_int(0));
		err = rat_div(cell.sum, rat_of_int(NUM_SCALE), &out->sum.v);
	}
	int missing = cell.due - cell.reported;      // as many are named as there is room for, the others are only counted
	for (int i = 0; err == ERR_OK && out->missing_len < missing && out->missing_len < STANDING_MISSING_MAX && i < len; i++) {
		struct child_parts parts;
		err = child_parts(cover, children[i], &parts);
		if (err == ERR_OK && parts.due && parts.silent)
			miss_unit(out, children[i]);
	}
	out->missing_len = missing;
	return err;
}

// ------------------------------------------------------------ at which months

// Is somebody beneath (children) or the unit itself due for any part?
static enum err who_is_due(const struct cover *cover, bool *children, bool *itself)
{
	*children = *itself = false;
	bool growth = indicator_of(cover->query)->formula == PLAN_GROWTH;
	for (int i = 0; i < (growth ? 1 : cover->parts); i++) {
		struct rollup_cell cell;
		enum err err = rollup_at(cover->query->rollup, cover->element[i], cover->query->unit, cover->period[i], &cell);
		if (err != ERR_OK)
			return err;
		*children = *children || cell.due > 0;
		*itself = *itself || cell.asked;
	}
	return ERR_OK;
}

// Where a yearly denominator is read: the newest December whose sum is complete, else the newest that anyone has reported,
// else the newest.
static enum err december_of(const struct figure_query *query, int element, int period, int *out)
{
	int some = 0, first = period_at_or_before(period, 12);
	for (int q = first; period_between(q, period) <= FIGURE_OLDEST; q = period_add(q, -12)) {
		struct rollup_cell cell;
		enum err err = rollup_at(query->rollup, element, query->unit, q, &cell);
		if (err != ERR_OK)
			return err;
		if (rollup_complete(&cell)) {
			*out = q;
			return ERR_OK;
		}
		if (some == 0 && (cell.reported > 0 || cell.kind == ENTRY_VALUE))
			some = q;
	}
	*out = some != 0 ? some : first;
	return ERR_OK;
}

static enum err cover_place(const struct figure_query *query, int period, struct cover *cover)
{
	const struct plan_indicator *indicator = indicator_of(query);
	*cover = (struct cover){ .query = query, .parts = indicator->formula == PLAN_VALUE ? 1 : 2 };
	cover->period[0] = cover->period[1] = period;
	cover->element[0] = indicator->x;
	cover->element[1] = indicator->formula == PLAN_RATIO ? indicator->y : indicator->x;
	if (indicator->formula == PLAN_GROWTH)
		cover->period[1] = period_make(query->base_year, 12);
	else if (indicator->formula == PLAN_RATIO && figure_looks_back(rollup_plan(query->rollup), indicator))
		return december_of(query, indicator->y, period, &cover->period[1]);
	return ERR_OK;
}

// The oldest month that is looked at: the plan's time, or the year asked for before it.
static int oldest(const struct figure_query *query, int period)
{
	int base = rollup_plan(query->rollup)->base_year, year = period_year(period);
	if (query->year)
		return period_make(year, 1);
	return indicator_of(query)->formula == PLAN_GROWTH ? period_make(query->base_year + 1, 1) : period_make(year < base ? year : base, 1);
}

enum err figure_cover(const struct figure_query *query, int period, struct standing *out, struct figure_due *due)
{
	int step = figure_step(query);
	*due = (struct figure_due){ 0 };
	for (int q = period_at_or_before(period, step); q >= oldest(query, period); q = period_add(q, -step)) {
		struct cover cover;
		bool children, itself;
		enum err err = cover_place(query, q, &cover);
		if (err == ERR_OK)
			err = who_is_due(&cover, &children, &itself);
		if (err != ERR_OK)
			return err;
		if (children || itself)
			due->period = q;
		if (children) {
			out->sum_period = q;
			return cover.parts == 1 ? cover_value(&cover, out, &due->some) : cover_formula(&cover, out, &due->some);
		}
		if (itself)
			break;
	}
	return ERR_OK;
}

// ------------------------------------------------------------ own parts

static enum err has_part(const struct figure_query *query, int element, int period, bool *out)
{
	struct rollup_cell cell;
	struct rat figure;
	enum err err = rollup_at(query->rollup, element, query->unit, period, &cell);
	if (err == ERR_OK)
		*out = rollup_stands(&cell, &figure);
	return err;
}

enum err figure_parts(const struct figure_query *query, int period, struct standing *out, bool *some)
{
	const struct plan_indicator *indicator = indicator_of(query);
	bool growth = indicator->formula == PLAN_GROWTH, has[2] = { false, false };
	struct cover cover;
	int newest;
	*some = false;
	if (indicator->formula == PLAN_VALUE)
		return ERR_OK;
	enum err err = rollup_newest(query->rollup, indicator->x, period, figure_step(query), &newest);
	if (growth && newest <= period_make(query->base_year, 12))
		return err;
	if (err == ERR_OK)
		err = cover_place(query, newest != 0 ? newest : period_at_or_before(period, figure_step(query)), &cover);
	for (int i = 0; err == ERR_OK && i < 2; i++)
		err = has_part(query, cover.element[i], cover.period[i], &has[i]);
	*some = has[0] || (has[1] && !growth);
	for (int i = 0; err == ERR_OK && *some && i < 2; i++)
		if (!has[i])
			figure_miss(out, (struct standing_missing){ query->unit, cover.element[i], PLAN_NONE, growth && i == 1 ? cover.period[1] : 0 });
	return err;
}

// ------------------------------------------------------------ own against sum

static struct rat unit_of(struct calc *calc, int decimals)
{
	struct rat unit = rat_of_int(1);
	for (int i = 0; i < decimals; i++)
		unit = calc_mul(calc, unit, calc_part(calc, 1, 10));
	return unit;
}

static struct rat tolerance(struct calc *calc, const struct plan *plan, const struct plan_indicator *indicator, int children)
{
	if (indicator->formula != PLAN_VALUE)
		return calc_mul(calc, unit_of(calc, indicator->decimals), calc_part(calc, 1, 2));
	const struct plan_element *x = &plan->elements[indicator->x];
	struct rat unit = unit_of(calc, x->decimals);
	if (x->rollup == PLAN_ROLLUP_MEAN)
		return unit;
	return x->decimals == 0 ? rat_of_int(0) : calc_mul(calc, unit, calc_part(calc, children, 2));
}

enum err figure_difference(const struct plan *plan, int index, const struct figure *figure, struct standing *out)
{
	const struct plan_indicator *indicator = &plan->indicators[index];
	struct maybe other = figure->source == STANDING_OWN ? figure->sum : figure->source == STANDING_PUBLISHED ? figure->computed
		: calc_none();
	struct calc calc = { ERR_OK };
	if (!other.has)
		return ERR_OK;
	struct rat difference = calc_sub(&calc, figure->value.v, other.v);
	out->difference = calc_some(difference);
	out->tolerance = calc_some(tolerance(&calc, plan, indicator, figure->children));
	out->difference_found = rat_cmp(rat_sign(difference) < 0 ? rat_neg(difference) : difference, out->tolerance.v) > 0;
	return calc.err;
}
