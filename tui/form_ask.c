// SPDX-License-Identifier: MIT
// What a form asks beside a figure (form.h): F4 what a cell can hold, F8 note, document and explanation.
#include "tui/form_part.h"

#include <stdlib.h>
#include <string.h>

#include "core/i18n.h"
#include "core/period.h"
#include "core/text.h"
#include "tui/choose.h"
#include "tui/form_finding.h"
#include "tui/prompt.h"

// What a question's answer will rest on, however long it stays open: what another desk does meanwhile conflicts.
static void rest_on_now(struct form *f)
{
	if (!f->editing)
		f->seen = form_focused(f)->now;
	f->worded = true;
}

static bool save_kind(struct form *f, enum entry_kind kind, int promised, const char *note)
{
	struct intake_cell ask = {.text = "", .kind = kind, .promised = promised, .note = note};
	return form_save(f, &ask);
}

static unsigned not_applicable(void *ctx, const char *const *texts)
{
	struct form *f = ctx;
	if (texts != NULL && save_kind(f, ENTRY_NOT_APPLICABLE, 0, texts[0]))
		form_go_on(f);
	return DRAWN | SCREEN_RELOAD;
}

void form_ask_reason(struct form *f)
{
	bool given = form_focused(f)->now.kind == ENTRY_NOT_APPLICABLE;      // another kind's note is no reason
	const char *label = _("Why is it not applicable here?"), *reason = given ? f->note : "";
	prompt_text(f->app, _("Not applicable"), &label, &reason, 1, not_applicable, f);
}

// ------------------------------------------------------------ F4: what else a cell can hold

struct cell_choice {
	const char *text;
	bool qualifier, final;         // what the row sets; neither: a kind of its own
	int value;
};
enum { CHOOSE_NOT_REPORTED, CHOOSE_NOT_APPLICABLE, CHOOSE_CLEAR };
static const struct cell_choice cell_choices[] = {
	{N_("not reported yet (with the day it will come)"), false, false, CHOOSE_NOT_REPORTED},
	{N_("not applicable (with the reason)"), false, false, CHOOSE_NOT_APPLICABLE},
	{N_("reached exactly"), true, false, NUM_EXACT},
	{N_("more than"), true, false, NUM_ABOVE},
	{N_("at least"), true, false, NUM_AT_LEAST},
	{N_("about"), true, false, NUM_ABOUT},
	{N_("final figure"), false, true, 1},
	{N_("provisional figure"), false, true, 0},
	{N_("empty the cell"), false, false, CHOOSE_CLEAR},
};
#define CELL_CHOICES ((int)(sizeof cell_choices / sizeof cell_choices[0]))

static unsigned promised(void *ctx, const char *const *texts)
{
	struct form *f = ctx;
	int day;
	if (texts == NULL)
		return DRAWN;
	if (period_parse_promise(texts[0], form_focused(f)->period, f->app->today, &day) != ERR_OK) {
		form_ask_day(f, texts[0]);
		screen_hold_keys(f->app);
		screen_message(f->app, true, "%s", err_message());
		return DRAWN;
	}
	if (save_kind(f, ENTRY_NOT_REPORTED, day, NULL))
		form_go_on(f);
	return DRAWN | SCREEN_RELOAD;
}

void form_ask_day(struct form *f, const char *typed)
{
	const char *label = _("On which day will it come (may stay empty)?");
	prompt_text(f->app, _("Not reported yet"), &label, &typed, 1, promised, f);
}

static unsigned set_mark(struct form *f, const struct cell_choice *choice)
{
	char text[EDIT_MAX * 4 + 1];
	form_typed_text(f, text, sizeof text);
	struct intake_cell ask = {.text = text,
		.kind = ENTRY_VALUE,
		.set_qualifier = choice->qualifier,
		.qualifier = choice->qualifier ? (enum num_qualifier)choice->value : NUM_EXACT,
		.set_final = choice->final,
		.final = choice->final && choice->value != 0};
	if (text[0] == '\0')
		screen_message(f->app, true, "%s", _("Key in the figure first, then choose what it is."));
	else
		form_save(f, &ask);
	return DRAWN | SCREEN_RELOAD;
}

