// SPDX-License-Identifier: MIT
// The action table as code; rows in action.def.
#ifndef CORE_ACTION_H
#define CORE_ACTION_H

#include <stdbool.h>

enum action {
	ACTION_NONE,
#define ACTION(NAME, id, group, effect, keys, label, name, help) ACTION_##NAME,
#include "core/action.def"
#undef ACTION
	ACTION_TYPE,      // not in the table: a character for the field or a numbered choice (key->code)
	ACTION_LINE,      // not in the table: a line editing key (key->edit), only while the screen is editing
	ACTION_PASTE,     // not in the table: a whole text at once (key->paste); not handled it is typed where something is typed
	ACTION_COUNT
};
enum action_group { ACTION_MOVE, ACTION_VIEW, ACTION_EDITING, ACTION_FILE };

struct action_row {
	enum action action;
	const char *id, *group, *keys, *label, *name, *help;    // label, name, help: English; translate with _()
	bool writes;
};
extern const struct action_row action_rows[];
extern const int action_rows_len;
const struct action_row *action_row(enum action action);
enum action action_named(const char *id);        // ACTION_NONE: there is none

#endif
