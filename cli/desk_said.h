// SPDX-License-Identifier: MIT
// What people say of figures, written within an op that is open: explanations, and what a reviewer says of cells.
#ifndef CLI_DESK_SAID_H
#define CLI_DESK_SAID_H

#include "cli/context.h"
#include "core/check.h"

// "" takes one away. What says the same already is left alone, and so keeps who said it.
must_check enum err desk_said_put(struct context *context, const struct explanation *of, int len);
// What is kept of the report's cells until its return: with RETURNED its owner is told, as far as it still stands about the
// figures; else it is done with. *TOLD how many cells.
must_check enum err desk_said_tell(struct context *context, const struct report_key *key, bool returned, int *told);

#endif
