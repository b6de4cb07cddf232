// SPDX-License-Identifier: MIT
// See rollup.h. A panel is one element's months; units are visited children first, so one pass rolls up a tree of any depth.
#include "core/rollup.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "core/i18n.h"
#include "core/period.h"

struct slice {                       // one month of one element
	int period;
	struct rollup_cell *cells;   // by slot
};
struct panel {
	struct slice *slices; int slices_len;
	int *periods; int periods_len;   // that have entries, newest first, as far back as somebody asked
	bool exhausted;              // there is none before the last of them
};
struct rollup {
	const struct plan *plan;
	struct rollup_source source;
	int focus;
	bool accepted, alone;        // alone: the focus has no children
	int *order; int order_len;   // units that are rolled up, children before parents
	int *slot;                   // by unit: where its cell is kept, or PLAN_NONE
	int slots;
	struct rollup_cell *scratch; // by unit
	struct panel *panels;        // by element
};

static enum err no_memory(void)
{
	return err_set(ERR_MEMORY, _("there is no memory left"));
}

// ------------------------------------------------------------ making one

static void keep_unit(struct rollup *r, int unit)
{
	if (r->slot[unit] == PLAN_NONE)
		r->slot[unit] = r->slots++;
}

// Trees are as deep as administrations are.
static void visit(struct rollup *r, int unit)
{
	int len;
	const int *children = plan_unit_children(r->plan, unit, &len);
	for (int i = 0; i < len; i++)
		visit(r, children[i]);
	r->order[r->order_len++] = unit;
	if (r->focus == PLAN_NONE)
		keep_unit(r, unit);
}

// Is it visited from the focus, or from a comparison unit above it?
static bool visited(const struct rollup *r, int unit)
{
	for (int up = unit; up != PLAN_NONE; up = r->plan->units[up].parent) {
		bool top = r->focus == PLAN_NONE ? r->plan->units[up].parent == PLAN_NONE : up == r->focus;
		if (top || (up != unit && r->plan->units[up].compare))
			return true;
	}
	return false;
}

static void choose_units(struct rollup *r)
{
	const struct plan *plan = r->plan;
	int len;
	for (int unit = 0; unit < plan->units_len; unit++) {
		bool top = r->focus == PLAN_NONE ? plan->units[unit].parent == PLAN_NONE : unit == r->focus;
		if (top || (plan->units[unit].compare && !visited(r, unit)))
			visit(r, unit);
		if (top || plan->units[unit].compare)
			keep_unit(r, unit);
	}
	if (r->focus == PLAN_NONE)
		return;
	const int *children = plan_unit_children(plan, r->focus, &len);
	for (int i = 0; i < len; i++)
		keep_unit(r, children[i]);
	r->alone = len == 0;
}

enum err rollup_new(const struct plan *plan, const struct rollup_source *source, int focus, bool accepted, struct rollup **out)
{
	struct rollup *r = calloc(1, sizeof *r);
	if (r == NULL)
		return no_memory();
	size_t units = (size_t)plan->units_len + 1;
	r->plan = plan;
	r->source = *source;
	r->focus = focus;
	r->accepted = accepted;
	r->order = calloc(units, sizeof *r->order);
	r->slot = calloc(units, sizeof *r->slot);
	r->scratch = calloc(units, sizeof *r->scratch);
	r->panels = calloc((size_t)plan->elements_len + 1, sizeof *r->panels);
	if (r->order == NULL || r->slot == NULL || r->scratch == NULL || r->panels == NULL) {
		rollup_free(r);
		return no_memory();
	}
	for (int unit = 0; unit < plan->units_len; unit++)
		r->slot[unit] = PLAN_NONE;
	choose_units(r);
	*out = r;
	return ERR_OK;
}

static void free_panels(struct rollup *r)
{
	for (int element = 0; element < r->plan->elements_len; element++) {
		struct panel *panel = &r->panels[element];
		for (int i = 0; i < panel->slices_len; i++)
			free(panel->slices[i].cells);
		free(panel->slices);
		free(panel->periods);
		*panel = (struct panel){ 0 };
	}
}

void rollup_free(struct rollup *r)
{
	if (r == NULL)
		return;
	if (r->panels != NULL)
		free_panels(r);
	free(r->panels);
	free(r->scratch);
	free(r->slot);
	free(r->order);
	free(r);
}

