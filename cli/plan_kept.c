// SPDX-License-Identifier: MIT
// See plan_kept.h. One walk over all entries counts them by element and by unit: a plan is applied once a year.
#include "cli/plan_kept.h"

#include <stdlib.h>
#include <string.h>

#include "core/i18n.h"
#include "core/period.h"
#include "core/text.h"

#define NAME_CELLS 40

struct tally { int64_t entries; int newest; };
struct kept {
	const struct context *context;
	const struct plan *old, *new;
	struct tally *elements, *units;      // of the old plan
	int64_t entries;
	int oldest, newest;
};

static void tally_add(struct tally *tally, int period)
{
	tally->entries++;
	tally->newest = period > tally->newest ? period : tally->newest;
}

static enum err count_entry(const struct entry *entry, void *ctx)
{
	struct kept *kept = ctx;
	tally_add(&kept->elements[entry->element], entry->period);
	tally_add(&kept->units[entry->unit], entry->period);
	kept->oldest = kept->entries == 0 || entry->period < kept->oldest ? entry->period : kept->oldest;
	kept->newest = entry->period > kept->newest ? entry->period : kept->newest;
	kept->entries++;
	return ERR_OK;
}

// From the base year on, for its figures are the baselines; of a year before nothing would be judged, of one after nothing
// would be asked.
static enum err check_years(const struct kept *kept)
{
	if (kept->entries == 0 || (period_year(kept->newest) >= kept->new->base_year &&
			period_year(kept->oldest) <= kept->new->target_year))
		return ERR_OK;
	return err_set(ERR_INPUT, _("nothing was changed: this plan is for %d to %d, the %lld entries are of %d to %d; a plan for other "
		"years has its own file: duibiao init FILE --plan PLAN"), kept->new->base_year, kept->new->target_year,
		(long long)kept->entries, period_year(kept->oldest), period_year(kept->newest));
}

static const char *shorten(const char *name, char out[4 * NAME_CELLS + 1])
{
	text_fit(name, NAME_CELLS, false, false, out, 4 * NAME_CELLS + 1);
	return out;
}

static void say_elements(const struct kept *kept)
{
	char name[4 * NAME_CELLS + 1], newest[PERIOD_TEXT];
	for (int i = 0; i < kept->old->elements_len; i++) {
		const struct plan_element *element = &kept->old->elements[i];
		if (kept->elements[i].entries == 0 || plan_element_by_code(kept->new, element->code) != PLAN_NONE)
			continue;
		period_format(kept->elements[i].newest, PERIOD_ASCII, newest);
		fprintf(kept->context->out, _("kept: element %s %s, entries: %lld, the newest of %s; it is retired there, nothing is "
			"dropped (if it is only called otherwise, leave it its id)\n"), element->code, shorten(element->name, name),
			(long long)kept->elements[i].entries, newest);
	}
}

static void say_gone_unit(const struct kept *kept, int i)
{
	const struct plan_unit *unit = &kept->old->units[i];
	char name[4 * NAME_CELLS + 1], newest[PERIOD_TEXT];
	period_format(kept->units[i].newest, PERIOD_ASCII, newest);
	fprintf(kept->context->out, _("kept: unit %s %s, entries: %lld, the newest of %s; it ends there, nothing is dropped (if it went "
		"into another, name it with to and successor)\n"), unit->code, shorten(unit->name, name),
		(long long)kept->units[i].entries, newest);
}

static const char *parent_code(const struct plan *plan, int unit)
{
	int parent = plan->units[unit].parent;
	return parent != PLAN_NONE ? plan->units[parent].code : "";
}

static void say_moved_unit(const struct kept *kept, int i, int now)
{
	const char *from = parent_code(kept->old, i), *to = parent_code(kept->new, now);
	char name[4 * NAME_CELLS + 1];
	if (strcmp(from, to) == 0)
		return;
	fprintf(kept->context->out, _("moved: unit %s %s, entries: %lld, from %s to %s, and earlier sums with it (to leave them "
		"where they were, end it with to and successor and begin another with from)\n"), kept->old->units[i].code,
		shorten(kept->old->units[i].name, name), (long long)kept->units[i].entries, from, to);
}

static void say_units(const struct kept *kept)
{
	for (int i = 0; i < kept->old->units_len; i++) {
		int now = plan_unit_by_code(kept->new, kept->old->units[i].code);
		if (kept->units[i].entries == 0)
			continue;
		if (now == PLAN_NONE)
			say_gone_unit(kept, i);
		else
			say_moved_unit(kept, i, now);
	}
}

// The plan file is the document: what it names goes before what a desk keyed in.
static bool is_named(const struct kept *kept, const struct plan_target *t)
{
	int indicator = plan_indicator_by_code(kept->new, kept->old->indicators[t->indicator].code);
	int unit = plan_unit_by_code(kept->new, kept->old->units[t->unit].code);
	return indicator != PLAN_NONE && unit != PLAN_NONE &&
		plan_target_at(kept->new, indicator, unit, t->kind, t->year) != NULL;
}

static void say_targets(const struct kept *kept)
{
	static const char *const kinds[] = { "baseline", "target", "annual" };
	int stay = 0;
	for (int i = 0; i < kept->old->targets_len; i++) {
		const struct plan_target *t = &kept->old->targets[i];
		if (t->keyed && is_named(kept, t))
			fprintf(kept->context->out, _("given way: %s %s %s.%d was keyed in (%s) and is now that of the plan file; the log "
				"keeps it\n"), kept->old->indicators[t->indicator].code, kept->old->units[t->unit].code, kinds[t->kind],
				t->year, t->doc);
		else if (t->keyed)
			stay++;
	}
	if (stay > 0)
		fprintf(kept->context->out, P_("kept: %d baseline or target that was keyed in\n",
			"kept: %d baselines and targets that were keyed in\n", (unsigned long)stay), stay);
}

enum err plan_kept_say(const struct context *context, const struct plan *plan)
{
	struct kept kept = { .context = context, .old = context->plan, .new = plan };
	kept.elements = calloc((size_t)kept.old->elements_len + 1, sizeof *kept.elements);
	kept.units = calloc((size_t)kept.old->units_len + 1, sizeof *kept.units);
	enum err err = kept.elements != NULL && kept.units != NULL ? ERR_OK : err_set(ERR_MEMORY, "%s", _("no memory"));
	if (err == ERR_OK)
		err = store_every_entry(context->store, context->plan, count_entry, &kept);
	if (err == ERR_OK)
		err = check_years(&kept);
	if (err == ERR_OK) {
		say_elements(&kept);
		say_units(&kept);
		say_targets(&kept);
	}
	free(kept.elements);
	free(kept.units);
	return err;
}
