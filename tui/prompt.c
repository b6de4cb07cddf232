// SPDX-License-Identifier: MIT
// See prompt.h. Questions lie over the lower rows of the asking screen, so that what they are about stays in sight. The answer
// is called after the question has gone, and what it returns is for the asking screen.
#include "tui/prompt.h"

#include <stdlib.h>
#include <string.h>

#include "core/i18n.h"
#include "core/text.h"
#include "tui/frame.h"
#include "tui/pick.h"

#define TITLE 256
#define WHY 1024

// Clear ROWS rows over the message, with a rule and TITLE on the first. Returns that row. A message of several rows lifts them,
// as far as there is room.
static int draw_box(struct paint *p, const struct app *app, int rows, const char *title)
{
	int message = frame_message_rows(app, paint_cols(p)), first = paint_rows(p) - 2 - rows;
	if (message > 1 && first - message >= 0)
		first -= message - 1;
	for (int y = first; y < first + rows; y++)
		paint_fill(p, y, 0, paint_cols(p), ROLE_TEXT);
	paint_rule(p, first, 0, paint_cols(p), title);
	return first;
}

// ------------------------------------------------------------ a numbered choice

struct choose {
	struct app *app;
	char title[TITLE];
	struct prompt_choice choices[PROMPT_CHOICES];
	struct pick pick;
	prompt_choose_fn *answer;
	void *ctx;
};

static int most_choices(int rows)
{
	return rows - 5;                         // row 0, the rule, the asking screen's heading, message, legend
}

static enum err choose_open(void *state, struct app *app, const void *arg)
{
	struct choose *c = state;
	*c = *(const struct choose *)arg;
	list_resize(&c->pick.list, c->pick.list.len, most_choices(app->rows));
	return ERR_OK;
}

static void choose_draw(const void *state, struct paint *p)
{
	const struct choose *c = state;
	const struct list *list = &c->pick.list;
	int shown = list->len < list->height ? list->len : list->height, y = draw_box(p, c->app, shown + 1, c->title);
	for (int i = list->top; i < list->top + shown; i++)
		pick_draw(&c->pick, p, ++y, i, paint_cols(p) - PICK_TEXT_AT, c->choices[i].text);
}

static unsigned choose_answer(struct choose *c, int choice)
{
	struct choose asked = *c;
	screen_close(asked.app);
	return asked.answer(asked.ctx, choice);
}

static unsigned choose_act(void *state, enum action action, const struct key *key)
{
	struct choose *c = state;
	list_resize(&c->pick.list, c->pick.list.len, most_choices(c->app->rows));
	switch (pick_act(&c->pick, action, key)) {
	case PICK_TAKEN: return choose_answer(c, c->pick.list.focus);
	case PICK_MOVED: return DRAWN;
	default: return action == ACTION_BACK ? choose_answer(c, -1) : 0;
	}
}

static const char *choose_hint(const void *state)
{
	(void)state;
	return _("Type the number, or Up, Down and Enter; Esc leaves everything as it is");
}

static const struct screen_ops choose_ops = {
	.name = N_("Question"),
	.context = "prompt",
	.over = true,
	.size = sizeof(struct choose),
	.open = choose_open,
	.draw = choose_draw,
	.act = choose_act,
	.hint = choose_hint,
};

void prompt_choose(struct app *app, const char *title, const struct prompt_choice *choices, int len, int at,
	prompt_choose_fn *answer, void *ctx)
{
	struct choose c = {.app = app,
		.pick.list = {.len = len < PROMPT_CHOICES ? len : PROMPT_CHOICES, .focus = at},
		.answer = answer,
		.ctx = ctx};
	text_format(c.title, sizeof c.title, "%s", title);
	memcpy(c.choices, choices, (size_t)c.pick.list.len * sizeof *choices);
	screen_push(app, &choose_ops, &c);
}

// ------------------------------------------------------------ lines of text

struct ask {
	struct app *app;
	char title[TITLE], labels[PROMPT_FIELDS][TITLE];
	struct edit *fields;
	const char *const *given;                // while it opens
	int len, at;
	bool offered;                            // TEXTS give way to what is typed
	prompt_complete_fn *complete;            // of a path; NULL
	void *complete_ctx;
	prompt_text_fn *answer;
	void *ctx;
};

static enum err ask_open(void *state, struct app *app, const void *arg)
{
	struct ask *a = state;
	*a = *(const struct ask *)arg;
	a->app = app;
	a->fields = calloc((size_t)a->len, sizeof *a->fields);
	if (a->fields == NULL)
		return err_set(ERR_MEMORY, "%s", _("no memory"));
	for (int i = 0; i < a->len; i++)
		edit_set(&a->fields[i], a->given[i] == NULL ? "" : a->given[i], a->offered);
	a->given = NULL;
	return ERR_OK;
}

static void ask_close(void *state)
{
	struct ask *a = state;
	free(a->fields);
}

static int label_cells(const struct ask *a)
{
	int most = 0;
	for (int i = 0; i < a->len; i++)
		if (text_cells(a->labels[i]) > most)
			most = text_cells(a->labels[i]);
	return most < 40 ? most : 40;
}

