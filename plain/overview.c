// SPDX-License-Identifier: MIT
// The overview: how many stand how, what is behind, since when, what has changed, who is behind where, who has not reported.
#include <stdlib.h>

#include "core/behind.h"
#include "core/filled.h"
#include "core/i18n.h"
#include "core/moved.h"
#include "core/period.h"
#include "core/phrase.h"
#include "core/rank.h"
#include "core/report_list.h"
#include "core/share.h"
#include "core/text.h"
#include "plain/part.h"

#define LARGEST 3

// ------------------------------------------------------------ the unit
static void say_statuses(struct plain *p, const struct survey_count *count)
{
	for (int status = 0; status < STANDING_STATUSES; status++)
		if (count->by_status[status] > 0)
			plain_say(p, "%s %d", status == STANDING_NO_DATA ? _("not judged") : phrase_status((enum standing_status)status, false),
				count->by_status[status]);
}

static void say_counts(struct plain *p, const struct survey *survey)
{
	struct survey_count count;
	survey_count_indicators(survey, &count);
	plain_say(p, _("%s, %d indicators"), p->plan->units[p->unit].name, count.rows);
	say_statuses(p, &count);
}

static void say_work(struct plain *p, const struct survey *survey)
{
	struct survey_count count;
	survey_count_stages(survey, &count);
	if (count.rows == 0)
		return;
	plain_say(p, _("%d tasks and milestones"), count.rows);
	say_statuses(p, &count);
}

// The largest with their ties first, in the order of their places.
static void say_largest(struct plain *p, const struct shares *shares)
{
	char line[PLAIN_TEXT], percent[NUM_TEXT + 2];
	int *order = calloc((size_t)shares->len + 1, sizeof *order), said = 0;
	if (order == NULL)
		return;
	shares_order(shares, order);
	text_format(line, sizeof line, "%s", _("the largest gaps:"));
	for (int i = 0; i < shares->len && i < LARGEST; i++) {
		const struct share *share = &shares->rows[order[i]];
		if (share->place == 0)
			break;
		text_add(line, sizeof line, "%s%s %s", said++ > 0 ? ", " : " ", p->plan->units[share->unit].name,
			share_percent(share->part, percent, sizeof percent));
	}
	if (said > 0)
		plain_say(p, "%s", line);
	free(order);
}

static void say_gap_maker(struct plain *p, int indicator)
{
	const struct survey_query query = plain_query(p);
	struct survey *survey = NULL;
	struct shares shares = {.len = 0};
	if (!plain_failed(p, survey_indicator(p->store, p->plan, &query, indicator, &survey)) &&
		!plain_failed(p, shares_of(&shares, survey, p->plan, indicator, p->unit)))
		say_largest(p, &shares);
	shares_done(&shares);
	survey_free(survey);
}

static void say_behind(struct plain *p, const struct behind_row *row)
{
	const struct standing *s = row->s;
	char words[PLAIN_TEXT], period[PERIOD_TEXT];
	int below = 0;
	plain_say(p, "%s", "");
	plain_say(p, _("%s: %s"), p->plan->indicators[s->indicator].name, plain_standing(p, s, words, sizeof words));
	plain_say_text(p, phrase_write(p->plan, s, PHRASE_SENTENCE, words, PHRASE_LONG));
	plain_say_text(p, phrase_write(p->plan, s, PHRASE_GAP_SENTENCE, words, PHRASE_LONG));
	if (row->since != 0) {
		period_format(row->since, PERIOD_REPORT, period);
		plain_say(p, _("behind since %s"), period);
	}
	plan_unit_children(p->plan, p->unit, &below);
	if (below > 0)
		say_gap_maker(p, s->indicator);
}

// ------------------------------------------------------------ since the period before

static void say_changes(struct plain *p, const struct moved *moved, int before)
{
	char period[PERIOD_TEXT], then[PHRASE_TEXT], now[PHRASE_TEXT], change[PHRASE_TEXT];
	period_format(before, PERIOD_REPORT, period);
	plain_say(p, "%s", "");
	plain_say(p, moved->len > 0 ? _("Changed since %s:") : _("No figure is newer than %s."), period);
	for (int i = 0; i < moved->len; i++) {
		const struct moved_row *row = &moved->rows[i];
		plain_say(p, _("%s: %s, before %s, %s"), p->plan->indicators[row->s.indicator].name,
			phrase_write(p->plan, &row->s, PHRASE_VALUE, now, sizeof now), phrase_write(p->plan, row->then, PHRASE_VALUE, then, sizeof then),
			phrase_write(p->plan, &row->s, PHRASE_RECENT, change, sizeof change));
	}
}

static void say_moved(struct plain *p, const struct survey *now)
{
	struct survey_query query = plain_query(p);
	struct survey *then = NULL;
	struct moved moved = {.len = 0};
	query.period = moved_before(p->plan, p->period);
	query.counted = true;
	enum err err = survey_unit(p->store, p->plan, &query, p->unit, &then);
	if (err == ERR_OK)
		err = moved_read(&moved, p->plan, now, then);
	if (!plain_failed(p, err))
		say_changes(p, &moved, query.period);
	moved_done(&moved);
	survey_free(then);
}

// ------------------------------------------------------------ units and reports

