// SPDX-License-Identifier: MIT
// duibiao [FILE]: the screens, or without a terminal the overview as text.
#include <string.h>
#include <sys/stat.h>

#include "cli/commands.h"
#include "cli/overview.h"
#include "cli/plain.h"
#include "cli/screens.h"
#include "core/i18n.h"
#include "core/text.h"

// A word that is neither a command nor a file was most likely meant as a command.
static enum err check_word(const char *word)
{
	struct stat status;
	char quoted[160];
	if (strpbrk(word, "./") != NULL || lstat(word, &status) == 0)
		return ERR_OK;
	return err_set(ERR_USAGE, _("there is neither a command nor a file \"%s\"; %s --help lists the commands"),
		text_quote(word, 40, quoted, sizeof quoted), command_program);
}

enum err cmd_open(struct context *context, int argc, char **argv)
{
	enum err err = argc > 0 ? check_word(argv[0]) : ERR_OK;
	if (err == ERR_OK && argc > 0)
		err = context_take_file(context, argv[0]);
	if (err != ERR_OK)
		return err;
	if (context->option[OPTION_PLAIN] != NULL)
		return plain_open(context);
	if (context->terminal)
		return screens_run(context);
	err = context_open(context, DB_READ);
	return err == ERR_OK ? overview_print(context) : err;
}