static unsigned chosen(void *ctx, int number)
{
	struct form *f = ctx;
	if (number < 0)
		return DRAWN;
	const struct cell_choice *choice = &cell_choices[number];
	if (choice->qualifier || choice->final)
		return set_mark(f, choice);
	if (choice->value == CHOOSE_NOT_REPORTED)
		form_ask_day(f, "");
	else if (choice->value == CHOOSE_NOT_APPLICABLE)
		form_ask_reason(f);
	else
		save_kind(f, ENTRY_CLEARED, 0, NULL);
	return DRAWN | SCREEN_RELOAD;
}

static unsigned another_unit(void *ctx, int unit)
{
	struct form *f = ctx;
	if (unit == PLAN_NONE)
		return DRAWN;
	find_done(&f->find);
	f->unit = unit;
	f->turned = f->by_years = false;
	return screen_failed(f->app, form_load(f));
}

unsigned form_choose(struct form *f)
{
	struct prompt_choice choices[CELL_CHOICES];
	if (!form_can_write(f)) {
		choose_unit(f->app, true, another_unit, f);
		return DRAWN;
	}
	rest_on_now(f);
	for (int i = 0; i < CELL_CHOICES; i++)
		choices[i].text = _(cell_choices[i].text);
	prompt_choose(f->app, f->app->plan->elements[form_focused(f)->element].name, choices, CELL_CHOICES, 0, chosen, f);
	return DRAWN;
}

// ------------------------------------------------------------ F8

static bool is_strange(const struct form *f)
{
	return f->finding.text[0] != '\0' && f->finding.level == CHECK_SOFT && f->app->desk->explain != NULL;
}

static void ask_words(struct form *f, const char *const *texts);

// The question again, with what was typed, and why it did not go through.
static void ask_words_again(struct form *f, const char *const *texts)
{
	ask_words(f, texts);
	screen_hold_keys(f->app);
	screen_message(f->app, true, "%s", f->refused.why);
}

static unsigned words_given(void *ctx, const char *const *texts)
{
	struct form *f = ctx;
	char text[NUM_TEXT];
	if (texts == NULL) {
		f->worded = false;
		return DRAWN;
	}
	const struct entry now = f->seen;
	form_entry_text(f, form_focused(f), &now, text);
	struct intake_cell ask = {.text = text,
		.kind = now.kind,
		.promised = now.promised,
		.copied = now.copied,
		.note = texts[0],
		.doc = texts[1]};
	if (!form_save(f, &ask))
		ask_words_again(f, texts);
	else if (is_strange(f) && texts[2] != NULL && strcmp(texts[2], f->explained) != 0)
		form_finding_explain(f, texts[2]);
	return DRAWN | SCREEN_RELOAD;
}

// A figure that is strange can be explained, too.
static void ask_words(struct form *f, const char *const *texts)
{
	const char *labels[] = {_("note"), _("document number or source"), _("explanation of what is strange")};
	const char *name = f->app->plan->elements[form_focused(f)->element].name;
	rest_on_now(f);
	prompt_text(f->app, name, labels, texts, is_strange(f) ? 3 : 2, words_given, f);
}

static unsigned read_words(struct form *f)
{
	char text[sizeof f->note + sizeof f->doc + 64];
	text_format(text, sizeof text, "%s: %s\n%s: %s", _("note"), f->note, _("document number or source"), f->doc);
	prompt_read(f->app, f->app->plan->elements[form_focused(f)->element].name, text);
	return DRAWN;
}

unsigned form_words(struct form *f)
{
	if (!form_can_write(f))
		return read_words(f);
	if (!form_accept(f))
		return DRAWN;
	if (form_focused(f)->now.change == 0)
		screen_message(f->app, true, "%s", _("Key in the figure first; note and document stand with it."));
	else
		ask_words(f, (const char *const[]){f->note, f->doc, f->explained});
	return DRAWN;
}
