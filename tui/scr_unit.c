// SPDX-License-Identifier: MIT
// Choosing a unit: those that report in this period in official order, each with how much of its form is filled; where an owner is
// asked for, the departments follow.
#include <stdlib.h>

#include "core/filled.h"
#include "core/i18n.h"
#include "core/text.h"
#include "tui/choose.h"
#include "tui/find.h"
#include "tui/pick.h"
#include "tui/stamp.h"

#define LIST_TOP 2
#define NAME_CELLS 40
#define COUNT_AT (PICK_TEXT_AT + NAME_CELLS)
#define COUNT_CELLS 20

struct asked {
	struct app *app;
	bool root;
	choose_unit_fn *answer;
	choose_owner_fn *answer_owner;   // NULL: units only
	void *ctx;
	struct owner_at at;              // the cursor
};
struct units {
	struct asked asked;
	struct pick pick;
	struct find find;
	int *units, units_len;           // plan indices; from the plan's units_len on departments
	struct report_list reports;      // of the period
};

static bool listed(const struct units *u, int unit)
{
	const struct plan *plan = u->asked.app->plan;
	if (unit == plan->root)
		return u->asked.root;
	return !plan->units[unit].compare && plan_unit_valid(plan, unit, u->asked.app->period);
}

static void fit(struct units *u)
{
	list_resize(&u->pick.list, find_len(&u->find), u->asked.app->rows - 2 - LIST_TOP);
}

// ------------------------------------------------------------ finding

static int row_total(const void *state)
{
	return ((const struct units *)state)->units_len;
}

static int dept_of(const struct units *u, int row)
{
	int dept = u->units[row] - u->asked.app->plan->units_len;
	return dept > 0 ? dept : 0;
}

static enum match match_dept(const struct units *u, int row, const char *wanted)
{
	const struct plan_dept *dept = &u->asked.app->plan->depts[dept_of(u, row)];
	const char *const words[] = {dept->name, NULL};
	return match_row(wanted, row + 1, dept->code, words);
}

static enum match match_unit(const void *state, int row, const char *wanted)
{
	const struct units *u = state;
	if (dept_of(u, row) != 0)
		return match_dept(u, row, wanted);
	const struct plan_unit *unit = &u->asked.app->plan->units[u->units[row]];
	const char *const words[] = {unit->name, unit->short_name, NULL};
	return match_row(wanted, row + 1, unit->code, words);
}

static unsigned unit_found(void *state, int row)
{
	(void)row;
	fit(state);
	return SCREEN_HANDLED | SCREEN_REDRAW;
}

static const struct find_ops find_ops = {row_total, match_unit, NULL, unit_found};

// ------------------------------------------------------------

static enum err units_load(void *state)
{
	struct units *u = state;
	struct app *app = u->asked.app;
	u->units_len = 0;
	for (int unit = 0; unit < app->plan->units_len; unit++)
		if (listed(u, unit))
			u->units[u->units_len++] = unit;
	for (int dept = 1; u->asked.answer_owner != NULL && dept < app->plan->depts_len; dept++)
		u->units[u->units_len++] = app->plan->units_len + dept;
	find_again(&u->find);
	fit(u);
	const struct report_ask ask = {app->period, app->today, stamp_day};
	report_list_done(&u->reports);
	return report_list_load(&u->reports, app->store, app->plan, &ask);
}

static enum err units_open(void *state, struct app *app, const void *arg)
{
	struct units *u = state;
	u->asked = *(const struct asked *)arg;
	u->find = (struct find){.ops = &find_ops, .app = app, .state = u, .list = &u->pick.list};
	size_t len = (size_t)(app->plan->units_len + app->plan->depts_len) + 1;
	u->units = calloc(len, sizeof *u->units);
	if (u->units == NULL)
		return err_set(ERR_MEMORY, "%s", _("no memory"));
	enum err err = units_load(u);
	const struct owner_at *at = &u->asked.at;
	for (int i = 0; i < u->units_len; i++)
		if (u->units[i] == (at->dept == 0 ? at->unit : app->plan->units_len + at->dept))
			list_go(&u->pick.list, i);
	return err;
}

