// SPDX-License-Identifier: MIT
// See scr_trend.h. Bars lie, as all bars here do, and their figures stand beside them, so nothing depends on the picture; the
// path is the bar's mark. A year without a figure has an empty bar and says so.
#include "tui/scr_trend.h"

#include "core/i18n.h"
#include "core/period.h"
#include "core/phrase.h"
#include "core/text.h"
#include "core/trend.h"
#include "tui/copy.h"
#include "tui/list.h"
#include "tui/part_explain.h"
#include "tui/part_rows.h"
#include "tui/scr_changes.h"
#include "tui/scr_definition.h"
#include "tui/scr_entry.h"

#define LIST_TOP 2
#define EXPLAIN_ROWS 7
#define VALUE_AT 14
#define FIGURE_CELLS 9
#define BAR_AT (VALUE_AT + FIGURE_CELLS + 2)
#define BEHIND_BAR 25            // path, blank, distance

struct scr_trend_arg { int indicator, unit; };
struct trend_screen {
	struct app *app;
	struct scr_trend_arg cell;
	struct trend trend;
	struct list list;
	struct explain explain;
	bool opened;
};

static void fit(struct trend_screen *t)
{
	int high = t->app->rows > 24 ? t->app->rows : 24, room = high - LIST_TOP - 2 - EXPLAIN_ROWS - 1;
	list_resize(&t->list, t->trend.len, t->trend.len < room ? t->trend.len : room);
}

static enum err trend_reload(void *state)
{
	struct trend_screen *t = state;
	struct survey_query query = app_query(t->app);
	struct trend fresh;
	enum err err = trend_load(t->app->store, t->app->plan, &query, t->cell.indicator, t->cell.unit, &fresh);
	if (err != ERR_OK)
		return err;
	t->trend = fresh;
	fit(t);
	if (!t->opened)
		list_go(&t->list, t->trend.at);
	t->opened = true;
	err = explain_load(&t->explain, t->app->store, t->app->plan, &query, &t->trend.now, PLAN_NONE);
	t->explain.of_cell = true;
	return err;
}

static enum err trend_open(void *state, struct app *app, const void *arg)
{
	struct trend_screen *t = state;
	t->app = app;
	t->cell = *(const struct scr_trend_arg *)arg;
	return trend_reload(t);
}

static void trend_close(void *state)
{
	struct trend_screen *t = state;
	explain_done(&t->explain);
}

// ------------------------------------------------------------ drawing

static int bar_cells(const struct paint *p)
{
	return paint_cols(p) - BAR_AT - BEHIND_BAR;
}

static void draw_head(const struct trend_screen *t, struct paint *p)
{
	const char *measure = t->app->plan->indicators[t->cell.indicator].measure;
	char head[64], value[64], bar[160], end[64];
	int behind = BAR_AT + bar_cells(p) + 1;
	paint_text(p, 1, 1, VALUE_AT - 2, ROLE_HEADING, _("Period"));
	paint_right(p, 1, VALUE_AT, FIGURE_CELLS, ROLE_HEADING, text_format(value, sizeof value, _("value(%s)"), measure));
	trend_figure(t->app->plan, &t->trend, (struct maybe){true, t->trend.high}, end, sizeof end);
	text_format(bar, sizeof bar, rat_sign(t->trend.low) < 0 ? _("to %s; path %s") : _("from 0 to %s; path %s"), end, paint_mark(p));
	paint_text(p, 1, BAR_AT + 1, bar_cells(p) - 1, ROLE_HEADING, bar);
	paint_right(p, 1, behind, FIGURE_CELLS, ROLE_HEADING, text_format(head, sizeof head, "%s", _("on path")));
	paint_text(p, 1, behind + FIGURE_CELLS + 2, BEHIND_BAR - FIGURE_CELLS - 3, ROLE_HEADING, _("to the path"));
}

static const char *figure_words(const struct trend_screen *t, const struct trend_point *point, char *out, size_t cap)
{
	return point->projected ? phrase_write(t->app->plan, &t->trend.now, PHRASE_PROJECTED, out, cap)
				: trend_figure(t->app->plan, &t->trend, point->value, out, cap);
}

static void draw_point(const struct trend_screen *t, struct paint *p, int y, int i)
{
	const struct trend_point *point = &t->trend.points[i];
	const struct plan *plan = t->app->plan;
	char text[PHRASE_TEXT];
	struct bar bar;
	int width = bar_cells(p), behind = BAR_AT + width + 1;
	bool future = point->period > t->app->period && !point->projected;
	paint_text(p, y, 0, 1, ROLE_MARK, i == t->list.focus ? ">" : " ");
	period_format(point->period, PERIOD_REPORT, text);
	paint_text(p, y, 1, VALUE_AT - 2, ROLE_TEXT, point->projected ? _("computed") : text);
	figure_words(t, point, text, sizeof text);
	if (text[0] != '\0')
		part_figure(p, y, VALUE_AT, FIGURE_CELLS, true, ROLE_TEXT, text);
	else if (!future)
		paint_right(p, y, VALUE_AT, FIGURE_CELLS, ROLE_DIM, _("no figure"));
	trend_bar(&t->trend, point, width - 2, &bar);
	paint_bar(p, y, BAR_AT, width, &bar, part_status_role(t->trend.now.status));
	part_figure(p, y, behind, FIGURE_CELLS, true, ROLE_TEXT, trend_figure(plan, &t->trend, point->path, text, sizeof text));
	part_figure(p, y, behind + FIGURE_CELLS + 2, BEHIND_BAR - FIGURE_CELLS - 3, false, ROLE_TEXT,
		trend_distance(plan, &t->trend, point, text, sizeof text));
}

