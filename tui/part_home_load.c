// SPDX-License-Identifier: MIT
// What the workbench reads (part_home.h): one survey of the unit shown, and when it is turned one of each unit in sight.
#include "tui/part_home.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "core/change.h"
#include "core/change_words.h"
#include "core/entry_words.h"
#include "core/i18n.h"
#include "core/period.h"
#include "core/phrase.h"
#include "core/target_words.h"
#include "core/text.h"
#include "tui/stamp.h"

#define PANES_COLS 120
#define PANES_ROWS 30

static void worst_words(const struct plan *plan, const struct survey *survey, struct home_row *row)
{
	row->worst = row->worst_short = NULL;
	if (row->count.worst == PLAN_NONE)
		return;
	const struct standing *s = survey_at(survey, row->count.worst);
	if (s->nodes_overdue > 0)
		text_format(row->lag, sizeof row->lag, _("%d days late"), s->overdue_days);
	else
		phrase_write(plan, s, PHRASE_LAG_SHORT, row->lag, sizeof row->lag);
	row->worst = plan->indicators[s->indicator].name;
	row->worst_short = plan->indicators[s->indicator].short_name;
}

static enum err load_city(struct home_figures *f, struct app *app, const struct survey_query *query, const int *chapters, int len)
{
	enum err err = survey_unit(app->store, app->plan, query, app->unit, &f->city);
	if (err != ERR_OK)
		return err;
	for (int i = 0; i < len; i++) {
		survey_count_chapter(f->city, chapters[i], &f->chapters[i].count);
		worst_words(app->plan, f->city, &f->chapters[i]);
	}
	survey_count_indicators(f->city, &f->all.count);
	worst_words(app->plan, f->city, &f->all);
	return ERR_OK;
}

static enum err read_unit(struct home_row *row, struct app *app, int unit)
{
	struct survey_query query = app_query(app);
	struct survey *survey;
	query.counted = true;
	enum err err = survey_unit(app->store, app->plan, &query, unit, &survey);
	if (err != ERR_OK)
		return err;
	survey_count_indicators(survey, &row->count);
	worst_words(app->plan, survey, row);
	row->read = true;
	survey_free(survey);
	return ERR_OK;
}

enum err home_figures_unit(struct home_figures *f, struct app *app, int unit)
{
	return f->units == NULL || f->units[unit].read ? ERR_OK : read_unit(&f->units[unit], app, unit);
}

struct latest {
	struct store *store;
	const struct plan *plan;
	char *out;
	size_t cap;
};

static void day_and_minute(int64_t at, char *out, size_t cap)
{
	time_t seconds = (time_t)at;
	struct tm tm;
	out[0] = '\0';
	if (localtime_r(&seconds, &tm) != NULL)
		strftime(out, cap, "%m-%d %H:%M", &tm);
}

static enum err latest_line(const struct store_op *op, const struct store_change *change, void *ctx)
{
	struct latest *latest = ctx;
	char when[32], value[ENTRY_WORDS] = "", period[PERIOD_TEXT];
	char *buffer = NULL;
	struct entry entry = {0};
	int element = plan_element_by_id(latest->plan, change->k1), unit = plan_unit_by_id(latest->plan, change->k3);
	day_and_minute(op->at, when, sizeof when);
	if (change_words_of(latest->plan, change, &element, &unit)) {
		char words[CHANGE_WORDS];
		enum err err = change_words(latest->store, latest->plan, change, words, sizeof words);
		text_format(latest->out, latest->cap, _("latest: %s %s: %s"), when, op->who, words);
		return err;
	}
	if (change->what != CHANGE_ENTRY || element == PLAN_NONE || unit == PLAN_NONE)
		return ERR_OK;
	if (change->text[0] != '\0' && change_entry_parse(change->text, &entry, &buffer) == ERR_OK)
		entry.change = change->seq;
	entry.element = element;
	entry_words(latest->plan, &entry, value, sizeof value);
	period_format((int)change->k2, PERIOD_REPORT, period);
	text_format(latest->out, latest->cap, _("latest: %s %s: %s %s %s %s"), when, op->who, latest->plan->units[unit].short_name,
		latest->plan->elements[element].short_name, period, value);
	free(buffer);
	return ERR_OK;
}

bool part_home_has_panes(const struct app *app)
{
	return app->cols >= PANES_COLS && app->rows >= PANES_ROWS;
}

