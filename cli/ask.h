// SPDX-License-Identifier: MIT
// A question at the terminal before something is written.
#ifndef CLI_ASK_H
#define CLI_ASK_H

#include <stdbool.h>

// QUESTION on standard error, answered by a line; only y is yes.
bool ask_yes(const char *question, ...) __attribute__((format(printf, 1, 2)));

#endif
