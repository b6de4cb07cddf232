// SPDX-License-Identifier: MIT
// From cell to cell of a form (form.h): the next one, another row or year, the form turned, a row that is looked for. What is
// typed is saved before.
#include "core/i18n.h"
#include "tui/form_part.h"

static unsigned look(struct form *f)
{
	enum err err = f->by_years ? form_load_standings(f) : ERR_OK;
	return screen_failed(f->app, err == ERR_OK ? form_load_words(f) : err);
}

// To another row; by years, each row has its own standings beneath.
static unsigned go(struct form *f, enum action action)
{
	list_act(&f->list, action);
	return look(f);
}

// A department keys in all its elements over the units, one after the other: PLAN_NONE behind the last, and for others.
static int next_of_department(const struct form *f)
{
	const struct plan *plan = f->app->plan;
	const struct who *who = &f->app->who;
	if (!f->turned || f->by_years || !who->known)
		return PLAN_NONE;
	int dept = plan->elements[f->element].owner;             // only a turned form is of one element
	if (dept == 0 || who->dept != dept)
		return PLAN_NONE;
	for (int element = f->element + 1; element < plan->elements_len; element++)
		if (plan->elements[element].owner == dept && plan->elements[element].kind != PLAN_STAGE &&
			plan_element_open(plan, element, f->app->period))
			return element;
	return PLAN_NONE;
}

static void go_on_with(struct form *f, int element)
{
	find_done(&f->find);
	f->element = element;
	f->list = (struct list){0};
	enum err err = form_load(f);
	screen_failed(f->app, err);
	if (err == ERR_OK)
		screen_message(f->app, false, _("On with the next indicator: %s."), f->app->plan->elements[element].name);
}

// The next cell, as Enter goes.
void form_go_on(struct form *f)
{
	bool right = f->app->across && f->cols > 1;
	int next = f->list.focus + 1 == f->list.len ? next_of_department(f) : PLAN_NONE;
	if (next != PLAN_NONE) {
		go_on_with(f, next);
		return;
	}
	if (right && f->col + 1 < f->cols) {
		f->col++;
		screen_failed(f->app, form_load_words(f));
		return;
	}
	if (right)
		f->col = 0;
	go(f, ACTION_DOWN);
}

unsigned form_other_way(struct form *f)
{
	f->app->across = !f->app->across;
	screen_message(f->app, false, "%s", f->app->across ? _("Enter goes to the right from now on, where a form has several columns.")
							   : _("Enter goes down from now on."));
	return DRAWN;
}

unsigned form_turn(struct form *f)
{
	const struct form_cell *cell = form_focused(f);
	if (cell == NULL || !form_accept(f))
		return DRAWN;
	int element = cell->element, unit = cell->unit;
	bool was_turned = f->turned, was_by_years = f->by_years;
	find_done(&f->find);
	f->by_years = was_turned && !was_by_years;
	f->turned = !was_by_years;
	f->month = 12;
	f->element = element;
	f->unit = unit;
	enum err err = form_load(f);
	for (int i = 0; i < f->len; i++)
		if (form_cell_at(f, i, 0)->element == element && form_cell_at(f, i, 0)->unit == unit)
			f->list.focus = i;
	list_resize(&f->list, f->len, form_height(f));
	if (err == ERR_OK && f->by_years)
		err = form_load_standings(f);
	return screen_failed(f->app, err == ERR_OK ? form_load_words(f) : err);
}

unsigned form_move(struct form *f, enum action action)
{
	if (!form_accept(f))
		return DRAWN;
	return go(f, action);
}

// By years only: to the year before or after.
unsigned form_move_aside(struct form *f, int step)
{
	if (!f->by_years)
		return 0;
	if (!form_accept(f))
		return DRAWN;
	if (f->col + step >= 0 && f->col + step < f->cols)
		f->col += step;
	return screen_failed(f->app, form_load_words(f));
}

// By years, the signs that elsewhere change the period change the month of all the years.
unsigned form_another_month(struct form *f, int direction)
{
	if (!f->by_years || f->editing)
		return 0;
	int months = f->app->plan->elements[f->element].months;
	f->month = (f->month + direction * months + 11) % 12 + 1;
	return screen_failed(f->app, form_load(f));
}

// ------------------------------------------------------------ finding

static int row_total(const void *state)
{
	return ((const struct form *)state)->len;
}

static enum match match_cells(const void *state, int row, const char *wanted)
{
	const struct form *f = state;
	const struct form_cell *cell = form_cell_at(f, row, 0);
	const struct plan_unit *unit = &f->app->plan->units[cell->unit];
	const struct plan_element *element = &f->app->plan->elements[cell->element];
	const char *const words[] = {f->turned ? unit->name : element->name, f->turned ? unit->short_name : element->short_name, NULL};
	return match_row(wanted, row + 1, f->turned ? unit->code : element->code, words);
}

static unsigned row_found(void *state, int row)
{
	struct form *f = state;
	(void)row;
	list_resize(&f->list, find_len(&f->find), form_height(f));
	return look(f);
}

const struct find_ops form_find = {row_total, match_cells, NULL, row_found};
