// SPDX-License-Identifier: MIT
// See targets.h.
#include "tui/targets.h"

#include <stdlib.h>
#include <string.h>

#include "core/i18n.h"
#include "core/period.h"
#include "core/target_words.h"
#include "core/text.h"
#include "tui/prompt.h"
#include "tui/scr_entry.h"

#define DRAWN (SCREEN_HANDLED | SCREEN_REDRAW)
#define OTHER_ROWS 11                  // definition, headings, sums and what is beneath

int targets_height(const struct targets *t)
{
	int room = t->app->rows - OTHER_ROWS;
	return t->len < room ? t->len : room;
}

static unsigned failed(struct targets *t, enum err err)
{
	if (err != ERR_OK)
		screen_message(t->app, true, "%s", err_message());
	return DRAWN;
}

int targets_unit(const struct targets *t)
{
	return t->list.focus < t->len ? t->units[t->list.focus] : PLAN_NONE;
}

// ------------------------------------------------------------ what stands

static const struct plan_target *keyed_baseline(const struct targets *t, int unit)
{
	int first, end;
	plan_targets_of(t->app->plan, t->indicator, unit, &first, &end);
	return first < end && t->app->plan->targets[first].kind == PLAN_BASELINE ? &t->app->plan->targets[first] : NULL;
}

struct plan_target targets_at(const struct targets *t, int row, int col)
{
	static char none[] = "";
	const struct plan *plan = t->app->plan;
	int unit = t->units[row], year = t->first_year + col;
	enum plan_target_kind kind = col == 0 ? PLAN_BASELINE : col == t->cols - 1 ? PLAN_TARGET : PLAN_ANNUAL;
	const struct plan_target *found = col == 0 ? keyed_baseline(t, unit) : plan_target_at(plan, t->indicator, unit, PLAN_TARGET, year);
	if (found == NULL && kind == PLAN_ANNUAL)
		found = plan_target_at(plan, t->indicator, unit, PLAN_ANNUAL, year);
	if (found != NULL)
		return *found;
	return (struct plan_target){.indicator = t->indicator, .unit = unit, .kind = kind, .year = year, .text = none, .doc = none};
}

struct maybe targets_derived(const struct targets *t, int row, int col)
{
	const struct standing *s = survey_at(t->survey, t->units[row]);
	struct maybe v = {.has = false};
	if (col == 0 || !s->baseline.has)
		return col == 0 ? s->baseline : v;
	if (target_path(t->app->plan, t->indicator, t->units[row], s->base_year, s->baseline, t->first_year + col, &v) != ERR_OK)
		v.has = false;
	return v;
}

static void drop_trial(struct targets *t)
{
	survey_free(t->trial);
	t->trial = NULL;
	free(t->trial_plan.targets);
	t->trial_plan.targets = NULL;
}

// Units of the plan's years that are asked for what it counts, and those above such units.
static bool listed(const struct targets *t, int unit)
{
	const struct plan *plan = t->app->plan;
	const struct plan_unit *u = &plan->units[unit];
	int children;
	plan_unit_children(plan, unit, &children);
	bool within = u->from <= period_make(t->first_year + t->cols - 1, 12) && u->to >= period_make(t->first_year, 12);
	return within && !u->compare && unit != plan->root &&
		(children > 0 || plan_element_applies(plan, plan->indicators[t->indicator].x, unit));
}

enum err targets_load(struct targets *t)
{
	struct survey_query query = {.period = t->app->period, .today = t->app->today, .figures = SURVEY_ALL};
	struct survey *fresh = NULL;
	enum err err = survey_indicator(t->app->store, t->app->plan, &query, t->indicator, &fresh);
	if (err != ERR_OK)
		return err;
	survey_free(t->survey);
	t->survey = fresh;
	t->len = 0;
	for (int unit = 0; unit < t->app->plan->units_len; unit++)
		if (listed(t, unit))
			t->units[t->len++] = unit;
	t->units[t->len++] = t->app->plan->root;
	list_resize(&t->list, t->len, targets_height(t));
	return ERR_OK;
}

enum err targets_open(struct targets *t, struct app *app, int indicator, int unit)
{
	const struct plan *plan = app->plan;
	t->app = app;
	t->indicator = indicator;
	t->first_year = plan->base_year;
	t->cols = target_last_year(plan, indicator, plan->root) - plan->base_year + 1;
	t->cols = t->cols > 1 ? t->cols : 2;
	t->units = calloc((size_t)plan->units_len + 1, sizeof *t->units);
	if (t->units == NULL)
		return err_set(ERR_MEMORY, "%s", _("no memory"));
	enum err err = targets_load(t);
	for (int i = 0; i < t->len && err == ERR_OK; i++)
		if (t->units[i] == unit)
			list_go(&t->list, i);
	return err;
}

