// SPDX-License-Identifier: MIT
// S15: choosing the reporting period, from a list by years or by typing it (202406, 2024, 2024Q2).
#include <stdlib.h>

#include "core/filled.h"
#include "core/i18n.h"
#include "core/period.h"
#include "core/text.h"
#include "tui/choose.h"
#include "tui/find.h"
#include "tui/keymap.h"
#include "tui/list.h"

#define LIST_TOP 2
#define NAME_CELLS 28
#define FIELD_CELLS 14

struct row {
	int period;                      // 0: the heading of YEAR
	int year;
	struct filled filled;            // of all units together
};
struct periods {
	struct app *app;
	struct list list;
	struct find find;
	struct row *rows;
	int rows_len;
	bool typing;
	struct edit edit;
};

void choose_years(const struct app *app, int *first, int *last)
{
	int shown = period_year(app->period), now = app->today / 10000;
	*first = shown < app->plan->base_year ? shown : app->plan->base_year;
	*last = shown > app->plan->target_year ? shown : app->plan->target_year;
	*last = now > *last ? now : *last;
}

static int list_height(const struct periods *s)
{
	return s->app->rows - 2 - LIST_TOP - 2;  // two rows for what is typed
}

static void fit(struct periods *s)
{
	list_resize(&s->list, find_len(&s->find), list_height(s));
}

// ------------------------------------------------------------ finding

static int row_total(const void *state)
{
	return ((const struct periods *)state)->rows_len;
}

// As it is listed, by its month, and as commands write it.
static enum match match_period(const void *state, int row, const char *wanted)
{
	static const enum period_style styles[] = {PERIOD_REPORT, PERIOD_POINT, PERIOD_ASCII};
	const struct periods *s = state;
	enum { STYLES = sizeof styles / sizeof styles[0] };
	char code[16], names[STYLES][PERIOD_TEXT];
	const char *words[STYLES + 1] = {NULL};
	if (s->rows[row].period == 0)
		return MATCH_NOT;
	for (int i = 0; i < STYLES; i++) {
		period_format(s->rows[row].period, styles[i], names[i]);
		words[i] = names[i];
	}
	return match_row(wanted, 0, text_format(code, sizeof code, "%d", s->rows[row].period), words);
}

static unsigned period_found(void *state, int row)
{
	(void)row;
	fit(state);
	return SCREEN_HANDLED | SCREEN_REDRAW;
}

static const struct find_ops find_ops = {row_total, match_period, NULL, period_found};

// ------------------------------------------------------------

static enum err count_row(struct periods *s, struct row *row, struct filled *counts)
{
	const struct plan *plan = s->app->plan;
	enum err err = row->period == 0 ? ERR_OK : filled_count(s->app->store, plan, row->period, counts);
	row->filled = (struct filled){0};
	for (int i = 0; err == ERR_OK && row->period != 0 && i < plan->units_len; i++) {
		if (i == plan->root)
			continue;                            // the units' forms, as on the workbench
		row->filled.filled += counts[i].filled;
		row->filled.asked += counts[i].asked;
	}
	return err;
}

static enum err periods_load(void *state)
{
	struct periods *s = state;
	struct filled *counts = calloc((size_t)s->app->plan->units_len + 1, sizeof *counts);
	enum err err = counts == NULL ? err_set(ERR_MEMORY, "%s", _("no memory")) : ERR_OK;
	for (int i = 0; err == ERR_OK && i < s->rows_len; i++)
		err = count_row(s, &s->rows[i], counts);
	free(counts);
	return err;
}

// Newest first, each year under its heading; the period shown now is there even outside the plan's years.
static int collect(struct periods *s, int first, int last)
{
	int len = 0, step = plan_shortest_months(s->app->plan);
	for (int year = last; year >= first; year--) {
		s->rows[len++] = (struct row){.year = year};
		for (int month = 12; month > 0; month -= step) {
			s->rows[len].period = period_make(year, month);
			s->rows[len++].year = year;
		}
	}
	return len;
}

static enum err periods_open(void *state, struct app *app, const void *arg)
{
	struct periods *s = state;
	int first, last;
	(void)arg;
	s->app = app;
	choose_years(app, &first, &last);
	s->rows = calloc((size_t)(last - first + 1) * 13, sizeof *s->rows);
	if (s->rows == NULL)
		return err_set(ERR_MEMORY, "%s", _("no memory"));
	s->rows_len = collect(s, first, last);
	s->find = (struct find){.ops = &find_ops, .app = app, .state = s, .list = &s->list};
	fit(s);
	for (int i = 0; i < s->rows_len; i++)
		if (s->rows[i].period == app->period)
			list_go(&s->list, i);
	return periods_load(s);
}

static void periods_close(void *state)
{
	struct periods *s = state;
	find_done(&s->find);
	free(s->rows);
}

// ------------------------------------------------------------ drawing

static const char *state_words(const struct periods *s, const struct row *row)
{
	int today = s->app->today;
	if (row->period == s->app->period)
		return _("shown now");
	if (row->filled.asked == 0)
		return _("nothing is asked");
	return period_last_day(row->period) >= today ? _("not open") : row->filled.filled == 0 ? _("nothing keyed in") : "";
}

