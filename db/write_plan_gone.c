// SPDX-License-Identifier: MIT
// Rows of the file that the new plan does not have. What was entered is never dropped: an element or unit with entries is
// retired after its newest one; what others still lean on stays; all else is taken away, its number unused for ever.
#include "db/write_plan.h"

#include <stdlib.h>

#include "core/i18n.h"

#define BEHIND_ALL 1000000      // ord of rows that stay although the plan does not name them: behind all that it names

struct gone {
	enum plan_table table;
	const char *newest;     // the newest period with an entry of :id; NULL: such rows have none
	const char *leaning;    // does another row lean on :id
	const char *retire;     // sets :change and :ord of :id, and :period where the row has an end; NULL: it never stays
	const char *lists;      // rows that belong to it
	const char *remove;
};

// In this order: an indicator goes before its elements, a child unit before its parent.
static const struct gone gone[] = {
	{ TABLE_RULE, NULL, NULL, NULL, NULL, "DELETE FROM rule WHERE id = :id" },
	{ TABLE_PLACE, NULL, NULL, NULL, NULL, "DELETE FROM place WHERE id = :id" },
	{ TABLE_OUTLINE, NULL, NULL, NULL, NULL, "DELETE FROM outline WHERE id = :id" },
	{ TABLE_INDICATOR, NULL, "SELECT 1 FROM target WHERE indicator = :id LIMIT 1",
		"UPDATE indicator SET change = :change, ord = :ord WHERE id = :id",
		"DELETE FROM compared WHERE indicator = :id", "DELETE FROM indicator WHERE id = :id" },
	{ TABLE_ELEMENT,
		"SELECT coalesce(max(period), 0) FROM entry WHERE element = :id",
		"SELECT 1 FROM indicator WHERE :id IN (x, y, published, level_element, growth_element) "
			"UNION ALL SELECT 1 FROM node WHERE element = :id UNION ALL SELECT 1 FROM explanation WHERE element = :id LIMIT 1",
		"UPDATE element SET change = :change, ord = :ord, retired = min(retired, :period) WHERE id = :id",
		"DELETE FROM element_unit WHERE element = :id", "DELETE FROM element WHERE id = :id" },
	{ TABLE_UNIT,
		"SELECT coalesce(max(x.period), 0) FROM element n CROSS JOIN entry x ON x.element = n.id AND x.unit = :id",
		"SELECT 1 FROM unit WHERE :id IN (parent, successor) UNION ALL SELECT 1 FROM target WHERE unit = :id "
			"UNION ALL SELECT 1 FROM node WHERE unit = :id UNION ALL SELECT 1 FROM report WHERE unit = :id "
			"UNION ALL SELECT 1 FROM operator WHERE unit = :id LIMIT 1",
		"UPDATE unit SET change = :change, ord = :ord, valid_to = max(valid_from, min(valid_to, :period)) WHERE id = :id",
		"DELETE FROM element_unit WHERE unit = :id", "DELETE FROM unit WHERE id = :id" },
	{ TABLE_DEPT, NULL,
		"SELECT 1 FROM element WHERE owner = :id UNION ALL SELECT 1 FROM report WHERE dept = :id "
			"UNION ALL SELECT 1 FROM operator WHERE dept = :id LIMIT 1",
		"UPDATE dept SET change = :change, ord = :ord WHERE id = :id",
		NULL, "DELETE FROM dept WHERE id = :id" },
};

static enum err ask(struct plan_writer *w, const char *sql, int64_t id, int64_t *out)
{
	sqlite3_stmt *stmt;
	bool row;
	*out = 0;
	if (sql == NULL)
		return ERR_OK;
	enum err err = db_first(w->store, sql, DB_KEYS(id), &stmt, &row);
	if (err != ERR_OK)
		return err;
	*out = row ? sqlite3_column_int64(stmt, 0) : 0;
	db_done(stmt);
	return ERR_OK;
}

static enum err retire(struct plan_writer *w, const struct gone *g, int64_t id, int64_t period)
{
	struct plan_change change = { .key = { CHANGE_PLAN, g->table, id, 0 }, .row = { plan_rows[g->table].row, &id, 1 } };
	const struct { const char *name; int64_t value; } values[] = {
		{ ":id", id }, { ":ord", BEHIND_ALL + id }, { ":period", period },
	};
	enum err err = db_statement(w->store, g->retire, &change.stmt);
	if (err != ERR_OK)
		return err;
	for (size_t i = 0; i < sizeof values / sizeof values[0]; i++) {
		int at = sqlite3_bind_parameter_index(change.stmt, values[i].name);
		if (at > 0)
			db_bind(change.stmt, at, values[i].value);
	}
	change.change_at = sqlite3_bind_parameter_index(change.stmt, ":change");
	return plan_write_change(w, &change);
}

static enum err remove_row(struct plan_writer *w, const struct gone *g, int64_t id)
{
	const struct ledger_key key = { CHANGE_PLAN, g->table, id, 0 };
	const struct plan_row row = { plan_rows[g->table].row, &id, 1 };
	int64_t change;
	bool found;
	enum err err = plan_rows_read(w->store, &row, &w->before, &change, &found);
	if (err == ERR_OK && g->lists != NULL)
		err = db_do(w->store, g->lists, DB_KEYS(id));
	if (err == ERR_OK)
		err = db_do(w->store, g->remove, DB_KEYS(id));
	return err == ERR_OK ? ledger_add_line(w->store, &key, change, "") : err;
}

static enum err let_go(struct plan_writer *w, const struct gone *g, int64_t id)
{
	int64_t newest, leaning;
	enum err err = ask(w, g->newest, id, &newest);
	if (err == ERR_OK)
		err = ask(w, g->leaning, id, &leaning);
	if (err != ERR_OK)
		return err;
	return newest != 0 || leaning != 0 ? retire(w, g, id, newest) : remove_row(w, g, id);
}

// ------------------------------------------------------------ which

static int compare_ids(const void *a, const void *b)
{
	int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;
	return (x > y) - (x < y);
}

static enum err take_id(sqlite3_stmt *stmt, void *ctx)
{
	struct plan_ids *ids = ctx;
	int64_t *longer = realloc(ids->of, ((size_t)ids->len + 1) * sizeof *longer);
	if (longer == NULL)
		return err_set(ERR_MEMORY, _("out of memory"));
	ids->of = longer;
	ids->of[ids->len++] = sqlite3_column_int64(stmt, 0);
	return ERR_OK;
}

// The numbers are gone through from the last: children were numbered after their parents.
static enum err let_go_of_table(struct plan_writer *w, const struct gone *g)
{
	struct plan_ids all = { 0 }, *known = &w->ids[g->table];
	enum err err = db_each(w->store, plan_rows[g->table].all, DB_NO_KEYS, take_id, &all);
	if (known->len > 0)
		qsort(known->of, (size_t)known->len, sizeof *known->of, compare_ids);
	for (int i = all.len - 1; i >= 0 && err == ERR_OK; i--)
		if (known->len == 0 || bsearch(&all.of[i], known->of, (size_t)known->len, sizeof *known->of, compare_ids) == NULL)
			err = let_go(w, g, all.of[i]);
	free(all.of);
	return err;
}

enum err plan_write_gone(struct plan_writer *w)
{
	enum err err = ERR_OK;
	for (size_t i = 0; i < sizeof gone / sizeof gone[0] && err == ERR_OK; i++)
		err = let_go_of_table(w, &gone[i]);
	return err;
}
