// SPDX-License-Identifier: MIT
// Findings of a period or of one report, corrections that wait, and reports that are clean: read, explained, decided.
#include "core/findings.h"

#include "core/filled.h"
#include "core/i18n.h"
#include "core/text.h"
#include "plain/part.h"

#define WHY 4001

static const char *const levels[FINDINGS_LEVELS] = {
	[FINDINGS_HARD] = N_("wrong"), [FINDINGS_CORRECTION] = N_("correction"), [FINDINGS_SOFT] = N_("strange"),
	[FINDINGS_REMARK] = N_("the reviewer says"), [FINDINGS_CHANGED] = N_("changed"), [FINDINGS_WAITING] = N_("waits for acceptance"),
};

// What the bureau says of a cell tells neither which cell nor its figure.
static const char *what_words(const struct plain *p, const struct finding_row *at, char *out, size_t cap)
{
	const struct finding_kept *finding = &at->finding;
	if (at->level == FINDINGS_REMARK && finding->element != PLAN_NONE)
		return text_format(out, cap, "%s %s", p->plan->elements[finding->element].name, finding->left);
	return finding->text[0] != '\0' ? finding->text : finding->name;
}

static const char *row_words(const struct plain *p, const void *ctx, int row, char *out, size_t cap)
{
	const struct findings *findings = ctx;
	const struct finding_row *at = &findings->rows[row];
	const struct report_line *line = &findings->reports.lines[at->report];
	const char *owner = report_owner_name(p->plan, &line->report.key), *level = _(levels[at->level]);
	char what[PLAIN_TEXT], filled[FILLED_WORDS];
	const char *text = what_words(p, at, what, sizeof what);
	if (at->level == FINDINGS_WAITING)
		return text_format(out, cap, _("%s, %s: %s, %s"), level, owner, text, filled_words(line, filled, sizeof filled));
	return at->said[0] != '\0' ? text_format(out, cap, _("%s, %s: %s Said: %s"), level, owner, text, at->said)
		: text_format(out, cap, _("%s, %s: %s"), level, owner, text);
}

// ------------------------------------------------------------ what is done about one

static void told(struct plain *p, enum err err, const struct desk_answer *answer)
{
	if (!plain_failed(p, err))
		plain_say(p, "%s", answer->text);
}

struct looked { const struct findings *findings; const struct finding_row *row; };

static void explain(struct plain *p, void *at)
{
	const struct finding_row *row = ((const struct looked *)at)->row;
	const struct finding_kept *finding = &row->finding;
	char text[WHY];
	struct desk_answer answer = {.done = false};
	text_format(text, sizeof text, "%s", row->said);
	if (!plain_ask_text(p, _("explanation of what is strange"), _("It goes with the figure to the reviewer."), text, sizeof text))
		return;
	const struct explanation explanation = {.period = finding->period, .unit = finding->unit, .element = finding->element,
		.rule = finding->rule, .text = text, .about = finding->about};
	told(p, p->desk->explain(p->desk->ctx, &explanation, 1, &answer), &answer);
}

static void decide(struct plain *p, const struct looked *looked, bool accept)
{
	char why[WHY] = "";
	struct desk_answer answer = {.done = false};
	if (!accept && !plain_ask_text(p, _("reason, in one sentence"), _("The sentence that its owner reads."), why, sizeof why))
		return;
	told(p, p->desk->decide(p->desk->ctx, looked->row->correction, accept, why, &answer), &answer);
}

static void accept_correction(struct plain *p, void *at)
{
	decide(p, at, true);
}

static void refuse_correction(struct plain *p, void *at)
{
	decide(p, at, false);
}

static void life(struct plain *p, void *at)
{
	const struct finding_kept *finding = &((const struct looked *)at)->row->finding;
	plain_say_life(p, finding->element, finding->unit, finding->period);
}

static void accept_report(struct plain *p, void *at)
{
	const struct looked *looked = at;
	const struct desk_step ask = {.step = REPORT_ACCEPT, .reports = &looked->findings->reports.lines[looked->row->report].report.key,
		.reports_len = 1, .why = ""};
	struct desk_answer answer = {.done = false};
	told(p, p->desk->step(p->desk->ctx, &ask, &answer), &answer);
}

#define HISTORY {N_("the history of a cell"), life, NULL}
static const struct plain_choice of_hard[] = {HISTORY};
static const struct plain_choice of_correction[] = {HISTORY, {N_("accept the correction"), accept_correction, plain_can_write},
	{N_("refuse the correction (with the reason)"), refuse_correction, plain_can_write}};
static const struct plain_choice of_soft[] = {HISTORY, {N_("explanation of what is strange"), explain, plain_can_write}};
static const struct plain_choice of_waiting[] = {{N_("accept"), accept_report, plain_can_write}};

#define ASKED N_("What about this?"), N_("Type a number and Enter; Enter alone reads the choices.")
static const struct plain_question questions[FINDINGS_LEVELS] = {
	[FINDINGS_HARD] = {ASKED, PLAIN_CHOICES(of_hard), true, NULL, NULL},
	[FINDINGS_CORRECTION] = {ASKED, PLAIN_CHOICES(of_correction), true, NULL, NULL},
	[FINDINGS_SOFT] = {ASKED, PLAIN_CHOICES(of_soft), true, NULL, NULL},
	[FINDINGS_REMARK] = {ASKED, PLAIN_CHOICES(of_hard), true, NULL, NULL},
	[FINDINGS_CHANGED] = {ASKED, PLAIN_CHOICES(of_hard), true, NULL, NULL},
	[FINDINGS_WAITING] = {ASKED, PLAIN_CHOICES(of_waiting), true, NULL, NULL},
};

// False: back.
static bool look_once(struct plain *p, const struct report_key *only)
{
	const struct report_ask ask = {p->period, p->today, p->day_of};
	struct findings findings = {.len = 0};
	int row = PLAN_NONE;
	if (!plain_failed(p, findings_load(&findings, p->store, p->plan, &ask, only)))
		row = plain_pick(p, _("Findings; the number of one to do something about it"), findings.len, row_words, &findings);
	struct looked looked = {&findings, row != PLAN_NONE ? &findings.rows[row] : NULL};
	if (row != PLAN_NONE)
		plain_question(p, &questions[looked.row->level], &looked);
	findings_done(&findings);
	return row != PLAN_NONE;
}

void plain_findings_of(struct plain *p, const struct report_key *only)
{
	while (look_once(p, only))
		continue;
}

void plain_findings(struct plain *p, void *at)
{
	(void)at;
	plain_findings_of(p, NULL);
}
