// SPDX-License-Identifier: MIT
// Tiers x locales x TERMs x screens x sizes: every picture holds together. What a terminal of that charset shows must be the
// same after a repaint (curses and the terminal agree about every width), the same whatever TERM and tier (but for how bars
// are drawn), with bars beneath one another and nothing cut. A sample by itself; all of it with MATRIX=whole (make matrix).
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <cmocka.h>

#include "tests/screen/harness.h"
#include "tests/storage/program.h"

static const char *const terms[] = {
	"xterm-256color", "xterm", "putty", "putty-256color", "linux", "screen-256color", "tmux-256color", "vt100",
};
static const struct { const char *word; } tiers[] = {{"auto"}, {"lines"}, {"ascii"}};
static const struct { int rows, cols; } sizes[] = {{24, 80}, {30, 100}, {40, 120}, {50, 160}, {18, 60}};
struct locale { const char *name, *codeset; bool wide, ascii; };
// Each screen by the keys that lead to it from the workbench, its name at the left of row 1, and the way back.
static const struct { const char *keys, *title, *back; bool varies; } screens[] = {
	{"^L", "工作台", "", false},
	{"F1", "帮助", "F3", true},                          // names TERM and the tier
	{"F2", "选报告期", "F3", false},
	{"F6", "工作台", "F6", false},
	{"F10", "命令表", "F3", false},
	{"F4", "选单位", "F3", false},
	{"F4 4", "填报", "F3", false},
	{"F10 2", "指标", "F3", false},
	{"Enter", "指标", "F3", false},
	{"F10 2 Down*3 Enter", "各单位", "F3 F3", false},
	{"F10 2 Down*3 Enter F8", "指标定义", "F3 F3 F3", false},
	{"F10 2 Down*5 F9", "填报", "F3 F3", false},
	{"F8", "规划", "F3", false},
	{"Enter Down*3 Enter", "任务填报", "F3 F3", false},
	{"2", "催报", "F3", false},
	{"F10 jz Enter", "矩阵", "F3", false},
	{"F10 2 Down*8 s", "排名", "F3 F3", false},
	{"F10 2 Down*8 c", "走势", "F3 F3", false},
};
#define COUNT(a) (sizeof(a) / sizeof(a)[0])
#define INDICATORS 7                 // of screens: where bars stand

static struct { const char *locale, *term, *tier; int rows, cols; const char *keys; } now;      // for a failure's sentence
static char *reference[COUNT(screens)];

static void broken(struct harness *h, const char *what, int row)
{
	harness_dump(h, stderr);
	fail_msg("%s, TERM=%s, %s, %dx%d, after %s: %s in row %d", now.locale, now.term, now.tier, now.cols, now.rows, now.keys, what, row);
}

// ------------------------------------------------------------ what holds of every picture

static void nothing_is_cut(struct harness *h)
{
	for (int row = 0; row < now.rows; row++) {
		if (harness_cell(h, row, now.cols - 1).width != 1)
			broken(h, "a wide character is cut", row);
		const char *text = harness_row(h, row);
		if (strstr(text, "<U+") != NULL || strstr(text, "\xef\xbf\xbd") != NULL)
			broken(h, "a character that the terminal lacks", row);
	}
}

static bool is_bar_part(struct harness_cell cell)
{
	return cell.text[0] == '\0' || strstr(" █▉▊▋▌▍▎▏┃│|#:>", cell.text) != NULL;
}

// The column of a bar's bracket in ROW, of 8 cells or more with something in it; -1: none.
static int bar_at(struct harness *h, int row, int *end)
{
	for (int col = 0; col < now.cols; col++) {
		if (strcmp(harness_cell(h, row, col).text, "[") != 0)
			continue;
		bool filled = false;
		int at = col + 1;
		for (; at < now.cols && is_bar_part(harness_cell(h, row, at)); at++)
			filled = filled || harness_cell(h, row, at).text[0] > ' ' || harness_cell(h, row, at).text[0] < 0 ||
				harness_cell(h, row, at).reverse;
		*end = at;
		if (filled && at < now.cols && at - col > 8 && strcmp(harness_cell(h, row, at).text, "]") == 0)
			return col;
	}
	return -1;
}

static void bars_stand_beneath_one_another(struct harness *h)
{
	int before = -1, before_end = 0;
	for (int row = 1; row < now.rows; row++) {
		int end = 0, col = bar_at(h, row, &end);
		if (before >= 0 && col >= 0 && (col != before || end != before_end))
			broken(h, "a bar out of line", row);
		before = col;
		before_end = end;
	}
}

