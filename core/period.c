// SPDX-License-Identifier: MIT
// Periods (period.h): arithmetic on yyyymm and the names of glossary.md 2. A month has several names (June is a month, the
// second quarter and a half-year), so a name is asked for by its use.
#include "core/period.h"

#include <stdio.h>
#include <string.h>

#include "core/i18n.h"
#include "core/text.h"

#define FIRST 194901
#define LAST 210012

bool period_valid(int period)
{
	return period >= FIRST && period <= LAST && period % 100 >= 1 && period % 100 <= 12;
}

int period_year(int period)
{
	return period / 100;
}

int period_month(int period)
{
	return period % 100;
}

int period_make(int year, int month)
{
	return year * 100 + month;
}

static int month_number(int period)
{
	return period_year(period) * 12 + period_month(period) - 1;
}

int period_add(int period, int months)
{
	int number = month_number(period) + months;
	return period_make(number / 12, number % 12 + 1);
}

int period_between(int from, int to)
{
	return month_number(to) - month_number(from);
}

// ------------------------------------------------------------ days

// Days since 1 March of year 0 in the proleptic Gregorian calendar.
static int day_number(int day)
{
	int year = day / 10000, month = day / 100 % 100, past_march = (month + 9) % 12;
	if (month < 3)
		year--;
	return 365 * year + year / 4 - year / 100 + year / 400 + (153 * past_march + 2) / 5 + day % 100 - 1;
}

int period_days_between(int day_from, int day_to)
{
	return day_number(day_to) - day_number(day_from);
}

int period_first_day(int period)
{
	return period * 100 + 1;
}

int period_last_day(int period)
{
	return period * 100 + period_days_between(period_first_day(period), period_first_day(period_add(period, 1)));
}

// ------------------------------------------------------------ frequencies

bool period_in_frequency(int period, int months)
{
	return period_month(period) % months == 0;
}

bool period_totals_compare(int now, int then)
{
	return period_year(now) == period_year(then) || (period_month(now) == 12 && period_month(then) == 12);
}

int period_at_or_before(int period, int months)
{
	return period_add(period, -(period_month(period) % months));
}

int period_newest_ended(int today, int months)
{
	return period_at_or_before(period_add(today / 100, -1), months);
}

// ------------------------------------------------------------ names

static void name_point(int year, int month, char out[PERIOD_TEXT])
{
	if (month == 12)
		text_format(out, PERIOD_TEXT, _("at the end of %d"), year);
	else
		text_format(out, PERIOD_TEXT, _("at the end of %d-%02d"), year, month);
}

static void name_to_date(int year, int month, char out[PERIOD_TEXT])
{
	if (month == 12)
		text_format(out, PERIOD_TEXT, _("the whole of %d"), year);
	else if (month == 1)
		text_format(out, PERIOD_TEXT, _("%d-01"), year);
	else
		text_format(out, PERIOD_TEXT, _("%d M1-%d"), year, month);
}

static void name_report(int year, int month, char out[PERIOD_TEXT])
{
	if (month == 3)
		text_format(out, PERIOD_TEXT, _("first quarter of %d"), year);
	else if (month == 6)
		text_format(out, PERIOD_TEXT, _("first half of %d"), year);
	else if (month == 9)
		text_format(out, PERIOD_TEXT, _("third quarter of %d"), year);
	else if (month == 12)
		text_format(out, PERIOD_TEXT, _("year %d"), year);
	else
		text_format(out, PERIOD_TEXT, _("%d-%02d"), year, month);
}

static void name_month(int month, char out[PERIOD_TEXT])
{
	text_format(out, PERIOD_TEXT, _("M%d"), month);
}

static void name_column(int year, int month, char out[PERIOD_TEXT])
{
	(void)year;
	name_month(month, out);
}

static void name_column_flow(int year, int month, char out[PERIOD_TEXT])
{
	(void)year;
	if (month == 12)
		text_format(out, PERIOD_TEXT, "%s", _("year"));
	else if (month == 1)
		name_month(month, out);
	else
		text_format(out, PERIOD_TEXT, _("M1-%d"), month);
}

static void name_ascii(int year, int month, char out[PERIOD_TEXT])
{
	static const char *const longest[13] = { [3] = "Q1", [6] = "H1", [9] = "Q3", [12] = "" };
	if (longest[month])
		text_format(out, PERIOD_TEXT, "%d%s", year, longest[month]);
	else
		text_format(out, PERIOD_TEXT, "%d-%02d", year, month);
}

void period_format(int period, enum period_style style, char out[PERIOD_TEXT])
{
	static void (*const names[])(int year, int month, char out[PERIOD_TEXT]) = {
		[PERIOD_POINT] = name_point, [PERIOD_TO_DATE] = name_to_date, [PERIOD_REPORT] = name_report,
		[PERIOD_COLUMN] = name_column, [PERIOD_COLUMN_FLOW] = name_column_flow, [PERIOD_ASCII] = name_ascii,
	};
	names[style](period_year(period), period_month(period), out);
}

void period_format_data(int q, int asked, char out[PERIOD_TEXT])
{
	int year = period_year(q), month = period_month(q);
	if (q == asked)
		out[0] = '\0';
	else if (year == period_year(asked))
		name_month(month, out);
	else if (month == 12)
		text_format(out, PERIOD_TEXT, _("Y%d"), year);
	else if (month % 3 == 0)
		name_ascii(year, month, out);
	else
		text_format(out, PERIOD_TEXT, "%d", q);
}
