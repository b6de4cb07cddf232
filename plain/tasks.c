// SPDX-License-Identifier: MIT
// Milestones, projects and tasks of a unit: how they stand, their stage with its texts, their nodes.
#include <stdlib.h>
#include <string.h>

#include "core/i18n.h"
#include "core/intake_stage.h"
#include "core/num.h"
#include "core/period.h"
#include "core/phrase.h"
#include "core/text.h"
#include "plain/part.h"

#define TEXTS 3
#define NODES 64                       // of one row; the plan's have a handful

struct node_texts { struct node node; char name[INTAKE_NODE_BYTES + 1], doc[INTAKE_DOC_BYTES + 1]; };
struct task {
	int element, indicator, unit, period;
	struct entry entry;
	struct stage stage;
	char percent[NUM_TEXT], text[TEXTS][INTAKE_STAGE_BYTES + 1];
	struct node_texts nodes[NODES];
	int nodes_len;
};
static const char *const labels[TEXTS] = {N_("progress"), N_("problem"), N_("next step")};

// ------------------------------------------------------------ read

static enum err take_stage(const struct stage *stage, void *ctx)
{
	struct task *task = ctx;
	if (stage->unit != task->unit)
		return ERR_OK;
	const char *const texts[TEXTS] = {stage->progress, stage->problem, stage->next};
	task->stage = *stage;
	for (int i = 0; i < TEXTS; i++)
		text_format(task->text[i], sizeof task->text[i], "%s", texts[i]);
	return ERR_OK;
}

static enum err take_node(const struct node *node, void *ctx)
{
	struct task *task = ctx;
	if (node->unit != task->unit || task->nodes_len == NODES)
		return ERR_OK;
	struct node_texts *to = &task->nodes[task->nodes_len++];
	to->node = *node;
	text_format(to->name, sizeof to->name, "%s", node->name);
	text_format(to->doc, sizeof to->doc, "%s", node->doc);
	to->node.name = to->name;
	to->node.doc = to->doc;
	return ERR_OK;
}

static enum err load(struct plain *p, struct task *task)
{
	task->stage = (struct stage){.change = 0};
	task->nodes_len = 0;
	task->percent[0] = '\0';
	for (int i = 0; i < TEXTS; i++)
		task->text[i][0] = '\0';
	enum err err = store_get_entry(p->store, p->plan, task->element, task->unit, task->period, &task->entry);
	if (err != ERR_OK)
		return err;
	task->entry.note = task->entry.doc = "";           // a stage has no others
	if (task->entry.change != 0 && task->entry.kind == ENTRY_VALUE)
		num_format(task->entry.figure, p->plan->elements[task->element].decimals, task->percent);
	err = store_each_stage(p->store, p->plan, task->element, task->period, take_stage, task);
	task->stage.progress = task->text[0];
	task->stage.problem = task->text[1];
	task->stage.next = task->text[2];
	return err == ERR_OK ? store_each_node(p->store, p->plan, task->element, take_node, task) : err;
}

// ------------------------------------------------------------ the stage

static const char *stage_name(const struct plain *p, const void *ctx, int row, char *out, size_t cap)
{
	(void)p;
	(void)ctx;
	return text_format(out, cap, "%s", phrase_stage((enum stage_kind)row));
}

struct typed { enum stage_kind stage; char percent[64], text[TEXTS][INTAKE_STAGE_BYTES + 1]; };

static bool ask_all(struct plain *p, struct typed *typed)
{
	int stage = plain_pick(p, _("At which stage is it?"), STAGE_DONE + 1, stage_name, NULL);
	if (stage == PLAN_NONE || !plain_ask_text(p, _("percent (may stay empty)"), _("How much of it is done, 0 to 100."), typed->percent,
			sizeof typed->percent))
		return false;
	typed->stage = (enum stage_kind)stage;
	for (int i = 0; i < TEXTS; i++)
		if (!plain_ask_text(p, _(labels[i]), _("One paragraph; what is under way or done wants progress and the next step."), typed->text[i],
				sizeof typed->text[i]))
			return false;
	return true;
}

