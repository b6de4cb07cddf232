// SPDX-License-Identifier: MIT
// What the overview reads (overview.h), each thing once: the unit now and at the period before, each indicator over the units
// beneath, the reports. Whole units are not surveyed: their tasks are not counted here, and there may be thousands.
#include <stdlib.h>
#include <string.h>

#include "core/i18n.h"
#include "tui/overview.h"
#include "tui/stamp.h"

static enum err collect(struct overview *o)
{
	const struct plan *plan = o->app->plan;
	int len;
	const int *children = plan_unit_children(plan, o->app->unit, &len);
	o->gaps = calloc((size_t)plan->indicators_len + 1, sizeof *o->gaps);
	o->chapters = calloc((size_t)plan->outlines_len + 1, sizeof *o->chapters);
	o->units = calloc((size_t)len + 1, sizeof *o->units);
	o->troubles = calloc((size_t)len + 1, sizeof *o->troubles);
	o->order = calloc((size_t)len + 1, sizeof *o->order);
	if (o->gaps == NULL || o->chapters == NULL || o->units == NULL || o->troubles == NULL || o->order == NULL)
		return err_set(ERR_MEMORY, "%s", _("no memory"));
	for (int i = 0; i < plan->outlines_len; i++)
		if (plan->outlines[i].level == PLAN_CHAPTER)
			o->chapters[o->chapters_len++] = i;
	for (int i = 0; i < len; i++)
		if (plan_unit_valid(plan, children[i], o->app->period))
			o->units[o->units_len++] = children[i];
	o->by_chapter = calloc((size_t)o->units_len * (size_t)o->chapters_len + 1, sizeof *o->by_chapter);
	return o->by_chapter == NULL ? err_set(ERR_MEMORY, "%s", _("no memory")) : ERR_OK;
}

// ------------------------------------------------------------ the unit shown

static void take_date(struct overview *o, const struct standing *s)
{
	const struct plan_indicator *indicator = &o->app->plan->indicators[s->indicator];
	bool yearly = indicator->x != PLAN_NONE && o->app->plan->elements[indicator->x].months == 12;
	int *newest = yearly ? &o->yearly : &o->quarterly;
	*newest = s->value_period > *newest ? s->value_period : *newest;
}

static void count_rows(struct overview *o)
{
	survey_count_indicators(o->now, &o->figures);
	survey_count_stages(o->now, &o->work);
	for (int i = 0; i < survey_len(o->now); i++) {
		const struct standing *s = survey_at(o->now, i);
		if (o->app->plan->indicators[i].kind == PLAN_NUMBER && s->value.has)
			take_date(o, s);
	}
}

static enum err read_whole(struct overview *o, const struct survey_query *query)
{
	const struct app *app = o->app;
	struct survey_query before = *query;
	before.period = moved_before(app->plan, query->period);
	before.counted = true;
	enum err err = survey_unit(app->store, app->plan, query, app->unit, &o->now);
	if (err == ERR_OK)
		err = survey_unit(app->store, app->plan, &before, app->unit, &o->then);
	if (err != ERR_OK)
		return err;
	count_rows(o);
	err = moved_read(&o->moved, app->plan, o->now, o->then);
	if (err == ERR_OK)
		err = behind_read(&o->behind, app->store, app->plan, query, app->unit, o->now, app->plan->indicators_len);
	return err == ERR_OK ? survey_overdue(app->store, o->now, app->unit, app->today, &o->overdue) : err;
}

// ------------------------------------------------------------ the units beneath

static void count_chapter(struct overview *o, int indicator, int unit)
{
	const struct plan *plan = o->app->plan;
	for (int i = 0; i < plan->places_len; i++) {
		const struct plan_place *place = &plan->places[i];
		if (place->indicator != indicator || place->kind != PLAN_ROW_INDICATOR)
			continue;
		int chapter = plan_chapter_of(plan, place->outline);
		for (int j = 0; j < o->chapters_len; j++)
			o->by_chapter[unit * o->chapters_len + j] += o->chapters[j] == chapter;
		return;
	}
}

static enum err take_gaps(struct overview *o, const struct survey *survey, int indicator)
{
	struct shares shares = {0};
	enum err err = shares_of(&shares, survey, o->app->plan, indicator, o->app->unit);
	int *order = err == ERR_OK ? calloc((size_t)shares.len + 1, sizeof *order) : NULL;
	if (err == ERR_OK && order == NULL)
		err = err_set(ERR_MEMORY, "%s", _("no memory"));
	if (err == ERR_OK)
		shares_order(&shares, order);
	struct overview_gaps *gaps = &o->gaps[indicator];
	for (int i = 0; err == ERR_OK && i < shares.len && i < OVERVIEW_GAPS; i++)
		if (shares.rows[order[i]].place > 0)
			gaps->units[gaps->len++] = (struct overview_gap){shares.rows[order[i]].unit, shares.rows[order[i]].part};
	free(order);
	shares_done(&shares);
	return err;
}

static enum err read_indicator(struct overview *o, const struct survey_query *query, int indicator)
{
	struct survey *survey = NULL;
	enum err err = survey_indicator(o->app->store, o->app->plan, query, indicator, &survey);
	for (int i = 0; err == ERR_OK && i < o->units_len; i++) {
		enum standing_status status = survey_at(survey, o->units[i])->status;
		rank_count(&o->troubles[i], status);
		if (behind_is(status))
			count_chapter(o, indicator, i);
	}
	if (err == ERR_OK && behind_is(survey_at(o->now, indicator)->status))
		err = take_gaps(o, survey, indicator);
	survey_free(survey);
	return err;
}

static enum err read_units(struct overview *o, const struct survey_query *query)
{
	const struct plan *plan = o->app->plan;
	struct survey_query counted = *query;
	enum err err = ERR_OK;
	counted.counted = true;
	for (int i = 0; i < plan->indicators_len && o->units_len > 0 && err == ERR_OK; i++)
		if (plan->indicators[i].kind == PLAN_NUMBER)
			err = read_indicator(o, &counted, i);
	return err == ERR_OK ? rank_worst_first(o->troubles, o->units_len, o->order) : err;
}

// ------------------------------------------------------------

enum err overview_read(struct overview *o)
{
	const struct app *app = o->app;
	struct survey_query query = app_query(app);
	const struct report_ask ask = {app->period, app->today, stamp_day};
	overview_done(o);
	enum err err = collect(o);
	if (err == ERR_OK && o->units_len > 0)
		err = survey_share(app->store, app->plan, &query, &query.shared);
	if (err == ERR_OK)
		err = read_whole(o, &query);
	if (err == ERR_OK)
		err = read_units(o, &query);
	survey_unshare(query.shared);
	return err == ERR_OK ? report_list_load(&o->reports, app->store, app->plan, &ask) : err;
}

// All but where one stands.
void overview_done(struct overview *o)
{
	const struct overview kept = {.app = o->app, .list = o->list, .changes = o->changes};
	survey_free(o->now);
	survey_free(o->then);
	behind_done(&o->behind);
	moved_done(&o->moved);
	report_list_done(&o->reports);
	free(o->gaps);
	free(o->chapters);
	free(o->units);
	free(o->troubles);
	free(o->order);
	free(o->by_chapter);
	*o = kept;
}
