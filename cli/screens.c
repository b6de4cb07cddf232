// SPDX-License-Identifier: MIT
// See screens.h. What cannot be opened is asked about on the start screen until it opens or the person leaves; a file that
// may only be read shows the same screens without anything that writes.
#include "cli/screens.h"

#include <locale.h>
#include <stdlib.h>
#include <string.h>

#include "cli/desk.h"
#include "cli/enter_way.h"
#include "cli/language.h"
#include "cli/make.h"
#include "cli/paper.h"
#include "cli/past.h"
#include "cli/show.h"
#include "cli/widths.h"
#include "core/i18n.h"
#include "core/text.h"
#include "tui/scr_start.h"
#include "tui/who.h"

struct opening {
	struct context *context;
	bool browse;                 // for reading only, as asked
	struct start start;
	char why[1024];
};

static enum start_case situation_of(enum err err, const struct context *context)
{
	static const struct { enum err err; enum start_case situation; } cases[] = {
		{ERR_FOREIGN, START_FOREIGN}, {ERR_NEWER, START_NEWER}, {ERR_DAMAGED, START_DAMAGED}, {ERR_BUSY, START_BUSY},
		{ERR_READONLY, START_NOT_WRITABLE},
	};
	if (err == ERR_MISSING)
		return context->is_default ? START_NO_FILE : START_NO_SUCH_FILE;
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
		if (cases[i].err == err)
			return cases[i].situation;
	return START_UNUSABLE;
}

// A file without the right to write it is opened for reading; every other failure is for the person to decide.
static enum err try_open(struct opening *opening)
{
	struct context *context = opening->context;
	context_close(context);
	enum err err = context_open(context, opening->browse ? DB_READ : DB_WRITE);
	if (err != ERR_READONLY || opening->browse)
		return err;
	context_close(context);
	return context_open(context, DB_READ);
}

static enum err take_typed(struct opening *opening)
{
	struct context *context = opening->context;
	const char *typed = opening->start.typed, *home = getenv("HOME");
	char path[START_PATH + 1024];
	bool expand = strncmp(typed, "~/", 2) == 0 && home != NULL;
	text_format(path, sizeof path, "%s%s", expand ? home : "", expand ? typed + 1 : typed);
	context->option[OPTION_FILE] = NULL;
	return context_take_file(context, path);
}

static enum err create_shared(struct opening *opening)
{
	enum err err = take_typed(opening);
	return err == ERR_OK ? make_file(opening->context, opening->context->path, true, NULL) : err;
}

static enum err create(struct opening *opening)
{
	return make_file(opening->context, opening->context->path, false, NULL);
}

static enum err demonstrate(struct opening *opening)
{
	return opening->context->writer->make_demo(opening->context);
}

static enum err browse(struct opening *opening)
{
	opening->browse = true;
	return ERR_OK;
}

static enum err follow(struct opening *opening)
{
	typedef enum err follow_fn(struct opening *opening);
	static follow_fn *const choices[] = {
		[START_CREATE] = create,
		[START_CREATE_SHARED] = create_shared,
		[START_OPEN_OTHER] = take_typed,
		[START_BROWSE] = browse,
		[START_DEMO] = demonstrate,
	};
	size_t choice = (size_t)opening->start.choice;
	return choice < sizeof choices / sizeof choices[0] && choices[choice] != NULL ? choices[choice](opening) : ERR_OK;
}

static enum err open_until_it_opens(struct opening *opening)
{
	enum err err = try_open(opening);
	while (err != ERR_OK) {
		enum err failed = err;
		text_format(opening->why, sizeof opening->why, "%s", err_message());
		opening->start = (struct start){.situation = situation_of(err, opening->context), .path = opening->context->path,
			.why = opening->why};
		err = scr_start_ask(&opening->start, &opening->context->settings);
		if (err != ERR_OK || opening->start.choice == START_QUIT)
			return err_set(failed, "%s", opening->why);
		err = follow(opening);
		if (err == ERR_OK)
			err = try_open(opening);
	}
	return err;
}

// The person is told of a locale that is not there, or in which no unit's name could be read, before anything is drawn in
// another.
static bool goes_on(const struct context *context)
{
	const char *lost = context->lost_locale != NULL ? context->lost_locale : language_without_han();
	struct start start = {.situation = START_LOCALE, .path = lost, .why = ""};
	if (lost == NULL)
		return true;
	bool goes = scr_start_ask(&start, &context->settings) == ERR_OK && start.choice != START_QUIT;
	if (goes)
		language_fall_back();
	return goes;
}

static enum err run(struct context *context)
{
	struct desk_session *session = NULL;
	struct papers papers = {.context = context};
	struct pasts pasts;
	bool across = enter_way_recall(&context->settings);
	enum err err = db_can_write(context->store) ? desk_new(context, &session) : ERR_OK;
	struct show show = {.past = pasts_of(&pasts, context), .begin = who_begin, .across = across};
	if (session != NULL) {
		show.desk = desk_of(session);
		show.paper = papers_of(&papers, session);
	}
	if (err == ERR_OK)
		err = show_run(context, &show);
	enter_way_keep(across, show.across);
	desk_free(session);
	return err;
}

static enum err open_and_run(struct opening *opening)
{
	if (!goes_on(opening->context))
		return ERR_OK;
	enum err err = open_until_it_opens(opening);
	return err == ERR_OK ? run(opening->context) : err;
}

enum err screens_run(struct context *context)
{
	struct opening opening = {.context = context, .browse = context->option[OPTION_BROWSE] != NULL};
	widths_recall();
	enum err err = open_and_run(&opening);
	if (err == ERR_OK)               // else its sentence would be lost to that of a folder that cannot be made
		widths_keep();
	return err;
}
