// SPDX-License-Identifier: MIT
// See part_home.h. A chapter is counted, never averaged, and its worst row stands beside it by name.
#include "tui/part_home.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/filled.h"
#include "core/i18n.h"
#include "core/period.h"
#include "core/phrase.h"
#include "core/text.h"
#include "tui/part_flow.h"
#include "tui/part_rows.h"

#define LEAST_EXPLAINED 4           // rows of what explains an indicator
#define NUMBER_CELLS 2
#define TITLE_CELLS 24
#define WORST_FROM 57
#define TEXT 256

// ------------------------------------------------------------ one row of counts

struct count_column {
	const char *head, *pane_head;      // in a pane a status is headed by its letter
	int cells, pane_cells;             // 0: not shown
	int status;                        // enum standing_status, or one of the two below
};
enum { ON_PACE = -1, NOT_JUDGED = -2 };
static const struct count_column columns[] = {
	{N_("paced"), N_("paced"), 6, 6, ON_PACE},
	{N_("late"), "!", 4, 2, STANDING_BEHIND},
	{N_("crit"), "X", 4, 2, STANDING_CRITICAL},
	{N_("nobase"), "?", 6, 2, STANDING_NO_BASE},
	{N_("open"), NULL, 4, 0, NOT_JUDGED},
};
#define COLUMNS ((int)(sizeof columns / sizeof columns[0]))

static int cells_of(const struct count_column *column, bool pane)
{
	return pane ? column->pane_cells : column->cells;
}

static bool is_pane(int width)
{
	return width <= PART_HOME_PANE;
}

void part_home_head(struct paint *p, int y, int x, int width, bool units)
{
	bool pane = is_pane(width);
	int at = x + 1 + NUMBER_CELLS + 1 + TITLE_CELLS;
	paint_text(p, y, x + 1, NUMBER_CELLS, ROLE_HEADING, units ? "" : _("ch"));
	paint_text(p, y, x + 4, TITLE_CELLS, ROLE_HEADING, units ? _("unit, keyed in") : _("title"));
	for (int i = 0; i < COLUMNS; i++) {
		int cells = cells_of(&columns[i], pane);
		if (cells == 0)
			continue;
		paint_right(p, y, at, cells, ROLE_HEADING, pane ? _(columns[i].pane_head) : _(columns[i].head));
		at += cells + 1;
	}
	if (!pane)
		paint_text(p, y, x + WORST_FROM, width - WORST_FROM, ROLE_HEADING, _("worst"));
}

static int count_of(const struct survey_count *count, int status)
{
	return status == NOT_JUDGED ? count->not_judged : count->by_status[status];
}

// "" for none.
static char *count_words(const struct survey_count *count, int status, char *out, size_t cap)
{
	int n = status == ON_PACE ? 0 : count_of(count, status);
	if (status == ON_PACE)
		return text_format(out, cap, "%d/%d", count->on_pace, count->rows);
	return n > 0 ? text_format(out, cap, "%d", n) : text_format(out, cap, "%s", "");
}

static void draw_counts(struct paint *p, int y, int x, bool pane, const struct survey_count *count)
{
	char text[TEXT];
	for (int i = 0; i < COLUMNS; i++) {
		int cells = cells_of(&columns[i], pane), status = columns[i].status;
		if (cells == 0)
			continue;
		count_words(count, status, text, sizeof text);
		paint_right(p, y, x, cells, status < 0 ? ROLE_TEXT : part_status_role((enum standing_status)status), text);
		x += cells + 1;
	}
}

// In full where there is room, else by the short name; how far it is behind is never cut, the name is.
static char *worst_words(const struct home_row *row, int cells, char *out, size_t cap)
{
	char name[TEXT];
	int room = cells - text_cells(row->lag) - 1;
	text_fit(text_cells(row->worst) <= room ? row->worst : row->worst_short, room > 2 ? room : 2, false, false, name, sizeof name);
	return text_format(out, cap, "%s %s", name, row->lag);
}

// Number and title, then the counts, the worst last where there is room.
static void draw_row(struct paint *p, int y, int x, int width, const char *number, const char *title, const struct home_row *row,
	bool focused)
{
	bool pane = is_pane(width);
	paint_text(p, y, x, 1, ROLE_MARK, focused ? ">" : " ");
	paint_text(p, y, x + 1, NUMBER_CELLS, focused ? ROLE_FOCUS : ROLE_TEXT, number);
	paint_text(p, y, x + 4, TITLE_CELLS, ROLE_TEXT, title);
	draw_counts(p, y, x + 4 + TITLE_CELLS, pane, &row->count);
	char worst[TEXT + 64];
	if (!pane && row->worst != NULL)
		paint_text(p, y, x + WORST_FROM, width - WORST_FROM, ROLE_TEXT, worst_words(row, width - WORST_FROM, worst, sizeof worst));
}

void part_home_chapter(struct paint *p, int y, int x, int width, const struct app *app, int chapter, const struct home_row *row,
	bool focused)
{
	const struct plan_outline *outline = &app->plan->outlines[chapter];
	draw_row(p, y, x, width, outline->number, outline->title == NULL ? _("(title not published)") : outline->title, row, focused);
}

void part_home_unit(struct paint *p, int y, int x, int width, const struct app *app, const struct home_figures *figures, int unit,
	bool focused)
{
	char title[TEXT], filled[TEXT];
	filled_brief(report_list_find(&figures->reports.list, 0, unit), filled, sizeof filled);
	text_format(title, sizeof title, "%s %s", app->plan->units[unit].name, filled);
	draw_row(p, y, x, width, "", title, &figures->units[unit], focused);
}

