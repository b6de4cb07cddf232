// SPDX-License-Identifier: MIT
// See show.h.
#include "cli/show.h"

#include "core/i18n.h"
#include "tui/scr_home.h"
#include "tui/scr_overview.h"
#include "tui/screen.h"
#include "tui/term.h"
#include "tui/who.h"

// Who only reads begins with what leaders ask; who keys in or reviews, with what is to be done.
static bool reads_only(const struct app *app)
{
	return app->desk == NULL || (app->who.known && app->who.role == REPORT_READER);
}

enum err show_run(const struct context *context, struct show *show)
{
	struct app app = {.store = context->store, .plan = context->plan, .fresh = context->plan, .unit = context->plan->root,
		.desk = show->desk, .paper = show->paper, .past = show->past, .today = context->today, .account = context->who, .begin = show->begin,
		.across = show->across, .idle = show->idle,
		.state = show->desk != NULL ? "" : _("read-only"), .settings = &context->settings};
	enum err err = context_period_of_plan(context, CONTEXT_BEGUN, &app.period);
	if (err == ERR_OK)
		err = who_read(&app);
	app.figures = context_figures(context, !reads_only(&app));
	if (err == ERR_OK)
		err = term_open(&context->settings);
	if (err == ERR_OK && show->enter != NULL)
		err = show->enter(context);
	if (err == ERR_OK)
		err = screen_run(&app, reads_only(&app) ? &scr_overview : &scr_home, NULL);
	term_close();
	if (app.idled)
		fprintf(context->out, "%s\n", _("No key was pressed for so long that this session has ended."));
	show->across = app.across;
	return err;
}

void show_begin_otherwise(struct app *app)
{
	screen_message(app, false, "%s", _("The locale of your terminal is not installed on this host; UTF-8 is used."));
}
