// SPDX-License-Identifier: MIT
// The file as it was known at a past time: after each of many random actions all that can be read is written down; looked back to
// from the end, it reads the same.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "core/bulletin.h"
#include "core/check.h"
#include "core/report.h"
#include "db/past.h"
#include "tests/storage/fixture.h"

#define ACTIONS 120

static struct store *store;
static struct plan *plan;
static uint32_t seed = 20240708;

static int any(int below)
{
	seed = seed * 1664525U + 1013904223U;
	return (int)((seed >> 8) % (uint32_t)below);
}

static int open_file(void **state)
{
	(void)state;
	store = fixture_store("past.db", &plan);
	return 0;
}

static int close_file(void **state)
{
	(void)state;
	plan_free(plan);
	db_close(store);
	fixture_folder_done();
	return 0;
}

// ------------------------------------------------------------ all that can be read

static enum err tell_entry(const struct entry *e, void *out)
{
	fprintf(out, "entry %d %d %d %d %lld %d %s %lld\n", e->element, e->unit, e->period, (int)e->kind, (long long)e->figure, e->accepted,
		e->note, (long long)e->change);
	return ERR_OK;
}

static enum err tell_node(const struct node *n, void *out)
{
	fprintf(out, "node %d %d %d %s %d %lld\n", n->element, n->unit, n->no, n->name, n->planned, (long long)n->change);
	return ERR_OK;
}

static enum err tell_report(const struct report *r, void *out)
{
	fprintf(out, "report %d %d %d %d %lld %lld\n", r->key.period, r->key.dept, r->key.unit, (int)r->state, (long long)r->upto,
		(long long)r->change);
	return ERR_OK;
}

static enum err tell_explanation(const struct explanation *e, void *out)
{
	fprintf(out, "explanation %d %d %s %s %lld\n", e->element, e->unit, e->rule, e->text, (long long)e->change);
	return ERR_OK;
}

static enum err tell_correction(const struct correction *c, void *out)
{
	fprintf(out, "correction %lld %d %lld\n", (long long)c->id, (int)c->state, (long long)c->figure);
	return ERR_OK;
}

static enum err tell_stage(const struct stage *s, void *out)
{
	fprintf(out, "stage %d %d %d %d %s %lld\n", s->element, s->unit, s->period, (int)s->stage, s->progress, (long long)s->change);
	return ERR_OK;
}

static enum err tell_bulletin(const struct bulletin *b, const char *body, void *out)
{
	fprintf(out, "bulletin %d %d %s %s\n", b->year, b->no, b->code, body);
	return ERR_OK;
}

static enum err tell_change(const struct store_op *op, const struct store_change *change, void *out)
{
	fprintf(out, "change %lld %lld %s %s\n", (long long)op->seq, (long long)change->seq, op->action, change->text);
	return ERR_OK;
}

static char *all_of(struct store *from)
{
	char *text;
	size_t len;
	FILE *out = open_memstream(&text, &len);
	struct plan *targets;
	fixture_ok(store_begin(from));
	fixture_ok(store_read_plan(from, &targets));
	for (int i = 0; i < targets->targets_len; i++)
		fprintf(out, "target %d %d %d %lld\n", targets->targets[i].indicator, targets->targets[i].unit, targets->targets[i].year,
			(long long)targets->targets[i].figure);
	fixture_ok(store_every_entry(from, plan, tell_entry, out));
	for (int element = 0; element < plan->elements_len; element++) {
		fixture_ok(store_each_entry(from, plan, element, 202112, tell_entry, out));
		fixture_ok(store_each_figure(from, plan, element, 202012, true, tell_entry, out));
		fixture_ok(store_each_node(from, plan, element, tell_node, out));
		fixture_ok(store_each_stage(from, plan, element, 202112, tell_stage, out));
	}
	fixture_ok(store_each_report(from, plan, 0, tell_report, out));
	fixture_ok(store_each_explanation(from, plan, 202112, PLAN_NONE, tell_explanation, out));
	fixture_ok(store_each_correction(from, plan, STORE_ALL, NULL, tell_correction, out));
	fixture_ok(store_each_bulletin(from, tell_bulletin, out));
	fixture_ok(store_each_change(from, 0, tell_change, out));
	store_end(from);
	plan_free(targets);
	assert_int_equal(fclose(out), 0);
	return text;
}

