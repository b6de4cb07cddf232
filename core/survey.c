// SPDX-License-Identifier: MIT
// See survey.h. A survey is one pass over the indicators of a unit, or the units of an indicator, on one roll-up.
#include "core/survey.h"

#include <assert.h>
#include <stdlib.h>

#include "core/figure.h"
#include "core/i18n.h"
#include "core/period.h"
#include "core/standing_part.h"
#include "core/survey_part.h"

// ------------------------------------------------------------ one standing

static enum err stand(struct rollup *rollup, const struct survey_query *query, struct standing *out)
{
	const struct plan *plan = rollup_plan(rollup);
	enum plan_indicator_kind kind = plan->indicators[out->indicator].kind;
	out->status = STANDING_NO_DATA;
	out->reason = STANDING_NONE;
	out->target_text = "";
	out->not_applicable = !figure_concerns(plan, out->indicator, out->unit);
	if (out->not_applicable)
		return ERR_OK;
	out->reason = STANDING_NO_REASON;
	if (kind == PLAN_STAGES)
		return survey_stages(rollup, query, out, 1);
	return kind == PLAN_COMPARISON ? survey_comparison(rollup, query, out) : survey_number(rollup, query, out);
}

static enum err stand_stages(struct rollup *rollup, struct survey *survey)
{
	for (int unit = 0; unit < survey->len; unit++) {
		survey->standings[unit].status = STANDING_NO_DATA;
		survey->standings[unit].reason = STANDING_NONE;
		survey->standings[unit].target_text = "";
	}
	return survey_stages(rollup, &survey->query, survey->standings, survey->len);
}

static enum err survey_new(const struct plan *plan, const struct survey_query *query, int len, struct survey **out)
{
	struct survey *survey = calloc(1, sizeof *survey);
	if (survey != NULL)
		survey->standings = calloc((size_t)len + 1, sizeof *survey->standings);
	if (survey == NULL || survey->standings == NULL) {
		survey_free(survey);
		return err_set(ERR_MEMORY, _("there is no memory left"));
	}
	survey->plan = plan;
	survey->query = *query;
	survey->len = len;
	*out = survey;
	return ERR_OK;
}

enum err survey_unit_from(const struct rollup_source *source, const struct plan *plan, const struct survey_query *query, int unit,
	struct survey **out)
{
	struct survey *survey;
	struct rollup *rollup = NULL;
	enum err err = survey_new(plan, query, plan->indicators_len, &survey);
	if (err != ERR_OK)
		return err;
	err = rollup_new(plan, source, unit, query->figures == SURVEY_ACCEPTED, &rollup);
	for (int i = 0; err == ERR_OK && i < survey->len; i++) {
		struct standing *standing = &survey->standings[i];
		standing->indicator = i;
		standing->unit = unit;
		standing->period = query->period;
		err = stand(rollup, query, standing);
	}
	rollup_free(rollup);
	if (err == ERR_OK)
		*out = survey;
	else
		survey_free(survey);
	return err;
}

enum err survey_indicator_from(const struct rollup_source *source, const struct plan *plan, const struct survey_query *query,
	int indicator, struct survey **out)
{
	struct survey *survey;
	struct rollup *rollup = NULL;
	enum err err = survey_new(plan, query, plan->units_len, &survey);
	if (err != ERR_OK)
		return err;
	for (int unit = 0; unit < survey->len; unit++) {
		survey->standings[unit].indicator = indicator;
		survey->standings[unit].unit = unit;
		survey->standings[unit].period = query->period;
	}
	err = rollup_new(plan, source, PLAN_NONE, query->figures == SURVEY_ACCEPTED, &rollup);
	if (err == ERR_OK && plan->indicators[indicator].kind == PLAN_STAGES)
		err = stand_stages(rollup, survey);
	else
		for (int unit = 0; err == ERR_OK && unit < survey->len; unit++)
			err = stand(rollup, query, &survey->standings[unit]);
	rollup_free(rollup);
	if (err == ERR_OK)
		*out = survey;
	else
		survey_free(survey);
	return err;
}

