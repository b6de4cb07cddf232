// SPDX-License-Identifier: MIT
// y: the cell, the row and the table as they are printed, to the terminal's clipboard or to a new file.
#include <limits.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "tests/screen/harness.h"
#include "tests/screen/office.h"
#include "tests/storage/program.h"

#define CLIPBOARD "\033]52;c;"

static int value_of(char c)
{
	static const char signs[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
	const char *at = c == '\0' ? NULL : strchr(signs, c);
	return at == NULL ? -1 : (int)(at - signs);
}

// The newest text that the terminal was handed, owned; NULL: none.
static char *clipboard(const struct harness *h)
{
	size_t len, wanted = strlen(CLIPBOARD);
	const char *bytes = harness_output(h, &len), *found = NULL;
	for (size_t i = 0; i + wanted <= len; i++)
		if (memcmp(bytes + i, CLIPBOARD, wanted) == 0)
			found = bytes + i + wanted;
	if (found == NULL)
		return NULL;
	char *out = calloc(1, (size_t)(bytes + len - found) + 1), *end = out;
	unsigned bits = 0;
	for (int held = 0; value_of(*found) >= 0; found++) {
		bits = bits << 6 | (unsigned)value_of(*found);
		held += 6;
		if (held < 8)
			continue;
		held -= 8;
		*end++ = (char)(bits >> held & 255);
	}
	while (*found == '=')
		found++;
	assert_int_equal(*found, '\a');
	return out;
}

static void expect_clipboard(const struct harness *h, const char *text)
{
	char *got = clipboard(h);
	assert_non_null(got);
	assert_string_equal(got, text);
	free(got);
}

static void copy(struct harness *h, const char *digit)
{
	harness_send(h, "y");
	harness_wait(h, "复制(以制表符分隔)");
	harness_send(h, digit);
	harness_wait_gone(h, "复制(以制表符分隔)");
}

static void leave(struct harness *h)
{
	harness_signal(h, 15);
	harness_wait_exit(h);
	harness_stop(h);
}

static void to_platforms(struct harness *h)
{
	harness_wait_row(h, 0, "工作台");
	harness_send(h, "F4");
	harness_wait_row(h, 0, "选单位");
	harness_send(h, "4");
	harness_wait_row(h, 0, "填报");
	office_go(h, "研发平台");
}

static struct harness *platforms(void)
{
	office_set("platforms", "yz", "202403", "31");
	office_set("platforms", "yz", "202406", "33");
	struct harness *h = office_start(24, 80);
	to_platforms(h);
	return h;
}

static void test_a_form_is_copied_by_cell_row_and_table(void **state)
{
	(void)state;
	struct harness *h = platforms();
	copy(h, "1");
	harness_wait(h, "已交给终端的剪贴板");
	expect_clipboard(h, "33");
	copy(h, "2");
	harness_wait(h, "已交给终端的剪贴板");
	expect_clipboard(h, "国家级、省级研发平台\t个\t\t31\t33\t增2");
	copy(h, "3");
	harness_wait(h, "已交给终端的剪贴板");
	char *table = clipboard(h);
	assert_int_equal(strncmp(table, "指标\t计量单位\t上年同期\t上期\t", strlen("指标\t计量单位\t上年同期\t上期\t")), 0);
	assert_non_null(strstr(table, "\n国家级、省级研发平台\t个\t\t31\t33\t增2\n"));
	free(table);
	leave(h);
}

static void test_every_table_can_be_copied(void **state)
{
	(void)state;
	struct harness *h = platforms();
	harness_send(h, "H");
	harness_wait_row(h, 0, "变更");
	copy(h, "1");
	expect_clipboard(h, "33个");
	harness_send(h, "Esc Esc");
	harness_wait_row(h, 0, "工作台");
	copy(h, "3");
	char *table = clipboard(h);
	assert_non_null(strstr(table, "\n五 构建科技创新能力支撑体系\t"));
	free(table);
	harness_send(h, "Enter");
	harness_wait_row(h, 0, "指标");
	copy(h, "3");
	table = clipboard(h);
	assert_int_equal(strncmp(table, "指标\t", strlen("指标\t")), 0);
	assert_null(strchr(table, '['));
	free(table);
	leave(h);
}

static void test_a_gbk_terminal_is_handed_utf8(void **state)
{
	(void)state;
	char *locale = harness_locale_new("zh_CN.GBK"), path[512];
	snprintf(path, sizeof path, "LOCPATH=%s", locale);
	const char *const environment[] = {"LC_ALL=zh_CN.GBK", path, NULL};
	struct harness *h = office_start_with(24, 80, NULL, environment);
	harness_terminal(h, "GBK", false);
	harness_wait_row(h, 0, "工作台");
	copy(h, "3");
	char *table = clipboard(h);
	assert_non_null(strstr(table, "构建科技创新能力支撑体系"));
	free(table);
	leave(h);
	harness_folder_remove(locale);
}

// Where the terminal's type is not known to take it, and at 4: a file, which never takes another's place.
static void test_else_a_new_file(void **state)
{
	(void)state;
	const char *const environment[] = {"TERM=screen-256color", NULL};
	char program[PATH_MAX], command[2 * PATH_MAX], path[PATH_MAX], row[64];
	assert_non_null(realpath(program_path(), program));
	office_set("platforms", "yz", "202403", "31");
	office_set("platforms", "yz", "202406", "33");
	snprintf(command, sizeof command, "cd %s && exec %s --period 2024Q2 %s", office.folder, program, office.file);
	const char *const argv[] = {"/bin/sh", "-c", command, NULL};
	struct harness *h = harness_start_with(argv, 24, 80, office.folder, environment);
	to_platforms(h);
	copy(h, "2");
	harness_wait(h, "已存成新文件复制.txt");
	copy(h, "4");
	harness_wait(h, "已存成新文件复制-2.txt");
	assert_null(clipboard(h));
	leave(h);
	snprintf(path, sizeof path, "%s/复制.txt", office.folder);
	FILE *file = fopen(path, "r");
	assert_non_null(file);
	assert_non_null(fgets(row, sizeof row, file));
	fclose(file);
	assert_string_equal(row, "国家级、省级研发平台\t个\t\t31\t33\t增2");
}

// Read-only there is no file: what the terminal does not take stays where it is, and that is said.
static void test_read_only_writes_nothing(void **state)
{
	(void)state;
	const char *const environment[] = {"TERM=screen-256color", NULL};
	struct harness *h = office_start_with(24, 80, "--browse", environment);
	office_bench(h);
	copy(h, "3");
	harness_wait(h, "此处又不能存文件");
	harness_send(h, "y");
	harness_wait(h, "复制(以制表符分隔)");
	harness_send(h, "4");
	harness_wait(h, "复制(以制表符分隔)");
	leave(h);
}

// The matrix, a ranking and a trend: a row as it stands there.
static void test_readers_tables(void **state)
{
	(void)state;
	static const struct { const char *keys, *title, *row; } screens[] = {
		{"F10 jz Enter Down*5", "矩阵", "研发平台\t69\t78\t64\t66\t76\t45\t58\t65\t64\t63\t89"},
		{"F10 2 Down*8 s", "排名", "1\t持平\t市本级\t88.9\t40/45个\t\t落后3.3\t还差5\t3.3\t增3"},
		{"F10 2 Down*8 c", "走势", "2024年上半年\t208\t255\t差47"},
		{"F10 2 Down*8 s Up F8", "指标定义", "市本级\t路径 30\t路径 33\t路径 36\t路径 39\t路径 42\t45\t演示文号〔2021〕1号"},
		{"F10 5 Down*4 Enter", "规划", "严重滞后\t指标\t国家级、省级研发平台\t~208/300个\t落后31.3\t"},
		{"F10 5 Down*4", "规划", "五\t构建科技创新能力支撑体系"},
	};
	const char *const argv[] = {program_path(), "--demo", NULL};
	for (size_t i = 0; i < sizeof screens / sizeof screens[0]; i++) {
		struct harness *h = harness_start_with(argv, 24, 80, NULL, NULL);
		harness_wait_row(h, 0, "工作台");
		harness_send(h, screens[i].keys);
		harness_wait_row(h, 0, screens[i].title);
		copy(h, "2");
		expect_clipboard(h, screens[i].row);
		leave(h);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_a_form_is_copied_by_cell_row_and_table, office_open, office_close),
		cmocka_unit_test_setup_teardown(test_every_table_can_be_copied, office_open, office_close),
		cmocka_unit_test_setup_teardown(test_a_gbk_terminal_is_handed_utf8, office_open, office_close),
		cmocka_unit_test_setup_teardown(test_else_a_new_file, office_open, office_close),
		cmocka_unit_test_setup_teardown(test_read_only_writes_nothing, office_open, office_close),
		cmocka_unit_test(test_readers_tables),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
