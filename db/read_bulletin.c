// SPDX-License-Identifier: MIT
// Issued bulletins, read.
#include "db/base.h"

#include "core/bulletin.h"
#include "core/text.h"

struct walk { store_bulletin_fn *fn; void *ctx; };

static enum err hand(sqlite3_stmt *stmt, void *ctx)
{
	const struct walk *w = ctx;
	struct bulletin b = { .id = sqlite3_column_int64(stmt, 0), .year = sqlite3_column_int(stmt, 1), .no = sqlite3_column_int(stmt, 2),
		.period = sqlite3_column_int(stmt, 3), .at = sqlite3_column_int64(stmt, 4), .change = sqlite3_column_int64(stmt, 5) };
	(void)text_format(b.code, sizeof b.code, "%s", db_text(stmt, 6));
	return w->fn(&b, db_text(stmt, 7), w->ctx);
}

enum err store_each_bulletin(struct store *store, store_bulletin_fn *fn, void *ctx)
{
	static const char sql[] = "SELECT id, year, no, period, at, change, code, body FROM bulletin ORDER BY id";
	struct walk w = { fn, ctx };
	return db_each(store, sql, DB_NO_KEYS, hand, &w);
}
