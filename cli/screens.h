// SPDX-License-Identifier: MIT
// The full-screen program on one file: opening it, with ways out where that fails, then the screens.
#ifndef CLI_SCREENS_H
#define CLI_SCREENS_H

#include "cli/context.h"

must_check enum err screens_run(struct context *context);

#endif
