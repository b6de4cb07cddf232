// SPDX-License-Identifier: MIT
// Words of the status, its reason, coverage, and the rows that have no columns. See phrase_part.h.
#include <string.h>

#include "core/i18n.h"
#include "core/period.h"
#include "core/phrase_part.h"
#include "core/text.h"

static const struct { const char *full, *brief; } status_words[STANDING_STATUSES] = {
	[STANDING_MET] = {N_("met early"), N_("early")},
	[STANDING_AHEAD] = {N_("faster than expected"), N_("faster")},
	[STANDING_ON_TRACK] = {N_("as expected"), N_("expected")},
	[STANDING_BEHIND] = {N_("behind"), N_("behind")},
	[STANDING_CRITICAL] = {N_("far behind"), N_("critical")},
	[STANDING_MISSED] = {N_("target missed"), N_("missed")},
	[STANDING_NO_BASE] = {N_("no baseline"), N_("no base")},
	[STANDING_NO_DATA] = {N_("not judged or reported"), N_("unjudged")},
	[STANDING_NO_TARGET] = {N_("no target in numbers"), N_("in words")},
};

const char *phrase_status(enum standing_status status, bool brief)
{
	return _(brief ? status_words[status].brief : status_words[status].full);
}

bool phrase_is_year_only(const struct standing *s)
{
	return s->status == STANDING_NO_DATA && s->reason <= STANDING_NONE && s->year.has && s->year.ytd.has;
}

static const char *status_of(const struct phrase *p, bool brief)
{
	const struct standing *s = p->s;
	if (s->not_applicable)
		return _("not applicable");
	if (s->status == STANDING_NO_DATA)
		return s->reason <= STANDING_NONE && !phrase_is_year_only(s) ? _("not reported") : brief ? _("unjudged") : _("not judged");
	if (s->status == STANDING_MET && p->ind->kind == PLAN_COMPARISON)
		return brief ? _("above") : _("above the provincial average");
	if (s->status == STANDING_MET && (s->is_stage || p->ind->kind == PLAN_STAGES))
		return _("finished");
	if (s->status == STANDING_MET && s->ended)
		return _("target met");
	return phrase_status(s->status, brief);
}

void phrase_put_status(const struct phrase *p, char *out, size_t cap)
{
	text_format(out, cap, "%s", status_of(p, false));
}

void phrase_put_status_short(const struct phrase *p, char *out, size_t cap)
{
	text_format(out, cap, "%s", status_of(p, true));
}

void phrase_put_pace(const struct phrase *p, char *out, size_t cap)
{
	if (p->s->pace != PACE_UNKNOWN)
		text_format(out, cap, "%s", p->s->pace == PACE_REACHED ? _("pace reached") : _("pace not reached"));
}

void phrase_put_data_period(const struct phrase *p, char *out, size_t cap)
{
	char period[PERIOD_TEXT];
	if (p->s->value_period == 0)
		return;
	period_format_data(p->s->value_period, p->s->period, period);
	text_format(out, cap, "%s", period);
}

void phrase_put_coverage(const struct phrase *p, char *out, size_t cap)
{
	const struct standing *s = p->s;
	if (s->due == 0)
		return;
	if (p->ind->kind == PLAN_COMPARISON)
		text_format(out, cap, _("%d of %d comparable"), s->reported, s->due);
	else if (s->reported == s->due)
		text_format(out, cap, "%s", _("all reported"));
	else
		text_format(out, cap, _("%d/%d reported"), s->reported, s->due);
}

// A sum of amounts; of a ratio, a growth or a mean what the units that have reported make together.
void phrase_put_sum(const struct phrase *p, char *out, size_t cap)
{
	const struct standing *s = p->s;
	char figure[NUM_TEXT];
	if (!s->sum.has || s->value.has)
		return;
	bool added = p->ind->formula == PLAN_VALUE && p->ind->x != PLAN_NONE &&
		p->plan->elements[p->ind->x].rollup != PLAN_ROLLUP_MEAN;
	phrase_round_toward(p, s->sum.v, s->target, p->ind->decimals, figure);
	text_format(out, cap, added ? _("%d units together %s") : _("%d units computed %s"), s->reported, figure);
}

static const char *missing_name(const struct phrase *p, const struct standing_missing *missing)
{
	if (missing->unit != PLAN_NONE && missing->unit != p->s->unit)
		return p->plan->units[missing->unit].name;
	if (missing->element != PLAN_NONE)
		return p->plan->elements[missing->element].short_name;
	return missing->indicator != PLAN_NONE ? p->plan->indicators[missing->indicator].short_name : "";
}

// Whose figure is missing, by name; a part of a ratio by the element's name.
void phrase_put_missing(const struct phrase *p, char *out, size_t cap)
{
	const struct standing *s = p->s;
	char before[PHRASE_TEXT];
	int named = s->missing_len < STANDING_MISSING_MAX ? s->missing_len : STANDING_MISSING_MAX;
	for (int i = 0; i < named; i++) {
		const char *name = missing_name(p, &s->missing[i]);
		if (name[0] == '\0' || strstr(out, name) != NULL)
			continue;
		text_format(before, sizeof before, "%s", out);
		if (before[0] == '\0')
			text_format(out, cap, "%s", name);
		else
			text_format(out, cap, _("%s, %s"), before, name);
	}
	if (s->missing_len > named)
		text_add(out, cap, _(" and others, %d in all"), s->missing_len);
}

static void put_partial(const struct phrase *p, char *out, size_t cap)
{
	char missing[PHRASE_TEXT] = "";
	if (p->s->due > p->s->reported) {
		text_format(out, cap, _("%d/%d reported"), p->s->reported, p->s->due);
		return;
	}
	phrase_put_missing(p, missing, sizeof missing);
	if (missing[0] != '\0')
		text_format(out, cap, _("missing: %s"), missing);
	else
		text_format(out, cap, "%s", _("a part is missing"));
}

static const char *const reason_words[] = {
	[STANDING_ZERO_DENOMINATOR] = N_("the denominator is 0"),
	[STANDING_NOT_COMPARABLE] = N_("provincial figures not published"),
	[STANDING_BEFORE_BASE] = N_("figure from before the plan"),
	[STANDING_FINAL_MISSING] = N_("final figure not reported"),
	[STANDING_STALE] = N_("figure too old"),
};

void phrase_put_reason(const struct phrase *p, char *out, size_t cap)
{
	const struct standing *s = p->s;
	if (s->status != STANDING_NO_DATA || s->reason <= STANDING_NONE)
		return;
	if (s->reason == STANDING_PARTIAL)
		put_partial(p, out, cap);
	else if (s->reason == STANDING_NO_BASE_YEAR_FIGURE)
		text_format(out, cap, _("no figure of %d"), s->base_year != 0 ? s->base_year : p->plan->base_year);
	else
		text_format(out, cap, "%s", _(reason_words[s->reason]));
}
