// SPDX-License-Identifier: MIT
// See scr_chapter.h. Two screens of one shape: a list of standings above, the focused one explained beneath. They differ in
// what the rows are, so they share all but how rows are collected and what Enter opens.
#include "tui/scr_chapter.h"

#include <stdlib.h>
#include <string.h>

#include "core/behind.h"
#include "core/i18n.h"
#include "core/text.h"
#include "tui/find.h"
#include "tui/list.h"
#include "tui/menu.h"
#include "tui/part_explain.h"
#include "tui/part_rows.h"
#include "tui/part_words.h"
#include "tui/prompt.h"
#include "tui/scr_definition.h"
#include "tui/scr_entry.h"
#include "tui/scr_plan.h"
#include "tui/scr_rank.h"
#include "tui/scr_review.h"
#include "tui/scr_stage.h"
#include "tui/scr_trend.h"

#define LIST_TOP 2
#define EXPLAIN_ROWS 7           // what the explanation is left at 80x24
#define ALL_INDICATORS PLAN_NONE

struct row {
	const struct standing *s;
	const char *name, *full_name;
	int place;               // PLAN_NONE where rows are units
};
struct rows_screen {
	struct app *app;
	struct list list;
	struct find find;
	struct row *rows;
	int rows_len;
	struct survey *survey;
	struct explain explain;
	bool by_unit, behind_only;
	int outline;             // chapter shown, or ALL_INDICATORS
	int indicator;           // of by_unit
};

static struct survey_query query_of(const struct rows_screen *r)
{
	int now = r->app->today / 100;
	bool today = r->outline == SCR_CHAPTER_OVERDUE && !r->by_unit && now > r->app->period;
	struct survey_query query = app_query(r->app);
	query.period = today ? now : query.period;
	return query;
}

// ------------------------------------------------------------ rows

static bool passes(const struct rows_screen *r, const struct standing *s)
{
	return !r->behind_only || behind_is(s->status);
}

static bool is_overdue(const struct rows_screen *r, const struct plan_place *place)
{
	const struct standing *s = survey_at(r->survey, place->indicator);
	return place->same_as == PLAN_NONE && s->nodes_overdue > 0 && s->status != STANDING_MET;
}

static bool place_shown(const struct rows_screen *r, const struct plan_place *place)
{
	if (r->outline == SCR_CHAPTER_OVERDUE)
		return is_overdue(r, place);
	if (r->outline == ALL_INDICATORS)
		return place->kind == PLAN_ROW_INDICATOR;
	return plan_chapter_of(r->app->plan, place->outline) == r->outline ||
	       (place->also != PLAN_NONE && plan_chapter_of(r->app->plan, place->also) == r->outline);
}

static void collect_places(struct rows_screen *r)
{
	const struct plan *plan = r->app->plan;
	for (int i = 0; i < plan->places_len; i++) {
		const struct plan_place *place = &plan->places[i];
		const struct plan_indicator *indicator = &plan->indicators[place->indicator];
		const struct standing *s = survey_at(r->survey, place->indicator);
		bool numbered = place->kind == PLAN_ROW_INDICATOR;
		if (place_shown(r, place) && passes(r, s))
			r->rows[r->rows_len++] = (struct row){
				s, numbered ? indicator->short_name : place->words, numbered ? indicator->name : place->words, i};
	}
}

static void collect_units(struct rows_screen *r)
{
	const struct plan *plan = r->app->plan;
	for (int i = 0; i < plan->units_len; i++) {
		const struct plan_unit *unit = &plan->units[i];
		const struct standing *s = survey_at(r->survey, i);
		if (!unit->compare && passes(r, s) && plan_unit_valid(plan, i, r->app->period))
			r->rows[r->rows_len++] = (struct row){s, text_cells(unit->name) > 14 ? unit->short_name : unit->name, unit->name, PLAN_NONE};
	}
}

static const struct row *focused(const struct rows_screen *r)
{
	int row = find_row(&r->find, r->list.focus);
	return row == PLAN_NONE ? NULL : &r->rows[row];
}

static enum err load_focus(struct rows_screen *r)
{
	struct survey_query query = query_of(r);
	const struct row *row = focused(r);
	return explain_load(&r->explain, r->app->store, r->app->plan, &query, row == NULL ? NULL : row->s,
		row == NULL ? PLAN_NONE : row->place);
}

