// SPDX-License-Identifier: MIT
// Every place of the command list, and the screens behind them, walked on the screen and line by line (--plain): each number that
// stands on the screen is said in the lines, too. Both on the demonstration, whose day and figures are the same each time.
#include <ctype.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "tests/screen/harness.h"
#include "tests/storage/fixture.h"
#include "tests/storage/program.h"
#include "tui/menu.h"

#define ROWS 50
#define COLS 160
#define SKIPS "\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n.\n"

// PLACE: as the command list has it, NULL: behind one of them. KEYS lead there from the workbench, on to a screen with TITLE in row
// 0 and BODY (NULL: nothing) somewhere; read are its rows from FROM to the first with END (or the last). ANSWERS do the same line by
// line.
static const struct walk {
	const char *place, *keys, *title;
	int from;
	const char *end, *answers, *body;
} walks[] = {
	{"a unit's form of this period", "F10 1 4", "填报", 2, "──", "4\n禹州\n" SKIPS, NULL},
	{"all indicators", "F10 2", "指标", 2, "──", "20\n", NULL},
	{"another period", "F10 3", "选报告期", 2, "要填", "11\n\n", NULL},
	{"the whole city, or one unit", "F10 4", "选单位", 2, NULL, "12\n", NULL},
	{"the plan's text, chapter by chapter", "F10 5", "规划", 2, NULL, "2\n1\n0\n0\n7\n1\n11\n0\n", NULL},
	{"rows with a node overdue today", "F10 6", "节点逾期", 2, "──", "24\n", NULL},
	{"figures from a file", "F10 7", "工作台", ROWS - 3, NULL, "10\n\n", "导入哪个文件"},
	{"review: findings, accept, return", "F10 8", "审核", 2, "──", "9\n", NULL},
	{"who has reported, reminders", "F10 9", "催报", 2, "──", "8\n", NULL},
	{"matrix: indicators and units", "F10 090", "矩阵", 2, "~未审核", "21\n1\n", NULL},
	{"the workbench", "", "工作台", 2, NULL, "20\n0\n2\n0\n1\n3\n省级研发平台\n0\n21\n1\n0\n12\n", NULL},
	{"bulletins: draft, issue, read", "F10 092 Enter", "说明", 1, NULL, "26\n1\n1\n", NULL},
	{"overview: what is behind", "F10 093", "总览", 1, NULL, "1\n", NULL},
	{NULL, "F10 090 v", "矩阵", 2, "~未审核", "21\n2\n", NULL},
	{NULL, "F10 090 v v v F6", "矩阵", 2, "~未审核", "21\n4\n7\n", NULL},
	{NULL, "F10 090 v v v v v", "矩阵", 2, "7/9填=", "21\n6\n", NULL},
	{NULL, "F10 2 Down*8 s", "排名", 2, NULL, "22\n省级研发平台\n1\n", NULL},
	{NULL, "F10 2 Down*8 c", "走势", 2, "──", "23\n省级研发平台\n", NULL},
	{NULL, "F10 2 Down*8 Enter", "各单位", 2, "──", "3\n省级研发平台\n", NULL},
	{NULL, "F6", "工作台", 2, "──", "28\n20\n", "F6改看各章"},
	{NULL, "F10 6 Down*2 Enter", "各单位", 2, "──", "3\n县域省级高新区\n", NULL},
	{NULL, "F10 6 Down*2 Enter Down Enter", "任务填报", 1, NULL, "5\n魏都\n县域省级高新区\n0\n24\n3\n", NULL},
	{NULL, "F10 1 4 Home Down*3 H", "变更", 1, NULL, "6\n禹州\n4\n", NULL},
	{NULL, "F10 1 4 Home Down*3 H F4 5", "变更", 1, NULL, "19\n", "全部变更"},
	{NULL, "F10 2 Down*8 s F8", "指标定义", 1, NULL, "25\n省级研发平台\n0\n12\n市本级\n20\n9\n0\n", NULL},
};
#define WALKS (sizeof walks / sizeof walks[0])

