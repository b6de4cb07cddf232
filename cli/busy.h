// SPDX-License-Identifier: MIT
// Why a save did not go through though it was waited for: who keeps the file.
#ifndef CLI_BUSY_H
#define CLI_BUSY_H

#include "cli/context.h"

// Leaves its sentence and returns ERR_BUSY.
enum err busy_explain(const struct context *context);

#endif