void survey_free(struct survey *survey)
{
	if (survey == NULL)
		return;
	free(survey->standings);
	free(survey);
}

const struct standing *survey_at(const struct survey *survey, int index)
{
	assert(index >= 0 && index < survey->len);
	return &survey->standings[index];
}

int survey_len(const struct survey *survey)
{
	return survey->len;
}

// ------------------------------------------------------------ from a store

struct from_store {
	struct store *store;
	const struct plan *plan;
	bool counted;
};

static enum err from_each_entry(void *ctx, int element, int period, int unit, store_entry_fn *fn, void *fn_ctx)
{
	const struct from_store *from = ctx;
	struct entry entry;
	if (unit == PLAN_NONE)
		return store_each_figure(from->store, from->plan, element, period, from->counted, fn, fn_ctx);
	enum err err = store_get_entry(from->store, from->plan, element, unit, period, &entry);
	return err != ERR_OK || entry.change == 0 ? err : fn(&entry, fn_ctx);
}

static enum err from_newest(void *ctx, int element, int period, int *out)
{
	const struct from_store *from = ctx;
	return store_newest_period(from->store, from->plan, element, period, out);
}

static enum err from_each_stage(void *ctx, int element, int period, store_stage_fn *fn, void *fn_ctx)
{
	const struct from_store *from = ctx;
	return store_each_stage(from->store, from->plan, element, period, fn, fn_ctx);
}

static enum err from_each_node(void *ctx, int element, store_node_fn *fn, void *fn_ctx)
{
	const struct from_store *from = ctx;
	return store_each_node(from->store, from->plan, element, fn, fn_ctx);
}

static struct rollup_source source_of(struct from_store *from)
{
	return (struct rollup_source){ from, from_each_entry, from_newest, from_each_stage, from_each_node };
}

enum err survey_unit(struct store *store, const struct plan *plan, const struct survey_query *query, int unit, struct survey **out)
{
	struct from_store from = { store, plan, query->counted };
	struct rollup_source source = source_of(&from);
	enum err err = store_begin(store);
	if (err != ERR_OK)
		return err;
	err = survey_unit_from(&source, plan, query, unit, out);
	store_end(store);
	return err;
}

enum err survey_indicator(struct store *store, const struct plan *plan, const struct survey_query *query, int indicator,
	struct survey **out)
{
	struct from_store from = { store, plan, query->counted };
	struct rollup_source source = source_of(&from);
	enum err err = store_begin(store);
	if (err != ERR_OK)
		return err;
	err = survey_indicator_from(&source, plan, query, indicator, out);
	store_end(store);
	return err;
}

// ------------------------------------------------------------ history

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

static enum err history_from(const struct rollup_source *source, const struct plan *plan, const struct survey_query *query,
	int indicator, int unit, struct survey_point *points, int cap, int *len)
{
	struct rollup *rollup;
	struct figure_query figures = { .indicator = indicator, .unit = unit };
	struct maybe keyed;
	int year = period_year(query->period), from = standing_base_year(plan, indicator, unit, &keyed);
	figures.base_year = from;
	enum err err = rollup_new(plan, source, unit, query->figures == SURVEY_ACCEPTED, &rollup);
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
	rollup_free(rollup);
	return err;
}

enum err survey_history(struct store *store, const struct plan *plan, const struct survey_query *query, int indicator, int unit,
	struct survey_point *points, int cap, int *len)
{
	struct from_store from = { store, plan, true };      // values alone
	struct rollup_source source = source_of(&from);
	enum plan_indicator_kind kind = plan->indicators[indicator].kind;
	*len = 0;
	if (kind == PLAN_STAGES || kind == PLAN_COMPARISON)
		return ERR_OK;
	enum err err = store_begin(store);
	if (err != ERR_OK)
		return err;
	err = history_from(&source, plan, query, indicator, unit, points, cap, len);
	store_end(store);
	return err;
}
