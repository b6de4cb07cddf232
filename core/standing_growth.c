// SPDX-License-Identifier: MIT
// An average annual growth against its target (arithmetic.md, "Growth"): on the scale of a compound path, never met before
// the end, then decided on the figures themselves and not on a rounded root.
#include "core/standing_part.h"

#include "core/period.h"

#define YEARS_MAX 100                    // of num_growth_reached

// 1 + PERCENT / 100.
static struct rat factor(struct calc *calc, struct rat percent)
{
	return calc_add(calc, rat_of_int(1), calc_mul(calc, percent, calc_part(calc, 1, 100)));
}

static bool reached(const struct standing_facts *facts, const struct standing *out)
{
	const struct figure *figure = &facts->figure;
	int years = period_year(figure->period) - period_year(facts->goal.base);
	if (out->source != STANDING_COMPUTED || !figure->exact || facts->indicator->down || years < 1 || years > YEARS_MAX)
		return rat_sign(out->gap.v) <= 0;
	return num_growth_reached(figure->xq, figure->xb, facts->goal.figure, years);
}

// What the base year's figure has been multiplied by since.
static struct rat grown(struct calc *calc, const struct standing_facts *facts, struct rat one_and_v)
{
	const struct figure *figure = &facts->figure;
	if (facts->figure.source == STANDING_COMPUTED && figure->exact)
		return calc_part(calc, figure->xq, figure->xb);
	return calc_pow(calc, one_and_v, calc_part(calc, period_between(facts->goal.base, figure->period), 12));
}

// ((1+g)^(t-b) / (1+V)^(q-b))^(1/(t-q)) - 1, in %. Long powers that do not fit exactly are taken root by root; a rate that
// nobody can reach any more, beyond all figures, is none.
static struct maybe needed(const struct standing_facts *facts, struct rat one_and_g, struct rat one_and_v)
{
	const struct standing_goal *goal = &facts->goal;
	int left = period_between(facts->figure.period, goal->end), whole = period_between(goal->base, goal->end);
	struct calc exact = { ERR_OK }, roots = { ERR_OK };
	struct rat so_far = grown(&exact, facts, one_and_v), in_all = calc_pow(&exact, one_and_g, calc_part(&exact, whole, 12));
	if (exact.err == ERR_OK && rat_sign(so_far) > 0 && rat_sign(in_all) > 0) {
		struct rat rate = calc_growth(&exact, calc_div(&exact, in_all, so_far), calc_part(&exact, 12, left));
		if (exact.err == ERR_OK)
			return calc_some(rate);
	}
	struct rat up = calc_pow(&roots, one_and_g, calc_part(&roots, whole, left));
	struct rat down = calc_pow(&roots, one_and_v, calc_part(&roots, whole - left, left));
	if (roots.err != ERR_OK || rat_sign(down) <= 0)
		return calc_none();
	struct rat rate = calc_times(&roots, calc_sub(&roots, calc_div(&roots, up, down), rat_of_int(1)), 100);
	return roots.err == ERR_OK ? calc_some(rate) : calc_none();
}

static void put_pace(struct calc *calc, const struct standing_facts *facts, struct rat one_and_g, struct rat one_and_v,
	struct standing *out)
{
	struct rat done = calc_mul(calc, out->elapsed.v, calc_log(calc, one_and_v, one_and_g, 1));
	struct rat lag = calc_times(calc, calc_sub(calc, out->elapsed.v, done), 100);
	out->done = calc_some(done);
	out->lag = calc_some(lag);
	if (!out->ended)
		out->needed = needed(facts, one_and_g, one_and_v);
}

void standing_judge_growth(struct calc *calc, const struct standing_facts *facts, struct standing *out)
{
	bool down = facts->indicator->down;
	struct rat target = out->target.v, gap = calc_sub(calc, target, out->value.v);
	struct rat one_and_g = factor(calc, target), one_and_v = factor(calc, out->value.v);
	out->gap = calc_some(down ? rat_neg(gap) : gap);
	out->expected = out->target;
	out->path = STANDING_GROWTH;
	if (rat_sign(target) != 0) {
		struct rat r = calc_div(calc, out->value.v, rat_sign(target) < 0 ? rat_neg(target) : target);
		out->r = calc_some(down ? rat_neg(r) : r);
	}
	// a target of no growth, or against the direction, has no scale
	bool scale = rat_sign(target) == (down ? -1 : 1) && rat_sign(one_and_g) > 0 && rat_sign(one_and_v) > 0;
	if (scale)
		put_pace(calc, facts, one_and_g, one_and_v, out);
	bool there = out->ended ? reached(facts, out) : rat_sign(out->gap.v) <= 0;
	if (scale)      // it prints its distance to the target, which is never 0 short of it
		out->pace = there ? PACE_REACHED : PACE_NOT_REACHED;
	if (out->ended)
		out->status = there ? STANDING_MET : STANDING_MISSED;
	else if (scale)
		out->status = standing_by_lag(calc, facts->plan, out->lag.v, out->elapsed.v, true);
	else
		out->status = there ? STANDING_ON_TRACK : STANDING_BEHIND;
}