// ------------------------------------------------------------ numbers

static bool of_number(char c)
{
	return isdigit((unsigned char)c) || c == '.' || c == '/';
}

static const char *next_number(const char *at, char *out, size_t cap)
{
	size_t len = 0;
	while (*at != '\0' && !isdigit((unsigned char)*at))
		at++;
	for (; of_number(*at) && len + 1 < cap; at++)
		out[len++] = *at;
	while (len > 0 && !isdigit((unsigned char)out[len - 1]))
		len--;
	out[len] = '\0';
	return len > 0 ? at : NULL;
}

static bool is_said(const char *text, const char *number)
{
	size_t len = strlen(number);
	for (const char *at = text; (at = strstr(at, number)) != NULL; at++)
		if ((at == text || !of_number(at[-1])) && (!of_number(at[len]) || at[len] == '/' || (at[len] == '.' && !of_number(at[len + 1]))))
			return true;
	return false;
}

// ------------------------------------------------------------ both ways

static struct program_result said(const char *answers)
{
	program_answers(answers, strlen(answers));
	struct program_result result = program_run("--demo", "--plain");
	program_answers(NULL, 0);
	assert_int_equal(result.status, 0);
	return result;
}

struct compared { int numbers, missing; };

static void compare_row(const struct walk *walk, const char *row, const char *lines, struct compared *compared)
{
	char number[64];
	for (const char *at = row; (at = next_number(at, number, sizeof number)) != NULL; compared->numbers++)
		if (!is_said(lines, number)) {
			print_error("\"%s\": %s is not said: %s\n", walk->keys, number, row);
			compared->missing++;
		}
}

static struct compared compare(struct harness *h, const struct walk *walk, const char *lines)
{
	struct compared compared = {0, 0};
	for (int row = walk->from; row < ROWS - 2; row++) {
		const char *text = harness_row(h, row);
		if (walk->end != NULL && strstr(text, walk->end) != NULL)
			break;
		compare_row(walk, text, lines, &compared);
	}
	return compared;
}

static void test_both_tell_the_same(void **state)
{
	const char *const argv[] = {program_path(), "--demo", NULL};
	int missing = 0;
	(void)state;
	for (size_t i = 0; i < WALKS; i++) {
		struct harness *h = harness_start(argv, ROWS, COLS);
		harness_wait_row(h, 0, "工作台");
		harness_send(h, walks[i].keys);
		harness_wait_row(h, 0, walks[i].title);
		if (walks[i].body != NULL)
			harness_wait(h, walks[i].body);
		struct compared compared = compare(h, &walks[i], said(walks[i].answers).out);
		harness_stop(h);
		missing += compared.missing;
		print_message("# \"%s\": %d numbers\n", walks[i].keys, compared.numbers);
		if (compared.numbers == 0 && strcmp(walks[i].keys, "F10 7") != 0)        // a file's name is all that is asked there
			fail_msg("nothing was compared");
	}
	assert_int_equal(missing, 0);
}

static void test_no_place_is_left_out(void **state)
{
	(void)state;
	for (int place = 0; place < menu_places_len; place++) {
		bool walked = false;
		for (size_t i = 0; i < WALKS; i++)
			walked = walked || (walks[i].place != NULL && strcmp(walks[i].place, menu_places[place].name) == 0);
		if (!walked)
			fail_msg("nobody walks to \"%s\"", menu_places[place].name);
	}
}

static int in_chinese(void **state)
{
	(void)state;
	program_reset();
	program_setenv("LANGUAGE", "zh_CN");
	program_setenv("TZ", "Asia/Shanghai");
	return 0;
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
		cmocka_unit_test(test_no_place_is_left_out),
		cmocka_unit_test(test_both_tell_the_same),
	};
	return cmocka_run_group_tests(tests, in_chinese, done);
}