static void ask_draw(const void *state, struct paint *p)
{
	const struct ask *a = state;
	int y = draw_box(p, a->app, a->len + 1, a->title), x = label_cells(a) + 2, cells = paint_cols(p) - x - 3;
	for (int i = 0; i < a->len; i++) {
		y++;
		paint_text(p, y, 0, 1, ROLE_MARK, i == a->at ? ">" : " ");
		paint_text(p, y, 1, x - 2, i == a->at ? ROLE_FOCUS : ROLE_TEXT, a->labels[i]);
		int cursor = paint_edit(p, y, x, cells, &a->fields[i]);
		if (i == a->at)
			paint_cursor(p, y, cursor);
	}
}

// Take the fields out of the question before it closes: the answer may open the next one.
static unsigned ask_answer(struct ask *a, bool given)
{
	enum { BYTES = EDIT_MAX * 4 + 1 };
	char *text = given ? malloc((size_t)a->len * BYTES) : NULL;
	const char *texts[PROMPT_FIELDS] = {NULL};
	if (given && text == NULL) {
		screen_message(a->app, true, "%s", _("no memory"));
		return DRAWN;
	}
	for (int i = 0; given && i < a->len; i++) {
		edit_utf8(&a->fields[i], text + i * BYTES, BYTES);
		texts[i] = text + i * BYTES;
	}
	prompt_text_fn *answer = a->answer;
	void *ctx = a->ctx;
	screen_close(a->app);
	unsigned result = answer(ctx, given ? texts : NULL);
	free(text);
	return result;
}

static unsigned ask_move(struct ask *a, int step)
{
	a->at = (a->at + step + a->len) % a->len;
	return DRAWN;
}

static unsigned ask_complete(struct ask *a)
{
	char text[EDIT_MAX * 4 + 1], found[WHY];
	edit_utf8(&a->fields[a->at], text, sizeof text);
	int len = a->complete(a->complete_ctx, text, sizeof text, found, sizeof found);
	if (len > 0)
		edit_set(&a->fields[a->at], text, false);
	if (len == 0)
		screen_message(a->app, false, "%s", _("No CSV file and no folder begins so."));
	else if (len > 1)
		screen_message(a->app, false, _("%d begin so: %s"), len, found);
	return DRAWN;
}

static unsigned ask_act(void *state, enum action action, const struct key *key)
{
	struct ask *a = state;
	switch (action) {
	case ACTION_TYPE: edit_insert(&a->fields[a->at], key->code); return DRAWN;
	case ACTION_LINE: edit_do(&a->fields[a->at], key->edit); return DRAWN;
	case ACTION_UP: return ask_move(a, -1);
	case ACTION_DOWN: return ask_move(a, 1);
	case ACTION_PANE: return a->complete != NULL ? ask_complete(a) : ask_move(a, 1);
	case ACTION_OPEN: return a->at < a->len - 1 ? ask_move(a, 1) : ask_answer(a, true);
	case ACTION_BACK: return ask_answer(a, false);
	default: return 0;
	}
}

static bool ask_editing(const void *state)
{
	(void)state;
	return true;
}

static const char *ask_hint(const void *state)
{
	const struct ask *a = state;
	if (a->complete != NULL)
		return _("Enter reads it; Tab completes the name; Esc leaves everything as it is");
	return a->len > 1 ? _("Enter goes to the next field, in the last one it saves; Esc leaves everything as it is")
			  : _("Enter takes it; Esc leaves everything as it is");
}

static const struct screen_ops ask_ops = {
	.name = N_("Question"),
	.context = "prompt",
	.over = true,
	.size = sizeof(struct ask),
	.open = ask_open,
	.draw = ask_draw,
	.act = ask_act,
	.hint = ask_hint,
	.editing = ask_editing,
	.close = ask_close,
};

static void ask_push(struct ask *a, const char *title, const char *const *labels)
{
	text_format(a->title, sizeof a->title, "%s", title);
	for (int i = 0; i < a->len; i++)
		text_format(a->labels[i], sizeof a->labels[i], "%s", labels[i]);
	screen_push(a->app, &ask_ops, a);
}

void prompt_text(struct app *app, const char *title, const char *const *labels, const char *const *texts, int len,
	prompt_text_fn *answer, void *ctx)
{
	struct ask a = {.app = app, .given = texts, .len = len < PROMPT_FIELDS ? len : PROMPT_FIELDS, .answer = answer, .ctx = ctx};
	ask_push(&a, title, labels);
}

void prompt_again(struct app *app, const char *title, const char *label, const char *typed, const char *why, prompt_text_fn *answer,
	void *ctx)
{
	char kept[WHY];
	text_format(kept, sizeof kept, "%s", why);
	prompt_text(app, title, &label, &typed, 1, answer, ctx);
	screen_hold_keys(app);
	screen_message(app, true, "%s", kept);
}

void prompt_path(struct app *app, const struct prompt_path *path, const char *typed, prompt_text_fn *answer, void *ctx)
{
	struct ask a = {.app = app, .given = &typed, .len = 1, .complete = path->complete, .complete_ctx = path->complete_ctx,
		.answer = answer, .ctx = ctx};
	ask_push(&a, path->title, &path->label);
}

void prompt_offer(struct app *app, const char *title, const char *label, const char *text, prompt_text_fn *answer, void *ctx)
{
	struct ask a = {.app = app, .given = &text, .len = 1, .offered = true, .answer = answer, .ctx = ctx};
	ask_push(&a, title, &label);
}
