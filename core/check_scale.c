// SPDX-License-Identifier: MIT
// A figure without a past: is it of another order of magnitude than what else is known? What the year has brought so far, other
// years, what is to be reached, the other units of the period, what all units together are to reach: the first of them that is
// known and comes from the cell itself decides. Where last year has a figure, check_slip.c looks at that alone.
#include "core/check_part.h"
#include "core/i18n.h"
#include "core/period.h"
#include "core/text.h"

#define YEAR 12
#define YEARS_BACK 5
#define YEARS_AHEAD 3
#define OTHERS 3                         // units that it takes to know how large a figure of this kind is
#define OTHERS_MOST 16                   // that are asked: a province has thousands

// What the figure should lie between, and what either end is: 1-3月0.55按月推算的1.10.
struct scale {
	int64_t low, high;               // high 0: not known; low 0: nothing is too small
	char low_words[CHECK_WORDS], high_words[CHECK_WORDS];
	int period;                      // of the cell on the other side; 0 none
	bool above;                      // all that is above it is too large, not only what is far above
};
typedef enum err scale_fn(struct check *check, struct scale *out);

static void write_both_ends(struct scale *scale, const char *words)
{
	text_format(scale->low_words, sizeof scale->low_words, "%s", words);
	text_format(scale->high_words, sizeof scale->high_words, "%s", words);
}

// ------------------------------------------------------------ the cell's own

// What FIGURE after so many months makes by the cell's own.
static int64_t at_pace(const struct check *check, int64_t figure, int months)
{
	num_i128 now = (num_i128)figure * period_month(check->entry->period) / months, step = check_step(check->element);
	return now < NUM_LIMIT ? (int64_t)(now / step * step) : NUM_LIMIT;
}

// A year that goes on as it began.
static enum err scale_of_pace(struct check *check, struct scale *out)
{
	struct check_figure last = { 0 };
	char when[CHECK_WORDS], had[NUM_TEXT], pace[NUM_TEXT], words[CHECK_WORDS];
	enum err err = check_is_flow(check) ? check_this_year(check, &last) : ERR_OK;
	if (err != ERR_OK || !last.has || last.figure <= 0)
		return err;
	int64_t high = at_pace(check, last.figure, period_month(last.period));
	if (check_is_small(check, high))
		return ERR_OK;
	check_write_when(check, last.period, when, sizeof when);
	check_write_number(check->element, last.figure, had);
	check_write_number(check->element, high, pace);
	text_format(words, sizeof words, _("the %s to be expected after the %s of %s"), pace, had, when);
	*out = (struct scale){ .high = high, .period = last.period };       // less than the last one is another rule's
	write_both_ends(out, words);
	return ERR_OK;
}

static enum err look_year(struct check *check, int years, struct check_figure *out)
{
	const struct entry *entry = check->entry;
	return check_look(check, entry->element, entry->unit, period_add(entry->period, YEAR * years), out);
}

// The same month of the nearest year that has one: histories are keyed in backwards, too.
static enum err scale_of_years(struct check *check, struct scale *out)
{
	struct check_figure near = { 0 };
	char when[CHECK_WORDS], figure[NUM_TEXT], words[CHECK_WORDS];
	enum err err = ERR_OK;
	for (int years = 1; years <= YEARS_BACK && err == ERR_OK && !near.has; years++) {
		err = look_year(check, -years, &near);
		if (err == ERR_OK && !near.has && years <= YEARS_AHEAD)
			err = look_year(check, years, &near);
	}
	if (err != ERR_OK || !near.has || near.figure <= 0)
		return err;
	check_write_when(check, near.period, when, sizeof when);
	check_write_number(check->element, near.figure, figure);
	text_format(words, sizeof words, _("the %s of %s"), figure, when);
	*out = (struct scale){ .low = near.figure, .high = near.figure, .period = near.period };
	write_both_ends(out, words);
	return ERR_OK;
}

// ------------------------------------------------------------ what is to be reached

static int indicator_of(const struct check *check)
{
	const struct plan *plan = check->plan;
	int element = check->entry->element;
	for (int i = 0; i < plan->indicators_len; i++)
		if ((plan->indicators[i].formula == PLAN_VALUE && plan->indicators[i].x == element) || plan->indicators[i].published == element)
			return i;
	return PLAN_NONE;
}

// A total of a year, as much of it as the period has.
static int64_t share_of_year(const struct check *check, int64_t figure)
{
	return check_is_flow(check) ? at_pace(check, figure, YEAR) : figure;
}

// The largest target in numbers of UNIT, NULL without one; *BASELINE its newest baseline.
static const struct plan_target *largest_of(const struct check *check, int unit, const struct plan_target **baseline)
{
	const struct plan *plan = check->plan;
	const struct plan_target *most = NULL;
	int indicator = indicator_of(check), first = 0, end = 0;
	*baseline = NULL;
	if (indicator != PLAN_NONE)
		plan_targets_of(plan, indicator, unit, &first, &end);
	for (int i = first; i < end; i++) {
		const struct plan_target *target = &plan->targets[i];
		bool number = (target->form == PLAN_FORM_VALUE || target->form == PLAN_FORM_RANGE) && target->figure > 0;
		if (number && target->kind == PLAN_BASELINE)
			*baseline = target;
		else if (number && (most == NULL || target->figure > most->figure))
			most = target;
	}
	return most;
}

static void write_target(const struct check *check, const struct plan_target *target, char *out, size_t cap)
{
	char number[NUM_TEXT];
	check_write_number(check->element, target->figure, number);
	text_format(out, cap, target->kind == PLAN_BASELINE ? _("the baseline of %d, %s") : _("the target of %d, %s"), target->year, number);
}

