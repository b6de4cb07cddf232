// SPDX-License-Identifier: MIT
// See screen.h. One way round: events, key, action (dispatch.h), screen.act, reload, draw.
#include "tui/screen.h"

#include <stdarg.h>

#include "core/i18n.h"
#include "core/text.h"
#include "tui/events.h"
#include "tui/frame.h"
#include "tui/keymap.h"
#include "tui/look_back.h"
#include "tui/paint_sheet.h"
#include "tui/stack.h"
#include "tui/term.h"

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
	screen_failed(app, stack_push(app, ops, arg));
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

unsigned screen_failed(struct app *app, enum err err)
{
	if (err != ERR_OK)
		screen_message(app, true, "%s", err_message());
	return DRAWN;
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

enum err screen_run(struct app *app, const struct screen_ops *home, const void *arg)
{
	struct stack stack = {0};
	bool opened = !term_is_open();
	enum err err = opened ? term_open(NULL) : ERR_OK;
	if (err != ERR_OK)
		return err;
	keymap_use(app->settings != NULL ? &app->settings->keys : NULL);
	app->stack = &stack;
	term_be_patient(app->idle);
	app->home = home;
	stack_fit(app);
	events_begin(app);
	err = stack_push(app, home, arg);
	if (err == ERR_OK && app->begin != NULL)
		app->begin(app);
	while (err == ERR_OK && stack_running(&stack)) {
		stack_freshen(app);
		events_rest(app);
		draw(app);
		events_take(app);
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
