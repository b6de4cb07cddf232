// SPDX-License-Identifier: MIT
// Stages and nodes of milestones, projects and tasks, read.
#include "db/base.h"

struct walk {
	struct store *store;
	const struct plan *plan;
	int element, period;
	store_stage_fn *stage;
	store_node_fn *node;
	void *ctx;
};

static enum err take_stage(sqlite3_stmt *stmt, void *ctx)
{
	const struct walk *w = ctx;
	const struct stage stage = {
		.element = w->element, .period = w->period, .unit = plan_unit_by_id(w->plan, sqlite3_column_int64(stmt, 0)),
		.stage = (enum stage_kind)sqlite3_column_int(stmt, 1),
		.progress = db_text(stmt, 2), .problem = db_text(stmt, 3), .next = db_text(stmt, 4),
		.change = sqlite3_column_int64(stmt, 5),
	};
	if (stage.unit == PLAN_NONE)
		return db_damaged(w->store, "stage.unit", sqlite3_column_int64(stmt, 0));
	return w->stage(&stage, w->ctx);
}

enum err store_each_stage(struct store *store, const struct plan *plan, int element, int period, store_stage_fn *fn, void *ctx)
{
	static const char sql[] = "SELECT unit, stage, progress, problem, next, change FROM stage "
		"WHERE element = :element AND period = :period ORDER BY unit";
	struct walk w = { .store = store, .plan = plan, .element = element, .period = period, .stage = fn, .ctx = ctx };
	return db_each(store, sql, DB_KEYS(plan->elements[element].id, period), take_stage, &w);
}

static enum err take_node(sqlite3_stmt *stmt, void *ctx)
{
	const struct walk *w = ctx;
	const struct node node = {
		.element = w->element, .unit = plan_unit_by_id(w->plan, sqlite3_column_int64(stmt, 0)),
		.no = sqlite3_column_int(stmt, 1), .name = db_text(stmt, 2), .planned = sqlite3_column_int(stmt, 3),
		.done = sqlite3_column_int(stmt, 4), .doc = db_text(stmt, 5), .change = sqlite3_column_int64(stmt, 6),
	};
	if (node.unit == PLAN_NONE)
		return db_damaged(w->store, "node.unit", sqlite3_column_int64(stmt, 0));
	return w->node(&node, w->ctx);
}

enum err store_each_node(struct store *store, const struct plan *plan, int element, store_node_fn *fn, void *ctx)
{
	static const char sql[] = "SELECT unit, no, name, planned, done, doc, change FROM node WHERE element = :element "
		"ORDER BY unit, no";
	struct walk w = { .store = store, .plan = plan, .element = element, .node = fn, .ctx = ctx };
	return db_each(store, sql, DB_KEYS(plan->elements[element].id), take_node, &w);
}
