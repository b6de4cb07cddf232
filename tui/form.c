// SPDX-License-Identifier: MIT
// The keyboard of a form (form.h): type, accept, undo, and which key does what.
#include "tui/form_part.h"

#include <stdlib.h>
#include <string.h>

#include "core/i18n.h"
#include "core/text.h"
#include "tui/form_finding.h"
#include "tui/form_paste.h"
#include "tui/form_report.h"
#include "tui/scr_changes.h"

#define LOWER_ROWS 7          // what explanation and refusal are left at 80x24

int form_height(const struct form *f)
{
	int room = f->app->rows - 4 - LOWER_ROWS;
	if (room < 3)
		room = f->app->rows - 4;
	return f->len < room ? f->len : room;
}

bool form_can_write(const struct form *f)
{
	return f->app->desk != NULL;
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
	screen_failed(f->app, form_load_words(f));
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
		screen_failed(f->app, form_load(f));
		focus_changed(f, before, (int)(bytes / sizeof *before));
	} else {
		screen_failed(f->app, err);
	}
	free(before);
	return err == ERR_OK ? DRAWN | SCREEN_RELOAD : DRAWN;
}

// ------------------------------------------------------------ typing

static unsigned enter(struct form *f)
{
	if (!f->conflict && !f->editing && form_focused(f)->now.copied && !form_save_typed(f))
		return DRAWN;
	if (!f->conflict) {
		if (form_accept(f))
			form_go_on(f);
		return DRAWN;
	}
	form_stop_editing(f);                     // theirs stands
	screen_release_keys(f->app);
	return screen_failed(f->app, form_load(f));
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
	form_stop_editing(f);
	return DRAWN;
}

static unsigned overwrite(struct form *f)
{
	f->conflict = false;
	form_accept(f);
	return DRAWN | SCREEN_RELOAD;
}

// A clerk's hand slips easily into a row that another desk answers for: it is left to that desk, and said so.
static bool is_anothers(const struct form *f)
{
	const struct form_cell *cell = form_focused(f);
	if (cell == NULL || form_is_own(f, cell))
		return false;
	const struct report_key owner = report_of_cell(f->app->plan, cell->element, cell->unit, cell->period);
	screen_message(f->app, true, _("%s keys this in, not the desk that is registered here; W changes who sits here."),
		report_owner_name(f->app->plan, &owner));
	return true;
}

static unsigned type(struct form *f, const struct key *key)
{
	if (!form_can_write(f)) {
		screen_message(f->app, true, "%s", _("Opened read-only: nothing can be changed here."));
		return DRAWN;
	}
	if (!f->editing && is_anothers(f))
		return DRAWN;
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
	if (is_anothers(f))
		return DRAWN;
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

// The life of the cell, also of one in which nothing stands any more.
static unsigned life(const struct form *f)
{
	const struct form_cell *cell = form_focused(f);
	const struct scr_changes_arg arg = {cell->element, cell->unit, cell->period};
	screen_push(f->app, &scr_changes, &arg);
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
	case ACTION_LAST: return form_move(f, action);
	case ACTION_LEFT: return form_move_aside(f, -1);
	case ACTION_RIGHT: return form_move_aside(f, 1);
	case ACTION_PANE: return f->by_years ? form_move_aside(f, 1) : form_move(f, ACTION_DOWN);
	case ACTION_PERIOD_PREVIOUS: return form_another_month(f, -1);
	case ACTION_PERIOD_NEXT: return form_another_month(f, 1);
	case ACTION_TURN: return form_turn(f);
	case ACTION_CHOOSE: return form_choose(f);
	case ACTION_SAME: return form_same_as_before(f);
	case ACTION_WORDS: return form_words(f);
	case ACTION_EDIT: return edit_inside(f);
	case ACTION_NEXT_STEP: return f->conflict ? overwrite(f) : form_report_act(f);
	case ACTION_UNDO: return take_back(f, f->app->desk->undo);
	case ACTION_REDO: return take_back(f, f->app->desk->redo);
	case ACTION_CHECK: return form_report_check(f);
	case ACTION_LIFE: return life(f);
	case ACTION_ENTER_WAY: return form_other_way(f);
	case ACTION_MENU: return form_accept(f) ? screen_commands(f->app) : DRAWN;
	default: return 0;
	}
}

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
