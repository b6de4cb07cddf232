// SPDX-License-Identifier: MIT
// 通报: every number of it is one that core/survey gives; an issued one stays the same bytes whatever is done later; what was
// corrected stands beneath; and what cannot be drawn up is refused in a sentence.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>
#include <sqlite3.h>

#include "cli/demo.h"
#include "core/bulletin.h"
#include "core/period.h"
#include "core/phrase.h"
#include "core/share.h"
#include "core/survey.h"
#include "tests/storage/fixture.h"
#include "tests/storage/program.h"

#define TODAY 20240708
#define PERIOD 202406

static char database[512];

#define run(...) program_run(__VA_ARGS__, "--file", database)

static void expect(struct program_result result, int status, const char *says)
{
	const char *text = status == 0 ? result.out : result.err;
	if (result.status != status || strstr(text, says) == NULL)
		fail_msg("status %d (expected %d), \"%s\" not in: %s%s", result.status, status, says, result.out, result.err);
}

static int remove_folder(void **state)
{
	(void)state;
	fixture_folder_done();
	return 0;
}

// ------------------------------------------------------------ the figures of the demonstration

static void append_file(FILE *out, const char *path)
{
	size_t len;
	char *bytes = program_bytes(path, &len);
	assert_non_null(bytes);
	assert_int_equal(fwrite(bytes, 1, len, out), len);
	fputc('\n', out);
	free(bytes);
}

// All reports of all periods accepted as they stand: only read, so the history may be left out.
static void accept_all(void)
{
	static const char sql[] = "INSERT INTO report (period, dept, unit, state, accepted, upto, change) "
		"SELECT DISTINCT n.period, e.owner, CASE e.owner WHEN 0 THEN n.unit ELSE (SELECT root FROM plan) END, 3, 1, 1000000000, 1 "
		"FROM entry n JOIN element e ON e.id = n.element";
	sqlite3 *db;
	assert_int_equal(sqlite3_open(database, &db), SQLITE_OK);
	assert_int_equal(sqlite3_exec(db, sql, NULL, NULL, NULL), SQLITE_OK);
	sqlite3_close(db);
}

static void make_demo(void)
{
	program_reset();
	FILE *plan = fopen(fixture_path("demo.ini"), "wb");
	assert_non_null(plan);
	append_file(plan, "config/xuchang.ini");
	append_file(plan, "config/demo.ini");
	fclose(plan);
	snprintf(database, sizeof database, "%s", fixture_path("demo.db"));
	assert_int_equal(program_run("init", "--plan", fixture_path("demo.ini"), database).status, 0);
	assert_int_equal(program_run("export", "--demo", "--output", fixture_path("demo.csv")).status, 0);
	assert_int_equal(run("import", fixture_path("demo.csv"), "--yes").status, 0);
	accept_all();
}

static int no_day(int64_t at)
{
	(void)at;
	return TODAY;
}

// ------------------------------------------------------------ numbers

struct known { char *text; size_t len, cap; };           // all that may stand in a line

static void know(struct known *known, const char *text)
{
	size_t more = strlen(text) + 1;
	if (known->len + more + 1 > known->cap) {
		known->cap = (known->len + more + 1) * 2;
		known->text = realloc(known->text, known->cap);
		assert_non_null(known->text);
	}
	memcpy(known->text + known->len, text, more - 1);
	known->len += more;
	memcpy(known->text + known->len - 1, "|", sizeof "|");
}

static bool of_number(char c) { return (c >= '0' && c <= '9') || c == '.'; }

// The next number of TEXT, into OUT; where to go on, NULL: no more.
static const char *next_number(const char *text, char out[64])
{
	size_t len = 0;
	while (*text != '\0' && (*text < '0' || *text > '9'))
		text++;
	while (of_number(text[len]) && len < 63)
		len++;
	memcpy(out, text, len);
	while (len > 0 && out[len - 1] == '.')
		len--;
	out[len] = '\0';
	return len > 0 ? text + len : NULL;
}

static bool is_known(const struct known *known, const char *number)
{
	size_t len = strlen(number);
	for (const char *at = known->text; at != NULL && (at = strstr(at, number)) != NULL; at++)
		if ((at == known->text || !of_number(at[-1])) && (!of_number(at[len]) || (at[len] == '.' && !of_number(at[len + 1]))))
			return true;
	return false;
}

static void know_number(struct known *known, int number)
{
	char text[16];
	snprintf(text, sizeof text, "%d", number);
	know(known, text);
}

