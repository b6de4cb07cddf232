// SPDX-License-Identifier: MIT
// One action, one transaction, one op (core/ledger.h). Rows are written by write_entry and write_plan, each followed by its
// line; the op with the hash over all lines comes last, just before COMMIT.
#include "db/write.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "core/i18n.h"

// ------------------------------------------------------------ the transaction's own memory

static void forget_op(struct ledger *ledger)
{
	char **texts[] = { &ledger->who, &ledger->org, &ledger->action, &ledger->why };
	for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
		free(*texts[i]);
		*texts[i] = NULL;
	}
	change_hash_free(ledger->hash, NULL);
	ledger->hash = NULL;
	ledger->open = false;
}

static void ledger_free(struct ledger *ledger)
{
	if (ledger == NULL)
		return;
	forget_op(ledger);
	change_text_done(&ledger->text);
	free(ledger);
}

enum err ledger_of(struct store *store, struct ledger **out)
{
	if (store->ledger == NULL) {
		store->ledger = calloc(1, sizeof *store->ledger);
		if (store->ledger == NULL)
			return err_set(ERR_MEMORY, _("out of memory"));
		store->ledger_free = ledger_free;
	}
	*out = store->ledger;
	return ERR_OK;
}

static enum err remember_op(struct ledger *ledger, const struct ledger_op *op)
{
	const struct { char **to; const char *from; } texts[] = {
		{ &ledger->who, op->who }, { &ledger->org, op->org }, { &ledger->action, op->action }, { &ledger->why, op->why },
	};
	for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
		*texts[i].to = strdup(texts[i].from);
		if (*texts[i].to == NULL)
			return err_set(ERR_MEMORY, _("out of memory"));
	}
	memcpy(ledger->uid, op->uid, sizeof ledger->uid);
	ledger->undoes = op->undoes;
	return ERR_OK;
}

// ------------------------------------------------------------ begin

// The clock of a desk may stand behind that of the desk before: time in the file never goes back.
static enum err follow_last(struct store *store, struct ledger *ledger, int64_t now)
{
	struct store_op last;
	enum err err = store_last_op(store, &last);
	if (err != ERR_OK)
		return err;
	ledger->seq = last.seq + 1;
	ledger->at = now > last.at ? now : last.at;
	ledger->first = ledger->next = last.last + 1;
	return change_hash_new(last.hash, &ledger->hash);
}

enum err ledger_begin(struct store *store, const struct ledger_op *op)
{
	struct ledger *ledger = NULL;
	if (!store->can_write)
		return err_set(ERR_READONLY, _("%s is open for reading only"), store->path);
	enum err err = ledger_of(store, &ledger);
	if (err != ERR_OK)
		return err;
	assert(!ledger->open && store->viewing == 0);
	err = db_do(store, "BEGIN IMMEDIATE", DB_NO_KEYS);
	if (err != ERR_OK)
		return err;
	ledger->open = true;
	err = remember_op(ledger, op);
	if (err == ERR_OK)
		err = follow_last(store, ledger, op->now);
	if (err != ERR_OK)
		ledger_rollback(store);
	return err;
}

// SQLite has rolled back by itself after some errors: then there is nothing left to end.
static void end_transaction(struct store *store)
{
	if (sqlite3_get_autocommit(store->db) == 0)
		(void)sqlite3_exec(store->db, "ROLLBACK", NULL, NULL, NULL);
}

void ledger_rollback(struct store *store)
{
	if (store->ledger == NULL || !store->ledger->open)
		return;
	end_transaction(store);
	forget_op(store->ledger);
}

// ------------------------------------------------------------ lines

enum err ledger_add_line(struct store *store, const struct ledger_key *key, int64_t prev, const char *text)
{
	static const char sql[] = "INSERT INTO change (seq, op, what, k1, k2, k3, prev, new) "
		"VALUES (:seq, :op, :what, :k1, :k2, :k3, :prev, :new)";
	struct ledger *ledger = store->ledger;
	sqlite3_stmt *stmt;
	enum err err = db_bound(store, sql, DB_KEYS(ledger->next, ledger->seq, key->what, key->k1, key->k2, key->k3), &stmt);
	if (err != ERR_OK)
		return err;
	if (prev != 0)
		db_bind(stmt, 7, prev);
	else
		(void)sqlite3_bind_null(stmt, 7);
	db_bind_text(stmt, 8, text);
	err = db_run(store, stmt);
	if (err != ERR_OK)
		return err;
	change_hash_line(ledger->hash, ledger->next, key->what, key->k1, key->k2, key->k3, prev, text);
	ledger->next++;
	return ERR_OK;
}

