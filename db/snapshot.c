// SPDX-License-Identifier: MIT
// What readers open: a file that is published under its name by a rename and never written again (db/publish.c). SQLite takes no
// lock on it, so no desk ever waits for a reader, and it cannot tell of a later one: the name is looked at instead.
#include "db/base.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "core/i18n.h"
#include "core/text.h"

// ------------------------------------------------------------ reading only

struct allowed { int action; const char *pragma; bool valued; };      // PRAGMA NULL: whatever it is
static const struct allowed allowed[] = {
	{ SQLITE_SELECT, NULL, true }, { SQLITE_READ, NULL, true }, { SQLITE_FUNCTION, NULL, true }, { SQLITE_RECURSIVE, NULL, true },
	{ SQLITE_TRANSACTION, NULL, true }, { SQLITE_PRAGMA, "application_id", false }, { SQLITE_PRAGMA, "user_version", false },
	{ SQLITE_PRAGMA, "data_version", false }, { SQLITE_PRAGMA, "integrity_check", true },
	{ SQLITE_PRAGMA, "foreign_key_check", false },
};

// A pragma with a value is a setting, but that of a check, which says how many mistakes are told.
static int authorize(void *ctx, int action, const char *first, const char *second, const char *database, const char *trigger)
{
	(void)ctx;
	(void)database;
	(void)trigger;
	for (size_t i = 0; i < sizeof allowed / sizeof allowed[0]; i++) {
		if (allowed[i].action != action)
			continue;
		if (allowed[i].pragma == NULL ||
				(first != NULL && (second == NULL || allowed[i].valued) && strcmp(first, allowed[i].pragma) == 0))
			return SQLITE_OK;
	}
	return SQLITE_DENY;
}

enum err db_read_only(struct store *store)
{
	int rc = sqlite3_set_authorizer(store->db, authorize, NULL);
	return rc == SQLITE_OK ? ERR_OK : db_error(store, rc);
}

// ------------------------------------------------------------ opening

// PATH as a URI: ? # and % mean something in one, and two slashes at the front would begin the name of a host. Owned.
static char *uri_of(const char *path)
{
	static const char digits[] = "0123456789ABCDEF";
	size_t size = 3 * strlen(path) + sizeof "file:?immutable=1";
	char *uri = malloc(size);
	if (uri == NULL)
		return NULL;
	char *to = uri + strlen(text_format(uri, size, "file:"));
	while (path[0] == '/' && path[1] == '/')
		path++;
	for (; *path != '\0'; path++) {
		if (strchr("?#%", *path) == NULL) {
			*to++ = *path;
			continue;
		}
		*to++ = '%';
		*to++ = digits[(unsigned char)*path >> 4];
		*to++ = digits[(unsigned char)*path & 15];
	}
	text_format(to, size - (size_t)(to - uri), "?immutable=1");
	return uri;
}

enum err db_snapshot_open(struct store *store)
{
	char *uri = uri_of(store->path);
	if (uri == NULL)
		return err_set(ERR_MEMORY, _("out of memory"));
	int rc = sqlite3_open_v2(uri, &store->db, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX, NULL);
	free(uri);
	if (rc != SQLITE_OK)
		return db_error(store, rc);
	(void)sqlite3_extended_result_codes(store->db, 1);
	store->generation = 1;
	return ERR_OK;
}

enum err db_snapshot_read(struct store *store)
{
	return db_number(store, "SELECT CAST(value AS INTEGER) FROM setting WHERE key = 'published'", &store->published);
}

int64_t store_published(const struct store *store)
{
	return store->published;
}

// ------------------------------------------------------------ a later one

// The plan at hand is of the old one; another plan needs another start.
static bool is_of_the_same_plan(struct store *store, struct store *later)
{
	static const char sql[] = "SELECT coalesce(max(change), 0) FROM (SELECT change FROM plan UNION ALL SELECT change FROM unit "
		"UNION ALL SELECT change FROM dept UNION ALL SELECT change FROM outline UNION ALL SELECT change FROM element "
		"UNION ALL SELECT change FROM indicator UNION ALL SELECT change FROM place UNION ALL SELECT change FROM rule)";
	int64_t before, after;
	return db_number(store, sql, &before) == ERR_OK && db_number(later, sql, &after) == ERR_OK && before == after;
}

static void take_up(struct store *store, struct store *later)
{
	sqlite3 *db = store->db;
	dev_t dev = store->dev;
	ino_t ino = store->ino;
	db_statements_free(store);
	db_statements_free(later);
	store->db = later->db;
	store->dev = later->dev;
	store->ino = later->ino;
	store->published = later->published;
	store->generation++;
	later->db = db;
	later->dev = dev;
	later->ino = ino;
}

// What cannot be opened, or is no snapshot, is passed over: what is shown stays good.
void db_snapshot_follow(struct store *store)
{
	const struct db_options options = { .mode = DB_READ, .reads_only = true };
	struct store *later;
	struct stat now;
	if (store->viewing > 0 || stat(store->path, &now) != 0 || (now.st_dev == store->dev && now.st_ino == store->ino) ||
			now.st_ino == store->passed_over)
		return;
	if (db_open(store->path, &options, &later) != ERR_OK)
		later = NULL;
	bool good = later != NULL && later->snapshot && is_of_the_same_plan(store, later);
	store->passed_over = good ? 0 : now.st_ino;
	if (good)
		take_up(store, later);
	db_close(later);
}