// Everything core prints of a standing.
static void know_standing(struct known *known, struct store *store, const struct plan *plan, const struct survey_query *query,
	const struct standing *s)
{
	char text[PHRASE_LONG];
	int since;
	for (int field = PHRASE_VALUE; field <= PHRASE_NOTE_PARTIAL; field++)
		know(known, phrase_write(plan, s, (enum phrase_field)field, text, sizeof text));
	know(known, plan->indicators[s->indicator].name);
	fixture_ok(survey_since(store, plan, query, s->indicator, s->unit, &since));
	if (since != 0) {
		period_format(since, PERIOD_REPORT, text);
		know(known, text);
	}
}

// The share of those named in LINE, added up from core/share.
static void know_share(struct known *known, const struct plan *plan, const struct survey *survey, const struct bulletin_line *line,
	int indicator)
{
	struct shares shares = {0};
	struct rat sum = rat_of_int(0);
	char text[NUM_TEXT];
	const char *from = strstr(line->text, " The gap is largest in ");
	fixture_ok(shares_of(&shares, survey, plan, indicator, plan->root));
	for (int i = 0; i < shares.len && from != NULL; i++)
		if (strstr(from, plan->units[shares.rows[i].unit].name) != NULL && shares.rows[i].part.has)
			fixture_ok(rat_add(sum, shares.rows[i].part.v, &sum));
	fixture_ok(rat_mul(sum, rat_of_int(100), &sum));
	rat_format(sum, 1, NUM_HALF_AWAY, text);
	know(known, text);
	shares_done(&shares);
}

// The numbers that stand for many rows: counted here again from the standings themselves.
static void know_counts(struct known *known, const struct plan *plan, const struct survey *city, const struct bulletin_line *line)
{
	int by_status[STANDING_STATUSES] = {0}, on_pace = 0, nodes = 0;
	for (int r = 0; r < line->rests_len; r++) {
		const struct standing *s = survey_at(city, line->rests[r].indicator);
		by_status[s->status]++;
		on_pace += s->pace == PACE_REACHED;
		nodes += s->nodes_overdue;
	}
	(void)plan;
	for (int i = 0; i < STANDING_STATUSES; i++)
		know_number(known, by_status[i]);
	know_number(known, line->rests_len);
	know_number(known, on_pace);
	know_number(known, nodes);
}

static int units_of(const struct bulletin_line *line)
{
	int units = 0;
	for (int r = 1; r < line->rests_len; r++)
		units += line->rests[r].indicator != line->rests[r - 1].indicator;
	return units + 1;
}

static int hold_line(struct store *store, const struct plan *plan, const struct survey *city, const struct bulletin_line *line)
{
	const struct survey_query query = {.period = PERIOD, .today = TODAY, .figures = SURVEY_ACCEPTED};
	struct known known = {NULL, 0, 0};
	char number[64];
	int numbers = 0;
	know(&known, "2024-06 07-08 2024");
	for (int r = 0; r < line->rests_len; r++) {
		const struct bulletin_rest *rest = &line->rests[r];
		struct survey *survey = NULL;
		fixture_ok(survey_indicator(store, plan, &query, rest->indicator, &survey));
		know_standing(&known, store, plan, &query, survey_at(survey, rest->unit));
		if (line->kind == BULLETIN_ITEM && r == 0)
			know_share(&known, plan, survey, line, rest->indicator);
		survey_free(survey);
	}
	know_number(&known, units_of(line));
	if (line->kind == BULLETIN_TEXT)
		know_counts(&known, plan, city, line);
	for (const char *at = line->text; line->rests_len > 0 && (at = next_number(at, number)) != NULL; numbers++)
		if (!is_known(&known, number))
			fail_msg("%s is not among the printed figures: %s", number, line->text);
	free(known.text);
	return numbers;
}

static void test_every_number_is_the_surveys(void **state)
{
	(void)state;
	const struct bulletin_ask ask = {PERIOD, TODAY, no_day};
	const struct survey_query query = {.period = PERIOD, .today = TODAY, .figures = SURVEY_ACCEPTED};
	struct bulletin bulletin = {0};
	struct survey *city;
	struct plan *plan;
	int numbers = 0, behind = 0;
	make_demo();
	struct store *store = fixture_open(database, DB_READ);
	fixture_ok(store_read_plan(store, &plan));
	fixture_ok(survey_unit(store, plan, &query, plan->root, &city));
	fixture_ok(bulletin_make(&bulletin, store, plan, &ask));
	for (int i = 0; i < bulletin.len; i++) {
		numbers += hold_line(store, plan, city, &bulletin.lines[i]);
		behind += strstr(bulletin.lines[i].text, " The gap is largest in ") != NULL;
	}
	assert_true(numbers > 150);
	assert_true(behind >= 2);
	bulletin_done(&bulletin);
	survey_free(city);
	plan_free(plan);
	db_close(store);
}

// ------------------------------------------------------------ issued

static int new_database(void **state)
{
	(void)state;
	program_reset();
	snprintf(database, sizeof database, "%s", fixture_path("t.db"));
	unlink(database);
	return program_run("init", "--plan", "tests/plans/sample.ini", database).status;
}

