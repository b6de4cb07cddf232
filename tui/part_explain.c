// SPDX-License-Identifier: MIT
// See part_explain.h. Each line is a label and a text made by one function of a table; empty ones take no room.
#include "tui/part_explain.h"

#include <stdio.h>
#include <string.h>

#include "core/i18n.h"
#include "core/phrase.h"
#include "core/period.h"
#include "core/text.h"
#include "tui/part_rows.h"

#define LINE 1024
#define LABEL 7
#define MOST_UNITS 60

struct line {
	char *out;
	size_t cap;
};

// Append to a line; what does not fit is cut on a character.
static void add(struct line *line, const char *text)
{
	text_add(line->out, line->cap, "%s", text);
}

static void add_pair(struct line *line, const char *label, const char *text)
{
	if (text[0] == '\0')
		return;
	if (line->out[0] != '\0')
		add(line, "  ");
	add(line, label);
	add(line, text);
}

static void phrase_pair(struct line *line, const struct explain *e, const char *label, enum phrase_field field)
{
	char text[PHRASE_LONG];
	add_pair(line, label, phrase_write(e->plan, e->s, field, text, sizeof text));
}

static const struct plan_indicator *indicator_of(const struct explain *e)
{
	return &e->plan->indicators[e->s->indicator];
}

static void line_words(struct line *line, const struct explain *e)
{
	if (e->place != PLAN_NONE)
		add(line, e->plan->places[e->place].words);
}

static void line_scope(struct line *line, const struct explain *e)
{
	const struct plan_indicator *indicator = indicator_of(e);
	const char *scope = indicator->scope;
	if (scope[0] == '\0' && indicator->x != PLAN_NONE)
		scope = e->plan->elements[indicator->x].scope;
	add(line, scope);
	if (strstr(indicator->inferred, "target") != NULL || strstr(e->plan->inferred, "target_year") != NULL)
		add_pair(line, "", e->s->target.has ? _("(target year inferred)") : "");
}

static void measured_pair(struct line *line, const struct explain *e, const char *label, enum phrase_field field)
{
	char figure[PHRASE_TEXT], text[2 * PHRASE_TEXT];
	phrase_write(e->plan, e->s, field, figure, sizeof figure);
	if (figure[0] != '\0')
		add_pair(line, label, text_format(text, sizeof text, "%s%s", figure, indicator_of(e)->measure));
}

static void line_base(struct line *line, const struct explain *e)
{
	char label[PHRASE_TEXT];
	if (indicator_of(e)->kind != PLAN_NUMBER)
		return;
	if (e->s->status == STANDING_NO_TARGET || !e->s->target.has)
		add(line, _("no target is set for this unit, so nothing can be judged"));
	else if (!e->s->baseline.has && indicator_of(e)->formula != PLAN_GROWTH)
		add(line, _("no baseline: the figure of the base year is not published"));
	measured_pair(line, e, text_format(label, sizeof label, _("baseline of %d "), e->s->base_year), PHRASE_BASELINE);
	measured_pair(line, e, text_format(label, sizeof label, _("target of %d "), e->s->target_year), PHRASE_TARGET);
	phrase_pair(line, e, _("expected by now "), PHRASE_EXPECTED);
}

static void line_conclusion(struct line *line, const struct explain *e)
{
	char text[PHRASE_LONG];
	add(line, phrase_write(e->plan, e->s, PHRASE_SENTENCE, text, sizeof text));
}

static void line_ahead(struct line *line, const struct explain *e)
{
	phrase_pair(line, e, _("needed a year "), PHRASE_NEEDED);
	phrase_pair(line, e, _("in the last year "), PHRASE_RECENT);
	phrase_pair(line, e, _("projected at that rate "), PHRASE_PROJECTED);
	if (e->s->projected.has)
		add(line, _(" (computed, not forecast)"));
}

static void line_year(struct line *line, const struct explain *e)
{
	char text[PHRASE_LONG];
	if (e->of_cell) {
		phrase_pair(line, e, _("of the year's target "), PHRASE_YEAR_DONE);
		phrase_pair(line, e, "", PHRASE_YEAR_LAG);
		return;
	}
	add(line, phrase_write(e->plan, e->s, PHRASE_YEAR_SENTENCE, text, sizeof text));
}

static void line_share(struct line *line, const struct explain *e)
{
	add(line, e->share);
}

static void line_history(struct line *line, const struct explain *e)
{
	if (e->flow[0] != '\0') {
		add(line, e->flow);
		return;
	}
	for (int i = 0; i < e->history_len; i++) {
		const struct survey_point *point = &e->history[i];
		char value[NUM_TEXT], period[PERIOD_TEXT], text[NUM_TEXT + PERIOD_TEXT];
		if (!point->value.has)
			continue;
		rat_format(point->value.v, indicator_of(e)->decimals, NUM_HALF_AWAY, value);
		period_format(point->period, PERIOD_REPORT, period);
		add_pair(line, "", text_format(text, sizeof text, "%s %s", period, value));
	}
}

