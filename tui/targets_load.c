// SPDX-License-Identifier: MIT
// What stands in the table of S9 (targets.h): the plan's targets by unit and year, what the path makes of the years between.
#include "tui/targets.h"

#include <stdlib.h>

#include "core/i18n.h"
#include "core/period.h"
#include "core/target_words.h"

#define OTHER_ROWS 11                  // definition, headings, sums and what is beneath

int targets_height(const struct targets *t)
{
	int room = t->app->rows - OTHER_ROWS;
	return t->len < room ? t->len : room;
}

int targets_unit(const struct targets *t)
{
	return targets_row(t) != PLAN_NONE ? t->units[targets_row(t)] : PLAN_NONE;
}

int targets_row(const struct targets *t)
{
	return find_row(&t->find, t->list.focus);
}

// ------------------------------------------------------------ finding

static int row_total(const void *state)
{
	return ((const struct targets *)state)->len;
}

static enum match match_unit(const void *state, int row, const char *wanted)
{
	const struct targets *t = state;
	const struct plan_unit *unit = &t->app->plan->units[t->units[row]];
	const char *const words[] = {unit->name, unit->short_name, NULL};
	return match_row(wanted, row + 1, unit->code, words);
}

static unsigned unit_found(void *state, int row)
{
	struct targets *t = state;
	(void)row;
	list_resize(&t->list, find_len(&t->find), targets_height(t));
	return SCREEN_HANDLED | SCREEN_REDRAW;
}

static const struct find_ops find_ops = {row_total, match_unit, NULL, unit_found};

// ------------------------------------------------------------ what stands

static const struct plan_target *keyed_baseline(const struct targets *t, int unit)
{
	int first, end;
	plan_targets_of(t->app->plan, t->indicator, unit, &first, &end);
	return first < end && t->app->plan->targets[first].kind == PLAN_BASELINE ? &t->app->plan->targets[first] : NULL;
}

struct plan_target targets_at(const struct targets *t, int row, int col)
{
	static char none[] = "";
	const struct plan *plan = t->app->plan;
	int unit = t->units[row], year = t->first_year + col;
	enum plan_target_kind kind = col == 0 ? PLAN_BASELINE : col == t->cols - 1 ? PLAN_TARGET : PLAN_ANNUAL;
	const struct plan_target *found = col == 0 ? keyed_baseline(t, unit) : plan_target_at(plan, t->indicator, unit, PLAN_TARGET, year);
	if (found == NULL && kind == PLAN_ANNUAL)
		found = plan_target_at(plan, t->indicator, unit, PLAN_ANNUAL, year);
	if (found != NULL)
		return *found;
	return (struct plan_target){.indicator = t->indicator, .unit = unit, .kind = kind, .year = year, .text = none, .doc = none};
}

struct maybe targets_derived(const struct targets *t, int row, int col)
{
	const struct standing *s = survey_at(t->survey, t->units[row]);
	struct maybe v = {.has = false};
	if (col == 0 || !s->baseline.has)
		return col == 0 ? s->baseline : v;
	if (target_path(t->app->plan, t->indicator, t->units[row], s->base_year, s->baseline, t->first_year + col, &v) != ERR_OK)
		v.has = false;
	return v;
}

// The document of the row's target of the end, else of its baseline.
const char *targets_document(const struct targets *t, int row)
{
	struct plan_target last = targets_at(t, row, t->cols - 1), first = targets_at(t, row, 0);
	const char *doc = last.doc[0] != '\0' ? last.doc : first.doc;
	return doc[0] != '\0' || last.form == PLAN_FORM_NONE ? doc : _("the plan");
}

void targets_drop_trial(struct targets *t)
{
	survey_free(t->trial);
	t->trial = NULL;
	free(t->trial_plan.targets);
	t->trial_plan.targets = NULL;
}

// Units of the plan's years that are asked for what it counts, and those above such units.
static bool listed(const struct targets *t, int unit)
{
	const struct plan *plan = t->app->plan;
	const struct plan_unit *u = &plan->units[unit];
	int children;
	plan_unit_children(plan, unit, &children);
	bool within = u->from <= period_make(t->first_year + t->cols - 1, 12) && u->to >= period_make(t->first_year, 12);
	return within && !u->compare && unit != plan->root &&
		(children > 0 || plan_element_applies(plan, plan->indicators[t->indicator].x, unit));
}

// Where values are tried out, what they would make of it stands beside; what is keyed in rests on what is stored.
static enum err load_would(struct targets *t)
{
	struct survey_query query = app_query_keyed(t->app);
	query.suppose = app_query(t->app).suppose;
	survey_free(t->would);
	t->would = NULL;
	return query.suppose == NULL ? ERR_OK : survey_indicator(t->app->store, t->app->plan, &query, t->indicator, &t->would);
}

enum err targets_load(struct targets *t)
{
	const struct survey_query query = app_query_keyed(t->app);
	struct survey *fresh = NULL;
	enum err err = survey_indicator(t->app->store, t->app->plan, &query, t->indicator, &fresh);
	if (err != ERR_OK)
		return err;
	survey_free(t->survey);
	t->survey = fresh;
	err = load_would(t);
	if (err != ERR_OK)
		return err;
	t->len = 0;
	for (int unit = 0; unit < t->app->plan->units_len; unit++)
		if (listed(t, unit))
			t->units[t->len++] = unit;
	t->units[t->len++] = t->app->plan->root;
	find_again(&t->find);
	list_resize(&t->list, find_len(&t->find), targets_height(t));
	return ERR_OK;
}

enum err targets_open(struct targets *t, struct app *app, int indicator, int unit)
{
	const struct plan *plan = app->plan;
	t->app = app;
	t->find = (struct find){.ops = &find_ops, .app = app, .state = t, .list = &t->list};
	t->indicator = indicator;
	t->first_year = plan->base_year;
	t->cols = target_last_year(plan, indicator, plan->root) - plan->base_year + 1;
	t->cols = t->cols > 1 ? t->cols : 2;
	t->units = calloc((size_t)plan->units_len + 1, sizeof *t->units);
	if (t->units == NULL)
		return err_set(ERR_MEMORY, "%s", _("no memory"));
	enum err err = targets_load(t);
	// The city's own row is never where typing begins: what is typed for the first county would stand there.
	for (int i = 0; i < t->len && err == ERR_OK; i++)
		if (t->units[i] == unit && unit != plan->root)
			list_go(&t->list, i);
	return err;
}

void targets_close(struct targets *t)
{
	targets_drop_trial(t);
	find_done(&t->find);
	survey_free(t->would);
	survey_free(t->survey);
	free(t->units);
}
