// SPDX-License-Identifier: MIT
// Baselines and targets, read again for a plan that is in use: desks key them in while other programs run (core/store.h).
#include <stdlib.h>
#include <string.h>

#include "core/i18n.h"
#include "db/base.h"

struct targets { const struct plan *plan; struct plan_target *of; int len, cap; };

// Columns from FIRST on: form, figure, high, qualifier, by_plan, change.
static void take_numbers(sqlite3_stmt *stmt, int first, struct plan_target *target)
{
	target->form = (enum plan_target_form)sqlite3_column_int(stmt, first);
	target->figure = sqlite3_column_int64(stmt, first + 1);
	target->high = sqlite3_column_int64(stmt, first + 2);
	target->qualifier = (enum num_qualifier)sqlite3_column_int(stmt, first + 3);
	target->keyed = sqlite3_column_int(stmt, first + 4) == 0;
	target->change = sqlite3_column_int64(stmt, first + 5);
}

static enum err room_for_one(struct targets *targets)
{
	int cap = targets->cap == 0 ? 64 : targets->cap * 2;
	if (targets->len < targets->cap)
		return ERR_OK;
	struct plan_target *grown = realloc(targets->of, (size_t)cap * sizeof *grown);
	if (grown == NULL)
		return err_set(ERR_MEMORY, _("out of memory"));
	targets->of = grown;
	targets->cap = cap;
	return ERR_OK;
}

static enum err take_row(sqlite3_stmt *stmt, void *ctx)
{
	struct targets *targets = ctx;
	struct plan_target target = {
		.indicator = plan_indicator_by_id(targets->plan, sqlite3_column_int64(stmt, 0)),
		.unit = plan_unit_by_id(targets->plan, sqlite3_column_int64(stmt, 1)),
		.kind = (enum plan_target_kind)sqlite3_column_int(stmt, 2), .year = sqlite3_column_int(stmt, 3),
	};
	take_numbers(stmt, 4, &target);
	if (target.indicator == PLAN_NONE || target.unit == PLAN_NONE)
		return ERR_OK;
	enum err err = room_for_one(targets);
	if (err != ERR_OK)
		return err;
	target.text = strdup(db_text(stmt, 10));
	target.doc = strdup(db_text(stmt, 11));
	targets->of[targets->len++] = target;
	return target.text == NULL || target.doc == NULL ? err_set(ERR_MEMORY, _("out of memory")) : ERR_OK;
}

enum err store_read_targets(struct store *store, struct plan *plan)
{
	static const char sql[] = "SELECT indicator, unit, kind, year, form, figure, high, qualifier, by_plan, change, text, doc "
		"FROM target";
	struct targets targets = { .plan = plan };
	enum err err = db_each(store, sql, DB_NO_KEYS, take_row, &targets);
	if (err == ERR_OK)
		return plan_take_targets(plan, targets.of, targets.len);
	plan_targets_free(targets.of, targets.len);
	return err;
}

static enum err take_found(struct store *store, sqlite3_stmt *stmt, struct plan_target *out)
{
	const char *text = db_text(stmt, 6), *doc = db_text(stmt, 7);
	take_numbers(stmt, 0, out);
	enum err err = db_keep(&store->cell_note, &text);
	if (err == ERR_OK)
		err = db_keep(&store->cell_doc, &doc);
	out->text = store->cell_note;
	out->doc = store->cell_doc;
	return err;
}

enum err store_get_target(struct store *store, const struct plan *plan, struct plan_target *out)
{
	static const char sql[] = "SELECT form, figure, high, qualifier, by_plan, change, text, doc FROM target "
		"WHERE indicator = :indicator AND unit = :unit AND kind = :kind AND year = :year";
	static char none[] = "";
	sqlite3_stmt *stmt;
	bool row;
	enum err err = db_first(store, sql, DB_KEYS(plan->indicators[out->indicator].id, plan->units[out->unit].id, out->kind,
		out->year), &stmt, &row);
	if (err != ERR_OK)
		return err;
	out->form = PLAN_FORM_NONE;
	out->change = 0;
	out->text = out->doc = none;
	if (row)
		err = take_found(store, stmt, out);
	db_done(stmt);
	return err;
}
