// SPDX-License-Identifier: MIT
// See find_rows.h. Nothing is allocated before the first /: a list costs what it cost without.
#include "tui/find_rows.h"

#include <stdlib.h>

#include "core/i18n.h"
#include "core/text.h"

#define FIELD_CELLS 16

void find_done(struct find *find)
{
	free(find->rows);
	free(find->edit);
	find->rows = NULL;
	find->edit = NULL;
	find->typing = false;
}

bool find_hides(const struct find *find)
{
	return find->rows != NULL;
}

int find_len(const struct find *find)
{
	return find->rows != NULL ? find->rows_len : find->ops->len(find->state);
}

int find_row(const struct find *find, int shown)
{
	if (shown < 0 || shown >= find_len(find))
		return PLAN_NONE;
	return find->rows != NULL ? find->rows[shown] : shown;
}

static int shown_at(const struct find *find, int row)
{
	for (int i = 0; i < find_len(find); i++)
		if (find_row(find, i) == row)
			return i;
	return PLAN_NONE;
}

static void show_all(struct find *find)
{
	free(find->rows);
	find->rows = NULL;
}

void find_focus(struct find *find, int row)
{
	if (shown_at(find, row) == PLAN_NONE)
		show_all(find);
	list_resize(find->list, find_len(find), find->list->height);
	list_go(find->list, shown_at(find, row));
}

// Which rows answer; the first that bears exactly what is typed, or PLAN_NONE.
static int collect(struct find *find)
{
	int exact = PLAN_NONE, len = find->ops->len(find->state);
	find->rows_len = find->of = 0;
	for (int row = 0; row < len; row++) {
		enum match match = find->ops->match(find->state, row, find->wanted);
		find->of += find->ops->match(find->state, row, "") != MATCH_NOT;
		if (match != MATCH_NOT)
			find->rows[find->rows_len++] = row;
		if (match == MATCH_EXACT && exact == PLAN_NONE)
			exact = row;
	}
	return exact;
}

// The cursor: on what bears exactly what is TYPED now; else where it was, if that is still shown; else on the first row.
static void narrow(struct find *find, bool typed)
{
	int at = find_row(find, find->list->focus);
	size_t most = (size_t)find->ops->len(find->state) + 1;
	int *rows = realloc(find->rows, most * sizeof *rows);
	if (rows == NULL) {
		screen_message(find->app, true, "%s", _("no memory"));
		return;
	}
	find->rows = rows;
	find->from = at != PLAN_NONE ? at : find->from;
	int exact = collect(find);
	int shown = shown_at(find, typed && exact != PLAN_NONE ? exact : find->from);
	list_resize(find->list, find->rows_len, find->list->height);
	list_go(find->list, shown != PLAN_NONE ? shown : 0);
}

static unsigned tell(struct find *find)
{
	return find->ops->go(find->state, find_row(find, find->list->focus)) | DRAWN;
}

void find_again(struct find *find)
{
	if (find->rows != NULL)
		narrow(find, false);
}

unsigned find_rows_begin(struct find *find)
{
	if (find->edit == NULL)
		find->edit = malloc(sizeof *find->edit);
	if (find->edit == NULL) {
		screen_message(find->app, true, "%s", _("no memory"));
		return DRAWN;
	}
	edit_set(find->edit, find->rows != NULL ? find->wanted : "", true);
	find->typing = true;
	find->from = find_row(find, find->list->focus);
	return DRAWN;
}

static unsigned type(struct find *find, enum action action, const struct key *key)
{
	char text[sizeof find->wanted];
	if (action == ACTION_TYPE)
		edit_insert(find->edit, key->code);
	else
		edit_do(find->edit, key->edit);
	edit_utf8(find->edit, text, sizeof text);
	text_format(find->wanted, sizeof find->wanted, "%s", text);
	text_halve(find->wanted);
	narrow(find, true);
	return tell(find);
}

// All rows again, the cursor on the row where it is.
static unsigned leave(struct find *find)
{
	int at = find_row(find, find->list->focus);
	find->typing = false;
	show_all(find);
	find_focus(find, at != PLAN_NONE ? at : find->from);
	return tell(find);
}

void find_tell_none(struct find *find)
{
	screen_message(find->app, true, _("Nothing here holds “%s”. / looks for something else."), find->wanted);
}

static unsigned accept(struct find *find)
{
	find->typing = false;
	if (find->rows != NULL && find->rows_len == 0)
		find_tell_none(find);
	return find->wanted[0] == '\0' || find->rows_len == 0 ? leave(find) : DRAWN;
}

unsigned find_rows_act(struct find *find, enum action action, const struct key *key)
{
	if (action == ACTION_BACK && (find->typing || find->rows != NULL))
		return leave(find);
	if (!find->typing)
		return 0;
	switch (action) {
	case ACTION_TYPE:
	case ACTION_LINE: return type(find, action, key);
	case ACTION_OPEN: return accept(find);
	default: return 0;
	}
}

// ------------------------------------------------------------ the line

bool find_draw(const struct find *find, struct paint *p, int y)
{
	char words[2 * MATCH_TEXT];
	if (!find->typing && find->rows == NULL)
		return false;
	if (!find->typing) {
		text_format(words, sizeof words, _("Only rows with “%s”: %d/%d; Esc shows all, / changes it"), find->wanted, find->rows_len,
			find->of);
		paint_text(p, y, 1, paint_cols(p) - 1, ROLE_MESSAGE, words);
		return true;
	}
	paint_fill(p, y, 0, paint_cols(p), ROLE_TEXT);
	int x = 2 + paint_text(p, y, 1, paint_cols(p) - 1, ROLE_TEXT, _("filter"));
	int cursor = paint_edit(p, y, x, FIELD_CELLS, find->edit);
	x += FIELD_CELLS + 3;
	if (find->rows != NULL)
		x += 1 + paint_text(p, y, x, paint_cols(p) - x, ROLE_TEXT, text_format(words, sizeof words, "%d/%d", find->rows_len, find->of));
	paint_text(p, y, x, paint_cols(p) - x, ROLE_DIM, _("Han, initials, id or number; Enter keeps it, Esc shows all"));
	paint_cursor(p, y, cursor);
	return true;
}
