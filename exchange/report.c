// SPDX-License-Identifier: MIT
// The walk of report.h: places gathered by chapter, each held to its standing.
#include "exchange/report.h"

#include <stdlib.h>
#include <string.h>

#include "core/change.h"
#include "core/i18n.h"

static int first_place_of(const struct plan *plan, int indicator)
{
	for (int i = 0; i < plan->places_len; i++)
		if (plan->places[i].indicator == indicator && plan->places[i].same_as == PLAN_NONE)
			return i;
	return PLAN_NONE;
}

static int chapter_number(const struct plan *plan, int outline)
{
	int no = 0;
	for (int i = 0; i < plan->outlines_len; i++) {
		no += plan->outlines[i].level == PLAN_CHAPTER;
		if (i == outline)
			return no;
	}
	return 0;
}

int report_chapter_of(const struct plan *plan, int indicator)
{
	int place = first_place_of(plan, indicator);
	return place == PLAN_NONE ? 0 : chapter_number(plan, plan_chapter_of(plan, plan->places[place].outline));
}

static bool belongs(const struct plan *plan, const struct plan_place *place, int chapter, bool *elsewhere)
{
	*elsewhere = plan_chapter_of(plan, place->outline) != chapter;
	return !*elsewhere || (place->also != PLAN_NONE && plan_chapter_of(plan, place->also) == chapter);
}

static bool tells(const struct report_chapter *chapter, int len, const struct standing *s)
{
	for (int i = 0; i < len; i++)
		if (chapter->rows[i].s == s)
			return true;
	return false;
}

static void mark_first(const struct report *report, const struct report_chapter *chapter, struct report_row *row)
{
	row->first_here = !tells(chapter, chapter->len, row->s);
	row->first = row->first_here;
	for (int i = 0; i < report->len && row->first; i++)
		row->first = chapter == &report->chapters[i] || !tells(&report->chapters[i], report->chapters[i].len, row->s);
}

static void gather_rows(const struct report *report, struct report_chapter *chapter)
{
	const struct plan *plan = report->plan;
	for (int i = 0; i < plan->places_len; i++) {
		const struct plan_place *place = &plan->places[i];
		bool elsewhere;
		if (place->indicator == PLAN_NONE || !belongs(plan, place, chapter->outline, &elsewhere))
			continue;
		struct report_row row = {.place = i, .elsewhere = elsewhere, .same_as = place->same_as};
		row.s = survey_at(report->survey, place->indicator);
		mark_first(report, chapter, &row);
		chapter->rows[chapter->len++] = row;
	}
}

static enum err gather_chapter(struct report *report, int outline)
{
	struct report_chapter *chapter = &report->chapters[report->len];
	*chapter = (struct report_chapter){.outline = outline, .no = chapter_number(report->plan, outline)};
	chapter->rows = calloc((size_t)report->plan->places_len + 1, sizeof *chapter->rows);
	if (chapter->rows == NULL)
		return err_set(ERR_MEMORY, "%s", _("no memory"));
	report->len++;
	gather_rows(report, chapter);
	survey_count_chapter(report->survey, outline, &chapter->count);
	return ERR_OK;
}

static enum err gather(struct report *report, int only)
{
	const struct plan *plan = report->plan;
	enum err err = ERR_OK;
	report->chapters = calloc((size_t)plan->outlines_len + 1, sizeof *report->chapters);
	if (report->chapters == NULL)
		return err_set(ERR_MEMORY, "%s", _("no memory"));
	report->whole = only == PLAN_NONE;
	for (int i = 0; i < plan->outlines_len && err == ERR_OK; i++)
		if (plan->outlines[i].level == PLAN_CHAPTER && (only == PLAN_NONE || only == i))
			err = gather_chapter(report, i);
	return err;
}

static void count_untitled(struct report *report)
{
	const struct plan *plan = report->plan;
	int titled = 0, listed = 0;
	for (int i = 0; i < plan->outlines_len; i++) {
		bool section = plan->outlines[i].level == PLAN_SECTION;
		titled += section && plan->outlines[i].title != NULL;
		listed += section;
	}
	report->untitled = (plan->sections > listed ? plan->sections : listed) - titled;
}

static enum err read_check_code(struct report *report, struct store *store)
{
	struct store_op last;
	enum err err = store_last_op(store, &last);
	if (err == ERR_OK && last.seq != 0)
		change_check_code(last.hash, report->check_code);
	return err;
}

// Each standing once, in the order of the page.
static enum err read_notes(struct report *report, struct store *store, const struct report_query *query)
{
	const struct notes_query asked = {report->plan, report->unit, report->figures, query->day_of};
	const struct standing **s = calloc((size_t)report->plan->indicators_len + 1, sizeof(struct standing *));
	int len = 0;
	if (s == NULL)
		return err_set(ERR_MEMORY, "%s", _("no memory"));
	for (int c = 0; c < report->len; c++)
		for (int i = 0; i < report->chapters[c].len; i++)
			if (report->chapters[c].rows[i].first)
				s[len++] = report->chapters[c].rows[i].s;
	enum err err = notes_read(&report->notes, store, &asked, s, len);
	free(s);
	return err;
}

static enum err read_units(struct report *report, struct store *store, const struct survey_query *asked)
{
	const struct plan *plan = report->plan;
	enum err err = ERR_OK;
	report->by_unit = calloc((size_t)plan->indicators_len + 1, sizeof(struct survey *));
	if (report->by_unit == NULL)
		return err_set(ERR_MEMORY, "%s", _("no memory"));
	for (int i = 0; i < plan->indicators_len && err == ERR_OK; i++)
		if (plan->indicators[i].kind == PLAN_NUMBER)
			err = survey_indicator(store, plan, asked, i, &report->by_unit[i]);
	return err;
}

static enum err read_all(struct report *report, struct store *store, const struct report_query *query)
{
	const struct survey_query asked = {.period = query->period, .today = query->today, .figures = query->figures};
	enum err err = survey_unit(store, report->plan, &asked, query->unit, &report->survey);
	if (err == ERR_OK)
		err = gather(report, query->chapter);
	if (err == ERR_OK)
		err = read_check_code(report, store);
	if (err == ERR_OK && query->by_unit)
		err = read_units(report, store, &asked);
	if (err == ERR_OK && query->brief) {
		const struct brief_query brief = {report->plan, report->unit, asked, query->day_of};
		err = brief_read(&report->brief, store, &brief, report->survey);
	}
	return err == ERR_OK ? read_notes(report, store, query) : err;
}

enum err report_new(struct store *store, const struct plan *plan, const struct report_query *query, struct report **out)
{
	struct report *report = calloc(1, sizeof *report);
	*out = NULL;
	if (report == NULL)
		return err_set(ERR_MEMORY, "%s", _("no memory"));
	report->plan = plan;
	report->period = query->period;
	report->unit = query->unit;
	report->today = query->today;
	report->figures = query->figures;
	enum err err = store_begin(store);
	if (err == ERR_OK) {
		err = read_all(report, store, query);
		store_end(store);
	}
	count_untitled(report);
	if (err == ERR_OK)
		*out = report;
	else
		report_free(report);
	return err;
}

void report_free(struct report *report)
{
	if (report == NULL)
		return;
	for (int i = 0; i < report->len; i++)
		free(report->chapters[i].rows);
	free(report->chapters);
	for (int i = 0; report->by_unit != NULL && i < report->plan->indicators_len; i++)
		survey_free(report->by_unit[i]);
	free(report->by_unit);
	brief_done(&report->brief);
	notes_done(&report->notes);
	survey_free(report->survey);
	free(report);
}
