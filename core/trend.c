// SPDX-License-Identifier: MIT
// See trend.h. Figures come from survey_history, the path from target_path_at: the same as everywhere else.
#include "core/trend.h"

#include <string.h>

#include "core/i18n.h"
#include "core/period.h"
#include "core/target_words.h"
#include "core/text.h"

struct loading {
	struct store *store;
	const struct plan *plan;
	const struct survey_query *query;
	struct trend *trend;
	const struct plan_indicator *indicator;
};

// ------------------------------------------------------------ points

static struct trend_point *add(struct trend *trend, int period)
{
	if (trend->len == TREND_MOST)
		return NULL;
	struct trend_point *point = &trend->points[trend->len++];
	*point = (struct trend_point){.period = period};
	return point;
}

// The figure of exactly that month: a history of one point.
static enum err value_at(const struct loading *l, int period, struct maybe *out)
{
	struct survey_query at = *l->query;
	struct survey_point point;
	int len = 0;
	at.period = period;
	*out = (struct maybe){0};
	if (period > l->query->period)
		return ERR_OK;
	enum err err = survey_history(l->store, l->plan, &at, l->trend->now.indicator, l->trend->now.unit, &point, 1, &len);
	if (err == ERR_OK && len > 0)
		*out = point.value;
	return err;
}

// Of an average growth the path is the target itself, from the first year on.
static enum err path_at(const struct loading *l, int period, struct maybe *out)
{
	const struct standing *now = &l->trend->now;
	*out = (struct maybe){0};
	if (l->indicator->formula != PLAN_GROWTH)
		return target_path_at(l->plan, now->indicator, now->unit, now->base_year, now->baseline, period, out);
	if (period_year(period) > now->base_year)
		*out = now->target;
	return ERR_OK;
}

static enum err add_point(const struct loading *l, int period)
{
	struct trend_point *point = add(l->trend, period);
	if (point == NULL)
		return ERR_OK;
	enum err err = value_at(l, period, &point->value);
	if (period <= l->query->period)
		l->trend->at = l->trend->len - 1;
	// In the base year stands the baseline, where no figure was reported.
	if (!point->value.has && period == period_make(l->trend->now.base_year, 12))
		point->value = l->trend->now.baseline;
	return err == ERR_OK ? path_at(l, period, &point->path) : err;
}

// Months of a level in the year in progress; a flow begins anew each January and is no point of this path before December.
static int months_within(const struct loading *l)
{
	const struct plan_element *x = l->indicator->x != PLAN_NONE ? &l->plan->elements[l->indicator->x] : NULL;
	bool level = x != NULL && x->kind != PLAN_FLOW && l->indicator->formula != PLAN_GROWTH;
	return level ? x->months : 12;
}

static enum err add_year(const struct loading *l, int year)
{
	int months = year == period_year(l->query->period) ? months_within(l) : 12;
	enum err err = ERR_OK;
	for (int month = months; month < 12 && err == ERR_OK; month += months)
		if (period_make(year, month) <= l->query->period)
			err = add_point(l, period_make(year, month));
	return err == ERR_OK ? add_point(l, period_make(year, 12)) : err;
}

static void add_projection(struct trend *trend)
{
	if (!trend->now.projected.has)
		return;
	struct trend_point *point = add(trend, period_make(trend->now.target_year, 12));
	if (point == NULL)
		return;
	point->value = trend->now.projected;
	point->path = trend->now.target;
	point->projected = true;
}

// ------------------------------------------------------------ the scale

static void stretch(struct trend *trend, struct maybe v)
{
	if (v.has && rat_cmp(v.v, trend->high) > 0)
		trend->high = v.v;
	if (v.has && rat_cmp(v.v, trend->low) < 0)
		trend->low = v.v;
}

static void find_scale(struct trend *trend)
{
	trend->low = trend->high = rat_of_int(0);
	stretch(trend, trend->now.target);
	for (int i = 0; i < trend->len; i++) {
		stretch(trend, trend->points[i].value);
		stretch(trend, trend->points[i].path);
	}
	if (rat_cmp(trend->low, trend->high) == 0)
		trend->high = rat_of_int(1);
}

