// SPDX-License-Identifier: MIT
// Opening and closing, and the one view of a reader (db.h). How the connection behaves is in connection.c.
#include "db/base.h"

#include <stdlib.h>
#include <string.h>

#include "core/i18n.h"

#define PATIENCE_MS 5000

static struct store *open_stores;

const struct store *db_find_open(dev_t dev, ino_t ino)
{
	for (const struct store *s = open_stores; s != NULL; s = s->next)
		if (s->dev == dev && s->ino == ino)
			return s;
	return NULL;
}

static void forget(struct store *store)
{
	for (struct store **at = &open_stores; *at != NULL; at = &(*at)->next)
		if (*at == store) {
			*at = store->next;
			return;
		}
}

// ------------------------------------------------------------ the version

static enum err read_version(struct store *store, int64_t *out)
{
	int64_t application;
	enum err err = db_number(store, "PRAGMA application_id", &application);
	if (err == ERR_OK && application != (store->snapshot ? DB_SNAPSHOT : DB_APPLICATION))
		err = db_damaged(store, "application_id", application);
	return err == ERR_OK ? db_number(store, "PRAGMA user_version", out) : err;
}

static enum err check_version(struct store *store, const struct db_options *options)
{
	int64_t version, newest;
	enum err err = read_version(store, &version);
	if (err != ERR_OK)
		return err;
	if (version > DB_SCHEMA)
		return err_set(ERR_NEWER, _("%s was written by a later duibiao; install that one to open it"), store->path);
	if (version < DB_SCHEMA) {
		if (store->snapshot)
			return err_set(ERR_READONLY, _("%s was published by an earlier duibiao; a desk has to publish it anew with the present one"),
				store->path);
		if (!store->can_write || options->upgrade == NULL)
			return err_set(ERR_READONLY, _("%s is of an earlier duibiao; open it once for writing to bring it up to date"),
				store->path);
		err = options->upgrade(store);
	}
	return err == ERR_OK ? db_number(store, "SELECT coalesce(max(seq), 0) FROM op", &newest) : err;
}

// ------------------------------------------------------------ open and close

static enum err open_plain(struct store *store)
{
	int flags = (store->can_write ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY) | SQLITE_OPEN_NOMUTEX;
	int rc = sqlite3_open_v2(store->path, &store->db, flags, NULL);
	if (rc != SQLITE_OK)
		return db_error(store, rc);
	(void)sqlite3_extended_result_codes(store->db, 1);
	db_wait_for_others(store);
	if (store->can_write && sqlite3_db_readonly(store->db, "main") != 0)
		return err_set(ERR_READONLY, _("%s may only be read by you; look at it with duibiao --browse"), store->path);
	return ERR_OK;
}

static enum err open_file(struct store *store)
{
	db_set_up_library();
	enum err err = store->snapshot ? db_snapshot_open(store) : open_plain(store);
	if (err == ERR_OK)
		err = db_set_up(store);
	return err == ERR_OK && (store->snapshot || store->reads_only) ? db_read_only(store) : err;
}

static enum err store_new(const char *path, const struct db_options *options, struct store **out)
{
	struct store *store = calloc(1, sizeof *store);
	char *name = strdup(path);
	if (store == NULL || name == NULL) {
		free(store);
		free(name);
		return err_set(ERR_MEMORY, _("out of memory"));
	}
	store->path = name;
	store->can_write = options->mode == DB_WRITE;
	store->patience_ms = options->patience_ms > 0 ? options->patience_ms : PATIENCE_MS;
	store->scratch = options->scratch;
	store->random_bytes = options->random_bytes;
	store->reads_only = options->reads_only && !store->can_write;
	*out = store;
	return ERR_OK;
}

static enum err open_listed(struct store *store)
{
	store->next = open_stores;
	open_stores = store;
	return open_file(store);
}

