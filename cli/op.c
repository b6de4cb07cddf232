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

enum err op_write_plan(const struct context *context, struct store *store, const struct plan *plan, const char *action)
{
	struct ledger_op op = op_make(context, action, "");
	int64_t seq = 0;
	enum err err = ledger_begin(store, &op);
	if (err != ERR_OK)
		return err;
	err = ledger_put_plan(store, plan);
	if (err == ERR_OK)
		err = ledger_commit(store, &seq);
	if (err != ERR_OK)
		ledger_rollback(store);
	return err;
}
