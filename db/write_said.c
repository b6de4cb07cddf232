// SPDX-License-Identifier: MIT
// What people say of figures, written: explanations and corrections. Their lines go by a number of their own, with element and
// unit beside it so that lists can be narrowed down to a cell's.
#include "db/write_row.h"

#include <assert.h>
#include <stdlib.h>

#include "core/check.h"

static enum err write_explanation(struct store *store, const struct ledger_key *key, const char *text)
{
	static const char sql[] = "INSERT INTO explanation (id, element, unit, change, period, about, rule, text) "
		"VALUES (:id, :element, :unit, :change, :period, :about, :rule, :text) ON CONFLICT (id) DO UPDATE SET "
		"change = excluded.change, about = excluded.about, text = excluded.text";
	struct explanation e = { 0 };
	char *buffer = NULL;
	sqlite3_stmt *stmt;
	enum err err = change_explanation_parse(text, &e, &buffer);
	if (err == ERR_OK)
		err = db_bound(store, sql, DB_KEYS(key->k1, key->k2, key->k3, ledger_next_line(store), e.period, e.about), &stmt);
	if (err == ERR_OK) {
		db_bind_text(stmt, 7, e.rule);
		db_bind_text(stmt, 8, e.text);
		err = db_run(store, stmt);
	}
	free(buffer);
	return err;
}

const struct row_kind row_explanation = {
	CHANGE_EXPLANATION,
	"SELECT e.change, c.new FROM explanation e CROSS JOIN change c ON c.seq = e.change "
	"WHERE e.id = :id AND e.element = :element AND e.unit = :unit",
	"DELETE FROM explanation WHERE id = :id AND element = :element AND unit = :unit",
	write_explanation,
};

// The number of the row of this rule and cell; a new one where there is none.
static enum err explanation_id(struct store *store, const struct ledger_key *key, const struct explanation *e, int64_t *out)
{
	static const char sql[] = "SELECT coalesce((SELECT id FROM explanation WHERE element = :element AND unit = :unit "
		"AND period = :period AND rule = :rule), (SELECT coalesce(max(seq), 0) + 1 FROM sqlite_sequence "
		"WHERE name = 'explanation'))";
	sqlite3_stmt *stmt;
	bool row;
	enum err err = db_bound(store, sql, DB_KEYS(key->k2, key->k3, e->period), &stmt);
	if (err != ERR_OK)
		return err;
	db_bind_text(stmt, 4, e->rule);
	err = db_step(store, stmt, &row);
	if (err == ERR_OK)
		*out = sqlite3_column_int64(stmt, 0);
	db_done(stmt);
	return err;
}

enum err ledger_put_explanation(struct store *store, const struct plan *plan, const struct explanation *after, int64_t saw)
{
	struct change_text *text = &store->ledger->text;
	struct ledger_key key = { CHANGE_EXPLANATION, 0, plan->elements[after->element].id, plan->units[after->unit].id };
	assert(store->ledger->open && key.k2 > 0 && key.k3 > 0);
	enum err err = explanation_id(store, &key, after, &key.k1);
	if (err != ERR_OK)
		return err;
	if (after->text[0] == '\0')
		return row_put(store, &row_explanation, &key, saw, "");
	change_text_start(text);
	change_text_explanation(text, after);
	err = change_text_end(text);
	return err == ERR_OK ? row_put(store, &row_explanation, &key, saw, text->s) : err;
}

// ------------------------------------------------------------ corrections

static enum err write_correction(struct store *store, const struct ledger_key *key, const char *text)
{
	static const char sql[] = "INSERT INTO correction (id, element, unit, change, period, about, figure, state, reason, doc) "
		"VALUES (:id, :element, :unit, :change, :period, :about, :figure, :state, :reason, :doc) ON CONFLICT (id) DO UPDATE SET "
		"change = excluded.change, about = excluded.about, figure = excluded.figure, state = excluded.state, "
		"reason = excluded.reason, doc = excluded.doc";
	struct correction c = { 0 };
	char *buffer = NULL;
	sqlite3_stmt *stmt;
	enum err err = change_correction_parse(text, &c, &buffer);
	if (err == ERR_OK)
		err = db_bound(store, sql, DB_KEYS(key->k1, key->k2, key->k3, ledger_next_line(store), c.period, c.about, c.figure,
			c.state), &stmt);
	if (err == ERR_OK) {
		db_bind_text(stmt, 9, c.reason);
		db_bind_text(stmt, 10, c.doc);
		err = db_run(store, stmt);
	}
	free(buffer);
	return err;
}

const struct row_kind row_correction = {
	CHANGE_CORRECTION,
	"SELECT k.change, c.new FROM correction k CROSS JOIN change c ON c.seq = k.change "
	"WHERE k.id = :id AND k.element = :element AND k.unit = :unit",
	"DELETE FROM correction WHERE id = :id AND element = :element AND unit = :unit",
	write_correction,
};

enum err ledger_put_correction(struct store *store, const struct plan *plan, const struct correction *after, int64_t saw,
	int64_t *id)
{
	struct change_text *text = &store->ledger->text;
	struct ledger_key key = { CHANGE_CORRECTION, after->id, plan->elements[after->element].id, plan->units[after->unit].id };
	enum err err = ERR_OK;
	assert(store->ledger->open && key.k2 > 0 && key.k3 > 0);
	if (key.k1 == 0)
		err = db_number(store, "SELECT coalesce(max(id), 0) + 1 FROM correction", &key.k1);
	if (err != ERR_OK)
		return err;
	if (id != NULL)
		*id = key.k1;
	change_text_start(text);
	change_text_correction(text, after);
	err = change_text_end(text);
	return err == ERR_OK ? row_put(store, &row_correction, &key, saw, text->s) : err;
}
