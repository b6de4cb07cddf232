// SPDX-License-Identifier: MIT
// The environment of the read-only program: its own, with the few words of the reader's that were looked at.
#ifndef CLI_ENVIRONMENT_H
#define CLI_ENVIRONMENT_H

#include <stdbool.h>

// Before anything else reads the environment. What is kept: TERM when it is the plain name of a description, LANG and LC_*
// when they are plain names of locales. Without memory nothing is kept.
void environment_clean(void);
// 1 to 64 of A-Z a-z 0-9 . _ + - (MORE: also of those), beginning with a letter or digit, and no "..".
bool environment_is_name(const char *word, const char *more);

#endif
