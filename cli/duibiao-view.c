// SPDX-License-Identifier: MIT
// duibiao-view: the read-only program for readers over SSH. No object that writes is linked into it: what a row of
// command.def marks WRITES is not even named here. The screens are the desk's own, without desk and paper.
#include "cli/environment.h"
#include "cli/landlock.h"
#include "cli/language.h"
#include "cli/overview.h"
#include "cli/plain_show.h"
#include "cli/program.h"
#include "cli/sandbox.h"
#include "cli/show.h"
#include "core/i18n.h"

const char *const command_program = "duibiao-view";

static int idle_seconds(const struct context *context)
{
	static const int minutes[] = {60, 5, 15, 30, 120, 480, 0};     // as opts.def has them
	return 60 * minutes[context->settings.idle];
}

// From here on it can read what readers see, and nothing else.
static enum err enter(const struct context *context)
{
	struct sandbox sandbox = {.file = context->path, .optional = context->settings.sandbox == SETTINGS_SANDBOX_OPTIONAL};
	return sandbox_enter(&sandbox);
}

// Of a reader nothing is asked before the screens: what his locale cannot show goes out as UTF-8.
static enum err show(const struct context *context)
{
	bool lost = context->lost_locale != NULL || language_without_han() != NULL;
	if (lost)
		language_fall_back();
	struct show screens = {.begin = lost ? show_begin_otherwise : NULL, .enter = enter,
		.idle = idle_seconds(context)};
	return show_run(context, &screens);
}

static enum err view_open(struct context *context, int argc, char **argv)
{
	enum err err = argc > 0 ? context_take_file(context, argv[0]) : ERR_OK;
	if (err == ERR_OK)
		err = context_open(context, DB_READ);
	if (err != ERR_OK)
		return err;
	if (landlock_version() == 0)
		fprintf(stderr, "%s\n", _("This kernel has no landlock; system calls alone are limited."));
	bool plain = context->option[OPTION_PLAIN] != NULL;
	if (context->terminal && !plain)
		return show(context);
	err = enter(context);
	if (err != ERR_OK)
		return err;
	return plain ? plain_show_run(context, &(struct plain_show){.idle = idle_seconds(context)}) : overview_print(context);
}

const struct command commands[] = {
	{ "", N_("[FILE]"), N_("look at a database file, read-only; without a terminal print the overview"), "", view_open, false, 0, 1,
		OPT(PERIOD) | OPT(PLAIN) | OPT(VERSION) },
};
const int commands_len = (int)(sizeof commands / sizeof commands[0]);

int main(int argc, char **argv)
{
	environment_clean();
	return program_run(argc, argv, NULL);
}
