// SPDX-License-Identifier: MIT
// See office.h.
#include "tests/screen/office.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "tests/storage/program.h"

#define WHOLE_PLAN_ROWS 12

struct office office;

static void expect_done(struct program_result result)
{
	if (result.status != 0)
		print_error("%s\n", result.err);
	assert_int_equal(result.status, 0);
}

int office_open_unnamed(void **state)
{
	(void)state;
	office.folder = harness_folder_new();
	snprintf(office.file, sizeof office.file, "%s/plan.db", office.folder);
	program_reset();
	expect_done(program_run("init", office.file));
	return 0;
}

int office_open(void **state)
{
	office_open_unnamed(state);
	office_name("张三", "planner");
	return 0;
}

void office_name(const char *name, const char *role)
{
	expect_done(program_run("operator", "--name", name, "--dept", "kjj", "--role", role, "--file", office.file));
}

int office_close(void **state)
{
	(void)state;
	harness_folder_remove(office.folder);
	return 0;
}

void office_set(const char *element, const char *unit, const char *period, const char *value)
{
	expect_done(program_run("set", element, unit, period, value, "--file", office.file));
}

void office_set_city(const char *element, const char *period, const char *value)
{
	expect_done(program_run("set", element, "许昌市", period, value, "--doc", "许科〔2024〕1号", "--file", office.file));
}

char *office_cell(const char *element, const char *unit, const char *period)
{
	char begin[128];
	snprintf(begin, sizeof begin, "\n%s,%s,%s,", element, unit, period);
	struct program_result result = program_run("export", "--no-bom", "--file", office.file);
	assert_int_equal(result.status, 0);
	const char *at = strstr(result.out, begin);
	if (at == NULL)
		return NULL;
	at += strlen(begin);
	return strndup(at, strcspn(at, "\r\n"));
}

bool office_cell_is(const char *element, const char *unit, const char *period, const char *begin)
{
	char *cell = office_cell(element, unit, period);
	bool same = cell != NULL && strncmp(cell, begin, strlen(begin)) == 0;
	if (!same)
		print_error("%s of %s in %s is %s, not %s\n", element, unit, period, cell != NULL ? cell : "not there", begin);
	free(cell);
	return same;
}

struct harness *office_start_with(int rows, int cols, const char *option, const char *const *environment)
{
	const char *argv[8] = {program_path(), "--period", "2024Q2"};
	int len = 3;
	if (option != NULL)
		argv[len++] = option;
	argv[len] = office.file;
	return harness_start_with(argv, rows, cols, office.folder, environment);
}

struct harness *office_start(int rows, int cols)
{
	struct harness *h = office_start_with(rows, cols, NULL, NULL);
	harness_wait(h, rows < WHOLE_PLAN_ROWS ? "F1" : "十 强化规划实施保障");
	return h;
}

struct harness *office_form(int rows, int cols)
{
	struct harness *h = office_start(rows, cols);
	harness_send(h, "F4");
	harness_wait_row(h, 0, "选单位");
	harness_send(h, "4");
	harness_wait_row(h, 0, "填报");
	return h;
}

// A picture may come in pieces, the cursor last.
static bool cursor_is_on_the_marked_row(struct harness *h, void *ctx)
{
	int row, col;
	bool visible;
	(void)ctx;
	harness_cursor(h, &row, &col, &visible);
	return strcmp(harness_cell(h, row, 0).text, ">") == 0;
}

void office_go(struct harness *h, const char *name)
{
	char focused[128], other[128], keys[32];
	int from, row, col;
	bool visible;
	snprintf(focused, sizeof focused, ">%s", name);
	snprintf(other, sizeof other, " %s", name);
	harness_wait(h, name);
	harness_wait_until(h, cursor_is_on_the_marked_row, NULL);
	if (harness_find(h, focused, &row, &col))
		return;
	assert_true(harness_find(h, other, &row, &col));
	harness_cursor(h, &from, &col, &visible);
	snprintf(keys, sizeof keys, "%s*%d", row > from ? "Down" : "Up", abs(row - from));
	harness_send(h, keys);
	harness_wait(h, focused);
}

void office_bench(struct harness *h)
{
	harness_wait_row(h, 0, "总览");
	harness_send(h, "F10 091");
	harness_wait_row(h, 0, "工作台");
}
