// SPDX-License-Identifier: MIT
// core/period: months, days, frequencies, typed periods and names (the English of the source; Chinese is the catalogue's).
#include <stdarg.h>
#include <setjmp.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>

#include "core/period.h"

#define LENGTH(array) (sizeof (array) / sizeof *(array))

static void months_are_counted(void **state)
{
	(void)state;
	assert_int_equal(period_add(202312, 1), 202401);
	assert_int_equal(period_add(202401, -1), 202312);
	assert_int_equal(period_add(202406, -54), 201912);
	assert_int_equal(period_add(202006, 0), 202006);
	assert_int_equal(period_between(202012, 202406), 42);
	assert_int_equal(period_between(202406, 202012), -42);
	for (int months = -400; months <= 400; months++)
		assert_int_equal(period_between(202307, period_add(202307, months)), months);
	assert_int_equal(period_year(202306), 2023);
	assert_int_equal(period_month(202306), 6);
	assert_int_equal(period_make(2023, 6), 202306);
}

static void only_months_of_our_time_are_periods(void **state)
{
	(void)state;
	static const int good[] = { 194901, 202312, 210012 }, bad[] = { 0, -202312, 194812, 210101, 202300, 202313, 20231231,
		2023 };
	for (size_t i = 0; i < LENGTH(good); i++)
		assert_true(period_valid(good[i]));
	for (size_t i = 0; i < LENGTH(bad); i++)
		assert_false(period_valid(bad[i]));
}

// Against the C library's calendar, every month of 150 years.
static void days_follow_the_calendar(void **state)
{
	(void)state;
	for (int period = 194901; period_valid(period); period = period_add(period, 1)) {
		struct tm last = { .tm_year = period_year(period) - 1900, .tm_mon = period_month(period), .tm_mday = 0,
			.tm_hour = 12 };
		mktime(&last);
		assert_int_equal(period_first_day(period), period * 100 + 1);
		assert_int_equal(period_last_day(period), period * 100 + last.tm_mday);
		assert_int_equal(period_days_between(period_first_day(period), period_last_day(period)), last.tm_mday - 1);
	}
	assert_int_equal(period_days_between(20240331, 20240708), 99);
	assert_int_equal(period_days_between(20240708, 20240331), -99);
	assert_int_equal(period_days_between(20231231, 20240101), 1);
	assert_int_equal(period_days_between(20000101, 21000101), 36525);
}

static void frequencies_find_their_months(void **state)
{
	(void)state;
	static const struct {
		int period, months, newest;
	} cases[] = {
		{ 202405, 1, 202405 }, { 202405, 3, 202403 }, { 202406, 3, 202406 }, { 202405, 6, 202312 }, { 202406, 6, 202406 },
		{ 202411, 12, 202312 }, { 202412, 12, 202412 }, { 202401, 3, 202312 },
	};
	for (size_t i = 0; i < LENGTH(cases); i++) {
		assert_int_equal(period_at_or_before(cases[i].period, cases[i].months), cases[i].newest);
		assert_int_equal(period_in_frequency(cases[i].period, cases[i].months), cases[i].period == cases[i].newest);
	}
	assert_int_equal(period_newest_ended(20240708, 3), 202406);
	assert_int_equal(period_newest_ended(20240630, 3), 202403);
	assert_int_equal(period_newest_ended(20240701, 3), 202406);
	assert_int_equal(period_newest_ended(20240101, 12), 202312);
	assert_int_equal(period_newest_ended(20231231, 12), 202212);
	assert_int_equal(period_newest_ended(20240301, 1), 202402);
}

static void typed_periods_are_read(void **state)
{
	(void)state;
	static const struct {
		const char *text;
		int period;
	} good[] = {
		{ "2023Q1", 202303 }, { "2023Q2", 202306 }, { "2023Q3", 202309 }, { "2023Q4", 202312 }, { "2023H1", 202306 },
		{ "2023H2", 202312 }, { "2023", 202312 }, { "202312", 202312 }, { "202305", 202305 }, { "2023-05", 202305 },
		{ "２０２３Ｑ４", 202312 }, { " 2023h2 ", 202312 }, { "　202306", 202306 }, { "2023年", 202312 }, { "2023年四季度", 202312 }, { "2023年上半年", 202306 },
		{ "２０２３年9月末", 202309 }, { "2023年11月", 202311 },
	};
	static const char *const bad[] = {
		"", " ", "23Q4", "2023Q5", "2023Q0", "2023QT", "2023HB", "2023H3", "202313", "202300", "2023-5", "20231", "2023Q", "2023Q44",
			"abcd", "1948", "2101",
		"2023年13月", "2023年五季度", "年", "2023年9", "-2023", "2023 Q4", "2023\xFF", "20231231",
		"2023                                                                    ",
	};
	for (size_t i = 0; i < LENGTH(good); i++) {
		int period = 0;
		assert_int_equal(period_parse(good[i].text, &period), ERR_OK);
		assert_int_equal(period, good[i].period);
	}
	for (size_t i = 0; i < LENGTH(bad); i++) {
		int period = 7;
		assert_int_equal(period_parse(bad[i], &period), ERR_INPUT);
		assert_int_equal(period, 7);
		assert_non_null(strstr(err_message(), "2023Q4, 2023H2, 2023 or 202312"));
	}
}

