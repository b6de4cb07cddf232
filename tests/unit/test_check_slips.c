// SPDX-License-Identifier: MIT
// What the checks catch and what they raise for nothing. Histories of five years are made by a seeded rule from the levels of
// the demonstration, with years and quarters that go up and down; a quarter is keyed in over each, clean, then with 40 slips.
// The rates reached are held; a rule made sharper or blunter moves them, and says so here.
#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "core/check.h"
#include "core/demo_rule.h"
#include "core/period.h"
#include "tests/unit/planbytes.h"

#define SEEDS 50
#define UNITS 10
#define ELEMENTS 13
#define FIRST 202003
#define QUARTERS 20                      // up to 2024
#define EACH 5                           // slips of a kind in a quarter

enum slip { SLIP_10, SLIP_100, SLIP_10000, SLIP_SWAPPED, SLIP_SHIFTED, SLIP_SINGLE, SLIP_MEASURE, SLIP_PART, SLIPS };
static const char *const slip_names[SLIPS] = { "10 times", "100 times", "10 000 times", "digits exchanged", "shifted by one",
	"not cumulated", "wan for yi", "part above whole" };
static const int least[SLIPS] = { 92, 100, 100, 60, 81, 99, 100, 100 };       // percent caught at the cell
static const int cures[SLIPS] = { 92, 100, 100, 36, 0, 88, 100, 0 };        // percent whose cure is the figure meant
static const int least_new[2][SLIPS] = { { 60, 99, 100 }, { 88, 99, 100 } };      // of these in a first period, in a first year
struct tally { int planted, at_cell, cured, at_submission, missed; };

static struct plan *plan;
static struct entry table[ELEMENTS][UNITS + 2][QUARTERS];        // change 0: none
static int units[UNITS];
static uint64_t state;

// ------------------------------------------------------------ a table of entries

static struct entry *cell_at(int element, int unit, int period)
{
	int months = period_between(FIRST, period);
	if (element >= ELEMENTS || months < 0 || months / 3 >= QUARTERS || period_month(period) % 3 != 0)
		return NULL;
	return &table[element][unit][months / 3];
}

static enum err read_entry(void *ctx, int element, int unit, int period, struct entry *out)
{
	const struct entry *at = cell_at(element, unit, period);
	(void)ctx;
	*out = at != NULL ? *at : (struct entry){ .note = "", .doc = "" };
	return ERR_OK;
}
static const struct check_source source = { NULL, read_entry, 0 };

// ------------------------------------------------------------ invented histories

static uint32_t draw(void)
{
	state ^= state << 13;
	state ^= state >> 7;
	state ^= state << 17;
	return (uint32_t)(state >> 32);
}

static int between(int low, int high)
{
	return low + (int)(draw() % (uint32_t)(high - low + 1));
}

static int64_t step_of(int element)
{
	int64_t step = NUM_SCALE;
	for (int i = 0; i < plan->elements[element].decimals; i++)
		step /= 10;
	return step;
}

static void set(int element, int unit, int period, int64_t steps)
{
	*cell_at(element, unit, period) = (struct entry){ .element = element, .unit = unit, .period = period, .kind = ENTRY_VALUE,
		.figure = steps * step_of(element), .note = "", .doc = "", .change = 1 };
}

// A level: most quarters a little more, now and then nothing, rarely a little less.
static void make_stock(int element, int unit, int64_t start)
{
	int64_t level = start * 10;                   // in tenths of a step
	int months = plan->elements[element].months, growth = months == 12 ? between(0, 8) : between(1, 5);
	for (int q = 0; q < QUARTERS; q++) {
		int period = period_add(FIRST, 3 * q);
		if (period_month(period) % months != 0)
			continue;
		level += level * growth * between(months == 12 ? 0 : -3, 20) / 1000;
		set(element, unit, period, (level + 5) / 10);
	}
}

// Year to date: each year 5 % less to 35 % more than the last, its quarters by a season that wanders.
static void make_flow(int element, int unit, int64_t start)
{
	static const int season[] = { 21, 45, 70, 100 };
	int64_t year_total = start, to_date = 0;
	int off = between(-4, 4);
	for (int q = 0; q < QUARTERS; q++) {
		int period = period_add(FIRST, 3 * q), quarter = q % 4;
		if (quarter == 0)
			year_total = year_total * between(95, 135) / 100;
		int share = season[quarter] * 10 + (quarter < 3 ? 10 * off / 2 + between(-20, 20) : 0);
		int64_t now = year_total * share / 1000;
		to_date = quarter == 0 || now > to_date ? now : to_date;
		if (period_month(period) % plan->elements[element].months == 0)
			set(element, unit, period, to_date);
	}
}

