// SPDX-License-Identifier: MIT
// Numbered steps from an empty file to this program's schema. A step sets user_version itself, inside its transaction.
#include "db/db_write.h"
#include "db/sql_embed.h"
#include "db/write.h"

#include "core/i18n.h"

const struct migration migrations[] = {
	{ 1, db_sql_001 },
	{ 2, db_sql_002 },
	{ 3, db_sql_003 },
};
const int migrations_len = sizeof migrations / sizeof migrations[0];

static enum err run_text(struct store *store, const char *sql)
{
	int rc = sqlite3_exec(store->db, sql, NULL, NULL, NULL);
	return rc == SQLITE_OK ? ERR_OK : db_error(store, rc);
}

// The number is read again under the lock: two desks may have found the same older file.
static enum err run_step(struct store *store, const struct migration *step)
{
	int64_t version;
	enum err err = db_number(store, "PRAGMA user_version", &version);
	if (err != ERR_OK || version >= step->version)
		return err;
	err = run_text(store, step->sql);
	if (err == ERR_OK)
		err = db_number(store, "PRAGMA user_version", &version);
	if (err == ERR_OK && version != step->version)
		err = err_set(ERR_DAMAGED, _("%s: step %d of the schema left version %lld"), store->path, step->version, (long long)version);
	return err;
}

enum err migrate_run(struct store *store, const struct migration *list, int len)
{
	for (int i = 0; i < len; i++) {
		enum err err = run_text(store, "BEGIN IMMEDIATE");
		if (err != ERR_OK)
			return err;
		err = run_step(store, &list[i]);
		if (err == ERR_OK)
			err = run_text(store, "COMMIT");
		if (err != ERR_OK) {
			if (sqlite3_get_autocommit(store->db) == 0)
				(void)sqlite3_exec(store->db, "ROLLBACK", NULL, NULL, NULL);
			return err;
		}
	}
	return ERR_OK;
}

enum err db_upgrade(struct store *store)
{
	return migrate_run(store, migrations, migrations_len);
}
