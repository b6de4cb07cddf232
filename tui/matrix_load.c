// SPDX-License-Identifier: MIT
// What the matrix reads (matrix.h): an indicator over all units at once, and of it only what its cells print, so that thousands of
// units take little room. Of many units indicators out of sight are not read until an order or a filter needs them all.
#include <stdlib.h>
#include <string.h>

#include "core/behind.h"
#include "core/i18n.h"
#include "tui/matrix.h"
#include "tui/stamp.h"

#define MOST_SURVEYED 60         // units: to read all of them at each key would be felt
#define EXPLAIN_ROWS 10          // of the frame, the legend of letters and what explains the cell

static enum err no_memory(void)
{
	return err_set(ERR_MEMORY, "%s", _("there is no memory left"));
}

// ------------------------------------------------------------ rows and columns

static bool line_wanted(const struct matrix *m, const struct plan_place *place)
{
	const struct plan *plan = m->app->plan;
	if (place->same_as != PLAN_NONE || plan->indicators[place->indicator].kind != PLAN_NUMBER)
		return false;
	return m->outline == PLAN_NONE || plan_chapter_of(plan, place->outline) == m->outline ||
		(place->also != PLAN_NONE && plan_chapter_of(plan, place->also) == m->outline);
}

static void forget_cells(struct matrix *m)
{
	for (int i = 0; i < m->lines_len; i++)
		free(m->lines[i].cells);
	m->lines_len = 0;
}

static enum err collect_lines(struct matrix *m)
{
	const struct plan *plan = m->app->plan;
	forget_cells(m);
	for (int i = 0; i < plan->places_len; i++)
		if (line_wanted(m, &plan->places[i]))
			m->lines[m->lines_len++] = (struct matrix_line){.indicator = plan->places[i].indicator, .place = i};
	for (int i = 0; i < m->lines_len; i++) {
		m->lines[i].cells = calloc((size_t)m->units_len + 1, sizeof *m->lines[i].cells);
		if (m->lines[i].cells == NULL) {
			forget_cells(m);
			return no_memory();
		}
	}
	return ERR_OK;
}

static void collect_units(struct matrix *m)
{
	int len;
	const struct plan *plan = m->app->plan;
	const int *children = plan_unit_children(plan, m->above, &len);
	m->units_len = 0;
	for (int i = 0; i < len; i++)
		if (!plan->units[children[i]].compare && plan_unit_valid(plan, children[i], m->app->period))
			m->units[m->units_len++] = children[i];
	for (int i = 0; i < m->units_len; i++)
		m->order[i] = i;
}

static enum err make_room(struct matrix *m)
{
	const struct plan *plan = m->app->plan;
	size_t units = (size_t)plan->units_len + 1, places = (size_t)plan->places_len + 1;
	m->lines = calloc(places, sizeof *m->lines);
	m->units = calloc(units, sizeof *m->units);
	m->order = calloc(units, sizeof *m->order);
	m->troubles = calloc(units, sizeof *m->troubles);
	m->shown = calloc(places + units + 1, sizeof *m->shown);
	return m->lines == NULL || m->units == NULL || m->order == NULL || m->troubles == NULL || m->shown == NULL ? no_memory() : ERR_OK;
}

// ------------------------------------------------------------ reading a line

// Percentages have their decimal where all columns have room for it.
static bool is_exact(const struct matrix *m)
{
	int all = matrix_name_cells(m) + matrix_columns(m) * phrase_view_cells(m->view, true);
	return all <= m->app->cols;
}

static enum err fill_reports(struct matrix *m, struct matrix_line *line)
{
	const struct plan *plan = m->app->plan;
	int element = plan->indicators[line->indicator].x;
	phrase_cell_reports(plan, &m->reports, element, m->units, m->units_len, m->app->period, &line->cells[0]);
	for (int i = 0; i < m->units_len; i++)
		phrase_cell_report(plan, &m->reports, element, m->units[i], m->app->period, &line->cells[i + 1]);
	return ERR_OK;
}

