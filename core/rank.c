// SPDX-License-Identifier: MIT
// See rank.h. Figures are compared exactly, never as printed: two units share a place only where they are level.
#include "core/rank.h"

#include <stdlib.h>

#include "core/i18n.h"
#include "core/moved.h"
#include "core/period.h"

// A low value is the better one of these, whatever the indicator's direction.
static bool low_is_better(enum phrase_view view, const struct plan_indicator *indicator)
{
	bool of_figure = view == PHRASE_VIEW_DONE || view == PHRASE_VIEW_VALUE || view == PHRASE_VIEW_REPORT;
	return of_figure ? view == PHRASE_VIEW_VALUE && indicator->down : true;
}

// A growth is its own measure of what is done.
static struct maybe figure_of(const struct plan_indicator *indicator, const struct standing *s, enum phrase_view view)
{
	bool growth = indicator->formula == PLAN_GROWTH;
	const struct maybe figures[PHRASE_VIEWS] = {
		[PHRASE_VIEW_DONE] = growth ? s->value : s->attainment, [PHRASE_VIEW_VALUE] = s->value, [PHRASE_VIEW_GAP] = s->gap,
		[PHRASE_VIEW_LAG] = growth ? s->gap : s->lag, [PHRASE_VIEW_NEEDED] = s->needed,
		[PHRASE_VIEW_REPORT] = s->attainment,
	};
	return figures[view];
}

// ------------------------------------------------------------ by one indicator

struct sorting { struct rank_row row; int at; bool low; };

static int compare_figures(const struct sorting *a, const struct sorting *b)
{
	if (a->row.figure.has != b->row.figure.has)
		return a->row.figure.has ? -1 : 1;
	if (!a->row.figure.has)
		return 0;
	int order = rat_cmp(a->row.figure.v, b->row.figure.v);
	return a->low ? order : -order;
}

static int compare_rows(const void *a, const void *b)
{
	int order = compare_figures(a, b);
	return order != 0 ? order : ((const struct sorting *)a)->at - ((const struct sorting *)b)->at;
}

// Sorts and gives places: 1, 2, 2, 4.
static int give_places(struct sorting *rows, int len)
{
	int ranked = 0;
	qsort(rows, (size_t)len, sizeof *rows, compare_rows);
	for (; ranked < len && rows[ranked].row.figure.has; ranked++) {
		bool level = ranked > 0 && compare_figures(&rows[ranked], &rows[ranked - 1]) == 0;
		rows[ranked].row.place = level ? rows[ranked - 1].row.place : ranked + 1;
	}
	return ranked;
}

static int collect(const struct plan *plan, const struct survey *survey, enum phrase_view view, const int *units, int len,
	struct sorting *rows)
{
	int found = 0;
	for (int i = 0; i < len; i++) {
		const struct standing *s = survey_at(survey, units[i]);
		const struct plan_indicator *indicator = &plan->indicators[s->indicator];
		if (s->not_applicable)
			continue;
		rows[found] = (struct sorting){.row = {.unit = units[i], .figure = figure_of(indicator, s, view)}, .at = i,
			.low = low_is_better(view, indicator)};
		found++;
	}
	return found;
}

enum err rank_units(const struct plan *plan, const struct survey *survey, enum phrase_view view, const int *units, int len,
	struct ranking *out)
{
	struct sorting *rows = calloc((size_t)len + 1, sizeof *rows);
	*out = (struct ranking){.rows = calloc((size_t)len + 1, sizeof *out->rows),
		.place_of = calloc((size_t)plan->units_len + 1, sizeof *out->place_of)};
	bool memory = rows != NULL && out->rows != NULL && out->place_of != NULL;
	if (memory) {
		out->len = collect(plan, survey, view, units, len, rows);
		out->ranked = give_places(rows, out->len);
	}
	for (int i = 0; i < out->len; i++) {
		out->rows[i] = rows[i].row;
		out->place_of[rows[i].row.unit] = rows[i].row.place;
	}
	free(rows);
	return memory ? ERR_OK : err_set(ERR_MEMORY, "%s", _("there is no memory left"));
}

void rank_compare(struct ranking *now, const struct ranking *before)
{
	for (int i = 0; i < now->len; i++)
		now->rows[i].before = before->place_of[now->rows[i].unit];
}

int rank_period_before(const struct plan *plan, const struct standing *whole)
{
	int newest = whole->value_period > whole->sum_period ? whole->value_period : whole->sum_period;
	return newest == 0 ? 0 : moved_last(plan, whole->indicator, newest);
}

void ranking_done(struct ranking *ranking)
{
	free(ranking->rows);
	free(ranking->place_of);
	*ranking = (struct ranking){0};
}

// ------------------------------------------------------------ over several indicators

void rank_count(struct rank_trouble *trouble, enum standing_status status)
{
	trouble->critical += status == STANDING_CRITICAL || status == STANDING_MISSED;
	trouble->behind += status == STANDING_BEHIND;
}

struct troubled { struct rank_trouble trouble; int at; };

static int compare_troubles(const void *a, const void *b)
{
	const struct troubled *one = a, *other = b;
	if (one->trouble.critical != other->trouble.critical)
		return other->trouble.critical - one->trouble.critical;
	if (one->trouble.behind != other->trouble.behind)
		return other->trouble.behind - one->trouble.behind;
	return one->at - other->at;
}

enum err rank_worst_first(const struct rank_trouble *troubles, int len, int *order)
{
	struct troubled *rows = calloc((size_t)len + 1, sizeof *rows);
	if (rows == NULL)
		return err_set(ERR_MEMORY, "%s", _("there is no memory left"));
	for (int i = 0; i < len; i++)
		rows[i] = (struct troubled){troubles[i], i};
	qsort(rows, (size_t)len, sizeof *rows, compare_troubles);
	for (int i = 0; i < len; i++)
		order[i] = rows[i].at;
	free(rows);
	return ERR_OK;
}