// The level each cell starts from: what the demonstration has at the end of 2021.
static enum err start_cell(const struct entry *entry, void *ctx)
{
	(void)ctx;
	if (entry->period != 202112 || entry->kind != ENTRY_VALUE)
		return ERR_OK;
	int64_t steps = entry->figure / step_of(entry->element);
	if (plan->elements[entry->element].kind == PLAN_FLOW)
		make_flow(entry->element, entry->unit, steps);
	else
		make_stock(entry->element, entry->unit, steps);
	return ERR_OK;
}

// What is part of another stays so.
static void keep_parts(void)
{
	for (int r = 0; r < plan->rules_len; r++) {
		int part = plan_element_by_code(plan, plan->rules[r].lhs), whole = plan_element_by_code(plan, plan->rules[r].rhs);
		for (int unit = 0; unit < UNITS + 2; unit++)
			for (int q = 0; q < QUARTERS; q++)
				if (table[part][unit][q].figure > table[whole][unit][q].figure)
					table[part][unit][q].figure = table[whole][unit][q].figure * 9 / 10 /
						step_of(part) * step_of(part);
	}
}

static void make_history(int seed)
{
	memset(table, 0, sizeof table);
	for (int e = 0; e < ELEMENTS; e++)
		for (int u = 0; u < UNITS + 2; u++)
			for (int q = 0; q < QUARTERS; q++)
				table[e][u][q].note = table[e][u][q].doc = "";
	state = UINT64_C(0x9E3779B97F4A7C15) * (uint64_t)(seed + 1);
	assert_int_equal(demo_rule_each(plan, "", "", start_cell, NULL), ERR_OK);
	keep_parts();
}

// ------------------------------------------------------------ keying a quarter in

struct watch { int element, unit; char right[NUM_TEXT]; bool found, cured; int len, by_rule[64]; };

static enum err watch_finding(const struct check_finding *finding, void *ctx)
{
	struct watch *watch = ctx;
	int rules_len;
	const struct check_rule *rules = check_rules(&rules_len);
	bool here = finding->element == watch->element && finding->unit == watch->unit;
	bool beside = finding->other == watch->element && finding->unit == watch->unit && finding->other_period == finding->period;
	watch->found = watch->found || here || beside;
	watch->cured = watch->cured || (here && strcmp(finding->cure, watch->right) == 0);
	watch->len++;
	for (int i = 0; i < rules_len; i++)
		watch->by_rule[i] += strcmp(rules[i].id, finding->rule) == 0;
	return ERR_OK;
}

// In the order of a form: what comes later is not there yet.
static void key_unit(int unit, int period, struct watch *watch)
{
	struct entry kept[ELEMENTS];
	for (int e = 0; e < ELEMENTS; e++) {
		kept[e] = *cell_at(e, unit, period);
		cell_at(e, unit, period)->change = 0;
	}
	for (int e = 0; e < ELEMENTS; e++) {
		if (kept[e].change == 0)
			continue;
		*cell_at(e, unit, period) = kept[e];
		assert_int_equal(check_cell(plan, &source, &kept[e], watch_finding, watch), ERR_OK);
	}
}

static void submit_unit(int unit, int period, struct watch *watch)
{
	for (int dept = 0; dept < plan->depts_len; dept++) {
		struct report_key key = { period, dept, dept == 0 ? unit : plan->root };
		assert_int_equal(check_report(plan, &source, &key, 0, watch_finding, watch), ERR_OK);
	}
}

// ------------------------------------------------------------ slips

static int64_t swapped(int64_t figure, int64_t step)
{
	int places = 0;
	int64_t at[16];
	for (int64_t place = step; figure / place >= 10; place *= 10)
		if (figure / place % 10 != figure / place / 10 % 10 && figure / place % 10 != 0)
			at[places++] = place;
	if (places == 0)
		return figure;
	int64_t place = at[between(0, places - 1)];
	return figure + (figure / place % 10 - figure / place / 10 % 10) * 9 * place;
}

