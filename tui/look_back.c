// SPDX-License-Identifier: MIT
// See look_back.h. The store is another one and the desk is gone: every screen reads its figures again and draws nothing that
// writes. A form is left before, for what is being typed in it is of now.
#include "tui/look_back.h"

#include <string.h>

#include "core/i18n.h"
#include "core/past.h"
#include "core/period.h"
#include "core/text.h"
#include "tui/prompt.h"
#include "tui/stack.h"

static unsigned shown(struct app *app)
{
	app->stack->op = -1;                     // the targets are those of then, too
	return SCREEN_HANDLED | SCREEN_REDRAW | SCREEN_RELOAD;
}

unsigned look_back_leave(struct app *app)
{
	struct look_back *back = &app->back;
	if (back->day == 0)
		return SCREEN_HANDLED;
	app->store = back->store;
	app->desk = back->desk;
	app->paper = back->paper;
	app->state = back->state;
	app->today = back->today;
	app->past->leave(app->past->ctx);
	back->day = 0;
	screen_message(app, false, "%s", _("Shown again: what is known now."));
	return shown(app);
}

static void remember_now(struct app *app)
{
	if (app->back.day == 0)
		app->back = (struct look_back){.store = app->store, .desk = app->desk, .paper = app->paper, .state = app->state, .today = app->today};
}

static unsigned look(struct app *app, int day)
{
	struct store *store;
	remember_now(app);
	if (app->past->look(app->past->ctx, day, &store) != ERR_OK) {
		screen_message(app, true, "%s", err_message());
		return SCREEN_HANDLED;
	}
	app->back.day = day;
	text_format(app->back.words, sizeof app->back.words, _("as known %04d-%02d-%02d"), day / 10000, day / 100 % 100, day % 100);
	app->store = store;
	app->desk = NULL;
	app->paper = NULL;
	app->state = app->back.words;
	app->today = day;
	int newest = period_newest_ended(day, plan_shortest_months(app->plan));
	app->period = app->period > newest ? newest : app->period;
	return shown(app);
}

static unsigned take_day(void *ctx, const char *const *texts)
{
	struct app *app = ctx;
	int day, now = app->back.day == 0 ? app->today : app->back.today;
	if (texts == NULL)
		return SCREEN_HANDLED;
	if (texts[0][strspn(texts[0], " ")] == '\0')
		return look_back_leave(app);
	if (period_parse_day(texts[0], now, &day) == ERR_OK)
		return look(app, day);
	screen_message(app, true, "%s", err_message());
	return SCREEN_HANDLED;
}

static bool in_form(const struct stack *stack)
{
	for (const struct layer *layer = stack->top; layer != NULL; layer = layer->below)
		if (strcmp(layer->ops->context, "entry") == 0)
			return true;
	return false;
}

unsigned look_back_ask(struct app *app)
{
	const char *title = app->back.day == 0 ? _("As known at the end of which day? Nothing can be changed there.")
					       : _("As known at the end of which day? Nothing typed: back to now.");
	if (app->past == NULL) {
		screen_message(app, true, "%s", _("This is a published copy: what was known earlier does not stand in it."));
		return SCREEN_HANDLED;
	}
	if (in_form(app->stack)) {
		screen_home(app);
		if (in_form(app->stack))
			return SCREEN_HANDLED;   // it asks first what shall become of what is typed
	}
	prompt_offer(app, title, _("day"), "", take_day, app);
	return SCREEN_HANDLED | SCREEN_REDRAW;
}
