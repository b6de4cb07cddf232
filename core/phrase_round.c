// SPDX-License-Identifier: MIT
// Figures as text (arithmetic.md "Printed"): half away from zero on the exact value, and nothing flatters. See phrase_part.h.
#include <string.h>

#include "core/phrase_part.h"
#include "core/text.h"

const char *phrase_measure(const struct phrase *p)
{
	return p->ind->kind == PLAN_STAGES ? "%" : p->ind->measure;
}

bool phrase_in_percent(const struct phrase *p)
{
	return strcmp(phrase_measure(p), "%") == 0;
}

static struct rat without_sign(struct rat v)
{
	return rat_sign(v) < 0 ? rat_neg(v) : v;
}

static bool prints_zero(const char *text)
{
	return strpbrk(text, "123456789") == NULL;
}

static void round_up_from_zero(struct rat v, int decimals, char out[NUM_TEXT])
{
	if (rat_sign(v) != 0 && prints_zero(out))
		rat_format(without_sign(v), decimals, NUM_CEIL, out);
}

void phrase_round_size(struct rat v, int decimals, char out[NUM_TEXT])
{
	rat_format(without_sign(v), decimals, NUM_HALF_AWAY, out);
	round_up_from_zero(v, decimals, out);
}

void phrase_round_need(struct rat v, int decimals, char out[NUM_TEXT])
{
	if (decimals > 0) {
		phrase_round_size(v, decimals, out);
		return;
	}
	rat_format_short(without_sign(v), 1, NUM_HALF_AWAY, out);
	round_up_from_zero(v, 1, out);
}

static void write_need(struct rat v, int decimals, enum num_round how, char out[NUM_TEXT])
{
	if (decimals > 0)
		rat_format(v, decimals, how, out);
	else
		rat_format_short(v, 1, how, out);
}

static void write_value(struct rat v, int decimals, enum num_round how, char out[NUM_TEXT])
{
	rat_format(v, decimals, how, out);
}

static void round_short_of(const struct phrase *p, struct rat v, struct maybe target, int decimals,
	void (*write)(struct rat, int, enum num_round, char *), char out[NUM_TEXT])
{
	char goal[NUM_TEXT];
	write(v, decimals, NUM_HALF_AWAY, out);
	if (!target.has)
		return;
	int order = rat_cmp(v, target.v);
	write(target.v, decimals, NUM_HALF_AWAY, goal);
	if ((p->ind->down ? order > 0 : order < 0) && strcmp(out, goal) == 0)
		write(v, decimals, p->ind->down ? NUM_CEIL : NUM_FLOOR, out);
}

void phrase_round_toward(const struct phrase *p, struct rat v, struct maybe target, int decimals, char out[NUM_TEXT])
{
	round_short_of(p, v, target, decimals, write_value, out);
}

void phrase_round_projected(const struct phrase *p, struct rat v, char out[NUM_TEXT])
{
	round_short_of(p, v, p->s->target, p->ind->decimals, write_need, out);
}

void phrase_round_expected(const struct phrase *p, struct rat v, char out[NUM_TEXT])
{
	write_need(v, p->ind->decimals, NUM_HALF_AWAY, out);
}

void phrase_round_target(const struct phrase *p, struct rat v, char out[NUM_TEXT])
{
	struct rat scaled;
	bool figure = rat_mul(v, rat_of_int(NUM_SCALE), &scaled) == ERR_OK && scaled.d == 1;
	rat_format_short(v, figure ? 4 : p->ind->decimals, NUM_HALF_AWAY, out);
}

bool phrase_round_percent(struct maybe fraction, char out[NUM_TEXT])
{
	struct rat percent;
	if (!fraction.has || rat_mul(fraction.v, rat_of_int(100), &percent) != ERR_OK)
		return false;
	rat_format(percent, 1, NUM_HALF_AWAY, out);
	if (rat_cmp(fraction.v, rat_of_int(1)) < 0 && strcmp(out, "100.0") == 0)
		rat_format(percent, 1, NUM_FLOOR, out);
	size_t len = strlen(out);
	text_format(out + len, NUM_TEXT - len, "%%");
	return true;
}

int phrase_round_points(struct rat points, char out[NUM_TEXT])
{
	rat_format(without_sign(points), 1, NUM_HALF_AWAY, out);
	return prints_zero(out) ? 0 : rat_sign(points);
}
