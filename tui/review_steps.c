// SPDX-License-Identifier: MIT
// F9 of the review (review.h): what may be done with the focused row's report or correction, and all clean reports at once.
#include "tui/review.h"

#include <stdlib.h>
#include <string.h>

#include "core/i18n.h"
#include "core/text.h"
#include "tui/prompt.h"
#include "tui/steps.h"

// ------------------------------------------------------------ a report

static unsigned accept_report(struct review *r)
{
	const struct report_key key = review_report(r, review_focused(r))->key;
	const struct desk_step ask = {.step = REPORT_ACCEPT, .reports = &key, .reports_len = 1, .why = ""};
	steps_take(r->app, &ask);
	return DRAWN | SCREEN_RELOAD;
}

static void ask_return(struct review *r, const char *why, const char *cell);

// With all that was typed; the message says what is missing.
static void ask_return_again(struct review *r, const char *reason, const char *cell)
{
	char why[sizeof r->app->message];
	text_format(why, sizeof why, "%s", r->app->message);
	ask_return(r, reason, cell != NULL ? cell : "");
	screen_hold_keys(r->app);
	screen_message(r->app, true, "%s", why);
}

// What has been kept for cells of the report goes with it, and then no reason is needed.
static unsigned return_given(void *ctx, const char *const *texts)
{
	struct review *r = ctx;
	const struct finding_row *row = review_focused(r);
	if (texts == NULL || row == NULL)
		return DRAWN;
	const struct explanation remark = review_remark_of(row, texts[1] != NULL ? texts[1] : "");
	const struct desk_step ask = {.step = REPORT_RETURN, .reports = &review_report(r, row)->key, .reports_len = 1, .why = texts[0]};
	if ((texts[1] == NULL || review_keep_remark(r, &remark)) && steps_take(r->app, &ask))
		return DRAWN | SCREEN_RELOAD;
	ask_return_again(r, texts[0], texts[1]);
	return DRAWN;
}

static void ask_return(struct review *r, const char *why, const char *cell)
{
	const struct finding_row *row = review_focused(r);
	bool of_cell = row->finding.element != PLAN_NONE;
	char title[256], label[256];
	const char *labels[] = {_("reason, in one sentence; may stay empty where cells are commented on"), label}, *texts[] = {why, cell};
	text_format(title, sizeof title, _("return the report of %s"), report_owner_name(r->app->plan, &review_report(r, row)->key));
	if (of_cell)
		text_format(label, sizeof label, _("of %s (may stay empty)"), r->app->plan->elements[row->finding.element].short_name);
	prompt_text(r->app, title, labels, texts, of_cell ? 2 : 1, return_given, r);
}

static unsigned return_report(struct review *r)
{
	ask_return(r, "", review_remark(r, review_focused(r)));
	return DRAWN;
}

static unsigned other_steps(struct review *r)
{
	return steps_ask_here(r->app, &review_report(r, review_focused(r))->key);
}

// ------------------------------------------------------------ all that are clean

static unsigned accept_clean(struct review *r)
{
	const struct report_list *list = &r->findings.reports;
	struct report_key *keys = calloc((size_t)list->len + 1, sizeof *keys);
	int len = 0;
	if (keys == NULL) {
		screen_message(r->app, true, "%s", _("no memory"));
		return DRAWN;
	}
	for (int i = 0; i < list->len; i++)
		if (findings_is_clean(&r->findings, i))
			keys[len++] = list->lines[i].report.key;
	const struct desk_step ask = {.step = REPORT_ACCEPT, .reports = keys, .reports_len = len, .why = ""};
	if (len == 0)
		screen_message(r->app, false, "%s", _("No report waits that has nothing wrong."));
	else
		steps_take(r->app, &ask);
	free(keys);
	return DRAWN | SCREEN_RELOAD;
}

