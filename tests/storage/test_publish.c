// SPDX-License-Identifier: MIT
// duibiao publish: what readers may not see is not in the bytes, what stands there is replaced whole, and nothing can be written
// into a snapshot.
#define _GNU_SOURCE
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>
#include <sqlite3.h>

#include "core/check.h"
#include "core/report.h"
#include "db/publish.h"
#include "tests/storage/fixture.h"
#include "tests/storage/program.h"

static char database[512], folder[512], snapshot[600];

#define run(...) program_run(__VA_ARGS__, "--file", database)
#define of_tjj(...) run(__VA_ARGS__, "--dept", "tjj", "--period", "2023Q1")

static void expect(struct program_result result, int status, const char *says)
{
	const char *text = status == 0 ? result.out : result.err;
	if (result.status != status || strstr(text, says) == NULL)
		fail_msg("status %d (expected %d), \"%s\" not in: %s%s", result.status, status, says, result.out, result.err);
}

static int new_database(void **state)
{
	(void)state;
	program_reset();
	snprintf(database, sizeof database, "%s", fixture_path("t.db"));
	snprintf(folder, sizeof folder, "%s", fixture_path("for?readers#1%"));     // a URI would read this otherwise
	snprintf(snapshot, sizeof snapshot, "%s/t.db", folder);
	mkdir(folder, 0755);
	unlink(snapshot);
	unlink(database);
	return program_run("init", "--plan", "tests/plans/sample.ini", database).status;
}

static int remove_folder(void **state)
{
	(void)state;
	fixture_folder_done();
	return 0;
}

static void sit(const char *role)
{
	expect(run("operator", "--name", "Wang Secret", "--dept", "tjj", "--role", role), 0, role);
}

// One accepted report; then a figure of another period that nobody has accepted.
static void work(void)
{
	sit("clerk");
	expect(run("set", "industry_va", "wd", "2023Q1", "40"), 0, "40.00");
	expect(run("set", "hitech_va", "wd", "2023Q1", "20", "--note", "told by phone"), 0, "20.00");
	expect(of_tjj("submit"), 0, "submitted");
	sit("reviewer");
	expect(of_tjj("accept"), 0, "accepted");
	expect(run("set", "hitech_va", "wd", "2023Q2", "7771", "--note", "not for readers"), 0, "7771");
}

static bool holds(const char *text)
{
	size_t len;
	char *bytes = program_bytes(snapshot, &len);
	bool found = bytes != NULL && memmem(bytes, len, text, strlen(text)) != NULL;
	free(bytes);
	return found;
}

static int64_t number(const char *sql)
{
	sqlite3 *db;
	sqlite3_stmt *stmt;
	assert_int_equal(sqlite3_open_v2(snapshot, &db, SQLITE_OPEN_READONLY, NULL), SQLITE_OK);
	assert_int_equal(sqlite3_prepare_v2(db, sql, -1, &stmt, NULL), SQLITE_OK);
	assert_int_equal(sqlite3_step(stmt), SQLITE_ROW);
	int64_t out = sqlite3_column_int64(stmt, 0);
	sqlite3_finalize(stmt);
	sqlite3_close(db);
	return out;
}

static void test_what_readers_may_see(void **state)
{
	(void)state;
	struct stat st;
	work();
	expect(run("publish", folder), 0, "Published");
	assert_int_equal(stat(snapshot, &st), 0);
	assert_int_equal(st.st_mode & 07777, 0640);
	assert_true(holds("told by phone"));                 // the note of an accepted figure
	assert_false(holds("not for readers"));
	assert_false(holds("Wang Secret"));
	assert_int_equal(number("SELECT count(*) FROM entry WHERE period = 202303"), 2);
	assert_int_equal(number("SELECT count(*) FROM entry WHERE period = 202306"), 0);
	assert_int_equal(number("SELECT (SELECT count(*) FROM change) + (SELECT count(*) FROM operator)"), 0);
	assert_int_equal(number("SELECT count(*) FROM sqlite_schema WHERE type = 'trigger'"), 0);
	expect(program_run("verify", "--file", snapshot), 0, "whole");
	expect(program_run("log", "--file", snapshot), 0, "");
	expect(program_run("report", "--period", "2023Q1", "--file", snapshot), 0, "2023");
	expect(program_run("set", "hitech_va", "wd", "2023Q1", "1", "--file", snapshot), 4, "snapshot for readers");
	expect(run("verify"), 0, "whole");
}

