// SPDX-License-Identifier: MIT
// How the file came to be: ops and their lines, read. All orders go by rowid ranges; there is no other index on change.
#include "db/base.h"

#include <stdlib.h>
#include <string.h>

#include "core/i18n.h"

#define COLUMNS "o.seq, o.at, o.undoes, o.first, o.last, o.who, o.org, o.action, o.why, o.hash, " \
	"c.seq, c.op, c.prev, c.what, c.k1, c.k2, c.k3, c.new "

// Columns 0..9. The texts live until the next step.
static enum err take_op(struct store *store, sqlite3_stmt *stmt, struct store_op *op)
{
	*op = (struct store_op){
		.seq = sqlite3_column_int64(stmt, 0), .at = sqlite3_column_int64(stmt, 1),
		.undoes = sqlite3_column_int64(stmt, 2), .first = sqlite3_column_int64(stmt, 3),
		.last = sqlite3_column_int64(stmt, 4), .who = db_text(stmt, 5), .org = db_text(stmt, 6),
		.action = db_text(stmt, 7), .why = db_text(stmt, 8), .hash = sqlite3_column_blob(stmt, 9),
	};
	if (sqlite3_column_bytes(stmt, 9) != CHANGE_HASH)
		return db_damaged(store, "op", op->seq);
	return ERR_OK;
}

static void take_change(sqlite3_stmt *stmt, struct store_change *change)
{
	*change = (struct store_change){
		.seq = sqlite3_column_int64(stmt, 10), .op = sqlite3_column_int64(stmt, 11),
		.prev = sqlite3_column_int64(stmt, 12), .what = sqlite3_column_int(stmt, 13),
		.k1 = sqlite3_column_int64(stmt, 14), .k2 = sqlite3_column_int64(stmt, 15),
		.k3 = sqlite3_column_int64(stmt, 16), .text = db_text(stmt, 17),
	};
}

struct walk {
	struct store *store;
	store_change_fn *fn;
	void *ctx;
	int64_t prev;             // of the line handed over last
};

static enum err hand_over(sqlite3_stmt *stmt, void *ctx)
{
	struct walk *w = ctx;
	struct store_op op;
	struct store_change change;
	enum err err = take_op(w->store, stmt, &op);
	if (err != ERR_OK)
		return err;
	take_change(stmt, &change);
	w->prev = change.prev;
	return w->fn(&op, &change, w->ctx);
}

enum err store_each_change(struct store *store, int limit, store_change_fn *fn, void *ctx)
{
	static const char sql[] = "SELECT " COLUMNS "FROM change c CROSS JOIN op o ON o.seq = c.op "
		"WHERE c.seq > CASE :limit WHEN 0 THEN 0 ELSE (SELECT coalesce(max(seq), 0) FROM change) - :limit END ORDER BY c.seq DESC";
	struct walk w = { .store = store, .fn = fn, .ctx = ctx };
	return db_each(store, sql, DB_KEYS(limit), hand_over, &w);
}

static enum err hand_over_line(struct walk *w, int64_t change)
{
	static const char sql[] = "SELECT " COLUMNS "FROM change c CROSS JOIN op o ON o.seq = c.op WHERE c.seq = :seq";
	sqlite3_stmt *stmt;
	bool row;
	enum err err = db_first(w->store, sql, DB_KEYS(change), &stmt, &row);
	if (err != ERR_OK)
		return err;
	w->prev = 0;                     // a snapshot has no history: the life of its cells ends at once
	err = row ? hand_over(stmt, w) : w->store->snapshot ? ERR_OK : db_damaged(w->store, "change", change);
	db_done(stmt);
	if (err == ERR_OK && w->prev >= change)
		err = db_damaged(w->store, "change", change);
	return err;
}

enum err store_cell_life(struct store *store, int64_t change, store_change_fn *fn, void *ctx)
{
	struct walk w = { .store = store, .fn = fn, .ctx = ctx };
	enum err err = ERR_OK;
	for (; err == ERR_OK && change > 0; change = w.prev)
		err = hand_over_line(&w, change);
	return err;
}

static enum err keep_op(struct store *store, struct store_op *op)
{
	const char **texts[] = { &op->who, &op->org, &op->action, &op->why };
	for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
		free(store->op_text[i]);
		store->op_text[i] = strdup(*texts[i]);
		if (store->op_text[i] == NULL)
			return err_set(ERR_MEMORY, _("out of memory"));
		*texts[i] = store->op_text[i];
	}
	memcpy(store->op_hash, op->hash, CHANGE_HASH);
	op->hash = store->op_hash;
	return ERR_OK;
}

enum err store_last_op(struct store *store, struct store_op *out)
{
	static const char sql[] = "SELECT seq, at, undoes, first, last, who, org, action, why, hash FROM op ORDER BY seq DESC LIMIT 1";
	static const uint8_t nothing[CHANGE_HASH];
	struct store_op op = { .who = "", .org = "", .action = "", .why = "", .hash = nothing };
	sqlite3_stmt *stmt;
	bool row;
	enum err err = db_first(store, sql, DB_NO_KEYS, &stmt, &row);
	if (err != ERR_OK)
		return err;
	if (row)
		err = take_op(store, stmt, &op);
	if (err == ERR_OK)
		err = keep_op(store, &op);
	db_done(stmt);
	if (err == ERR_OK)
		*out = op;
	return err;
}
