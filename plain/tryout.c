// SPDX-License-Identifier: MIT
// Try-out (试算): values supposed in cells, over which all that is told is computed anew; nothing is stored until one is keyed in.
#include "core/suppose.h"

#include <stdlib.h>

#include "core/entry_words.h"
#include "core/i18n.h"
#include "core/intake.h"
#include "core/period.h"
#include "core/phrase.h"
#include "core/text.h"
#include "plain/part.h"

// ------------------------------------------------------------ what would be

static void say_effect_on(struct plain *p, const struct survey *was, const struct survey *would, int unit, int element)
{
	char before[PHRASE_TEXT], after[PHRASE_TEXT];
	for (int i = 0; i < p->plan->indicators_len; i++) {
		const struct standing *s = survey_at(would, i);
		if (p->plan->indicators[i].kind != PLAN_NUMBER || !survey_uses(p->plan, i, element) || s->not_applicable)
			continue;
		plain_say(p, _("%s %s: %s, %s; would be %s, %s"), p->plan->units[unit].name, p->plan->indicators[i].name,
			phrase_write(p->plan, survey_at(was, i), PHRASE_VALUE_TARGET, before, sizeof before),
			phrase_status(survey_at(was, i)->status, true), phrase_write(p->plan, s, PHRASE_VALUE_TARGET, after, sizeof after),
			phrase_status(s->status, true));
	}
}

static void say_effect(struct plain *p, const struct entry *at, int unit)
{
	struct survey_query query = plain_query(p);
	struct survey *was = NULL, *would = NULL;
	enum err err = survey_unit(p->store, p->plan, &query, unit, &would);
	query.suppose = NULL;
	if (err == ERR_OK)
		err = survey_unit(p->store, p->plan, &query, unit, &was);
	if (!plain_failed(p, err))
		say_effect_on(p, was, would, unit, at->element);
	survey_free(was);
	survey_free(would);
}

// ------------------------------------------------------------ supposing

static bool stored(struct plain *p, const struct entry *cell, struct entry *out)
{
	return !plain_failed(p, store_get_entry(p->store, p->plan, cell->element, cell->unit, cell->period, out));
}

static void ask_value(struct plain *p, struct entry *at)
{
	char prompt[PLAIN_TEXT], typed[PLAIN_LINE], name[ENTRY_SENTENCE], words[ENTRY_WORDS];
	struct entry now;
	if (!stored(p, at, &now))
		return;
	text_format(prompt, sizeof prompt, _("%s, stored %s, suppose"), entry_words_name(p->plan, at, name, sizeof name),
		entry_words(p->plan, &now, words, sizeof words));
	while (plain_ask(p, prompt, _("A figure as it would be keyed in. Nothing is stored."), typed) == PLAIN_GIVEN) {
		if (!suppose_read(p->plan, typed, at)) {
			plain_say(p, "%s", err_message());
			continue;
		}
		if (!suppose_put(&p->suppose, at))
			plain_say(p, _("No more than %d values can be supposed at a time."), SUPPOSE_MOST);
		say_effect(p, at, at->unit);
		if (at->unit != p->plan->root)
			say_effect(p, at, p->plan->root);
		return;
	}
}

struct elements { int *at, len; };

static const char *element_name(const struct plain *p, const void *ctx, int row, char *out, size_t cap)
{
	return text_format(out, cap, "%s", p->plan->elements[((const struct elements *)ctx)->at[row]].name);
}

static bool choose_element(struct plain *p, int unit, int *element)
{
	struct elements elements = {calloc((size_t)p->plan->elements_len + 1, sizeof *elements.at), 0};
	if (elements.at == NULL) {
		plain_failed(p, err_set(ERR_MEMORY, "%s", _("no memory")));
		return false;
	}
	for (int i = 0; i < p->plan->elements_len; i++)
		if (p->plan->elements[i].kind != PLAN_STAGE && plan_element_applies(p->plan, i, unit))
			elements.at[elements.len++] = i;
	int row = plain_pick(p, _("Which element?"), elements.len, element_name, &elements);
	if (row != PLAN_NONE)
		*element = elements.at[row];
	free(elements.at);
	return row != PLAN_NONE;
}

