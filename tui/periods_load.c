// SPDX-License-Identifier: MIT
// What the choice of a period reads (periods.h): the states of the periods in sight, all of the focused one.
#include "tui/periods.h"

#include <stdlib.h>

#include "core/i18n.h"
#include "core/period.h"
#include "tui/choose.h"
#include "tui/stamp.h"

bool periods_is_open(const struct periods *s, int period)
{
	return period_last_day(period) < s->app->today;
}

// Newest first, each year under its heading; the period shown now is there even outside the plan's years.
enum err periods_collect(struct periods *s)
{
	int first, last, step = plan_shortest_months(s->app->plan);
	choose_years(s->app, &first, &last);
	s->rows = calloc((size_t)(last - first + 1) * 13, sizeof *s->rows);
	if (s->rows == NULL)
		return err_set(ERR_MEMORY, "%s", _("no memory"));
	for (int year = last; year >= first; year--) {
		s->rows[s->rows_len++] = (struct periods_row){.year = year};
		for (int month = 12; month > 0; month -= step)
			s->rows[s->rows_len++] = (struct periods_row){.period = period_make(year, month), .year = year};
	}
	return ERR_OK;
}

static enum err see_row(struct periods *s, struct periods_row *row)
{
	const struct report_ask ask = {row->period, s->app->today, stamp_day};
	struct report_list list = {0};
	if (row->read || row->period == 0)
		return ERR_OK;
	enum err err = report_list_states(&list, s->app->store, s->app->plan, &ask);
	row->tally = report_list_tally(&list);
	row->due = report_list_due(&list, s->app->today);
	row->read = err == ERR_OK;
	report_list_done(&list);
	return err;
}

static enum err see_focused(struct periods *s)
{
	int row = find_row(&s->find, s->list.focus), period = row == PLAN_NONE ? 0 : s->rows[row].period;
	const struct report_ask ask = {period, s->app->today, stamp_day};
	if (period == s->focused_period)
		return ERR_OK;
	report_list_done(&s->focused);
	s->focused_period = period;
	return period == 0 || !periods_is_open(s, period) ? ERR_OK : report_list_load(&s->focused, s->app->store, s->app->plan, &ask);
}

enum err periods_see(struct periods *s)
{
	enum err err = see_focused(s);
	for (int i = s->list.top; err == ERR_OK && i < s->list.len && i < s->list.top + s->list.height; i++)
		err = see_row(s, &s->rows[find_row(&s->find, i)]);
	return err;
}

void periods_forget(struct periods *s)
{
	s->focused_period = 0;
	for (int i = 0; i < s->rows_len; i++)
		s->rows[i].read = false;
}

void periods_done(struct periods *s)
{
	report_list_done(&s->focused);
	find_done(&s->find);
	free(s->rows);
}
