// SPDX-License-Identifier: MIT
// The keyboard of a form (form.h): type, accept, move, turn, the choices of F4, last period's figure, words, undo.
#include "tui/form_part.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "core/entry_words.h"
#include "core/i18n.h"
#include "core/text.h"
#include "tui/form_finding.h"
#include "tui/form_life.h"
#include "tui/form_paste.h"

#define ROWS_FOR_REFUSAL 18   // from here on the lower half has room for a refusal
#define LOWER_ROWS 7          // what explanation and refusal are left at 80x24

int form_height(const struct form *f)
{
	int room = f->app->rows - 4 - LOWER_ROWS;
	if (room < 3)
		room = f->app->rows - 4;
	return f->len < room ? f->len : room;
}

unsigned form_failed(struct form *f, enum err err)
{
	if (err != ERR_OK)
		screen_message(f->app, true, "%s", err_message());
	return DRAWN;
}

bool form_can_write(const struct form *f)
{
	return f->app->desk != NULL;
}

// ------------------------------------------------------------ the cell being typed in

void form_keep_draft(struct form *f)
{
	const struct form_cell *cell = form_focused(f);
	char text[EDIT_MAX * 4 + 1];
	if (f->editing)
		edit_utf8(&f->edit, text, sizeof text);
	const struct desk_draft draft = {DRAFT_CELL, cell->element, cell->unit, cell->period, text};
	f->app->desk->keep_draft(f->app->desk->ctx, f->editing ? &draft : NULL);
}

