// SPDX-License-Identifier: MIT
// See keys.h. A key means one thing on all screens, so two actions with one key are always a mistake.
#include "core/keys.h"

#include <stdio.h>
#include <string.h>

#include "core/i18n.h"

static const char *const names[] = {
#define KEY(name, function, code) name,
#include "core/key.def"
#undef KEY
};

const char *keys_of(const struct keys *keys, enum action action)
{
	const struct action_row *row = action_row(action);
	if (row == NULL)
		return "";
	return keys != NULL && keys->of[action][0] != '\0' ? keys->of[action] : row->keys;
}

bool keys_next(const char **keys, char out[KEYS_TEXT])
{
	const char *at = *keys + strspn(*keys, " \t");
	size_t len = strcspn(at, " \t");
	*keys = at + len;
	snprintf(out, KEYS_TEXT, "%.*s", (int)len, at);
	return len > 0;
}

static bool is_function(const char *name)
{
	static const char *const twelve = " F1 F2 F3 F4 F5 F6 F7 F8 F9 F10 F11 F12 ";
	char spaced[KEYS_TEXT + 2];
	snprintf(spaced, sizeof spaced, " %s ", name);
	return strstr(twelve, spaced) != NULL;
}

bool keys_known(const char *name)
{
	size_t len = strlen(name);
	if (len == 1)
		return name[0] > ' ' && name[0] < 127 && !(name[0] >= '0' && name[0] <= '9');
	if (len == 2 && name[0] == '^')
		return strchr("ABDEFGKLNOPRTUVWXYZ", name[1]) != NULL;
	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
		if (strcmp(name, names[i]) == 0)
			return true;
	return is_function(name);
}

static bool has(const char *keys, const char *wanted)
{
	char name[KEYS_TEXT];
	while (keys_next(&keys, name))
		if (strcmp(name, wanted) == 0)
			return true;
	return false;
}

enum action keys_clash(const struct keys *keys, enum action action, char name[KEYS_TEXT])
{
	for (const char *rest = keys_of(keys, action); keys_next(&rest, name);)
		for (int i = 0; i < action_rows_len; i++)
			if (action_rows[i].action != action && has(keys_of(keys, action_rows[i].action), name))
				return action_rows[i].action;
	return ACTION_NONE;
}
