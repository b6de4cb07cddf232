// SPDX-License-Identifier: MIT
// kill -9 at a random moment of typing, pasting a block, importing and submitting: the file is whole, what the screen had shown
// as saved is there, what stood open is offered again, a paste, an import or a submission is there as a whole or not at all.
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
#include <cmocka.h>

#include "tests/screen/harness.h"
#include "tests/screen/office.h"
#include "tests/storage/program.h"

#define MOMENTS 20                  // of all kinds together; 200 by make soak
#define MOMENTS_SOAK 200
#define KINDS 5
#define IMPORTED 18                 // two quarters of nine rows
#define PASTED 4
#define TABLE 7                     // of the import's name in the command list

static const char *const elements[] = {"hitech_va", "industry_va", "leading_firms", "hitech_firms", "sme_firms", "platforms",
	"incubators", "contracts", "patents"};
#define ELEMENTS ((int)(sizeof elements / sizeof elements[0]))

struct outcome { int kills, after, hot, most_us; };  // AFTER: in the file already; HOT: half-way; MOST_US: the latest moment
#define FIRST_MOST_US 20000
static int moments_of_each(void)
{
	return (getenv("SOAK") != NULL ? MOMENTS_SOAK : MOMENTS) / KINDS;
}

// No figure occurs twice, so a figure in the file says of which moment it is.
static int figure_of(int moment, int row)
{
	return 1000 + moment * 20 + row;
}

// How many cells of UNIT bear a figure of this moment.
static int standing(const char *unit, int moment)
{
	struct program_result result = program_run("export", "--no-bom", "--file", office.file);
	int found = 0;
	assert_int_equal(result.status, 0);
	for (const char *line = strchr(result.out, '\n'); line != NULL; line = strchr(line + 1, '\n')) {
		char of[32];
		int period, figure;
		if (sscanf(line + 1, "%*31[^,],%31[^,],%d,%d,", of, &period, &figure) == 3 && strcmp(of, unit) == 0)
			found += figure >= figure_of(moment, 0) && figure < figure_of(moment + 1, 0);
	}
	return found;
}

static void expect_whole_file(void)
{
	struct program_result result = program_run("verify", "--file", office.file);
	if (result.status != 0)
		fail_msg("%s%s", result.out, result.err);
}

static void nap(int most_us)
{
	const struct timespec moment = {0, (long)(rand() % (most_us + 1)) * 1000};
	nanosleep(&moment, NULL);                               // not waited for anything: the moment is random
}

// A journal with something in it: the next to open the file takes back what was half written.
static bool is_hot(void)
{
	char journal[600];
	struct stat status;
	snprintf(journal, sizeof journal, "%s-journal", office.file);
	return stat(journal, &status) == 0 && status.st_size > 0;
}

// What the program wrote before its end is still read: the screen as the clerk saw it last.
static void kill_screen(struct harness *h, struct outcome *outcome)
{
	nap(outcome->most_us);
	harness_signal(h, SIGKILL);
	assert_int_equal(harness_wait_exit(h), 128 + SIGKILL);
	outcome->hot += is_hot();
}

// True: it had come to its end by itself, and well.
static bool kill_program(pid_t program, struct outcome *outcome)
{
	int status;
	nap(outcome->most_us);
	assert_int_equal(kill(program, SIGKILL), 0);
	assert_int_equal(waitpid(program, &status, 0), program);
	assert_true(WIFSIGNALED(status) || WEXITSTATUS(status) == 0);
	outcome->hot += is_hot();
	return WIFEXITED(status);
}

// Machines differ: what came too early is tried later and the other way round, so that as many kills fall on both sides.
static void count(struct outcome *outcome, bool in_file)
{
	outcome->kills++;
	outcome->after += in_file;
	outcome->most_us = outcome->most_us / 4 * (in_file ? 3 : 5);
}

static void report(const char *what, const struct outcome *outcome)
{
	print_message("# %s: %d kills, %d when it was in the file already, %d amid writing it\n", what, outcome->kills, outcome->after,
		outcome->hot);
}

// ------------------------------------------------------------ typing

