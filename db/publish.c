// SPDX-License-Identifier: MIT
// See publish.h. One copy under the source's lock; then all the rest off-line, in a file that nobody else knows yet. The folder is
// locked meanwhile, so what lies in it under a temporary name is left of a process that died.
#include "db/publish.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/i18n.h"
#include "core/text.h"
#include "db/base.h"

#define MAKING ".publishing"            // .NAME.publishing until it is whole
#define PIECE (1 << 20)

struct publishing {
	struct store *from;
	int folder;                         // open and locked
	const char *name;
	char making[NAME_MAX + 1];
	char path[PATH_MAX];                // of MAKING
	char origin[17];                    // which data file this is: a number made of its path (FNV-1a)
	sqlite3 *to;
};

static enum err failed(const struct publishing *p, int why)
{
	return err_set(ERR_IO, _("%s cannot be published: %s"), p->path, strerror(why));
}

// What is damaged in the copy is so in the file that it was made of; all else is about the copy.
static enum err failed_by(const struct publishing *p, int code)
{
	char why[1024];
	enum err err = db_error_of(p->path, code);
	if (err == ERR_DAMAGED)
		err = db_error_of(p->from->path, code);
	text_format(why, sizeof why, "%s", err_message());
	return err_set(err, _("nothing was published; %s"), why);
}

static enum err failed_in_copy(const struct publishing *p)
{
	return failed_by(p, sqlite3_extended_errcode(p->to));
}

// ------------------------------------------------------------ the folder

static void remove_leftovers(const struct publishing *p)
{
	int fd = dup(p->folder);
	DIR *dir = fd >= 0 ? fdopendir(fd) : NULL;
	if (dir == NULL)
		return;
	for (const struct dirent *entry = readdir(dir); entry != NULL; entry = readdir(dir)) {
		size_t len = strlen(entry->d_name), end = strlen(MAKING);
		if (entry->d_name[0] == '.' && len > end && strcmp(entry->d_name + len - end, MAKING) == 0)
			unlinkat(p->folder, entry->d_name, 0);
	}
	closedir(dir);
}

// What other desks publish is seen by the folder's rights for the desks' group (docs/ssh.md).
static enum err failed_to_look(const struct publishing *p, int why)
{
	if (why != EACCES)
		return failed(p, why);
	return err_set(ERR_IO, _("another account published the %s in that folder, and this one may not look at it; let root run the setfacl "
		"line of `duibiao ssh-setup --print`, and publish once"), p->name);
}

