// SPDX-License-Identifier: MIT
// What happened to a cell or target that another desk has changed meanwhile, in one sentence: who, when, which figure.
#ifndef CLI_CONFLICT_H
#define CLI_CONFLICT_H

#include "cli/context.h"

// After ERR_CONFLICT of intake_save about WANTED: leaves the full sentence in err_message() and returns ERR_CONFLICT.
enum err conflict_explain(const struct context *context, const struct entry *wanted);
enum err conflict_explain_target(const struct context *context, const struct plan_target *wanted);

#endif
