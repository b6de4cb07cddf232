// SPDX-License-Identifier: MIT
// See past.h. Each table of figures and of the work is covered by a view of the same name in the connection's own schema: the rows
// that stand unchanged since then, and those that stood then, written again from their lines. Every query of db/read_*.c reads
// the views and knows nothing of it.
#include "db/past.h"

#include <stdlib.h>

#include "core/i18n.h"
#include "db/write_row.h"

#define LENGTH(a) (sizeof (a) / sizeof (a)[0])

// The columns are those of the table, whatever a later schema adds: these are copies, not readers.
#define COVER(table, key) \
	"CREATE TEMP TABLE " #table " AS SELECT * FROM main." #table " WHERE 0; " \
	"CREATE UNIQUE INDEX temp." #table "_then_key ON " #table " (" key ")", \
	"ALTER TABLE temp." #table " RENAME TO " #table "_then; " \
	"CREATE TEMP VIEW " #table " AS SELECT * FROM main." #table " WHERE change <= (SELECT line FROM temp.known) " \
	"UNION ALL SELECT * FROM temp." #table "_then", \
	"DROP VIEW IF EXISTS temp." #table "; DROP TABLE IF EXISTS temp." #table "; DROP TABLE IF EXISTS temp." #table "_then"

static const struct { const char *make, *cover, *drop; } tables[] = {
	{ COVER(entry, "element, period, unit") },
	{ COVER(stage, "element, period, unit") },
	{ COVER(node, "element, unit, no") },
	{ COVER(target, "indicator, unit, kind, year") },
	{ COVER(report, "period, dept, unit") },
	{ COVER(explanation, "id") },
	{ COVER(correction, "id") },
	{ COVER(bulletin, "id") },
};
static const char make_known[] = "DROP TABLE IF EXISTS temp.known; CREATE TEMP TABLE known (op INTEGER, line INTEGER)";
static const char cover_log[] = "CREATE TEMP VIEW op AS SELECT * FROM main.op WHERE seq <= (SELECT op FROM temp.known); "
	"CREATE TEMP VIEW change AS SELECT * FROM main.change WHERE seq <= (SELECT line FROM temp.known)";
static const char drop_log[] = "DROP VIEW IF EXISTS temp.op; DROP VIEW IF EXISTS temp.change";

static enum err execute(struct store *store, const char *sql)
{
	int rc = sqlite3_exec(store->db, sql, NULL, NULL, NULL);
	return rc == SQLITE_OK ? ERR_OK : db_error(store, rc);
}

// ------------------------------------------------------------ what has changed since

struct old_row { struct ledger_key key; int64_t prev; };
struct old_rows { struct old_row *rows; size_t len, cap; };

static enum err keep_row(sqlite3_stmt *stmt, void *ctx)
{
	struct old_rows *old = ctx;
	if (row_kind_of((int)sqlite3_column_int64(stmt, 0)) == NULL || sqlite3_column_int64(stmt, 5) == 0)
		return ERR_OK;
	if (old->len == old->cap) {
		size_t cap = old->cap == 0 ? 256 : old->cap * 2;
		struct old_row *grown = realloc(old->rows, cap * sizeof *grown);
		if (grown == NULL)
			return err_set(ERR_MEMORY, "%s", _("out of memory"));
		old->rows = grown;
		old->cap = cap;
	}
	struct old_row *row = &old->rows[old->len++];
	row->key = (struct ledger_key){ (int)sqlite3_column_int64(stmt, 0), sqlite3_column_int64(stmt, 1),
		sqlite3_column_int64(stmt, 2), sqlite3_column_int64(stmt, 3) };
	row->prev = sqlite3_column_int64(stmt, 5);
	return ERR_OK;
}

// The row as the line says that stood then; its revision is that line.
static enum err write_old(struct store *store, const struct old_row *row)
{
	struct ledger_key key;
	int64_t before;
	char *text = NULL;
	enum err err = ledger_read_line(store, row->prev, &key, &before, &text);
	store->ledger->next = row->prev;
	if (err == ERR_OK && text[0] != '\0')
		err = row_kind_of(key.what)->write(store, &key, text);
	free(text);
	return err;
}

static enum err write_old_rows(struct store *store)
{
	static const char sql[] = "SELECT what, k1, k2, k3, min(seq), prev FROM main.change WHERE seq > (SELECT line FROM temp.known) "
		"GROUP BY what, k1, k2, k3";
	struct old_rows old = { 0 };
	enum err err = db_each(store, sql, DB_NO_KEYS, keep_row, &old);
	for (size_t i = 0; i < old.len && err == ERR_OK; i++)
		err = write_old(store, &old.rows[i]);
	free(old.rows);
	return err;
}

// ------------------------------------------------------------ the views

static enum err find_known(struct store *store)
{
	static const char sql[] = "INSERT INTO temp.known SELECT seq, last FROM main.op WHERE at <= :until ORDER BY seq DESC LIMIT 1";
	enum err err = execute(store, make_known);
	if (err == ERR_OK)
		err = db_do(store, sql, DB_KEYS(store->known_until));
	if (err == ERR_OK && sqlite3_changes(store->db) == 0)
		err = err_set(ERR_REFUSED, _("nothing was known on that day yet: the file's first action is later"));
	return err;
}

static enum err uncover(struct store *store)
{
	enum err err = execute(store, drop_log);
	for (size_t i = 0; i < LENGTH(tables) && err == ERR_OK; i++)
		err = execute(store, tables[i].drop);
	return err;
}

// A statement prepared before would go on reading the tables themselves.
static enum err cover(struct store *store)
{
	enum err err = uncover(store);
	if (err == ERR_OK)
		err = find_known(store);
	for (size_t i = 0; i < LENGTH(tables) && err == ERR_OK; i++)
		err = execute(store, tables[i].make);
	db_statements_free(store);
	if (err == ERR_OK)
		err = write_old_rows(store);
	db_statements_free(store);
	for (size_t i = 0; i < LENGTH(tables) && err == ERR_OK; i++)
		err = execute(store, tables[i].cover);
	return err == ERR_OK ? execute(store, cover_log) : err;
}

// What another desk has saved since the views were made would be missing in them.
static enum err refresh(struct store *store)
{
	int64_t version;
	enum err err = store_data_version(store, &version);
	if (err != ERR_OK || version == store->known_version)
		return err;
	err = execute(store, "PRAGMA query_only = 0");
	if (err == ERR_OK)
		err = cover(store);
	enum err shut = execute(store, "PRAGMA query_only = 1");
	if (err == ERR_OK && shut == ERR_OK)
		store->known_version = version;
	return err == ERR_OK ? shut : err;
}

enum err db_open_past(const char *path, const struct db_options *options, int64_t until, struct store **out)
{
	struct db_options reading = *options;
	struct ledger *ledger;
	reading.mode = DB_READ;
	enum err err = db_open(path, &reading, out);
	if (err != ERR_OK)
		return err;
	(*out)->known_until = until;
	(*out)->known_version = -1;
	(*out)->refresh = refresh;
	err = ledger_of(*out, &ledger);
	if (err == ERR_OK)
		err = store_begin(*out);
	if (err == ERR_OK) {
		store_end(*out);
		return ERR_OK;
	}
	db_close(*out);
	*out = NULL;
	return err;
}
