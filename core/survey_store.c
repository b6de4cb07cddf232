// SPDX-License-Identifier: MIT
// Surveys from a store: each reads in one view of the file.
#include "core/survey_part.h"

struct survey_store survey_store_of(struct store *store, const struct plan *plan, const struct survey_query *query, bool counted)
{
	return (struct survey_store){store, plan, counted, query->suppose, query->figures == SURVEY_ACCEPTED};
}

// Where only accepted figures count, what is supposed is supposed to be accepted: it shows what readers would see.
static enum err hand_supposed(const struct survey_store *from, const struct entry *supposed, store_entry_fn *fn, void *fn_ctx)
{
	struct entry entry = *supposed;
	entry.accepted = from->accepted;
	return fn(&entry, fn_ctx);
}

struct passing {
	const struct suppose *suppose;
	store_entry_fn *fn;
	void *ctx;
};

static enum err pass_others(const struct entry *entry, void *ctx)
{
	const struct passing *passing = ctx;
	const struct entry *supposed = suppose_find(passing->suppose, entry->element, entry->unit, entry->period);
	return supposed != NULL ? ERR_OK : passing->fn(entry, passing->ctx);
}

static enum err from_all(const struct survey_store *from, int element, int period, store_entry_fn *fn, void *fn_ctx)
{
	int len = 0;
	const struct entry *supposed = from->suppose != NULL ? suppose_of(from->suppose, element, period, &len) : NULL;
	struct passing passing = {from->suppose, fn, fn_ctx};
	if (len == 0)
		return store_each_figure(from->store, from->plan, element, period, from->counted, fn, fn_ctx);
	enum err err = store_each_figure(from->store, from->plan, element, period, from->counted, pass_others, &passing);
	for (int i = 0; err == ERR_OK && i < len; i++)
		err = hand_supposed(from, &supposed[i], fn, fn_ctx);
	return err;
}

static enum err from_each_entry(void *ctx, int element, int period, int unit, store_entry_fn *fn, void *fn_ctx)
{
	const struct survey_store *from = ctx;
	struct entry entry;
	if (unit == PLAN_NONE)
		return from_all(from, element, period, fn, fn_ctx);
	const struct entry *supposed = from->suppose != NULL ? suppose_find(from->suppose, element, unit, period) : NULL;
	if (supposed != NULL)
		return hand_supposed(from, supposed, fn, fn_ctx);
	enum err err = store_get_entry(from->store, from->plan, element, unit, period, &entry);
	return err != ERR_OK || entry.change == 0 ? err : fn(&entry, fn_ctx);
}

static enum err from_newest(void *ctx, int element, int period, int *out)
{
	const struct survey_store *from = ctx;
	int supposed = from->suppose != NULL ? suppose_newest(from->suppose, element, period) : 0;
	enum err err = store_newest_period(from->store, from->plan, element, period, out);
	if (err == ERR_OK && supposed > *out)
		*out = supposed;
	return err;
}

static enum err from_each_stage(void *ctx, int element, int period, store_stage_fn *fn, void *fn_ctx)
{
	const struct survey_store *from = ctx;
	return store_each_stage(from->store, from->plan, element, period, fn, fn_ctx);
}

static enum err from_each_node(void *ctx, int element, store_node_fn *fn, void *fn_ctx)
{
	const struct survey_store *from = ctx;
	return store_each_node(from->store, from->plan, element, fn, fn_ctx);
}

struct rollup_source survey_source(struct survey_store *from)
{
	return (struct rollup_source){ from, from_each_entry, from_newest, from_each_stage, from_each_node };
}

enum err survey_unit(struct store *store, const struct plan *plan, const struct survey_query *query, int unit, struct survey **out)
{
	struct survey_store from = survey_store_of(store, plan, query, query->counted);
	struct rollup_source source = survey_source(&from);
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
	struct survey_store from = survey_store_of(store, plan, query, query->counted);
	struct rollup_source source = survey_source(&from);
	enum err err = store_begin(store);
	if (err != ERR_OK)
		return err;
	err = survey_indicator_from(&source, plan, query, indicator, out);
	store_end(store);
	return err;
}

enum err survey_one(struct store *store, const struct plan *plan, const struct survey_query *query, int indicator, int unit,
	struct standing *out)
{
	struct survey_store from = survey_store_of(store, plan, query, query->counted);
	struct rollup_source source = survey_source(&from);
	struct rollup *rollup = NULL;
	*out = (struct standing){ .indicator = indicator, .unit = unit, .period = query->period };
	enum err err = store_begin(store);
	if (err != ERR_OK)
		return err;
	err = survey_rollup(&source, plan, query, unit, &rollup);
	if (err == ERR_OK)
		err = survey_stand(rollup, query, out);
	survey_rollup_done(query, rollup);
	store_end(store);
	return err;
}

enum err survey_history(struct store *store, const struct plan *plan, const struct survey_query *query, int indicator, int unit,
	struct survey_point *points, int cap, int *len)
{
	struct survey_store from = survey_store_of(store, plan, query, true);      // values alone
	struct rollup_source source = survey_source(&from);
	enum plan_indicator_kind kind = plan->indicators[indicator].kind;
	*len = 0;
	if (kind == PLAN_STAGES || kind == PLAN_COMPARISON)
		return ERR_OK;
	enum err err = store_begin(store);
	if (err != ERR_OK)
		return err;
	err = survey_history_from(&source, plan, query, indicator, unit, points, cap, len);
	store_end(store);
	return err;
}

enum err survey_since(struct store *store, const struct plan *plan, const struct survey_query *query, int indicator, int unit, int *since)
{
	struct survey_store from = survey_store_of(store, plan, query, true);      // how it stands alone
	struct rollup_source source = survey_source(&from);
	enum err err = store_begin(store);
	if (err != ERR_OK)
		return err;
	err = survey_since_from(&source, plan, query, indicator, unit, since);
	store_end(store);
	return err;
}
