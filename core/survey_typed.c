// SPDX-License-Identifier: MIT
// A survey with an entry that is only typed: it is laid over those of the file, and only what it changes is computed.
#include "core/survey_part.h"

struct overlay {
	const struct rollup_source *under;
	const struct entry *typed;
};
struct passing {
	const struct entry *typed;
	store_entry_fn *fn;
	void *ctx;
};

static enum err pass_others(const struct entry *entry, void *ctx)
{
	const struct passing *passing = ctx;
	return entry->unit == passing->typed->unit ? ERR_OK : passing->fn(entry, passing->ctx);
}

static enum err each_entry(void *ctx, int element, int period, int unit, store_entry_fn *fn, void *fn_ctx)
{
	const struct overlay *overlay = ctx;
	const struct rollup_source *under = overlay->under;
	const struct entry *typed = overlay->typed;
	struct passing passing = {typed, fn, fn_ctx};
	if (element != typed->element || period != typed->period || (unit != PLAN_NONE && unit != typed->unit))
		return under->each_entry(under->ctx, element, period, unit, fn, fn_ctx);
	enum err err = under->each_entry(under->ctx, element, period, unit, pass_others, &passing);
	return err == ERR_OK ? fn(typed, fn_ctx) : err;
}

static enum err newest(void *ctx, int element, int period, int *out)
{
	const struct overlay *overlay = ctx;
	const struct entry *typed = overlay->typed;
	enum err err = overlay->under->newest(overlay->under->ctx, element, period, out);
	if (err == ERR_OK && element == typed->element && typed->period <= period && typed->period > *out)
		*out = typed->period;
	return err;
}

static enum err each_stage(void *ctx, int element, int period, store_stage_fn *fn, void *fn_ctx)
{
	const struct rollup_source *under = ((const struct overlay *)ctx)->under;
	return under->each_stage(under->ctx, element, period, fn, fn_ctx);
}

static enum err each_node(void *ctx, int element, store_node_fn *fn, void *fn_ctx)
{
	const struct rollup_source *under = ((const struct overlay *)ctx)->under;
	return under->each_node(under->ctx, element, fn, fn_ctx);
}

bool survey_uses(const struct plan *plan, int indicator, int element)
{
	const struct plan_indicator *of = &plan->indicators[indicator];
	return of->x == element || of->y == element || of->published == element;
}

static enum err stand_all(struct rollup *rollup, struct survey *survey, int unit, int element)
{
	enum err err = ERR_OK;
	for (int i = 0; err == ERR_OK && i < survey->len; i++) {
		struct standing *standing = &survey->standings[i];
		standing->indicator = i;
		standing->unit = unit;
		standing->period = survey->query.period;
		if (survey_uses(survey->plan, i, element))
			err = survey_stand(rollup, &survey->query, standing);
	}
	return err;
}

enum err survey_typed(struct store *store, const struct plan *plan, const struct survey_query *query, int unit,
	const struct entry *typed, struct survey **out)
{
	struct survey_store from = {store, plan, query->counted};
	struct rollup_source under = survey_source(&from);
	struct overlay overlay = {&under, typed};
	const struct rollup_source source = {&overlay, each_entry, newest, each_stage, each_node};
	struct survey *survey;
	struct rollup *rollup = NULL;
	enum err err = survey_new(plan, query, plan->indicators_len, &survey);
	if (err != ERR_OK)
		return err;
	err = store_begin(store);
	if (err == ERR_OK) {
		err = rollup_new(plan, &source, unit, query->figures == SURVEY_ACCEPTED, &rollup);
		if (err == ERR_OK)
			err = stand_all(rollup, survey, unit, typed->element);
		rollup_free(rollup);
		store_end(store);
	}
	if (err == ERR_OK)
		*out = survey;
	else
		survey_free(survey);
	return err;
}
