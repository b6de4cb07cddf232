// SPDX-License-Identifier: MIT
// Paper out and in by the programs themselves: an empty form is filled in and read back, what does not belong is refused and
// changes nothing, and the printed report carries the check code that the log shows.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "tests/storage/fixture.h"
#include "tests/storage/program.h"

#define BEHIND 6              // fields of an empty form behind the figure

static char file[512], paper[512];

static int new_database(void **state)
{
	(void)state;
	program_reset();
	program_setenv("LANGUAGE", "en");
	snprintf(file, sizeof file, "%s", fixture_path("forms.db"));
	snprintf(paper, sizeof paper, "%s", fixture_path("form.csv"));
	assert_int_equal(program_run("init", file).status, 0);
	return 0;
}

static int remove_folder(void **state)
{
	(void)state;
	fixture_folder_done();
	return 0;
}

#define run(...) program_run(__VA_ARGS__, "--file", file)

static void assert_run(struct program_result result, int status, const char *says)
{
	if (result.status != status || (strstr(result.out, says) == NULL && strstr(result.err, says) == NULL))
		fail_msg("status %d, \"%s\" \"%s\" does not say \"%s\"", result.status, result.out, result.err, says);
}

static void write_paper(const char *text)
{
	FILE *out = fopen(paper, "w");
	assert_non_null(out);
	fputs(text, out);
	assert_int_equal(fclose(out), 0);
}

// As a clerk does it: the figure into the column that is empty.
static void fill_in(const char *code, const char *figure)
{
	static char text[1 << 16];
	static char filled[1 << 16];
	FILE *in = fopen(paper, "r");
	assert_non_null(in);
	text[fread(text, 1, sizeof text - 1, in)] = '\0';
	fclose(in);
	char *row = strstr(text, code), *end = strchr(row + 1, '\n'), *at = end - BEHIND;
	assert_memory_equal(at, ",,,,,,", BEHIND);
	snprintf(filled, sizeof filled, "%.*s%s%s", (int)(at - text), text, figure, at);
	write_paper(filled);
}

static void test_a_form_comes_back(void **state)
{
	(void)state;
	assert_run(run("set", "platforms", "yz", "2023Q4", "30"), 0, "30");
	assert_run(run("form", "--unit", "禹州市", "--period", "2024Q1", "-o", paper), 0, "");
	assert_run(run("import", paper), 0, "empty 9");
	fill_in("\nplatforms,", "33");
	assert_run(run("import", paper), 0, "written: 1 cells");
	assert_run(run("log", "--limit", "1"), 0, "empty to 33");
}

static void test_what_does_not_belong(void **state)
{
	(void)state;
	assert_run(run("form", "--unit", "yz", "--period", "2024Q1", "-o", paper), 0, "");
	fill_in("\nplatforms,", "33");
	assert_run(run("import", paper, "--unit", "cg"), 2, "not of 长葛市");
	assert_run(run("import", paper, "--period", "2024Q2"), 2, "not of first half of 2024");
	assert_run(run("form"), 2, "--unit");
	write_paper("规划,another\n指标,单位,报告期,填报数\n研发平台,yz,2024Q1,3\n");
	assert_run(run("import", paper), 2, "another plan");
	write_paper("指标,单位,报告期,填报数,备注\n研发平台,yz,2024Q1,3,\033[31m\n");
	assert_run(run("import", paper), 2, "control");
	write_paper("指标,单位,报告期,填报数\n研发平台,yz,2024Q1,3\n研发平台,禹州市,202403,4\n");
	assert_run(run("import", paper), 2, "line 2 has the same");
	assert_run(run("log", "--limit", "1"), 0, "imported");          // the published figures of init
}

