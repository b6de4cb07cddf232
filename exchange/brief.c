// SPDX-License-Identifier: MIT
// See brief.h.
#include "exchange/brief.h"

#include <stdlib.h>
#include <string.h>

#include "core/i18n.h"
#include "core/report_list.h"
#include "core/text.h"

static bool is_behind(const struct plan *plan, const struct standing *s)
{
	bool late = s->status == STANDING_BEHIND || s->status == STANDING_CRITICAL || s->status == STANDING_MISSED;
	return late && plan->indicators[s->indicator].kind != PLAN_STAGES;
}

// What is furthest behind first; what has no lag in points behind it, in the plan's order.
static int compare(const void *a, const void *b)
{
	const struct standing *one = ((const struct brief_behind *)a)->s, *other = ((const struct brief_behind *)b)->s;
	if (one->status != other->status)
		return one->status > other->status ? -1 : 1;
	if (one->lag.has && other->lag.has && rat_cmp(one->lag.v, other->lag.v) != 0)
		return rat_cmp(one->lag.v, other->lag.v) > 0 ? -1 : 1;
	if (one->lag.has != other->lag.has)
		return one->lag.has ? -1 : 1;
	return one->indicator - other->indicator;
}

static enum err read_behind(struct brief *brief, struct store *store, const struct brief_query *query, const struct survey *survey)
{
	enum err err = ERR_OK;
	brief->behind = calloc((size_t)query->plan->indicators_len + 1, sizeof *brief->behind);
	if (brief->behind == NULL)
		return err_set(ERR_MEMORY, "%s", _("no memory"));
	for (int i = 0; i < query->plan->indicators_len && err == ERR_OK; i++) {
		struct brief_behind *row = &brief->behind[brief->behind_len];
		if (!is_behind(query->plan, survey_at(survey, i)))
			continue;
		row->s = survey_at(survey, i);
		err = survey_since(store, query->plan, &query->survey, i, query->unit, &row->since);
		brief->behind_len++;
	}
	qsort(brief->behind, (size_t)brief->behind_len, sizeof *brief->behind, compare);
	return err;
}

static void add_name(struct brief *brief, const struct plan *plan, const struct report_line *line)
{
	size_t len = strlen(brief->names);
	if (brief->waiting < BRIEF_NAMED)
		text_format(brief->names + len, sizeof brief->names - len, _("%s%s (%d/%d)"), len > 0 ? _(", ") : "",
			report_owner_name(plan, &line->report.key), line->filled + line->told, line->asked + line->tasks);
	brief->waiting++;
}

static enum err read_owners(struct brief *brief, struct store *store, const struct brief_query *query)
{
	const struct report_ask ask = {query->survey.period, query->survey.today, query->day_of};
	struct report_list list = {0};
	enum err err = report_list_load(&list, store, query->plan, &ask);
	for (int i = 0; i < list.len && err == ERR_OK; i++) {
		const struct report_line *line = &list.lines[i];
		if (query->unit != query->plan->root && (line->report.key.dept != 0 || line->report.key.unit != query->unit))
			continue;
		brief->owners++;
		if (line->waits)
			add_name(brief, query->plan, line);
	}
	report_list_done(&list);
	return err;
}

enum err brief_read(struct brief *brief, struct store *store, const struct brief_query *query, const struct survey *survey)
{
	enum err err = read_behind(brief, store, query, survey);
	if (err == ERR_OK)
		err = survey_overdue(store, survey, query->unit, query->survey.today, &brief->overdue);
	return err == ERR_OK ? read_owners(brief, store, query) : err;
}

void brief_done(struct brief *brief)
{
	free(brief->behind);
	*brief = (struct brief){0};
}
