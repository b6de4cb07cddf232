// SPDX-License-Identifier: MIT
// A plan, written: the first time and each time after. Rows are known again by their code and keep their number for ever;
// only a row that then reads otherwise than before gets a line.
//
// A row is written first and read back for its line: what the line says is what the file really holds.
#include "db/write_plan.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "core/i18n.h"

static int length(const struct plan_writer *w, const struct plan_writing *t)
{
	int len;
	memcpy(&len, (const char *)w->plan + t->len, sizeof len);
	return len;
}

// ------------------------------------------------------------ numbers

// The next number of a table: above every one that it ever had (AUTOINCREMENT remembers).
static enum err next_id(struct store *store, const char *table, int64_t *out)
{
	static const char sql[] = "SELECT coalesce((SELECT seq FROM sqlite_sequence WHERE name = :name), 0) + 1";
	sqlite3_stmt *stmt;
	bool row;
	enum err err = db_statement(store, sql, &stmt);
	if (err != ERR_OK)
		return err;
	db_bind_text(stmt, 1, table);
	err = db_step(store, stmt, &row);
	if (err == ERR_OK)
		*out = sqlite3_column_int64(stmt, 0);
	db_done(stmt);
	return err;
}

static enum err find_id(const struct plan_writer *w, const struct plan_writing *t, int i, bool *found, int64_t *id)
{
	sqlite3_stmt *stmt;
	enum err err = db_statement(w->store, t->find, &stmt);
	if (err != ERR_OK)
		return err;
	db_bind_text(stmt, 1, t->code(w->plan, i));
	if (t->table == TABLE_OUTLINE)
		db_bind(stmt, 2, w->plan->outlines[i].level);
	err = db_step(w->store, stmt, found);
	if (err == ERR_OK && *found)
		*id = sqlite3_column_int64(stmt, 0);
	db_done(stmt);
	return err;
}

static enum err number_rows(struct plan_writer *w, const struct plan_writing *t)
{
	struct plan_ids *ids = &w->ids[t->table];
	int64_t next;
	enum err err = next_id(w->store, plan_rows[t->table].name, &next);
	if (err != ERR_OK)
		return err;
	ids->len = length(w, t);
	ids->of = calloc((size_t)ids->len + 1, sizeof *ids->of);
	if (ids->of == NULL)
		return err_set(ERR_MEMORY, _("out of memory"));
	for (int i = 0; i < ids->len && err == ERR_OK; i++) {
		bool found;
		err = find_id(w, t, i, &found, &ids->of[i]);
		if (err == ERR_OK && !found)
			ids->of[i] = next++;
	}
	return err;
}

// ------------------------------------------------------------ rows

// Written with the change it had; where it then reads otherwise, once more with the new one (the parameters are still bound).
enum err plan_write_change(struct plan_writer *w, const struct plan_change *c)
{
	int64_t change = 0, now;
	bool was, is;
	enum err err = plan_rows_read(w->store, &c->row, &w->before, &change, &was);
	if (err != ERR_OK)
		return err;
	db_bind(c->stmt, c->change_at, change);
	err = db_run(w->store, c->stmt);
	if (err == ERR_OK && c->lists != NULL)
		err = c->lists(w, c->i);
	if (err == ERR_OK)
		err = plan_rows_read(w->store, &c->row, &w->text, &now, &is);
	if (err != ERR_OK || (was && strcmp(w->text.s, w->before.s) == 0))
		return err;
	db_bind(c->stmt, c->change_at, ledger_next_line(w->store));
	err = db_run(w->store, c->stmt);
	return err == ERR_OK ? ledger_add_line(w->store, &c->key, change, w->text.s) : err;
}

static enum err write_row(struct plan_writer *w, const struct plan_writing *t, int i, int64_t id)
{
	struct plan_change change = {
		.key = { CHANGE_PLAN, t->table, id, 0 }, .row = { plan_rows[t->table].row, &id, 1 }, .change_at = 2,
		.lists = t->lists, .i = i,
	};
	enum err err = db_bound(w->store, t->upsert, DB_KEYS(id), &change.stmt);
	if (err != ERR_OK)
		return err;
	t->bind(w, change.stmt, i);
	return plan_write_change(w, &change);
}

static enum err write_rows(struct plan_writer *w, const struct plan_writing *t)
{
	enum err err = ERR_OK;
	for (int i = t->table == TABLE_DEPT ? 1 : 0; i < w->ids[t->table].len && err == ERR_OK; i++)
		err = write_row(w, t, i, w->ids[t->table].of[i]);
	return err;
}

static enum err write_all(struct plan_writer *w)
{
	enum err err = db_do(w->store, "PRAGMA defer_foreign_keys = 1", DB_NO_KEYS);    // a parent may stand behind its child
	for (int i = 0; i < PLAN_WRITINGS && err == ERR_OK; i++)
		err = number_rows(w, &plan_writings[i]);
	for (int i = 0; i < PLAN_WRITINGS && err == ERR_OK; i++)
		err = write_rows(w, &plan_writings[i]);
	if (err == ERR_OK)
		err = write_row(w, &plan_writing_head, 0, 1);
	if (err == ERR_OK)
		err = plan_write_targets(w);
	return err == ERR_OK ? plan_write_gone(w) : err;
}

enum err ledger_plan_stands(struct store *store, const struct plan *seen)
{
	sqlite3_stmt *stmt;
	bool row;
	assert(store->ledger != NULL && store->ledger->open);
	enum err err = db_first(store, "SELECT " PLAN_REVISION " FROM plan", DB_NO_KEYS, &stmt, &row);
	if (err != ERR_OK)
		return err;
	bool stands = row && sqlite3_column_int64(stmt, 0) == seen->revision;
	db_done(stmt);
	return stands ? ERR_OK : err_set(ERR_CONFLICT,
		_("nothing was changed: somebody has changed the plan since this difference was made; run the command again"));
}

enum err ledger_put_plan(struct store *store, const struct plan *plan)
{
	struct plan_writer w = { .store = store, .plan = plan };
	assert(store->ledger != NULL && store->ledger->open);
	enum err err = write_all(&w);
	for (int i = 0; i < TABLES; i++)
		free(w.ids[i].of);
	change_text_done(&w.text);
	change_text_done(&w.before);
	return err;
}