void targets_close(struct targets *t)
{
	drop_trial(t);
	survey_free(t->survey);
	free(t->units);
}

// ------------------------------------------------------------ what is typed

// As it stood when typing began: what another desk does later conflicts.
static struct plan_target present_of(const struct targets *t)
{
	return t->editing ? t->seen : targets_at(t, t->list.focus, t->col);
}

static void typed_text(const struct targets *t, char *out, size_t cap)
{
	struct plan_target present = present_of(t);
	if (t->editing)
		edit_utf8(&t->edit, out, cap);
	else
		target_words(t->app->plan, &present, out, cap);
}

static struct intake_target ask_of(const struct targets *t, const char *text, const char *doc)
{
	struct plan_target key = present_of(t);
	return (struct intake_target){.indicator = key.indicator, .unit = key.unit, .kind = key.kind, .year = key.year, .text = text,
		.doc = doc, .baseline = survey_at(t->survey, key.unit)->baseline};
}

// What the bar would be: read as if the document were there, judged on a plan with it.
static enum err try_out(struct targets *t)
{
	struct survey_query query = {.period = t->app->period, .today = t->app->today, .figures = SURVEY_ALL};
	struct plan_target present = present_of(t);
	char text[EDIT_MAX * 4 + 1];
	drop_trial(t);
	typed_text(t, text, sizeof text);
	struct intake_target ask = ask_of(t, text, NULL);
	t->app->desk->read_target(t->app->desk->ctx, &ask, &present, &t->read);
	if (t->read.verdict != INTAKE_WRITE && !t->read.needs_doc)
		return ERR_OK;
	enum err err = plan_with_target(t->app->plan, &t->read.after, &t->trial_plan);
	if (err == ERR_OK)
		err = survey_unit(t->app->store, &t->trial_plan, &query, present.unit, &t->trial);
	return err;
}

static void stop_editing(struct targets *t)
{
	t->editing = t->refused = t->conflict = false;
	screen_release_keys(t->app);
	drop_trial(t);
}

static unsigned typed(struct targets *t)
{
	t->refused = false;
	return failed(t, try_out(t));
}

static void start_editing(struct targets *t, bool fresh)
{
	char text[EDIT_MAX * 4 + 1];
	typed_text(t, text, sizeof text);
	edit_set(&t->edit, fresh ? "" : text, fresh);
	t->seen = present_of(t);
	t->editing = true;
}

// ------------------------------------------------------------ saving

static unsigned document_given(void *ctx, const char *const *texts);

static void ask_document(struct targets *t)
{
	struct plan_target present = present_of(t);
	const char *label = _("document number or source"), *text = t->doc[0] != '\0' ? t->doc : present.doc;
	prompt_text(t->app, t->app->plan->indicators[t->indicator].name, &label, &text, 1, document_given, t);
}

static void refuse(struct targets *t, const char *why)
{
	text_format(t->why, sizeof t->why, "%s", why);
	t->refused = true;
}

// Whose stands is asked beneath; the plan already shows theirs.
static void ask_whose_stands(struct targets *t)
{
	refuse(t, err_message());
	t->conflict = true;
	if (t->app->fresh != NULL)
		failed(t, store_read_targets(t->app->store, t->app->fresh));
	t->seen = targets_at(t, t->list.focus, t->col);
}

static bool save(struct targets *t, const char *text)
{
	struct plan_target present = present_of(t);
	struct intake_target ask = ask_of(t, text, t->doc);
	struct intake_target_result result;
	char sentence[3 * TARGET_WORDS];
	enum err err = t->app->desk->save_target(t->app->desk->ctx, &ask, &present, &result);
	if (err == ERR_CONFLICT)
		ask_whose_stands(t);
	else if (err != ERR_OK)
		failed(t, err);
	else if (result.verdict == INTAKE_REFUSED && result.needs_doc)
		ask_document(t);
	else if (result.verdict == INTAKE_REFUSED)
		refuse(t, result.why);
	if (err != ERR_OK || result.verdict == INTAKE_REFUSED) {
		screen_hold_keys(t->app);
		return false;
	}
	if (result.verdict == INTAKE_WRITE) {
		screen_message(t->app, false, "%s", target_words_saved(t->app->plan, &present, &result.after, sentence, sizeof sentence));
		t->saved = true;
	}
	stop_editing(t);
	failed(t, targets_load(t));
	return true;
}

// True when what is typed has been saved, or there was nothing to save.
static bool accept(struct targets *t)
{
	char text[EDIT_MAX * 4 + 1];
	struct plan_target present = present_of(t);
	if (!t->editing)
		return true;
	typed_text(t, text, sizeof text);
	struct intake_target ask = ask_of(t, text, NULL);
	t->app->desk->read_target(t->app->desk->ctx, &ask, &present, &t->read);
	if (t->read.verdict != INTAKE_NOTHING)
		return save(t, text);
	stop_editing(t);
	return true;
}

