// SPDX-License-Identifier: MIT
// See op.h.
#include "cli/op.h"

#include <time.h>

struct ledger_op op_make(const struct context *context, const char *action, const char *why)
{
	struct ledger_op op = {.now = time(NULL), .who = context->who, .org = context->org, .action = action, .why = why};
	context_random(op.uid, sizeof op.uid);
	return op;
}
