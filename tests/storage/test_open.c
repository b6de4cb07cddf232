// SPDX-License-Identifier: MIT
// What is opened and what is not: foreign files by name, later and earlier schemas, rights, file systems, the settings of a
// connection, and that a second look at an open file does not drop its locks.
#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "core/bulletin.h"
#include "db/write.h"
#include "tests/storage/fixture.h"

static enum err try_open(const char *path, enum db_mode mode)
{
	const struct db_options options = { .mode = mode, .patience_ms = 50, .upgrade = db_upgrade };
	struct store *store;
	enum err err = db_open(path, &options, &store);
	db_close(store);
	return err;
}

static void expect(const char *path, enum err want, const char *words)
{
	enum err err = try_open(path, DB_WRITE);
	if (err != want || strstr(err_message(), words) == NULL)
		fail_msg("%s: %d %s", path, (int)err, err_message());
	assert_int_equal(try_open(path, DB_READ), want);
}

// ------------------------------------------------------------ not ours

static void put_file(const char *path, const char *bytes, size_t len)
{
	FILE *file = fopen(path, "wb");
	assert_non_null(file);
	assert_int_equal(fwrite(bytes, 1, len, file), len);
	fclose(file);
}

static void test_foreign_files(void **state)
{
	(void)state;
	static const struct { const char *name, *bytes; size_t len; const char *words; } files[] = {
		{ "a.xlsx", "PK\003\004\024\0\0\0rest", 12, "Excel" }, { "b.pdf", "%PDF-1.7 ...", 12, "PDF" },
		{ "c.csv", "element,unit\nx,y\n", 17, "text file" }, { "d.db", "", 0, "empty" },
		{ "e.xls", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1rest", 12, "old Excel" }, { "f.bin", "\1\2\3\4", 4, "unknown" },
	};
	for (size_t i = 0; i < sizeof files / sizeof files[0]; i++) {
		struct stat st;
		put_file(fixture_path(files[i].name), files[i].bytes, files[i].len);
		expect(fixture_path(files[i].name), ERR_FOREIGN, files[i].words);
		assert_int_equal(stat(fixture_path(files[i].name), &st), 0);
		assert_int_equal(st.st_size, files[i].len);
	}
}

static void test_foreign_database(void **state)
{
	(void)state;
	sqlite3 *db;
	assert_int_equal(sqlite3_open(fixture_path("other.sqlite"), &db), SQLITE_OK);
	assert_int_equal(sqlite3_exec(db, "CREATE TABLE a (b)", NULL, NULL, NULL), SQLITE_OK);
	sqlite3_close(db);
	expect(fixture_path("other.sqlite"), ERR_FOREIGN, "another program");
}

static void test_specials(void **state)
{
	(void)state;
	struct sockaddr_un address = { .sun_family = AF_UNIX };
	assert_int_equal(mkdir(fixture_path("folder"), 0700), 0);
	expect(fixture_path("folder"), ERR_FOREIGN, "a folder");
	assert_int_equal(mkfifo(fixture_path("fifo"), 0600), 0);
	expect(fixture_path("fifo"), ERR_FOREIGN, "a pipe");
	snprintf(address.sun_path, sizeof address.sun_path, "%s", fixture_path("socket"));
	int fd = socket(AF_UNIX, SOCK_STREAM, 0);
	assert_int_equal(bind(fd, (struct sockaddr *)&address, sizeof address), 0);
	expect(fixture_path("socket"), ERR_FOREIGN, "a socket");
	close(fd);
	expect("/dev/null", ERR_FOREIGN, "a device");
	expect(fixture_path("nowhere.db"), ERR_MISSING, "no file");
	expect(":memory:", ERR_MISSING, "no file");
}

static void test_unsafe_filesystems(void **state)
{
	(void)state;
	static const unsigned long unsafe[] = { 0x6969, 0xFF534D42, 0xFE534D42, 0x65735546, 0x01021997, 0xC36400 };
	for (size_t i = 0; i < sizeof unsafe / sizeof unsafe[0]; i++)
		assert_true(db_unsafe_filesystem(unsafe[i]));
	assert_false(db_unsafe_filesystem(0xEF53));      // ext4
	assert_false(db_unsafe_filesystem(0x01021994));  // tmpfs
}

// ------------------------------------------------------------ versions

static void test_newer(void **state)
{
	(void)state;
	sqlite3 *db;
	fixture_ok(db_create(fixture_path("newer.db"), false));
	assert_int_equal(sqlite3_open(fixture_path("newer.db"), &db), SQLITE_OK);
	assert_int_equal(sqlite3_exec(db, "PRAGMA user_version = 99", NULL, NULL, NULL), SQLITE_OK);
	sqlite3_close(db);
	expect(fixture_path("newer.db"), ERR_NEWER, "later duibiao");
}

// A next step of the schema, forced here: run once, passed over the second time; what fails leaves nothing.
static void test_migration(void **state)
{
	(void)state;
	const struct migration good[] = { migrations[0], { 4, "CREATE TABLE later (a INTEGER) STRICT; PRAGMA user_version = 4;" } };
	const struct migration bad[] = { migrations[0], { 4, "CREATE TABLE later (a INTEGER) STRICT; CREATE TABLE op (b);" } };
	const struct migration forgetful[] = { migrations[0], { 4, "CREATE TABLE later (a INTEGER) STRICT;" } };
	struct plan *plan;
	struct store *store = fixture_store("migrate.db", &plan);
	int64_t version, tables;
	assert_int_equal(migrate_run(store, bad, 2), ERR_DAMAGED);
	assert_int_equal(migrate_run(store, forgetful, 2), ERR_DAMAGED);
	fixture_ok(db_number(store, "SELECT count(*) FROM sqlite_master WHERE name = 'later'", &tables));
	assert_int_equal(tables, 0);
	fixture_ok(migrate_run(store, good, 2));
	fixture_ok(migrate_run(store, good, 2));
	fixture_ok(db_number(store, "PRAGMA user_version", &version));
	assert_int_equal(version, 4);
	fixture_ok(db_number(store, "SELECT count(*) FROM sqlite_master WHERE name = 'later'", &tables));
	assert_int_equal(tables, 1);
	plan_free(plan);
	db_close(store);
	expect(fixture_path("migrate.db"), ERR_NEWER, "later duibiao");
}

static void test_earlier(void **state)
{
	(void)state;
	const struct db_options no_upgrade = { .mode = DB_WRITE };
	struct store *store;
	sqlite3 *db;
	assert_int_equal(sqlite3_open(fixture_path("earlier.db"), &db), SQLITE_OK);
	const char *sql = "PRAGMA application_id = 1685416290; CREATE TABLE a (b); DROP TABLE a";
	assert_int_equal(sqlite3_exec(db, sql, NULL, NULL, NULL), SQLITE_OK);
	sqlite3_close(db);
	assert_int_equal(try_open(fixture_path("earlier.db"), DB_READ), ERR_READONLY);
	assert_int_equal(db_open(fixture_path("earlier.db"), &no_upgrade, &store), ERR_READONLY);
	assert_int_equal(try_open(fixture_path("earlier.db"), DB_WRITE), ERR_OK);
	assert_int_equal(try_open(fixture_path("earlier.db"), DB_READ), ERR_OK);
}

// Who only reads cannot bring it up to date; he is told who can.
static void test_earlier_snapshot(void **state)
{
	(void)state;
	sqlite3 *db;
	assert_int_equal(sqlite3_open(fixture_path("published.db"), &db), SQLITE_OK);
	const char *sql = "PRAGMA application_id = 1685416307; CREATE TABLE a (b); DROP TABLE a; PRAGMA user_version = 2";
	assert_int_equal(sqlite3_exec(db, sql, NULL, NULL, NULL), SQLITE_OK);
	sqlite3_close(db);
	assert_int_equal(try_open(fixture_path("published.db"), DB_READ), ERR_READONLY);
	assert_non_null(strstr(err_message(), "a desk has to publish it anew"));
}

static void load_dump(const char *dump, const char *path)
{
	static char sql[1 << 18];
	FILE *file = fopen(dump, "rb");
	sqlite3 *db;
	assert_non_null(file);
	size_t len = fread(sql, 1, sizeof sql - 1, file);
	fclose(file);
	sql[len] = '\0';
	assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
	assert_int_equal(sqlite3_exec(db, sql, NULL, NULL, NULL), SQLITE_OK);
	sqlite3_close(db);
}

static enum err is_first_bulletin(const struct bulletin *bulletin, const char *body, void *ctx)
{
	(void)ctx;
	assert_int_equal(bulletin->no, 1);
	assert_int_equal(bulletin->period, 202312);
	assert_non_null(strstr(body, "\nI\t请许昌市、魏都区、建安区、市统计局抓紧上报报表（截止日期2024年1月15日）。\n"));
	return ERR_OK;
}

// What earlier versions left, one dump each: brought up to date, all there, nothing to find, and written on.
static void test_stored_versions(void **state)
{
	(void)state;
	for (int version = 1; version <= DB_SCHEMA; version++) {
		char dump[64], name[32];
		struct plan *plan;
		struct entry e;
		int64_t lines;
		snprintf(dump, sizeof dump, "tests/data/schema_%d.sql", version);
		snprintf(name, sizeof name, "stored%d.db", version);
		load_dump(dump, fixture_path(name));
		struct store *store = fixture_open(fixture_path(name), DB_WRITE);
		fixture_ok(db_verify(store, &lines));
		fixture_ok(store_read_plan(store, &plan));
		fixture_ok(store_get_entry(store, plan, FIX_FIRMS, FIX_WD, 202306, &e));
		assert_int_equal(e.figure, 12350000);
		assert_string_equal(e.doc, "许统〔2023〕5号");
		assert_false(e.copied);
		assert_false(e.accepted);
		if (version >= 3)
			fixture_ok(store_each_bulletin(store, is_first_bulletin, NULL));
		e.figure++;
		e.copied = true;
		fixture_ok(fixture_save(store, plan, &e, e.change, NULL));
		fixture_ok(db_verify(store, &lines));
		plan_free(plan);
		db_close(store);
	}
}

// ------------------------------------------------------------ the connection

static void setting(struct store *store, const char *pragma, const char *want)
{
	sqlite3_stmt *stmt;
	assert_int_equal(sqlite3_prepare_v2(store->db, pragma, -1, &stmt, NULL), SQLITE_OK);
	assert_int_equal(sqlite3_step(stmt), SQLITE_ROW);
	assert_string_equal((const char *)sqlite3_column_text(stmt, 0), want);
	sqlite3_finalize(stmt);
}

static void test_settings(void **state)
{
	(void)state;
	struct plan *plan;
	struct store *store = fixture_store("settings.db", &plan);
	int on;
	setting(store, "PRAGMA journal_mode", "truncate");
	setting(store, "PRAGMA synchronous", "2");
	setting(store, "PRAGMA foreign_keys", "1");
	setting(store, "PRAGMA recursive_triggers", "1");
	setting(store, "PRAGMA trusted_schema", "0");
	sqlite3_db_config(store->db, SQLITE_DBCONFIG_DEFENSIVE, -1, &on);
	assert_int_equal(on, 1);
	assert_int_not_equal(sqlite3_exec(store->db, "SELECT \"no such column\"", NULL, NULL, NULL), SQLITE_OK);
	assert_true(db_can_write(store));
	db_close(store);
	store = fixture_open(fixture_path("settings.db"), DB_READ);
	setting(store, "PRAGMA query_only", "1");
	assert_false(db_can_write(store));
	const struct ledger_op op = fixture_op("set");
	assert_int_equal(ledger_begin(store, &op), ERR_READONLY);
	assert_int_not_equal(sqlite3_exec(store->db, "DELETE FROM entry", NULL, NULL, NULL), SQLITE_OK);
	plan_free(plan);
	db_close(store);
}

#define RESERVED_BYTE 0x40000001         // SQLite's file format: where the lock of BEGIN IMMEDIATE lies
// A second opening of the same file in this process must not free the lock that the first holds.
static void test_locks_stay(void **state)
{
	(void)state;
	struct plan *plan;
	struct store *store = fixture_store("locks.db", &plan);
	const struct ledger_op op = fixture_op("set");
	struct entry e = fixture_entry(FIX_FIRMS, FIX_WD, 202306, 1);
	int status;
	int64_t seq;
	fixture_ok(ledger_begin(store, &op));
	fixture_ok(ledger_put_entry(store, plan, &e, 0));
	assert_int_equal(try_open(fixture_path("locks.db"), DB_READ), ERR_OK);
	pid_t child = fork();
	if (child == 0) {                    // asked of the kernel: SQLite in a fork still has its parent's list of locks
		struct flock lock = { .l_type = F_WRLCK, .l_whence = SEEK_SET, .l_start = RESERVED_BYTE, .l_len = 1 };
		int fd = open(fixture_path("locks.db"), O_RDWR);
		_exit(fcntl(fd, F_GETLK, &lock) == 0 && lock.l_type == F_WRLCK ? 0 : 1);
	}
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_true(WIFEXITED(status) && WEXITSTATUS(status) == 0);
	fixture_ok(ledger_commit(store, &seq));
	plan_free(plan);
	db_close(store);
}

// ------------------------------------------------------------ one view

static void test_view(void **state)
{
	(void)state;
	struct plan *plan;
	struct store *desk = fixture_store("view.db", &plan), *reader = fixture_open(fixture_path("view.db"), DB_READ);
	struct entry e = fixture_entry(FIX_FIRMS, FIX_WD, 202306, 1), seen;
	int64_t before, after, same;
	desk->patience_ms = 20;
	fixture_ok(store_data_version(reader, &before));
	fixture_ok(store_begin(reader));
	fixture_ok(store_begin(reader));
	fixture_ok(store_get_entry(reader, plan, FIX_FIRMS, FIX_WD, 202306, &seen));
	store_end(reader);                                                       // a view within a view ends nothing
	assert_int_equal(fixture_save(desk, plan, &e, 0, NULL), ERR_BUSY);       // the view holds: nothing moves under it
	fixture_ok(store_get_entry(reader, plan, FIX_FIRMS, FIX_WD, 202306, &seen));
	assert_int_equal(seen.change, 0);
	store_end(reader);
	fixture_ok(fixture_save(desk, plan, &e, 0, NULL));
	fixture_ok(store_data_version(reader, &after));
	assert_true(after != before);
	fixture_ok(store_data_version(desk, &before));
	e.unit = FIX_JA;
	fixture_ok(fixture_save(desk, plan, &e, 0, NULL));
	fixture_ok(store_data_version(desk, &same));
	assert_int_equal(before, same);
	plan_free(plan);
	db_close(reader);
	db_close(desk);
}

// ------------------------------------------------------------ rights, as another uid where this is root

static int as_nobody(const char *path)
{
	int status;
	pid_t child = fork();
	if (child == 0) {
		if (geteuid() == 0 && (setgid(65534) != 0 || setuid(65534) != 0))
			_exit(9);
		enum err write = try_open(path, DB_WRITE);
		bool words = strstr(err_message(), "--browse") != NULL;
		enum err read = try_open(path, DB_READ);
		_exit(write == ERR_READONLY && words && read == ERR_OK ? 0 : 1);
	}
	waitpid(child, &status, 0);
	return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static void test_rights(void **state)
{
	(void)state;
	struct plan *plan;
	db_close(fixture_store("rights.db", &plan));
	plan_free(plan);
	assert_int_equal(chmod(fixture_folder(), 0755), 0);
	assert_int_equal(chmod(fixture_path("rights.db"), 0444), 0);
	assert_int_equal(as_nobody(fixture_path("rights.db")), 0);
	assert_int_equal(chmod(fixture_path("rights.db"), 0666), 0);            // the file would do, the folder does not
	assert_int_equal(chmod(fixture_folder(), 0555), 0);
	assert_int_equal(as_nobody(fixture_path("rights.db")), 0);
	assert_int_equal(chmod(fixture_folder(), 0700), 0);
}

static int done(void **state)
{
	(void)state;
	fixture_folder_done();
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_foreign_files), cmocka_unit_test(test_foreign_database), cmocka_unit_test(test_specials),
		cmocka_unit_test(test_unsafe_filesystems), cmocka_unit_test(test_newer), cmocka_unit_test(test_migration),
		cmocka_unit_test(test_earlier), cmocka_unit_test(test_earlier_snapshot), cmocka_unit_test(test_stored_versions),
		cmocka_unit_test(test_settings), cmocka_unit_test(test_locks_stay),
		cmocka_unit_test(test_view), cmocka_unit_test(test_rights),
	};
	return cmocka_run_group_tests(tests, NULL, done);
}
