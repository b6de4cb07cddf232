// SPDX-License-Identifier: MIT
// See plan.h. The arrays are filled by whoever reads a plan (config/planfile, db/read_plan); plan_seal then makes it
// immutable: from there on everything here only answers.
#include "core/plan.h"

#include <assert.h>
#include <stdlib.h>

#include "core/i18n.h"
#include "core/period.h"
#include "core/plan_index.h"

enum err plan_new(struct plan **out)
{
	struct plan *plan = calloc(1, sizeof *plan);
	if (plan == NULL)
		return err_set(ERR_MEMORY, _("there is no memory left"));
	plan->root = PLAN_NONE;
	*out = plan;
	return ERR_OK;
}

static void free_texts(char *const *texts, int len)
{
	for (int i = 0; i < len; i++)
		free(texts[i]);
}
#define FREE_TEXTS(...) free_texts((char *[]){ __VA_ARGS__ }, (int)(sizeof (char *[]){ __VA_ARGS__ } / sizeof(char *)))

static void free_people(struct plan *plan)
{
	for (int i = 0; i < plan->depts_len; i++)
		FREE_TEXTS(plan->depts[i].code, plan->depts[i].name);
	for (int i = 0; i < plan->units_len; i++)
		FREE_TEXTS(plan->units[i].code, plan->units[i].name, plan->units[i].short_name);
	free(plan->depts);
	free(plan->units);
}

static void free_document(struct plan *plan)
{
	for (int i = 0; i < plan->outlines_len; i++) {
		const struct plan_outline *o = &plan->outlines[i];
		FREE_TEXTS(o->code, o->number, o->title, o->body);
	}
	for (int i = 0; i < plan->places_len; i++)
		FREE_TEXTS(plan->places[i].code, plan->places[i].words);
	free(plan->outlines);
	free(plan->places);
}

static void free_figures(struct plan *plan)
{
	for (int i = 0; i < plan->elements_len; i++) {
		const struct plan_element *e = &plan->elements[i];
		FREE_TEXTS(e->code, e->name, e->short_name, e->scope, e->measure, e->due);
		free(e->units);
	}
	for (int i = 0; i < plan->indicators_len; i++) {
		const struct plan_indicator *n = &plan->indicators[i];
		FREE_TEXTS(n->code, n->name, n->short_name, n->brief, n->measure, n->scope, n->inferred);
		free(n->compared);
	}
	for (int i = 0; i < plan->rules_len; i++) {
		const struct plan_rule *r = &plan->rules[i];
		FREE_TEXTS(r->code, r->lhs, r->op, r->rhs, r->text);
	}
	free(plan->elements);
	free(plan->indicators);
	plan_targets_free(plan->targets, plan->targets_len);
	free_texts(plan->retired, plan->retired_len);
	free(plan->retired);
	free(plan->rules);
}

void plan_free(struct plan *plan)
{
	if (plan == NULL)
		return;
	plan_index_free(plan->index);
	free_people(plan);
	free_document(plan);
	free_figures(plan);
	free_texts(plan->basis, plan->basis_len);
	free(plan->basis);
	FREE_TEXTS(plan->code, plan->title, plan->inferred, plan->source, plan->text);
	free(plan);
}

static int compare_int(int a, int b)
{
	return (a > b) - (a < b);
}

static int compare_ints(const void *a, const void *b)
{
	return compare_int(*(const int *)a, *(const int *)b);
}

enum err plan_seal(struct plan *plan)
{
	assert(plan->index == NULL);
	plan_targets_sort(plan->targets, plan->targets_len);
	for (int i = 0; i < plan->elements_len; i++) {
		struct plan_element *element = &plan->elements[i];
		if (element->units_len > 0)
			qsort(element->units, (size_t)element->units_len, sizeof *element->units, compare_ints);
	}
	return plan_index_new(plan, &plan->index);
}

int plan_unit_by_code(const struct plan *plan, const char *code)
{
	return plan_index_word(plan->index, PLAN_WORDS_UNIT, code);
}

int plan_unit_by_name(const struct plan *plan, const char *name)
{
	return plan_index_word(plan->index, PLAN_WORDS_UNIT_NAME, name);
}

