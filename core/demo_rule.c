// SPDX-License-Identifier: MIT
// See demo_rule.h. One table of first and last figures; between them a straight line, in whole numbers.
#include "core/demo_rule.h"

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

#include "core/i18n.h"
#include "core/period.h"

#define DEMO_UNITS 10
#define NA (-1)
#define BASE 202012
#define YEAR_MONTHS 12

static const char *const units[DEMO_UNITS] = { "wd", "ja", "yz", "cg", "yl", "xc", "sfq", "jkq", "dcq", "sbj" };
// Percent of the year by the end of each quarter: most contracts are registered late.
static const int season[] = { 21, 45, 70, 100 };

static const struct series {
	const char *element;
	int year, months;                 // first year with a figure; months from the end of 2020 to the last figure
	int first[DEMO_UNITS], last[DEMO_UNITS];
} table[] = {
#define FIGURES(...) { __VA_ARGS__ }
#define DEMO_GAP(element, unit, period)
#define DEMO_SERIES(element, year, months, first, last) { #element, year, months, first, last },
#include "core/demo_rule.def"
#undef DEMO_SERIES
#undef DEMO_GAP
};
static const struct gap { const char *element, *unit; int period; } gaps[] = {
#define DEMO_SERIES(element, year, months, first, last)
#define DEMO_GAP(element, unit, period) { #element, #unit, period },
#include "core/demo_rule.def"
#undef DEMO_SERIES
#undef DEMO_GAP
};

struct walk {
	const struct plan *plan;
	const char *note, *not_applicable;
	demo_rule_fn *fn;
	void *ctx;
};

// What the line from FIRST to LAST has after MONTHS of ALL, rounded half up.
static int64_t on_line(int first, int last, int months, int all)
{
	int64_t twice = 2 * ((int64_t)(last - first) * months + (int64_t)first * all) + all;
	return twice <= 0 ? 0 : twice / (2 * (int64_t)all);
}

// In steps of the last decimal. A flow's last year of the table is 2023; 2024 goes on in the same steps.
static int64_t steps_at(const struct series *series, enum plan_element_kind kind, int unit, int period)
{
	int year = period_year(period) - period_year(BASE), first = series->first[unit], last = series->last[unit];
	if (kind != PLAN_FLOW)
		return on_line(first, last, period_between(BASE, period), series->months);
	return on_line(first, last, year * YEAR_MONTHS, 3 * YEAR_MONTHS) * season[period_month(period) / 3 - 1] / 100;
}

static bool is_gap(const struct series *series, int unit, int period)
{
	for (size_t i = 0; i < sizeof gaps / sizeof gaps[0]; i++)
		if (gaps[i].period == period && strcmp(gaps[i].element, series->element) == 0 &&
		    strcmp(gaps[i].unit, units[unit]) == 0)
			return true;
	return false;
}

static int64_t figure_of(int64_t steps, int decimals)
{
	int64_t figure = steps * NUM_SCALE;
	for (int i = 0; i < decimals; i++)
		figure /= 10;
	return figure;
}

static enum err give(const struct walk *walk, const struct series *series, int unit, struct entry *entry)
{
	const struct plan_element *element = &walk->plan->elements[entry->element];
	if (is_gap(series, unit, entry->period))
		return ERR_OK;
	entry->kind = series->last[unit] == NA ? ENTRY_NOT_APPLICABLE : ENTRY_VALUE;
	entry->note = entry->kind == ENTRY_VALUE ? walk->note : walk->not_applicable;
	entry->figure = entry->kind != ENTRY_VALUE ? 0 :
		figure_of(steps_at(series, element->kind, unit, entry->period), element->decimals);
	entry->final = entry->kind == ENTRY_VALUE && period_year(entry->period) < period_year(DEMO_TODAY / 100);
	return walk->fn(entry, walk->ctx);
}

static enum err give_series(const struct walk *walk, const struct series *series)
{
	const struct plan *plan = walk->plan;
	struct entry entry = { .element = plan_element_by_code(plan, series->element), .note = "", .doc = "" };
	enum err err = ERR_OK;
	if (entry.element == PLAN_NONE)
		return err_set(ERR_INPUT, _("the plan has no element %s, which the demonstration needs"), series->element);
	int months = plan->elements[entry.element].months;
	for (int unit = 0; unit < DEMO_UNITS && err == ERR_OK; unit++) {
		entry.unit = plan_unit_by_code(plan, units[unit]);
		if (entry.unit == PLAN_NONE)
			return err_set(ERR_INPUT, _("the plan has no unit %s, which the demonstration needs"), units[unit]);
		int last = period_add(BASE, series->months);
		entry.period = period_make(series->year, months);
		for (; entry.period <= last && err == ERR_OK; entry.period = period_add(entry.period, months))
			err = give(walk, series, unit, &entry);
	}
	return err;
}

enum err demo_rule_each(const struct plan *plan, const char *note, const char *not_applicable, demo_rule_fn *fn, void *ctx)
{
	const struct walk walk = { plan, note, not_applicable, fn, ctx };
	enum err err = ERR_OK;
	for (size_t i = 0; i < sizeof table / sizeof table[0] && err == ERR_OK; i++)
		err = give_series(&walk, &table[i]);
	return err;
}
