// SPDX-License-Identifier: MIT
// See undo.h. An undo is an op like any other: it restores what stood before each line of the op it takes back, so doing
// again is the undo of the undo.
#include "cli/undo.h"

#include <stdlib.h>

#include "cli/op.h"
#include "core/change.h"
#include "core/entry_words.h"
#include "core/i18n.h"
#include "core/intake_gate.h"
#include "core/target_words.h"
#include "core/text.h"

struct numbers { int64_t *at; int len, cap; };

struct undo {
	struct context *context;
	struct numbers done, undone;      // ops that can be taken back, done again; newest last
	struct numbers own;               // every op of this session
	char what[512];
};
struct line {
	int64_t seq;
	int what;                         // enum change_what: an entry's, a stage's, a node's or a target's
	struct entry cell;                // which: of a node without a period
	int no;                           // of a node
	struct plan_target target;        // of a target, and then CELL is of no matter
};
struct lines {                            // of one op, newest first
	int64_t op;
	struct line *at;
	int len, cap;
	const struct plan *plan;
};

enum err undo_new(struct context *context, struct undo **out)
{
	*out = calloc(1, sizeof **out);
	if (*out == NULL)
		return err_set(ERR_MEMORY, _("out of memory"));
	(*out)->context = context;
	return ERR_OK;
}

void undo_free(struct undo *undo)
{
	if (undo == NULL)
		return;
	free(undo->done.at);
	free(undo->undone.at);
	free(undo->own.at);
	free(undo);
}

// Room for one more of SIZE bytes behind LEN.
static enum err grow(void **at, int len, int *cap, size_t size)
{
	int wanted = *cap == 0 ? 16 : *cap * 2;
	void *grown = len < *cap ? *at : realloc(*at, (size_t)wanted * size);
	if (grown == NULL)
		return err_set(ERR_MEMORY, _("out of memory"));
	*cap = len < *cap ? *cap : wanted;
	*at = grown;
	return ERR_OK;
}

static enum err push(struct numbers *numbers, int64_t value)
{
	void *at = numbers->at;
	enum err err = grow(&at, numbers->len, &numbers->cap, sizeof *numbers->at);
	numbers->at = at;
	if (err == ERR_OK)
		numbers->at[numbers->len++] = value;
	return err;
}

enum err undo_note(struct undo *undo, int64_t seq)
{
	undo->undone.len = 0;
	enum err err = push(&undo->done, seq);
	return err == ERR_OK ? push(&undo->own, seq) : err;
}

static bool can_be_restored(int what)
{
	return what == CHANGE_ENTRY || what == CHANGE_STAGE || what == CHANGE_NODE || what == CHANGE_TARGET;
}

static struct line line_of_target(const struct plan *plan, const struct store_change *change)
{
	return (struct line){.seq = change->seq, .what = CHANGE_TARGET, .target = {
		.indicator = plan_indicator_by_id(plan, change->k1), .unit = plan_unit_by_id(plan, change->k2),
		.kind = (enum plan_target_kind)(change->k3 / 10000), .year = (int)(change->k3 % 10000),
	}};
}

static struct line line_of(const struct plan *plan, const struct store_change *change)
{
	if (change->what == CHANGE_TARGET)
		return line_of_target(plan, change);
	bool node = change->what == CHANGE_NODE;
	struct entry cell = {
		.element = plan_element_by_id(plan, change->k1), .period = node ? 0 : (int)change->k2,
		.unit = plan_unit_by_id(plan, node ? change->k2 : change->k3), .note = "", .doc = "",
	};
	return (struct line){.seq = change->seq, .what = change->what, .cell = cell, .no = node ? (int)change->k3 : 0};
}

