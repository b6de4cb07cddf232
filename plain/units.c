// SPDX-License-Identifier: MIT
// One indicator over the units, each with its place against the pace and its place in the gap; the life of a cell.
#include "core/i18n.h"
#include "core/life.h"
#include "core/period.h"
#include "core/rank.h"
#include "core/share.h"
#include "core/text.h"
#include "plain/part.h"

// ------------------------------------------------------------ which indicator

static const char *indicator_name(const struct plain *p, const void *ctx, int row, char *out, size_t cap)
{
	(void)ctx;
	return text_format(out, cap, "%s", p->plan->indicators[row].name);
}

// ------------------------------------------------------------ said

static void say_part(struct plain *p, const struct shares *shares, int unit)
{
	for (int i = 0; i < shares->len; i++)
		if (shares->rows[i].unit == unit && shares->rows[i].place > 0)
			plain_say(p, _("its gap is number %d in size"), shares->rows[i].place);
}

static void say_ranking(struct plain *p, const struct survey *survey, const struct ranking *ranking, const struct shares *shares)
{
	char words[PLAIN_TEXT];
	for (int i = 0; i < ranking->len && !p->over; i++) {
		const struct rank_row *row = &ranking->rows[i];
		plain_say(p, _("%s: %s"), p->plan->units[row->unit].name,
			plain_standing(p, survey_at(survey, row->unit), words, sizeof words));
		if (row->place > 0 && row->before > 0)
			plain_say(p, _("place %d of %d that can be judged, of %d; a period before place %d"), row->place, ranking->ranked, ranking->len,
				row->before);
		else if (row->place > 0)
			plain_say(p, _("place %d of %d that can be judged, of %d"), row->place, ranking->ranked, ranking->len);
		say_part(p, shares, row->unit);
	}
}

// The places of the period before, as the ranking on screen compares them.
static enum err rank_before(const struct plain *p, const struct standing *whole, const int *units, int len, struct ranking *out)
{
	struct survey_query query = plain_query(p);
	struct survey *survey = NULL;
	query.period = rank_period_before(p->plan, whole);
	if (query.period == 0)
		return ERR_OK;
	enum err err = survey_indicator(p->store, p->plan, &query, whole->indicator, &survey);
	if (err == ERR_OK)
		err = rank_units(p->plan, survey, PHRASE_VIEW_LAG, units, len, out);
	survey_free(survey);
	return err;
}

static void rank(struct plain *p, int indicator)
{
	struct survey_query query = plain_query(p);
	struct survey *survey = NULL;
	struct ranking ranking = {.len = 0}, before = {.len = 0};
	struct shares shares = {.len = 0};
	int len;
	const int *units = plan_unit_children(p->plan, p->plan->root, &len);
	enum err err = survey_indicator(p->store, p->plan, &query, indicator, &survey);
	if (err == ERR_OK)
		err = shares_of(&shares, survey, p->plan, indicator, p->plan->root);
	if (err == ERR_OK)
		err = rank_units(p->plan, survey, PHRASE_VIEW_LAG, units, len, &ranking);
	if (err == ERR_OK)
		err = rank_before(p, survey_at(survey, p->plan->root), units, len, &before);
	if (err == ERR_OK && before.place_of != NULL)
		rank_compare(&ranking, &before);
	if (!plain_failed(p, err)) {
		plain_say_standing(p, survey_at(survey, p->plan->root));
		say_ranking(p, survey, &ranking, &shares);
	}
	ranking_done(&before);
	ranking_done(&ranking);
	shares_done(&shares);
	survey_free(survey);
}

void plain_units(struct plain *p, void *at)
{
	bool again = false;
	int indicator;
	(void)at;
	while ((indicator = plain_pick_again(p, _("Which indicator?"), p->plan->indicators_len, indicator_name, NULL, again)) != PLAN_NONE) {
		rank(p, indicator);
		again = true;
	}
}

// ------------------------------------------------------------ the life of a cell

static const char *or_none(const char *text)
{
	return text[0] != '\0' ? text : _("empty");
}

void plain_say_life_line(struct plain *p, const struct life_line *line)
{
	char when[64];
	p->time_words(line->at, when, sizeof when);
	if (line->old[0] != '\0' || line->new[0] != '\0')
		plain_say(p, _("%s %s: %s, from %s to %s %s"), when, line->who, _(line->act), or_none(line->old), or_none(line->new), line->text);
	else
		plain_say(p, _("%s %s: %s %s"), when, line->who, _(line->act), line->text);
}

void plain_say_life(struct plain *p, int element, int unit, int period)
{
	struct life life = {.len = 0};
	bool failed = plain_failed(p, life_load(p->store, p->plan, element, unit, period, &life));
	if (!failed && life.len == 0)
		plain_say(p, "%s", _("Nothing has been entered here yet."));
	for (int i = 0; i < life.len && !failed; i++)
		plain_say_life_line(p, &life.lines[i]);
	life_done(&life);
}

static const char *element_name(const struct plain *p, const void *ctx, int row, char *out, size_t cap)
{
	(void)ctx;
	return text_format(out, cap, "%s", p->plan->elements[row].name);
}

void plain_life(struct plain *p, void *at)
{
	bool again = false;
	int unit, element;
	(void)at;
	if (!plain_choose_unit(p, true, &unit))
		return;
	while ((element = plain_pick_again(p, _("Which element?"), p->plan->elements_len, element_name, NULL, again)) != PLAN_NONE) {
		plain_say_life(p, element, unit, p->period);
		again = true;
	}
}
