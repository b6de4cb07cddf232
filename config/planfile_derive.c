// SPDX-License-Identifier: MIT
// What a plan file leaves unsaid: names and measures taken from elements, elements of published figures and of provincial
// averages, empty texts. Runs when all keys are read, whatever mistakes there were.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "config/planread.h"
#include "core/i18n.h"

#define DUE "15天后"
#define STAGE_MEASURE "%"
#define COMPARISON_MEASURE "项"
#define AVERAGE_DECIMALS 2                       // an average of counts is no whole number

static void fill(struct planread *r, char **field, const char *text)
{
	if (*field == NULL)
		*field = planread_dup(r, text != NULL ? text : "");
}

static void derive_goals(struct planread *r)
{
	for (int i = 0; i < r->scan.sections_len; i++) {
		const struct planread_row *row = &r->rows[i];
		if (row->kind < 0 || row->kind == KIND_TARGET || row->at[PART_GOAL] == PLAN_NONE)
			continue;
		struct planread_goal *goal = planread_part(r, row, PART_GOAL);
		goal->unit = r->plan->root;
		goal->doc = r->plan->source != NULL ? planread_dup(r, r->plan->source) : NULL;
	}
}

static void derive_number(struct planread *r, struct plan_indicator *indicator)
{
	const struct plan_element *x = indicator->x != PLAN_NONE ? &r->plan->elements[indicator->x] : NULL;
	bool value = indicator->formula == PLAN_VALUE && x != NULL;
	if (value) {
		fill(r, &indicator->name, x->name);
		fill(r, &indicator->measure, x->measure);
		fill(r, &indicator->scope, x->scope);
	}
	if (indicator->decimals < 0)
		indicator->decimals = value ? x->decimals : indicator->kind == PLAN_COMPARISON ? 0 : 1;
	if (indicator->formula == PLAN_VALUE && indicator->path == PLAN_PATH_NONE)
		indicator->kind = PLAN_POSITION;         // path = none is said of a rank
	if (indicator->kind == PLAN_COMPARISON) {
		indicator->path = PLAN_PATH_NONE;
		fill(r, &indicator->measure, COMPARISON_MEASURE);
	}
	fill(r, &indicator->measure, "%");
}

static void derive_indicators(struct planread *r)
{
	for (int i = 0; i < r->scan.sections_len; i++) {
		const struct planread_row *row = &r->rows[i];
		if (row->kind < 0 || row->at[PART_INDICATOR] == PLAN_NONE)
			continue;
		struct plan_indicator *indicator = planread_part(r, row, PART_INDICATOR);
		const struct plan_place *place = planread_part(r, row, PART_PLACE);
		if (indicator->kind == PLAN_STAGES)
			fill(r, &indicator->measure, STAGE_MEASURE);
		else
			derive_number(r, indicator);
		fill(r, &indicator->name, place->words);
		fill(r, &indicator->short_name, indicator->name);
		fill(r, &indicator->brief, indicator->short_name);
	}
}

static void derive_stages(struct planread *r)
{
	for (int i = 0; i < r->plan->indicators_len; i++) {
		const struct plan_indicator *indicator = &r->plan->indicators[i];
		if (indicator->kind != PLAN_STAGES)
			continue;
		struct plan_element *element = &r->plan->elements[indicator->x];
		fill(r, &element->name, indicator->name);
		fill(r, &element->short_name, indicator->short_name);
		fill(r, &element->measure, STAGE_MEASURE);
	}
}

// ------------------------------------------------------------ elements that no section declares

static struct plan_element *add_published(struct planread *r, const struct plan_indicator *indicator, const char *code,
	const char *name)
{
	struct plan *plan = r->plan;
	const struct plan_element *x = indicator->x != PLAN_NONE ? &plan->elements[indicator->x] : NULL;
	struct plan_element *element = &plan->elements[plan->elements_len++];      // room was made with the rows
	*element = (struct plan_element){
		.code = planread_dup(r, code), .name = planread_dup(r, name),
		.short_name = planread_dup(r, indicator->short_name),
		.scope = planread_dup(r, indicator->scope != NULL ? indicator->scope : ""),
		.measure = planread_dup(r, indicator->measure), .decimals = indicator->decimals, .kind = PLAN_PUBLISHED,
		.months = indicator->formula == PLAN_GROWTH || x == NULL ? 12 : x->months, .owner = x != NULL ? x->owner : 0,
		.rollup = PLAN_ROLLUP_NONE, .applies = PLAN_ROOT, .retired = PLAN_ALWAYS_TO,
	};
	return element;
}

static void derive_published(struct planread *r)
{
	for (int i = 0; i < r->plan->indicators_len; i++) {
		struct plan_indicator *indicator = &r->plan->indicators[i];
		if (indicator->kind == PLAN_STAGES || (indicator->formula != PLAN_RATIO && indicator->formula != PLAN_GROWTH))
			continue;
		(void)add_published(r, indicator, indicator->code, indicator->name);
		indicator->published = r->plan->elements_len - 1;
	}
}

static const char *compare_short(const struct plan *plan)
{
	for (int unit = 0; unit < plan->units_len; unit++)
		if (plan->units[unit].compare)
			return plan->units[unit].short_name;
	return "";
}