int plan_element_by_code(const struct plan *plan, const char *code)
{
	return plan_index_word(plan->index, PLAN_WORDS_ELEMENT, code);
}

int plan_element_by_name(const struct plan *plan, const char *name)
{
	return plan_index_word(plan->index, PLAN_WORDS_ELEMENT_NAME, name);
}

int plan_indicator_by_code(const struct plan *plan, const char *code)
{
	return plan_index_word(plan->index, PLAN_WORDS_INDICATOR, code);
}

int plan_place_by_code(const struct plan *plan, const char *code)
{
	return plan_index_word(plan->index, PLAN_WORDS_PLACE, code);
}

int plan_outline_by_code(const struct plan *plan, const char *code)
{
	return plan_index_word(plan->index, PLAN_WORDS_OUTLINE, code);
}

int plan_unit_by_id(const struct plan *plan, int64_t id)
{
	return plan_index_id(plan->index, PLAN_IDS_UNIT, id);
}

int plan_element_by_id(const struct plan *plan, int64_t id)
{
	return plan_index_id(plan->index, PLAN_IDS_ELEMENT, id);
}

int plan_indicator_by_id(const struct plan *plan, int64_t id)
{
	return plan_index_id(plan->index, PLAN_IDS_INDICATOR, id);
}

const int *plan_unit_children(const struct plan *plan, int unit, int *len)
{
	return plan_index_children(plan->index, unit, len);
}

bool plan_unit_valid(const struct plan *plan, int unit, int period)
{
	return plan->units[unit].from <= period && period <= plan->units[unit].to;
}

static bool applies_each(const struct plan *plan, const struct plan_element *element, int unit)
{
	(void)element;
	int children;
	plan_unit_children(plan, unit, &children);
	return children == 0 && !plan->units[unit].compare;
}

static bool applies_root(const struct plan *plan, const struct plan_element *element, int unit)
{
	(void)element;
	return unit == plan->root;
}

static bool applies_listed(const struct plan *plan, const struct plan_element *element, int unit)
{
	(void)plan;
	return element->units_len > 0
		&& bsearch(&unit, element->units, (size_t)element->units_len, sizeof unit, compare_ints) != NULL;
}

bool plan_element_applies(const struct plan *plan, int element, int unit)
{
	static bool (*const applies[])(const struct plan *, const struct plan_element *, int) = {
		[PLAN_EACH] = applies_each, [PLAN_ROOT] = applies_root, [PLAN_LISTED] = applies_listed,
	};
	const struct plan_element *e = &plan->elements[element];
	return applies[e->applies](plan, e, unit);
}

const int *plan_element_units(const struct plan *plan, int element, int *len)
{
	const struct plan_element *e = &plan->elements[element];
	if (e->applies == PLAN_EACH)
		return plan_index_leaves(plan->index, len);
	*len = e->applies == PLAN_LISTED ? e->units_len : plan->root != PLAN_NONE;
	return e->applies == PLAN_LISTED ? e->units : &plan->root;
}

bool plan_element_open(const struct plan *plan, int element, int period)
{
	const struct plan_element *e = &plan->elements[element];
	return e->kind != PLAN_PUBLISHED && period <= e->retired && period_in_frequency(period, e->months);
}

bool plan_element_asked(const struct plan *plan, int element, int unit, int period)
{
	return plan_element_open(plan, element, period)
		&& plan_unit_valid(plan, unit, period) && plan_element_applies(plan, element, unit);
}

int plan_shortest_months(const struct plan *plan)
{
	int months = 12;
	for (int i = 0; i < plan->elements_len; i++)
		if (plan->elements[i].months < months)
			months = plan->elements[i].months;
	return months;
}

int plan_chapter_of(const struct plan *plan, int outline)
{
	// At most four levels; a damaged file's circle must not hold us.
	for (int steps = 0; outline != PLAN_NONE && steps < PLAN_ITEM; steps++) {
		if (plan->outlines[outline].level == PLAN_CHAPTER)
			return outline;
		outline = plan->outlines[outline].parent;
	}
	return PLAN_NONE;
}
