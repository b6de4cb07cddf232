// SPDX-License-Identifier: MIT
// The history is as it was written: numbers without holes, time never back, every line after the one it names, and the hash
// of each op over the hash before it, its lines and itself. Two walks side by side, nothing is read twice.
#include "db/verify.h"

#include <stdlib.h>
#include <string.h>

#include "core/i18n.h"

struct walk {
	struct verify *v;
	sqlite3_stmt *ops, *changes;
	bool more;                      // a line stands under `changes`
	int64_t op, line, at;           // the last ones gone through
	uint8_t hash[CHANGE_HASH];
	struct change_hash *sum;        // of the op at hand
};

static void mark_followed(struct verify *v, int64_t line)
{
	v->followed[line / 8] |= (uint8_t)(1U << (line % 8));
}

bool verify_followed(const struct verify *v, int64_t line)
{
	return (v->followed[line / 8] >> (line % 8) & 1) != 0;
}

static enum err next_line(struct walk *w)
{
	return db_step(w->v->store, w->changes, &w->more);
}

// Columns of a line: seq, op, what, k1, k2, k3, prev, new.
static enum err check_prev(struct walk *w, int64_t prev)
{
	static const char sql[] = "SELECT what, k1, k2, k3 FROM change WHERE seq = :prev";
	sqlite3_stmt *stmt;
	bool row, same = true;
	if (prev >= w->line || prev < 0 || verify_followed(w->v, prev))
		return verify_found(w->v, "change", w->line);
	enum err err = db_first(w->v->store, sql, DB_KEYS(prev), &stmt, &row);
	if (err != ERR_OK)
		return err;
	for (int i = 0; i < 4 && row; i++)
		same = same && sqlite3_column_int64(stmt, i) == sqlite3_column_int64(w->changes, i + 2);
	db_done(stmt);
	mark_followed(w->v, prev);
	return row && same ? ERR_OK : verify_found(w->v, "change", w->line);
}

static enum err take_line(struct walk *w)
{
	sqlite3_stmt *c = w->changes;
	int64_t prev = sqlite3_column_int64(c, 6);
	w->line++;
	if (sqlite3_column_int64(c, 0) != w->line || sqlite3_column_int64(c, 1) != w->op)
		return verify_found(w->v, "change", w->line);
	change_hash_line(w->sum, w->line, sqlite3_column_int(c, 2), sqlite3_column_int64(c, 3), sqlite3_column_int64(c, 4),
		sqlite3_column_int64(c, 5), prev, db_text(c, 7));
	enum err err = prev == 0 ? ERR_OK : check_prev(w, prev);
	return err == ERR_OK ? next_line(w) : err;
}

// Columns of an op: seq, uid, at, who, org, action, why, undoes, first, last, hash.
static enum err check_op(struct walk *w)
{
	sqlite3_stmt *o = w->ops;
	int64_t first = sqlite3_column_int64(o, 8), last = sqlite3_column_int64(o, 9), at = sqlite3_column_int64(o, 2);
	w->op++;
	if (sqlite3_column_int64(o, 0) != w->op || at < w->at || first != w->line + 1 || last < first - 1 || last > w->v->lines ||
			sqlite3_column_bytes(o, 1) != 16 || sqlite3_column_bytes(o, 10) != CHANGE_HASH)
		return verify_found(w->v, "op", w->op);
	w->at = at;
	enum err err = change_hash_new(w->hash, &w->sum);
	while (err == ERR_OK && w->line < last)
		err = w->more ? take_line(w) : verify_found(w->v, "change", w->line + 1);
	if (err == ERR_OK)
		change_hash_op(w->sum, w->op, sqlite3_column_blob(o, 1), at, db_text(o, 3), db_text(o, 4), db_text(o, 5), db_text(o, 6),
			sqlite3_column_int64(o, 7), first, last);
	change_hash_free(w->sum, w->hash);
	w->sum = NULL;
	if (err == ERR_OK && memcmp(w->hash, sqlite3_column_blob(o, 10), CHANGE_HASH) != 0)
		err = verify_found(w->v, "op", w->op);
	return err;
}

static enum err walk_ops(struct walk *w)
{
	bool row;
	enum err err = next_line(w);
	while (err == ERR_OK && (err = db_step(w->v->store, w->ops, &row)) == ERR_OK && row)
		err = check_op(w);
	if (err == ERR_OK && w->more)
		err = verify_found(w->v, "change", w->line + 1);
	return err;
}

// A row that is there has one last line, and that line has a text.
static enum err count_head(sqlite3_stmt *stmt, void *ctx)
{
	struct verify *v = ctx;
	int64_t line = sqlite3_column_int64(stmt, 0), what = sqlite3_column_int64(stmt, 1);
	if (what <= 0 || what >= VERIFY_WHATS)
		return verify_found(v, "change", line);
	if (!verify_followed(v, line))
		v->heads[what]++;
	return ERR_OK;
}

enum err verify_chain(struct verify *v)
{
	static const char ops[] = "SELECT seq, uid, at, who, org, action, why, undoes, first, last, hash FROM op ORDER BY seq";
	static const char changes[] = "SELECT seq, op, what, k1, k2, k3, prev, new FROM change ORDER BY seq";
	struct walk w = { .v = v };
	enum err err = db_number(v->store, "SELECT coalesce(max(seq), 0) FROM change", &v->lines);
	if (err != ERR_OK)
		return err;
	v->followed = calloc((size_t)v->lines / 8 + 1, 1);
	if (v->followed == NULL)
		return err_set(ERR_MEMORY, _("out of memory"));
	err = db_statement(v->store, ops, &w.ops);
	if (err == ERR_OK)
		err = db_statement(v->store, changes, &w.changes);
	if (err == ERR_OK)
		err = walk_ops(&w);
	db_done(w.ops);
	db_done(w.changes);
	if (err == ERR_OK)
		err = db_each(v->store, "SELECT seq, what FROM change WHERE new <> ''", DB_NO_KEYS, count_head, v);
	return err;
}
