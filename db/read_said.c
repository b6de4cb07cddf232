// SPDX-License-Identifier: MIT
// What people say of figures, read: explanations and corrections.
#include "db/base.h"

#include <stdlib.h>

#include "core/check.h"

struct walk {
	struct store *store;
	const struct plan *plan;
	store_explanation_fn *explanation;
	store_correction_fn *correction;
	void *ctx;
};

static enum err take_cell(const struct walk *w, sqlite3_stmt *stmt, int *element, int *unit)
{
	*element = plan_element_by_id(w->plan, sqlite3_column_int64(stmt, 0));
	*unit = plan_unit_by_id(w->plan, sqlite3_column_int64(stmt, 1));
	return *element != PLAN_NONE && *unit != PLAN_NONE ? ERR_OK : db_damaged(w->store, "element", sqlite3_column_int64(stmt, 0));
}

static enum err hand_explanation(sqlite3_stmt *stmt, void *ctx)
{
	const struct walk *w = ctx;
	struct explanation e = { .period = sqlite3_column_int(stmt, 2), .about = sqlite3_column_int64(stmt, 3),
		.change = sqlite3_column_int64(stmt, 4), .rule = db_text(stmt, 5), .text = db_text(stmt, 6) };
	enum err err = take_cell(w, stmt, &e.element, &e.unit);
	return err == ERR_OK ? w->explanation(&e, w->ctx) : err;
}

enum err store_each_explanation(struct store *store, const struct plan *plan, int period, int unit, store_explanation_fn *fn,
	void *ctx)
{
#define EXPLANATION "SELECT element, unit, period, about, change, rule, text FROM explanation WHERE period = :period "
	static const char all[] = EXPLANATION "ORDER BY unit, element, rule", one[] = EXPLANATION "AND unit = :unit ORDER BY element, rule";
	struct walk w = { .store = store, .plan = plan, .explanation = fn, .ctx = ctx };
	if (unit == PLAN_NONE)
		return db_each(store, all, DB_KEYS(period), hand_explanation, &w);
	return db_each(store, one, DB_KEYS(period, plan->units[unit].id), hand_explanation, &w);
}

// ------------------------------------------------------------ corrections

// The old figure stands in the line that the correction is about.
static enum err take_old(const char *text, struct correction *correction)
{
	struct entry old = { .note = "", .doc = "" };
	char *buffer = NULL;
	enum err err = change_entry_parse(text, &old, &buffer);
	free(buffer);
	correction->old_kind = old.kind;
	correction->old = old.figure;
	return err;
}

static enum err hand_correction(sqlite3_stmt *stmt, void *ctx)
{
	const struct walk *w = ctx;
	struct correction c = { .period = sqlite3_column_int(stmt, 2), .about = sqlite3_column_int64(stmt, 3),
		.change = sqlite3_column_int64(stmt, 4), .id = sqlite3_column_int64(stmt, 5), .figure = sqlite3_column_int64(stmt, 6),
		.state = (enum correction_state)sqlite3_column_int(stmt, 7), .reason = db_text(stmt, 8), .doc = db_text(stmt, 9) };
	enum err err = take_cell(w, stmt, &c.element, &c.unit);
	if (err == ERR_OK)
		err = take_old(db_text(stmt, 10), &c);
	return err == ERR_OK ? w->correction(&c, w->ctx) : err;
}

#define CORRECTION "SELECT k.element, k.unit, k.period, k.about, k.change, k.id, k.figure, k.state, k.reason, k.doc, c.new " \
	"FROM correction k CROSS JOIN change c ON c.seq = k.about "
static const char *const corrections[] = {
	[STORE_OF_CELL] = CORRECTION "WHERE k.element = :element AND k.period = :period AND k.unit = :unit ORDER BY k.id",
	[STORE_PENDING] = CORRECTION "WHERE k.state = 0 ORDER BY k.id",
	[STORE_ALL] = CORRECTION "ORDER BY k.id",
};

enum err store_each_correction(struct store *store, const struct plan *plan, enum store_corrections which, const struct entry *cell,
	store_correction_fn *fn, void *ctx)
{
	struct walk w = { .store = store, .plan = plan, .correction = fn, .ctx = ctx };
	if (which != STORE_OF_CELL)
		return db_each(store, corrections[which], DB_NO_KEYS, hand_correction, &w);
	return db_each(store, corrections[which], DB_KEYS(plan->elements[cell->element].id, cell->period, plan->units[cell->unit].id),
		hand_correction, &w);
}
