// SPDX-License-Identifier: MIT
// See plain.h. The desk is the same as that of the screens; what cannot be opened is said and ends the program, as of a command.
#include "cli/plain.h"

#include <unistd.h>

#include "cli/charset.h"
#include "cli/desk.h"
#include "cli/paper.h"
#include "cli/past.h"
#include "plain/plain.h"
#include "tui/stamp.h"

// A file without the right to write it is opened for reading, as on screen.
static enum err open_file(struct context *context)
{
	bool browse = context->option[OPTION_BROWSE] != NULL;
	enum err err = context_open(context, browse ? DB_READ : DB_WRITE);
	if (err != ERR_READONLY || browse)
		return err;
	context_close(context);
	return context_open(context, DB_READ);
}

static enum err run(struct context *context, struct desk_session *session)
{
	struct papers papers = {.context = context};
	struct pasts pasts;
	bool typed = isatty(STDIN_FILENO) == 1;          // else a pipe of answers, in UTF-8
	struct plain plain = {.in = stdin, .out = context->out, .store = context->store, .plan = context->plan, .past = pasts_of(&pasts, context),
		.day_of = stamp_day, .time_words = stamp_words, .account = context->who, .unit = context->plan->root, .today = context->today,
		.to_utf8 = typed ? charset_of_word : NULL, .echo = !typed, .figures = session != NULL ? SURVEY_ALL : SURVEY_ACCEPTED};
	if (session != NULL) {
		plain.desk = desk_of(session);
		plain.paper = papers_of(&papers, session);
	}
	enum err err = context_period(context, &plain.period);
	return err == ERR_OK ? plain_run(&plain) : err;
}

enum err plain_open(struct context *context)
{
	struct desk_session *session = NULL;
	enum err err = open_file(context);
	if (err == ERR_OK && db_can_write(context->store))
		err = desk_new(context, &session);
	if (err == ERR_OK)
		err = run(context, session);
	desk_free(session);
	return err;
}
