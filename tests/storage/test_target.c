// SPDX-License-Identifier: MIT
// Baselines and targets that desks key in: written, refused to a desk that saw an older one, taken away, taken back, kept when
// the plan is applied again, and read into a plan that is in use. Every file verifies at the end.
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "cli/desk.h"
#include "config/planfile.h"
#include "core/intake_target.h"
#include "tests/storage/fixture.h"

struct desk_place { struct store *store; struct plan *plan; };

static int open_place(void **state)
{
	static int times;
	char name[32];
	struct desk_place *d = calloc(1, sizeof *d);
	snprintf(name, sizeof name, "target%d.db", times++);
	d->store = fixture_store(name, &d->plan);
	*state = d;
	return 0;
}

static int close_place(void **state)
{
	struct desk_place *d = *state;
	int64_t lines;
	fixture_ok(db_verify(d->store, &lines));
	plan_free(d->plan);
	db_close(d->store);
	free(d);
	return 0;
}

static struct plan_target target_of(enum plan_target_form form, int64_t figure)
{
	static char text[] = "", doc[] = "许科〔2022〕31号";
	return (struct plan_target){.indicator = FIX_COUNT, .unit = FIX_WD, .kind = PLAN_TARGET, .year = 2025, .form = form,
		.figure = figure, .text = text, .doc = doc};
}

static enum err put(struct desk_place *d, const struct plan_target *target, int64_t saw, int64_t *line)
{
	const struct ledger_op op = fixture_op("target");
	struct store_op last;
	int64_t seq;
	fixture_ok(ledger_begin(d->store, &op));
	enum err err = ledger_put_target(d->store, d->plan, target, saw);
	if (err != ERR_OK) {
		ledger_rollback(d->store);
		return err;
	}
	fixture_ok(ledger_commit(d->store, &seq));
	fixture_ok(store_last_op(d->store, &last));
	*line = seq == 0 ? 0 : last.last;
	return ERR_OK;
}

static int64_t restore(struct desk_place *d, int64_t line)
{
	const struct ledger_op op = fixture_op("undo");
	struct store_op last;
	int64_t seq;
	fixture_ok(ledger_begin(d->store, &op));
	fixture_ok(ledger_restore(d->store, d->plan, line));
	fixture_ok(ledger_commit(d->store, &seq));
	fixture_ok(store_last_op(d->store, &last));
	return last.last;
}

static struct plan_target stands(struct desk_place *d)
{
	struct plan_target target = target_of(PLAN_FORM_NONE, 0);
	fixture_ok(store_get_target(d->store, d->plan, &target));
	return target;
}

static void test_written_and_read(void **state)
{
	struct desk_place *d = *state;
	struct plan_target target = target_of(PLAN_FORM_RANGE, 50000);
	int64_t line, again;
	target.high = 80000;
	assert_int_equal(stands(d).change, 0);
	fixture_ok(put(d, &target, 0, &line));
	assert_int_equal(stands(d).form, PLAN_FORM_RANGE);
	assert_int_equal(stands(d).high, 80000);
	assert_int_equal(stands(d).change, line);
	assert_true(stands(d).keyed);
	assert_string_equal(stands(d).doc, "许科〔2022〕31号");
	fixture_ok(put(d, &target, line, &again));
	assert_int_equal(again, 0);
}

static void test_a_desk_that_saw_an_older_one(void **state)
{
	struct desk_place *d = *state;
	struct plan_target target = target_of(PLAN_FORM_VALUE, 400000);
	int64_t first, second;
	fixture_ok(put(d, &target, 0, &first));
	target.figure = 500000;
	assert_int_equal(put(d, &target, 0, &second), ERR_CONFLICT);
	fixture_ok(put(d, &target, first, &second));
	target.form = PLAN_FORM_NONE;
	assert_int_equal(put(d, &target, first, &second), ERR_CONFLICT);
	assert_int_equal(stands(d).figure, 500000);
}

static void test_taken_away_and_taken_back(void **state)
{
	struct desk_place *d = *state;
	struct plan_target target = target_of(PLAN_FORM_VALUE, 400000);
	int64_t first, second, third, back;
	fixture_ok(put(d, &target, 0, &first));
	target.figure = 500000;
	fixture_ok(put(d, &target, first, &second));
	target.form = PLAN_FORM_NONE;
	fixture_ok(put(d, &target, second, &third));
	assert_int_equal(stands(d).change, 0);
	back = restore(d, third);
	assert_int_equal(stands(d).figure, 500000);
	assert_string_equal(stands(d).doc, "许科〔2022〕31号");
	back = restore(d, back);
	assert_int_equal(stands(d).change, 0);
	back = restore(d, back);
	assert_int_equal(stands(d).figure, 500000);
	restore(d, second);
	assert_int_equal(stands(d).figure, 400000);
	restore(d, first);
	assert_int_equal(stands(d).change, 0);
}

// ------------------------------------------------------------ a plan in use

static const struct plan_target *in_plan(const struct desk_place *d)
{
	return plan_target_at(d->plan, FIX_COUNT, FIX_WD, PLAN_TARGET, 2025);
}

