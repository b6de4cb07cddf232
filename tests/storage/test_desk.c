// SPDX-License-Identifier: MIT
// The roof's desk on a real file: saves, undo and redo past one another, two desks at one cell, drafts of dead processes.
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "cli/desk.h"
#include "core/intake.h"
#include "tests/storage/fixture.h"

#define PERIOD 202312

struct place {
	struct context context;
	struct desk_session *session;
	const struct desk *desk;
};

static void open_desk(struct place *place, const char *path, const char *who)
{
	fixture_ok(context_init(&place->context));
	place->context.path = strdup(path);
	snprintf(place->context.who, sizeof place->context.who, "%s", who);
	fixture_ok(context_open(&place->context, DB_WRITE));
	fixture_ok(desk_new(&place->context, &place->session));
	place->desk = desk_of(place->session);
}

static void close_desk(struct place *place)
{
	desk_free(place->session);
	context_done(&place->context);
}

// A new file and a desk on it.
static void new_desk(struct place *place, const char *name)
{
	struct plan *plan = NULL;
	struct store *store = fixture_store(name, &plan);
	plan_free(plan);
	db_close(store);
	open_desk(place, fixture_path(name), "李四");
}

static struct entry get(struct place *place)
{
	struct entry entry;
	fixture_ok(store_get_entry(place->context.store, place->context.plan, FIX_FIRMS, FIX_WD, PERIOD, &entry));
	return entry;
}

static enum err key_in(struct place *place, const struct entry *present, const char *text, struct intake_result *result)
{
	const struct intake_cell cell = {
		.element = FIX_FIRMS, .unit = FIX_WD, .period = PERIOD, .text = text, .kind = ENTRY_VALUE};
	return place->desk->save(place->desk->ctx, &cell, present, result);
}

static void save(struct place *place, const char *text)
{
	struct intake_result result;
	struct entry present = get(place);
	fixture_ok(key_in(place, &present, text, &result));
	assert_int_equal(result.verdict, INTAKE_WRITE);
}

static void expect_firms(struct place *place, int firms)     // -1: no entry
{
	struct entry entry = get(place);
	if (firms < 0) {
		assert_int_equal(entry.change, 0);
		return;
	}
	assert_int_not_equal(entry.change, 0);
	assert_int_equal(entry.figure, (int64_t)firms * NUM_SCALE);
}

static void undo(struct place *place)
{
	const char *what = NULL;
	fixture_ok(place->desk->undo(place->desk->ctx, &what));
	assert_non_null(what);
}

static void redo(struct place *place)
{
	const char *what = NULL;
	fixture_ok(place->desk->redo(place->desk->ctx, &what));
}

static void test_undo_and_redo_walk_the_whole_session(void **state)
{
	struct place place;
	const char *what;
	(void)state;
	new_desk(&place, "undo.db");
	save(&place, "31");
	save(&place, "33");
	save(&place, "35");
	undo(&place);
	expect_firms(&place, 33);
	undo(&place);
	expect_firms(&place, 31);
	redo(&place);
	expect_firms(&place, 33);
	undo(&place);
	undo(&place);
	expect_firms(&place, -1);
	assert_int_equal(place.desk->undo(place.desk->ctx, &what), ERR_REFUSED);
	redo(&place);
	redo(&place);
	redo(&place);
	expect_firms(&place, 35);
	assert_int_equal(place.desk->redo(place.desk->ctx, &what), ERR_REFUSED);
	close_desk(&place);
}

static void test_a_new_save_ends_redo(void **state)
{
	struct place place;
	const char *what;
	(void)state;
	new_desk(&place, "redo.db");
	save(&place, "31");
	undo(&place);
	save(&place, "40");
	assert_int_equal(place.desk->redo(place.desk->ctx, &what), ERR_REFUSED);
	expect_firms(&place, 40);
	close_desk(&place);
}

static void test_a_refusal_writes_nothing(void **state)
{
	struct place place;
	struct intake_result result;
	const char *what;
	struct entry present;
	(void)state;
	new_desk(&place, "refusal.db");
	present = get(&place);
	fixture_ok(key_in(&place, &present, "1,12", &result));
	assert_int_equal(result.verdict, INTAKE_REFUSED);
	expect_firms(&place, -1);
	assert_int_equal(place.desk->undo(place.desk->ctx, &what), ERR_REFUSED);
	close_desk(&place);
}

static void test_two_desks_at_one_cell(void **state)
{
	struct place mine, other;
	struct intake_result result;
	const char *what;
	(void)state;
	new_desk(&mine, "two.db");
	open_desk(&other, fixture_path("two.db"), "王五");
	struct entry seen = get(&mine);
	save(&other, "3");
	assert_int_equal(key_in(&mine, &seen, "4", &result), ERR_CONFLICT);
	assert_non_null(strstr(err_message(), "王五"));
	assert_non_null(strstr(err_message(), "to 3家"));
	assert_non_null(strstr(err_message(), "you entered 4家"));
	expect_firms(&mine, 3);
	save(&mine, "4");
	save(&other, "5");
	assert_int_equal(mine.desk->undo(mine.desk->ctx, &what), ERR_CONFLICT);
	expect_firms(&mine, 5);
	undo(&other);
	expect_firms(&other, 4);
	close_desk(&other);
	close_desk(&mine);
}

