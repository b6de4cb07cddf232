// SPDX-License-Identifier: MIT
// What the writing files of db/ share: the transaction at hand, its lines, and migrations.
#ifndef DB_WRITE_H
#define DB_WRITE_H

#include <stddef.h>

#include "core/ledger.h"
#include "db/base.h"

struct ledger {                         // of one store; OPEN between ledger_begin and commit or rollback
	bool open;
	uint8_t uid[16];
	int64_t seq, at, undoes;        // of the op being made
	char *who, *org, *action, *why;
	int64_t first, next;            // lines: first .. next - 1
	struct change_hash *hash;
	struct change_text text;        // of the row at hand
};

// The number that the next line will have: a row's `change` is written before its line.
static inline int64_t ledger_next_line(const struct store *store)
{
	return store->ledger->next;
}
// The store's own, made at the first call.
must_check enum err ledger_of(struct store *store, struct ledger **out);
struct ledger_key { int what; int64_t k1, k2, k3; };
// Append the line of a row just written. PREV 0: there was none. TEXT "" : the row is gone.
must_check enum err ledger_add_line(struct store *store, const struct ledger_key *key, int64_t prev, const char *text);
// The text of a line; owned. ERR_DAMAGED when there is no such line.
must_check enum err ledger_read_line(struct store *store, int64_t seq, struct ledger_key *key, int64_t *prev, char **text);

// ------------------------------------------------------------ db/migrate.c

struct migration { int version; const char *sql; };
// Runs those above the file's version, each in its own BEGIN IMMEDIATE: a version that another desk has made meanwhile is
// passed over. Nothing of a failed one stays.
must_check enum err migrate_run(struct store *store, const struct migration *list, int len);
extern const struct migration migrations[];
extern const int migrations_len;

#endif