const struct plan *rollup_plan(const struct rollup *r)
{
	return r->plan;
}

const struct rollup_source *rollup_source(const struct rollup *r)
{
	return &r->source;
}

bool rollup_accepted(const struct rollup *r)
{
	return r->accepted;
}

// ------------------------------------------------------------ one month

static enum err take_entry(const struct entry *entry, void *ctx)
{
	struct rollup *r = ctx;
	if (r->accepted && !entry->accepted)
		return ERR_OK;
	struct rollup_cell *cell = &r->scratch[entry->unit];
	cell->kind = entry->kind;
	cell->own = entry->figure;
	cell->qualifier = entry->qualifier;
	cell->final = entry->final;
	cell->accepted = entry->accepted;
	return ERR_OK;
}

// The figure that a child gives its parent, in 1/10 000.
static bool given(const struct rollup_cell *cell, struct rat *out)
{
	if (cell->kind == ENTRY_VALUE) {
		*out = rat_of_int(cell->own);
		return true;
	}
	*out = cell->sum;
	return rollup_complete(cell);
}

static bool is_due(const struct rollup *r, int unit, int period)
{
	const struct rollup_cell *cell = &r->scratch[unit];
	return cell->kind != ENTRY_NOT_APPLICABLE && plan_unit_valid(r->plan, unit, period) && !r->plan->units[unit].compare &&
		(cell->asked || cell->due > 0);
}

static enum err add_figure(struct rat *sum, struct rat figure)
{
	int64_t total;
	if (sum->d != 1 || figure.d != 1)         // a mean of means
		return rat_add(*sum, figure, sum);
	enum err err = num_add((int64_t)sum->n, (int64_t)figure.n, &total);
	if (err == ERR_OK)
		sum->n = total;
	return err;
}

static enum err add_child(struct rollup *r, struct rollup_cell *parent, int child, int period)
{
	const struct rollup_cell *cell = &r->scratch[child];
	struct rat figure;
	if (!is_due(r, child, period))
		return ERR_OK;
	parent->due++;
	if (!given(cell, &figure))
		return ERR_OK;
	bool own = cell->kind == ENTRY_VALUE;
	parent->reported++;
	parent->sum_final = parent->sum_final && (own ? cell->final : cell->sum_final);
	parent->sum_accepted = parent->sum_accepted && (own ? cell->accepted : cell->sum_accepted);
	return add_figure(&parent->sum, figure);
}

static enum err roll_unit(struct rollup *r, int element, int unit, int period)
{
	struct rollup_cell *cell = &r->scratch[unit];
	enum plan_rollup rollup = r->plan->elements[element].rollup;
	int len;
	const int *children = plan_unit_children(r->plan, unit, &len);
	cell->asked = cell->kind != ENTRY_NOT_APPLICABLE && plan_element_asked(r->plan, element, unit, period);
	cell->sum_final = cell->sum_accepted = true;
	for (int i = 0; rollup != PLAN_ROLLUP_NONE && i < len; i++) {
		enum err err = add_child(r, cell, children[i], period);
		if (err != ERR_OK)
			return err;
	}
	if (rollup == PLAN_ROLLUP_MEAN && cell->reported > 0)
		return rat_div(cell->sum, rat_of_int(cell->reported), &cell->sum);
	return ERR_OK;
}

static enum err roll(struct rollup *r, int element, int period)
{
	const struct rollup_cell blank = { .kind = ENTRY_CLEARED, .sum = { 0, 1 } };
	const struct plan_element *e = &r->plan->elements[element];
	for (int i = 0; i < r->order_len; i++)
		r->scratch[r->order[i]] = blank;
	int one = r->alone && e->kind != PLAN_PUBLISHED ? r->focus : PLAN_NONE;
	enum err err = r->source.each_entry(r->source.ctx, element, period, one, take_entry, r);
	for (int i = 0; err == ERR_OK && i < r->order_len; i++)
		err = roll_unit(r, element, r->order[i], period);
	return err;
}

