// SPDX-License-Identifier: MIT
// See plain.h. The desk is the same as that of the screens; what cannot be opened is said and ends the program, as of a command.
#include "cli/plain.h"

#include "cli/desk.h"
#include "cli/paper.h"
#include "cli/past.h"
#include "cli/plain_show.h"

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
	struct plain_show show = {.past = pasts_of(&pasts, context)};
	if (session != NULL) {
		show.desk = desk_of(session);
		show.paper = papers_of(&papers, session);
	}
	return plain_show_run(context, &show);
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
