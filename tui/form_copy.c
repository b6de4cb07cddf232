// SPDX-License-Identifier: MIT
// F5 in a form (form.h): the figure of the period before, marked as copied until Enter confirms it; again: the whole column.
//
// A stock may well stand as it stood. A total since January may, too, where nothing has been added since; but that is said of
// each cell by itself, never of a column, and in the first period of a year there is nothing that it could go on from.
#include "tui/form_part.h"

#include <stdlib.h>

#include "core/i18n.h"
#include "core/period.h"

static bool is_flow(const struct form *f, const struct form_cell *cell)
{
	return f->app->plan->elements[cell->element].kind == PLAN_FLOW;
}

// Has its total begun anew since the period before? By years that is another year always.
static bool starts_anew(const struct form *f, const struct form_cell *cell)
{
	return is_flow(f, cell) && (f->by_years || period_month(cell->period) <= f->app->plan->elements[cell->element].months);
}

static void copy_one(struct form *f, const struct form_cell *cell, const char *text)
{
	struct intake_cell ask = {.text = text, .kind = ENTRY_VALUE, .copied = true};
	bool flow = is_flow(f, cell);
	if (form_save(f, &ask))
		screen_message(f->app, false, "%s",
			flow ? _("Copied from the period before: nothing has been added since. Enter here confirms it.")
			     : _("Copied from the period before: Enter here confirms it; F5 again fills the empty cells of the column."));
}

static bool can_be_copied(const struct form *f, const struct form_cell *cell)
{
	bool empty = cell->now.change == 0 || cell->now.kind == ENTRY_CLEARED;
	return !is_flow(f, cell) && empty && cell->before.change != 0 && cell->before.kind == ENTRY_VALUE;
}

// All stocks that are empty, as one action; what flows stays empty.
static unsigned fill_column(struct form *f)
{
	struct intake_result *results = calloc((size_t)f->len + 1, sizeof *results);
	int len = 0;
	if (results == NULL)
		return screen_failed(f->app, err_set(ERR_MEMORY, "%s", _("no memory")));
	for (int row = 0; row < f->len; row++) {
		const struct form_cell *cell = form_cell_at(f, row, f->col);
		char text[NUM_TEXT];
		form_entry_text(f, cell, &cell->before, text);
		const struct intake_cell ask = {.element = cell->element, .unit = cell->unit, .period = cell->period,
			.text = text, .kind = ENTRY_VALUE, .copied = true};
		if (can_be_copied(f, cell))
			f->app->desk->read_cell(f->app->desk->ctx, &ask, &cell->now, &results[len++]);
	}
	enum err err = f->app->desk->save_cells(f->app->desk->ctx, results, len);
	free(results);
	if (err == ERR_OK)
		err = form_load(f);
	form_tell_saved_at(f);
	if (err == ERR_OK)
		screen_message(f->app, false, P_("%d more cell is filled from the period before; Enter on each confirms it.",
			"%d more cells are filled from the period before; Enter on each confirms it.", (unsigned long)len), len);
	return screen_failed(f->app, err) | SCREEN_RELOAD;
}

unsigned form_same_as_before(struct form *f)
{
	const struct form_cell *cell = form_focused(f);
	bool again = !f->editing && cell->now.change != 0 && cell->now.copied;
	char text[NUM_TEXT];
	form_entry_text(f, cell, &cell->before, text);
	if (starts_anew(f, cell))
		screen_message(f->app, true, "%s",
			_("A cumulative figure starts again each January: this is the first period of its year, and there is nothing to copy."));
	else if (text[0] == '\0')
		screen_message(f->app, true, "%s", _("The period before has no figure to copy."));
	else if (again && is_flow(f, cell))
		screen_message(f->app, true, "%s", _("A column of cumulative figures is never copied; key in each, or F5 in its own cell."));
	else if (again)
		return fill_column(f);
	else
		copy_one(f, cell, text);
	return DRAWN;
}
