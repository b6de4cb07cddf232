// SPDX-License-Identifier: MIT
// See changes_filter.h. From a cell's life the first filter leads to the log of all, narrowed down to it.
#include "tui/changes_filter.h"

#include "core/i18n.h"
#include "core/match.h"
#include "core/period.h"
#include "core/text.h"
#include "tui/choose.h"
#include "tui/prompt.h"

// ------------------------------------------------------------ in words

static void add(char *out, size_t cap, const char *label, const char *word)
{
	text_join(out, cap, "  ", "%s %s", label, word);
}

char *changes_filter_words(const struct changes *c, char *out, size_t cap)
{
	const struct changes_filter *filter = &c->filter;
	char day[16];
	out[0] = '\0';
	if (filter->unit != PLAN_NONE)
		add(out, cap, _("unit"), c->app->plan->units[filter->unit].name);
	if (filter->element != PLAN_NONE)
		add(out, cap, _("element"), c->app->plan->elements[filter->element].short_name);
	if (filter->name[0] != '\0')
		add(out, cap, _("operator"), filter->name);
	if (filter->day != 0)
		add(out, cap, _("day"), text_format(day, sizeof day, "%d-%02d-%02d", filter->day / 10000, filter->day / 100 % 100,
				filter->day % 100));
	if (out[0] == '\0')
		text_format(out, cap, "%s", _("all changes, newest first"));
	return out;
}

// ------------------------------------------------------------ asking

static unsigned show(struct changes *c)
{
	c->cell.element = PLAN_NONE;
	c->list = (struct list){0};
	return DRAWN | SCREEN_RELOAD;
}

static unsigned take_unit(void *ctx, int unit)
{
	struct changes *c = ctx;
	if (unit == PLAN_NONE)
		return DRAWN;
	c->filter.unit = unit;
	return show(c);
}

static int element_answering(const struct plan *plan, const char *typed)
{
	int found = plan_element_by_name(plan, typed);
	for (int i = 0; i < plan->elements_len && found == PLAN_NONE; i++) {
		const char *const words[] = {plan->elements[i].name, plan->elements[i].short_name, NULL};
		if (match_row(typed, 0, plan->elements[i].code, words) != MATCH_NOT)
			found = i;
	}
	return found;
}

static const char *element_label(void)
{
	return _("element (part of its name or its initials)");
}

static unsigned take_element(void *ctx, const char *const *texts)
{
	struct changes *c = ctx;
	if (texts == NULL)
		return DRAWN;
	int element = element_answering(c->app->plan, texts[0]);
	if (texts[0][0] != '\0' && element == PLAN_NONE) {
		char why[256];
		text_format(why, sizeof why, _("No element answers to “%s”; type part of its name or its initials."), texts[0]);
		prompt_again(c->app, _("Filter the changes"), element_label(), texts[0], why, take_element, c);
		return DRAWN;
	}
	c->filter.element = texts[0][0] == '\0' ? PLAN_NONE : element;
	return show(c);
}

static unsigned take_name(void *ctx, const char *const *texts)
{
	struct changes *c = ctx;
	if (texts == NULL)
		return DRAWN;
	text_format(c->filter.name, sizeof c->filter.name, "%s", texts[0]);
	return show(c);
}

static const char *day_label(void)
{
	return _("day, like 2024-07-08");
}

static unsigned take_day(void *ctx, const char *const *texts)
{
	struct changes *c = ctx;
	if (texts == NULL)
		return DRAWN;
	if (period_parse_day(texts[0], c->app->today, &c->filter.day) != ERR_OK) {
		prompt_again(c->app, _("Filter the changes"), day_label(), texts[0], err_message(), take_day, c);
		return DRAWN;
	}
	return show(c);
}

static unsigned ask_text(struct changes *c, const char *label, prompt_text_fn *take)
{
	const char *empty = "";
	prompt_text(c->app, _("Filter the changes"), &label, &empty, 1, take, c);
	return DRAWN;
}

static unsigned ask_unit(struct changes *c)
{
	choose_unit(c->app, true, take_unit, c);
	return DRAWN;
}

static unsigned ask_element(struct changes *c)
{
	return ask_text(c, element_label(), take_element);
}

static unsigned ask_name(struct changes *c)
{
	return ask_text(c, _("operator"), take_name);
}

static unsigned ask_day(struct changes *c)
{
	return ask_text(c, day_label(), take_day);
}

static unsigned forget(struct changes *c)
{
	c->filter = (struct changes_filter){.unit = PLAN_NONE, .element = PLAN_NONE};
	return show(c);
}

static const struct { const char *text; unsigned (*ask)(struct changes *c); } choices[] = {
	{N_("of one unit"), ask_unit}, {N_("of one element"), ask_element}, {N_("of one operator"), ask_name},
	{N_("of one day"), ask_day}, {N_("all changes"), forget},
};
#define CHOICES ((int)(sizeof choices / sizeof choices[0]))

static unsigned chosen(void *ctx, int choice)
{
	return choice < 0 ? DRAWN : choices[choice].ask(ctx);
}

unsigned changes_filter_ask(struct changes *c)
{
	struct prompt_choice texts[CHOICES];
	for (int i = 0; i < CHOICES; i++)
		texts[i].text = _(choices[i].text);
	prompt_choose(c->app, _("Which changes?"), texts, CHOICES, 0, chosen, c);
	return DRAWN;
}
