// SPDX-License-Identifier: MIT
// A chapter is counted, not averaged (survey.h): how many of its rows stand how, and the worst by name.
#include "core/survey.h"

#include "core/survey_part.h"

static bool beneath(const struct plan *plan, int outline, int top)
{
	while (outline != PLAN_NONE && outline != top)
		outline = plan->outlines[outline].parent;
	return outline == top;
}

static bool shown_in(const struct plan *plan, const struct plan_place *place, int outline)
{
	return outline == PLAN_NONE || beneath(plan, place->outline, outline) ||
		(place->also != PLAN_NONE && beneath(plan, place->also, outline));
}

// Another place of its indicator has been counted already.
static bool counted_before(const struct plan *plan, int place, int outline)
{
	for (int i = 0; i < place; i++)
		if (plan->places[i].indicator == plan->places[place].indicator && shown_in(plan, &plan->places[i], outline))
			return true;
	return false;
}

// ------------------------------------------------------------ the worst

static int severity(enum standing_status status)
{
	return status == STANDING_MISSED ? 3 : status == STANDING_CRITICAL ? 2 : status == STANDING_BEHIND ? 1 : 0;
}

// Points behind; a node six months late weighs as the 30 points of 严重滞后.
static struct rat weight(const struct standing *s)
{
	return s->lag.has ? s->lag.v : (struct rat){ s->overdue_days, 6 };
}

static bool worse(const struct standing *a, const struct standing *b)
{
	int order = severity(a->status) - severity(b->status);
	return order != 0 ? order > 0 : rat_cmp(weight(a), weight(b)) > 0;
}

// 达序时: the pace is reached, the target is met, or no node is overdue.
static bool on_pace(const struct standing *s)
{
	return s->status == STANDING_MET || s->pace == PACE_REACHED || (s->is_stage && s->nodes > 0 && s->nodes_overdue == 0 &&
		s->status == STANDING_ON_TRACK);
}

// ------------------------------------------------------------ counting

// Instead of the worst so far: of two alike the first indicator of the plan.
static bool is_named(const struct survey *survey, int indicator, int worst)
{
	const struct standing *a = &survey->standings[indicator], *b = &survey->standings[worst];
	return worse(a, b) || (indicator < worst && !worse(b, a));
}

static void count_row(const struct survey *survey, int indicator, struct survey_count *out)
{
	const struct standing *s = &survey->standings[indicator];
	out->rows++;
	out->paced++;
	out->by_status[s->status]++;
	out->on_pace += on_pace(s);
	out->not_judged += s->status == STANDING_NO_DATA;
	if (severity(s->status) > 0 && (out->worst == PLAN_NONE || is_named(survey, indicator, out->worst)))
		out->worst = indicator;
}

void survey_count_chapter(const struct survey *survey, int outline, struct survey_count *out)
{
	*out = (struct survey_count){ .worst = PLAN_NONE };
	const struct plan *plan = survey->plan;
	for (int i = 0; i < plan->places_len; i++)
		if (shown_in(plan, &plan->places[i], outline) && !counted_before(plan, i, outline))
			count_row(survey, plan->places[i].indicator, out);
}

static void count_kind(const struct survey *survey, bool stages, struct survey_count *out)
{
	*out = (struct survey_count){ .worst = PLAN_NONE };
	for (int i = 0; i < survey->len; i++)
		if ((survey->plan->indicators[i].kind == PLAN_STAGES) == stages)
			count_row(survey, i, out);
}

void survey_count_indicators(const struct survey *survey, struct survey_count *out)
{
	count_kind(survey, false, out);
}

void survey_count_stages(const struct survey *survey, struct survey_count *out)
{
	count_kind(survey, true, out);
}
