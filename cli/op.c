// SPDX-License-Identifier: MIT
// See op.h.
#include "cli/op.h"

#include <string.h>
#include <time.h>

#include "core/report.h"
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
	struct ledger_op op = {.org = context->org, .action = action, .why = why};
	op.who = context->name[0] != '\0' ? context->name : context->who;
	op.now = context->fixed_now != 0 ? context->fixed_now : (int64_t)time(NULL);
	if (context->fixed_now != 0)
		number_op(&op);
	else
		context_random(op.uid, sizeof op.uid);
	return op;
}

enum err op_know_operator(struct context *context)
{
	const struct plan *plan = context->plan;
	struct operator who = {.account = context->who};
	enum err err = store_get_operator(context->store, plan, &who);
	context->name[0] = context->org[0] = '\0';
	if (err != ERR_OK || who.change == 0)
		return err;
	text_format(context->name, sizeof context->name, "%s", who.name);
	text_format(context->org, sizeof context->org, "%s", who.dept == 0 ? plan->units[who.unit].code : plan->depts[who.dept].code);
	return ERR_OK;
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