static enum err count_units(const struct plain *p, const int *units, int len, struct rank_trouble *troubles)
{
	struct survey_query query = plain_query(p);
	enum err err = ERR_OK;
	query.counted = true;
	for (int i = 0; i < p->plan->indicators_len && err == ERR_OK; i++) {
		struct survey *survey = NULL;
		if (p->plan->indicators[i].kind == PLAN_NUMBER)
			err = survey_indicator(p->store, p->plan, &query, i, &survey);
		for (int u = 0; survey != NULL && u < len; u++)
			rank_count(&troubles[u], survey_at(survey, units[u])->status);
		survey_free(survey);
	}
	return err;
}

// The worst first.
static void say_units(struct plain *p)
{
	int len;
	const int *units = plan_unit_children(p->plan, p->unit, &len);
	struct rank_trouble *troubles = calloc((size_t)len + 1, sizeof *troubles);
	int *order = calloc((size_t)len + 1, sizeof *order);
	enum err err = troubles != NULL && order != NULL ? count_units(p, units, len, troubles) : err_set(ERR_MEMORY, "%s", _("no memory"));
	if (err == ERR_OK)
		err = rank_worst_first(troubles, len, order);
	if (!plain_failed(p, err) && len > 0)
		plain_say(p, "%s", _("Indicators behind, by unit:"));
	for (int i = 0; err == ERR_OK && i < len && !p->over; i++) {
		const struct rank_trouble *trouble = &troubles[order[i]];
		if (plan_unit_valid(p->plan, units[order[i]], p->period))
			plain_say(p, _("%s: %d behind, %d of them far"), p->plan->units[units[order[i]]].name, trouble->behind + trouble->critical,
				trouble->critical);
	}
	free(troubles);
	free(order);
}

static bool is_here(const struct plain *p, const struct report_line *line)
{
	return report_line_is_of(p->plan, line, p->unit);
}

static void say_owner(struct plain *p, const struct report_line *line)
{
	char filled[FILLED_WORDS];
	plain_say(p, "%s %s", report_owner_name(p->plan, &line->report.key), filled_words(line, filled, sizeof filled));
}

static void say_filled(struct plain *p, const struct report_list *list)
{
	int filled = 0, asked = 0, due = report_list_due(list, p->today);
	for (int i = 0; i < list->len; i++) {
		filled += is_here(p, &list->lines[i]) ? list->lines[i].filled : 0;
		asked += is_here(p, &list->lines[i]) ? list->lines[i].asked : 0;
	}
	if (asked > 0)
		plain_say(p, _("Forms: %d/%d keyed in"), filled, asked);
	if (due != 0)
		plain_say(p, _("due %02d-%02d"), due / 100 % 100, due % 100);
}

static void say_waiting(struct plain *p)
{
	const struct report_ask ask = {p->period, p->today, p->day_of};
	struct report_list list = {.len = 0};
	int waiting = 0, submitted = 0;
	bool failed = plain_failed(p, report_list_load(&list, p->store, p->plan, &ask));
	plain_say(p, "%s", "");
	if (!failed)
		say_filled(p, &list);
	for (int i = 0; i < list.len && !failed; i++) {
		if (!list.lines[i].waits || !is_here(p, &list.lines[i]))
			continue;
		if (waiting++ == 0)
			plain_say(p, "%s", _("Not submitted yet:"));
		say_owner(p, &list.lines[i]);
	}
	if (waiting == 0 && !failed)
		plain_say(p, "%s", _("No report is waited for."));
	for (int i = 0; i < list.len && !failed; i++) {
		if (list.lines[i].report.state != REPORT_SUBMITTED || !is_here(p, &list.lines[i]))
			continue;
		if (submitted++ == 0)
			plain_say(p, "%s", _("Waiting for review:"));
		say_owner(p, &list.lines[i]);
	}
	report_list_done(&list);
}

static void say_overdue(struct plain *p, const struct survey *survey)
{
	struct survey_overdue overdue;
	if (plain_failed(p, survey_overdue(p->store, survey, p->unit, p->today, &overdue)) || overdue.nodes == 0)
		return;
	plain_say(p, "%s", "");
	plain_say(p, _("Nodes overdue on %02d-%02d: %d, the longest by %d days."), p->today / 100 % 100, p->today % 100, overdue.nodes, overdue.days);
	for (int i = 0; i < overdue.rows && i < SURVEY_LATEST; i++)
		plain_say(p, _("%s: %d days"), p->plan->indicators[overdue.latest[i].indicator].name, overdue.latest[i].days);
}

// ------------------------------------------------------------ the whole

static void say_all(struct plain *p, const struct survey *survey)
{
	const struct survey_query query = plain_query(p);
	struct behind behind = {.len = 0};
	say_counts(p, survey);
	say_work(p, survey);
	bool failed = plain_failed(p, behind_read(&behind, p->store, p->plan, &query, p->unit, survey, p->plan->indicators_len));
	for (int i = 0; i < behind.len && !failed && !p->over; i++)
		say_behind(p, &behind.rows[i]);
	behind_done(&behind);
	say_overdue(p, survey);
	say_moved(p, survey);
	say_units(p);
	say_waiting(p);
}

void plain_overview(struct plain *p, void *at)
{
	const struct survey_query query = plain_query(p);
	struct survey *survey = NULL;
	(void)at;
	if (plain_failed(p, survey_unit(p->store, p->plan, &query, p->unit, &survey)))
		return;
	say_all(p, survey);
	survey_free(survey);
}
