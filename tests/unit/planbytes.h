// SPDX-License-Identifier: MIT
// Plans for tests, from files under tests/ and config/ or from a text.
#ifndef TESTS_UNIT_PLANBYTES_H
#define TESTS_UNIT_PLANBYTES_H

#include <stddef.h>

#include "config/planfile.h"

// The whole file, NUL-terminated, owned; the test fails when there is none.
char *planbytes_read(const char *path, size_t *len);
// A plan without mistakes; else they are printed and the test fails. Owned.
struct plan *planbytes_plan(const char *path);
struct plan *planbytes_parse(const char *text);

#endif
