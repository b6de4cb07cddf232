// SPDX-License-Identifier: MIT
// duibiao --plain at a terminal that can do nothing: no byte but text and newlines comes, whatever is looked at, in both
// charsets, and what is typed there is kept.
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "tests/screen/office.h"
#include "tests/storage/program.h"

static struct harness *start(const char *const *environment)
{
	const char *const argv[] = {program_path(), "--plain", "--period", "202406", office.file, NULL};
	return harness_start_with(argv, 40, 100, office.folder, environment);
}

static void say(struct harness *h, const char *answer)
{
	harness_type(h, answer);
	harness_send(h, "Enter");
}

static void assert_plain(struct harness *h)
{
	size_t len;
	const char *bytes = harness_output(h, &len);
	for (size_t i = 0; i < len; i++)
		if (((unsigned char)bytes[i] < ' ' && strchr("\r\n", bytes[i]) == NULL) || bytes[i] == 0x7f)
			fail_msg("byte %d at %zu", bytes[i], i);
	assert_true(len > 1000);
}

static void look_around(struct harness *h)
{
	harness_wait(h, "0 结束");
	say(h, "1");
	harness_wait(h, "尚未上报");
	say(h, "3");
	harness_wait(h, "哪项指标");
	say(h, "省级研发平台");
	harness_wait(h, "禹州市：");
	say(h, "0");
	say(h, "8");
	harness_wait(h, "哪张报表");
	say(h, "0");
	say(h, "21");
	say(h, "1");
	harness_wait(h, "完成率%");
	say(h, "0");
	say(h, "23");
	say(h, "省级研发平台");
	harness_wait(h, "2023年: 无数");
	say(h, "0");
	say(h, "26");
	say(h, "1");
	say(h, "1");
	harness_wait(h, "校验码");
	say(h, "0");
	say(h, "0");
	say(h, "27");
	say(h, "1");
	say(h, "禹州");
	say(h, "研发平台");
	harness_wait(h, "假设为");
	say(h, "1,12");
	harness_wait(h, "未存");
	say(h, "44");
	harness_wait(h, "试算为");
	say(h, "3");
	say(h, "0");
}

static void test_dumb(void **state)
{
	(void)state;
	struct harness *h = start((const char *const[]){"TERM=dumb", NULL});
	look_around(h);
	say(h, "4");
	harness_wait(h, "哪个单位");
	say(h, "禹州");
	harness_wait(h, "第1格");
	say(h, "12.5");
	harness_wait(h, "第2格");
	say(h, "q");
	assert_int_equal(harness_wait_exit(h), 0);
	assert_plain(h);
	harness_stop(h);
	assert_true(office_cell_is("hitech_va", "yz", "202406", "12.5"));
}

static void test_hang_up(void **state)
{
	(void)state;
	struct harness *h = start((const char *const[]){"TERM=dumb", NULL});
	harness_wait(h, "0 结束");
	say(h, "4");
	say(h, "禹州");
	harness_wait(h, "第1格");
	harness_type(h, "12");
	harness_signal(h, SIGHUP);
	harness_wait_exit(h);
	harness_stop(h);
	assert_null(office_cell("hitech_va", "yz", "202406"));
}

static void test_gbk(void **state)
{
	char locale[512];
	(void)state;
	char *folder = harness_locale_new("zh_CN.GBK");
	snprintf(locale, sizeof locale, "LOCPATH=%s", folder);
	struct harness *h = start((const char *const[]){"TERM=dumb", "LC_ALL=zh_CN.GBK", "LANGUAGE=zh_CN", locale, NULL});
	harness_terminal(h, "GBK", false);
	look_around(h);
	say(h, "q");
	assert_int_equal(harness_wait_exit(h), 0);
	harness_stop(h);
	harness_folder_remove(folder);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_dumb, office_open, office_close),
		cmocka_unit_test_setup_teardown(test_hang_up, office_open, office_close),
		cmocka_unit_test_setup_teardown(test_gbk, office_open, office_close),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
