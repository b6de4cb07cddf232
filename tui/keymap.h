// SPDX-License-Identifier: MIT
// Keys to actions, made from core/action.def. Full-width letters and signs count as the half-width ones: a clerk's IME is
// often still on.
#ifndef TUI_KEYMAP_H
#define TUI_KEYMAP_H

#include <stddef.h>

#include "core/keys.h"
#include "tui/screen.h"
#include "tui/term.h"

enum keymap_mode {
	KEYMAP_LIST,         // letters and signs are shortcuts, digits choose
	KEYMAP_ENTRY,        // digits . - / and Han begin to type
	KEYMAP_EDITING       // every character is text
};
// From now on; KEYS is borrowed, NULL: as core/action.def has them.
void keymap_use(const struct keys *keys);
// What PRESSED means; OUT is filled for ACTION_TYPE and ACTION_LINE. ACTION_NONE: nothing.
enum action keymap_find(const struct term_key *pressed, enum keymap_mode mode, struct key *out);
// The half-width character of a key pressed while an IME was on; others unchanged.
wint_t keymap_halve(wint_t code);
// The keys of an action as help shows them (F3 Esc q, names translated), and the first one alone. Both return OUT.
char *keymap_words(enum action action, char *out, size_t cap);
char *keymap_first(enum action action, char *out, size_t cap);
// A key's name as in the action table (F3, PgUp, ^A), a character as itself; "" of one that has no name.
char *keymap_name(const struct term_key *key, char *out, size_t cap);

#endif
