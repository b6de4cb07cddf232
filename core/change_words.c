// SPDX-License-Identifier: MIT
// See change_words.h. The texts are long and made for their own screen; a list gives the stage and how the text begins.
#include "core/change_words.h"

#include <stdlib.h>
#include <string.h>

#include "core/change.h"
#include "core/i18n.h"
#include "core/period.h"
#include "core/phrase.h"
#include "core/text.h"

bool change_words_of(const struct plan *plan, const struct store_change *change, int *element, int *unit)
{
	bool node = change->what == CHANGE_NODE;
	*element = plan_element_by_id(plan, change->k1);
	*unit = plan_unit_by_id(plan, node ? change->k2 : change->k3);
	return (node || change->what == CHANGE_STAGE) && *element != PLAN_NONE && *unit != PLAN_NONE;
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
	size_t len = strlen(out);
	if (month != 0)
		text_format(out + len, cap - len, " %s%04d-%02d", label, period_year(month), period_month(month));
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
		size_t len = strlen(out);
		text_format(out + len, cap - len, "%s%s", node.doc[0] == '\0' ? "" : " ", node.doc);
	}
	free(buffer);
	return err;
}

enum err change_words(const struct plan *plan, const struct store_change *change, char *out, size_t cap)
{
	int element, unit;
	char name[256];
	out[0] = '\0';
	if (!change_words_of(plan, change, &element, &unit))
		return ERR_OK;
	text_format(name, sizeof name, "%s%s", plan->units[unit].short_name, plan->elements[element].short_name);
	return change->what == CHANGE_NODE ? node_words(name, change, out, cap) : stage_words(name, change, out, cap);
}