static enum err fill_figures(struct matrix *m, struct matrix_line *line)
{
	const struct plan *plan = m->app->plan;
	struct survey_query query = app_query(m->app);
	struct survey *survey = NULL;
	query.counted = true;
	enum err err = survey_indicator(m->app->store, plan, &query, line->indicator, &survey);
	if (err != ERR_OK)
		return err;
	const struct standing *whole = survey_at(survey, m->above);
	int dated = phrase_cell_year(whole, line->year, sizeof line->year)[0] != '\0' ? whole->value_period : 0;
	if (m->turned)                                       // its columns say no year
		dated = m->app->period;
	phrase_cell_of(plan, whole, m->view, m->exact, dated, &line->cells[0]);
	for (int i = 0; i < m->units_len; i++)
		phrase_cell_of(plan, survey_at(survey, m->units[i]), m->view, m->exact, dated, &line->cells[i + 1]);
	survey_free(survey);
	return ERR_OK;
}

static enum err read_line(struct matrix *m, int at)
{
	struct matrix_line *line = &m->lines[at];
	if (line->read)
		return ERR_OK;
	line->year[0] = '\0';
	enum err err = m->view == PHRASE_VIEW_REPORT ? fill_reports(m, line) : fill_figures(m, line);
	line->read = err == ERR_OK;
	return err;
}

static enum err read_all(struct matrix *m)
{
	enum err err = ERR_OK;
	for (int i = 0; i < m->lines_len && err == ERR_OK; i++)
		err = read_line(m, i);
	return err;
}

static enum err read_reports(struct matrix *m)
{
	const struct report_ask ask = {m->app->period, m->app->today, stamp_day};
	report_list_done(&m->reports);
	m->reports = (struct report_list){0};
	return m->view == PHRASE_VIEW_REPORT ? report_list_load(&m->reports, m->app->store, m->app->plan, &ask) : ERR_OK;
}

// ------------------------------------------------------------ order and filter

static enum err put_in_order(struct matrix *m)
{
	if (!m->worst_first)
		return ERR_OK;
	memset(m->troubles, 0, (size_t)m->units_len * sizeof *m->troubles);
	for (int i = 0; i < m->units_len; i++)
		for (int line = 0; line < m->lines_len; line++)
			rank_count(&m->troubles[i], m->lines[line].cells[i + 1].status);
	return rank_worst_first(m->troubles, m->units_len, m->order);
}

static bool line_behind(const struct matrix *m, int line)
{
	for (int i = 0; i <= m->units_len; i++)
		if (behind_is(m->lines[line].cells[i].status))
			return true;
	return false;
}

static bool unit_behind(const struct matrix *m, int unit)
{
	for (int line = 0; line < m->lines_len; line++)
		if (behind_is(m->lines[line].cells[unit + 1].status))
			return true;
	return false;
}

static void collect_rows(struct matrix *m)
{
	m->shown_len = 0;
	if (m->turned)
		m->shown[m->shown_len++] = -1;
	for (int i = 0; i < (m->turned ? m->units_len : m->lines_len); i++)
		if (!m->behind_only || m->view == PHRASE_VIEW_REPORT || (m->turned ? unit_behind(m, m->order[i]) : line_behind(m, i)))
			m->shown[m->shown_len++] = i;
}

bool matrix_is_stale(const struct matrix *m)
{
	return m->exact != is_exact(m);
}

enum err matrix_collect(struct matrix *m)
{
	enum err err = m->lines == NULL ? make_room(m) : ERR_OK;
	if (err != ERR_OK)
		return err;
	collect_units(m);
	err = collect_lines(m);
	m->exact = is_exact(m);
	if (err == ERR_OK)
		err = read_reports(m);
	if (err == ERR_OK && (m->behind_only || m->worst_first || m->app->plan->units_len <= MOST_SURVEYED))
		err = read_all(m);
	if (err == ERR_OK)
		err = put_in_order(m);
	collect_rows(m);
	find_again(&m->find);
	matrix_fit(m);
	return err;
}

// ------------------------------------------------------------ where things stand

int matrix_frozen(const struct matrix *m)
{
	return m->turned ? 0 : 1;
}

int matrix_columns(const struct matrix *m)
{
	return m->turned ? m->lines_len : m->units_len + 1;
}

int matrix_name_cells(const struct matrix *m)
{
	return m->turned ? 9 : m->app->cols < MATRIX_WIDE ? 14 : 20;
}

int matrix_column_cells(const struct matrix *m)
{
	int cells = phrase_view_cells(m->view, m->exact);
	return m->turned && cells < 9 ? 9 : cells;               // names of four Han above
}

