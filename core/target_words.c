// SPDX-License-Identifier: MIT
// See target_words.h.
#include "core/target_words.h"

#include "core/entry_words.h"
#include "core/i18n.h"
#include "core/period.h"
#include "core/standing_part.h"
#include "core/text.h"

char *target_words(const struct plan *plan, const struct plan_target *target, char *out, size_t cap)
{
	char low[NUM_TEXT], high[NUM_TEXT];
	if (target == NULL || target->form == PLAN_FORM_NONE)
		return text_format(out, cap, "%s", "");
	if (target->form == PLAN_FORM_TEXT)
		return text_format(out, cap, "%s", target->text);
	int decimals = plan->indicators[target->indicator].decimals;
	if (target->form == PLAN_FORM_VALUE)
		return entry_figure_words(target->figure, decimals, target->qualifier, "", out, cap);
	if (target->form == PLAN_FORM_RANGE) {           // 13~15, not 13.0~15.0: two figures stand where there is room for one
		rat_format_short(rat_of_figure(target->figure), decimals, NUM_HALF_AWAY, low);
		rat_format_short(rat_of_figure(target->high), decimals, NUM_HALF_AWAY, high);
	} else {
		num_format(target->figure, decimals, low);
	}
	return target->form == PLAN_FORM_RANGE ? text_format(out, cap, "%s~%s", low, high) : text_format(out, cap, "+%s", low);
}

char *target_words_full(const struct plan *plan, const struct plan_target *target, char *out, size_t cap)
{
	char figure[TARGET_WORDS];
	target_words(plan, target, figure, sizeof figure);
	if (figure[0] == '\0' || target->form == PLAN_FORM_TEXT)
		return text_format(out, cap, "%s", figure[0] == '\0' ? _("none") : figure);
	if (target->form == PLAN_FORM_VALUE)
		return entry_figure_words(target->figure, plan->indicators[target->indicator].decimals, target->qualifier,
			plan->indicators[target->indicator].measure, out, cap);
	return text_format(out, cap, "%s%s", figure, plan->indicators[target->indicator].measure);
}

char *target_words_name(const struct plan *plan, const struct plan_target *target, char *out, size_t cap)
{
	const char *unit = plan->units[target->unit].name, *name = plan->indicators[target->indicator].short_name;
	if (target->kind == PLAN_BASELINE)
		return text_format(out, cap, _("%s, %s, baseline of %d"), unit, name, target->year);
	if (target->kind == PLAN_ANNUAL)
		return text_format(out, cap, _("%s, %s, annual target of %d"), unit, name, target->year);
	if (target->unit == plan->root)
		return text_format(out, cap, _("%s, %s, the plan's target of %d"), unit, name, target->year);
	return text_format(out, cap, _("%s, %s, target of %d"), unit, name, target->year);
}

char *target_words_saved(const struct plan *plan, const struct plan_target *before, const struct plan_target *after, char *out,
	size_t cap)
{
	char name[TARGET_WORDS], old[TARGET_WORDS], new[TARGET_WORDS];
	return text_format(out, cap, _("Saved: %s: %s (was %s)."), target_words_name(plan, after, name, sizeof name),
		target_words_full(plan, after, new, sizeof new), target_words_full(plan, before, old, sizeof old));
}

// ------------------------------------------------------------ the years between

static int last_year_of(const struct plan *plan, int indicator, int unit)
{
	int first, end, year = 0;
	plan_targets_of(plan, indicator, unit, &first, &end);
	for (int i = first; i < end; i++)
		if (plan->targets[i].kind == PLAN_TARGET && plan->targets[i].year > year)
			year = plan->targets[i].year;
	return year;
}

int target_last_year(const struct plan *plan, int indicator, int unit)
{
	int own = last_year_of(plan, indicator, unit), city = last_year_of(plan, indicator, plan->root);
	return own > 0 ? own : city > 0 ? city : plan->target_year;
}

enum err target_path_at(const struct plan *plan, int indicator, int unit, int base_year, struct maybe baseline, int period,
	struct maybe *out)
{
	struct calc calc = { ERR_OK };
	struct standing_facts facts = { .plan = plan, .indicator = &plan->indicators[indicator],
		.path = plan->indicators[indicator].path };
	struct standing_route route;
	*out = calc_none();
	enum err err = standing_goal_of(plan, indicator, unit, period, base_year, baseline, &facts.goal);
	if (err != ERR_OK || !baseline.has || facts.indicator->formula == PLAN_GROWTH || period > facts.goal.end)
		return err;
	enum standing_path path = standing_path_of(&facts, baseline);
	if (path == STANDING_PATH_NONE)
		return ERR_OK;
	standing_route_make(&facts, baseline.v, path, &route);
	struct rat v = standing_route_at(&calc, &route, period);
	if (calc.err == ERR_OK)
		*out = calc_some(v);
	return calc.err;
}

enum err target_path(const struct plan *plan, int indicator, int unit, int base_year, struct maybe baseline, int year,
	struct maybe *out)
{
	return target_path_at(plan, indicator, unit, base_year, baseline, period_make(year, 12), out);
}

// ------------------------------------------------------------ the sum of the units

static bool summed(const struct plan *plan, int indicator)
{
	const struct plan_indicator *n = &plan->indicators[indicator];
	return n->kind == PLAN_NUMBER && n->formula == PLAN_VALUE && plan->elements[n->x].rollup == PLAN_ROLLUP_SUM;
}

bool target_sum(const struct plan *plan, int indicator, enum plan_target_kind kind, int year, struct target_sum *out)
{
	int len;
	const int *units = plan_unit_children(plan, plan->root, &len);
	*out = (struct target_sum){ 0, 0, 0 };
	if (!summed(plan, indicator))
		return false;
	for (int i = 0; i < len; i++) {
		const struct plan_target *target = plan_target_at(plan, indicator, units[i], kind, year);
		out->of += figure_concerns(plan, indicator, units[i]) && plan_unit_valid(plan, units[i], period_make(year, 12));
		if (target == NULL || target->form != PLAN_FORM_VALUE)
			continue;
		if (num_add(out->sum, target->figure, &out->sum) != ERR_OK)
			return false;
		out->given++;
	}
	return out->given > 0;
}

char *target_sum_words(const struct plan *plan, int indicator, char *out, size_t cap)
{
	const struct plan_indicator *of = &plan->indicators[indicator];
	int year = target_last_year(plan, indicator, plan->root);
	const struct plan_target *whole = plan_target_at(plan, indicator, plan->root, PLAN_TARGET, year);
	struct target_sum sum;
	char total[NUM_TEXT], city[NUM_TEXT], apart[NUM_TEXT];
	out[0] = '\0';
	if (whole == NULL || whole->form != PLAN_FORM_VALUE || !target_sum(plan, indicator, PLAN_TARGET, year, &sum))
		return out;
	int64_t over = sum.sum - whole->figure;
	num_format(sum.sum, of->decimals, total);
	num_format(whole->figure, of->decimals, city);
	num_format(over < 0 ? -over : over, of->decimals, apart);
	text_format(out, cap, _("targets of %d units (of %d) together %s%s, of the whole %s%s: "), sum.given, sum.of, total, of->measure, city,
		of->measure);
	text_add(out, cap, over < 0 ? _("%s%s less") : over > 0 ? _("%s%s more") : _("as much"), apart, of->measure);
	return out;
}
