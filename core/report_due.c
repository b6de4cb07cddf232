// SPDX-License-Identifier: MIT
// When an element is due, and a report. The plan file says it as a regulation does, and its reader has seen that it holds:
// 15天后, 次年4月底, 7月底.
#include "core/report.h"

#include <stdlib.h>
#include <string.h>

#include "core/period.h"

static int add_days(int day, int days)
{
	int period = day / 100, number = day % 100 + days;
	for (int len = period_last_day(period) % 100; number > len; len = period_last_day(period) % 100) {
		number -= len;
		period = period_add(period, 1);
	}
	return period * 100 + number;
}

int report_element_due(const struct plan *plan, int element, int period)
{
	static const char next_year[] = "次年";
	const char *text = plan->elements[element].due;
	bool next = strncmp(text, next_year, strlen(next_year)) == 0;
	char *rest;
	long number = strtol(text + (next ? strlen(next_year) : 0), &rest, 10);
	if (strcmp(rest, "月底") != 0)
		return add_days(period_last_day(period), (int)number);
	int year = period_year(period) + (next || number < period_month(period));
	return period_last_day(period_make(year, (int)number));
}

static bool asked_of(const struct plan *plan, const struct report_key *key, int element)
{
	int len;
	if (plan->elements[element].owner != key->dept || !plan_element_open(plan, element, key->period))
		return false;
	if (key->dept == 0)
		return plan_element_asked(plan, element, key->unit, key->period);
	const int *units = plan_element_units(plan, element, &len);
	for (int i = 0; i < len; i++)
		if (plan_unit_valid(plan, units[i], key->period))
			return true;
	return false;
}

bool report_asked(const struct plan *plan, const struct report_key *key)
{
	for (int element = 0; element < plan->elements_len; element++)
		if (asked_of(plan, key, element))
			return true;
	return false;
}

int report_due(const struct plan *plan, const struct report *report, int today)
{
	int next = 0, last = 0;
	for (int element = 0; element < plan->elements_len; element++) {
		if (!asked_of(plan, &report->key, element))
			continue;
		int day = report_element_due(plan, element, report->key.period);
		last = day > last ? day : last;
		next = day >= today && (next == 0 || day < next) ? day : next;
	}
	int due = next != 0 ? next : last;
	return report->due > due ? report->due : due;
}