int matrix_column_x(const struct matrix *m, int at)
{
	int frozen = matrix_frozen(m), slot = at - 1;
	if (slot >= frozen)
		slot -= m->cols.top;
	if (at > frozen && (slot < frozen || slot >= frozen + m->cols.height))
		return -1;
	return matrix_name_cells(m) + slot * matrix_column_cells(m);
}

void matrix_fit(struct matrix *m)
{
	int frozen = matrix_frozen(m), cells = matrix_column_cells(m);
	int wide = m->app->cols > 80 ? m->app->cols : 80, high = m->app->rows > 24 ? m->app->rows : 24;
	int room = high - MATRIX_TOP - 2 - EXPLAIN_ROWS, len = find_len(&m->find);
	list_resize(&m->rows, len, len < room ? len : room);
	list_resize(&m->cols, matrix_columns(m) - frozen, (wide - matrix_name_cells(m)) / cells - frozen);
	if (m->at > matrix_columns(m))
		m->at = matrix_columns(m);
	if (m->at > frozen)
		list_go(&m->cols, m->at - 1 - frozen);
}

bool matrix_cell_at(const struct matrix *m, int row, int at, struct matrix_cell *out)
{
	int found = find_row(&m->find, row);
	*out = (struct matrix_cell){PLAN_NONE, -1};
	if (found == PLAN_NONE)
		return false;
	int shown = m->shown[found];
	if (m->turned) {
		out->line = at - 1;
		out->unit = shown < 0 ? -1 : m->order[shown];
	} else {
		out->line = shown;
		out->unit = at < 2 ? -1 : m->order[at - 2];
	}
	return out->line < m->lines_len;
}

int matrix_unit(const struct matrix *m, int unit)
{
	return unit < 0 ? m->above : m->units[unit];
}

const struct phrase_cell *matrix_read_cell(const struct matrix *m, const struct matrix_cell *cell)
{
	return cell->line < 0 || !m->lines[cell->line].read ? NULL : &m->lines[cell->line].cells[cell->unit + 1];
}

// ------------------------------------------------------------ in sight

static enum err read_rows_in_sight(struct matrix *m)
{
	struct matrix_cell cell;
	enum err err = ERR_OK;
	for (int i = m->rows.top; err == ERR_OK && i < m->rows.len && i < m->rows.top + m->rows.height; i++)
		if (matrix_cell_at(m, i, 1, &cell))
			err = read_line(m, cell.line);
	return err;
}

static enum err read_columns_in_sight(struct matrix *m)
{
	enum err err = ERR_OK;
	for (int i = m->cols.top; err == ERR_OK && i < m->cols.len && i < m->cols.top + m->cols.height; i++)
		err = read_line(m, i);
	return err;
}

enum err matrix_read_focus(struct matrix *m)
{
	const struct plan *plan = m->app->plan;
	struct survey_query query = app_query(m->app);
	struct matrix_cell cell;
	explain_done(&m->explain);
	if (!matrix_cell_at(m, m->rows.focus, m->at, &cell) || cell.line < 0)
		return explain_load(&m->explain, m->app->store, plan, &query, NULL, PLAN_NONE);
	const struct matrix_line *line = &m->lines[cell.line];
	enum err err = survey_one(m->app->store, plan, &query, line->indicator, matrix_unit(m, cell.unit), &m->focus);
	if (err == ERR_OK)
		err = explain_load(&m->explain, m->app->store, plan, &query, &m->focus, line->place);
	m->explain.of_cell = true;
	return err;
}

enum err matrix_read_sight(struct matrix *m)
{
	enum err err = store_begin(m->app->store);
	if (err != ERR_OK)
		return err;
	err = m->turned ? read_columns_in_sight(m) : read_rows_in_sight(m);
	store_end(m->app->store);
	return err;
}

enum err matrix_read(struct matrix *m)
{
	enum err err = store_begin(m->app->store);
	if (err != ERR_OK)
		return err;
	err = matrix_read_sight(m);
	if (err == ERR_OK)
		err = matrix_read_focus(m);
	store_end(m->app->store);
	return err;
}

void matrix_done(struct matrix *m)
{
	forget_cells(m);
	find_done(&m->find);
	explain_done(&m->explain);
	report_list_done(&m->reports);
	free(m->lines);
	free(m->units);
	free(m->order);
	free(m->troubles);
	free(m->shown);
}
