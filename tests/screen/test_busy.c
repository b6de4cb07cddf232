// SPDX-License-Identifier: MIT
// A file that another process keeps: waited for, said who keeps it, and the text stays in its cell.
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sqlite3.h>
#include <cmocka.h>

#include "tests/screen/harness.h"
#include "tests/screen/office.h"

static sqlite3 *keep(void)
{
	sqlite3 *db;
	assert_int_equal(sqlite3_open(office.file, &db), SQLITE_OK);
	sqlite3_busy_timeout(db, 5000);
	assert_int_equal(sqlite3_exec(db, "BEGIN IMMEDIATE", NULL, NULL, NULL), SQLITE_OK);
	return db;
}

static void let_go(sqlite3 *db)
{
	assert_int_equal(sqlite3_exec(db, "ROLLBACK", NULL, NULL, NULL), SQLITE_OK);
	sqlite3_close(db);
}

static void test_a_busy_file_keeps_what_is_typed(void **state)
{
	(void)state;
	struct harness *h = office_form(24, 80);
	office_go(h, "研发平台");
	harness_type(h, "33");
	harness_wait(h, "[33 ");
	sqlite3 *db = keep();
	harness_type(h, "\r7\r");                              // typed on while it is waited for
	harness_wait_row(h, 22, "张三正占用文件，等候后仍未存上");       // as the file knows our account
	harness_wait(h, "[33 ");
	harness_wait(h, ">研发平台");
	let_go(db);
	harness_send(h, "Enter");                               // and what was typed on follows
	harness_wait(h, "[       33]");
	harness_wait(h, "[        7]");
	harness_wait(h, ">技术合同成交额");
	harness_stop(h);
	assert_true(office_cell_is("platforms", "yz", "202406", "33,"));
	assert_true(office_cell_is("incubators", "yz", "202406", "7,"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_a_busy_file_keeps_what_is_typed, office_open, office_close),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
