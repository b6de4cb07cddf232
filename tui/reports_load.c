// SPDX-License-Identifier: MIT
// What the screen of reminders reads (reports.h). The year is read as a whole, a report's history and what it lacks only of the
// owner under the cursor.
#include "tui/reports.h"

#include <stdlib.h>
#include <string.h>

#include "core/i18n.h"
#include "core/op_words.h"
#include "core/period.h"
#include "core/text.h"
#include "tui/stamp.h"

const struct report_key *reports_focused(const struct reports *r)
{
	return r->list.focus < r->list.len ? &r->rows[r->list.focus] : NULL;
}

const struct report_line *reports_line(const struct reports *r, int row)
{
	return report_year_line(&r->year, r->app->period, &r->rows[row]);
}

// ------------------------------------------------------------ rows

static bool is_asked(const struct reports *r, struct report_key key)
{
	for (int i = 0; i < r->year.len; i++) {
		key.period = r->year.periods[i].period;
		if (report_asked(r->app->plan, &key))
			return true;
	}
	return false;
}

static bool passes(const struct reports *r, const struct report_key *key, const struct report_line *line)
{
	struct report_faults faults;
	switch (r->filter) {
	case REPORTS_WAITING: return line != NULL && line->waits;
	case REPORTS_IN_REVIEW: return line != NULL && line->report.state == REPORT_SUBMITTED;
	case REPORTS_FAULTY:
		faults = report_year_faults(&r->year, key);
		return faults.late + faults.missed > 0;
	default: return true;
	}
}

static void take_row(struct reports *r, int dept, int unit)
{
	const struct report_key key = {r->app->period, dept, unit};
	if (!is_asked(r, key))
		return;
	const struct report_line *line = report_year_line(&r->year, r->app->period, &key);
	r->owners++;
	r->waiting += line != NULL && line->waits;
	if (passes(r, &key, line))
		r->rows[r->list.len++] = key;
}

static enum err collect(struct reports *r)
{
	const struct plan *plan = r->app->plan;
	struct report_key at = reports_focused(r) != NULL ? *reports_focused(r) : (struct report_key){0, 0, PLAN_NONE};
	free(r->rows);
	r->rows = calloc((size_t)(plan->units_len + plan->depts_len) + 1, sizeof *r->rows);
	r->list.len = r->waiting = r->owners = 0;
	if (r->rows == NULL)
		return err_set(ERR_MEMORY, "%s", _("no memory"));
	for (int unit = 0; unit < plan->units_len; unit++)
		take_row(r, 0, unit);
	for (int dept = 1; dept < plan->depts_len; dept++)
		take_row(r, dept, plan->root);
	for (int i = 0; i < r->list.len; i++)
		if (r->rows[i].dept == at.dept && r->rows[i].unit == at.unit)
			r->list.focus = i;
	return ERR_OK;
}

// ------------------------------------------------------------ the focused one

static enum err take_step(const struct store_op *op, const struct store_change *change, void *ctx)
{
	struct reports *r = ctx;
	char when[32];
	const char *act = op_done(op->action);
	(void)change;
	if (r->steps_len == REPORTS_STEPS)
		return ERR_FINDINGS;     // enough: ends the walk
	text_format(r->steps[r->steps_len++], sizeof r->steps[0], "%s  %s  %s  %s", stamp_words(op->at, when, sizeof when), op->who,
		act != NULL ? _(act) : _("opened again"), op->why);
	return ERR_OK;
}

enum err reports_read_focused(struct reports *r)
{
	const struct report_line *line = reports_focused(r) != NULL ? reports_line(r, r->list.focus) : NULL;
	r->steps_len = 0;
	r->lacks = (struct remind){.lacks = 0};
	if (line == NULL)
		return ERR_OK;
	enum err err = remind_lacks(r->app->store, r->app->plan, line, r->app->today, &r->lacks);
	if (err == ERR_OK)
		err = store_cell_life(r->app->store, line->report.change, take_step, r);
	return err == ERR_FINDINGS ? ERR_OK : err;
}

// ------------------------------------------------------------

enum err reports_read(struct reports *r)
{
	const struct report_ask ask = {r->app->period, r->app->today, stamp_day};
	report_year_done(&r->year);
	enum err err = report_year_load(&r->year, r->app->store, r->app->plan, period_year(r->app->period), &ask);
	if (err == ERR_OK)
		err = collect(r);
	return err == ERR_OK ? reports_read_focused(r) : err;
}

void reports_done(struct reports *r)
{
	report_year_done(&r->year);
	free(r->rows);
}
