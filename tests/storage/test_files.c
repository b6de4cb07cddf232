// SPDX-License-Identifier: MIT
// Figures out of the program as files and back in, as a person runs it: what is there already is never touched, what cannot be
// written whole is not there at all, and a refused line keeps the file out.
#include <dirent.h>
#include <locale.h>
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

#define FIELDS "element,unit,period,value,qualifier,final,promised,note,doc"
#define HEADER FIELDS "\n"
#define EXPORTED FIELDS ",state,copied,explanation,format 3\n"

static char db[256], out[256];

static void assert_status(struct program_result result, int status, const char *says)
{
	if (result.status != status)
		fail_msg("status %d, not %d: %s%s", result.status, status, result.out, result.err);
	if (strstr(result.err, says) == NULL)
		fail_msg("\"%s\" does not say \"%s\"", result.err, says);
}

static int make_file(void **state)
{
	(void)state;
	program_reset();
	snprintf(db, sizeof db, "%s", fixture_path("files.db"));
	snprintf(out, sizeof out, "%s", fixture_path("out"));
	remove(db);
	remove(out);
	remove(fixture_path("in-未导入.csv"));
	assert_status(program_run("init", db), 0, "");
	return 0;
}

static int leave(void **state)
{
	(void)state;
	fixture_folder_done();
	return 0;
}

static void write_bytes(const char *path, const char *bytes, size_t len)
{
	FILE *file = fopen(path, "w");
	assert_non_null(file);
	assert_int_equal(fwrite(bytes, 1, len, file), len);
	fclose(file);
}

static void import_text(const char *text, const char *option, int status, const char *says)
{
	write_bytes(fixture_path("in.csv"), text, strlen(text));
	if (option != NULL)
		assert_status(program_run("import", "--file", db, option, fixture_path("in.csv")), status, says);
	else
		assert_status(program_run("import", "--file", db, fixture_path("in.csv")), status, says);
}

static bool exports(const char *line)
{
	return strstr(program_run("export", "--file", db).out, line) != NULL;
}

// Nothing but the database and OTHERS more files.
static void assert_files(int others)
{
	DIR *folder = opendir(fixture_folder());
	int found = 0;
	assert_non_null(folder);
	for (const struct dirent *entry = readdir(folder); entry != NULL; entry = readdir(folder))
		found += strstr(entry->d_name, "writing") != NULL || strcmp(entry->d_name, "out") == 0;
	closedir(folder);
	assert_int_equal(found, others);
}

// ------------------------------------------------------------ out

static void test_every_format_to_a_file(void **state)
{
	static const struct { const char *format, *begins; } formats[] = {
		{"text", "许昌市"}, {"md", "# 许昌市"}, {"html", "<!DOCTYPE html>"}, {"xlsx", "PK\003\004"}, {"csv", "\xEF\xBB\xBF"}, {"json", "{\"plan\":"},
	};
	(void)state;
	for (size_t i = 0; i < sizeof formats / sizeof formats[0]; i++) {
		size_t len;
		struct program_result result =
			program_run("report", "--file", db, "--period", "2023Q4", "--format", formats[i].format, "-o", out);
		assert_status(result, 0, "");
		assert_string_equal(result.out, "");
		char *bytes = program_bytes(out, &len);
		assert_int_equal(strncmp(bytes, formats[i].begins, strlen(formats[i].begins)), 0);
		free(bytes);
		remove(out);
	}
	assert_status(program_run("report", "--file", db, "--format", "docx"), 2, "text, md, html, csv, json and xlsx");
	assert_status(program_run("report", "--file", db, "--chapter", "11"), 2, "1 to 10");
	assert_status(program_run("report", "--file", db, "--period", "2023Q5"), 2, "2023Q5");
	assert_status(program_run("report", "--file", db, "--unit", "nobody"), 2, "nobody");
}

static void test_what_is_there_stays(void **state)
{
	size_t len;
	(void)state;
	write_bytes(out, "mine", 4);
	assert_status(program_run("export", "--file", db, "-o", out), 4, "exists already");
	char *bytes = program_bytes(out, &len);
	assert_string_equal(bytes, "mine");
	free(bytes);
	assert_status(program_run("report", "--file", db, "-o", fixture_folder()), 4, "folder");
	assert_status(program_run("report", "--file", db, "-o", "/no/such/folder/x"), 3, "cannot be written");
	assert_files(1);
}

