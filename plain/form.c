// SPDX-License-Identifier: MIT
// A unit's form, walked cell by cell: which cell it is, what stood before, and the figure asked.
#include <stdlib.h>
#include <string.h>

#include "core/entry_words.h"
#include "core/i18n.h"
#include "core/period.h"
#include "core/text.h"
#include "plain/entry.h"

struct walk {
	int unit, *elements, len, at;
	bool refused;                    // what was typed last was not taken, and what comes through a pipe does not know it
	struct plain_cell cell;
};

// As the form of the screens: the root and comparison units may give any figure that has a source, all others what is asked.
static bool is_shown(const struct plain *p, int element, int unit)
{
	const struct plan *plan = p->plan;
	const struct plan_element *e = &plan->elements[element];
	if (unit != plan->root && !plan->units[unit].compare)
		return (e->kind == PLAN_STOCK || e->kind == PLAN_FLOW) && plan_element_asked(plan, element, unit, p->period);
	if (e->kind == PLAN_STAGE || !period_in_frequency(p->period, e->months))
		return false;
	return unit == plan->root || plan_element_applies(plan, element, unit);
}

static const char *cell_words(const struct plain *p, const struct entry *entry, char *out, size_t cap)
{
	return entry->change == 0 || entry->kind == ENTRY_CLEARED ? _("empty") : entry_words(p->plan, entry, out, cap);
}

// How it differs from the last period, and when what is not reported will come.
static void say_beside(struct plain *p, const struct walk *w)
{
	const struct entry *now = &w->cell.now;
	const struct plan_element *element = &p->plan->elements[w->cell.element];
	bool restarted = element->kind == PLAN_FLOW && period_month(p->period) <= element->months;
	char words[ENTRY_WORDS], period[PERIOD_TEXT];
	entry_words_difference(p->plan, now, &w->cell.before, 0, words, sizeof words);
	if (words[0] != '\0' && !restarted)
		plain_say(p, _("against the last period: %s"), words);
	if (now->change != 0 && now->kind == ENTRY_NOT_REPORTED && now->promised != 0)
		plain_say(p, _("to be supplied by %02d-%02d"), now->promised / 100 % 100, now->promised % 100);
	period_format(p->period, PERIOD_TO_DATE, period);
	if (element->kind == PLAN_FLOW)
		plain_say(p, _("cumulative, of %s"), period);
}

static void say_cell(struct plain *p, const struct walk *w)
{
	const struct plan_element *element = &p->plan->elements[w->cell.element];
	char now[ENTRY_WORDS], before[ENTRY_WORDS], ago[ENTRY_WORDS];
	plain_say(p, "%s", "");
	plain_say(p, _("%d of %d: %s (%s), %s"), w->at + 1, w->len, element->name, element->measure, p->plan->units[w->unit].name);
	plain_say(p, _("last period: %s; same month last year: %s; now: %s"), cell_words(p, &w->cell.before, before, sizeof before),
		cell_words(p, &w->cell.year_ago, ago, sizeof ago), cell_words(p, &w->cell.now, now, sizeof now));
	say_beside(p, w);
	if (w->cell.now.copied)
		plain_say(p, "%s", _("taken over from the last period; Enter confirms it"));
	if (w->cell.note[0] != '\0')
		plain_say(p, _("%s: %s"), _("note"), w->cell.note);
	if (w->cell.doc[0] != '\0')
		plain_say(p, _("%s: %s"), _("document number or source"), w->cell.doc);
	plain_cell_say_findings(p, &w->cell);
}

static bool load_at(struct plain *p, struct walk *w)
{
	w->cell = (struct plain_cell){.element = w->elements[w->at], .unit = w->unit, .period = p->period};
	return !plain_failed(p, plain_cell_load(p, &w->cell));
}

// ------------------------------------------------------------ answers

// A figure that was taken over is looked at now: going on confirms it, as Enter does on the screens.
static void go_on(struct plain *p, struct walk *w)
{
	if (p->desk != NULL && w->cell.now.copied)
		plain_cell_confirm(p, &w->cell);
	w->at++;
}

static void go_back(struct plain *p, struct walk *w)
{
	if (w->at == 0)
		plain_say(p, "%s", _("This is the first cell."));
	else
		w->at--;
}

