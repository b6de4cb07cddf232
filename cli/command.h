// SPDX-License-Identifier: MIT
// The table of commands, and reading a command line by it.
//
// Each program defines commands[] from command.def: duibiao all rows, duibiao-view the reading ones.
#ifndef CLI_COMMAND_H
#define CLI_COMMAND_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

#include "core/err.h"

enum option {
#define OPTION(NAME, name, letter, argument, help) OPTION_##NAME,
#include "cli/option.def"
#undef OPTION
	OPTION_COUNT
};
#define OPT(NAME) (UINT64_C(1) << OPTION_##NAME)

struct context;
struct command {
	const char *name, *arguments, *help, *more;       // English; translate with _()
	enum err (*run)(struct context *context, int argc, char **argv);   // the arguments beside the options
	bool writes;
	int least, most;                                  // arguments
	uint64_t options;                                 // bits of enum option
};
extern const struct command commands[];                   // [0] is the program without a command
extern const int commands_len;
extern const char *const command_program;                 // "duibiao"

// Read ARGV by the table: which command, its options into OPTION (NULL: not given; "" a switch), its other arguments into
// REST (room for ARGC; *REST_LEN). ERR_USAGE with one sentence.
must_check enum err command_read(int argc, char **argv, const struct command **command, const char *option[OPTION_COUNT],
	char **rest, int *rest_len);

void command_help(const struct command *command, FILE *out);   // of commands[0]: the list of all
void command_manual(FILE *out);                                // manual page, mdoc

struct option_row { const char *name, *argument, *help; char letter; };
extern const struct option_row option_rows[OPTION_COUNT];
uint64_t command_options(const struct command *command);       // its own and those that every command takes

#endif
