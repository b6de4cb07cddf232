// SPDX-License-Identifier: MIT
// See scr_chapter.h. Two screens of one shape: a list of standings above, the focused one explained beneath. They differ in
// what the rows are, so they share all but how rows are collected (chapter_load.c) and what Enter opens.
#include "tui/scr_chapter.h"

#include <stddef.h>

#include "core/i18n.h"
#include "core/text.h"
#include "tui/chapter.h"
#include "tui/menu.h"
#include "tui/part_rows.h"
#include "tui/part_words.h"
#include "tui/prompt.h"
#include "tui/scr_changes.h"
#include "tui/scr_definition.h"
#include "tui/scr_entry.h"
#include "tui/scr_plan.h"
#include "tui/scr_rank.h"
#include "tui/scr_review.h"
#include "tui/scr_stage.h"
#include "tui/scr_trend.h"

// ------------------------------------------------------------ drawing

static void draw_empty(const struct chapter_screen *r, struct paint *p)
{
	paint_text(p, 3, 1, paint_cols(p) - 1, ROLE_TEXT,
		r->outline == SCR_CHAPTER_OVERDUE && !r->behind_only ? _("No node is overdue today. F3 goes back.") :
		r->behind_only ? _("Nothing is behind. F4 shows all rows again.") : _("The document has no row here. F3 goes back."));
}

static void draw_row(const struct chapter_screen *r, struct paint *p, int y, int i)
{
	const struct chapter_row *row = &r->rows[find_row(&r->find, i)];
	part_rows_row(p, y, 0, paint_cols(p), r->app->plan, row->s, part_rows_name(paint_cols(p), row->full_name, row->name),
		i == r->list.focus);
}

static void rows_draw(const void *state, struct paint *p)
{
	const struct chapter_screen *r = state;
	int width = paint_cols(p), y = CHAPTER_TOP, end = paint_rows(p) - 2;
	part_rows_head(p, 1, 0, width, r->by_unit ? _("Unit") : _("Indicator"));
	paint_cursor(p, y + r->list.focus - r->list.top, 0);
	if (r->rows_len == 0)
		draw_empty(r, p);
	for (int i = r->list.top; i < r->list.len && i < r->list.top + r->list.height; i++)
		draw_row(r, p, y++, i);
	y += explain_draw(p, y, 0, width, end - y, &r->explain);
	if (!r->by_unit)
		y += explain_units(p, y, 0, width, end - y, &r->explain);
	if (y < end)
		part_rows_letters(p, end - 1);
}

static bool rows_cell(const void *state, struct entry *out)
{
	const struct chapter_screen *r = state;
	const struct chapter_row *row = chapter_focused(r);
	return row != NULL && tryout_cell_of(r->app, row->s->indicator, row->s->unit, out);
}

static void rows_copy(const void *state, struct copy *out)
{
	const struct chapter_screen *r = state;
	part_rows_copy_head(out, r->by_unit ? _("Unit") : _("Indicator"));
	for (int i = 0; i < r->list.len; i++) {
		const struct chapter_row *row = &r->rows[find_row(&r->find, i)];
		part_rows_copy(out, r->app->plan, row->s, row->full_name, i == r->list.focus);
	}
}

// ------------------------------------------------------------ keys

static unsigned open_entry(struct chapter_screen *r, const struct chapter_row *row)
{
	const struct plan_indicator *indicator = &r->app->plan->indicators[row->s->indicator];
	struct scr_entry_arg arg = {.unit = row->s->unit, .element = indicator->x};
	screen_push(r->app, &scr_entry, &arg);
	return SCREEN_HANDLED | SCREEN_REDRAW;
}

static bool is_number(const struct chapter_screen *r, const struct chapter_row *row)
{
	return row != NULL && r->app->plan->indicators[row->s->indicator].kind == PLAN_NUMBER;
}

// What no one has published is keyed in over units and years: the next step of a row without a baseline.
static unsigned open_years(struct chapter_screen *r)
{
	const struct chapter_row *row = chapter_focused(r);
	if (!is_number(r, row))
		return 0;
	struct scr_entry_arg arg = {.unit = row->s->unit, .element = r->app->plan->indicators[row->s->indicator].x, .by_years = true};
	screen_push(r->app, &scr_entry, &arg);
	return SCREEN_HANDLED | SCREEN_REDRAW;
}