static void test_force_replaces_a_file_and_nothing_else(void **state)
{
	struct stat status;
	(void)state;
	write_bytes(out, "mine", 4);
	chmod(out, 0640);
	assert_status(program_run("export", "--file", db, "-o", out, "--force"), 0, "");
	size_t len;
	char *bytes = program_bytes(out, &len);
	assert_non_null(strstr(bytes, "element,unit"));
	free(bytes);
	assert_int_equal(stat(out, &status), 0);
	assert_int_equal(status.st_mode & 0777, 0640);
	assert_files(1);
	remove(out);
	assert_status(program_run("form", "--file", db, "--unit", "yz", "--period", "2024Q1", "-o", out, "--force"), 0, "");
	assert_status(program_run("report", "--file", db, "-o", out, "--force"), 0, "");
	assert_status(program_run("report", "--file", db, "-o", fixture_folder(), "--force"), 4, "folder");
	assert_status(program_run("report", "--file", db, "-o", "/dev/full", "--force"), 4, "device");
	assert_int_equal(symlink(db, fixture_path("pointing")), 0);
	assert_status(program_run("report", "--file", db, "-o", fixture_path("pointing"), "--force"), 4, "link");
	remove(fixture_path("pointing"));
	assert_files(1);
}

static void test_a_full_disk(void **state)
{
	const char *const export[] = {"export", "--file", db, NULL};
	(void)state;
	assert_status(program_run_onto("/dev/full", export), 3, "");
	assert_status(program_run("export", "--file", db, "-o", "/dev/full"), 4, "");
	assert_files(0);
}

static void test_overview_without_a_terminal(void **state)
{
	struct program_result result = program_run(db);
	(void)state;
	assert_status(result, 0, "");
	assert_non_null(strstr(result.out, "chapter 十"));
	assert_non_null(strstr(result.out, "g10"));
}

// ------------------------------------------------------------ in

static void test_dry_run_changes_nothing(void **state)
{
	(void)state;
	import_text(HEADER "platforms,yz,202312,33,,,,,\nhitech_firms,city,202312,480,,,,,\nplatforms,cg,202312,\"1,12\",,,,,\n",
		"--dry-run", 1, "lines refused: 1");
	assert_false(exports("platforms,yz"));
	struct program_result result = program_run("import", "--dry-run", "--file", db, fixture_path("in.csv"));
	assert_non_null(strstr(result.out, "line 2 new"));
	assert_non_null(strstr(result.out, "line 3 differs"));
	assert_non_null(strstr(result.out, "line 4 refused"));
	assert_non_null(strstr(result.out, "1.12"));
}

static void test_one_refused_line_keeps_it_out(void **state)
{
	static const char text[] = HEADER "platforms,yz,202312,33,,,,,\nplatforms,cg,2023Q9,3,,,,,\n";
	(void)state;
	import_text(text, NULL, 2, "line 3");
	assert_false(exports("platforms,yz"));
	import_text(text, "--skip-refused", 0, "line 3");
	assert_true(exports("platforms,yz,202312,33,"));
	import_text("nonsense\n", NULL, 2, "line 1");
	assert_status(program_run("import", "--file", db, fixture_folder()), 2, "folder");
	assert_status(program_run("import", "--file", db, fixture_path("none.csv")), 3, "none.csv");
}

// Of the plan's own rules one is enough here: a part above its whole, both of them in the file.
static void test_a_try_tells_what_the_checks_say(void **state)
{
	(void)state;
	import_text(HEADER "rd_active_firms,yz,202312,9,,,,,\nindustry_firms,yz,202312,8,,,,,\nplatforms,yz,202309,30,,,,,\n"
		"platforms,yz,202312,3000,,,,,\n", "--dry-run", 0, "");
	struct program_result result = program_run("import", "--dry-run", "--file", db, fixture_path("in.csv"));
	assert_non_null(strstr(result.out, "line 2 check: "));
	assert_non_null(strstr(result.out, "line 5 check: "));
	assert_null(strstr(result.out, "line 4 check: "));
	assert_non_null(strstr(result.out, "checks of what would be written: hard 2, soft 1"));
}

static void assert_bytes(const char *path, const char *expected)
{
	size_t len;
	char *bytes = program_bytes(path, &len);
	assert_string_equal(bytes, expected);
	free(bytes);
}

