// SPDX-License-Identifier: MIT
// The overview as text: what duibiao prints without a terminal.
#ifndef CLI_OVERVIEW_H
#define CLI_OVERVIEW_H

#include "cli/context.h"

// CONTEXT is open.
must_check enum err overview_print(struct context *context);

#endif
