// SPDX-License-Identifier: MIT
// See screen.h. One way round: key, action, screen.act, reload, draw. All keys that wait are taken before anything is drawn.
#include "tui/screen.h"

#include <stdarg.h>
#include <stdlib.h>
#include <time.h>

#include "core/i18n.h"
#include "core/text.h"
#include "tui/anywhere.h"
#include "tui/burst.h"
#include "tui/find.h"
#include "tui/frame.h"
#include "tui/keymap.h"
#include "tui/look_back.h"
#include "tui/paint_sheet.h"
#include "tui/paste.h"
#include "tui/stack.h"
#include "tui/stamp.h"
#include "tui/term.h"

#define NEWS_EVERY 900           // ms between looks at whether another desk has saved
#define MOST_KEYS 500            // taken before drawing, so that an endless paste is still seen
#define INTERRUPT 3              // Ctrl-C

// ------------------------------------------------------------ what screens call

struct survey_query app_query(const struct app *app)
{
	return (struct survey_query){.period = app->period, .today = app->today, .figures = app->figures,
		.suppose = app->tryout.set.len > 0 ? &app->tryout.set : NULL};
}

struct survey_query app_query_keyed(const struct app *app)
{
	return (struct survey_query){.period = app->period, .today = app->today, .figures = SURVEY_ALL};
}

const char *app_figures_words(const struct app *app)
{
	return app->figures == SURVEY_ACCEPTED ? _("accepted figures only") : _("with figures not accepted");
}

void screen_push(struct app *app, const struct screen_ops *ops, const void *arg)
{
	if (stack_push(app, ops, arg) != ERR_OK)
		screen_message(app, true, "%s", err_message());
}

void screen_close(struct app *app)
{
	stack_remove(app->stack, app->stack->top);
}

void screen_hold_keys(struct app *app)
{
	app->stack->ahead.asked = app->stack->ahead.held = true;
}

void screen_release_keys(struct app *app)
{
	app->stack->ahead.asked = app->stack->ahead.held = false;
}

int screen_forget_keys(struct app *app)
{
	return ahead_forget(&app->stack->ahead);
}

void screen_message(struct app *app, bool error, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	text_vformat(app->message, sizeof app->message, format, args);
	va_end(args);
	app->message_is_error = error;
}

// ------------------------------------------------------------ drawing

static void draw_layer(const struct layer *layer, struct paint *p)
{
	if (layer->ops->over && layer->below != NULL)
		draw_layer(layer->below, p);
	layer->ops->draw(layer->state, p);
}

static void draw(struct app *app)
{
	struct stack *stack = app->stack;
	struct frame frame = frame_of(app);
	struct paint p;
	for (int turn = 0; turn < 2; turn++) {   // again only where the cursor was outside a small terminal's window
		paint_begin(&p, stack->view_top, stack->view_left);
		draw_layer(stack->top, &p);
		frame_draw(&p, &frame);
		if (paint_in_view(&p, &stack->view_top, &stack->view_left))
			break;
	}
	paint_end(&p);
	if (stack->ahead.asked)
		ahead_gather(&stack->ahead, stack_escapes(stack));     // just before it is seen: what comes from then on may answer
	term_update();
}

// ------------------------------------------------------------ acting

static void say_idle(struct app *app, enum action action, const struct term_key *pressed)
{
	char key[16];
	if (!pressed->function && pressed->code == INTERRUPT)
		screen_message(app, false, "%s", _("Ctrl-C does nothing here. F3 goes back, and all is saved."));
	const struct action_row *row = action_row(action);
	if (row == NULL || row->label[0] == '\0')
		return;
	keymap_first(action, key, sizeof key);
	screen_message(app, false, _("%s does nothing here. F1 tells what each key does."), key);
}

static void take_result(struct app *app, unsigned result)
{
	struct stack *stack = app->stack;
	if ((result & SCREEN_QUIT) != 0)
		stack->quit = true;
	if ((result & SCREEN_POP) != 0)
		stack_remove(stack, stack->acting);
	if ((result & SCREEN_RELOAD) != 0)
		stack_reload(app);
}

// What is being looked for comes first, but not while a figure is typed.
static unsigned act_top(struct app *app, enum action action, const struct key *key)
{
	struct layer *layer = app->stack->top;
	struct find *find = layer_editing(layer) ? NULL : layer_find(layer);
	unsigned result = find == NULL ? 0 : find_act(find, action, key);
	return result != 0 ? result : layer->ops->act(layer->state, action, key);
}

