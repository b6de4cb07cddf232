// SPDX-License-Identifier: MIT
// First pass over a plan file: every section becomes a row with room in the arrays it will fill, so that the second pass
// may resolve ids in any order.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "config/planread.h"
#include "core/i18n.h"

// Elements that no section declares: the published figure of an indicator, and the averages it is compared with.
#define IMPLICIT_ELEMENTS 3

static void list_kinds(char *out, size_t cap)
{
	size_t len = 0;
	out[0] = '\0';
	for (int kind = 0; kind < KINDS && len < cap; kind++)
		len += (size_t)snprintf(out + len, cap - len, "%s%s%s", kind > 0 ? " " : "", planread_kinds[kind].name,
			kind == KIND_PLAN ? "" : kind == KIND_UNIT ? ".ID units.ID" : ".ID");
}

static int kind_of(const char *name, size_t len)
{
	for (int kind = 0; kind < KINDS; kind++)
		if (strlen(planread_kinds[kind].name) == len && memcmp(planread_kinds[kind].name, name, len) == 0)
			return kind;
	return -1;
}

// What a section's name says; false: it is told.
static bool name_row(struct planread *r, struct planread_row *row, const struct iniscan_section *section)
{
	const char *dot = strchr(section->name, '.');
	int kind = kind_of(section->name, dot != NULL ? (size_t)(dot - section->name) : strlen(section->name));
	char kinds[256];
	list_kinds(kinds, sizeof kinds);
	if (kind < 0 || (kind == KIND_PLAN) != (dot == NULL)) {
		planread_tell(r, section->line, section->name, "", _("there is no such section; there are %s"), kinds);
		return false;
	}
	row->id = dot != NULL ? dot + 1 : "";
	if (kind != KIND_PLAN && !planread_id_holds(row->id)) {
		planread_tell(r, section->line, section->name, "", _("an id has 1 to 40 of a-z, 0-9 and _"));
		return false;
	}
	row->kind = kind;
	return true;
}

static int compare_ids(const void *a, const void *b)
{
	const struct planread_id *x = a, *y = b;
	if (x->space != y->space)
		return x->space - y->space;
	int order = strcmp(x->id, y->id);
	return order != 0 ? order : x->row - y->row;
}

// One name space over all kinds but parts; a second one of the same id is told and takes no part.
static void index_ids(struct planread *r)
{
	for (int i = 0; i < r->scan.sections_len; i++)
		if (r->rows[i].kind > KIND_PLAN)
			r->ids[r->ids_len++] = (struct planread_id){ r->rows[i].id, r->rows[i].kind == KIND_PART, i };
	qsort(r->ids, (size_t)r->ids_len, sizeof *r->ids, compare_ids);
	int kept = 0;
	for (int i = 0; i < r->ids_len; i++) {
		const struct planread_id *before = kept > 0 ? &r->ids[kept - 1] : NULL;
		if (before == NULL || before->space != r->ids[i].space || strcmp(before->id, r->ids[i].id) != 0) {
			r->ids[kept++] = r->ids[i];
			continue;
		}
		const struct iniscan_section *first = &r->scan.sections[before->row];
		const struct iniscan_section *second = &r->scan.sections[r->ids[i].row];
		planread_tell(r, second->line, second->name, "",
			_("the id %s is taken by [%s] in line %d: ids of all kinds differ"), r->ids[i].id, first->name,
			first->line);
		r->rows[r->ids[i].row].kind = -1;
	}
	r->ids_len = kept;
}

static const unsigned own_parts = PART_BIT(PART_ELEMENT) | PART_BIT(PART_INDICATOR) | PART_BIT(PART_GOAL);

// Which parts a row fills: one that is the same as another has no figures of its own.
static unsigned parts_of(const struct planread *r, const struct planread_row *row)
{
	unsigned parts = planread_kinds[row->kind].parts;
	bool may = (parts & own_parts) == own_parts;     // elsewhere same_as is an unknown key
	return may && iniscan_find(&r->scan, row->section, "same_as") >= 0 ? parts & ~own_parts : parts;
}

static void count_rows(struct planread *r, int counts[PARTS])
{
	for (int i = 0; i < r->scan.sections_len; i++) {
		struct planread_row *row = &r->rows[i];
		unsigned parts = row->kind >= 0 ? parts_of(r, row) : 0;
		for (int part = 0; part < PARTS; part++)
			row->at[part] = parts & PART_BIT(part) ? counts[part]++ : PLAN_NONE;
	}
}

static void *make_array(struct planread *r, int len, size_t size)
{
	void *array = calloc((size_t)len + 1, size);
	if (array == NULL)
		r->err = err_set(ERR_MEMORY, _("there is no memory left"));
	return array;
}

static void make_arrays(struct planread *r, const int counts[PARTS])
{
	struct plan *p = r->plan;
	p->depts = make_array(r, counts[PART_DEPT], sizeof *p->depts);
	p->units = make_array(r, counts[PART_UNIT], sizeof *p->units);
	p->outlines = make_array(r, counts[PART_OUTLINE], sizeof *p->outlines);
	p->elements = make_array(r, counts[PART_ELEMENT] + IMPLICIT_ELEMENTS * counts[PART_INDICATOR], sizeof *p->elements);
	p->indicators = make_array(r, counts[PART_INDICATOR], sizeof *p->indicators);
	p->places = make_array(r, counts[PART_PLACE], sizeof *p->places);
	p->rules = make_array(r, counts[PART_RULE], sizeof *p->rules);
	r->goals = make_array(r, counts[PART_GOAL], sizeof *r->goals);
	if (r->err != ERR_OK)
		return;
	p->depts_len = counts[PART_DEPT];
	p->units_len = counts[PART_UNIT];
	p->outlines_len = counts[PART_OUTLINE];
	p->elements_len = counts[PART_ELEMENT];
	p->indicators_len = counts[PART_INDICATOR];
	p->places_len = counts[PART_PLACE];
	p->rules_len = counts[PART_RULE];
	r->goals_len = counts[PART_GOAL];
}