static int64_t slipped(enum slip slip, const struct entry *entry)
{
	const struct plan_element *element = &plan->elements[entry->element];
	const struct entry *other = NULL;
	int64_t figure = entry->figure;
	int element_next = entry->element + 1 < ELEMENTS ? entry->element + 1 : 0, unit_next = entry->unit + 1 < UNITS + 2 ? entry->unit + 1 : 2;
	switch (slip) {
	case SLIP_10: return figure * 10;
	case SLIP_100: return figure * 100;
	case SLIP_10000: return figure * 10000;
	case SLIP_SWAPPED: return swapped(figure, step_of(entry->element));
	case SLIP_SHIFTED:
		other = draw() % 2 ? cell_at(element_next, entry->unit, entry->period) : cell_at(entry->element, unit_next, entry->period);
		return other->change != 0 && other->figure % step_of(entry->element) == 0 ? other->figure : figure;
	case SLIP_SINGLE:
		if (element->kind != PLAN_FLOW || element->months == 12 || period_month(entry->period) == 3)
			return figure;
		return figure - cell_at(entry->element, entry->unit, period_add(entry->period, -3))->figure;
	case SLIP_MEASURE:
		return strncmp(element->measure, "亿", strlen("亿")) == 0 ? figure * 10000 : figure;
	case SLIP_PART:
		for (int r = 0; r < plan->rules_len; r++)
			if (strcmp(plan->rules[r].lhs, element->code) == 0)
				other = cell_at(plan_element_by_code(plan, plan->rules[r].rhs), entry->unit, entry->period);
		return other != NULL && other->change != 0 ? other->figure + between(1, 10) * step_of(entry->element) : figure;
	case SLIPS: break;
	}
	return figure;
}

static struct entry *draw_cell(enum slip slip, int period, int64_t *figure)
{
	for (int tries = 0; tries < 10000; tries++) {
		struct entry *entry = cell_at(between(0, ELEMENTS - 1), units[between(0, UNITS - 1)], period);
		*figure = entry->change != 0 ? slipped(slip, entry) : entry->figure;
		if (entry->change != 0 && *figure != entry->figure)
			return entry;
	}
	fail_msg("no cell for a slip");
	return NULL;
}

static void plant(enum slip slip, int period, struct tally *tally)
{
	int64_t figure;
	struct entry *entry = draw_cell(slip, period, &figure);
	int64_t right = entry->figure;
	struct watch keyed = { .element = entry->element, .unit = entry->unit }, sent = keyed;
	num_format(right, plan->elements[entry->element].decimals, keyed.right);
	entry->figure = figure;
	key_unit(entry->unit, period, &keyed);
	submit_unit(entry->unit, period, &sent);
	if (getenv("SLIPS") != NULL && !keyed.found && !sent.found)
		print_message("missed %s: %s %s %d: %lld for %lld\n", slip_names[slip], plan->elements[entry->element].code,
			plan->units[entry->unit].code, period, (long long)(figure / step_of(entry->element)), (long long)(right / step_of(entry->element)));
	entry->figure = right;
	tally->planted++;
	tally->at_cell += keyed.found;
	tally->cured += keyed.cured;
	tally->at_submission += !keyed.found && sent.found;
	tally->missed += !keyed.found && !sent.found;
}

static int period_of(int seed)
{
	return period_make(2024, 6 + seed % 3 * 3);
}

static void test_slips(void **unused)
{
	struct tally all[SLIPS] = { { 0 } }, sum = { 0 };
	(void)unused;
	for (int seed = 0; seed < SEEDS; seed++) {
		make_history(seed);
		for (int i = 0; i < EACH; i++)
			for (int slip = 0; slip < SLIPS; slip++)
				plant((enum slip)slip, period_of(seed), &all[slip]);
	}
	for (int slip = 0; slip < SLIPS; slip++) {
		print_message("%-18s %4d planted %4d at the cell (%d with the right cure) %4d at submission %4d not\n", slip_names[slip],
			all[slip].planted, all[slip].at_cell, all[slip].cured, all[slip].at_submission, all[slip].missed);
		sum.planted += all[slip].planted;
		sum.at_cell += all[slip].at_cell;
		sum.at_submission += all[slip].at_submission;
	}
	print_message("of 40: %.1f at the cell, %.1f at submission\n", 40.0 * sum.at_cell / sum.planted, 40.0 * sum.at_submission / sum.planted);
	assert_true(sum.at_cell * 100 >= sum.planted * 91);
	for (int slip = 0; slip < SLIPS; slip++)
		assert_true(all[slip].at_cell * 100 >= all[slip].planted * least[slip] && all[slip].cured * 100 >= all[slip].planted * cures[slip]);
}

// ------------------------------------------------------------ a first year

// Nothing is known of the years before: a city that starts.
static void forget_before(int period)
{
	for (int e = 0; e < ELEMENTS; e++)
		for (int u = 0; u < UNITS + 2; u++)
			for (int q = 0; q < QUARTERS; q++)
				if (table[e][u][q].period < period)
					table[e][u][q].change = 0;
}

static int count_alarms(const char *rule, int period)
{
	struct watch watch = { .element = PLAN_NONE, .unit = PLAN_NONE };
	int len, count = 0;
	const struct check_rule *rules = check_rules(&len);
	for (int u = 0; u < UNITS; u++)
		key_unit(units[u], period, &watch);
	for (int i = 0; i < len; i++)
		count += strcmp(rules[i].id, rule) == 0 ? watch.by_rule[i] : 0;
	return count;
}

