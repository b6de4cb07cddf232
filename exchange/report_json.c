// SPDX-License-Identifier: MIT
// The report as JSON, in the shape that scripts rely on: numbers exact or 12 significant digits in the indicator's measure,
// elapsed, done and attainment as fractions, lag in points, null where there is none.
#include <stddef.h>

#include "core/inferred.h"
#include "exchange/json.h"
#include "exchange/report.h"

struct figure { const char *key; size_t at; };
#define FIGURE(name) {#name, offsetof(struct standing, name)}
#define YEAR_FIGURE(name) {#name, offsetof(struct standing_year, name)}

static const struct figure against[] = {
	FIGURE(baseline), FIGURE(target), FIGURE(expected), FIGURE(elapsed), FIGURE(done), FIGURE(attainment), FIGURE(gap),
	FIGURE(lag), FIGURE(needed), FIGURE(recent), FIGURE(projected),
};
static const struct figure parts[] = {FIGURE(sum), FIGURE(published), FIGURE(computed)};
static const struct figure of_year[] = {
	YEAR_FIGURE(ytd), YEAR_FIGURE(target), YEAR_FIGURE(done), YEAR_FIGURE(elapsed), YEAR_FIGURE(lag),
};

static void put_figures(struct json *json, const void *of, const struct figure *figures, size_t len)
{
	for (size_t i = 0; i < len; i++)
		json_maybe(json, figures[i].key, *(const struct maybe *)((const char *)of + figures[i].at));
}

static void put_period(struct json *json, const char *key, int period)
{
	char text[16];
	snprintf(text, sizeof text, "%06d", period);
	json_text(json, key, period != 0 ? text : NULL);
}

static void put_said(struct json *json, const char *key, bool has, bool said)
{
	if (has)
		json_bool(json, key, said);
	else
		json_null(json, key);
}

static void put_value(struct json *json, const struct standing *s)
{
	static const char *const qualifiers[] = {[NUM_EXACT] = "=", [NUM_ABOVE] = ">", [NUM_AT_LEAST] = ">=", [NUM_ABOUT] = "~"};
	json_maybe(json, "value", s->value);
	json_text(json, "qualifier", s->value.has ? qualifiers[s->qualifier] : NULL);
	put_period(json, "value_period", s->value_period);
	put_said(json, "final", s->value.has, s->final);
	put_said(json, "accepted", s->value.has, s->accepted);
}

static void put_coverage(struct json *json, const struct standing *s)
{
	json_open(json, "coverage", '{');
	if (s->due > 0) {
		json_whole(json, "reported", s->reported);
		json_whole(json, "due", s->due);
	} else {
		json_null(json, "reported");
		json_null(json, "due");
	}
	json_close(json, '}');
}

static void put_year(struct json *json, const struct standing_year *year)
{
	json_open(json, "year", '{');
	put_figures(json, year, of_year, sizeof of_year / sizeof of_year[0]);
	json_text(json, "status", year->has_status ? standing_status_id[year->status] : NULL);
	json_maybe(json, "last_share", year->last_share);
	json_close(json, '}');
}

static void put_stage(struct json *json, const struct standing *s)
{
	static const char *const stages[] = {
		[STAGE_NOT_STARTED] = "none", [STAGE_UNDER_WAY] = "under_way", [STAGE_DONE] = "done"};
	json_text(json, "stage", s->has_stage ? stages[s->stage] : NULL);
}

static void put_standing(struct json *json, const struct report *report, const struct standing *s)
{
	const struct plan_indicator *ind = &report->plan->indicators[s->indicator];
	json_open(json, NULL, '{');
	json_text(json, "indicator", ind->code);
	json_text(json, "name", ind->name);
	json_whole(json, "chapter", report_chapter_of(report->plan, s->indicator));
	json_text(json, "unit", report->plan->units[s->unit].code);
	json_text(json, "measure", ind->measure);
	put_value(json, s);
	put_figures(json, s, against, sizeof against / sizeof against[0]);
	json_text(json, "status", standing_status_id[s->status]);
	json_text(json, "reason", standing_reason_id(s->reason));
	json_maybe(json, "r", s->r);
	json_text(json, "assessment", standing_assessment_id(s->assessment));
	json_text(json, "path", standing_path_id(s->path));
	json_text(json, "source", standing_source_id(s->source));
	put_figures(json, s, parts, sizeof parts / sizeof parts[0]);
	put_coverage(json, s);
	put_year(json, &s->year);
	if (ind->kind == PLAN_STAGES)
		put_stage(json, s);
	json_close(json, '}');
}

