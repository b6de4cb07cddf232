// SPDX-License-Identifier: MIT
// The keyboard of a form (form.h): type, accept, move, the choices of F4, last period's figure, words, undo.
#include "tui/form.h"

#include <string.h>
#include <time.h>

#include "core/i18n.h"
#include "core/period.h"
#include "core/text.h"
#include "tui/choose.h"
#include "tui/form_life.h"
#include "tui/prompt.h"

#define DRAWN (SCREEN_HANDLED | SCREEN_REDRAW)
#define LOWER_ROWS 9          // what explanation and refusal are left at 80x24

int form_height(const struct form *f)
{
	int room = f->app->rows - 4 - LOWER_ROWS;
	if (room < 3)
		room = f->app->rows - 4;
	return f->len < room ? f->len : room;
}

static unsigned failed(struct form *f, enum err err)
{
	if (err != ERR_OK)
		screen_message(f->app, true, "%s", err_message());
	return DRAWN;
}

static bool can_write(const struct form *f)
{
	return f->app->desk != NULL;
}

// ------------------------------------------------------------ the cell being typed in

static void keep_draft(struct form *f)
{
	const struct form_cell *cell = form_focused(f);
	char text[EDIT_MAX * 4 + 1];
	if (f->editing)
		edit_utf8(&f->edit, text, sizeof text);
	f->app->desk->keep_draft(f->app->desk->ctx, cell->element, cell->unit, f->app->period, f->editing ? text : NULL);
}

static void stop_editing(struct form *f)
{
	f->editing = f->conflict = false;
	f->refused.verdict = INTAKE_NOTHING;
	keep_draft(f);
}

static void entry_text(const struct form *f, const struct form_cell *cell, const struct entry *entry, char out[NUM_TEXT])
{
	out[0] = '\0';
	if (entry->change != 0 && entry->kind == ENTRY_VALUE)
		num_format(entry->figure, f->app->plan->elements[cell->element].decimals, out);
}

static void start_editing(struct form *f, const char *text, bool fresh)
{
	edit_set(&f->edit, text, fresh);
	f->editing = true;
	f->refused.verdict = INTAKE_NOTHING;
}

static void typed_text(const struct form *f, char *out, size_t cap)
{
	char present[NUM_TEXT];
	if (f->editing) {
		edit_utf8(&f->edit, out, cap);
		return;
	}
	entry_text(f, form_focused(f), &form_focused(f)->now, present);
	text_format(out, cap, "%s", present);
}

// ------------------------------------------------------------ saving

static void tell_conflict(struct form *f)
{
	f->conflict = true;
	screen_message(f->app, true, "%s", _("Not saved: another desk has changed this cell; its figure now stands in the form. "
					     "Enter keeps theirs, F9 writes yours, Esc goes on typing."));
}

static void tell_saved(struct form *f, const struct intake_result *result)
{
	const struct form_cell *cell = form_focused(f);
	const struct plan_element *element = &f->app->plan->elements[cell->element];
	char now[NUM_TEXT];
	f->saved_at = (int64_t)time(NULL);
	if (result->after.kind != ENTRY_VALUE)
		return;
	num_format(result->after.figure, element->decimals, now);
	screen_message(f->app, false, _("Saved: %s %s %s%s"), f->app->plan->units[cell->unit].short_name, element->short_name, now,
		element->measure);
}

// Ask the desk to save CELL; true when the cell is done with (written, or nothing to write). What is refused stays typed.
static bool save(struct form *f, struct intake_cell *ask)
{
	const struct form_cell *cell = form_focused(f);
	struct intake_result result;
	struct entry present = cell->now;
	present.note = f->note;
	present.doc = f->doc;
	ask->element = cell->element;
	ask->unit = cell->unit;
	ask->period = f->app->period;
	enum err err = f->app->desk->save(f->app->desk->ctx, ask, &present, &result);
	if (err == ERR_CONFLICT) {
		tell_conflict(f);
		failed(f, form_load(f) == ERR_OK ? ERR_OK : err);
		return false;
	}
	if (err != ERR_OK || result.verdict == INTAKE_REFUSED) {
		f->refused = result;
		if (err != ERR_OK) {
			f->refused.verdict = INTAKE_NOTHING;
			failed(f, err);
		}
		return false;
	}
	if (result.verdict == INTAKE_WRITE)
		tell_saved(f, &result);
	stop_editing(f);
	failed(f, form_load(f));
	return true;
}

static bool save_kind(struct form *f, enum entry_kind kind, int promised, const char *note)
{
	struct intake_cell ask = {.text = "", .kind = kind, .promised = promised, .note = note};
	return save(f, &ask);
}

