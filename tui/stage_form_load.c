// SPDX-License-Identifier: MIT
// What a task's form shows (stage_form.h). What is being typed is never read over: its revision stays the one it rests on, so
// that what another desk does meanwhile is seen when it is saved.
#include "tui/stage_part.h"

#include <stdlib.h>
#include <string.h>

#include "core/i18n.h"
#include "core/period.h"
#include "core/text.h"

struct reading {
	struct stage_form *form;
	struct stage_said *said;
};

static void point_to_texts(struct stage_said *said)
{
	said->stage.progress = said->text[0];
	said->stage.problem = said->text[1];
	said->stage.next = said->text[2];
}

void stage_copy_said(struct stage_said *to, const struct stage_said *from)
{
	*to = *from;
	point_to_texts(to);
}

static enum err take_stage(const struct stage *stage, void *ctx)
{
	const struct reading *reading = ctx;
	struct stage_said *said = reading->said;
	if (stage->unit != reading->form->unit)
		return ERR_OK;
	const char *texts[STAGE_TEXTS] = {stage->progress, stage->problem, stage->next};
	for (int i = 0; i < STAGE_TEXTS; i++)
		text_format(said->text[i], sizeof said->text[i], "%s", texts[i]);
	said->stage = *stage;
	point_to_texts(said);
	return ERR_OK;
}

static enum err read_said(struct stage_form *f, int period, struct stage_said *said)
{
	struct reading reading = {f, said};
	memset(said, 0, sizeof *said);
	point_to_texts(said);
	enum err err = store_get_entry(f->app->store, f->app->plan, f->element, f->unit, period, &said->entry);
	if (err != ERR_OK)
		return err;
	said->entry.note = said->entry.doc = "";           // a stage has no others
	if (said->entry.change != 0 && said->entry.kind == ENTRY_VALUE)
		num_format(said->entry.figure, f->app->plan->elements[f->element].decimals, said->percent);
	return store_each_stage(f->app->store, f->app->plan, f->element, period, take_stage, &reading);
}

static enum err read_before(struct stage_form *f)
{
	int period = f->period;
	memset(&f->before, 0, sizeof f->before);
	for (;;) {
		enum err err = store_newest_period(f->app->store, f->app->plan, f->element, period_add(period, -1), &period);
		if (err != ERR_OK || period == 0)
			return err;
		err = read_said(f, period, &f->before);
		if (err != ERR_OK || f->before.stage.change != 0)
			return err;
	}
}

// ------------------------------------------------------------ nodes

static void month_text(int month, char *out, size_t cap)
{
	text_format(out, cap, "%s", "");
	if (month != 0)
		text_format(out, cap, "%04d-%02d", period_year(month), period_month(month));
}

static enum err take_node(const struct node *node, void *ctx)
{
	struct stage_form *f = ctx;
	if (node->unit != f->unit)
		return ERR_OK;
	if (f->nodes_len == f->nodes_cap) {
		int cap = f->nodes_cap == 0 ? 16 : 2 * f->nodes_cap;
		struct stage_node *nodes = realloc(f->nodes, (size_t)cap * sizeof *nodes);
		if (nodes == NULL)
			return err_set(ERR_MEMORY, "%s", _("no memory"));
		f->nodes = nodes;
		f->nodes_cap = cap;
	}
	struct stage_node *to = &f->nodes[f->nodes_len++];
	to->node = *node;
	text_format(to->text[0], sizeof to->text[0], "%s", node->name);
	month_text(node->planned, to->text[1], sizeof to->text[1]);
	month_text(node->done, to->text[2], sizeof to->text[2]);
	text_format(to->text[3], sizeof to->text[3], "%s", node->doc);
	return ERR_OK;
}

const struct stage_node *stage_node_at(const struct stage_form *f, int row)
{
	return row < f->nodes_len ? &f->nodes[row] : NULL;
}

int stage_node_no(const struct stage_form *f)
{
	const struct stage_node *node = stage_node_at(f, f->row);
	return node != NULL ? node->node.no : f->nodes_len == 0 ? 1 : f->nodes[f->nodes_len - 1].node.no + 1;
}

void stage_set_edit(struct edit *edit, const char *text)
{
	char present[EDIT_MAX * 4 + 1];
	edit_utf8(edit, present, sizeof present);
	if (strcmp(present, text) != 0)
		edit_set(edit, text, false);
}

void stage_fill_node(struct stage_form *f)
{
	const struct stage_node *node = stage_node_at(f, f->row);
	for (int i = 0; i < STAGE_COLUMNS; i++)
		stage_set_edit(&f->edits[STAGE_NODE_NAME + i], node == NULL ? "" : node->text[i]);
}

static enum err read_nodes(struct stage_form *f)
{
	f->nodes_len = 0;
	enum err err = store_each_node(f->app->store, f->app->plan, f->element, take_node, f);
	if (f->row > f->nodes_len)
		f->row = f->nodes_len;
	stage_fill_node(f);
	return err;
}

// ------------------------------------------------------------ all of it

static void fill_words(struct stage_form *f)
{
	f->kind = f->now.stage.stage;
	stage_set_edit(&f->edits[STAGE_PERCENT], f->now.percent);
	for (int i = 0; i < STAGE_TEXTS; i++)
		stage_set_edit(&f->edits[STAGE_PROGRESS + i], f->now.text[i]);
}

static enum err read_standing(struct stage_form *f)
{
	const struct survey_query query = app_query_keyed(f->app);
	struct survey *fresh = NULL;
	enum err err = survey_indicator(f->app->store, f->app->plan, &query, f->indicator, &fresh);
	if (err != ERR_OK)
		return err;
	survey_free(f->survey);
	f->survey = fresh;
	return ERR_OK;
}

enum err stage_form_load(struct stage_form *f)
{
	enum err err = ERR_OK;
	if (!stage_form_unsaved(f))
		f->period = period_at_or_before(f->app->period, f->app->plan->elements[f->element].months);
	if (!f->dirty)
		err = read_said(f, f->period, &f->now);
	if (err == ERR_OK && !f->dirty)
		fill_words(f);
	if (err == ERR_OK)
		err = read_before(f);
	if (err == ERR_OK && !f->node_dirty)
		err = read_nodes(f);
	return err == ERR_OK ? read_standing(f) : err;
}

static int indicator_of(const struct plan *plan, int element)
{
	for (int i = 0; i < plan->indicators_len; i++)
		if (plan->indicators[i].kind == PLAN_STAGES && plan->indicators[i].x == element)
			return i;
	return PLAN_NONE;
}

enum err stage_form_open(struct stage_form *f, struct app *app, const struct scr_stage_arg *arg)
{
	f->app = app;
	f->element = arg->element;
	f->unit = arg->unit;
	f->from_units = arg->from_units;
	f->indicator = indicator_of(app->plan, arg->element);
	f->field = STAGE_KIND;
	if (f->indicator == PLAN_NONE || !plan_element_applies(app->plan, f->element, f->unit))
		return err_set(ERR_REFUSED, _("%s does not keep this row"), app->plan->units[f->unit].name);
	enum err err = stage_form_load(f);
	if (err == ERR_OK)
		stage_resume_draft(f);
	return err;
}

void stage_form_close(struct stage_form *f)
{
	survey_free(f->survey);
	free(f->nodes);
}

int stage_form_units(const struct stage_form *f)
{
	int units = 0;
	for (int i = 0; i < f->app->plan->units_len; i++)
		units += plan_element_applies(f->app->plan, f->element, i);
	return units;
}
