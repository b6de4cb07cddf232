// SPDX-License-Identifier: MIT
// duibiao --demo at a terminal: 演示数据 on every screen, every shape of bar, the start screen's offer, and nothing left behind.
#include <dirent.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "tests/screen/harness.h"
#include "tests/storage/program.h"

#define MARKER_BYTES 60          // the marker taken from one row and put on another, and the cursor

static char *folder;             // holds HOME, and tmp/ for the scratch files
static char temporary[600];

static int make_folder(void **state)
{
	(void)state;
	folder = harness_folder_new();
	snprintf(temporary, sizeof temporary, "TMPDIR=%s/tmp", folder);
	return mkdir(temporary + strlen("TMPDIR="), 0700);
}

static int remove_folder(void **state)
{
	(void)state;
	harness_folder_remove(folder);
	return 0;
}

static struct harness *start(const char *first, int rows, int cols)
{
	const char *const argv[] = {program_path(), first, NULL}, *const extra[] = {temporary, NULL};
	return harness_start_with(argv, rows, cols, folder, extra);
}

static int scratch_folders(void)
{
	int count = 0;
	struct dirent *entry;
	DIR *listing = opendir(temporary + strlen("TMPDIR="));
	assert_non_null(listing);
	while ((entry = readdir(listing)) != NULL)
		count += entry->d_name[0] != '.';
	closedir(listing);
	return count;
}

static void leave(struct harness *h)
{
	harness_send(h, "q");
	assert_int_equal(harness_wait_exit(h), 0);
	harness_stop(h);
	assert_int_equal(scratch_folders(), 0);
}

// Each screen by the keys that lead to it, what is only there, and the way back to the workbench.
static void test_every_screen_says_so(void **state)
{
	static const struct { const char *keys, *title, *body, *back; } screens[] = {
		{"F1", "帮助", "── 按键", "F3"}, {"F2", "选报告期", "代码", "F3"}, {"F6", "工作台", "F6改看各章", "F6"},
		{"F10", "命令表", "命令 [", "F3"}, {"F4", "选单位", "填报单位", "F3"}, {"F4 4", "填报", "本期录入", "F3"},
		{"F10 2", "全部指标", "口径", "F3"}, {"Enter", "开启创新强市", "口径", "F3"}, {"F10 2 Down*3 Enter", "各单位", "口径", "F3 F3"},
		{"F10 2 Down*5 F9", "填报", "2020 基期", "F3 F3"}, {"5", "规划", "目录", "F3"}, {"2", "催报", "漏报", "F3"},
		{"Enter Down*3 Enter", "任务填报", "进展情况", "F3 F3"},
	};
	static const struct { int rows, cols; } sizes[] = {{24, 80}, {50, 160}};
	int row, col;
	(void)state;
	for (size_t size = 0; size < sizeof sizes / sizeof sizes[0]; size++) {
		struct harness *h = start("--demo", sizes[size].rows, sizes[size].cols);
		harness_wait_row(h, 0, "工作台");
		for (size_t i = 0; i < sizeof screens / sizeof screens[0]; i++) {
			harness_send(h, screens[i].keys);
			harness_wait_row(h, 0, screens[i].title);
			harness_wait(h, screens[i].body);
			harness_wait_row(h, 0, "演示数据");
			if (harness_find(h, "######", &row, &col))         // a figure that its column cannot hold
				fail_msg("row %d of %s: %s", row, screens[i].title, harness_row(h, row));
			harness_send(h, screens[i].back);
			if (strcmp(screens[i].title, "工作台") == 0)
				harness_wait_gone(h, screens[i].body);
			harness_wait_row(h, 0, "工作台");
			harness_wait_row(h, 0, "演示数据");
		}
		harness_wait_row(h, 0, "2024年上半年");
		leave(h);
	}
}

static size_t bytes_of(struct harness *h, const char *key, int row, int col)
{
	size_t before, after;
	harness_output(h, &before);
	harness_send(h, key);
	harness_wait_cursor(h, row, col);
	harness_output(h, &after);
	return after - before;
}

// While keys come one upon the other only the marker moves; what explains the row comes once the cursor rests. A machine too slow
// to press two keys within that time tries again.
static void test_a_held_key_costs_its_marker(void **state)
{
	static const struct { const char *keys, *title; int row, col, rows, cols; const char *beneath; } screens[] = {
		{ "F10 2 Down*5", "指标", 8, 0, 24, 80, "── 国家科技型中小企业" }, { "F10 2 Down*5", "指标", 8, 0, 50, 160, "145/140家" },
		{ "F10 jz Enter Down*3", "矩阵", 6, 14, 24, 80, "── 许昌市 规模以上工业企业研发活动覆盖率" },
		{ "F10 jz Enter Down*3", "矩阵", 6, 20, 50, 160, "── 许昌市 规模以上工业企业研发活动覆盖率" },
		{ "5 Down*3", "规划", 13, 0, 50, 160, "国家级、省级研发平台" },
	};
	(void)state;
	for (size_t i = 0; i < sizeof screens / sizeof screens[0]; i++) {
		struct harness *h = start("--demo", screens[i].rows, screens[i].cols);
		size_t least = SIZE_MAX;
		harness_wait_row(h, 0, "工作台");
		harness_send(h, screens[i].keys);
		harness_wait_row(h, 0, screens[i].title);
		for (int times = 0; times < 100 && least > MARKER_BYTES; times++) {
			size_t down = bytes_of(h, "Down", screens[i].row, screens[i].col), up = bytes_of(h, "Up", screens[i].row - 1, screens[i].col);
			least = down < least ? down : up < least ? up : least;
		}
		assert_true(least <= MARKER_BYTES);
		harness_send(h, "Down");
		harness_wait(h, screens[i].beneath);
		harness_stop(h);
	}
}

