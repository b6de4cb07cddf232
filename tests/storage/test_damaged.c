// SPDX-License-Identifier: MIT
// A damaged file as a person meets it: no command dies, none says a word of SQLite's, and a refusal says what to do.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "tests/storage/fixture.h"
#include "tests/storage/program.h"

#define PAGE 4096
#define WHOLE "whole.db"
#define COPY "damaged.db"

static char *whole;
static size_t whole_len;

static void put(const char *name, const char *bytes, size_t len)
{
	FILE *file = fopen(fixture_path(name), "wb");
	assert_non_null(file);
	assert_int_equal(fwrite(bytes, 1, len, file), len);
	assert_int_equal(fclose(file), 0);
}

static int make_whole(void **state)
{
	(void)state;
	fixture_folder();
	assert_int_equal(program_run("init", fixture_path(WHOLE)).status, 0);
	assert_int_equal(program_run("set", "platforms", "yz", "2024Q1", "31", "--file", fixture_path(WHOLE)).status, 0);
	whole = program_bytes(fixture_path(WHOLE), &whole_len);
	assert_non_null(whole);
	assert_true(whole_len > 40 * PAGE);
	assert_int_equal(mkdir(fixture_path("readers"), 0755), 0);
	return 0;
}

static int done(void **state)
{
	(void)state;
	free(whole);
	fixture_folder_done();
	program_reset();
	return 0;
}

// ------------------------------------------------------------ the damage

// Bytes [AT, AT + LEN) become FILL; TO: how much of the file is left, in pages, 0: all. AT counts from page OF, the first is 0.
static const struct damage { const char *what; size_t of, at, len; int fill; size_t to; } damages[] = {
	{"first bytes", 0, 0, 16, 'x', 0}, {"page size", 0, 16, 2, 0x03, 0}, {"version of the format", 0, 18, 2, 0x09, 0},
	{"schema format", 0, 44, 4, 0x63, 0}, {"encoding", 0, 56, 4, 0x09, 0}, {"all of the header", 0, 0, 100, 0, 0},
	{"the schema", 0, 100, PAGE - 100, 0xFF, 0}, {"second page", 1, 0, PAGE, 0xFF, 0}, {"third page", 2, 0, PAGE, 0, 0},
	{"tenth page", 9, 0, PAGE, 0xFF, 0}, {"its head", 11, 0, 8, 0x0D, 0}, {"its cells", 14, 8, 200, 0x41, 0},
	{"twentieth page", 19, 0, PAGE, 0x5A, 0}, {"cut at half", 0, 0, 0, 0, 20}, {"one page left", 0, 0, 0, 0, 1},
};

static void damage(const struct damage *d)
{
	char *bytes = malloc(whole_len);
	assert_non_null(bytes);
	memcpy(bytes, whole, whole_len);
	memset(bytes + d->of * PAGE + d->at, d->fill, d->len);
	put(COPY, bytes, d->to == 0 ? whole_len : d->to * PAGE);
	free(bytes);
}

// ------------------------------------------------------------ what is said

#define MOST 8
static const char *const commands[][MOST] = {
	{"--period", "2024Q1"}, {"report"}, {"reports"}, {"export"}, {"check"}, {"log"}, {"verify"}, {"bulletin"}, {"plan", "show"},
	{"set", "platforms", "yz", "2024Q1", "32"}, {"form", "--unit", "yz"}, {"submit", "--unit", "yz"}, {"publish"}, {"backup"},
	{"corrections"}, {"operator", "--name", "x", "--unit", "yz", "--role", "clerk"},
};

static struct program_result run_on(const char *const words[], const char *file)
{
	const char *all[MOST + 4];
	size_t len = 0;
	while (words[len] != NULL) {
		all[len] = words[len];
		len++;
	}
	if (strcmp(words[0], "publish") == 0)
		all[len++] = fixture_path("readers");
	if (strcmp(words[0], "backup") == 0)
		all[len++] = fixture_path("copy.db");
	all[len++] = "--file";
	all[len++] = file;
	all[len] = NULL;
	unlink(fixture_path("copy.db"));
	return program_run_list(all);
}

static int faults;

// All of them are told before the test fails.
#define fault(...) (faults++, print_error(__VA_ARGS__))

static void lacks(const char *said, const char *what, const char *const command[])
{
	static const char *const words[] = {"malformed", "disk image", "not a database", "SQLite", "sqlite", "Tree ", "btree", "reelist",
		"b-tree", "main.", "rowid", "SQL", "no such table", "syntax error"};
	for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
		if (strstr(said, words[i]) != NULL)
			fault("%s, %s: \"%s\" is in: %s\n", what, command[0], words[i], said);
}

// A backup, verify, the right file: one of them is named.
static void says_what_to_do(const char *said, const char *what, const char *const command[])
{
	static const char *const ways[] = {"backup", "duibiao verify", "备份", "duibiao init", "请"};
	for (size_t i = 0; i < sizeof ways / sizeof ways[0]; i++)
		if (strstr(said, ways[i]) != NULL)
			return;
	fault("%s, %s: nothing to do in: %s\n", what, command[0], said);
}

static void hold(const char *what)
{
	static const char *const languages[] = {"en", "zh_CN"};
	char *file = strdup(fixture_path(COPY));
	size_t len;
	for (size_t l = 0; l < 2; l++) {
		program_setenv("LANGUAGE", languages[l]);
		for (size_t i = 0; i < sizeof commands / sizeof commands[0]; i++) {
			char *before = program_bytes(file, &len);
			struct program_result result = run_on(commands[i], file);
			lacks(result.err, what, commands[i]);
			lacks(result.out, what, commands[i]);
			if (result.status > 4)
				fault("%s, %s: ended with %d\n", what, commands[i][0], result.status);
			if (result.status == 3)
				says_what_to_do(result.err, what, commands[i]);
			put(COPY, before, len);
			free(before);
		}
	}
	free(file);
	assert_int_equal(faults, 0);
}

static void test_no_word_of_sqlite(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof damages / sizeof damages[0]; i++) {
		damage(&damages[i]);
		hold(damages[i].what);
	}
}

static void test_not_a_database(void **state)
{
	static const char text[] = "单位,指标,报告期,填报数\n禹州市,研发平台,2024Q1,31\n";
	(void)state;
	put(COPY, text, sizeof text - 1);
	hold("a table");
	put(COPY, whole, 60);
	hold("sixty bytes");
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(test_no_word_of_sqlite), cmocka_unit_test(test_not_a_database)};
	return cmocka_run_group_tests(tests, make_whole, done);
}
