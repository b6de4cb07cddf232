// SPDX-License-Identifier: MIT
// Four desks and two browsing programs on one file, at ten times the pace of people: every figure keyed in stands in the log,
// no desk is told of an error, the browsing programs show what the desks saved. How long a save took is told, not judged.
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
#include <cmocka.h>

#include "tests/screen/harness.h"
#include "tests/screen/office.h"
#include "tests/storage/program.h"

#define DESKS 4
#define BROWSERS 2                  // of the first desks' units
#define SECONDS 10                  // 300 by make soak
#define SECONDS_SOAK 300
#define ROWS 9
#define FIRST_ROW 2                 // of the form, on the screen
#define FIRST_FIGURE 1000
#define LAST_YEAR 900               // beside which none of the figures is strange enough to be asked about
#define THINK_MS 300                // between two figures in the mean; a clerk takes some three seconds
#define SLOW_US 1000000
#define MOST_SAVES 4000

static const char *const units[DESKS] = {"wd", "ja", "yz", "cg"};
static const char *const unit_keys[DESKS] = {"2", "3", "4", "5"};
static const char *const elements[ROWS] = {"hitech_va", "industry_va", "leading_firms", "hitech_firms", "sme_firms", "platforms",
	"incubators", "contracts", "patents"};

struct told { int saves, steps, rounds; int32_t us[MOST_SAVES]; int64_t seen_us; };     // what a desk tells when it ends
struct pipes { int told[2], news[2], seen[2]; };                // desk to parent; desk to its browser, and back

static int64_t now_us(void)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000000 + t.tv_nsec / 1000;
}

static void think(void)
{
	const struct timespec pause = {0, (long)(rand() % (2 * THINK_MS)) * 1000000};      // a pace; nothing is waited for
	nanosleep(&pause, NULL);
}

// ------------------------------------------------------------ the screen

static struct harness *open_form(int desk, const char *option)
{
	struct harness *h = office_start_with(24, 80, option, NULL);
	harness_wait(h, "十 强化规划实施保障");
	harness_send(h, "F10 1");
	harness_wait_row(h, 0, "选单位");
	harness_send(h, unit_keys[desk]);
	harness_wait_row(h, 0, "填报 ");
	return h;
}

struct shown { int row, figure; };

// As it is saved: at the right end of the cell. One that is open stands at its left end.
static bool figure_is_shown(struct harness *h, void *ctx)
{
	const struct shown *shown = ctx;
	char whole[16], decimals[16];
	const char *row = harness_row(h, FIRST_ROW + shown->row);
	snprintf(whole, sizeof whole, " %d", shown->figure);
	snprintf(decimals, sizeof decimals, " %d.00", shown->figure);
	return strstr(row, whole) != NULL || strstr(row, decimals) != NULL;
}

static void expect_no_error(struct harness *h)
{
	static const char *const words[] = {"SQL", "database", "数据库", "locked", "锁", "正忙", "失败", "未保存"};
	for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
		if (harness_find(h, words[i], &(int){0}, &(int){0})) {
			harness_dump(h, stderr);
			fail_msg("\"%s\" is on the screen", words[i]);
		}
}

// ------------------------------------------------------------ a desk, and who looks at it

static void save_one(struct harness *h, int row, struct told *told)
{
	struct shown shown = {row, FIRST_FIGURE + told->saves};
	char digits[16];
	assert_true(told->saves < MOST_SAVES);
	snprintf(digits, sizeof digits, "%d", shown.figure);
	harness_type(h, digits);
	snprintf(digits, sizeof digits, "[%d ", shown.figure);
	harness_wait(h, digits);
	int64_t began = now_us();
	harness_send(h, "Enter");
	harness_wait_until(h, figure_is_shown, &shown);
	told->us[told->saves++] = (int32_t)(now_us() - began);
	expect_no_error(h);
}

static void step(const char *name, int desk, struct told *told)
{
	struct program_result result = program_run(name, "--unit", units[desk], "--period", "2024Q2", "--file", office.file);
	if (result.status != 0)
		fail_msg("%s: %s", name, result.err);
	told->steps++;
}

