// SPDX-License-Identifier: MIT
// What finds a row: Han, pinyin initials by every reading, ids, numbers, English; and what does not.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "core/match.h"
#include "core/pinyin.h"

static void test_every_reading_counts(void **state)
{
	(void)state;
	assert_true(pinyin_begins(0x91CD, 'z') && pinyin_begins(0x91CD, 'c'));          // 重: zhong, chong
	assert_false(pinyin_begins(0x91CD, 't'));                                       // tong in old books only
	assert_true(pinyin_begins(0x884C, 'x') && pinyin_begins(0x884C, 'h'));          // 行: xing, hang
	assert_true(pinyin_begins(0x957F, 'c') && pinyin_begins(0x957F, 'z'));          // 长: chang, zhang
	assert_true(pinyin_begins(0x897F, 'x'));                                        // 西
	assert_true(pinyin_begins(0x6069, 'e') && pinyin_begins(0x5B89, 'a'));          // 恩, 安: marks on the first letter
	assert_true(pinyin_begins(0x55EF, 'n'));                                        // 嗯
	assert_false(pinyin_begins('a', 'a'));
	assert_false(pinyin_begins(0x91CD, 0x91CD));
	assert_false(pinyin_begins(0x20000, 'h'));                                      // outside the table
	assert_false(pinyin_begins(0x9FFF + 1, 'a'));
}

// 20,992 characters of the common block: hardly one is without a reading.
static void test_the_table_is_whole(void **state)
{
	(void)state;
	int known = 0;
	for (uint32_t code = 0x4E00; code <= 0x9FA5; code++)
		for (uint32_t letter = 'a'; letter <= 'z'; letter++)
			if (pinyin_begins(code, letter)) {
				known++;
				break;
			}
	assert_true(known > 20800);
}

static void test_initials_as_shown(void **state)
{
	(void)state;
	char out[8];
	assert_string_equal(pinyin_initials("报告期", out, sizeof out), "bgq");
	assert_string_equal(pinyin_initials("重画", out, sizeof out), "zh");
	assert_string_equal(pinyin_initials("F10、a", out, sizeof out), "");
	assert_string_equal(pinyin_initials("一二三四五六七八九十", out, sizeof out), "yessw" "lq");
	assert_string_equal(pinyin_initials("", out, sizeof out), "");
}

static void test_rows(void **state)
{
	(void)state;
	static const struct {
		const char *wanted;
		enum match match;
	} examples[] = {
		{"", MATCH_HOLDS}, {"研发", MATCH_HOLDS}, {"平台", MATCH_HOLDS}, {"yfpt", MATCH_HOLDS}, {"YFPT", MATCH_HOLDS},
		{"ｙｆｐｔ", MATCH_HOLDS}, {"研fpt", MATCH_HOLDS}, {"yf pt", MATCH_HOLDS}, {"pt yf", MATCH_HOLDS}, {"平台　研", MATCH_HOLDS},
		{"gjjsjyf", MATCH_HOLDS}, {"国家级省级研发", MATCH_HOLDS}, {"级、省", MATCH_HOLDS}, {"m6", MATCH_EXACT},
		{"Ｍ6", MATCH_EXACT}, {"m", MATCH_HOLDS}, {"12", MATCH_EXACT}, {"１２", MATCH_EXACT}, {"1", MATCH_HOLDS},
		{"2", MATCH_NOT}, {"123", MATCH_NOT}, {"ypt", MATCH_NOT}, {"研发 孵化", MATCH_NOT}, {"台平", MATCH_NOT},
		{"yfptx", MATCH_NOT}, {"platf", MATCH_HOLDS}, {"form pl", MATCH_HOLDS}, {"、", MATCH_HOLDS}, {"xyz", MATCH_NOT},
	};
	const char *const words[] = {"研发平台", "国家级、省级研发平台", "Platforms", NULL};
	for (size_t i = 0; i < sizeof examples / sizeof examples[0]; i++)
		if (match_row(examples[i].wanted, 12, "M6", words) != examples[i].match)
			fail_msg("%s", examples[i].wanted);
	assert_int_equal(match_row("0", 0, NULL, words), MATCH_NOT);
	assert_int_equal(match_row("yfpt", 0, NULL, words + 3), MATCH_NOT);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_every_reading_counts),
		cmocka_unit_test(test_the_table_is_whole),
		cmocka_unit_test(test_initials_as_shown),
		cmocka_unit_test(test_rows),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
