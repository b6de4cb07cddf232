// SPDX-License-Identifier: MIT
// See scr_overview.h: the keys of S16. Each digit is a question; Enter on a row goes to its units and on down to the source.
#include "tui/scr_overview.h"

#include "core/i18n.h"
#include "tui/menu.h"
#include "tui/overview.h"
#include "tui/scr_chapter.h"
#include "tui/scr_definition.h"
#include "tui/scr_entry.h"
#include "tui/scr_matrix.h"
#include "tui/scr_plan.h"
#include "tui/scr_rank.h"
#include "tui/scr_trend.h"

static void fit(struct overview *o)
{
	list_resize(&o->list, overview_rows(o), overview_height(o, o->app->rows));
}

static enum err overview_load(void *state)
{
	struct overview *o = state;
	enum err err = overview_read(o);
	fit(o);
	return err;
}

static enum err overview_open(void *state, struct app *app, const void *arg)
{
	struct overview *o = state;
	(void)arg;
	o->app = app;
	return overview_load(o);
}

static void overview_close(void *state)
{
	overview_done(state);
}

static void draw(const void *state, struct paint *p)
{
	overview_draw(state, p);
}

static const struct standing *focused(const struct overview *o)
{
	if (o->list.focus >= overview_rows(o))
		return NULL;
	return o->changes ? &o->moved.rows[o->list.focus].s : o->behind.rows[o->list.focus].s;
}

// Who makes most of the gap; PLAN_NONE where nobody is known to.
static int widest_gap(const struct overview *o, int indicator)
{
	const struct overview_gaps *gaps = &o->gaps[indicator];
	return gaps->len > 0 ? gaps->units[0].unit : PLAN_NONE;
}

// One step nearer to the source.
static unsigned open_row(struct overview *o)
{
	const struct standing *s = focused(o);
	if (s == NULL)
		return 0;
	struct scr_entry_arg arg = {.unit = s->unit, .element = o->app->plan->indicators[s->indicator].x};
	if (s->unit == o->app->plan->root)
		screen_push(o->app, &scr_units, &(struct scr_units_arg){s->indicator, widest_gap(o, s->indicator)});
	else
		screen_push(o->app, &scr_entry, &arg);
	return DRAWN;
}

static unsigned show_definition(struct overview *o)
{
	const struct standing *s = focused(o);
	if (s == NULL)
		return 0;
	struct scr_definition_arg arg = {s->indicator, s->unit};
	screen_push(o->app, &scr_definition, &arg);
	return DRAWN;
}

static unsigned show_ranking(struct overview *o)
{
	const struct standing *s = focused(o);
	return s == NULL ? 0 : scr_rank_show(o->app, s->indicator, o->app->plan->root, PHRASE_VIEW_DONE);
}

static unsigned show_trend(struct overview *o)
{
	const struct standing *s = focused(o);
	return s == NULL ? 0 : scr_trend_show(o->app, s->indicator, s->unit);
}

// ------------------------------------------------------------ one digit, one question

static unsigned show_all(struct overview *o)
{
	screen_push(o->app, &scr_chapter, NULL);
	return DRAWN;
}

static unsigned show_behind(struct overview *o)
{
	static const int what = SCR_CHAPTER_BEHIND;
	screen_push(o->app, &scr_chapter, &what);
	return DRAWN;
}

static unsigned show_units(struct overview *o)
{
	screen_push(o->app, &scr_matrix, NULL);
	return DRAWN;
}

// And back to what is behind.
static unsigned show_changes(struct overview *o)
{
	o->changes = !o->changes;
	o->list = (struct list){0};
	fit(o);
	return DRAWN;
}

static unsigned show_plan(struct overview *o)
{
	return scr_plan_show(o->app, PLAN_NONE, PLAN_NONE);
}

static unsigned show_reports(struct overview *o)
{
	return menu_reports(o->app);
}

static unsigned show_overdue(struct overview *o)
{
	return menu_overdue(o->app);
}

static unsigned show_bulletins(struct overview *o)
{
	return menu_bulletins(o->app);
}

static unsigned numbered(struct overview *o, wchar_t digit)
{
	typedef unsigned question_fn(struct overview *o);
	static question_fn *const questions[] = {show_all, show_behind, show_units, show_changes, show_plan, show_reports, show_overdue,
		show_bulletins};
	wchar_t last = L'1' + (wchar_t)(sizeof questions / sizeof questions[0]) - 1;
	return digit >= L'1' && digit <= last ? questions[digit - L'1'](o) : 0;
}

static unsigned overview_act(void *state, enum action action, const struct key *key)
{
	struct overview *o = state;
	fit(o);
	if (list_act(&o->list, action))
		return DRAWN;
	switch (action) {
	case ACTION_OPEN: return open_row(o);
	case ACTION_TURN: return show_units(o);
	case ACTION_CHOOSE: return menu_unit(o->app);
	case ACTION_SORT: return show_ranking(o);
	case ACTION_CHART: return show_trend(o);
	case ACTION_BACK: return o->changes ? show_changes(o) : 0;
	case ACTION_WORDS: return show_definition(o);
	case ACTION_TYPE: return numbered(o, key->code);
	default: return 0;
	}
}

static bool overview_offers(const void *state, enum action action)
{
	(void)state;
	return action == ACTION_TURN || action == ACTION_CHOOSE || action == ACTION_WORDS || action == ACTION_FIGURES ||
		action == ACTION_SORT || action == ACTION_CHART;
}

static const char *overview_hint(const void *state)
{
	const struct overview *o = state;
	if (o->changes)
		return _("4 or F3: what is behind; Enter its units; F2 another period");
	return o->app->past != NULL ? _("1 all 2 behind 3 matrix 4 new 5 plan 6 reports 7 late 8 bulletin; Enter units s rank @ past ~ all")
				    : _("1 all 2 behind 3 matrix 4 new 5 plan 6 reports 7 late 8 bulletin; Enter units s rank c trend ~ all");
}

const struct screen_ops scr_overview = {
	.name = N_("Overview"),
	.context = "list",
	.size = sizeof(struct overview),
	.open = overview_open,
	.load = overview_load,
	.draw = draw,
	.act = overview_act,
	.offers = overview_offers,
	.hint = overview_hint,
	.close = overview_close,
};
