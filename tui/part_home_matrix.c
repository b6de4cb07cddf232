// SPDX-License-Identifier: MIT
// the code of part_home_matrix.h.
#include "tui/part_home_matrix.h"

#include <stdlib.h>

#include "core/i18n.h"
#include "core/text.h"
#include "tui/part_home.h"
#include "tui/part_rows.h"

#define LEAST_ROWS 48            // of a terminal, with all that stands above it
#define MOST 12                  // units, indicators
#define NAME_CELLS 20
#define COLUMN_CELLS 8           // letter, figure, mark, blank

static int children_of(const struct app *app, const int **units)
{
	int len;
	*units = plan_unit_children(app->plan, app->unit, &len);
	if (len == 0)
		*units = plan_unit_children(app->plan, app->plan->root, &len);
	return len;
}

static bool is_line(const struct plan *plan, const struct plan_place *place)
{
	return place->same_as == PLAN_NONE && plan->indicators[place->indicator].kind == PLAN_NUMBER;
}

bool home_matrix_fits(const struct app *app)
{
	const int *units;
	int lines = 0, len = children_of(app, &units);
	for (int i = 0; i < app->plan->places_len && lines <= MOST; i++)
		lines += is_line(app->plan, &app->plan->places[i]);
	return part_home_has_panes(app) && app->rows >= LEAST_ROWS && len > 0 && len <= MOST && lines > 0 && lines <= MOST &&
		PART_HOME_PANE + NAME_CELLS + (len + 1) * COLUMN_CELLS < app->cols;
}

// ------------------------------------------------------------ reading

static enum err collect(struct home_matrix *m, const struct app *app)
{
	const struct plan *plan = app->plan;
	const int *units;
	int len = children_of(app, &units), own;
	plan_unit_children(plan, app->unit, &own);
	m->above = own > 0 ? app->unit : plan->root;
	m->units = calloc(MOST, sizeof *m->units);
	m->lines = calloc(MOST, sizeof *m->lines);
	m->years = calloc(MOST, sizeof *m->years);
	m->cells = calloc((size_t)MOST * (MOST + 1), sizeof *m->cells);
	if (m->units == NULL || m->lines == NULL || m->years == NULL || m->cells == NULL)
		return err_set(ERR_MEMORY, "%s", _("no memory"));
	for (int i = 0; i < len; i++)
		if (!plan->units[units[i]].compare && plan_unit_valid(plan, units[i], app->period))
			m->units[m->units_len++] = units[i];
	for (int i = 0; i < plan->places_len; i++)
		if (is_line(plan, &plan->places[i]))
			m->lines[m->len++] = plan->places[i].indicator;
	return ERR_OK;
}

static struct phrase_cell *cells_of(const struct home_matrix *m, int line)
{
	return &m->cells[line * (MOST + 1)];
}

static enum err read_line(struct home_matrix *m, struct app *app, int line)
{
	struct survey_query query = app_query(app);
	struct survey *survey = NULL;
	query.counted = true;
	enum err err = survey_indicator(app->store, app->plan, &query, m->lines[line], &survey);
	if (err != ERR_OK)
		return err;
	const struct standing *whole = survey_at(survey, m->above);
	int dated = phrase_cell_year(whole, m->years[line], sizeof m->years[line])[0] != '\0' ? whole->value_period : 0;
	for (int i = 0; i <= m->units_len; i++)
		phrase_cell_of(app->plan, survey_at(survey, i == 0 ? m->above : m->units[i - 1]), PHRASE_VIEW_DONE, true, dated,
			&cells_of(m, line)[i]);
	survey_free(survey);
	return ERR_OK;
}

enum err home_matrix_load(struct home_matrix *m, struct app *app)
{
	enum err err = collect(m, app);
	for (int line = 0; err == ERR_OK && line < m->len; line++)
		err = read_line(m, app, line);
	return err;
}

void home_matrix_done(struct home_matrix *m)
{
	free(m->units);
	free(m->lines);
	free(m->years);
	free(m->cells);
	*m = (struct home_matrix){0};
}

// ------------------------------------------------------------ drawing

int home_matrix_rows(const struct home_matrix *m)
{
	return m->cells == NULL ? 0 : m->len + 2;
}

static void draw_cell(struct paint *p, int y, int x, const struct phrase_cell *cell)
{
	const char letter[] = {cell->letter, '\0'}, mark[] = {cell->mark, '\0'};
	paint_text(p, y, x, 1, part_status_role(cell->status), letter);
	paint_right(p, y, x + 1, COLUMN_CELLS - 3, ROLE_TEXT, cell->text);
	paint_text(p, y, x + COLUMN_CELLS - 2, 1, ROLE_TEXT, mark);
}

static void draw_head(struct paint *p, int y, int x, const struct app *app, const struct home_matrix *m)
{
	paint_text(p, y, x + 1, NAME_CELLS - 1, ROLE_HEADING, _("Indicator"));
	for (int i = 0; i <= m->units_len; i++)
		paint_text(p, y, x + NAME_CELLS + i * COLUMN_CELLS, COLUMN_CELLS - 1, ROLE_HEADING,
			app->plan->units[i == 0 ? m->above : m->units[i - 1]].short_name);
}

void home_matrix_draw(struct paint *p, int y, int x, int width, const struct app *app, const struct home_matrix *m)
{
	char text[128];
	paint_rule(p, y, x, width, text_format(text, sizeof text, _("matrix: %s"), phrase_view_name(PHRASE_VIEW_DONE)));
	draw_head(p, y + 1, x, app, m);
	for (int line = 0; line < m->len; line++) {
		text_format(text, sizeof text, "%s%s", app->plan->indicators[m->lines[line]].short_name, m->years[line]);
		paint_text(p, y + 2 + line, x + 1, NAME_CELLS - 2, ROLE_TEXT, text);
		for (int i = 0; i <= m->units_len; i++)
			draw_cell(p, y + 2 + line, x + NAME_CELLS + i * COLUMN_CELLS, &cells_of(m, line)[i]);
	}
}
