// SPDX-License-Identifier: MIT
// The plan's tables as they are written (write_plan.h): one row a table, its columns in the order of its INSERT.
#include "db/write_plan.h"

#include <stddef.h>

// ------------------------------------------------------------ binding

static void bind_ref(const struct plan_writer *w, sqlite3_stmt *stmt, int at, enum plan_table table, int index)
{
	if (index == PLAN_NONE)
		(void)sqlite3_bind_null(stmt, at);
	else
		db_bind(stmt, at, w->ids[table].of[index]);
}

static void bind_texts(sqlite3_stmt *stmt, int at, const char *const *texts, int len)
{
	for (int i = 0; i < len; i++)
		db_bind_text(stmt, at + i, texts[i]);
}
#define BIND_TEXTS(stmt, at, ...) bind_texts(stmt, at, (const char *const[]){ __VA_ARGS__ }, \
	(int)(sizeof (const char *const[]){ __VA_ARGS__ } / sizeof(char *)))

static void bind_numbers(sqlite3_stmt *stmt, int at, const int64_t *numbers, int len)
{
	for (int i = 0; i < len; i++)
		db_bind(stmt, at + i, numbers[i]);
}
#define BIND_NUMBERS(stmt, at, ...) bind_numbers(stmt, at, (const int64_t[]){ __VA_ARGS__ }, \
	(int)(sizeof (const int64_t[]){ __VA_ARGS__ } / sizeof(int64_t)))

static void bind_limit(sqlite3_stmt *stmt, int at, bool has, int64_t figure)
{
	if (has)
		db_bind(stmt, at, figure);
	else
		(void)sqlite3_bind_null(stmt, at);
}

static void bind_dept(const struct plan_writer *w, sqlite3_stmt *stmt, int i)
{
	BIND_TEXTS(stmt, 3, w->plan->depts[i].code, w->plan->depts[i].name);
	db_bind(stmt, 5, i);
}

static void bind_unit(const struct plan_writer *w, sqlite3_stmt *stmt, int i)
{
	const struct plan_unit *u = &w->plan->units[i];
	BIND_TEXTS(stmt, 3, u->code, u->name, u->short_name);
	bind_ref(w, stmt, 6, TABLE_UNIT, u->parent);
	BIND_NUMBERS(stmt, 7, u->compare, i, u->from, u->to);
	bind_ref(w, stmt, 11, TABLE_UNIT, u->successor);
}

static void bind_outline(const struct plan_writer *w, sqlite3_stmt *stmt, int i)
{
	const struct plan_outline *o = &w->plan->outlines[i];
	BIND_TEXTS(stmt, 3, o->code, o->number, o->title, o->body);
	BIND_NUMBERS(stmt, 7, o->level, i);
	bind_ref(w, stmt, 9, TABLE_OUTLINE, o->parent);
}

static void bind_element(const struct plan_writer *w, sqlite3_stmt *stmt, int i)
{
	const struct plan_element *e = &w->plan->elements[i];
	BIND_TEXTS(stmt, 3, e->code, e->name, e->short_name, e->scope, e->measure, e->due);
	BIND_NUMBERS(stmt, 9, e->decimals, e->kind, e->months, w->ids[TABLE_DEPT].of[e->owner], e->rollup, e->applies,
		e->retired, i);
	bind_limit(stmt, 17, e->has_low, e->low);
	bind_limit(stmt, 18, e->has_high, e->high);
}

static void bind_indicator(const struct plan_writer *w, sqlite3_stmt *stmt, int i)
{
	const struct plan_indicator *n = &w->plan->indicators[i];
	const int elements[] = { n->x, n->y, n->published, n->level_element, n->growth_element };
	BIND_TEXTS(stmt, 3, n->code, n->name, n->short_name, n->brief, n->measure, n->scope, n->inferred);
	BIND_NUMBERS(stmt, 10, n->kind, n->formula, n->scale, n->decimals, n->down, n->path, i);
	for (int k = 0; k < 5; k++)
		bind_ref(w, stmt, 17 + k, TABLE_ELEMENT, elements[k]);
}

static void bind_place(const struct plan_writer *w, sqlite3_stmt *stmt, int i)
{
	const struct plan_place *p = &w->plan->places[i];
	BIND_TEXTS(stmt, 3, p->code, p->words);
	BIND_NUMBERS(stmt, 5, p->kind, i, p->ours, p->same_inferred);
	bind_ref(w, stmt, 9, TABLE_OUTLINE, p->outline);
	bind_ref(w, stmt, 10, TABLE_OUTLINE, p->also);
	bind_ref(w, stmt, 11, TABLE_INDICATOR, p->indicator);
	bind_ref(w, stmt, 12, TABLE_PLACE, p->same_as);
}

