// SPDX-License-Identifier: MIT
// Who, when and which action, for an op of the ledger. Apart from context.h, which the read-only program shares.
#ifndef CLI_OP_H
#define CLI_OP_H

#include "cli/context.h"
#include "core/ledger.h"

// ACTION of core/action.def or a command's name; WHY "" when none. Texts borrowed. Makes a new operation id.
struct ledger_op op_make(const struct context *context, const char *action, const char *why);
// From now on ops are signed as the operator of this account in the file CONTEXT has open, when he has said who he is.
must_check enum err op_know_operator(struct context *context);
// PLAN in the place of the one that STORE has, as one op.
must_check enum err op_write_plan(const struct context *context, struct store *store, const struct plan *plan, const char *action);

#endif
