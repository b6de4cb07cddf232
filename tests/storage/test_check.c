// SPDX-License-Identifier: MIT
// duibiao check and the findings of set, on a real file: statuses, JSON, an explanation and its end.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include <cmocka.h>

#include "core/check.h"
#include "tests/storage/fixture.h"
#include "tests/storage/program.h"

#define NOW 202406
#define FILE_NAME "check.db"

static int prepare(void **state)
{
	(void)state;
	program_reset();
	mkdir(fixture_path("tmp"), 0700);
	program_setenv("TMPDIR", fixture_path("tmp"));
	return 0;
}

static int remove_folder(void **state)
{
	(void)state;
	fixture_folder_done();
	return 0;
}

static void assert_has(const char *text, const char *part)
{
	if (strstr(text, part) == NULL)
		fail_msg("“%s” is not in “%s”", part, text);
}

static void test_demo(void **state)
{
	(void)state;
	struct program_result result = program_run("check", "--demo");
	assert_int_equal(result.status, 1);
	assert_has(result.out, "demo data");
	assert_has(result.out, "Error: 禹州市");
	assert_has(result.out, "2 hard, 3 soft, of which 2 explained");
	result = program_run("check", "--demo", "--unit", "cg");
	assert_int_equal(result.status, 0);
	assert_has(result.out, "0 hard, 1 soft, of which 1 explained");
	result = program_run("check", "--demo", "--unit", "yl");
	assert_int_equal(result.status, 0);
	assert_has(result.out, "No findings");
	result = program_run("check", "--demo", "--json", "--unit", "yz");
	assert_int_equal(result.status, 1);
	assert_has(result.out, "\"level\":\"hard\",\"rule\":\"empty\"");
	assert_has(result.out, "\"hard\":2,\"soft\":0,\"explained\":0}");
}

static void explain(struct store *store, const struct plan *plan, const struct entry *entry, const char *text)
{
	struct ledger_op op = fixture_op("explain");
	struct explanation said = { .period = entry->period, .unit = entry->unit, .element = entry->element, .rule = "slip", .text = text,
		.about = entry->change };
	int64_t seq;
	fixture_ok(ledger_begin(store, &op));
	fixture_ok(ledger_put_explanation(store, plan, &said, 0));
	fixture_ok(ledger_commit(store, &seq));
}

static void save(struct store *store, const struct plan *plan, int period, int64_t whole, int64_t saw, struct entry *out)
{
	*out = fixture_entry(FIX_FIRMS, FIX_WD, period, whole * NUM_SCALE);
	fixture_ok(fixture_save(store, plan, out, saw, &out->change));
}

static void test_explained(void **state)
{
	struct plan *plan = NULL;
	struct entry entry, other;
	(void)state;
	struct store *store = fixture_store(FILE_NAME, &plan);
	save(store, plan, 202403, 68, 0, &other);
	save(store, plan, NOW, 700, 0, &entry);
	explain(store, plan, &entry, "合并了邻区");
	struct program_result result = program_run("check", "--file", fixture_path(FILE_NAME), "--period", "202406", "--unit", "wd", "--json");
	assert_has(result.out, "\"rule\":\"slip\"");
	assert_has(result.out, "\"cure\":\"70\"");
	assert_has(result.out, "\"explanation\":\"合并了邻区\"");
	assert_has(result.out, "\"explained\":1}");
	save(store, plan, NOW, 710, entry.change, &other);          // it answers the figure it was written about
	result = program_run("check", "--file", fixture_path(FILE_NAME), "--period", "202406", "--unit", "wd", "--json");
	assert_has(result.out, "\"explained\":0}");
	plan_free(plan);
	db_close(store);
}

// Told, and saved all the same.
static void test_set(void **state)
{
	(void)state;
	struct program_result result = program_run("init", fixture_path("set.db"));
	assert_int_equal(result.status, 0);
	result = program_run("set", "contracts", "cg", "202303", "0.90", "--file", fixture_path("set.db"));
	assert_int_equal(result.status, 0);
	assert_string_equal(result.err, "");
	result = program_run("set", "contracts", "cg", "202306", "0.80", "--file", fixture_path("set.db"));
	assert_int_equal(result.status, 0);
	assert_has(result.out, "Saved");
	assert_has(result.err, "Error: 长葛市");
	assert_has(result.err, "0.90");
	result = program_run("check", "--file", fixture_path("set.db"), "--period", "202306", "--json");
	assert_int_equal(result.status, 1);
	assert_has(result.out, "\"rule\":\"falls\"");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup(test_demo, prepare), cmocka_unit_test_setup(test_explained, prepare),
		cmocka_unit_test_setup(test_set, prepare),
	};
	return cmocka_run_group_tests(tests, NULL, remove_folder);
}