// What deserves the room of the panes: the worst indicator, else the one that has least of its target.
static int explained(const struct home_figures *f, const struct plan *plan)
{
	int found = f->all.count.worst;
	for (int i = 0; i < survey_len(f->city) && f->all.count.worst == PLAN_NONE; i++) {
		const struct standing *s = survey_at(f->city, i);
		if (plan->indicators[i].kind != PLAN_NUMBER || !s->attainment.has)
			continue;
		if (found == PLAN_NONE || rat_cmp(s->attainment.v, survey_at(f->city, found)->attainment.v) < 0)
			found = i;
	}
	return found;
}

static enum err load_explained(struct home_figures *f, struct app *app, const struct survey_query *query)
{
	int indicator = explained(f, app->plan);
	if (indicator == PLAN_NONE || !f->panes)
		return ERR_OK;
	return explain_load(&f->explained, app->store, app->plan, query, survey_at(f->city, indicator), PLAN_NONE);
}

// Where it was typed.
static void draft_name(const struct plan *plan, const struct desk_draft *draft, char *out, size_t cap)
{
	char period[PERIOD_TEXT];
	const struct plan_target target = {.indicator = draft->row, .unit = draft->unit,
		.kind = (enum plan_target_kind)(draft->when / 10000), .year = draft->when % 10000};
	if (draft->kind == DRAFT_TARGET) {
		target_words_name(plan, &target, out, cap);
		return;
	}
	period_format(draft->when, PERIOD_REPORT, period);
	text_format(out, cap, "%s %s %s", plan->units[draft->unit].short_name, period, plan->elements[draft->row].short_name);
}

static void load_draft(struct home_figures *f, const struct app *app)
{
	struct desk_draft *draft = &f->draft_of;
	char name[TARGET_WORDS];
	if (app->desk == NULL || !app->desk->offer_draft(app->desk->ctx, draft))
		return;
	draft_name(app->plan, draft, name, sizeof name);
	if (draft->kind == DRAFT_CELL && app->plan->elements[draft->row].kind == PLAN_STAGE)         // of many fields: only named
		text_format(f->draft, sizeof f->draft, _("0 go on with what was typed and not saved: %s"), name);
	else
		text_format(f->draft, sizeof f->draft, _("0 go on with what was typed and not saved: %s “%s”"), name, draft->text);
}

// ------------------------------------------------------------ reports

struct counting { struct home_reports *reports; int period; };

static enum err count_correction(const struct correction *correction, void *ctx)
{
	const struct counting *c = ctx;
	struct home_reports *reports = c->reports;
	if (correction->period == c->period) {
		reports->corrections++;
		return ERR_OK;
	}
	reports->elsewhere++;
	reports->elsewhere_of = correction->period > reports->elsewhere_of ? correction->period : reports->elsewhere_of;
	return ERR_OK;
}

static enum err load_reports(struct home_reports *reports, struct app *app)
{
	const struct report_ask ask = {app->period, app->today, stamp_day};
	enum err err = report_list_load(&reports->list, app->store, app->plan, &ask);
	reports->open = period_last_day(app->period) < app->today;
	if (err == ERR_OK && app->who.known && app->who.role == REPORT_CLERK)
		reports->own = report_list_find(&reports->list, app->who.dept, app->who.unit);
	struct counting counting = {reports, app->period};
	return err == ERR_OK ? store_each_correction(app->store, app->plan, STORE_PENDING, NULL, count_correction, &counting) : err;
}

// ------------------------------------------------------------

enum err home_figures_load(struct home_figures *f, struct app *app, const int *chapters, int len)
{
	struct survey_query query = app_query(app);
	struct latest latest = {app->store, app->plan, f->latest, sizeof f->latest};
	home_figures_done(f);
	f->panes = part_home_has_panes(app);
	query.counted = !f->panes;
	f->chapters = calloc((size_t)len + 1, sizeof *f->chapters);
	f->units = calloc((size_t)app->plan->units_len + 1, sizeof *f->units);
	if (f->chapters == NULL || f->units == NULL)
		return err_set(ERR_MEMORY, "%s", _("no memory"));
	enum err err = load_city(f, app, &query, chapters, len);
	if (err == ERR_OK)
		err = load_reports(&f->reports, app);
	if (err == ERR_OK)
		err = survey_overdue(app->store, f->city, app->unit, app->today, &f->overdue);
	if (err == ERR_OK)
		err = load_explained(f, app, &query);
	if (err == ERR_OK && home_matrix_fits(app))
		err = home_matrix_load(&f->matrix, app);
	load_draft(f, app);
	return err == ERR_OK ? store_each_change(app->store, 1, latest_line, &latest) : err;
}

void home_figures_done(struct home_figures *f)
{
	explain_done(&f->explained);
	home_matrix_done(&f->matrix);
	survey_free(f->city);
	free(f->chapters);
	free(f->units);
	report_list_done(&f->reports.list);
	memset(f, 0, sizeof *f);
}