static void tier_is_right(struct harness *h, const struct locale *locale)
{
	bool can = locale->codeset[0] == 'U' && !locale->wide && strcmp(now.term, "linux") != 0;
	bool blocks = harness_find(h, "█", &(int){0}, &(int){0}), reversed = false;
	bool ascii = strcmp(now.tier, "ascii") == 0, lines = !ascii && (strcmp(now.tier, "lines") == 0 || !can);
	int end;
	for (int row = 1; row < now.rows - 2; row++)
		for (int col = bar_at(h, row, &end); col >= 0 && col < end; col++)
			reversed = reversed || harness_cell(h, row, col).reverse;
	if (blocks != (!ascii && !lines) || reversed != lines || harness_find(h, "[#", &(int){0}, &(int){0}) != ascii)
		broken(h, "another tier's bars", 0);
}

// ------------------------------------------------------------ the same on all terminals

// The picture without what the tiers draw differently.
static char *picture(struct harness *h)
{
	static const struct { const char *drawn, *as; } alike[] = {
		{"█", " "}, {"▉", " "}, {"▊", " "}, {"▋", " "}, {"▌", " "}, {"▍", " "}, {"▎", " "}, {"▏", " "}, {"┃", " "}, {"│", " "},
		{"─", "-"}, {"|", " "}, {"#", " "},
	};
	size_t cap = (size_t)now.rows * 1024, used = 0;
	char *out = malloc(cap);
	assert_non_null(out);
	for (int row = 0; row < now.rows; row++)
		for (int col = 0; col <= now.cols; col++) {
			struct harness_cell cell = col < now.cols ? harness_cell(h, row, col) : (struct harness_cell){.text = "\n", .width = 1};
			const char *text = cell.text[0] != '\0' ? cell.text : " ";
			for (size_t i = 0; i < COUNT(alike); i++)
				text = strcmp(text, alike[i].drawn) == 0 ? alike[i].as : text;
			used += (size_t)snprintf(out + used, cap - used, "%s", text);
			col += cell.width > 1 ? cell.width - 1 : 0;
		}
	return out;
}

static bool is_as(struct harness *h, void *ctx)
{
	char *here = picture(h);
	bool same = strcmp(here, ctx) == 0;
	free(here);
	return same;
}

// Waited for: a picture may come in pieces, and its first row says only that it has begun.
static void is_as_on_the_first(struct harness *h, size_t screen)
{
	char what[400];
	snprintf(what, sizeof what, "%s, TERM=%s, %s, %dx%d, after %s: what the first TERM showed", now.locale, now.term, now.tier, now.cols,
		now.rows, now.keys);
	if (reference[screen] != NULL)
		harness_wait_until_at(h, is_as, reference[screen], what, __FILE__, __LINE__);
	else if (!screens[screen].varies)
		reference[screen] = picture(h);
}

static void forget_pictures(void)
{
	for (size_t i = 0; i < COUNT(screens); i++) {
		free(reference[i]);
		reference[i] = NULL;
	}
}

// ------------------------------------------------------------ walking

struct coming { size_t before; const char *title; };

static bool has_come(struct harness *h, void *ctx)
{
	const struct coming *coming = ctx;
	size_t len;
	harness_output(h, &len);
	return len > coming->before && strstr(harness_row(h, 0), coming->title) != NULL;
}

static void press(struct harness *h, const char *keys, const char *title)
{
	struct coming coming = {0, title};
	harness_output(h, &coming.before);
	harness_send(h, keys);
	harness_wait_until(h, has_come, &coming);
}

struct repainting { size_t before; const char *picture; };

// Not at its first row: a picture may come in pieces.
static bool is_there_again(struct harness *h, void *ctx)
{
	const struct repainting *repainting = ctx;
	size_t len;
	harness_output(h, &len);
	char *now_there = harness_snapshot(h);
	bool same = len > repainting->before && strcmp(now_there, repainting->picture) == 0;
	free(now_there);
	return same;
}

static void is_the_same_after_a_repaint(struct harness *h)
{
	char *before = harness_snapshot(h);
	struct repainting repainting = {0, before};
	harness_output(h, &repainting.before);
	harness_send(h, "^L");
	harness_wait_until(h, is_there_again, &repainting);
	free(before);
}

