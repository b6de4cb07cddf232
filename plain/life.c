// SPDX-License-Identifier: MIT
// The life of one cell: what happened to it, the same cell in other periods, and the indicators that it goes into.
#include "core/entry_words.h"
#include "core/i18n.h"
#include "core/life.h"
#include "core/period.h"
#include "core/phrase.h"
#include "core/text.h"
#include "plain/part.h"

// ------------------------------------------------------------ what happened
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

static void say_lines(struct plain *p, int element, int unit, int period)
{
	struct life life = {.len = 0};
	bool failed = plain_failed(p, life_load(p->store, p->plan, element, unit, period, &life));
	if (!failed && life.len == 0)
		plain_say(p, "%s", _("Nothing has been entered here yet."));
	for (int i = 0; i < life.len && !failed; i++)
		plain_say_life_line(p, &life.lines[i]);
	life_done(&life);
}

// ------------------------------------------------------------ beside it

// The cells of a year, as they stand; a year without a figure is not said.
static void say_year(struct plain *p, int element, int unit, int year)
{
	char line[PLAIN_TEXT] = "", words[ENTRY_WORDS];
	int months = p->plan->elements[element].months;
	for (int month = months; month <= 12; month += months) {
		struct entry entry;
		if (plain_failed(p, store_get_entry(p->store, p->plan, element, unit, period_make(year, month), &entry)))
			return;
		if (entry_words_cell(p->plan, &entry, words, sizeof words)[0] != '\0')
			text_add(line, sizeof line, _("; month %d: %s"), month, words);
	}
	if (line[0] != '\0')
		plain_say(p, "%d%s", year, line);
}

static void say_uses(struct plain *p, int element, int unit, int period)
{
	struct survey_query query = plain_query(p);
	struct survey *survey = NULL;
	char value[PHRASE_TEXT];
	query.period = period;
	query.figures = SURVEY_ALL;
	if (plain_failed(p, survey_unit(p->store, p->plan, &query, unit, &survey)))
		return;
	for (int i = 0; i < p->plan->indicators_len; i++) {
		const struct plan_indicator *indicator = &p->plan->indicators[i];
		const struct standing *s = survey_at(survey, i);
		if (indicator->kind == PLAN_NUMBER && survey_uses(p->plan, i, element))
			plain_say(p, _("goes into %s, %s: %s %s"), indicator->name, p->plan->units[unit].name,
				phrase_write(p->plan, s, PHRASE_VALUE_TARGET, value, sizeof value), phrase_status(s->status, false));
	}
	survey_free(survey);
}

void plain_say_life(struct plain *p, int element, int unit, int period)
{
	say_lines(p, element, unit, period);
	if (p->plan->elements[element].kind == PLAN_STAGE)
		return;
	for (int year = p->plan->base_year; year <= period_year(period) && !p->over; year++)
		say_year(p, element, unit, year);
	say_uses(p, element, unit, period);
	if (unit != p->plan->root)
		say_uses(p, element, p->plan->root, period);
}

// ------------------------------------------------------------ which cell

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
