// SPDX-License-Identifier: MIT
// See plan_line.h.
#include "tui/plan_line.h"

#include "core/i18n.h"
#include "core/phrase.h"
#include "core/text.h"
#include "tui/copy.h"
#include "tui/part_rows.h"

#define KIND_AT 3
#define KIND_CELLS 8
#define STANDING 33              // cells: the three columns below with their blanks

static const struct {
	const char *head;
	int cells;
	enum phrase_field field;
} columns[] = {
	{N_("value or stage"), 13, PHRASE_VALUE_TARGET},
	{N_("pace (pts)"), 12, PHRASE_LAG_SHORT},
	{N_("data"), 6, PHRASE_DATA_PERIOD},
};
#define COLUMNS (sizeof columns / sizeof columns[0])

static const char *const kind_words[] = {
	[PLAN_ROW_INDICATOR] = N_("figure"),
	[PLAN_ROW_MILESTONE] = N_("goal"),
	[PLAN_ROW_PROJECT] = N_("project"),
	[PLAN_ROW_TASK] = N_("task"),
};

int plan_line_name_cells(int width)
{
	int cells = width - PLAN_LINE_NAME_AT - STANDING - 1;
	return cells > 14 ? cells : 14;
}

// Words begin where the columns do; longer ones end at the edge, if the name leaves them the room.
static bool words_fit(const char *words, const char *name, int width)
{
	int named = text_cells(name), most = plan_line_name_cells(width);
	return text_cells(words) <= STANDING + most - (named < most ? named : most);
}

void plan_line_long_words(const struct plan *plan, const struct standing *s, const char *name, int width, char *out, size_t cap)
{
	phrase_write(plan, s, PHRASE_ROW, out, cap);
	if (words_fit(out, name, width))
		out[0] = '\0';
}

static void draw_head(struct paint *p, int y, int x, int width)
{
	int at = x + PLAN_LINE_NAME_AT + plan_line_name_cells(width) + 1;
	paint_text(p, y, x + KIND_AT, KIND_CELLS, ROLE_HEADING, _("kind"));
	paint_text(p, y, x + PLAN_LINE_NAME_AT, plan_line_name_cells(width), ROLE_HEADING, _("row"));
	for (size_t i = 0; i < COLUMNS; i++) {
		paint_text(p, y, at, columns[i].cells, ROLE_HEADING, _(columns[i].head));
		at += columns[i].cells + 1;
	}
}

static void draw_words(struct paint *p, int y, int x, const char *words)
{
	int cells = text_cells(words), before = cells > STANDING ? cells - STANDING : 0;
	paint_text(p, y, x - before, cells, ROLE_TEXT, words);
}

static void draw_figures(struct paint *p, int y, int x, const struct plan *plan, const struct standing *s)
{
	char text[PHRASE_TEXT];
	for (size_t i = 0; i < COLUMNS; i++) {
		phrase_write_within(plan, s, columns[i].field, columns[i].cells, text, sizeof text);
		part_figure(p, y, x, columns[i].cells, false, ROLE_TEXT, text);
		x += columns[i].cells + 1;
	}
}

// A wording that stands for another row is of that row's kind.
static enum plan_place_kind kind_of(const struct plan *plan, int place)
{
	int same = plan->places[place].same_as;
	return plan->places[same == PLAN_NONE ? place : same].kind;
}

// Marker, status, kind, NAME, how it stands.
static void draw_row(struct paint *p, int y, int x, int width, const struct plan *plan, const struct standing *s, int place,
	const char *name, bool focused)
{
	const char letter[] = {standing_letter_of(s), '\0'};
	char words[PHRASE_LONG];
	int cells = plan_line_name_cells(width), at = x + PLAN_LINE_NAME_AT + cells + 1;
	paint_text(p, y, x, 1, ROLE_MARK, focused ? ">" : " ");
	paint_text(p, y, x + 1, 1, part_status_role(s->status), letter);
	paint_text(p, y, x + KIND_AT, KIND_CELLS, ROLE_TEXT, _(kind_words[kind_of(plan, place)]));
	paint_text(p, y, x + PLAN_LINE_NAME_AT, cells, focused ? ROLE_FOCUS : ROLE_TEXT, name);
	phrase_write(plan, s, PHRASE_ROW, words, sizeof words);
	if (words[0] == '\0')
		draw_figures(p, y, at, plan, s);
	else if (words_fit(words, name, width))
		draw_words(p, y, at, words);
}

void plan_line_draw(struct paint *p, int y, int x, int width, const struct plan *plan, const struct survey *survey,
	const struct plan_line *line, bool focused)
{
	if (line->kind == PLAN_LINE_ROW) {
		draw_row(p, y, x, width, plan, survey_at(survey, plan->places[line->ref].indicator), line->ref, line->text, focused);
		return;
	}
	if (line->kind == PLAN_LINE_COLUMNS) {
		draw_head(p, y, x, width);
		return;
	}
	if (focused)
		paint_text(p, y, x, 1, ROLE_MARK, ">");
	paint_text(p, y, x + line->indent, width - line->indent, line->kind == PLAN_LINE_HEADING ? ROLE_HEADING : ROLE_TEXT,
		line->text);
}

// ------------------------------------------------------------ for other programs

void plan_line_copy_head(struct copy *copy)
{
	copy_row(copy, false);
	copy_cell(copy, _("status"));
	copy_cell(copy, _("kind"));
	copy_cell(copy, _("row"));
	for (size_t i = 0; i < COLUMNS; i++)
		copy_cell(copy, _(columns[i].head));
}

void plan_line_copy(struct copy *copy, const struct plan *plan, const struct survey *survey, const struct plan_line *line, bool focused)
{
	const struct plan_place *place = &plan->places[line->ref];
	const struct standing *s = survey_at(survey, place->indicator);
	char text[PHRASE_LONG];
	copy_row(copy, focused);
	copy_cell(copy, phrase_write(plan, s, PHRASE_STATUS, text, sizeof text));
	copy_cell(copy, _(kind_words[kind_of(plan, line->ref)]));
	copy_cell(copy, place->kind == PLAN_ROW_INDICATOR ? plan->indicators[place->indicator].name : place->words);
	if (phrase_write(plan, s, PHRASE_ROW, text, sizeof text)[0] != '\0') {
		copy_main(copy, text);
		return;
	}
	for (size_t i = 0; i < COLUMNS; i++)
		(i == 0 ? copy_main : copy_cell)(copy, phrase_write(plan, s, columns[i].field, text, sizeof text));
}