// True: done with.
static bool save(struct plain *p, struct task *task, const struct typed *typed)
{
	struct intake_stage_result result;
	const struct intake_stage ask = {task->element, task->unit, task->period, typed->stage, typed->percent, typed->text[0],
		typed->text[1], typed->text[2]};
	enum err err = p->desk->save_stage(p->desk->ctx, &ask, &task->entry, &task->stage, &result);
	if (plain_failed(p, err)) {
		plain_failed(p, load(p, task));
		return false;
	}
	if (result.verdict == INTAKE_REFUSED)
		plain_say(p, "%s", result.why);
	else if (result.verdict == INTAKE_WRITE)
		plain_say(p, _("saved: %s of %s"), p->plan->indicators[task->indicator].short_name, p->plan->units[task->unit].name);
	return result.verdict != INTAKE_REFUSED;
}

static void month_text(int month, char *out, size_t cap)
{
	text_format(out, cap, month != 0 ? "%04d-%02d" : "", period_year(month), period_month(month));
}

static void say_node(struct plain *p, const struct node_texts *at)
{
	char planned[32], done[32];
	month_text(at->node.planned, planned, sizeof planned);
	month_text(at->node.done, done, sizeof done);
	plain_say(p, _("node %d: %s, planned %s, done %s %s"), at->node.no, at->name, planned, done[0] != '\0' ? done : _("not done"), at->doc);
}

static void say_judged(struct plain *p, const struct task *task)
{
	const struct survey_query query = plain_query(p);
	struct standing s;
	char words[PHRASE_LONG];
	if (!plain_failed(p, survey_one(p->store, p->plan, &query, task->indicator, task->unit, &s)))
		plain_say_text(p, phrase_write(p->plan, &s, PHRASE_SENTENCE, words, sizeof words));
}

static void say_stage(struct plain *p, void *at)
{
	struct task *task = at;
	if (plain_failed(p, load(p, task)))
		return;
	if (task->stage.change == 0)
		plain_say(p, "%s", _("Nothing has been entered here yet."));
	else
		plain_say(p, "%s %s", phrase_stage(task->stage.stage), task->percent);
	for (int i = 0; i < TEXTS; i++)
		if (task->text[i][0] != '\0')
			plain_say(p, _("%s: %s"), _(labels[i]), task->text[i]);
	for (int i = 0; i < task->nodes_len; i++)
		say_node(p, &task->nodes[i]);
	say_judged(p, task);
}

static void ask_stage(struct plain *p, void *at)
{
	struct task *task = at;
	struct typed *typed = malloc(sizeof *typed);
	if (typed == NULL) {
		plain_failed(p, err_set(ERR_MEMORY, "%s", _("no memory")));
		return;
	}
	text_format(typed->percent, sizeof typed->percent, "%s", task->percent);
	for (int i = 0; i < TEXTS; i++)
		text_format(typed->text[i], sizeof typed->text[i], "%s", task->text[i]);
	while (ask_all(p, typed) && !save(p, task, typed) && plain_again(p))
		continue;
	free(typed);
}

// ------------------------------------------------------------ nodes

static const char *node_name(const struct plain *p, const void *ctx, int row, char *out, size_t cap)
{
	const struct task *task = ctx;
	(void)p;
	return text_format(out, cap, "%s", row < task->nodes_len ? task->nodes[row].name : _("a new node"));
}

struct typed_node { char name[INTAKE_NODE_BYTES + 1], planned[32], done[32], doc[INTAKE_DOC_BYTES + 1]; };

static bool ask_words(struct plain *p, struct typed_node *typed)
{
	const char *help = _("Months are typed as 2024-03. A node all of whose answers are empty is taken away.");
	return plain_ask_text(p, _("name of the node"), help, typed->name, sizeof typed->name) &&
		plain_ask_text(p, _("planned month"), help, typed->planned, sizeof typed->planned) &&
		plain_ask_text(p, _("month in which it was done (may stay empty)"), help, typed->done, sizeof typed->done) &&
		plain_ask_text(p, _("document number or source"), help, typed->doc, sizeof typed->doc);
}

