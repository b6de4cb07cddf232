// SPDX-License-Identifier: MIT
// The plan, read in one view: each table in its order, then what refers to rows by number (a parent may stand behind its child).
#include "db/read_plan.h"

#include <stdlib.h>
#include <string.h>

#include "core/i18n.h"

void *plan_grown(struct plan_reader *r, void *array, int *cap, size_t size)
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

struct walk {
	struct plan_reader *r;
	const struct plan_reading *table;
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
		array = plan_grown(w->r, array, &w->cap, w->table->size);
	memcpy((char *)plan + w->table->array, &array, sizeof array);
	if (w->r->err == ERR_OK)
		memcpy((char *)plan + w->table->len, &len, sizeof len);
}

static enum err take_row(sqlite3_stmt *stmt, void *ctx)
{
	struct walk *w = ctx;
	struct plan_reader *r = w->r;
	r->stmt = stmt;
	if (w->table->size != 0)
		take_place(w);
	if (r->err == ERR_OK && w->table->map != MAPS)
		r->err = id_map_put(&r->maps[w->table->map], sqlite3_column_int64(stmt, 0), w->rows);
	if (r->err == ERR_OK)
		w->table->read(r, w->rows++);
	return r->err;
}

static enum err read_table(struct plan_reader *r, const struct plan_reading *table, int *rows)
{
	struct walk w = { .r = r, .table = table };
	r->named_len = 0;
	enum err err = db_each(r->store, table->sql, DB_NO_KEYS, take_row, &w);
	if (table->map != MAPS)
		id_map_seal(&r->maps[table->map]);
	for (int row = 0; err == ERR_OK && table->link != NULL && row < w.rows; row++) {
		table->link(r, row);
		err = r->err;
	}
	*rows = w.rows;
	return err;
}

static enum err read_tables(struct plan_reader *r)
{
	int rows = 0;
	enum err err = ERR_OK;
	for (int i = 0; i < PLAN_READINGS && err == ERR_OK; i++)
		err = read_table(r, &plan_readings[i], &rows);
	if (err == ERR_OK && rows == 0)     // the last table is the plan's head
		err = err_set(ERR_MISSING, _("%s holds no plan yet; give it one with duibiao plan apply"), db_path(r->store));
	return err == ERR_OK ? plan_seal(r->plan) : err;
}

enum err store_read_plan(struct store *store, struct plan **out)
{
	struct plan_reader r = { .store = store };
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