static void stop_editing(struct form *f)
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
	form_failed(f, form_load(f));
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
// for the lower half the message row says why.
static void keep_refused(struct form *f, enum err err, const struct intake_result *result)
{
	f->refused = *result;
	f->edit.fresh = true;
	screen_hold_keys(f->app);
	if (err != ERR_OK) {
		f->refused.verdict = INTAKE_NOTHING;
		form_failed(f, err);
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
	stop_editing(f);
	form_failed(f, form_load(f));
	if (f->finding.text[0] != '\0' && f->finding.level == CHECK_HARD)
		screen_message(f->app, true, "%s", f->finding.text);
	screen_release_keys(f->app);
	return true;
}

static unsigned look(struct form *f)
{
	enum err err = f->by_years ? form_load_standings(f) : ERR_OK;
	return form_failed(f, err == ERR_OK ? form_load_words(f) : err);
}

// To another row; by years, each row has its own standings beneath.
static unsigned go(struct form *f, enum action action)
{
	list_act(&f->list, action);
	return look(f);
}

// The next cell, as Enter goes.
void form_go_on(struct form *f)
{
	bool right = f->across && f->by_years;
	if (right && f->col + 1 < f->cols) {
		f->col++;
		form_failed(f, form_load_words(f));
		return;
	}
	if (right)
		f->col = 0;
	go(f, ACTION_DOWN);
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
	if (ask_of_word(f, text))
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

// ------------------------------------------------------------ undo

// To the first cell that has changed, so that the next key does not fall into another one.
static void focus_changed(struct form *f, const struct form_cell *before, int len)
{
	int i = 0;
	while (i < f->len && i < len && f->cells[i].now.change == before[i].now.change)
		i++;
	if (i < f->len && i < len)
		find_focus(&f->find, i);
	list_resize(&f->list, find_len(&f->find), form_height(f));
	form_failed(f, form_load_words(f));
}

static unsigned take_back(struct form *f, enum err (*step)(void *ctx, const char **what))
{
	const char *what = "";
	size_t bytes = (size_t)f->len * sizeof *f->cells;
	struct form_cell *before = malloc(bytes);
	enum err err = before == NULL ? err_set(ERR_MEMORY, "%s", _("no memory")) : step(f->app->desk->ctx, &what);
	if (err == ERR_OK) {
		memcpy(before, f->cells, bytes);
		screen_message(f->app, false, "%s", what);
		form_failed(f, form_load(f));
		focus_changed(f, before, (int)(bytes / sizeof *before));
	} else {
		form_failed(f, err);
	}
	free(before);
	return err == ERR_OK ? DRAWN | SCREEN_RELOAD : DRAWN;
}

// ------------------------------------------------------------ moving

static unsigned turn(struct form *f)
{
	const struct form_cell *cell = form_focused(f);
	if (cell == NULL || !form_accept(f))
		return DRAWN;
	int element = cell->element, unit = cell->unit;
	bool was_turned = f->turned, was_by_years = f->by_years;
	find_done(&f->find);
	f->by_years = was_turned && !was_by_years;
	f->turned = !was_by_years;
	f->month = 12;
	f->element = element;
	f->unit = unit;
	enum err err = form_load(f);
	for (int i = 0; i < f->len; i++)
		if (form_cell_at(f, i, 0)->element == element && form_cell_at(f, i, 0)->unit == unit)
			f->list.focus = i;
	list_resize(&f->list, f->len, form_height(f));
	if (err == ERR_OK && f->by_years)
		err = form_load_standings(f);
	return form_failed(f, err == ERR_OK ? form_load_words(f) : err);
}

static unsigned move(struct form *f, enum action action)
{
	if (!form_accept(f))
		return DRAWN;
	return go(f, action);
}

// By years only: to the year before or after.
static unsigned move_aside(struct form *f, int step)
{
	if (!f->by_years)
		return 0;
	if (!form_accept(f))
		return DRAWN;
	if (f->col + step >= 0 && f->col + step < f->cols)
		f->col += step;
	return form_failed(f, form_load_words(f));
}

// By years, the signs that elsewhere change the period change the month of all the years.
static unsigned another_month(struct form *f, int direction)
{
	int months = f->app->plan->elements[f->element].months;
	if (!f->by_years || f->editing)
		return 0;
	f->month = (f->month + direction * months + 11) % 12 + 1;
	return form_failed(f, form_load(f));
}

static unsigned enter(struct form *f)
{
	if (!f->conflict && !f->editing && form_focused(f)->now.copied && !form_save_typed(f))
		return DRAWN;
	if (!f->conflict) {
		if (form_accept(f))
			form_go_on(f);
		return DRAWN;
	}
	stop_editing(f);                     // theirs stands
	screen_release_keys(f->app);
	return form_failed(f, form_load(f));
}

static void tell_dropped(struct form *f)
{
	char text[EDIT_MAX * 4 + 1];
	int ahead = screen_forget_keys(f->app);
	edit_utf8(&f->edit, text, sizeof text);
	if (ahead > 0)
		screen_message(f->app, true, P_("What was typed is dropped: %s; and %d key typed ahead of the question",
			"What was typed is dropped: %s; and %d keys typed ahead of the question", (unsigned long)ahead), text, ahead);
	else
		screen_message(f->app, false, _("What was typed is dropped: %s"), text);
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
	tell_dropped(f);
	stop_editing(f);
	return DRAWN;
}

static unsigned overwrite(struct form *f)
{
	if (!f->conflict)
		return 0;
	f->conflict = false;
	form_accept(f);
	return DRAWN | SCREEN_RELOAD;
}

static unsigned type(struct form *f, const struct key *key)
{
	if (!form_can_write(f)) {
		screen_message(f->app, true, "%s", _("Opened read-only: nothing can be changed here."));
		return DRAWN;
	}
	if (!f->editing)
		form_start_editing(f, "", true);
	f->refused.verdict = INTAKE_NOTHING;
	edit_insert(&f->edit, key->code);
	form_keep_draft(f);
	return DRAWN;
}

static unsigned edit_line(struct form *f, const struct key *key)
{
	edit_do(&f->edit, key->edit);
	f->refused.verdict = INTAKE_NOTHING;
	form_keep_draft(f);
	return DRAWN;
}

static unsigned edit_inside(struct form *f)
{
	char text[EDIT_MAX * 4 + 1];
	form_typed_text(f, text, sizeof text);
	form_start_editing(f, text, false);
	form_keep_draft(f);
	return DRAWN;
}

// What is being typed is saved first: the block begins at its cell.
static unsigned paste(struct form *f, const struct term_paste *pasted)
{
	if (!form_can_write(f))
		screen_message(f->app, true, "%s", _("Opened read-only: nothing can be changed here."));
	else if (form_accept(f))
		return form_paste_show(f, pasted);
	return DRAWN;
}

static unsigned act(struct form *f, enum action action, const struct key *key)
{
	switch (action) {
	case ACTION_TYPE: return type(f, key);
	case ACTION_LINE: return edit_line(f, key);
	case ACTION_OPEN: return enter(f);
	case ACTION_PASTE: return paste(f, key->paste);
	case ACTION_UP:
	case ACTION_DOWN:
	case ACTION_PAGE_UP:
	case ACTION_PAGE_DOWN:
	case ACTION_FIRST:
	case ACTION_LAST: return move(f, action);
	case ACTION_LEFT: return move_aside(f, -1);
	case ACTION_RIGHT:
	case ACTION_PANE: return move_aside(f, 1);
	case ACTION_PERIOD_PREVIOUS: return another_month(f, -1);
	case ACTION_PERIOD_NEXT: return another_month(f, 1);
	case ACTION_TURN: return turn(f);
	case ACTION_CHOOSE: return form_choose(f);
	case ACTION_SAME: return form_same_as_before(f);
	case ACTION_WORDS: return form_words(f);
	case ACTION_EDIT: return edit_inside(f);
	case ACTION_NEXT_STEP: return overwrite(f);
	case ACTION_UNDO: return take_back(f, f->app->desk->undo);
	case ACTION_REDO: return take_back(f, f->app->desk->redo);
	case ACTION_LIFE: return form_life_show(f);
	case ACTION_MENU: return form_accept(f) ? screen_commands(f->app) : DRAWN;
	default: return 0;
	}
}

// ------------------------------------------------------------ finding

static int row_total(const void *state)
{
	return ((const struct form *)state)->len;
}

static enum match match_cells(const void *state, int row, const char *wanted)
{
	const struct form *f = state;
	const struct form_cell *cell = form_cell_at(f, row, 0);
	const struct plan_unit *unit = &f->app->plan->units[cell->unit];
	const struct plan_element *element = &f->app->plan->elements[cell->element];
	const char *const words[] = {f->turned ? unit->name : element->name, f->turned ? unit->short_name : element->short_name, NULL};
	return match_row(wanted, row + 1, f->turned ? unit->code : element->code, words);
}

static unsigned row_found(void *state, int row)
{
	struct form *f = state;
	(void)row;
	list_resize(&f->list, find_len(&f->find), form_height(f));
	return look(f);
}

const struct find_ops form_find = {row_total, match_cells, NULL, row_found};

// ------------------------------------------------------------

// While it is asked whose figure stands, nothing else happens to the cell.
static bool answers(enum action action)
{
	return action == ACTION_OPEN || action == ACTION_NEXT_STEP || action == ACTION_HELP || action == ACTION_REPAINT;
}

unsigned form_act(struct form *f, enum action action, const struct key *key)
{
	list_resize(&f->list, find_len(&f->find), form_height(f));
	if (action == ACTION_BACK && !f->asking)
		return back(f);
	if (form_focused(f) == NULL)
		return 0;
	f->saved = false;
	if (f->conflict && !answers(action))
		return DRAWN;
	unsigned result = f->asking ? form_finding_answer(f, action) : act(f, action, key);
	return f->saved ? result | DRAWN | SCREEN_RELOAD : result;
}
