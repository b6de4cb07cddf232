// SPDX-License-Identifier: MIT
// The words of an indicator: as the document has it, 口径, how it is computed and of what, its targets with their documents, what
// is 推定.
#ifndef CORE_INDICATOR_WORDS_H
#define CORE_INDICATOR_WORDS_H

#include <stddef.h>

#include "core/plan.h"

#define INDICATOR_WORDS 8192
// A line each. PLACE: the row of the document that is meant; PLAN_NONE: all of them. Returns OUT.
char *indicator_words(const struct plan *plan, int indicator, int place, char *out, size_t cap);

#endif