// The open text of the row that bears NAME, or what stands in it.
static bool read_cell(struct harness *h, const char *name, char text[16], bool *open)
{
	int row, col;
	if (!harness_find(h, name, &row, &col))
		return false;
	const char *cell = strchr(harness_row(h, row), '[');
	if (cell == NULL)
		return false;
	*open = cell[1] != ' ';
	return sscanf(cell + 1, "%15[0-9]", text) == 1 || sscanf(cell + 1, " %15[0-9]", text) == 1;
}

// What was not seen to be open may have been kept all the same: the next moment begins without it.
static void forget_drafts(void)
{
	char state[600];
	snprintf(state, sizeof state, "%s/state", office.folder);
	harness_folder_remove(strdup(state));
}

// What stood open is offered at the next start, or more of it; then it is given up.
static void expect_offered(const char *text)
{
	char offered[64], open[64];
	struct harness *h = office_start(24, 80);
	snprintf(offered, sizeof offered, "“%s", text);
	harness_wait(h, "接着录入上次未存的");
	harness_wait(h, offered);
	harness_send(h, "0");
	snprintf(open, sizeof open, "[%s", text);
	harness_wait(h, open);
	harness_send(h, "Esc");
	harness_wait_row(h, 22, "已放弃键入的");
	harness_send(h, "Esc");
	harness_wait_row(h, 0, "工作台");
	harness_wait_gone(h, "接着录入");
	harness_stop(h);
}

static void type_and_kill(int moment, struct outcome *outcome)
{
	char keys[64], saved[16] = "", typed[16] = "", first[16], second[16];
	bool first_open = false, second_open = false;
	struct harness *h = office_form(24, 80);
	office_go(h, "研发平台");
	snprintf(first, sizeof first, "%d", figure_of(moment, 5));
	snprintf(second, sizeof second, "%d", figure_of(moment, 6));
	snprintf(keys, sizeof keys, "[%.2s ", first);
	harness_send_bytes(h, first, 2);
	harness_wait(h, keys);                                  // the moment is never before the cell is open
	snprintf(keys, sizeof keys, "%s\r%s", first + 2, second);
	harness_send_bytes(h, keys, strlen(keys));
	kill_screen(h, outcome);
	read_cell(h, "研发平台", saved, &first_open);
	read_cell(h, "孵化平台", typed, &second_open);
	harness_stop(h);
	expect_whole_file();
	bool in_file = standing("yz", moment) > 0;
	if (strcmp(saved, first) == 0 && !first_open)
		assert_true(in_file);
	if (second_open)
		expect_offered(typed);
	else if (first_open && !in_file)
		expect_offered(saved);
	forget_drafts();
	count(outcome, in_file);
}

static void test_typing(void **state)
{
	struct outcome outcome = {0, 0, 0, FIRST_MOST_US};
	(void)state;
	for (int i = 0; i < moments_of_each(); i++)
		type_and_kill(i, &outcome);
	report("typing", &outcome);
}

// ------------------------------------------------------------ a block, and a table

// ALL of it or nothing; all when the program SAID so.
static void expect_whole(const char *unit, int moment, int all, bool said, struct outcome *outcome)
{
	expect_whole_file();
	int found = standing(unit, moment);
	if (found != all && (found != 0 || said))
		fail_msg("%d of %d cells are there%s", found, all, said ? ", and all were said to be" : "");
	count(outcome, found == all);
}

static void test_paste(void **state)
{
	struct outcome outcome = {0, 0, 0, FIRST_MOST_US};
	(void)state;
	for (int i = 0; i < moments_of_each(); i++) {
		char block[128] = "\033[200~";
		struct harness *h = office_form(24, 80);
		office_go(h, "高新技术产业增加值");
		for (int row = 0; row < PASTED; row++)
			snprintf(block + strlen(block), sizeof block - strlen(block), "%d\n", figure_of(i, row));
		harness_send_bytes(h, block, strlen(block));
		harness_send_bytes(h, "\033[201~", 6);
		harness_wait(h, "粘贴 写入4 不能写0 不变0");
		harness_send(h, "Enter");
		kill_screen(h, &outcome);
		bool said = harness_find(h, "已存：粘贴写入4格", &(int){0}, &(int){0});
		harness_stop(h);
		expect_whole("yz", i, PASTED, said, &outcome);
		forget_drafts();
	}
	report("paste", &outcome);
}