static enum err take_line(const struct store_op *op, const struct store_change *change, void *ctx)
{
	struct lines *lines = ctx;
	if (op->seq > lines->op || (op->seq == lines->op && !can_be_restored(change->what)))
		return ERR_OK;
	if (op->seq < lines->op)
		return ERR_FINDINGS;       // past it: ends the walk
	void *at = lines->at;
	enum err err = grow(&at, lines->len, &lines->cap, sizeof *lines->at);
	lines->at = at;
	if (err != ERR_OK)
		return err;
	lines->at[lines->len++] = line_of(lines->plan, change);
	return ERR_OK;
}

static enum err read_lines(const struct undo *undo, int64_t op, struct lines *lines)
{
	*lines = (struct lines){.op = op, .plan = undo->context->plan};
	enum err err = store_each_change(undo->context->store, 0, take_line, lines);
	return err == ERR_FINDINGS ? ERR_OK : err;
}

static enum err is_own(const struct store_op *op, const struct store_change *change, void *ctx)
{
	const struct numbers *own = ctx;
	(void)change;
	for (int i = own->len; i-- > 0;)
		if (own->at[i] == op->seq)
			return ERR_FINDINGS;
	return ERR_REFUSED;
}

// The present revision of the row that a line is of.
struct revision { const struct line *line; int64_t change; };

static enum err take_stage_revision(const struct stage *stage, void *ctx)
{
	struct revision *revision = ctx;
	if (stage->unit == revision->line->cell.unit)
		revision->change = stage->change;
	return ERR_OK;
}

static enum err take_node_revision(const struct node *node, void *ctx)
{
	struct revision *revision = ctx;
	if (node->unit == revision->line->cell.unit && node->no == revision->line->no)
		revision->change = node->change;
	return ERR_OK;
}

static enum err read_revision(const struct context *context, const struct line *line, int64_t *out)
{
	const struct entry *cell = &line->cell;
	struct revision revision = {line, 0};
	struct entry present;
	struct plan_target target = line->target;
	enum err err;
	if (line->what == CHANGE_TARGET) {
		err = store_get_target(context->store, context->plan, &target);
		revision.change = err == ERR_OK ? target.change : 0;
	} else if (line->what == CHANGE_STAGE) {
		err = store_each_stage(context->store, context->plan, cell->element, cell->period, take_stage_revision, &revision);
	} else if (line->what == CHANGE_NODE) {
		err = store_each_node(context->store, context->plan, cell->element, take_node_revision, &revision);
	} else {
		err = store_get_entry(context->store, context->plan, cell->element, cell->unit, cell->period, &present);
		revision.change = err == ERR_OK ? present.change : 0;
	}
	*out = revision.change;
	return err;
}

static const char *line_name(const struct context *context, const struct line *line, char *out, size_t cap)
{
	const struct plan *plan = context->plan;
	if (line->what == CHANGE_TARGET)
		return target_words_name(plan, &line->target, out, cap);
	if (line->what != CHANGE_NODE)
		return entry_words_name(plan, &line->cell, out, cap);
	return text_format(out, cap, _("%s of %s, node %d"), plan->elements[line->cell.element].short_name,
		plan->units[line->cell.unit].name, line->no);
}

// Was this session the last to change the row?
static enum err check_line(struct undo *undo, const struct line *line)
{
	const struct context *context = undo->context;
	int64_t present = 0;
	char words[TARGET_WORDS];
	enum err err = read_revision(context, line, &present);
	if (err == ERR_OK && present != 0)
		err = store_cell_life(context->store, present, is_own, &undo->own);
	if (err == ERR_REFUSED)
		return err_set(ERR_CONFLICT, _("not taken back: another desk has changed %s meanwhile"),
			line_name(context, line, words, sizeof words));
	return err == ERR_FINDINGS ? ERR_OK : err;
}

// What has been submitted is out of reach of undo.
static enum err check_open(const struct context *context, const struct line *line, struct intake_gate *gate)
{
	const struct entry *cell = &line->cell;
	struct entry present;
	if (line->what != CHANGE_ENTRY && line->what != CHANGE_STAGE)
		return ERR_OK;
	enum err err = store_get_entry(context->store, context->plan, cell->element, cell->unit, cell->period, &present);
	return err == ERR_OK ? intake_gate_pass(context->store, context->plan, gate, &present) : err;
}

