// SPDX-License-Identifier: MIT
// Baselines and targets of an indicator and a unit: what stands, and keying one in through the desk.
#include <stdlib.h>

#include "core/i18n.h"
#include "core/intake_target.h"
#include "core/target_words.h"
#include "core/text.h"
#include "plain/part.h"

#define TARGET_TEXT 256

struct aim { int indicator, unit; };

static const char *indicator_name(const struct plain *p, const void *ctx, int row, char *out, size_t cap)
{
	return text_format(out, cap, "%s", p->plan->indicators[((const int *)ctx)[row]].name);
}

// The present one of KIND and YEAR; where there is none, an empty one of that key.
static struct plan_target present_of(const struct plain *p, const struct aim *aim, enum plan_target_kind kind, int year)
{
	static char none[] = "";
	const struct plan_target *found = plan_target_at(p->plan, aim->indicator, aim->unit, kind, year);
	return found != NULL ? *found
			     : (struct plan_target){.indicator = aim->indicator, .unit = aim->unit, .kind = kind, .year = year, .text = none, .doc = none};
}

static void say_targets(struct plain *p, void *at)
{
	const struct aim *aim = at;
	char name[TARGET_WORDS], words[TARGET_WORDS];
	int first, end;
	plan_targets_of(p->plan, aim->indicator, aim->unit, &first, &end);
	for (int i = first; i < end; i++)
		plain_say(p, _("%s: %s"), target_words_name(p->plan, &p->plan->targets[i], name, sizeof name),
			target_words_full(p->plan, &p->plan->targets[i], words, sizeof words));
	if (first == end)
		plain_say(p, "%s", _("Neither a baseline nor a target stands here yet."));
}

// ------------------------------------------------------------ keying in

// The unit's own figure of the base year, which an increment is added to.
static struct maybe baseline_of(struct plain *p, const struct aim *aim)
{
	const struct survey_query query = {.period = p->period, .today = p->today};
	struct survey *survey = NULL;
	struct maybe baseline = {.has = false};
	if (!plain_failed(p, survey_indicator(p->store, p->plan, &query, aim->indicator, &survey)))
		baseline = survey_at(survey, aim->unit)->baseline;
	survey_free(survey);
	return baseline;
}

// True: done with.
static bool save(struct plain *p, const struct intake_target *ask, const struct plan_target *present)
{
	struct intake_target_result result;
	char sentence[3 * TARGET_WORDS];
	enum err err = p->desk->save_target(p->desk->ctx, ask, present, &result);
	if (plain_failed(p, err)) {
		plain_failed(p, store_read_targets(p->store, p->plan));
		return true;
	}
	if (result.verdict == INTAKE_REFUSED)
		plain_say(p, "%s", result.why);
	else if (result.verdict == INTAKE_WRITE)
		plain_say(p, "%s", target_words_saved(p->plan, present, &result.after, sentence, sizeof sentence));
	return result.verdict != INTAKE_REFUSED;
}

static void ask_target(struct plain *p, const struct aim *aim, enum plan_target_kind kind, int year)
{
	const struct plan_target present = present_of(p, aim, kind, year);
	struct intake_target ask = {.indicator = aim->indicator, .unit = aim->unit, .kind = kind, .year = year, .baseline = baseline_of(p, aim)};
	char text[TARGET_TEXT], doc[INTAKE_DOC_BYTES + 1], name[TARGET_WORDS];
	target_words(p->plan, &present, text, sizeof text);
	text_format(doc, sizeof doc, "%s", present.doc);
	ask.text = text;
	ask.doc = doc;
	target_words_name(p->plan, &present, name, sizeof name);
	do {
		if (!plain_ask_text(p, name, _("Typed as 40, 50以上, 5..8 or +100; - takes it away."), text, sizeof text) ||
			!plain_ask_text(p, _("document number or source"), _("In which document the figure stands."), doc, sizeof doc))
			return;
	} while (!save(p, &ask, &present) && plain_again(p));
}

static void ask_baseline(struct plain *p, void *at)
{
	ask_target(p, at, PLAN_BASELINE, p->plan->base_year);
}

static void ask_last(struct plain *p, void *at)
{
	const struct aim *aim = at;
	ask_target(p, aim, PLAN_TARGET, target_last_year(p->plan, aim->indicator, aim->unit));
}

static void ask_annual(struct plain *p, void *at)
{
	const struct aim *aim = at;
	char typed[PLAIN_LINE];
	int last = target_last_year(p->plan, aim->indicator, aim->unit);
	if (plain_ask(p, _("the year"), _("A year between the base year and the target year."), typed) != PLAIN_GIVEN)
		return;
	int year = plain_number(typed, last);
	if (year > p->plan->base_year)
		ask_target(p, aim, PLAN_ANNUAL, year);
	else
		plain_say(p, _("A year from %d to %d is expected."), p->plan->base_year + 1, last);
}

static const struct plain_choice choices[] = {
	{N_("baseline"), ask_baseline, plain_can_write},
	{N_("target"), ask_last, plain_can_write},
	{N_("target of a year between"), ask_annual, plain_can_write},
};
static const struct plain_question question = {N_("Baseline and targets:"),
	N_("Type a number and Enter; Enter alone reads the choices."), PLAIN_CHOICES(choices), false, say_targets, NULL};

void plain_targets(struct plain *p, void *at)
{
	const struct plan *plan = p->plan;
	struct aim aim = {PLAN_NONE, p->unit};
	int *indicators = calloc((size_t)plan->indicators_len + 1, sizeof *indicators), len = 0, row;
	bool again = false;
	(void)at;
	if (indicators == NULL) {
		plain_failed(p, err_set(ERR_MEMORY, "%s", _("no memory")));
		return;
	}
	for (int i = 0; i < plan->indicators_len; i++)
		if (plan->indicators[i].kind == PLAN_NUMBER)
			indicators[len++] = i;
	bool chosen = p->unit != plan->root || plain_choose_unit(p, true, &aim.unit);
	while (chosen && (row = plain_pick_again(p, _("Which indicator?"), len, indicator_name, indicators, again)) != PLAN_NONE) {
		aim.indicator = indicators[row];
		plain_question(p, &question, &aim);
		again = true;
	}
	free(indicators);
}
