// SPDX-License-Identifier: MIT
// Statements, cached by the address of their literal, and what SQLite's errors mean to a person (base.h).
#include "db/base.h"

#include <string.h>

#include "core/i18n.h"

struct sentence { int code; enum err err; bool numbered; const char *text; };
// Extended codes first. Numbered: the code is told too, for who is asked for help; the words of SQLite are for nobody at a desk.
static const struct sentence sentences[] = {
	{ SQLITE_READONLY_ROLLBACK, ERR_IO, false, N_("a save was cut short here; open it once with duibiao to put it right") },
	{ SQLITE_READONLY_RECOVERY, ERR_IO, false, N_("a save was cut short here; open it once with duibiao to put it right") },
	{ SQLITE_BUSY, ERR_BUSY, false, N_("in use by another desk; try again in a moment") },
	{ SQLITE_LOCKED, ERR_BUSY, false, N_("in use by another desk; try again in a moment") },
	{ SQLITE_FULL, ERR_IO, false, N_("the disk is full and nothing was saved; make room and save again") },
	{ SQLITE_READONLY, ERR_READONLY, false, N_("may only be read by you; look at it with duibiao --browse") },
	{ SQLITE_PERM, ERR_READONLY, false, N_("may only be read by you; look at it with duibiao --browse") },
	{ SQLITE_CORRUPT, ERR_DAMAGED, true, N_("damaged; keep this file and go on with the last backup") },
	{ SQLITE_NOTADB, ERR_DAMAGED, true, N_("damaged; keep this file and go on with the last backup") },
	{ SQLITE_NOMEM, ERR_MEMORY, false, N_("out of memory") },
	{ SQLITE_CONSTRAINT, ERR_REFUSED, true, N_("a row does not hold and nothing was saved") },
	{ SQLITE_CANTOPEN, ERR_IO, true, N_("cannot be opened") },
	{ SQLITE_ERROR, ERR_DAMAGED, true, N_("not as a file of duibiao should be; run duibiao verify") },
};
static const struct sentence other = { 0, ERR_IO, true, N_("reading or writing failed") };

static const struct sentence *sentence_of(int code)
{
	for (size_t i = 0; i < sizeof sentences / sizeof sentences[0]; i++)
		if (sentences[i].code == code || sentences[i].code == (code & 0xFF))
			return &sentences[i];
	return &other;
}

enum err db_error_of(const char *path, int code)
{
	const struct sentence *s = sentence_of(code);
	if (s->numbered)
		return err_set(s->err, _("%s: %s (number %d)"), path, _(s->text), code);
	return err_set(s->err, _("%s: %s"), path, _(s->text));
}

enum err db_error(struct store *store, int rc)
{
	int code = store->db == NULL ? rc : sqlite3_extended_errcode(store->db);
	if ((code & 0xFF) != (rc & 0xFF))
		code = rc;
	return db_error_of(store->path, code);
}

enum err db_damaged(const struct store *store, const char *what, int64_t id)
{
	return err_set(ERR_DAMAGED, _("%s is damaged: %s %lld does not fit; run duibiao verify"), store->path, what, (long long)id);
}

// A statement that is still being walked (a callback asks the same again) is passed over: the next slot gets another.
enum err db_statement(struct store *store, const char *literal, sqlite3_stmt **out)
{
	size_t slot = ((uintptr_t)literal * UINT64_C(0x9E3779B97F4A7C15) >> 40) & (DB_STATEMENTS - 1);
	while (store->statements[slot].sql != NULL) {
		struct statement *known = &store->statements[slot];
		if (known->sql == literal && !sqlite3_stmt_busy(known->stmt)) {
			*out = known->stmt;
			return ERR_OK;
		}
		slot = (slot + 1) & (DB_STATEMENTS - 1);
	}
	if (store->statements_len == DB_STATEMENTS - 1)
		return err_set(ERR_MEMORY, _("out of memory"));
	sqlite3_stmt *stmt;
	int rc = sqlite3_prepare_v3(store->db, literal, -1, SQLITE_PREPARE_PERSISTENT, &stmt, NULL);
	if (rc != SQLITE_OK)
		return db_error(store, rc);
	store->statements[slot] = (struct statement){ literal, stmt };
	store->statements_len++;
	*out = stmt;
	return ERR_OK;
}

void db_done(sqlite3_stmt *stmt)
{
	if (stmt != NULL)
		(void)sqlite3_reset(stmt);
}

enum err db_step(struct store *store, sqlite3_stmt *stmt, bool *row)
{
	int rc = sqlite3_step(stmt);
	*row = rc == SQLITE_ROW;
	if (rc == SQLITE_ROW || rc == SQLITE_DONE)
		return ERR_OK;
	return db_error(store, rc);
}

enum err db_run(struct store *store, sqlite3_stmt *stmt)
{
	bool row;
	enum err err = db_step(store, stmt, &row);
	db_done(stmt);
	return err;
}

enum err db_bound(struct store *store, const char *literal, const int64_t *keys, int len, sqlite3_stmt **out)
{
	enum err err = db_statement(store, literal, out);
	for (int i = 0; i < len && err == ERR_OK; i++)
		db_bind(*out, i + 1, keys[i]);
	return err;
}

enum err db_do(struct store *store, const char *literal, const int64_t *keys, int len)
{
	sqlite3_stmt *stmt;
	enum err err = db_bound(store, literal, keys, len, &stmt);
	return err == ERR_OK ? db_run(store, stmt) : err;
}

enum err db_first(struct store *store, const char *literal, const int64_t *keys, int len, sqlite3_stmt **out, bool *row)
{
	enum err err = db_bound(store, literal, keys, len, out);
	if (err != ERR_OK)
		return err;
	err = db_step(store, *out, row);
	if (err != ERR_OK)
		db_done(*out);
	return err;
}

enum err db_number(struct store *store, const char *literal, int64_t *out)
{
	sqlite3_stmt *stmt;
	bool row;
	enum err err = db_first(store, literal, DB_NO_KEYS, &stmt, &row);
	if (err != ERR_OK)
		return err;
	*out = row ? sqlite3_column_int64(stmt, 0) : 0;
	db_done(stmt);
	return ERR_OK;
}

enum err db_each(struct store *store, const char *literal, const int64_t *keys, int len, db_row_fn *fn, void *ctx)
{
	sqlite3_stmt *stmt;
	bool row;
	enum err err = db_first(store, literal, keys, len, &stmt, &row);
	if (err != ERR_OK)
		return err;
	while (err == ERR_OK && row) {
		err = fn(stmt, ctx);
		if (err == ERR_OK)
			err = db_step(store, stmt, &row);
	}
	db_done(stmt);
	return err;
}

const char *db_text(sqlite3_stmt *stmt, int column)
{
	const unsigned char *text = sqlite3_column_text(stmt, column);
	return text == NULL ? "" : (const char *)text;
}

void db_statements_free(struct store *store)
{
	for (int i = 0; i < DB_STATEMENTS; i++)
		sqlite3_finalize(store->statements[i].stmt);
	memset(store->statements, 0, sizeof store->statements);
	store->statements_len = 0;
}
