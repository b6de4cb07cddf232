// SPDX-License-Identifier: MIT
// How an indicator came to stand as it does: its values of the years before, and since when it has been behind.
#include "core/figure.h"
#include "core/period.h"
#include "core/standing_part.h"
#include "core/survey_part.h"

static enum err history_point(const struct figure_query *figures, struct maybe keyed, struct survey_point *point)
{
	const struct plan_indicator *indicator = &rollup_plan(figures->rollup)->indicators[figures->indicator];
	struct figure figure;
	enum err err = figure_at(figures, point->period, &figure);
	if (err != ERR_OK)
		return err;
	bool baseline = point->period == period_make(figures->base_year, 12) && indicator->formula != PLAN_GROWTH;
	point->value = !figure.value.has && baseline ? keyed : figure.value;
	return ERR_OK;
}

enum err survey_history_from(const struct rollup_source *source, const struct plan *plan, const struct survey_query *query,
	int indicator, int unit, struct survey_point *points, int cap, int *len)
{
	struct rollup *rollup;
	struct figure_query figures = { .indicator = indicator, .unit = unit };
	struct maybe keyed;
	int year = period_year(query->period), from = standing_base_year(plan, indicator, unit, &keyed);
	figures.base_year = from;
	enum err err = survey_rollup(source, plan, query, unit, &rollup);
	if (err != ERR_OK)
		return err;
	figures.rollup = rollup;
	if (from < year - cap + 1)
		from = year - cap + 1;
	*len = 0;
	for (int y = from; err == ERR_OK && y <= year && *len < cap; y++) {
		struct survey_point *point = &points[(*len)++];
		point->period = y < year ? period_make(y, 12) : query->period;
		err = history_point(&figures, keyed, point);
	}
	survey_rollup_done(query, rollup);
	return err;
}

// ------------------------------------------------------------ since when

static bool is_behind(const struct standing *s)
{
	return s->status == STANDING_BEHIND || s->status == STANDING_CRITICAL || s->status == STANDING_MISSED;
}

// Back from figure to figure, each judged at its own period, as long as it was behind. A month without a figure, or with one that is
// not judged, tells nothing and is stepped over.
static enum err walk_back(struct rollup *rollup, struct survey_query *query, int indicator, int unit, int *since)
{
	struct maybe baseline;
	int first = period_make(standing_base_year(rollup_plan(rollup), indicator, unit, &baseline), 12);
	while (query->period > first) {
		struct standing s = { .indicator = indicator, .unit = unit, .period = query->period };
		enum err err = survey_stand(rollup, query, &s);
		bool silent = s.status == STANDING_NO_DATA || s.status == STANDING_NO_BASE;
		if (err != ERR_OK || (!silent && !is_behind(&s)) || (silent && *since == 0))
			return err;
		if (!silent)
			*since = s.value_period;
		query->period = period_add(silent || s.value_period == 0 ? query->period : s.value_period, -1);
	}
	return ERR_OK;
}

enum err survey_since_from(const struct rollup_source *source, const struct plan *plan, const struct survey_query *query,
	int indicator, int unit, int *since)
{
	struct survey_query asked = *query;
	struct rollup *rollup;
	*since = 0;
	asked.counted = true;
	if (plan->indicators[indicator].kind == PLAN_STAGES)
		return ERR_OK;
	enum err err = survey_rollup(source, plan, query, unit, &rollup);
	if (err != ERR_OK)
		return err;
	err = walk_back(rollup, &asked, indicator, unit, since);
	survey_rollup_done(query, rollup);
	return err;
}