static void bind_rule(const struct plan_writer *w, sqlite3_stmt *stmt, int i)
{
	const struct plan_rule *r = &w->plan->rules[i];
	BIND_TEXTS(stmt, 3, r->code, r->lhs, r->op, r->rhs, r->text);
	BIND_NUMBERS(stmt, 8, r->hard, i);
}

static void bind_head(const struct plan_writer *w, sqlite3_stmt *stmt, int i)
{
	const struct plan *p = w->plan;
	(void)i;
	BIND_TEXTS(stmt, 3, p->code, p->title, p->inferred, p->source, p->text);
	BIND_NUMBERS(stmt, 8, p->base_year, p->target_year, p->demo, p->threshold.ahead, p->threshold.behind, p->threshold.critical,
		p->threshold.stale_after);
	bind_limit(stmt, 15, p->sections != 0, p->sections);
	bind_ref(w, stmt, 16, TABLE_UNIT, p->root);
}

// ------------------------------------------------------------ lists that belong to a row

// INSERT takes :owner, :ord, :other; EMPTY takes :owner.
static enum err write_list(const struct plan_writer *w, const char *empty, const char *insert, int64_t owner,
	enum plan_table table, const int *indices, int len)
{
	enum err err = db_do(w->store, empty, DB_KEYS(owner));
	for (int i = 0; i < len && err == ERR_OK; i++)
		err = db_do(w->store, insert, DB_KEYS(owner, i, w->ids[table].of[indices[i]]));
	return err;
}

static enum err write_listed(const struct plan_writer *w, int i)
{
	static const char empty[] = "DELETE FROM element_unit WHERE element = :element";
	static const char insert[] = "WITH v (element, ord, unit) AS (VALUES (:element, :ord, :unit)) "
		"INSERT INTO element_unit (element, unit) SELECT element, unit FROM v";
	const struct plan_element *e = &w->plan->elements[i];
	return write_list(w, empty, insert, w->ids[TABLE_ELEMENT].of[i], TABLE_UNIT, e->units, e->units_len);
}

static enum err write_compared(const struct plan_writer *w, int i)
{
	static const char empty[] = "DELETE FROM compared WHERE indicator = :indicator";
	static const char insert[] = "INSERT INTO compared (indicator, ord, other) VALUES (:indicator, :ord, :other)";
	const struct plan_indicator *n = &w->plan->indicators[i];
	return write_list(w, empty, insert, w->ids[TABLE_INDICATOR].of[i], TABLE_INDICATOR, n->compared, n->compared_len);
}

static enum err write_basis(const struct plan_writer *w, int i)
{
	static const char insert[] = "INSERT INTO basis (ord, title) VALUES (:ord, :title)";
	(void)i;
	enum err err = db_do(w->store, "DELETE FROM basis", DB_NO_KEYS);
	for (int k = 0; k < w->plan->basis_len && err == ERR_OK; k++) {
		sqlite3_stmt *stmt;
		err = db_statement(w->store, insert, &stmt);
		if (err != ERR_OK)
			return err;
		db_bind(stmt, 1, k);
		db_bind_text(stmt, 2, w->plan->basis[k]);
		err = db_run(w->store, stmt);
	}
	return err;
}

// ------------------------------------------------------------ the tables

static const char *dept_code(const struct plan *plan, int i) { return plan->depts[i].code; }
static const char *unit_code(const struct plan *plan, int i) { return plan->units[i].code; }
static const char *outline_code(const struct plan *plan, int i) { return plan->outlines[i].code; }
static const char *element_code(const struct plan *plan, int i) { return plan->elements[i].code; }
static const char *indicator_code(const struct plan *plan, int i) { return plan->indicators[i].code; }
static const char *place_code(const struct plan *plan, int i) { return plan->places[i].code; }
static const char *rule_code(const struct plan *plan, int i) { return plan->rules[i].code; }

