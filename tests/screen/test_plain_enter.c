// SPDX-License-Identifier: MIT
// The same figures typed on the screen and line by line (--plain): both files hold the same afterwards, and both refuse the same.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "tests/screen/office.h"
#include "tests/storage/fixture.h"
#include "tests/storage/program.h"

static const struct { const char *row, *typed, *shown; } cells[] = {
	{"技术合同成交额", "1.12亿", "[     1.12]"}, {"高新技术企业", "380以上", "[  380以上]"}, {"科技型中小企业", "９８０左右", "[  980左右]"},
	{"孵化平台", "未报（7月9日补报）", "[     未报]"}, {"研发平台", "33", "[       33]"}, {"高价值发明专利", "突破380", "[  突破380]"},
};
#define CELLS (sizeof cells / sizeof cells[0])

static void on_the_screen(void)
{
	struct harness *h = office_form(24, 80);
	for (size_t i = 0; i < CELLS; i++) {
		office_go(h, cells[i].row);
		harness_type(h, cells[i].typed);
		harness_send(h, "Enter");
		harness_wait(h, cells[i].shown);
	}
	office_go(h, "技术合同成交额");
	harness_type(h, "1,12");
	harness_send(h, "Enter");
	harness_wait(h, "1.12还是112");
	harness_send(h, "Esc");
	harness_signal(h, 15);
	harness_wait_exit(h);
	harness_stop(h);
}

static void line_by_line(const char *file)
{
	char answers[1024] = "4\n禹州\n";
	size_t len = strlen(answers);
	for (size_t i = 0; i < CELLS; i++)
		len += (size_t)snprintf(answers + len, sizeof answers - len, "#\n%s\n%s\n", cells[i].row, cells[i].typed);
	snprintf(answers + len, sizeof answers - len, "4\n禹州\n#\n%s\n1,12\n.\n", cells[0].row);      // the last cell ends the form
	program_setenv("LANGUAGE", "zh_CN");
	program_answers(answers, strlen(answers));
	struct program_result result = program_run("--plain", "--period", "2024Q2", file);
	program_answers(NULL, 0);
	assert_int_equal(result.status, 0);
	if (strstr(result.out, "1.12还是112") == NULL)
		fail_msg("it is not refused: %s", result.out);
}

static char *exported(const char *file)
{
	struct program_result result = program_run("export", "--no-bom", "--file", file);
	assert_int_equal(result.status, 0);
	return strdup(result.out);
}

static void test_both_files_hold_the_same(void **state)
{
	(void)state;
	char other[512];
	snprintf(other, sizeof other, "%s", fixture_path("other.db"));
	assert_int_equal(program_run("init", other).status, 0);
	on_the_screen();
	line_by_line(other);
	char *screen = exported(office.file), *lines = exported(other);
	assert_non_null(strstr(screen, "platforms,yz,202406,33,"));
	assert_string_equal(screen, lines);
	free(screen);
	free(lines);
	fixture_folder_done();
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test_setup_teardown(test_both_files_hold_the_same, office_open, office_close)};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
