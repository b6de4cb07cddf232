// SPDX-License-Identifier: MIT
// the code of indicator_words.h.
#include "core/indicator_words.h"

#include "core/i18n.h"
#include "core/inferred.h"
#include "core/target_words.h"
#include "core/text.h"

struct words { char *text; size_t cap; };

static void add(const struct words *w, const char *label, const char *text)
{
	if (text != NULL && text[0] != '\0')
		text_add(w->text, w->cap, "%s%s\n", label, text);
}

static const char *const formula_words[] = {
	[PLAN_VALUE] = N_("the figure keyed in: "),
	[PLAN_RATIO] = N_("a ratio: "),
	[PLAN_GROWTH] = N_("average annual growth since the base year: "),
	[PLAN_HIGHER] = N_("how many indicators stand above the provincial average"),
	[PLAN_FASTER] = N_("how many indicators have grown faster than the provincial average"),
};

static void add_formula(const struct words *w, const struct plan *plan, const struct plan_indicator *indicator)
{
	char text[1024];
	const char *x = indicator->x == PLAN_NONE ? "" : plan->elements[indicator->x].name;
	const char *y = indicator->y == PLAN_NONE ? "" : plan->elements[indicator->y].name;
	text_format(text, sizeof text, "%s%s%s%s", _(formula_words[indicator->formula]), x, y[0] == '\0' ? "" : " / ", y);
	add(w, _("computed as: "), text);
}

static void add_element(const struct words *w, const struct plan *plan, int element)
{
	char text[1024];
	if (element == PLAN_NONE)
		return;
	const struct plan_element *e = &plan->elements[element];
	text_format(text, sizeof text, "%s (%s) %s %s", e->name, e->measure, plan->depts[e->owner].name, e->scope);
	add(w, _("keyed in: "), text);
}

static void add_targets(const struct words *w, const struct plan *plan, int indicator)
{
	int first, end;
	plan_targets_of(plan, indicator, plan->root, &first, &end);
	for (int i = first; i < end; i++) {
		const struct plan_target *target = &plan->targets[i];
		char text[2 * TARGET_WORDS + 512], figure[TARGET_WORDS] = "";
		if (target->form != PLAN_FORM_TEXT)      // else its words follow by themselves
			target_words_full(plan, target, figure, sizeof figure);
		text_format(text, sizeof text, "%d  %s  %s %s", target->year, figure, target->text, target->doc);
		add(w, target->kind == PLAN_BASELINE ? _("baseline: ") : _("target: "), text);
	}
}

char *indicator_words(const struct plan *plan, int indicator, int place, char *out, size_t cap)
{
	struct words w = {out, cap};
	char inferred[256];
	const struct plan_indicator *row = &plan->indicators[indicator];
	out[0] = '\0';
	for (int i = 0; i < plan->places_len; i++)
		if (plan->places[i].indicator == indicator && (place == PLAN_NONE || i == place))
			add(&w, _("the document: "), plan->places[i].words);
	add(&w, _("scope: "), row->scope);
	if (row->kind != PLAN_STAGES) {
		add_formula(&w, plan, row);
		add_element(&w, plan, row->x);
		add_element(&w, plan, row->y);
	}
	add_targets(&w, plan, indicator);
	if (place != PLAN_NONE)
		add(&w, _("inferred, not printed in the document: "), inferred_words(plan, place, inferred, sizeof inferred));
	add(&w, _("inferred in the plan: "), inferred_plan_words(plan, inferred, sizeof inferred));
	return out;
}
