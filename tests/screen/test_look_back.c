// SPDX-License-Identifier: MIT
// As known then: what was keyed in today is not there when one looks back to a day before it; back again, it is.
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "tests/screen/harness.h"
#include "tests/storage/fixture.h"
#include "tests/storage/program.h"

// The first figures of the file are of 14 November 2023; another is keyed in today.
static int setup(void **state)
{
	struct plan *plan;
	(void)state;
	program_reset();
	struct store *store = fixture_store("then.db", &plan);
	const int units[] = {FIX_WD, FIX_JA, FIX_OLD};
	for (int i = 0; i < 3; i++) {
		struct entry entry = fixture_entry(FIX_FIRMS, units[i], 202112, (int64_t)(50 - 10 * i) * NUM_SCALE);
		fixture_ok(fixture_save(store, plan, &entry, 0, NULL));
	}
	plan_free(plan);
	db_close(store);
	struct program_result set = program_run("set", "hitech_firms", "wd", "202112", "77", "--file", fixture_path("then.db"));
	assert_int_equal(set.status, 0);
	set = program_run("operator", "--name", "张三", "--unit", "wd", "--role", "planner", "--file", fixture_path("then.db"));
	assert_int_equal(set.status, 0);
	return 0;
}

static int teardown(void **state)
{
	(void)state;
	fixture_folder_done();
	return 0;
}

static void expect_city(const char *day, const char *value)
{
	char figure[64];
	struct program_result r = day == NULL ? program_run("report", "--unaccepted", "--period", "2021", "--format", "json", "--file", fixture_path("then.db"))
		: program_run("report", "--unaccepted", "--period", "2021", "--format", "json", "--as-of", day, "--file", fixture_path("then.db"));
	assert_int_equal(r.status, 0);
	program_standing(r.out, "g4", "value", figure, sizeof figure);
	assert_string_equal(figure, value);
}

static void a_report_as_known_then(void **state)
{
	(void)state;
	expect_city(NULL, "147");
	expect_city("2023-11-20", "120");
	struct program_result r = program_run("report", "--as-of", "2020-01-01", "--file", fixture_path("then.db"));
	assert_int_equal(r.status, 4);
	assert_non_null(strstr(r.err, "nothing was known"));
	r = program_run("report", "--as-of", "2099-01-01", "--file", fixture_path("then.db"));
	assert_int_equal(r.status, 4);
	assert_non_null(strstr(r.err, "has not come yet"));
	r = program_run("report", "--as-of", "soon", "--file", fixture_path("then.db"));
	assert_int_equal(r.status, 2);
}

static void screens_as_known_then(void **state)
{
	(void)state;
	const char *const argv[] = {program_path(), "--period", "2021", fixture_path("then.db"), NULL};
	struct harness *h = harness_start(argv, 24, 80);
	harness_wait_row(h, 0, "工作台");
	harness_send(h, ":");
	harness_type(h, "某日");
	harness_wait(h, "截至某日所知的数");
	harness_send(h, "Enter");
	harness_wait(h, "截至哪一天");
	harness_send(h, "Esc @");
	harness_wait(h, "7 另选一天");
	harness_send(h, "7");
	harness_wait(h, ">日期");
	harness_type(h, "2020-01-01");
	harness_send(h, "Enter");
	harness_wait_row(h, 22, "还没有任何记录");
	harness_send(h, "@");
	harness_wait(h, "7 另选一天");
	harness_send(h, "7");
	harness_wait(h, "如20230831");
	harness_type(h, "上个月");
	harness_send(h, "Enter");
	harness_wait_row(h, 22, "不是日期");
	harness_send(h, "BackSpace*3");                         // what was refused is still there
	harness_type(h, "2023年11月20日");
	harness_send(h, "Enter");
	harness_wait_row(h, 0, "截至2023-11-20所知");
	harness_wait_row(h, 22, "各屏均按当时所知的数显示");
	harness_send(h, "F10 2");
	harness_wait_row(h, 0, "指标");
	harness_wait(h, "120");
	harness_send(h, "u");
	harness_wait_row(h, 22, "只读");
	harness_send(h, "@");
	harness_wait(h, ">   8 回到现在");
	harness_send(h, "Enter");
	harness_wait_gone(h, "截至2023-11-20");
	harness_wait(h, "147");
	harness_send(h, ":");                                   // and files are read and written again
	harness_type(h, "导入");
	harness_wait(h, "导入文件中的数");
	harness_send(h, "Enter");
	harness_wait(h, "导入哪个文件");
	harness_stop(h);
}

// What is keyed in is of now: a form is left before one looks back, and is asked about where something is typed in it.
static void a_form_is_left_before(void **state)
{
	(void)state;
	const char *const argv[] = {program_path(), "--period", "2021", fixture_path("then.db"), NULL};
	struct harness *h = harness_start(argv, 24, 80);
	harness_wait_row(h, 0, "工作台");
	harness_send(h, "F10 1");
	harness_wait_row(h, 0, "选单位");
	harness_send(h, "2");
	harness_wait_row(h, 0, "填报");
	harness_send(h, "@");
	harness_wait(h, "截至哪一天");
	harness_send(h, "2");
	harness_wait_row(h, 0, "工作台");
	harness_wait_row(h, 22, "各屏均按当时所知的数显示");
	harness_stop(h);
}

// The demonstration's day is 8 July 2024: one digit is the end of a month, and F3 on the first screen leads back to the present and
// to the period that was shown, which had not ended then.
static void a_digit_a_day(void **state)
{
	(void)state;
	const char *const argv[] = {program_path(), "--demo", "--browse", NULL};
	struct harness *h = harness_start(argv, 24, 80);
	harness_wait_row(h, 0, "总览       全市       报告期 2024年上半年");
	harness_send(h, "@");
	harness_wait(h, ">   1 2024年6月30日,2024年上半年末");
	harness_wait(h, "    2 2024年5月31日");
	harness_wait(h, "    6 2024年1月31日");
	harness_wait_gone(h, "回到现在");
	harness_send(h, "2");
	harness_wait_row(h, 0, "总览       全市       2024年一季度    演示数据  审核通过数  截至2024-05-31所知");
	harness_wait_row(h, 1, "截至2024年5月31日");
	harness_send(h, "@ 1");
	harness_wait_row(h, 0, "2024年一季度    演示数据  审核通过数  截至2024-06-30所知");
	harness_send(h, "Enter");
	harness_wait_row(h, 0, "各单位     研发平台   2024年一季度");
	harness_send(h, "F3 F3");
	harness_wait_row(h, 0, "总览       全市       报告期 2024年上半年     演示数据  只含审核通过的数  只读");
	harness_wait_row(h, 22, "已回到现在所知的数");
	harness_send(h, "@ 4 F2");
	harness_wait_row(h, 0, "截至2024-03-31所知");
	harness_type(h, "2022");
	harness_send(h, "Enter");
	harness_wait_row(h, 0, "总览       全市       2022年");
	harness_send(h, "F3");
	harness_wait_row(h, 0, "总览       全市       报告期 2022年");
	harness_stop(h);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(a_report_as_known_then, setup, teardown),
		cmocka_unit_test_setup_teardown(screens_as_known_then, setup, teardown),
		cmocka_unit_test_setup_teardown(a_form_is_left_before, setup, teardown),
		cmocka_unit_test(a_digit_a_day),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
