// SPDX-License-Identifier: MIT
// Who may take which step from which state: the whole table, every state by every role, of the own report and of another's.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "core/report.h"
#include "tests/storage/fixture.h"

#define PERIOD 202306

static struct plan *plan;

static int make_plan(void **state)
{
	(void)state;
	plan = fixture_plan();
	return 0;
}

static int free_plan(void **state)
{
	(void)state;
	plan_free(plan);
	return 0;
}

static bool may(enum report_state state, enum report_step step, struct operator who)
{
	const struct report report = { .key = { PERIOD, 0, FIX_WD }, .state = state, .sentence = "" };
	char why[512] = "";
	bool yes = report_may(plan, &report, step, &who, why, sizeof why);
	assert_int_equal(yes, why[0] == '\0');            // a refusal has its sentence
	return yes;
}

// A letter a role that may: c clerk, r reviewer, p planner. Rows are states: filling, submitted, returned, accepted, locked.
static const char *const table[REPORT_STATES][REPORT_STEPS] = {
	//  submit withdraw return accept lock unlock extend
	{ "cp", "", "", "", "", "", "p" },
	{ "", "cp", "rp", "rp", "", "", "" },
	{ "cp", "", "", "", "", "", "p" },
	{ "", "", "", "", "p", "", "" },
	{ "", "", "", "", "", "p", "" },
};
static const char letters[] = { [REPORT_CLERK] = 'c', [REPORT_REVIEWER] = 'r', [REPORT_PLANNER] = 'p', [REPORT_READER] = '-' };

static void each_step_by_each_role(void **state)
{
	(void)state;
	for (int at = 0; at < REPORT_STATES; at++)
		for (int step = 0; step < REPORT_STEPS; step++)
			for (int role = REPORT_CLERK; role <= REPORT_READER; role++) {
				const struct operator own = { .name = "Wang", .unit = FIX_WD, .role = (enum report_role)role, .change = 1 };
				struct operator other = own;
				bool expected = strchr(table[at][step], letters[role]) != NULL;
				other.unit = FIX_JA;
				if (may((enum report_state)at, (enum report_step)step, own) != expected)
					fail_msg("state %d, step %d, role %d: %d expected", at, step, role, expected);
				if (may((enum report_state)at, (enum report_step)step, other) != (expected && role != REPORT_CLERK))
					fail_msg("another's: state %d, step %d, role %d", at, step, role);
			}
}

static void who_is_not_known_may_nothing(void **state)
{
	const struct operator nobody = { .name = "", .unit = FIX_WD, .role = REPORT_PLANNER };
	(void)state;
	for (int at = 0; at < REPORT_STATES; at++)
		for (int step = 0; step < REPORT_STEPS; step++)
			assert_false(may((enum report_state)at, (enum report_step)step, nobody));
}

// A department's clerk submits the department's report, not that of the root, whose number it shares.
static void a_department_is_not_the_root(void **state)
{
	const struct operator of_dept = { .name = "Li", .dept = 1, .unit = plan->root, .role = REPORT_CLERK, .change = 1 };
	struct report report = { .key = { PERIOD, 1, plan->root }, .sentence = "" };
	char why[512];
	(void)state;
	assert_true(report_may(plan, &report, REPORT_SUBMIT, &of_dept, why, sizeof why));
	report.key.dept = 0;
	assert_false(report_may(plan, &report, REPORT_SUBMIT, &of_dept, why, sizeof why));
	assert_non_null(strstr(why, "Li"));
}

// Nothing is asked of anybody in May where all is quarterly.
static void nothing_asked_is_not_submitted(void **state)
{
	const struct operator own = { .name = "Wang", .unit = FIX_WD, .role = REPORT_CLERK, .change = 1 };
	const struct report report = { .key = { 202305, 0, FIX_WD }, .sentence = "" };
	char why[512];
	(void)state;
	assert_false(report_may(plan, &report, REPORT_SUBMIT, &own, why, sizeof why));
	assert_non_null(strstr(why, "nothing is asked"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_step_by_each_role),
		cmocka_unit_test(who_is_not_known_may_nothing),
		cmocka_unit_test(a_department_is_not_the_root),
		cmocka_unit_test(nothing_asked_is_not_submitted),
	};
	return cmocka_run_group_tests(tests, make_plan, free_plan);
}
