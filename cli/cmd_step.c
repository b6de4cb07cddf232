// SPDX-License-Identifier: MIT
// duibiao submit, withdraw, return, accept, lock, unlock, extend: one step of one report, as the desk takes it.
#include "cli/commands.h"
#include "cli/desk_report.h"
#include "cli/owner.h"
#include "core/i18n.h"
#include "core/period.h"

// The day to which a report is put off; the other steps have none.
static enum err read_day(const struct context *context, enum report_step step, int *out)
{
	const char *day = context->option[OPTION_DAY];
	if (step != REPORT_EXTEND)
		return ERR_OK;
	enum err err = day != NULL ? period_parse_day(day, context->today, out) : ERR_OK;
	return err == ERR_OK && *out == 0 ? err_set(ERR_USAGE, _("until which day? Name it with --day")) : err;
}

static enum err take_step(struct context *context, enum report_step step)
{
	const char *why = context->option[OPTION_WHY];
	struct report_key key;
	struct desk_step ask = {.step = (int)step, .reports = &key, .reports_len = 1, .why = why != NULL ? why : ""};
	struct desk_answer answer;
	char period[PERIOD_TEXT];
	enum err err = context_open(context, DB_WRITE);
	if (err == ERR_OK)
		err = owner_report(context, &key);
	if (err == ERR_OK)
		err = read_day(context, step, &ask.due);
	if (err == ERR_OK)
		err = desk_report_step(context, &ask, &answer);
	if (err != ERR_OK)
		return err;
	if (!answer.done)
		return err_set(ERR_REFUSED, "%s", answer.text);
	period_format(key.period, PERIOD_REPORT, period);
	fprintf(context->out, "%s %s\n", period, answer.text);
	return ERR_OK;
}

#define STEP(token, step) \
	enum err cmd_##token(struct context *context, int argc, char **argv) \
	{ \
		(void)argc; \
		(void)argv; \
		return take_step(context, REPORT_##step); \
	}
STEP(submit, SUBMIT)
STEP(withdraw, WITHDRAW)
STEP(return, RETURN)
STEP(accept, ACCEPT)
STEP(lock, LOCK)
STEP(unlock, UNLOCK)
STEP(extend, EXTEND)