// In the first period of all, and with the earlier ones of the year.
static void test_first_year(void **unused)
{
	struct tally all[2][SLIPS] = { { { 0 } } };
	int alarms[2] = { 0, 0 };
	(void)unused;
	for (int seed = 0; seed < SEEDS; seed++)
		for (int begun = 0; begun < 2; begun++) {
			int period = period_of(seed);
			make_history(seed);
			forget_before(begun ? period_make(period_year(period), 1) : period);
			alarms[begun] += count_alarms("scale", period);
			for (int i = 0; i < EACH; i++)
				for (int slip = 0; slip <= SLIP_10000; slip++)
					plant((enum slip)slip, period, &all[begun][slip]);
		}
	for (int begun = 0; begun < 2; begun++)
		for (int slip = 0; slip <= SLIP_10000; slip++)
			print_message("%s: %-14s %4d planted %4d at the cell (%d with the right cure)\n", begun ? "first year" : "first period",
				slip_names[slip], all[begun][slip].planted, all[begun][slip].at_cell, all[begun][slip].cured);
	print_message("alarms of size over %d clean first periods %d, later ones of a first year %d\n", SEEDS, alarms[0], alarms[1]);
	for (int begun = 0; begun < 2; begun++)
		for (int slip = 0; slip <= SLIP_10000; slip++)
			assert_true(all[begun][slip].at_cell * 100 >= all[begun][slip].planted * least_new[begun][slip]);
	assert_true(alarms[0] + alarms[1] <= 1);
}

// ------------------------------------------------------------ false alarms

static void print_rules(const struct watch *watch)
{
	int len;
	const struct check_rule *rules = check_rules(&len);
	for (int i = 0; i < len; i++)
		if (watch->by_rule[i] > 0)
			print_message("  %s %d\n", rules[i].id, watch->by_rule[i]);
}

static void test_clean_quarter(void **unused)
{
	struct watch watch = { .element = PLAN_NONE, .unit = PLAN_NONE };
	int cells = 0;
	(void)unused;
	for (int seed = 0; seed < SEEDS; seed++) {
		make_history(seed);
		for (int u = 0; u < UNITS; u++) {
			for (int e = 0; e < ELEMENTS; e++)
				cells += cell_at(e, units[u], period_of(seed))->change != 0;
			key_unit(units[u], period_of(seed), &watch);
		}
	}
	print_message("clean quarters: %d cells, %d alarms\n", cells, watch.len);
	print_rules(&watch);
	assert_true(watch.len * 1000 <= cells * 7);          // a figure in 143, half of them levels that do fall
}

static enum err keep_demo(const struct entry *entry, void *ctx)
{
	int *cells = ctx;
	struct entry *at = cell_at(entry->element, entry->unit, entry->period);
	if (at == NULL)
		return ERR_OK;
	*at = *entry;
	at->change = 1;
	++*cells;
	return ERR_OK;
}

static enum err check_demo(const struct entry *entry, void *ctx)
{
	struct watch *watch = ctx;
	int before = watch->len;
	enum err err = check_cell(plan, &source, entry, watch_finding, watch);
	if (getenv("SLIPS") != NULL && watch->len > before)
		print_message("alarm: %s %s %d %lld\n", plan->elements[entry->element].code, plan->units[entry->unit].code, entry->period,
			(long long)(entry->figure / step_of(entry->element)));
	return err;
}

static void test_demo(void **unused)
{
	struct watch watch = { .element = PLAN_NONE, .unit = PLAN_NONE };
	int cells = 0;
	(void)unused;
	memset(table, 0, sizeof table);
	for (int i = 0; i < 2; i++)
		assert_int_equal(demo_rule_each(plan, "演示", "无此项", i == 0 ? keep_demo : check_demo, i == 0 ? (void *)&cells : &watch), ERR_OK);
	print_message("demo: %d cells, %d alarms\n", cells, watch.len);
	print_rules(&watch);
	assert_int_equal(watch.len, 1);                      // the platforms of Yanling do fall
}

static int make_plan(void **unused)
{
	setlocale(LC_CTYPE, "C.UTF-8");
	static const char *const codes[UNITS] = { "wd", "ja", "yz", "cg", "yl", "xc", "sfq", "jkq", "dcq", "sbj" };
	(void)unused;
	plan = planbytes_plan("config/xuchang.ini");
	for (int i = 0; i < UNITS; i++)
		units[i] = plan_unit_by_code(plan, codes[i]);
	return 0;
}

static int free_plan(void **unused)
{
	(void)unused;
	plan_free(plan);
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_demo), cmocka_unit_test(test_clean_quarter), cmocka_unit_test(test_slips), cmocka_unit_test(test_first_year),
	};
	return cmocka_run_group_tests(tests, make_plan, free_plan);
}
