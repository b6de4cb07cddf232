// SPDX-License-Identifier: MIT
// See scr_rank.h: what it reads and its keys. Every figure comes from core/survey, now and a period before.
#include "tui/scr_rank.h"

#include <stdlib.h>

#include "core/i18n.h"
#include "core/match.h"
#include "core/text.h"
#include "tui/prompt.h"
#include "tui/rank.h"
#include "tui/scr_changes.h"
#include "tui/scr_definition.h"
#include "tui/scr_entry.h"
#include "tui/scr_trend.h"

// ------------------------------------------------------------ reading

static void collect_units(struct rank_screen *r)
{
	int len;
	const struct plan *plan = r->app->plan;
	const int *children = plan_unit_children(plan, r->arg.above, &len);
	r->units_len = 0;
	for (int i = 0; i < len; i++)
		if (!plan->units[children[i]].compare && plan_unit_valid(plan, children[i], r->app->period))
			r->units[r->units_len++] = children[i];
}

// The places of a period before. Its survey is gone before that of now is read: of thousands of units one is enough to hold.
static enum err read_before(struct rank_screen *r, struct ranking *out)
{
	const struct plan *plan = r->app->plan;
	struct survey_query query = app_query(r->app);
	struct survey *survey = NULL;
	struct standing whole;
	query.counted = true;
	enum err err = survey_one(r->app->store, plan, &query, r->arg.indicator, r->arg.above, &whole);
	r->before = err == ERR_OK ? rank_period_before(plan, &whole) : 0;
	if (err != ERR_OK || r->before == 0)
		return err;
	query.period = r->before;
	err = survey_indicator(r->app->store, plan, &query, r->arg.indicator, &survey);
	if (err == ERR_OK)
		err = rank_units(plan, survey, r->arg.view, r->units, r->units_len, out);
	survey_free(survey);
	return err;
}

static enum err read_now(struct rank_screen *r, const struct ranking *before, struct ranking *out)
{
	struct survey_query query = app_query(r->app);
	survey_free(r->survey);
	r->survey = NULL;
	ranking_done(&r->ranking);
	enum err err = survey_indicator(r->app->store, r->app->plan, &query, r->arg.indicator, &r->survey);
	if (err == ERR_OK)
		err = rank_units(r->app->plan, r->survey, r->arg.view, r->units, r->units_len, out);
	if (err == ERR_OK && before->place_of != NULL)
		rank_compare(out, before);
	return err;
}

static void fit(struct rank_screen *r)
{
	int high = r->app->rows > 24 ? r->app->rows : 24, len = find_len(&r->find), room = high - RANK_TOP - 2 - RANK_BENEATH;
	list_resize(&r->list, len, len < room ? len : room);
}

static enum err rank_reload(void *state)
{
	struct rank_screen *r = state;
	struct ranking before = {0};
	collect_units(r);
	enum err err = read_before(r, &before);
	if (err == ERR_OK)
		err = read_now(r, &before, &r->ranking);
	ranking_done(&before);
	if (err != ERR_OK && r->survey == NULL)
		ranking_done(&r->ranking);
	find_again(&r->find);
	fit(r);
	return err;
}

static const struct find_ops find_ops;

static enum err rank_open(void *state, struct app *app, const void *arg)
{
	struct rank_screen *r = state;
	r->app = app;
	r->arg = *(const struct scr_rank_arg *)arg;
	r->find = (struct find){.ops = &find_ops, .app = app, .state = r, .list = &r->list};
	r->units = calloc((size_t)app->plan->units_len + 1, sizeof *r->units);
	return r->units == NULL ? err_set(ERR_MEMORY, "%s", _("no memory")) : rank_reload(r);
}

static void rank_close(void *state)
{
	struct rank_screen *r = state;
	find_done(&r->find);
	ranking_done(&r->ranking);
	survey_free(r->survey);
	free(r->units);
}

static const struct rank_row *focused(const struct rank_screen *r)
{
	int row = find_row(&r->find, r->list.focus);
	return row == PLAN_NONE ? NULL : &r->ranking.rows[row];
}

// ------------------------------------------------------------ keys

static unsigned show(struct rank_screen *r, enum phrase_view view)
{
	r->arg.view = view;
	return screen_failed(r->app, rank_reload(r));
}

static unsigned chosen(void *ctx, int choice)
{
	return choice < 0 ? DRAWN : show(ctx, (enum phrase_view)choice);
}

static unsigned choose(struct rank_screen *r)
{
	struct prompt_choice choices[PHRASE_VIEW_REPORT];
	for (int i = 0; i < PHRASE_VIEW_REPORT; i++)
		choices[i].text = phrase_view_name((enum phrase_view)i);
	prompt_choose(r->app, _("Rank by which figure?"), choices, PHRASE_VIEW_REPORT, (int)r->arg.view, chosen, r);
	return DRAWN;
}

