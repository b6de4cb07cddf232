// SPDX-License-Identifier: MIT
// Does the file hold what its history says (db_write.h)? SQLite's own check comes first, then the chain, then each row
// against the last line of it: of 2000 damaged copies SQLite alone saw 328 by no check at all (traps.md).
#include "db/verify.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/i18n.h"
#include "db/db_write.h"
#include "db/plan_rows.h"
#include "db/write.h"

enum err verify_found(const struct verify *v, const char *what, int64_t number)
{
	return err_set(ERR_FINDINGS, _("%s has been altered: %s %lld does not agree with the history; go back to the last backup"),
		v->store->path, what, (long long)number);
}

// ------------------------------------------------------------ SQLite's own checks

static enum err take_integrity(sqlite3_stmt *stmt, void *ctx)
{
	const struct verify *v = ctx;
	if (strcmp(db_text(stmt, 0), "ok") == 0)
		return ERR_OK;
	return db_error_of(v->store->path, SQLITE_CORRUPT);
}

static enum err take_reference(sqlite3_stmt *stmt, void *ctx)
{
	return verify_found(ctx, db_text(stmt, 0), sqlite3_column_int64(stmt, 1));
}

// ------------------------------------------------------------ rows and their lines

// The line CHANGE is the last of KEY's row and says TEXT.
static enum err check_line(struct verify *v, const struct ledger_key *key, int64_t change, const char *text, const char *name,
	int64_t number)
{
	struct ledger_key of;
	int64_t prev;
	char *said = NULL;
	if (change < 1 || change > v->lines || verify_followed(v, change))
		return verify_found(v, name, number);
	enum err err = ledger_read_line(v->store, change, &of, &prev, &said);
	if (err == ERR_OK && (of.what != key->what || of.k1 != key->k1 || of.k2 != key->k2 || of.k3 != key->k3 ||
			strcmp(said, text) != 0))
		err = verify_found(v, name, number);
	free(said);
	return err;
}

static void take_entry(sqlite3_stmt *stmt, struct entry *entry)
{
	*entry = (struct entry){
		.kind = (enum entry_kind)sqlite3_column_int(stmt, 3), .figure = sqlite3_column_int64(stmt, 4),
		.qualifier = (enum num_qualifier)sqlite3_column_int(stmt, 5), .final = sqlite3_column_int(stmt, 6) != 0,
		.promised = sqlite3_column_int(stmt, 7), .note = db_text(stmt, 8), .doc = db_text(stmt, 9),
		.change = sqlite3_column_int64(stmt, 10), .copied = sqlite3_column_int(stmt, 11) != 0,
	};
}

// Row KEY, as it stands in v->text. The number that a finding names is the last of the key, the others stand in front.
static enum err check_text(struct verify *v, const struct ledger_key *key, int64_t change, const char *what)
{
	bool node = key->what == CHANGE_NODE;
	char name[96];
	enum err err = change_text_end(&v->text);
	snprintf(name, sizeof name, "%s element %" PRId64 " %s %" PRId64 " %s", what, key->k1, node ? "unit" : "period", key->k2,
		node ? "number" : "unit");
	return err == ERR_OK ? check_line(v, key, change, v->text.s, name, key->k3) : err;
}

static enum err check_entry(sqlite3_stmt *stmt, void *ctx)
{
	struct verify *v = ctx;
	const struct ledger_key key = { CHANGE_ENTRY, sqlite3_column_int64(stmt, 0), sqlite3_column_int64(stmt, 1),
		sqlite3_column_int64(stmt, 2) };
	struct entry entry;
	take_entry(stmt, &entry);
	change_text_start(&v->text);
	change_text_entry(&v->text, &entry);
	return check_text(v, &key, entry.change, "entry");
}