static void trend_draw(const void *state, struct paint *p)
{
	const struct trend_screen *t = state;
	int y = LIST_TOP, width = paint_cols(p), end = paint_rows(p) - 2;
	draw_head(t, p);
	paint_cursor(p, y + t->list.focus - t->list.top, 0);
	for (int i = t->list.top; i < t->list.len && i < t->list.top + t->list.height; i++)
		draw_point(t, p, y++, i);
	const char *missing = trend_missing(t->app->plan, &t->trend);
	if (missing[0] != '\0')
		paint_text(p, y++, 1, width - 1, ROLE_TEXT, missing);
	explain_draw(p, y, 0, width, end - y, &t->explain);
}

// ------------------------------------------------------------ keys

static unsigned open_years(struct trend_screen *t)
{
	struct scr_entry_arg arg = {.unit = t->cell.unit, .element = t->app->plan->indicators[t->cell.indicator].x, .by_years = true};
	screen_push(t->app, &scr_entry, &arg);
	return DRAWN;
}

static unsigned show_life(struct trend_screen *t)
{
	if (t->list.focus >= t->trend.len)
		return SCREEN_HANDLED;
	struct scr_changes_arg arg = {t->app->plan->indicators[t->cell.indicator].x, t->cell.unit,
		t->trend.points[t->list.focus].period};
	screen_push(t->app, &scr_changes, &arg);
	return DRAWN;
}

static unsigned show_definition(struct trend_screen *t)
{
	struct scr_definition_arg arg = {t->cell.indicator, t->cell.unit};
	screen_push(t->app, &scr_definition, &arg);
	return DRAWN;
}

static unsigned trend_act(void *state, enum action action, const struct key *key)
{
	struct trend_screen *t = state;
	(void)key;
	fit(t);
	if (list_act(&t->list, action))
		return DRAWN;
	switch (action) {
	case ACTION_OPEN: return open_years(t);
	case ACTION_LIFE: return show_life(t);
	case ACTION_WORDS: return show_definition(t);
	case ACTION_CHART: return SCREEN_POP;
	default: return 0;
	}
}

static bool trend_offers(const void *state, enum action action)
{
	(void)state;
	return action == ACTION_WORDS || action == ACTION_LIFE || action == ACTION_FIGURES || action == ACTION_CHART;
}

static const char *trend_hint(const void *state)
{
	(void)state;
	return _("::: computed from the last year, not forecast; Enter: the figures of all years; H life of the figure; c back");
}

static void trend_where(const void *state, char *out, size_t cap)
{
	const struct trend_screen *t = state;
	text_format(out, cap, "%s %s", t->app->plan->units[t->cell.unit].short_name,
		t->app->plan->indicators[t->cell.indicator].short_name);
}

static void trend_copy(const void *state, struct copy *out)
{
	const struct trend_screen *t = state;
	const struct plan *plan = t->app->plan;
	const char *const heads[] = {_("Period"), _("value"), _("on path"), _("to the path")};
	char text[PHRASE_TEXT];
	copy_row(out, false);
	for (size_t i = 0; i < sizeof heads / sizeof heads[0]; i++)
		copy_cell(out, heads[i]);
	for (int i = 0; i < t->trend.len; i++) {
		const struct trend_point *point = &t->trend.points[i];
		copy_row(out, i == t->list.focus);
		period_format(point->period, PERIOD_REPORT, text);
		copy_cell(out, point->projected ? _("computed") : text);
		copy_main(out, figure_words(t, point, text, sizeof text));
		copy_cell(out, trend_figure(plan, &t->trend, point->path, text, sizeof text));
		copy_cell(out, trend_distance(plan, &t->trend, point, text, sizeof text));
	}
}

static const struct screen_ops scr_trend = {
	.name = N_("Trend"),
	.context = "list",
	.size = sizeof(struct trend_screen),
	.open = trend_open,
	.load = trend_reload,
	.draw = trend_draw,
	.act = trend_act,
	.offers = trend_offers,
	.hint = trend_hint,
	.where = trend_where,
	.close = trend_close,
	.copy = trend_copy,
};

unsigned scr_trend_show(struct app *app, int indicator, int unit)
{
	struct scr_trend_arg arg = {indicator, unit};
	if (app->plan->indicators[indicator].kind == PLAN_NUMBER)
		screen_push(app, &scr_trend, &arg);
	else
		screen_message(app, false, "%s", _("Only an indicator in numbers has a trend."));
	return DRAWN;
}