static void tell_browser(const struct pipes *pipes, struct told *told)
{
	int32_t last = told->saves;
	int64_t began = now_us();
	assert_int_equal(write(pipes->news[1], &last, sizeof last), sizeof last);
	assert_int_equal(read(pipes->seen[0], &last, sizeof last), sizeof last);
	int64_t took = now_us() - began;
	told->seen_us = took > told->seen_us ? took : told->seen_us;
}

// All rows in turn, then the report goes in and comes back.
static void sit_at_desk(int desk, const struct pipes *pipes, int64_t end)
{
	static struct told told;
	struct harness *h = open_form(desk, NULL);
	srand((unsigned)desk + 1);
	while (now_us() < end) {
		office_go(h, "高新技术产业增加值");
		for (int row = 0; row < ROWS; row++) {
			save_one(h, row, &told);
			think();
		}
		if (desk < BROWSERS)
			tell_browser(pipes, &told);
		step("submit", desk, &told);
		think();
		step("withdraw", desk, &told);
		told.rounds++;
	}
	close(pipes->news[1]);
	harness_stop(h);
	assert_int_equal(write(pipes->told[1], &told, sizeof told), sizeof told);
}

static void browse(int desk, const struct pipes *pipes)
{
	struct harness *h = open_form(desk, "--browse");
	int32_t saves;
	while (read(pipes->news[0], &saves, sizeof saves) == (ssize_t)sizeof saves) {
		for (int row = 0; row < ROWS; row++) {
			struct shown shown = {row, FIRST_FIGURE + saves - ROWS + row};
			harness_wait_until(h, figure_is_shown, &shown);
		}
		expect_no_error(h);
		assert_int_equal(write(pipes->seen[1], &saves, sizeof saves), sizeof saves);
	}
	harness_stop(h);
}

// ------------------------------------------------------------ afterwards

// In the log of UNIT: how often a figure became FIGURE.
static int times_logged(const char *log, int figure)
{
	char became[32];
	int times = 0;
	size_t len = (size_t)snprintf(became, sizeof became, " to %d", figure);
	for (const char *at = strstr(log, became); at != NULL; at = strstr(at + len, became))
		times += at[len] < '0' || at[len] > '9';
	return times;
}

static int count(const char *log, const char *word)
{
	int times = 0;
	for (const char *at = strstr(log, word); at != NULL; at = strstr(at + 1, word))
		times++;
	return times;
}

static void expect_all_logged(int desk, const struct told *told)
{
	struct program_result result = program_run("log", "--unit", units[desk], "--limit", "100000", "--file", office.file);
	assert_int_equal(result.status, 0);
	for (int i = 0; i < told->saves; i++)
		if (times_logged(result.out, FIRST_FIGURE + i) != 1)
			fail_msg("%s: %d stands %d times in the log", units[desk], FIRST_FIGURE + i, times_logged(result.out, FIRST_FIGURE + i));
	assert_int_equal(count(result.out, "  submit  ") + count(result.out, "  withdraw  "), told->steps);
	assert_true(told->rounds > 0);
}

static int compare(const void *a, const void *b)
{
	return (*(const int32_t *)a > *(const int32_t *)b) - (*(const int32_t *)a < *(const int32_t *)b);
}

static void report(const struct told told[DESKS])
{
	static int32_t all[DESKS * MOST_SAVES];
	int len = 0, slow = 0, steps = 0;
	for (int desk = 0; desk < DESKS; desk++) {
		memcpy(all + len, told[desk].us, (size_t)told[desk].saves * sizeof all[0]);
		len += told[desk].saves;
		steps += told[desk].steps;
	}
	qsort(all, (size_t)len, sizeof all[0], compare);
	for (int i = 0; i < len; i++)
		slow += all[i] > SLOW_US;
	print_message("# %d saves and %d steps: key to saved p50 %.1f ms, p99 %.1f ms, longest %.1f ms, over 1 s: %d\n", len, steps,
		all[len / 2] / 1e3, all[len * 99 / 100] / 1e3, all[len - 1] / 1e3, slow);
	for (int desk = 0; desk < BROWSERS; desk++)
		print_message("# browsing program %d showed %d rounds, each after %.1f s at most\n", desk + 1, told[desk].rounds,
			(double)told[desk].seen_us / 1e6);
}

