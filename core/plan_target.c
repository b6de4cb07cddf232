// SPDX-License-Identifier: MIT
// The targets of a plan: sorted, found, and replaced while the program runs, for they are keyed in at desks too (plan.h).
#include <stdlib.h>

#include "core/i18n.h"
#include "core/plan.h"
#include "core/plan_index.h"

static int compare_int(int a, int b)
{
	return (a > b) - (a < b);
}

static int compare_place(const struct plan_target *target, int indicator, int unit)
{
	int order = compare_int(target->indicator, indicator);
	return order != 0 ? order : compare_int(target->unit, unit);
}

static int compare_targets(const void *a, const void *b)
{
	const struct plan_target *x = a, *y = b;
	int order = compare_place(x, y->indicator, y->unit);
	if (order == 0)
		order = compare_int((int)x->kind, (int)y->kind);
	return order != 0 ? order : compare_int(x->year, y->year);
}

void plan_targets_sort(struct plan_target *targets, int len)
{
	if (len > 0)
		qsort(targets, (size_t)len, sizeof *targets, compare_targets);
}

void plan_targets_free(struct plan_target *targets, int len)
{
	for (int i = 0; i < len; i++) {
		free(targets[i].text);
		free(targets[i].doc);
	}
	free(targets);
}

// ------------------------------------------------------------ found

// The first target that is not before (INDICATOR, UNIT).
static int lower_bound(const struct plan *plan, int indicator, int unit)
{
	int low = 0, high = plan->targets_len;
	while (low < high) {
		int middle = low + (high - low) / 2;
		if (compare_place(&plan->targets[middle], indicator, unit) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

void plan_targets_of(const struct plan *plan, int indicator, int unit, int *first, int *end)
{
	*first = lower_bound(plan, indicator, unit);
	*end = lower_bound(plan, indicator, unit + 1);
}

const struct plan_target *plan_target_at(const struct plan *plan, int indicator, int unit, enum plan_target_kind kind, int year)
{
	const struct plan_target key = {.indicator = indicator, .unit = unit, .kind = kind, .year = year};
	return plan->targets_len == 0 ? NULL :
		bsearch(&key, plan->targets, (size_t)plan->targets_len, sizeof key, compare_targets);
}

// ------------------------------------------------------------ replaced

static void swap_texts(struct plan_target *a, struct plan_target *b)
{
	char *text = a->text, *doc = a->doc;
	a->text = b->text;
	a->doc = b->doc;
	b->text = text;
	b->doc = doc;
}

enum err plan_take_targets(struct plan *plan, struct plan_target *targets, int len)
{
	char **retired = realloc(plan->retired, ((size_t)plan->retired_len + 2 * (size_t)plan->targets_len + 1) * sizeof *retired);
	if (retired == NULL) {
		plan_targets_free(targets, len);
		return err_set(ERR_MEMORY, _("there is no memory left"));
	}
	plan->retired = retired;
	plan_targets_sort(targets, len);
	for (int i = 0; i < plan->targets_len; i++) {
		struct plan_target *old = &plan->targets[i], *new = len == 0 ? NULL :
			bsearch(old, targets, (size_t)len, sizeof *old, compare_targets);
		if (new != NULL && new->change == old->change) {
			swap_texts(old, new);
			continue;
		}
		retired[plan->retired_len++] = old->text;
		retired[plan->retired_len++] = old->doc;
		old->text = old->doc = NULL;
	}
	plan_targets_free(plan->targets, plan->targets_len);
	plan->targets = targets;
	plan->targets_len = len;
	return ERR_OK;
}

enum err plan_with_target(const struct plan *plan, const struct plan_target *target, struct plan *out)
{
	struct plan_target *targets = calloc((size_t)plan->targets_len + 1, sizeof *targets);
	int len = 0;
	if (targets == NULL)
		return err_set(ERR_MEMORY, _("there is no memory left"));
	for (int i = 0; i < plan->targets_len; i++)
		if (compare_targets(&plan->targets[i], target) != 0)
			targets[len++] = plan->targets[i];
	if (target->form != PLAN_FORM_NONE)
		targets[len++] = *target;
	plan_targets_sort(targets, len);
	*out = *plan;
	out->targets = targets;
	out->targets_len = len;
	return ERR_OK;
}
