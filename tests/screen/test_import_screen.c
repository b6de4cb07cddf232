// SPDX-License-Identifier: MIT
// S10 in the real program: a table in GBK is found by its path, each cell told, the file's figure taken by a digit, all of it
// written as one op and taken back by one key; Esc and a form of another period change nothing.
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <cmocka.h>

#include "exchange/decode.h"
#include "tests/screen/harness.h"
#include "tests/screen/office.h"

static const char table[] = "指标,单位,报告期,填报数\n研发平台,禹州市,2024Q2,35\n孵化平台,禹州市,2024Q2,4\n"
	"技术合同成交额,禹州市,2024Q2,\"1,12\"\n";

static void write_file(const char *text)
{
	char path[600], *bytes = NULL;
	size_t len = 0;
	snprintf(path, sizeof path, "%s/t.csv", office.folder);
	assert_int_equal(decode_to_gb18030(text, strlen(text), &bytes, &len), ERR_OK);
	FILE *out = fopen(path, "w");
	assert_non_null(out);
	assert_int_equal(fwrite(bytes, 1, len, out), len);
	assert_int_equal(fclose(out), 0);
	free(bytes);
}

// The command list, its row 7, then the path (also where the folder of the test has tables of its own).
static struct harness *open_import(int rows, int cols)
{
	char path[600];
	struct harness *h = office_start(rows, cols);
	harness_type(h, ":");
	harness_wait(h, "导入文件中的数");
	harness_type(h, "7");
	harness_wait(h, "导入哪个文件");
	snprintf(path, sizeof path, "%s/t.csv", office.folder);
	harness_type(h, path);
	harness_wait(h, "t.csv");
	harness_send(h, "Enter");
	return h;
}

// What was refused stands beside the file, for mending.
static void assert_kept(void)
{
	char path[600], text[1024] = "";
	snprintf(path, sizeof path, "%s/t-未导入.csv", office.folder);
	FILE *in = fopen(path, "r");
	assert_non_null(in);
	assert_true(fread(text, 1, sizeof text - 1, in) > 0);
	fclose(in);
	assert_non_null(strstr(text, "技术合同成交额,禹州市,2024Q2,\"1,12\",\"无法确定"));
	assert_null(strstr(text, "孵化平台"));
	assert_int_equal(remove(path), 0);
}

static void test_written_and_taken_back(int rows, int cols)
{
	office_set("platforms", "yz", "2024Q2", "31");
	write_file(table);
	struct harness *h = open_import(rows, cols);
	harness_wait_row(h, 1, "t.csv  GB18030  3行      新增1 不同1 相同0 不予导入1");
	harness_wait_row(h, 3, ">    2 禹州     研发平台              31个        35          不同:保留现有");
	harness_wait(h, "将写入1格");
	harness_type(h, "2");
	harness_wait_row(h, 3, "不同:用文件数");
	harness_wait(h, "将写入2格");
	harness_send(h, "Down*2");
	harness_wait(h, "不予导入:无法确定“1,12”是1.12还是112");
	harness_send(h, "F9");
	harness_wait(h, "1 写入");
	harness_wait(h, "2 暂不写入");
	harness_type(h, "1");
	harness_wait(h, "已写入2格；不予导入的行存为t-未导入.csv");
	assert_kept();
	assert_true(office_cell_is("platforms", "yz", "202406", "35"));
	harness_type(h, ":");
	harness_wait(h, "导入文件中的数");
	harness_type(h, "1");
	harness_wait_row(h, 0, "选");
	harness_type(h, "4");
	harness_wait_row(h, 0, "填报       禹州市");
	harness_type(h, "u");
	harness_wait(h, "恢复为空");
	assert_true(office_cell_is("platforms", "yz", "202406", "31"));
	harness_stop(h);
}

static void test_small(void **state)
{
	(void)state;
	test_written_and_taken_back(24, 80);
}

static void test_large(void **state)
{
	(void)state;
	test_written_and_taken_back(50, 160);
}

// What import --dry-run tells beneath stands here beside the rows, and moves with what is taken.
static void test_findings_stand_beside_the_rows(void **state)
{
	(void)state;
	office_set("platforms", "yz", "2024Q1", "31");
	office_set("platforms", "yz", "2024Q2", "32");
	office_set("contracts", "yz", "2023Q2", "0.97");
	write_file("指标,单位,报告期,填报数\n研发平台,禹州市,2024Q2,330\n技术合同成交额,禹州市,2024Q2,11.2\n高新技术企业,禹州市,2024Q2,70\n");
	struct harness *h = open_import(24, 80);
	harness_wait_row(h, 4, "技术合同成交额          空      11.2    11.20 核实:见下");
	harness_wait(h, "将写入2格 -- 强制0 核实1");
	harness_wait_row(h, 3, "330          不同:保留现有");
	harness_type(h, "2");
	harness_wait_row(h, 3, "核实:见下");
	harness_wait(h, "是上期31的10.6倍");
	harness_wait(h, "将写入3格 -- 强制0 核实2");
	harness_type(h, "1");
	harness_wait(h, "将写入2格 -- 强制0 核实1");
	harness_send(h, "Down");
	harness_wait(h, "是上年同期0.97的11.5倍");
	harness_send(h, "F9");
	harness_wait(h, "1 写入");
	harness_wait(h, "── 将写入2格 -- 强制0 核实1");
	harness_stop(h);
}

