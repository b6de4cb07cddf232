// SPDX-License-Identifier: MIT
// The table of options (option.def). Apart from command.c, whose programs must define commands.
#include "cli/command.h"
#include "core/i18n.h"

const struct option_row option_rows[OPTION_COUNT] = {
#define OPTION(NAME, name, letter, argument, help) { name, argument, help, letter },
#include "cli/option.def"
#undef OPTION
};
