// SPDX-License-Identifier: MIT
// What has been changed, the newest first, under the names of then; of the unit that is looked at, where it is not the whole.
#include "core/change.h"
#include "core/i18n.h"
#include "core/life.h"
#include "core/period.h"
#include "core/plan_past.h"
#include "core/text.h"
#include "plain/part.h"

#define LINES 100                    // read at once
#define SEEN 200000                  // looked at for them

struct log {
	struct plain *p;
	struct plan *past;           // the plan as of the line at hand
	int seen, said;
};

static void say_place(const struct log *log, const struct life_line *line)
{
	char period[PERIOD_TEXT] = "";
	if (line->period != 0)
		period_format(line->period, PERIOD_REPORT, period);
	if (line->unit != PLAN_NONE)
		plain_say(log->p, "%s %s %s", log->past->units[line->unit].name,
			line->element != PLAN_NONE ? log->past->elements[line->element].name : "", period);
	plain_say_life_line(log->p, line);
}

static enum err take_line(const struct store_op *op, const struct store_change *change, void *ctx)
{
	struct log *log = ctx;
	struct plain *p = log->p;
	struct life_line line;
	bool told = false;
	if (log->seen++ >= SEEN || log->said >= LINES || p->over)
		return ERR_FINDINGS;     // enough: ends the walk
	if (change->what == CHANGE_PLAN)
		return plan_past_pass(log->past, p->store, change);
	if (life_line_is_part(op, change))
		return ERR_OK;
	enum err err = life_line_of(p->store, log->past, op, change, &line, &told);
	if (err != ERR_OK || !told || (p->unit != p->plan->root && line.unit != p->unit))
		return err;
	log->said++;
	say_place(log, &line);
	return ERR_OK;
}

void plain_changes(struct plain *p, void *at)
{
	struct log log = {p, NULL, 0, 0};
	(void)at;
	enum err err = store_read_plan(p->store, &log.past);
	if (err == ERR_OK)
		err = store_each_change(p->store, 0, take_line, &log);
	plan_free(log.past);
	if (err != ERR_FINDINGS)
		plain_failed(p, err);
	if (log.said == 0)
		plain_say(p, "%s", _("Nothing has been changed yet."));
}
