// SPDX-License-Identifier: MIT
// The list of a form (form_draw.h). What one types stays where the eye is: brackets around the cell, a few words of hint at its right.
#include "tui/form_draw.h"

#include "core/entry_words.h"
#include "core/i18n.h"
#include "core/period.h"
#include "core/phrase.h"
#include "core/text.h"
#include "tui/form_report.h"
#include "tui/part_rows.h"

#define LIST_TOP 2

struct columns {               // where each begins, for the width of the screen
	int name, name_cells, measure, year_ago, before, cell, cell_cells, difference, figure_cells, hint, end;
};

// The 80-cell places of screens.md S3; wider screens give the name and the cell more room.
static struct columns columns_for(int width)
{
	int extra = width > 80 ? width - 80 : 0, name = extra < 24 ? extra : 24;
	int cell = extra - name < 10 ? extra - name : 10;
	struct columns c = {.name = 1, .name_cells = 18 + name, .cell_cells = 9 + cell, .end = width};
	c.measure = c.name + c.name_cells + 1;
	c.figure_cells = extra - name - cell < 12 ? 8 : 12;
	c.year_ago = c.measure + 5;
	c.before = c.year_ago + c.figure_cells + 1;
	c.cell = c.before + c.figure_cells + 1;
	c.difference = c.cell + c.cell_cells + 2;
	c.hint = c.difference + c.figure_cells + 1;
	return c;
}

// ------------------------------------------------------------ the list

static void draw_head(const struct form *f, struct paint *p, const struct columns *c)
{
	const struct {
		int x, cells;
		bool right;
		const char *text;
	} heads[] = {
		{c->name, c->name_cells, false, f->turned ? _("Unit") : _("Indicator")},
		{c->measure, 4, false, _("meas")},
		{c->year_ago, c->figure_cells, true, _("year ago")},
		{c->before, c->figure_cells, true, _("before")},
		{c->cell + 1, c->cell_cells, true, f->app->desk == NULL ? _("this period") : _("key in")},
		{c->difference, c->figure_cells, true, _("change")},
		{c->hint, c->end - c->hint, false, _("hint")},
	};
	for (size_t i = 0; i < sizeof heads / sizeof heads[0]; i++)
		(heads[i].right ? paint_right : paint_text)(p, 1, heads[i].x, heads[i].cells, ROLE_HEADING, heads[i].text);
}

static const char *owner_hint(const char *name, int room, char *out, size_t cap)
{
	const char *whole = text_format(out, cap, _("%s keys this in"), name);
	return text_cells(whole) <= room ? whole : text_format(out, cap, _("by %s"), name);
}

// What is worth knowing before one types: whose figure it is, that it counts from January, or that it was refused.
static const char *hint_of(const struct form *f, const struct form_cell *cell, bool focused, int room, char *out, size_t cap)
{
	const struct plan_element *element = &f->app->plan->elements[cell->element];
	int promised = cell->now.promised;
	char figure[PHRASE_TEXT];
	const char *supposed = tryout_words(f->app, cell->element, cell->unit, cell->period, out, cap);
	if (supposed != NULL)
		return supposed;
	if (focused && (form_is_refused(f) || f->asking))
		return f->asking ? _("check: see below") : _("see below");
	if (focused && f->editing && f->seen.change != cell->now.change)
		return text_format(out, cap, _("now %s"), entry_words_cell(f->app->plan, &cell->now, figure, sizeof figure));
	if (cell->correcting)
		return _("correction waits");
	if (form_report_said(f, cell)[0] != '\0')
		return _("returned: see below");
	if (cell->now.change != 0 && cell->now.copied)
		return _("copied, to confirm");
	if (cell->hard > 0)
		return _("wrong: see below");
	if (cell->soft > 0)
		return _("check: see below");
	if (cell->said > 0)
		return _("explained: see below");
	if (cell->now.change != 0 && cell->now.kind == ENTRY_NOT_REPORTED && promised != 0)
		return text_format(out, cap, _("due %02d-%02d"), promised / 100 % 100, promised % 100);
	if (f->app->desk == NULL && cell->now.change != 0 && cell->now.kind == ENTRY_VALUE && !cell->now.accepted)
		return _("not accepted");        // who only reads comes from accepted figures
	if (element->owner != 0)
		return owner_hint(f->app->plan->depts[element->owner].name, room, out, cap);
	if (element->kind == PLAN_FLOW)
		return text_format(out, cap, _("Jan-%d total"), period_month(f->app->period));
	return "";
}

static void draw_cell(const struct form *f, struct paint *p, int y, int x, int cells, const struct form_cell *cell, bool focused)
{
	char text[PHRASE_TEXT];
	bool open = f->app->desk != NULL;
	paint_text(p, y, x, 1, ROLE_TEXT, open ? "[" : "");
	paint_text(p, y, x + 1 + cells, 1, ROLE_TEXT, open ? "]" : "");
	if (focused)
		paint_cursor(p, y, x + cells);
	bool copied = cell->now.change != 0 && cell->now.copied && !(focused && f->editing);
	if (focused && f->editing)
		paint_cursor(p, y, paint_edit(p, y, x, cells, &f->edit));
	else
		part_figure(p, y, x + 1, cells, true, focused ? ROLE_FOCUS : ROLE_TEXT,
			entry_words_cell(f->app->plan, &cell->now, text, sizeof text));
	if (copied)
		paint_text(p, y, x + 1, 1, ROLE_TEXT, "\"");
}

