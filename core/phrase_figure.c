// SPDX-License-Identifier: MIT
// A figure against its target and its pace, in words. See phrase_part.h.
#include "core/entry_words.h"
#include "core/i18n.h"
#include "core/phrase_part.h"
#include "core/text.h"

void phrase_put_value(const struct phrase *p, char *out, size_t cap)
{
	char figure[NUM_TEXT];
	if (!p->s->value.has)
		return;
	phrase_round_toward(p, p->s->value.v, p->s->target, p->ind->decimals, figure);
	text_format(out, cap, "%s", figure);
}

void phrase_put_measured(const struct phrase *p, const char *figure, enum num_qualifier qualifier, char *out, size_t cap)
{
	entry_number_words(figure, qualifier, phrase_measure(p), out, cap);
}

void phrase_put_value_words(const struct phrase *p, char *out, size_t cap)
{
	char figure[NUM_TEXT];
	phrase_put_value(p, figure, sizeof figure);
	if (p->s->value.has)
		entry_number_words(figure, p->s->qualifier, "", out, cap);
}

void phrase_put_target(const struct phrase *p, char *out, size_t cap)
{
	char figure[NUM_TEXT];
	if (!p->s->target.has)
		return;
	phrase_round_target(p, p->s->target.v, figure);
	text_format(out, cap, "%s", figure);
}

void phrase_put_value_target(const struct phrase *p, char *out, size_t cap)
{
	char value[PHRASE_TEXT], target[NUM_TEXT] = "";
	if (!p->s->value.has)
		return;
	phrase_put_value_words(p, value, sizeof value);
	phrase_put_target(p, target, sizeof target);
	text_format(out, cap, "%s%s%s%s%s", standing_unaccepted(p->s) ? "~" : "", value, target[0] != '\0' ? "/" : "", target,
		phrase_measure(p));
}

void phrase_put_baseline(const struct phrase *p, char *out, size_t cap)
{
	char figure[NUM_TEXT];
	if (!p->s->baseline.has)
		return;
	rat_format(p->s->baseline.v, p->ind->decimals, NUM_HALF_AWAY, figure);
	text_format(out, cap, "%s", figure);
}

void phrase_put_expected(const struct phrase *p, char *out, size_t cap)
{
	char figure[NUM_TEXT];
	if (!p->s->expected.has)
		return;
	phrase_round_expected(p, p->s->expected.v, figure);
	text_format(out, cap, "%s", figure);
}

static void put_percent(struct maybe fraction, char *out, size_t cap)
{
	char percent[NUM_TEXT];
	if (phrase_round_percent(fraction, percent))
		text_format(out, cap, "%s", percent);
}

void phrase_put_elapsed(const struct phrase *p, char *out, size_t cap)
{
	put_percent(p->s->elapsed, out, cap);
}

void phrase_put_done(const struct phrase *p, char *out, size_t cap)
{
	put_percent(p->s->done, out, cap);
}

void phrase_put_attainment(const struct phrase *p, char *out, size_t cap)
{
	put_percent(p->s->attainment, out, cap);
}

void phrase_put_year_done(const struct phrase *p, char *out, size_t cap)
{
	put_percent(p->s->year.done, out, cap);
}

static void put_gap(const struct phrase *p, const char *measure, char *out, size_t cap)
{
	char size[NUM_TEXT];
	if (!p->s->gap.has)
		return;
	phrase_round_size(p->s->gap.v, p->ind->decimals, size);
	if (rat_sign(p->s->gap.v) > 0)
		text_format(out, cap, _("%s%s off"), size, measure);
	else if (rat_sign(p->s->gap.v) < 0)
		text_format(out, cap, _("%s%s over"), size, measure);
	else
		text_format(out, cap, "%s", _("reached"));
}

void phrase_put_gap(const struct phrase *p, char *out, size_t cap)
{
	put_gap(p, "", out, cap);
}

void phrase_put_gap_measured(const struct phrase *p, char *out, size_t cap)
{
	put_gap(p, phrase_in_percent(p) ? _(" points") : phrase_measure(p), out, cap);
}

static void put_pace(struct rat lag, bool brief, char *out, size_t cap)
{
	char points[NUM_TEXT];
	int sign = phrase_round_points(lag, points);
	if (sign > 0)
		text_format(out, cap, brief ? _("behind %s") : _("%s points behind pace"), points);
	else if (sign < 0)
		text_format(out, cap, brief ? _("ahead %s") : _("%s points ahead of pace"), points);
	else
		text_format(out, cap, "%s", _("on pace"));
}

static void put_growth(const struct phrase *p, bool brief, char *out, size_t cap)
{
	char size[NUM_TEXT];
	int sign = rat_sign(p->s->gap.v);
	phrase_round_size(p->s->gap.v, p->ind->decimals, size);
	if (sign > 0)
		text_format(out, cap, brief ? _("below %s") : _("%s points below target"), size);
	else if (sign < 0)
		text_format(out, cap, brief ? _("above %s") : _("%s points above target"), size);
	else
		text_format(out, cap, "%s", _("level with target"));
}

static void put_proven(const struct phrase *p, bool brief, char *out, size_t cap)
{
	char points[NUM_TEXT];
	phrase_round_points(p->s->lag.v, points);
	text_format(out, cap, brief ? _("behind %s+") : _("at least %s points behind"), points);
}

void phrase_put_lag(const struct phrase *p, char *out, size_t cap)
{
	const struct standing *s = p->s;
	if (!s->lag.has)
		return;
	if (s->path == STANDING_GROWTH && s->gap.has)
		put_growth(p, false, out, cap);
	else if (s->proven_lag)
		put_proven(p, false, out, cap);
	else
		put_pace(s->lag.v, false, out, cap);
}

// Without a lag: the share of the target, or why a figure that is there is not judged.
static void put_instead(const struct phrase *p, char *out, size_t cap)
{
	char percent[NUM_TEXT];
	if (p->s->value.has)
		phrase_put_reason(p, out, cap);
	if (p->s->status == STANDING_NO_BASE && phrase_round_percent(p->s->attainment, percent))
		text_format(out, cap, _("done %s"), percent);
}

void phrase_put_lag_short(const struct phrase *p, char *out, size_t cap)
{
	const struct standing *s = p->s;
	if (!s->lag.has)
		put_instead(p, out, cap);
	else if (s->path == STANDING_GROWTH && s->gap.has)
		put_growth(p, true, out, cap);
	else if (s->proven_lag)
		put_proven(p, true, out, cap);
	else
		put_pace(s->lag.v, true, out, cap);
}

void phrase_put_year_lag(const struct phrase *p, char *out, size_t cap)
{
	if (p->s->year.lag.has)
		put_pace(p->s->year.lag.v, false, out, cap);
}