static void typed_days_are_read(void **state)
{
	(void)state;
	static const struct {
		const char *text;
		int day;
	} good[] = {
		{ "20240709", 20240709 }, { "2024-07-09", 20240709 }, { "2024年7月9日", 20240709 }, { "７月９日", 20240709 },
		{ "7-9", 20240709 }, { "2024-02-29", 20240229 }, { "2024/7/9", 20240709 }, { "7.9", 20240709 }, { "7月9号", 20240709 },
		{ "今天", 20240708 }, { " 昨天　", 20240707 }, { "昨日", 20240707 }, { "前天", 20240706 }, { "明天", 20240709 },
		{ "后天", 20240710 }, { "yesterday", 20240707 }, { "", 0 }, { "  ", 0 },
	};
	static const char *const bad[] = { "2024070", "20240732", "2023-02-29", "7月", "月9日", "0-9", "13-1", "下周", "昨天1", "2024-07-09x", "20240709 1" };
	for (size_t i = 0; i < LENGTH(good); i++) {
		int day = 7;
		assert_int_equal(period_parse_day(good[i].text, 20240708, &day), ERR_OK);
		assert_int_equal(day, good[i].day);
	}
	for (size_t i = 0; i < LENGTH(bad); i++) {
		int day = 7;
		assert_int_equal(period_parse_day(bad[i], 20240708, &day), ERR_INPUT);
		assert_int_equal(day, 7);
	}
}

static void near_days_pass_the_ends_of_months(void **state)
{
	(void)state;
	static const struct {
		const char *text;
		int today, day;
	} cases[] = { { "昨天", 20240301, 20240229 }, { "前天", 20240101, 20231230 }, { "后天", 20231231, 20240102 }, { "明天", 20240229, 20240301 } };
	int day;
	for (size_t i = 0; i < LENGTH(cases); i++) {
		assert_int_equal(period_parse_day(cases[i].text, cases[i].today, &day), ERR_OK);
		assert_int_equal(day, cases[i].day);
	}
	assert_int_equal(period_parse_day("今天", 0, &day), ERR_INPUT);       // in a file it is nobody's day
	assert_int_equal(period_parse_day("7-9", 0, &day), ERR_INPUT);
}

static void names_follow_their_use(void **state)
{
	(void)state;
	static const struct {
		int period;
		const char *names[6];   // point, to date, report, column, column of a flow, ASCII
	} cases[] = {
		{ 202301, { "at the end of 2023-01", "2023-01", "2023-01", "M1", "M1", "2023-01" } },
		{ 202303, { "at the end of 2023-03", "2023 M1-3", "first quarter of 2023", "M3", "M1-3", "2023Q1" } },
		{ 202306, { "at the end of 2023-06", "2023 M1-6", "first half of 2023", "M6", "M1-6", "2023H1" } },
		{ 202309, { "at the end of 2023-09", "2023 M1-9", "third quarter of 2023", "M9", "M1-9", "2023Q3" } },
		{ 202311, { "at the end of 2023-11", "2023 M1-11", "2023-11", "M11", "M1-11", "2023-11" } },
		{ 202312, { "at the end of 2023", "the whole of 2023", "year 2023", "M12", "year", "2023" } },
	};
	for (size_t i = 0; i < LENGTH(cases); i++) {
		for (int style = PERIOD_POINT; style <= PERIOD_ASCII; style++) {
			char name[PERIOD_TEXT];
			period_format(cases[i].period, (enum period_style)style, name);
			assert_string_equal(name, cases[i].names[style]);
		}
	}
}

static void every_ascii_name_reads_back(void **state)
{
	(void)state;
	for (int period = 194901; period_valid(period); period = period_add(period, 1)) {
		char name[PERIOD_TEXT];
		int back;
		period_format(period, PERIOD_ASCII, name);
		assert_int_equal(period_parse(name, &back), ERR_OK);
		assert_int_equal(back, period);
	}
}

static void a_data_period_fits_six_cells(void **state)
{
	(void)state;
	static const struct {
		int q, asked;
		const char *name;
	} cases[] = {
		{ 202406, 202406, "" }, { 202403, 202406, "M3" }, { 202312, 202406, "Y2023" }, { 202309, 202406, "2023Q3" },
		{ 202306, 202406, "2023H1" }, { 202305, 202406, "202305" }, { 202312, 202312, "" }, { 202306, 202312, "M6" },
	};
	for (size_t i = 0; i < LENGTH(cases); i++) {
		char name[PERIOD_TEXT];
		period_format_data(cases[i].q, cases[i].asked, name);
		assert_string_equal(name, cases[i].name);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(months_are_counted), cmocka_unit_test(only_months_of_our_time_are_periods),
		cmocka_unit_test(days_follow_the_calendar), cmocka_unit_test(frequencies_find_their_months),
		cmocka_unit_test(typed_periods_are_read), cmocka_unit_test(typed_days_are_read), cmocka_unit_test(near_days_pass_the_ends_of_months),
		cmocka_unit_test(names_follow_their_use),
		cmocka_unit_test(every_ascii_name_reads_back), cmocka_unit_test(a_data_period_fits_six_cells),
	};
	return cmocka_run_group_tests_name("period", tests, NULL, NULL);
}
