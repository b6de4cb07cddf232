// SPDX-License-Identifier: MIT
// See form_correct.h. Until the correction is decided, the old figure stands in the cell and is read everywhere.
#include "tui/form_correct.h"

#include <string.h>

#include "core/i18n.h"
#include "core/text.h"
#include "tui/form_part.h"
#include "tui/prompt.h"

static void ask(struct form *f, const char *const *texts);

static unsigned ask_again(struct form *f, const char *const *texts, const char *why)
{
	ask(f, texts);
	screen_message(f->app, true, "%s", why);
	return DRAWN;
}

static unsigned propose(struct form *f, const char *const *texts, int64_t figure)
{
	const struct form_cell *cell = form_focused(f);
	const struct correction correction = {.element = cell->element, .unit = cell->unit, .period = cell->period, .figure = figure,
		.reason = texts[1], .doc = texts[2]};
	struct desk_answer answer = {.done = false};
	enum err err = f->app->desk->propose(f->app->desk->ctx, &correction, &answer);
	if (err != ERR_OK || !answer.done)
		return ask_again(f, texts, err != ERR_OK ? err_message() : answer.text);
	form_stop_editing(f);
	screen_message(f->app, false, "%s", answer.text);
	return DRAWN | SCREEN_RELOAD;
}

// The new figure is read as any that is typed.
static void read_figure(struct form *f, const char *text, struct intake_result *out)
{
	const struct form_cell *cell = form_focused(f);
	struct entry present = form_present(f);
	const struct intake_cell typed = {.element = cell->element, .unit = cell->unit, .period = cell->period, .text = text,
		.kind = ENTRY_VALUE};
	f->app->desk->read_cell(f->app->desk->ctx, &typed, &present, out);
}

static unsigned given(void *ctx, const char *const *texts)
{
	struct form *f = ctx;
	struct intake_result read;
	if (texts == NULL)
		return DRAWN;
	read_figure(f, texts[0], &read);
	if (read.verdict == INTAKE_REFUSED)
		return ask_again(f, texts, read.why);
	if (read.verdict != INTAKE_WRITE || read.after.kind != ENTRY_VALUE)
		return ask_again(f, texts, _("This is what stands there now."));
	return propose(f, texts, read.after.figure);
}

static void ask(struct form *f, const char *const *texts)
{
	const char *labels[] = {_("new figure"), _("reason, in one sentence"), _("document number or source")};
	char title[256];
	text_format(title, sizeof title, _("%s is accepted: a correction is proposed, and decided by the bureau"),
		f->app->plan->elements[form_focused(f)->element].short_name);
	prompt_text(f->app, title, labels, texts, 3, given, f);
	screen_hold_keys(f->app);
}

// What is no figure is refused in the cell: nothing can be said for it.
bool form_correct_asks(struct form *f)
{
	struct intake_result read;
	const struct form_cell *cell = form_focused(f);
	struct report report = {.key = report_of_cell(f->app->plan, cell->element, cell->unit, cell->period), .sentence = ""};
	bool figure = cell->now.change != 0 && cell->now.kind == ENTRY_VALUE;
	char text[EDIT_MAX * 4 + 1], present[NUM_TEXT];
	if (!figure || store_get_report(f->app->store, f->app->plan, &report) != ERR_OK || !report_accepts(&report, &cell->now))
		return false;
	form_typed_text(f, text, sizeof text);
	form_entry_text(f, cell, &cell->now, present);
	if (text[0] == '\0' || strcmp(text, present) == 0)
		return false;
	read_figure(f, text, &read);
	if (read.verdict == INTAKE_REFUSED)
		return false;
	const char *const texts[] = {text, "", ""};
	ask(f, texts);
	return true;
}
