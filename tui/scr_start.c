// SPDX-License-Identifier: MIT
// See scr_start.h. One table: a situation, its words, its ways out. The first way is the one that Enter takes.
#include "tui/scr_start.h"

#include <stdlib.h>
#include <string.h>

#include "core/i18n.h"
#include "core/text.h"
#include "tui/pick.h"
#include "tui/prompt.h"
#include "tui/screen.h"
#include "tui/term.h"

#define WAYS 5
#define LINE 1024
#define WORDS_TOP 3

static const struct situation {
	const char *title, *words;       // of the file, whose path stands above
	enum start_choice ways[WAYS];    // ends with START_QUIT
} situations[] = {
	[START_NO_FILE] = {N_("There is no data file yet"), N_("It does not exist."),
		{START_CREATE, START_OPEN_OTHER, START_CREATE_SHARED, START_DEMO, START_QUIT}},
	[START_NO_SUCH_FILE] = {N_("There is no such file"), N_("It does not exist, and nothing was made."),
		{START_OPEN_OTHER, START_CREATE, START_DEMO, START_QUIT}},
	[START_FOREIGN] = {N_("This file cannot be used"), N_("It is not a data file of duibiao, and was not changed."),
		{START_OPEN_OTHER, START_QUIT}},
	[START_NEWER] = {N_("This file cannot be used"),
		N_("A later version of duibiao made it. It was not changed. Install that version, or "
		   "open another file."),
		{START_OPEN_OTHER, START_QUIT}},
	[START_DAMAGED] = {N_("This file is damaged"),
		N_("It was not changed. Keep it, and restore the latest backup under another name."),
		{START_BROWSE, START_OPEN_OTHER, START_QUIT}},
	[START_BUSY] = {N_("The file is in use"), N_("Another desk is writing it just now."),
		{START_RETRY, START_BROWSE, START_OPEN_OTHER, START_QUIT}},
	[START_NOT_WRITABLE] = {N_("The file cannot be written"), N_("It can be read, but nothing can be saved in it."),
		{START_BROWSE, START_RETRY, START_OPEN_OTHER, START_QUIT}},
	[START_UNUSABLE] = {N_("This file cannot be used"), N_("It cannot be opened, and was not changed."),
		{START_RETRY, START_OPEN_OTHER, START_QUIT}},
	[START_LOCALE] = {N_("The locale cannot be used"),
		N_("The environment names this locale. It does not exist on this system, or cannot show Chinese; C.UTF-8 is used "
		   "instead. If "
		   "Chinese looks wrong then, set LC_ALL to one that `locale -a` lists and this terminal shows."),
		{START_GO_ON, START_QUIT}},
};

static const char *const ways[] = {
	[START_QUIT] = N_("leave"),
	[START_CREATE] = N_("make it: Xuchang's plan, its units and the figures that have been published, each with its source"),
	[START_CREATE_SHARED] = N_("make a shared file (several people of one office)"),
	[START_OPEN_OTHER] = N_("open another file"),
	[START_RETRY] = N_("try again"),
	[START_BROWSE] = N_("open it read-only"),
	[START_DEMO] = N_("demonstration with invented figures"),
	[START_GO_ON] = N_("go on"),
};

struct start_screen {
	struct app *app;
	struct start *start;
	struct pick pick;
};

static const struct situation *situation_of(const struct start_screen *s)
{
	return &situations[s->start->situation];
}

static enum err start_open(void *state, struct app *app, const void *arg)
{
	struct start_screen *s = state;
	int len = 1;
	s->app = app;
	s->start = *(struct start *const *)arg;
	while (situation_of(s)->ways[len - 1] != START_QUIT)
		len++;
	list_resize(&s->pick.list, len, len);
	return ERR_OK;
}

// ------------------------------------------------------------ drawing

static int draw_words(const struct start_screen *s, struct paint *p, int y)
{
	char path[LINE];
	const char *texts[] = {text_quote(s->start->path, 200, path, sizeof path), _(situation_of(s)->words),
		s->start->why != NULL ? s->start->why : ""};
	for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
		y = paint_wrapped(p, y, paint_rows(p), 3, paint_cols(p) - 4, ROLE_TEXT, texts[i]);
	return y;
}

static void start_draw(const void *state, struct paint *p)
{
	const struct start_screen *s = state;
	int y = draw_words(s, p, WORDS_TOP);
	paint_rule(p, WORDS_TOP - 1, 0, paint_cols(p), _(situation_of(s)->title));
	for (int i = 0; i < s->pick.list.len; i++)
		pick_draw(&s->pick, p, ++y, i, paint_cols(p) - PICK_TEXT_AT, _(ways[situation_of(s)->ways[i]]));
}

// ------------------------------------------------------------ keys

static unsigned path_given(void *ctx, const char *const *texts)
{
	struct start_screen *s = ctx;
	if (texts == NULL || texts[0][0] == '\0')
		return SCREEN_HANDLED | SCREEN_REDRAW;
	if (strlen(texts[0]) >= sizeof s->start->typed) {
		screen_message(s->app, true, "%s", _("The path is too long."));
		return SCREEN_HANDLED | SCREEN_REDRAW;
	}
	text_format(s->start->typed, sizeof s->start->typed, "%s", texts[0]);
	s->start->choice = situation_of(s)->ways[s->pick.list.focus];
	return SCREEN_POP;
}

static unsigned choose_way(struct start_screen *s)
{
	enum start_choice way = situation_of(s)->ways[s->pick.list.focus];
	const char *label = _("path of the file"), *none = "";
	if (way == START_OPEN_OTHER || way == START_CREATE_SHARED) {
		prompt_text(s->app, _(ways[way]), &label, &none, 1, path_given, s);
		return SCREEN_HANDLED | SCREEN_REDRAW;
	}
	s->start->choice = way;
	return SCREEN_POP;
}

static unsigned start_act(void *state, enum action action, const struct key *key)
{
	struct start_screen *s = state;
	switch (pick_act(&s->pick, action, key)) {
	case PICK_TAKEN: return choose_way(s);
	case PICK_MOVED: return SCREEN_HANDLED | SCREEN_REDRAW;
	default: return 0;
	}
}

static const char *start_hint(const void *state)
{
	(void)state;
	return _("Type the number, or Up, Down and Enter. Esc leaves, and no file is changed.");
}

static const struct screen_ops start_ops = {
	.name = N_("Start"),
	.context = "prompt",
	.size = sizeof(struct start_screen),
	.open = start_open,
	.draw = start_draw,
	.act = start_act,
	.hint = start_hint,
};

// Until the person knows which charset is in use, nothing but ASCII is safe to draw. Returns the language to come back to.
static char *speak(const char *language)
{
	const char *before = getenv("LANGUAGE");
	char *kept = before == NULL ? NULL : strdup(before);
	if (language == NULL)
		unsetenv("LANGUAGE");
	else
		setenv("LANGUAGE", language, 1);
	return kept;
}

enum err scr_start_ask(struct start *start, const struct settings *settings)
{
	struct app app = {.unit = PLAN_NONE, .account = "", .state = ""};
	bool opened = !term_is_open(), english = start->situation == START_LOCALE;
	char *language = english ? speak("en") : NULL;
	start->choice = START_QUIT;
	start->typed[0] = '\0';
	enum err err = opened ? term_open(settings) : ERR_OK;
	if (err == ERR_OK)
		err = screen_run(&app, &start_ops, &start);
	if (opened)
		term_close();
	if (english) {
		free(speak(language));
		free(language);
	}
	return err;
}
