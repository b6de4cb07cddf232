// SPDX-License-Identifier: MIT
// See rollup.h. A panel is one element's months; units are visited children first, so one pass rolls up a tree of any depth.
#include "core/rollup.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "core/i18n.h"
#include "core/rollup_months.h"

// An own entry, one of thousands in each month: figure * SAID_FIGURE + its flags; 0: nothing.
typedef int64_t said_word;
#define SAID_KIND 3
#define SAID_QUALIFIER 4             // times the qualifier
#define SAID_FINAL 16
#define SAID_ACCEPTED 32
#define SAID_FIGURE 64
struct total {                       // of a unit's children
	struct rat sum;
	int reported, due, unaccepted;
	bool final;
};
struct slice {                       // one month of one element
	int period;
	said_word *said;             // by place; NULL: nobody has said anything
	struct total *totals;        // by place.total
};
struct panel {
	struct slice *slices; int slices_len;
	struct rollup_months months;
};
struct place {                       // a unit that is rolled up
	int unit, parent;            // parent: its place, or PLAN_NONE
	int total;                   // PLAN_NONE: no children
};
struct rollup {
	const struct plan *plan;
	struct rollup_source source;
	int focus;
	bool accepted, alone;        // alone: the focus has no children
	struct place *places; int places_len;    // children before parents
	int totals_len;
	int *place;                  // by unit, or PLAN_NONE
	bool *applies; int applies_to;   // by place: whether that element applies; PLAN_NONE: not known yet
	struct panel *panels;        // by element
	struct slice *taking;        // the month that is being read
};
static const struct total no_total = { .sum = { 0, 1 }, .final = true };

static enum err no_memory(void)
{
	return err_set(ERR_MEMORY, _("there is no memory left"));
}

// ------------------------------------------------------------ making one

// Trees are as deep as administrations are.
static void visit(struct rollup *r, int unit)
{
	int len;
	const int *children = plan_unit_children(r->plan, unit, &len);
	for (int i = 0; i < len; i++)
		visit(r, children[i]);
	r->places[r->places_len] = (struct place){ unit, PLAN_NONE, len > 0 ? r->totals_len++ : PLAN_NONE };
	for (int i = 0; i < len; i++)
		r->places[r->place[children[i]]].parent = r->places_len;
	r->place[unit] = r->places_len++;
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
	int len = 0;
	for (int unit = 0; unit < plan->units_len; unit++)
		r->place[unit] = PLAN_NONE;
	for (int unit = 0; unit < plan->units_len; unit++) {
		bool top = r->focus == PLAN_NONE ? plan->units[unit].parent == PLAN_NONE : unit == r->focus;
		if (top || (plan->units[unit].compare && !visited(r, unit)))
			visit(r, unit);
	}
	if (r->focus != PLAN_NONE)
		plan_unit_children(plan, r->focus, &len);
	r->alone = r->focus != PLAN_NONE && len == 0;
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
	r->applies_to = PLAN_NONE;
	r->places = calloc(units, sizeof *r->places);
	r->place = calloc(units, sizeof *r->place);
	r->applies = calloc(units, sizeof *r->applies);
	r->panels = calloc((size_t)plan->elements_len + 1, sizeof *r->panels);
	if (r->places == NULL || r->place == NULL || r->applies == NULL || r->panels == NULL) {
		rollup_free(r);
		return no_memory();
	}
	choose_units(r);
	*out = r;
	return ERR_OK;
}

static void free_slice(struct slice *slice)
{
	free(slice->said);
	free(slice->totals);
}

static void free_panels(struct rollup *r)
{
	for (int element = 0; element < r->plan->elements_len; element++) {
		struct panel *panel = &r->panels[element];
		for (int i = 0; i < panel->slices_len; i++)
			free_slice(&panel->slices[i]);
		free(panel->slices);
		rollup_months_done(&panel->months);
	}
}

