// SPDX-License-Identifier: MIT
// A chapter's number in words: 一 is 第一章; what the document prints otherwise (二、 or 1.1 or (三)) stands as it prints it.
#ifndef CORE_OUTLINE_WORDS_H
#define CORE_OUTLINE_WORDS_H

#include "core/plan.h"

#define OUTLINE_NUMBER 128
// "" when the document prints none.
char *outline_number_words(const struct plan_outline *outline, char *out, size_t cap);

#endif
