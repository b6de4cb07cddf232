// SPDX-License-Identifier: MIT
// See tryout.h. What is supposed lives in the app and dies with it; only what is keyed in passes the desk, like any figure.
#include "tui/tryout.h"

#include <string.h>

#include "core/entry_words.h"
#include "core/i18n.h"
#include "core/intake.h"
#include "core/period.h"
#include "core/phrase.h"
#include "core/text.h"
#include "tui/prompt.h"
#include "tui/stack.h"

#define CHANGED (DRAWN | SCREEN_RELOAD)

static unsigned failed(struct app *app)
{
	screen_message(app, true, "%s", err_message());
	return DRAWN;
}

const char *tryout_words(const struct app *app, int element, int unit, int period, char *out, size_t cap)
{
	char figure[ENTRY_WORDS];
	const struct entry *supposed = suppose_find(&app->tryout.set, element, unit, period);
	if (supposed == NULL)
		return NULL;
	return text_format(out, cap, _("try-out %s"), entry_words_cell(app->plan, supposed, figure, sizeof figure));
}

bool tryout_cell_of(const struct app *app, int indicator, int unit, struct entry *out)
{
	const struct plan_indicator *of = &app->plan->indicators[indicator];
	if (of->kind != PLAN_NUMBER || of->x < 0)
		return false;
	out->element = of->x;
	out->unit = unit;
	out->period = app->period;
	while (!period_in_frequency(out->period, app->plan->elements[of->x].months))
		out->period = period_add(out->period, -1);
	return true;
}

static enum err stored(struct app *app, const struct entry *cell, struct entry *out)
{
	return store_get_entry(app->store, app->plan, cell->element, cell->unit, cell->period, out);
}

static bool cell_of_screen(const struct app *app, struct entry *out)
{
	const struct layer *top = app->stack->top;
	*out = (struct entry){.note = "", .doc = ""};
	return top->ops->cell != NULL && top->ops->cell(top->state, out) && out->element >= 0;
}

static bool is_told(const struct app *app, const struct entry *cell)
{
	return app->plan->elements[cell->element].kind == PLAN_STAGE;
}

// ------------------------------------------------------------ supposing

static unsigned take_value(void *ctx, const char *const *texts)
{
	struct app *app = ctx;
	struct tryout *t = &app->tryout;
	if (texts == NULL)
		return DRAWN;
	if (!suppose_read(app->plan, texts[0], &t->at)) {
		prompt_again(app, t->question, _("suppose"), texts[0], err_message(), take_value, app);
		return DRAWN;
	}
	if (!suppose_put(&t->set, &t->at)) {
		screen_message(app, true, _("No more than %d values can be supposed at a time."), SUPPOSE_MOST);
		return DRAWN;
	}
	screen_message(app, false, "%s", _("Try-out: all screens show what would be. Nothing is stored; t shows what is supposed."));
	return CHANGED;
}

static unsigned ask_value(struct app *app)
{
	struct tryout *t = &app->tryout;
	char name[ENTRY_SENTENCE], words[ENTRY_WORDS], text[NUM_TEXT] = "";
	const struct entry *supposed = suppose_find(&t->set, t->at.element, t->at.unit, t->at.period);
	struct entry now;
	if (stored(app, &t->at, &now) != ERR_OK)
		return failed(app);
	const struct entry *shown = supposed != NULL ? supposed : &now;
	if (shown->change != 0 && shown->kind == ENTRY_VALUE)
		num_format(shown->figure, app->plan->elements[t->at.element].decimals, text);
	entry_words_name(app->plan, &t->at, name, sizeof name);
	text_format(t->question, sizeof t->question, _("Try-out, not stored: %s (stored: %s)"), name,
		entry_words(app->plan, &now, words, sizeof words));
	prompt_offer(app, t->question, _("suppose"), text, take_value, app);
	return DRAWN;
}

// ------------------------------------------------------------ what is supposed

static unsigned drop_all(struct app *app)
{
	app->tryout.set.len = 0;
	screen_message(app, false, "%s", _("All that was supposed is dropped; what is stored is shown."));
	return CHANGED;
}

// Through the same gate as any figure; what is refused stays supposed.
static unsigned key_in(struct app *app)
{
	struct tryout *t = &app->tryout;
	char text[NUM_TEXT], sentence[ENTRY_SENTENCE];
	struct intake_result result;
	struct entry present;
	struct intake_cell ask = {.element = t->at.element, .unit = t->at.unit, .period = t->at.period, .text = text, .kind = ENTRY_VALUE,
		.set_qualifier = t->at.qualifier != NUM_EXACT, .qualifier = t->at.qualifier};
	num_format(t->at.figure, app->plan->elements[t->at.element].decimals, text);
	if (stored(app, &t->at, &present) != ERR_OK || app->desk->save(app->desk->ctx, &ask, &present, &result) != ERR_OK)
		return failed(app);
	if (result.verdict == INTAKE_REFUSED) {
		screen_message(app, true, "%s", result.why);
		return DRAWN;
	}
	suppose_drop(&t->set, t->at.element, t->at.unit, t->at.period);
	if (result.verdict == INTAKE_WRITE)
		screen_message(app, false, "%s", entry_words_saved(app->plan, &present, &result.after, sentence, sizeof sentence));
	return CHANGED;
}

static unsigned take_step(void *ctx, int choice)
{
	struct app *app = ctx;
	struct tryout *t = &app->tryout;
	if (choice == 0)
		return ask_value(app);
	if (choice == 1)
		suppose_drop(&t->set, t->at.element, t->at.unit, t->at.period);
	if (choice == 2)
		return key_in(app);
	return choice == 1 ? CHANGED : DRAWN;
}

