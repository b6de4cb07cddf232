// SPDX-License-Identifier: MIT
// See intake_stage.h. A text that is asked for may be short but not blank: a reader shall learn what was done and what comes.
#include "core/intake_stage.h"

#include <stdio.h>
#include <string.h>

#include "core/i18n.h"
#include "core/intake_gate.h"
#include "core/intake_part.h"
#include "core/period.h"
#include "core/text.h"

#define MONTH_BYTES 64

static bool is_blank(const char *text)
{
	for (;; text++) {
		text += strspn(text, " ");
		if (strncmp(text, "　", strlen("　")) != 0)
			return *text == '\0';
		text += strlen("　") - 1;
	}
}

// ------------------------------------------------------------ the stage

struct asked_text { enum intake_stage_field field; const char *text, *name; bool required; };

static bool refuse(struct intake_stage_result *out, enum intake_stage_field field)
{
	out->verdict = INTAKE_REFUSED;
	out->field = field;
	return false;
}

static bool check_texts(const struct intake_stage *ask, struct intake_stage_result *out)
{
	bool begun = ask->stage != STAGE_NOT_STARTED;
	const struct asked_text texts[] = {
		{ INTAKE_FIELD_PROGRESS, ask->progress, _("progress text"), begun },
		{ INTAKE_FIELD_PROBLEM, ask->problem, _("problem text"), false },
		{ INTAKE_FIELD_NEXT, ask->next, _("next step"), begun },
	};
	for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
		if (!intake_words_hold(texts[i].text, INTAKE_STAGE_BYTES, texts[i].name, out->why, sizeof out->why))
			return refuse(out, texts[i].field);
	for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
		if (!texts[i].required || !is_blank(texts[i].text))
			continue;
		text_format(out->why, sizeof out->why, _("not saved yet: the %s is still to be written"), texts[i].name);
		return refuse(out, texts[i].field);
	}
	return true;
}

static bool take_percent(const struct plan_element *element, const char *typed, struct intake_stage_result *out)
{
	char quote[128];
	struct num_typed number;
	out->entry.kind = ENTRY_CLEARED;
	if (is_blank(typed))
		return true;
	num_parse(typed, "%", element->decimals, &number);
	if (number.kind == NUM_VALUE && number.figure >= 0 && number.figure <= 100 * NUM_SCALE) {
		out->entry.kind = ENTRY_VALUE;
		out->entry.figure = number.figure;
		return true;
	}
	text_format(out->why, sizeof out->why, _("not saved: the percent is 0 to 100 or left empty, not \"%s\""),
		text_quote(typed, 20, quote, sizeof quote));
	return refuse(out, INTAKE_FIELD_PERCENT);
}

static bool is_asked(const struct plan *plan, const struct intake_stage *ask, int today, struct intake_stage_result *out)
{
	const struct intake_cell cell = { .element = ask->element, .unit = ask->unit, .period = ask->period };
	if (intake_asked(plan, &cell, today, out->why, sizeof out->why))
		return true;
	return refuse(out, INTAKE_FIELD_STAGE);
}

static bool is_same(const struct intake_stage_result *out, const struct entry *entry, const struct stage *stage)
{
	return entry->change != 0 && stage->change != 0 && out->entry.kind == entry->kind &&
		(entry->kind != ENTRY_VALUE || out->entry.figure == entry->figure) && out->stage.stage == stage->stage &&
		strcmp(out->stage.progress, stage->progress) == 0 && strcmp(out->stage.problem, stage->problem) == 0 &&
		strcmp(out->stage.next, stage->next) == 0;
}

void intake_stage_read(const struct plan *plan, const struct intake_stage *ask, const struct entry *entry,
	const struct stage *stage, int today, struct intake_stage_result *out)
{
	memset(out, 0, sizeof *out);
	out->saw_entry = entry->change;
	out->saw_stage = stage->change;
	out->entry = (struct entry){ .element = ask->element, .unit = ask->unit, .period = ask->period,
		.final = entry->change != 0 && entry->final, .note = entry->change != 0 ? entry->note : "",
		.doc = entry->change != 0 ? entry->doc : "" };
	out->stage = (struct stage){ ask->element, ask->unit, ask->period, ask->stage, ask->progress, ask->problem, ask->next, 0 };
	if (!is_asked(plan, ask, today, out) || !take_percent(&plan->elements[ask->element], ask->percent, out) ||
			!check_texts(ask, out))
		return;
	out->verdict = is_same(out, entry, stage) ? INTAKE_NOTHING : INTAKE_WRITE;
}

// ------------------------------------------------------------ nodes

// Digits at *AT, at most MOST of them; -1 when there is none.
static int take_digits(const char **at, int most)
{
	int value = 0, len = 0;
	for (; len < most && **at >= '0' && **at <= '9'; ++*at, len++)
		value = 10 * value + (**at - '0');
	return len == 0 ? -1 : value;
}

