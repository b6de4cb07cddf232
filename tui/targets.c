// SPDX-License-Identifier: MIT
// The keyboard of S9's table (targets.h): type, see what it would do, save, answer.
#include "tui/targets.h"

#include <stdlib.h>
#include <string.h>

#include "core/i18n.h"
#include "core/target_words.h"
#include "core/text.h"
#include "tui/prompt.h"
#include "tui/scr_entry.h"

#define DRAWN (SCREEN_HANDLED | SCREEN_REDRAW)

static unsigned failed(struct targets *t, enum err err)
{
	if (err != ERR_OK)
		screen_message(t->app, true, "%s", err_message());
	return DRAWN;
}

// ------------------------------------------------------------ what is typed

// As it stood when typing began: what another desk does later conflicts.
static struct plan_target present_of(const struct targets *t)
{
	return t->editing ? t->seen : targets_at(t, targets_row(t), t->col);
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
	const struct survey_query query = app_query_keyed(t->app);
	struct plan_target present = present_of(t);
	char text[EDIT_MAX * 4 + 1];
	targets_drop_trial(t);
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

static int when_of(const struct plan_target *target)
{
	return (int)target->kind * 10000 + target->year;
}

static void keep_draft(const struct targets *t)
{
	char text[EDIT_MAX * 4 + 1];
	struct plan_target present = present_of(t);
	typed_text(t, text, sizeof text);
	const struct desk_draft draft = {DRAFT_TARGET, present.indicator, present.unit, when_of(&present), text};
	t->app->desk->keep_draft(t->app->desk->ctx, t->editing ? &draft : NULL);
}

static void stop_editing(struct targets *t)
{
	t->editing = t->refused = t->conflict = false;
	screen_release_keys(t->app);
	targets_drop_trial(t);
	keep_draft(t);
}

static unsigned typed(struct targets *t)
{
	t->refused = false;
	keep_draft(t);
	return failed(t, try_out(t));
}

static void start_editing(struct targets *t, const char *text, bool fresh)
{
	edit_set(&t->edit, text, fresh);
	t->seen = present_of(t);
	t->editing = true;
}

static bool focus_draft(struct targets *t, const struct desk_draft *draft)
{
	for (int i = 0; i < t->len * t->cols; i++) {
		struct plan_target target = targets_at(t, i / t->cols, i % t->cols);
		if (target.unit != draft->unit || when_of(&target) != draft->when)
			continue;
		list_go(&t->list, i / t->cols);
		t->col = i % t->cols;
		return true;
	}
	return false;
}

void targets_resume_draft(struct targets *t)
{
	const struct desk *desk = t->app->desk;
	struct desk_draft draft;
	if (desk == NULL || !desk->offer_draft(desk->ctx, &draft) || draft.kind != DRAFT_TARGET || draft.row != t->indicator)
		return;
	if (!focus_draft(t, &draft))
		return;
	start_editing(t, draft.text, false);
	typed(t);                              // ours from here on
	desk->drop_draft(desk->ctx);
	screen_message(t->app, false, "%s", _("This was typed and not saved last time. Enter saves it, Esc drops it."));
}

// ------------------------------------------------------------ saving

static unsigned document_given(void *ctx, const char *const *texts);

// Of what was keyed in last for this indicator, as it is likely to be that of the next, too; "" where nothing was.
static const char *newest_document(const struct targets *t)
{
	const struct plan_target *newest = NULL;
	for (int unit = 0; unit < t->app->plan->units_len; unit++) {
		int first, end;
		plan_targets_of(t->app->plan, t->indicator, unit, &first, &end);
		for (const struct plan_target *at = t->app->plan->targets + first; at < t->app->plan->targets + end; at++)
			if (at->keyed && (newest == NULL || at->change > newest->change))
				newest = at;
	}
	return newest != NULL ? newest->doc : "";
}

static void ask_document(struct targets *t)
{
	struct plan_target present = present_of(t);
	const char *label = _("document number or source"), *text = t->doc[0] != '\0' ? t->doc : present.doc;
	if (text[0] == '\0')
		text = newest_document(t);
	prompt_offer(t->app, t->app->plan->indicators[t->indicator].name, label, text, document_given, t);
}

static void ask_document_again(struct targets *t, const char *why)
{
	if (t->doc[0] != '\0')
		screen_message(t->app, true, "%s", why);
	t->doc[0] = '\0';
	ask_document(t);
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
	t->seen = targets_at(t, targets_row(t), t->col);
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
		ask_document_again(t, result.why);
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

// Enter goes down the units; from the last of them to the targets, never into the city's row, where the next key would fall.
static void go_on(struct targets *t)
{
	if (t->list.focus < t->len - 2) {
		list_act(&t->list, ACTION_DOWN);
	} else if (t->list.focus == t->len - 2 && t->col < t->cols - 1) {
		t->col = t->cols - 1;
		list_act(&t->list, ACTION_FIRST);
	}
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
		go_on(t);
	return DRAWN | SCREEN_RELOAD;
}

// ------------------------------------------------------------ keys

static unsigned enter(struct targets *t)
{
	if (accept(t))
		go_on(t);
	return DRAWN;
}

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
		start_editing(t, "", true);
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
	char text[EDIT_MAX * 4 + 1];
	typed_text(t, text, sizeof text);
	start_editing(t, text, false);
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
	case ACTION_OPEN: return enter(t);
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
	list_resize(&t->list, find_len(&t->find), targets_height(t));
	t->saved = false;
	if (action == ACTION_BACK)
		return back(t);
	if (targets_row(t) == PLAN_NONE)         // nothing answers to what is looked for
		return 0;
	if (t->conflict && (action == ACTION_OPEN || action == ACTION_NEXT_STEP))
		return answer(t, action);
	if (t->conflict)
		return action == ACTION_HELP || action == ACTION_REPAINT ? 0 : DRAWN;
	unsigned result = act(t, action, key);
	return t->saved ? result | DRAWN | SCREEN_RELOAD : result;
}
