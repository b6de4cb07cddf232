// SPDX-License-Identifier: MIT
// The matrix: one figure of every indicator and unit, a line an indicator or a line a unit.
#include <stdlib.h>
#include <string.h>

#include "core/i18n.h"
#include "core/phrase.h"
#include "core/phrase_cell.h"
#include "core/rank.h"
#include "core/text.h"
#include "plain/part.h"

#define LINE 600                     // bytes after which a line goes on in the next: a listener can stop there

struct matrix {
	enum phrase_view view;
	bool by_unit, worst_first;
	int above;                           // the whole that the units make
	int *indicators, len;
	int *units, units_len, *order;       // official order; ORDER as said
	struct phrase_cell *cells;           // by indicator: the whole, then the units
	struct rank_trouble *troubles;
	struct report_list reports;
};

static struct phrase_cell *cells_of(const struct matrix *m, int row)
{
	return &m->cells[row * (m->units_len + 1)];
}

// ------------------------------------------------------------ reading

static void collect(const struct plain *p, struct matrix *m)
{
	const struct plan *plan = p->plan;
	int len;
	m->above = p->unit;
	if (plan_unit_children(plan, m->above, &len) == NULL || len == 0)
		m->above = plan->root;
	const int *children = plan_unit_children(plan, m->above, &len);
	for (int i = 0; i < len; i++)
		if (!plan->units[children[i]].compare && plan_unit_valid(plan, children[i], p->period))
			m->units[m->units_len++] = children[i];
	for (int i = 0; i < plan->places_len; i++)
		if (plan->places[i].same_as == PLAN_NONE && plan->indicators[plan->places[i].indicator].kind == PLAN_NUMBER)
			m->indicators[m->len++] = plan->places[i].indicator;
}

static enum err make_room(const struct plain *p, struct matrix *m)
{
	size_t units = (size_t)p->plan->units_len + 1, places = (size_t)p->plan->places_len + 1;
	m->indicators = calloc(places, sizeof *m->indicators);
	m->units = calloc(units, sizeof *m->units);
	m->order = calloc(units, sizeof *m->order);
	m->troubles = calloc(units, sizeof *m->troubles);
	bool room = m->indicators != NULL && m->units != NULL && m->order != NULL && m->troubles != NULL;
	if (room)
		collect(p, m);
	m->cells = room ? calloc((size_t)m->len * ((size_t)m->units_len + 1) + 1, sizeof *m->cells) : NULL;
	return m->cells == NULL ? err_set(ERR_MEMORY, "%s", _("no memory")) : ERR_OK;
}

static enum err read_figures(const struct plain *p, struct matrix *m, int row)
{
	struct survey_query query = plain_query(p);
	struct survey *survey = NULL;
	struct phrase_cell *cells = cells_of(m, row);
	query.counted = true;
	enum err err = survey_indicator(p->store, p->plan, &query, m->indicators[row], &survey);
	for (int i = 0; err == ERR_OK && i <= m->units_len; i++) {
		const struct standing *s = survey_at(survey, i == 0 ? m->above : m->units[i - 1]);
		phrase_cell_of(p->plan, s, m->view, true, p->period, &cells[i]);
		if (i > 0)
			rank_count(&m->troubles[i - 1], s->status);
	}
	survey_free(survey);
	return err;
}

static enum err read_reports(const struct plain *p, struct matrix *m, int row)
{
	int element = p->plan->indicators[m->indicators[row]].x;
	struct phrase_cell *cells = cells_of(m, row);
	phrase_cell_reports(p->plan, &m->reports, element, m->units, m->units_len, p->period, &cells[0]);
	for (int i = 0; i < m->units_len; i++)
		phrase_cell_report(p->plan, &m->reports, element, m->units[i], p->period, &cells[i + 1]);
	return ERR_OK;
}

static enum err read_all(const struct plain *p, struct matrix *m)
{
	const struct report_ask ask = {p->period, p->today, p->day_of};
	bool reports = m->view == PHRASE_VIEW_REPORT;
	enum err err = reports ? report_list_load(&m->reports, p->store, p->plan, &ask) : ERR_OK;
	for (int i = 0; err == ERR_OK && i < m->len; i++)
		err = (reports ? read_reports : read_figures)(p, m, i);
	for (int i = 0; i < m->units_len; i++)
		m->order[i] = i;
	return err == ERR_OK && m->worst_first ? rank_worst_first(m->troubles, m->units_len, m->order) : err;
}

static void done(struct matrix *m)
{
	report_list_done(&m->reports);
	free(m->indicators);
	free(m->units);
	free(m->order);
	free(m->cells);
	free(m->troubles);
}

