// SPDX-License-Identifier: MIT
// Entries, written. An entry into an empty cell, the million of an import, costs two statements and no read.
#include "db/write_row.h"

#include <assert.h>
#include <stdlib.h>

static const char *or_null(const char *text)
{
	return text[0] == '\0' ? NULL : text;
}

static void bind_row(sqlite3_stmt *stmt, const struct ledger_key *key, const struct entry *entry, int64_t change)
{
	db_bind(stmt, 1, key->k1);
	db_bind(stmt, 2, key->k2);
	db_bind(stmt, 3, key->k3);
	db_bind(stmt, 4, entry->kind);
	if (entry->kind == ENTRY_VALUE)
		db_bind(stmt, 5, entry->figure);
	else
		(void)sqlite3_bind_null(stmt, 5);
	db_bind(stmt, 6, entry->qualifier);
	db_bind(stmt, 7, entry->final);
	if (entry->promised != 0)
		db_bind(stmt, 8, entry->promised);
	else
		(void)sqlite3_bind_null(stmt, 8);
	db_bind_text(stmt, 9, or_null(entry->note));
	db_bind_text(stmt, 10, or_null(entry->doc));
	db_bind(stmt, 11, change);
	db_bind(stmt, 12, entry->copied);
}

#define INSERT_ENTRY "INSERT INTO entry (element, period, unit, kind, figure, qualifier, final, promised, note, doc, change, " \
	"copied) " \
	"VALUES (:element, :period, :unit, :kind, :figure, :qualifier, :final, :promised, :note, :doc, :change, :copied) "

static enum err write_row(struct store *store, const char *sql, const struct ledger_key *key, const struct entry *entry)
{
	sqlite3_stmt *stmt;
	enum err err = db_statement(store, sql, &stmt);
	if (err != ERR_OK)
		return err;
	bind_row(stmt, key, entry, ledger_next_line(store));
	return db_run(store, stmt);
}

// Into an empty cell; *DONE false when there is a row already.
static enum err insert_row(struct store *store, const struct ledger_key *key, const struct entry *entry, bool *done)
{
	static const char sql[] = INSERT_ENTRY "ON CONFLICT DO NOTHING";
	enum err err = write_row(store, sql, key, entry);
	*done = err == ERR_OK && sqlite3_changes(store->db) == 1;
	return err;
}

static enum err replace_row(struct store *store, const struct ledger_key *key, const struct entry *entry)
{
	static const char sql[] = INSERT_ENTRY "ON CONFLICT DO UPDATE SET kind = excluded.kind, figure = excluded.figure, "
		"qualifier = excluded.qualifier, final = excluded.final, promised = excluded.promised, note = excluded.note, "
		"doc = excluded.doc, change = excluded.change, copied = excluded.copied";
	return write_row(store, sql, key, entry);
}

static enum err write_text(struct store *store, const struct ledger_key *key, const char *text)
{
	struct entry entry = { .note = "", .doc = "" };
	char *buffer = NULL;
	enum err err = change_entry_parse(text, &entry, &buffer);
	if (err == ERR_OK)
		err = replace_row(store, key, &entry);
	free(buffer);
	return err;
}

const struct row_kind row_entry = {
	CHANGE_ENTRY,
	"SELECT e.change, c.new FROM entry e CROSS JOIN change c ON c.seq = e.change "
	"WHERE e.element = :element AND e.period = :period AND e.unit = :unit",
	"DELETE FROM entry WHERE element = :element AND period = :period AND unit = :unit",
	write_text,
};

// SAW > 0, or 0 where there turned out to be a row. Clearing what is empty is nothing.
static enum err put_over(struct store *store, const struct ledger_key *key, const struct entry *after, int64_t saw,
	const char *text)
{
	int64_t present;
	bool same;
	enum err err = row_read_present(store, &row_entry, key, text, &present, &same);
	if (err != ERR_OK || same || (present == 0 && saw == 0 && after->kind == ENTRY_CLEARED))
		return err;
	if (present != saw)
		return row_moved_on();
	err = replace_row(store, key, after);
	return err == ERR_OK ? ledger_add_line(store, key, present, text) : err;
}

enum err ledger_put_entry(struct store *store, const struct plan *plan, const struct entry *after, int64_t saw)
{
	struct ledger *ledger = store->ledger;
	const struct ledger_key key = { CHANGE_ENTRY, plan->elements[after->element].id, after->period, plan->units[after->unit].id };
	bool done;
	assert(ledger != NULL && ledger->open && key.k1 > 0 && key.k3 > 0);
	change_text_start(&ledger->text);
	change_text_entry(&ledger->text, after);
	enum err err = change_text_end(&ledger->text);
	if (err != ERR_OK)
		return err;
	const char *text = ledger->text.s;
	if (saw != 0 || after->kind == ENTRY_CLEARED)
		return put_over(store, &key, after, saw, text);
	err = insert_row(store, &key, after, &done);
	if (err != ERR_OK)
		return err;
	return done ? ledger_add_line(store, &key, 0, text) : put_over(store, &key, after, 0, text);
}
