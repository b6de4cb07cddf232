// SPDX-License-Identifier: MIT
// Opening a duibiao file. Only the roof includes this; everybody else works with core/store.h and core/ledger.h.
//
// Policy (traps.md): journal TRUNCATE with synchronous FULL, set and read back on every writing connection; a busy
// handler with short random sleeps; defensive, trusted_schema off, foreign keys on, recursive triggers on. A network or
// FUSE file system is refused for writing. Nothing here ever open()s and close()s the database beside SQLite.
#ifndef DB_DB_H
#define DB_DB_H

#include <stdbool.h>
#include <stddef.h>

#include "core/err.h"
#include "core/store.h"

enum db_mode { DB_READ, DB_WRITE };
struct db_options {
	enum db_mode mode;
	int patience_ms;                                  // how long a busy file is waited for; 0: 5000
	bool scratch;                                     // the file goes at the end anyway: nothing waits for the disk
	void (*random_bytes)(void *out, size_t len);      // for the sleeps' jitter; NULL: a fixed sequence
	bool reads_only;                                  // of DB_READ: no statement but a reading one is prepared
	// db_upgrade of db_write.h: brings an older file up when opened for writing. NULL (duibiao-view): it is refused.
	enum err (*upgrade)(struct store *store);
};
// ERR_MISSING, ERR_FOREIGN (what it is instead is said: an Excel file, a folder, a socket, text ...), ERR_NEWER,
// ERR_DAMAGED, ERR_BUSY, ERR_READONLY (no right to write; the sentence offers --browse), ERR_IO (network file system).
must_check enum err db_open(const char *path, const struct db_options *options, struct store **out);
void db_close(struct store *store);
const char *db_path(const struct store *store);
bool db_can_write(const struct store *store);
bool db_is_snapshot(const struct store *store);          // published for readers: without history and what is not accepted
// Whether PATH can be opened for writing, also before it is made: rights of file and folder, kind of file system.
must_check enum err db_check_writable(const char *path);

#endif
