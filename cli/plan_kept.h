// SPDX-License-Identifier: MIT
// What applying a plan leaves standing: entries of what the new plan no longer names or puts elsewhere, and what desks keyed in.
#ifndef CLI_PLAN_KEPT_H
#define CLI_PLAN_KEPT_H

#include "cli/context.h"

// Said after the difference, a line each, none when there is nothing to say. ERR_INPUT when PLAN is for other years than all
// entries of the file.
must_check enum err plan_kept_say(const struct context *context, const struct plan *plan);

#endif
