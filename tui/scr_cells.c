// SPDX-License-Identifier: MIT
// Choosing a cell of a report: what has been filled in, each with its figure (choose.h).
#include <stdlib.h>

#include "core/entry_words.h"
#include "core/i18n.h"
#include "core/report.h"
#include "core/store.h"
#include "core/text.h"
#include "tui/choose.h"
#include "tui/find.h"
#include "tui/pick.h"

#define LIST_TOP 2
#define NAME_CELLS 48
#define FIGURE_AT (PICK_TEXT_AT + NAME_CELLS + 1)
#define GROWS 64

struct asked {
	struct app *app;
	struct report_key report;
	choose_cell_fn *answer;
	void *ctx;
};
struct cells {
	struct asked asked;
	struct pick pick;
	struct find find;
	struct entry *cells;             // their texts not kept
	int len, cap;
};

static void fit(struct cells *c)
{
	list_resize(&c->pick.list, find_len(&c->find), c->asked.app->rows - 2 - LIST_TOP);
}

// ------------------------------------------------------------ reading

static enum err add(struct cells *c, const struct entry *entry)
{
	if (c->len == c->cap) {
		struct entry *grown = realloc(c->cells, (size_t)(c->cap + GROWS) * sizeof *grown);
		if (grown == NULL)
			return err_set(ERR_MEMORY, "%s", _("no memory"));
		c->cells = grown;
		c->cap += GROWS;
	}
	c->cells[c->len] = *entry;
	c->cells[c->len].note = c->cells[c->len].doc = "";
	c->len++;
	return ERR_OK;
}

static enum err read_element(struct cells *c, int element)
{
	const struct plan *plan = c->asked.app->plan;
	const struct report_key *key = &c->asked.report;
	int len;
	const int *units = plan_element_units(plan, element, &len);
	enum err err = ERR_OK;
	for (int i = 0; i < len && err == ERR_OK; i++) {
		const struct report_key of = report_of_cell(plan, element, units[i], key->period);
		struct entry entry = {.change = 0};
		if (of.dept == key->dept && of.unit == key->unit)
			err = store_get_entry(c->asked.app->store, plan, element, units[i], key->period, &entry);
		if (err == ERR_OK && entry.change != 0)
			err = add(c, &entry);
	}
	return err;
}

static enum err cells_load(void *state)
{
	struct cells *c = state;
	enum err err = ERR_OK;
	c->len = 0;
	for (int element = 0; element < c->asked.app->plan->elements_len && err == ERR_OK; element++)
		err = read_element(c, element);
	find_again(&c->find);
	fit(c);
	return err;
}

// ------------------------------------------------------------ finding

static int row_total(const void *state)
{
	return ((const struct cells *)state)->len;
}

static enum match match_cell(const void *state, int row, const char *wanted)
{
	const struct cells *c = state;
	const struct plan *plan = c->asked.app->plan;
	const struct plan_element *element = &plan->elements[c->cells[row].element];
	const char *const words[] = {element->name, element->short_name, plan->units[c->cells[row].unit].name, NULL};
	return match_row(wanted, row + 1, element->code, words);
}

static unsigned cell_found(void *state, int row)
{
	(void)row;
	fit(state);
	return SCREEN_HANDLED | SCREEN_REDRAW;
}

static const struct find_ops find_ops = {row_total, match_cell, NULL, cell_found};

// ------------------------------------------------------------ the screen

static enum err cells_open(void *state, struct app *app, const void *arg)
{
	struct cells *c = state;
	c->asked = *(const struct asked *)arg;
	c->find = (struct find){.ops = &find_ops, .app = app, .state = c, .list = &c->pick.list};
	return cells_load(c);
}

static void cells_close(void *state)
{
	struct cells *c = state;
	find_done(&c->find);
	free(c->cells);
}

static void draw_row(const struct cells *c, struct paint *p, int y, int row)
{
	const struct plan *plan = c->asked.app->plan;
	const struct entry *cell = &c->cells[find_row(&c->find, row)];
	bool many = c->asked.report.dept != 0;
	char name[256], figure[ENTRY_WORDS];
	text_format(name, sizeof name, "%s%s%s", many ? plan->units[cell->unit].short_name : "", many ? " " : "",
		plan->elements[cell->element].name);
	pick_draw(&c->pick, p, y, row, NAME_CELLS, name);
	if (plan->elements[cell->element].kind != PLAN_STAGE)        // of a task the percent, which need not be given
		paint_text(p, y, FIGURE_AT, paint_cols(p) - FIGURE_AT, ROLE_TEXT, entry_words(plan, cell, figure, sizeof figure));
}

static void cells_draw(const void *state, struct paint *p)
{
	const struct cells *c = state;
	int y = LIST_TOP;
	paint_text(p, 1, PICK_TEXT_AT, NAME_CELLS, ROLE_HEADING, _("Indicator"));
	paint_text(p, 1, FIGURE_AT, paint_cols(p) - FIGURE_AT, ROLE_HEADING, _("this"));
	if (c->len == 0)
		paint_text(p, 3, 1, paint_cols(p) - 1, ROLE_TEXT, _("Nothing is keyed in for this report yet. F3 goes back."));
	for (int i = c->pick.list.top; i < c->pick.list.len && i < c->pick.list.top + c->pick.list.height; i++)
		draw_row(c, p, y++, i);
}

// ROW PLAN_NONE: Esc.
static unsigned answer(struct cells *c, int row)
{
	struct asked asked = c->asked;
	struct entry cell = row == PLAN_NONE ? (struct entry){.change = 0} : c->cells[row];
	screen_close(asked.app);
	return asked.answer(asked.ctx, row == PLAN_NONE ? NULL : &cell);
}

static unsigned cells_act(void *state, enum action action, const struct key *key)
{
	struct cells *c = state;
	fit(c);
	switch (pick_act(&c->pick, action, key)) {
	case PICK_TAKEN: return answer(c, find_row(&c->find, c->pick.list.focus));
	case PICK_MOVED: return SCREEN_HANDLED | SCREEN_REDRAW;
	default: return action == ACTION_BACK ? answer(c, PLAN_NONE) : 0;
	}
}

static const char *cells_hint(const void *state)
{
	(void)state;
	return _("Type the number, or Up, Down and Enter; / filters; Esc goes back");
}

static void cells_where(const void *state, char *out, size_t cap)
{
	const struct cells *c = state;
	text_format(out, cap, "%s", report_owner_name(c->asked.app->plan, &c->asked.report));
}

static const struct screen_ops cells_ops = {
	.name = N_("Choose a cell"),
	.context = "prompt",
	.size = sizeof(struct cells),
	.open = cells_open,
	.load = cells_load,
	.draw = cells_draw,
	.act = cells_act,
	.hint = cells_hint,
	.where = cells_where,
	.close = cells_close,
	.find = offsetof(struct cells, find),
};

void choose_cell(struct app *app, const struct report_key *report, choose_cell_fn *answer_fn, void *ctx)
{
	const struct asked asked = {.app = app, .report = *report, .answer = answer_fn, .ctx = ctx};
	screen_push(app, &cells_ops, &asked);
}