// ------------------------------------------------------------ all of them at once

static void begin_with_figures(void)
{
	char path[600];
	snprintf(path, sizeof path, "%s/t.csv", office.folder);
	FILE *out = fopen(path, "w");
	assert_non_null(out);
	fprintf(out, "element,unit,period,value\n");
	for (int desk = 0; desk < DESKS; desk++)
		for (int row = 0; row < ROWS; row++)
			fprintf(out, "%s,%s,202306,%d\n%s,%s,202406,%d\n", elements[row], units[desk], LAST_YEAR + row, elements[row],
				units[desk], LAST_YEAR + row);
	assert_int_equal(fclose(out), 0);
	assert_int_equal(program_run("import", "--yes", "--file", office.file, path).status, 0);
	assert_int_equal(program_run("operator", "--unit", "city", "--role", "planner", "--file", office.file).status, 0);
}

static void close_unless(int fd, bool kept)
{
	if (!kept)
		close(fd);
}

// What the others hold would keep a pipe open beyond its end.
static void keep_only(const struct pipes pipes[DESKS], int desk, bool is_desk)
{
	for (int i = 0; i < DESKS; i++) {
		close_unless(pipes[i].told[0], desk < 0);
		close_unless(pipes[i].told[1], i == desk && is_desk);
		close_unless(pipes[i].news[0], i == desk && !is_desk);
		close_unless(pipes[i].news[1], i == desk && is_desk);
		close_unless(pipes[i].seen[0], i == desk && is_desk);
		close_unless(pipes[i].seen[1], i == desk && !is_desk);
	}
}

static pid_t start(const struct pipes pipes[DESKS], int desk, bool is_desk, int64_t end)
{
	pid_t child = fork();
	assert_true(child >= 0);
	if (child > 0)
		return child;
	keep_only(pipes, desk, is_desk);
	if (is_desk)
		sit_at_desk(desk, &pipes[desk], end);
	else
		browse(desk, &pipes[desk]);
	_exit(0);
}

static void hear(int from, struct told *told)
{
	size_t len = 0;
	ssize_t got;
	while (len < sizeof *told && (got = read(from, (char *)told + len, sizeof *told - len)) > 0)
		len += (size_t)got;
	assert_int_equal(len, sizeof *told);
}

static void test_desks(void **state)
{
	static struct told told[DESKS];
	struct pipes pipes[DESKS];
	pid_t children[DESKS + BROWSERS];
	int status;
	(void)state;
	begin_with_figures();
	for (int i = 0; i < DESKS; i++)
		assert_true(pipe(pipes[i].told) == 0 && pipe(pipes[i].news) == 0 && pipe(pipes[i].seen) == 0);
	int64_t end = now_us() + (getenv("SOAK") != NULL ? SECONDS_SOAK : SECONDS) * INT64_C(1000000);
	for (int i = 0; i < DESKS + BROWSERS; i++)
		children[i] = start(pipes, i < DESKS ? i : i - DESKS, i < DESKS, end);
	keep_only(pipes, -1, false);
	for (int i = 0; i < DESKS; i++)
		hear(pipes[i].told[0], &told[i]);
	for (int i = 0; i < DESKS + BROWSERS; i++) {
		assert_int_equal(waitpid(children[i], &status, 0), children[i]);
		assert_true(WIFEXITED(status) && WEXITSTATUS(status) == 0);
	}
	assert_int_equal(program_run("verify", "--file", office.file).status, 0);
	for (int i = 0; i < DESKS; i++)
		expect_all_logged(i, &told[i]);
	report(told);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test_setup_teardown(test_desks, office_open, office_close)};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