static void list_compare_units(struct planread *r, struct plan_element *element)
{
	const struct plan *plan = r->plan;
	element->applies = PLAN_LISTED;
	element->units = calloc((size_t)plan->units_len + 1, sizeof *element->units);
	if (element->units == NULL) {
		r->err = err_set(ERR_MEMORY, _("there is no memory left"));
		return;
	}
	for (int unit = 0; unit < plan->units_len; unit++)
		if (plan->units[unit].compare)
			element->units[element->units_len++] = unit;
}

// ID_level or ID_growth: entries of the comparison units, in the indicator's own measure or, of a growth, in %.
static int add_average(struct planread *r, const struct planread_row *row, const struct plan_indicator *indicator, bool growth)
{
	char code[PLANREAD_ID + 16], name[512];
	snprintf(code, sizeof code, "%s_%s", indicator->code, growth ? "growth" : "level");
	if (planread_find(r, code, ~0u) != NULL) {
		planread_about(r, row, "formula", _("the id %s is needed for the average it is compared with: rename the other"),
			code);
		return PLAN_NONE;
	}
	snprintf(name, sizeof name, "%s(%s%s)", indicator->name, compare_short(r->plan), growth ? "平均增速" : "平均");
	struct plan_element *element = add_published(r, indicator, code, name);
	if (growth) {
		free(element->measure);
		element->measure = planread_dup(r, "%");
	}
	if (element->decimals < AVERAGE_DECIMALS)
		element->decimals = AVERAGE_DECIMALS;
	list_compare_units(r, element);
	return r->plan->elements_len - 1;
}

static void derive_averages(struct planread *r, const struct planread_row *row)
{
	const struct plan_indicator *comparison = planread_part(r, row, PART_INDICATOR);
	bool growth = comparison->formula == PLAN_FASTER;
	for (int i = 0; i < comparison->compared_len; i++) {
		struct plan_indicator *indicator = &r->plan->indicators[comparison->compared[i]];
		int *element = growth ? &indicator->growth_element : &indicator->level_element;
		if (indicator->kind == PLAN_COMPARISON)
			planread_about(r, row, "formula", _("“%s” is a comparison itself and cannot be compared"),
				indicator->code);
		else if (*element == PLAN_NONE)
			*element = add_average(r, row, indicator, growth);
	}
	if (comparison->compared_len > 0 && compare_short(r->plan)[0] == '\0')
		planread_about(r, row, "formula", _("a comparison needs a unit with compare = yes"));
}

static void derive_comparisons(struct planread *r)
{
	for (int i = 0; i < r->scan.sections_len; i++) {
		const struct planread_row *row = &r->rows[i];
		if (row->kind != KIND_INDICATOR)
			continue;
		const struct plan_indicator *indicator = planread_part(r, row, PART_INDICATOR);
		if (indicator->kind == PLAN_COMPARISON)
			derive_averages(r, row);
	}
}

// ------------------------------------------------------------ texts

static void derive_plan(struct planread *r)
{
	struct plan *plan = r->plan;
	fill(r, &plan->code, "");
	fill(r, &plan->title, "");
	fill(r, &plan->inferred, "");
	fill(r, &plan->source, "");
	for (int i = 0; i < plan->depts_len; i++)
		fill(r, &plan->depts[i].name, "");
	for (int i = 0; i < plan->outlines_len; i++) {
		fill(r, &plan->outlines[i].number, "");
		fill(r, &plan->outlines[i].body, "");
	}
	for (int i = 0; i < plan->places_len; i++)
		fill(r, &plan->places[i].words, "");
}

static void derive_units(struct planread *r)
{
	for (int i = 0; i < r->plan->units_len; i++) {
		fill(r, &r->plan->units[i].name, r->plan->units[i].code);
		fill(r, &r->plan->units[i].short_name, r->plan->units[i].name);
	}
}

static void derive_elements(struct planread *r)
{
	for (int i = 0; i < r->plan->elements_len; i++) {
		struct plan_element *element = &r->plan->elements[i];
		fill(r, &element->name, element->code);
		fill(r, &element->short_name, element->name);
		fill(r, &element->scope, "");
		fill(r, &element->measure, "");
		fill(r, &element->due, DUE);
	}
}

static void derive_rest(struct planread *r)
{
	for (int i = 0; i < r->plan->indicators_len; i++) {
		fill(r, &r->plan->indicators[i].scope, "");
		fill(r, &r->plan->indicators[i].inferred, "");
	}
	for (int i = 0; i < r->plan->targets_len; i++) {
		fill(r, &r->plan->targets[i].text, "");
		fill(r, &r->plan->targets[i].doc, "");
	}
	for (int i = 0; i < r->plan->rules_len; i++) {
		struct plan_rule *rule = &r->plan->rules[i];
		fill(r, &rule->lhs, "");
		fill(r, &rule->op, "");
		fill(r, &rule->rhs, "");
		fill(r, &rule->text, "");
	}
}

void planread_derive(struct planread *r)
{
	derive_plan(r);
	derive_units(r);
	derive_goals(r);
	planread_settle_targets(r);
	derive_indicators(r);
	derive_published(r);
	derive_comparisons(r);
	derive_stages(r);
	derive_elements(r);
	derive_rest(r);
}