// Numbers have baselines and targets, which are keyed in with their definition; all else has words only.
static unsigned open_definition(struct chapter_screen *r, const struct chapter_row *row)
{
	struct scr_definition_arg arg = {row->s->indicator, row->s->unit};
	if (!is_number(r, row))
		return part_words_show(r->app, row->s->indicator, row->place);
	screen_push(r->app, &scr_definition, &arg);
	return SCREEN_HANDLED | SCREEN_REDRAW;
}

// From an indicator to its units, from a unit to its cells: always one step nearer to the source.
static unsigned open_row(struct chapter_screen *r)
{
	const struct chapter_row *row = chapter_focused(r);
	if (row == NULL)
		return SCREEN_HANDLED;
	if (r->app->plan->indicators[row->s->indicator].kind == PLAN_STAGES)
		return scr_stage_show(r->app, row->s->indicator, row->s->unit, r->by_unit);
	if (r->by_unit || row->s->unit != r->app->plan->root)
		return open_entry(r, row);
	screen_push(r->app, &scr_units, &(struct scr_units_arg){row->s->indicator, PLAN_NONE});
	return SCREEN_HANDLED | SCREEN_REDRAW;
}

static unsigned chosen(void *ctx, int choice)
{
	struct chapter_screen *r = ctx;
	if (choice < 0)
		return SCREEN_HANDLED;
	if (choice == 3)
		return open_definition(r, chapter_focused(r));
	if (choice == 2)
		return menu_unit(r->app);
	r->behind_only = choice == 1;
	find_done(&r->find);
	r->list.focus = 0;
	return screen_failed(r->app, chapter_load(r));
}

static unsigned choose(struct chapter_screen *r)
{
	const struct prompt_choice choices[] = {{_("all rows")}, {_("only what is behind")}, {_("another unit")},
		{_("definition, baselines and targets")}};
	prompt_choose(r->app, _("Choose"), choices, r->by_unit ? 2 : is_number(r, chapter_focused(r)) ? 4 : 3, r->behind_only ? 1 : 0, chosen, r);
	return SCREEN_HANDLED | SCREEN_REDRAW;
}

// A row of the document is shown where it stands there; its definition is one key further.
static unsigned show_words(struct chapter_screen *r)
{
	const struct chapter_row *row = chapter_focused(r);
	if (row == NULL)
		return SCREEN_HANDLED;
	if (row->place != PLAN_NONE)
		return scr_plan_show(r->app, r->outline == CHAPTER_ALL ? PLAN_NONE : r->outline, row->place);
	return open_definition(r, row);
}

static unsigned show_trend(struct chapter_screen *r)
{
	const struct chapter_row *row = chapter_focused(r);
	return row == NULL ? SCREEN_HANDLED : scr_trend_show(r->app, row->s->indicator, row->s->unit);
}

// Of the figure that is shown, which may be of an older period.
static unsigned show_life(struct chapter_screen *r)
{
	const struct chapter_row *row = chapter_focused(r);
	if (!is_number(r, row))
		return 0;
	bool made_up = row->s->source == STANDING_SUM || row->s->source == STANDING_COMPUTED;
	int dated = row->s->value_period != 0 ? row->s->value_period : r->app->period;
	if (made_up && row->s->unit == r->app->plan->root)
		screen_message(r->app, false, "%s", _("This figure is made up of those of the units: choose one of them."));
	else
		screen_push(r->app, &scr_changes,
			&(struct scr_changes_arg){r->app->plan->indicators[row->s->indicator].x, row->s->unit, dated});
	return SCREEN_HANDLED | SCREEN_REDRAW;
}

// Of the units that are shown; of a row of indicators its units.
static unsigned show_ranking(struct chapter_screen *r)
{
	const struct chapter_row *row = chapter_focused(r);
	int indicator = r->by_unit ? r->indicator : row == NULL ? PLAN_NONE : row->s->indicator;
	return indicator == PLAN_NONE ? SCREEN_HANDLED : scr_rank_show(r->app, indicator, r->app->plan->root, PHRASE_VIEW_DONE);
}

