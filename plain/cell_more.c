// SPDX-License-Identifier: MIT
// What else a cell can hold and what is said with it: a table, as F4 and F8 of the form.
#include <string.h>

#include "core/i18n.h"
#include "core/period.h"
#include "core/text.h"
#include "plain/entry.h"

#define MOST_RULES 16

// ------------------------------------------------------------ kinds

void plain_cell_ask_day(struct plain *p, struct plain_cell *cell)
{
	char typed[PLAIN_LINE];
	int day = 0;
	const char *help = _("A day is typed as 2024-07-15 or 20240715.");
	for (;;) {
		enum plain_answer answer = plain_ask(p, _("On which day will it come (may stay empty)?"), help, typed);
		if (answer == PLAIN_BACK)
			return;
		if (answer == PLAIN_EMPTY || !plain_failed(p, period_parse_promise(typed, cell->period, p->today, &day)))
			break;
	}
	struct intake_cell ask = {.text = "", .kind = ENTRY_NOT_REPORTED, .promised = day};
	plain_cell_save(p, cell, &ask);
}

void plain_cell_ask_reason(struct plain *p, struct plain_cell *cell)
{
	char reason[CELL_NOTE];
	text_format(reason, sizeof reason, "%s", cell->now.kind == ENTRY_NOT_APPLICABLE ? cell->note : "");
	if (!plain_ask_text(p, _("Why is it not applicable here?"), _("Without a reason it is not taken."), reason, sizeof reason))
		return;
	struct intake_cell ask = {.text = "", .kind = ENTRY_NOT_APPLICABLE, .note = reason};
	plain_cell_save(p, cell, &ask);
}

static void not_reported(struct plain *p, void *at)
{
	plain_cell_ask_day(p, at);
}

static void not_applicable(struct plain *p, void *at)
{
	plain_cell_ask_reason(p, at);
}

static void empty_cell(struct plain *p, void *at)
{
	struct intake_cell ask = {.text = "", .kind = ENTRY_CLEARED};
	plain_cell_save(p, at, &ask);
}

// ------------------------------------------------------------ marks

static void present_text(const struct plain *p, const struct plain_cell *cell, char out[NUM_TEXT])
{
	out[0] = '\0';
	if (cell->now.change != 0 && cell->now.kind == ENTRY_VALUE)
		num_format(cell->now.figure, p->plan->elements[cell->element].decimals, out);
}

static void mark(struct plain *p, struct plain_cell *cell, struct intake_cell ask)
{
	char text[NUM_TEXT];
	present_text(p, cell, text);
	ask.text = text;
	ask.kind = ENTRY_VALUE;
	if (text[0] == '\0')
		plain_say(p, "%s", _("Key in the figure first, then choose what it is."));
	else
		plain_cell_save(p, cell, &ask);
}

void plain_cell_confirm(struct plain *p, struct plain_cell *cell)
{
	mark(p, cell, (struct intake_cell){.copied = false});
}

#define QUALIFY(name, as) static void name(struct plain *p, void *at) { mark(p, at, (struct intake_cell){.set_qualifier = true, .qualifier = as}); }
QUALIFY(exact, NUM_EXACT)
QUALIFY(above, NUM_ABOVE)
QUALIFY(at_least, NUM_AT_LEAST)
QUALIFY(about, NUM_ABOUT)

static void final_figure(struct plain *p, void *at)
{
	mark(p, at, (struct intake_cell){.set_final = true, .final = true});
}

static void provisional_figure(struct plain *p, void *at)
{
	mark(p, at, (struct intake_cell){.set_final = true, .final = false});
}

// ------------------------------------------------------------ words

// The cell as it stands, with other words.
static void say_with(struct plain *p, struct plain_cell *cell, const char *note, const char *doc)
{
	char text[NUM_TEXT];
	present_text(p, cell, text);
	struct intake_cell ask = {.text = text, .kind = cell->now.kind, .promised = cell->now.promised, .copied = cell->now.copied,
		.note = note, .doc = doc};
	plain_cell_save(p, cell, &ask);
}

