// SPDX-License-Identifier: MIT
// See anywhere.h. One row an action: what it does, and when it has to wait.
#include "tui/anywhere.h"

#include "core/i18n.h"
#include "core/period.h"
#include "core/store.h"
#include "tui/choose.h"
#include "tui/copy.h"
#include "tui/frame.h"
#include "tui/look_back.h"
#include "tui/palette.h"
#include "tui/scr_help.h"
#include "tui/stack.h"
#include "tui/term.h"

// From the first screen of a past day the way back is to the present, not out.
static unsigned leave(struct app *app)
{
	if (app->stack->top->below == NULL && app->back.day != 0)
		return look_back_leave(app);
	return tryout_asks_leaving(app) ? SCREEN_HANDLED : SCREEN_POP;
}

static unsigned open_help(struct app *app)
{
	struct frame frame = frame_of(app);
	if (frame.ops != &scr_help)
		screen_push(app, &scr_help, &frame);
	return SCREEN_HANDLED;
}

unsigned screen_commands(struct app *app)
{
	struct frame frame = frame_of(app);
	screen_push(app, &palette, &frame);
	return SCREEN_HANDLED | SCREEN_REDRAW;
}

static unsigned turn_figures(struct app *app)
{
	struct frame frame = frame_of(app);
	if (!frame_offers(&frame, ACTION_FIGURES))
		return 0;
	if (store_published(app->store) != 0) {
		screen_message(app, false, "%s", _("A snapshot for readers holds accepted figures only."));
		return SCREEN_HANDLED | SCREEN_REDRAW;
	}
	app->figures = app->figures == SURVEY_ACCEPTED ? SURVEY_ALL : SURVEY_ACCEPTED;
	screen_message(app, false, "%s", app->figures == SURVEY_ACCEPTED ? _("Accepted figures only; ~ shows the others, too.")
			: _("With figures not accepted, ~ before each; ~ leaves them out."));
	return SCREEN_HANDLED | SCREEN_RELOAD;
}

static unsigned repaint(struct app *app)
{
	(void)app;
	term_repaint();
	return SCREEN_HANDLED;
}

// ------------------------------------------------------------ another period

static unsigned choose_period(struct app *app)
{
	screen_push(app, &scr_period, NULL);
	return SCREEN_HANDLED;
}

static unsigned step_period(struct app *app, int direction)
{
	int first, last, to = period_add(app->period, direction * plan_shortest_months(app->plan));
	choose_years(app, &first, &last);
	if (period_year(to) < first || period_year(to) > last)
		screen_message(app, false, "%s", _("There is no period beyond this one."));
	else
		app->period = to;
	return SCREEN_HANDLED | SCREEN_RELOAD;
}

static unsigned next_period(struct app *app)
{
	return step_period(app, 1);
}

static unsigned previous_period(struct app *app)
{
	return step_period(app, -1);
}

// ------------------------------------------------------------

static const struct anywhere {
	enum action action;
	bool asked;                  // also while a question is on top
	bool leaves_cell;            // not while a cell is typed in: the text would be saved in another one
	unsigned (*act)(struct app *app);
} anywhere[] = {
	{ACTION_BACK, true, false, leave},
	{ACTION_HELP, true, false, open_help},
	{ACTION_FIGURES, true, false, turn_figures},
	{ACTION_REPAINT, true, false, repaint},
	{ACTION_WHO, true, false, who_ask},
	{ACTION_COPY, false, false, copy_ask},
	{ACTION_TRY_OUT, false, false, tryout_ask},
	{ACTION_MENU, false, false, screen_commands},
	{ACTION_KNOWN_THEN, false, false, look_back_ask},
	{ACTION_PERIOD, false, true, choose_period},
	{ACTION_PERIOD_PREVIOUS, false, true, previous_period},
	{ACTION_PERIOD_NEXT, false, true, next_period},
};

static const struct anywhere *row_of(enum action action)
{
	for (size_t i = 0; i < sizeof anywhere / sizeof anywhere[0]; i++)
		if (anywhere[i].action == action)
			return &anywhere[i];
	return NULL;
}

unsigned anywhere_act(struct app *app, enum action action, bool question)
{
	const struct anywhere *row = row_of(action);
	if (row == NULL || (question && !row->asked))
		return 0;
	if (!row->leaves_cell || !layer_editing(app->stack->top))
		return row->act(app);
	screen_message(app, true, "%s", _("Finish this cell first: Enter saves it, Esc drops what is typed."));
	return SCREEN_HANDLED;
}
