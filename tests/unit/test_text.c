// SPDX-License-Identifier: MIT
// core/text: strict UTF-8, cleaning, widths in a UTF-8 and a C locale, fitting, wrapping, half width.
#include <stdarg.h>
#include <setjmp.h>
#include <stddef.h>
#include <stdint.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "core/text.h"

#define LENGTH(array) (sizeof (array) / sizeof *(array))

static int use_utf8(void **state)
{
	(void)state;
	return !setlocale(LC_ALL, "C.UTF-8");
}

static void expect_clean(const char *text, int cells, const wchar_t *expected, int used)
{
	wchar_t out[256];
	assert_int_equal(text_clean_wide(text, cells, out, LENGTH(out)), used);
	assert_int_equal(wcscmp(out, expected), 0);
}

static void only_strict_utf8_is_valid(void **state)
{
	(void)state;
	static const struct {
		const char *text;
		size_t len, valid;
	} cases[] = {
		{ "", 0, 0 }, { "abc", 3, 3 }, { "许昌", 6, 6 }, { "a\0b", 3, 3 }, { "许\xE6\x98", 5, 3 }, { "\xC0\x80", 2, 0 },
		{ "a\xC1\xBF", 3, 1 }, { "\xE0\x9F\xBF", 3, 0 }, { "\xED\xA0\x80", 3, 0 }, { "\xED\x9F\xBF", 3, 3 },
		{ "\xF0\x8F\xBF\xBF", 4, 0 },
		{ "\xF4\x8F\xBF\xBF", 4, 4 }, { "\xF4\x90\x80\x80", 4, 0 }, { "\xF5\x80\x80\x80", 4, 0 }, { "\x80", 1, 0 },
		{ "\xFF", 1, 0 },
		{ "a\xF0\x9F\x98", 4, 1 }, { "\xF0\x9F\x98\x80", 4, 4 },
	};
	for (size_t i = 0; i < LENGTH(cases); i++)
		assert_int_equal(text_valid_utf8(cases[i].text, cases[i].len), cases[i].valid);
}

static void every_code_point_reads_back(void **state)
{
	(void)state;
	for (uint32_t code = 1; code <= 0x10FFFF; code++) {
		char bytes[5] = "";
		if (code >= 0xD800 && code <= 0xDFFF)
			continue;
		uint32_t back;
		size_t len = text_encode(code, bytes);
		assert_int_equal(text_next(bytes, &back), len);
		assert_int_equal(back, code);
		assert_int_equal(text_valid_utf8(bytes, len), len);
	}
	uint32_t code;
	assert_int_equal(text_next("\xE8\xAE", &code), 1);
	assert_int_equal(code, TEXT_INVALID + 0xE8);
	assert_int_equal(text_next("", &code), 0);
	char byte[4];
	assert_int_equal(text_encode(TEXT_INVALID + 0xE8, byte), 1);
	assert_int_equal((unsigned char)byte[0], 0xE8);
}

static void what_a_terminal_would_obey_is_spelt_out(void **state)
{
	(void)state;
	expect_clean("研发平台208个", -1, L"研发平台208个", 13);
	expect_clean("a\033[31mb", -1, L"a<U+001B>[31mb", 14);
	expect_clean("a\r\n\t\bb", -1, L"a<U+000D><U+000A><U+0009><U+0008>b", 34);
	expect_clean("\x7F\xC2\x9B", -1, L"<U+007F><U+009B>", 16);
	expect_clean("a\xE2\x80\xAE" "b", -1, L"a<U+202E>b", 10);
	expect_clean("a\xE2\x80\x8B\xEF\xBB\xBF\xEE\x80\x80", -1, L"a<U+200B><U+FEFF><U+E000>", 25);
	expect_clean("\xF3\xA0\x81\x81", -1, L"<U+E0041>", 9);
	expect_clean("许\xFF\x80", -1, L"许<FF><80>", 10);
	expect_clean("\xED\xA0\x80", -1, L"<ED><A0><80>", 12);
}

static void marks_are_few_and_have_a_letter(void **state)
{
	(void)state;
	expect_clean("e\xCC\x81", -1, L"e\x301", 1);
	expect_clean("\xCC\x81" "e", -1, L"<U+0301>e", 9);
	char text[64] = "e";
	for (int i = 0; i < 6; i++)
		strcat(text, "\xCC\x81");
	expect_clean(text, -1, L"e\x301\x301\x301\x301\x301<U+0301>", 9);
	expect_clean(text, 1, L"e\x301\x301\x301\x301\x301", 1);
}

