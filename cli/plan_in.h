// SPDX-License-Identifier: MIT
// A plan file for a command: read, and its mistakes said line by line.
#ifndef CLI_PLAN_IN_H
#define CLI_PLAN_IN_H

#include <stddef.h>

#include "core/err.h"
#include "core/plan.h"

#define PLAN_IN_BYTES ((size_t)8 << 20)      // of a file; the scan's own limit is lower and says its sentence
// *OUT owned. ERR_INPUT: every mistake is on stderr, the closing sentence in err_message().
must_check enum err plan_in_bytes(const char *name, const char *bytes, size_t len, struct plan **out);
must_check enum err plan_in_file(const char *path, struct plan **out);

#endif