const struct plan_writing plan_writings[PLAN_WRITINGS] = {
	{ TABLE_DEPT, offsetof(struct plan, depts_len), "SELECT id FROM dept WHERE code = :code",
		"INSERT INTO dept (id, change, code, name, ord) VALUES (:id, :change, :code, :name, :ord) "
		"ON CONFLICT (id) DO UPDATE SET change = :change, name = :name, ord = :ord",
		dept_code, bind_dept, NULL },
	{ TABLE_UNIT, offsetof(struct plan, units_len), "SELECT id FROM unit WHERE code = :code",
		"INSERT INTO unit (id, change, code, name, short, parent, compare, ord, valid_from, valid_to, successor) "
		"VALUES (:id, :change, :code, :name, :short, :parent, :compare, :ord, :from, :to, :successor) "
		"ON CONFLICT (id) DO UPDATE SET change = :change, name = :name, short = :short, parent = :parent, compare = :compare, "
		"ord = :ord, valid_from = :from, valid_to = :to, successor = :successor",
		unit_code, bind_unit, NULL },
	{ TABLE_OUTLINE, offsetof(struct plan, outlines_len), "SELECT id FROM outline WHERE code = :code AND level = :level",
		"INSERT INTO outline (id, change, code, number, title, body, level, ord, parent) "
		"VALUES (:id, :change, :code, :number, :title, :body, :level, :ord, :parent) "
		"ON CONFLICT (id) DO UPDATE SET change = :change, number = :number, title = :title, body = :body, ord = :ord, "
		"parent = :parent",
		outline_code, bind_outline, NULL },
	{ TABLE_ELEMENT, offsetof(struct plan, elements_len), "SELECT id FROM element WHERE code = :code",
		"INSERT INTO element (id, change, code, name, short, scope, measure, due, decimals, kind, months, owner, rollup, applies, "
		"retired, ord, low, high) VALUES (:id, :change, :code, :name, :short, :scope, :measure, :due, :decimals, :kind, :months, "
		":owner, :rollup, :applies, :retired, :ord, :low, :high) "
		"ON CONFLICT (id) DO UPDATE SET change = :change, name = :name, short = :short, scope = :scope, measure = :measure, "
		"due = :due, decimals = :decimals, kind = :kind, months = :months, owner = :owner, rollup = :rollup, applies = :applies, "
		"retired = :retired, ord = :ord, low = :low, high = :high",
		element_code, bind_element, write_listed },
	{ TABLE_INDICATOR, offsetof(struct plan, indicators_len), "SELECT id FROM indicator WHERE code = :code",
		"INSERT INTO indicator (id, change, code, name, short, brief, measure, scope, inferred, kind, formula, scale, decimals, "
		"down, path, ord, x, y, published, level_element, growth_element) VALUES (:id, :change, :code, :name, :short, :brief, "
		":measure, :scope, :inferred, :kind, :formula, :scale, :decimals, :down, :path, :ord, :x, :y, :published, :level, :growth) "
		"ON CONFLICT (id) DO UPDATE SET change = :change, name = :name, short = :short, brief = :brief, measure = :measure, "
		"scope = :scope, inferred = :inferred, kind = :kind, formula = :formula, scale = :scale, decimals = :decimals, "
		"down = :down, path = :path, ord = :ord, x = :x, y = :y, published = :published, level_element = :level, "
		"growth_element = :growth",
		indicator_code, bind_indicator, write_compared },
	{ TABLE_PLACE, offsetof(struct plan, places_len), "SELECT id FROM place WHERE code = :code",
		"INSERT INTO place (id, change, code, words, kind, ord, ours, same_inferred, outline, also, indicator, same_as) "
		"VALUES (:id, :change, :code, :words, :kind, :ord, :ours, :inferred, :outline, :also, :indicator, :same) "
		"ON CONFLICT (id) DO UPDATE SET change = :change, words = :words, kind = :kind, ord = :ord, ours = :ours, "
		"same_inferred = :inferred, outline = :outline, also = :also, indicator = :indicator, same_as = :same",
		place_code, bind_place, NULL },
	{ TABLE_RULE, offsetof(struct plan, rules_len), "SELECT id FROM rule WHERE code = :code",
		"INSERT INTO rule (id, change, code, lhs, op, rhs, text, hard, ord) "
		"VALUES (:id, :change, :code, :lhs, :op, :rhs, :text, :hard, :ord) "
		"ON CONFLICT (id) DO UPDATE SET change = :change, lhs = :lhs, op = :op, rhs = :rhs, text = :text, hard = :hard, ord = :ord",
		rule_code, bind_rule, NULL },
};
const struct plan_writing plan_writing_head = { TABLE_PLAN, 0, NULL,
	"INSERT INTO plan (id, change, code, title, inferred, source, text, base_year, target_year, demo, ahead, behind, critical, "
	"stale_after, sections, root) VALUES (:id, :change, :code, :title, :inferred, :source, :text, :base, :target, :demo, "
	":ahead, :behind, :critical, :stale, :sections, :root) "
	"ON CONFLICT (id) DO UPDATE SET change = :change, code = :code, title = :title, inferred = :inferred, source = :source, "
	"text = :text, base_year = :base, target_year = :target, demo = :demo, ahead = :ahead, behind = :behind, "
	"critical = :critical, stale_after = :stale, sections = :sections, root = :root",
	NULL, bind_head, write_basis };
