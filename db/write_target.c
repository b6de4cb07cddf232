// SPDX-License-Identifier: MIT
// Targets of the plan file: rows with by_plan = 1. What a desk keyed in (write_keyed.c) stays until the plan file names the
// same target; what the plan file no longer names is taken away again.
#include "db/write_plan.h"

#include <stdlib.h>
#include <string.h>

#include "core/i18n.h"
#include "db/write_row.h"

static void key_of(const struct plan_writer *w, const struct plan_target *t, int64_t keys[3])
{
	keys[0] = w->ids[TABLE_INDICATOR].of[t->indicator];
	keys[1] = w->ids[TABLE_UNIT].of[t->unit];
	keys[2] = (int64_t)t->kind * 10000 + t->year;
}

static void bind_target(sqlite3_stmt *stmt, const struct plan_target *t)
{
	db_bind(stmt, 4, t->form);
	(void)sqlite3_bind_null(stmt, 5);
	(void)sqlite3_bind_null(stmt, 6);
	if (t->form != PLAN_FORM_TEXT)
		db_bind(stmt, 5, t->figure);
	if (t->form == PLAN_FORM_RANGE)
		db_bind(stmt, 6, t->high);
	db_bind_text(stmt, 7, t->text);
	db_bind(stmt, 8, t->qualifier);
	db_bind_text(stmt, 9, t->doc);
	db_bind(stmt, 10, t->keyed ? 0 : 1);
}

enum err target_bound(struct store *store, const struct plan_target *t, const int64_t keys[3], sqlite3_stmt **out)
{
	static const char sql[] = "INSERT INTO target (indicator, unit, kind, year, form, figure, high, text, qualifier, doc, by_plan, "
		"change) VALUES (:indicator, :unit, :kind_year / 10000, :kind_year % 10000, :form, :figure, :high, :text, :qualifier, "
		":doc, :by_plan, :change) ON CONFLICT DO UPDATE SET form = :form, figure = :figure, high = :high, text = :text, "
		"qualifier = :qualifier, doc = :doc, by_plan = :by_plan, change = :change";
	enum err err = db_bound(store, sql, keys, 3, out);
	if (err == ERR_OK)
		bind_target(*out, t);
	return err;
}

static enum err write_target(struct plan_writer *w, const struct plan_target *t, const int64_t keys[3])
{
	struct plan_change change = {
		.key = { CHANGE_TARGET, keys[0], keys[1], keys[2] }, .row = { plan_rows_target, keys, 3 }, .change_at = TARGET_CHANGE_AT,
	};
	enum err err = target_bound(w->store, t, keys, &change.stmt);
	return err == ERR_OK ? plan_write_change(w, &change) : err;
}

// ------------------------------------------------------------ withdrawn

struct target_key { int64_t keys[3], change; };

static int compare_keys(const void *a, const void *b)
{
	const int64_t *x = ((const struct target_key *)a)->keys, *y = ((const struct target_key *)b)->keys;
	for (int i = 0; i < 3; i++)
		if (x[i] != y[i])
			return x[i] < y[i] ? -1 : 1;
	return 0;
}

static enum err withdraw(struct plan_writer *w, const struct target_key *key)
{
	enum err err = db_do(w->store, row_target.remove, key->keys, 3);
	const struct ledger_key line = { CHANGE_TARGET, key->keys[0], key->keys[1], key->keys[2] };
	return err == ERR_OK ? ledger_add_line(w->store, &line, key->change, "") : err;
}

// A seek a target: the walk is over before anything is taken away.
static enum err withdraw_others(struct plan_writer *w, const struct target_key *known, int len)
{
	static const char sql[] = "SELECT indicator, unit, kind * 10000 + year, change FROM target WHERE by_plan = 1 "
		"AND (indicator, unit, kind, year) > (:indicator, :unit, :kind_year / 10000, :kind_year % 10000) "
		"ORDER BY indicator, unit, kind, year LIMIT 1";
	struct target_key at = { 0 };
	for (;;) {
		sqlite3_stmt *stmt;
		bool row;
		enum err err = db_first(w->store, sql, at.keys, 3, &stmt, &row);
		if (err != ERR_OK)
			return err;
		for (int i = 0; i < 3 && row; i++)
			at.keys[i] = sqlite3_column_int64(stmt, i);
		at.change = row ? sqlite3_column_int64(stmt, 3) : 0;
		db_done(stmt);
		if (!row)
			return ERR_OK;
		if (len == 0 || bsearch(&at, known, (size_t)len, sizeof at, compare_keys) == NULL)
			err = withdraw(w, &at);
		if (err != ERR_OK)
			return err;
	}
}

enum err plan_write_targets(struct plan_writer *w)
{
	int len = w->plan->targets_len;
	struct target_key *known = calloc((size_t)len + 1, sizeof *known);
	enum err err = ERR_OK;
	if (known == NULL)
		return err_set(ERR_MEMORY, _("out of memory"));
	for (int i = 0; i < len && err == ERR_OK; i++) {
		key_of(w, &w->plan->targets[i], known[i].keys);
		err = write_target(w, &w->plan->targets[i], known[i].keys);
	}
	qsort(known, (size_t)len, sizeof *known, compare_keys);
	if (err == ERR_OK)
		err = withdraw_others(w, known, len);
	free(known);
	return err;
}
