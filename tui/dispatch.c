// SPDX-License-Identifier: MIT
// See dispatch.h. What writes is refused here, once, where nothing may be written; screens need not ask.
#include "tui/dispatch.h"

#include <stdlib.h>

#include "core/i18n.h"
#include "tui/anywhere.h"
#include "tui/find.h"
#include "tui/keymap.h"
#include "tui/paste.h"
#include "tui/stack.h"
#include "tui/term.h"

#define INTERRUPT 3              // Ctrl-C

// No key is silent: who has pressed a wrong one must not wait for something. What an input method hands over, where it is still
// on, is answered with what is taken instead.
static void say_idle(struct app *app, enum action action, const struct term_key *pressed)
{
	char key[16];
	const struct layer *top = app->stack->top;
	bool text = !pressed->function && pressed->code > ' ' && (action == ACTION_NONE || action == ACTION_TYPE);
	if (!pressed->function && pressed->code == INTERRUPT)
		screen_message(app, false, "%s", _("Ctrl-C does nothing here. F3 goes back, and all is saved."));
	else if (keymap_name(pressed, key, sizeof key)[0] == '\0')
		return;
	else if (text && layer_is_question(top))
		screen_message(app, false, _("“%s” chooses nothing: type a number of the list, or Up, Down and Enter; Esc leaves."), key);
	else if (text && layer_find(top) != NULL)
		screen_message(app, false, _("“%s” does nothing here: / finds what is typed, F1 tells what each key does."), key);
	else
		screen_message(app, false, _("%s does nothing here. F1 tells what each key does."), key);
}

static void take_result(struct app *app, unsigned result)
{
	struct stack *stack = app->stack;
	if ((result & SCREEN_QUIT) != 0)
		stack->quit = true;
	if ((result & SCREEN_POP) != 0)
		stack_remove(stack, stack->acting);
	if ((result & SCREEN_REST) != 0 && stack->acting != NULL && stack->acting->ops->rest != NULL)
		stack->acting->restless = true;
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

static bool moves(enum action action)
{
	return action >= ACTION_UP && action <= ACTION_LAST;
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
	if (!moves(action))
		stack_rest(app);
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

void dispatch_key(struct app *app, const struct term_key *pressed)
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
void dispatch_paste(struct app *app, struct term_paste *paste)
{
	struct layer *layer = app->stack->top;
	const char *why = paste_refusal(paste);
	app->message[0] = '\0';
	stack_freshen(app);
	stack_rest(app);
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