static enum err scale_of_targets(struct check *check, struct scale *out)
{
	const struct plan_target *baseline, *target = largest_of(check, check->entry->unit, &baseline), *low = baseline, *high = target;
	if (low != NULL && (high == NULL || low->figure > high->figure))
		high = low;
	if (high == NULL)
		return ERR_OK;
	if (target != NULL && low != NULL && target->figure < low->figure)
		low = target;
	*out = (struct scale){ .low = low != NULL ? share_of_year(check, low->figure) : 0, .high = share_of_year(check, high->figure) };
	write_target(check, high, out->high_words, sizeof out->high_words);
	if (low != NULL)
		write_target(check, low, out->low_words, sizeof out->low_words);
	return ERR_OK;
}

// One unit cannot have more than all units together are to reach.
static enum err scale_of_whole(struct check *check, struct scale *out)
{
	const struct plan *plan = check->plan;
	const struct plan_target *baseline, *target = largest_of(check, plan->root, &baseline);
	char words[CHECK_WORDS];
	if (check->entry->unit == plan->root || check->element->rollup != PLAN_ROLLUP_SUM || target == NULL)
		return ERR_OK;
	*out = (struct scale){ .high = target->figure, .above = true };
	write_target(check, target, words, sizeof words);
	text_format(out->high_words, sizeof out->high_words, _("%s for all units together"), words);
	return ERR_OK;
}

// ------------------------------------------------------------ the other units

static void write_unit(const struct check *check, int unit, int64_t figure, char *out, size_t cap)
{
	char number[NUM_TEXT];
	check_write_number(check->element, figure, number);
	text_format(out, cap, _("the %s of %s"), number, check->plan->units[unit].name);
}

static enum err scale_of_units(struct check *check, struct scale *out)
{
	const struct entry at = *check->entry;
	int len, with = 0, least = PLAN_NONE, most = PLAN_NONE;
	const int *units = plan_element_units(check->plan, at.element, &len);
	int64_t low = 0, high = 0;
	for (int i = 0; i < len && i < OTHERS_MOST; i++) {
		struct check_figure there;
		enum err err = check_look(check, at.element, units[i], at.period, &there);
		if (err != ERR_OK)
			return err;
		if (!there.has || there.figure <= 0 || units[i] == at.unit)
			continue;
		with++;
		if (least == PLAN_NONE || there.figure < low)
			low = there.figure, least = units[i];
		if (most == PLAN_NONE || there.figure > high)
			high = there.figure, most = units[i];
	}
	if (with < OTHERS || !plan_element_applies(check->plan, at.element, at.unit))
		return ERR_OK;
	*out = (struct scale){ .low = low, .high = high, .period = at.period };
	write_unit(check, least, low, out->low_words, sizeof out->low_words);
	write_unit(check, most, high, out->high_words, sizeof out->high_words);
	return ERR_OK;
}

// ------------------------------------------------------------ the rule

static bool is_off(const struct check *check, const struct scale *scale)
{
	int64_t figure = check->entry->figure;
	if (figure > scale->high) {
		struct check_change change = check_change_of(scale->high, figure, 0);
		return !check_is_small(check, figure) && (scale->above || check_change_over(&change, CHECK_LEAP));
	}
	struct check_change change = check_change_of(scale->low, figure, 0);
	return figure < scale->low && !check_is_small(check, scale->low) && check_change_over(&change, CHECK_LEAP);
}

static enum err tell(struct check *check, const struct scale *scale, int64_t cure)
{
	struct check_finding finding = check_finding_of(check);
	int64_t figure = check->entry->figure, end = figure > scale->high ? scale->high : scale->low;
	char times[NUM_TEXT], question[CHECK_WORDS];
	finding.other = scale->period != 0 ? check->entry->element : PLAN_NONE;
	finding.other_period = scale->period;
	check_write_number(check->element, figure, finding.left);
	check_write_number(check->element, end, finding.right);
	check_write_number(check->element, cure, finding.cure);
	check_write_question(check, question, sizeof question);
	if (figure > scale->high) {
		check_write_times(figure, end, times);
		text_format(finding.why, sizeof finding.why, _("it is %s times %s; %s"), times, scale->high_words, question);
	} else {
		check_write_times(end, figure, times);
		text_format(finding.why, sizeof finding.why, _("%s is %s times as much; %s"), scale->low_words, times, question);
	}
	return check_tell(check, &finding);
}

static const struct { scale_fn *fn; bool decides; } scales[] = {
	{ scale_of_pace, true }, { scale_of_years, true }, { scale_of_targets, true }, { scale_of_units, false }, { scale_of_whole, false },
};

enum err check_rule_scale(struct check *check)
{
	struct check_figure last;
	enum err err = check_against(check, &last);
	if (err != ERR_OK || last.has || check->entry->figure <= 0 || check->unit->compare)
		return err;
	for (size_t i = 0; i < sizeof scales / sizeof scales[0]; i++) {
		struct scale scale = { 0 };
		err = scales[i].fn(check, &scale);
		bool off = err == ERR_OK && scale.high > 0 && is_off(check, &scale);
		int64_t cure = off ? check_cure(check, (scale.low + 1) / 2, scale.above ? scale.high : scale.high * 2) : 0;
		if (cure != 0)
			return tell(check, &scale, cure);
		if (err != ERR_OK || (scale.high > 0 && scales[i].decides))
			return err;
	}
	return ERR_OK;
}