static enum err open_once(const char *path, const struct db_options *options, struct store **out)
{
	struct store *store = NULL;
	enum err err = store_new(path, options, &store);
	if (err != ERR_OK)
		return err;
	err = db_sniff(store);
	if (err == ERR_OK && store->snapshot && store->can_write)
		err = err_set(ERR_READONLY, _("%s is a snapshot for readers; nothing can be entered in it"), path);
	if (err == ERR_OK && store->can_write)
		err = db_check_writable(path);
	if (err == ERR_OK)
		err = open_listed(store);
	if (err == ERR_OK)
		err = check_version(store, options);
	if (err == ERR_OK && store->snapshot)
		err = db_snapshot_read(store);
	*out = store;
	return err;
}

// A reader cannot roll back what a killed desk left half written. The desk program may: it opens the file for writing once.
static enum err mend(const char *path, const struct db_options *options)
{
	struct db_options writing = *options;
	struct store *store = NULL;
	writing.mode = DB_WRITE;
	enum err err = open_once(path, &writing, &store);
	db_close(store);
	return err;
}

enum err db_open(const char *path, const struct db_options *options, struct store **out)
{
	struct store *store = NULL;
	*out = NULL;
	enum err err = open_once(path, options, &store);
	if (err != ERR_OK && store != NULL && store->db != NULL && !store->can_write && options->upgrade != NULL &&
			sqlite3_extended_errcode(store->db) == SQLITE_READONLY_ROLLBACK) {
		db_close(store);
		store = NULL;
		err = mend(path, options);
		if (err == ERR_OK)
			err = open_once(path, options, &store);
	}
	if (err != ERR_OK)
		db_close(store);
	else
		*out = store;
	return err;
}

enum err db_open_empty(const char *path, struct store **out)
{
	const struct db_options options = { .mode = DB_WRITE };
	struct store *store = NULL;
	enum err err = store_new(path, &options, &store);
	if (err == ERR_OK)
		err = open_listed(store);
	if (err != ERR_OK)
		db_close(store);
	else
		*out = store;
	return err;
}

void db_close(struct store *store)
{
	if (store == NULL)
		return;
	if (store->ledger_free != NULL)
		store->ledger_free(store->ledger);
	db_statements_free(store);
	sqlite3_close(store->db);
	forget(store);
	for (size_t i = 0; i < sizeof store->op_text / sizeof store->op_text[0]; i++)
		free(store->op_text[i]);
	free(store->cell_note);
	free(store->cell_doc);
	free(store->report_sentence);
	free(store->operator_account);
	free(store->operator_name);
	free(store->path);
	free(store);
}

const char *db_path(const struct store *store)
{
	return store->path;
}

bool db_can_write(const struct store *store)
{
	return store->can_write;
}

bool db_is_snapshot(const struct store *store)
{
	return store->snapshot;
}

// ------------------------------------------------------------ one view

// The first read takes the lock: a BEGIN alone would let another desk commit before it, and say BUSY somewhere inside.
enum err store_begin(struct store *store)
{
	int64_t newest;
	if (store->viewing > 0) {
		store->viewing++;
		return ERR_OK;
	}
	enum err err = db_do(store, "BEGIN", DB_NO_KEYS);
	if (err != ERR_OK)
		return err;
	store->viewing = 1;
	err = db_number(store, "SELECT coalesce(max(seq), 0) FROM main.op", &newest);
	if (err == ERR_OK && store->refresh != NULL)
		err = store->refresh(store);
	if (err != ERR_OK)
		store_end(store);
	return err;
}

void store_end(struct store *store)
{
	if (store->viewing == 0 || --store->viewing > 0)
		return;
	(void)sqlite3_exec(store->db, "COMMIT", NULL, NULL, NULL);
}

enum err store_data_version(struct store *store, int64_t *out)
{
	if (store->snapshot) {
		db_snapshot_follow(store);
		*out = store->generation;
		return ERR_OK;
	}
	return db_number(store, "PRAGMA data_version", out);
}
