// SPDX-License-Identifier: MIT
// What is known of the document itself and what is not: what of it is missing here, what is inferred, where the rest comes from.
#ifndef CORE_MISSING_WORDS_H
#define CORE_MISSING_WORDS_H

#include <stddef.h>

#include "core/plan.h"

typedef void missing_words_fn(const char *line, void *ctx);
void missing_words_each(const struct plan *plan, missing_words_fn *line, void *ctx);
// The sentence that the document's sections are known by their number only; "" when they are not.
void missing_words_sections(const struct plan *plan, char *out, size_t cap);

#endif
