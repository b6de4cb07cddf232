// SPDX-License-Identifier: MIT
// The year reading of a flow (arithmetic.md, "Year reading"): the year to date against the annual target, month / 12 its pace.
#include "core/standing_part.h"

#include "core/period.h"

// The annual target keyed in, else the plan's of that year, else the path's December value.
static struct maybe year_target(struct calc *calc, const struct standing_facts *facts)
{
	const struct standing_goal *goal = &facts->goal;
	int december = period_make(period_year(facts->asked), 12);
	enum standing_path kind = standing_path_of(facts, facts->figure.value);
	struct standing_route route;
	if (goal->annual.has)
		return goal->annual;
	if (kind == STANDING_PATH_NONE || !goal->baseline.has || december <= goal->base || december > goal->end)
		return calc_none();
	standing_route_make(facts, goal->baseline.v, kind, &route);
	return calc_some(standing_route_at(calc, &route, december));
}

static void judge(struct calc *calc, const struct standing_facts *facts, struct standing_year *year)
{
	bool met = rat_cmp(year->ytd.v, year->target.v) >= 0;
	year->done = calc_some(calc_div(calc, year->ytd.v, year->target.v));
	year->lag = calc_some(calc_times(calc, calc_sub(calc, year->elapsed.v, year->done.v), 100));
	year->has_status = true;
	if (met)
		year->status = STANDING_MET;
	else if (period_month(year->period) == 12)
		year->status = STANDING_MISSED;
	else
		year->status = standing_by_lag(calc, facts->plan, year->lag.v, year->elapsed.v, true);
}

enum err standing_judge_year(const struct standing_facts *facts, struct standing *out)
{
	struct standing_year *year = &out->year;
	struct calc calc = { ERR_OK };
	if (!facts->ytd.has)
		return ERR_OK;
	year->has = true;
	year->ytd = facts->ytd;
	year->period = facts->ytd_period;
	year->elapsed = calc_some(calc_part(&calc, period_month(year->period), 12));
	year->target = year_target(&calc, facts);
	if (year->target.has && rat_sign(year->target.v) > 0)
		judge(&calc, facts, year);
	bool share = facts->last_same.has && facts->last_year.has && rat_sign(facts->last_year.v) != 0;
	if (share && period_month(year->period) != 12)
		year->last_share = calc_some(calc_div(&calc, facts->last_same.v, facts->last_year.v));
	return calc.err;
}
