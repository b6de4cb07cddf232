// SPDX-License-Identifier: MIT
// Under which rule a reviewer's sentence about a cell is kept, apart from the explanations of findings. Needs no store.
#ifndef CORE_SAID_RULE_H
#define CORE_SAID_RULE_H

#include <stdbool.h>

// Rules that are no finding's: what a reviewer says of a cell. Kept as SAID_REVIEW while the report waits, the bureau's own
// matter; when the report is returned it becomes SAID_RETURN, and its owner reads it.
#define SAID_REVIEW "review"
#define SAID_RETURN "return"
bool said_explains(const char *rule);      // of a finding, none of the two

#endif
