// SPDX-License-Identifier: MIT
// Small things that a program remembers of one start for the next, a line each, in $XDG_STATE_HOME/duibiao/. What cannot be kept
// is done without.
#ifndef CLI_KEPT_H
#define CLI_KEPT_H

#include <stdbool.h>
#include <stddef.h>

bool kept_read(const char *name, char *text, size_t cap);      // without its line end; false: nothing is kept
void kept_write(const char *name, const char *text);

#endif