static int list_height(const struct rows_screen *r)
{
	int room = r->app->rows - LIST_TOP - 2 - EXPLAIN_ROWS;
	if (room < 3)
		room = r->app->rows - LIST_TOP - 2;
	return r->rows_len < room ? r->rows_len : room;
}

static void fit(struct rows_screen *r)
{
	list_resize(&r->list, find_len(&r->find), list_height(r));
}

static enum err rows_load(void *state)
{
	struct rows_screen *r = state;
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
	fit(r);
	return load_focus(r);
}

static const struct find_ops find_ops;

static enum err rows_open(struct rows_screen *r, struct app *app)
{
	int most = app->plan->places_len > app->plan->units_len ? app->plan->places_len : app->plan->units_len;
	r->app = app;
	r->find = (struct find){.ops = &find_ops, .app = app, .state = r, .list = &r->list};
	r->rows = calloc((size_t)most + 1, sizeof *r->rows);
	return r->rows == NULL ? err_set(ERR_MEMORY, "%s", _("no memory")) : rows_load(r);
}

static enum err chapter_open(void *state, struct app *app, const void *arg)
{
	struct rows_screen *r = state;
	r->outline = arg == NULL ? ALL_INDICATORS : *(const int *)arg;
	r->behind_only = r->outline == SCR_CHAPTER_BEHIND;
	if (r->behind_only)
		r->outline = ALL_INDICATORS;
	return rows_open(r, app);
}

static enum err units_open(void *state, struct app *app, const void *arg)
{
	struct rows_screen *r = state;
	r->by_unit = true;
	r->indicator = *(const int *)arg;
	return rows_open(r, app);
}

static void rows_close(void *state)
{
	struct rows_screen *r = state;
	explain_done(&r->explain);
	find_done(&r->find);
	survey_free(r->survey);
	free(r->rows);
}

// ------------------------------------------------------------ drawing

static void draw_empty(const struct rows_screen *r, struct paint *p)
{
	paint_text(p, 3, 1, paint_cols(p) - 1, ROLE_TEXT,
		r->outline == SCR_CHAPTER_OVERDUE && !r->behind_only ? _("No node is overdue today. F3 goes back.") :
		r->behind_only ? _("Nothing is behind. F4 shows all rows again.") : _("The document has no row here. F3 goes back."));
}

static void draw_row(const struct rows_screen *r, struct paint *p, int y, int i)
{
	const struct row *row = &r->rows[find_row(&r->find, i)];
	part_rows_row(p, y, 0, paint_cols(p), r->app->plan, row->s, part_rows_name(paint_cols(p), row->full_name, row->name),
		i == r->list.focus);
}

static void rows_draw(const void *state, struct paint *p)
{
	const struct rows_screen *r = state;
	int width = paint_cols(p), y = LIST_TOP, end = paint_rows(p) - 2;
	part_rows_head(p, 1, 0, width, r->by_unit ? _("Unit") : _("Indicator"));
	paint_cursor(p, y + r->list.focus - r->list.top, 0);
	if (r->rows_len == 0)
		draw_empty(r, p);
	for (int i = r->list.top; i < r->list.len && i < r->list.top + r->list.height; i++)
		draw_row(r, p, y++, i);
	y += explain_draw(p, y, 0, width, end - y, &r->explain);
	if (!r->by_unit)
		explain_units(p, y, 0, width, end - y, &r->explain);
}

static bool rows_cell(const void *state, struct entry *out)
{
	const struct rows_screen *r = state;
	const struct row *row = focused(r);
	return row != NULL && tryout_cell_of(r->app, row->s->indicator, row->s->unit, out);
}

static void rows_copy(const void *state, struct copy *out)
{
	const struct rows_screen *r = state;
	part_rows_copy_head(out, r->by_unit ? _("Unit") : _("Indicator"));
	for (int i = 0; i < r->list.len; i++) {
		const struct row *row = &r->rows[find_row(&r->find, i)];
		part_rows_copy(out, r->app->plan, row->s, row->full_name, i == r->list.focus);
	}
}

// ------------------------------------------------------------ keys

static unsigned failed(struct rows_screen *r, enum err err)
{
	if (err != ERR_OK)
		screen_message(r->app, true, "%s", err_message());
	return SCREEN_HANDLED | SCREEN_REDRAW;
}

