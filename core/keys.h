// SPDX-License-Identifier: MIT
// The keys of the actions, as [keys] of duibiao.ini may change them.
#ifndef CORE_KEYS_H
#define CORE_KEYS_H

#include <stdbool.h>
#include <stddef.h>

#include "core/action.h"

#define KEYS_TEXT 64
struct keys {                    // all zero: as core/action.def has them
	char of[ACTION_TYPE][KEYS_TEXT];       // blank-separated; "" as in core/action.def
};
// KEYS may be NULL.
const char *keys_of(const struct keys *keys, enum action action);
// The next name of the blank-separated *KEYS into OUT, *KEYS after it; false: there is none.
bool keys_next(const char **keys, char out[KEYS_TEXT]);
// Is NAME that of a key which an action can have? Digits choose rows, ^S and ^Q hold the terminal, others are keys by name.
bool keys_known(const char *name);
// Another action that has one of ACTION's keys, and that key into NAME; ACTION_NONE: they are all its own.
enum action keys_clash(const struct keys *keys, enum action action, char name[KEYS_TEXT]);

#endif
