// SPDX-License-Identifier: MIT
// See form_report.h. A unit's form is its own report, whatever cell is focused; but somebody of a department, at an element that
// it keys in, means the department's. Turned, it is the report that the focused cell is due in.
#include "tui/form_report.h"

#include "core/i18n.h"
#include "core/period.h"
#include "core/text.h"
#include "tui/form_part.h"
#include "tui/scr_review.h"
#include "tui/steps.h"

static enum err find_key(const struct form *f, struct report_key *out)
{
	const struct plan *plan = f->app->plan;
	const struct form_cell *cell = form_focused(f);
	const struct report_key own = {f->app->period, 0, f->unit};
	struct operator who = {.change = 0};
	*out = report_of_cell(plan, cell->element, cell->unit, cell->period);
	if (f->turned || out->dept == 0 || !report_asked(plan, &own))
		return ERR_OK;
	enum err err = f->app->desk != NULL ? f->app->desk->get_operator(f->app->desk->ctx, &who) : ERR_OK;
	if (who.change == 0 || who.dept != out->dept)
		*out = own;
	return err;
}

enum err form_report_load(struct form *f)
{
	struct report_key key;
	enum err err = find_key(f, &key);
	f->report = (struct report){.key = key, .sentence = ""};
	if (err == ERR_OK)
		err = store_get_report(f->app->store, f->app->plan, &f->report);
	text_format(f->returned, sizeof f->returned, "%s", err == ERR_OK ? f->report.sentence : "");
	f->report.sentence = f->returned;
	return err;
}

static enum err mark_correcting(const struct correction *correction, void *ctx)
{
	struct form *f = ctx;
	for (int i = 0; i < f->len * f->cols; i++) {
		struct form_cell *cell = &f->cells[i];
		if (cell->element == correction->element && cell->unit == correction->unit && cell->period == correction->period)
			cell->correcting = true;
	}
	return ERR_OK;
}

enum err form_report_load_corrections(struct form *f)
{
	return store_each_correction(f->app->store, f->app->plan, STORE_PENDING, NULL, mark_correcting, f);
}

const char *form_report_said(const struct form *f, const struct form_cell *cell)
{
	return f->by_years || cell->now.change == 0 ? "" : said_return(&f->said, &cell->now);
}

// Of the cells shown, those that are due in the report: all of them in a unit's form.
static void count(const struct form *f, int *filled, int *asked)
{
	const struct plan *plan = f->app->plan;
	const struct report_key *key = &f->report.key;
	*filled = *asked = 0;
	for (int i = 0; i < f->len * f->cols; i++) {
		const struct form_cell *cell = &f->cells[i];
		struct report_key of = report_of_cell(plan, cell->element, cell->unit, cell->period);
		if (of.dept != key->dept || of.unit != key->unit || of.period != key->period ||
			!plan_element_asked(plan, cell->element, cell->unit, cell->period))
			continue;
		++*asked;
		*filled += cell->now.change != 0 && cell->now.kind != ENTRY_CLEARED;
	}
}

void form_report_words(const struct form *f, char *out, size_t cap)
{
	const struct report *report = &f->report;
	char days[64] = "";
	int filled, asked, left = period_days_between(f->app->today, report_due(f->app->plan, report, f->app->today));
	out[0] = '\0';
	if (form_focused(f) == NULL || !report_asked(f->app->plan, &report->key))
		return;
	count(f, &filled, &asked);
	if (report->state == REPORT_FILLING || report->state == REPORT_RETURNED)
		text_format(days, sizeof days, left >= 0 ? _(" %d days left") : _(" %d days over"), left >= 0 ? left : -left);
	text_format(out, cap, "%s%d/%d%s", _(report_state_name(report->state)), filled, asked, days);
}

int form_report_complete(const struct form *f)
{
	bool open = f->report.state == REPORT_FILLING || f->report.state == REPORT_RETURNED;
	int filled, asked;
	if (!open || f->app->desk == NULL || f->by_years || f->turned || form_focused(f) == NULL)
		return 0;
	count(f, &filled, &asked);
	return filled == asked ? asked : 0;
}

unsigned form_report_act(struct form *f)
{
	if (!report_asked(f->app->plan, &f->report.key)) {
		screen_message(f->app, true, "%s", _("Nothing is asked here in this period."));
		return DRAWN;
	}
	return form_accept(f) ? steps_ask(f->app, &f->report.key) : DRAWN;
}

unsigned form_report_check(struct form *f)
{
	return form_accept(f) ? scr_review_open(f->app, &f->report.key) : DRAWN;
}
