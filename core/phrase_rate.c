// SPDX-License-Identifier: MIT
// What moves in a year: needed from now on, moved in the last twelve months, and where that leads. See phrase_part.h.
#include "core/i18n.h"
#include "core/phrase_part.h"
#include "core/text.h"

// Needed of a compound path or a growth is % a year; of a measure in % points; else an amount of the measure.
static bool is_growth(const struct phrase *p)
{
	return p->s->path == STANDING_GROWTH || p->s->path == STANDING_COMPOUND;
}

// What is needed is positive while something is missing: of a figure that must fall, it falls.
static int needed_direction(const struct phrase *p)
{
	int sign = rat_sign(p->s->needed.v);
	return !is_growth(p) && p->ind->down ? -sign : sign;
}

static void needed_size(const struct phrase *p, char out[NUM_TEXT])
{
	if (is_growth(p))
		phrase_round_size(p->s->needed.v, 1, out);
	else
		phrase_round_need(p->s->needed.v, p->ind->decimals, out);
}

static void put_amount(int direction, const char *size, const char *measure, char *out, size_t cap)
{
	text_format(out, cap, direction < 0 ? _("lose %s%s") : _("gain %s%s"), size, measure);
}

static void put_points(int direction, const char *size, char *out, size_t cap)
{
	text_format(out, cap, direction < 0 ? _("fall by %s points") : _("rise by %s points"), size);
}

static void put_needed(const struct phrase *p, const char *measure, char *out, size_t cap)
{
	char size[NUM_TEXT];
	if (!p->s->needed.has)
		return;
	int direction = needed_direction(p);
	needed_size(p, size);
	if (is_growth(p))
		text_format(out, cap, direction < 0 ? _("shrink by %s%%") : _("grow by %s%%"), size);
	else if (phrase_in_percent(p))
		put_points(direction, size, out, cap);
	else
		put_amount(direction, size, measure, out, cap);
}

void phrase_put_needed(const struct phrase *p, char *out, size_t cap)
{
	put_needed(p, "", out, cap);
}

void phrase_put_needed_measured(const struct phrase *p, char *out, size_t cap)
{
	put_needed(p, phrase_measure(p), out, cap);
}

void phrase_put_needed_short(const struct phrase *p, char *out, size_t cap)
{
	char size[NUM_TEXT];
	if (!p->s->needed.has)
		return;
	needed_size(p, size);
	text_format(out, cap, "%s%s%s", is_growth(p) && needed_direction(p) < 0 ? "-" : "", size, is_growth(p) ? "%" : "");
}

enum recent_form { RECENT_COLUMN, RECENT_FIELD, RECENT_SENTENCE };       // 增1.1; 提高1.1个百分点; 增加18个

static void put_recent(const struct phrase *p, enum recent_form form, char *out, size_t cap)
{
	char size[NUM_TEXT];
	int sign = rat_sign(p->s->recent.v);
	if (!p->s->recent.has)
		return;
	phrase_round_size(p->s->recent.v, p->ind->decimals, size);
	if (sign == 0)
		text_format(out, cap, "%s", form == RECENT_COLUMN ? _("level") : _("unchanged"));
	else if (form != RECENT_COLUMN && phrase_in_percent(p))
		put_points(sign, size, out, cap);
	else if (form == RECENT_SENTENCE)
		put_amount(sign, size, phrase_measure(p), out, cap);
	else
		text_format(out, cap, sign < 0 ? _("down %s") : _("up %s"), size);
}

void phrase_put_recent(const struct phrase *p, char *out, size_t cap)
{
	put_recent(p, RECENT_FIELD, out, cap);
}

void phrase_put_recent_short(const struct phrase *p, char *out, size_t cap)
{
	put_recent(p, RECENT_COLUMN, out, cap);
}

void phrase_put_projected(const struct phrase *p, char *out, size_t cap)
{
	char figure[NUM_TEXT];
	if (!p->s->projected.has)
		return;
	phrase_round_projected(p, p->s->projected.v, figure);
	text_format(out, cap, "%s", figure);
}

static void put_outlook(const struct phrase *p, char *out, size_t cap)
{
	char recent[PHRASE_TEXT], figure[NUM_TEXT];
	put_recent(p, RECENT_SENTENCE, recent, sizeof recent);
	if (!p->s->projected.has) {
		text_format(out, cap, _("; in the last year: %s"), recent);
		return;
	}
	phrase_put_projected(p, figure, sizeof figure);
	text_format(out, cap, _("; in the last year: %s, which leads by %d to %s%s (computed, not forecast)"), recent,
		p->s->target_year, figure, phrase_measure(p));
}

void phrase_put_gap_sentence(const struct phrase *p, char *out, size_t cap)
{
	const struct standing *s = p->s;
	char period[PHRASE_TEXT], figure[NUM_TEXT], value[PHRASE_TEXT], gap[PHRASE_TEXT], needed[PHRASE_TEXT],
		outlook[PHRASE_LONG] = "";
	if (!s->value.has || !s->gap.has || !s->needed.has)
		return;
	phrase_put_period(p, s->value_period, period, sizeof period);
	phrase_put_value(p, figure, sizeof figure);
	phrase_put_measured(p, figure, s->qualifier, value, sizeof value);
	phrase_put_gap_measured(p, gap, sizeof gap);
	put_needed(p, phrase_measure(p), needed, sizeof needed);
	if (s->recent.has)
		put_outlook(p, outlook, sizeof outlook);
	text_format(out, cap, _("%s%s %s %s, %s; needed a year from here on: %s%s."), phrase_unit_name(p), p->ind->name, period,
		value, gap, needed, outlook);
}