static void offer_clean(struct review *r)
{
	int clean = 0, explained = 0;
	for (int i = 0; i < r->findings.reports.len; i++)
		if (findings_is_clean(&r->findings, i)) {
			clean++;
			explained += r->findings.open[i].explained > 0;
		}
	if (explained > 0)
		review_offer(r, accept_clean, _("accept all reports that have nothing open (%d, with explanations %d)"), clean, explained);
	else
		review_offer(r, accept_clean, _("accept all reports that have nothing wrong (%d)"), clean);
}

// ------------------------------------------------------------ a correction

// Was it decided? The message says so, or why not.
static bool decide(struct review *r, bool accept, const char *why)
{
	struct desk_answer answer = {.done = false};
	const struct desk *desk = r->app->desk;
	enum err err = desk->decide(desk->ctx, review_focused(r)->correction, accept, why, &answer);
	screen_message(r->app, err != ERR_OK || !answer.done, "%s", err != ERR_OK ? err_message() : answer.text);
	return err == ERR_OK && answer.done;
}

static unsigned accept_correction(struct review *r)
{
	decide(r, true, "");
	return DRAWN | SCREEN_RELOAD;
}

static unsigned refusal_given(void *ctx, const char *const *texts)
{
	struct review *r = ctx;
	if (texts == NULL || review_focused(r) == NULL)
		return DRAWN;
	if (decide(r, false, texts[0]))
		return DRAWN | SCREEN_RELOAD;
	prompt_again(r->app, _("refuse this correction"), _("reason, in one sentence"), texts[0], r->app->message, refusal_given, r);
	return DRAWN;
}

static unsigned refuse_correction(struct review *r)
{
	const char *label = _("reason, in one sentence"), *empty = "";
	prompt_text(r->app, _("refuse this correction"), &label, &empty, 1, refusal_given, r);
	return DRAWN;
}

// ------------------------------------------------------------ asking

// Did who sits here propose the focused correction himself? WHO as just read.
static bool is_own(const struct review *r, const struct operator *who)
{
	const struct plan *plan = r->app->plan;
	const char *org = who->dept == 0 ? plan->units[who->unit].code : plan->depts[who->dept].code;
	return strcmp(who->name, r->about.who) == 0 && strcmp(org, r->about.org) == 0;
}

static void offer_correction(struct review *r, const struct finding_row *row, bool own)
{
	if (own)
		review_offer(r, accept_correction, _("accept this correction: %s instead of %s (proposed by yourself; the log will say so)"),
			row->finding.left, row->finding.right);
	else
		review_offer(r, accept_correction, _("accept this correction: %s instead of %s"), row->finding.left, row->finding.right);
	review_offer(r, refuse_correction, "%s", _("refuse this correction (with the reason)"));
}

unsigned review_steps(struct review *r)
{
	enum err err = r->app->desk->get_operator(r->app->desk->ctx, &r->who);      // who sits here may just have said so
	const struct finding_row *row = review_focused(r);
	if (err != ERR_OK) {
		screen_message(r->app, true, "%s", err_message());
		return DRAWN;
	}
	bool own = row != NULL && r->who.change != 0 && is_own(r, &r->who);
	const char *owner = row != NULL ? report_owner_name(r->app->plan, &review_report(r, row)->key) : "";
	if (row == NULL && r->filter.one)
		return steps_ask_here(r->app, &r->filter.only);
	if (row != NULL && !review_can_decide(r))
		return other_steps(r);
	review_begin_choices(r);
	if (row != NULL && row->level == FINDINGS_CORRECTION) {
		offer_correction(r, row, own);
	} else if (row != NULL) {
		review_offer(r, accept_report, _("accept the report of %s"), owner);
		review_offer(r, return_report, _("return the report of %s (with the reason, and what is said of cells)"), owner);
	}
	offer_clean(r);
	if (row != NULL)
		review_offer(r, other_steps, _("other steps of the report of %s"), owner);
	return review_choose(r, _("what is to be done"));
}
