// SPDX-License-Identifier: MIT
// The keyboard of a task's form (stage_form.h): type, go on, choose the stage, leave.
#include "tui/stage_part.h"

#include <string.h>

#include "core/i18n.h"
#include "core/text.h"
#include "tui/paste.h"
#include "tui/prompt.h"
#include "tui/scr_chapter.h"

#define SHORT_BYTES 32          // of a percent and a month
#define ROWS 24                 // of the smallest screen, with two rows a text and five nodes

bool stage_form_writes(const struct stage_form *f)
{
	return f->app->desk != NULL;
}

bool stage_form_editing(const struct stage_form *f)
{
	return stage_form_writes(f) && (f->field != STAGE_KIND || stage_form_unsaved(f));
}

int stage_form_cells(const struct stage_form *f)
{
	return f->app->cols - 4;
}

int stage_form_text_rows(const struct stage_form *f)
{
	return 2 + (f->app->rows - ROWS) / 5;
}

int stage_form_node_rows(const struct stage_form *f)
{
	return 5 + (f->app->rows - ROWS) - STAGE_TEXTS * (stage_form_text_rows(f) - 2);
}

size_t stage_limit(int field)
{
	static const size_t limits[STAGE_FIELDS] = {
		[STAGE_PERCENT] = SHORT_BYTES, [STAGE_PROGRESS] = INTAKE_STAGE_BYTES, [STAGE_PROBLEM] = INTAKE_STAGE_BYTES,
		[STAGE_NEXT] = INTAKE_STAGE_BYTES, [STAGE_NODE_NAME] = INTAKE_NODE_BYTES, [STAGE_NODE_PLANNED] = SHORT_BYTES,
		[STAGE_NODE_DONE] = SHORT_BYTES, [STAGE_NODE_DOC] = INTAKE_DOC_BYTES,
	};
	return limits[field];
}

static bool in_text(const struct stage_form *f)
{
	return f->field >= STAGE_PROGRESS && f->field <= STAGE_NEXT;
}

static bool in_node(const struct stage_form *f)
{
	return f->field >= STAGE_NODE_NAME;
}

// ------------------------------------------------------------ going from field to field

static unsigned stay(struct stage_form *f)
{
	if (f->refused != f->field && f->refused >= STAGE_NODE_NAME && in_node(f))
		f->field = f->refused;
	screen_message(f->app, true, "%s", f->why);
	return DRAWN;
}

static bool is_first_or_last_column(int field)
{
	return field == STAGE_NODE_NAME || field == STAGE_NODE_DOC;
}

// What the cursor leaves saves itself. False: it stays, for it does not hold. A text that is still to be written holds nobody
// up, nor does a node without a name as long as the cursor is on its row.
static bool leave(struct stage_form *f, bool row)
{
	if (in_node(f) ? !f->node_dirty : !f->dirty)
		return true;
	if (in_node(f) ? stage_save_node(f) : stage_save_words(f))
		return true;
	if (f->conflict)
		return false;
	if (in_node(f))
		return !row && (f->refused != f->field || is_first_or_last_column(f->field));
	if (f->refused == STAGE_PERCENT && f->field == STAGE_PERCENT)
		return false;
	screen_message(f->app, false, "%s", f->why);
	return true;
}

static unsigned go(struct stage_form *f, int field, int row)
{
	bool of_row = field < STAGE_NODE_NAME || row != f->row;
	if (row < 0)
		return DRAWN;
	if (stage_form_writes(f) && !leave(f, of_row))
		return stay(f);
	f->field = field;
	f->row = row <= f->nodes_len ? row : f->nodes_len;
	if (!f->node_dirty)
		stage_fill_node(f);
	int height = stage_form_node_rows(f);
	if (f->row < f->top)
		f->top = f->row;
	if (f->row >= f->top + height)
		f->top = f->row - height + 1;
	return DRAWN;
}

static unsigned next_field(struct stage_form *f)
{
	if (in_text(f) && f->taken[f->field - STAGE_PROGRESS])
		f->taken[f->field - STAGE_PROGRESS] = false;
	if (f->field == STAGE_NODE_DOC)
		return go(f, STAGE_NODE_NAME, f->row + 1);
	return go(f, f->field + 1, f->row);
}