static void put_plan(struct json *json, const struct plan *plan)
{
	json_open(json, "plan", '{');
	json_text(json, "id", plan->code);
	json_text(json, "title", plan->title);
	json_whole(json, "base_year", plan->base_year);
	json_whole(json, "target_year", plan->target_year);
	json_text(json, "inferred", plan->inferred);
	json_close(json, '}');
}

static void put_marks(struct json *json, unsigned marks)
{
	json_open(json, "inferred", '[');
	for (int i = 0; i < INFERRED_MARKS; i++)
		if ((marks >> i & 1) != 0)
			json_text(json, NULL, inferred_marks[i].id);
	json_close(json, ']');
}

static void put_rows(struct json *json, const struct report *report, const struct report_chapter *chapter)
{
	json_open(json, "rows", '[');
	for (int i = 0; i < chapter->len; i++) {
		const struct report_row *row = &chapter->rows[i];
		const struct plan_place *place = &report->plan->places[row->place];
		json_open(json, NULL, '{');
		json_text(json, "id", place->code);
		json_text(json, "standing", report->plan->indicators[place->indicator].code);
		json_text(json, "words", place->words);
		put_marks(json, inferred_of_place(report->plan, row->place));
		json_close(json, '}');
	}
	json_close(json, ']');
}

static void put_chapter(struct json *json, const struct report *report, const struct report_chapter *chapter)
{
	const struct plan *plan = report->plan;
	const struct plan_outline *outline = &plan->outlines[chapter->outline];
	json_open(json, NULL, '{');
	json_whole(json, "no", chapter->no);
	json_text(json, "number", outline->number);
	json_text(json, "title", outline->title);
	json_open(json, "indicators", '[');
	for (int i = 0; i < chapter->len; i++)
		if (chapter->rows[i].first_here)
			json_text(json, NULL, plan->indicators[chapter->rows[i].s->indicator].code);
	json_close(json, ']');
	put_rows(json, report, chapter);
	json_close(json, '}');
}

static void put_standings(struct json *json, const struct report *report)
{
	json_open(json, "standings", '[');
	for (int c = 0; c < report->len; c++)
		for (int i = 0; i < report->chapters[c].len; i++)
			if (report->chapters[c].rows[i].first)
				put_standing(json, report, report->chapters[c].rows[i].s);
	json_close(json, ']');
}

static void put_note(struct json *json, const struct plan *plan, const struct note *note)
{
	static const char *const kinds[NOTE_KINDS] = {
		[NOTE_BASE] = "no_base", [NOTE_CARRIED] = "carried", [NOTE_PARTIAL] = "partial", [NOTE_EXPLANATION] = "explanation",
		[NOTE_CORRECTION] = "correction"};
	json_open(json, NULL, '{');
	json_text(json, "kind", kinds[note->kind]);
	json_text(json, "indicator", note->indicator != PLAN_NONE ? plan->indicators[note->indicator].code : NULL);
	json_text(json, "element", note->element != PLAN_NONE ? plan->elements[note->element].code : NULL);
	json_text(json, "unit", plan->units[note->unit].code);
	put_period(json, "period", note->period);
	json_text(json, "text", note->text);
	json_close(json, '}');
}

static void put_notes(struct json *json, const struct report *report)
{
	json_open(json, "notes", '[');
	for (int i = 0; i < report->notes.len; i++)
		put_note(json, report->plan, &report->notes.rows[i]);
	json_close(json, ']');
}

void report_put_json(const struct report *report, FILE *out)
{
	struct json json = {out, true};
	json_open(&json, NULL, '{');
	put_plan(&json, report->plan);
	json_bool(&json, "demo", report->plan->demo);
	put_period(&json, "period", report->period);
	json_text(&json, "unit", report->plan->units[report->unit].code);
	json_text(&json, "figures", report->figures == SURVEY_ACCEPTED ? "accepted" : "all");
	json_open(&json, "chapters", '[');
	for (int i = 0; i < report->len; i++)
		put_chapter(&json, report, &report->chapters[i]);
	json_close(&json, ']');
	put_standings(&json, report);
	put_notes(&json, report);
	json_close(&json, '}');
	fputc('\n', out);
}