static unsigned open_unit(struct rank_screen *r, const struct rank_row *row)
{
	int len, element = r->app->plan->indicators[r->arg.indicator].x;
	struct scr_entry_arg arg = {.unit = row->unit, .element = element,
		.by_years = !plan_element_asked(r->app->plan, element, row->unit, r->app->period)};
	plan_unit_children(r->app->plan, row->unit, &len);
	if (len > 0)
		return scr_rank_show(r->app, r->arg.indicator, row->unit, r->arg.view);
	screen_push(r->app, &scr_entry, &arg);
	return DRAWN;
}

static unsigned show_life(struct rank_screen *r, const struct rank_row *row)
{
	int dated = survey_at(r->survey, row->unit)->value_period;
	struct scr_changes_arg arg = {r->app->plan->indicators[r->arg.indicator].x, row->unit, dated != 0 ? dated : r->app->period};
	screen_push(r->app, &scr_changes, &arg);
	return DRAWN;
}

static unsigned show_definition(struct rank_screen *r, const struct rank_row *row)
{
	struct scr_definition_arg arg = {r->arg.indicator, row->unit};
	screen_push(r->app, &scr_definition, &arg);
	return DRAWN;
}

static unsigned act_on(struct rank_screen *r, enum action action, const struct rank_row *row)
{
	switch (action) {
	case ACTION_OPEN: return open_unit(r, row);
	case ACTION_LIFE: return show_life(r, row);
	case ACTION_WORDS: return show_definition(r, row);
	case ACTION_CHART: return scr_trend_show(r->app, r->arg.indicator, row->unit);
	default: return 0;
	}
}

static unsigned rank_act(void *state, enum action action, const struct key *key)
{
	struct rank_screen *r = state;
	(void)key;
	fit(r);
	if (list_act(&r->list, action))
		return DRAWN;
	switch (action) {
	case ACTION_NEXT_VIEW: return show(r, (enum phrase_view)((r->arg.view + 1) % PHRASE_VIEW_REPORT));
	case ACTION_CHOOSE: return choose(r);
	case ACTION_SORT: return SCREEN_POP;
	default: return focused(r) == NULL ? 0 : act_on(r, action, focused(r));
	}
}

// ------------------------------------------------------------ finding

static int row_total(const void *state)
{
	const struct rank_screen *r = state;
	return r->ranking.len;
}

static enum match find_match(const void *state, int row, const char *wanted)
{
	const struct rank_screen *r = state;
	const struct plan_unit *unit = &r->app->plan->units[r->ranking.rows[row].unit];
	const char *const words[] = {unit->name, unit->short_name, NULL};
	return match_row(wanted, row + 1, unit->code, words);
}

static unsigned found(void *state, int row)
{
	(void)row;
	fit(state);
	return DRAWN;
}

static const struct find_ops find_ops = {row_total, find_match, NULL, found};

// ------------------------------------------------------------

static bool rank_offers(const void *state, enum action action)
{
	static const enum action offered[] = {ACTION_CHOOSE, ACTION_WORDS, ACTION_FIGURES, ACTION_SORT, ACTION_NEXT_VIEW, ACTION_LIFE,
		ACTION_CHART};
	(void)state;
	for (size_t i = 0; i < sizeof offered / sizeof offered[0]; i++)
		if (offered[i] == action)
			return true;
	return false;
}

static const char *rank_hint(const void *state)
{
	(void)state;
	return _("Same figure, same place; v another figure, Enter to the source, c trend, H life, s official order");
}

static void rank_where(const void *state, char *out, size_t cap)
{
	const struct rank_screen *r = state;
	text_format(out, cap, "%s %s", r->app->plan->indicators[r->arg.indicator].short_name, phrase_view_name(r->arg.view));
}

static void draw(const void *state, struct paint *p)
{
	rank_draw(state, p);
}

static void copy(const void *state, struct copy *out)
{
	rank_copy(state, out);
}

static const struct screen_ops scr_rank = {
	.name = N_("Ranking"),
	.context = "list",
	.size = sizeof(struct rank_screen),
	.open = rank_open,
	.load = rank_reload,
	.draw = draw,
	.act = rank_act,
	.offers = rank_offers,
	.hint = rank_hint,
	.where = rank_where,
	.close = rank_close,
	.copy = copy,
	.find = offsetof(struct rank_screen, find),
};

unsigned scr_rank_show(struct app *app, int indicator, int above, enum phrase_view view)
{
	struct scr_rank_arg arg = {indicator, above, view == PHRASE_VIEW_REPORT ? PHRASE_VIEW_DONE : view};
	if (app->plan->indicators[indicator].kind == PLAN_NUMBER)
		screen_push(app, &scr_rank, &arg);
	else
		screen_message(app, false, "%s", _("Only an indicator in numbers can be ranked."));
	return DRAWN;
}
