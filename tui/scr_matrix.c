// SPDX-License-Identifier: MIT
// See scr_matrix.h: the keys of S4. What it reads is in matrix_load.c, what it looks like in matrix_draw.c.
#include "tui/scr_matrix.h"

#include <string.h>

#include "core/i18n.h"
#include "core/match.h"
#include "core/text.h"
#include "tui/matrix.h"
#include "tui/scr_changes.h"
#include "tui/scr_chapter.h"
#include "tui/scr_definition.h"
#include "tui/scr_entry.h"
#include "tui/scr_rank.h"
#include "tui/scr_review.h"
#include "tui/scr_trend.h"

static const struct find_ops find_ops;

static enum err matrix_open(void *state, struct app *app, const void *arg)
{
	struct matrix *m = state;
	int len;
	m->app = app;
	m->above = arg != NULL ? *(const int *)arg : app->unit;
	plan_unit_children(app->plan, m->above, &len);
	if (len == 0)
		m->above = app->plan->root;
	m->outline = PLAN_NONE;
	m->at = 1;
	m->find = (struct find){.ops = &find_ops, .app = app, .state = m, .list = &m->rows};
	enum err err = matrix_collect(m);
	return err == ERR_OK ? matrix_read(m) : err;
}

static enum err matrix_reload(void *state)
{
	struct matrix *m = state;
	enum err err = matrix_collect(m);
	return err == ERR_OK ? matrix_read(m) : err;
}

// ------------------------------------------------------------ moving

static unsigned read_again(struct matrix *m)
{
	matrix_fit(m);
	return screen_failed(m->app, matrix_read(m));
}

// What has come into sight is read at once, what explains the cell when the cursor rests.
static unsigned go_on(struct matrix *m)
{
	matrix_fit(m);
	return screen_failed(m->app, matrix_read_sight(m)) | SCREEN_REST;
}

static bool move_across(struct matrix *m, enum action action)
{
	int step = action == ACTION_LEFT ? -1 : action == ACTION_RIGHT || action == ACTION_PANE ? 1 : 0;
	if (step == 0)
		return false;
	int to = m->at + step;
	m->at = to < 0 ? 0 : to > matrix_columns(m) ? matrix_columns(m) : to;
	return true;
}

// The same cell with rows and columns exchanged.
static unsigned turn(struct matrix *m)
{
	struct matrix_cell cell;
	bool there = matrix_cell_at(m, m->rows.focus, m->at, &cell) && cell.line >= 0;
	find_done(&m->find);
	m->turned = !m->turned;
	enum err err = matrix_collect(m);
	for (int row = 0; there && row < m->rows.len; row++) {
		struct matrix_cell at;
		for (int column = 1; column <= matrix_columns(m); column++)
			if (matrix_cell_at(m, row, column, &at) && at.line == cell.line && at.unit == cell.unit) {
				list_go(&m->rows, row);
				m->at = column;
			}
	}
	screen_failed(m->app, err);
	return read_again(m);
}

static unsigned sort(struct matrix *m)
{
	m->worst_first = !m->worst_first;
	return matrix_again(m);
}

// ------------------------------------------------------------ down to the source

static const struct plan_indicator *focused_indicator(const struct matrix *m, struct matrix_cell *cell)
{
	bool there = matrix_cell_at(m, m->rows.focus, m->at, cell);
	if (!there || cell->line < 0)
		return NULL;
	return &m->app->plan->indicators[m->lines[cell->line].indicator];
}

static bool matrix_supposes(const void *state, struct entry *out)
{
	const struct matrix *m = state;
	struct matrix_cell cell;
	return focused_indicator(m, &cell) != NULL &&
		tryout_cell_of(m->app, m->lines[cell.line].indicator, matrix_unit(m, cell.unit), out);
}

static int units_beneath(const struct matrix *m, int unit)
{
	int len;
	plan_unit_children(m->app->plan, unit, &len);
	return len;
}

// What is not asked for in this period is shown over the years.
static unsigned open_form(struct matrix *m, const struct plan_indicator *indicator, int unit)
{
	bool asked = plan_element_asked(m->app->plan, indicator->x, unit, m->app->period);
	struct scr_entry_arg arg = {.unit = unit, .element = indicator->x, .by_years = !asked};
	screen_push(m->app, &scr_entry, &arg);
	return DRAWN;
}

static unsigned open_cell(struct matrix *m)
{
	struct matrix_cell cell;
	const struct plan_indicator *indicator = focused_indicator(m, &cell);
	int unit = matrix_unit(m, cell.unit);
	if (indicator == NULL)
		return SCREEN_HANDLED;
	if (m->at == 0)
		return scr_rank_show(m->app, m->lines[cell.line].indicator, m->above, m->view);
	if (unit == m->above)
		screen_push(m->app, &scr_units, &(struct scr_units_arg){m->lines[cell.line].indicator, PLAN_NONE});
	else if (units_beneath(m, unit) > 0)
		screen_push(m->app, &scr_matrix, &unit);
	else
		return open_form(m, indicator, unit);
	return DRAWN;
}

