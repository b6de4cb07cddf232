// SPDX-License-Identifier: MIT
// The plan's tables as they are read (read_plan.h): a SELECT each, and what its columns fill. Nothing in the file is believed
// that something is indexed or counted by.
#include "db/read_plan.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "core/i18n.h"

// ------------------------------------------------------------ columns

static char *text(struct plan_reader *r, int column)
{
	char *copy = strdup(db_text(r->stmt, column));
	if (copy == NULL)
		r->err = err_set(ERR_MEMORY, _("out of memory"));
	return copy;
}

static char *text_or_null(struct plan_reader *r, int column)
{
	return sqlite3_column_type(r->stmt, column) == SQLITE_NULL ? NULL : text(r, column);
}

static int number(const struct plan_reader *r, int column)
{
	return sqlite3_column_int(r->stmt, column);
}

// A number that tables are indexed by: none beyond what is known, whatever the file says.
static int one_of(struct plan_reader *r, int column, int first, int last)
{
	int64_t value = sqlite3_column_int64(r->stmt, column);
	if (value >= first && value <= last)
		return (int)value;
	r->err = db_damaged(r->store, sqlite3_column_name(r->stmt, column), value);
	return first;
}

// Periods are counted by it: a length that does not divide a year would be counted for ever.
static int months(struct plan_reader *r, int column)
{
	int value = one_of(r, column, 1, 12);
	if (12 % value != 0)
		r->err = db_damaged(r->store, sqlite3_column_name(r->stmt, column), value);
	return value;
}

static int64_t big(const struct plan_reader *r, int column)
{
	return sqlite3_column_int64(r->stmt, column);
}

static int index_of_id(struct plan_reader *r, enum plan_map map, const char *name, int64_t id)
{
	int row = PLAN_NONE;
	if (!id_map_find(&r->maps[map], id, &row))
		r->err = db_damaged(r->store, name, id);
	return row;
}

// The index of the row that COLUMN names by its number; PLAN_NONE for NULL.
static int index_of(struct plan_reader *r, enum plan_map map, int column)
{
	if (sqlite3_column_type(r->stmt, column) == SQLITE_NULL)
		return PLAN_NONE;
	return index_of_id(r, map, sqlite3_column_name(r->stmt, column), big(r, column));
}

// A row of the same table, which may not have been read yet: link_named() when all have.
static void name_later(struct plan_reader *r, int column)
{
	if (r->named_len == r->named_cap)
		r->named = plan_grown(r, r->named, &r->named_cap, sizeof *r->named);
	if (r->err == ERR_OK)
		r->named[r->named_len++] = big(r, column);
}

static int link_named(struct plan_reader *r, enum plan_map map, const char *name, int at)
{
	return r->named[at] == 0 ? PLAN_NONE : index_of_id(r, map, name, r->named[at]);
}

// ------------------------------------------------------------ rows

static void read_head(struct plan_reader *r, int row)
{
	(void)row;
	struct plan *plan = r->plan;
	plan->code = text(r, 0);
	plan->title = text(r, 1);
	plan->base_year = number(r, 2);
	plan->target_year = number(r, 3);
	plan->inferred = text(r, 4);
	plan->sections = number(r, 5);
	plan->source = text(r, 6);
	plan->demo = number(r, 7) != 0;
	plan->threshold = (struct plan_threshold){ big(r, 8), big(r, 9), big(r, 10), number(r, 11) };
	plan->text = text(r, 12);
	plan->root = index_of(r, MAP_UNIT, 13);
	plan->revision = big(r, 14);
}

static void read_basis(struct plan_reader *r, int row)
{
	r->plan->basis[row] = text(r, 1);
}

static void read_dept(struct plan_reader *r, int row)
{
	r->plan->depts[row] = (struct plan_dept){ .id = big(r, 0), .code = text(r, 1), .name = text(r, 2) };
}

static void read_unit(struct plan_reader *r, int row)
{
	r->plan->units[row] = (struct plan_unit){
		.id = big(r, 0), .code = text(r, 1), .name = text(r, 2), .short_name = text(r, 3),
		.compare = number(r, 4) != 0, .from = number(r, 5), .to = number(r, 6),
		.parent = PLAN_NONE, .successor = PLAN_NONE,
	};
	name_later(r, 7);
	name_later(r, 8);
}

