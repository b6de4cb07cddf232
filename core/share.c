// SPDX-License-Identifier: MIT
// See share.h.
#include "core/share.h"

#include <stdlib.h>

#include "core/calc.h"
#include "core/i18n.h"
#include "core/text.h"

// What is lacking, above zero.
static struct maybe lacking(const struct standing *s)
{
	bool lacks = s->gap.has && !s->not_applicable && rat_sign(s->gap.v) > 0;
	return lacks ? s->gap : calc_none();
}

// A share, a growth and a mean do not add up, so no unit has a part of what the whole lacks.
static bool adds_up(const struct plan *plan, int indicator)
{
	const struct plan_indicator *at = &plan->indicators[indicator];
	return at->kind == PLAN_NUMBER && at->formula == PLAN_VALUE && at->x != PLAN_NONE &&
		plan->elements[at->x].rollup == PLAN_ROLLUP_SUM;
}

static int compare(const struct share *a, const struct share *b)
{
	if (a->gap.has != b->gap.has)
		return a->gap.has ? -1 : 1;
	int by_gap = a->gap.has ? -rat_cmp(a->gap.v, b->gap.v) : 0;
	return by_gap != 0 ? by_gap : a->unit - b->unit;
}

static int compare_places(const void *a, const void *b)
{
	return compare(*(const struct share *const *)a, *(const struct share *const *)b);
}

// Units that lack as much share a place.
static enum err give_places(struct shares *shares)
{
	struct share **order = calloc((size_t)shares->len + 1, sizeof *order);
	if (order == NULL)
		return err_set(ERR_MEMORY, "%s", _("out of memory"));
	for (int i = 0; i < shares->len; i++)
		order[i] = &shares->rows[i];
	qsort(order, (size_t)shares->len, sizeof *order, compare_places);
	for (int i = 0; i < shares->len && order[i]->gap.has; i++) {
		bool tied = i > 0 && rat_cmp(order[i]->gap.v, order[i - 1]->gap.v) == 0;
		order[i]->place = tied ? order[i - 1]->place : i + 1;
	}
	free(order);
	return ERR_OK;
}

static enum err fill(struct shares *shares, const struct survey *survey, const struct plan *plan, int indicator, const int *units, int len)
{
	struct calc calc = {ERR_OK};
	bool parts = shares->gap.has && adds_up(plan, indicator);
	for (int i = 0; i < len; i++) {
		const struct standing *s = survey_at(survey, units[i]);
		if (plan->units[units[i]].compare || s->not_applicable || !plan_unit_valid(plan, units[i], s->period))
			continue;
		struct share *row = &shares->rows[shares->len++];
		*row = (struct share){.unit = units[i], .gap = lacking(s)};
		if (parts && row->gap.has)
			row->part = calc_some(calc_div(&calc, row->gap.v, shares->gap.v));
	}
	return calc.err;
}

enum err shares_of(struct shares *shares, const struct survey *survey, const struct plan *plan, int indicator, int above)
{
	int len;
	const int *units = plan_unit_children(plan, above, &len);
	*shares = (struct shares){.gap = lacking(survey_at(survey, above))};
	shares->rows = calloc((size_t)len + 1, sizeof *shares->rows);
	if (shares->rows == NULL)
		return err_set(ERR_MEMORY, "%s", _("out of memory"));
	enum err err = fill(shares, survey, plan, indicator, units, len);
	return err == ERR_OK ? give_places(shares) : err;
}

void shares_done(struct shares *shares)
{
	free(shares->rows);
	*shares = (struct shares){0};
}

void shares_order(const struct shares *shares, int *order)
{
	for (int i = 0; i < shares->len; i++) {
		int at = i;
		while (at > 0 && compare(&shares->rows[i], &shares->rows[order[at - 1]]) < 0) {
			order[at] = order[at - 1];
			at--;
		}
		order[at] = i;
	}
}

char *share_percent(struct maybe part, char *out, size_t cap)
{
	char percent[NUM_TEXT];
	struct rat hundredfold;
	out[0] = '\0';
	if (!part.has || rat_mul(part.v, rat_of_int(100), &hundredfold) != ERR_OK)
		return out;
	rat_format(hundredfold, 1, NUM_HALF_AWAY, percent);
	return text_format(out, cap, "%s%%", percent);
}
