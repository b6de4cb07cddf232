// SPDX-License-Identifier: MIT
// See scr_stage.h. What a task's form looks like; what its keys do is in stage_form.c.
#include "tui/scr_stage.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "core/i18n.h"
#include "core/outline_words.h"
#include "core/period.h"
#include "core/phrase.h"
#include "core/text.h"
#include "tui/scr_chapter.h"

#define LINE 1024
#define HAN_BYTES 3

// ------------------------------------------------------------ name and stage

// By its number, and by its title where the document prints none.
static const char *chapter_words(const struct plan *plan, int place, char out[OUTLINE_NUMBER])
{
	int chapter = plan_chapter_of(plan, plan->places[place].outline);
	const struct plan_outline *outline = chapter != PLAN_NONE ? &plan->outlines[chapter] : NULL;
	if (outline != NULL && outline->number[0] == '\0' && outline->title != NULL)
		return text_format(out, OUTLINE_NUMBER, "%s", outline->title);
	return outline != NULL ? outline_number_words(outline, out, OUTLINE_NUMBER) : "";
}

// Every row of the document that this is: same_as rows are one thing and are filled in once.
static void draw_name(const struct stage_form *f, struct paint *p)
{
	const struct plan *plan = f->app->plan;
	char line[LINE] = "", chapter[OUTLINE_NUMBER], period[PERIOD_TEXT];
	int rows = 0, width = paint_cols(p), cells = 0;
	for (int i = 0; i < plan->places_len; i++)
		if (plan->places[i].indicator == f->indicator)
			text_add(line, sizeof line, _("%s%s(%s)"), rows++ == 0 ? "" : " = ", plan->places[i].words,
				chapter_words(plan, i, chapter));
	if (rows > 1)
		text_add(line, sizeof line, "%s", _(", filled in once"));
	if (f->period != f->app->period) {
		period_format(f->period, PERIOD_REPORT, period);
		cells = text_cells(period) + 2;
		paint_right(p, 1, width - cells, cells - 1, ROLE_HEADING, period);
	}
	paint_text(p, 1, 1, width - 1 - cells, ROLE_TEXT, line);
}

static void draw_edit(const struct stage_form *f, struct paint *p, int y, int x, int cells, int field, const char *text)
{
	if (f->field == field && stage_form_writes(f)) {
		paint_cursor(p, y, paint_edit(p, y, x, cells, &f->edits[field]));
		return;
	}
	paint_text(p, y, x, 1, ROLE_TEXT, "[");
	paint_text(p, y, x + 1, cells, ROLE_TEXT, text);
	paint_text(p, y, x + 1 + cells, 1, ROLE_TEXT, "]");
	if (f->field == field)
		paint_cursor(p, y, x + 1);
}

static void draw_stage(const struct stage_form *f, struct paint *p)
{
	char line[LINE], percent[EDIT_MAX * 4 + 1];
	bool focused = f->field == STAGE_KIND;
	int x = 1;
	paint_text(p, 2, 0, 1, ROLE_MARK, f->field <= STAGE_PERCENT ? ">" : " ");
	x += paint_text(p, 2, x, 10, ROLE_TEXT, _("stage")) + 1;
	if (focused)
		paint_cursor(p, 2, x + 1);
	text_format(line, sizeof line, "[%s]", phrase_stage(f->kind));
	x += paint_text(p, 2, x, 20, focused ? ROLE_FOCUS : ROLE_HEADING, line) + 1;
	if (stage_form_writes(f)) {
		text_format(line, sizeof line, _("Left, Right: %s %s %s"), phrase_stage(STAGE_NOT_STARTED),
			phrase_stage(STAGE_UNDER_WAY), phrase_stage(STAGE_DONE));
		x += paint_text(p, 2, x, 40, ROLE_DIM, line) + 2;
	}
	x += paint_text(p, 2, x, 12, ROLE_TEXT, _("percent")) + 1;
	edit_utf8(&f->edits[STAGE_PERCENT], percent, sizeof percent);
	draw_edit(f, p, 2, x, 4, STAGE_PERCENT, percent);
	x += 7;
	if (f->before.stage.change != 0)
		paint_text(p, 2, x, paint_cols(p) - x, ROLE_TEXT,
			text_format(line, sizeof line, _("before: %s"), phrase_stage(f->before.stage.stage)));
}

// ------------------------------------------------------------ texts

static void draw_line(const struct stage_form *f, struct paint *p, int y, const struct edit *edit, const struct edit_line *line)
{
	char text[EDIT_MAX * 4 + 1];
	int cells = stage_form_cells(f);
	size_t len = 0;
	for (size_t i = 0; i < line->len; i++)
		len += text_encode((uint32_t)edit->text[line->from + i], text + len);
	text[len] = '\0';
	paint_text(p, y, 2, cells, stage_form_writes(f) ? ROLE_FIELD : ROLE_TEXT, text);
}

