// SPDX-License-Identifier: MIT
// All reports of a period checked at once, months read whole, find what each report finds by itself, cell by cell.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "cli/context.h"
#include "cli/demo.h"
#include "core/findings.h"
#include "core/ledger.h"
#include "core/period.h"
#include "tests/storage/fixture.h"

#define FIRST 202103
#define LAST 202406
#define FOUND 4000
#define TODAY 20240708

static struct check_finding found[FOUND];
static int found_len;

static enum err keep(const struct check_finding *finding, void *ctx)
{
	(void)ctx;
	assert_true(found_len < FOUND);
	found[found_len++] = *finding;
	return ERR_OK;
}

static int day_of(int64_t at)
{
	(void)at;
	return TODAY;
}

static unsigned next_random(void)
{
	static uint64_t seed = 7;
	seed = seed * 6364136223846793005U + 1442695040888963407U;
	return (unsigned)(seed >> 33);
}

// Figures that fall, jump and stand still, in every other cell that has one.
static void disturb(struct context *context)
{
	static const int64_t factors[] = { 1, 1, 1, 2, 5, 10, 100, 1000 };
	const struct ledger_op op = fixture_op("edit");
	const struct plan *plan = context->plan;
	int64_t seq;
	fixture_ok(ledger_begin(context->store, &op));
	for (int element = 0; element < plan->elements_len; element++)
		for (int unit = 0; unit < plan->units_len; unit++)
			for (int period = FIRST; period <= LAST; period = period_add(period, 3)) {
				struct entry entry;
				fixture_ok(store_get_entry(context->store, plan, element, unit, period, &entry));
				if (entry.change == 0 || entry.kind != ENTRY_VALUE || plan->elements[element].kind == PLAN_STAGE || next_random() % 2)
					continue;
				entry.figure = entry.figure / 100 * factors[next_random() % 8] / (1 + next_random() % 3);
				entry.copied = next_random() % 8 == 0;
				fixture_ok(ledger_put_entry(context->store, plan, &entry, entry.change));
			}
	fixture_ok(ledger_commit(context->store, &seq));
}

static void check_alone(struct context *context, const struct report *report)
{
	struct check_store at = { context->store, context->plan, TODAY };
	const struct check_source source = check_source_of_store(&at);
	found_len = 0;
	fixture_ok(check_report(context->plan, &source, &report->key, report_due(context->plan, report, TODAY), keep, NULL));
}

static void assert_same_row(const struct finding_row *row, const struct check_finding *finding)
{
	assert_int_equal(row->level, finding->level == CHECK_HARD ? FINDINGS_HARD : FINDINGS_SOFT);
	assert_int_equal(row->finding.element, finding->element);
	assert_int_equal(row->finding.unit, finding->unit);
	assert_int_equal(row->finding.period, finding->period);
	assert_int_equal(row->finding.about, finding->about);
	assert_string_equal(row->finding.rule, finding->rule);
	assert_string_equal(row->finding.name, finding->name);
	assert_string_equal(row->finding.left, finding->left);
	assert_string_equal(row->finding.right, finding->right);
	assert_string_equal(row->finding.text, finding->text);
}

static bool is_found(const struct finding_row *row)
{
	return row->level == FINDINGS_HARD || row->level == FINDINGS_SOFT;
}

// The rows of FINDINGS that are of report REPORT, in their order, are what it finds alone.
static void hold_against(const struct findings *findings, int report)
{
	int at = 0;
	for (int i = 0; i < findings->len; i++)
		if (findings->rows[i].report == report && is_found(&findings->rows[i])) {
			assert_true(at < found_len);
			assert_same_row(&findings->rows[i], &found[at++]);
		}
	assert_int_equal(at, found_len);
}

static int hold_period(struct context *context, int period)
{
	const struct report_ask ask = { period, TODAY, day_of };
	struct findings all = { .len = 0 };
	fixture_ok(findings_load(&all, context->store, context->plan, &ask, NULL));
	for (int i = 0; i < all.reports.len; i++) {
		const struct report *report = &all.reports.lines[i].report;
		struct findings one = { .len = 0 };
		check_alone(context, report);
		hold_against(&all, i);
		fixture_ok(findings_load(&one, context->store, context->plan, &ask, &report->key));
		hold_against(&one, i);
		assert_int_equal(one.open[i].soft, all.open[i].soft);
		assert_int_equal(one.open[i].hard, all.open[i].hard);
		findings_done(&one);
	}
	for (int i = 1; i < all.len; i++)
		assert_true(all.rows[i - 1].level < all.rows[i].level || !is_found(&all.rows[i]) || all.rows[i - 1].report <= all.rows[i].report);
	int len = all.counts[FINDINGS_HARD] + all.counts[FINDINGS_SOFT];
	findings_done(&all);
	return len;
}

static void test_at_once_as_one_by_one(void **state)
{
	struct context context;
	int len = 0;
	(void)state;
	fixture_ok(context_init(&context));
	fixture_ok(demo_make(&context));
	fixture_ok(context_open(&context, DB_WRITE));
	disturb(&context);
	for (int period = FIRST; period <= LAST; period = period_add(period, 3))
		len += hold_period(&context, period);
	assert_true(len > 500);
	demo_done(&context);
	context_done(&context);
}

static int done(void **state)
{
	(void)state;
	fixture_folder_done();
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_at_once_as_one_by_one) };
	return cmocka_run_group_tests(tests, NULL, done);
}
