// SPDX-License-Identifier: MIT
// What the screen of changes reads (changes.h). The log is read from its end, under the names of then, and only as far as the
// lines wanted need it.
#include "tui/changes.h"

#include <stdlib.h>
#include <string.h>

#include "core/change.h"
#include "core/i18n.h"
#include "core/period.h"
#include "core/phrase.h"
#include "core/plan_past.h"
#include "core/survey.h"
#include "core/text.h"
#include "tui/stamp.h"

#define LOG_LINES 500                // shown at once
#define LOG_SEEN 200000              // looked at for them

bool changes_of_cell(const struct changes *c)
{
	return c->cell.element != PLAN_NONE;
}

// ------------------------------------------------------------ the log

struct log {
	struct changes *c;
	struct plan *past;           // the plan as of the line at hand
	int seen;
};

static bool wanted(const struct changes_filter *filter, const struct life_line *line)
{
	return (filter->unit == PLAN_NONE || filter->unit == line->unit) &&
		(filter->element == PLAN_NONE || filter->element == line->element) &&
		(filter->day == 0 || filter->day == stamp_day(line->at)) &&
		(filter->name[0] == '\0' || strstr(line->name, filter->name) != NULL);
}

// A line that the filter leaves out for its op alone needs no reading.
static bool passes_op(const struct changes_filter *filter, const struct store_op *op)
{
	return (filter->day == 0 || filter->day == stamp_day(op->at)) &&
		(filter->name[0] == '\0' || strstr(op->who, filter->name) != NULL);
}

static enum err take_line(const struct store_op *op, const struct store_change *change, void *ctx)
{
	struct log *log = ctx;
	struct changes *c = log->c;
	bool told = false;
	if (log->seen++ >= LOG_SEEN || c->life.len >= LOG_LINES) {
		c->cut = true;
		return ERR_FINDINGS;     // enough: ends the walk
	}
	if (change->what == CHANGE_PLAN)
		return plan_past_pass(log->past, c->app->store, change);
	if (!passes_op(&c->filter, op) || life_line_is_part(op, change))
		return ERR_OK;
	struct life_line *line = &c->life.lines[c->life.len];
	enum err err = life_line_of(c->app->store, log->past, op, change, line, &told);
	c->life.len += err == ERR_OK && told && wanted(&c->filter, line);
	return err;
}

static enum err read_log(struct changes *c)
{
	struct log log = {c, NULL, 0};
	life_done(&c->life);
	c->cut = false;
	c->life.lines = calloc(LOG_LINES, sizeof *c->life.lines);
	if (c->life.lines == NULL)
		return err_set(ERR_MEMORY, "%s", _("no memory"));
	enum err err = store_read_plan(c->app->store, &log.past);
	if (err == ERR_OK)
		err = store_each_change(c->app->store, 0, take_line, &log);
	plan_free(log.past);
	return err == ERR_FINDINGS ? ERR_OK : err;
}

// ------------------------------------------------------------ a cell

static enum err get(const struct changes *c, int period, struct entry *out)
{
	enum err err = store_get_entry(c->app->store, c->app->plan, c->cell.element, c->cell.unit, period, out);
	out->note = out->doc = "";
	return err;
}

// The years up to the cell's, each with its last periods of the frequency.
static enum err read_past(struct changes *c)
{
	struct changes_past *past = &c->past;
	int last = period_year(c->cell.period), base = c->app->plan->base_year;
	enum err err = ERR_OK;
	past->months = c->app->plan->elements[c->cell.element].months;
	past->cols = 12 / past->months < CHANGES_COLS ? 12 / past->months : CHANGES_COLS;
	past->years = last - base + 1 < CHANGES_YEARS ? last - base + 1 : CHANGES_YEARS;
	past->years = past->years < 1 ? 1 : past->years;
	past->first_year = last - past->years + 1;
	for (int row = 0; row < past->years; row++)
		for (int col = 0; col < past->cols && err == ERR_OK; col++)
			err = get(c, period_make(past->first_year + row, 12 - (past->cols - 1 - col) * past->months), &past->at[row][col]);
	return err;
}

static void add_use(struct changes *c, const struct standing *s)
{
	const struct plan *plan = c->app->plan;
	char value[PHRASE_TEXT], status[PHRASE_TEXT];
	phrase_write(plan, s, PHRASE_VALUE_TARGET, value, sizeof value);
	phrase_write(plan, s, PHRASE_STATUS, status, sizeof status);
	text_join(c->used, sizeof c->used, "  ", "%s %s %s %s",
		plan->indicators[s->indicator].short_name, plan->units[s->unit].short_name, value, status);
}

static enum err read_uses_of(struct changes *c, int unit)
{
	const struct plan *plan = c->app->plan;
	const struct survey_query query = {.period = c->cell.period, .today = c->app->today};
	struct survey *survey;
	enum err err = survey_unit(c->app->store, plan, &query, unit, &survey);
	if (err != ERR_OK)
		return err;
	for (int i = 0; i < plan->indicators_len; i++) {
		const struct plan_indicator *indicator = &plan->indicators[i];
		if (indicator->x == c->cell.element || indicator->y == c->cell.element || indicator->published == c->cell.element)
			add_use(c, survey_at(survey, i));
	}
	survey_free(survey);
	return ERR_OK;
}

static enum err read_uses(struct changes *c)
{
	c->used[0] = '\0';
	enum err err = read_uses_of(c, c->cell.unit);
	return err == ERR_OK && c->cell.unit != c->app->plan->root ? read_uses_of(c, c->app->plan->root) : err;
}

static enum err read_cell(struct changes *c)
{
	struct life life;
	c->report = (struct report){.key = report_of_cell(c->app->plan, c->cell.element, c->cell.unit, c->cell.period)};
	enum err err = store_get_report(c->app->store, c->app->plan, &c->report);
	c->report.sentence = "";
	if (err == ERR_OK)
		err = get(c, c->cell.period, &c->now);
	if (err == ERR_OK)
		err = read_past(c);
	if (err == ERR_OK)
		err = read_uses(c);
	if (err != ERR_OK)
		return err;
	err = life_load(c->app->store, c->app->plan, c->cell.element, c->cell.unit, c->cell.period, &life);
	if (err != ERR_OK)
		return err;
	life_done(&c->life);
	c->life = life;
	return ERR_OK;
}

enum err changes_read(struct changes *c)
{
	return changes_of_cell(c) ? read_cell(c) : read_log(c);
}
