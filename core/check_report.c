// SPDX-License-Identifier: MIT
// A whole report: every cell of its owner, first what is wrong, then what is strange.
#include "core/check_part.h"
#include "core/period.h"

struct walk {
	const struct plan *plan;
	const struct check_source *source;
	const struct report_key *key;
	int due;
	check_fn *fn;
	void *ctx;
};

static enum err check_one(const struct walk *walk, enum check_level level, int element, int unit)
{
	int period = walk->key->period;
	struct entry entry;
	enum err err = walk->source->entry(walk->source->ctx, element, unit, period, &entry);
	if (err != ERR_OK)
		return err;
	if (entry.change == 0)
		entry = (struct entry){ .element = element, .unit = unit, .period = period, .note = "", .doc = "" };
	struct check check = check_begin(walk->plan, walk->source, &entry, walk->fn, walk->ctx);
	check.owed = plan_element_asked(walk->plan, element, unit, period) &&
		report_element_due(walk->plan, element, period) <= walk->due;
	return check_run(&check, level, CHECK_CELL | CHECK_REPORT);
}

// Of a department all units of its elements, else those cells of the unit that it keys itself. The root's own figures, asked
// or published, belong to whoever answers for the element over all units.
static enum err check_element(const struct walk *walk, enum check_level level, int element)
{
	const struct plan *plan = walk->plan;
	const struct report_key *key = walk->key;
	int len = plan_element_applies(plan, element, key->unit);
	const int *units = key->dept != 0 ? plan_element_units(plan, element, &len) : &key->unit;
	enum err err = ERR_OK;
	for (int i = 0; i < len && err == ERR_OK; i++)
		if (plan_unit_valid(plan, units[i], key->period))
			err = check_one(walk, level, element, units[i]);
	if (err == ERR_OK && key->unit == plan->root && !plan_element_applies(plan, element, plan->root))
		err = check_one(walk, level, element, plan->root);
	return err;
}

// A published figure may come in any month, what is keyed in those of its frequency.
static bool has_cells(const struct walk *walk, const struct plan_element *element)
{
	return element->owner == walk->key->dept && walk->key->period <= element->retired &&
		(element->kind == PLAN_PUBLISHED || period_in_frequency(walk->key->period, element->months));
}

static enum err check_level_of(const struct walk *walk, enum check_level level)
{
	enum err err = ERR_OK;
	for (int element = 0; element < walk->plan->elements_len && err == ERR_OK; element++)
		if (has_cells(walk, &walk->plan->elements[element]))
			err = check_element(walk, level, element);
	return err;
}

enum err check_report(const struct plan *plan, const struct check_source *source, const struct report_key *key, int due,
	check_fn *fn, void *ctx)
{
	const struct walk walk = { plan, source, key, due, fn, ctx };
	enum err err = check_level_of(&walk, CHECK_HARD);
	return err == ERR_OK ? check_level_of(&walk, CHECK_SOFT) : err;
}
