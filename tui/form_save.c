// SPDX-License-Identifier: MIT
// A cell of a form from typing to saving (form.h): the draft, what is refused, and whose figure stands when another desk has
// changed it meanwhile.
#include "tui/form_part.h"

#include <string.h>
#include <time.h>

#include "core/entry_words.h"
#include "core/i18n.h"
#include "core/text.h"
#include "tui/form_correct.h"
#include "tui/form_finding.h"

#define ROWS_FOR_REFUSAL 18   // from here on the lower half has room for a refusal

// ------------------------------------------------------------ the cell being typed in

void form_keep_draft(struct form *f)
{
	const struct form_cell *cell = form_focused(f);
	char text[EDIT_MAX * 4 + 1];
	if (f->editing)
		edit_utf8(&f->edit, text, sizeof text);
	const struct desk_draft draft = {DRAFT_CELL, cell->element, cell->unit, cell->period, text};
	f->app->desk->keep_draft(f->app->desk->ctx, f->editing ? &draft : NULL);
	form_foresee(f);
}

void form_stop_editing(struct form *f)
{
	f->editing = f->conflict = f->asking = f->worded = false;
	f->refused.verdict = INTAKE_NOTHING;
	form_keep_draft(f);
}

void form_entry_text(const struct form *f, const struct form_cell *cell, const struct entry *entry, char out[NUM_TEXT])
{
	out[0] = '\0';
	if (entry->change != 0 && entry->kind == ENTRY_VALUE)
		num_format(entry->figure, f->app->plan->elements[cell->element].decimals, out);
}

void form_start_editing(struct form *f, const char *text, bool fresh)
{
	if (!f->editing)
		f->seen = form_focused(f)->now;
	edit_set(&f->edit, text, fresh);
	f->editing = true;
	f->refused.verdict = INTAKE_NOTHING;
}

void form_typed_text(const struct form *f, char *out, size_t cap)
{
	char present[NUM_TEXT];
	if (f->editing) {
		edit_utf8(&f->edit, out, cap);
		return;
	}
	form_entry_text(f, form_focused(f), &form_focused(f)->now, present);
	text_format(out, cap, "%s", present);
}

// ------------------------------------------------------------ saving

// Who changed the cell to what stands in err_message(). It is shown below the list until it is answered.
static void ask_whose_stands(struct form *f)
{
	text_format(f->refused.why, sizeof f->refused.why, "%s", err_message());
	screen_failed(f->app, form_load(f));
	if (f->editing || f->worded)
		f->seen = form_focused(f)->now;
	if (!f->editing)
		screen_message(f->app, true, "%s", f->refused.why);
	f->conflict = f->editing;
	f->refused.verdict = INTAKE_NOTHING;
	screen_hold_keys(f->app);
}

void form_tell_saved_at(struct form *f)
{
	f->saved_at = (int64_t)time(NULL);
	f->saved = true;
}

struct entry form_present(const struct form *f)
{
	struct entry present = f->editing || f->worded ? f->seen : form_focused(f)->now;
	present.note = f->note;
	present.doc = f->doc;
	return present;
}

static void tell_saved(struct form *f, const struct intake_result *result)
{
	char sentence[ENTRY_SENTENCE];
	form_tell_saved_at(f);
	entry_words_saved(f->app->plan, &form_focused(f)->now, &result->after, sentence, sizeof sentence);
	screen_message(f->app, false, "%s", sentence);
}

// What is refused stays typed; the next character begins it anew, the arrows and Backspace mend it. Where the screen is too low
// for the lower half the message row says why. A refusal that has been seen is no news: the keys behind it are meant for it.
static void keep_refused(struct form *f, enum err err, const struct intake_result *result)
{
	bool seen = err == ERR_OK && f->refused.verdict == INTAKE_REFUSED;
	f->refused = *result;
	f->edit.fresh = true;
	if (!seen)
		screen_hold_keys(f->app);
	if (err != ERR_OK) {
		f->refused.verdict = INTAKE_NOTHING;
		screen_failed(f->app, err);
	} else if (f->app->rows < ROWS_FOR_REFUSAL) {
		screen_message(f->app, true, "%s", result->why);
	}
}

static void aim(const struct form *f, struct intake_cell *ask)
{
	const struct form_cell *cell = form_focused(f);
	ask->element = cell->element;
	ask->unit = cell->unit;
	ask->period = cell->period;
}

// Ask the desk to save CELL; true when the cell is done with (written, or nothing to write). What is refused stays typed.
bool form_save(struct form *f, struct intake_cell *ask)
{
	struct intake_result result;
	struct entry present = form_present(f);
	aim(f, ask);
	enum err err = f->app->desk->save(f->app->desk->ctx, ask, &present, &result);
	if (err == ERR_CONFLICT) {
		ask_whose_stands(f);
		return false;
	}
	if (err != ERR_OK || result.verdict == INTAKE_REFUSED) {
		keep_refused(f, err, &result);
		return false;
	}
	if (result.verdict == INTAKE_WRITE)
		tell_saved(f, &result);
	form_stop_editing(f);
	screen_failed(f->app, form_load(f));
	if (f->finding.text[0] != '\0' && f->finding.level == CHECK_HARD)
		screen_message(f->app, true, "%s", f->finding.text);
	screen_release_keys(f->app);
	return true;
}

// The words of F4 may be typed as well; then what belongs to them is asked, of which what is typed ahead knows nothing.
static bool ask_of_word(struct form *f, const char *text)
{
	const struct plan_element *element = &f->app->plan->elements[form_focused(f)->element];
	struct num_typed typed;
	num_parse(text, element->measure, element->decimals, &typed);
	if (typed.kind == NUM_NOT_APPLICABLE || strcmp(text, _("not applicable")) == 0)
		form_ask_reason(f);
	else if (strcmp(text, _("not reported")) == 0)
		form_ask_day(f, "");
	else
		return false;
	screen_hold_keys(f->app);
	return true;
}

// True when what is typed has been saved, or there was nothing to save.
bool form_accept(struct form *f)
{
	char text[EDIT_MAX * 4 + 1];
	if (!f->editing)
		return true;
	form_typed_text(f, text, sizeof text);
	if (form_correct_asks(f) || ask_of_word(f, text))
		return false;
	struct intake_cell ask = {.text = text, .kind = ENTRY_VALUE};
	aim(f, &ask);
	return !form_finding_asks(f, &ask) && form_save(f, &ask);
}

// What is typed, or what stands, whatever is strange about it: a copy is confirmed by it.
bool form_save_typed(struct form *f)
{
	char text[EDIT_MAX * 4 + 1];
	form_typed_text(f, text, sizeof text);
	struct intake_cell ask = {.text = text, .kind = ENTRY_VALUE};
	return form_save(f, &ask);
}
