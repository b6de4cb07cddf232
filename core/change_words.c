// SPDX-License-Identifier: MIT
// See change_words.h. The texts are long and made for their own screen; a list gives the stage and how the text begins.
#include "core/change_words.h"

#include <stdlib.h>

#include "core/change.h"
#include "core/i18n.h"
#include "core/period.h"
#include "core/phrase.h"
#include "core/target_words.h"
#include "core/text.h"

// The key of a target's line; its form and figure are in the text.
static struct plan_target target_of(const struct plan *plan, const struct store_change *change)
{
	static char none[] = "";
	return (struct plan_target){
		.indicator = plan_indicator_by_id(plan, change->k1), .unit = plan_unit_by_id(plan, change->k2),
		.kind = (enum plan_target_kind)(change->k3 / 10000), .year = (int)(change->k3 % 10000), .text = none, .doc = none,
	};
}

bool change_words_of(const struct plan *plan, const struct store_change *change, int *element, int *unit)
{
	bool stage = change->what == CHANGE_STAGE, target = change->what == CHANGE_TARGET;
	int indicator = target ? plan_indicator_by_id(plan, change->k1) : PLAN_NONE;
	*element = target ? PLAN_NONE : plan_element_by_id(plan, change->k1);
	if (indicator != PLAN_NONE)
		*element = plan->indicators[indicator].x;
	*unit = plan_unit_by_id(plan, stage || change->what == CHANGE_ENTRY ? change->k3 : change->k2);
	return (stage || target || change->what == CHANGE_NODE) && *element != PLAN_NONE && *unit != PLAN_NONE;
}

static enum err stage_words(const char *name, const struct store_change *change, char *out, size_t cap)
{
	struct stage stage = { 0 };
	char *buffer = NULL, period[PERIOD_TEXT];
	period_format((int)change->k2, PERIOD_REPORT, period);
	if (change->text[0] == '\0') {
		text_format(out, cap, _("%s %s: taken away"), name, period);
		return ERR_OK;
	}
	enum err err = change_stage_parse(change->text, &stage, &buffer);
	if (err == ERR_OK)
		text_format(out, cap, "%s %s: %s %s", name, period, phrase_stage(stage.stage), stage.progress);
	free(buffer);
	return err;
}

static void add_month(const char *label, int month, char *out, size_t cap)
{
	if (month != 0)
		text_add(out, cap, " %s%04d-%02d", label, period_year(month), period_month(month));
}

static enum err node_words(const char *name, const struct store_change *change, char *out, size_t cap)
{
	struct node node = { 0 };
	char *buffer = NULL;
	if (change->text[0] == '\0') {
		text_format(out, cap, _("%s node %d: taken away"), name, (int)change->k3);
		return ERR_OK;
	}
	enum err err = change_node_parse(change->text, &node, &buffer);
	if (err == ERR_OK) {
		text_format(out, cap, _("%s node %d: %s"), name, (int)change->k3, node.name);
		add_month(_("planned "), node.planned, out, cap);
		add_month(_("done in "), node.done, out, cap);
		text_add(out, cap, "%s%s", node.doc[0] == '\0' ? "" : " ", node.doc);
	}
	free(buffer);
	return err;
}

// ------------------------------------------------------------ a target

struct before { bool first; struct plan_target target; char *buffer; };

// The row as the line before it left it; the first call is the line itself.
static enum err take_before(const struct store_op *op, const struct store_change *change, void *ctx)
{
	struct before *before = ctx;
	(void)op;
	if (before->first) {
		before->first = false;
		return ERR_OK;
	}
	enum err err = change->text[0] == '\0' ? ERR_OK : change_target_parse(change->text, &before->target, &before->buffer);
	return err == ERR_OK ? ERR_FINDINGS : err;              // one is enough: ends the walk
}

static enum err target_line_words(struct store *store, const struct plan *plan, const struct store_change *change, char *out,
	size_t cap)
{
	struct plan_target now = target_of(plan, change);
	struct before before = { true, now, NULL };
	char *buffer = NULL, name[TARGET_WORDS], old[TARGET_WORDS], new[TARGET_WORDS];
	enum err err = store_cell_life(store, change->seq, take_before, &before);
	err = err == ERR_FINDINGS ? ERR_OK : err;
	if (err == ERR_OK && change->text[0] != '\0')
		err = change_target_parse(change->text, &now, &buffer);
	if (err == ERR_OK) {
		text_format(out, cap, _("%s: %s to %s"), target_words_name(plan, &now, name, sizeof name),
			target_words_full(plan, &before.target, old, sizeof old), target_words_full(plan, &now, new, sizeof new));
		text_add(out, cap, "%s%s", now.doc[0] == '\0' ? "" : "  ", now.doc);
	}
	free(before.buffer);
	free(buffer);
	return err;
}

// ------------------------------------------------------------

enum err change_words(struct store *store, const struct plan *plan, const struct store_change *change, char *out, size_t cap)
{
	int element, unit;
	char name[256];
	out[0] = '\0';
	if (!change_words_of(plan, change, &element, &unit))
		return ERR_OK;
	if (change->what == CHANGE_TARGET)
		return target_line_words(store, plan, change, out, cap);
	text_format(name, sizeof name, "%s%s", plan->units[unit].short_name, plan->elements[element].short_name);
	return change->what == CHANGE_NODE ? node_words(name, change, out, cap) : stage_words(name, change, out, cap);
}
