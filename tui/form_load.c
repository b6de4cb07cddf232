// SPDX-License-Identifier: MIT
// Which cells a form has and what stands in them (form.h): three seeks a cell, in one view of the file.
#include "tui/form_finding.h"
#include "tui/form_part.h"
#include "tui/form_report.h"

#include <stdlib.h>
#include <string.h>

#include "core/i18n.h"
#include "core/period.h"
#include "core/text.h"

static bool figure_kind(const struct plan_element *element)
{
	return element->kind == PLAN_STOCK || element->kind == PLAN_FLOW;
}

// The root and comparison units may give any figure that has a source, also one that others add up to; all others give what
// the plan asks of them.
static bool cell_shown(const struct plan *plan, int element, int unit, int period)
{
	const struct plan_element *e = &plan->elements[element];
	if (unit != plan->root && !plan->units[unit].compare)
		return figure_kind(e) && plan_element_asked(plan, element, unit, period);
	if (e->kind == PLAN_STAGE || !period_in_frequency(period, e->months))
		return false;
	return unit == plan->root || plan_element_applies(plan, element, unit);
}

static bool skipped(const struct plan *plan, int element, int unit, int period)
{
	const struct plan_element *e = &plan->elements[element];
	return figure_kind(e) && plan_element_applies(plan, element, unit) && !period_in_frequency(period, e->months);
}

int form_years(const struct plan *plan, int today)
{
	int last = today / 10000 < plan->target_year ? today / 10000 : plan->target_year;
	return last > plan->base_year ? last - plan->base_year + 1 : 1;
}

// A row by years: a cell each December (or other month of the frequency), whether or not the unit is asked in all of them.
static void collect_years(struct form *f, int unit)
{
	for (int col = 0; col < f->cols; col++)
		f->cells[f->len * f->cols + col] = (struct form_cell){.element = f->element, .unit = unit,
			.period = period_make(f->app->plan->base_year + col, f->month)};
	f->len++;
}

static bool row_by_years(const struct form *f, int unit)
{
	bool shown = false;
	for (int col = 0; col < f->cols && !shown; col++)
		shown = cell_shown(f->app->plan, f->element, unit, period_make(f->app->plan->base_year + col, f->month));
	return shown;
}

// The root, whose own figure is a published one, stands last.
static void collect_by_years(struct form *f)
{
	const struct plan *plan = f->app->plan;
	f->cols = form_years(plan, f->app->today);
	f->col = f->col < f->cols ? f->col : f->cols - 1;
	f->len = f->skipped = 0;
	for (int unit = 0; unit < plan->units_len; unit++)
		if (unit != plan->root && !plan->units[unit].compare && row_by_years(f, unit))
			collect_years(f, unit);
	if (row_by_years(f, plan->root))
		collect_years(f, plan->root);
}

static void collect(struct form *f)
{
	const struct plan *plan = f->app->plan;
	int len = f->turned ? plan->units_len : plan->elements_len;
	f->len = f->skipped = f->col = 0;
	f->cols = 1;
	for (int i = 0; i < len; i++) {
		int element = f->turned ? f->element : i, unit = f->turned ? i : f->unit;
		if (cell_shown(plan, element, unit, f->app->period) && (!f->turned || unit != plan->root))
			f->cells[f->len++] = (struct form_cell){.element = element, .unit = unit, .period = f->app->period};
		f->skipped += !f->turned && skipped(plan, element, unit, f->app->period);
	}
}

static enum err get(struct form *f, const struct form_cell *cell, int period, struct entry *out)
{
	enum err err = store_get_entry(f->app->store, f->app->plan, cell->element, cell->unit, period, out);
	out->note = out->doc = "";
	return err;
}

static enum err read_cell(struct form *f, struct form_cell *cell)
{
	int period = cell->period, months = f->by_years ? 12 : f->app->plan->elements[cell->element].months;
	enum err err = get(f, cell, period, &cell->now);
	if (err == ERR_OK)
		err = get(f, cell, period_add(period, -months), &cell->before);
	return err == ERR_OK ? get(f, cell, period_add(period, -12), &cell->year_ago) : err;
}