// ------------------------------------------------------------ said

struct line { char text[PLAIN_TEXT]; bool cells; };

static void add_cell(struct plain *p, struct line *line, const char *name, const struct phrase_cell *cell)
{
	char piece[512];
	const char *status = cell->letter != ' ' ? phrase_status(cell->status, true) : "";
	bool both = status[0] != '\0' && cell->text[0] != '\0';
	if (status[0] == '\0' && cell->text[0] == '\0')
		return;
	text_format(piece, sizeof piece, "%s %s%s%s%s%s", name, status, both ? " " : "", cell->mark == '~' ? "~" : "", cell->text,
		cell->mark == '\'' ? _(" (older data)") : "");
	if (strlen(line->text) + strlen(piece) > LINE) {
		plain_say(p, "%s", line->text);
		line->text[0] = '\0';
	}
	text_join(line->text, sizeof line->text, line->cells ? "; " : ": ", "%s", piece);
	line->cells = true;
}

static void say_indicator(struct plain *p, const struct matrix *m, int row)
{
	const struct phrase_cell *cells = cells_of(m, row);
	struct line line = {.cells = false};
	text_format(line.text, sizeof line.text, "%s", p->plan->indicators[m->indicators[row]].name);
	add_cell(p, &line, p->plan->units[m->above].short_name, &cells[0]);
	for (int i = 0; i < m->units_len; i++)
		add_cell(p, &line, p->plan->units[m->units[m->order[i]]].short_name, &cells[m->order[i] + 1]);
	plain_say(p, "%s", line.text);
}

// UNIT -1: the whole.
static void say_unit(struct plain *p, const struct matrix *m, int unit)
{
	struct line line = {.cells = false};
	text_format(line.text, sizeof line.text, "%s", p->plan->units[unit < 0 ? m->above : m->units[unit]].name);
	for (int i = 0; i < m->len; i++)
		add_cell(p, &line, p->plan->indicators[m->indicators[i]].short_name, &cells_of(m, i)[unit + 1]);
	plain_say(p, "%s", line.text);
}

static void say_all(struct plain *p, const struct matrix *m)
{
	plain_say(p, "%s", phrase_view_name(m->view));
	for (int i = 0; i < m->len && !m->by_unit && !p->over; i++)
		say_indicator(p, m, i);
	for (int i = -1; i < m->units_len && m->by_unit && !p->over; i++)
		say_unit(p, m, i < 0 ? -1 : m->order[i]);
}

static void show(struct plain *p, struct matrix *shown)
{
	struct matrix m = {.view = shown->view, .by_unit = shown->by_unit, .worst_first = shown->worst_first};
	enum err err = make_room(p, &m);
	if (err == ERR_OK)
		err = read_all(p, &m);
	if (!plain_failed(p, err))
		say_all(p, &m);
	done(&m);
}

// ------------------------------------------------------------ asked

static void show_view(struct plain *p, struct matrix *m, enum phrase_view view)
{
	m->view = view;
	show(p, m);
}

#define VIEW(name, which) static void name(struct plain *p, void *at) { show_view(p, at, which); }
VIEW(show_done, PHRASE_VIEW_DONE)
VIEW(show_value, PHRASE_VIEW_VALUE)
VIEW(show_gap, PHRASE_VIEW_GAP)
VIEW(show_lag, PHRASE_VIEW_LAG)
VIEW(show_needed, PHRASE_VIEW_NEEDED)
VIEW(show_reports, PHRASE_VIEW_REPORT)

static void turn(struct plain *p, void *at)
{
	struct matrix *m = at;
	m->by_unit = !m->by_unit;
	show(p, m);
}

static void sort(struct plain *p, void *at)
{
	struct matrix *m = at;
	m->worst_first = !m->worst_first;
	show(p, m);
}

static const struct plain_choice choices[] = {
	{N_("what is done of the target"), show_done, NULL},
	{N_("the values"), show_value, NULL},
	{N_("the gaps"), show_gap, NULL},
	{N_("against the pace"), show_lag, NULL},
	{N_("what is needed a year"), show_needed, NULL},
	{N_("the reports"), show_reports, NULL},
	{N_("turn: a line a unit, or a line an indicator"), turn, NULL},
	{N_("the worst unit first, or the official order"), sort, NULL},
};
static const struct plain_question question = {N_("Indicators and units: which figure?"),
	N_("Type a number and Enter; Enter alone reads the choices."), PLAIN_CHOICES(choices), false, NULL, NULL};

void plain_matrix(struct plain *p, void *at)
{
	struct matrix shown = {.view = PHRASE_VIEW_DONE};
	(void)at;
	plain_question(p, &question, &shown);
}
