// SPDX-License-Identifier: MIT
// From gathered figures to a standing (arithmetic.md, "Standing"): judged at the value's own period, decided on exact values
// and on the lag as printed.
#include "core/standing_part.h"

#include "core/period.h"

// ------------------------------------------------------------ status

static bool at_least(struct rat lag, int64_t threshold)
{
	return rat_cmp(lag, rat_of_figure(threshold)) >= 0;
}

enum standing_status standing_by_lag(struct calc *calc, const struct plan *plan, struct rat lag, struct rat elapsed, bool steep)
{
	const struct plan_threshold *threshold = &plan->threshold;
	struct rat printed = calc_printed(calc, lag);
	struct rat rest = calc_times(calc, calc_sub(calc, rat_of_int(1), elapsed), 100);
	if (at_least(printed, threshold->critical))
		return STANDING_CRITICAL;
	if (at_least(printed, threshold->behind) || (steep && rat_cmp(printed, rest) > 0))
		return STANDING_BEHIND;
	return rat_cmp(printed, rat_of_figure(threshold->ahead)) <= 0 ? STANDING_AHEAD : STANDING_ON_TRACK;
}

static void put_lag(struct calc *calc, struct rat lag, struct standing *out)
{
	out->lag = calc_some(lag);
	out->pace = rat_sign(calc_printed(calc, lag)) <= 0 ? PACE_REACHED : PACE_NOT_REACHED;
}

// What is decided whatever the path: the end, and a target that has been reached.
static bool decided(const struct standing *out, bool met, enum standing_status *status)
{
	*status = met ? STANDING_MET : STANDING_MISSED;
	return met || out->ended;
}

// ------------------------------------------------------------ with and without a baseline

static void judge_on_path(struct calc *calc, const struct standing_facts *facts, struct standing *out)
{
	struct standing_route route;
	standing_route_make(facts, out->baseline.v, out->path, &route);
	out->expected = calc_some(standing_route_at(calc, &route, out->value_period));
	out->done = calc_some(standing_route_done(calc, &route, out->value.v));
	put_lag(calc, standing_route_lag(calc, &route, out->value_period, out->value.v), out);
	if (!decided(out, rat_sign(out->gap.v) <= 0, &out->status))
		out->status = standing_by_lag(calc, facts->plan, out->lag.v, out->elapsed.v, out->path != STANDING_YEARLY);
}

static bool may_be_proven(const struct standing_facts *facts, const struct standing *out)
{
	bool path = out->path == STANDING_LINEAR || out->path == STANDING_YEARLY;
	return path && !facts->indicator->down && facts->goal.positive && rat_sign(out->value.v) >= 0;
}

// The lag that a baseline of 0 would give is the least possible.
static void judge_without_baseline(struct calc *calc, const struct standing_facts *facts, struct standing *out)
{
	struct standing_route route;
	if (decided(out, rat_sign(out->gap.v) <= 0, &out->status))
		return;
	out->status = STANDING_NO_BASE;
	if (!may_be_proven(facts, out))
		return;
	standing_route_make(facts, rat_of_int(0), out->path, &route);
	struct rat lag = standing_route_lag(calc, &route, out->value_period, out->value.v);
	enum standing_status status = standing_by_lag(calc, facts->plan, lag, out->elapsed.v, false);
	if (status != STANDING_BEHIND && status != STANDING_CRITICAL)
		return;
	out->status = status;
	out->proven_lag = true;
	put_lag(calc, lag, out);
}

static void judge_without_path(struct standing *out)
{
	if (!decided(out, rat_sign(out->gap.v) <= 0, &out->status))
		out->status = STANDING_BEHIND;
}

static void judge_value(struct calc *calc, const struct standing_facts *facts, struct standing *out)
{
	struct rat gap = calc_sub(calc, out->target.v, out->value.v);
	out->gap = calc_some(facts->indicator->down ? rat_neg(gap) : gap);
	out->path = standing_path_of(facts, out->value);
	standing_put_attainment(calc, facts, out);
	standing_put_recent(calc, facts, out);
	standing_put_needed(calc, facts, out);
	standing_put_projected(calc, facts, out);
	standing_put_r(calc, facts, out);
	if (out->path == STANDING_PATH_NONE)
		judge_without_path(out);
	else if (out->baseline.has)
		judge_on_path(calc, facts, out);
	else
		judge_without_baseline(calc, facts, out);
}

// ------------------------------------------------------------ not judged

static enum standing_reason unjudged(const struct standing_facts *facts, const struct standing *out)
{
	const struct standing_goal *goal = &facts->goal;
	int q = out->value_period;
	if (q < goal->base)
		return STANDING_BEFORE_BASE;
	if (facts->asked >= goal->end && q < goal->end)
		return STANDING_FINAL_MISSING;
	if (period_between(q, facts->asked) > facts->plan->threshold.stale_after * facts->interval)
		return STANDING_STALE;
	return STANDING_NO_REASON;
}

void standing_put_goal(const struct standing_facts *facts, struct standing *out)
{
	const struct standing_goal *goal = &facts->goal;
	out->target = goal->target;
	out->target_text = goal->text;
	out->base_year = period_year(goal->base);
	out->target_year = goal->end != 0 ? period_year(goal->end) : 0;
	if (facts->indicator->formula != PLAN_GROWTH)
		out->baseline = goal->baseline;
}

static void judge_target(struct calc *calc, const struct standing_facts *facts, struct standing *out)
{
	const struct standing_goal *goal = &facts->goal;
	out->reason = unjudged(facts, out);
	if (out->reason != STANDING_NO_REASON) {
		out->status = STANDING_NO_DATA;
		return;
	}
	out->elapsed = calc_some(standing_elapsed(calc, goal, facts->path == PLAN_YEARLY ? STANDING_YEARLY : STANDING_LINEAR,
		out->value_period));
	out->ended = out->value_period >= goal->end;
	if (!goal->target.has) {
		out->status = STANDING_NO_BASE;
		standing_put_recent(calc, facts, out);
	} else if (facts->indicator->formula == PLAN_GROWTH) {
		standing_judge_growth(calc, facts, out);
	} else {
		judge_value(calc, facts, out);
	}
	standing_assess(out);
}

enum err standing_judge(const struct standing_facts *facts, struct standing *out)
{
	struct calc calc = { ERR_OK };
	out->path = STANDING_PATH_UNUSED;
	standing_put_goal(facts, out);
	if (facts->goal.target.has || facts->goal.increment) {
		judge_target(&calc, facts, out);
	} else {
		out->status = STANDING_NO_TARGET;
		if (facts->indicator->formula != PLAN_GROWTH)
			standing_put_recent(&calc, facts, out);
	}
	return calc.err != ERR_OK ? calc.err : standing_judge_year(facts, out);
}

enum err standing_without_value(const struct standing_facts *facts, struct standing *out)
{
	standing_put_goal(facts, out);
	out->path = STANDING_PATH_UNUSED;
	out->status = STANDING_NO_DATA;
	return standing_judge_year(facts, out);
}
