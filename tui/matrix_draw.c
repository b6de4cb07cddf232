// SPDX-License-Identifier: MIT
// What the matrix looks like (matrix.h). The focused cell is where the cursor stands: a reversed one would cost a slow link more
// than the figures do.
#include <string.h>

#include "core/i18n.h"
#include "core/phrase.h"
#include "core/text.h"
#include "tui/copy.h"
#include "tui/matrix.h"
#include "tui/part_rows.h"

#define NAME_AT 1
#define LEGEND_ROWS 2

// ------------------------------------------------------------ names

static void line_name(const struct matrix *m, int line, char *out, size_t cap)
{
	const struct plan_indicator *indicator = &m->app->plan->indicators[m->lines[line].indicator];
	text_format(out, cap, "%s%s", m->turned || m->app->cols < MATRIX_WIDE ? indicator->brief : indicator->short_name, m->turned ? "" : m->lines[line].year);
}

static void row_name(const struct matrix *m, int row, char *out, size_t cap)
{
	struct matrix_cell cell;
	if (!matrix_cell_at(m, row, 1, &cell))
		text_format(out, cap, "%s", "");
	else if (m->turned)
		text_format(out, cap, "%s", m->app->plan->units[matrix_unit(m, cell.unit)].short_name);
	else
		line_name(m, cell.line, out, cap);
}

// Of a unit over a narrow column the first two Han: 示范, 本级.
static void column_name(const struct matrix *m, int at, char *out, size_t cap)
{
	int cells = matrix_column_cells(m) - 1;
	char whole[PHRASE_TEXT];
	if (m->turned)
		line_name(m, at - 1, whole, sizeof whole);
	else
		text_format(whole, sizeof whole, "%s", m->app->plan->units[at == 1 ? m->above : m->units[m->order[at - 2]]].short_name);
	if (text_cells(whole) <= cells || m->turned)
		text_fit(whole, cells, false, false, out, cap);
	else
		text_fit(whole, 4, false, false, out, cap);
}

// ------------------------------------------------------------ rows

static void draw_columns_head(const struct matrix *m, struct paint *p)
{
	char name[PHRASE_TEXT];
	int cells = matrix_column_cells(m);
	paint_text(p, 1, NAME_AT, matrix_name_cells(m) - NAME_AT - 1, ROLE_HEADING, m->turned ? _("Unit") : _("Indicator"));
	for (int at = 1; at <= matrix_columns(m); at++) {
		int x = matrix_column_x(m, at);
		column_name(m, at, name, sizeof name);
		if (x >= 0)
			paint_right(p, 1, x, cells - 1, ROLE_HEADING, name);
	}
}

static void draw_cell(struct paint *p, int y, int x, int cells, const struct phrase_cell *cell)
{
	const char letter[] = {cell->letter, '\0'}, mark[] = {cell->mark, '\0'};
	paint_text(p, y, x, 1, part_status_role(cell->status), letter);
	part_figure(p, y, x + 1, cells - 3, true, ROLE_TEXT, cell->text);
	paint_text(p, y, x + cells - 2, 1, ROLE_TEXT, mark);
}

static void draw_row(const struct matrix *m, struct paint *p, int y, int row)
{
	char name[PHRASE_TEXT];
	struct matrix_cell at;
	bool focused = row == m->rows.focus;
	row_name(m, row, name, sizeof name);
	paint_text(p, y, 0, 1, ROLE_MARK, focused ? ">" : " ");
	paint_text(p, y, NAME_AT, matrix_name_cells(m) - NAME_AT - 1, focused ? ROLE_FOCUS : ROLE_TEXT, name);
	for (int column = 1; column <= matrix_columns(m); column++) {
		int x = matrix_column_x(m, column);
		const struct phrase_cell *cell =
			x >= 0 && matrix_cell_at(m, row, column, &at) ? matrix_read_cell(m, &at) : NULL;
		if (cell != NULL)
			draw_cell(p, y, x, matrix_column_cells(m), cell);
	}
}

// ------------------------------------------------------------ beneath

static int draw_letters(struct paint *p, int y)
{
	part_rows_letters(p, y);
	paint_text(p, y + 1, 1, paint_cols(p) - 1, ROLE_DIM,
		_("~ not accepted  ' of an older period  / not applicable; short of the target is never 100"));
	return y + LEGEND_ROWS;
}

