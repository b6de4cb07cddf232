// SPDX-License-Identifier: MIT
// duibiao log: the change lines, newest first, each with what stood before.
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "cli/commands.h"
#include "core/change.h"
#include "core/change_words.h"
#include "core/entry_words.h"
#include "core/i18n.h"
#include "core/life.h"
#include "core/op_words.h"
#include "core/period.h"
#include "core/plan_past.h"
#include "core/report.h"
#include "core/text.h"

#define LIMIT_MOST 1000000
#define WORD_CELLS 200

struct listing {
	const struct context *context;
	int element, unit;               // PLAN_NONE: all
	int left;                        // lines still wanted, -1 all
	int64_t plan_op;                 // the op whose plan lines were told already
};
struct before { bool first; struct entry entry; char *buffer; enum err err; };

static void print_head(const struct listing *listing, const struct store_op *op)
{
	char stamp[32] = "", code[10];
	time_t at = (time_t)op->at;
	struct tm day;
	if (localtime_r(&at, &day) != NULL)
		strftime(stamp, sizeof stamp, "%Y-%m-%d %H:%M:%S", &day);
	change_check_code(op->hash, code);
	fprintf(listing->context->out, "%lld  %s  %s  %s  %s  ", (long long)op->seq, code, stamp, op->who, _(op_words(op->action)));
}

// The row as the line before it left it; the first call is the line itself.
static enum err take_before(const struct store_op *op, const struct store_change *change, void *ctx)
{
	struct before *before = ctx;
	(void)op;
	if (before->first) {
		before->first = false;
		return ERR_OK;
	}
	before->entry.change = change->text[0] != '\0' ? change->seq : 0;
	before->err = change->text[0] == '\0' ? ERR_OK : change_entry_parse(change->text, &before->entry, &before->buffer);
	return before->err == ERR_OK ? ERR_FINDINGS : before->err;      // one is enough: ends the walk
}

static enum err read_now(const struct store_change *change, struct entry *out, char **buffer)
{
	out->change = change->text[0] != '\0' ? change->seq : 0;
	return change->text[0] != '\0' ? change_entry_parse(change->text, out, buffer) : ERR_OK;
}

// Cleaned: what stands in the file may have been put there by anything.
static void print_word(FILE *out, const char *text)
{
	char clean[4 * WORD_CELLS + 1];
	if (text[0] == '\0')
		return;
	text_fit(text, WORD_CELLS, false, false, clean, sizeof clean);
	fprintf(out, "  %s", clean);
}

static void print_words(FILE *out, const struct entry *now)
{
	if (now->change != 0) {
		print_word(out, now->doc);
		print_word(out, now->note);
	}
	fputc('\n', out);
}

static enum err print_entry(
	struct listing *listing, const struct store_op *op, const struct store_change *change, const struct entry *key)
{
	const struct context *context = listing->context;
	struct before before = {true, *key, NULL, ERR_OK};
	struct entry now = *key;
	char *buffer = NULL, cell[256], old[ENTRY_WORDS], new[ENTRY_WORDS];
	enum err err = store_cell_life(context->store, change->seq, take_before, &before);
	err = err == ERR_FINDINGS ? ERR_OK : err;
	if (err == ERR_OK)
		err = read_now(change, &now, &buffer);
	if (err == ERR_OK) {
		print_head(listing, op);
		entry_words_name(context->plan, key, cell, sizeof cell);
		entry_words(context->plan, &before.entry, old, sizeof old);
		entry_words(context->plan, &now, new, sizeof new);
		if (strcmp(old, new) == 0)
			fprintf(context->out, _("%s: still %s, its note, document or mark changed"), cell, new);
		else
			fprintf(context->out, _("%s: %s to %s"), cell, old, new);
		print_words(context->out, &now);
	}
	free(before.buffer);
	free(buffer);
	return err;
}

static enum err print_in_words(struct listing *listing, const struct store_op *op, const struct store_change *change)
{
	char words[CHANGE_WORDS], clean[4 * WORD_CELLS + 1];
	enum err err = change_words(listing->context->store, listing->context->plan, change, words, sizeof words);
	if (err != ERR_OK)
		return err;
	print_head(listing, op);
	text_fit(words, WORD_CELLS, false, false, clean, sizeof clean);
	fprintf(listing->context->out, "%s\n", clean);
	return ERR_OK;
}

// Whose report, or which cell.
static const char *place_of(const struct plan *plan, const struct store_change *change, const struct life_line *line, char *out, size_t cap)
{
	struct report_key key = {line->period, 0, line->unit};
	char period[PERIOD_TEXT];
	if (change->what == CHANGE_OPERATOR || change->what == CHANGE_BULLETIN)
		return text_format(out, cap, "%s", plan->units[line->unit].name);
	if (change->what != CHANGE_REPORT) {
		const struct entry cell = {.element = line->element, .unit = line->unit, .period = line->period};
		return entry_words_name(plan, &cell, out, cap);
	}
	for (int dept = 1; dept < plan->depts_len; dept++)
		if (plan->depts[dept].id == change->k2)
			key.dept = dept;
	period_format(line->period, PERIOD_REPORT, period);
	return text_format(out, cap, "%s %s", period, report_owner_name(plan, &key));
}