static unsigned not_applicable(void *ctx, const char *const *texts)
{
	struct form *f = ctx;
	if (texts != NULL)
		save_kind(f, ENTRY_NOT_APPLICABLE, 0, texts[0]);
	return DRAWN | SCREEN_RELOAD;
}

static void ask_reason(struct form *f)
{
	const char *label = _("Why is it not applicable here?"), *note = f->note;
	prompt_text(f->app, _("Not applicable"), &label, &note, 1, not_applicable, f);
}

// True when what is typed has been saved, or there was nothing to save.
static bool accept(struct form *f)
{
	char text[EDIT_MAX * 4 + 1];
	struct num_typed typed;
	if (!f->editing)
		return true;
	typed_text(f, text, sizeof text);
	const struct plan_element *element = &f->app->plan->elements[form_focused(f)->element];
	num_parse(text, element->measure, element->decimals, &typed);
	if (typed.kind == NUM_NOT_APPLICABLE) {
		ask_reason(f);
		return false;
	}
	struct intake_cell ask = {.text = text, .kind = ENTRY_VALUE};
	return save(f, &ask);
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
	int64_t day = 0;
	char text[32];
	if (texts == NULL)
		return DRAWN;
	text_format(text, sizeof text, "%s", texts[0]);
	text_halve(text);
	if (text[0] != '\0' && num_parse_plain(text, &day) != ERR_OK) {
		screen_message(f->app, true, _("“%s” is not a day; write it like %d."), text, f->app->today);
		return DRAWN;
	}
	save_kind(f, ENTRY_NOT_REPORTED, (int)(day / NUM_SCALE), NULL);
	return DRAWN | SCREEN_RELOAD;
}

static void ask_day(struct form *f)
{
	const char *label = _("On which day will it come (yyyymmdd)?"), *none = "";
	prompt_text(f->app, _("Not reported yet"), &label, &none, 1, promised, f);
}

static unsigned set_mark(struct form *f, const struct cell_choice *choice)
{
	char text[EDIT_MAX * 4 + 1];
	typed_text(f, text, sizeof text);
	struct intake_cell ask = {.text = text,
		.kind = ENTRY_VALUE,
		.set_qualifier = choice->qualifier,
		.qualifier = choice->qualifier ? (enum num_qualifier)choice->value : NUM_EXACT,
		.set_final = choice->final,
		.final = choice->final && choice->value != 0};
	if (text[0] == '\0')
		screen_message(f->app, true, "%s", _("Key in the figure first, then choose what it is."));
	else
		save(f, &ask);
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
		ask_day(f);
	else if (choice->value == CHOOSE_NOT_APPLICABLE)
		ask_reason(f);
	else
		save_kind(f, ENTRY_CLEARED, 0, NULL);
	return DRAWN | SCREEN_RELOAD;
}

static unsigned another_unit(void *ctx, int unit)
{
	struct form *f = ctx;
	if (unit == PLAN_NONE)
		return DRAWN;
	f->unit = unit;
	f->turned = false;
	return failed(f, form_load(f));
}

static unsigned choose(struct form *f)
{
	struct prompt_choice choices[CELL_CHOICES];
	if (!can_write(f)) {
		choose_unit(f->app, true, another_unit, f);
		return DRAWN;
	}
	for (int i = 0; i < CELL_CHOICES; i++)
		choices[i].text = _(cell_choices[i].text);
	prompt_choose(f->app, f->app->plan->elements[form_focused(f)->element].name, choices, CELL_CHOICES, 0, chosen, f);
	return DRAWN;
}

// ------------------------------------------------------------ F5, F8, undo

static unsigned same_as_before(struct form *f)
{
	const struct form_cell *cell = form_focused(f);
	const struct plan_element *element = &f->app->plan->elements[cell->element];
	char text[NUM_TEXT];
	entry_text(f, cell, &cell->before, text);
	if (element->kind == PLAN_FLOW)
		screen_message(f->app, true, "%s", _("A cumulative figure starts again each January and is not copied; key it in."));
	else if (text[0] == '\0')
		screen_message(f->app, true, "%s", _("The period before has no figure to copy."));
	else {
		start_editing(f, text, false);
		keep_draft(f);
		screen_message(f->app, false, "%s", _("Copied from the period before: Enter confirms, Esc drops it."));
	}
	return DRAWN;
}

static unsigned words_given(void *ctx, const char *const *texts)
{
	struct form *f = ctx;
	char text[NUM_TEXT];
	if (texts == NULL)
		return DRAWN;
	const struct form_cell *cell = form_focused(f);
	entry_text(f, cell, &cell->now, text);
	struct intake_cell ask = {.text = text,
		.kind = cell->now.kind,
		.promised = cell->now.promised,
		.note = texts[0],
		.doc = texts[1]};
	save(f, &ask);
	return DRAWN | SCREEN_RELOAD;
}

