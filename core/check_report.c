// SPDX-License-Identifier: MIT
// A whole report: every cell of its owner, first what is wrong, then what is strange. All reports of a period: element by element.
#include "core/check_part.h"
#include "core/period.h"

#define HARD 1
#define SOFT 2

struct walk {
	const struct plan *plan;
	const struct check_source *source;
	const struct report_key *key;
	int due;
	check_fn *fn;
	void *ctx;
};

static enum err check_one(const struct walk *walk, int levels, int element, int unit)
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
	if (levels & HARD)
		err = check_run(&check, CHECK_HARD, CHECK_CELL | CHECK_REPORT);
	return err == ERR_OK && (levels & SOFT) ? check_run(&check, CHECK_SOFT, CHECK_CELL | CHECK_REPORT) : err;
}

// Of a department all units of its elements, else those cells of the unit that it keys itself. The root's own figures, asked
// or published, belong to whoever answers for the element over all units.
static enum err check_element(const struct walk *walk, int levels, int element)
{
	const struct plan *plan = walk->plan;
	const struct report_key *key = walk->key;
	int len = plan_element_applies(plan, element, key->unit);
	const int *units = key->dept != 0 ? plan_element_units(plan, element, &len) : &key->unit;
	enum err err = ERR_OK;
	for (int i = 0; i < len && err == ERR_OK; i++)
		if (plan_unit_valid(plan, units[i], key->period))
			err = check_one(walk, levels, element, units[i]);
	if (err == ERR_OK && key->unit == plan->root && !plan_element_applies(plan, element, plan->root))
		err = check_one(walk, levels, element, plan->root);
	return err;
}

// A published figure may come in any month, what is keyed in those of its frequency.
static bool has_cells(const struct walk *walk, const struct plan_element *element)
{
	return element->owner == walk->key->dept && walk->key->period <= element->retired &&
		(element->kind == PLAN_PUBLISHED || period_in_frequency(walk->key->period, element->months));
}

static enum err check_elements(const struct walk *walk, int levels)
{
	enum err err = ERR_OK;
	for (int element = 0; element < walk->plan->elements_len && err == ERR_OK; element++)
		if (has_cells(walk, &walk->plan->elements[element]))
			err = check_element(walk, levels, element);
	return err;
}

enum err check_report(const struct plan *plan, const struct check_source *source, const struct report_key *key, int due,
	check_fn *fn, void *ctx)
{
	const struct walk walk = { plan, source, key, due, fn, ctx };
	enum err err = check_elements(&walk, HARD);
	return err == ERR_OK ? check_elements(&walk, SOFT) : err;
}

// ------------------------------------------------------------ all reports of a period

struct handing { check_of_report_fn *fn; void *ctx; int report; };

static enum err hand_over(const struct check_finding *finding, void *ctx)
{
	const struct handing *handing = ctx;
	return handing->fn(handing->report, finding, handing->ctx);
}

enum err check_reports(const struct plan *plan, const struct check_source *source, const struct check_report_due *reports, int len,
	check_of_report_fn *fn, void *ctx)
{
	struct handing handing = { fn, ctx, 0 };
	struct walk walk = { .plan = plan, .source = source, .fn = hand_over, .ctx = &handing };
	enum err err = ERR_OK;
	for (int element = 0; element < plan->elements_len; element++)
		for (int i = 0; i < len && err == ERR_OK; i++) {
			handing.report = i;
			walk.key = &reports[i].key;
			walk.due = reports[i].due;
			if (has_cells(&walk, &plan->elements[element]))
				err = check_element(&walk, HARD | SOFT, element);
		}
	return err;
}
