// SPDX-License-Identifier: MIT
// A level that falls, a figure that stands still. Both are silent where the unit's own past knows as much.
#include "core/check_part.h"
#include "core/i18n.h"
#include "core/text.h"

#define FALL 1                           // percent of the last level, less is none
#define STILL 4                          // periods that a figure may stand still anyway

// Has it fallen at least half as much before?
static enum err has_fallen(struct check *check, const struct check_change *fall, bool *out)
{
	*out = false;
	for (int steps = 1; steps < CHECK_PAST && !*out; steps++) {
		struct check_figure to, from;
		enum err err = check_before(check, steps, &to);
		if (err == ERR_OK)
			err = check_before(check, steps + 1, &from);
		if (err != ERR_OK)
			return err;
		if (!to.has || !from.has || to.figure >= from.figure)
			continue;
		struct check_change was = check_change_of(from.figure, to.figure, to.period);
		*out = check_change_beyond(&was, fall, 1, 2);
	}
	return ERR_OK;
}

enum err check_rule_drop(struct check *check)
{
	struct check_figure last;
	bool fell;
	if (check->element->kind != PLAN_STOCK)
		return ERR_OK;
	enum err err = check_against(check, &last);
	if (err != ERR_OK || !last.has || check->entry->figure >= last.figure || last.figure <= 0)
		return err;
	struct check_change fall = check_change_of(last.figure, check->entry->figure, 0);
	if (!check_change_over(&fall, FALL))
		return ERR_OK;
	err = has_fallen(check, &fall, &fell);
	if (err != ERR_OK || fell)
		return err;
	struct check_finding finding = check_finding_of(check);
	char when[CHECK_WORDS], figure[CHECK_WORDS];
	finding.other = check->entry->element;
	finding.other_period = last.period;
	check_write_number(check->element, check->entry->figure, finding.left);
	check_write_number(check->element, last.figure, finding.right);
	check_write_when(check, last.period, when, sizeof when);
	check_write_figure(check->element, last.figure, figure, sizeof figure);
	text_format(finding.why, sizeof finding.why, _("it is less than the %s of %s"), figure, when);
	return check_tell(check, &finding);
}

// ------------------------------------------------------------ standing still

struct runs { int now, most, changes; };      // periods of one figure: up to the cell's, the most before; changes in between

static enum err count_runs(struct check *check, struct runs *out)
{
	int64_t figure = check->entry->figure;
	int run = 1;
	bool first = true;
	*out = (struct runs){ 1, 0, 0 };
	for (int steps = 1; steps <= CHECK_PAST; steps++, run++) {
		struct check_figure before;
		enum err err = check_before(check, steps, &before);
		if (err != ERR_OK)
			return err;
		if (before.has && before.figure == figure)
			continue;
		*(first ? &out->now : &out->most) = first || run > out->most ? run : out->most;
		first = false;
		if (!before.has)
			return ERR_OK;
		out->changes++;
		figure = before.figure;
		run = 0;
	}
	return ERR_OK;
}

static enum err tell_still(struct check *check, const char *why)
{
	struct check_finding finding = check_finding_of(check);
	check_write_number(check->element, check->entry->figure, finding.left);
	text_format(finding.why, sizeof finding.why, "%s", why);
	return check_tell(check, &finding);
}

static enum err still_stock(struct check *check)
{
	struct check_figure last;
	struct runs runs;
	char why[CHECK_WHY];
	enum err err = check_before(check, 1, &last);
	if (err != ERR_OK || !last.has || last.figure != check->entry->figure)
		return err;
	err = count_runs(check, &runs);
	if (err != ERR_OK || runs.changes < 3 || runs.now <= STILL || runs.now < 2 * runs.most)
		return err;
	text_format(why, sizeof why, _("it has not changed for %d periods, before that for %d at most"), runs.now, runs.most);
	return tell_still(check, why);
}

static enum err still_flow(struct check *check)
{
	struct check_figure last, then, before;
	enum err err = check_this_year(check, &last);
	if (err != ERR_OK || !last.has || last.figure != check->entry->figure)
		return err;
	int back = check_year_steps(check);
	err = check_before(check, back, &then);
	if (err == ERR_OK)
		err = check_before(check, back + 1, &before);
	if (err != ERR_OK || !then.has || !before.has || then.figure == before.figure)
		return err;
	return tell_still(check, _("it is the last period's figure again; year to date nothing would have been added"));
}

enum err check_rule_unchanged(struct check *check)
{
	if (check_is_small(check, check->entry->figure))
		return ERR_OK;
	return check_is_flow(check) ? still_flow(check) : still_stock(check);
}
