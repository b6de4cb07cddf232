// SPDX-License-Identifier: MIT
// Stages and nodes, written. A stage rests on its entry (a foreign key): it comes after it and goes before it. They are few
// and long, so each row is bound from its own canonical text: what undo writes is what a save writes.
#include "db/write_row.h"

#include <assert.h>
#include <stdlib.h>

static enum err write_stage(struct store *store, const struct ledger_key *key, const char *text)
{
	static const char sql[] = "INSERT INTO stage (element, period, unit, change, stage, progress, problem, next) "
		"VALUES (:element, :period, :unit, :change, :stage, :progress, :problem, :next) ON CONFLICT DO UPDATE SET "
		"change = excluded.change, stage = excluded.stage, progress = excluded.progress, problem = excluded.problem, "
		"next = excluded.next";
	struct stage stage = { 0 };
	char *buffer = NULL;
	sqlite3_stmt *stmt;
	enum err err = change_stage_parse(text, &stage, &buffer);
	if (err == ERR_OK)
		err = db_bound(store, sql, DB_KEYS(key->k1, key->k2, key->k3, ledger_next_line(store), stage.stage), &stmt);
	if (err == ERR_OK) {
		db_bind_text(stmt, 6, stage.progress);
		db_bind_text(stmt, 7, stage.problem);
		db_bind_text(stmt, 8, stage.next);
		err = db_run(store, stmt);
	}
	free(buffer);
	return err;
}

const struct row_kind row_stage = {
	CHANGE_STAGE,
	"SELECT s.change, c.new FROM stage s CROSS JOIN change c ON c.seq = s.change "
	"WHERE s.element = :element AND s.period = :period AND s.unit = :unit",
	"DELETE FROM stage WHERE element = :element AND period = :period AND unit = :unit",
	write_stage,
};

static enum err write_node(struct store *store, const struct ledger_key *key, const char *text)
{
	static const char sql[] = "INSERT INTO node (element, unit, no, change, planned, done, name, doc) "
		"VALUES (:element, :unit, :no, :change, nullif(:planned, 0), nullif(:done, 0), :name, :doc) ON CONFLICT DO UPDATE SET "
		"change = excluded.change, planned = excluded.planned, done = excluded.done, name = excluded.name, doc = excluded.doc";
	struct node node = { 0 };
	char *buffer = NULL;
	sqlite3_stmt *stmt;
	enum err err = change_node_parse(text, &node, &buffer);
	if (err == ERR_OK)
		err = db_bound(store, sql,
			DB_KEYS(key->k1, key->k2, key->k3, ledger_next_line(store), node.planned, node.done), &stmt);
	if (err == ERR_OK) {
		db_bind_text(stmt, 7, node.name);
		db_bind_text(stmt, 8, node.doc);
		err = db_run(store, stmt);
	}
	free(buffer);
	return err;
}

const struct row_kind row_node = {
	CHANGE_NODE,
	"SELECT n.change, c.new FROM node n CROSS JOIN change c ON c.seq = n.change "
	"WHERE n.element = :element AND n.unit = :unit AND n.no = :no",
	"DELETE FROM node WHERE element = :element AND unit = :unit AND no = :no",
	write_node,
};

// ------------------------------------------------------------ the ledger

enum err ledger_put_stage(struct store *store, const struct plan *plan, const struct entry *entry, const struct stage *stage,
	int64_t saw_entry, int64_t saw_stage)
{
	struct change_text *text = &store->ledger->text;
	struct ledger_key key = { CHANGE_ENTRY, plan->elements[entry->element].id, entry->period, plan->units[entry->unit].id };
	assert(store->ledger->open && key.k1 > 0 && key.k3 > 0);
	change_text_start(text);
	change_text_entry(text, entry);
	enum err err = change_text_end(text);
	if (err == ERR_OK)
		err = row_put(store, &row_entry, &key, saw_entry, text->s);
	if (err != ERR_OK)
		return err;
	key.what = CHANGE_STAGE;
	change_text_start(text);
	change_text_stage(text, stage);
	err = change_text_end(text);
	return err == ERR_OK ? row_put(store, &row_stage, &key, saw_stage, text->s) : err;
}

enum err ledger_put_node(struct store *store, const struct plan *plan, const struct node *node, int64_t saw)
{
	struct change_text *text = &store->ledger->text;
	const struct ledger_key key = { CHANGE_NODE, plan->elements[node->element].id, plan->units[node->unit].id, node->no };
	enum err err = ERR_OK;
	assert(store->ledger->open && key.k1 > 0 && key.k2 > 0);
	change_text_start(text);
	if (node->name[0] == '\0')
		return row_put(store, &row_node, &key, saw, "");
	change_text_node(text, node);
	err = change_text_end(text);
	return err == ERR_OK ? row_put(store, &row_node, &key, saw, text->s) : err;
}