static enum err check_stage(sqlite3_stmt *stmt, void *ctx)
{
	struct verify *v = ctx;
	const struct ledger_key key = { CHANGE_STAGE, sqlite3_column_int64(stmt, 0), sqlite3_column_int64(stmt, 1),
		sqlite3_column_int64(stmt, 2) };
	const struct stage stage = { .stage = (enum stage_kind)sqlite3_column_int(stmt, 3), .progress = db_text(stmt, 4),
		.problem = db_text(stmt, 5), .next = db_text(stmt, 6) };
	change_text_start(&v->text);
	change_text_stage(&v->text, &stage);
	return check_text(v, &key, sqlite3_column_int64(stmt, 7), "stage");
}

static enum err check_node(sqlite3_stmt *stmt, void *ctx)
{
	struct verify *v = ctx;
	const struct ledger_key key = { CHANGE_NODE, sqlite3_column_int64(stmt, 0), sqlite3_column_int64(stmt, 1),
		sqlite3_column_int64(stmt, 2) };
	const struct node node = { .name = db_text(stmt, 3), .planned = sqlite3_column_int(stmt, 4),
		.done = sqlite3_column_int(stmt, 5), .doc = db_text(stmt, 6) };
	change_text_start(&v->text);
	change_text_node(&v->text, &node);
	return check_text(v, &key, sqlite3_column_int64(stmt, 7), "node");
}

static enum err check_row(struct verify *v, const struct plan_row *row, const struct ledger_key *key, const char *name,
	int64_t number)
{
	int64_t change;
	bool found;
	enum err err = plan_rows_read(v->store, row, &v->text, &change, &found);
	if (err == ERR_OK && !found)
		err = verify_found(v, name, number);
	return err == ERR_OK ? check_line(v, key, change, v->text.s, name, number) : err;
}

// Rows that read back column by column: their keys, and the row by them, as plan_rows does.
static const struct kept { enum change_what what; const char *name, *keys, *row; } kept[] = {
	{ CHANGE_TARGET, "target", "SELECT indicator, unit, kind * 10000 + year FROM target", plan_rows_target },
	{ CHANGE_REPORT, "report", "SELECT period, dept, unit FROM report", "SELECT change, state, due, first_submitted, submitted, "
		"returned, accepted, locked, nullif(upto, 0) AS upto, nullif(sentence, '') AS sentence FROM report "
		"WHERE period = :period AND dept = :dept AND unit = :unit" },
	{ CHANGE_EXPLANATION, "explanation", "SELECT id, element, unit FROM explanation",
		"SELECT change, rule, period, about, text FROM explanation WHERE id = :id" },
	{ CHANGE_CORRECTION, "correction", "SELECT id, element, unit FROM correction",
		"SELECT change, state, period, about, figure, reason, nullif(doc, '') AS doc FROM correction WHERE id = :id" },
	{ CHANGE_OPERATOR, "operator", "SELECT id, 0, 0 FROM operator",
		"SELECT change, account, name, dept, unit, role FROM operator WHERE id = :id" },
	{ CHANGE_BULLETIN, "bulletin", "SELECT id, 0, 0 FROM bulletin",
		"SELECT change, year, no, period, unit, at, title, code, body FROM bulletin WHERE id = :id" },
};

static enum err check_kept(sqlite3_stmt *stmt, void *ctx)
{
	struct verify *v = ctx;
	const struct kept *of = &kept[v->table];
	const int64_t keys[] = { sqlite3_column_int64(stmt, 0), sqlite3_column_int64(stmt, 1), sqlite3_column_int64(stmt, 2) };
	const struct ledger_key key = { of->what, keys[0], keys[1], keys[2] };
	const struct plan_row row = { of->row, keys, 3 };
	return check_row(v, &row, &key, of->name, keys[0]);
}

static enum err check_plan_row(sqlite3_stmt *stmt, void *ctx)
{
	struct verify *v = ctx;
	int64_t id = sqlite3_column_int64(stmt, 0);
	const struct ledger_key key = { CHANGE_PLAN, v->table, id, 0 };
	const struct plan_row row = { plan_rows[v->table].row, &id, 1 };
	return check_row(v, &row, &key, plan_rows[v->table].name, id);
}

