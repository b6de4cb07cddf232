// SPDX-License-Identifier: MIT
// See palette.h. Made from two tables, the places of menu.c and core/action.def, when it is opened and not before.
//
// No number begins another one: a screen has one digit, those behind the ninth three from 090 on, an action three that begin
// with 0. So the number of a screen leads there at once, and it is the same on every screen. An action does something: its
// number brings it to the cursor, with its words, and Enter does it. The rest of the keys is text that
// narrows the list, since an input method may be on: Han, full-width letters and digits come as they are.
#include "tui/palette.h"

#include <string.h>

#include "core/i18n.h"
#include "core/match.h"
#include "core/pinyin.h"
#include "core/text.h"
#include "tui/frame.h"
#include "tui/keymap.h"
#include "tui/list.h"
#include "tui/menu.h"

#define LIST_TOP 2
#define ONE_DIGIT 9              // places
#define MOST_PLACES 19
#define TENTH 90                 // its number: far behind those of the actions
#define MOST (MOST_PLACES + ACTION_COUNT)
#define FIELD_CELLS 30
#define NAME_AT 6
#define INITIALS_AT 29
#define ENGLISH_AT 38
#define KEYS_AT 67
#define HELP_AT 82
#define WIDE 120                 // from here on with the sentence of help

struct row {
	enum action action;              // ACTION_NONE: a place
	int place;
	char number[8];
	const char *name, *id, *idle;    // name: English; id: may be NULL; idle: why it does nothing here, NULL
};
struct palette {
	struct app *app;
	struct edit edit;
	char typed[MATCH_TEXT];          // half width
	struct row rows[MOST];
	int len, shown[MOST];
	struct list list;                // over shown
};

// ------------------------------------------------------------ rows

static void add_places(struct palette *p)
{
	for (int i = 0; i < menu_places_len && i < MOST_PLACES; i++) {
		struct row *row = &p->rows[p->len++];
		*row = (struct row){.place = i, .name = menu_places[i].name, .id = menu_places[i].id};
		text_format(row->number, sizeof row->number, i < ONE_DIGIT ? "%d" : "%03d", i < ONE_DIGIT ? i + 1 : TENTH + i - ONE_DIGIT);
	}
}

static void add_actions(struct palette *p, const struct frame *frame)
{
	for (int i = 0; i < action_rows_len; i++) {
		const struct action_row *action = &action_rows[i];
		if (action->action == ACTION_MENU || (action->writes && frame->app->desk == NULL))
			continue;
		struct row *row = &p->rows[p->len++];
		*row = (struct row){.action = action->action, .name = action->name, .id = action->id, .idle = frame_idle(frame, action)};
		text_format(row->number, sizeof row->number, "0%02d", (int)action->action);
	}
}

static bool only_digits(const char *typed)
{
	return typed[0] != '\0' && typed[strspn(typed, "0123456789")] == '\0';
}

static enum match answers(const struct palette *p, const struct row *row)
{
	const char *const words[] = {_(row->name), row->name, NULL};
	if (!only_digits(p->typed))
		return match_row(p->typed, 0, row->id, words);
	if (strcmp(row->number, p->typed) == 0)
		return MATCH_EXACT;
	return strncmp(row->number, p->typed, strlen(p->typed)) == 0 ? MATCH_HOLDS : MATCH_NOT;
}

static void fit(struct palette *p, int len)
{
	list_resize(&p->list, len, p->app->rows - LIST_TOP - 2);
}

// The cursor: on the row that is meant exactly; else on the first one that does something.
static void narrow(struct palette *p)
{
	int len = 0, exact = PLAN_NONE, first = PLAN_NONE;
	for (int i = 0; i < p->len; i++) {
		enum match match = answers(p, &p->rows[i]);
		if (match == MATCH_NOT)
			continue;
		if (match == MATCH_EXACT && exact == PLAN_NONE)
			exact = len;
		if (p->rows[i].idle == NULL && first == PLAN_NONE)
			first = len;
		p->shown[len++] = i;
	}
	fit(p, len);
	list_go(&p->list, exact != PLAN_NONE ? exact : first != PLAN_NONE ? first : 0);
}

static const struct row *focused(const struct palette *p)
{
	return p->list.focus < p->list.len ? &p->rows[p->shown[p->list.focus]] : NULL;
}

static enum err palette_open(void *state, struct app *app, const void *arg)
{
	struct palette *p = state;
	p->app = app;
	edit_set(&p->edit, "", false);
	add_places(p);
	add_actions(p, arg);
	narrow(p);
	return ERR_OK;
}

// ------------------------------------------------------------ drawing

// What is told of an action beside its names: why it does nothing here, or what it does.
static void draw_words(const struct row *row, struct paint *p, int y, int x)
{
	const struct action_row *action = action_row(row->action);
	if (row->idle != NULL)
		paint_text(p, y, x, paint_cols(p) - x, ROLE_DIM, row->idle);
	else if (action != NULL)
		paint_text(p, y, x, paint_cols(p) - x, ROLE_DIM, _(action->help));
}