// As a shell does it; what cannot be read is asked again with what was typed.
static void test_a_path_is_completed(void **state)
{
	(void)state;
	char path[600];
	write_file(table);
	snprintf(path, sizeof path, "%s/二季度", office.folder);
	assert_int_equal(mkdir(path, 0700), 0);
	struct harness *h = office_start(24, 80);
	harness_type(h, ":");
	harness_wait(h, "导入文件中的数");
	harness_type(h, "7");
	harness_wait(h, "导入哪个文件");
	harness_wait_row(h, 22, "Tab补全文件名");
	snprintf(path, sizeof path, "%s/", office.folder);
	harness_type(h, path);
	harness_send(h, "Tab");
	harness_wait_row(h, 22, "有2个以此开头：t.csv  二季度/");
	harness_type(h, "二");
	harness_send(h, "Tab");
	harness_wait(h, "二季度/");
	harness_send(h, "Tab");
	harness_wait_row(h, 22, "没有以此开头的CSV文件或文件夹");
	harness_type(h, "无.csv");
	harness_send(h, "Enter");
	harness_wait_row(h, 22, "无.csv");                      // why, and it can be mended
	harness_wait(h, "二季度/无.csv");
	harness_send(h, "^W ^U");
	harness_type(h, path);
	harness_type(h, "t");
	harness_send(h, "Tab");
	harness_wait(h, "t.csv");
	harness_send(h, "Enter");
	harness_wait_row(h, 1, "t.csv  GB18030");
	harness_stop(h);
	snprintf(path, sizeof path, "%s/二季度", office.folder);
	assert_int_equal(rmdir(path), 0);
}

static void test_nothing_changes(void **state)
{
	(void)state;
	write_file(table);
	struct harness *h = open_import(24, 80);
	harness_wait(h, "新增2");
	harness_send(h, "Esc");
	harness_wait_gone(h, "新增2");
	assert_null(office_cell("incubators", "yz", "202406"));
	harness_stop(h);
	write_file("报告期,2024年一季度\n指标,单位,填报数\n研发平台,禹州市,35\n");
	h = open_import(24, 80);
	harness_wait(h, "这是2024年一季度的表，不是2024年上半年的");
	harness_stop(h);
}

// The whole sentence on the lowest line but one, to what is to be done; the path stays to be tried again.
static void test_files_that_are_refused_whole(void **state)
{
	static const struct { const char *text, *says, *does; } files[] = {
		{"规划,zhengzhou\n指标,本期录入\n研发平台,35\n", "第1行：这是另一规划（zhengzhou）的表", "打开那一规划的文件再导入"},
		{"填报单位,某县\n指标,本期录入\n研发平台,35\n", "第1行：没有填报单位“某县”", "请写规划中已有单位的代码或名称"},
		{"报告期,2024年一季度\n指标,单位,填报数\n研发平台,禹州市,35\n", "这是2024年一季度的表", "请先选定该报告期再导入"},
		{"指标,单位,报告期,填报数\n研发平台,禹州市,20", "到第2行中途就断了，文件不全", "请重新取来或另存"},
		{"指标,单位,报告期,填报数\n研发平台,禹州市,2024Q2,\"35\n", "第2行：这里起的引号到文件末尾也没有成对", "引号请删去"},
		{"element,unit,period,value,format 9\nplatforms,yz,202406,35,\n", "由较新的程序写出（格式9，本程序为3）", "请用那个程序导入"},
		{"指\033[2J标,本期录入\n研发平台,35\n", "第1行第1列：“指<U+001B>[2J标”", "请改正或删去该列"},
	};
	(void)state;
	write_file(files[0].text);
	struct harness *h = open_import(24, 80);
	for (size_t i = 0; i < sizeof files / sizeof files[0]; i++) {
		if (i > 0) {
			write_file(files[i].text);
			harness_send(h, "Enter");
		}
		harness_wait(h, files[i].says);
		harness_wait(h, files[i].does);
		harness_wait(h, "/t.csv");
	}
	assert_null(office_cell("platforms", "yz", "202406"));
	harness_stop(h);
}

// Each refused in its row of the list, with its reason beneath; nothing of it is written.
static void test_lines_that_are_refused(void **state)
{
	static const struct { const char *line, *says; } lines[] = {
		{"研发平台,禹州市,2024Q2,=A1+3", "填报数：这是公式，不是数；请在电子表格中复制后按“值”粘贴"},
		{"研发平台,禹州市,2024Q2,3\033[2J5", "<U+001B>[2J"},
		{"研发平台,禹州市,2024Q2,35\n研发平台,禹州市,2024Q2,36", "请只留一行"},
	};
	(void)state;
	for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++) {
		char text[400];
		snprintf(text, sizeof text, "指标,单位,报告期,填报数\n%s\n", lines[i].line);
		write_file(text);
		struct harness *h = open_import(24, 80);
		harness_wait(h, "不予导入");
		harness_send(h, "End");
		harness_wait(h, lines[i].says);
		harness_stop(h);
	}
	assert_null(office_cell("platforms", "yz", "202406"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_small, office_open, office_close),
		cmocka_unit_test_setup_teardown(test_large, office_open, office_close),
		cmocka_unit_test_setup_teardown(test_findings_stand_beside_the_rows, office_open, office_close),
		cmocka_unit_test_setup_teardown(test_a_path_is_completed, office_open, office_close),
		cmocka_unit_test_setup_teardown(test_nothing_changes, office_open, office_close),
		cmocka_unit_test_setup_teardown(test_files_that_are_refused_whole, office_open, office_close),
		cmocka_unit_test_setup_teardown(test_lines_that_are_refused, office_open, office_close),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