// A unit that ended is left out: its last figure would stand beside that of its successor as if both were to be added.
static bool unit_valid(const struct explain *e, int unit, const struct standing *s)
{
	return !e->plan->units[unit].compare && plan_unit_valid(e->plan, unit, s->period);
}

static bool unit_shown(const struct explain *e, int unit, const struct standing *s)
{
	return unit != e->plan->root && unit_valid(e, unit, s) && (s->value.has || s->due > 0);
}

static void line_units(struct line *line, const struct explain *e)
{
	int len = e->units == NULL ? 0 : survey_len(e->units);
	for (int i = 0; i < len; i++) {
		const struct standing *s = survey_at(e->units, i);
		char value[PHRASE_TEXT], text[2 * PHRASE_TEXT];
		if (e->s->unit != e->plan->root || !unit_shown(e, i, s))
			continue;
		phrase_write(e->plan, s, PHRASE_VALUE, value, sizeof value);
		text_format(text, sizeof text, "%c %s%s%s", standing_letter_of(s), e->plan->units[i].short_name,
			standing_unaccepted(s) ? "~" : "", value);
		add_pair(line, "", text);
	}
}

static void missing_name(const struct explain *e, const struct standing_missing *missing, char *out, size_t cap)
{
	struct line line = {out, cap};
	char period[PERIOD_TEXT];
	out[0] = '\0';
	if (missing->unit != PLAN_NONE)
		add(&line, e->plan->units[missing->unit].short_name);
	if (missing->indicator != PLAN_NONE)
		add(&line, e->plan->indicators[missing->indicator].short_name);
	if (missing->element != PLAN_NONE)
		add(&line, e->plan->elements[missing->element].short_name);
	if (missing->period == 0)
		return;
	period_format(missing->period, PERIOD_REPORT, period);
	add_pair(&line, "", period);
}

static void line_missing(struct line *line, const struct explain *e)
{
	int named = e->s->missing_len < STANDING_MISSING_MAX ? e->s->missing_len : STANDING_MISSING_MAX;
	for (int i = 0; i < named; i++) {
		char name[PHRASE_TEXT];
		missing_name(e, &e->s->missing[i], name, sizeof name);
		add_pair(line, "", name);
	}
	if (e->s->missing_len > named) {
		char more[PHRASE_TEXT];
		add(line, text_format(more, sizeof more, _(" and %d more"), e->s->missing_len - named));
	}
}

static void line_stage(struct line *line, const struct explain *e)
{
	char text[PHRASE_TEXT];
	if (e->s->nodes > 0)
		add(line, text_format(text, sizeof text, _("nodes %d/%d done"), e->s->nodes_done, e->s->nodes));
	if (e->s->nodes_overdue > 0)
		add_pair(line, "", text_format(text, sizeof text, _("%s is %d days late"), e->s->overdue_name, e->s->overdue_days));
	add_pair(line, "", e->stage.lines[PART_STAGE_NODES]);
}

static void line_progress(struct line *line, const struct explain *e)
{
	add(line, e->stage.lines[PART_STAGE_PROGRESS]);
}

static void line_problem(struct line *line, const struct explain *e)
{
	add(line, e->stage.lines[PART_STAGE_PROBLEM]);
}

static void line_next(struct line *line, const struct explain *e)
{
	add(line, e->stage.lines[PART_STAGE_NEXT]);
}

// The document's other wordings of the same thing, wherever they stand.
static void line_place(struct line *line, const struct explain *e)
{
	if (e->place == PLAN_NONE)
		return;
	const struct plan_place *place = &e->plan->places[e->place];
	if (place->ours)
		add_pair(line, "", _("its chapter is inferred: the document names none"));
	for (int i = 0; i < e->plan->places_len; i++) {
		const struct plan_place *other = &e->plan->places[i];
		if (i == e->place || other->indicator != place->indicator)
			continue;
		add_pair(line, _("the same as "), other->words);
		add(line, place->same_inferred || other->same_inferred ? _(" (inferred; keyed in once)") : _(" (keyed in once)"));
	}
}

static const struct {
	const char *label;
	void (*write)(struct line *line, const struct explain *e);
	bool not_of_cell;
} lines[] = {
	{N_("scope"), line_scope, true},      {N_("base"), line_base, false},     {N_("result"), line_conclusion, false},
	{N_("needs"), line_ahead, false},     {N_("gap"), line_share, false},     {N_("history"), line_history, false},
	{N_("now"), line_year, false},        {N_("units"), line_units, true},    {N_("lacks"), line_missing, false},
	{N_("did"), line_progress, false},    {N_("trouble"), line_problem, false}, {N_("next"), line_next, false},
	{N_("nodes"), line_stage, false},     {N_("printed"), line_words, true},  {N_("note"), line_place, true},
};

