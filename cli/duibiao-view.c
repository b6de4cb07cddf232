// SPDX-License-Identifier: MIT
// duibiao-view: the read-only program for readers over SSH. No object that writes is linked into it: what a row of
// command.def marks WRITES is not even named here.
#include "cli/overview.h"
#include "cli/program.h"
#include "core/i18n.h"

const char *const command_program = "duibiao-view";

static enum err view_open(struct context *context, int argc, char **argv)
{
	context->accepted_only = true;
	enum err err = argc > 0 ? context_take_file(context, argv[0]) : ERR_OK;
	if (err == ERR_OK)
		err = context_open(context, DB_READ);
	return err == ERR_OK ? overview_print(context) : err;
}

const struct command commands[] = {
	{ "", N_("[FILE]"), N_("print the overview of a database file, read-only"), "", view_open, false, 0, 1,
		OPT(PERIOD) | OPT(VERSION) },
};
const int commands_len = (int)(sizeof commands / sizeof commands[0]);

int main(int argc, char **argv)
{
	return program_run(argc, argv, NULL);
}