static unsigned open_entry(struct rows_screen *r, const struct row *row)
{
	const struct plan_indicator *indicator = &r->app->plan->indicators[row->s->indicator];
	struct scr_entry_arg arg = {.unit = row->s->unit, .element = indicator->x};
	screen_push(r->app, &scr_entry, &arg);
	return SCREEN_HANDLED | SCREEN_REDRAW;
}

static bool is_number(const struct rows_screen *r, const struct row *row)
{
	return row != NULL && r->app->plan->indicators[row->s->indicator].kind == PLAN_NUMBER;
}

// What no one has published is keyed in over units and years: the next step of a row without a baseline.
static unsigned open_years(struct rows_screen *r)
{
	const struct row *row = focused(r);
	if (!is_number(r, row))
		return 0;
	struct scr_entry_arg arg = {.unit = row->s->unit, .element = r->app->plan->indicators[row->s->indicator].x, .by_years = true};
	screen_push(r->app, &scr_entry, &arg);
	return SCREEN_HANDLED | SCREEN_REDRAW;
}

// Numbers have baselines and targets, which are keyed in with their definition; all else has words only.
static unsigned open_definition(struct rows_screen *r, const struct row *row)
{
	struct scr_definition_arg arg = {row->s->indicator, row->s->unit};
	if (!is_number(r, row))
		return part_words_show(r->app, row->s->indicator, row->place);
	screen_push(r->app, &scr_definition, &arg);
	return SCREEN_HANDLED | SCREEN_REDRAW;
}

// From an indicator to its units, from a unit to its cells: always one step nearer to the source.
static unsigned open_row(struct rows_screen *r)
{
	const struct row *row = focused(r);
	if (row == NULL)
		return SCREEN_HANDLED;
	if (r->app->plan->indicators[row->s->indicator].kind == PLAN_STAGES)
		return scr_stage_show(r->app, row->s->indicator, row->s->unit, r->by_unit);
	if (r->by_unit || row->s->unit != r->app->plan->root)
		return open_entry(r, row);
	screen_push(r->app, &scr_units, &row->s->indicator);
	return SCREEN_HANDLED | SCREEN_REDRAW;
}

static unsigned chosen(void *ctx, int choice)
{
	struct rows_screen *r = ctx;
	if (choice < 0)
		return SCREEN_HANDLED;
	if (choice == 3)
		return open_definition(r, focused(r));
	if (choice == 2)
		return menu_unit(r->app);
	r->behind_only = choice == 1;
	find_done(&r->find);
	r->list.focus = 0;
	return failed(r, rows_load(r));
}

static unsigned choose(struct rows_screen *r)
{
	const struct prompt_choice choices[] = {{_("all rows")}, {_("only what is behind")}, {_("another unit")},
		{_("definition, baselines and targets")}};
	prompt_choose(r->app, _("Choose"), choices, r->by_unit ? 2 : is_number(r, focused(r)) ? 4 : 3, r->behind_only ? 1 : 0, chosen, r);
	return SCREEN_HANDLED | SCREEN_REDRAW;
}

// A row of the document is shown where it stands there; its definition is one key further.
static unsigned show_words(struct rows_screen *r)
{
	const struct row *row = focused(r);
	if (row == NULL)
		return SCREEN_HANDLED;
	if (row->place != PLAN_NONE)
		return scr_plan_show(r->app, r->outline == ALL_INDICATORS ? PLAN_NONE : r->outline, row->place);
	return open_definition(r, row);
}

static unsigned show_trend(struct rows_screen *r)
{
	const struct row *row = focused(r);
	return row == NULL ? SCREEN_HANDLED : scr_trend_show(r->app, row->s->indicator, row->s->unit);
}

// Of the units that are shown; of a row of indicators its units.
static unsigned show_ranking(struct rows_screen *r)
{
	const struct row *row = focused(r);
	int indicator = r->by_unit ? r->indicator : row == NULL ? PLAN_NONE : row->s->indicator;
	return indicator == PLAN_NONE ? SCREEN_HANDLED : scr_rank_show(r->app, indicator, r->app->plan->root, PHRASE_VIEW_DONE);
}

