// SPDX-License-Identifier: MIT
// Which lines of the log are shown (changes.h): F4 asks for a unit, an element, an operator or a day.
#ifndef TUI_CHANGES_FILTER_H
#define TUI_CHANGES_FILTER_H

#include "tui/changes.h"

unsigned changes_filter_ask(struct changes *changes);
char *changes_filter_words(const struct changes *changes, char *out, size_t cap);

#endif