static void test_where_it_may_stand(void **state)
{
	(void)state;
	char own[600], left[700];
	work();
	snprintf(own, sizeof own, "%.*s", (int)(strrchr(database, '/') - database), database);
	expect(run("publish", own), 4, "no snapshot");
	expect(run("verify"), 0, "whole");
	expect(run("publish", "/nowhere/at/all"), 3, "cannot be published");
	snprintf(left, sizeof left, "%s/.other.db.publishing", folder);
	fclose(fopen(left, "w"));
	expect(run("publish", folder), 0, "Published");
	assert_int_not_equal(access(left, F_OK), 0);         // of a process that died
	expect(run("publish", folder), 0, "Published");      // over the one before
	expect(program_run("publish", folder, "--file", snapshot), 4, "snapshot");
}

// Settings of the person of these tests.
static void set_ini(const char *text)
{
	char path[600];
	snprintf(path, sizeof path, "%s", fixture_path(".config"));
	mkdir(path, 0755);
	snprintf(path, sizeof path, "%s", fixture_path(".config/duibiao"));
	mkdir(path, 0755);
	FILE *file = fopen(fixture_path(".config/duibiao/duibiao.ini"), "w");
	assert_non_null(file);
	fputs(text, file);
	fclose(file);
}

static void propose_and_accept(const char *says)
{
	sit("clerk");
	expect(run("correct", "hitech_va", "wd", "2023Q1", "21", "--why", "miscounted"), 0, "proposed");
	sit("reviewer");
	expect(run("corrections", "--accept", "1"), 0, says);
}

// Seen from the data file's folder; what has been accepted is with the readers at once, and before that nothing is.
static void test_after_each_acceptance(void **state)
{
	(void)state;
	set_ini("[publish]\nfolder = \"for?readers#1%\"\n");
	sit("clerk");
	expect(run("set", "industry_va", "wd", "2023Q1", "40"), 0, "40.00");
	expect(run("set", "hitech_va", "wd", "2023Q1", "20"), 0, "20.00");
	expect(of_tjj("submit"), 0, "submitted\n");
	sit("reviewer");
	assert_int_not_equal(access(snapshot, F_OK), 0);
	expect(of_tjj("accept"), 0, "accepted; published for readers\n");
	assert_int_equal(number("SELECT figure FROM entry JOIN element ON element.id = element WHERE code = 'hitech_va'"), 200000);
	propose_and_accept("the correction is accepted; published for readers\n");
	assert_int_equal(number("SELECT figure FROM entry JOIN element ON element.id = element WHERE code = 'hitech_va'"), 210000);
}

// Nowhere to publish to, or another file's snapshot there: the acceptance stands, and the sentence says what is to be mended.
static void test_a_failure_takes_nothing_back(void **state)
{
	(void)state;
	set_ini("[publish]\nfolder = /nowhere/at/all\n");
	work();
	propose_and_accept("NOT published for readers: /nowhere/at/all");
	expect(run("verify"), 0, "whole");
}

static void test_a_copy_of_the_file_reaches_no_readers(void **state)
{
	(void)state;
	char trial[600], other[700], command[2000];
	work();
	expect(run("publish", folder), 0, "Published");
	snprintf(trial, sizeof trial, "%s", fixture_path("trial"));
	snprintf(other, sizeof other, "%s/t.db", trial);
	snprintf(command, sizeof command, "mkdir -p '%s' && cp '%s' '%s'", trial, database, other);
	assert_int_equal(system(command), 0);
	expect(program_run("publish", folder, "--file", other), 4, "published from another data file");
	expect(run("publish", folder), 0, "Published");
	assert_int_equal(unlink(snapshot), 0);
	expect(program_run("publish", folder, "--file", other), 0, "Published");
}

static int64_t published_op(void)
{
	return access(snapshot, F_OK) == 0 ? number("SELECT max(seq) FROM op") : 0;
}

// Every step of a report; and with all whatever is saved, once, when the program leaves.
static void test_what_is_followed_by_a_publishing(void **state)
{
	(void)state;
	set_ini("[publish]\nfolder = \"for?readers#1%\"\nafter = submitted\n");
	sit("clerk");
	expect(run("set", "industry_va", "wd", "2023Q1", "40"), 0, "40.00");
	expect(run("set", "hitech_va", "wd", "2023Q1", "20"), 0, "20.00");
	assert_int_equal(published_op(), 0);
	expect(of_tjj("submit"), 0, "submitted; published for readers\n");
	int64_t before = published_op();
	assert_true(before > 0);
	set_ini("[publish]\nfolder = \"for?readers#1%\"\nafter = all\n");
	expect(run("set", "hitech_va", "wd", "2023Q2", "41"), 0, "41");
	assert_int_equal(published_op(), before + 1);
	expect(run("report", "--period", "2023Q1"), 0, "");
	assert_int_equal(published_op(), before + 1);
	set_ini("[publish]\nfolder = /nowhere/at/all\nafter = all\n");
	struct program_result result = run("set", "hitech_va", "wd", "2023Q2", "42");
	assert_int_equal(result.status, 0);
	assert_non_null(strstr(result.err, "Saved, but NOT published for readers: /nowhere/at/all"));
}