#define step(...) run(__VA_ARGS__, "--dept", "tjj", "--period", "2023Q1")
static void accept_a_report(void)
{
	expect(run("operator", "--name", "Wang", "--dept", "tjj", "--role", "planner"), 0, "planner");
	run("set", "hitech_va", "wd", "2023Q1", "5");
	run("set", "industry_va", "wd", "2023Q1", "9");
	expect(step("submit"), 0, "submitted");
	expect(step("accept"), 0, "accepted");
}

static void test_issued_ones_stay(void **state)
{
	(void)state;
	char issued[8192], *beneath;
	expect(run("bulletin", "--list"), 0, "No bulletin has been issued yet.");
	expect(run("bulletin", "--issue", "--period", "2023Q1"), 4, "not known yet");
	expect(run("operator", "--name", "Wang", "--dept", "tjj", "--role", "clerk"), 0, "clerk");
	expect(run("bulletin", "--issue", "--period", "2023Q1"), 4, "reviewer or a planner");
	accept_a_report();
	expect(run("bulletin", "--issue", "--period", "2023Q1"), 0, "No. 1");
	snprintf(issued, sizeof issued, "%s", run("bulletin", "--show", "1").out);
	beneath = strstr(issued, "\nCorrected after");
	assert_non_null(beneath);
	*beneath = '\0';
	assert_non_null(strstr(beneath + 1, "Nothing that concerns"));
	expect(run("set", "hitech_va", "wd", "2023Q2", "7"), 0, "");
	expect(run("correct", "hitech_va", "wd", "2023Q1", "6", "--why", "typing mistake", "--doc", "2023-5"), 0, "proposed");
	expect(run("bulletin", "--show", "1"), 0, "Nothing that concerns");
	step("submit");
	step("accept");
	expect(run("corrections", "--accept", "1"), 0, "accepted");
	expect(run("bulletin", "--show", "1"), 0, ", by 2023-5.");
	assert_memory_equal(run("bulletin", "--show", "1").out, issued, strlen(issued));
	expect(run("bulletin", "--issue", "--period", "2023Q1"), 0, "No. 2");
	expect(run("bulletin", "--list"), 0, "No. 2");
	expect(run("plan", "apply", "tests/plans/sample.ini", "--yes"), 0, "");
	assert_memory_equal(run("bulletin", "--show", "1").out, issued, strlen(issued));
	expect(run("verify"), 0, "");
	expect(run("log"), 0, "bulletin issued");
	expect(run("bulletin", "--show", "9"), 2, "No. 9");
}

// What a correction changes in the whole: the two figures that the report gives as known before it and after it.
static void test_a_correction_tells_the_whole(void **state)
{
	static const char *const days[] = {"2024-06-27", "2024-06-28"};
	char value[2][32], wanted[256];
	(void)state;
	for (int i = 0; i < 2; i++) {
		struct program_result report = program_run("report", "--demo", "--period", "2023Q3", "--as-of", days[i], "--format", "csv");
		const char *name = ",g8,每万人口高价值发明专利拥有量,", *at = strstr(report.out, name);
		assert_non_null(at);
		at += strlen(name);
		snprintf(value[i], sizeof value[i], "%.*s", (int)strcspn(at, ","), at);
	}
	assert_string_not_equal(value[0], value[1]);
	snprintf(wanted, sizeof wanted, "魏都区, 高价值发明专利, at the end of 2023-09 from 106件 to 107件, 全市每万人口高价值发明专利拥有量 from %s件 "
		"to %s件, by 演示文号〔2024〕5号.", value[0], value[1]);
	struct program_result bulletin = program_run("bulletin", "--demo");
	if (strstr(bulletin.out, wanted) == NULL)
		fail_msg("\"%s\" is not in: %s", wanted, bulletin.out);
}

// The worked sentence of a sum: 鄢陵县's waiting correction is taken in, and the whole differs by as much.
static void test_a_correction_of_a_sum(void **state)
{
	struct context demo;
	(void)state;
	fixture_ok(context_init(&demo));
	fixture_ok(demo_make(&demo));
	snprintf(database, sizeof database, "%s", demo.path);
	expect(run("operator", "--name", "Wang", "--dept", "kjj", "--role", "planner"), 0, "planner");
	char *waiting = strstr(run("corrections").out, "鄢陵县");
	assert_non_null(waiting);
	for (int id = 1; id < 9; id++) {
		char number[8];
		snprintf(number, sizeof number, "%d", id);
		run("corrections", "--accept", number);
	}
	expect(run("bulletin", "--period", "2024H1"), 0,
		"鄢陵县, 技术合同成交额, the whole of 2023 from 0.47亿元 to 0.49亿元, 全市 from 13.60亿元 to 13.62亿元, by 演示文号〔2024〕5号.");
	demo_done(&demo);
	context_done(&demo);
}