static bool save_node(struct plain *p, const struct task *task, const struct node *present, int no, const struct typed_node *typed)
{
	struct intake_node_result result;
	const struct intake_node ask = {task->element, task->unit, no, typed->name, typed->planned, typed->done, typed->doc};
	if (plain_failed(p, p->desk->save_node(p->desk->ctx, &ask, present, &result)))
		return true;
	if (result.verdict == INTAKE_REFUSED)
		plain_say(p, "%s", result.why);
	else if (result.verdict == INTAKE_WRITE)
		plain_say(p, _("saved: %s of %s"), p->plan->indicators[task->indicator].short_name, p->plan->units[task->unit].name);
	return result.verdict != INTAKE_REFUSED;
}

static void ask_node(struct plain *p, void *at)
{
	static const struct node none = {.name = "", .doc = ""};
	struct task *task = at;
	struct typed_node typed = {.name = ""};
	int row = plain_pick(p, _("Which node?"), task->nodes_len + 1, node_name, task);
	if (row == PLAN_NONE)
		return;
	const struct node *present = row < task->nodes_len ? &task->nodes[row].node : &none;
	int no = row < task->nodes_len ? present->no : row == 0 ? 1 : task->nodes[row - 1].node.no + 1;
	text_format(typed.name, sizeof typed.name, "%s", present->name);
	text_format(typed.doc, sizeof typed.doc, "%s", present->doc);
	month_text(present->planned, typed.planned, sizeof typed.planned);
	month_text(present->done, typed.done, sizeof typed.done);
	while (ask_words(p, &typed) && !save_node(p, task, present, no, &typed) && plain_again(p))
		continue;
}

// ------------------------------------------------------------ which task

static const struct plain_choice choices[] = {
	{N_("stage and texts"), ask_stage, plain_can_write},
	{N_("nodes"), ask_node, plain_can_write},
};
static const struct plain_question question = {N_("This is how it stands."),
	N_("Type a number and Enter; Enter alone reads the choices."), PLAIN_CHOICES(choices), false, say_stage, NULL};

struct task_list { int *indicators, len; };

static const char *task_name(const struct plain *p, const void *ctx, int row, char *out, size_t cap)
{
	return text_format(out, cap, "%s", p->plan->indicators[((const struct task_list *)ctx)->indicators[row]].name);
}

static void look_at_task(struct plain *p, int unit, int indicator)
{
	struct task *task = calloc(1, sizeof *task);
	if (task == NULL) {
		plain_failed(p, err_set(ERR_MEMORY, "%s", _("no memory")));
		return;
	}
	task->element = p->plan->indicators[indicator].x;
	task->indicator = indicator;
	task->unit = unit;
	task->period = period_at_or_before(p->period, p->plan->elements[task->element].months);
	plain_say(p, "%s", "");
	plain_say_text(p, p->plan->indicators[indicator].name);
	plain_question(p, &question, task);
	free(task);
}

void plain_tasks(struct plain *p, void *at)
{
	bool again = false;
	const struct plan *plan = p->plan;
	int unit = p->unit, row;
	struct task_list list = {calloc((size_t)plan->indicators_len + 1, sizeof *list.indicators), 0};
	(void)at;
	if (list.indicators == NULL) {
		plain_failed(p, err_set(ERR_MEMORY, "%s", _("no memory")));
		return;
	}
	bool chosen = p->unit != plan->root || plain_choose_unit(p, true, &unit);
	for (int i = 0; i < plan->indicators_len && chosen; i++)
		if (plan->indicators[i].kind == PLAN_STAGES && plan_element_applies(plan, plan->indicators[i].x, unit))
			list.indicators[list.len++] = i;
	while (chosen && (row = plain_pick_again(p, _("Which of them?"), list.len, task_name, &list, again)) != PLAN_NONE) {
		look_at_task(p, unit, list.indicators[row]);
		again = true;
	}
	free(list.indicators);
}
