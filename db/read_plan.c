// SPDX-License-Identifier: MIT
// The plan, read in one view: each table in its order, then what refers to rows by number (a parent may stand behind its child).
#include "db/plan_rows.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "core/i18n.h"
#include "core/id_map.h"

enum map { MAP_DEPT, MAP_UNIT, MAP_OUTLINE, MAP_ELEMENT, MAP_INDICATOR, MAP_PLACE, MAPS };

struct reader {
	struct store *store;
	struct plan *plan;
	sqlite3_stmt *stmt;                // the row at hand
	struct id_map maps[MAPS];
	int64_t *named; int named_len, named_cap;  // rows that the rows of the table at hand name by number, 0 none
	enum err err;                      // the first thing that failed
};

// ------------------------------------------------------------ columns

static char *text(struct reader *r, int column)
{
	char *copy = strdup(db_text(r->stmt, column));
	if (copy == NULL)
		r->err = err_set(ERR_MEMORY, _("out of memory"));
	return copy;
}

static char *text_or_null(struct reader *r, int column)
{
	return sqlite3_column_type(r->stmt, column) == SQLITE_NULL ? NULL : text(r, column);
}

static int number(const struct reader *r, int column)
{
	return sqlite3_column_int(r->stmt, column);
}

// A number that tables are indexed by: none beyond what is known, whatever the file says.
static int one_of(struct reader *r, int column, int first, int last)
{
	int64_t value = sqlite3_column_int64(r->stmt, column);
	if (value >= first && value <= last)
		return (int)value;
	r->err = db_damaged(r->store, sqlite3_column_name(r->stmt, column), value);
	return first;
}

// Periods are counted by it: a length that does not divide a year would be counted for ever.
static int months(struct reader *r, int column)
{
	int value = one_of(r, column, 1, 12);
	if (12 % value != 0)
		r->err = db_damaged(r->store, sqlite3_column_name(r->stmt, column), value);
	return value;
}

static int64_t big(const struct reader *r, int column)
{
	return sqlite3_column_int64(r->stmt, column);
}

static int index_of_id(struct reader *r, enum map map, const char *name, int64_t id)
{
	int row = PLAN_NONE;
	if (!id_map_find(&r->maps[map], id, &row))
		r->err = db_damaged(r->store, name, id);
	return row;
}

// The index of the row that COLUMN names by its number; PLAN_NONE for NULL.
static int index_of(struct reader *r, enum map map, int column)
{
	if (sqlite3_column_type(r->stmt, column) == SQLITE_NULL)
		return PLAN_NONE;
	return index_of_id(r, map, sqlite3_column_name(r->stmt, column), big(r, column));
}

static void *grown(struct reader *r, void *array, int *cap, size_t size)
{
	int more = *cap == 0 ? 16 : *cap * 2;
	char *longer = realloc(array, (size_t)more * size);
	if (longer == NULL) {
		r->err = err_set(ERR_MEMORY, _("out of memory"));
		return array;
	}
	memset(longer + (size_t)*cap * size, 0, (size_t)(more - *cap) * size);
	*cap = more;
	return longer;
}

// A row of the same table, which may not have been read yet: link_named() when all have.
static void name_later(struct reader *r, int column)
{
	if (r->named_len == r->named_cap)
		r->named = grown(r, r->named, &r->named_cap, sizeof *r->named);
	if (r->err == ERR_OK)
		r->named[r->named_len++] = big(r, column);
}

static int link_named(struct reader *r, enum map map, const char *name, int at)
{
	return r->named[at] == 0 ? PLAN_NONE : index_of_id(r, map, name, r->named[at]);
}

// ------------------------------------------------------------ rows

static void read_head(struct reader *r, int row)
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

static void read_basis(struct reader *r, int row)
{
	r->plan->basis[row] = text(r, 1);
}

static void read_dept(struct reader *r, int row)
{
	r->plan->depts[row] = (struct plan_dept){ .id = big(r, 0), .code = text(r, 1), .name = text(r, 2) };
}

