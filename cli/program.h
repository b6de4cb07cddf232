// SPDX-License-Identifier: MIT
// What both programs' main() is: locale, settings, command line, the command, the one sentence and the exit status.
#ifndef CLI_PROGRAM_H
#define CLI_PROGRAM_H

#include "cli/context.h"

// MAKE_DEFAULT makes the default file when there is none (context.h); NULL in the read-only program. Returns the exit status.
int program_run(int argc, char **argv, enum err (*make_default)(struct context *context));

#endif