static void write_table(char path[600], int moment)
{
	snprintf(path, 600, "%s/t.csv", office.folder);
	FILE *out = fopen(path, "w");
	assert_non_null(out);
	fprintf(out, "element,unit,period,value\n");
	for (int i = 0; i < IMPORTED; i++)
		fprintf(out, "%s,xc,%s,%d\n", elements[i % ELEMENTS], i < ELEMENTS ? "202403" : "202406", figure_of(moment, i));
	assert_int_equal(fclose(out), 0);
}

static void test_import(void **state)
{
	struct outcome outcome = {0, 0, 0, FIRST_MOST_US};
	char path[600];
	(void)state;
	for (int i = 0; i < moments_of_each(); i++) {
		write_table(path, i);
		bool said = kill_program(program_start("import", "--yes", "--replace", "--file", office.file, path), &outcome);
		expect_whole("xc", i, IMPORTED, said, &outcome);
	}
	report("import", &outcome);
}

static void test_import_on_screen(void **state)
{
	struct outcome outcome = {0, 0, 0, FIRST_MOST_US};
	char path[600], row[16];
	(void)state;
	snprintf(row, sizeof row, "%d", TABLE);
	for (int i = 0; i < moments_of_each(); i++) {
		write_table(path, i);
		struct harness *h = office_start(24, 80);
		harness_type(h, ":");
		harness_wait(h, "导入文件中的数");
		harness_type(h, row);
		harness_wait(h, "导入哪个文件");
		harness_type(h, path);
		harness_wait(h, "t.csv");
		harness_send(h, "Enter");
		harness_wait(h, "不予导入0");
		harness_send(h, "End");
		for (int cell = 0; i > 0 && cell < IMPORTED; cell++)
			harness_send(h, "2 Up");
		if (i > 0)
			harness_wait(h, "将写入18格");
		harness_send(h, "F9");
		harness_wait(h, "1 写入");
		harness_type(h, "1");
		kill_screen(h, &outcome);
		bool said = harness_find(h, "已写入18格", &(int){0}, &(int){0});
		harness_stop(h);
		expect_whole("xc", i, IMPORTED, said, &outcome);
	}
	report("import on the screen", &outcome);
}

// ------------------------------------------------------------ submitting

static bool is_submitted(void)
{
	static const char says[] = "\"state\":\"submitted\"";
	struct program_result result = program_run("reports", "--format", "json", "--period", "2024Q2", "--file", office.file);
	assert_int_equal(result.status, 0);
	const char *own = strstr(result.out, "\"unit\":\"xc\"");
	assert_non_null(own);
	return strncmp(strstr(own, "\"state\":"), says, strlen(says)) == 0;
}

// It is submitted and withdrawn by turns, each as often as it takes.
static void test_submit(void **state)
{
	struct outcome outcome = {0, 0, 0, FIRST_MOST_US};
	char path[600];
	bool submitted = false;
	(void)state;
	write_table(path, 0);
	assert_int_equal(program_run("import", "--yes", "--file", office.file, path).status, 0);
	assert_int_equal(program_run("operator", "--unit", "xc", "--role", "clerk", "--file", office.file).status, 0);
	for (int i = 0; i < moments_of_each(); i++) {
		const char *step = submitted ? "withdraw" : "submit";
		bool said = kill_program(program_start(step, "--period", "2024Q2", "--file", office.file), &outcome);
		bool now = is_submitted();
		expect_whole_file();
		if (said)
			assert_true(now != submitted);
		count(&outcome, now != submitted);
		submitted = now;
	}
	report("submit and withdraw", &outcome);
}

static int setup(void **state)
{
	srand(20240630);
	return office_open(state);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, office_close)
int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_typing), TEST(test_paste), TEST(test_import), TEST(test_import_on_screen), TEST(test_submit),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
