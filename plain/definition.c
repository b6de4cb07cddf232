// SPDX-License-Identifier: MIT
// How an indicator is defined, and its baselines and targets by unit and year: what the path makes of the years between stands in
// brackets, as on the screen.
#include "core/i18n.h"
#include "core/indicator_words.h"
#include "core/phrase.h"
#include "core/target_words.h"
#include "core/text.h"
#include "plain/part.h"

struct at { int indicator, unit, year, last; };

static const struct plan_target *target_of(const struct plan *plan, const struct at *at)
{
	const struct plan_target *found = plan_target_at(plan, at->indicator, at->unit, PLAN_TARGET, at->year);
	return found != NULL ? found : plan_target_at(plan, at->indicator, at->unit, PLAN_ANNUAL, at->year);
}

static void add(char *line, size_t cap, const struct at *at, const char *words)
{
	if (words[0] != '\0')
		text_add(line, cap, "; %d %s", at->year, words);
}

static void add_year(const struct plan *plan, const struct at *at, const struct standing *s, char *line, size_t cap)
{
	const struct plan_target *target = target_of(plan, at);
	char words[TARGET_WORDS] = "", figure[NUM_TEXT];
	struct maybe path = {.has = false};
	if (target != NULL)
		target_words(plan, target, words, sizeof words);
	else if (s->baseline.has && target_path(plan, at->indicator, at->unit, s->base_year, s->baseline, at->year, &path) == ERR_OK && path.has) {
		rat_format(path.v, plan->indicators[at->indicator].decimals + (path.v.d != 1), NUM_HALF_AWAY, figure);
		text_format(words, sizeof words, "(%s)", figure);
	}
	add(line, cap, at, words);
}

static void say_targets(struct plain *p, const struct at *of, const struct standing *s)
{
	struct at at = *of;
	char line[PLAIN_TEXT], value[PHRASE_LONG];
	text_format(line, sizeof line, "%s", p->plan->units[at.unit].name);
	at.year = s->base_year;
	add(line, sizeof line, &at, phrase_write(p->plan, s, PHRASE_BASELINE, value, sizeof value));
	for (at.year = p->plan->base_year + 1; at.year <= at.last; at.year++)
		add_year(p->plan, &at, s, line, sizeof line);
	at.year = at.last;
	const struct plan_target *target = target_of(p->plan, &at);
	if (target != NULL && target->doc[0] != '\0')
		text_add(line, sizeof line, "; %s", target->doc);
	plain_say(p, "%s", line);
}

void plain_say_definition(struct plain *p, int indicator)
{
	const struct plan *plan = p->plan;
	const struct survey_query query = plain_query(p);
	struct survey *survey = NULL;
	char words[INDICATOR_WORDS];
	plain_say_text(p, indicator_words(plan, indicator, PLAN_NONE, words, sizeof words));
	if (plan->indicators[indicator].kind != PLAN_NUMBER ||
		plain_failed(p, survey_indicator(p->store, plan, &query, indicator, &survey)))
		return;
	plain_say(p, "%s", _("Baseline and targets by year; in brackets what the path makes of the years between:"));
	for (int unit = 0; unit < plan->units_len && !p->over; unit++) {
		const struct at at = {indicator, unit, 0, target_last_year(plan, indicator, plan->root)};
		if (!plan->units[unit].compare && !survey_at(survey, unit)->not_applicable)
			say_targets(p, &at, survey_at(survey, unit));
	}
	survey_free(survey);
}