static enum err take_line(sqlite3_stmt *stmt, struct ledger_key *key, int64_t *prev, char **text)
{
	*key = (struct ledger_key){ sqlite3_column_int(stmt, 0), sqlite3_column_int64(stmt, 1), sqlite3_column_int64(stmt, 2),
		sqlite3_column_int64(stmt, 3) };
	*prev = sqlite3_column_int64(stmt, 4);
	*text = strdup(db_text(stmt, 5));
	return *text == NULL ? err_set(ERR_MEMORY, _("out of memory")) : ERR_OK;
}

enum err ledger_read_line(struct store *store, int64_t seq, struct ledger_key *key, int64_t *prev, char **text)
{
	static const char sql[] = "SELECT what, k1, k2, k3, prev, new FROM change WHERE seq = :seq";
	sqlite3_stmt *stmt;
	bool row;
	enum err err = db_first(store, sql, DB_KEYS(seq), &stmt, &row);
	if (err != ERR_OK)
		return err;
	err = row ? take_line(stmt, key, prev, text) : db_damaged(store, "change", seq);
	db_done(stmt);
	return err;
}

// ------------------------------------------------------------ commit

static enum err write_op(struct store *store, struct ledger *ledger)
{
	static const char sql[] = "INSERT INTO op (seq, uid, at, who, org, action, why, undoes, first, last, hash) "
		"VALUES (:seq, :uid, :at, :who, :org, :action, nullif(:why, ''), nullif(:undoes, 0), :first, :last, :hash)";
	uint8_t hash[CHANGE_HASH];
	int64_t last = ledger->next - 1;
	sqlite3_stmt *stmt;
	enum err err = db_statement(store, sql, &stmt);
	if (err != ERR_OK)
		return err;
	change_hash_op(ledger->hash, ledger->seq, ledger->uid, ledger->at, ledger->who, ledger->org, ledger->action, ledger->why,
		ledger->undoes, ledger->first, last);
	change_hash_free(ledger->hash, hash);
	ledger->hash = NULL;
	db_bind(stmt, 1, ledger->seq);
	(void)sqlite3_bind_blob(stmt, 2, ledger->uid, sizeof ledger->uid, SQLITE_STATIC);
	db_bind(stmt, 3, ledger->at);
	db_bind_text(stmt, 4, ledger->who);
	db_bind_text(stmt, 5, ledger->org);
	db_bind_text(stmt, 6, ledger->action);
	db_bind_text(stmt, 7, ledger->why);
	db_bind(stmt, 8, ledger->undoes);
	db_bind(stmt, 9, ledger->first);
	db_bind(stmt, 10, last);
	(void)sqlite3_bind_blob(stmt, 11, hash, sizeof hash, SQLITE_STATIC);
	return db_run(store, stmt);
}

// "COMMIT failed" is not "not saved" (traps.md). After the rollback the file says what holds: the op is there or not.
static enum err settle(struct store *store, const struct ledger *ledger, enum err failed, int64_t *seq)
{
	static const char sql[] = "SELECT seq FROM op WHERE uid = :uid";
	char *why = strdup(err_message());
	sqlite3_stmt *stmt;
	bool row = false;
	end_transaction(store);
	enum err err = db_statement(store, sql, &stmt);
	if (err == ERR_OK) {
		(void)sqlite3_bind_blob(stmt, 1, ledger->uid, sizeof ledger->uid, SQLITE_STATIC);
		err = db_step(store, stmt, &row);
		if (row)
			*seq = sqlite3_column_int64(stmt, 0);
		db_done(stmt);
	}
	if (err != ERR_OK)
		err = err_set(ERR_IO, _("it is not certain whether this was saved; look again before you repeat it (%s)"), err_message());
	else if (!row)
		err = err_set(failed, "%s", why == NULL ? "" : why);
	free(why);
	return err;
}

enum err ledger_commit(struct store *store, int64_t *seq)
{
	struct ledger *ledger = store->ledger;
	assert(ledger != NULL && ledger->open);
	*seq = 0;
	if (ledger->next == ledger->first) {
		ledger_rollback(store);
		return ERR_OK;
	}
	enum err err = write_op(store, ledger);
	if (err != ERR_OK) {
		ledger_rollback(store);
		return err;
	}
	err = db_do(store, "COMMIT", DB_NO_KEYS);
	if (err == ERR_OK)
		*seq = ledger->seq;
	else
		err = settle(store, ledger, err, seq);
	forget_op(ledger);
	return err;
}
