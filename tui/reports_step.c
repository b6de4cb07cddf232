// SPDX-License-Identifier: MIT
// What is asked on the screen of reminders (reports.h): F4 which owners, F9 the reminding text or a step of the focused report.
#include "tui/reports.h"

#include <stdlib.h>
#include <string.h>

#include "core/i18n.h"
#include "core/period.h"
#include "core/text.h"
#include "tui/prompt.h"
#include "tui/steps.h"

// ------------------------------------------------------------ which owners

static const char *const filters[REPORTS_FILTERS] = {
	[REPORTS_ALL] = N_("all owners"), [REPORTS_WAITING] = N_("not submitted"), [REPORTS_IN_REVIEW] = N_("waiting for review"),
	[REPORTS_FAULTY] = N_("late or missing this year"),
};

const char *reports_filter_name(enum reports_filter filter)
{
	return _(filters[filter]);
}

static unsigned take_filter(void *ctx, int choice)
{
	struct reports *r = ctx;
	if (choice < 0)
		return DRAWN;
	r->filter = (enum reports_filter)choice;
	return DRAWN | SCREEN_RELOAD;
}

unsigned reports_ask_filter(struct reports *r)
{
	struct prompt_choice choices[REPORTS_FILTERS];
	for (int i = 0; i < REPORTS_FILTERS; i++)
		choices[i].text = _(filters[i]);
	prompt_choose(r->app, _("Which owners?"), choices, REPORTS_FILTERS, (int)r->filter, take_filter, r);
	return DRAWN;
}

// ------------------------------------------------------------ the reminding text

static enum err words_of(const struct reports *r, const struct report_line *line, char *out, size_t cap)
{
	struct remind lacks;
	enum err err = remind_lacks(r->app->store, r->app->plan, line, r->app->today, &lacks);
	out[0] = '\0';
	if (err == ERR_OK && remind_is_due(line, &lacks))
		remind_words(r->app->plan, line, &lacks, out, cap);
	return err;
}

// Of the period shown, whatever the filter; NULL: it is not open.
static const struct report_list *list_shown(const struct reports *r)
{
	const struct report_list *list = NULL;
	for (int i = 0; i < r->year.len; i++)
		if (r->year.periods[i].period == r->app->period)
			list = &r->year.periods[i].list;
	return list;
}

// One line an owner, of all that have not submitted; owned.
static enum err words_of_all(const struct reports *r, char **out)
{
	const struct report_list *list = list_shown(r);
	size_t cap = (size_t)(list != NULL ? list->len : 0) * (REMIND_TEXT + 1) + 1, len = 0;
	enum err err = ERR_OK;
	*out = calloc(cap, 1);
	if (*out == NULL)
		return err_set(ERR_MEMORY, "%s", _("no memory"));
	for (int i = 0; list != NULL && i < list->len && err == ERR_OK; i++) {
		err = words_of(r, &list->lines[i], *out + len, REMIND_TEXT);
		if ((*out)[len] == '\0')
			continue;
		len += strlen(*out + len);
		(*out)[len++] = '\n';
	}
	return err;
}

static enum err read_one(struct reports *r)
{
	char text[REMIND_TEXT];
	enum err err = words_of(r, reports_line(r, r->list.focus), text, sizeof text);
	if (err == ERR_OK)
		prompt_read(r->app, _("reminder"), text);
	return err;
}

static enum err read_all(struct reports *r)
{
	char *text;
	enum err err = words_of_all(r, &text);
	if (err == ERR_OK)
		prompt_read(r->app, _("reminder"), text);
	free(text);
	return err;
}

static enum err write_all(struct reports *r)
{
	char *text, name[64], period[PERIOD_TEXT], written[256];
	period_format(r->app->period, PERIOD_ASCII, period);
	text_format(name, sizeof name, "cuibao-%s", period);
	enum err err = words_of_all(r, &text);
	if (err == ERR_OK)
		err = r->app->paper->write_text(r->app->paper->ctx, name, text, written, sizeof written);
	if (err == ERR_OK)
		screen_message(r->app, false, _("The reminders of %d owners are written to %s in this folder."), r->waiting, written);
	free(text);
	return err;
}