// ------------------------------------------------------------ a row before its keys are read

static void init_dept(struct planread *r, const struct planread_row *row, void *part)
{
	struct plan_dept *dept = part;
	dept->code = planread_dup(r, row->id);
}

static void init_unit(struct planread *r, const struct planread_row *row, void *part)
{
	struct plan_unit *unit = part;
	*unit = (struct plan_unit){ .code = planread_dup(r, row->id), .parent = PLAN_NONE, .successor = PLAN_NONE,
		.from = PLAN_ALWAYS_FROM, .to = PLAN_ALWAYS_TO };
}

static void init_outline(struct planread *r, const struct planread_row *row, void *part)
{
	static const enum plan_level levels[KINDS] = { [KIND_PART] = PLAN_PART, [KIND_CHAPTER] = PLAN_CHAPTER,
		[KIND_SECTION] = PLAN_SECTION, [KIND_ITEM] = PLAN_ITEM };
	char code[PLANREAD_ID + 8];
	snprintf(code, sizeof code, "%s%s", row->kind == KIND_PART ? "part." : "", row->id);
	struct plan_outline *outline = part;
	*outline = (struct plan_outline){ .code = planread_dup(r, code), .level = levels[row->kind], .parent = PLAN_NONE };
}

static void init_element(struct planread *r, const struct planread_row *row, void *part)
{
	bool stage = row->kind != KIND_ELEMENT;
	struct plan_element *element = part;
	*element = (struct plan_element){ .code = planread_dup(r, row->id), .kind = stage ? PLAN_STAGE : PLAN_STOCK,
		.months = stage ? 6 : 3, .rollup = stage ? PLAN_ROLLUP_NONE : PLAN_ROLLUP_SUM,
		.applies = stage ? PLAN_ROOT : PLAN_EACH, .retired = PLAN_ALWAYS_TO };
}

static void init_indicator(struct planread *r, const struct planread_row *row, void *part)
{
	bool stage = row->kind != KIND_INDICATOR;
	struct plan_indicator *indicator = part;
	*indicator = (struct plan_indicator){ .code = planread_dup(r, row->id), .kind = stage ? PLAN_STAGES : PLAN_NUMBER,
		.formula = PLAN_VALUE, .x = stage ? row->at[PART_ELEMENT] : PLAN_NONE, .y = PLAN_NONE, .scale = 1,
		.published = PLAN_NONE, .decimals = stage ? 0 : -1, .path = PLAN_LINEAR, .level_element = PLAN_NONE,
		.growth_element = PLAN_NONE };
}

static void init_place(struct planread *r, const struct planread_row *row, void *part)
{
	static const enum plan_place_kind kinds[KINDS] = { [KIND_INDICATOR] = PLAN_ROW_INDICATOR,
		[KIND_MILESTONE] = PLAN_ROW_MILESTONE, [KIND_PROJECT] = PLAN_ROW_PROJECT, [KIND_TASK] = PLAN_ROW_TASK };
	struct plan_place *place = part;
	*place = (struct plan_place){ .code = planread_dup(r, row->id), .kind = kinds[row->kind], .outline = PLAN_NONE,
		.also = PLAN_NONE, .indicator = row->at[PART_INDICATOR], .same_as = PLAN_NONE };
}

static void init_rule(struct planread *r, const struct planread_row *row, void *part)
{
	struct plan_rule *rule = part;
	rule->code = planread_dup(r, row->id);
}

static void init_goal(struct planread *r, const struct planread_row *row, void *part)
{
	(void)r;
	struct planread_goal *goal = part;
	goal->indicator = row->at[PART_INDICATOR];
	goal->unit = PLAN_NONE;
}

static void init_row(struct planread *r, struct planread_row *row)
{
	static void (*const inits[PARTS])(struct planread *, const struct planread_row *, void *) = {
		[PART_DEPT] = init_dept, [PART_UNIT] = init_unit, [PART_OUTLINE] = init_outline, [PART_ELEMENT] = init_element,
		[PART_INDICATOR] = init_indicator, [PART_PLACE] = init_place, [PART_RULE] = init_rule, [PART_GOAL] = init_goal,
	};
	for (enum planread_part part = PART_PLAN; part < PARTS; part++)
		if (row->at[part] != PLAN_NONE && inits[part] != NULL)
			inits[part](r, row, planread_part(r, row, part));
}

void planread_make_rows(struct planread *r)
{
	int sections = r->scan.sections_len;
	r->rows = make_array(r, sections, sizeof *r->rows);
	r->ids = make_array(r, sections, sizeof *r->ids);
	if (r->err != ERR_OK)
		return;
	bool plan_there = false;
	for (int i = 0; i < sections; i++) {
		struct planread_row *row = &r->rows[i];
		*row = (struct planread_row){ .kind = -1, .section = i, .id = "", .same_as = -1 };
		if (!r->scan.sections[i].bad)
			(void)name_row(r, row, &r->scan.sections[i]);
		plan_there = plan_there || row->kind == KIND_PLAN;
	}
	if (!plan_there)
		planread_tell(r, 1, "", "", _("there is no section [plan]"));
	index_ids(r);
	int counts[PARTS] = { [PART_DEPT] = 1 };       // 'unit', the reporting unit itself
	count_rows(r, counts);
	make_arrays(r, counts);
	if (r->err != ERR_OK)
		return;
	r->plan->depts[0].code = planread_dup(r, "unit");
	for (int i = 0; i < sections; i++)
		init_row(r, &r->rows[i]);
}