// A slip of the folder must not put a snapshot in the place of a data file.
static enum err check_name(const struct publishing *p)
{
	unsigned char head[72] = {0};
	int fd = openat(p->folder, p->name, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
	if (fd < 0)
		return errno == ENOENT ? ERR_OK : failed_to_look(p, errno);
	struct stat st;
	bool own = fstat(fd, &st) == 0 && db_find_open(st.st_dev, st.st_ino) != NULL;
	ssize_t len = own ? 0 : read(fd, head, sizeof head);
	if (!own)
		close(fd);                      // never of the open file: its locks would go (traps.md)
	uint32_t application = (uint32_t)head[68] << 24 | (uint32_t)head[69] << 16 | (uint32_t)head[70] << 8 | head[71];
	if (len == sizeof head && application == DB_SNAPSHOT)
		return ERR_OK;
	return err_set(ERR_REFUSED, _("%s stands in that folder and is no snapshot; publish to a folder of its own"), p->name);
}

// A copy of a data file somewhere else, tried out, must not reach the readers of the true one.
static enum err name_origin(struct publishing *p)
{
	char path[PATH_MAX];
	uint64_t number = 0xcbf29ce484222325U;
	if (realpath(p->from->path, path) == NULL)
		return failed(p, errno);
	for (const char *at = path; *at != '\0'; at++)
		number = (number ^ (unsigned char)*at) * 0x100000001b3U;
	snprintf(p->origin, sizeof p->origin, "%016llx", (unsigned long long)number);
	return ERR_OK;
}

static enum err compare_origin(sqlite3_stmt *stmt, void *ctx)
{
	const struct publishing *p = ctx;
	return strcmp(db_text(stmt, 0), p->origin) == 0 ? ERR_OK : err_set(ERR_REFUSED, _("the snapshot %s in that folder was published "
		"from another data file; if this one is to take its place, remove it there first"), p->name);
}

// What cannot be opened any more tells nothing, and is replaced.
static enum err check_origin(struct publishing *p, const char *folder)
{
	static const struct db_options options = { .mode = DB_READ, .reads_only = true };
	char path[PATH_MAX];
	struct store *present = NULL;
	enum err err = name_origin(p);
	int len = snprintf(path, sizeof path, "%s/%s", folder, p->name);
	if (err != ERR_OK || len < 0 || (size_t)len >= sizeof path || db_open(path, &options, &present) != ERR_OK)
		return err;
	err = db_each(present, "SELECT value FROM setting WHERE key = 'origin'", DB_NO_KEYS, compare_origin, p);
	db_close(present);
	return err;
}

static enum err open_folder(struct publishing *p, const char *folder)
{
	int len = snprintf(p->making, sizeof p->making, ".%s" MAKING, p->name);
	int all = snprintf(p->path, sizeof p->path, "%s/%s", folder, p->making);
	if (len < 0 || (size_t)len >= sizeof p->making || all < 0 || (size_t)all >= sizeof p->path)
		return failed(p, ENAMETOOLONG);
	p->folder = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (p->folder < 0 || flock(p->folder, LOCK_EX) != 0)
		return failed(p, errno);
	remove_leftovers(p);
	enum err err = check_name(p);
	return err == ERR_OK ? check_origin(p, folder) : err;
}

// ------------------------------------------------------------ the copy

// By SQLite's own descriptor, and a megabyte a time: page by page, as sqlite3_backup does it, takes three times the processor's
// time, and desks wait for that long.
static enum err copy_bytes(struct publishing *p, int to)
{
	sqlite3_file *from = NULL;
	sqlite3_int64 size = 0;
	unsigned char *piece = malloc(PIECE);
	int rc = sqlite3_file_control(p->from->db, "main", SQLITE_FCNTL_FILE_POINTER, &from);
	if (rc == SQLITE_OK)
		rc = piece != NULL ? from->pMethods->xFileSize(from, &size) : SQLITE_NOMEM;
	int why = 0;
	for (sqlite3_int64 at = 0; at < size && rc == SQLITE_OK && why == 0; at += PIECE) {
		int len = size - at < PIECE ? (int)(size - at) : PIECE;
		rc = from->pMethods->xRead(from, piece, len, at);
		if (rc == SQLITE_OK && write(to, piece, (size_t)len) != len)
			why = errno != 0 ? errno : ENOSPC;
	}
	free(piece);
	return rc != SQLITE_OK ? failed_by(p, rc) : why != 0 ? failed(p, why) : ERR_OK;
}

// One view of the file: its lock holds writers back, and is held no longer than the bytes take.
static enum err copy(struct publishing *p, int to)
{
	enum err err = store_begin(p->from);
	if (err != ERR_OK)
		return err;
	errno = 0;
	err = copy_bytes(p, to);
	store_end(p->from);
	return err;
}

// Readers are of the folder's group; others see nothing.
static enum err make_copy(struct publishing *p)
{
	int fd = openat(p->folder, p->making, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0640);
	enum err err = fd >= 0 && fchmod(fd, 0640) == 0 ? copy(p, fd) : failed(p, errno);
	if (fd >= 0 && close(fd) != 0 && err == ERR_OK)
		err = failed(p, errno);
	return err;
}

static enum err open_copy(struct publishing *p)
{
	if (sqlite3_open_v2(p->path, &p->to, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL) != SQLITE_OK)
		return p->to == NULL ? failed(p, ENOMEM) : failed_in_copy(p);
	(void)sqlite3_exec(p->to, "PRAGMA synchronous = 0; PRAGMA journal_mode = OFF", NULL, NULL, NULL);
	return ERR_OK;
}

// What readers may see (core/report.h, db/read_entry.c): accepted entries, and what hangs on them. A node is of no report.
#define ACCEPTED(row) "EXISTS (SELECT 1 FROM element e CROSS JOIN report r WHERE e.id = " row ".element AND r.period = " row \
	".period AND r.dept = e.owner AND r.unit = CASE e.owner WHEN 0 THEN " row ".unit ELSE (SELECT root FROM plan) END" \
	" AND r.upto > 0 AND " row ".change <= r.upto)"
static const char *const stripping[] = {
	"PRAGMA foreign_keys = 0", "PRAGMA trusted_schema = 0", "PRAGMA temp_store = 2",
	"BEGIN EXCLUSIVE",
	"DELETE FROM entry WHERE NOT (" ACCEPTED("entry") " OR (coalesce(doc, '') <> ''"
	" AND (unit = (SELECT root FROM plan) OR unit IN (SELECT id FROM unit WHERE compare = 1))))",
	"DELETE FROM stage WHERE NOT " ACCEPTED("stage"),
	"DELETE FROM stage WHERE NOT EXISTS (SELECT 1 FROM entry e WHERE e.element = stage.element AND e.period = stage.period"
	" AND e.unit = stage.unit)",
	"DELETE FROM explanation", "DELETE FROM correction", "DELETE FROM operator", "DELETE FROM setting", "DELETE FROM change",
	"UPDATE report SET sentence = ''",
	"DELETE FROM op WHERE seq < (SELECT max(seq) FROM op)",
	"UPDATE op SET who = '-', org = '', action = 'publish', why = NULL, undoes = NULL, last = first - 1",
	"DELETE FROM sqlite_sequence WHERE name = 'explanation'",
};

static enum err run(struct publishing *p, const char *sql)
{
	return sqlite3_exec(p->to, sql, NULL, NULL, NULL) == SQLITE_OK ? ERR_OK : failed_in_copy(p);
}

// One row and text of SQL into OUT; "" when there is none.
static enum err ask(struct publishing *p, const char *sql, char *out, size_t cap)
{
	sqlite3_stmt *stmt = NULL;
	out[0] = '\0';
	int rc = sqlite3_prepare_v2(p->to, sql, -1, &stmt, NULL);
	if (rc == SQLITE_OK)
		rc = sqlite3_step(stmt);
	if (rc == SQLITE_ROW)
		snprintf(out, cap, "%s", db_text(stmt, 0));
	sqlite3_finalize(stmt);
	return rc == SQLITE_ROW || rc == SQLITE_DONE ? ERR_OK : failed_in_copy(p);
}

// The history is append-only by triggers; in a snapshot there is none.
static enum err drop_triggers(struct publishing *p)
{
	char name[100], sql[160];
	for (;;) {
		enum err err = ask(p, "SELECT name FROM sqlite_schema WHERE type = 'trigger'", name, sizeof name);
		if (err != ERR_OK || name[0] == '\0')
			return err;
		snprintf(sql, sizeof sql, "DROP TRIGGER \"%s\"", name);
		err = run(p, sql);
		if (err != ERR_OK)
			return err;
	}
}

static enum err mark(struct publishing *p, int64_t now)
{
	char sql[300];
	snprintf(sql, sizeof sql, "INSERT INTO setting (key, value, change) VALUES ('published', '%lld', 0), ('origin', '%s', 0)",
		(long long)now, p->origin);
	enum err err = run(p, sql);
	snprintf(sql, sizeof sql, "PRAGMA application_id = %d", DB_SNAPSHOT);
	return err == ERR_OK ? run(p, sql) : err;
}

static enum err strip(struct publishing *p, int64_t now)
{
	char said[300];
	enum err err = drop_triggers(p);
	for (size_t i = 0; i < sizeof stripping / sizeof stripping[0] && err == ERR_OK; i++)
		err = run(p, stripping[i]);
	if (err == ERR_OK)
		err = mark(p, now);
	if (err == ERR_OK)
		err = run(p, "COMMIT");
	if (err == ERR_OK)
		err = run(p, "VACUUM");                 // what was deleted still stands in free pages
	if (err == ERR_OK)
		err = ask(p, "PRAGMA quick_check", said, sizeof said);
	if (err == ERR_OK && strcmp(said, "ok") != 0)
		err = failed_by(p, SQLITE_CORRUPT);
	return err;
}

// ------------------------------------------------------------ its name

static enum err give_name(struct publishing *p)
{
	int fd = openat(p->folder, p->making, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
	bool done = fd >= 0 && fsync(fd) == 0 && renameat(p->folder, p->making, p->folder, p->name) == 0 && fsync(p->folder) == 0;
	int why = errno;
	if (fd >= 0)
		close(fd);
	return done ? ERR_OK : failed(p, why);
}

int db_written(const struct store *store)
{
	return sqlite3_total_changes(store->db);
}

enum err db_publish(struct store *from, const char *folder, const char *name, int64_t now)
{
	struct publishing p = { .from = from, .folder = -1, .name = name };
	enum err err = from->snapshot
		? err_set(ERR_REFUSED, _("%s is a snapshot itself; publish from the file that the desks use"), from->path)
		: open_folder(&p, folder);
	bool making = err == ERR_OK;
	if (err == ERR_OK)
		err = make_copy(&p);
	if (err == ERR_OK)
		err = open_copy(&p);
	if (err == ERR_OK)
		err = strip(&p, now);
	sqlite3_close(p.to);
	if (err == ERR_OK)
		err = give_name(&p);
	if (err != ERR_OK && making)
		unlinkat(p.folder, p.making, 0);
	if (p.folder >= 0)
		close(p.folder);
	return err;
}
