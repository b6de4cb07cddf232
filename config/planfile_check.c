// SPDX-License-Identifier: MIT
// What holds between rows of a plan file: the tree of units, years, thresholds.
#include <stdlib.h>
#include <string.h>

#include "config/planread.h"
#include "core/i18n.h"
#include "core/said_rule.h"

static void check_plan(struct planread *r, const struct planread_row *row)
{
	const struct plan *plan = r->plan;
	const struct plan_threshold *t = &plan->threshold;
	if (plan->base_year != 0 && plan->target_year != 0 && plan->target_year <= plan->base_year)
		planread_about(r, row, "target_year", _("expected a year after the base year %d, found %d"), plan->base_year,
			plan->target_year);
	if (t->ahead >= 0)
		planread_about(r, row, "ahead", _("expected a number below 0: so many points before the pace"));
	if (t->behind <= 0 || t->behind >= t->critical)
		planread_about(r, row, "behind", _("expected a number above 0 and below critical"));
	if (plan->root != PLAN_NONE && plan->units[plan->root].compare)
		planread_about(r, row, "root", _("the root cannot be a unit that is only compared with"));
}

static void check_unit(struct planread *r, const struct planread_row *row)
{
	const struct plan *plan = r->plan;
	const struct plan_unit *unit = planread_part(r, row, PART_UNIT);
	bool root = row->at[PART_UNIT] == plan->root;
	if (unit->from > unit->to)
		planread_about(r, row, "to", _("ends before it begins (from = %d)"), unit->from);
	if (unit->parent != PLAN_NONE && (root || unit->compare))
		planread_about(r, row, "parent", "%s",
			root ? _("the root has no parent") : _("a unit that is only compared with has no parent"));
	else if (unit->parent != PLAN_NONE && plan->units[unit->parent].compare)
		planread_about(r, row, "parent", _("a unit that is only compared with has no children"));
	else if (unit->parent == PLAN_NONE && !root && !unit->compare && plan->root != PLAN_NONE
		&& iniscan_find(&r->scan, row->section, "parent") < 0)
		planread_about(r, row, "parent", _("is missing: every unit but the root and those with compare = yes has one"));
}

static int parent_of(const struct plan *plan, int unit)
{
	return plan->units[unit].parent;
}

static int successor_of(const struct plan *plan, int unit)
{
	return plan->units[unit].successor;
}

// A circle is told once, at the first of its units. Walks that lead into one end at the count of units.
static void check_circle(struct planread *r, const struct planread_row *row, const char *key,
	int (*next)(const struct plan *plan, int unit))
{
	const struct plan *plan = r->plan;
	int start = row->at[PART_UNIT], unit = next(plan, start);
	for (int steps = 0; unit != PLAN_NONE && unit > start && steps < plan->units_len; steps++)
		unit = next(plan, unit);
	if (unit == start)
		planread_about(r, row, key, _("a circle: following %s from “%s” leads back to it"), key, plan->units[start].code);
}

static void check_unit_circles(struct planread *r, const struct planread_row *row)
{
	check_circle(r, row, "parent", parent_of);
	check_circle(r, row, "successor", successor_of);
}

static void check_element(struct planread *r, const struct planread_row *row)
{
	const struct plan_element *element = planread_part(r, row, PART_ELEMENT);
	if (element->has_low && element->has_high && element->low > element->high)
		planread_about(r, row, "high", _("is below low"));
	for (int i = 0; i < element->units_len; i++)
		if (r->plan->units[element->units[i]].compare)
			planread_about(r, row, "units", _("“%s” is only compared with and reports nothing"),
				r->plan->units[element->units[i]].code);
}

static void check_stage(struct planread *r, const struct planread_row *row)
{
	const struct plan_place *place = planread_part(r, row, PART_PLACE);
	if (place->same_inferred && iniscan_find(&r->scan, row->section, "same_as") < 0)
		planread_about(r, row, "same_inferred", _("stands without same_as"));
}

// What is said of a cell is kept under its rule's id, and two ids are no rule's.
static void check_rule(struct planread *r, const struct planread_row *row)
{
	const struct plan_rule *rule = planread_part(r, row, PART_RULE);
	if (!said_explains(rule->code))
		planread_about(r, row, "", _("“%s” is kept for what a reviewer says of a figure: give the rule another id"), rule->code);
}

struct named {
	const char *name;
	int row;
};

static int compare_names(const void *a, const void *b)
{
	const struct named *x = a, *y = b;
	int order = strcmp(x->name, y->name);
	return order != 0 ? order : x->row - y->row;
}

static const char *name_of(const struct planread *r, const struct planread_row *row)
{
	if (row->kind == KIND_UNIT)
		return ((const struct plan_unit *)planread_part(r, row, PART_UNIT))->name;
	return ((const struct plan_element *)planread_part(r, row, PART_ELEMENT))->name;
}

// Files of figures may give a unit or an element by its name: no two may bear one.
static void check_names(struct planread *r, int kind)
{
	struct named *names = calloc((size_t)r->scan.sections_len + 1, sizeof *names);
	int len = 0;
	if (names == NULL) {
		r->err = err_set(ERR_MEMORY, "%s", _("there is no memory left"));
		return;
	}
	for (int i = 0; i < r->scan.sections_len; i++)
		if (r->rows[i].kind == kind)
			names[len++] = (struct named){ name_of(r, &r->rows[i]), i };
	qsort(names, (size_t)len, sizeof *names, compare_names);
	for (int i = 1; i < len; i++) {
		const struct planread_row *row = &r->rows[names[i].row];
		if (strcmp(names[i].name, names[i - 1].name) == 0)
			planread_about(r, row, "name", _("“%s” is the name of [%s] too: names of one kind differ"), names[i].name,
				r->scan.sections[names[i - 1].row].name);
	}
	free(names);
}

void planread_check(struct planread *r)
{
	static void (*const checks[KINDS])(struct planread *, const struct planread_row *) = {
		[KIND_PLAN] = check_plan, [KIND_UNIT] = check_unit, [KIND_ELEMENT] = check_element,
		[KIND_MILESTONE] = check_stage, [KIND_PROJECT] = check_stage, [KIND_TASK] = check_stage,
		[KIND_RULE] = check_rule,
	};
	for (int i = 0; i < r->scan.sections_len && r->err == ERR_OK; i++) {
		const struct planread_row *row = &r->rows[i];
		if (row->kind >= 0 && checks[row->kind] != NULL)
			checks[row->kind](r, row);
		if (row->kind == KIND_UNIT)
			check_unit_circles(r, row);
		if (row->kind >= 0 && row->kind != KIND_ELEMENT && row->at[PART_ELEMENT] != PLAN_NONE)
			check_element(r, row);
	}
	check_names(r, KIND_UNIT);
	check_names(r, KIND_ELEMENT);
	planread_check_targets(r);
}