static unsigned vertical(struct stage_form *f, int by)
{
	if (in_text(f) && edit_text_move(&f->edits[f->field], stage_form_cells(f), by))
		return DRAWN;
	if (in_node(f) && (by > 0 || f->row > 0)) {
		if (by > 0 && f->row + by > f->nodes_len && !f->node_dirty)
			by = f->nodes_len - f->row;
		return go(f, f->field, f->row + by < 0 ? 0 : f->row + by);
	}
	int field = in_node(f) ? STAGE_NEXT : f->field + (by > 0 ? 1 : -1);
	return field < STAGE_KIND ? DRAWN : go(f, field, f->row);
}

// Tab: stage, first text, nodes, and round again.
static unsigned next_section(struct stage_form *f)
{
	if (in_node(f))
		return go(f, STAGE_KIND, f->row);
	return go(f, f->field < STAGE_PROGRESS ? STAGE_PROGRESS : STAGE_NODE_NAME, f->row);
}

// ------------------------------------------------------------ typing

static void changed(struct stage_form *f)
{
	if (in_node(f))
		f->node_dirty = true;
	else
		f->dirty = true;
	if (in_text(f))
		f->taken[f->field - STAGE_PROGRESS] = false;
	stage_keep_draft(f);
}

static unsigned set_kind(struct stage_form *f, int kind)
{
	f->kind = (enum stage_kind)((kind + 3) % 3);
	f->dirty = true;
	stage_keep_draft(f);
	return DRAWN;
}

static unsigned type(struct stage_form *f, wchar_t c)
{
	struct edit *edit = &f->edits[f->field];
	if (!stage_form_writes(f))
		return 0;
	if (f->field == STAGE_KIND)
		return c >= L'1' && c <= L'3' ? set_kind(f, (int)(c - L'1')) : DRAWN;
	if (edit_text_insert(edit, c, stage_limit(f->field)))
		changed(f);
	else if (text_is_shown((uint32_t)c))
		screen_message(f->app, true, _("This field is full (%zu bytes at most): what comes now is not taken in."),
			stage_limit(f->field));
	return DRAWN;
}

static void count_bytes(wchar_t c, void *ctx)
{
	char bytes[4];
	*(size_t *)ctx += text_encode((uint32_t)c, bytes);
}

// What does not fit is not taken in by half: it would be cut where nobody looks. 0: it fits, and is typed.
static unsigned paste(struct stage_form *f, const struct term_paste *pasted)
{
	size_t limit = stage_limit(f->field), bytes = 0;
	if (!stage_form_writes(f) || f->field == STAGE_KIND)
		return 0;
	paste_type(pasted, count_bytes, &bytes);
	if (edit_text_bytes(&f->edits[f->field]) + bytes <= limit)
		return 0;
	screen_message(f->app, true, _("What was pasted has %zu bytes, this field takes %zu; nothing is changed. Paste a shorter text."),
		bytes, limit);
	return DRAWN;
}

static bool at_edge(const struct edit *edit, enum edit_op op)
{
	return (op == EDIT_LEFT && edit->cursor == 0) || (op == EDIT_RIGHT && edit->cursor == edit->len);
}

static unsigned edit_line(struct stage_form *f, enum edit_op op)
{
	struct edit *edit = &f->edits[f->field];
	size_t before = edit->len;
	if (f->field == STAGE_KIND)
		return op == EDIT_LEFT || op == EDIT_RIGHT ? set_kind(f, (int)f->kind + (op == EDIT_LEFT ? -1 : 1)) : DRAWN;
	if (in_node(f) && at_edge(edit, op)) {
		int field = f->field + (op == EDIT_LEFT ? -1 : 1);
		return field < STAGE_NODE_NAME || field > STAGE_NODE_DOC ? DRAWN : go(f, field, f->row);
	}
	edit_text_do(edit, in_text(f) ? stage_form_cells(f) : EDIT_MAX * 2, op);
	if (edit->len != before)
		changed(f);
	return DRAWN;
}