static void draw_text(const struct stage_form *f, struct paint *p, int y, int field)
{
	const struct edit *edit = &f->edits[field];
	int rows = stage_form_text_rows(f), cells = stage_form_cells(f), at = 0, cell = 0, top = 0;
	bool focused = f->field == field;
	if (focused)
		edit_text_place(edit, cells, &at, &cell);
	if (at >= rows)
		top = at - rows + 1;
	paint_text(p, y, 0, 1, ROLE_MARK, focused ? ">" : f->taken[field - STAGE_PROGRESS] ? "\"" : " ");
	for (int i = 0; i < rows; i++) {
		struct edit_line line;
		paint_text(p, y + i, 1, 1, ROLE_TEXT, "[");
		if (focused && stage_form_writes(f))
			paint_fill(p, y + i, 2, cells, ROLE_FIELD);
		if (edit_text_line(edit, cells, top + i, &line))
			draw_line(f, p, y + i, edit, &line);
		paint_text(p, y + i, 2 + cells, 1, ROLE_TEXT, "]");
	}
	if (focused)
		paint_cursor(p, y + at - top, 2 + cell);
}

static void draw_texts(const struct stage_form *f, struct paint *p, int *y)
{
	static const struct { const char *name; bool required; } texts[STAGE_TEXTS] = {
		{N_("progress"), true}, {N_("problem"), false}, {N_("next step"), true},
	};
	char line[LINE], room[LINE];
	int rows = stage_form_text_rows(f);
	for (int i = 0; i < STAGE_TEXTS; i++) {
		const struct edit *edit = &f->edits[STAGE_PROGRESS + i];
		int lines = edit_text_lines(edit, stage_form_cells(f));
		room[0] = '\0';
		if (f->field == STAGE_PROGRESS + i && stage_form_writes(f))
			text_format(room, sizeof room, _(" -- room for %zu more characters"),
				(INTAKE_STAGE_BYTES - edit_text_bytes(edit)) / HAN_BYTES);
		else if (lines > rows)
			text_format(room, sizeof room, _(" -- %d lines"), lines);
		text_format(line, sizeof line, "%s%s%s", _(texts[i].name),
			texts[i].required && f->kind != STAGE_NOT_STARTED ? _(" (needed)") : "", room);
		paint_rule(p, *y, 0, paint_cols(p), line);
		draw_text(f, p, *y + 1, STAGE_PROGRESS + i);
		*y += 1 + rows;
	}
}

// ------------------------------------------------------------ nodes

struct columns { int x[STAGE_COLUMNS], cells[STAGE_COLUMNS]; };

static struct columns columns_for(int width)
{
	int extra = width > 80 ? width - 80 : 0;
	struct columns c = {.cells = {23 + extra / 2, 8, 8, 24 + extra - extra / 2}};
	for (int i = 0, x = 3; i < STAGE_COLUMNS; x += c.cells[i] + 3, i++)
		c.x[i] = x;
	return c;
}

static void draw_node(const struct stage_form *f, struct paint *p, int y, int row, const struct columns *c)
{
	const struct stage_node *node = row < f->nodes_len ? &f->nodes[row] : NULL;
	char typed[EDIT_MAX * 4 + 1];
	bool here = row == f->row && f->field >= STAGE_NODE_NAME;
	paint_text(p, y, 0, 1, ROLE_MARK, here ? ">" : " ");
	for (int i = 0; i < STAGE_COLUMNS; i++) {
		const char *text = node == NULL ? "" : node->text[i];
		if (row == f->row && f->node_dirty) {
			edit_utf8(&f->edits[STAGE_NODE_NAME + i], typed, sizeof typed);
			text = typed;
		}
		draw_edit(f, p, y, c->x[i], c->cells[i], here ? STAGE_NODE_NAME + i : -1, text);
	}
}

static void draw_nodes(const struct stage_form *f, struct paint *p, int *y)
{
	static const char *const heads[STAGE_COLUMNS] = {N_("nodes"), N_("planned"), N_("done in"), N_("document no.")};
	struct columns c = columns_for(paint_cols(p));
	int rows = stage_form_node_rows(f), all = f->nodes_len + stage_form_writes(f);
	paint_rule(p, *y, 0, 3 + c.cells[0], _(heads[0]));
	for (int i = 1; i < STAGE_COLUMNS; i++)
		paint_text(p, *y, c.x[i] + 1, c.cells[i], ROLE_HEADING, _(heads[i]));
	for (int i = 0; i < rows && f->top + i < all; i++)
		draw_node(f, p, *y + 1 + i, f->top + i, &c);
	*y += 1 + rows;
}

// ------------------------------------------------------------ judgement and state

