// SPDX-License-Identifier: MIT
// What is read by chapters: their rows with how they stand, and the words of the plan.
#include <stdlib.h>

#include "core/i18n.h"
#include "core/missing_words.h"
#include "core/outline_words.h"
#include "core/phrase.h"
#include "core/text.h"
#include "plain/part.h"

// ------------------------------------------------------------ chapters

struct rows { const struct survey *survey; int *at, len; };       // AT of what is no chapter: PLAN_NONE

static const char *chapter_name(const struct plain *p, const void *ctx, int row, char *out, size_t cap)
{
	const struct rows *rows = ctx;
	if (rows->at[row] == PLAN_NONE)
		return text_format(out, cap, "%s", _("Missing and inferred"));
	const struct plan_outline *outline = &p->plan->outlines[rows->at[row]];
	char number[OUTLINE_NUMBER], counts[256] = "";
	struct survey_count count;
	if (rows->survey != NULL) {
		survey_count_chapter(rows->survey, rows->at[row], &count);
		text_format(counts, sizeof counts, _(" (on pace %d/%d, behind %d, far behind or missed %d)"), count.on_pace, count.rows,
			count.by_status[STANDING_BEHIND], count.by_status[STANDING_CRITICAL] + count.by_status[STANDING_MISSED]);
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
	int *chapters = calloc((size_t)plan->outlines_len + 2, sizeof *chapters);        // and one more row
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

static void say_missing(const char *line, void *ctx)
{
	plain_say(ctx, "%s", line);
}

void plain_words(struct plain *p, void *at)
{
	bool again = false;
	struct rows rows = {.len = 0};
	int row;
	(void)at;
	rows.at = chapters_of(p, &rows.len);
	if (rows.at != NULL)
		rows.at[rows.len++] = PLAN_NONE;
	while (rows.at != NULL && (row = plain_pick_again(p, _("Which chapter?"), rows.len, chapter_name, &rows, again)) != PLAN_NONE) {
		if (rows.at[row] == PLAN_NONE)
			missing_words_each(p->plan, say_missing, p);
		else
			say_words(p, rows.at[row]);
		again = true;
	}
	free(rows.at);
}