static unsigned document_given(void *ctx, const char *const *texts)
{
	struct targets *t = ctx;
	char text[EDIT_MAX * 4 + 1];
	struct plan_target present = present_of(t);
	if (texts == NULL || texts[0][0] == '\0')
		return DRAWN;
	text_format(t->doc, sizeof t->doc, "%s", texts[0]);
	typed_text(t, text, sizeof text);
	bool typing = t->editing;
	if ((!typing && (!present.keyed || present.change == 0)) || !save(t, text))
		return DRAWN;
	if (typing)
		list_act(&t->list, ACTION_DOWN);
	return DRAWN | SCREEN_RELOAD;
}

// ------------------------------------------------------------ keys

static unsigned move(struct targets *t, enum action action)
{
	if (accept(t))
		list_act(&t->list, action);
	return DRAWN;
}

static unsigned move_aside(struct targets *t, int step)
{
	if (accept(t) && t->col + step >= 0 && t->col + step < t->cols)
		t->col += step;
	return DRAWN;
}

static unsigned type(struct targets *t, const struct key *key)
{
	if (t->app->desk == NULL)
		return 0;
	if (!t->editing)
		start_editing(t, true);
	edit_insert(&t->edit, key->code);
	return typed(t);
}

static unsigned edit_line(struct targets *t, const struct key *key)
{
	edit_do(&t->edit, key->edit);
	return typed(t);
}

static unsigned edit_inside(struct targets *t)
{
	start_editing(t, false);
	return typed(t);
}

static unsigned take_back(struct targets *t, enum err (*step)(void *ctx, const char **what))
{
	const char *what = "";
	enum err err = step(t->app->desk->ctx, &what);
	if (err != ERR_OK)
		return failed(t, err);
	screen_message(t->app, false, "%s", what);
	return DRAWN | SCREEN_RELOAD;
}

static unsigned words(struct targets *t)
{
	struct plan_target present = present_of(t);
	if (t->app->desk != NULL)
		ask_document(t);
	else
		prompt_read(t->app, _("document number or source"), present.doc);
	return DRAWN;
}

// To the figures themselves: the element over units and years.
static unsigned open_years(struct targets *t)
{
	struct scr_entry_arg arg = {.unit = targets_unit(t), .element = t->app->plan->indicators[t->indicator].x, .by_years = true};
	if (accept(t))
		screen_push(t->app, &scr_entry, &arg);
	return DRAWN;
}

static unsigned back(struct targets *t)
{
	if (!t->editing)
		return SCREEN_POP;
	if (t->conflict) {
		t->conflict = t->refused = false;
	} else {
		screen_forget_keys(t->app);
		stop_editing(t);
	}
	return DRAWN;
}

// Enter leaves theirs, F9 writes mine over it.
static unsigned answer(struct targets *t, enum action action)
{
	t->conflict = t->refused = false;
	if (action == ACTION_NEXT_STEP)
		accept(t);
	else
		stop_editing(t);
	return failed(t, targets_load(t));
}

static unsigned act(struct targets *t, enum action action, const struct key *key)
{
	switch (action) {
	case ACTION_TYPE: return type(t, key);
	case ACTION_LINE: return edit_line(t, key);
	case ACTION_OPEN: return move(t, ACTION_DOWN);
	case ACTION_UP:
	case ACTION_DOWN:
	case ACTION_PAGE_UP:
	case ACTION_PAGE_DOWN:
	case ACTION_FIRST:
	case ACTION_LAST: return move(t, action);
	case ACTION_LEFT: return move_aside(t, -1);
	case ACTION_RIGHT:
	case ACTION_PANE: return move_aside(t, 1);
	case ACTION_EDIT: return edit_inside(t);
	case ACTION_TURN: return open_years(t);
	case ACTION_WORDS: return words(t);
	case ACTION_UNDO: return take_back(t, t->app->desk->undo);
	case ACTION_REDO: return take_back(t, t->app->desk->redo);
	default: return 0;
	}
}

unsigned targets_act(struct targets *t, enum action action, const struct key *key)
{
	list_resize(&t->list, t->len, targets_height(t));
	t->saved = false;
	if (action == ACTION_BACK)
		return back(t);
	if (t->conflict && (action == ACTION_OPEN || action == ACTION_NEXT_STEP))
		return answer(t, action);
	if (t->conflict)
		return action == ACTION_HELP || action == ACTION_REPAINT ? 0 : DRAWN;
	unsigned result = act(t, action, key);
	return t->saved ? result | DRAWN | SCREEN_RELOAD : result;
}
