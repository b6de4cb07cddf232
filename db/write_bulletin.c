// SPDX-License-Identifier: MIT
// Issued bulletins, written: once each, never changed and never taken away.
#include "db/write_row.h"

#include <assert.h>
#include <stdlib.h>

#include "core/bulletin.h"
#include "core/i18n.h"

static enum err write_bulletin(struct store *store, const struct ledger_key *key, const char *text)
{
	static const char sql[] = "INSERT INTO bulletin (id, change, year, no, period, unit, at, title, code, body) "
		"VALUES (:id, :change, :year, :no, :period, :unit, :at, :title, :code, :body)";
	struct change_bulletin b;
	char *buffer = NULL;
	sqlite3_stmt *stmt;
	enum err err = change_bulletin_parse(text, &b, &buffer);
	if (err == ERR_OK)
		err = db_bound(store, sql, DB_KEYS(key->k1, ledger_next_line(store), b.year, b.no, b.period, b.unit, b.at), &stmt);
	if (err == ERR_OK) {
		db_bind_text(stmt, 8, b.title);
		db_bind_text(stmt, 9, b.code);
		db_bind_text(stmt, 10, b.body);
		err = db_run(store, stmt);
	}
	free(buffer);
	return err;
}

const struct row_kind row_bulletin = {
	CHANGE_BULLETIN,
	"SELECT b.change, c.new FROM bulletin b CROSS JOIN change c ON c.seq = b.change WHERE b.id = :id",
	NULL,
	write_bulletin,
};

enum err ledger_next_bulletin(struct store *store, int year, int *no)
{
	static const char sql[] = "SELECT coalesce(max(no), 0) + 1 FROM bulletin WHERE year = :year";
	sqlite3_stmt *stmt;
	bool row;
	enum err err = db_first(store, sql, DB_KEYS(year), &stmt, &row);
	if (err != ERR_OK)
		return err;
	*no = row ? sqlite3_column_int(stmt, 0) : 1;
	db_done(stmt);
	return ERR_OK;
}

// What was read before the transaction is what is issued: nobody may have saved in between.
static enum err check_seen(struct store *store, const struct bulletin *bulletin)
{
	struct store_op last;
	enum err err = store_last_op(store, &last);
	if (err == ERR_OK && last.seq != bulletin->seen)
		err = err_set(ERR_CONFLICT, "%s",
			_("not issued: another desk has saved something since this bulletin was drawn up; read it again"));
	return err;
}

enum err ledger_put_bulletin(struct store *store, const struct plan *plan, const struct bulletin *bulletin)
{
	struct change_text *text = &store->ledger->text;
	struct ledger_key key = { CHANGE_BULLETIN, 0, 0, 0 };
	char *body = NULL;
	assert(store->ledger->open);
	enum err err = check_seen(store, bulletin);
	if (err == ERR_OK)
		err = db_number(store, "SELECT coalesce(max(id), 0) + 1 FROM bulletin", &key.k1);
	if (err == ERR_OK)
		err = bulletin_body(bulletin, plan, &body);
	if (err != ERR_OK)
		return err;
	const struct change_bulletin row = { bulletin->year, bulletin->no, bulletin->period, plan->units[plan->root].id,
		store->ledger->at, bulletin_title(bulletin), bulletin->code, body };
	change_text_start(text);
	change_text_bulletin(text, &row);
	err = change_text_end(text);
	if (err == ERR_OK)
		err = row_put(store, &row_bulletin, &key, 0, text->s);
	free(body);
	return err;
}