static void walk(struct harness *h, const struct locale *locale)
{
	for (size_t i = 0; i < COUNT(screens); i++) {
		now.keys = screens[i].keys;
		press(h, screens[i].keys, screens[i].title);
		is_as_on_the_first(h, i);
		nothing_is_cut(h);
		bars_stand_beneath_one_another(h);
		is_the_same_after_a_repaint(h);
		if (i == INDICATORS && now.cols >= 80)
			tier_is_right(h, locale);
		if (screens[i].back[0] != '\0')
			press(h, screens[i].back, "工作台");
	}
}

static void write_settings(const char *folder)
{
	char path[600];
	snprintf(path, sizeof path, "%s/config", folder);
	assert_int_equal(mkdir(path, 0700), 0);
	snprintf(path, sizeof path, "%s/config/duibiao", folder);
	assert_int_equal(mkdir(path, 0700), 0);
	snprintf(path, sizeof path, "%s/config/duibiao/duibiao.ini", folder);
	FILE *file = fopen(path, "w");
	assert_non_null(file);
	fprintf(file, "[look]\nbars = %s\n", now.tier);
	assert_int_equal(fclose(file), 0);
}

static void run(const struct locale *locale, const char *locales)
{
	char where[512], name[64], type[64], *folder = harness_folder_new();
	const char *const argv[] = {program_path(), "--demo", NULL}, *const extra[] = {where, name, type, NULL};
	snprintf(where, sizeof where, "LOCPATH=%s", locales);
	snprintf(name, sizeof name, "LC_ALL=%s", locale->name);
	snprintf(type, sizeof type, "TERM=%s", now.term);
	write_settings(folder);
	struct harness *h = harness_start_with(argv, now.rows, now.cols, folder, extra);
	harness_terminal(h, locale->codeset, locale->wide);
	now.keys = "the start";
	if (locale->ascii) {                                 // asked in ASCII before anything else is drawn
		harness_wait(h, "The locale cannot be used");
		harness_send(h, "Enter");
	}
	harness_wait_row(h, 0, "工作台");
	walk(h, locale);
	harness_send(h, "q");
	assert_int_equal(harness_wait_exit(h), 0);
	harness_stop(h);
	harness_folder_remove(folder);
}

// All of a locale, or three of it: other TERMs, tiers and sizes in each locale.
static void run_locale(const struct locale *locale, size_t which)
{
	const char *asked = getenv("MATRIX");
	bool whole = asked != NULL && strcmp(asked, "whole") == 0;
	char *locales = locale->ascii ? harness_folder_new() : harness_locale_new(locale->name);
	forget_pictures();                                   // a failed test before left its own
	now.locale = locale->name;
	for (size_t size = 0; size < COUNT(sizes); size++) {
		now.rows = sizes[size].rows;
		now.cols = sizes[size].cols;
		for (size_t i = 0; i < COUNT(terms) * COUNT(tiers); i++) {
			bool sampled = size == 0 ? i == 0 || i == (5 * which + 4) % 24 : size == 1 + which % 4 && i == (7 * which + 11) % 24;
			now.term = terms[i % COUNT(terms)];
			now.tier = tiers[i / COUNT(terms)].word;
			if (whole || sampled)
				run(locale, locales);
		}
		forget_pictures();
	}
	harness_folder_remove(locales);
}

static const struct locale locales[] = {
	{"zh_CN.UTF-8", "UTF-8", false, false}, {"zh_CN.GB18030", "GB18030", false, false}, {"zh_CN.GBK", "GBK", false, false},
	{"zh_CN.GB2312", "GB2312", false, false}, {"C", "UTF-8", false, true}, {"zh_CN.UTF-8", "UTF-8", true, false},
};

#define LOCALE(index, name) \
	static void test_##name(void **state) \
	{ \
		(void)state; \
		run_locale(&locales[index], index); \
	}
LOCALE(0, utf8)
LOCALE(1, gb18030)
LOCALE(2, gbk)
LOCALE(3, gb2312)
LOCALE(4, c)
LOCALE(5, utf8_with_wide_signs)

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_utf8),
		cmocka_unit_test(test_gb18030),
		cmocka_unit_test(test_gbk),
		cmocka_unit_test(test_gb2312),
		cmocka_unit_test(test_c),
		cmocka_unit_test(test_utf8_with_wide_signs),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
