// SPDX-License-Identifier: MIT
// See events.h. All keys that wait are taken before anything is drawn; what another desk does is looked for between them.
#include "tui/events.h"

#include <time.h>

#include "core/i18n.h"
#include "tui/burst.h"
#include "tui/dispatch.h"
#include "tui/find.h"
#include "tui/keymap.h"
#include "tui/stack.h"
#include "tui/stamp.h"
#include "tui/term.h"

#define NEWS_EVERY 900           // ms between looks at whether another desk has saved
#define REST 150                 // ms without a key: longer than a key that is held down takes to repeat
#define MOST_KEYS 500            // taken before drawing, so that an endless paste is still seen

static int64_t now_ms(void)
{
	struct timespec now;
	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

// ------------------------------------------------------------ news

// How long to wait for a key before another desk's work is looked for; also where there is none, that idling is noticed.
static int until_news(const struct app *app)
{
	int64_t left = app->stack->looked + NEWS_EVERY - now_ms();
	return app->store == NULL && app->idle == 0 ? -1 : left > NEWS_EVERY ? NEWS_EVERY : left > 0 ? (int)left : 0;
}

// Nobody has pressed a key for so long that he has gone.
static bool idled(struct app *app)
{
	app->idled = app->idle > 0 && now_ms() - app->stack->pressed >= (int64_t)app->idle * 1000;
	app->stack->quit = app->stack->quit || app->idled;
	return app->idled;
}

// Said once, at the first look at a later one.
static void take_up_snapshot(struct app *app)
{
	char at[40];
	int64_t published = store_published(app->store);
	if (app->published != 0)
		screen_message(app, false, _("Now the figures published at %s are shown."), stamp_words(published, at, sizeof at));
	app->published = published;
}

static bool data_changed(struct app *app)
{
	int64_t version;
	app->stack->looked = now_ms();
	if (app->store == NULL || store_data_version(app->store, &version) != ERR_OK || version == app->stack->version)
		return false;
	app->stack->version = version;
	take_up_snapshot(app);
	return true;
}

static bool news(struct app *app)
{
	if (!data_changed(app))
		return false;
	stack_reload(app);
	return true;
}

void events_begin(struct app *app)
{
	app->stack->pressed = now_ms();
	data_changed(app);
}

// ------------------------------------------------------------ resting

// How long until the cursor rests; -1: nobody waits for it.
static int until_rest(const struct app *app)
{
	const struct stack *stack = app->stack;
	if (stack->top == NULL || !stack->top->restless)
		return -1;
	int64_t left = stack->pressed + REST - now_ms();
	return left > REST ? REST : left > 0 ? (int)left : 0;
}

// The first key after a while is answered at once.
void events_rest(struct app *app)
{
	if (!app->stack->hurried || until_rest(app) == 0)
		stack_rest(app);
}

static int until_something(const struct app *app)
{
	int news = until_news(app), rest = until_rest(app);
	return rest < 0 || (news >= 0 && news < rest) ? news : rest;
}

// ------------------------------------------------------------ keys

static void take_key(struct app *app, const struct term_key *key)
{
	if (key->function && key->code == TERM_PASTED)
		dispatch_paste(app, term_take_paste());
	else
		dispatch_key(app, key);
}

static bool begins_text(const struct layer *layer, const struct term_key *key)
{
	struct key typed;
	const struct find *find = layer_find(layer);
	return (find == NULL || !find->typing) && keymap_find(key, layer_mode(layer), &typed) == ACTION_TYPE;
}

// A key that has just come, alone or as the first of a block that nothing marks.
static void take_new_key(struct app *app, const struct term_key *key)
{
	struct stack *stack = app->stack;
	const struct layer *layer = stack->top;
	bool free = layer->ops->block != NULL && !stack->ahead.held && stack->ahead.len == 0, resized = false;
	struct term_paste *block = free && begins_text(layer, key)
		? burst_take(key, &stack->ahead, layer->ops->block, layer->state, &resized) : NULL;
	if (resized)
		stack_fit(app);
	if (block != NULL)
		dispatch_paste(app, block);
	else
		take_key(app, key);
}

// One thing that happened; false: there was nothing.
static bool take_event(struct app *app, int timeout)
{
	struct stack *stack = app->stack;
	struct term_key key = {0};
	if (ahead_next(&stack->ahead, &key)) {
		take_key(app, &key);
		return true;
	}
	switch (term_wait(timeout, stack_escapes(stack), &key)) {
	case TERM_NOTHING: return false;
	case TERM_KEY:
		stack->pressed = now_ms();
		take_new_key(app, &key);
		break;
	case TERM_RESIZED: stack_fit(app); break;
	case TERM_GONE: stack->quit = true; break;
	}
	return true;
}

// ------------------------------------------------------------

// What another desk does is looked for while keys come, too: who types fast would else never see it.
void events_take(struct app *app)
{
	int64_t before = app->stack->pressed;
	while (!take_event(app, until_something(app)))
		if (until_rest(app) == 0 || (until_news(app) == 0 && (news(app) || idled(app))))
			return;
	app->stack->hurried = app->stack->pressed - before < REST;
	for (int i = 0; i < MOST_KEYS && stack_running(app->stack) && !app->stack->ahead.asked; i++)
		if (!take_event(app, 0))
			break;
	if (stack_running(app->stack) && until_news(app) == 0)
		news(app);
}