// ------------------------------------------------------------ actions

static enum err put_entry(void)
{
	struct entry entry;
	fixture_ok(store_get_entry(store, plan, any(2), FIX_WD + any(2), 202012 + 100 * any(2), &entry));
	entry.kind = any(4) == 0 ? ENTRY_CLEARED : ENTRY_VALUE;
	entry.figure = entry.kind == ENTRY_VALUE ? (int64_t)any(1000) * NUM_SCALE : 0;
	entry.note = any(2) == 0 ? "注" : "";
	entry.doc = "";
	return ledger_put_entry(store, plan, &entry, entry.change);
}

static enum err put_report(void)
{
	struct report report = { .key = { 202112, 0, FIX_WD + any(2) } };
	fixture_ok(store_get_report(store, plan, &report));
	report.state = (enum report_state)any(REPORT_STATES);
	report.upto = report.state == REPORT_ACCEPTED ? ledger_next_change(store) : report.upto;
	report.sentence = "";
	return ledger_put_report(store, plan, &report, report.change);
}

static enum err find_explanation(const struct explanation *e, void *ctx)
{
	struct explanation *of = ctx;
	if (e->element == of->element)
		of->change = e->change;
	return ERR_OK;
}

static enum err put_explanation(void)
{
	struct explanation e = { .period = 202112, .unit = FIX_WD, .element = any(2), .rule = "slip", .text = any(3) == 0 ? "" : "属实" };
	fixture_ok(store_each_explanation(store, plan, e.period, e.unit, find_explanation, &e));
	e.about = any(9);
	return ledger_put_explanation(store, plan, &e, e.change);
}

static enum err put_target(void)
{
	struct plan_target target = { .indicator = FIX_COUNT, .unit = FIX_WD + any(2), .kind = PLAN_TARGET, .year = 2025 };
	fixture_ok(store_get_target(store, plan, &target));
	int64_t saw = target.change;
	target.form = any(3) == 0 ? PLAN_FORM_NONE : PLAN_FORM_VALUE;
	target.figure = (int64_t)any(500) * NUM_SCALE;
	static char none[] = "", doc[] = "许科〔2022〕31号";
	target.text = none;
	target.doc = doc;
	return ledger_put_target(store, plan, &target, saw);
}

static enum err find_node(const struct node *n, void *ctx)
{
	struct node *of = ctx;
	if (n->unit == of->unit && n->no == of->no)
		of->change = n->change;
	return ERR_OK;
}

static enum err put_node(void)
{
	struct node node = { .element = FIX_STAGE, .unit = FIX_WD, .no = 1 + any(2), .name = any(3) == 0 ? "" : "编制方案", .doc = "" };
	fixture_ok(store_each_node(store, plan, FIX_STAGE, find_node, &node));
	node.planned = 202200 + 1 + any(12);
	return ledger_put_node(store, plan, &node, node.change);
}

static enum err put_correction(void)
{
	struct entry entry;
	fixture_ok(store_get_entry(store, plan, FIX_FIRMS, FIX_WD, 202112, &entry));
	struct correction c = { .element = FIX_FIRMS, .unit = FIX_WD, .period = 202112, .about = entry.change, .figure = any(99), .reason = "误",
		.doc = "" };
	return entry.change == 0 ? ERR_OK : ledger_put_correction(store, plan, &c, 0, NULL);
}

static enum err find_stage(const struct stage *s, void *ctx)
{
	struct stage *of = ctx;
	if (s->unit == of->unit)
		of->change = s->change;
	return ERR_OK;
}