static void more(struct plain *p, struct walk *w)
{
	plain_cell_more(p, &w->cell);
}

static const char *element_name(const struct plain *p, const void *ctx, int row, char *out, size_t cap)
{
	const struct walk *w = ctx;
	struct plain_cell cell = {.element = w->elements[row], .unit = w->unit, .period = p->period};
	struct entry now;
	char words[ENTRY_WORDS];
	if (store_get_entry(p->store, p->plan, cell.element, cell.unit, cell.period, &now) != ERR_OK)
		now = (struct entry){.change = 0};
	return text_format(out, cap, _("%s: %s"), p->plan->elements[cell.element].name, cell_words(p, &now, words, sizeof words));
}

static void jump(struct plain *p, struct walk *w)
{
	int row = plain_pick(p, _("Which cell?"), w->len, element_name, w);
	if (row != PLAN_NONE)
		w->at = row;
}

static void undo(struct plain *p, struct walk *w)
{
	const char *what = "";
	(void)w;
	if (p->desk != NULL && !plain_failed(p, p->desk->undo(p->desk->ctx, &what)))
		plain_say(p, "%s", what);
}

// Signs beside a figure; whatever is none of them is a figure. The first is Enter alone.
static const struct { const char *sign; void (*act)(struct plain *p, struct walk *w); } signs[] = {
	{"", go_on}, {"<", go_back}, {"*", more}, {"#", jump}, {"u", undo}};

static void take_figure(struct plain *p, struct walk *w, const char *typed)
{
	bool taken = typed[0] == '\0' || plain_cell_take(p, &w->cell, typed);
	w->refused = !taken && p->echo;
	w->at += taken;
}

static bool take_sign(struct plain *p, struct walk *w, const char *half)
{
	for (size_t i = 0; i < sizeof signs / sizeof signs[0]; i++)
		if (strcmp(half, signs[i].sign) == 0) {
			signs[i].act(p, w);
			return true;
		}
	return false;
}

// After a refusal answers that were written ahead are one cell behind: only one that begins with = is meant for this cell.
static void answer(struct plain *p, struct walk *w, const char *typed)
{
	char half[PLAIN_LINE];
	text_format(half, sizeof half, "%s", typed);
	text_halve(half);
	bool meant = half[0] == '=';
	if (w->refused && !meant)
		plain_say(p, "%s", _("The figure before was not taken; = and the figure (=12.5) mends it, = alone keeps what stands."));
	else if (!meant && take_sign(p, w, half))
		return;
	else if (p->desk == NULL)
		plain_say(p, "%s", _("This file is open for reading only."));
	else
		take_figure(p, w, meant ? half + 1 : typed);
}

static void walk(struct plain *p, struct walk *w)
{
	char typed[PLAIN_LINE];
	const char *help = _("Type the figure, or not reported, or not applicable. Enter keeps what stands and goes on, < one cell back, # to "
			     "another cell, * note, document and what else a cell can hold, u takes back the last change.");
	while (w->at < w->len && !p->over && load_at(p, w)) {
		say_cell(p, w);
		if (plain_ask(p, p->desk != NULL ? _("figure (. leaves the form)") : _("Enter goes on"), help, typed) == PLAIN_BACK)
			return;
		answer(p, w, typed);
	}
	if (!p->over && w->at >= w->len)
		plain_say(p, "%s", w->len > 0 ? _("This was the last cell of the form.") : _("Nothing is asked of this unit in this period."));
}

void plain_form(struct plain *p, void *at)
{
	struct walk w = {.unit = p->unit};
	(void)at;
	if (p->unit == p->plan->root && !plain_choose_unit(p, true, &w.unit))
		return;
	w.elements = calloc((size_t)p->plan->elements_len + 1, sizeof *w.elements);
	if (w.elements == NULL) {
		plain_failed(p, err_set(ERR_MEMORY, "%s", _("no memory")));
		return;
	}
	for (int i = 0; i < p->plan->elements_len; i++)
		if (is_shown(p, i, w.unit))
			w.elements[w.len++] = i;
	walk(p, &w);
	free(w.elements);
}
