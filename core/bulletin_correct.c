// SPDX-License-Identifier: MIT
// The corrections that a bulletin tells: those since the last one, or those after it was issued; and what each changes in the whole.
#include <stdlib.h>
#include <string.h>

#include "core/bulletin_part.h"
#include "core/entry_words.h"
#include "core/i18n.h"
#include "core/period.h"
#include "core/suppose.h"
#include "core/text.h"

struct corrected {
	struct store *store;
	const struct plan *plan;
	const struct survey_query *query;    // of the whole's figures; its period that of the correction
	struct bulletin *out;
	const struct bulletin *of;           // NULL: every cell concerns it
	int64_t after;                       // the line of the last bulletin
	int said;
};

static bool is_beneath(const struct plan *plan, int unit, int above)
{
	while (unit != PLAN_NONE && unit != above)
		unit = plan->units[unit].parent;
	return unit == above;
}

// Does the cell go into a figure that OF printed?
static bool concerns(const struct corrected *corrected, const struct correction *c)
{
	if (corrected->of == NULL)
		return true;
	for (int i = 0; i < corrected->of->len && c->period <= corrected->of->period; i++)
		for (int r = 0; r < corrected->of->lines[i].rests_len; r++) {
			const struct bulletin_rest *rest = &corrected->of->lines[i].rests[r];
			if (rest->indicator != PLAN_NONE && rest->unit != PLAN_NONE && is_beneath(corrected->plan, c->unit, rest->unit) &&
					survey_uses(corrected->plan, rest->indicator, c->element))
				return true;
		}
	return false;
}

// ------------------------------------------------------------ what it changes in the whole

// The figure of exactly the correction's period: the year's so far of what is judged by whole years.
static bool figure_of(const struct plan *plan, const struct standing *s, int period, char *out, size_t cap)
{
	const struct plan_indicator *indicator = &plan->indicators[s->indicator];
	char figure[PHRASE_TEXT];
	if (s->value.has && s->value_period == period)
		phrase_write(plan, s, PHRASE_VALUE, figure, sizeof figure);
	else if (s->year.has && s->year.ytd.has && s->year.period == period)
		rat_format(s->year.ytd.v, indicator->decimals, NUM_HALF_AWAY, figure);
	else
		return false;
	text_format(out, cap, "%s%s", figure, indicator->measure);
	return true;
}

static enum err read_whole(const struct corrected *corrected, const struct correction *c, int indicator, int64_t figure, char *out, size_t cap)
{
	struct entry cell = {.element = c->element, .unit = c->unit, .period = c->period, .kind = ENTRY_VALUE, .figure = figure, .note = "",
		.doc = "", .change = 1};
	struct suppose *supposed = calloc(1, sizeof *supposed);
	struct survey_query query = *corrected->query;
	struct standing s;
	out[0] = '\0';
	if (supposed == NULL)
		return err_set(ERR_MEMORY, "%s", _("out of memory"));
	suppose_put(supposed, &cell);
	query.period = c->period;
	query.suppose = supposed;
	enum err err = survey_one(corrected->store, corrected->plan, &query, indicator, corrected->plan->root, &s);
	free(supposed);
	if (err == ERR_OK && !figure_of(corrected->plan, &s, c->period, out, cap))
		out[0] = '\0';
	return err;
}

// The first number that the element is a part of.
static int indicator_of(const struct plan *plan, int element)
{
	for (int i = 0; i < plan->indicators_len; i++)
		if (plan->indicators[i].kind == PLAN_NUMBER && survey_uses(plan, i, element))
			return i;
	return PLAN_NONE;
}

// ，全市由13.60亿元变为13.62亿元; "" where the whole has no figure of that period, or it stays as it is.
static enum err whole_words(const struct corrected *corrected, const struct correction *c, char *out, size_t cap)
{
	const struct plan *plan = corrected->plan;
	int indicator = indicator_of(plan, c->element);
	char before[PHRASE_TEXT], after[PHRASE_TEXT];
	out[0] = '\0';
	if (indicator == PLAN_NONE || c->unit == plan->root || c->old_kind != ENTRY_VALUE || !is_beneath(plan, c->unit, plan->root))
		return ERR_OK;
	enum err err = read_whole(corrected, c, indicator, c->old, before, sizeof before);
	if (err == ERR_OK)
		err = read_whole(corrected, c, indicator, c->figure, after, sizeof after);
	if (err == ERR_OK && before[0] != '\0' && after[0] != '\0' && strcmp(before, after) != 0)
		text_format(out, cap, _(", %s%s from %s to %s"), plan->units[plan->root].short_name,
			plan->indicators[indicator].formula == PLAN_VALUE ? "" : plan->indicators[indicator].name, before, after);
	return err;
}

// ------------------------------------------------------------ said

static enum err say_correction(const struct correction *c, void *ctx)
{
	struct corrected *corrected = ctx;
	char name[256], old[ENTRY_WORDS], new[ENTRY_WORDS], whole[2 * PHRASE_LONG], text[4 * PHRASE_LONG + 2048];
	struct entry cell = {.element = c->element, .unit = c->unit, .period = c->period, .kind = c->old_kind, .figure = c->old,
		.note = "", .doc = "", .change = c->about};
	if (c->state != CORRECTION_ACCEPTED || c->change <= corrected->after || !concerns(corrected, c))
		return ERR_OK;
	enum err err = whole_words(corrected, c, whole, sizeof whole);
	if (err != ERR_OK)
		return err;
	entry_words_name(corrected->plan, &cell, name, sizeof name);
	entry_words(corrected->plan, &cell, old, sizeof old);
	cell.kind = ENTRY_VALUE;
	cell.figure = c->figure;
	entry_words(corrected->plan, &cell, new, sizeof new);
	text_format(text, sizeof text, c->doc[0] != '\0' ? _("Correction: %s from %s to %s%s, by %s.") : _("Correction: %s from %s to %s%s."),
		name, old, new, whole, c->doc);
	corrected->said++;
	return bulletin_add(corrected->out, BULLETIN_ITEM, text);
}

enum err bulletin_after(struct bulletin *out, struct store *store, const struct plan *plan, const struct bulletin *of)
{
	const struct survey_query query = {.period = of->period, .today = period_last_day(of->period), .figures = SURVEY_ACCEPTED};
	struct corrected corrected = {store, plan, &query, out, of, of->change, 0};
	return store_each_correction(store, plan, STORE_ALL, NULL, say_correction, &corrected);
}

static enum err take_newest(const struct bulletin *bulletin, const char *body, void *ctx)
{
	int64_t *newest = ctx;
	(void)body;
	if (bulletin->change > *newest)
		*newest = bulletin->change;
	return ERR_OK;
}

enum err bulletin_corrections(struct bulletin_work *work)
{
	struct corrected corrected = {work->store, work->plan, &work->query, work->out, NULL, 0, 0};
	enum err err = bulletin_say(work, BULLETIN_HEAD, _("6. Corrections"));
	if (err == ERR_OK)
		err = store_each_bulletin(work->store, take_newest, &corrected.after);
	if (err == ERR_OK)
		err = store_each_correction(work->store, work->plan, STORE_ALL, NULL, say_correction, &corrected);
	if (err == ERR_OK && corrected.said == 0)
		err = bulletin_say(work, BULLETIN_TEXT,
			corrected.after != 0 ? _("None since the last bulletin.") : _("No accepted figure was corrected."));
	return err;
}