void rollup_free(struct rollup *r)
{
	if (r == NULL)
		return;
	if (r->panels != NULL)
		free_panels(r);
	free(r->panels);
	free(r->applies);
	free(r->place);
	free(r->places);
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

static said_word said_of(const struct entry *entry)
{
	return entry->figure * SAID_FIGURE + (int64_t)entry->kind + (int64_t)entry->qualifier * SAID_QUALIFIER +
		(entry->final ? SAID_FINAL : 0) + (entry->accepted ? SAID_ACCEPTED : 0);
}

static int said_flags(said_word said)
{
	return (int)(said & (SAID_FIGURE - 1));
}

static enum entry_kind said_kind(said_word said)
{
	return (enum entry_kind)(said & SAID_KIND);
}

static int64_t said_figure(said_word said)
{
	return (said - said_flags(said)) / SAID_FIGURE;
}

static enum err take_entry(const struct entry *entry, void *ctx)
{
	const struct rollup *r = ctx;
	struct slice *slice = r->taking;
	int place = r->place[entry->unit];
	if (place == PLAN_NONE || (r->accepted && !entry->accepted))
		return ERR_OK;
	if (slice->said == NULL)
		slice->said = calloc((size_t)r->places_len, sizeof *slice->said);
	if (slice->said == NULL)
		return no_memory();
	slice->said[place] = said_of(entry);
	return ERR_OK;
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

static bool complete(const struct total *total)
{
	return total->due > 0 && total->reported == total->due;
}

// What a child that is due gives its parent: its own figure, else its complete sum.
static enum err give(struct total *parent, said_word said, const struct total *total)
{
	bool own = said_kind(said) == ENTRY_VALUE;
	parent->due++;
	if (!own && !complete(total))
		return ERR_OK;
	parent->reported++;
	parent->final = parent->final && (own ? (said & SAID_FINAL) != 0 : total->final);
	parent->unaccepted += own ? (said & SAID_ACCEPTED) == 0 : total->unaccepted > 0;
	return add_figure(&parent->sum, own ? rat_of_int(said_figure(said)) : total->sum);
}

// Most elements apply to the same units: what is known of one serves the next.
static const bool *applies(struct rollup *r, int element)
{
	int len, known_len = -1;
	const int *units = plan_element_units(r->plan, element, &len);
	const int *known = r->applies_to != PLAN_NONE ? plan_element_units(r->plan, r->applies_to, &known_len) : NULL;
	r->applies_to = element;
	if (units == known && len == known_len)
		return r->applies;
	memset(r->applies, 0, (size_t)r->places_len * sizeof *r->applies);
	for (int i = 0; i < len; i++)
		if (r->place[units[i]] != PLAN_NONE)
			r->applies[r->place[units[i]]] = true;
	return r->applies;
}

static enum err roll(struct rollup *r, int element, const struct slice *slice)
{
	const bool *asked = applies(r, element), mean = r->plan->elements[element].rollup == PLAN_ROLLUP_MEAN;
	for (int i = 0; i < r->places_len; i++) {
		const struct place *place = &r->places[i];
		said_word said = slice->said != NULL ? slice->said[i] : 0;
		struct total *total = place->total != PLAN_NONE ? &slice->totals[place->total] : NULL;
		enum err err = ERR_OK;
		if (mean && total != NULL && total->reported > 0)
			err = rat_div(total->sum, rat_of_int(total->reported), &total->sum);
		bool due = (asked[i] || (total != NULL && total->due > 0)) && said_kind(said) != ENTRY_NOT_APPLICABLE &&
			plan_unit_valid(r->plan, place->unit, slice->period) && !r->plan->units[place->unit].compare;
		if (err == ERR_OK && due && place->parent != PLAN_NONE)
			err = give(&slice->totals[r->places[place->parent].total], said, total != NULL ? total : &no_total);
		if (err != ERR_OK)
			return err;
	}
	return ERR_OK;
}

static enum err read_slice(struct rollup *r, int element, struct slice *slice)
{
	int one = r->alone && r->plan->elements[element].kind != PLAN_PUBLISHED ? r->focus : PLAN_NONE;
	slice->totals = calloc((size_t)r->totals_len + 1, sizeof *slice->totals);
	if (slice->totals == NULL)
		return no_memory();
	for (int i = 0; i < r->totals_len; i++)
		slice->totals[i] = no_total;
	r->taking = slice;
	enum err err = r->source.each_entry(r->source.ctx, element, slice->period, one, take_entry, r);
	bool adds = r->plan->elements[element].rollup != PLAN_ROLLUP_NONE && plan_element_open(r->plan, element, slice->period);
	if (err == ERR_OK && adds)           // else nobody is due
		err = roll(r, element, slice);
	return err;
}

static enum err add_slice(struct rollup *r, struct panel *panel, int element, int period, const struct slice **out)
{
	struct slice slice = { .period = period };
	struct slice *slices = realloc(panel->slices, (size_t)(panel->slices_len + 1) * sizeof *slices);
	if (slices == NULL)
		return no_memory();
	panel->slices = slices;
	enum err err = read_slice(r, element, &slice);
	if (err != ERR_OK) {
		free_slice(&slice);
		return err;
	}
	slices[panel->slices_len] = slice;
	*out = &slices[panel->slices_len++];
	return ERR_OK;
}

static void tell(const struct rollup *r, const struct slice *slice, int element, int unit, struct rollup_cell *out)
{
	const struct place *place = &r->places[r->place[unit]];
	const struct total *total = place->total != PLAN_NONE ? &slice->totals[place->total] : &no_total;
	*out = (struct rollup_cell){ .sum_final = total->final, .sum_accepted = total->unaccepted == 0, .sum = total->sum,
		.reported = total->reported, .due = total->due, .unaccepted = total->unaccepted };
	if (slice->said != NULL) {
		said_word said = slice->said[r->place[unit]];
		out->kind = said_kind(said);
		out->qualifier = (enum num_qualifier)(said_flags(said) / SAID_QUALIFIER % 4);
		out->final = (said & SAID_FINAL) != 0;
		out->accepted = (said & SAID_ACCEPTED) != 0;
		out->own = said_figure(said);
	}
	out->asked = out->kind != ENTRY_NOT_APPLICABLE && plan_element_asked(r->plan, element, unit, slice->period);
}

enum err rollup_at(struct rollup *r, int element, int unit, int period, struct rollup_cell *out)
{
	struct panel *panel = &r->panels[element];
	const struct slice *slice = NULL;
	assert(r->place[unit] != PLAN_NONE);
	for (int i = 0; i < panel->slices_len && slice == NULL; i++)
		if (panel->slices[i].period == period)
			slice = &panel->slices[i];
	enum err err = slice == NULL ? add_slice(r, panel, element, period, &slice) : ERR_OK;
	if (err == ERR_OK)
		tell(r, slice, element, unit, out);
	return err;
}

enum err rollup_newest(struct rollup *r, int element, int period, int step, int *out)
{
	return rollup_months_newest(&r->panels[element].months, &r->source, element, period, step, out);
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

bool rollup_given(const struct rollup_cell *cell, struct rat *out)
{
	bool own = cell->kind == ENTRY_VALUE;
	*out = own ? rat_of_int(cell->own) : cell->sum;
	return own || rollup_complete(cell);
}

bool rollup_stands(const struct rollup_cell *cell, struct rat *out)
{
	struct rat figure;
	return rollup_given(cell, &figure) && rat_div(figure, rat_of_int(NUM_SCALE), out) == ERR_OK;
}
