// SPDX-License-Identifier: MIT
// A change line of a stage or a node in words, for lists of what was done.
#ifndef CORE_CHANGE_WORDS_H
#define CORE_CHANGE_WORDS_H

#include "core/plan.h"
#include "core/store.h"

// What the line is about; false: no stage and no node, or of a row the plan no longer has.
bool change_words_of(const struct plan *plan, const struct store_change *change, int *element, int *unit);
// Which row, and what it says after the change. OUT as CAP bytes, cut on a character.
#define CHANGE_WORDS 640
must_check enum err change_words(const struct plan *plan, const struct store_change *change, char *out, size_t cap);

#endif