static void link_unit(struct plan_reader *r, int row)
{
	r->plan->units[row].parent = link_named(r, MAP_UNIT, "parent", 2 * row);
	r->plan->units[row].successor = link_named(r, MAP_UNIT, "successor", 2 * row + 1);
}

static void read_outline(struct plan_reader *r, int row)
{
	r->plan->outlines[row] = (struct plan_outline){
		.id = big(r, 0), .code = text(r, 1), .level = (enum plan_level)one_of(r, 2, PLAN_PART, PLAN_ITEM), .number = text(r, 3),
		.title = text_or_null(r, 4), .body = text(r, 5), .parent = PLAN_NONE,
	};
	name_later(r, 6);
}

static void link_outline(struct plan_reader *r, int row)
{
	r->plan->outlines[row].parent = link_named(r, MAP_OUTLINE, "parent", row);
}

static void read_element(struct plan_reader *r, int row)
{
	r->plan->elements[row] = (struct plan_element){
		.id = big(r, 0), .code = text(r, 1), .name = text(r, 2), .short_name = text(r, 3), .scope = text(r, 4),
		.measure = text(r, 5), .decimals = number(r, 6), .kind = (enum plan_element_kind)one_of(r, 7, PLAN_STOCK, PLAN_PUBLISHED),
		.months = months(r, 8), .owner = index_of(r, MAP_DEPT, 9), .due = text(r, 10),
		.rollup = (enum plan_rollup)one_of(r, 11, PLAN_ROLLUP_NONE, PLAN_ROLLUP_MEAN),
		.applies = (enum plan_applies)one_of(r, 12, PLAN_EACH, PLAN_LISTED),
		.has_low = sqlite3_column_type(r->stmt, 13) != SQLITE_NULL, .low = big(r, 13),
		.has_high = sqlite3_column_type(r->stmt, 14) != SQLITE_NULL, .high = big(r, 14), .retired = number(r, 15),
	};
}

static void append(struct plan_reader *r, int **list, int *len, int value)
{
	int *longer = realloc(*list, ((size_t)*len + 1) * sizeof *longer);
	if (longer == NULL) {
		r->err = err_set(ERR_MEMORY, _("out of memory"));
		return;
	}
	longer[(*len)++] = value;
	*list = longer;
}

static void read_listed(struct plan_reader *r, int row)
{
	(void)row;
	int element = index_of(r, MAP_ELEMENT, 0), unit = index_of(r, MAP_UNIT, 1);
	if (r->err == ERR_OK)
		append(r, &r->plan->elements[element].units, &r->plan->elements[element].units_len, unit);
}

static void read_indicator(struct plan_reader *r, int row)
{
	r->plan->indicators[row] = (struct plan_indicator){
		.id = big(r, 0), .code = text(r, 1), .name = text(r, 2), .short_name = text(r, 3), .brief = text(r, 4),
		.measure = text(r, 5), .scope = text(r, 6), .inferred = text(r, 7),
		.kind = (enum plan_indicator_kind)one_of(r, 8, PLAN_NUMBER, PLAN_STAGES), .formula = (enum plan_formula)one_of(r, 9, 0, PLAN_FASTER),
		.x = index_of(r, MAP_ELEMENT, 10), .y = index_of(r, MAP_ELEMENT, 11), .scale = big(r, 12),
		.published = index_of(r, MAP_ELEMENT, 13), .decimals = number(r, 14), .down = number(r, 15) != 0,
		.path = (enum plan_path)one_of(r, 16, PLAN_PATH_NONE, PLAN_YEARLY), .level_element = index_of(r, MAP_ELEMENT, 17),
		.growth_element = index_of(r, MAP_ELEMENT, 18),
	};
}

static void read_compared(struct plan_reader *r, int row)
{
	(void)row;
	int indicator = index_of(r, MAP_INDICATOR, 0), of = index_of(r, MAP_INDICATOR, 1);
	if (r->err == ERR_OK)
		append(r, &r->plan->indicators[indicator].compared, &r->plan->indicators[indicator].compared_len, of);
}