// What is refused is kept beside the file, with the reason, and comes back once it is mended.
static void test_refused_lines_are_kept(void **state)
{
	static const char head[] = "报告期,2023年\n备注,指标,单位,本期数\n";
	char text[512], kept[256], mended[512];
	(void)state;
	snprintf(kept, sizeof kept, "%s", fixture_path("in-未导入.csv"));
	snprintf(text, sizeof text, "%s早,研发平台,禹州市,33\n\"a,\"\"b\"\"\",研发平台,长葛市,\"1,12\"\n'=x,研发平台,没有\n", head);
	import_text(text, "--skip-refused", 0, "line 4");
	size_t len;
	char *bytes = program_bytes(kept, &len);
	assert_non_null(strstr(bytes, "\xEF\xBB\xBF报告期,2023年\n备注,指标,单位,本期数,未导入原因\n\"a,\"\"b\"\"\",研发平台,长葛市,\"1,12\","));
	assert_non_null(strstr(bytes, "'=x,研发平台,没有,,"));
	assert_null(strstr(bytes, "禹州"));
	free(bytes);
	import_text(text, "--skip-refused", 0, "line 4");
	assert_int_equal(remove(fixture_path("in-未导入-2.csv")), 0);          // the first one was left alone
	snprintf(mended, sizeof mended, "%s", "报告期,2023年\n备注,指标,单位,本期数,未导入原因\n早,研发平台,长葛市,112,why\n");
	write_bytes(kept, mended, strlen(mended));
	assert_status(program_run("import", "--file", db, kept), 0, "");
	assert_true(exports("platforms,cg,202312,112,"));
	assert_bytes(kept, mended);
	remove(kept);
	import_text(HEADER "platforms,yz,202309,30,,,,,\n", "--skip-refused", 0, "");
	assert_status(program_run("import", "--file", db, kept), 3, "");          // nothing refused: no file
	assert_files(0);
}

static void test_present_figures_stay(void **state)
{
	(void)state;
	import_text(HEADER "platforms,yz,202312,33,,,,,\n", NULL, 0, "");
	import_text(HEADER "platforms,yz,202312,34,,,,,\nplatforms,cg,202312,50,,,,,\n", NULL, 0, "");
	assert_true(exports("platforms,yz,202312,33,"));
	assert_true(exports("platforms,cg,202312,50,"));
	import_text(HEADER "platforms,yz,202312,34,,,,,\n", "--replace", 0, "");
	assert_true(exports("platforms,yz,202312,34,"));
	struct program_result same = program_run("import", "--file", db, fixture_path("in.csv"));
	assert_status(same, 0, "");
	assert_non_null(strstr(same.out, "the same as what stands; nothing was written"));
	assert_null(strstr(same.out, "written:"));
	assert_status(program_run("verify", "--file", db), 0, "");
}

static void test_gb18030(void **state)
{
	// platforms,禹州市,202312,33,突破,,,测试备注文字,
	static const char bytes[] =
		HEADER "platforms,\xD3\xED\xD6\xDD\xCA\xD0,202312,33,\xCD\xBB\xC6\xC6,,,\xB2\xE2\xCA\xD4\xB1\xB8\xD7\xA2"
		       "\xCE\xC4\xD7\xD6,\n";
	(void)state;
	import_text(bytes, NULL, 0, "");
	assert_true(exports("platforms,yz,202312,33,突破,初步数,,测试备注文字,"));
	assert_status(program_run("export", "--file", db, "--encoding", "gb18030", "-o", out), 0, "");
	size_t len;
	char *written = program_bytes(out, &len);
	assert_int_equal(strncmp(written, EXPORTED, strlen(EXPORTED)), 0);
	assert_non_null(strstr(written, ",33,\xCD\xBB\xC6\xC6,"));
	free(written);
	assert_non_null(strstr(program_run("import", "--dry-run", "--file", db, out).out, "GB18030"));
	assert_status(program_run("import", "--file", db, out), 0, "");
	assert_status(program_run("export", "--file", db, "--encoding", "latin1"), 2, "latin1");
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup(name, make_file)
	const struct CMUnitTest tests[] = {
		TEST(test_every_format_to_a_file),
		TEST(test_what_is_there_stays),
		TEST(test_force_replaces_a_file_and_nothing_else),
		TEST(test_a_full_disk),
		TEST(test_overview_without_a_terminal),
		TEST(test_dry_run_changes_nothing),
		TEST(test_one_refused_line_keeps_it_out),
		TEST(test_a_try_tells_what_the_checks_say),
		TEST(test_refused_lines_are_kept),
		TEST(test_present_figures_stay),
		TEST(test_gb18030),
	};
	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, leave);
}