static int draw_reports_words(struct paint *p, int y)
{
	paint_text(p, y, 1, paint_cols(p) - 1, ROLE_DIM,
		_("7/9 in: being filled  sent: waits for review  to redo: returned  ok: accepted  sealed"));
	paint_text(p, y + 1, 1, paint_cols(p) - 1, ROLE_DIM, _("the report that the figure is due in; blank: not asked for in this period"));
	return y + LEGEND_ROWS;
}

static bool any_figure(const struct matrix *m)
{
	for (int line = 0; line < m->lines_len; line++)
		for (int i = 0; i <= m->units_len; i++)
			if (m->lines[line].read && m->lines[line].cells[i].text[0] != '\0')
				return true;
	return false;
}

static void draw_empty(const struct matrix *m, struct paint *p, int y)
{
	const char *words = m->behind_only ? _("Nothing is behind. F4 shows all rows again.") :
		m->lines_len == 0 ? _("The plan has no indicator in numbers here.") :
		m->units_len == 0 ? _("This unit has no units beneath it.") :
		m->app->desk != NULL ? _("No figure yet. Enter on a cell opens its form; F10 7 takes figures from a file.")
				     : _("No figure yet. F2 chooses another period.");
	paint_text(p, y, 1, paint_cols(p) - 1, ROLE_TEXT, words);
}

static bool is_empty(const struct matrix *m)
{
	return m->shown_len <= (m->turned ? 1 : 0) || m->units_len == 0 || (m->view == PHRASE_VIEW_DONE && !any_figure(m));
}

void matrix_draw(const struct matrix *m, struct paint *p)
{
	int y = MATRIX_TOP, width = paint_cols(p), end = paint_rows(p) - 2;
	draw_columns_head(m, p);
	paint_cursor(p, y + m->rows.focus - m->rows.top, m->at == 0 ? 0 : matrix_column_x(m, m->at));
	for (int i = m->rows.top; i < m->rows.len && i < m->rows.top + m->rows.height; i++)
		draw_row(m, p, y++, i);
	if (is_empty(m))
		draw_empty(m, p, y++);
	y = m->view == PHRASE_VIEW_REPORT ? draw_reports_words(p, y) : draw_letters(p, y);
	y += explain_draw(p, y, 0, width, end - y, &m->explain);
	explain_units(p, y, 0, width, end - y, &m->explain);
}

// ------------------------------------------------------------ for other programs

// A letter, the figure and its mark say together what the cell says.
static void copy_cells(const struct matrix *m, struct copy *out, int row)
{
	char text[PHRASE_TEXT];
	struct matrix_cell at;
	for (int column = 1; column <= matrix_columns(m); column++) {
		const struct phrase_cell *cell = matrix_cell_at(m, row, column, &at) ? matrix_read_cell(m, &at) : NULL;
		if (cell == NULL)
			text_format(text, sizeof text, "%s", _("not read yet"));
		else if (cell->text[0] != '\0')
			text_format(text, sizeof text, "%s", cell->text);
		else
			text_format(text, sizeof text, "%s", cell->letter == '/' ? _("not applicable") : "");
		(row == m->rows.focus && column == m->at ? copy_main : copy_cell)(out, text);
	}
}

void matrix_copy(const struct matrix *m, struct copy *out)
{
	char name[PHRASE_TEXT];
	copy_row(out, false);
	copy_cell(out, m->turned ? _("Unit") : _("Indicator"));
	for (int at = 1; at <= matrix_columns(m); at++) {
		struct matrix_cell cell;
		if (!matrix_cell_at(m, 0, at, &cell))
			break;
		copy_cell(out, m->turned ? m->app->plan->indicators[m->lines[cell.line].indicator].short_name
					 : m->app->plan->units[matrix_unit(m, cell.unit)].short_name);
	}
	for (int row = 0; row < m->rows.len; row++) {
		copy_row(out, row == m->rows.focus);
		row_name(m, row, name, sizeof name);
		(row == m->rows.focus && m->at == 0 ? copy_main : copy_cell)(out, name);
		copy_cells(m, out, row);
	}
}
