// SPDX-License-Identifier: MIT
// What moves in a year (standing_part.h): attained, needed from now on, the last twelve months, where they lead, and Open SDG's
// measure of progress (github.com/open-sdg, progress status calculation), the other reading.
#include "core/standing_part.h"

#include "core/period.h"

static int years_left_months(const struct standing_facts *facts)
{
	return period_between(facts->figure.period, facts->goal.end);
}

void standing_put_attainment(struct calc *calc, const struct standing_facts *facts, struct standing *out)
{
	struct rat value = out->value.v, target = out->target.v;
	struct rat divisor = facts->indicator->down ? value : target;
	if (facts->rank || rat_sign(value) < 0 || rat_sign(target) <= 0 || rat_sign(divisor) == 0)
		return;
	out->attainment = calc_some(calc_div(calc, facts->indicator->down ? target : value, divisor));
}

void standing_put_recent(struct calc *calc, const struct standing_facts *facts, struct standing *out)
{
	if (facts->before.has)
		out->recent = calc_some(calc_sub(calc, out->value.v, facts->before.v));
}

// The growth a year from FROM to TO in %; none when it is beyond all figures: nobody can reach it any more.
static struct maybe rate_of(struct rat from, struct rat to, int months)
{
	struct calc calc = { ERR_OK };
	struct rat rate = calc_growth(&calc, calc_div(&calc, to, from), calc_part(&calc, 12, months));
	return calc.err == ERR_OK ? calc_some(rate) : calc_none();
}

void standing_put_needed(struct calc *calc, const struct standing_facts *facts, struct standing *out)
{
	int months = years_left_months(facts);
	if (months <= 0 || out->path == STANDING_PATH_NONE || rat_sign(out->gap.v) <= 0)
		return;
	if (out->path == STANDING_COMPOUND)
		out->needed = rate_of(out->value.v, out->target.v, months);
	else
		out->needed = calc_some(calc_mul(calc, out->gap.v, calc_part(calc, 12, months)));
}

// Have baseline, value and target all (as far as they are known) at least SIGN * (v - bound) >= 0?
static bool all_within(const struct standing *s, struct rat bound, int sign)
{
	const struct maybe v[] = { s->baseline, s->value, s->target };
	for (int i = 0; i < 3; i++)
		if (v[i].has && sign * rat_cmp(v[i].v, bound) < 0)
			return false;
	return true;
}

void standing_put_projected(struct calc *calc, const struct standing_facts *facts, struct standing *out)
{
	const struct rat zero = rat_of_int(0), hundred = rat_of_int(100);
	int months = years_left_months(facts);
	if (months <= 0 || !out->recent.has || out->path == STANDING_PATH_NONE || rat_sign(out->gap.v) <= 0)
		return;
	struct rat v = calc_add(calc, out->value.v, calc_mul(calc, out->recent.v, calc_part(calc, months, 12)));
	if (rat_sign(v) < 0 && all_within(out, zero, 1))
		v = zero;
	if (facts->indicator->measure[0] == '%' && rat_cmp(v, hundred) > 0 && all_within(out, hundred, -1))
		v = hundred;
	out->projected = calc_some(v);
}

// Average annual growth in %; from a value above zero.
static struct rat cagr(struct calc *calc, struct rat from, struct rat to, int months)
{
	if (rat_sign(to) == 0)
		return rat_of_int(-100);
	return calc_growth(calc, calc_div(calc, to, from), calc_part(calc, 12, months));
}

void standing_put_r(struct calc *calc, const struct standing_facts *facts, struct standing *out)
{
	const struct standing_goal *goal = &facts->goal;
	int months = period_between(goal->base, facts->figure.period);
	if (facts->rank || goal->points == 0 || !out->baseline.has || rat_sign(out->baseline.v) <= 0 || rat_sign(out->target.v) <= 0 ||
	    rat_sign(out->value.v) < 0 || months < 12 || rat_cmp(out->baseline.v, out->target.v) == 0)
		return;
	struct rat have = cagr(calc, out->baseline.v, out->value.v, months);
	struct rat want = cagr(calc, out->baseline.v, out->target.v, period_between(goal->base, goal->end));
	if (rat_sign(want) == 0)                  // closer together than 9 decimals tell
		return;
	struct rat r = calc_div(calc, have, rat_sign(want) < 0 ? rat_neg(want) : want);
	out->r = calc_some(facts->indicator->down ? rat_neg(r) : r);
}

void standing_assess(struct standing *out)
{
	static const struct { int percent; enum standing_assessment assessment; } steps[] = {
		{ 95, ASSESS_ON_TRACK }, { 60, ASSESS_ACCELERATE }, { 0, ASSESS_LIMITED },
	};
	out->assessment = out->status == STANDING_MET ? ASSESS_MET : out->r.has ? ASSESS_DETERIORATING : ASSESS_NONE;
	if (out->assessment != ASSESS_DETERIORATING)
		return;
	for (size_t i = 0; i < sizeof steps / sizeof steps[0]; i++) {
		const struct rat step = { steps[i].percent, 100 };
		if (rat_cmp(out->r.v, step) >= 0) {
			out->assessment = steps[i].assessment;
			return;
		}
	}
}