enum err form_load_words(struct form *f)
{
	const struct form_cell *cell = form_focused(f);
	struct entry entry;
	f->note[0] = f->doc[0] = '\0';
	if (cell == NULL)
		return ERR_OK;
	enum err err = store_get_entry(f->app->store, f->app->plan, cell->element, cell->unit, cell->period, &entry);
	if (err != ERR_OK)
		return err;
	text_format(f->note, sizeof f->note, "%s", entry.note);
	text_format(f->doc, sizeof f->doc, "%s", entry.doc);
	err = form_report_load(f);
	return err == ERR_OK ? form_finding_load(f) : err;
}

static enum err read_cells(struct form *f)
{
	enum err err = ERR_OK;
	for (int i = 0; i < f->len * f->cols && err == ERR_OK; i++)
		err = read_cell(f, &f->cells[i]);
	f->own = (struct form_cell){.element = f->element, .unit = f->app->plan->root, .period = f->app->period};
	if (err == ERR_OK && f->turned && !f->by_years)
		err = read_cell(f, &f->own);
	if (err == ERR_OK)
		err = form_finding_count(f);
	if (err == ERR_OK)
		err = form_report_load_corrections(f);
	return err == ERR_OK ? form_load_words(f) : err;
}

int form_standing_unit(const struct form *f)
{
	const struct form_cell *cell = form_focused(f);
	if (f->by_years && cell != NULL)
		return cell->unit;
	return f->turned ? f->app->plan->root : f->unit;
}

enum err form_load_standings(struct form *f)
{
	struct survey_query query = app_query(f->app);
	query.figures = SURVEY_ALL;
	struct survey *fresh = NULL;
	enum err err = survey_unit(f->app->store, f->app->plan, &query, form_standing_unit(f), &fresh);
	if (err != ERR_OK)
		return err;
	survey_free(f->survey);
	f->survey = fresh;
	return ERR_OK;
}

enum err form_load(struct form *f)
{
	if (f->by_years)
		collect_by_years(f);
	else
		collect(f);
	find_again(&f->find);
	list_resize(&f->list, find_len(&f->find), form_height(f));
	enum err err = store_begin(f->app->store);
	if (err != ERR_OK)
		return err;
	err = read_cells(f);
	if (err == ERR_OK)
		err = form_load_standings(f);
	store_end(f->app->store);
	return err;
}

bool form_is_own(const struct form *f, const struct form_cell *cell)
{
	const struct who *who = &f->app->who;
	const struct report_key owner = report_of_cell(f->app->plan, cell->element, cell->unit, cell->period);
	bool clerk = who->known && who->role == REPORT_CLERK;
	return !clerk || (owner.dept == who->dept && (owner.dept != 0 || owner.unit == who->unit));
}

// The cell asked for; else the first own one that is empty, where a clerk goes on.
static int first_focus(const struct form *f)
{
	for (int i = 0; i < f->len; i++) {
		const struct form_cell *cell = form_cell_at(f, i, 0);
		if (f->turned ? cell->unit == f->unit : cell->element == f->element)
			return i;
	}
	for (int i = 0; i < f->len; i++) {
		const struct form_cell *cell = form_cell_at(f, i, 0);
		if (form_is_own(f, cell) && (cell->now.change == 0 || cell->now.kind == ENTRY_CLEARED))
			return i;
	}
	return 0;
}