static void find_years(const struct loading *l, int *first, int *last)
{
	const struct standing *now = &l->trend->now;
	*first = now->base_year > 0 ? now->base_year : l->plan->base_year;
	*last = now->target_year > 0 ? now->target_year : target_last_year(l->plan, now->indicator, now->unit);
	if (*last < period_year(l->query->period))
		*last = period_year(l->query->period);
	if (*last - *first + 8 > TREND_MOST)                     // a path of a generation: its newest years
		*first = *last + 8 - TREND_MOST;
}

enum err trend_load(struct store *store, const struct plan *plan, const struct survey_query *query, int indicator, int unit,
	struct trend *out)
{
	const struct loading l = {store, plan, query, out, &plan->indicators[indicator]};
	int first, last;
	memset(out, 0, sizeof *out);
	enum err err = survey_one(store, plan, query, indicator, unit, &out->now);
	if (err != ERR_OK)
		return err;
	find_years(&l, &first, &last);
	if (out->now.base_year == 0)
		out->now.base_year = first;
	for (int year = first; year <= last && err == ERR_OK; year++)
		err = add_year(&l, year);
	add_projection(out);
	find_scale(out);
	return err;
}

// ------------------------------------------------------------ told

static int parts_of(const struct trend *trend, struct rat v, int parts)
{
	struct rat above, all, whole;
	if (rat_sub(v, trend->low, &above) != ERR_OK || rat_sub(trend->high, trend->low, &all) != ERR_OK ||
	    rat_mul(above, rat_of_int(parts), &whole) != ERR_OK || rat_div(whole, all, &whole) != ERR_OK)
		return 0;
	return (int)(whole.n / whole.d);                        // not below zero, so this rounds down
}

void trend_bar(const struct trend *trend, const struct trend_point *point, int width, struct bar *out)
{
	*out = (struct bar){.shape = point->projected ? BAR_DOTTED : BAR_SOLID, .mark = -1};
	if (point->value.has)
		out->eighths = point->projected ? 8 * parts_of(trend, point->value.v, width) : parts_of(trend, point->value.v, 8 * width);
	if (point->path.has)
		out->mark = parts_of(trend, point->path.v, width);
	if (out->mark >= width)
		out->mark = width - 1;
}

char *trend_figure(const struct plan *plan, const struct trend *trend, struct maybe value, char *out, size_t cap)
{
	const struct plan_indicator *indicator = &plan->indicators[trend->now.indicator];
	char text[NUM_TEXT], target[NUM_TEXT];
	out[0] = '\0';
	if (!value.has)
		return out;
	rat_format(value.v, indicator->decimals, NUM_HALF_AWAY, text);
	if (trend->now.target.has) {
		int order = rat_cmp(value.v, trend->now.target.v);
		rat_format(trend->now.target.v, indicator->decimals, NUM_HALF_AWAY, target);
		if ((indicator->down ? order > 0 : order < 0) && strcmp(text, target) == 0)
			rat_format(value.v, indicator->decimals, indicator->down ? NUM_CEIL : NUM_FLOOR, text);
	}
	return text_format(out, cap, "%s", text);
}

char *trend_distance(const struct plan *plan, const struct trend *trend, const struct trend_point *point, char *out, size_t cap)
{
	const struct plan_indicator *indicator = &plan->indicators[trend->now.indicator];
	struct rat lacks;
	char text[NUM_TEXT];
	out[0] = '\0';
	if (!point->value.has || !point->path.has || rat_sub(point->path.v, point->value.v, &lacks) != ERR_OK)
		return out;
	if (indicator->down)
		lacks = rat_neg(lacks);
	int sign = rat_sign(lacks);
	lacks = sign < 0 ? rat_neg(lacks) : lacks;
	if (indicator->decimals > 0)
		rat_format(lacks, indicator->decimals, sign > 0 ? NUM_CEIL : NUM_FLOOR, text);
	else
		rat_format_short(lacks, 1, NUM_HALF_AWAY, text);
	return text_format(out, cap, sign > 0 ? _("short by %s") : sign < 0 ? _("over by %s") : "%s", sign == 0 ? _("level") : text);
}

const char *trend_missing(const struct plan *plan, const struct trend *trend)
{
	bool growth = plan->indicators[trend->now.indicator].formula == PLAN_GROWTH;
	if (!trend->now.target.has)
		return _("No target is set for this unit, so there is no path.");
	if (!trend->now.baseline.has && !growth)
		return _("No baseline: the figure of the base year is not published, so there is no path; figures only.");
	return trend->now.path == STANDING_PATH_NONE ? _("It is judged without a path.") : "";
}
