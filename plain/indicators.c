// SPDX-License-Identifier: MIT
// Lists of rows of the unit that is looked at: all indicators, what has a node overdue; and how an indicator is defined.
#include <stdlib.h>

#include "core/i18n.h"
#include "core/period.h"
#include "core/text.h"
#include "plain/part.h"

struct rows { const struct survey *survey; int *at, len; };      // survey NULL: only names are said

static const char *row_name(const struct plain *p, const void *ctx, int row, char *out, size_t cap)
{
	const struct rows *rows = ctx;
	const struct plan_indicator *indicator = &p->plan->indicators[rows->at[row]];
	char words[PLAIN_TEXT];
	if (rows->survey == NULL)
		return text_format(out, cap, "%s", indicator->name);
	return text_format(out, cap, _("%s: %s"), indicator->name,
		plain_standing(p, survey_at(rows->survey, rows->at[row]), words, sizeof words));
}

static bool rows_new(struct plain *p, struct rows *rows, bool (*shown)(const struct rows *rows, const struct plan_place *place))
{
	rows->at = calloc((size_t)p->plan->places_len + 1, sizeof *rows->at);
	if (rows->at == NULL) {
		plain_failed(p, err_set(ERR_MEMORY, "%s", _("no memory")));
		return false;
	}
	for (int i = 0; i < p->plan->places_len; i++)
		if (shown(rows, &p->plan->places[i]))
			rows->at[rows->len++] = p->plan->places[i].indicator;
	return true;
}

static void each_row(struct plain *p, const char *title, const struct rows *rows, void (*tell)(struct plain *p, const struct rows *rows, int row))
{
	int row = 0;
	for (bool again = false; row != PLAN_NONE; again = true) {
		row = plain_pick_again(p, title, rows->len, row_name, rows, again);
		if (row != PLAN_NONE)
			tell(p, rows, row);
	}
}

static void say_row(struct plain *p, const struct rows *rows, int row)
{
	plain_say_standing(p, survey_at(rows->survey, rows->at[row]));
}

// ------------------------------------------------------------ all indicators

static bool is_numbered(const struct rows *rows, const struct plan_place *place)
{
	(void)rows;
	return place->kind == PLAN_ROW_INDICATOR;
}

static bool is_overdue(const struct rows *rows, const struct plan_place *place)
{
	const struct standing *s = survey_at(rows->survey, place->indicator);
	return place->same_as == PLAN_NONE && s->nodes_overdue > 0 && s->status != STANDING_MET;
}

static void list(struct plain *p, const struct survey_query *query, const char *title,
	bool (*shown)(const struct rows *rows, const struct plan_place *place))
{
	struct survey *survey = NULL;
	struct rows rows = {.len = 0};
	if (!plain_failed(p, survey_unit(p->store, p->plan, query, p->unit, &survey))) {
		rows.survey = survey;
		if (rows_new(p, &rows, shown))
			each_row(p, title, &rows, say_row);
	}
	free(rows.at);
	survey_free(survey);
}

void plain_indicators(struct plain *p, void *at)
{
	const struct survey_query query = plain_query(p);
	(void)at;
	list(p, &query, _("Which indicator?"), is_numbered);
}

// A node is overdue today, whatever period is looked at.
void plain_overdue(struct plain *p, void *at)
{
	struct survey_query query = plain_query(p);
	int now = period_make(p->today / 10000, p->today / 100 % 100);
	(void)at;
	query.period = now > query.period ? now : query.period;
	list(p, &query, _("Rows with a node overdue today:"), is_overdue);
}

// ------------------------------------------------------------ definitions

static void say_words(struct plain *p, const struct rows *rows, int row)
{
	plain_say_definition(p, rows->at[row]);
}

void plain_definitions(struct plain *p, void *at)
{
	struct rows rows = {.len = 0};
	(void)at;
	if (rows_new(p, &rows, is_numbered))
		each_row(p, _("Which indicator?"), &rows, say_words);
	free(rows.at);
}