static enum err put_stage(void)
{
	struct stage stage = { FIX_STAGE, FIX_WD, 202112, (enum stage_kind)any(3), any(2) == 0 ? "开工" : "完成过半", "", "", 0 };
	struct entry entry;
	fixture_ok(store_each_stage(store, plan, FIX_STAGE, 202112, find_stage, &stage));
	fixture_ok(store_get_entry(store, plan, FIX_STAGE, FIX_WD, 202112, &entry));
	int64_t saw = entry.change;
	entry.kind = ENTRY_CLEARED;
	entry.note = entry.doc = "";
	return ledger_put_stage(store, plan, &entry, &stage, saw, stage.change);
}

static enum err put_bulletin(void)
{
	struct bulletin bulletin = { .year = 2022, .period = 202112, .code = "abcdef" };
	struct store_op last;
	fixture_ok(store_last_op(store, &last));
	bulletin.seen = last.seq;
	fixture_ok(bulletin_add(&bulletin, BULLETIN_TITLE, "关于执行情况的通报"));
	fixture_ok(ledger_next_bulletin(store, bulletin.year, &bulletin.no));
	enum err err = ledger_put_bulletin(store, plan, &bulletin);
	bulletin_done(&bulletin);
	return err;
}

static void act(void)
{
	static enum err (*const puts[])(void) = { put_entry, put_entry, put_report, put_explanation, put_target, put_node, put_correction,
		put_stage, put_bulletin };
	const struct ledger_op op = fixture_op("set");
	int64_t seq;
	fixture_ok(ledger_begin(store, &op));
	fixture_ok(puts[any((int)(sizeof puts / sizeof puts[0]))]());
	fixture_ok(ledger_commit(store, &seq));
}

// ------------------------------------------------------------

static struct store *look_back(int64_t until)
{
	const struct db_options options = { .mode = DB_READ };
	struct store *past;
	fixture_ok(db_open_past(fixture_path("past.db"), &options, until, &past));
	return past;
}

static void each_moment_reads_as_then(void **state)
{
	(void)state;
	char *then[ACTIONS];
	int64_t at[ACTIONS];
	for (int i = 0; i < ACTIONS; i++) {
		struct store_op last;
		act();
		fixture_ok(store_last_op(store, &last));
		at[i] = last.at;
		then[i] = all_of(store);
	}
	for (int i = 0; i < ACTIONS; i++) {
		struct store *past = look_back(at[i]);
		char *now = all_of(past);
		assert_string_equal(now, then[i]);
		free(now);
		db_close(past);
	}
	for (int i = 0; i < ACTIONS; i++)
		free(then[i]);
}

// Another desk saves while one looks back: what was known then does not move.
static void others_go_on(void **state)
{
	(void)state;
	struct store_op last;
	fixture_ok(store_last_op(store, &last));
	struct store *past = look_back(last.at);
	char *before = all_of(past);
	for (int i = 0; i < 20; i++)
		act();
	char *after = all_of(past), *now = all_of(store);
	assert_string_equal(after, before);
	assert_string_not_equal(after, now);
	free(before);
	free(after);
	free(now);
	db_close(past);
}

static void before_the_first_action(void **state)
{
	(void)state;
	const struct db_options options = { .mode = DB_READ };
	struct store *past;
	assert_int_equal(db_open_past(fixture_path("past.db"), &options, 1000, &past), ERR_REFUSED);
	assert_null(past);
}

static void nothing_can_be_written(void **state)
{
	(void)state;
	const struct ledger_op op = fixture_op("set");
	struct store_op last;
	fixture_ok(store_last_op(store, &last));
	struct store *past = look_back(last.at);
	assert_int_equal(ledger_begin(past, &op), ERR_READONLY);
	db_close(past);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_moment_reads_as_then),
		cmocka_unit_test(others_go_on),
		cmocka_unit_test(before_the_first_action),
		cmocka_unit_test(nothing_can_be_written),
	};
	return cmocka_run_group_tests(tests, open_file, close_file);
}