static void draw_judgement(const struct stage_form *f, struct paint *p, int y)
{
	char line[LINE], sentence[PHRASE_LONG];
	phrase_write(f->app->plan, survey_at(f->survey, f->unit), PHRASE_SENTENCE, sentence, sizeof sentence);
	text_format(line, sizeof line, _("judged now: %s"), sentence);
	paint_wrapped(p, y, y + 2, 1, paint_cols(p) - 2, ROLE_TEXT, line);
}

static void draw_state(const struct stage_form *f, struct paint *p, int y)
{
	char saved[64] = "", line[LINE];
	time_t at = (time_t)f->saved_at;
	struct tm tm;
	const char *before = f->before.stage.change == 0 ? _("no earlier period says anything") :
		stage_form_writes(f) ? _("texts of the period before: F8 shows them, F5 takes them over") :
		_("texts of the period before: F8 shows them");
	if (f->saved_at != 0 && localtime_r(&at, &tm) != NULL)
		strftime(saved, sizeof saved, "%H:%M:%S", &tm);
	paint_text(p, y, 1, paint_cols(p) - 22, ROLE_TEXT, before);
	if (stage_form_unsaved(f))
		paint_right(p, y, paint_cols(p) - 20, 19, ROLE_HEADING, _("not saved yet"));
	else if (saved[0] != '\0')
		paint_right(p, y, paint_cols(p) - 20, 19, ROLE_TEXT, text_format(line, sizeof line, _("saved %s"), saved));
}

static void stage_draw(const void *state, struct paint *p)
{
	const struct stage_form *f = state;
	int y = 3;
	draw_name(f, p);
	draw_stage(f, p);
	draw_texts(f, p, &y);
	draw_nodes(f, p, &y);
	draw_judgement(f, p, y);
	draw_state(f, p, y + 2);
}

// ------------------------------------------------------------ the screen

static enum err stage_open(void *state, struct app *app, const void *arg)
{
	return stage_form_open(state, app, arg);
}

static enum err stage_load(void *state)
{
	return stage_form_load(state);
}

static unsigned stage_act(void *state, enum action action, const struct key *key)
{
	return stage_form_act(state, action, key);
}

static bool stage_editing(const void *state)
{
	return stage_form_editing(state);
}

static bool stage_offers(const void *state, enum action action)
{
	const struct stage_form *f = state;
	if (action == ACTION_TURN)
		return stage_form_units(f) > 1;
	return action == ACTION_WORDS || action == ACTION_SAME || action == ACTION_NEXT_STEP || action == ACTION_UNDO ||
		action == ACTION_REDO;
}

static const char *stage_hint(const void *state)
{
	const struct stage_form *f = state;
	if (!stage_form_writes(f))
		return _("Reading only; Up and Down go through the texts");
	return _("Enter: next field; Tab: nodes; a name in the empty row adds a node; F9 saves");
}

static void stage_where(const void *state, char *out, size_t cap)
{
	const struct stage_form *f = state;
	text_format(out, cap, "%s", f->app->plan->units[f->unit].short_name);
}

static void stage_about(const void *state, char *out, size_t cap)
{
	const struct stage_form *f = state;
	const struct plan *plan = f->app->plan;
	const struct plan_element *element = &plan->elements[f->element];
	text_format(out, cap, "%s\t%s\n%s\t%s\n%s\t%s\n%s\t%s\n", _("row"), element->name, _("responsible"),
		element->owner == 0 ? plan->units[f->unit].name : plan->depts[element->owner].name, _("due"), element->due,
		_("texts"), _("progress and next step are needed once it is under way; 4000 bytes each, about 1333 characters"));
}

static bool stage_cell(const void *state, struct entry *out)
{
	const struct stage_form *f = state;
	out->element = f->element;
	out->unit = f->unit;
	out->period = f->period;
	return true;
}

static void stage_close(void *state)
{
	stage_form_close(state);
}

const struct screen_ops scr_stage = {
	.name = N_("Task"),
	.context = "entry",
	.size = sizeof(struct stage_form),
	.open = stage_open,
	.load = stage_load,
	.draw = stage_draw,
	.act = stage_act,
	.offers = stage_offers,
	.hint = stage_hint,
	.where = stage_where,
	.editing = stage_editing,
	.about = stage_about,
	.cell = stage_cell,
	.close = stage_close,
};

unsigned scr_stage_show(struct app *app, int indicator, int unit, bool from_units)
{
	struct scr_stage_arg arg = {app->plan->indicators[indicator].x, unit, from_units};
	if (from_units || plan_element_applies(app->plan, arg.element, unit))
		screen_push(app, &scr_stage, &arg);
	else
		screen_push(app, &scr_units, &(struct scr_units_arg){indicator, PLAN_NONE});
	return SCREEN_HANDLED | SCREEN_REDRAW;
}
