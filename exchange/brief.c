// SPDX-License-Identifier: MIT
// See brief.h.
#include "exchange/brief.h"

#include <string.h>

#include "core/filled.h"
#include "core/i18n.h"
#include "core/text.h"

static void add_name(struct brief *brief, const struct plan *plan, const struct report_line *line)
{
	char filled[FILLED_WORDS], name[sizeof brief->names];
	size_t len = strlen(brief->names);
	text_format(name, sizeof name, _("%s (%s)"), report_owner_name(plan, &line->report.key), filled_words(line, filled, sizeof filled));
	if (brief->waiting < BRIEF_NAMED)
		text_format(brief->names + len, sizeof brief->names - len, "%s%s", len > 0 ? _(" and ") : "", name);
	brief->waiting++;
}

static enum err read_owners(struct brief *brief, struct store *store, const struct brief_query *query)
{
	const struct report_ask ask = {query->survey.period, query->survey.today, query->day_of};
	struct report_list list = {0};
	enum err err = report_list_load(&list, store, query->plan, &ask);
	for (int i = 0; i < list.len && err == ERR_OK; i++) {
		const struct report_line *line = &list.lines[i];
		if (!report_line_is_of(query->plan, line, query->unit))
			continue;
		brief->owners++;
		if (line->waits)
			add_name(brief, query->plan, line);
	}
	report_list_done(&list);
	return err;
}

static enum err read_moved(struct brief *brief, struct store *store, const struct brief_query *query, const struct survey *now)
{
	struct survey_query then = query->survey;
	brief->before = then.period = moved_before(query->plan, query->survey.period);
	then.counted = true;
	enum err err = survey_unit(store, query->plan, &then, query->unit, &brief->then);
	return err == ERR_OK ? moved_read(&brief->moved, query->plan, now, brief->then) : err;
}

enum err brief_read(struct brief *brief, struct store *store, const struct brief_query *query, const struct survey *survey)
{
	enum err err = behind_read(&brief->behind, store, query->plan, &query->survey, query->unit, survey, query->plan->indicators_len);
	if (err == ERR_OK)
		err = survey_overdue(store, survey, query->unit, query->survey.today, &brief->overdue);
	if (err == ERR_OK)
		err = read_moved(brief, store, query, survey);
	return err == ERR_OK ? read_owners(brief, store, query) : err;
}

void brief_done(struct brief *brief)
{
	behind_done(&brief->behind);
	moved_done(&brief->moved);
	survey_free(brief->then);
	*brief = (struct brief){0};
}
