// SPDX-License-Identifier: MIT
// F8 of the review (review.h): one text that explains a finding or all open ones of its unit, what the unit is told of a cell when
// its report is returned, and all words to read.
#include "tui/review.h"

#include <stdlib.h>

#include "core/i18n.h"
#include "core/text.h"
#include "tui/choose.h"
#include "tui/prompt.h"

static bool is_open_of(const struct finding_row *row, int unit)
{
	return row->level == FINDINGS_SOFT && row->said_change == 0 && row->finding.unit == unit;
}

static struct explanation explain(const struct finding_row *row, const char *text)
{
	const struct finding_kept *finding = &row->finding;
	return (struct explanation){.period = finding->period, .unit = finding->unit, .element = finding->element, .rule = finding->rule,
		.text = text, .about = finding->about};
}

static unsigned save(struct review *r, const struct explanation *of, int len)
{
	struct desk_answer answer = {.done = false};
	enum err err = r->app->desk->explain(r->app->desk->ctx, of, len, &answer);
	screen_message(r->app, err != ERR_OK || !answer.done, "%s", err != ERR_OK ? err_message() : answer.text);
	return DRAWN | SCREEN_RELOAD;
}

// ------------------------------------------------------------ one finding, or all of a unit

static unsigned one_given(void *ctx, const char *const *texts)
{
	struct review *r = ctx;
	const struct finding_row *row = review_focused(r);
	if (texts == NULL || row == NULL)
		return DRAWN;
	const struct explanation of = explain(row, texts[0]);
	return save(r, &of, 1);
}

static unsigned all_given(void *ctx, const char *const *texts)
{
	struct review *r = ctx;
	const struct finding_row *row = review_focused(r);
	struct explanation *of = calloc((size_t)r->findings.len + 1, sizeof *of);
	int len = 0;
	unsigned result = DRAWN;
	if (of == NULL)
		screen_message(r->app, true, "%s", _("no memory"));
	for (int i = 0; of != NULL && texts != NULL && row != NULL && i < r->findings.len; i++)
		if (is_open_of(&r->findings.rows[i], row->finding.unit))
			of[len++] = explain(&r->findings.rows[i], texts[0]);
	if (len > 0)
		result = save(r, of, len);
	free(of);
	return result;
}

static unsigned ask(struct review *r, const char *title, const char *text, prompt_text_fn *given)
{
	const char *label = _("explanation, in one sentence");
	prompt_text(r->app, title, &label, &text, 1, given, r);
	return DRAWN;
}

static unsigned explain_one(struct review *r)
{
	const struct finding_row *row = review_focused(r);
	return ask(r, row->finding.name, row->said, one_given);
}

static unsigned explain_all(struct review *r)
{
	return ask(r, r->app->plan->units[review_focused(r)->finding.unit].name, "", all_given);
}

// ------------------------------------------------------------ what is said with the return

struct explanation review_remark_of(const struct finding_row *row, const char *text)
{
	struct explanation remark = explain(row, text);
	remark.rule = SAID_REVIEW;
	return remark;
}

bool review_keep_remark(struct review *r, const struct explanation *remark)
{
	struct desk_answer answer = {.done = false};
	enum err err = r->app->desk->explain(r->app->desk->ctx, remark, 1, &answer);
	if (err != ERR_OK || !answer.done)
		screen_message(r->app, true, "%s", err != ERR_OK ? err_message() : answer.text);
	return err == ERR_OK && answer.done;
}

static const char *remark_label(void)
{
	return _("what is wrong with this figure");
}

static unsigned remark_given(void *ctx, const char *const *texts)
{
	struct review *r = ctx;
	const struct entry cell = {.element = r->remark.element, .unit = r->remark.unit, .change = r->remark.about};
	if (texts == NULL || (texts[0][0] == '\0' && said_review(&r->findings.said, &cell)[0] == '\0'))
		return DRAWN;
	r->remark.text = texts[0];
	if (review_keep_remark(r, &r->remark))
		screen_message(r->app, false, "%s", texts[0][0] != '\0' ? _("Kept; it goes to the unit when the report is returned (F9).")
									: _("Taken away; the unit is told nothing of this figure."));
	else
		prompt_again(r->app, r->app->plan->elements[r->remark.element].name, remark_label(), texts[0], r->app->message, remark_given, r);
	r->remark.text = "";
	return DRAWN | SCREEN_RELOAD;
}

static unsigned ask_remark(struct review *r, const char *text)
{
	const char *label = remark_label();
	prompt_text(r->app, r->app->plan->elements[r->remark.element].name, &label, &text, 1, remark_given, r);
	return DRAWN;
}

static unsigned write_remark(struct review *r)
{
	const struct finding_row *row = review_focused(r);
	r->remark = review_remark_of(row, "");
	return ask_remark(r, review_remark(r, row));
}

// Of a cell in which the checks find nothing.
static unsigned cell_chosen(void *ctx, const struct entry *cell)
{
	struct review *r = ctx;
	if (cell == NULL)
		return DRAWN;
	r->remark = (struct explanation){.period = cell->period, .unit = cell->unit, .element = cell->element, .rule = SAID_REVIEW,
		.text = "", .about = cell->change};
	return ask_remark(r, said_review(&r->findings.said, cell));
}

static unsigned choose_other(struct review *r)
{
	choose_cell(r->app, &review_report(r, review_focused(r))->key, cell_chosen, r);
	return DRAWN;
}

// ------------------------------------------------------------ to read

static unsigned read_all(struct review *r)
{
	const struct finding_row *row = review_focused(r);
	char text[4 * REVIEW_LINE];
	text_format(text, sizeof text, "%s\n%s: %s  %s\n%s: %s", row->finding.text, _("explanation"), row->said, r->about.said_by,
		_("document number or source"), r->about.doc);
	prompt_read(r->app, row->finding.name, text);
	return DRAWN;
}

// The reviewer's own words come first; what somebody has explained is not written over without saying so.
static void offer_words(struct review *r, const struct finding_row *row)
{
	bool decides = review_can_decide(r), waits = review_report(r, row)->state == REPORT_SUBMITTED;
	int open = 0;
	for (int i = 0; i < r->findings.len; i++)
		open += is_open_of(&r->findings.rows[i], row->finding.unit);
	if (decides && waits && row->finding.element != PLAN_NONE && row->level != FINDINGS_CORRECTION)
		review_offer(r, write_remark, "%s", _("what the unit is told of this figure when the report is returned"));
	if (decides && waits)
		review_offer(r, choose_other, "%s", _("what it is told of another figure of the report"));
	if (row->level == FINDINGS_SOFT && row->said_change != 0)
		review_offer(r, explain_one, _("write another explanation in place of that of %s; it will bear your name"), r->about.said_by);
	else if (row->level == FINDINGS_SOFT)
		review_offer(r, explain_one, "%s", _("explain this finding"));
	if (row->level == FINDINGS_SOFT && open > 1)
		review_offer(r, explain_all, _("one explanation for the %d findings of %s that have none"), open,
			r->app->plan->units[row->finding.unit].name);
}

unsigned review_words(struct review *r)
{
	const struct finding_row *row = review_focused(r);
	if (row == NULL)
		return 0;
	review_begin_choices(r);
	if (r->app->desk != NULL)
		offer_words(r, row);
	if (r->choices_len == 0)
		return read_all(r);
	review_offer(r, read_all, "%s", _("read all words"));
	return review_choose(r, row->finding.name);
}