static void test_read_into_the_plan(void **state)
{
	struct desk_place *d = *state;
	struct plan_target target = target_of(PLAN_FORM_VALUE, 400000);
	int64_t line;
	const char *words = plan_target_at(d->plan, FIX_ABOVE, FIX_CITY, PLAN_TARGET, 2025)->text;
	fixture_ok(put(d, &target, 0, &line));
	assert_null(in_plan(d));
	fixture_ok(store_read_targets(d->store, d->plan));
	assert_int_equal(in_plan(d)->figure, 400000);
	assert_int_equal(d->plan->targets_len, 5);
	assert_ptr_equal(plan_target_at(d->plan, FIX_ABOVE, FIX_CITY, PLAN_TARGET, 2025)->text, words);
	const char *doc = in_plan(d)->doc;           // a standing may borrow it past the next reading
	target.form = PLAN_FORM_NONE;
	fixture_ok(put(d, &target, line, &line));
	fixture_ok(store_read_targets(d->store, d->plan));
	assert_null(in_plan(d));
	assert_string_equal(doc, "许科〔2022〕31号");
}

static void count(const char *line, void *ctx)
{
	(void)line;
	++*(int *)ctx;
}

static void test_the_plan_applied_again_leaves_it(void **state)
{
	struct desk_place *d = *state;
	struct plan_target target = target_of(PLAN_FORM_VALUE, 400000);
	struct plan *again = fixture_plan();
	const struct ledger_op op = fixture_op("plan");
	int64_t line, seq;
	int before = 0, differences = 0;
	plandiff_each(d->plan, again, count, &before);
	fixture_ok(put(d, &target, 0, &line));
	fixture_ok(store_read_targets(d->store, d->plan));
	plandiff_each(d->plan, again, count, &differences);
	assert_int_equal(differences, before);
	fixture_ok(ledger_begin(d->store, &op));
	fixture_ok(ledger_put_plan(d->store, again));
	fixture_ok(ledger_commit(d->store, &seq));
	assert_int_equal(seq, 0);
	assert_int_equal(stands(d).change, line);
	plan_free(again);
}

// ------------------------------------------------------------ the desk's table

static void type_target(const struct desk *desk, const struct plan *plan, const char *text, enum intake_verdict wanted)
{
	const struct plan_target *found = plan_target_at(plan, FIX_COUNT, FIX_WD, PLAN_TARGET, 2025);
	const struct plan_target none = target_of(PLAN_FORM_NONE, 0);
	const struct intake_target ask = {.indicator = FIX_COUNT, .unit = FIX_WD, .kind = PLAN_TARGET, .year = 2025, .text = text,
		.doc = "许科〔2022〕31号"};
	struct intake_target_result result;
	fixture_ok(desk->save_target(desk->ctx, &ask, found != NULL ? found : &none, &result));
	assert_int_equal(result.verdict, wanted);
}

static void test_saved_undone_and_done_again(void **state)
{
	struct desk_place *d = *state;
	struct context context;
	struct desk_session *session;
	const char *what = NULL;
	(void)d;
	fixture_ok(context_init(&context));
	struct plan *plan = NULL;
	db_close(fixture_store("session.db", &plan));
	plan_free(plan);
	context.path = strdup(fixture_path("session.db"));
	snprintf(context.who, sizeof context.who, "赵六");
	fixture_ok(context_open(&context, DB_WRITE));
	fixture_ok(desk_new(&context, &session));
	const struct desk *desk = desk_of(session);
	type_target(desk, context.plan, "40", INTAKE_WRITE);
	type_target(desk, context.plan, "40", INTAKE_NOTHING);
	type_target(desk, context.plan, "4O", INTAKE_REFUSED);
	type_target(desk, context.plan, "50", INTAKE_WRITE);
	fixture_ok(desk->undo(desk->ctx, &what));
	assert_non_null(strstr(what, "target of 2025"));
	assert_non_null(strstr(what, "40家"));
	assert_int_equal(plan_target_at(context.plan, FIX_COUNT, FIX_WD, PLAN_TARGET, 2025)->figure, 400000);
	fixture_ok(desk->undo(desk->ctx, &what));
	assert_null(plan_target_at(context.plan, FIX_COUNT, FIX_WD, PLAN_TARGET, 2025));
	fixture_ok(desk->redo(desk->ctx, &what));
	fixture_ok(desk->redo(desk->ctx, &what));
	assert_int_equal(plan_target_at(context.plan, FIX_COUNT, FIX_WD, PLAN_TARGET, 2025)->figure, 500000);
	desk_free(session);
	context_done(&context);
}

static int set_up(void **state)
{
	(void)state;
	return setenv("XDG_STATE_HOME", fixture_folder(), 1);
}

static int tear_down(void **state)
{
	(void)state;
	fixture_folder_done();
	return 0;
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, open_place, close_place)
int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_written_and_read),
		TEST(test_a_desk_that_saw_an_older_one),
		TEST(test_taken_away_and_taken_back),
		TEST(test_read_into_the_plan),
		TEST(test_the_plan_applied_again_leaves_it),
		TEST(test_saved_undone_and_done_again),
	};
	return cmocka_run_group_tests(tests, set_up, tear_down);
}
