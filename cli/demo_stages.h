// SPDX-License-Identifier: MIT
// Stages, their texts and nodes of the demonstration, written in one op.
#ifndef CLI_DEMO_STAGES_H
#define CLI_DEMO_STAGES_H

#include "cli/context.h"

must_check enum err demo_stages_put(const struct context *context, struct store *store, const struct plan *plan, const char *why);

#endif
