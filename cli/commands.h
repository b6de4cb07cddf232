// SPDX-License-Identifier: MIT
// The functions behind the rows of command.def, one cmd_TOKEN.c each.
#ifndef CLI_COMMANDS_H
#define CLI_COMMANDS_H

#include "cli/context.h"

#define COMMAND(token, name, arguments, effect, least, most, options, help, more) \
	must_check enum err cmd_##token(struct context *context, int argc, char **argv);
#include "cli/command.def"
#undef COMMAND

#endif
