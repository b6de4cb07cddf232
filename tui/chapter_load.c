// SPDX-License-Identifier: MIT
// What the screens of standings (chapter.h) read, and how their rows are collected and found: the only way in which they differ
// but for what Enter opens.
#include <stdlib.h>

#include "core/behind.h"
#include "core/i18n.h"
#include "core/text.h"
#include "tui/chapter.h"

#define EXPLAIN_ROWS 7           // what the explanation is left at 80x24

static struct survey_query query_of(const struct chapter_screen *r)
{
	int now = r->app->today / 100;
	bool today = r->outline == SCR_CHAPTER_OVERDUE && !r->by_unit && now > r->app->period;
	struct survey_query query = app_query(r->app);
	query.period = today ? now : query.period;
	return query;
}

static bool passes(const struct chapter_screen *r, const struct standing *s)
{
	return !r->behind_only || behind_is(s->status);
}

static bool is_overdue(const struct chapter_screen *r, const struct plan_place *place)
{
	const struct standing *s = survey_at(r->survey, place->indicator);
	return place->same_as == PLAN_NONE && s->nodes_overdue > 0 && s->status != STANDING_MET;
}

static bool place_shown(const struct chapter_screen *r, const struct plan_place *place)
{
	if (r->outline == SCR_CHAPTER_OVERDUE)
		return is_overdue(r, place);
	if (r->outline == CHAPTER_ALL)
		return place->kind == PLAN_ROW_INDICATOR;
	return plan_chapter_of(r->app->plan, place->outline) == r->outline ||
	       (place->also != PLAN_NONE && plan_chapter_of(r->app->plan, place->also) == r->outline);
}

static void collect_places(struct chapter_screen *r)
{
	const struct plan *plan = r->app->plan;
	for (int i = 0; i < plan->places_len; i++) {
		const struct plan_place *place = &plan->places[i];
		const struct plan_indicator *indicator = &plan->indicators[place->indicator];
		const struct standing *s = survey_at(r->survey, place->indicator);
		bool numbered = place->kind == PLAN_ROW_INDICATOR;
		if (place_shown(r, place) && passes(r, s))
			r->rows[r->rows_len++] = (struct chapter_row){
				s, numbered ? indicator->short_name : place->words, numbered ? indicator->name : place->words, i};
	}
}

static void collect_units(struct chapter_screen *r)
{
	const struct plan *plan = r->app->plan;
	for (int i = 0; i < plan->units_len; i++) {
		const struct plan_unit *unit = &plan->units[i];
		const struct standing *s = survey_at(r->survey, i);
		if (!unit->compare && passes(r, s) && plan_unit_valid(plan, i, r->app->period))
			r->rows[r->rows_len++] = (struct chapter_row){s, text_cells(unit->name) > 14 ? unit->short_name : unit->name, unit->name, PLAN_NONE};
	}
}

const struct chapter_row *chapter_focused(const struct chapter_screen *r)
{
	int row = find_row(&r->find, r->list.focus);
	return row == PLAN_NONE ? NULL : &r->rows[row];
}

enum err chapter_load_focus(struct chapter_screen *r)
{
	struct survey_query query = query_of(r);
	const struct chapter_row *row = chapter_focused(r);
	return explain_load(&r->explain, r->app->store, r->app->plan, &query, row == NULL ? NULL : row->s,
		row == NULL ? PLAN_NONE : row->place);
}

static int list_height(const struct chapter_screen *r)
{
	int room = r->app->rows - CHAPTER_TOP - 2 - EXPLAIN_ROWS;
	if (room < 3)
		room = r->app->rows - CHAPTER_TOP - 2;
	return r->rows_len < room ? r->rows_len : room;
}

void chapter_fit(struct chapter_screen *r)
{
	list_resize(&r->list, find_len(&r->find), list_height(r));
}

enum err chapter_load(struct chapter_screen *r)
{
	const struct plan *plan = r->app->plan;
	struct survey_query query = query_of(r);
	struct survey *fresh = NULL;
	enum err err = r->by_unit ? survey_indicator(r->app->store, plan, &query, r->indicator, &fresh)
				  : survey_unit(r->app->store, plan, &query, r->app->unit, &fresh);
	if (err != ERR_OK)
		return err;
	survey_free(r->survey);
	r->survey = fresh;
	r->rows_len = 0;
	if (r->by_unit)
		collect_units(r);
	else
		collect_places(r);
	find_again(&r->find);
	chapter_fit(r);
	return chapter_load_focus(r);
}

// ------------------------------------------------------------ finding

static int row_total(const void *state)
{
	const struct chapter_screen *r = state;
	return r->rows_len;
}

static enum match find_match(const void *state, int row, const char *wanted)
{
	const struct chapter_screen *r = state;
	const struct plan *plan = r->app->plan;
	const struct chapter_row *at = &r->rows[row];
	const char *const words[] = {at->name, at->full_name, at->place == PLAN_NONE ? NULL : plan->places[at->place].words, NULL};
	return match_row(wanted, row + 1, at->place == PLAN_NONE ? plan->units[at->s->unit].code : plan->places[at->place].code, words);
}

static unsigned found(void *state, int row)
{
	struct chapter_screen *r = state;
	(void)row;
	chapter_fit(r);
	return screen_failed(r->app, chapter_load_focus(r));
}

static const struct find_ops find_ops = {row_total, find_match, NULL, found};

// ------------------------------------------------------------

enum err chapter_open(struct chapter_screen *r, struct app *app)
{
	int most = app->plan->places_len > app->plan->units_len ? app->plan->places_len : app->plan->units_len;
	r->app = app;
	r->find = (struct find){.ops = &find_ops, .app = app, .state = r, .list = &r->list};
	r->rows = calloc((size_t)most + 1, sizeof *r->rows);
	return r->rows == NULL ? err_set(ERR_MEMORY, "%s", _("no memory")) : chapter_load(r);
}

void chapter_done(struct chapter_screen *r)
{
	explain_done(&r->explain);
	find_done(&r->find);
	survey_free(r->survey);
	free(r->rows);
}
