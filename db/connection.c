// SPDX-License-Identifier: MIT
// How a connection behaves (db.h): what is set on it and then read back, for a setting that does not hold is no guard, and how
// it waits for other desks. Nothing here is the default of SQLite; the reasons are measured in traps.md.
#include "db/base.h"

#include <string.h>
#include <time.h>

#include "core/i18n.h"

#define SLEEP_LEAST_US 500
#define SLEEP_SPAN_US 4500

// ------------------------------------------------------------ waiting

static int64_t monotonic_ms(void)
{
	struct timespec now;
	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static uint32_t jitter(struct store *store)
{
	uint32_t random;
	if (store->random_bytes != NULL)
		store->random_bytes(&random, sizeof random);
	else
		random = store->jitter = store->jitter * 1664525U + 1013904223U;
	return random >> 8;
}

// Equal sleeps let the desks meet again and again; random short ones let each through (traps.md).
static int wait_a_little(void *ctx, int times)
{
	struct store *store = ctx;
	int64_t now = monotonic_ms();
	if (times == 0)
		store->waited_until = now + store->patience_ms;
	if (now >= store->waited_until)
		return 0;
	struct timespec sleep = { 0, (long)(SLEEP_LEAST_US + jitter(store) % SLEEP_SPAN_US) * 1000 };
	nanosleep(&sleep, NULL);
	return 1;
}

void db_wait_for_others(struct store *store)
{
	(void)sqlite3_busy_handler(store->db, wait_a_little, store);
}

// ------------------------------------------------------------ settings of the connection

struct pragma { const char *set, *read, *want; };
static const struct pragma both_pragmas[] = {
	{ "PRAGMA trusted_schema = 0", "PRAGMA trusted_schema", "0" },
	{ "PRAGMA cell_size_check = 1", "PRAGMA cell_size_check", "1" },
	{ "PRAGMA temp_store = 2", "PRAGMA temp_store", "2" },
};
static const struct pragma read_pragmas[] = {
	{ "PRAGMA query_only = 1", "PRAGMA query_only", "1" },
};
static const struct pragma write_pragmas[] = {
	{ "PRAGMA foreign_keys = 1", "PRAGMA foreign_keys", "1" },
	{ "PRAGMA recursive_triggers = 1", "PRAGMA recursive_triggers", "1" },
	{ "PRAGMA journal_mode = TRUNCATE", "PRAGMA journal_mode", "truncate" },
	{ "PRAGMA synchronous = 2", "PRAGMA synchronous", "2" },
};
static const struct pragma scratch_pragmas[] = {
	{ "PRAGMA synchronous = 0", "PRAGMA synchronous", "0" },
	{ "PRAGMA journal_mode = MEMORY", "PRAGMA journal_mode", "memory" },
};
#define LENGTH(a) (sizeof (a) / sizeof (a)[0])

static enum err set_pragma(struct store *store, const struct pragma *pragma)
{
	sqlite3_stmt *stmt = NULL;
	int rc = sqlite3_exec(store->db, pragma->set, NULL, NULL, NULL);
	if (rc == SQLITE_OK)
		rc = sqlite3_prepare_v2(store->db, pragma->read, -1, &stmt, NULL);
	if (rc != SQLITE_OK)
		return db_error(store, rc);
	bool row;
	enum err err = db_step(store, stmt, &row);
	if (err == ERR_OK && (!row || strcmp(db_text(stmt, 0), pragma->want) != 0))
		err = err_set(ERR_IO, _("%s: %s does not hold here; ask who looks after this machine"), store->path, pragma->set);
	sqlite3_finalize(stmt);
	return err;
}

static enum err set_pragmas(struct store *store, const struct pragma *pragmas, size_t len)
{
	enum err err = ERR_OK;
	for (size_t i = 0; i < len && err == ERR_OK; i++)
		err = set_pragma(store, &pragmas[i]);
	return err;
}

static enum err set_guards(struct store *store)
{
	static const struct { int option, value; } guards[] = {
		{ SQLITE_DBCONFIG_DEFENSIVE, 1 }, { SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0 },
		{ SQLITE_DBCONFIG_DQS_DML, 0 }, { SQLITE_DBCONFIG_DQS_DDL, 0 },
	};
	for (size_t i = 0; i < LENGTH(guards); i++) {
		int now = -1;
		int rc = sqlite3_db_config(store->db, guards[i].option, guards[i].value, &now);
		if (rc != SQLITE_OK || now != guards[i].value)
			return err_set(ERR_IO, _("%s: %s does not hold here; ask who looks after this machine"), store->path, "db_config");
	}
	return ERR_OK;
}

// One thread, and nobody asks SQLite how much memory it has: no lock and no count at each of its allocations. It is settled at the
// first use of the library; later calls are refused and change nothing.
void db_set_up_library(void)
{
	(void)sqlite3_config(SQLITE_CONFIG_SINGLETHREAD);
	(void)sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

enum err db_set_up(struct store *store)
{
	enum err err = set_guards(store);
	if (err == ERR_OK)
		err = set_pragmas(store, both_pragmas, LENGTH(both_pragmas));
	if (err != ERR_OK)
		return err;
	if (!store->can_write)
		return set_pragmas(store, read_pragmas, LENGTH(read_pragmas));
	err = set_pragmas(store, write_pragmas, LENGTH(write_pragmas));
	return err == ERR_OK && store->scratch ? set_pragmas(store, scratch_pragmas, LENGTH(scratch_pragmas)) : err;
}
