// SPDX-License-Identifier: MIT
// See look_back.h. The store is another one and the desk is gone: every screen reads its figures again and draws nothing that
// writes. A form is left before, for what is being typed in it is of now. The days that are asked about most are numbered: ends of
// months, and when the newest bulletin was issued.
#include "tui/look_back.h"

#include <string.h>

#include "core/bulletin.h"
#include "core/i18n.h"
#include "core/past.h"
#include "core/period.h"
#include "core/text.h"
#include "tui/prompt.h"
#include "tui/stack.h"
#include "tui/stamp.h"

#define MONTHS 6                         // ends of months offered
enum { ANOTHER = 0, NOW = -1 };          // instead of a day

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
	app->period = app->period == back->put ? back->period : app->period;
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

// A period that had not ended gives way to the newest that had, and comes back with the present unless another is chosen meanwhile.
static void fit_period(struct app *app, int day)
{
	int newest = period_newest_ended(day, plan_shortest_months(app->plan));
	if (app->period != app->back.put)
		app->back.period = app->period;
	app->period = app->back.period < newest ? app->back.period : newest;
	app->back.put = app->period;
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
	fit_period(app, day);
	screen_message(app, false, "%s", _("All screens show what was known then; @ or F3 on the first screen: back to now."));
	return shown(app);
}

static int present_day(const struct app *app)
{
	return app->back.day == 0 ? app->today : app->back.today;
}

static const char *day_question(void)
{
	return _("As known at the end of which day? Such as 20230831, 2023-08-31.");
}

static unsigned take_day(void *ctx, const char *const *texts)
{
	struct app *app = ctx;
	int day;
	if (texts == NULL)
		return SCREEN_HANDLED;
	if (texts[0][strspn(texts[0], " ")] == '\0')
		return look_back_leave(app);
	if (period_parse_day(texts[0], present_day(app), &day) == ERR_OK)
		return look(app, day);
	prompt_again(app, day_question(), _("day"), texts[0], err_message(), take_day, app);
	return SCREEN_HANDLED | SCREEN_REDRAW;
}

// ------------------------------------------------------------ which day

// One more of them; its words are for the caller to write.
static char *offer(struct app *app, int day)
{
	struct look_back_day *offered = &app->back.days[app->back.days_len++];
	offered->day = day;
	return offered->words;
}

static char *day_words(int day, char *out, size_t cap)
{
	return text_format(out, cap, _("%d-%02d-%02d"), day / 10000, day / 100 % 100, day % 100);
}

static void offer_months(struct app *app)
{
	char day[PERIOD_TEXT], period[PERIOD_TEXT];
	int newest = period_newest_ended(present_day(app), 1);
	for (int i = 0; i < MONTHS; i++) {
		int month = period_add(newest, -i), last = period_last_day(month);
		period_format(month, PERIOD_REPORT, period);
		char *words = offer(app, last);
		if (period_in_frequency(month, plan_shortest_months(app->plan)))
			text_format(words, LOOK_BACK_WORDS, _("%s, end of %s"), day_words(last, day, sizeof day), period);
		else
			day_words(last, words, LOOK_BACK_WORDS);
	}
}

struct last_bulletin { int year, no; int64_t at; };

static enum err take_bulletin(const struct bulletin *bulletin, const char *body, void *ctx)
{
	struct last_bulletin *last = ctx;
	(void)body;
	*last = (struct last_bulletin){bulletin->year, bulletin->no, bulletin->at};
	return ERR_OK;
}

static enum err offer_bulletin(struct app *app)
{
	struct last_bulletin last = {0};
	char day[PERIOD_TEXT], number[64];
	enum err err = store_each_bulletin(app->back.day == 0 ? app->store : app->back.store, take_bulletin, &last);
	if (err == ERR_OK && last.at != 0)
		text_format(offer(app, stamp_day(last.at)), LOOK_BACK_WORDS, _("%s, bulletin %s issued"),
			day_words(stamp_day(last.at), day, sizeof day), bulletin_number_words(last.year, last.no, number, sizeof number));
	return err;
}

static unsigned take_choice(void *ctx, int choice)
{
	struct app *app = ctx;
	if (choice < 0)
		return SCREEN_HANDLED;
	int day = app->back.days[choice].day;
	if (day == NOW)
		return look_back_leave(app);
	if (day != ANOTHER)
		return look(app, day);
	prompt_offer(app, day_question(), _("day"), "", take_day, app);
	return SCREEN_HANDLED | SCREEN_REDRAW;
}

// Each by one digit; from a past day Enter alone is the way back.
static unsigned ask(struct app *app)
{
	struct prompt_choice choices[LOOK_BACK_DAYS];
	app->back.days_len = 0;
	offer_months(app);
	text_format(offer(app, ANOTHER), LOOK_BACK_WORDS, "%s", _("another day"));
	if (offer_bulletin(app) != ERR_OK) {
		screen_message(app, true, "%s", err_message());
		return SCREEN_HANDLED;
	}
	if (app->back.day != 0)
		text_format(offer(app, NOW), LOOK_BACK_WORDS, "%s", _("back to now"));
	for (int i = 0; i < app->back.days_len; i++)
		choices[i].text = app->back.days[i].words;
	prompt_choose(app, _("As known at the end of which day? Nothing can be changed there."), choices, app->back.days_len,
		app->back.day != 0 ? app->back.days_len - 1 : 0, take_choice, app);
	return SCREEN_HANDLED | SCREEN_REDRAW;
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
	if (app->past == NULL) {
		screen_message(app, true, "%s", _("This is a published copy: what was known earlier does not stand in it."));
		return SCREEN_HANDLED;
	}
	if (in_form(app->stack)) {
		screen_home(app);
		if (in_form(app->stack))
			return SCREEN_HANDLED;   // it asks first what shall become of what is typed
	}
	return ask(app);
}
