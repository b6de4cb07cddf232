// SPDX-License-Identifier: MIT
// What both programs' main() is: locale, settings, command line, the command, the one sentence and the exit status.
#ifndef CLI_PROGRAM_H
#define CLI_PROGRAM_H

#include "cli/context.h"

// WRITER: NULL in the read-only program. Returns the exit status.
int program_run(int argc, char **argv, const struct context_writer *writer);

#endif