static unsigned rows_act(void *state, enum action action, const struct key *key)
{
	struct chapter_screen *r = state;
	(void)key;
	chapter_fit(r);
	if (list_act(&r->list, action))
		return DRAWN | SCREEN_REST;
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
	case ACTION_LIFE:
		return show_life(r);
	default:
		return 0;
	}
}

// ------------------------------------------------------------

static enum err rows_open(void *state, struct app *app, const void *arg)
{
	struct chapter_screen *r = state;
	r->outline = arg == NULL ? CHAPTER_ALL : *(const int *)arg;
	r->behind_only = r->outline == SCR_CHAPTER_BEHIND;
	if (r->behind_only)
		r->outline = CHAPTER_ALL;
	return chapter_open(r, app);
}

static enum err units_open(void *state, struct app *app, const void *arg)
{
	const struct scr_units_arg *at = arg;
	struct chapter_screen *r = state;
	r->by_unit = true;
	r->indicator = at->indicator;
	enum err err = chapter_open(r, app);
	for (int i = 0; err == ERR_OK && i < r->rows_len; i++)
		if (r->rows[i].s->unit == at->unit) {
			list_go(&r->list, i);
			err = chapter_load_focus(r);
		}
	return err;
}

static enum err rows_load(void *state)
{
	return chapter_load(state);
}

static enum err rows_rest(void *state)
{
	return chapter_load_focus(state);
}

static void rows_close(void *state)
{
	chapter_done(state);
}

static bool rows_offers(const void *state, enum action action)
{
	const struct chapter_screen *r = state;
	if (action == ACTION_NEXT_STEP || action == ACTION_CHART || action == ACTION_SORT || action == ACTION_LIFE)
		return is_number(r, chapter_focused(r));
	return action == ACTION_TURN || action == ACTION_CHOOSE || action == ACTION_WORDS || action == ACTION_FIGURES ||
		action == ACTION_CHECK;
}

static const char *rows_hint(const void *state)
{
	const struct chapter_screen *r = state;
	const struct standing *s = r->explain.s;
	bool number = s != NULL && r->app->plan->indicators[s->indicator].kind == PLAN_NUMBER;
	if (r->app->desk != NULL && number && !s->baseline.has && s->target.has)
		return r->by_unit ? _("No baseline: F8 keys in baselines and targets by unit; F9 figures of former years")
				  : _("No baseline: Enter, then F8 keys in baselines and targets; F9 figures of former years");
	return r->by_unit ? _("Enter: the form; H who keyed it in, document; s ranking, c trend; ::: share of target; F8 definition")
			  : _("Enter: units; s ranking, c trend; ::: share of the target; F4 filter; F8 the plan's text; / find");
}

static void chapter_where(const void *state, char *out, size_t cap)
{
	const struct chapter_screen *r = state;
	const struct plan *plan = r->app->plan;
	const char *chapter = r->outline == CHAPTER_ALL ? _("all indicators") :
		r->outline == SCR_CHAPTER_OVERDUE ? _("nodes overdue") : plan->outlines[r->outline].title;
	text_format(out, cap, "%s %s", plan->units[r->app->unit].short_name, chapter == NULL ? "" : chapter);
}

static void units_where(const void *state, char *out, size_t cap)
{
	const struct chapter_screen *r = state;
	text_format(out, cap, "%s", r->app->plan->indicators[r->indicator].short_name);
}

const struct screen_ops scr_chapter = {
	.name = N_("Indicators"),
	.context = "list",
	.size = sizeof(struct chapter_screen),
	.open = rows_open,
	.load = rows_load,
	.rest = rows_rest,
	.draw = rows_draw,
	.act = rows_act,
	.offers = rows_offers,
	.hint = rows_hint,
	.where = chapter_where,
	.copy = rows_copy,
	.cell = rows_cell,
	.close = rows_close,
	.find = offsetof(struct chapter_screen, find),
};

const struct screen_ops scr_units = {
	.name = N_("Units"),
	.context = "list",
	.size = sizeof(struct chapter_screen),
	.open = units_open,
	.load = rows_load,
	.rest = rows_rest,
	.draw = rows_draw,
	.act = rows_act,
	.offers = rows_offers,
	.hint = rows_hint,
	.where = units_where,
	.copy = rows_copy,
	.cell = rows_cell,
	.close = rows_close,
	.find = offsetof(struct chapter_screen, find),
};
