// SPDX-License-Identifier: MIT
// A survey with an entry that is only typed: it is one more that is supposed, and only what it changes is computed.
#include "core/survey_part.h"

#include "core/i18n.h"

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
	struct suppose all = {.len = 0};
	struct survey_query with = *query;
	struct survey *survey;
	struct rollup *rollup = NULL;
	if (query->suppose != NULL)
		all = *query->suppose;
	if (!suppose_put(&all, typed))
		return err_set(ERR_REFUSED, _("No more than %d values can be supposed at a time."), SUPPOSE_MOST);
	with.suppose = &all;
	struct survey_store from = survey_store_of(store, plan, &with, query->counted);
	const struct rollup_source source = survey_source(&from);
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
