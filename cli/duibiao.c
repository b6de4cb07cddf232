// SPDX-License-Identifier: MIT
// duibiao: the desk's program, with every command.
#include "cli/commands.h"
#include "cli/demo.h"
#include "cli/make.h"
#include "cli/op.h"
#include "cli/past.h"
#include "cli/program.h"
#include "cli/publishing.h"
#include "core/i18n.h"
#include "db/db_write.h"

const char *const command_program = "duibiao";

const struct command commands[] = {
#define EFFECT_READS false
#define EFFECT_WRITES true
#define COMMAND(token, name, arguments, effect, least, most, options, help, more) \
	{ name, arguments, help, more, cmd_##token, EFFECT_##effect, least, most, options },
#include "cli/command.def"
#undef COMMAND
};
const int commands_len = (int)(sizeof commands / sizeof commands[0]);

int main(int argc, char **argv)
{
	static const struct context_writer writer = {make_default, db_upgrade, op_know_operator, demo_make, demo_done, past_open,
		publishing_leave};
	return program_run(argc, argv, &writer);
}
