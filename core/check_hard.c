// SPDX-License-Identifier: MIT
// What is wrong with a figure by itself or beside the others of its year. Intake refuses most of it as it is typed; rows of
// an import, of an older plan or of another program are found here.
#include <string.h>

#include "core/check_part.h"
#include "core/i18n.h"
#include "core/period.h"
#include "core/text.h"

#define WHOLE (100 * (int64_t)NUM_SCALE)         // percent of a task

// Figures that are published for the root and the comparison units are asked of nobody.
static bool is_published(const struct check *check)
{
	return check->element->kind == PLAN_PUBLISHED || check->unit->compare || (check->entry->unit == check->plan->root &&
		!plan_element_applies(check->plan, check->entry->element, check->entry->unit));
}

enum err check_rule_asked(struct check *check)
{
	const struct entry *entry = check->entry;
	bool figure = entry->kind != ENTRY_CLEARED && check->element->kind != PLAN_STAGE;
	if (!figure || is_published(check) || plan_element_asked(check->plan, entry->element, entry->unit, entry->period))
		return ERR_OK;
	struct check_finding finding = check_finding_of(check);
	text_format(finding.why, sizeof finding.why, _("%s is not asked of %s for this period"), check->element->short_name,
		check->unit->name);
	return check_tell(check, &finding);
}

enum err check_rule_decimals(struct check *check)
{
	if (check->entry->figure % check_step(check->element) == 0)
		return ERR_OK;
	struct check_finding finding = check_finding_of(check);
	check_write_number(check->element, check->entry->figure, finding.left);
	text_format(finding.right, sizeof finding.right, "%d", check->element->decimals);
	num_format(check->entry->figure, check->element->decimals, finding.cure);
	text_format(finding.why, sizeof finding.why, _("it has more decimals than the %d that are defined"), check->element->decimals);
	return check_tell(check, &finding);
}

static enum err tell_limit(struct check *check, int64_t limit, bool below)
{
	struct check_finding finding = check_finding_of(check);
	check_write_number(check->element, check->entry->figure, finding.left);
	check_write_number(check->element, limit, finding.right);
	text_format(finding.why, sizeof finding.why, below ? _("it is below the least that can be, %s") : _("it is above the most that can be, %s"),
		finding.right);
	return check_tell(check, &finding);
}

enum err check_rule_range(struct check *check)
{
	const struct plan_element *element = check->element;
	bool stage = element->kind == PLAN_STAGE;
	int64_t figure = check->entry->figure;
	if (!check_is_value(check->entry))
		return ERR_OK;
	if ((element->has_low && figure < element->low) || (stage && figure < 0))
		return tell_limit(check, stage ? 0 : element->low, true);
	if ((element->has_high && figure > element->high) || (stage && figure > WHOLE))
		return tell_limit(check, stage ? WHOLE : element->high, false);
	return ERR_OK;
}

enum err check_rule_sign(struct check *check)
{
	const struct plan_element *element = check->element;
	if (check->entry->figure >= 0 || element->has_low || element->kind == PLAN_PUBLISHED || element->rollup != PLAN_ROLLUP_SUM)
		return ERR_OK;
	struct check_finding finding = check_finding_of(check);
	check_write_number(element, check->entry->figure, finding.left);
	text_format(finding.right, sizeof finding.right, "0");
	text_format(finding.why, sizeof finding.why, "%s", _("it is below zero"));
	return check_tell(check, &finding);
}

static enum err tell_fall(struct check *check, const struct check_figure *other)
{
	char when[PERIOD_TEXT], figure[CHECK_WORDS];
	struct check_finding finding = check_finding_of(check);
	finding.other = check->entry->element;
	finding.other_period = other->period;
	check_write_number(check->element, check->entry->figure, finding.left);
	check_write_number(check->element, other->figure, finding.right);
	check_write_when(check, other->period, when, sizeof when);
	check_write_figure(check->element, other->figure, figure, sizeof figure);
	text_format(finding.why, sizeof finding.why, other->period < check->entry->period ?
		_("it is less than the %s of %s, an earlier part of the same year") :
		_("it is more than the %s of %s, a later part of the same year"), figure, when);
	return check_tell(check, &finding);
}

// A figure that is mended afterwards may also pass the next one of its year.
static enum err find_later(struct check *check, struct check_figure *out)
{
	const struct entry *entry = check->entry;
	int months = check->element->months, period = period_add(entry->period, months);
	*out = (struct check_figure){ 0 };
	for (; period_year(period) == period_year(entry->period); period = period_add(period, months)) {
		enum err err = check_look(check, entry->element, entry->unit, period, out);
		if (err != ERR_OK || out->has)
			return err;
	}
	return ERR_OK;
}

enum err check_rule_falls(struct check *check)
{
	struct check_figure other;
	if (!check_is_flow(check))
		return ERR_OK;
	enum err err = check_this_year(check, &other);
	if (err == ERR_OK && other.has && check->entry->figure < other.figure)
		return tell_fall(check, &other);
	if (err == ERR_OK && check->keyed)
		err = find_later(check, &other);
	if (err == ERR_OK && check->keyed && other.has && other.figure < check->entry->figure)
		return tell_fall(check, &other);
	return err;
}

enum err check_rule_reason(struct check *check)
{
	if (check->entry->kind != ENTRY_NOT_APPLICABLE || check->noted)
		return ERR_OK;
	struct check_finding finding = check_finding_of(check);
	text_format(finding.why, sizeof finding.why, "%s", _("its reason is missing"));
	return check_tell(check, &finding);
}

enum err check_rule_promise(struct check *check)
{
	if (check->entry->kind != ENTRY_NOT_REPORTED || check->entry->promised != 0)
		return ERR_OK;
	struct check_finding finding = check_finding_of(check);
	text_format(finding.left, sizeof finding.left, "%s", _("not reported"));
	text_format(finding.why, sizeof finding.why, "%s", _("the day on which it will come is missing"));
	return check_tell(check, &finding);
}

enum err check_rule_late(struct check *check)
{
	int promised = check->entry->promised;
	if (check->entry->kind != ENTRY_NOT_REPORTED || promised == 0 || promised >= check->source->today)
		return ERR_OK;
	struct check_finding finding = check_finding_of(check);
	text_format(finding.left, sizeof finding.left, "%s", _("not reported"));
	text_format(finding.right, sizeof finding.right, "%02d-%02d", promised / 100 % 100, promised % 100);
	text_format(finding.why, sizeof finding.why, _("it was to come by %d-%02d-%02d, %d days ago"), promised / 10000, promised / 100 % 100,
		promised % 100, period_days_between(promised, check->source->today));
	return check_tell(check, &finding);
}

enum err check_rule_empty(struct check *check)
{
	bool owed = check->entry->kind == ENTRY_CLEARED && check->element->kind != PLAN_STAGE;
	if (!owed || !check->owed)
		return ERR_OK;
	struct check_finding finding = check_finding_of(check);
	text_format(finding.right, sizeof finding.right, "%s", _("empty"));
	text_format(finding.why, sizeof finding.why, "%s", _("it has to be reported and is empty"));
	return check_tell(check, &finding);
}

enum err check_rule_copied(struct check *check)
{
	if (!check->entry->copied)
		return ERR_OK;
	struct check_finding finding = check_finding_of(check);
	check_write_number(check->element, check->entry->figure, finding.left);
	text_format(finding.why, sizeof finding.why, "%s", _("it is the last period's figure, taken over and not confirmed"));
	return check_tell(check, &finding);
}