// ------------------------------------------------------------ drafts

static void keep(const struct place *place, enum desk_draft_kind kind, const char *text)
{
	const struct desk_draft cell = {DRAFT_CELL, FIX_FIRMS, FIX_WD, PERIOD, text};
	const struct desk_draft target = {DRAFT_TARGET, FIX_COUNT, FIX_WD, PLAN_TARGET * 10000 + 2025, text};
	place->desk->keep_draft(place->desk->ctx, kind == DRAFT_CELL ? &cell : &target);
}

static void test_a_draft_outlives_a_kill_and_is_offered_once(void **state)
{
	struct place place;
	struct desk_draft draft;
	int status;
	(void)state;
	new_desk(&place, "draft.db");
	pid_t child = fork();
	assert_true(child >= 0);
	if (child == 0) {
		struct place dying;
		open_desk(&dying, fixture_path("draft.db"), "李四");
		keep(&dying, DRAFT_CELL, "123456");
		keep(&dying, DRAFT_CELL, "12");
		raise(SIGKILL);
	}
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_true(WIFSIGNALED(status));
	assert_true(place.desk->offer_draft(place.desk->ctx, &draft));
	assert_int_equal(draft.kind, DRAFT_CELL);
	assert_int_equal(draft.row, FIX_FIRMS);
	assert_int_equal(draft.unit, FIX_WD);
	assert_int_equal(draft.when, PERIOD);
	assert_string_equal(draft.text, "12");
	place.desk->drop_draft(place.desk->ctx);
	assert_false(place.desk->offer_draft(place.desk->ctx, &draft));
	close_desk(&place);
}

static void test_drafts_of_the_living_and_of_other_files_are_left_alone(void **state)
{
	struct place living, asking, elsewhere;
	struct desk_draft draft;
	(void)state;
	new_desk(&living, "living.db");
	new_desk(&elsewhere, "elsewhere.db");
	open_desk(&asking, fixture_path("living.db"), "李四");
	keep(&living, DRAFT_CELL, "7");
	assert_false(asking.desk->offer_draft(asking.desk->ctx, &draft));
	close_desk(&living);      // leaves with a text in its cell
	assert_false(elsewhere.desk->offer_draft(elsewhere.desk->ctx, &draft));
	assert_true(asking.desk->offer_draft(asking.desk->ctx, &draft));
	assert_string_equal(draft.text, "7");
	asking.desk->drop_draft(asking.desk->ctx);
	close_desk(&asking);
	close_desk(&elsewhere);
}

static void test_a_draft_of_a_target(void **state)
{
	struct place first, second;
	struct desk_draft draft;
	(void)state;
	new_desk(&first, "target_draft.db");
	keep(&first, DRAFT_TARGET, "5~8");
	close_desk(&first);
	open_desk(&second, fixture_path("target_draft.db"), "李四");
	assert_true(second.desk->offer_draft(second.desk->ctx, &draft));
	assert_int_equal(draft.kind, DRAFT_TARGET);
	assert_int_equal(draft.row, FIX_COUNT);
	assert_int_equal(draft.unit, FIX_WD);
	assert_int_equal(draft.when, PLAN_TARGET * 10000 + 2025);
	assert_string_equal(draft.text, "5~8");
	second.desk->drop_draft(second.desk->ctx);
	close_desk(&second);
}

static void test_nothing_typed_leaves_nothing(void **state)
{
	struct place first, second;
	struct desk_draft draft;
	(void)state;
	new_desk(&first, "typed.db");
	keep(&first, DRAFT_CELL, "7");
	first.desk->keep_draft(first.desk->ctx, NULL);
	close_desk(&first);
	open_desk(&second, fixture_path("typed.db"), "李四");
	assert_false(second.desk->offer_draft(second.desk->ctx, &draft));
	close_desk(&second);
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

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_undo_and_redo_walk_the_whole_session),
		cmocka_unit_test(test_a_new_save_ends_redo),
		cmocka_unit_test(test_a_refusal_writes_nothing),
		cmocka_unit_test(test_two_desks_at_one_cell),
		cmocka_unit_test(test_a_draft_outlives_a_kill_and_is_offered_once),
		cmocka_unit_test(test_drafts_of_the_living_and_of_other_files_are_left_alone),
		cmocka_unit_test(test_a_draft_of_a_target),
		cmocka_unit_test(test_nothing_typed_leaves_nothing),
	};
	return cmocka_run_group_tests(tests, set_up, tear_down);
}
