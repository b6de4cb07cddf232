// SPDX-License-Identifier: MIT
// A change line of a stage, a node or a target in words, for lists of what was done.
#ifndef CORE_CHANGE_WORDS_H
#define CORE_CHANGE_WORDS_H

#include "core/plan.h"
#include "core/store.h"

// What the line is about (of a target: the element its indicator is read from); false: none of the three, or of a row the plan no
// longer has.
bool change_words_of(const struct plan *plan, const struct store_change *change, int *element, int *unit);
// Which row, and what it says after the change; of a target also what stood before and its document. OUT as CAP bytes, cut on a
// character.
#define CHANGE_WORDS 640
must_check enum err change_words(struct store *store, const struct plan *plan, const struct store_change *change, char *out,
	size_t cap);

#endif