static enum err add_slice(struct rollup *r, struct panel *panel, int element, int period, struct slice **out)
{
	enum err err = roll(r, element, period);
	if (err != ERR_OK)
		return err;
	struct slice *slices = realloc(panel->slices, (size_t)(panel->slices_len + 1) * sizeof *slices);
	if (slices == NULL)
		return no_memory();
	panel->slices = slices;
	struct slice *slice = &slices[panel->slices_len];
	slice->period = period;
	slice->cells = calloc((size_t)r->slots + 1, sizeof *slice->cells);
	if (slice->cells == NULL)
		return no_memory();
	panel->slices_len++;
	for (int i = 0; i < r->order_len; i++) {
		int slot = r->slot[r->order[i]];
		if (slot != PLAN_NONE)
			slice->cells[slot] = r->scratch[r->order[i]];
	}
	*out = slice;
	return ERR_OK;
}

enum err rollup_at(struct rollup *r, int element, int unit, int period, struct rollup_cell *out)
{
	struct panel *panel = &r->panels[element];
	struct slice *slice = NULL;
	assert(r->slot[unit] != PLAN_NONE);
	for (int i = 0; i < panel->slices_len && slice == NULL; i++)
		if (panel->slices[i].period == period)
			slice = &panel->slices[i];
	if (slice == NULL) {
		enum err err = add_slice(r, panel, element, period, &slice);
		if (err != ERR_OK)
			return err;
	}
	*out = slice->cells[r->slot[unit]];
	return ERR_OK;
}

// ------------------------------------------------------------ which months there are

// The next older month that has entries; the first asked for begins the list, newer ones are not looked at.
static enum err older_period(struct rollup *r, struct panel *panel, int element)
{
	int newest, last = panel->periods[panel->periods_len - 1];
	enum err err = r->source.newest(r->source.ctx, element, period_add(last, -1), &newest);
	if (err != ERR_OK)
		return err;
	panel->exhausted = newest == 0;
	if (newest != 0)
		panel->periods[panel->periods_len++] = newest;
	return ERR_OK;
}

static enum err grow_periods(struct panel *panel)
{
	if (panel->periods_len % 16 != 0)
		return ERR_OK;
	int *periods = realloc(panel->periods, ((size_t)panel->periods_len + 16) * sizeof *periods);
	if (periods == NULL)
		return no_memory();
	panel->periods = periods;
	return ERR_OK;
}

// The list of months begins with PERIOD itself, entries or not: a mark that nothing newer is known.
static enum err begin_periods(struct panel *panel, int period)
{
	if (panel->periods_len > 0 && panel->periods[0] > period)
		return ERR_OK;
	panel->periods_len = 0;
	panel->exhausted = false;
	enum err err = grow_periods(panel);
	if (err == ERR_OK)
		panel->periods[panel->periods_len++] = period_add(period, 1);
	return err;
}

enum err rollup_newest(struct rollup *r, int element, int period, int step, int *out)
{
	struct panel *panel = &r->panels[element];
	enum err err = begin_periods(panel, period);
	for (int i = 1; err == ERR_OK; i++) {
		if (i == panel->periods_len) {
			if (panel->exhausted)
				break;
			err = grow_periods(panel);
			if (err == ERR_OK)
				err = older_period(r, panel, element);
			if (err != ERR_OK || i == panel->periods_len)
				break;
		}
		if (panel->periods[i] <= period && period_in_frequency(panel->periods[i], step)) {
			*out = panel->periods[i];
			return ERR_OK;
		}
	}
	*out = 0;
	return err;
}

// ------------------------------------------------------------ what a cell says

bool rollup_complete(const struct rollup_cell *cell)
{
	return cell->due > 0 && cell->reported == cell->due;
}

bool rollup_figure(const struct rollup_cell *cell, enum rollup_kind kind, struct rat *out)
{
	if (kind == ROLLUP_OWN ? cell->kind != ENTRY_VALUE : !rollup_complete(cell))
		return false;
	struct rat figure = kind == ROLLUP_OWN ? rat_of_int(cell->own) : cell->sum;
	return rat_div(figure, rat_of_int(NUM_SCALE), out) == ERR_OK;
}

bool rollup_stands(const struct rollup_cell *cell, struct rat *out)
{
	return rollup_figure(cell, ROLLUP_OWN, out) || rollup_figure(cell, ROLLUP_SUM, out);
}