static void read_place(struct plan_reader *r, int row)
{
	r->plan->places[row] = (struct plan_place){
		.code = text(r, 1), .words = text(r, 2), .kind = (enum plan_place_kind)one_of(r, 3, PLAN_ROW_INDICATOR, PLAN_ROW_TASK),
		.outline = index_of(r, MAP_OUTLINE, 4), .also = index_of(r, MAP_OUTLINE, 5),
		.indicator = index_of(r, MAP_INDICATOR, 6), .ours = number(r, 7) != 0, .same_inferred = number(r, 8) != 0,
		.same_as = PLAN_NONE,
	};
	name_later(r, 9);
}

static void link_place(struct plan_reader *r, int row)
{
	r->plan->places[row].same_as = link_named(r, MAP_PLACE, "same_as", row);
}

static void read_target(struct plan_reader *r, int row)
{
	r->plan->targets[row] = (struct plan_target){
		.indicator = index_of(r, MAP_INDICATOR, 0), .unit = index_of(r, MAP_UNIT, 1),
		.kind = (enum plan_target_kind)one_of(r, 2, PLAN_BASELINE, PLAN_ANNUAL), .year = number(r, 3),
		.form = (enum plan_target_form)one_of(r, 4, PLAN_FORM_NONE, PLAN_FORM_TEXT),
		.figure = big(r, 5), .high = big(r, 6), .text = text(r, 7), .doc = text(r, 8),
		.qualifier = (enum num_qualifier)one_of(r, 9, NUM_EXACT, NUM_ABOUT), .change = big(r, 10), .keyed = number(r, 11) == 0,
	};
}

static void read_rule(struct plan_reader *r, int row)
{
	r->plan->rules[row] = (struct plan_rule){
		.id = big(r, 0), .code = text(r, 1), .lhs = text(r, 2), .op = text(r, 3), .rhs = text(r, 4),
		.text = text(r, 5), .hard = number(r, 6) != 0,
	};
}

// ------------------------------------------------------------ tables

#define NO_MAP MAPS
#define ARRAY(field) offsetof(struct plan, field), offsetof(struct plan, field##_len), sizeof *((struct plan *)0)->field
#define NO_ARRAY 0, 0, 0

const struct plan_reading plan_readings[PLAN_READINGS] = {
	{ "SELECT ord, title FROM basis ORDER BY ord", read_basis, NULL, ARRAY(basis), NO_MAP },
	{ "SELECT id, code, name FROM dept ORDER BY ord, id", read_dept, NULL, ARRAY(depts), MAP_DEPT },
	{ "SELECT id, code, name, short, compare, valid_from, valid_to, parent, successor FROM unit ORDER BY ord, id", read_unit,
		link_unit, ARRAY(units), MAP_UNIT },
	{ "SELECT id, code, level, number, title, body, parent FROM outline ORDER BY ord, id", read_outline, link_outline,
		ARRAY(outlines), MAP_OUTLINE },
	{ "SELECT id, code, name, short, scope, measure, decimals, kind, months, owner, due, rollup, applies, low, high, retired "
		"FROM element ORDER BY ord, id", read_element, NULL, ARRAY(elements), MAP_ELEMENT },
	{ "SELECT element, unit FROM element_unit ORDER BY element, unit", read_listed, NULL, NO_ARRAY, NO_MAP },
	{ "SELECT id, code, name, short, brief, measure, scope, inferred, kind, formula, x, y, scale, published, decimals, down, "
		"path, level_element, growth_element FROM indicator ORDER BY ord, id", read_indicator, NULL, ARRAY(indicators),
		MAP_INDICATOR },
	{ "SELECT indicator, other FROM compared ORDER BY indicator, ord", read_compared, NULL, NO_ARRAY, NO_MAP },
	{ "SELECT id, code, words, kind, outline, also, indicator, ours, same_inferred, same_as FROM place ORDER BY ord, id", read_place,
		link_place, ARRAY(places), MAP_PLACE },
	{ "SELECT indicator, unit, kind, year, form, figure, high, text, doc, qualifier, change, by_plan FROM target "
		"ORDER BY indicator, unit, kind, year", read_target, NULL, ARRAY(targets), NO_MAP },
	{ "SELECT id, code, lhs, op, rhs, text, hard FROM rule ORDER BY ord, id", read_rule, NULL, ARRAY(rules), NO_MAP },
	{ "SELECT code, title, base_year, target_year, inferred, sections, source, demo, ahead, behind, critical, stale_after, text, "
		"root, " PLAN_REVISION " FROM plan", read_head, NULL, NO_ARRAY, NO_MAP },
};
