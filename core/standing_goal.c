// SPDX-License-Identifier: MIT
// What is to be reached by when: the targets of an indicator and unit as points of a path (standing_part.h).
#include "core/standing_part.h"

#include "core/period.h"

int standing_base_year(const struct plan *plan, int indicator, int unit, struct maybe *keyed)
{
	int first, end, year = plan->base_year;
	*keyed = calc_none();
	plan_targets_of(plan, indicator, unit, &first, &end);
	for (int i = first; i < end; i++) {
		const struct plan_target *target = &plan->targets[i];
		if (target->kind == PLAN_BASELINE && target->form == PLAN_FORM_VALUE) {
			*keyed = calc_some(rat_of_figure(target->figure));
			year = target->year;
		}
	}
	return year;
}

// Its lower end (down: its upper); the baseline and n; false: words, or no baseline to add to.
static bool number_of(const struct plan_target *target, bool down, struct maybe baseline, int64_t *figure, struct rat *out,
	struct calc *calc)
{
	*figure = target->form == PLAN_FORM_RANGE && down ? target->high : target->figure;
	*out = rat_of_figure(*figure);
	if (target->form == PLAN_FORM_INCREMENT) {
		*out = calc_add(calc, baseline.v, *out);
		return baseline.has;
	}
	return target->form != PLAN_FORM_TEXT;
}

// Targets come in the order of their years: the last one stays.
static void take_target(struct calc *calc, const struct plan_target *target, bool down, struct standing_goal *out)
{
	int64_t figure;
	struct rat v;
	int period = period_make(target->year, 12);
	bool number = number_of(target, down, out->baseline, &figure, &v, calc);
	out->end = period;
	out->text = target->text != NULL ? target->text : "";
	out->increment = target->form == PLAN_FORM_INCREMENT && !number;
	out->target = number ? calc_some(v) : calc_none();
	out->figure = figure;
	if (number && period > out->base) {
		out->points -= out->points == STANDING_POINTS;       // the last one is what all is measured by
		out->point[out->points++] = (struct standing_point){ period, v };
		out->positive = out->positive && rat_sign(v) > 0;
	}
}

static void take_year(struct calc *calc, const struct plan_target *target, bool down, struct standing_goal *out)
{
	int64_t figure;
	struct rat v;
	if (number_of(target, down, out->baseline, &figure, &v, calc))
		out->annual = calc_some(v);
}

enum err standing_goal_of(const struct plan *plan, int indicator, int unit, int period, int base_year, struct maybe baseline,
	struct standing_goal *out)
{
	struct calc calc = { ERR_OK };
	bool down = plan->indicators[indicator].down;
	int first, end;
	*out = (struct standing_goal){ .base = period_make(base_year, 12), .baseline = baseline, .text = "", .positive = true };
	plan_targets_of(plan, indicator, unit, &first, &end);
	for (int i = first; i < end; i++) {      // sorted by kind, then year: the plan's before the annual ones
		const struct plan_target *target = &plan->targets[i];
		bool asked = target->year == period_year(period);
		if (target->kind == PLAN_TARGET)
			take_target(&calc, target, down, out);
		if (target->kind != PLAN_BASELINE && asked)
			take_year(&calc, target, down, out);
	}
	return calc.err;
}