static void read_unit(struct reader *r, int row)
{
	r->plan->units[row] = (struct plan_unit){
		.id = big(r, 0), .code = text(r, 1), .name = text(r, 2), .short_name = text(r, 3),
		.compare = number(r, 4) != 0, .from = number(r, 5), .to = number(r, 6),
		.parent = PLAN_NONE, .successor = PLAN_NONE,
	};
	name_later(r, 7);
	name_later(r, 8);
}

static void link_unit(struct reader *r, int row)
{
	r->plan->units[row].parent = link_named(r, MAP_UNIT, "parent", 2 * row);
	r->plan->units[row].successor = link_named(r, MAP_UNIT, "successor", 2 * row + 1);
}

static void read_outline(struct reader *r, int row)
{
	r->plan->outlines[row] = (struct plan_outline){
		.id = big(r, 0), .code = text(r, 1), .level = (enum plan_level)one_of(r, 2, PLAN_PART, PLAN_ITEM), .number = text(r, 3),
		.title = text_or_null(r, 4), .body = text(r, 5), .parent = PLAN_NONE,
	};
	name_later(r, 6);
}

static void link_outline(struct reader *r, int row)
{
	r->plan->outlines[row].parent = link_named(r, MAP_OUTLINE, "parent", row);
}

static void read_element(struct reader *r, int row)
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

static void append(struct reader *r, int **list, int *len, int value)
{
	int *longer = realloc(*list, ((size_t)*len + 1) * sizeof *longer);
	if (longer == NULL) {
		r->err = err_set(ERR_MEMORY, _("out of memory"));
		return;
	}
	longer[(*len)++] = value;
	*list = longer;
}

static void read_listed(struct reader *r, int row)
{
	(void)row;
	int element = index_of(r, MAP_ELEMENT, 0), unit = index_of(r, MAP_UNIT, 1);
	if (r->err == ERR_OK)
		append(r, &r->plan->elements[element].units, &r->plan->elements[element].units_len, unit);
}

static void read_indicator(struct reader *r, int row)
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

static void read_compared(struct reader *r, int row)
{
	(void)row;
	int indicator = index_of(r, MAP_INDICATOR, 0), of = index_of(r, MAP_INDICATOR, 1);
	if (r->err == ERR_OK)
		append(r, &r->plan->indicators[indicator].compared, &r->plan->indicators[indicator].compared_len, of);
}

static void read_place(struct reader *r, int row)
{
	r->plan->places[row] = (struct plan_place){
		.code = text(r, 1), .words = text(r, 2), .kind = (enum plan_place_kind)one_of(r, 3, PLAN_ROW_INDICATOR, PLAN_ROW_TASK),
		.outline = index_of(r, MAP_OUTLINE, 4), .also = index_of(r, MAP_OUTLINE, 5),
		.indicator = index_of(r, MAP_INDICATOR, 6), .ours = number(r, 7) != 0, .same_inferred = number(r, 8) != 0,
		.same_as = PLAN_NONE,
	};
	name_later(r, 9);
}

static void link_place(struct reader *r, int row)
{
	r->plan->places[row].same_as = link_named(r, MAP_PLACE, "same_as", row);
}

static void read_target(struct reader *r, int row)
{
	r->plan->targets[row] = (struct plan_target){
		.indicator = index_of(r, MAP_INDICATOR, 0), .unit = index_of(r, MAP_UNIT, 1),
		.kind = (enum plan_target_kind)one_of(r, 2, PLAN_BASELINE, PLAN_ANNUAL), .year = number(r, 3),
		.form = (enum plan_target_form)one_of(r, 4, PLAN_FORM_NONE, PLAN_FORM_TEXT),
		.figure = big(r, 5), .high = big(r, 6), .text = text(r, 7), .doc = text(r, 8),
		.qualifier = (enum num_qualifier)one_of(r, 9, NUM_EXACT, NUM_ABOUT), .change = big(r, 10), .keyed = number(r, 11) == 0,
	};
}

