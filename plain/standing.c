// SPDX-License-Identifier: MIT
// A standing as lines: the columns of the screens' rows by name, then the sentences.
#include "core/i18n.h"
#include "core/inferred.h"
#include "core/period.h"
#include "core/phrase.h"
#include "core/text.h"
#include "plain/part.h"

#define HISTORY 24

struct column { const char *name; enum phrase_field field; };
static const struct column columns[] = {
	{N_("value/target"), PHRASE_VALUE_TARGET},
	{N_("status"), PHRASE_STATUS},
	{N_("because"), PHRASE_REASON},
	{N_("progress to the target"), PHRASE_DONE},
	{N_("gap"), PHRASE_GAP},
	{N_("lag"), PHRASE_LAG},
	{N_("needed a year"), PHRASE_NEEDED},
	{N_("moved in the last year"), PHRASE_RECENT},
	{N_("where that leads"), PHRASE_PROJECTED},
	{N_("attainment"), PHRASE_ATTAINMENT},
	{N_("data of"), PHRASE_DATA_PERIOD},
};
static const enum phrase_field sentences[] = {PHRASE_SENTENCE, PHRASE_GAP_SENTENCE, PHRASE_YEAR_SENTENCE, PHRASE_NOTE_BASE,
	PHRASE_NOTE_CARRIED, PHRASE_NOTE_PARTIAL};
static const struct column others[] = {
	{N_("baseline"), PHRASE_BASELINE},
	{N_("target"), PHRASE_TARGET},
	{N_("expected by now"), PHRASE_EXPECTED},
	{N_("sum of the units"), PHRASE_SUM},
	{N_("coverage"), PHRASE_COVERAGE},
};

static void add_column(char *line, size_t cap, const char *name, const char *words)
{
	if (words[0] != '\0')
		text_join(line, cap, "; ", "%s%s%s", name, name[0] != '\0' ? " " : "", words);
}

// What is no number is told in the words of its row.
const char *plain_standing(const struct plain *p, const struct standing *s, char *out, size_t cap)
{
	char words[PHRASE_LONG];
	out[0] = '\0';
	for (size_t i = 0; i < sizeof columns / sizeof columns[0]; i++)
		add_column(out, cap, _(columns[i].name), phrase_write(p->plan, s, columns[i].field, words, sizeof words));
	if (p->plan->indicators[s->indicator].kind != PLAN_NUMBER)
		add_column(out, cap, "", phrase_write(p->plan, s, PHRASE_ROW, words, sizeof words));
	return out;
}

static void say_history(struct plain *p, const struct standing *s)
{
	const struct survey_query query = plain_query(p);
	struct survey_point points[HISTORY];
	struct standing then = *s;
	char period[PERIOD_TEXT], value[PHRASE_TEXT];
	int len = 0;
	if (plain_failed(p, survey_history(p->store, p->plan, &query, s->indicator, s->unit, points, HISTORY, &len)))
		return;
	for (int i = 0; i < len; i++) {
		if (!points[i].value.has)
			continue;
		then.value = points[i].value;
		then.qualifier = NUM_EXACT;
		period_format(points[i].period, PERIOD_REPORT, period);
		plain_say(p, "%s %s", period, phrase_write(p->plan, &then, PHRASE_VALUE, value, sizeof value));
	}
}

static void say_since(struct plain *p, const struct standing *s)
{
	const struct survey_query query = plain_query(p);
	char period[PERIOD_TEXT];
	int since = 0;
	if (plain_failed(p, survey_since(p->store, p->plan, &query, s->indicator, s->unit, &since)) || since == 0)
		return;
	period_format(since, PERIOD_REPORT, period);
	plain_say(p, _("behind since %s"), period);
}

void plain_say_standing(struct plain *p, const struct standing *s)
{
	char words[PLAIN_TEXT];
	plain_say(p, "%s", p->plan->indicators[s->indicator].name);
	plain_say(p, "%s", plain_standing(p, s, words, sizeof words));
	for (size_t i = 0; i < sizeof sentences / sizeof sentences[0]; i++)
		plain_say_text(p, phrase_write(p->plan, s, sentences[i], words, PHRASE_LONG));
	for (size_t i = 0; i < sizeof others / sizeof others[0]; i++)
		if (phrase_write(p->plan, s, others[i].field, words, PHRASE_LONG)[0] != '\0')
			plain_say(p, _("%s: %s"), _(others[i].name), words);
	say_since(p, s);
	say_history(p, s);
}
