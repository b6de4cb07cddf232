// SPDX-License-Identifier: MIT
// What is read of standings: the overview, a chapter's rows, one indicator over the units.
#include <stdlib.h>

#include "core/filled.h"
#include "core/i18n.h"
#include "core/outline_words.h"
#include "core/period.h"
#include "core/phrase.h"
#include "core/share.h"
#include "core/text.h"
#include "plain/part.h"

// ------------------------------------------------------------ the overview

static void say_counts(struct plain *p, const struct survey *survey)
{
	struct survey_count count;
	survey_count_indicators(survey, &count);
	plain_say(p, _("%s, %d indicators"), p->plan->units[p->unit].name, count.rows);
	for (int status = 0; status < STANDING_STATUSES; status++)
		if (count.by_status[status] > 0)
			plain_say(p, "%s %d", phrase_status((enum standing_status)status, false), count.by_status[status]);
}

static bool is_behind(const struct standing *s)
{
	return s->status == STANDING_BEHIND || s->status == STANDING_CRITICAL || s->status == STANDING_MISSED;
}

static void say_largest(struct plain *p, const struct shares *shares)
{
	for (int i = 0; i < shares->len; i++)
		if (shares->rows[i].place == 1)
			plain_say(p, _("the largest gap: %s"), p->plan->units[shares->rows[i].unit].name);
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

static void say_behind(struct plain *p, const struct standing *s)
{
	char words[PHRASE_LONG], period[PERIOD_TEXT];
	const struct survey_query query = plain_query(p);
	int since = 0, below = 0;
	plain_say(p, "%s", "");
	plain_say(p, _("%s: %s"), p->plan->indicators[s->indicator].name, phrase_status(s->status, false));
	plain_say_text(p, phrase_write(p->plan, s, PHRASE_SENTENCE, words, sizeof words));
	plain_say_text(p, phrase_write(p->plan, s, PHRASE_GAP_SENTENCE, words, sizeof words));
	if (!plain_failed(p, survey_since(p->store, p->plan, &query, s->indicator, s->unit, &since)) && since != 0) {
		period_format(since, PERIOD_REPORT, period);
		plain_say(p, _("behind since %s"), period);
	}
	plan_unit_children(p->plan, p->unit, &below);
	if (below > 0)
		say_gap_maker(p, s->indicator);
}

static void say_waiting(struct plain *p)
{
	const struct report_ask ask = {p->period, p->today, p->day_of};
	struct report_list list = {.len = 0};
	char filled[FILLED_WORDS];
	int waiting = 0;
	bool failed = plain_failed(p, report_list_load(&list, p->store, p->plan, &ask));
	plain_say(p, "%s", "");
	for (int i = 0; i < list.len && !failed; i++) {
		const struct report_line *line = &list.lines[i];
		if (!line->waits)
			continue;
		if (waiting++ == 0)
			plain_say(p, "%s", _("Not submitted yet:"));
		plain_say(p, "%s %s", report_owner_name(p->plan, &line->report.key), filled_words(line, filled, sizeof filled));
	}
	if (waiting == 0 && !failed)
		plain_say(p, "%s", _("No report is waited for."));
	report_list_done(&list);
}

static void say_overdue(struct plain *p, const struct survey *survey)
{
	struct survey_overdue overdue;
	if (!plain_failed(p, survey_overdue(p->store, survey, p->unit, p->today, &overdue)) && overdue.nodes > 0)
		plain_say(p, _("Nodes overdue: %d, the longest by %d days."), overdue.nodes, overdue.days);
}

void plain_overview(struct plain *p, void *at)
{
	const struct survey_query query = plain_query(p);
	struct survey *survey = NULL;
	(void)at;
	if (plain_failed(p, survey_unit(p->store, p->plan, &query, p->unit, &survey)))
		return;
	say_counts(p, survey);
	for (int i = 0; i < survey_len(survey); i++)
		if (is_behind(survey_at(survey, i)))
			say_behind(p, survey_at(survey, i));
	say_overdue(p, survey);
	survey_free(survey);
	say_waiting(p);
}

// ------------------------------------------------------------ chapters

struct rows { const struct survey *survey; int *at, len; };

static const char *chapter_name(const struct plain *p, const void *ctx, int row, char *out, size_t cap)
{
	const struct rows *rows = ctx;
	const struct plan_outline *outline = &p->plan->outlines[rows->at[row]];
	char number[OUTLINE_NUMBER], counts[256] = "";
	struct survey_count count;
	if (rows->survey != NULL) {
		survey_count_chapter(rows->survey, rows->at[row], &count);
		text_format(counts, sizeof counts, _(" (%d rows, %d behind)"), count.rows,
			count.by_status[STANDING_BEHIND] + count.by_status[STANDING_CRITICAL] + count.by_status[STANDING_MISSED]);
	}
	return text_format(out, cap, "%s %s%s", outline_number_words(outline, number, sizeof number),
		outline->title != NULL ? outline->title : _("(title not published)"), counts);
}

static const char *place_name(const struct plain *p, const void *ctx, int row, char *out, size_t cap)
{
	const struct rows *rows = ctx;
	const struct plan_place *place = &p->plan->places[rows->at[row]];
	char words[PLAIN_TEXT];
	return text_format(out, cap, _("%s: %s"), p->plan->indicators[place->indicator].name,
		plain_standing(p, survey_at(rows->survey, place->indicator), words, sizeof words));
}

static void look_at_chapter(struct plain *p, const struct survey *survey, int chapter)
{
	bool again = false;
	const struct plan *plan = p->plan;
	struct rows rows = {survey, calloc((size_t)plan->places_len + 1, sizeof *rows.at), 0};
	if (rows.at == NULL) {
		plain_failed(p, err_set(ERR_MEMORY, "%s", _("no memory")));
		return;
	}
	for (int i = 0; i < plan->places_len; i++)
		if (plan_chapter_of(plan, plan->places[i].outline) == chapter ||
			(plan->places[i].also != PLAN_NONE && plan_chapter_of(plan, plan->places[i].also) == chapter))
			rows.at[rows.len++] = i;
	int row;
	while ((row = plain_pick_again(p, _("Which row?"), rows.len, place_name, &rows, again)) != PLAN_NONE) {
		plain_say_standing(p, survey_at(survey, plan->places[rows.at[row]].indicator));
		again = true;
	}
	free(rows.at);
}

static int *chapters_of(struct plain *p, int *len)
{
	const struct plan *plan = p->plan;
	int *chapters = calloc((size_t)plan->outlines_len + 1, sizeof *chapters);
	*len = 0;
	for (int i = 0; chapters != NULL && i < plan->outlines_len; i++)
		if (plan->outlines[i].level == PLAN_CHAPTER)
			chapters[(*len)++] = i;
	if (chapters == NULL)
		plain_failed(p, err_set(ERR_MEMORY, "%s", _("no memory")));
	return chapters;
}

void plain_chapters(struct plain *p, void *at)
{
	bool again = false;
	const struct survey_query query = plain_query(p);
	struct survey *survey = NULL;
	struct rows rows = {.len = 0};
	int row;
	(void)at;
	if (plain_failed(p, survey_unit(p->store, p->plan, &query, p->unit, &survey)))
		return;
	rows.survey = survey;
	rows.at = chapters_of(p, &rows.len);
	while (rows.at != NULL && (row = plain_pick_again(p, _("Which chapter?"), rows.len, chapter_name, &rows, again)) != PLAN_NONE) {
		look_at_chapter(p, survey, rows.at[row]);
		again = true;
	}
	free(rows.at);
	survey_free(survey);
}

// ------------------------------------------------------------ the words of the plan

static bool is_within(const struct plan *plan, int outline, int chapter)
{
	return outline == chapter || plan_chapter_of(plan, outline) == chapter;
}

static void say_words(struct plain *p, int chapter)
{
	const struct plan *plan = p->plan;
	char number[OUTLINE_NUMBER];
	for (int i = 0; i < plan->outlines_len && !p->over; i++) {
		const struct plan_outline *outline = &plan->outlines[i];
		if (!is_within(plan, i, chapter))
			continue;
		plain_say(p, "%s %s", outline_number_words(outline, number, sizeof number),
			outline->title != NULL ? outline->title : _("(title not published)"));
		plain_say_text(p, outline->body);
		for (int place = 0; place < plan->places_len; place++)
			if (plan->places[place].outline == i)
				plain_say_text(p, plan->places[place].words);
	}
}

void plain_words(struct plain *p, void *at)
{
	bool again = false;
	struct rows rows = {.len = 0};
	int row;
	(void)at;
	rows.at = chapters_of(p, &rows.len);
	while (rows.at != NULL && (row = plain_pick_again(p, _("Which chapter?"), rows.len, chapter_name, &rows, again)) != PLAN_NONE) {
		say_words(p, rows.at[row]);
		again = true;
	}
	free(rows.at);
}