bool intake_month(const char *text, int *out)
{
	static const char *const between[] = { "", "-", ".", "/", "年" };
	char half[MONTH_BYTES];
	*out = 0;
	if (is_blank(text))
		return true;
	if (strlen(text) >= sizeof half)
		return false;
	text_format(half, sizeof half, "%s", text);
	text_halve(half);
	const char *at = half + strspn(half, " ");
	int year = take_digits(&at, 4), month = -1;
	for (size_t i = sizeof between / sizeof between[0]; i-- > 0 && month < 0;)
		if (strncmp(at, between[i], strlen(between[i])) == 0) {
			at += strlen(between[i]);
			month = take_digits(&at, 2);
		}
	if (strncmp(at, "月", strlen("月")) == 0)
		at += strlen("月");
	if (month < 1 || at[strspn(at, " ")] != '\0' || !period_valid(period_make(year, month)))
		return false;
	*out = period_make(year, month);
	return true;
}

static bool refuse_node(struct intake_node_result *out, enum intake_node_field field)
{
	out->verdict = INTAKE_REFUSED;
	out->field = field;
	return false;
}

static bool take_month(const char *typed, enum intake_node_field field, int *month, struct intake_node_result *out)
{
	char quote[128];
	if (intake_month(typed, month))
		return true;
	text_format(out->why, sizeof out->why, _("not saved: \"%s\" is no month; write 2024-03, 202403 or 2024年3月"),
		text_quote(typed, 20, quote, sizeof quote));
	return refuse_node(out, field);
}

static bool check_done(const struct plan *plan, int today, struct intake_node_result *out)
{
	int done = out->node.done;
	if (done == 0 || (period_year(done) >= plan->base_year && done <= today / 100))
		return true;
	if (done > today / 100)
		text_format(out->why, sizeof out->why, _("not saved: %d has not come yet; leave \"done\" empty until it is done"), done);
	else
		text_format(out->why, sizeof out->why, _("not saved: done in %d lies before the plan, whose base year is %d"), done,
			plan->base_year);
	return refuse_node(out, INTAKE_NODE_DONE);
}

static bool check_name(const struct intake_node *ask, struct intake_node_result *out)
{
	if (is_blank(ask->name)) {
		text_format(out->why, sizeof out->why, "%s",
			_("not saved yet: the node still needs its name; a row that is emptied goes away"));
		return refuse_node(out, INTAKE_NODE_NAME);
	}
	if (!intake_words_hold(ask->name, INTAKE_NODE_BYTES, _("node's name"), out->why, sizeof out->why))
		return refuse_node(out, INTAKE_NODE_NAME);
	if (!intake_words_hold(ask->doc, INTAKE_DOC_BYTES, _("document number"), out->why, sizeof out->why))
		return refuse_node(out, INTAKE_NODE_DOC);
	return true;
}

static bool is_same_node(const struct node *a, const struct node *b)
{
	return strcmp(a->name, b->name) == 0 && a->planned == b->planned && a->done == b->done && strcmp(a->doc, b->doc) == 0;
}

void intake_node_read(const struct plan *plan, const struct intake_node *ask, const struct node *node, int today,
	struct intake_node_result *out)
{
	bool there = node->change != 0;
	memset(out, 0, sizeof *out);
	out->saw = node->change;
	out->node = (struct node){ .element = ask->element, .unit = ask->unit, .no = ask->no, .name = "", .doc = "" };
	if (is_blank(ask->name) && is_blank(ask->planned) && is_blank(ask->done) && is_blank(ask->doc)) {
		out->verdict = there ? INTAKE_WRITE : INTAKE_NOTHING;
		return;
	}
	if (!take_month(ask->planned, INTAKE_NODE_PLANNED, &out->node.planned, out) ||
			!take_month(ask->done, INTAKE_NODE_DONE, &out->node.done, out) || !check_done(plan, today, out) ||
			!check_name(ask, out))
		return;
	out->node.name = ask->name;
	out->node.doc = ask->doc;
	out->verdict = there && is_same_node(&out->node, node) ? INTAKE_NOTHING : INTAKE_WRITE;
}

// ------------------------------------------------------------ saving

static enum err finish(struct store *store, enum err err, int64_t *seq)
{
	if (err == ERR_OK)
		err = ledger_commit(store, seq);
	if (err != ERR_OK)
		ledger_rollback(store);
	return err;
}

enum err intake_stage_save(struct store *store, const struct plan *plan, const struct ledger_op *op,
	const struct intake_stage_result *result, int64_t *seq)
{
	*seq = 0;
	struct intake_gate gate = { false };
	struct entry present = result->entry;
	present.kind = ENTRY_VALUE;            // what is said of a task is said, with or without a percent
	present.change = result->saw_entry;
	enum err err = ledger_begin(store, op);
	if (err != ERR_OK)
		return err;
	err = intake_gate_pass(store, plan, &gate, &present);
	if (err == ERR_OK)
		err = ledger_put_stage(store, plan, &result->entry, &result->stage, result->saw_entry, result->saw_stage);
	return finish(store, err, seq);
}

enum err intake_node_save(struct store *store, const struct plan *plan, const struct ledger_op *op,
	const struct intake_node_result *result, int64_t *seq)
{
	*seq = 0;
	enum err err = ledger_begin(store, op);
	return err != ERR_OK ? err : finish(store, ledger_put_node(store, plan, &result->node, result->saw), seq);
}