static unsigned perform(struct app *app, enum action action, const struct key *key)
{
	const struct action_row *row = action_row(action);
	bool question = layer_is_question(app->stack->top);
	if (row != NULL && row->writes && (app->desk == NULL || question)) {
		if (!question)
			screen_message(app, true, "%s", _("Opened read-only: nothing can be changed here."));
		return SCREEN_HANDLED;
	}
	stack_freshen(app);
	app->stack->acting = app->stack->top;
	unsigned result = action == ACTION_NONE ? 0 : act_top(app, action, key);
	return result != 0 ? result : anywhere_act(app, action, question);
}

unsigned screen_perform(struct app *app, enum action action)
{
	static const struct key none = {0};
	return perform(app, action, &none);
}

unsigned screen_home(struct app *app)
{
	struct stack *stack = app->stack;
	for (const struct layer *below = stack->top->below; below != NULL; below = stack->top->below) {
		if (layer_find(stack->top) != NULL)
			find_done(layer_find(stack->top));  // back leaves the screen, not what is looked for
		take_result(app, screen_perform(app, ACTION_BACK));
		if (stack->top != below)
			break;                   // it asks first
	}
	return SCREEN_HANDLED | SCREEN_REDRAW;
}

static void dispatch(struct app *app, const struct term_key *pressed)
{
	struct key key;
	enum action action = keymap_find(pressed, layer_mode(app->stack->top), &key);
	app->message[0] = '\0';
	unsigned result = perform(app, action, &key);
	if (result == 0)
		say_idle(app, action, pressed);
	take_result(app, result);
}

// ------------------------------------------------------------ pasting

static void type_pasted(wchar_t c, void *ctx)
{
	act_top(ctx, ACTION_TYPE, &(struct key){.code = c});
}

// A screen may take it as a whole; else it is typed where something is being typed.
static void take_paste(struct app *app, struct term_paste *paste)
{
	struct layer *layer = app->stack->top;
	const char *why = paste_refusal(paste);
	app->message[0] = '\0';
	stack_freshen(app);
	app->stack->acting = layer;
	unsigned result = why == NULL ? layer->ops->act(layer->state, ACTION_PASTE, &(struct key){.paste = paste}) : 0;
	if (why != NULL)
		screen_message(app, true, "%s", why);
	else if (result == 0 && layer_mode(layer) == KEYMAP_EDITING)
		paste_type(paste, type_pasted, app);
	else if (result == 0)
		screen_message(app, false, "%s", _("Nothing can be pasted here."));
	free(paste);
	take_result(app, result);
}

static int64_t now_ms(void)
{
	struct timespec now;
	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

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

static bool running(const struct stack *stack)
{
	return stack->top != NULL && !stack->quit;
}

static void take_key(struct app *app, const struct term_key *key)
{
	if (key->function && key->code == TERM_PASTED)
		take_paste(app, term_take_paste());
	else
		dispatch(app, key);
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
		take_paste(app, block);
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

static bool news(struct app *app)
{
	if (!data_changed(app))
		return false;
	stack_reload(app);
	return true;
}

// What another desk does is looked for while keys come, too: who types fast would else never see it.
static void take_events(struct app *app)
{
	while (!take_event(app, until_news(app)))
		if (news(app) || idled(app))
			return;
	for (int i = 0; i < MOST_KEYS && running(app->stack) && !app->stack->ahead.asked; i++)
		if (!take_event(app, 0))
			break;
	if (running(app->stack) && until_news(app) == 0)
		news(app);
}

enum err screen_run(struct app *app, const struct screen_ops *home, const void *arg)
{
	struct stack stack = {0};
	bool opened = !term_is_open();
	enum err err = opened ? term_open(NULL) : ERR_OK;
	if (err != ERR_OK)
		return err;
	keymap_use(app->settings != NULL ? &app->settings->keys : NULL);
	app->stack = &stack;
	stack.pressed = now_ms();
	term_be_patient(app->idle);
	app->home = home;
	stack_fit(app);
	data_changed(app);
	err = stack_push(app, home, arg);
	if (err == ERR_OK && app->begin != NULL)
		app->begin(app);
	while (err == ERR_OK && running(&stack)) {
		stack_freshen(app);
		draw(app);
		take_events(app);
	}
	look_back_leave(app);
	ahead_forget(&stack.ahead);
	while (stack.top != NULL)
		stack_remove(&stack, stack.top);
	app->stack = NULL;
	if (opened)
		term_close();
	return err;
}
