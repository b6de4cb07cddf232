// SPDX-License-Identifier: MIT
// The program as numbered questions on one file (--plain).
#ifndef CLI_PLAIN_H
#define CLI_PLAIN_H

#include "cli/context.h"

must_check enum err plain_open(struct context *context);

#endif
