// SPDX-License-Identifier: MIT
// One indicator over the units, the one furthest behind first, each with its place and its part of the gap; the life of a cell.
#include <stdlib.h>

#include "core/i18n.h"
#include "core/life.h"
#include "core/period.h"
#include "core/phrase.h"
#include "core/share.h"
#include "core/text.h"
#include "plain/part.h"

// ------------------------------------------------------------ which indicator

static const char *indicator_name(const struct plain *p, const void *ctx, int row, char *out, size_t cap)
{
	(void)ctx;
	return text_format(out, cap, "%s", p->plan->indicators[row].name);
}

struct ranking { const struct survey *survey; struct shares shares; int *units, len, judged; };

// A lag is what units are compared by: their targets differ. Those without one stand last, in official order.
static int by_lag(const struct standing *a, const struct standing *b)
{
	if (a->lag.has != b->lag.has)
		return a->lag.has ? -1 : 1;
	int order = a->lag.has ? rat_cmp(b->lag.v, a->lag.v) : 0;
	return order != 0 ? order : a->unit - b->unit;
}

static void sort(struct ranking *r)
{
	for (int i = 1; i < r->len; i++)
		for (int j = i; j > 0 && by_lag(survey_at(r->survey, r->units[j - 1]), survey_at(r->survey, r->units[j])) > 0; j--) {
			int unit = r->units[j];
			r->units[j] = r->units[j - 1];
			r->units[j - 1] = unit;
		}
}

static bool collect(struct plain *p, struct ranking *r)
{
	const struct plan *plan = p->plan;
	r->units = calloc((size_t)plan->units_len + 1, sizeof *r->units);
	if (r->units == NULL)
		return !plain_failed(p, err_set(ERR_MEMORY, "%s", _("no memory")));
	for (int i = 0; i < plan->units_len; i++)
		if (i != plan->root && plan_unit_valid(plan, i, p->period)) {
			r->units[r->len++] = i;
			r->judged += survey_at(r->survey, i)->lag.has;
		}
	sort(r);
	return true;
}

// ------------------------------------------------------------ said

static void say_part(struct plain *p, const struct ranking *r, int unit)
{
	const struct share *share = NULL;
	for (int i = 0; i < r->shares.len; i++)
		if (r->shares.rows[i].unit == unit)
			share = &r->shares.rows[i];
	if (share != NULL && share->place > 0)
		plain_say(p, _("its gap is number %d in size"), share->place);
}

// The place from the best: units with the same lag share it.
static int place_of(const struct ranking *r, int row)
{
	const struct standing *s = survey_at(r->survey, r->units[row]);
	int better = 0;
	for (int i = 0; i < r->judged; i++)
		better += rat_cmp(survey_at(r->survey, r->units[i])->lag.v, s->lag.v) < 0;
	return better + 1;
}

static void say_ranking(struct plain *p, const struct ranking *r)
{
	char words[PLAIN_TEXT];
	for (int i = 0; i < r->len && !p->over; i++) {
		const struct standing *s = survey_at(r->survey, r->units[i]);
		plain_say(p, _("%s: %s"), p->plan->units[r->units[i]].name, plain_standing(p, s, words, sizeof words));
		if (s->lag.has)
			plain_say(p, _("place %d of %d units that can be judged, of %d"), place_of(r, i), r->judged, r->len);
		say_part(p, r, r->units[i]);
	}
}

static void rank(struct plain *p, int indicator)
{
	const struct survey_query query = plain_query(p);
	struct survey *survey = NULL;
	struct ranking r = {.len = 0};
	if (plain_failed(p, survey_indicator(p->store, p->plan, &query, indicator, &survey)))
		return;
	r.survey = survey;
	plain_say_standing(p, survey_at(survey, p->plan->root));
	bool shared = !plain_failed(p, shares_of(&r.shares, survey, p->plan, indicator, p->plan->root));
	if (shared && collect(p, &r))
		say_ranking(p, &r);
	shares_done(&r.shares);
	free(r.units);
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

static void say_life_line(struct plain *p, const struct life_line *line)
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
		say_life_line(p, &life.lines[i]);
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
