// SPDX-License-Identifier: MIT
// Periods are named by their last month: int yyyymm. 202306 is June, 2023Q2 and 2023H1 alike (product.md). Days are yyyymmdd.
#ifndef CORE_PERIOD_H
#define CORE_PERIOD_H

#include <stdbool.h>
#include <stddef.h>

#include "core/err.h"

#define PERIOD_TEXT 64
enum period_style {          // glossary.md 2
	PERIOD_POINT,        // 截至2023年6月末      a stock in a sentence
	PERIOD_TO_DATE,      // 2023年1—6月          a flow in a sentence
	PERIOD_REPORT,       // 2024年上半年         row 1: the longest kind ending then
	PERIOD_COLUMN,       // 6月
	PERIOD_COLUMN_FLOW,  // 1-6月
	PERIOD_ASCII,        // 2023Q2, 2023H1 -> longest: 2023Q1 2023H1 2023Q3 2023; other months 2023-05
};

bool period_valid(int period);                       // 194901..210012, month 1..12
int period_year(int period);
int period_month(int period);
int period_make(int year, int month);
int period_add(int period, int months);              // may be negative
int period_between(int from, int to);                // months; to - from
int period_first_day(int period);                    // yyyymmdd of its first day
int period_last_day(int period);                     // yyyymmdd
bool period_in_frequency(int period, int months);    // is its month one of frequency 1, 3, 6, 12
int period_at_or_before(int period, int months);     // newest month of the frequency, <= period
bool period_totals_compare(int now, int then);       // of cumulative figures, which restart in January: one year, or two whole years
int period_days_between(int day_from, int day_to);   // yyyymmdd both
int period_newest_ended(int today, int months);      // newest period of the frequency whose last day < today
// "2023Q4", "2023H2", "2023", "202312", 2023年四季度, 2023年12月, full-width digits too; ERR_INPUT with a sentence that names the
// four forms.
must_check enum err period_parse(const char *text, int *out);
// "20240709", "2024-07-09", 2024/7/9, 2024年7月9日, 7月9日 (of TODAY's year), 昨天 (TODAY 0: neither of these two); *OUT yyyymmdd, 0 for an empty text.
must_check enum err period_parse_day(const char *text, int today, int *out);
// The day on which a figure of PERIOD will come: the same, but a day without a year is the first such that is not before PERIOD.
must_check enum err period_parse_promise(const char *text, int period, int today, int *out);
void period_format(int period, enum period_style style, char out[PERIOD_TEXT]);
// 数据期 column (6 cells): "" when Q is ASKED, "3月" of the same year, "2023年" for a December, else "2023Q3".
void period_format_data(int q, int asked, char out[PERIOD_TEXT]);

#endif