// ------------------------------------------------------------ the end of a period

// How many can be locked by who sits here: that is the planner's.
static int lockable(const struct reports *r)
{
	const struct report_list *list = list_shown(r);
	bool planner = r->app->who.known && r->app->who.role == REPORT_PLANNER;
	return list == NULL || !planner ? 0 : report_list_tally(list).by_state[REPORT_ACCEPTED];
}

static enum err lock_all(struct reports *r)
{
	const struct report_list *list = list_shown(r);
	struct report_key *keys = calloc((size_t)list->len, sizeof *keys);
	struct desk_step ask = {.step = REPORT_LOCK, .reports = keys, .why = ""};
	if (keys == NULL)
		return err_set(ERR_MEMORY, "%s", _("no memory"));
	for (int i = 0; i < list->len; i++)
		if (list->lines[i].report.state == REPORT_ACCEPTED)
			keys[ask.reports_len++] = list->lines[i].report.key;
	steps_take(r->app, &ask);
	free(keys);
	return ERR_OK;
}

// ------------------------------------------------------------ what may be done

enum need { NEEDS_WAITING_LINE, NEEDS_WAITING, NEEDS_LINE, NEEDS_LOCKABLE };
static const struct { const char *name; enum need need; enum err (*act)(struct reports *r); } steps[] = {
	{N_("a step of its report"), NEEDS_LINE, NULL},
	{N_("the reminder for this owner"), NEEDS_WAITING_LINE, read_one},
	{N_("the reminders for all that have not submitted"), NEEDS_WAITING, read_all},
	{N_("the same, written to a file"), NEEDS_WAITING, write_all},
	{N_("lock all accepted reports of this period"), NEEDS_LOCKABLE, lock_all},
};
#define STEPS ((int)(sizeof steps / sizeof steps[0]))
_Static_assert(sizeof steps / sizeof steps[0] <= REPORTS_OFFERS, "room for what is offered");

static bool can(const struct reports *r, int step)
{
	const struct report_line *line = reports_focused(r) != NULL ? reports_line(r, r->list.focus) : NULL;
	switch (steps[step].need) {
	case NEEDS_WAITING_LINE: return line != NULL && remind_is_due(line, &r->lacks);
	case NEEDS_WAITING: return r->waiting > 0;
	case NEEDS_LOCKABLE: return lockable(r) > 0;
	default: return line != NULL;
	}
}

static unsigned take(void *ctx, int choice)
{
	struct reports *r = ctx;
	if (choice < 0 || !can(r, r->offered[choice]))      // another desk may have taken its step meanwhile
		return DRAWN;
	int step = r->offered[choice];
	if (steps[step].act == NULL)
		return steps_ask(r->app, &reports_line(r, r->list.focus)->report.key);
	if (steps[step].act(r) != ERR_OK)
		screen_message(r->app, true, "%s", err_message());
	return steps[step].need == NEEDS_LOCKABLE ? DRAWN | SCREEN_RELOAD : DRAWN;
}

unsigned reports_ask_step(struct reports *r)
{
	struct prompt_choice choices[STEPS];
	int len = 0;
	for (int i = 0; i < STEPS; i++)
		if (can(r, i)) {
			r->offered[len] = i;
			choices[len++].text = _(steps[i].name);
		}
	if (len == 0) {
		screen_message(r->app, false, "%s", _("Nothing is asked of this owner in this period, or it is not open yet."));
		return DRAWN;
	}
	const char *title = reports_focused(r) != NULL ? report_owner_name(r->app->plan, reports_focused(r)) : _("all owners");
	prompt_choose(r->app, title, choices, len, 0, take, r);
	return DRAWN;
}