static unsigned rows_act(void *state, enum action action, const struct key *key)
{
	struct rows_screen *r = state;
	(void)key;
	fit(r);
	if (list_act(&r->list, action))
		return failed(r, load_focus(r));
	switch (action) {
	case ACTION_OPEN:
		return open_row(r);
	case ACTION_TURN:
		return r->by_unit ? SCREEN_POP : open_row(r);
	case ACTION_NEXT_STEP:
		return open_years(r);
	case ACTION_CHECK:
		return scr_review_open(r->app, NULL);
	case ACTION_CHOOSE:
		return choose(r);
	case ACTION_WORDS:
		return show_words(r);
	case ACTION_CHART:
		return show_trend(r);
	case ACTION_SORT:
		return show_ranking(r);
	default:
		return 0;
	}
}

// ------------------------------------------------------------ finding

static int row_total(const void *state)
{
	const struct rows_screen *r = state;
	return r->rows_len;
}

static enum match find_match(const void *state, int row, const char *wanted)
{
	const struct rows_screen *r = state;
	const struct plan *plan = r->app->plan;
	const struct row *at = &r->rows[row];
	const char *const words[] = {at->name, at->full_name, at->place == PLAN_NONE ? NULL : plan->places[at->place].words, NULL};
	return match_row(wanted, row + 1, at->place == PLAN_NONE ? plan->units[at->s->unit].code : plan->places[at->place].code, words);
}

static unsigned rows_found(void *state, int row)
{
	struct rows_screen *r = state;
	(void)row;
	fit(r);
	return failed(r, load_focus(r));
}

static const struct find_ops find_ops = {row_total, find_match, NULL, rows_found};

// ------------------------------------------------------------

static bool rows_offers(const void *state, enum action action)
{
	const struct rows_screen *r = state;
	if (action == ACTION_NEXT_STEP || action == ACTION_CHART || action == ACTION_SORT)
		return is_number(r, focused(r));
	return action == ACTION_TURN || action == ACTION_CHOOSE || action == ACTION_WORDS || action == ACTION_FIGURES ||
		action == ACTION_CHECK;
}

static const char *rows_hint(const void *state)
{
	const struct rows_screen *r = state;
	const struct row *row = focused(r);
	if (r->app->desk != NULL && is_number(r, row) && !row->s->baseline.has && row->s->target.has)
		return r->by_unit ? _("No baseline: F8 keys in baselines and targets by unit; F9 figures of former years")
				  : _("No baseline: Enter, then F8 keys in baselines and targets; F9 figures of former years");
	return r->by_unit ? _("Enter: the unit's form; s ranking, c trend; ::: no baseline, share of the target; F8 definition")
			  : _("Enter: units; s ranking, c trend; ::: share of the target; F4 filter; F8 the plan's text; / find");
}

static void chapter_where(const void *state, char *out, size_t cap)
{
	const struct rows_screen *r = state;
	const struct plan *plan = r->app->plan;
	const char *chapter = r->outline == ALL_INDICATORS ? _("all indicators") :
		r->outline == SCR_CHAPTER_OVERDUE ? _("nodes overdue") : plan->outlines[r->outline].title;
	text_format(out, cap, "%s %s", plan->units[r->app->unit].short_name, chapter == NULL ? "" : chapter);
}

static void units_where(const void *state, char *out, size_t cap)
{
	const struct rows_screen *r = state;
	text_format(out, cap, "%s", r->app->plan->indicators[r->indicator].short_name);
}

const struct screen_ops scr_chapter = {
	.name = N_("Indicators"),
	.context = "list",
	.size = sizeof(struct rows_screen),
	.open = chapter_open,
	.load = rows_load,
	.draw = rows_draw,
	.act = rows_act,
	.offers = rows_offers,
	.hint = rows_hint,
	.where = chapter_where,
	.copy = rows_copy,
	.cell = rows_cell,
	.close = rows_close,
	.find = offsetof(struct rows_screen, find),
};

const struct screen_ops scr_units = {
	.name = N_("Units"),
	.context = "list",
	.size = sizeof(struct rows_screen),
	.open = units_open,
	.load = rows_load,
	.draw = rows_draw,
	.act = rows_act,
	.offers = rows_offers,
	.hint = rows_hint,
	.where = units_where,
	.copy = rows_copy,
	.cell = rows_cell,
	.close = rows_close,
	.find = offsetof(struct rows_screen, find),
};
