// SPDX-License-Identifier: MIT
// Stages, their texts and nodes of the demonstration, written in one op.
#ifndef CLI_DEMO_STAGES_H
#define CLI_DEMO_STAGES_H

#include "cli/context.h"

// What is said of the stages at PERIOD; nothing where the rule has none there.
must_check enum err demo_stages_put(const struct context *context, struct store *store, const struct plan *plan, const char *why,
	int period);

#endif