// A step of a report, an explanation, a correction, who sits where.
static void print_work(struct listing *listing, const struct store_op *op, const struct store_change *change,
	const struct life_line *line)
{
	const struct context *context = listing->context;
	char place[256];
	bool both = line->old[0] != '\0' && line->new[0] != '\0';
	print_head(listing, op);
	fprintf(context->out, _("%s: %s"), place_of(context->plan, change, line, place, sizeof place), _(line->act));
	if (both)
		fprintf(context->out, _(", %s to %s"), line->old, line->new);
	print_word(context->out, line->text);
	fputc('\n', context->out);
	listing->left -= listing->left > 0;
}

static bool is_work(const struct store_change *change)
{
	return change->what == CHANGE_REPORT || change->what == CHANGE_EXPLANATION || change->what == CHANGE_CORRECTION ||
		change->what == CHANGE_OPERATOR || change->what == CHANGE_BULLETIN;
}

static bool wanted(const struct listing *listing, int element, int unit)
{
	return (listing->element == PLAN_NONE || listing->element == element) &&
		(listing->unit == PLAN_NONE || listing->unit == unit);
}

// The entry beneath a stage that gives no percent says nothing of its own.
static bool is_silent(const struct plan *plan, const struct store_change *change, int element)
{
	return plan->elements[element].kind == PLAN_STAGE && strncmp(change->text, "kind=1", strlen("kind=1")) != 0;
}

// Targets that came with a plan file are part of its one line.
static bool is_of_plan(const struct store_op *op, const struct store_change *change)
{
	bool applied = strcmp(op->action, "init") == 0 || strcmp(op->action, "plan") == 0;
	return change->what == CHANGE_PLAN || (change->what == CHANGE_TARGET && applied);
}

static enum err print_plan(struct listing *listing, const struct store_op *op)
{
	if (listing->plan_op == op->seq || listing->element != PLAN_NONE || listing->unit != PLAN_NONE)
		return ERR_OK;
	listing->plan_op = op->seq;
	print_head(listing, op);
	fprintf(listing->context->out, _("plan, %lld lines\n"), (long long)(op->last - op->first + 1));
	listing->left -= listing->left > 0;
	return ERR_OK;
}

static enum err take_work(struct listing *listing, const struct store_op *op, const struct store_change *change)
{
	const struct context *context = listing->context;
	struct life_line line;
	bool told;
	enum err err = life_line_of(context->store, context->plan, op, change, &line, &told);
	if (err == ERR_OK && told && wanted(listing, line.element, line.unit))
		print_work(listing, op, change, &line);
	return err;
}

static enum err take_line(const struct store_op *op, const struct store_change *change, void *ctx)
{
	struct listing *listing = ctx;
	const struct plan *plan = listing->context->plan;
	int element, unit;
	struct entry key = {
		.element = plan_element_by_id(plan, change->k1),
		.period = (int)change->k2,
		.unit = plan_unit_by_id(plan, change->k3),
		.note = "",
		.doc = "",
	};
	if (listing->left == 0)
		return ERR_FINDINGS;     // enough: ends the walk
	if (is_of_plan(op, change)) {
		enum err err = print_plan(listing, op);
		return err == ERR_OK && change->what == CHANGE_PLAN
			? plan_past_pass(listing->context->plan, listing->context->store, change) : err;
	}
	if (is_work(change))
		return take_work(listing, op, change);
	bool in_words = change_words_of(plan, change, &element, &unit);
	if ((!in_words && change->what != CHANGE_ENTRY) || element == PLAN_NONE || unit == PLAN_NONE || !wanted(listing, element, unit))
		return ERR_OK;
	if (!in_words && is_silent(plan, change, element))
		return ERR_OK;
	listing->left -= listing->left > 0;
	return in_words ? print_in_words(listing, op, change) : print_entry(listing, op, change, &key);
}

enum err cmd_log(struct context *context, int argc, char **argv)
{
	struct listing listing = {context, PLAN_NONE, PLAN_NONE, -1, 0};
	const char *element = context->option[OPTION_ELEMENT];
	(void)argc;
	(void)argv;
	enum err err = context_number(context, OPTION_LIMIT, 1, LIMIT_MOST, &listing.left);
	if (err == ERR_OK)
		err = context_open(context, DB_READ);
	if (err == ERR_OK)
		err = context_unit(context, PLAN_NONE, &listing.unit);
	if (err == ERR_OK && element != NULL)
		err = context_find_element(context, element, &listing.element);
	if (err == ERR_OK && context->plan->demo)
		fprintf(context->out, "%s\n", _("demo data"));
	if (err == ERR_OK)
		err = store_each_change(context->store, 0, take_line, &listing);
	return err == ERR_FINDINGS ? ERR_OK : err;
}