static enum err restore_lines(struct undo *undo, const struct lines *lines, int64_t *seq)
{
	const struct context *context = undo->context;
	struct intake_gate gate = {false};
	for (int i = 0; i < lines->len; i++) {
		enum err err = check_line(undo, &lines->at[i]);
		if (err == ERR_OK)
			err = check_open(context, &lines->at[i], &gate);
		if (err == ERR_OK)
			err = ledger_restore(context->store, context->plan, lines->at[i].seq);
		if (err != ERR_OK)
			return err;
	}
	return ledger_commit(context->store, seq);
}

// The plan shows what the file holds again.
static enum err describe_target(struct undo *undo, const struct line *line)
{
	const struct context *context = undo->context;
	struct plan_target present = line->target;
	char words[TARGET_WORDS], figure[TARGET_WORDS];
	enum err err = store_get_target(context->store, context->plan, &present);
	if (err != ERR_OK)
		return err;
	text_format(undo->what, sizeof undo->what, _("%s is %s again"), line_name(context, line, words, sizeof words),
		target_words_full(context->plan, &present, figure, sizeof figure));
	return store_read_targets(context->store, context->plan);
}

static enum err describe(struct undo *undo, const struct lines *lines)
{
	const struct context *context = undo->context;
	const struct entry *cell = &lines->at[0].cell;
	struct entry present;
	char words[256], figure[ENTRY_WORDS];
	if (lines->at[0].what == CHANGE_TARGET)
		return describe_target(undo, &lines->at[0]);
	if (lines->at[0].what != CHANGE_ENTRY) {
		text_format(undo->what, sizeof undo->what, _("%s is as it was before"),
			line_name(context, &lines->at[0], words, sizeof words));
		return ERR_OK;
	}
	enum err err = store_get_entry(context->store, context->plan, cell->element, cell->unit, cell->period, &present);
	if (err != ERR_OK)
		return err;
	text_format(undo->what, sizeof undo->what, _("%s is %s again"), entry_words_name(context->plan, cell, words, sizeof words),
		entry_words(context->plan, &present, figure, sizeof figure));
	return ERR_OK;
}

static enum err write_restored(struct undo *undo, const struct lines *lines, const char *action, int64_t *seq)
{
	struct ledger_op op = op_make(undo->context, action, "");
	op.undoes = lines->op;
	enum err err = ledger_begin(undo->context->store, &op);
	if (err != ERR_OK)
		return err;
	err = restore_lines(undo, lines, seq);
	if (err != ERR_OK)
		ledger_rollback(undo->context->store);
	return err;
}

static enum err move(struct undo *undo, struct numbers *from, struct numbers *to, const char *action, const char **what)
{
	struct lines lines;
	int64_t seq = 0;
	enum err err = read_lines(undo, from->at[from->len - 1], &lines);
	if (err == ERR_OK && lines.len > 0)
		err = write_restored(undo, &lines, action, &seq);
	if (err == ERR_OK && seq != 0)
		err = push(&undo->own, seq);
	if (err == ERR_OK && seq != 0)
		err = push(to, seq);
	if (err == ERR_OK) {
		from->len--;
		err = lines.len > 0 ? describe(undo, &lines) : ERR_OK;
	}
	*what = undo->what;
	free(lines.at);
	return err;
}

enum err undo_back(struct undo *undo, const char **what)
{
	if (undo->done.len == 0)
		return err_set(ERR_REFUSED, _("there is nothing of this session to take back"));
	return move(undo, &undo->done, &undo->undone, "undo", what);
}

enum err undo_again(struct undo *undo, const char **what)
{
	if (undo->undone.len == 0)
		return err_set(ERR_REFUSED, _("nothing was taken back that could be done again"));
	return move(undo, &undo->undone, &undo->done, "redo", what);
}
