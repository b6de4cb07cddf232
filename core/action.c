// SPDX-License-Identifier: MIT
// The rows of action.def as a table. Rows stand in the order of the enum, so an action finds its row by its number.
#include "core/action.h"

#include <stddef.h>
#include <string.h>

#include "core/i18n.h"

#define GROUP_MOVE N_("Moving")
#define GROUP_VIEW N_("Viewing")
#define GROUP_EDIT N_("Entering")
#define GROUP_FILE N_("Files")
#define EFFECT_READS false
#define EFFECT_WRITES true

const struct action_row action_rows[] = {
#define ACTION(NAME, id, group, effect, keys, label, name, help) \
	{ ACTION_##NAME, #id, GROUP_##group, keys, label, name, help, EFFECT_##effect },
#include "core/action.def"
#undef ACTION
};
const int action_rows_len = sizeof action_rows / sizeof *action_rows;

const struct action_row *action_row(enum action action)
{
	return action > ACTION_NONE && (int)action <= action_rows_len ? &action_rows[action - 1] : NULL;
}

enum action action_named(const char *id)
{
	for (int i = 0; i < action_rows_len; i++)
		if (strcmp(action_rows[i].id, id) == 0)
			return action_rows[i].action;
	return ACTION_NONE;
}
