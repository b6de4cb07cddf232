// SPDX-License-Identifier: MIT
// What happened to a cell, a target or a task that another desk has changed meanwhile, in one sentence: who, when, to what.
#ifndef CLI_CONFLICT_H
#define CLI_CONFLICT_H

#include "cli/context.h"

// After ERR_CONFLICT of intake_save about WANTED: leaves the full sentence in err_message() and returns ERR_CONFLICT.
enum err conflict_explain(const struct context *context, const struct entry *wanted);
enum err conflict_explain_target(const struct context *context, const struct plan_target *wanted);
// The same of intake_stage_save and intake_node_save.
enum err conflict_explain_stage(const struct context *context, const struct stage *wanted);
enum err conflict_explain_node(const struct context *context, const struct node *wanted);

#endif
