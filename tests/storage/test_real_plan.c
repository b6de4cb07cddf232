// SPDX-License-Identifier: MIT
// The plans that people have: read from their files, stored, read back, applied again, and one over the other.
#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "config/planfile.h"
#include "tests/storage/fixture.h"
#include "tests/storage/same_plan.h"

static struct plan *plan_of_file(const char *path)
{
	struct planfile_report report = { 0 };
	struct plan *plan = NULL;
	static char bytes[1 << 20];
	FILE *file = fopen(path, "rb");
	assert_non_null(file);
	size_t len = fread(bytes, 1, sizeof bytes, file);
	fclose(file);
	fixture_ok(planfile_parse(path, bytes, len, &plan, &report));
	planfile_report_free(&report);
	return plan;
}

static int64_t apply(struct store *store, const struct plan *plan)
{
	const struct ledger_op op = fixture_op("plan_apply");
	int64_t seq;
	fixture_ok(ledger_begin(store, &op));
	fixture_ok(ledger_put_plan(store, plan));
	fixture_ok(ledger_commit(store, &seq));
	return seq;
}

static void check_plan(const char *name, const char *file)
{
	struct plan *made = plan_of_file(file), *read;
	int64_t lines;
	fixture_ok(db_create(fixture_path(name), false));
	struct store *store = fixture_open(fixture_path(name), DB_WRITE);
	assert_int_equal(apply(store, made), 1);
	fixture_ok(store_read_plan(store, &read));
	same_plans(made, read);
	assert_int_equal(apply(store, made), 0);
	assert_int_equal(apply(store, read), 0);
	fixture_ok(db_verify(store, &lines));
	plan_free(made);
	plan_free(read);
	db_close(store);
}

static void test_xuchang(void **state)
{
	(void)state;
	check_plan("xuchang.db", "config/xuchang.ini");
}

static void test_other(void **state)
{
	(void)state;
	check_plan("other.db", "tests/plans/other.ini");
}

// Another city's plan over a file without entries: only that plan is left.
static void test_replaced(void **state)
{
	(void)state;
	struct plan *other = plan_of_file("tests/plans/other.ini"), *read;
	struct store *store = fixture_open(fixture_path("xuchang.db"), DB_WRITE);
	int64_t lines;
	assert_int_equal(apply(store, other), 2);
	fixture_ok(store_read_plan(store, &read));
	assert_int_equal(read->units_len, other->units_len);
	assert_int_equal(read->elements_len, other->elements_len);
	assert_int_equal(read->indicators_len, other->indicators_len);
	same_plans(other, read);
	fixture_ok(db_verify(store, &lines));
	plan_free(other);
	plan_free(read);
	db_close(store);
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
		cmocka_unit_test(test_xuchang), cmocka_unit_test(test_other), cmocka_unit_test(test_replaced),
	};
	assert_non_null(setlocale(LC_ALL, "C.UTF-8"));       // the plan's short names are measured in cells
	return cmocka_run_group_tests(tests, NULL, done);
}