static unsigned show_life(struct matrix *m)
{
	struct matrix_cell cell;
	const struct plan_indicator *indicator = focused_indicator(m, &cell);
	if (indicator == NULL || m->explain.s == NULL)
		return SCREEN_HANDLED;
	int dated = m->explain.s->value_period;
	struct scr_changes_arg arg = {indicator->x, matrix_unit(m, cell.unit), dated != 0 ? dated : m->app->period};
	screen_push(m->app, &scr_changes, &arg);
	return DRAWN;
}

static unsigned show_trend(struct matrix *m)
{
	struct matrix_cell cell;
	if (focused_indicator(m, &cell) == NULL)
		return SCREEN_HANDLED;
	return scr_trend_show(m->app, m->lines[cell.line].indicator, matrix_unit(m, cell.unit));
}

static unsigned show_definition(struct matrix *m)
{
	struct matrix_cell cell;
	if (focused_indicator(m, &cell) == NULL)
		return SCREEN_HANDLED;
	struct scr_definition_arg arg = {m->lines[cell.line].indicator, matrix_unit(m, cell.unit)};
	screen_push(m->app, &scr_definition, &arg);
	return DRAWN;
}

static unsigned matrix_act(void *state, enum action action, const struct key *key)
{
	struct matrix *m = state;
	(void)key;
	matrix_fit(m);
	if (move_across(m, action) || list_act(&m->rows, action))
		return go_on(m);
	switch (action) {
	case ACTION_NONE: return matrix_is_stale(m) ? matrix_again(m) : read_again(m);
	case ACTION_OPEN: return open_cell(m);
	case ACTION_TURN: return turn(m);
	case ACTION_SORT: return sort(m);
	case ACTION_NEXT_VIEW: return matrix_show(m, (enum phrase_view)((m->view + 1) % PHRASE_VIEWS));
	case ACTION_CHOOSE: return matrix_choose(m);
	case ACTION_WORDS: return show_definition(m);
	case ACTION_LIFE: return show_life(m);
	case ACTION_CHART: return show_trend(m);
	case ACTION_CHECK: return scr_review_open(m->app, NULL);
	default: return 0;
	}
}

// ------------------------------------------------------------ finding

static int row_total(const void *state)
{
	const struct matrix *m = state;
	return m->shown_len;
}

static enum match find_match(const void *state, int row, const char *wanted)
{
	const struct matrix *m = state;
	const struct plan *plan = m->app->plan;
	int shown = m->shown[row];
	if (m->turned) {
		const struct plan_unit *unit = &plan->units[matrix_unit(m, shown < 0 ? -1 : m->order[shown])];
		const char *const words[] = {unit->name, unit->short_name, NULL};
		return match_row(wanted, row + 1, unit->code, words);
	}
	const struct plan_indicator *indicator = &plan->indicators[m->lines[shown].indicator];
	const char *const words[] = {indicator->brief, indicator->short_name, indicator->name, NULL};
	return match_row(wanted, row + 1, indicator->code, words);
}

static unsigned found(void *state, int row)
{
	(void)row;
	return read_again(state);
}

static const struct find_ops find_ops = {row_total, find_match, NULL, found};

// ------------------------------------------------------------

static bool matrix_offers(const void *state, enum action action)
{
	static const enum action offered[] = {ACTION_TURN, ACTION_CHOOSE, ACTION_WORDS, ACTION_FIGURES, ACTION_CHECK, ACTION_SORT,
		ACTION_NEXT_VIEW, ACTION_LIFE, ACTION_CHART};
	(void)state;
	for (size_t i = 0; i < sizeof offered / sizeof offered[0]; i++)
		if (offered[i] == action)
			return true;
	return false;
}

static const char *matrix_hint(const void *state)
{
	const struct matrix *m = state;
	return m->cols.len > m->cols.height ? _("Left, Right scroll; v figure, s worst first, F6 turn, Enter source, c trend, H its life")
					    : _("v figure, s worst first, F6 turn, Enter source (on a name: ranking), c trend, H its life");
}

static void matrix_where(const void *state, char *out, size_t cap)
{
	const struct matrix *m = state;
	if (m->above == m->app->plan->root)
		text_format(out, cap, "%s", phrase_view_name(m->view));
	else
		text_format(out, cap, "%s %s", m->app->plan->units[m->above].short_name, phrase_view_name(m->view));
}

static void matrix_stands(const void *state, char *out, size_t cap)
{
	const struct matrix *m = state;
	text_format(out, cap, "%s%s", m->behind_only ? _("behind only, ") : "", m->worst_first ? _("worst first") : _("official order"));
}

static enum err matrix_rest(void *state)
{
	return matrix_read_focus(state);
}

static void matrix_close(void *state)
{
	matrix_done(state);
}

static void draw(const void *state, struct paint *p)
{
	matrix_draw(state, p);
}

static void copy(const void *state, struct copy *out)
{
	matrix_copy(state, out);
}

const struct screen_ops scr_matrix = {
	.name = N_("Matrix"),
	.context = "list",
	.size = sizeof(struct matrix),
	.open = matrix_open,
	.load = matrix_reload,
	.rest = matrix_rest,
	.draw = draw,
	.act = matrix_act,
	.offers = matrix_offers,
	.hint = matrix_hint,
	.where = matrix_where,
	.stands = matrix_stands,
	.cell = matrix_supposes,
	.close = matrix_close,
	.copy = copy,
	.find = offsetof(struct matrix, find),
};