// In English the name says all, and there are no initials.
static void draw_names(const struct row *row, struct paint *p, int y, enum role role)
{
	const char *name = _(row->name);
	char initials[INITIALS_AT];
	if (name == row->name) {
		paint_text(p, y, NAME_AT, KEYS_AT - NAME_AT - 1, role, name);
		return;
	}
	paint_text(p, y, NAME_AT, INITIALS_AT - NAME_AT - 1, role, name);
	paint_text(p, y, INITIALS_AT, ENGLISH_AT - INITIALS_AT - 1, ROLE_DIM, pinyin_initials(name, initials, sizeof initials));
	paint_text(p, y, ENGLISH_AT, KEYS_AT - ENGLISH_AT - 1, ROLE_DIM, row->name);
}

static void draw_row(const struct row *row, struct paint *p, int y, bool marked)
{
	char keys[64];
	enum role role = row->idle != NULL ? ROLE_DIM : marked ? ROLE_FOCUS : ROLE_TEXT;
	paint_text(p, y, 0, 1, ROLE_MARK, marked ? ">" : " ");
	paint_right(p, y, 1, 4, ROLE_LEGEND_KEY, row->number);
	draw_names(row, p, y, role);
	keymap_words(row->action, keys, sizeof keys);
	if (paint_cols(p) >= WIDE) {
		paint_text(p, y, KEYS_AT, HELP_AT - KEYS_AT - 1, ROLE_TEXT, keys);
		draw_words(row, p, y, HELP_AT);
	} else {
		paint_text(p, y, KEYS_AT, paint_cols(p) - KEYS_AT, ROLE_TEXT, keys);
	}
}

static void palette_draw(const void *state, struct paint *p)
{
	const struct palette *s = state;
	char count[32];
	int x = 2 + paint_text(p, 1, 1, 20, ROLE_HEADING, _("command"));
	int cursor = paint_edit(p, 1, x, FIELD_CELLS, &s->edit);
	paint_text(p, 1, x + FIELD_CELLS + 3, 10, ROLE_DIM, text_format(count, sizeof count, "%d/%d", s->list.len, s->len));
	paint_cursor(p, 1, cursor);
	if (s->list.len == 0)
		paint_text(p, LIST_TOP + 1, NAME_AT, paint_cols(p) - NAME_AT, ROLE_TEXT, _("No screen and no command is called so."));
	for (int i = s->list.top; i < s->list.len && i < s->list.top + s->list.height; i++)
		draw_row(&s->rows[s->shown[i]], p, LIST_TOP + i - s->list.top, i == s->list.focus);
}

// ------------------------------------------------------------ keys

static unsigned run(struct palette *p)
{
	const struct row *row = focused(p);
	struct app *app = p->app;
	if (row == NULL)
		return SCREEN_HANDLED;
	if (row->idle != NULL) {
		screen_message(app, false, _("%s: %s"), _(row->name), row->idle);
		return DRAWN;
	}
	enum action action = row->action;
	int place = row->place;
	screen_close(app);
	return (action != ACTION_NONE ? screen_perform(app, action) : menu_places[place].open(app)) | DRAWN;
}

static unsigned type(struct palette *p, enum action action, const struct key *key)
{
	if (action == ACTION_TYPE)
		edit_insert(&p->edit, key->code);
	else
		edit_do(&p->edit, key->edit);
	edit_utf8(&p->edit, p->typed, sizeof p->typed);
	text_halve(p->typed);
	narrow(p);
	bool complete = only_digits(p->typed) && p->list.len == 1 && strcmp(focused(p)->number, p->typed) == 0;
	return complete && focused(p)->action == ACTION_NONE ? run(p) : DRAWN;
}

static unsigned palette_act(void *state, enum action action, const struct key *key)
{
	struct palette *p = state;
	fit(p, p->list.len);
	if (list_act(&p->list, action))
		return DRAWN;
	switch (action) {
	case ACTION_TYPE:
	case ACTION_LINE: return type(p, action, key);
	case ACTION_OPEN: return run(p);
	case ACTION_MENU: return SCREEN_POP;
	default: return 0;
	}
}

static bool palette_editing(const void *state)
{
	(void)state;
	return true;
}

static const char *palette_hint(const void *state)
{
	const struct palette *p = state;
	const struct row *row = focused(p);
	if (row == NULL)
		return _("Backspace takes back a character; Esc leaves");
	return row->idle != NULL ? row->idle : _("Type a number, Han, pinyin initials or English; Up, Down, Enter does it; Esc leaves");
}

const struct screen_ops palette = {
	.name = N_("Commands"),
	.context = "prompt",
	.size = sizeof(struct palette),
	.open = palette_open,
	.draw = palette_draw,
	.act = palette_act,
	.editing = palette_editing,
	.hint = palette_hint,
};
