// SPDX-License-Identifier: MIT
// The screen of S3: what it offers, hints and says. What a form looks like is in form_draw.c, what its keys do in form.c.
#include "tui/scr_entry.h"

#include <stddef.h>

#include "core/entry_words.h"
#include "core/i18n.h"
#include "core/period.h"
#include "core/phrase.h"
#include "core/text.h"
#include "tui/burst.h"
#include "tui/copy.h"
#include "tui/form.h"
#include "tui/form_about.h"
#include "tui/form_draw.h"
#include "tui/form_report.h"

// ------------------------------------------------------------ for other programs

static void copy_years(const struct form *f, struct copy *out)
{
	char text[PHRASE_TEXT];
	copy_row(out, false);
	copy_cell(out, _("Unit"));
	for (int col = 0; col < f->cols; col++) {
		period_format(form_cell_at(f, 0, col)->period, PERIOD_ASCII, text);
		copy_cell(out, text);
	}
	for (int i = 0; i < f->list.len; i++) {
		int row = find_row(&f->find, i);
		copy_row(out, i == f->list.focus);
		copy_cell(out, f->app->plan->units[form_cell_at(f, row, 0)->unit].name);
		for (int col = 0; col < f->cols; col++)
			(col == f->col ? copy_main : copy_cell)(out,
				entry_words_cell(f->app->plan, &form_cell_at(f, row, col)->now, text, sizeof text));
	}
}

static void copy_form_row(const struct form *f, struct copy *out, const struct form_cell *cell, bool focused)
{
	const struct plan *plan = f->app->plan;
	const struct plan_element *element = &plan->elements[cell->element];
	char text[PHRASE_TEXT];
	copy_row(out, focused);
	copy_cell(out, f->turned ? plan->units[cell->unit].name : element->name);
	copy_cell(out, element->measure);
	copy_cell(out, entry_words_cell(plan, &cell->year_ago, text, sizeof text));
	copy_cell(out, entry_words_cell(plan, &cell->before, text, sizeof text));
	copy_main(out, entry_words_cell(plan, &cell->now, text, sizeof text));
	copy_cell(out, entry_words_difference(plan, &cell->now, &cell->before, 0, text, sizeof text));
}

static void entry_copy(const void *state, struct copy *out)
{
	const struct form *f = state;
	const char *const heads[] = {f->turned ? _("Unit") : _("Indicator"), _("measure"), _("year ago"), _("before"), _("this period"),
		_("change")};
	if (f->len == 0)
		return;
	if (f->by_years) {
		copy_years(f, out);
		return;
	}
	copy_row(out, false);
	for (size_t i = 0; i < sizeof heads / sizeof heads[0]; i++)
		copy_cell(out, heads[i]);
	for (int i = 0; i < f->list.len; i++)
		copy_form_row(f, out, form_cell_at(f, find_row(&f->find, i), 0), i == f->list.focus);
}

// ------------------------------------------------------------ the screen

static enum err entry_open(void *state, struct app *app, const void *arg)
{
	const struct scr_entry_arg *asked = arg;
	return form_open(state, app, asked->unit, asked->element, asked->turned, asked->by_years);
}

static enum err entry_load(void *state)
{
	return form_load(state);
}

static void entry_draw(const void *state, struct paint *p)
{
	form_draw(state, p);
}

static unsigned entry_act(void *state, enum action action, const struct key *key)
{
	return form_act(state, action, key);
}

static bool entry_offers(const void *state, enum action action)
{
	static const enum action always[] = {ACTION_CHOOSE, ACTION_SAME, ACTION_TURN, ACTION_WORDS, ACTION_EDIT, ACTION_UNDO,
		ACTION_REDO, ACTION_LIFE, ACTION_NEXT_STEP, ACTION_ENTER_WAY,
		ACTION_CHECK};
	const struct form *f = state;
	for (size_t i = 0; f->len > 0 && i < sizeof always / sizeof always[0]; i++)
		if (action == always[i])
			return true;
	return false;
}

static const char *entry_hint(const void *state)
{
	const struct form *f = state;
	if (f->app->desk == NULL)
		return _("Reading only; F6 one indicator over all units");
	if (f->asking)
		return _("Enter keeps the figure; Esc goes back to it");
	if (f->by_years && !f->editing)
		return _("One figure a year, for the baselines; F8 document, [ ] other months, F6 back to the form");
	const struct form_cell *cell = form_focused(f);
	if (!f->editing && cell != NULL && cell->now.change != 0 && cell->now.copied)
		return _("Copied from the period before: Enter confirms the figure, or type another");
	return f->editing ? _("Enter or an arrow saves and goes on; Esc drops what is typed")
			  : _("Type: 1,234 and full width are read; 0 zero, / not applicable; F4 more, H history");
}

static void entry_where(const void *state, char *out, size_t cap)
{
	const struct form *f = state;
	const struct plan *plan = f->app->plan;
	text_format(out, cap, "%s", f->turned ? plan->elements[f->element].short_name : plan->units[f->unit].name);
}

static void entry_stands(const void *state, char *out, size_t cap)
{
	form_report_words(state, out, cap);
}

static bool entry_cell(const void *state, struct entry *out)
{
	const struct form_cell *cell = form_focused(state);
	if (cell == NULL)
		return false;
	out->element = cell->element;
	out->unit = cell->unit;
	out->period = cell->period;
	return true;
}

static bool entry_editing(const void *state)
{
	const struct form *f = state;
	return f->editing;
}

// By years, tabs go from year to year and may have been typed ahead; lines as well as tabs are a block there, too.
static bool entry_block(const void *state, const struct burst_marks *marks)
{
	const struct form *f = state;
	return marks->feeds || (marks->tabs && (f->cols == 1 || marks->returns));
}

static void entry_close(void *state)
{
	form_close(state);
}

const struct screen_ops scr_entry = {
	.name = N_("Entry"),
	.context = "entry",
	.size = sizeof(struct form),
	.open = entry_open,
	.load = entry_load,
	.draw = entry_draw,
	.act = entry_act,
	.offers = entry_offers,
	.hint = entry_hint,
	.where = entry_where,
	.stands = entry_stands,
	.editing = entry_editing,
	.block = entry_block,
	.about = form_about,
	.copy = entry_copy,
	.cell = entry_cell,
	.close = entry_close,
	.find = offsetof(struct form, find),
};
