// SPDX-License-Identifier: MIT
// See who.h. Three questions one after another; what is answered is kept in app->who's place until the last one, so that a person
// who stops half way has changed nothing.
#include "tui/who.h"

#include <string.h>

#include "core/i18n.h"
#include "core/text.h"
#include "tui/choose.h"
#include "tui/prompt.h"
#include "tui/screen.h"

static const char *const roles[] = {
	[REPORT_CLERK] = N_("clerk: keys in, explains, submits"),
	[REPORT_REVIEWER] = N_("reviewer: returns or accepts"),
	[REPORT_PLANNER] = N_("planner: targets, extensions, locking too"),
	[REPORT_READER] = N_("reader: looks only"),
};
#define ROLES ((int)(sizeof roles / sizeof roles[0]))

const char *who_words(const struct app *app)
{
	return app->who.known ? app->who.words : app->account;
}

const char *who_name(const struct app *app)
{
	return app->who.known ? app->who.name : app->account;
}

// What the file says; where it says nothing, the account's name and the unit that is shown.
enum err who_read(struct app *app)
{
	struct who *who = &app->who;
	struct operator found;
	if (app->desk == NULL)
		return ERR_OK;
	enum err err = app->desk->get_operator(app->desk->ctx, &found);
	if (err != ERR_OK)
		return err;
	*who = (struct who){.known = found.change != 0, .dept = found.dept, .unit = found.unit, .role = found.role};
	const struct report_key own = {0, who->dept, who->unit};
	const char *org = who->dept == 0 ? app->plan->units[who->unit].short_name : report_owner_name(app->plan, &own);
	text_format(who->name, sizeof who->name, "%s", who->known ? found.name : app->account);
	text_format(who->words, sizeof who->words, "%s %s", org, who->name);
	return ERR_OK;
}

// ------------------------------------------------------------ the questions

static unsigned finish(struct app *app)
{
	if (app->who.unasked)
		screen_release_keys(app);
	app->who.unasked = false;
	screen_failed(app, who_read(app));
	return DRAWN | SCREEN_RELOAD;
}

static unsigned later(struct app *app)
{
	unsigned result = finish(app);
	if (!app->who.known)
		screen_message(app, false, "%s", _("Not said who sits here; it is asked again at the next start, or say it by W."));
	return result;
}

static unsigned take_role(void *ctx, int role)
{
	struct app *app = ctx;
	struct desk_answer answer = {.done = false};
	if (role < 0)
		return later(app);
	const struct operator who = {.account = app->account, .name = app->who.name, .dept = app->who.dept, .unit = app->who.unit,
		.role = (enum report_role)role};
	enum err err = app->desk->put_operator(app->desk->ctx, &who, &answer);
	unsigned result = finish(app);
	screen_message(app, err != ERR_OK || !answer.done, "%s", err != ERR_OK ? err_message() : answer.text);
	return result;
}

static unsigned take_owner(void *ctx, int dept, int unit)
{
	struct app *app = ctx;
	struct prompt_choice choices[ROLES];
	char title[3 * WHO_NAME];
	if (unit == PLAN_NONE)
		return later(app);
	app->who.dept = dept;
	app->who.unit = unit;
	for (int i = 0; i < ROLES; i++)
		choices[i].text = _(roles[i]);
	const struct report_key own = {0, dept, unit};
	text_format(title, sizeof title, _("%s, %s: what is your part?"), app->who.name, report_owner_name(app->plan, &own));
	prompt_choose(app, title, choices, ROLES, app->who.role, take_role, app);
	return DRAWN;
}

static void ask(struct app *app);

static unsigned take_name(void *ctx, const char *const *texts)
{
	struct app *app = ctx;
	const struct owner_at at = {app->who.dept, app->who.unit};
	if (texts == NULL)
		return later(app);
	if (texts[0][strspn(texts[0], " \u3000")] == '\0') {
		screen_message(app, true, "%s", _("The name is missing: type it, or Esc leaves the question for later."));
		ask(app);
		return DRAWN;
	}
	text_format(app->who.name, sizeof app->who.name, "%s", texts[0]);
	choose_owner(app, &at, take_owner, app);
	return DRAWN;
}

static void ask(struct app *app)
{
	prompt_offer(app, _("Who sits here? Changes are signed so (Esc: later)"), _("name"), app->who.name, take_name, app);
}

unsigned who_ask(struct app *app)
{
	if (who_read(app) != ERR_OK)
		screen_message(app, true, "%s", err_message());
	else
		ask(app);
	return DRAWN;
}

void who_begin(struct app *app)
{
	if (app->desk == NULL || app->who.known || app->plan->demo)
		return;
	app->who.unasked = true;
	ask(app);
	screen_hold_keys(app);
}
