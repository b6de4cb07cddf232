// SPDX-License-Identifier: MIT
// S15: choosing the reporting period, from a list by years or by typing it (202406, 2024, 2024Q2).
#include "core/i18n.h"
#include "core/period.h"
#include "core/text.h"
#include "tui/choose.h"
#include "tui/keymap.h"
#include "tui/periods.h"

void choose_years(const struct app *app, int *first, int *last)
{
	int shown = period_year(app->period), now = app->today / 10000;
	*first = shown < app->plan->base_year ? shown : app->plan->base_year;
	*last = shown > app->plan->target_year ? shown : app->plan->target_year;
	*last = now > *last ? now : *last;
}

static void fit(struct periods *s)
{
	list_resize(&s->list, find_len(&s->find), periods_height(s));
}

static void see(struct periods *s)
{
	fit(s);
	screen_failed(s->app, periods_see(s));
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
	see(state);
	return SCREEN_HANDLED | SCREEN_REDRAW;
}

static const struct find_ops find_ops = {row_total, match_period, NULL, period_found};

// ------------------------------------------------------------

static enum err periods_load(void *state)
{
	struct periods *s = state;
	periods_forget(s);
	fit(s);
	return periods_see(s);
}

static enum err periods_open(void *state, struct app *app, const void *arg)
{
	struct periods *s = state;
	(void)arg;
	s->app = app;
	s->find = (struct find){.ops = &find_ops, .app = app, .state = s, .list = &s->list};
	enum err err = periods_collect(s);
	if (err != ERR_OK)
		return err;
	fit(s);
	for (int i = 0; i < s->rows_len; i++)
		if (s->rows[i].period == app->period)
			list_go(&s->list, i);
	return periods_load(s);
}

static void periods_close(void *state)
{
	periods_done(state);
}

static void periods_draw(const void *state, struct paint *p)
{
	periods_paint(state, p);
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

static unsigned act(struct periods *s, enum action action, const struct key *key)
{
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

static unsigned periods_act(void *state, enum action action, const struct key *key)
{
	struct periods *s = state;
	fit(s);
	unsigned result = act(s, action, key);
	if ((result & SCREEN_POP) == 0)
		see(s);
	return result;
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
