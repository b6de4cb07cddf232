// SPDX-License-Identifier: MIT
// Reports and operators, written. Like stages they are few: each row is bound from its own canonical text.
#include "db/write_row.h"

#include <assert.h>
#include <stdlib.h>

#include "core/report.h"

static enum err write_report(struct store *store, const struct ledger_key *key, const char *text)
{
	static const char sql[] = "INSERT INTO report (period, dept, unit, change, state, due, first_submitted, submitted, returned, "
		"accepted, locked, upto, sentence) VALUES (:period, :dept, :unit, :change, :state, nullif(:due, 0), "
		"nullif(:first_submitted, 0), nullif(:submitted, 0), nullif(:returned, 0), nullif(:accepted, 0), nullif(:locked, 0), "
		":upto, :sentence) ON CONFLICT DO UPDATE SET change = excluded.change, state = excluded.state, due = excluded.due, "
		"first_submitted = excluded.first_submitted, submitted = excluded.submitted, returned = excluded.returned, "
		"accepted = excluded.accepted, locked = excluded.locked, upto = excluded.upto, sentence = excluded.sentence";
	struct report r = { 0 };
	char *buffer = NULL;
	sqlite3_stmt *stmt;
	enum err err = change_report_parse(text, &r, &buffer);
	if (err == ERR_OK)
		err = db_bound(store, sql, DB_KEYS(key->k1, key->k2, key->k3, ledger_next_line(store), r.state, r.due, r.first_submitted,
			r.submitted, r.returned, r.accepted, r.locked, r.upto), &stmt);
	if (err == ERR_OK) {
		db_bind_text(stmt, 13, r.sentence);
		err = db_run(store, stmt);
	}
	free(buffer);
	return err;
}

const struct row_kind row_report = {
	CHANGE_REPORT,
	"SELECT r.change, c.new FROM report r CROSS JOIN change c ON c.seq = r.change "
	"WHERE r.period = :period AND r.dept = :dept AND r.unit = :unit",
	"DELETE FROM report WHERE period = :period AND dept = :dept AND unit = :unit",
	write_report,
};

enum err ledger_put_report(struct store *store, const struct plan *plan, const struct report *after, int64_t saw)
{
	struct change_text *text = &store->ledger->text;
	const struct ledger_key key = { CHANGE_REPORT, after->key.period, plan->depts[after->key.dept].id,
		plan->units[after->key.unit].id };
	assert(store->ledger->open && key.k3 > 0);
	change_text_start(text);
	change_text_report(text, after);
	enum err err = change_text_end(text);
	return err == ERR_OK ? row_put(store, &row_report, &key, saw, text->s) : err;
}

int64_t ledger_next_change(const struct store *store)
{
	return ledger_next_line(store);
}

// ------------------------------------------------------------ operators

static enum err write_operator(struct store *store, const struct ledger_key *key, const char *text)
{
	static const char sql[] = "INSERT INTO operator (id, change, dept, unit, role, account, name) "
		"VALUES (:id, :change, :dept, :unit, :role, :account, :name) ON CONFLICT (id) DO UPDATE SET change = excluded.change, "
		"dept = excluded.dept, unit = excluded.unit, role = excluded.role, account = excluded.account, name = excluded.name";
	struct operator who = { 0 };
	struct change_ids ids;
	char *buffer = NULL;
	sqlite3_stmt *stmt;
	enum err err = change_operator_parse(text, &who, &ids, &buffer);
	if (err == ERR_OK)
		err = db_bound(store, sql, DB_KEYS(key->k1, ledger_next_line(store), ids.dept, ids.unit, who.role), &stmt);
	if (err == ERR_OK) {
		db_bind_text(stmt, 6, who.account);
		db_bind_text(stmt, 7, who.name);
		err = db_run(store, stmt);
	}
	free(buffer);
	return err;
}

const struct row_kind row_operator = {
	CHANGE_OPERATOR,
	"SELECT o.change, c.new FROM operator o CROSS JOIN change c ON c.seq = o.change WHERE o.id = :id",
	"DELETE FROM operator WHERE id = :id",
	write_operator,
};

// The number of the account's row; a new one where there is none.
static enum err operator_id(struct store *store, const char *account, int64_t *out)
{
	static const char sql[] = "SELECT coalesce((SELECT id FROM operator WHERE account = :account), "
		"(SELECT coalesce(max(id), 0) + 1 FROM operator))";
	sqlite3_stmt *stmt;
	bool row;
	enum err err = db_statement(store, sql, &stmt);
	if (err != ERR_OK)
		return err;
	db_bind_text(stmt, 1, account);
	err = db_step(store, stmt, &row);
	if (err == ERR_OK)
		*out = sqlite3_column_int64(stmt, 0);
	db_done(stmt);
	return err;
}

enum err ledger_put_operator(struct store *store, const struct plan *plan, const struct operator *after, int64_t saw)
{
	struct change_text *text = &store->ledger->text;
	const struct change_ids ids = { .dept = plan->depts[after->dept].id, .unit = plan->units[after->unit].id };
	struct ledger_key key = { CHANGE_OPERATOR, 0, 0, 0 };
	assert(store->ledger->open && ids.unit > 0);
	change_text_start(text);
	change_text_operator(text, after, &ids);
	enum err err = change_text_end(text);
	if (err == ERR_OK)
		err = operator_id(store, after->account, &key.k1);
	return err == ERR_OK ? row_put(store, &row_operator, &key, saw, text->s) : err;
}