static void units_close(void *state)
{
	struct units *u = state;
	find_done(&u->find);
	free(u->units);
	report_list_done(&u->reports);
}

static void draw_row(const struct units *u, struct paint *p, int y, int row)
{
	const struct plan *plan = u->asked.app->plan;
	int at = find_row(&u->find, row), dept = dept_of(u, at), unit = dept == 0 ? u->units[at] : plan->root;
	char text[FILLED_WORDS];
	pick_draw(&u->pick, p, y, row, NAME_CELLS, dept == 0 ? plan->units[unit].name : plan->depts[dept].name);
	paint_right(p, y, COUNT_AT, COUNT_CELLS, ROLE_TEXT, filled_words(report_list_find(&u->reports, dept, unit), text, sizeof text));
}

static void units_draw(const void *state, struct paint *p)
{
	const struct units *u = state;
	int y = LIST_TOP;
	paint_text(p, 1, PICK_TEXT_AT, NAME_CELLS, ROLE_HEADING, u->asked.answer_owner != NULL ? _("unit or department") : _("unit"));
	paint_right(p, 1, COUNT_AT, COUNT_CELLS, ROLE_HEADING, _("filled"));
	if (u->units_len == 0)
		paint_text(p, 3, 1, paint_cols(p) - 1, ROLE_TEXT, _("No unit reports in this period. F3 goes back."));
	for (int i = u->pick.list.top; i < u->pick.list.len && i < u->pick.list.top + u->pick.list.height; i++)
		draw_row(u, p, y++, i);
}

// ROW PLAN_NONE: Esc.
static unsigned answer(struct units *u, int row)
{
	struct asked asked = u->asked;
	int dept = row == PLAN_NONE ? 0 : dept_of(u, row);
	int unit = row == PLAN_NONE ? PLAN_NONE : dept == 0 ? u->units[row] : asked.app->plan->root;
	screen_close(asked.app);
	return asked.answer_owner != NULL ? asked.answer_owner(asked.ctx, dept, unit) : asked.answer(asked.ctx, unit);
}

static unsigned units_act(void *state, enum action action, const struct key *key)
{
	struct units *u = state;
	fit(u);
	switch (pick_act(&u->pick, action, key)) {
	case PICK_TAKEN: return answer(u, find_row(&u->find, u->pick.list.focus));
	case PICK_MOVED: return SCREEN_HANDLED | SCREEN_REDRAW;
	default: return action == ACTION_BACK ? answer(u, PLAN_NONE) : 0;
	}
}

static const char *units_hint(const void *state)
{
	(void)state;
	return _("Type the number, or Up, Down and Enter; / filters; Esc goes back");
}

static void units_where(const void *state, char *out, size_t cap)
{
	(void)state;
	text_format(out, cap, "%s", "");
}

static const struct screen_ops units_ops = {
	.name = N_("Choose a unit"),
	.context = "prompt",
	.size = sizeof(struct units),
	.open = units_open,
	.load = units_load,
	.draw = units_draw,
	.act = units_act,
	.hint = units_hint,
	.where = units_where,
	.close = units_close,
	.find = offsetof(struct units, find),
};

void choose_unit(struct app *app, bool root, choose_unit_fn *answer_fn, void *ctx)
{
	const struct asked asked = {.app = app, .root = root, .answer = answer_fn, .ctx = ctx, .at = {0, app->unit}};
	screen_push(app, &units_ops, &asked);
}

void choose_owner(struct app *app, const struct owner_at *at, choose_owner_fn *answer_fn, void *ctx)
{
	const struct asked asked = {.app = app, .root = true, .answer_owner = answer_fn, .ctx = ctx, .at = *at};
	screen_push(app, &units_ops, &asked);
}