static void draw_title(struct paint *p, int y, int x, int width, const struct explain *e)
{
	const struct plan_indicator *indicator = indicator_of(e);
	char title[LINE], coverage[PHRASE_TEXT], waiting[PHRASE_TEXT] = "";
	phrase_write(e->plan, e->s, PHRASE_COVERAGE, coverage, sizeof coverage);
	if (coverage[0] != '\0' && e->s->unaccepted > 0)
		text_format(waiting, sizeof waiting, _(", %d not accepted(~)"), e->s->unaccepted);
	const char *owner = indicator->x == PLAN_NONE ? "" : e->plan->depts[e->plan->elements[indicator->x].owner].name;
	char period[PHRASE_TEXT], dated[2 * PHRASE_TEXT] = "";
	if (phrase_write(e->plan, e->s, PHRASE_DATA_PERIOD, period, sizeof period)[0] != '\0')
		text_format(dated, sizeof dated, _("data of %s "), period);
	if (e->of_cell)
		text_format(title, sizeof title, "%s %s %s%s%s", e->plan->units[e->s->unit].name, indicator->name, dated, coverage, waiting);
	else
		text_format(title, sizeof title, "%s %s %s%s", indicator->name, owner, coverage, waiting);
	paint_rule(p, y, x, width, title);
}

int explain_draw(struct paint *p, int y, int x, int width, int rows, const struct explain *e)
{
	int at = y + 1, end = y + rows;
	if (e->s == NULL || rows < 2)
		return 0;
	draw_title(p, y, x, width, e);
	for (size_t i = 0; i < sizeof lines / sizeof lines[0] && at < end; i++) {
		char text[LINE] = "";
		struct line line = {text, sizeof text};
		if (!e->of_cell || !lines[i].not_of_cell)
			lines[i].write(&line, e);
		if (text[0] == '\0')
			continue;
		paint_text(p, at, x + 1, LABEL, ROLE_HEADING, _(lines[i].label));
		at = paint_wrapped(p, at, end, x + 1 + LABEL, width - 2 - LABEL, ROLE_TEXT, text);
	}
	return at - y;
}

// 禹州 占18.5%: of what the explained one lacks.
static const char *unit_words(const struct explain *e, int unit, char *out, size_t cap)
{
	char percent[NUM_TEXT + 2];
	for (int i = 0; i < e->shares.len; i++)
		if (e->shares.rows[i].unit == unit && share_percent(e->shares.rows[i].part, percent, sizeof percent)[0] != '\0')
			return text_format(out, cap, _("%s %s of it"), e->plan->units[unit].short_name, percent);
	return e->plan->units[unit].name;
}

int explain_units(struct paint *p, int y, int x, int width, int rows, const struct explain *e)
{
	char name[PHRASE_TEXT];
	int top = y;
	if (e->units == NULL || rows < e->plan->units_len + 1)
		return 0;
	part_rows_head(p, y++, x, width, e->shares.gap.has ? _("Unit (of the gap)") : _("Unit"));
	for (int i = 0; i < e->plan->units_len; i++)
		if (unit_valid(e, i, survey_at(e->units, i)))
			part_rows_row(p, y++, x, width, e->plan, survey_at(e->units, i), unit_words(e, i, name, sizeof name), false);
	return y - top;
}

enum err explain_load(struct explain *e, struct store *store, const struct plan *plan, const struct survey_query *query,
	const struct standing *s, int place)
{
	explain_done(e);
	e->plan = plan;
	e->place = place;
	if (s == NULL)
		return ERR_OK;
	e->s = s;
	if (plan->indicators[s->indicator].kind == PLAN_STAGES)
		return part_stage_load(&e->stage, store, plan, s);
	if (plan->indicators[s->indicator].kind != PLAN_NUMBER)
		return ERR_OK;
	// Units are listed where all can be; to survey thousands at each move of the cursor would be felt.
	enum err err = plan->units_len <= MOST_UNITS ? survey_indicator(store, plan, query, s->indicator, &e->units) : ERR_OK;
	if (err == ERR_OK && e->units != NULL)
		err = shares_of(&e->shares, e->units, plan, s->indicator, s->unit);
	if (err == ERR_OK)
		err = survey_history(store, plan, query, s->indicator, s->unit, e->history, PART_HISTORY, &e->history_len);
	if (err == ERR_OK)
		err = part_cell_share(plan, e->units, s, e->share, sizeof e->share);
	return err == ERR_OK ? part_cell_flow(store, plan, query, s, e->flow, sizeof e->flow) : err;
}

void explain_done(struct explain *e)
{
	survey_free(e->units);
	shares_done(&e->shares);
	memset(e, 0, sizeof *e);
}
