// SPDX-License-Identifier: MIT
// A figure against another that says the same: the sum of the units below it, or what the formula gives. Tolerances are those of
// arithmetic.md "Roll-up".
#include "core/check_part.h"
#include "core/figure.h"
#include "core/i18n.h"
#include "core/period.h"
#include "core/text.h"

#define OLDEST 60                        // months that a newest figure is looked for

// ------------------------------------------------------------ the sum of units

struct sum { int64_t figure; int units; bool complete; };

static enum err add_unit(struct check *check, int unit, struct sum *sum)
{
	const struct entry *at = check->entry;
	struct entry entry;
	int len;
	plan_unit_children(check->plan, unit, &len);
	bool due = plan_unit_valid(check->plan, unit, at->period) && (len > 0 || plan_element_applies(check->plan, at->element, unit));
	if (!due || check->plan->units[unit].compare)
		return ERR_OK;
	enum err err = check->source->entry(check->source->ctx, at->element, unit, at->period, &entry);
	if (err != ERR_OK || (entry.change != 0 && entry.kind == ENTRY_NOT_APPLICABLE))
		return err;
	sum->complete = sum->complete && entry.change != 0 && check_is_value(&entry);
	if (!sum->complete)
		return ERR_OK;
	sum->units++;
	return num_add(sum->figure, entry.figure, &sum->figure);
}

// Counts agree exactly, figures with decimals within half a unit of the last one each, a mean within one.
static bool agrees(const struct plan_element *element, int64_t own, const struct sum *sum)
{
	bool mean = element->rollup == PLAN_ROLLUP_MEAN;
	num_i128 units = sum->units, difference = (mean ? own * units : own) - sum->figure;
	num_i128 step = check_step(element), most = mean ? 2 * units * step : element->decimals > 0 ? units * step : 0;
	return 2 * (difference < 0 ? -difference : difference) <= most;
}

static enum err tell_sum(struct check *check, const struct sum *sum)
{
	struct check_finding finding = check_finding_of(check);
	const struct plan_element *element = check->element;
	struct rat figure = rat_of_figure(sum->figure);
	enum err err = element->rollup == PLAN_ROLLUP_MEAN ? rat_div(figure, rat_of_int(sum->units), &figure) : ERR_OK;
	if (err != ERR_OK)
		return err;
	rat_format(figure, element->decimals, NUM_HALF_AWAY, finding.right);
	check_write_number(element, check->entry->figure, finding.left);
	text_format(finding.why, sizeof finding.why, _("the %d units together give %s"), sum->units, finding.right);
	return check_tell(check, &finding);
}

enum err check_rule_sum(struct check *check)
{
	struct sum sum = { .complete = true };
	int len;
	const int *children = plan_unit_children(check->plan, check->entry->unit, &len);
	enum err err = ERR_OK;
	if (len == 0 || check->element->rollup == PLAN_ROLLUP_NONE)
		return ERR_OK;
	for (int i = 0; i < len && err == ERR_OK && sum.complete; i++)
		err = add_unit(check, children[i], &sum);
	if (err != ERR_OK || !sum.complete || sum.units == 0 || agrees(check->element, check->entry->figure, &sum))
		return err;
	return tell_sum(check, &sum);
}

// ------------------------------------------------------------ the formula

// The roll-up reads whole months; this one has cells.
static enum err each_entry(void *ctx, int element, int period, int unit, store_entry_fn *fn, void *fn_ctx)
{
	struct check *check = ctx;
	int first = unit == PLAN_NONE ? 0 : unit, end = unit == PLAN_NONE ? check->plan->units_len : unit + 1;
	enum err err = ERR_OK;
	for (int i = first; i < end && err == ERR_OK; i++) {
		struct entry entry;
		err = check->source->entry(check->source->ctx, element, i, period, &entry);
		if (err == ERR_OK && entry.change != 0)
			err = fn(&entry, fn_ctx);
	}
	return err;
}

static enum err newest(void *ctx, int element, int period, int *out)
{
	struct check *check = ctx;
	int months = check->plan->elements[element].months;
	*out = 0;
	for (int q = period_at_or_before(period, months); period_between(q, period) <= OLDEST && *out == 0; q = period_add(q, -months))
		for (int unit = 0; unit < check->plan->units_len && *out == 0; unit++) {
			struct entry entry;
			enum err err = check->source->entry(check->source->ctx, element, unit, q, &entry);
			if (err != ERR_OK)
				return err;
			*out = entry.change != 0 ? q : 0;
		}
	return ERR_OK;
}

static int indicator_of(const struct plan *plan, int element)
{
	for (int i = 0; i < plan->indicators_len; i++)
		if (plan->indicators[i].published == element &&
		    (plan->indicators[i].formula == PLAN_RATIO || plan->indicators[i].formula == PLAN_GROWTH))
			return i;
	return PLAN_NONE;
}

static enum err tell_computed(struct check *check, int indicator, const struct figure *figure)
{
	struct check_finding finding = check_finding_of(check);
	struct standing standing = { .indicator = indicator };
	enum err err = figure_difference(check->plan, indicator, figure, &standing);
	if (err != ERR_OK || !standing.difference_found)
		return err;
	check_write_number(check->element, check->entry->figure, finding.left);
	rat_format(figure->computed.v, check->plan->indicators[indicator].decimals, NUM_HALF_AWAY, finding.right);
	text_format(finding.why, sizeof finding.why, _("computed it is %s"), finding.right);
	return check_tell(check, &finding);
}

enum err check_rule_published(struct check *check)
{
	const struct plan *plan = check->plan;
	const struct rollup_source source = { .ctx = check, .each_entry = each_entry, .newest = newest };
	struct figure_query query = { .indicator = indicator_of(plan, check->entry->element), .unit = check->entry->unit,
		.base_year = plan->base_year };
	struct figure figure;
	if (query.indicator == PLAN_NONE)
		return ERR_OK;
	enum err err = rollup_new(plan, &source, query.unit, false, &query.rollup);
	if (err == ERR_OK)
		err = figure_at(&query, check->entry->period, &figure);
	if (err == ERR_OK && figure.source == STANDING_PUBLISHED && figure.computed.has)
		err = tell_computed(check, query.indicator, &figure);
	rollup_free(query.rollup);
	return err;
}