static void text_is_cut_at_cells_and_room(void **state)
{
	(void)state;
	expect_clean("许昌市", 5, L"许昌", 4);
	expect_clean("许昌市", 0, L"", 0);
	expect_clean("a\033b", 8, L"a", 1);
	wchar_t small[3];
	assert_int_equal(text_clean_wide("许昌市", -1, small, 3), 4);
	assert_int_equal(wcscmp(small, L"许昌"), 0);
	assert_int_equal(text_clean_wide("\033", -1, small, 3), 0);
	assert_int_equal(small[0], L'\0');
}

static void cells_are_those_drawn(void **state)
{
	(void)state;
	static const char *const texts[] = { "", "abc", "许昌abc", "a\033b", "\xFF", "e\xCC\x81x", "█─…“”①" };
	for (size_t i = 0; i < LENGTH(texts); i++) {
		wchar_t wide[128];
		int cells = text_clean_wide(texts[i], -1, wide, LENGTH(wide));
		assert_int_equal(text_cells(texts[i]), cells);
		assert_int_equal(text_wide_cells(wide, wcslen(wide)), cells);
	}
	assert_int_equal(text_cells("许昌abc"), 7);
	assert_int_equal(text_count("许昌abc\xFF"), 6);
}

// Where the locale has no Han they are named, and nothing runs out of its cells.
static void a_poor_locale_spells_han(void **state)
{
	(void)state;
	assert_non_null(setlocale(LC_ALL, "C"));
	expect_clean("a许", -1, L"a<U+8BB8>", 9);
	assert_int_equal(text_cells("许"), 8);
	assert_non_null(setlocale(LC_ALL, "C.UTF-8"));
}

static void expect_fit(const char *text, int cells, bool pad, bool right, const char *expected)
{
	char out[128];
	int used = text_fit(text, cells, pad, right, out, sizeof out);
	assert_string_equal(out, expected);
	assert_int_equal(used, text_cells(out));
}

static void text_fits_its_cells(void **state)
{
	(void)state;
	expect_fit("许昌市", 8, true, false, "许昌市  ");
	expect_fit("许昌市", 8, true, true, "  许昌市");
	expect_fit("许昌市", 5, true, false, "许昌 ");
	expect_fit("许昌市", 5, true, true, " 许昌");
	expect_fit("许昌市", 5, false, false, "许昌");
	expect_fit("许昌市", 5, false, true, "许昌");
	expect_fit("", 3, true, false, "   ");
	expect_fit("a\033", 20, false, false, "a<U+001B>");
	char small[6];
	assert_int_equal(text_fit("许昌", 10, true, true, small, sizeof small), 5 - 3 + 2);
	assert_string_equal(small, "  许");
}

static void only_controls_count_as_controls(void **state)
{
	(void)state;
	static const char *const bad[] = { "a\n", "\t", "\033[A", "\x7F", "\xC2\x85", "许\xFF", "\xED\xA0\x80" };
	static const char *const good[] = { "", "许科〔2024〕8号", "a b", "\xC2\xA0", "e\xCC\x81" };
	for (size_t i = 0; i < LENGTH(bad); i++)
		assert_true(text_has_controls(bad[i]));
	for (size_t i = 0; i < LENGTH(good); i++)
		assert_false(text_has_controls(good[i]));
}

static void full_width_is_halved(void **state)
{
	(void)state;
	char text[] = "１２３，４５６．７％　ＡＺａｚ－／（）～许。、·";
	text_halve(text);
	assert_string_equal(text, "123,456.7% AZaz-/()~许。、·");
	char broken[] = "１\xFF\xEF\xBC";
	text_halve(broken);
	assert_string_equal(broken, "1\xFF\xEF\xBC");
}

struct lines {
	char text[512];
	int widest;
};

static void keep_line(const char *line, size_t len, void *ctx)
{
	struct lines *lines = (struct lines *)ctx;
	char one[256];
	assert_true(len < sizeof one);
	memcpy(one, line, len);
	one[len] = '\0';
	if (text_cells(one) > lines->widest)
		lines->widest = text_cells(one);
	strcat(strcat(lines->text, one), "|");
}

static void expect_wrap(const char *text, int cells, const char *expected)
{
	struct lines lines = { "", 0 };
	text_wrap(text, cells, keep_line, &lines);
	assert_string_equal(lines.text, expected);
	assert_true(lines.widest <= cells);
}

