// SPDX-License-Identifier: MIT
// Words to read: prompt_read() of prompt.h, a screen of wrapped lines.
#include <stdlib.h>
#include <string.h>

#include "core/i18n.h"
#include "core/text.h"
#include "tui/list.h"
#include "tui/prompt.h"

#define TITLE 256
#define LINE 2048
#define TEXT_TOP 2

struct reader {
	struct app *app;
	char title[TITLE];
	char *text;
	int top, len;                            // first line shown, lines at the present width
};
struct given {
	const char *title, *text;
};

struct walk {
	struct paint *p;                         // NULL: count only
	int count, top, end;                     // END: one past the last row of the screen
};

static void take_line(const char *line, size_t len, void *ctx)
{
	struct walk *walk = ctx;
	char text[LINE];
	int y = TEXT_TOP + walk->count++ - walk->top;
	if (walk->p != NULL && y >= TEXT_TOP && y < walk->end)
		paint_text(walk->p, y, 1, paint_cols(walk->p) - 1, ROLE_TEXT,
			text_format(text, sizeof text, "%.*s", (int)len, line));
}

static int height(const struct reader *r)
{
	return r->app->rows - 2 - TEXT_TOP;
}

static void count_lines(struct reader *r)
{
	struct walk walk = {0};
	text_wrap(r->text, r->app->cols - 2, take_line, &walk);
	r->len = walk.count;
}

static enum err reader_open(void *state, struct app *app, const void *arg)
{
	struct reader *r = state;
	const struct given *given = arg;
	r->app = app;
	text_format(r->title, sizeof r->title, "%s", given->title);
	enum err err = text_dup(given->text, &r->text);
	if (err == ERR_OK)
		count_lines(r);
	return err;
}

static void reader_close(void *state)
{
	struct reader *r = state;
	free(r->text);
}

static void reader_draw(const void *state, struct paint *p)
{
	const struct reader *r = state;
	struct walk walk = {.p = p, .top = r->top, .end = paint_rows(p) - 2};
	paint_rule(p, 1, 0, paint_cols(p), r->title);
	text_wrap(r->text, paint_cols(p) - 2, take_line, &walk);
	paint_cursor(p, TEXT_TOP, 0);
}

static unsigned reader_act(void *state, enum action action, const struct key *key)
{
	struct reader *r = state;
	(void)key;
	count_lines(r);
	if (list_scroll(&r->top, r->len, height(r), action))
		return SCREEN_HANDLED | SCREEN_REDRAW;
	return action == ACTION_OPEN ? SCREEN_POP : 0;
}

static const char *reader_hint(const void *state)
{
	const struct reader *r = state;
	return r->len > height(r) ? _("Up, Down, PgUp, PgDn scroll; Enter or Esc goes back") : _("Enter or Esc goes back");
}

static const struct screen_ops reader_ops = {
	.name = N_("Words"),
	.context = "prompt",
	.size = sizeof(struct reader),
	.open = reader_open,
	.draw = reader_draw,
	.act = reader_act,
	.hint = reader_hint,
	.close = reader_close,
};

void prompt_read(struct app *app, const char *title, const char *text)
{
	const struct given given = {title, text};
	screen_push(app, &reader_ops, &given);
}
