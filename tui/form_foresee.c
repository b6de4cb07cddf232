// SPDX-License-Identifier: MIT
// The standing that a typed value would make (form.h), read anew at each key that changes it. Nothing is written: what is typed
// lies over the file, and only the indicators that its element is a part of are computed.
#include "tui/form_part.h"

static enum err foresee(struct form *f)
{
	char text[EDIT_MAX * 4 + 1];
	const struct form_cell *cell = form_focused(f);
	struct survey_query query = app_query(f->app);
	struct entry present = form_present(f);
	struct intake_result read;
	query.figures = SURVEY_ALL;
	form_typed_text(f, text, sizeof text);
	const struct intake_cell ask = {.element = cell->element, .unit = cell->unit, .period = cell->period, .text = text,
		.kind = ENTRY_VALUE};
	f->app->desk->read_cell(f->app->desk->ctx, &ask, &present, &read);
	if (read.verdict != INTAKE_WRITE || read.after.kind != ENTRY_VALUE)
		return ERR_OK;
	f->foreseen = read.after;
	f->foreseen.note = f->foreseen.doc = "";
	f->foreseen.change = 1;
	return survey_typed(f->app->store, f->app->plan, &query, form_standing_unit(f), &f->foreseen, &f->typed);
}

void form_foresee(struct form *f)
{
	survey_free(f->typed);
	f->typed = NULL;
	if (f->editing)
		screen_failed(f->app, foresee(f));
}
