// SPDX-License-Identifier: MIT
// A cell of S9's table from typing to saving (targets.h): what it would do, the draft, the document it needs, and whose stands
// when another desk has changed it meanwhile.
#include "tui/targets_part.h"

#include "core/i18n.h"
#include "core/target_words.h"
#include "core/text.h"
#include "tui/prompt.h"

// ------------------------------------------------------------ what is typed

// As it stood when typing began: what another desk does later conflicts.
struct plan_target targets_present(const struct targets *t)
{
	return t->editing ? t->seen : targets_at(t, targets_row(t), t->col);
}

void targets_typed_text(const struct targets *t, char *out, size_t cap)
{
	struct plan_target present = targets_present(t);
	if (t->editing)
		edit_utf8(&t->edit, out, cap);
	else
		target_words(t->app->plan, &present, out, cap);
}

static struct intake_target ask_of(const struct targets *t, const char *text, const char *doc)
{
	struct plan_target key = targets_present(t);
	return (struct intake_target){.indicator = key.indicator, .unit = key.unit, .kind = key.kind, .year = key.year, .text = text,
		.doc = doc, .baseline = survey_at(t->survey, key.unit)->baseline};
}

// What the bar would be: read as if the document were there, judged on a plan with it.
static enum err try_out(struct targets *t)
{
	const struct survey_query query = app_query_keyed(t->app);
	struct plan_target present = targets_present(t);
	char text[EDIT_MAX * 4 + 1];
	targets_drop_trial(t);
	targets_typed_text(t, text, sizeof text);
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
	struct plan_target present = targets_present(t);
	targets_typed_text(t, text, sizeof text);
	const struct desk_draft draft = {DRAFT_TARGET, present.indicator, present.unit, when_of(&present), text};
	t->app->desk->keep_draft(t->app->desk->ctx, t->editing ? &draft : NULL);
}

void targets_stop_editing(struct targets *t)
{
	t->editing = t->refused = t->conflict = false;
	screen_release_keys(t->app);
	targets_drop_trial(t);
	keep_draft(t);
}

unsigned targets_typed(struct targets *t)
{
	t->refused = false;
	keep_draft(t);
	return screen_failed(t->app, try_out(t));
}

void targets_start_editing(struct targets *t, const char *text, bool fresh)
{
	edit_set(&t->edit, text, fresh);
	t->seen = targets_present(t);
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
	targets_start_editing(t, draft.text, false);
	targets_typed(t);                              // ours from here on
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

void targets_ask_document(struct targets *t)
{
	struct plan_target present = targets_present(t);
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
	targets_ask_document(t);
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
		screen_failed(t->app, store_read_targets(t->app->store, t->app->fresh));
	t->seen = targets_at(t, targets_row(t), t->col);
}

static bool save(struct targets *t, const char *text)
{
	struct plan_target present = targets_present(t);
	struct intake_target ask = ask_of(t, text, t->doc);
	struct intake_target_result result;
	char sentence[3 * TARGET_WORDS];
	enum err err = t->app->desk->save_target(t->app->desk->ctx, &ask, &present, &result);
	if (err == ERR_CONFLICT)
		ask_whose_stands(t);
	else if (err != ERR_OK)
		screen_failed(t->app, err);
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
	targets_stop_editing(t);
	screen_failed(t->app, targets_load(t));
	return true;
}

// True when what is typed has been saved, or there was nothing to save.
bool targets_accept(struct targets *t)
{
	char text[EDIT_MAX * 4 + 1];
	struct plan_target present = targets_present(t);
	if (!t->editing)
		return true;
	targets_typed_text(t, text, sizeof text);
	struct intake_target ask = ask_of(t, text, NULL);
	t->app->desk->read_target(t->app->desk->ctx, &ask, &present, &t->read);
	if (t->read.verdict != INTAKE_NOTHING)
		return save(t, text);
	targets_stop_editing(t);
	return true;
}

static unsigned document_given(void *ctx, const char *const *texts)
{
	struct targets *t = ctx;
	char text[EDIT_MAX * 4 + 1];
	struct plan_target present = targets_present(t);
	if (texts == NULL || texts[0][0] == '\0')
		return DRAWN;
	text_format(t->doc, sizeof t->doc, "%s", texts[0]);
	targets_typed_text(t, text, sizeof text);
	bool typing = t->editing;
	if ((!typing && (!present.keyed || present.change == 0)) || !save(t, text))
		return DRAWN;
	if (typing)
		targets_go_on(t);
	return DRAWN | SCREEN_RELOAD;
}
