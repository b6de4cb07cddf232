// SPDX-License-Identifier: MIT
// The path from the baseline through all targets (standing_part.h): linear, compound, or linear in steps at each December.
// A month before the first point is at the baseline, one after the last at the target.
#include "core/standing_part.h"

#include "core/period.h"

void standing_route_make(const struct standing_facts *facts, struct rat start, enum standing_path kind, struct standing_route *out)
{
	const struct standing_goal *goal = &facts->goal;
	out->kind = kind;
	out->point[0] = (struct standing_point){ goal->base, start };
	out->points = 1;
	for (int i = 0; i < goal->points; i++)
		out->point[out->points++] = goal->point[i];
}

static int step_of(enum standing_path kind, int period)
{
	return kind == STANDING_YEARLY ? period_at_or_before(period, 12) : period;
}

// FROM..TO around PERIOD, and how far between them it lies, 0..1.
static struct rat locate(struct calc *calc, const struct standing_route *route, int period, struct standing_point *from,
	struct standing_point *to)
{
	int i = 1;
	while (i + 1 < route->points && route->point[i].period < period)
		i++;
	*from = route->point[i - 1];
	*to = route->point[i];
	if (period <= from->period)
		return rat_of_int(0);
	if (period >= to->period)
		return rat_of_int(1);
	return calc_part(calc, period_between(from->period, period), period_between(from->period, to->period));
}

struct rat standing_route_at(struct calc *calc, const struct standing_route *route, int period)
{
	struct standing_point from, to;
	struct rat part = locate(calc, route, step_of(route->kind, period), &from, &to);
	if (rat_cmp(part, rat_of_int(1)) == 0)
		return to.v;
	if (route->kind == STANDING_COMPOUND)
		return calc_mul(calc, from.v, calc_pow(calc, calc_div(calc, to.v, from.v), part));
	return calc_add(calc, from.v, calc_mul(calc, calc_sub(calc, to.v, from.v), part));
}

struct rat standing_elapsed(struct calc *calc, const struct standing_goal *goal, enum standing_path kind, int period)
{
	int at = step_of(kind, period);
	if (at >= goal->end)
		return rat_of_int(1);
	return at <= goal->base ? rat_of_int(0) : calc_part(calc, period_between(goal->base, at), period_between(goal->base, goal->end));
}

struct rat standing_route_done(struct calc *calc, const struct standing_route *route, struct rat value)
{
	struct rat start = route->point[0].v, end = route->point[route->points - 1].v;
	if (route->kind == STANDING_COMPOUND)
		return calc_log(calc, calc_div(calc, value, start), calc_div(calc, end, start), 1);
	return calc_div(calc, calc_sub(calc, value, start), calc_sub(calc, end, start));
}

// (ln expected - ln V) / ln(T / B), in points. ln expected is taken apart: a rounded power would be seen in the last decimals.
static struct rat compound_lag(struct calc *calc, const struct standing_route *route, int period, struct rat value)
{
	struct standing_point from, to;
	struct rat ratio = calc_div(calc, route->point[route->points - 1].v, route->point[0].v);
	struct rat part = locate(calc, route, period, &from, &to);
	struct rat behind = calc_log(calc, calc_div(calc, from.v, value), ratio, 100);
	struct rat leg = calc_log(calc, calc_div(calc, to.v, from.v), ratio, 100);
	return calc_add(calc, behind, calc_mul(calc, leg, part));
}

struct rat standing_route_lag(struct calc *calc, const struct standing_route *route, int period, struct rat value)
{
	if (route->kind == STANDING_COMPOUND)
		return compound_lag(calc, route, period, value);
	struct rat short_of = calc_sub(calc, standing_route_at(calc, route, period), value);
	struct rat way = calc_sub(calc, route->point[route->points - 1].v, route->point[0].v);
	return calc_times(calc, calc_div(calc, short_of, way), 100);
}

static bool leads_on(const struct standing_facts *facts)
{
	int way = rat_cmp(facts->goal.target.v, facts->goal.baseline.v);
	return facts->indicator->down ? way < 0 : way > 0;
}

static bool above_zero(struct maybe v)
{
	return !v.has || rat_sign(v.v) > 0;
}

enum standing_path standing_path_of(const struct standing_facts *facts, struct maybe value)
{
	static const enum standing_path paths[] = {
		[PLAN_PATH_NONE] = STANDING_PATH_NONE, [PLAN_LINEAR] = STANDING_LINEAR, [PLAN_COMPOUND] = STANDING_COMPOUND,
		[PLAN_YEARLY] = STANDING_YEARLY,
	};
	const struct standing_goal *goal = &facts->goal;
	if (!goal->target.has || goal->points == 0 || (goal->baseline.has && !leads_on(facts)))
		return STANDING_PATH_NONE;
	bool logs = above_zero(goal->baseline) && above_zero(value) && goal->positive;
	return facts->path == PLAN_COMPOUND && !logs ? STANDING_LINEAR : paths[facts->path];
}
