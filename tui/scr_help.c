// SPDX-License-Identifier: MIT
// See scr_help.h. Everything here comes from tables: actions, statuses, signs. Wide terminals show keys and words side by side.
#include "tui/scr_help.h"

#include <langinfo.h>
#include <stdlib.h>
#include <string.h>

#include "core/i18n.h"
#include "core/phrase.h"
#include "core/text.h"
#include "tui/frame.h"
#include "tui/keymap.h"
#include "tui/list.h"
#include "tui/term.h"

#define LINES 96
#define WORD 160
#define KEY_CELLS 14
#define TEXT_CELLS 62            // what fits beside a key at 80 columns
#define ABOUT 2048
#define WIDE 120                 // from here on two columns

struct line {
	char key[WORD], text[WORD];
	bool title;
};
struct help {
	struct app *app;
	struct line lines[LINES];
	int len, words_at;               // words_at: where the second column begins
	int top;
};

static const struct {
	const char *sign, *text;
} signs[] = {
	{"~", N_("before a figure: not yet accepted")},
	{"/", N_("not applicable")},
	{"[###| ]", N_("baseline at the left, target at the right; filled: how far; the upright: where it should be by now")},
	{"[:::  ]", N_("no baseline: the share of the target reached, nothing is said about pace")},
};

static struct line *add(struct help *help, const char *key, const char *text)
{
	struct line *line = &help->lines[help->len];
	if (help->len < LINES - 1)
		help->len++;
	text_format(line->key, sizeof line->key, "%s", key);
	text_format(line->text, sizeof line->text, "%s", text);
	line->title = false;
	return line;
}

static void add_title(struct help *help, const char *text)
{
	add(help, "", text)->title = true;
}

static void add_keys(struct help *help, const struct frame *frame)
{
	char keys[WORD], title[WORD];
	add_title(help, text_format(title, sizeof title, _("Keys: %s"), _(frame->ops->name)));
	for (int i = 0; i < action_rows_len; i++)
		if (frame_idle(frame, &action_rows[i]) == NULL)
			add(help, keymap_words(action_rows[i].action, keys, sizeof keys), _(action_rows[i].help));
	add(help, _("digits"), _("the choice or row of that number; in a cell they begin the figure"));
	add(help, "Esc 1-9 0", _("F1-F9 F10, where the terminal keeps F keys for itself"));
}

struct wrapping {
	struct help *help;
	const char *key;             // of the first line
};

static void add_wrapped(const char *line, size_t len, void *ctx)
{
	struct wrapping *wrapping = ctx;
	char text[WORD];
	add(wrapping->help, wrapping->key, text_format(text, sizeof text, "%.*s", (int)len, line));
	wrapping->key = "";
}

// The focused thing, as its screen tells it: lines of "label TAB text".
static void add_about(struct help *help, const struct frame *frame)
{
	char about[ABOUT], *rest = NULL;
	if (frame->ops->about == NULL)
		return;
	frame->ops->about(frame->state, about, sizeof about);
	if (about[0] != '\0')
		add_title(help, _("This field"));
	for (char *line = strtok_r(about, "\n", &rest); line != NULL; line = strtok_r(NULL, "\n", &rest)) {
		char *tab = strchr(line, '\t');
		if (tab == NULL)
			continue;
		*tab = '\0';
		text_wrap(tab + 1, TEXT_CELLS, add_wrapped, &(struct wrapping){help, line});
	}
}

static void add_words(struct help *help)
{
	add_title(help, _("Letters and signs"));
	for (int i = 0; i < STANDING_STATUSES; i++) {
		const char letter[] = {standing_letter[i], '\0'};
		add(help, letter, phrase_status(i, false));
	}
	for (size_t i = 0; i < sizeof signs / sizeof signs[0]; i++)
		add(help, signs[i].sign, _(signs[i].text));
}

static void add_terminal(struct help *help)
{
	char text[WORD], name[64];
	const char *type = getenv("TERM");
	int rows, cols;
	term_size(&rows, &cols);
	text_quote(type == NULL ? "" : type, 30, name, sizeof name);
	add_title(help, _("This terminal"));
	add(help, "TERM", name);
	add(help, _("size"), text_format(text, sizeof text, "%dx%d", cols, rows));
	add(help, _("charset"), nl_langinfo(CODESET));
	add(help, _("bars"), term_tier_words(term_tier()));
	add(help, _("colours"), text_format(text, sizeof text, "%d", theme_colours()));
}

// ------------------------------------------------------------ the screen

static bool is_wide(const struct help *help)
{
	return help->app->cols >= WIDE;
}

static int longest(const struct help *help)
{
	int words = help->len - help->words_at;
	return !is_wide(help) ? help->len : words > help->words_at ? words : help->words_at;
}

static enum err help_open(void *state, struct app *app, const void *arg)
{
	struct help *help = state;
	help->app = app;
	add_keys(help, arg);
	help->words_at = help->len;
	add_about(help, arg);
	add_words(help);
	add_terminal(help);
	return ERR_OK;
}

static void draw_lines(const struct help *help, struct paint *p, int x, int width, int from, int to)
{
	int y = 1, end = paint_rows(p) - 2;
	for (int i = from + help->top; i < to && y < end; i++, y++) {
		const struct line *line = &help->lines[i];
		if (line->title) {
			paint_rule(p, y, x, width, line->text);
			continue;
		}
		paint_text(p, y, x + 1, KEY_CELLS, ROLE_LEGEND_KEY, line->key);
		paint_text(p, y, x + 2 + KEY_CELLS, width - KEY_CELLS - 2, ROLE_TEXT, line->text);
	}
}

static void help_draw(const void *state, struct paint *p)
{
	const struct help *help = state;
	int width = paint_cols(p), left = width / 2;
	if (is_wide(help)) {
		draw_lines(help, p, 0, left - 1, 0, help->words_at);
		draw_lines(help, p, left, width - left, help->words_at, help->len);
	} else {
		draw_lines(help, p, 0, width, 0, help->len);
	}
	paint_cursor(p, 1, 0);
}

static unsigned help_act(void *state, enum action action, const struct key *key)
{
	struct help *help = state;
	(void)key;
	if (list_scroll(&help->top, longest(help), help->app->rows - 3, action))
		return SCREEN_HANDLED | SCREEN_REDRAW;
	return action == ACTION_OPEN ? SCREEN_POP : 0;
}

static const char *help_hint(const void *state)
{
	const struct help *help = state;
	return longest(help) > help->app->rows - 3 ? _("Up, Down, PgUp, PgDn scroll; Enter or Esc goes back")
						   : _("Enter or Esc goes back");
}

const struct screen_ops scr_help = {
	.name = N_("Help"),
	.context = "prompt",
	.size = sizeof(struct help),
	.open = help_open,
	.draw = help_draw,
	.act = help_act,
	.hint = help_hint,
};