static void resume_draft(struct form *f)
{
	struct desk_draft draft;
	if (f->app->desk == NULL || !f->app->desk->offer_draft(f->app->desk->ctx, &draft) || draft.kind != DRAFT_CELL)
		return;
	for (int i = 0; i < f->len * f->cols; i++) {
		if (f->cells[i].element != draft.row || f->cells[i].unit != draft.unit || f->cells[i].period != draft.when)
			continue;
		f->list.focus = i / f->cols;
		f->col = i % f->cols;
		form_start_editing(f, draft.text, false);
		form_keep_draft(f);                    // ours from here on
		f->app->desk->drop_draft(f->app->desk->ctx);
		screen_message(f->app, false, _("This was typed and not saved last time. Enter saves it, Esc drops it."));
	}
}

enum err form_open(struct form *f, struct app *app, int unit, int element, bool turned, bool by_years)
{
	int most = app->plan->units_len > app->plan->elements_len ? app->plan->units_len : app->plan->elements_len;
	f->app = app;
	f->find = (struct find){.ops = &form_find, .app = app, .state = f, .list = &f->list};
	f->unit = unit;
	f->element = element;
	f->by_years = by_years && element != PLAN_NONE;
	f->turned = (turned || by_years) && element != PLAN_NONE;
	f->month = 12;
	f->cells = calloc((size_t)most * (size_t)form_years(app->plan, app->today) + 1, sizeof *f->cells);
	if (f->cells == NULL)
		return err_set(ERR_MEMORY, "%s", _("no memory"));
	enum err err = form_load(f);
	if (err != ERR_OK)
		return err;
	f->list.focus = first_focus(f);
	resume_draft(f);
	list_resize(&f->list, f->len, form_height(f));
	err = f->by_years ? form_load_standings(f) : ERR_OK;
	return err == ERR_OK ? form_load_words(f) : err;
}

void form_close(struct form *f)
{
	survey_free(f->survey);
	survey_free(f->typed);
	said_done(&f->said);
	find_done(&f->find);
	free(f->cells);
}

const struct form_cell *form_focused(const struct form *f)
{
	return form_row(f) != PLAN_NONE ? form_cell_at(f, form_row(f), f->col) : NULL;
}

int form_row(const struct form *f)
{
	return find_row(&f->find, f->list.focus);
}

const struct form_cell *form_cell_at(const struct form *f, int row, int col)
{
	return &f->cells[row * f->cols + col];
}

struct form_findings form_count_findings(const struct form *f)
{
	struct form_findings sum = {0, 0, 0, 0};
	for (int i = 0; i < f->len * f->cols; i++) {
		sum.hard += f->cells[i].hard;
		sum.soft += f->cells[i].soft;
		sum.said += f->cells[i].said;
		sum.copied += f->cells[i].now.change != 0 && f->cells[i].now.copied;
	}
	return sum;
}

void form_count(const struct form *f, int *values, int *unreported, int *empty)
{
	*values = *unreported = *empty = 0;
	for (int i = 0; i < f->len * f->cols; i++) {
		const struct entry *entry = &f->cells[i].now;
		bool blank = entry->change == 0 || entry->kind == ENTRY_CLEARED;
		*empty += blank;
		*unreported += !blank && entry->kind == ENTRY_NOT_REPORTED;
		*values += !blank && entry->kind != ENTRY_NOT_REPORTED;
	}
}

const struct entry *form_own(const struct form *f)
{
	const struct form_cell *last = f->by_years && f->len > 0 ? form_cell_at(f, f->len - 1, f->col) : NULL;
	return last != NULL && last->unit == f->app->plan->root ? &last->now : &f->own.now;
}

bool form_sum(const struct form *f, int64_t *sum, int *given, int *of)
{
	*sum = 0;
	*given = *of = 0;
	for (int i = 0; i < f->len; i++) {
		const struct form_cell *cell = form_cell_at(f, i, f->col);
		const struct entry *entry = &cell->now;
		bool child = cell->unit != f->app->plan->root && !f->app->plan->units[cell->unit].compare;
		*of += child;
		if (entry->change == 0 || entry->kind != ENTRY_VALUE || !child)
			continue;
		if (num_add(*sum, entry->figure, sum) != ERR_OK)
			return false;
		++*given;
	}
	return *given > 0;
}