static void keep_going(const char *later)
{
	struct store *store = fixture_open(snapshot, DB_READ);
	int64_t before, after;
	assert_true(db_is_snapshot(store));
	assert_true(store_published(store) > 0);
	fixture_ok(store_data_version(store, &before));
	expect(run("publish", folder), 0, "Published");
	fixture_ok(store_data_version(store, &after));
	assert_string_equal(later, after > before ? "taken" : "passed over");
	fixture_ok(store_data_version(store, &before));
	assert_int_equal(before, after);
	fixture_ok(store_begin(store));
	store_end(store);
	db_close(store);
}

static void test_a_later_one_is_taken_up(void **state)
{
	char plan[600], command[800];
	(void)state;
	work();
	expect(run("publish", folder), 0, "Published");
	keep_going("taken");
	expect(run("set", "hitech_va", "wd", "2023Q3", "30"), 0, "30");
	keep_going("taken");
	snprintf(plan, sizeof plan, "%s", fixture_path("plan.ini"));
	snprintf(command, sizeof command, "sed 's/^name = 魏都区/name = 魏都新区/' tests/plans/sample.ini >'%s'", plan);
	assert_int_equal(system(command), 0);
	expect(run("plan", "apply", plan, "--yes"), 0, "");
	keep_going("passed over");
}

// ------------------------------------------------------------ what is said on the way of a report

#define PERIOD 202306

static void put(struct store *store, const struct plan *plan, struct entry entry, int64_t saw)
{
	fixture_ok(ledger_put_entry(store, plan, &entry, saw));
}

static void tell(struct store *store, const struct plan *plan, int unit, const char *text)
{
	const struct entry entry = { .element = FIX_STAGE, .unit = unit, .period = PERIOD, .kind = ENTRY_CLEARED, .note = "", .doc = "" };
	const struct stage stage = { FIX_STAGE, unit, PERIOD, STAGE_UNDER_WAY, text, "", "", 0 };
	fixture_ok(ledger_put_stage(store, plan, &entry, &stage, 0, 0));
}

static void put_sourced(struct store *store, const struct plan *plan, int unit, int64_t figure, const char *doc)
{
	struct entry entry = fixture_entry(FIX_PUBLISHED, unit, 202212, figure);
	entry.doc = doc;
	put(store, plan, entry, 0);
}

// What was said of the figure: why it is so, that it shall be another, and why its report was returned before.
static int64_t say(struct store *store, const struct plan *plan)
{
	struct entry entry;
	fixture_ok(store_get_entry(store, plan, FIX_FIRMS, FIX_WD, PERIOD, &entry));
	const struct explanation said = { PERIOD, FIX_WD, FIX_FIRMS, "jump", "said-in-confidence", entry.change, 0 };
	const struct correction ask = { .element = FIX_FIRMS, .unit = FIX_WD, .period = PERIOD, .about = entry.change,
		.figure = 77, .reason = "wrong-for-months", .doc = "" };
	const struct report report = { .key = { PERIOD, 0, FIX_WD }, .state = REPORT_ACCEPTED, .accepted = 1,
		.sentence = "a-scolding", .upto = ledger_next_change(store) - 1 };
	fixture_ok(ledger_put_explanation(store, plan, &said, 0));
	fixture_ok(ledger_put_correction(store, plan, &ask, 0, NULL));
	fixture_ok(ledger_put_report(store, plan, &report, 0));
	return entry.change;
}

