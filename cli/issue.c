// SPDX-License-Identifier: MIT
// See issue.h.
#include "cli/issue.h"

#include "cli/desk_report.h"
#include "cli/op.h"
#include "core/i18n.h"
#include "core/text.h"

static enum err number_and_put(struct context *context, struct bulletin *bulletin)
{
	int day = context_day(context), year = day / 10000, no;
	enum err err = ledger_next_bulletin(context->store, year, &no);
	if (err == ERR_OK)
		err = bulletin_number(bulletin, year, no, day);
	return err == ERR_OK ? ledger_put_bulletin(context->store, context->plan, bulletin) : err;
}

enum err issue_bulletin(struct context *context, struct bulletin *bulletin)
{
	struct operator who;
	int64_t seq;
	char why[256];
	enum err err = desk_report_get_operator(context, &who);
	struct ledger_op op = op_make(context, "bulletin", "");
	if (err == ERR_OK && !bulletin_may(&who, why, sizeof why))
		err = err_set(ERR_REFUSED, "%s", why);
	if (err == ERR_OK)
		err = ledger_begin(context->store, &op);
	if (err != ERR_OK)
		return err;
	err = number_and_put(context, bulletin);
	if (err == ERR_OK)
		return ledger_commit(context->store, &seq);
	ledger_rollback(context->store);
	return err;
}

enum err issue_answer(struct context *context, struct bulletin *bulletin, struct desk_answer *out)
{
	char number[64];
	enum err err = issue_bulletin(context, bulletin);
	*out = (struct desk_answer){.done = err == ERR_OK};
	if (err == ERR_OK)
		text_format(out->text, sizeof out->text, _("Issued as %s."),
			bulletin_number_words(bulletin->year, bulletin->no, number, sizeof number));
	else if (err == ERR_REFUSED || err == ERR_CONFLICT)
		text_format(out->text, sizeof out->text, "%s", err_message());
	return out->text[0] != '\0' ? ERR_OK : err;
}

struct search { const struct context *context; int year, no; struct bulletin *out; };

static enum err take(const struct bulletin *bulletin, const char *body, void *ctx)
{
	const struct search *search = ctx;
	if (bulletin->no != search->no || (search->year != 0 && bulletin->year != search->year))
		return ERR_OK;
	bulletin_done(search->out);
	*search->out = *bulletin;
	return bulletin_take_body(search->out, search->context->plan, body);
}

enum err issue_find(const struct context *context, int year, int no, struct bulletin *out)
{
	struct search search = {context, year, no, out};
	enum err err = store_each_bulletin(context->store, take, &search);
	if (err == ERR_OK && out->id == 0)
		err = err_set(ERR_INPUT, _("there is no issued bulletin No. %d; bulletin --list tells which there are"), no);
	return err;
}
