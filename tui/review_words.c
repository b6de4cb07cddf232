// SPDX-License-Identifier: MIT
// F8 of the review (review.h): one text that explains a finding or all open ones of its unit, what the unit is told of a cell when
// its report is returned, and all words to read.
#include "tui/review.h"

#include <stdlib.h>

#include "core/i18n.h"
#include "core/text.h"
#include "tui/prompt.h"

#define DRAWN (SCREEN_HANDLED | SCREEN_REDRAW)

static bool is_open_of(const struct finding_row *row, int unit)
{
	return row->level == FINDINGS_SOFT && row->said_change == 0 && row->finding.unit == unit;
}

static struct explanation explain(const struct finding_row *row, const char *text)
{
	const struct check_finding *finding = &row->finding;
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

void review_note(struct review *r, const struct finding_row *row, const char *text)
{
	struct review_note *note = review_note_of(r, row);
	if (note == NULL && text[0] == '\0')
		return;
	if (note == NULL && r->notes_len == REVIEW_NOTES) {
		screen_message(r->app, true, _("More than %d cells cannot be commented on at once; return the report first."), REVIEW_NOTES);
		return;
	}
	if (note == NULL)
		note = &r->notes[r->notes_len++];
	*note = (struct review_note){.element = row->finding.element, .unit = row->finding.unit, .period = row->finding.period,
		.about = row->finding.about};
	text_format(note->text, sizeof note->text, "%s", text);
	if (text[0] == '\0')
		*note = r->notes[--r->notes_len];
}

static unsigned note_given(void *ctx, const char *const *texts)
{
	struct review *r = ctx;
	if (texts == NULL || review_focused(r) == NULL)
		return DRAWN;
	screen_message(r->app, false, "%s", _("Kept; it goes to the unit when the report is returned (F9)."));
	review_note(r, review_focused(r), texts[0]);
	return DRAWN;
}

static unsigned write_note(struct review *r)
{
	const struct review_note *note = review_note_of(r, review_focused(r));
	const char *label = _("what is wrong with this figure"), *text = note != NULL ? note->text : "";
	prompt_text(r->app, r->app->plan->elements[review_focused(r)->finding.element].name, &label, &text, 1, note_given, r);
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

unsigned review_words(struct review *r)
{
	const struct finding_row *row = review_focused(r);
	int open = 0;
	if (row == NULL)
		return 0;
	for (int i = 0; i < r->findings.len; i++)
		open += is_open_of(&r->findings.rows[i], row->finding.unit);
	review_begin_choices(r);
	if (r->app->desk != NULL && row->level == FINDINGS_SOFT)
		review_offer(r, explain_one, "%s", _("explain this finding"));
	if (r->app->desk != NULL && row->level == FINDINGS_SOFT && open > 1)
		review_offer(r, explain_all, _("one explanation for the %d findings of %s that have none"), open,
			r->app->plan->units[row->finding.unit].name);
	if (review_can_decide(r) && review_report(r, row)->state == REPORT_SUBMITTED && row->finding.element != PLAN_NONE)
		review_offer(r, write_note, "%s", _("what the unit is told of this figure when the report is returned"));
	if (r->choices_len == 0)
		return read_all(r);
	review_offer(r, read_all, "%s", _("read all words"));
	return review_choose(r, row->finding.name);
}
