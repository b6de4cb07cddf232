// SPDX-License-Identifier: MIT
// Making and checking files: linked by the desk program only.
#ifndef DB_DB_WRITE_H
#define DB_DB_WRITE_H

#include <stdbool.h>
#include <sys/types.h>

#include "core/err.h"
#include "core/store.h"

// A new empty file with schema and nothing else, 0600 (SHARED: 0660). ERR_REFUSED when PATH exists. Folders are made by the roof.
must_check enum err db_create(const char *path, bool shared);
// Brings an older file to this program's schema, each step one transaction; for db_options.upgrade.
must_check enum err db_upgrade(struct store *store);
// integrity_check, foreign keys, op/change chain, every row equal to its last change line. ERR_FINDINGS names the first
// thing that is wrong in err_message(). Of a snapshot, which has no history, the first two only. *LINES how many change lines were checked.
must_check enum err db_verify(struct store *store, int64_t *lines);

// The process of this machine that keeps the file from being written; false: none, or it cannot be told.
bool db_holder(const struct store *store, pid_t *out);

#endif