static void draw_row(const struct form *f, struct paint *p, int y, const struct columns *c, int row)
{
	const struct form_cell *cell = &f->cells[row];
	const struct plan *plan = f->app->plan;
	const struct plan_element *element = &plan->elements[cell->element];
	bool focused = row == form_row(f), wide = c->name_cells > 30;
	char text[PHRASE_TEXT];
	const char *name = f->turned ? plan->units[cell->unit].name : wide ? element->name : element->short_name;
	paint_text(p, y, 0, 1, ROLE_MARK, focused ? ">" : " ");
	paint_text(p, y, c->name, c->name_cells, focused ? ROLE_FOCUS : ROLE_TEXT, name);
	paint_text(p, y, c->measure, 4, ROLE_TEXT, element->measure);
	part_figure(p, y, c->year_ago, c->figure_cells, true, ROLE_TEXT, entry_words_cell(plan, &cell->year_ago, text, sizeof text));
	part_figure(p, y, c->before, c->figure_cells, true, ROLE_TEXT, entry_words_cell(plan, &cell->before, text, sizeof text));
	draw_cell(f, p, y, c->cell, c->cell_cells, cell, focused);
	part_figure(p, y, c->difference, c->figure_cells, true, ROLE_TEXT,
		entry_words_difference(plan, focused && f->typed != NULL ? &f->foreseen : &cell->now, &cell->before, c->figure_cells, text,
			sizeof text));
	paint_text(p, y, c->hint, c->end - c->hint, ROLE_DIM, hint_of(f, cell, focused, c->end - c->hint, text, sizeof text));
}

// ------------------------------------------------------------ by years

#define UNIT_CELLS 12
#define YEAR_CELLS 10          // between the brackets

// The years that a width has room for, so that the focused one is among them.
static int years_shown(const struct form *f, int width, int *first)
{
	int room = (width - UNIT_CELLS - 2) / (YEAR_CELLS + 3), shown = room < f->cols ? room : f->cols;
	*first = f->col < shown ? 0 : f->col - shown + 1;
	return shown;
}

static int year_at(int shown)
{
	return UNIT_CELLS + 2 + shown * (YEAR_CELLS + 3);
}

static void draw_years_head(const struct form *f, struct paint *p)
{
	int first, shown = years_shown(f, paint_cols(p), &first);
	char text[PERIOD_TEXT], head[PERIOD_TEXT + 32];
	paint_text(p, 1, 1, UNIT_CELLS, ROLE_HEADING, _("Unit"));
	for (int i = 0; i < shown; i++) {
		int period = form_cell_at(f, 0, first + i)->period;
		period_format(period, PERIOD_ASCII, text);
		paint_right(p, 1, year_at(i), YEAR_CELLS + 1, ROLE_HEADING,
			text_format(head, sizeof head, "%s%s", text, first + i == 0 && f->month == 12 ? _(" base") : ""));
	}
}

static void draw_years_row(const struct form *f, struct paint *p, int y, int row)
{
	int first, shown = years_shown(f, paint_cols(p), &first);
	bool focused = row == form_row(f);
	const struct plan_unit *unit = &f->app->plan->units[form_cell_at(f, row, 0)->unit];
	paint_text(p, y, 0, 1, ROLE_MARK, focused ? ">" : " ");
	paint_text(p, y, 1, UNIT_CELLS, focused ? ROLE_FOCUS : ROLE_TEXT, unit->short_name);
	for (int i = 0; i < shown; i++)
		draw_cell(f, p, y, year_at(i), YEAR_CELLS, form_cell_at(f, row, first + i), focused && first + i == f->col);
}

// ------------------------------------------------------------

void form_draw(const struct form *f, struct paint *p)
{
	struct columns c = columns_for(paint_cols(p));
	int y = LIST_TOP;
	if (f->by_years && f->len > 0)
		draw_years_head(f, p);
	else
		draw_head(f, p, &c);
	if (f->len == 0) {
		paint_text(p, 3, 1, paint_cols(p) - 1, ROLE_TEXT,
			_("Nothing is asked of this unit in this period. F2 chooses another period, F3 goes back."));
		return;
	}
	for (int i = f->list.top; i < f->list.len && i < f->list.top + f->list.height; i++)
		if (f->by_years)
			draw_years_row(f, p, y++, find_row(&f->find, i));
		else
			draw_row(f, p, y++, &c, find_row(&f->find, i));
	if (form_focused(f) != NULL)
		form_draw_beneath(f, p, y, paint_rows(p) - 2);
}