static void suppose(struct plain *p, void *ctx)
{
	struct entry at = {.note = "", .doc = "", .unit = p->unit};
	(void)ctx;
	if ((p->unit == p->plan->root && !plain_choose_unit(p, true, &at.unit)) || !choose_element(p, at.unit, &at.element))
		return;
	at.period = period_at_or_before(p->period, p->plan->elements[at.element].months);
	ask_value(p, &at);
}

// ------------------------------------------------------------ what is supposed

static const char *supposed_words(const struct plain *p, const void *ctx, int row, char *out, size_t cap)
{
	const struct entry *at = &((const struct suppose *)ctx)->entries[row];
	char name[ENTRY_SENTENCE], words[ENTRY_WORDS];
	return text_format(out, cap, _("%s: supposed %s"), entry_words_name(p->plan, at, name, sizeof name),
		entry_words(p->plan, at, words, sizeof words));
}

static void suppose_another(struct plain *p, void *at)
{
	ask_value(p, at);
}

static void drop(struct plain *p, void *ctx)
{
	const struct entry *at = ctx;
	suppose_drop(&p->suppose, at->element, at->unit, at->period);
	plain_say(p, "%s", _("Dropped; what is stored is told."));
}

// Through the same gate as any figure; what is refused stays supposed.
static void key_in(struct plain *p, void *ctx)
{
	const struct entry *at = ctx;
	char text[NUM_TEXT], sentence[ENTRY_SENTENCE];
	struct intake_result result;
	struct entry present;
	const struct intake_cell ask = {.element = at->element, .unit = at->unit, .period = at->period, .text = text, .kind = ENTRY_VALUE,
		.set_qualifier = at->qualifier != NUM_EXACT, .qualifier = at->qualifier};
	num_format(at->figure, p->plan->elements[at->element].decimals, text);
	if (!stored(p, at, &present) || plain_failed(p, p->desk->save(p->desk->ctx, &ask, &present, &result)))
		return;
	if (result.verdict == INTAKE_REFUSED) {
		plain_say(p, "%s", result.why);
		return;
	}
	suppose_drop(&p->suppose, at->element, at->unit, at->period);
	if (result.verdict == INTAKE_WRITE)
		plain_say(p, "%s", entry_words_saved(p->plan, &present, &result.after, sentence, sizeof sentence));
}

static const struct plain_choice steps[] = {
	{N_("suppose another value"), suppose_another, NULL},
	{N_("drop it"), drop, NULL},
	{N_("key it in: it is stored and replaces what stands"), key_in, plain_can_write},
};
static const struct plain_question step = {N_("What about this value?"),
	N_("Type a number and Enter; Enter alone reads the choices."), PLAIN_CHOICES(steps), true, NULL, NULL};

static void look(struct plain *p, void *ctx)
{
	(void)ctx;
	int row = plain_pick(p, _("Supposed, not stored"), p->suppose.len, supposed_words, &p->suppose);
	if (row == PLAN_NONE)
		return;
	struct entry at = p->suppose.entries[row];
	plain_question(p, &step, &at);
}

static void drop_all(struct plain *p, void *ctx)
{
	(void)ctx;
	p->suppose.len = 0;
	plain_say(p, "%s", _("All that was supposed is dropped; what is stored is told."));
}

static const struct plain_choice choices[] = {
	{N_("suppose a value in a cell"), suppose, NULL},
	{N_("look at what is supposed"), look, NULL},
	{N_("drop all"), drop_all, NULL},
};
static const struct plain_question question = {N_("Try-out: nothing is stored."),
	N_("Supposed values stay while this program runs, and whatever is read meanwhile is told as it would be."), PLAIN_CHOICES(choices), false,
	NULL, NULL};

void plain_tryout(struct plain *p, void *at)
{
	(void)at;
	plain_question(p, &question, NULL);
}