static unsigned take_row(void *ctx, int choice)
{
	struct app *app = ctx;
	struct tryout *t = &app->tryout;
	if (choice < 0)
		return DRAWN;
	if (choice == t->set.len)
		return drop_all(app);
	const struct prompt_choice choices[] = {{_("suppose another value")}, {_("drop it")}, {_("key it in: it is stored and replaces what stands")}};
	t->at = t->set.entries[choice];
	text_format(t->question, sizeof t->question, "%s", t->lines[choice]);
	prompt_choose(app, t->question, choices, app->desk != NULL ? 3 : 2, 0, take_step, app);
	return DRAWN;
}

// The city's standing of the first indicator that the element is a part of, as stored and as supposed.
static void add_effect(const struct app *app, const struct survey *was, const struct survey *would, int element, char *out, size_t cap)
{
	char before[PHRASE_TEXT], after[PHRASE_TEXT];
	out[0] = '\0';
	for (int i = 0; i < app->plan->indicators_len; i++) {
		const struct standing *s = survey_at(would, i);
		if (app->plan->indicators[i].kind != PLAN_NUMBER || !survey_uses(app->plan, i, element) || s->not_applicable)
			continue;
		phrase_write(app->plan, survey_at(was, i), PHRASE_VALUE_TARGET, before, sizeof before);
		phrase_write(app->plan, s, PHRASE_VALUE_TARGET, after, sizeof after);
		text_format(out, cap, _("; %s %s: %s, would be %s"), app->plan->units[app->plan->root].short_name,
			app->plan->indicators[i].short_name, before, after);
		return;
	}
}

static enum err write_lines(struct app *app, const struct survey *was, const struct survey *would)
{
	struct tryout *t = &app->tryout;
	enum err err = ERR_OK;
	for (int i = 0; err == ERR_OK && i < t->set.len; i++) {
		const struct entry *supposed = &t->set.entries[i];
		char name[ENTRY_SENTENCE], old[ENTRY_WORDS], new[ENTRY_WORDS], effect[3 * PHRASE_TEXT];
		struct entry now;
		err = stored(app, supposed, &now);
		if (err != ERR_OK)
			break;
		add_effect(app, was, would, supposed->element, effect, sizeof effect);
		text_format(t->lines[i], TRYOUT_LINE, _("%s: stored %s, supposed %s%s"), entry_words_name(app->plan, supposed, name, sizeof name),
			entry_words(app->plan, &now, old, sizeof old), entry_words(app->plan, supposed, new, sizeof new), effect);
	}
	return err;
}

static enum err read_lines(struct app *app)
{
	struct survey_query query = app_query(app);
	struct survey *would = NULL, *was = NULL;
	enum err err = survey_unit(app->store, app->plan, &query, app->plan->root, &would);
	query.suppose = NULL;
	if (err == ERR_OK)
		err = survey_unit(app->store, app->plan, &query, app->plan->root, &was);
	if (err == ERR_OK)
		err = write_lines(app, was, would);
	survey_free(was);
	survey_free(would);
	return err;
}

static unsigned show(struct app *app)
{
	struct tryout *t = &app->tryout;
	struct prompt_choice choices[SUPPOSE_MOST + 1];
	if (read_lines(app) != ERR_OK)
		return failed(app);
	text_format(t->lines[t->set.len], TRYOUT_LINE, "%s", _("drop all"));
	for (int i = 0; i <= t->set.len; i++)
		choices[i].text = t->lines[i];
	prompt_choose(app, _("Supposed, not stored"), choices, t->set.len + 1, 0, take_row, app);
	return DRAWN;
}

static unsigned take_what(void *ctx, int choice)
{
	struct app *app = ctx;
	return choice < 0 ? DRAWN : choice == 0 ? ask_value(app) : choice == 1 ? show(app) : drop_all(app);
}

unsigned tryout_ask(struct app *app)
{
	struct tryout *t = &app->tryout;
	const struct prompt_choice choices[] = {{_("suppose a value in this cell")}, {_("look at what is supposed")}, {_("drop all")}};
	struct entry cell;
	bool there = cell_of_screen(app, &cell), told = there && is_told(app, &cell);
	there = there && !told;
	if (there)
		t->at = cell;
	if (there && t->set.len == 0)
		return ask_value(app);
	if (t->set.len > 0 && there)
		prompt_choose(app, _("Try-out"), choices, 3, 0, take_what, app);
	else if (t->set.len > 0)
		return show(app);
	else if (told)
		screen_message(app, false, "%s", _("Nothing is computed from the stage of a task, so there is nothing to try out here."));
	else
		screen_message(app, false, "%s", _("Go to a figure first: of a form, of an indicator, of a unit; t there supposes another."));
	return DRAWN;
}

// ------------------------------------------------------------ leaving

static unsigned take_leave(void *ctx, int choice)
{
	struct app *app = ctx;
	if (choice < 0)
		return DRAWN;
	if (choice == 1)
		return show(app);
	app->tryout.set.len = 0;
	return SCREEN_QUIT;
}

bool tryout_asks_leaving(struct app *app)
{
	const struct prompt_choice choices[] = {{_("drop all and leave")}, {_("look at what is supposed")}};
	if (app->tryout.set.len == 0 || app->stack->top->below != NULL)
		return false;
	text_format(app->tryout.question, sizeof app->tryout.question,
		P_("%d value is only supposed and not stored", "%d values are only supposed and not stored", (unsigned long)app->tryout.set.len),
		app->tryout.set.len);
	prompt_choose(app, app->tryout.question, choices, 2, 0, take_leave, app);
	return true;
}