static unsigned words(struct form *f)
{
	const char *labels[] = {_("note"), _("document number or source")};
	const char *texts[] = {f->note, f->doc};
	const struct form_cell *cell = form_focused(f);
	const char *name = f->app->plan->elements[cell->element].name;
	if (!can_write(f)) {
		char text[sizeof f->note + sizeof f->doc + 64];
		text_format(text, sizeof text, "%s: %s\n%s: %s", labels[0], f->note, labels[1], f->doc);
		prompt_read(f->app, name, text);
	} else if (!accept(f)) {
		return DRAWN;
	} else if (cell->now.change == 0) {
		screen_message(f->app, true, "%s", _("Key in the figure first; note and document stand with it."));
	} else {
		prompt_text(f->app, name, labels, texts, 2, words_given, f);
	}
	return DRAWN;
}

static unsigned take_back(struct form *f, enum err (*step)(void *ctx, const char **what))
{
	const char *what = "";
	enum err err = step(f->app->desk->ctx, &what);
	if (err != ERR_OK)
		return failed(f, err);
	screen_message(f->app, false, "%s", what);
	return DRAWN | SCREEN_RELOAD;
}

// ------------------------------------------------------------ moving

static unsigned turn(struct form *f)
{
	const struct form_cell *cell = form_focused(f);
	if (cell == NULL || !accept(f))
		return DRAWN;
	int element = cell->element, unit = cell->unit;
	f->turned = !f->turned;
	f->element = element;
	f->unit = unit;
	enum err err = form_load(f);
	for (int i = 0; i < f->len; i++)
		if (f->cells[i].element == element && f->cells[i].unit == unit)
			f->list.focus = i;
	list_resize(&f->list, f->len, form_height(f));
	return failed(f, err == ERR_OK ? form_load_words(f) : err);
}

static unsigned move(struct form *f, enum action action)
{
	if (!accept(f))
		return DRAWN;
	list_act(&f->list, action);
	return failed(f, form_load_words(f));
}

static unsigned enter(struct form *f)
{
	if (!f->conflict)
		return move(f, ACTION_DOWN);
	stop_editing(f);                     // theirs stands
	return failed(f, form_load(f));
}

// Esc leaves what is typed, and only then the form.
static unsigned back(struct form *f)
{
	if (f->conflict) {
		f->conflict = false;
		return DRAWN;
	}
	if (!f->editing)
		return SCREEN_POP;
	stop_editing(f);
	return DRAWN;
}

static unsigned overwrite(struct form *f)
{
	if (!f->conflict)
		return 0;
	f->conflict = false;
	accept(f);
	return DRAWN | SCREEN_RELOAD;
}

static unsigned type(struct form *f, const struct key *key)
{
	if (!can_write(f))
		return 0;
	if (!f->editing)
		start_editing(f, "", true);
	f->refused.verdict = INTAKE_NOTHING;
	edit_insert(&f->edit, key->code);
	keep_draft(f);
	return DRAWN;
}

static unsigned edit_line(struct form *f, const struct key *key)
{
	edit_do(&f->edit, key->edit);
	f->refused.verdict = INTAKE_NOTHING;
	keep_draft(f);
	return DRAWN;
}

static unsigned edit_inside(struct form *f)
{
	char text[EDIT_MAX * 4 + 1];
	typed_text(f, text, sizeof text);
	start_editing(f, text, false);
	keep_draft(f);
	return DRAWN;
}

unsigned form_act(struct form *f, enum action action, const struct key *key)
{
	list_resize(&f->list, f->len, form_height(f));
	if (action == ACTION_BACK)
		return back(f);
	if (form_focused(f) == NULL)
		return 0;
	switch (action) {
	case ACTION_TYPE: return type(f, key);
	case ACTION_LINE: return edit_line(f, key);
	case ACTION_OPEN: return enter(f);
	case ACTION_UP:
	case ACTION_DOWN:
	case ACTION_PAGE_UP:
	case ACTION_PAGE_DOWN:
	case ACTION_FIRST:
	case ACTION_LAST: return move(f, action);
	case ACTION_TURN: return turn(f);
	case ACTION_CHOOSE: return choose(f);
	case ACTION_SAME: return same_as_before(f);
	case ACTION_WORDS: return words(f);
	case ACTION_EDIT: return edit_inside(f);
	case ACTION_NEXT_STEP: return overwrite(f);
	case ACTION_UNDO: return take_back(f, f->app->desk->undo);
	case ACTION_REDO: return take_back(f, f->app->desk->redo);
	case ACTION_LIFE: return form_life_show(f);
	default: return 0;
	}
}