static enum err walk(struct verify *v, const char *sql, db_row_fn *check)
{
	return db_each(v->store, sql, DB_NO_KEYS, check, v);
}

static enum err check_rows(struct verify *v)
{
	enum err err = walk(v, "SELECT element, period, unit, kind, figure, qualifier, final, promised, note, doc, change, "
		"copied FROM entry",
		check_entry);
	if (err == ERR_OK)
		err = walk(v, "SELECT element, period, unit, stage, progress, problem, next, change FROM stage", check_stage);
	if (err == ERR_OK)
		err = walk(v, "SELECT element, unit, no, name, planned, done, doc, change FROM node", check_node);
	for (v->table = 0; v->table < (int)(sizeof kept / sizeof kept[0]) && err == ERR_OK; v->table++)
		err = walk(v, kept[v->table].keys, check_kept);
	for (v->table = TABLE_PLAN; v->table < TABLES && err == ERR_OK; v->table++)
		err = walk(v, plan_rows[v->table].all, check_plan_row);
	return err;
}

// As many rows as last lines: with that no row was put in or taken out past the history.
static enum err check_counts(struct verify *v)
{
	static const struct { enum change_what what; const char *name, *sql; } counts[] = {
		{ CHANGE_ENTRY, "entry", "SELECT count(*) FROM entry" }, { CHANGE_TARGET, "target", "SELECT count(*) FROM target" },
		{ CHANGE_REPORT, "report", "SELECT count(*) FROM report" },
		{ CHANGE_EXPLANATION, "explanation", "SELECT count(*) FROM explanation" },
		{ CHANGE_STAGE, "stage", "SELECT count(*) FROM stage" }, { CHANGE_NODE, "node", "SELECT count(*) FROM node" },
		{ CHANGE_CORRECTION, "correction", "SELECT count(*) FROM correction" },
		{ CHANGE_OPERATOR, "operator", "SELECT count(*) FROM operator" },
		{ CHANGE_BULLETIN, "bulletin", "SELECT count(*) FROM bulletin" },
		{ CHANGE_SETTING, "setting", "SELECT count(*) FROM setting" },
		{ CHANGE_PLAN, "plan", "SELECT (SELECT count(*) FROM plan) + (SELECT count(*) FROM dept WHERE id > 0) + "
			"(SELECT count(*) FROM unit) + (SELECT count(*) FROM outline) + (SELECT count(*) FROM element) + "
			"(SELECT count(*) FROM indicator) + (SELECT count(*) FROM place) + (SELECT count(*) FROM rule)" },
	};
	for (size_t i = 0; i < sizeof counts / sizeof counts[0]; i++) {
		int64_t rows;
		enum err err = db_number(v->store, counts[i].sql, &rows);
		if (err != ERR_OK)
			return err;
		if (rows != v->heads[counts[i].what])
			return err_set(ERR_FINDINGS, _("%s has been altered: %s has %lld rows, by the history it has %lld"),
				v->store->path, counts[i].name, (long long)rows, (long long)v->heads[counts[i].what]);
	}
	return ERR_OK;
}

enum err db_verify(struct store *store, int64_t *lines)
{
	struct verify v = { .store = store };
	enum err err = store_begin(store);
	if (err == ERR_OK)
		err = walk(&v, "PRAGMA integrity_check(1)", take_integrity);
	if (err == ERR_OK)
		err = walk(&v, "PRAGMA foreign_key_check", take_reference);
	bool history = !store->snapshot;
	if (err == ERR_OK && history)
		err = verify_chain(&v);
	if (err == ERR_OK && history)
		err = check_rows(&v);
	if (err == ERR_OK && history)
		err = check_counts(&v);
	store_end(store);
	*lines = v.lines;
	free(v.followed);
	change_text_done(&v.text);
	return err == ERR_DAMAGED ? ERR_FINDINGS : err;
}
