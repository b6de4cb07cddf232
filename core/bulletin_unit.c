// SPDX-License-Identifier: MIT
// The bulletin by unit: who is behind where, in official order; and the milestones, projects and tasks that are.
#include "core/bulletin_part.h"
#include "core/i18n.h"

static bool takes_part(const struct bulletin_work *work, int unit)
{
	return !work->plan->units[unit].compare && plan_unit_valid(work->plan, unit, work->ask->period);
}

static const struct standing *standing_of(const struct bulletin_work *work, int indicator, int unit)
{
	return work->by_unit[indicator] == NULL ? NULL : survey_at(work->by_unit[indicator], unit);
}

struct counted { int judged, behind; };
static struct counted count(const struct bulletin_work *work, int unit)
{
	struct counted counted = {0, 0};
	for (int i = 0; i < work->plan->indicators_len; i++) {
		const struct standing *s = standing_of(work, i, unit);
		if (s == NULL)
			continue;
		counted.behind += bulletin_is_behind(s);
		counted.judged += s->status <= STANDING_MISSED;
	}
	return counted;
}

static enum err say_unit(struct bulletin_work *work, int unit, int behind)
{
	const char *before = "";
	bulletin_put(work, _("%s, %d behind: "), work->plan->units[unit].name, behind);
	for (int i = 0; i < work->plan->indicators_len; i++) {
		const struct standing *s = standing_of(work, i, unit);
		if (s == NULL || !bulletin_is_behind(s))
			continue;
		bulletin_put(work, _("%s%s "), before, work->plan->indicators[i].name);
		bulletin_put_field(work, "", s, PHRASE_LAG);
		if (s->path != STANDING_GROWTH)      // its lag is what it lacks
			bulletin_put_field(work, s->lag.has ? _(", ") : "", s, PHRASE_GAP_MEASURED);
		before = _("; ");
	}
	bulletin_put(work, "%s", _("."));
	return bulletin_end(work, BULLETIN_ITEM);
}

// Those of whom one thing is to be said, together.
static enum err say_together(struct bulletin_work *work, const char *format, bool judged)
{
	int len, named = 0;
	const int *units = plan_unit_children(work->plan, work->plan->root, &len);
	for (int i = 0; i < len; i++) {
		const struct counted counted = count(work, units[i]);
		if (!takes_part(work, units[i]) || counted.behind > 0 || (counted.judged > 0) != judged)
			continue;
		bulletin_put(work, "%s%s", named++ > 0 ? _(" and ") : "", work->plan->units[units[i]].name);
	}
	if (named == 0)
		return ERR_OK;
	bulletin_put(work, "%s", format);
	return bulletin_end(work, BULLETIN_TEXT);
}

enum err bulletin_units(struct bulletin_work *work)
{
	int len;
	const int *units = plan_unit_children(work->plan, work->plan->root, &len);
	enum err err = bulletin_say(work, BULLETIN_HEAD, _("3. By unit"));
	for (int i = 0; i < len && err == ERR_OK; i++) {
		const struct counted counted = count(work, units[i]);
		if (takes_part(work, units[i]) && counted.behind > 0)
			err = say_unit(work, units[i], counted.behind);
	}
	if (err == ERR_OK)
		err = say_together(work, _(": no indicator behind."), true);
	return err == ERR_OK ? say_together(work, _(": no indicator can be judged yet."), false) : err;
}

// ------------------------------------------------------------ milestones, projects and tasks

static void put_overdue(struct bulletin_work *work)
{
	int nodes = 0, rows = 0;
	for (int i = 0; i < work->plan->indicators_len; i++) {
		const struct standing *s = survey_at(work->city, i);
		if (work->plan->indicators[i].kind != PLAN_STAGES || s->nodes_overdue == 0)
			continue;
		nodes += s->nodes_overdue;
		rows++;
		bulletin_rest(work, s);
	}
	if (nodes == 0)
		bulletin_put(work, "%s", _("No node is overdue."));
	else
		bulletin_put(work, _("Nodes overdue: %d, of %d milestones, projects and tasks."), nodes, rows);
}

enum err bulletin_tasks(struct bulletin_work *work)
{
	enum err err = bulletin_say(work, BULLETIN_HEAD, _("4. Tasks and nodes"));
	if (err != ERR_OK)
		return err;
	put_overdue(work);
	err = bulletin_end(work, BULLETIN_TEXT);
	for (int i = 0; i < work->plan->indicators_len && err == ERR_OK; i++) {
		const struct standing *s = survey_at(work->city, i);
		if (work->plan->indicators[i].kind != PLAN_STAGES || (s->nodes_overdue == 0 && !bulletin_is_behind(s)))
			continue;
		bulletin_put_field(work, "", s, PHRASE_SENTENCE);
		err = bulletin_end(work, BULLETIN_ITEM);
	}
	return err;
}
