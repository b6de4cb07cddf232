// SPDX-License-Identifier: MIT
// duibiao [FILE]: the screens, or without a terminal the overview as text.
#include "cli/commands.h"
#include "cli/overview.h"
#include "cli/screens.h"

enum err cmd_open(struct context *context, int argc, char **argv)
{
	enum err err = argc > 0 ? context_take_file(context, argv[0]) : ERR_OK;
	if (err != ERR_OK)
		return err;
	if (context->terminal)
		return screens_run(context);
	err = context_open(context, DB_READ);
	return err == ERR_OK ? overview_print(context) : err;
}