// ------------------------------------------------------------ for other programs

void part_home_copy_head(struct copy *copy, bool units)
{
	copy_row(copy, false);
	copy_cell(copy, units ? _("Unit") : _("title"));
	if (units)
		copy_cell(copy, _("filled in"));
	for (int i = 0; i < COLUMNS; i++)
		copy_cell(copy, _(columns[i].head));
	copy_cell(copy, _("worst"));
}

static void copy_counts(struct copy *copy, const struct home_row *row)
{
	char text[2 * TEXT];
	for (int i = 0; i < COLUMNS; i++)
		(i == 0 ? copy_main : copy_cell)(copy, count_words(&row->count, columns[i].status, text, sizeof text));
	copy_cell(copy, row->worst == NULL ? "" : text_format(text, sizeof text, "%s %s", row->worst, row->lag));
}

void part_home_copy_chapter(struct copy *copy, const struct app *app, int chapter, const struct home_row *row, bool focused)
{
	const struct plan_outline *outline = &app->plan->outlines[chapter];
	char title[TEXT];
	copy_row(copy, focused);
	copy_cell(copy, text_format(title, sizeof title, "%s %s", outline->number,
		outline->title == NULL ? _("(title not published)") : outline->title));
	copy_counts(copy, row);
}

// Of a unit that has not come into sight nothing has been read, so nothing is said.
void part_home_copy_unit(struct copy *copy, const struct app *app, const struct home_figures *figures, int unit, bool focused)
{
	char filled[TEXT];
	copy_row(copy, focused);
	copy_cell(copy, app->plan->units[unit].name);
	copy_cell(copy, filled_words(report_list_find(&figures->reports.list, 0, unit), filled, sizeof filled));
	if (figures->units[unit].read)
		copy_counts(copy, &figures->units[unit]);
}

// ------------------------------------------------------------ the lower half

int part_home_counts(struct paint *p, int y, int x, int width, int rows, const struct app *app, const struct home_figures *figures)
{
	const struct survey_count *all = &figures->all.count;
	struct flow flow = {p, y + 1, y + rows, x + 1, x + 1, x + width - 1};
	char text[TEXT];
	if (rows < 2)
		return 0;
	text_format(text, sizeof text, _("%s, %d indicators"), app->plan->units[app->unit].name, all->rows);
	paint_rule(p, y, x, width, text);
	for (int status = 0; status < STANDING_STATUSES; status++) {
		if (all->by_status[status] == 0)
			continue;
		text_format(text, sizeof text, "%c %s %d", standing_letter[status], part_status_word((enum standing_status)status),
			all->by_status[status]);
		flow_item(&flow, part_status_role((enum standing_status)status), text);
	}
	if (figures->all.worst == NULL || flow.y + 1 >= flow.end)
		return (flow.y < flow.end ? flow.y + 1 : flow.end) - y;
	char worst[TEXT + 64];
	worst_words(&figures->all, width - 1 - text_cells(_("worst: %s")), worst, sizeof worst);
	paint_text(p, flow.y + 1, x + 1, width - 1, ROLE_TEXT, text_format(text, sizeof text, _("worst: %s"), worst));
	return flow.y + 2 - y;
}

int part_home_latest(struct paint *p, int y, int x, int width, int rows, const struct home_figures *figures)
{
	int next = paint_wrapped(p, y, y + rows, x + 1, width - 2, ROLE_HEADING, figures->draft);
	return paint_wrapped(p, next, y + rows, x + 1, width - 2, ROLE_TEXT, figures->latest) - y;
}

// What is explained, over the units, and the matrix beneath where there is room for both.
static void draw_beneath(struct paint *p, int y, int x, int width, int rows, const struct app *app, const struct home_figures *figures)
{
	int units = figures->explained.units != NULL ? app->plan->units_len + 1 : 0, matrix = home_matrix_rows(&figures->matrix);
	int room = rows - units - matrix - 1, end = y + rows;
	if (matrix == 0 || room < LEAST_EXPLAINED) {
		matrix = 0;
		room = rows;
	}
	y += explain_draw(p, y, x, width, room, &figures->explained);
	if (figures->explained.s != NULL)
		explain_units(p, y + 1, x, width, end - y - 1 - matrix, &figures->explained);
	if (matrix > 0)
		home_matrix_draw(p, end - matrix, x, width, app, &figures->matrix);
}

int part_home_indicators(struct paint *p, int y, int x, int width, int rows, const struct app *app, const struct home_figures *figures)
{
	const struct plan *plan = app->plan;
	int used = 0;
	part_rows_head(p, y, x, width, _("Indicator"));
	for (int i = 0; i < plan->places_len && used < rows - 1; i++) {
		const struct plan_indicator *indicator = &plan->indicators[plan->places[i].indicator];
		if (plan->places[i].kind != PLAN_ROW_INDICATOR)
			continue;
		used++;
		part_rows_row(p, y + used, x, width, plan, survey_at(figures->city, plan->places[i].indicator),
			part_rows_name(width, indicator->name, indicator->short_name), false);
	}
	if (used + 3 < rows)
		draw_beneath(p, y + used + 2, x, width, rows - used - 2, app, figures);
	return rows;
}
