// SPDX-License-Identifier: MIT
// One element over units and years: how a city that starts keys in its baselines. From a row without a baseline, from the form.
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <cmocka.h>

#include "tests/screen/harness.h"
#include "tests/screen/office.h"

static int setup(void **state)
{
	office_open(state);
	office_set("platforms", "禹州市", "202403", "31");
	office_set("platforms", "禹州市", "202112", "26");
	return 0;
}

// From the indicator's units, where 缺基期 stands.
static struct harness *start(int rows, int cols)
{
	struct harness *h = office_form(rows, cols);
	office_go(h, "研发平台");
	harness_send(h, "F6");
	harness_wait_row(h, 0, "研发平台");
	harness_wait(h, ">禹州市");
	harness_send(h, "F6");
	harness_wait(h, "2020 基期");
	return h;
}

static void test_baselines_down_a_column(void **state)
{
	(void)state;
	struct harness *h = start(24, 80);
	harness_wait(h, ">禹州         [          ] [        26]");
	harness_wait(h, "全市");
	harness_type(h, "２４");
	harness_send(h, "Enter");
	harness_wait_row(h, 22, "已存：禹州市研发平台截至2020年末24个（原空）。");
	harness_wait(h, ">长葛");
	harness_send(h, "38 Tab");                            // moving saves, too
	harness_wait(h, "长葛         [        38]");
	harness_send(h, "42 Enter");
	harness_wait(h, ">鄢陵");
	harness_wait(h, "已报2家(共10家)合计68个");
	harness_send(h, "u");
	harness_wait_row(h, 22, "长葛市研发平台");
	harness_wait(h, "长葛         [        38] [          ]");
	harness_send(h, "Esc");
	harness_wait_row(h, 0, "工作台");
	harness_stop(h);
	assert_true(office_cell_is("platforms", "yz", "202012", "24"));
	assert_true(office_cell_is("platforms", "cg", "202012", "38"));
	assert_null(office_cell("platforms", "cg", "202112"));
}

static void test_enter_goes_right_where_it_is_set(void **state)
{
	(void)state;
	char path[600];
	snprintf(path, sizeof path, "%s/config", office.folder);
	mkdir(path, 0700);
	snprintf(path, sizeof path, "%s/config/duibiao", office.folder);
	mkdir(path, 0700);
	snprintf(path, sizeof path, "%s/config/duibiao/duibiao.ini", office.folder);
	FILE *out = fopen(path, "w");
	assert_non_null(out);
	fputs("[entry]\nenter = right\n", out);
	fclose(out);
	struct harness *h = start(24, 80);
	harness_type(h, "24\r25\r");
	harness_wait(h, "禹州         [        24] [        25]");
	harness_wait(h, ">禹州");
	harness_wait(h, "回车后 向右");
	harness_stop(h);
	assert_true(office_cell_is("platforms", "yz", "202012", "24"));
	assert_true(office_cell_is("platforms", "yz", "202112", "25"));
}

static void test_enter_is_turned_on_screen_and_remembered(void **state)
{
	(void)state;
	struct harness *h = start(24, 80);
	harness_wait(h, "回车后 向下");
	harness_type(h, "24");
	harness_send(h, "F11");                               // what is being typed stays
	harness_wait_row(h, 22, "此后回车向右");
	harness_wait(h, "[24        ]");
	harness_wait(h, "回车后 向右");
	harness_send(h, "Enter 25 Enter");
	harness_wait(h, "禹州         [        24] [        25]");
	harness_send(h, "Esc");
	harness_wait_row(h, 0, "工作台");
	harness_send(h, "Esc");
	assert_int_equal(harness_wait_exit(h), 0);
	harness_stop(h);
	h = office_form(24, 80);
	office_go(h, "研发平台");
	harness_wait(h, "回车后 向下");                        // one column has no right
	harness_send(h, "F6 F6");
	harness_wait(h, "回车后 向右");
	harness_send(h, "F10");
	harness_wait_row(h, 0, "命令表");
	harness_type(h, "回车");
	harness_wait(h, "回车后向下或向右");
	harness_send(h, "Enter");
	harness_wait_row(h, 22, "此后回车向下");
	harness_wait(h, "回车后 向下");
	harness_stop(h);
}

static void test_the_citys_own_figure_asks_for_its_source(void **state)
{
	(void)state;
	struct harness *h = start(24, 80);
	harness_send(h, "End");
	harness_wait(h, ">全市");
	harness_send(h, "150 Enter");
	harness_wait(h, "未保存 研发平台");
	harness_wait(h, "[150");
	harness_send(h, "Esc");
	harness_wait_gone(h, "[150");
	harness_stop(h);
}

static void test_other_months_and_back_to_the_form(void **state)
{
	(void)state;
	struct harness *h = start(24, 80);
	harness_type(h, "[");
	harness_wait(h, "2020Q3");
	harness_type(h, "]");
	harness_wait(h, "2020 基期");
	harness_send(h, "F6");
	harness_wait_row(h, 0, "禹州市");
	harness_wait(h, ">研发平台");
	harness_stop(h);
}

static void test_more_years_than_fit(void **state)
{
	(void)state;
	struct harness *h = start(24, 80);
	harness_send(h, "Right*9");
	harness_wait_gone(h, "2020 基期");
	harness_resize(h, 50, 160);
	harness_wait(h, "2020 基期");
	harness_stop(h);
}

static void test_from_a_row_without_a_baseline(void **state)
{
	(void)state;
	struct harness *h = office_start(24, 80);
	harness_send(h, "Down*4 Enter");
	harness_wait_row(h, 0, "指标");
	harness_wait(h, ">. 研发平台");
	harness_wait_row(h, 22, "缺基期:回车,再按F8录基期值");
	harness_send(h, "F9");
	harness_wait(h, "2020 基期");
	harness_wait(h, ">全市");
	harness_send(h, "Esc");
	harness_wait_row(h, 0, "指标");
	harness_stop(h);
}

static void test_reading_only(void **state)
{
	(void)state;
	struct harness *h = office_start_with(24, 80, "--browse", NULL);
	office_bench(h);
	harness_send(h, "Down*4 Enter");
	harness_wait_row(h, 0, "指标");
	harness_wait(h, ">. 研发平台");
	harness_send(h, "F9");
	harness_wait_row(h, 22, "只读");
	harness_stop(h);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, office_close)
int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_enter_goes_right_where_it_is_set),
		TEST(test_enter_is_turned_on_screen_and_remembered),
		TEST(test_baselines_down_a_column),
		TEST(test_the_citys_own_figure_asks_for_its_source),
		TEST(test_other_months_and_back_to_the_form),
		TEST(test_more_years_than_fit),
		TEST(test_from_a_row_without_a_baseline),
		TEST(test_reading_only),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