static int first_day(int64_t at)
{
	(void)at;
	return 20230401;
}

static void draw_up(struct store *store, struct plan *plan, struct bulletin *out)
{
	const struct bulletin_ask ask = {202303, 20230410, first_day};
	*out = (struct bulletin){0};
	fixture_ok(bulletin_make(out, store, plan, &ask));
}

static enum err issue(struct store *store, const struct plan *plan, struct bulletin *bulletin, int year, int64_t *seq)
{
	const struct ledger_op op = fixture_op("bulletin");
	int no;
	fixture_ok(ledger_begin(store, &op));
	fixture_ok(ledger_next_bulletin(store, year, &no));
	fixture_ok(bulletin_number(bulletin, year, no, year * 10000 + 410));
	enum err err = ledger_put_bulletin(store, plan, bulletin);
	if (err == ERR_OK)
		fixture_ok(ledger_commit(store, seq));
	else
		ledger_rollback(store);
	return err;
}

// What was read before another desk saved is not issued, the numbers begin anew each year, and none is ever taken back.
static void test_of_one_moment_and_for_good(void **state)
{
	(void)state;
	struct plan *plan;
	struct bulletin bulletin, stale;
	int64_t seq;
	struct store *store = fixture_open(database, DB_WRITE);
	fixture_ok(store_read_plan(store, &plan));
	draw_up(store, plan, &bulletin);
	draw_up(store, plan, &stale);
	fixture_ok(issue(store, plan, &bulletin, 2023, &seq));
	assert_int_equal(issue(store, plan, &stale, 2023, &seq), ERR_CONFLICT);
	assert_int_equal(bulletin.no, 1);
	for (int year = 2023; year <= 2024; year++) {
		bulletin_done(&bulletin);
		draw_up(store, plan, &bulletin);
		fixture_ok(issue(store, plan, &bulletin, year, &seq));
		assert_int_equal(bulletin.no, year == 2023 ? 2 : 1);
	}
	const struct ledger_op undo = fixture_op("undo");
	fixture_ok(ledger_begin(store, &undo));
	assert_int_equal(ledger_restore(store, plan, ledger_next_change(store) - 1), ERR_REFUSED);
	assert_non_null(strstr(err_message(), "cannot be taken back"));
	ledger_rollback(store);
	bulletin_done(&bulletin);
	bulletin_done(&stale);
	plan_free(plan);
	db_close(store);
}

static void test_altered_ones_are_found(void **state)
{
	(void)state;
	sqlite3 *db;
	accept_a_report();
	expect(run("bulletin", "--issue", "--period", "2023Q1"), 0, "No. 1");
	assert_int_equal(sqlite3_open(database, &db), SQLITE_OK);
	assert_int_equal(sqlite3_exec(db, "UPDATE bulletin SET no = 7", NULL, NULL, NULL), SQLITE_CONSTRAINT);
	assert_int_equal(sqlite3_exec(db, "DELETE FROM bulletin", NULL, NULL, NULL), SQLITE_CONSTRAINT);
	assert_int_equal(sqlite3_exec(db, "DROP TRIGGER bulletin_no_update; UPDATE bulletin SET body = body || 'x'", NULL, NULL, NULL),
		SQLITE_OK);
	sqlite3_close(db);
	expect(run("verify"), 1, "bulletin 1");
}

static void test_what_is_refused(void **state)
{
	(void)state;
	expect(run("bulletin", "--period", "2020"), 4, "the plan begins with 2021");
	expect(run("bulletin", "--period", "2099"), 4, "has not ended");
	expect(run("bulletin", "--format", "pdf"), 2, "text and html");
	expect(run("bulletin", "--show", "three"), 2, "three");
	expect(run("bulletin", "--show", "1.5"), 2, "1.5");
	expect(run("bulletin", "--list", "--issue"), 2, "not several");
	expect(run("bulletin", "--issue", "--as-of", "2024-01-01"), 2, "as of now");
	expect(run("bulletin", "--period", "2023Q1", "--format", "html"), 0, "</html>");
	expect(run("bulletin", "--period", "2023Q1", "--remind"), 0, "Please submit");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_every_number_is_the_surveys),
		cmocka_unit_test_setup(test_issued_ones_stay, new_database),
		cmocka_unit_test_setup(test_a_correction_tells_the_whole, new_database),
		cmocka_unit_test_setup(test_a_correction_of_a_sum, new_database),
		cmocka_unit_test_setup(test_of_one_moment_and_for_good, new_database),
		cmocka_unit_test_setup(test_altered_ones_are_found, new_database),
		cmocka_unit_test_setup(test_what_is_refused, new_database),
	};
	return cmocka_run_group_tests(tests, NULL, remove_folder);
}