static void draw_period(const struct periods *s, struct paint *p, int y, const struct row *row, bool focused)
{
	char text[PERIOD_TEXT];
	period_format(row->period, PERIOD_REPORT, text);
	paint_text(p, y, 0, 1, ROLE_MARK, focused ? ">" : " ");
	paint_text(p, y, 3, NAME_CELLS, focused ? ROLE_FOCUS : ROLE_TEXT, text);
	paint_text(p, y, 3 + NAME_CELLS, 8, ROLE_TEXT, text_format(text, sizeof text, "%d", row->period));
	if (row->filled.asked > 0)
		paint_right(p, y, 11 + NAME_CELLS, 10, ROLE_TEXT,
			text_format(text, sizeof text, "%d/%d", row->filled.filled, row->filled.asked));
	paint_text(p, y, 24 + NAME_CELLS, paint_cols(p) - 24 - NAME_CELLS, ROLE_TEXT, state_words(s, row));
}

static void draw_row(const struct periods *s, struct paint *p, int y, int i)
{
	const struct row *row = &s->rows[find_row(&s->find, i)];
	char year[64];
	if (row->period == 0)
		paint_rule(p, y, 0, paint_cols(p),
			text_format(year, sizeof year, _("%d (cumulative figures begin in January)"), row->year));
	else
		draw_period(s, p, y, row, i == s->list.focus);
}

static void periods_draw(const void *state, struct paint *p)
{
	const struct periods *s = state;
	int y = LIST_TOP, field = paint_rows(p) - 3;
	paint_text(p, 1, 3, NAME_CELLS, ROLE_HEADING, _("period"));
	paint_text(p, 1, 3 + NAME_CELLS, 8, ROLE_HEADING, _("code"));
	paint_right(p, 1, 11 + NAME_CELLS, 10, ROLE_HEADING, _("filled"));
	paint_text(p, 1, 24 + NAME_CELLS, 20, ROLE_HEADING, _("state"));
	for (int i = s->list.top; i < s->list.len && i < s->list.top + s->list.height; i++)
		draw_row(s, p, y++, i);
	int used = paint_text(
		p, field, 1, paint_cols(p) - FIELD_CELLS - 4, ROLE_TEXT, _("Or type it, like 202406 or 2024, then Enter:"));
	int cursor = paint_edit(p, field, used + 2, FIELD_CELLS, &s->edit);
	if (s->typing)
		paint_cursor(p, field, cursor);
	else
		paint_cursor(p, LIST_TOP + s->list.focus - s->list.top, 0);
}

// ------------------------------------------------------------ keys

static unsigned choose_period(struct periods *s, int period)
{
	s->app->period = period;
	return SCREEN_POP | SCREEN_RELOAD;
}

static unsigned choose_focused(struct periods *s)
{
	int row = find_row(&s->find, s->list.focus);
	return row == PLAN_NONE ? SCREEN_HANDLED : choose_period(s, s->rows[row].period);
}

// Leave the text and say why when it is no period, or one the plan does not have.
static unsigned choose_typed(struct periods *s)
{
	char text[EDIT_MAX * 4 + 1];
	int period = 0, first, last, step = plan_shortest_months(s->app->plan);
	choose_years(s->app, &first, &last);
	edit_utf8(&s->edit, text, sizeof text);
	if (period_parse(text, &period) != ERR_OK)
		screen_message(s->app, true, "%s", err_message());
	else if (period_year(period) < first || period_year(period) > last)
		screen_message(s->app, true, _("There are periods from %d to %d; choose one of these years."), first, last);
	else if (!period_in_frequency(period, step))
		screen_message(s->app, true, _("Nothing is reported for a period that ends in month %d."), period_month(period));
	else
		return choose_period(s, period);
	return SCREEN_HANDLED | SCREEN_REDRAW;
}

static unsigned edit_typed(struct periods *s, enum action action, const struct key *key)
{
	s->typing = true;
	if (action == ACTION_TYPE)
		edit_insert(&s->edit, (wchar_t)keymap_halve((wint_t)key->code));
	else
		edit_do(&s->edit, key->edit);
	s->typing = s->edit.len > 0;
	return SCREEN_HANDLED | SCREEN_REDRAW;
}

static bool can_focus(int row, void *ctx)
{
	const struct periods *s = ctx;
	return s->rows[find_row(&s->find, row)].period != 0;
}

static unsigned move(struct periods *s, enum action action)
{
	int from = s->list.focus;
	if (!list_act(&s->list, action))
		return 0;
	list_skip(&s->list, from, can_focus, s);
	return SCREEN_HANDLED | SCREEN_REDRAW;
}

static unsigned periods_act(void *state, enum action action, const struct key *key)
{
	struct periods *s = state;
	fit(s);
	if (action == ACTION_TYPE || action == ACTION_LINE)
		return edit_typed(s, action, key);
	if (action == ACTION_OPEN)
		return s->typing ? choose_typed(s) : choose_focused(s);
	if (action == ACTION_BACK && s->typing) {
		edit_set(&s->edit, "", false);
		s->typing = false;
		return SCREEN_HANDLED | SCREEN_REDRAW;
	}
	return move(s, action);
}

static bool periods_editing(const void *state)
{
	const struct periods *s = state;
	return s->typing;
}

static const char *periods_hint(const void *state)
{
	const struct periods *s = state;
	return s->typing ? _("Enter takes it; Esc clears it") : _("Up and Down choose, Enter takes it; / filters; Esc goes back");
}

static void periods_where(const void *state, char *out, size_t cap)
{
	(void)state;
	text_format(out, cap, "%s", "");
}

const struct screen_ops scr_period = {
	.name = N_("Choose a period"),
	.context = "prompt",
	.size = sizeof(struct periods),
	.open = periods_open,
	.load = periods_load,
	.draw = periods_draw,
	.act = periods_act,
	.hint = periods_hint,
	.where = periods_where,
	.editing = periods_editing,
	.close = periods_close,
	.find = offsetof(struct periods, find),
};
