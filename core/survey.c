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

enum err survey_stand(struct rollup *rollup, const struct survey_query *query, struct standing *out)
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

enum err survey_new(const struct plan *plan, const struct survey_query *query, int len, struct survey **out)
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
	survey->query.shared = NULL;     // it may be gone before the survey is
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
	err = survey_rollup(source, plan, query, unit, &rollup);
	for (int i = 0; err == ERR_OK && i < survey->len; i++) {
		struct standing *standing = &survey->standings[i];
		standing->indicator = i;
		standing->unit = unit;
		standing->period = query->period;
		err = survey_stand(rollup, query, standing);
	}
	survey_rollup_done(query, rollup);
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
	err = survey_rollup(source, plan, query, PLAN_NONE, &rollup);
	if (err == ERR_OK && plan->indicators[indicator].kind == PLAN_STAGES)
		err = stand_stages(rollup, survey);
	else
		for (int unit = 0; err == ERR_OK && unit < survey->len; unit++)
			err = survey_stand(rollup, query, &survey->standings[unit]);
	survey_rollup_done(query, rollup);
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
