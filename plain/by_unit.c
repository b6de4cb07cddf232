// SPDX-License-Identifier: MIT
// The units beneath the one that is looked at: how much of its form is filled, how many of its indicators stand how, and the worst.
#include "core/filled.h"
#include "core/i18n.h"
#include "core/phrase.h"
#include "core/text.h"
#include "plain/part.h"

static void say_counts(struct plain *p, int unit, const struct survey *survey, const char *filled)
{
	struct survey_count count;
	char line[PLAIN_TEXT], lag[PHRASE_TEXT];
	survey_count_indicators(survey, &count);
	text_format(line, sizeof line, _("%s: form filled %s; on pace %d/%d"), p->plan->units[unit].name,
		filled[0] != '\0' ? filled : _("none"), count.on_pace, count.rows);
	for (int status = 0; status < STANDING_STATUSES; status++)
		if (count.by_status[status] > 0)
			text_add(line, sizeof line, "; %s %d", phrase_status((enum standing_status)status, true), count.by_status[status]);
	plain_say(p, "%s", line);
	if (count.worst != PLAN_NONE)
		plain_say(p, _("worst: %s %s"), p->plan->indicators[count.worst].name,
			phrase_write(p->plan, survey_at(survey, count.worst), PHRASE_LAG_SHORT, lag, sizeof lag));
}

static enum err say_unit(struct plain *p, int unit, const struct report_list *list)
{
	struct survey_query query = plain_query(p);
	struct survey *survey = NULL;
	char filled[FILLED_WORDS];
	query.counted = true;
	enum err err = survey_unit(p->store, p->plan, &query, unit, &survey);
	if (err == ERR_OK)
		say_counts(p, unit, survey, filled_words(report_list_find(list, 0, unit), filled, sizeof filled));
	survey_free(survey);
	return err;
}

void plain_by_unit(struct plain *p, void *at)
{
	const struct report_ask ask = {p->period, p->today, p->day_of};
	struct report_list list = {.len = 0};
	int len;
	const int *units = plan_unit_children(p->plan, p->unit, &len);
	(void)at;
	enum err err = report_list_load(&list, p->store, p->plan, &ask);
	for (int i = 0; i < len && err == ERR_OK && !p->over; i++)
		if (!p->plan->units[units[i]].compare && plan_unit_valid(p->plan, units[i], p->period))
			err = say_unit(p, units[i], &list);
	plain_failed(p, err);
	if (len == 0)
		plain_say(p, "%s", _("There is no unit beneath this one."));
	report_list_done(&list);
}