static void test_the_paper_is_found_in_the_log(void **state)
{
	char code[32];
	(void)state;
	assert_run(run("set", "platforms", "yz", "2024Q1", "31", "--note", "<b>&", "--doc", "许科〔2024〕1号"), 0, "31");
	assert_run(run("set", "platforms", "yz", "2023Q4", "30"), 0, "30");
	assert_run(run("set", "contracts", "yz", "2023Q4", "2.15"), 0, "2.15");
	assert_run(run("set", "contracts", "yz", "2024Q1", "0.55"), 0, "0.55");
	assert_run(run("set", "incubators", "yz", "2024Q1", "未报(2024年4月20日补报)"), 0, "not reported");
	struct program_result result = run("report", "--form", "--unit", "yz", "--period", "2024Q1");
	assert_non_null(strstr(result.out, "not reported, to come  2024-04-20"));
	const char *at = strstr(result.out, "Check code: ");
	assert_non_null(at);
	snprintf(code, sizeof code, "  %.9s  ", at + strlen("Check code: "));
	assert_non_null(strstr(result.out, "Reviewed by:"));
	assert_non_null(strstr(result.out, "许科〔2024〕1号"));
	assert_non_null(strstr(result.out, "up 1"));
	assert_null(strstr(result.out, "down 1.60"));           // a total has begun anew
	assert_run(run("log", "--limit", "1"), 0, code);
	assert_run(run("report", "--form", "--unit", "yz", "--period", "2024Q1", "--format", "html"), 0, "&#60;b&#62;&#38;");
	assert_run(run("report", "--form", "--unit", "yz", "--period", "2024Q1", "--format", "html"), 0, "2024-04-20");
	assert_run(run("report", "--form", "--unit", "yz", "--format", "md"), 2, "text and html");
}

static char *exported(const char *database, size_t *len)
{
	static char all[512];
	snprintf(all, sizeof all, "%s", fixture_path("all.csv"));
	remove(all);
	assert_run(program_run("export", "-o", all, "--file", database), 0, "");
	return program_bytes(all, len);
}

// Everything but what is accepted by a report comes back: 未报 with its day, 不适用 with its reason, marks, words, explanations.
static void test_everything_comes_back(void **state)
{
	char second[512];
	size_t len, again_len;
	(void)state;
	write_paper("element,unit,period,value,qualifier,final,promised,note,doc,explanation\n"
		"platforms,yz,202403,33,突破,核定数,,\"two words, =1\",-许科1号,\"slip: 一家企业: 集中登记\nspread: 两家\"\n"
		"incubators,yz,202403,未报,,,20240709,,,\n"
		"contracts,yz,202403,1.12,,,,=x,,\n"
		"patents,yz,202403,不适用,,,,无,,\n");
	assert_run(run("import", paper), 0, "written: 4 cells");
	char *first = exported(file, &len);
	assert_non_null(strstr(first, "slip: 一家企业: 集中登记\nspread: 两家"));
	snprintf(second, sizeof second, "%s", fixture_path("second.db"));
	assert_run(program_run("init", second), 0, "");
	assert_run(program_run("import", fixture_path("all.csv"), "--file", second), 0, "written: 4 cells");
	char *again = exported(second, &again_len);
	assert_int_equal(len, again_len);
	assert_memory_equal(first, again, len);
	assert_run(program_run("verify", "--file", second), 0, "");
	free(first);
	free(again);
	write_paper("指标,单位,报告期,填报数,核实说明\nplatforms,yz,202403,34,slip: 改正\n");
	assert_run(run("import", paper, "--replace"), 0, "written: 1 cells");
	write_paper("指标,单位,报告期,填报数,核实说明\nplatforms,yz,202403,35,只有说明\n");
	assert_run(run("import", paper, "--replace"), 2, "begins with the rule");
	write_paper("指标,单位,报告期,填报数,核实说明\nplatforms,yz,202403,35,slip: \033[1m\n");
	assert_run(run("import", paper, "--replace"), 2, "begins with the rule");
	assert_run(run("verify"), 0, "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_a_form_comes_back, new_database, remove_folder),
		cmocka_unit_test_setup_teardown(test_everything_comes_back, new_database, remove_folder),
		cmocka_unit_test_setup_teardown(test_what_does_not_belong, new_database, remove_folder),
		cmocka_unit_test_setup_teardown(test_the_paper_is_found_in_the_log, new_database, remove_folder),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
