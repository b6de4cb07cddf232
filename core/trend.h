// SPDX-License-Identifier: MIT
// The whole path of one indicator and unit, from its base year to its target year: what was reached, and what should have been.
#ifndef CORE_TREND_H
#define CORE_TREND_H

#include "core/bar.h"
#include "core/survey.h"

#define TREND_MOST 40
struct trend_point {
	int period;
	struct maybe value;              // of exactly that month; none where nobody has said one: never zero, never carried
	struct maybe path;               // what it should be then; none without a baseline or path
	bool projected;                  // VALUE is 按近一年增量推算
};
struct trend {
	struct standing now;
	struct trend_point points[TREND_MOST];    // year ends; of the year in progress its periods, too; the projection last
	int len, at;                     // at: the point of the period asked, or the newest before it
	struct rat low, high;            // of the scale: from zero, or below it, to the largest of all
};
must_check enum err trend_load(struct store *store, const struct plan *plan, const struct survey_query *query, int indicator, int unit,
	struct trend *out);
// A point as a bar of WIDTH cells over the scale, the path as its mark; dotted where it is projected.
void trend_bar(const struct trend *trend, const struct trend_point *point, int width, struct bar *out);
// As a figure of the indicator; short of the target it never prints as the target.
char *trend_figure(const struct plan *plan, const struct trend *trend, struct maybe value, char *out, size_t cap);
// A point against its path: 差47, 超3, 持平; "" where one of them is missing.
char *trend_distance(const struct plan *plan, const struct trend *trend, const struct trend_point *point, char *out, size_t cap);
// Why there is no path; "" where there is one.
const char *trend_missing(const struct plan *plan, const struct trend *trend);

#endif
