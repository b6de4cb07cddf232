// SPDX-License-Identifier: MIT
// See scr_changes.h. Nothing is changed here: what Enter restores is keyed in as a new entry, through the same gate as any.
#include "tui/changes.h"

#include "core/entry_words.h"
#include "core/i18n.h"
#include "core/intake.h"
#include "core/text.h"
#include "tui/changes_filter.h"
#include "tui/prompt.h"

#define LEAST_LINES 3
#define FOOT 3                       // of the log: what the focused line says

// ------------------------------------------------------------ reading

static int rows_of_past(const struct changes *c)
{
	return c->past.years + 2;        // with its rule and heading
}

static int list_rows(const struct changes *c)
{
	int room = c->app->rows - 2 - (CHANGES_HEAD_AT + 1);
	int lower = changes_of_cell(c) ? rows_of_past(c) + 3 : FOOT;
	return room - lower > LEAST_LINES ? room - lower : LEAST_LINES;
}

static void fit(struct changes *c)
{
	int most = list_rows(c);
	list_resize(&c->list, c->life.len, changes_of_cell(c) && c->life.len < most ? c->life.len : most);
}

static enum err changes_load(void *state)
{
	struct changes *c = state;
	enum err err = changes_read(c);
	fit(c);
	if (err == ERR_OK && !c->opened && changes_of_cell(c))
		list_go(&c->list, c->life.len - 1);
	c->opened = true;
	return err;
}

static enum err changes_open(void *state, struct app *app, const void *arg)
{
	struct changes *c = state;
	c->app = app;
	c->cell = *(const struct scr_changes_arg *)arg;
	c->filter = (struct changes_filter){.unit = c->cell.unit, .element = PLAN_NONE};
	return changes_load(state);
}

static void changes_close(void *state)
{
	struct changes *c = state;
	life_done(&c->life);
}

const struct life_line *changes_focused(const struct changes *c)
{
	return c->list.focus < c->life.len ? &c->life.lines[c->list.focus] : NULL;
}

// ------------------------------------------------------------ restoring

static unsigned restore(struct changes *c, const struct entry *old)
{
	char figure[NUM_TEXT] = "", sentence[ENTRY_SENTENCE];
	struct entry present;
	struct intake_result result;
	const struct plan_element *element = &c->app->plan->elements[c->cell.element];
	if (old->kind == ENTRY_VALUE)
		num_format(old->figure, element->decimals, figure);
	const struct intake_cell ask = {.element = c->cell.element, .unit = c->cell.unit, .period = c->cell.period, .text = figure,
		.kind = old->kind, .promised = old->promised, .note = _("restored from the changes")};
	enum err err = store_get_entry(c->app->store, c->app->plan, c->cell.element, c->cell.unit, c->cell.period, &present);
	if (err == ERR_OK)
		err = c->app->desk->save(c->app->desk->ctx, &ask, &present, &result);
	if (err != ERR_OK)
		screen_message(c->app, true, "%s", err_message());
	else if (result.verdict == INTAKE_REFUSED)
		screen_message(c->app, true, "%s", result.why);
	else if (result.verdict == INTAKE_WRITE)
		screen_message(c->app, false, "%s", entry_words_saved(c->app->plan, &c->now, &result.after, sentence, sizeof sentence));
	c->opened = err != ERR_OK || result.verdict != INTAKE_WRITE;      // then on to the line that this made
	return DRAWN | SCREEN_RELOAD;
}

static unsigned restore_chosen(void *ctx, int choice)
{
	struct changes *c = ctx;
	const struct life_line *line = changes_focused(c);
	return choice == 0 && line != NULL ? restore(c, &line->after) : DRAWN;
}

static bool same_figure(const struct entry *a, const struct entry *b)
{
	return a->change != 0 && b->change != 0 && a->kind == b->kind && a->figure == b->figure && a->qualifier == b->qualifier;
}

static unsigned ask_to_restore(struct changes *c)
{
	const struct life_line *line = changes_focused(c);
	char title[ENTRY_SENTENCE], why[512], figure[ENTRY_WORDS];
	if (line == NULL || !changes_of_cell(c))
		return 0;
	if (c->app->desk == NULL)
		screen_message(c->app, true, "%s", _("Opened read-only: nothing can be changed here."));
	else if (!line->is_entry || line->after.change == 0 || line->after.kind == ENTRY_CLEARED)
		screen_message(c->app, false, "%s", _("This line left no figure that could be restored."));
	else if (same_figure(&line->after, &c->now))
		screen_message(c->app, false, "%s", _("This is what stands there now."));
	else if (!report_open(c->app->plan, &c->report, &c->now, why, sizeof why))
		screen_message(c->app, true, "%s", why);
	else {
		entry_words(c->app->plan, &line->after, figure, sizeof figure);
		const struct prompt_choice choices[] = {{text_format(c->offer, sizeof c->offer, _("restore %s as a new entry"), figure)},
			{_("leave it as it is")}};
		entry_words_name(c->app->plan, &c->now, title, sizeof title);
		prompt_choose(c->app, title, choices, 2, 1, restore_chosen, c);
	}
	return DRAWN;
}

// ------------------------------------------------------------ keys

// From a line of the log to its cell's life.
static unsigned open_cell(struct changes *c)
{
	const struct life_line *line = changes_focused(c);
	if (line == NULL || line->element == PLAN_NONE || line->period == 0)
		return DRAWN;
	const struct scr_changes_arg arg = {line->element, line->unit, line->period};
	screen_push(c->app, &scr_changes, &arg);
	return DRAWN;
}

static unsigned changes_act(void *state, enum action action, const struct key *key)
{
	struct changes *c = state;
	(void)key;
	fit(c);
	if (list_act(&c->list, action))
		return DRAWN;
	switch (action) {
	case ACTION_OPEN: return changes_of_cell(c) ? ask_to_restore(c) : open_cell(c);
	case ACTION_LIFE: return changes_of_cell(c) ? 0 : open_cell(c);
	case ACTION_CHOOSE: return changes_filter_ask(c);
	case ACTION_WORDS:
		if (changes_focused(c) != NULL)
			prompt_read(c->app, _(changes_focused(c)->act), changes_focused(c)->text);
		return DRAWN;
	default: return 0;
	}
}

static void draw(const void *state, struct paint *p)
{
	changes_draw(state, p);
}

static void copy(const void *state, struct copy *out)
{
	changes_copy(state, out);
}

static bool changes_offers(const void *state, enum action action)
{
	const struct changes *c = state;
	return action == ACTION_CHOOSE || (action == ACTION_WORDS && c->life.len > 0);
}

static const char *changes_hint(const void *state)
{
	const struct changes *c = state;
	if (!changes_of_cell(c))
		return _("Enter shows the cell's life; F4 filters by unit, element, operator or day; F8 all words");
	return c->app->desk == NULL ? _("F4 the log of all; F8 all words")
				    : _("Enter restores the line's figure as a new entry, asked first; F4 the log of all; F8 all words");
}

static void changes_where(const void *state, char *out, size_t cap)
{
	const struct changes *c = state;
	int unit = changes_of_cell(c) ? c->cell.unit : c->filter.unit;
	text_format(out, cap, "%s", unit != PLAN_NONE ? c->app->plan->units[unit].short_name : _("all"));
}

const struct screen_ops scr_changes = {
	.name = N_("Changes"),
	.context = "list",
	.size = sizeof(struct changes),
	.open = changes_open,
	.load = changes_load,
	.draw = draw,
	.act = changes_act,
	.offers = changes_offers,
	.hint = changes_hint,
	.where = changes_where,
	.copy = copy,
	.close = changes_close,
};
