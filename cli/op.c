// SPDX-License-Identifier: MIT
// See op.h.
#include "cli/op.h"

#include <string.h>
#include <time.h>

#include "core/text.h"

// Nothing in the demonstration is random: its actions are numbered.
static void number_op(struct ledger_op *op)
{
	static uint32_t last;
	char number[sizeof op->uid + 1];
	text_format(number, sizeof number, "demo%012lu", (unsigned long)++last);
	memcpy(op->uid, number, sizeof op->uid);
}

struct ledger_op op_make(const struct context *context, const char *action, const char *why)
{
	struct ledger_op op = {.who = context->who, .org = context->org, .action = action, .why = why};
	op.now = context->fixed_now != 0 ? context->fixed_now : (int64_t)time(NULL);
	if (context->fixed_now != 0)
		number_op(&op);
	else
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
	if (context->plan != NULL)
		err = ledger_plan_stands(store, context->plan);
	if (err == ERR_OK)
		err = ledger_put_plan(store, plan);
	if (err == ERR_OK)
		err = ledger_commit(store, &seq);
	if (err != ERR_OK)
		ledger_rollback(store);
	return err;
}