// 魏都区's report is accepted, 建安区's and the city's are not; then 魏都区's figure is keyed in anew.
static void whole_way(struct store *store, const struct plan *plan)
{
	const struct ledger_op op = fixture_op("edit");
	int64_t seq;
	fixture_ok(ledger_begin(store, &op));
	put(store, plan, fixture_entry(FIX_FIRMS, FIX_JA, PERIOD, 40 * NUM_SCALE), 0);
	put(store, plan, fixture_entry(FIX_FIRMS, FIX_WD, PERIOD, 31 * NUM_SCALE), 0);
	tell(store, plan, FIX_WD, "accepted-progress");
	tell(store, plan, FIX_CITY, "progress-not-accepted");
	put_sourced(store, plan, FIX_CITY, 480000, "tongji-gongbao");
	put_sourced(store, plan, FIX_PROVINCE, 470000, "");
	int64_t accepted = say(store, plan);
	fixture_ok(ledger_commit(store, &seq));
	const struct ledger_op later = fixture_op("edit");
	fixture_ok(ledger_begin(store, &later));
	struct entry anew = fixture_entry(FIX_FIRMS, FIX_WD, 202303, 9 * NUM_SCALE);
	anew.note = "keyed-in-later";
	put(store, plan, anew, 0);
	anew = fixture_entry(FIX_FIRMS, FIX_WD, PERIOD, 32 * NUM_SCALE);
	put(store, plan, anew, accepted);
	fixture_ok(ledger_commit(store, &seq));
}

static void test_what_is_said_on_the_way_stays_with_the_desks(void **state)
{
	static const char *const secrets[] = {"said-in-confidence", "wrong-for-months", "a-scolding", "progress-not-accepted", "keyed-in-later"};
	(void)state;
	struct plan *plan;
	struct store *store = fixture_store("way.db", &plan);
	snprintf(database, sizeof database, "%s", fixture_path("way.db"));
	snprintf(folder, sizeof folder, "%s", fixture_path("readers"));
	snprintf(snapshot, sizeof snapshot, "%s/way.db", folder);
	mkdir(folder, 0755);
	whole_way(store, plan);
	mode_t umask_before = umask(077);                    // a desk's own umask must not shut readers out
	fixture_ok(db_publish(store, folder, "way.db", 1));
	umask(umask_before);
	struct stat st;
	assert_int_equal(stat(snapshot, &st), 0);
	assert_int_equal(st.st_mode & 07777, 0640);
	for (size_t i = 0; i < sizeof secrets / sizeof secrets[0]; i++)
		if (holds(secrets[i]))
			fail_msg("readers may read: %s", secrets[i]);
	assert_true(holds("accepted-progress"));
	assert_true(holds("tongji-gongbao"));
	assert_int_equal(number("SELECT count(*) FROM stage"), 1);
	assert_int_equal(number("SELECT count(*) FROM entry WHERE period = 202212"), 1);     // a figure without its source is nobody's
	assert_int_equal(number("SELECT count(*) FROM entry WHERE period IN (202303, 202306) AND figure IS NOT NULL"), 0);
	assert_int_equal(number("SELECT freelist_count FROM pragma_freelist_count"), 0);
	plan_free(plan);
	db_close(store);
}

// A folder that is full half way: the snapshot that stood there stands, and nothing half made is left beside it.
static void test_a_failure_leaves_nothing_behind(void **state)
{
	(void)state;
	char command[1400];
	work();
	expect(run("publish", folder), 0, "Published");
	int64_t before = number("SELECT max(seq) FROM op");
	expect(run("set", "hitech_va", "wd", "2023Q3", "30"), 0, "30");
	snprintf(command, sizeof command, "ulimit -f 8; trap '' XFSZ; exec '%s' publish '%s' --file '%s' 2>/dev/null", program_path(), folder,
		database);
	assert_int_not_equal(system(command), 0);
	snprintf(command, sizeof command, "test -z \"$(ls -A '%s' | grep -v '^t.db$')\"", folder);
	assert_int_equal(system(command), 0);
	assert_int_equal(number("SELECT max(seq) FROM op"), before);
	expect(program_run("verify", "--file", snapshot), 0, "whole");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_what_readers_may_see, new_database, remove_folder),
		cmocka_unit_test_setup_teardown(test_where_it_may_stand, new_database, remove_folder),
		cmocka_unit_test_setup_teardown(test_after_each_acceptance, new_database, remove_folder),
		cmocka_unit_test_setup_teardown(test_a_failure_takes_nothing_back, new_database, remove_folder),
		cmocka_unit_test_setup_teardown(test_a_copy_of_the_file_reaches_no_readers, new_database, remove_folder),
		cmocka_unit_test_setup_teardown(test_what_is_followed_by_a_publishing, new_database, remove_folder),
		cmocka_unit_test_setup_teardown(test_a_later_one_is_taken_up, new_database, remove_folder),
		cmocka_unit_test_teardown(test_what_is_said_on_the_way_stays_with_the_desks, remove_folder),
		cmocka_unit_test_setup_teardown(test_a_failure_leaves_nothing_behind, new_database, remove_folder),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
