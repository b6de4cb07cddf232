// SPDX-License-Identifier: MIT
// Periods and days as people type them (period.h): the ASCII forms of commands and the Chinese ones of papers.
#include "core/period.h"

#include <stdio.h>
#include <string.h>

#include "core/i18n.h"
#include "core/text.h"

// Half width, without blanks around; "" when too long to be a period or a day.
static char *trimmed(const char *text, char half[PERIOD_TEXT])
{
	half[0] = '\0';
	if (strlen(text) < PERIOD_TEXT)
		text_format(half, PERIOD_TEXT, "%s", text);
	text_halve(half);
	char *start = half + strspn(half, " ");
	size_t len = strlen(start);
	while (len && start[len - 1] == ' ')
		start[--len] = '\0';
	return start;
}

// The number that the digits at *S make, at most MOST of them, and behind them; -1 when there is none.
static int take_digits(const char **s, int most)
{
	int value = 0, len = 0;
	for (; len < most && **s >= '0' && **s <= '9'; ++*s, len++)
		value = value * 10 + (**s - '0');
	return len > 0 ? value : -1;
}

static bool take_word(const char **s, const char *word)
{
	size_t len = strlen(word);
	if (strncmp(*s, word, len) != 0)
		return false;
	*s += len;
	return true;
}

// What may stand behind the year, whole. Months in digits are read apart.
static const struct {
	const char *text;
	int month;
} names[] = {
	{"", 12}, {"Q1", 3}, {"Q2", 6}, {"Q3", 9}, {"Q4", 12}, {"q1", 3}, {"q2", 6}, {"q3", 9}, {"q4", 12},
	{"H1", 6}, {"H2", 12}, {"h1", 6}, {"h2", 12},
	{"年", 12}, {"年末", 12}, {"年全年", 12}, {"年上半年", 6}, {"年下半年", 12},
	{"年一季度", 3}, {"年二季度", 6}, {"年三季度", 9}, {"年四季度", 12},
	{"年1季度", 3}, {"年2季度", 6}, {"年3季度", 9}, {"年4季度", 12},
};

// "12" "-12" "年12月" "年12月末"; 0 when it is none of them.
static int month_in_digits(const char *s)
{
	bool han = take_word(&s, "年");
	if (!han)
		take_word(&s, "-");
	const char *digits = s;
	int month = take_digits(&s, 2);
	if (han && (!take_word(&s, "月") || (s[0] != '\0' && strcmp(s, "末") != 0)))
		return 0;
	if (!han && (s[0] != '\0' || s - digits != 2))
		return 0;
	return month >= 1 && month <= 12 ? month : 0;
}

static int month_of(const char *s)
{
	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
		if (strcmp(s, names[i].text) == 0)
			return names[i].month;
	return month_in_digits(s);
}

// 202312, as files have it; 0 when it is anything else.
static int plain_period(const char *text)
{
	int period = strlen(text) == 6 ? take_digits(&text, 6) : 0;
	return *text == '\0' && period_valid(period) ? period : 0;
}

enum err period_parse(const char *text, int *out)
{
	int plain = plain_period(text);
	if (plain != 0) {
		*out = plain;
		return ERR_OK;
	}
	char half[PERIOD_TEXT], quote[4 * PERIOD_TEXT];
	const char *start = trimmed(text, half), *s = start;
	int year = take_digits(&s, 4), month = s - start == 4 ? month_of(s) : 0;
	if (month < 1 || !period_valid(period_make(year, month)))
		return err_set(ERR_INPUT, _("\"%s\" is not a period; write 2023Q4, 2023H2, 2023 or 202312."),
			text_quote(text, PERIOD_TEXT / 2, quote, sizeof quote));
	*out = period_make(year, month);
	return ERR_OK;
}

// ------------------------------------------------------------ days

// The day before or after, over the ends of months.
static int next_day(int day, int step)
{
	int period = day / 100, moved = day + step;
	if (moved < period_first_day(period))
		return period_last_day(period_add(period, -1));
	return moved > period_last_day(period) ? period_first_day(period_add(period, 1)) : moved;
}

static const struct { const char *word; int days; } near_days[] = {
	{"今天", 0}, {"今日", 0}, {"昨天", -1}, {"昨日", -1}, {"前天", -2}, {"明天", 1}, {"明日", 1}, {"后天", 2},
	{"today", 0}, {"yesterday", -1}, {"tomorrow", 1},
};

// 昨天, seen from TODAY; 0 when it is none of these words, or nobody says what today is.
static int near_day_of(const char *s, int today)
{
	for (size_t i = 0; today != 0 && i < sizeof near_days / sizeof near_days[0]; i++) {
		if (strcmp(s, near_days[i].word) != 0)
			continue;
		int step = near_days[i].days < 0 ? -1 : 1;
		for (int days = near_days[i].days; days != 0; days -= step)
			today = next_day(today, step);
		return today;
	}
	return 0;
}

static bool take_separator(const char **s)
{
	return take_word(s, "-") || take_word(s, "/") || take_word(s, ".");
}

// 20240709, 2024-07-09, 2024/7/9, 2024年7月9日; without a year the year of TODAY. 0 when it is none.
static int day_of(const char *s, int today)
{
	const char *start = s;
	int year = today / 10000, number = take_digits(&s, 8);
	if (s - start == 8 && s[0] == '\0')
		return number;
	if (s - start == 4 && (take_word(&s, "年") || take_separator(&s))) {
		year = number;
		number = take_digits(&s, 2);
	}
	if (!take_word(&s, "月") && !take_separator(&s))
		return 0;
	int day = take_digits(&s, 2);
	if (!take_word(&s, "日"))
		take_word(&s, "号");
	return s[0] == '\0' && number >= 1 && number <= 12 && day >= 1 ? year * 10000 + number * 100 + day : 0;
}

enum err period_parse_day(const char *text, int today, int *out)
{
	char half[PERIOD_TEXT], quote[4 * PERIOD_TEXT];
	const char *start = trimmed(text, half);
	int near = near_day_of(start, today), day = near != 0 ? near : day_of(start, today), period = day / 100;
	bool empty = text[strspn(text, " ")] == '\0';
	if (!empty && (!period_valid(period) || day < period_first_day(period) || day > period_last_day(period)))
		return err_set(ERR_INPUT, _("\"%s\" is not a day; write %d, 2024-07-09 or 7-9."),
			text_quote(text, PERIOD_TEXT / 2, quote, sizeof quote), today);
	*out = empty ? 0 : day;
	return ERR_OK;
}

enum err period_parse_promise(const char *text, int period, int today, int *out)
{
	int day, next;
	enum err err = period_parse_day(text, today, &day);
	if (err != ERR_OK)
		return err;
	bool before = day != 0 && day < period_first_day(period);
	if (before && period_parse_day(text, today + 10000, &next) == ERR_OK && next == day + 10000)
		day = next;                      // it said no year
	*out = day;
	return ERR_OK;
}