static void words(struct plain *p, void *at)
{
	struct plain_cell *cell = at;
	char note[CELL_NOTE], doc[INTAKE_DOC_BYTES + 1];
	text_format(note, sizeof note, "%s", cell->note);
	text_format(doc, sizeof doc, "%s", cell->doc);
	if (cell->now.change == 0)
		plain_say(p, "%s", _("Key in the figure first; note and document stand with it."));
	else if (plain_ask_text(p, _("note"), _("What the figure rests on, or what is special about it."), note, sizeof note) &&
		plain_ask_text(p, _("document number or source"), _("In which document the figure stands."), doc, sizeof doc))
		say_with(p, cell, note, doc);
}

struct rules { char names[MOST_RULES][CHECK_RULE]; int len; };

static enum err add_rule(const struct check_finding *finding, void *ctx)
{
	struct rules *rules = ctx;
	if (finding->level == CHECK_SOFT && rules->len < MOST_RULES)
		text_format(rules->names[rules->len++], CHECK_RULE, "%s", finding->rule);
	return ERR_OK;
}

void plain_cell_explain(struct plain *p, struct plain_cell *cell)
{
	struct explanation explanations[MOST_RULES];
	struct rules rules = {.len = 0};
	struct desk_answer answer = {.done = false};
	char text[CELL_NOTE] = "";
	if (cell->now.change == 0 || cell->now.kind != ENTRY_VALUE || plain_failed(p, plain_cell_check(p, &cell->now, add_rule, &rules)))
		return;
	if (rules.len == 0)
		plain_say(p, "%s", _("There is nothing to explain here."));
	else if (plain_ask_text(p, _("explanation of what is strange"), _("It goes with the figure to the reviewer."), text, sizeof text)) {
		for (int i = 0; i < rules.len; i++)
			explanations[i] = (struct explanation){.period = cell->period, .unit = cell->unit, .element = cell->element,
				.rule = rules.names[i], .text = text, .about = cell->now.change};
		if (!plain_failed(p, p->desk->explain(p->desk->ctx, explanations, rules.len, &answer)))
			plain_say(p, "%s", answer.text);
	}
}

static void explain(struct plain *p, void *at)
{
	plain_cell_explain(p, at);
}

// As F5 of the form.
static void copy(struct plain *p, void *at)
{
	struct plain_cell *cell = at;
	char text[NUM_TEXT];
	if (cell->before.change == 0 || cell->before.kind != ENTRY_VALUE) {
		plain_say(p, "%s", _("There is no figure of the last period."));
		return;
	}
	num_format(cell->before.figure, p->plan->elements[cell->element].decimals, text);
	struct intake_cell ask = {.text = text, .kind = ENTRY_VALUE, .copied = true};
	plain_cell_save(p, cell, &ask);
}

static void life(struct plain *p, void *at)
{
	const struct plain_cell *cell = at;
	plain_say_life(p, cell->element, cell->unit, cell->period);
}

static void scope(struct plain *p, void *at)
{
	const struct plan_element *element = &p->plan->elements[((const struct plain_cell *)at)->element];
	plain_say_text(p, element->scope);
	plain_say(p, _("due: %s"), element->due);
}

static const struct plain_choice choices[] = {
	{N_("not reported yet (with the day it will come)"), not_reported, plain_can_write},
	{N_("not applicable (with the reason)"), not_applicable, plain_can_write},
	{N_("reached exactly"), exact, plain_can_write},
	{N_("more than"), above, plain_can_write},
	{N_("at least"), at_least, plain_can_write},
	{N_("about"), about, plain_can_write},
	{N_("final figure"), final_figure, plain_can_write},
	{N_("provisional figure"), provisional_figure, plain_can_write},
	{N_("empty the cell"), empty_cell, plain_can_write},
	{N_("note and document"), words, plain_can_write},
	{N_("explanation of what is strange"), explain, plain_can_write},
	{N_("the history of a cell"), life, NULL},
	{N_("what belongs in this cell"), scope, NULL},
	{N_("the same as last period, to be confirmed"), copy, plain_can_write},
};

void plain_cell_more(struct plain *p, struct plain_cell *cell)
{
	static const struct plain_question question = {N_("What else about this cell?"), N_("Type a number and Enter; Enter alone reads the choices."),
		PLAIN_CHOICES(choices), true, NULL, NULL};
	plain_question(p, &question, cell);
}
