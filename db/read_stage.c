// SPDX-License-Identifier: MIT
// Stages and nodes of milestones, projects and tasks, read.
#include "db/base.h"

enum err store_each_stage(struct store *store, const struct plan *plan, int element, int period, store_stage_fn *fn, void *ctx)
{
	static const char sql[] = "SELECT unit, stage, progress, problem, next, change FROM stage "
		"WHERE element = :element AND period = :period ORDER BY unit";
	sqlite3_stmt *stmt;
	bool row;
	enum err err = db_statement(store, sql, &stmt);
	if (err != ERR_OK)
		return err;
	db_bind(stmt, 1, plan->elements[element].id);
	db_bind(stmt, 2, period);
	while ((err = db_step(store, stmt, &row)) == ERR_OK && row) {
		const struct stage stage = {
			.element = element, .period = period,
			.unit = plan_unit_by_id(plan, sqlite3_column_int64(stmt, 0)),
			.stage = (enum stage_kind)sqlite3_column_int(stmt, 1),
			.progress = db_text(stmt, 2), .problem = db_text(stmt, 3), .next = db_text(stmt, 4),
			.change = sqlite3_column_int64(stmt, 5),
		};
		err = stage.unit == PLAN_NONE ? db_damaged(store, "stage.unit", sqlite3_column_int64(stmt, 0)) : fn(&stage, ctx);
		if (err != ERR_OK)
			break;
	}
	db_done(stmt);
	return err;
}

enum err store_each_node(struct store *store, const struct plan *plan, int element, store_node_fn *fn, void *ctx)
{
	static const char sql[] = "SELECT unit, no, name, planned, done, doc, change FROM node WHERE element = :element "
		"ORDER BY unit, no";
	sqlite3_stmt *stmt;
	bool row;
	enum err err = db_statement(store, sql, &stmt);
	if (err != ERR_OK)
		return err;
	db_bind(stmt, 1, plan->elements[element].id);
	while ((err = db_step(store, stmt, &row)) == ERR_OK && row) {
		const struct node node = {
			.element = element, .unit = plan_unit_by_id(plan, sqlite3_column_int64(stmt, 0)),
			.no = sqlite3_column_int(stmt, 1), .name = db_text(stmt, 2),
			.planned = sqlite3_column_int(stmt, 3), .done = sqlite3_column_int(stmt, 4),
			.doc = db_text(stmt, 5), .change = sqlite3_column_int64(stmt, 6),
		};
		err = node.unit == PLAN_NONE ? db_damaged(store, "node.unit", sqlite3_column_int64(stmt, 0)) : fn(&node, ctx);
		if (err != ERR_OK)
			break;
	}
	db_done(stmt);
	return err;
}