static void lines_break_as_east_asian_text_does(void **state)
{
	(void)state;
	expect_wrap("", 10, "");
	expect_wrap("许昌市科技局", 6, "许昌市|科技局|");
	expect_wrap("许昌市科技局", 7, "许昌市|科技局|");
	expect_wrap("许昌市，科技局。", 6, "许昌|市，科|技局。|");
	expect_wrap("许昌（科技局）", 6, "许昌|（科技|局）|");
	expect_wrap("许昌《规划》", 6, "许昌|《规|划》|");
	expect_wrap("use the long words", 8, "use the|long|words|");
	expect_wrap("aaaaaaaaaa", 4, "aaaa|aaaa|aa|");
	expect_wrap("截至2024年6月末", 8, "截至2024|年6月末|");
	expect_wrap("达到13.60亿元", 8, "达到|13.60亿|元|");
	expect_wrap("第一行\n第二行\n", 20, "第一行|第二行|");
	expect_wrap("第一行\n\n第二行", 20, "第一行||第二行|");
	expect_wrap("占46.8%的", 6, "占|46.8%|的|");
	expect_wrap("末  尾", 4, "末|尾|");
	expect_wrap("许昌 ，市", 6, "许|昌 ，|市|");
}

static void quotes_are_short_and_clean(void **state)
{
	(void)state;
	char out[64];
	assert_string_equal(text_quote("许昌\033", 10, out, sizeof out), "许昌<U+001B>");
	assert_string_equal(text_quote("许昌市科技局", 4, out, sizeof out), "许昌市科...");
	assert_string_equal(text_quote("许昌市科", 4, out, sizeof out), "许昌市科");
	assert_string_equal(text_quote("许昌市科技局", 90, out, 12), "许昌...");
}

static void buffers_are_cut_on_a_character(void **state)
{
	(void)state;
	char out[9];
	assert_string_equal(text_format(out, sizeof out, "%s%d", "许昌", 7), "许昌7");
	assert_string_equal(text_format(out, sizeof out, "a%s", "许昌市"), "a许昌");
	assert_string_equal(text_format(out, sizeof out, "%s", "许昌市科"), "许昌");
	assert_string_equal(text_format(out, sizeof out, "ab%s", "许昌市"), "ab许昌");
	assert_string_equal(text_format(out, 3, "%s", "许昌"), "");
	assert_string_equal(text_format(out, 3, "%s", "abcd"), "ab");
	char *copy;
	assert_int_equal(text_dup("许昌", &copy), ERR_OK);
	assert_string_equal(copy, "许昌");
	free(copy);
}

static void what_is_added_stands_behind(void **state)
{
	(void)state;
	char out[8] = "";
	assert_string_equal(text_join(out, sizeof out, "; ", "%d", 1), "1");
	assert_string_equal(text_join(out, sizeof out, "; ", "%d", 2), "1; 2");
	assert_string_equal(text_add(out, sizeof out, "%s", "许昌"), "1; 2许");
	assert_string_equal(text_join(out, sizeof out, "; ", "%d", 3), "1; 2许");
	assert_string_equal(text_add(out, sizeof out, "%d", 3), "1; 2许");
}

static void signs_beside_han_are_full(void **state)
{
	static const struct { const char *half, *full; } rows[] = {
		{"省级创新型县(市)取得重大进展", "省级创新型县（市）取得重大进展"}, {"节点,统筹", "节点，统筹"}, {"疑按单季:请核对;好?", "疑按单季：请核对；好？"},
		{"1,234家", "1,234家"}, {"1:00到2:00", "1:00到2:00"}, {"R&D (x, y)", "R&D (x, y)"}, {"达(2)", "达（2）"}, {"f(x)是", "f(x)是"}, {"甲)乙", "甲）乙"}, {"", ""}};
	char out[128];
	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
		assert_string_equal(text_full_signs(rows[i].half, out, sizeof out), rows[i].full);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(signs_beside_han_are_full),
		cmocka_unit_test(only_strict_utf8_is_valid), cmocka_unit_test(every_code_point_reads_back),
		cmocka_unit_test(what_a_terminal_would_obey_is_spelt_out), cmocka_unit_test(marks_are_few_and_have_a_letter),
		cmocka_unit_test(text_is_cut_at_cells_and_room), cmocka_unit_test(cells_are_those_drawn),
		cmocka_unit_test(a_poor_locale_spells_han), cmocka_unit_test(text_fits_its_cells),
		cmocka_unit_test(only_controls_count_as_controls), cmocka_unit_test(full_width_is_halved),
		cmocka_unit_test(lines_break_as_east_asian_text_does), cmocka_unit_test(quotes_are_short_and_clean),
		cmocka_unit_test(buffers_are_cut_on_a_character), cmocka_unit_test(what_is_added_stands_behind),
	};
	return cmocka_run_group_tests_name("text", tests, use_utf8, NULL);
}
