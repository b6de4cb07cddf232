// SPDX-License-Identifier: MIT
// The bulletin by the work itself: whose reports are out, late or missing; what was corrected since the last bulletin; what is
// needed now. Nobody is blamed: what is asked for, of whom and by when.
#include "core/bulletin_part.h"
#include "core/i18n.h"
#include "core/period.h"
#include "core/text.h"

// ------------------------------------------------------------ reports

static bool waits(const struct report_line *line) { return line->waits; }
static bool late(const struct report_line *line) { return line->late; }
static bool missed(const struct report_line *line) { return line->missed; }

// In official order, units before departments; false: nobody.
static bool put_owners(struct bulletin_work *work, bool (*which)(const struct report_line *line), int due)
{
	bool any = false;
	for (int i = 0; i < work->reports.len; i++) {
		const struct report_line *line = &work->reports.lines[i];
		if (!which(line) || (due != 0 && line->due != due))
			continue;
		bulletin_put(work, "%s%s", any ? _(" and ") : "", report_owner_name(work->plan, &line->report.key));
		any = true;
	}
	return any;
}

static void put_tally(struct bulletin_work *work)
{
	const struct report_tally tally = report_list_tally(&work->reports);
	const struct { const char *word; int count; } counts[] = {
		{_("reviewed and accepted"), tally.by_state[REPORT_ACCEPTED] + tally.by_state[REPORT_LOCKED]},
		{_("awaiting review"), tally.by_state[REPORT_SUBMITTED]}, {_("returned to be mended"), tally.by_state[REPORT_RETURNED]},
		{_("not submitted"), tally.by_state[REPORT_FILLING]},
	};
	char period[PERIOD_TEXT], day[64];
	const char *before = "";
	period_format(work->ask->period, PERIOD_REPORT, period);
	bulletin_put(work, _("As of %s, %d reports of %s are due: "), bulletin_day(work, work->ask->today, day, sizeof day),
		tally.owners, period);
	for (size_t i = 0; i < sizeof counts / sizeof counts[0]; i++) {
		if (counts[i].count == 0)
			continue;
		bulletin_put(work, _("%s%s %d owners"), before, counts[i].word, counts[i].count);
		before = _(" and ");
	}
	bulletin_put(work, "%s", _("."));
}

enum err bulletin_reports(struct bulletin_work *work)
{
	static const struct { const char *head; bool (*which)(const struct report_line *line); } lists[] = {
		{N_("Not submitted or returned: "), waits}, {N_("Submitted late: "), late}, {N_("Past due and not submitted: "), missed},
	};
	enum err err = bulletin_say(work, BULLETIN_HEAD, _("5. Reports"));
	if (err == ERR_OK && work->reports.len == 0)
		return bulletin_say(work, BULLETIN_TEXT, _("Nothing is asked of anybody in this period."));
	if (err != ERR_OK)
		return err;
	put_tally(work);
	err = bulletin_end(work, BULLETIN_TEXT);
	for (size_t i = 0; i < sizeof lists / sizeof lists[0] && err == ERR_OK; i++) {
		bulletin_put(work, "%s", _(lists[i].head));
		if (!put_owners(work, lists[i].which, 0))
			bulletin_put(work, "%s", _("none"));
		bulletin_put(work, "%s", _("."));
		err = bulletin_end(work, BULLETIN_ITEM);
	}
	return err;
}

// ------------------------------------------------------------ what is needed

static bool needs(const struct bulletin_work *work, int indicator)
{
	const struct standing *s = survey_at(work->city, indicator);
	return work->plan->indicators[indicator].kind == PLAN_NUMBER && bulletin_is_behind(s) && s->needed.has && !s->ended;
}

static enum err need_of_targets(struct bulletin_work *work)
{
	bool any = false;
	for (int i = 0; i < work->plan->indicators_len; i++) {
		if (!needs(work, i))
			continue;
		bulletin_put(work, "%s%s", any ? _("; ") : _("To reach the targets, "), work->plan->indicators[i].name);
		bulletin_put_field(work, _(" must a year from here on "), survey_at(work->city, i), PHRASE_NEEDED_MEASURED);
		any = true;
	}
	if (!any)
		return ERR_OK;
	bulletin_put(work, "%s", _(". The owners of these indicators are asked to carry this into their yearly arrangements."));
	return bulletin_end(work, BULLETIN_ITEM);
}

static int next_due(const struct bulletin_work *work, int after)
{
	int next = 0;
	for (int i = 0; i < work->reports.len; i++) {
		const struct report_line *line = &work->reports.lines[i];
		if (line->waits && line->due > after && (next == 0 || line->due < next))
			next = line->due;
	}
	return next;
}

static enum err need_of_reports(struct bulletin_work *work)
{
	enum err err = ERR_OK;
	for (int due = next_due(work, 0); due != 0 && err == ERR_OK; due = next_due(work, due)) {
		char day[64];
		bulletin_put(work, "%s", _("Asked of "));
		put_owners(work, waits, due);
		bulletin_day(work, due, day, sizeof day);
		bulletin_put(work, due < work->ask->today ? _(": the report was due on %s; please submit it at once.")
			: _(": please submit the report by %s."), day);
		err = bulletin_end(work, BULLETIN_ITEM);
	}
	return err;
}

enum err bulletin_needs(struct bulletin_work *work)
{
	bool overdue = false;
	enum err err = bulletin_say(work, BULLETIN_HEAD, _("7. What is needed"));
	int before = work->out->len;
	if (err == ERR_OK)
		err = need_of_targets(work);
	for (int i = 0; i < work->plan->indicators_len; i++)
		overdue = overdue || survey_at(work->city, i)->nodes_overdue > 0;
	if (err == ERR_OK && overdue)
		err = bulletin_say(work, BULLETIN_ITEM,
			_("The owners of tasks with overdue nodes are asked to carry them on and to report the day they were done or will be."));
	if (err == ERR_OK)
		err = need_of_reports(work);
	return err == ERR_OK && work->out->len == before ? bulletin_say(work, BULLETIN_TEXT, _("Please go on as before.")) : err;
}