// ------------------------------------------------------------ leaving, units, undo

static unsigned answer_leave(void *ctx, int choice)
{
	struct stage_form *f = ctx;
	screen_forget_keys(f->app);
	if (choice != 1)
		return DRAWN;
	f->dirty = f->node_dirty = f->conflict = false;
	memset(f->taken, 0, sizeof f->taken);
	stage_keep_draft(f);
	return SCREEN_POP | SCREEN_RELOAD;
}

static bool save_all(struct stage_form *f)
{
	return !f->conflict && stage_save_node(f) && stage_save_words(f);
}

static unsigned back(struct stage_form *f)
{
	const struct prompt_choice choices[] = {{_("go on writing")}, {_("drop what is not saved")}};
	if (!stage_form_writes(f) || save_all(f))
		return SCREEN_POP | SCREEN_RELOAD;
	screen_hold_keys(f->app);
	prompt_choose(f->app, f->why, choices, 2, 0, answer_leave, f);
	return DRAWN;
}

static unsigned save_now(struct stage_form *f)
{
	bool unsaved = stage_form_unsaved(f);
	if (f->conflict)
		stage_overwrite(f);
	if (!save_all(f)) {
		f->field = f->conflict ? f->field : f->refused;
		screen_message(f->app, true, "%s", f->why);
	} else if (!unsaved) {
		screen_message(f->app, false, "%s", _("All is saved."));
	}
	return DRAWN;
}

static unsigned turn(struct stage_form *f)
{
	if (stage_form_units(f) < 2)
		return 0;
	if (stage_form_writes(f) && !save_all(f)) {
		screen_message(f->app, true, "%s", f->why);
		return DRAWN;
	}
	if (f->from_units)
		return SCREEN_POP | SCREEN_RELOAD;
	screen_push(f->app, &scr_units, &(struct scr_units_arg){f->indicator, PLAN_NONE});
	return DRAWN;
}

static unsigned take_back(struct stage_form *f, enum err (*step)(void *ctx, const char **what))
{
	const char *what = "";
	if (stage_form_unsaved(f)) {
		screen_message(f->app, true, "%s", _("Save what is typed first (F9), then take back."));
		return DRAWN;
	}
	enum err err = step(f->app->desk->ctx, &what);
	if (err != ERR_OK)
		return screen_failed(f->app, err);
	screen_message(f->app, false, "%s", what);
	return DRAWN | SCREEN_RELOAD;
}

static unsigned act(struct stage_form *f, enum action action, const struct key *key)
{
	switch (action) {
	case ACTION_TYPE: return type(f, key->code);
	case ACTION_PASTE: return paste(f, key->paste);
	case ACTION_LINE: return edit_line(f, key->edit);
	case ACTION_LEFT: return stage_form_writes(f) && f->field == STAGE_KIND ? edit_line(f, EDIT_LEFT) : 0;
	case ACTION_RIGHT: return stage_form_writes(f) && f->field == STAGE_KIND ? edit_line(f, EDIT_RIGHT) : 0;
	case ACTION_OPEN: return next_field(f);
	case ACTION_UP: return vertical(f, -1);
	case ACTION_DOWN: return vertical(f, 1);
	case ACTION_PAGE_UP: return vertical(f, in_node(f) ? -stage_form_node_rows(f) : -1);
	case ACTION_PAGE_DOWN: return vertical(f, in_node(f) ? stage_form_node_rows(f) : 1);
	case ACTION_PANE: return next_section(f);
	case ACTION_SAME: return stage_take_over(f);
	case ACTION_TURN: return turn(f);
	case ACTION_WORDS: return stage_show_before(f);
	case ACTION_NEXT_STEP: return save_now(f);
	case ACTION_BACK: return back(f);
	case ACTION_UNDO: return take_back(f, f->app->desk->undo);
	case ACTION_REDO: return take_back(f, f->app->desk->redo);
	default: return 0;
	}
}

unsigned stage_form_act(struct stage_form *f, enum action action, const struct key *key)
{
	f->saved = false;
	unsigned result = act(f, action, key);
	return f->saved ? result | DRAWN | SCREEN_RELOAD : result;
}
