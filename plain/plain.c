// SPDX-License-Identifier: MIT
// See plain.h: the first question, and what is looked at: period, unit, which figures, as known when.
#include "plain/plain.h"

#include <stdlib.h>

#include "core/i18n.h"
#include "core/period.h"
#include "core/text.h"
#include "plain/part.h"

struct survey_query plain_query(const struct plain *p)
{
	return (struct survey_query){.period = p->period, .today = p->today, .figures = p->figures,
		.suppose = p->suppose.len > 0 ? &p->suppose : NULL};
}

// ------------------------------------------------------------ figures, day

static void turn_figures(struct plain *p, void *at)
{
	(void)at;
	p->figures = p->figures == SURVEY_ALL ? SURVEY_ACCEPTED : SURVEY_ALL;
}

static void back_to_now(struct plain *p)
{
	if (p->back.day == 0)
		return;
	p->store = p->back.store;
	p->desk = p->back.desk;
	p->paper = p->back.paper;
	p->today = p->back.today;
	p->back.day = 0;
	p->past->leave(p->past->ctx);
	p->version = -1;                     // the targets are those of now, too
	plain_say(p, "%s", _("Shown again: what is known now."));
}

static void look(struct plain *p, int day)
{
	struct store *store;
	if (plain_failed(p, p->past->look(p->past->ctx, day, &store)))
		return;
	if (p->back.day == 0) {
		p->back.store = p->store;
		p->back.desk = p->desk;
		p->back.paper = p->paper;
		p->back.today = p->today;
	}
	p->back.day = p->today = day;
	p->store = store;
	p->desk = NULL;
	p->paper = NULL;
	p->version = -1;
	int newest = period_newest_ended(day, plan_shortest_months(p->plan));
	p->period = p->period > newest ? newest : p->period;
}

static void look_back(struct plain *p, void *at)
{
	char typed[PLAIN_LINE];
	int day;
	(void)at;
	const char *prompt = p->back.day == 0 ? _("As known at the end of which day? Nothing can be changed there.")
					      : _("As known at the end of which day? Nothing typed: back to now.");
	enum plain_answer answer = plain_ask(p, prompt, _("A day is typed as 2024-07-15 or 20240715."), typed);
	if (answer == PLAIN_EMPTY)
		back_to_now(p);
	else if (answer == PLAIN_GIVEN && !plain_failed(p, period_parse_day(typed, p->back.day == 0 ? p->today : p->back.today, &day)))
		look(p, day);
}

static bool has_past(const struct plain *p)
{
	return p->past != NULL;
}

// ------------------------------------------------------------ taking back

static void take_back(struct plain *p, enum err err, const char *what)
{
	if (!plain_failed(p, err))
		plain_say(p, "%s", what);
}

static void undo(struct plain *p, void *at)
{
	const char *what = "";
	(void)at;
	enum err err = p->desk->undo(p->desk->ctx, &what);
	take_back(p, err, what);
}

static void redo(struct plain *p, void *at)
{
	const char *what = "";
	(void)at;
	enum err err = p->desk->redo(p->desk->ctx, &what);
	take_back(p, err, what);
}

// ------------------------------------------------------------ the first question

// Another desk may have keyed in targets, or another day be looked at.
static void refresh(struct plain *p)
{
	int64_t version = 0;
	if (plain_failed(p, store_data_version(p->store, &version)) || version == p->version)
		return;
	if (!plain_failed(p, store_read_targets(p->store, p->plan)))
		p->version = version;
}

static void say_where(struct plain *p, void *at)
{
	char period[PERIOD_TEXT], day[64] = "";
	(void)at;
	refresh(p);
	period_format(p->period, PERIOD_REPORT, period);
	if (p->back.day != 0)
		text_format(day, sizeof day, _("as known %04d-%02d-%02d"), p->back.day / 10000, p->back.day / 100 % 100, p->back.day % 100);
	plain_say(p, "%s %s, %s%s%s%s%s", p->plan->units[p->unit].name, period,
		p->figures == SURVEY_ACCEPTED ? _("accepted figures only") : _("with figures not accepted yet"), p->plan->demo ? ", " : "",
		p->plan->demo ? _("demo data") : "", p->desk == NULL ? ", " : "", p->desk != NULL ? "" : day[0] != '\0' ? day : _("read-only"));
	if (p->suppose.len > 0)
		plain_say(p, P_("Try-out: %d value is only supposed; all figures are told as they would be.",
			"Try-out: %d values are only supposed; all figures are told as they would be.", (unsigned long)p->suppose.len), p->suppose.len);
}

static const struct plain_choice choices[] = {
	{N_("overview: what is behind, since when, what is needed, who has not reported"), plain_overview, NULL},
	{N_("chapters and their rows"), plain_chapters, NULL},
	{N_("one indicator over the units"), plain_units, NULL},
	{N_("the form of a unit, cell by cell"), plain_form, NULL},
	{N_("milestones, projects and tasks of a unit"), plain_tasks, NULL},
	{N_("the history of a cell"), plain_life, has_past},
	{N_("the words of the plan"), plain_words, NULL},
	{N_("reports: who is where; submit, return, accept"), plain_reports, NULL},
	{N_("findings and corrections"), plain_findings, NULL},
	{N_("figures from a file"), plain_file, plain_can_write},
	{N_("another period"), plain_choose_period, NULL},
	{N_("another unit"), plain_change_unit, NULL},
	{N_("figures not accepted yet: with or without them"), turn_figures, NULL},
	{N_("as known on a past day, or now again"), look_back, has_past},
	{N_("who sits here"), plain_who, plain_can_write},
	{N_("undo"), undo, plain_can_write},
	{N_("redo"), redo, plain_can_write},
	{N_("baselines and targets of a unit"), plain_targets, NULL},
	{N_("what has been changed, the newest first"), plain_changes, has_past},
	{N_("all indicators"), plain_indicators, NULL},
	{N_("matrix: indicators and units"), plain_matrix, NULL},
	{N_("ranking of the units on one indicator"), plain_ranking, NULL},
	{N_("trend of one indicator over the years"), plain_trend, NULL},
	{N_("rows with a node overdue today"), plain_overdue, NULL},
	{N_("how an indicator is defined"), plain_definitions, NULL},
	{N_("bulletins: draft, issue, read"), plain_bulletins, NULL},
	{N_("try-out: suppose values, nothing is stored"), plain_tryout, NULL},
	{N_("the units beneath: how many stand how"), plain_by_unit, NULL},
};
static const struct plain_question first = {N_("What shall be done?"),
	N_("Type a number and Enter; Enter alone reads the choices. What is entered is saved at once. 0 at this question ends the program."),
	PLAIN_CHOICES(choices), false, say_where, N_("end")};

enum err plain_run(struct plain *p)
{
	p->over = false;
	p->version = -1;
	plain_begin(p);
	plain_question(p, &first, NULL);
	if (!p->over)
		plain_say_end(p);
	return ERR_OK;
}
