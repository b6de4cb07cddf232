// SPDX-License-Identifier: MIT
// The keyboard of S9's table (targets.h): type, move, answer, undo.
#include "tui/targets_part.h"

#include "core/i18n.h"
#include "tui/prompt.h"
#include "tui/scr_entry.h"

// Enter goes down the units; from the last of them to the targets, never into the city's row, where the next key would fall.
void targets_go_on(struct targets *t)
{
	if (t->list.focus < t->len - 2) {
		list_act(&t->list, ACTION_DOWN);
	} else if (t->list.focus == t->len - 2 && t->col < t->cols - 1) {
		t->col = t->cols - 1;
		list_act(&t->list, ACTION_FIRST);
	}
}

static unsigned enter(struct targets *t)
{
	if (targets_accept(t))
		targets_go_on(t);
	return DRAWN;
}

static unsigned move(struct targets *t, enum action action)
{
	if (targets_accept(t))
		list_act(&t->list, action);
	return DRAWN;
}

static unsigned move_aside(struct targets *t, int step)
{
	if (targets_accept(t) && t->col + step >= 0 && t->col + step < t->cols)
		t->col += step;
	return DRAWN;
}

static unsigned type(struct targets *t, const struct key *key)
{
	if (t->app->desk == NULL)
		return 0;
	if (!t->editing)
		targets_start_editing(t, "", true);
	edit_insert(&t->edit, key->code);
	return targets_typed(t);
}

static unsigned edit_line(struct targets *t, const struct key *key)
{
	edit_do(&t->edit, key->edit);
	return targets_typed(t);
}

static unsigned edit_inside(struct targets *t)
{
	char text[EDIT_MAX * 4 + 1];
	targets_typed_text(t, text, sizeof text);
	targets_start_editing(t, text, false);
	return targets_typed(t);
}

static unsigned take_back(struct targets *t, enum err (*step)(void *ctx, const char **what))
{
	const char *what = "";
	enum err err = step(t->app->desk->ctx, &what);
	if (err != ERR_OK)
		return screen_failed(t->app, err);
	screen_message(t->app, false, "%s", what);
	return DRAWN | SCREEN_RELOAD;
}

static unsigned words(struct targets *t)
{
	struct plan_target present = targets_present(t);
	if (t->app->desk != NULL)
		targets_ask_document(t);
	else
		prompt_read(t->app, _("document number or source"), present.doc);
	return DRAWN;
}

// To the figures themselves: the element over units and years.
static unsigned open_years(struct targets *t)
{
	struct scr_entry_arg arg = {.unit = targets_unit(t), .element = t->app->plan->indicators[t->indicator].x, .by_years = true};
	if (targets_accept(t))
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
		targets_stop_editing(t);
	}
	return DRAWN;
}

// Enter leaves theirs, F9 writes mine over it.
static unsigned answer(struct targets *t, enum action action)
{
	t->conflict = t->refused = false;
	if (action == ACTION_NEXT_STEP)
		targets_accept(t);
	else
		targets_stop_editing(t);
	return screen_failed(t->app, targets_load(t));
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
