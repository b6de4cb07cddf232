// SPDX-License-Identifier: MIT
// See form_about.h. All of it stands in the plan; nothing is read.
#include "tui/form_about.h"

#include "core/i18n.h"
#include "core/text.h"
#include "tui/form.h"

#define WORDS 512

struct about {
	char *out;
	size_t cap;
};

static void add(struct about *about, const char *label, const char *text)
{
	if (text[0] != '\0')
		text_add(about->out, about->cap, "%s\t%s\n", label, text);
}

static const char *kind_words(const struct plan_element *element)
{
	return element->kind == PLAN_FLOW ? _("cumulative: since January of the year") : _("stock: as of the end of the period");
}

static const char *frequency_words(const struct plan_element *element)
{
	switch (element->months) {
	case 1: return _("monthly");
	case 3: return _("quarterly");
	case 6: return _("half-yearly");
	default: return _("yearly");
	}
}

static const char *measure_words(const struct plan_element *element, char *out, size_t cap)
{
	if (element->decimals == 0)
		return text_format(out, cap, _("%s, whole numbers"), element->measure);
	return text_format(out, cap, _("%s, at most %d decimals"), element->measure, element->decimals);
}

static const char *limit_words(const struct plan_element *element, char *out, size_t cap)
{
	char low[NUM_TEXT] = "", high[NUM_TEXT] = "";
	if (element->has_low)
		num_format(element->low, element->decimals, low);
	if (element->has_high)
		num_format(element->high, element->decimals, high);
	if (element->has_low && element->has_high)
		return text_format(out, cap, _("%s to %s"), low, high);
	if (element->has_low)
		return text_format(out, cap, _("%s or more"), low);
	return element->has_high ? text_format(out, cap, _("%s or less"), high) : "";
}

void form_about(const void *form, char *out, size_t cap)
{
	const struct form *f = form;
	const struct form_cell *cell = form_focused(f);
	struct about about = {out, cap};
	char words[WORDS];
	out[0] = '\0';
	if (cell == NULL)
		return;
	const struct plan *plan = f->app->plan;
	const struct plan_element *element = &plan->elements[cell->element];
	add(&about, _("element"), element->name);
	add(&about, _("scope"), element->scope);
	add(&about, _("measure"), measure_words(element, words, sizeof words));
	add(&about, _("kind"), kind_words(element));
	add(&about, _("frequency"), frequency_words(element));
	add(&about, _("keyed in by"), element->owner == 0 ? _("each unit itself") : plan->depts[element->owner].name);
	add(&about, _("due"), element->due);
	add(&about, _("limits"), limit_words(element, words, sizeof words));
}