static void read_rule(struct reader *r, int row)
{
	r->plan->rules[row] = (struct plan_rule){
		.id = big(r, 0), .code = text(r, 1), .lhs = text(r, 2), .op = text(r, 3), .rhs = text(r, 4),
		.text = text(r, 5), .hard = number(r, 6) != 0,
	};
}

// ------------------------------------------------------------ tables

#define NO_MAP MAPS
struct table {
	const char *sql;
	void (*read)(struct reader *r, int row);
	void (*link)(struct reader *r, int row);    // once all rows are there; NULL nothing
	size_t array, len, size;        // places in struct plan; size 0: the rows fill no array of their own
	enum map map;                   // column 0 is the number that others refer to
};
#define ARRAY(field) offsetof(struct plan, field), offsetof(struct plan, field##_len), sizeof *((struct plan *)0)->field
#define NO_ARRAY 0, 0, 0

static const struct table tables[] = {
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

struct walk {
	struct reader *r;
	const struct table *table;
	int rows, cap;
};

// The array's next place; its length is right even when a later column fails, for plan_free.
static void take_place(struct walk *w)
{
	struct plan *plan = w->r->plan;
	void *array;
	int len = w->rows + 1;
	memcpy(&array, (char *)plan + w->table->array, sizeof array);
	if (w->rows == w->cap)
		array = grown(w->r, array, &w->cap, w->table->size);
	memcpy((char *)plan + w->table->array, &array, sizeof array);
	if (w->r->err == ERR_OK)
		memcpy((char *)plan + w->table->len, &len, sizeof len);
}

static enum err take_row(sqlite3_stmt *stmt, void *ctx)
{
	struct walk *w = ctx;
	struct reader *r = w->r;
	r->stmt = stmt;
	if (w->table->size != 0)
		take_place(w);
	if (r->err == ERR_OK && w->table->map != NO_MAP)
		r->err = id_map_put(&r->maps[w->table->map], big(r, 0), w->rows);
	if (r->err == ERR_OK)
		w->table->read(r, w->rows++);
	return r->err;
}

static enum err read_table(struct reader *r, const struct table *table, int *rows)
{
	struct walk w = { .r = r, .table = table };
	r->named_len = 0;
	enum err err = db_each(r->store, table->sql, DB_NO_KEYS, take_row, &w);
	if (table->map != NO_MAP)
		id_map_seal(&r->maps[table->map]);
	for (int row = 0; err == ERR_OK && table->link != NULL && row < w.rows; row++) {
		table->link(r, row);
		err = r->err;
	}
	*rows = w.rows;
	return err;
}

static enum err read_tables(struct reader *r)
{
	int rows = 0;
	enum err err = ERR_OK;
	for (size_t i = 0; i < sizeof tables / sizeof tables[0] && err == ERR_OK; i++)
		err = read_table(r, &tables[i], &rows);
	if (err == ERR_OK && rows == 0)     // the last table is the plan's head
		err = err_set(ERR_MISSING, _("%s holds no plan yet; give it one with duibiao plan apply"), db_path(r->store));
	return err == ERR_OK ? plan_seal(r->plan) : err;
}

enum err store_read_plan(struct store *store, struct plan **out)
{
	struct reader r = { .store = store };
	bool alone = sqlite3_get_autocommit(store->db) != 0;
	enum err err = plan_new(&r.plan);
	if (err != ERR_OK)
		return err;
	err = alone ? store_begin(store) : ERR_OK;
	if (err == ERR_OK)
		err = read_tables(&r);
	if (alone)
		store_end(store);
	for (int i = 0; i < MAPS; i++)
		id_map_done(&r.maps[i]);
	free(r.named);
	if (err != ERR_OK) {
		plan_free(r.plan);
		return err;
	}
	*out = r.plan;
	return ERR_OK;
}
