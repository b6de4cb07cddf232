// SPDX-License-Identifier: MIT
// What the files of db/ share: the store behind core/store.h, cached statements, binding, and sentences for SQLite's
// errors. The reading half links alone; what only a writer needs hangs on `ledger` and is made by db/write_ledger.c.
#ifndef DB_BASE_H
#define DB_BASE_H

#include <sqlite3.h>
#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>

#include "core/change.h"
#include "core/store.h"
#include "db/db.h"

#define DB_APPLICATION 1685416290       // 'duib'
#define DB_SNAPSHOT 1685416307          // 'duis': published for readers, never written again
#define DB_SCHEMA 3                     // user_version that this program reads and writes
#define DB_STATEMENTS 128               // slots; a power of two

struct statement { const char *sql; sqlite3_stmt *stmt; };
struct ledger;

struct store {
	sqlite3 *db;
	char *path;
	dev_t dev; ino_t ino;           // of the open file: it must not be opened and closed beside SQLite
	bool can_write;
	bool snapshot;                  // opened immutable; the rest of it in db/snapshot.c
	bool reads_only;                // as db_options
	int64_t published, generation;  // of a snapshot: when it was made; grows with each later one that is taken up
	ino_t passed_over;              // a later one that was not
	bool scratch;                   // as db_options
	int viewing;                 // views open, one inside the other
	int patience_ms;
	int64_t waited_until;           // of the busy handler: monotonic ms at which patience ends
	void (*random_bytes)(void *out, size_t len);
	uint32_t jitter;                // state of the fixed sequence
	struct statement statements[DB_STATEMENTS];
	int statements_len;
	char *cell_note, *cell_doc;     // text of the last store_get_entry or store_get_target
	char *report_sentence;          // of the last store_get_report: a save reads it while it still holds an entry's text
	char *operator_account, *operator_name;      // of the last store_get_operator
	char *op_text[4];               // of the last store_last_op: who, org, action, why
	uint8_t op_hash[CHANGE_HASH];
	struct ledger *ledger;          // NULL until the first ledger_begin
	void (*ledger_free)(struct ledger *ledger);
	enum err (*refresh)(struct store *store);   // of a store that looks back: called in each view, before anything is read; else NULL
	int64_t known_until, known_version;         // its seconds, and the data_version that it has taken in
	struct store *next;             // the open stores of this process
};

// ------------------------------------------------------------ db/stmt.c

// A statement of LITERAL, prepared once a store and found by its address. Give it back with db_done before the program
// waits for anything: an unfinished read blocks the other desk's save.
must_check enum err db_statement(struct store *store, const char *literal, sqlite3_stmt **out);
void db_done(sqlite3_stmt *stmt);                       // reset; NULL is nothing
// One step. *ROW tells whether there is a row. An error leaves its sentence.
must_check enum err db_step(struct store *store, sqlite3_stmt *stmt, bool *row);
must_check enum err db_run(struct store *store, sqlite3_stmt *stmt);   // a statement without rows, and db_done
void db_statements_free(struct store *store);

// The same with the numbers that the parameters are, in the order of their first naming in the SQL.
#define DB_KEYS(...) (const int64_t[]){ __VA_ARGS__ }, (int)(sizeof (const int64_t[]){ __VA_ARGS__ } / sizeof(int64_t))
#define DB_NO_KEYS NULL, 0
must_check enum err db_bound(struct store *store, const char *literal, const int64_t *keys, int len, sqlite3_stmt **out);
must_check enum err db_do(struct store *store, const char *literal, const int64_t *keys, int len);      // no rows
must_check enum err db_number(struct store *store, const char *literal, int64_t *out);                  // one row, one number
// The first row, if there is one. db_done is the caller's, unless it failed.
must_check enum err db_first(struct store *store, const char *literal, const int64_t *keys, int len, sqlite3_stmt **out,
	bool *row);
// Every row to FN, until one of them fails.
typedef enum err db_row_fn(sqlite3_stmt *stmt, void *ctx);
must_check enum err db_each(struct store *store, const char *literal, const int64_t *keys, int len, db_row_fn *fn, void *ctx);

static inline void db_bind(sqlite3_stmt *stmt, int at, int64_t value)
{
	(void)sqlite3_bind_int64(stmt, at, value);
}
// Borrowed until the statement ran. NULL is NULL.
static inline void db_bind_text(sqlite3_stmt *stmt, int at, const char *text)
{
	(void)sqlite3_bind_text(stmt, at, text, -1, SQLITE_STATIC);
}
// NULL columns are ""; borrowed until the next step.
const char *db_text(sqlite3_stmt *stmt, int column);

// A statement is reset before its text is used: the store keeps a copy in *KEPT until the next call, and *TEXT is that.
must_check enum err db_keep(char **kept, const char **text);

// The error of SQLite's latest answer RC, with its sentence.
enum err db_error(struct store *store, int rc);
// The same of an extended code, of the file PATH.
enum err db_error_of(const char *path, int code);
// A row that this program cannot have written.
enum err db_damaged(const struct store *store, const char *what, int64_t id);

// ------------------------------------------------------------ db/sniff.c

// What the store's path is, before SQLite touches it. ERR_OK: a file of ours, or one that is open in this process already; dev,
// ino and snapshot are filled in.
must_check enum err db_sniff(struct store *store);
bool db_unsafe_filesystem(unsigned long type);                  // statfs f_type where locks get lost

// ------------------------------------------------------------ db/connection.c

void db_wait_for_others(struct store *store);                   // a busy file is tried again until patience_ms have passed
void db_set_up_library(void);                               // before SQLite is first used
must_check enum err db_set_up(struct store *store);             // ERR_IO: a setting does not hold

// ------------------------------------------------------------ db/db.c

// A store for writing on a file that is still empty: no schema is asked for.
must_check enum err db_open_empty(const char *path, struct store **out);
const struct store *db_find_open(dev_t dev, ino_t ino);         // a store of this process; NULL: none

// ------------------------------------------------------------ db/snapshot.c

must_check enum err db_snapshot_open(struct store *store);      // store->db, immutable
must_check enum err db_snapshot_read(struct store *store);      // when it was made
void db_snapshot_follow(struct store *store);                   // a later one took its name: that one from now on
must_check enum err db_read_only(struct store *store);          // SQLite asks, and only reading is answered with yes

#endif
