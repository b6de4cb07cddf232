// SPDX-License-Identifier: MIT
// Words about rows, chapters and the whole report that several formats share; see report.h.
#include <stdlib.h>
#include <string.h>

#include "core/i18n.h"
#include "core/outline_words.h"
#include "core/period.h"
#include "core/phrase.h"
#include "core/text.h"
#include "exchange/report.h"

static void append(char *out, size_t cap, const char *between, const char *text)
{
	text_join(out, cap, between, "%s", text);
}

static bool names_chapter(const struct plan_outline *outline, int no, const char *word)
{
	char *end;
	long typed = strtol(word, &end, 10);
	return (*end == '\0' && end != word && typed == no) || strcmp(outline->number, word) == 0 ||
	       strcmp(outline->code, word) == 0;
}

enum err report_find_chapter(const struct plan *plan, const char *word, int *out)
{
	char quoted[160];
	int no = 0;
	for (int i = 0; i < plan->outlines_len; i++) {
		if (plan->outlines[i].level != PLAN_CHAPTER)
			continue;
		no++;
		if (names_chapter(&plan->outlines[i], no, word)) {
			*out = i;
			return ERR_OK;
		}
	}
	return err_set(ERR_USAGE, _("there is no chapter %s; the plan has chapters 1 to %d"),
		text_quote(word, 40, quoted, sizeof quoted), no);
}

char *report_chapter_title(const struct report *report, const struct report_chapter *chapter, char *out, size_t cap)
{
	const struct plan_outline *outline = &report->plan->outlines[chapter->outline];
	const char *title = outline->title != NULL ? outline->title : _("(title not published)");
	char number[OUTLINE_NUMBER];
	outline_number_words(outline, number, sizeof number);
	return text_format(out, cap, "%s%s%s", number, number[0] != '\0' ? " " : "", title);
}

const char *report_row_words(const struct report *report, const struct report_row *row)
{
	const struct plan_place *place = &report->plan->places[row->place];
	return place->kind == PLAN_ROW_INDICATOR ? report->plan->indicators[place->indicator].name : place->words;
}

char *report_row_id(const struct report *report, const struct report_row *row, char *out, size_t cap)
{
	const struct plan_place *places = report->plan->places;
	if (row->same_as == PLAN_NONE)
		return text_format(out, cap, "%s", places[row->place].code);
	return text_format(out, cap, "%s=%s", places[row->place].code, places[row->same_as].code);
}

char *report_count_words(const struct survey_count *count, char *out, size_t cap)
{
	char text[PHRASE_TEXT];
	text_format(out, cap, _("%d rows"), count->rows);
	for (int i = 0; i < STANDING_STATUSES; i++)
		if (count->by_status[i] > 0)
			append(out, cap, " ",
				text_format(text, sizeof text, _("%s %d"), phrase_status((enum standing_status)i, true),
					count->by_status[i]));
	return out;
}

char *report_untitled_words(const struct report *report, char *out, size_t cap)
{
	out[0] = '\0';
	if (report->untitled > 0)
		text_format(out, cap, _("the titles of %d sections are not published and are left out"), report->untitled);
	return out;
}

char *report_title(const struct report *report, char *out, size_t cap)
{
	char period[PERIOD_TEXT];
	period_format(report->period, PERIOD_REPORT, period);
	return text_format(out, cap, "%s  %s", report->plan->units[report->unit].name, period);
}

const char *report_figures_words(const struct report *report)
{
	return report->figures == SURVEY_ACCEPTED ? _("accepted figures only") : _("with figures not yet accepted");
}

char *report_day_words(const struct report *report, char *out, size_t cap)
{
	int day = report->today;
	return text_format(out, cap, _("%d-%02d-%02d"), day / 10000, day / 100 % 100, day % 100);
}

bool report_row_is_indicator(const struct report *report, const struct report_row *row)
{
	return report->plan->places[row->place].kind == PLAN_ROW_INDICATOR;
}

const char *report_row_kind(const struct report *report, const struct report_row *row)
{
	static const char *const kinds[] = {
		[PLAN_ROW_INDICATOR] = N_("indicator"), [PLAN_ROW_MILESTONE] = N_("milestone"), [PLAN_ROW_PROJECT] = N_("project"),
		[PLAN_ROW_TASK] = N_("task")};
	return _(kinds[report->plan->places[row->place].kind]);
}

char *report_worst_words(const struct report *report, const struct survey_count *count, char *out, size_t cap)
{
	char lag[PHRASE_LONG];
	out[0] = '\0';
	if (count->worst == PLAN_NONE)
		return out;
	const struct standing *s = survey_at(report->survey, count->worst);
	phrase_write(report->plan, s, s->lag.has ? PHRASE_LAG_SHORT : PHRASE_ROW, lag, sizeof lag);
	return text_format(out, cap, "%s %s", report->plan->indicators[s->indicator].short_name, lag);
}

const enum phrase_field report_sentences[REPORT_SENTENCES] = {PHRASE_SENTENCE, PHRASE_GAP_SENTENCE, PHRASE_YEAR_SENTENCE};

bool report_row_is_told(const struct report *report, const struct report_row *row)
{
	return report_row_is_indicator(report, row) && (row->s->value.has || row->s->sum.has);
}
