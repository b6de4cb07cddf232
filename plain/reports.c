// SPDX-License-Identifier: MIT
// Reports: who is where in the period, and the steps of one.
#include <string.h>

#include "core/filled.h"
#include "core/i18n.h"
#include "core/period.h"
#include "core/remind.h"
#include "core/text.h"
#include "plain/part.h"

#define WHY 1000

static const char *report_words(const struct plain *p, const void *ctx, int row, char *out, size_t cap)
{
	const struct report_line *line = &((const struct report_list *)ctx)->lines[row];
	char left[128] = "", why[WHY] = "", filled[FILLED_WORDS];
	if (line->waits)
		text_format(left, sizeof left, line->left >= 0 ? _(", %d days left") : _(", %d days overdue"), line->left >= 0 ? line->left : -line->left);
	if (line->report.sentence[0] != '\0')
		text_format(why, sizeof why, _("; why: %s"), line->report.sentence);
	return text_format(out, cap, "%s %s %s%s%s%s", report_owner_name(p->plan, &line->report.key), _(report_state_name(line->report.state)),
		filled_words(line, filled, sizeof filled), left, line->late || line->missed ? _(", late") : "", why);
}

// ------------------------------------------------------------ steps

enum asks { ASKS_NOTHING, ASKS_WHY, ASKS_WHY_AND_DAY };

static bool ask_why(struct plain *p, char why[WHY])
{
	return plain_ask_text(p, _("reason, in one sentence"), _("The sentence that its owner reads."), why, WHY);
}

static bool ask_day(struct plain *p, int *day)
{
	char typed[PLAIN_LINE];
	const char *help = _("A day is typed as 2024-07-15 or 20240715.");
	while (plain_ask(p, _("new last day, like 2024-07-15"), help, typed) == PLAIN_GIVEN)
		if (!plain_failed(p, period_parse_day(typed, p->today, day)))
			return true;
	return false;
}

static void step(struct plain *p, const struct report_key *key, enum report_step step, enum asks asks)
{
	char why[WHY] = "";
	struct desk_step ask = {.step = step, .reports = key, .reports_len = 1, .why = why};
	struct desk_answer answer = {.done = false};
	if ((asks >= ASKS_WHY && !ask_why(p, why)) || (asks == ASKS_WHY_AND_DAY && !ask_day(p, &ask.due)))
		return;
	if (!plain_failed(p, p->desk->step(p->desk->ctx, &ask, &answer)))
		plain_say(p, "%s", answer.text);
}

#define STEP(name, which, asks) static void name(struct plain *p, void *at) { step(p, at, which, asks); }
STEP(submit, REPORT_SUBMIT, ASKS_NOTHING)
STEP(withdraw, REPORT_WITHDRAW, ASKS_NOTHING)
STEP(give_back, REPORT_RETURN, ASKS_WHY)
STEP(accept_it, REPORT_ACCEPT, ASKS_NOTHING)
STEP(lock, REPORT_LOCK, ASKS_NOTHING)
STEP(unlock, REPORT_UNLOCK, ASKS_WHY)
STEP(extend, REPORT_EXTEND, ASKS_WHY_AND_DAY)

static void findings(struct plain *p, void *at)
{
	plain_findings_of(p, at);
}

static void say_report(struct plain *p, void *at)
{
	const struct report_key *key = at;
	const struct report_ask ask = {p->period, p->today, p->day_of};
	struct report_list list = {.len = 0};
	char words[PLAIN_TEXT];
	if (!plain_failed(p, report_list_load(&list, p->store, p->plan, &ask))) {
		const struct report_line *line = report_list_find(&list, key->dept, key->unit);
		if (line != NULL)
			plain_say(p, "%s", report_words(p, &list, (int)(line - list.lines), words, sizeof words));
	}
	report_list_done(&list);
}

static void remind(struct plain *p, void *at)
{
	const struct report_key *key = at;
	const struct report_ask ask = {p->period, p->today, p->day_of};
	struct report_list list = {.len = 0};
	struct remind lacks;
	char words[REMIND_TEXT];
	bool failed = plain_failed(p, report_list_load(&list, p->store, p->plan, &ask));
	const struct report_line *line = failed ? NULL : report_list_find(&list, key->dept, key->unit);
	failed = line == NULL || plain_failed(p, remind_lacks(p->store, p->plan, line, p->today, &lacks));
	if (!failed && !remind_is_due(line, &lacks))
		plain_say(p, "%s", _("This report is not waited for."));
	else if (!failed)
		plain_say_text(p, remind_words(p->plan, line, &lacks, words, sizeof words));
	report_list_done(&list);
}

static const struct plain_choice choices[] = {
	{N_("its findings"), findings, NULL},
	{N_("submit"), submit, plain_can_write},
	{N_("withdraw, to go on filling"), withdraw, plain_can_write},
	{N_("return (with the reason)"), give_back, plain_can_write},
	{N_("accept"), accept_it, plain_can_write},
	{N_("lock"), lock, plain_can_write},
	{N_("unlock (with the reason)"), unlock, plain_can_write},
	{N_("extend (with the reason and the new day)"), extend, plain_can_write},
	{N_("the words of a reminder"), remind, NULL},
};
static const struct plain_question question = {N_("What about this report?"),
	N_("A step that may not be taken is refused with the reason."), PLAIN_CHOICES(choices), false, say_report, NULL};

// False: back.
static bool look_at_one(struct plain *p, bool again)
{
	const struct report_ask ask = {p->period, p->today, p->day_of};
	struct report_list list = {.len = 0};
	struct report_key key = {0, 0, 0};
	int row = PLAN_NONE;
	if (!plain_failed(p, report_list_load(&list, p->store, p->plan, &ask)))
		row = plain_pick_again(p, _("Which report?"), list.len, report_words, &list, again);
	if (row != PLAN_NONE)
		key = list.lines[row].report.key;
	report_list_done(&list);
	if (row != PLAN_NONE)
		plain_question(p, &question, &key);
	return row != PLAN_NONE;
}

void plain_reports(struct plain *p, void *at)
{
	(void)at;
	for (bool again = false; look_at_one(p, again);)
		again = true;
}