// Who waits for the reviewer, who has not submitted and with how much filled in, and whose is sent back.
static void test_the_workbench_says_who_is_where(void **state)
{
	(void)state;
	struct harness *h = start("--demo", 24, 80);
	harness_wait(h, "待审核3家");
	harness_wait(h, "禹州 5/7");
	harness_wait(h, "示范区 7/7");
	harness_wait(h, "建安 已退回");
	leave(h);
}

static void test_every_shape_of_bar_is_seen(void **state)
{
	(void)state;
	struct harness *h = start("--demo", 24, 80);
	harness_wait_row(h, 0, "工作台");
	harness_send(h, "F10 2");
	harness_wait(h, "[:::::");         // without a baseline
	harness_wait(h, "█┃");             // the pace just behind the end of the bar
	harness_wait(h, "┃▉");             // past the pace
	harness_wait(h, ">]");             // over the target
	harness_wait(h, "至少落后");
	harness_send(h, "F3");
	harness_wait_row(h, 0, "工作台");
	leave(h);
}

static void test_a_figure_can_be_keyed_in_and_leaves_nothing(void **state)
{
	(void)state;
	struct harness *h = start("--demo", 24, 80);
	harness_wait_row(h, 0, "工作台");
	harness_send(h, "F4 4");
	harness_wait_row(h, 0, "填报");
	harness_send(h, "Down*5 3 5");
	harness_wait(h, "[35");
	assert_int_equal(scratch_folders(), 1);
	char *drafts = harness_path(h, "state/duibiao"), *data = harness_path(h, "data/duibiao");
	assert_int_not_equal(access(drafts, F_OK), 0);
	harness_send(h, "Enter");
	harness_wait(h, "核实 高价值发明专利");               // strange for this unit; it is kept
	harness_send(h, "Enter");
	harness_wait(h, "已存");
	assert_int_not_equal(access(data, F_OK), 0);
	free(drafts);
	free(data);
	harness_send(h, "Esc");
	harness_wait_row(h, 0, "工作台");
	leave(h);
}

static void test_a_killed_one_is_taken_away_by_the_next(void **state)
{
	(void)state;
	struct harness *first = start("--demo", 24, 80), *killed = start("--demo", 24, 80);
	harness_wait_row(first, 0, "工作台");
	harness_wait_row(killed, 0, "工作台");
	assert_int_equal(scratch_folders(), 2);
	harness_signal(killed, SIGKILL);
	assert_int_equal(harness_wait_exit(killed), 128 + SIGKILL);
	harness_stop(killed);
	assert_int_equal(scratch_folders(), 2);
	struct harness *next = start("--demo", 24, 80);
	harness_wait_row(next, 0, "工作台");
	assert_int_equal(scratch_folders(), 2);
	harness_signal(next, SIGTERM);
	harness_wait_exit(next);
	harness_stop(next);
	assert_int_equal(scratch_folders(), 1);
	leave(first);
}

static void test_the_start_screen_offers_it(void **state)
{
	char missing[600];
	(void)state;
	snprintf(missing, sizeof missing, "%s/missing.db", folder);
	struct harness *h = start(missing, 24, 80);
	harness_wait(h, "没有这个文件");
	harness_wait(h, "3 演示");
	harness_send(h, "3");
	harness_wait_row(h, 0, "演示数据");
	harness_wait_row(h, 0, "工作台");
	assert_int_not_equal(access(missing, F_OK), 0);
	leave(h);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_every_screen_says_so, make_folder, remove_folder),
		cmocka_unit_test_setup_teardown(test_a_held_key_costs_its_marker, make_folder, remove_folder),
		cmocka_unit_test_setup_teardown(test_the_workbench_says_who_is_where, make_folder, remove_folder),
		cmocka_unit_test_setup_teardown(test_every_shape_of_bar_is_seen, make_folder, remove_folder),
		cmocka_unit_test_setup_teardown(test_a_figure_can_be_keyed_in_and_leaves_nothing, make_folder, remove_folder),
		cmocka_unit_test_setup_teardown(test_a_killed_one_is_taken_away_by_the_next, make_folder, remove_folder),
		cmocka_unit_test_setup_teardown(test_the_start_screen_offers_it, make_folder, remove_folder),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
