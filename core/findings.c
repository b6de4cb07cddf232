// SPDX-License-Identifier: MIT
// the code of findings.h.
#include "core/findings.h"

#include <stdlib.h>
#include <string.h>

#include "core/entry_words.h"
#include "core/findings_part.h"
#include "core/i18n.h"
#include "core/text.h"

enum err findings_add(struct findings *f, struct finding_row **out)
{
	if (f->len == f->cap) {
		int cap = f->cap == 0 ? 16 : f->cap * 2;
		struct finding_row *grown = realloc(f->rows, (size_t)cap * sizeof *grown);
		if (grown == NULL)
			return err_set(ERR_MEMORY, "%s", _("out of memory"));
		f->rows = grown;
		f->cap = cap;
	}
	*out = &f->rows[f->len++];
	**out = (struct finding_row){.said = ""};
	return ERR_OK;
}

// ------------------------------------------------------------ findings

static enum err take_finding(const struct check_finding *finding, void *ctx)
{
	const struct gathering *g = ctx;
	struct findings *f = g->findings;
	struct finding_row *row;
	enum err err = findings_add(f, &row);
	if (err != ERR_OK)
		return err;
	row->level = finding->level == CHECK_HARD ? FINDINGS_HARD : FINDINGS_SOFT;
	row->report = g->report;
	row->finding = *finding;
	for (int i = 0; i < f->said.len && row->said_change == 0; i++)
		if (check_explained(finding, &f->said.rows[i], 1)) {
			row->said = f->said.rows[i].text;
			row->said_change = f->said.rows[i].change;
		}
	f->open[g->report].hard += row->level == FINDINGS_HARD;
	bool explained = row->level == FINDINGS_SOFT && row->said_change != 0;
	f->open[g->report].soft += row->level == FINDINGS_SOFT && !explained;
	f->open[g->report].explained += explained;
	f->explained += explained;
	return ERR_OK;
}

static bool is_same(const struct report_key *a, const struct report_key *b)
{
	return a->period == b->period && a->dept == b->dept && a->unit == b->unit;
}

static enum err check_reports(struct gathering *g, const struct report_key *only)
{
	struct check_store at = {g->store, g->plan, g->ask->today};
	const struct check_source source = check_source_of_store(&at);
	const struct report_list *list = &g->findings->reports;
	enum err err = ERR_OK;
	for (int i = 0; i < list->len && err == ERR_OK; i++) {
		const struct report *report = &list->lines[i].report;
		g->report = i;
		if (only == NULL || is_same(only, &report->key))
			err = check_report(g->plan, &source, &report->key, report_due(g->plan, report, g->ask->today), take_finding, g);
	}
	return err;
}

// ------------------------------------------------------------ corrections and clean reports

static int line_of(const struct findings *f, const struct report_key *key)
{
	for (int i = 0; i < f->reports.len; i++)
		if (is_same(&f->reports.lines[i].report.key, key))
			return i;
	return PLAN_NONE;
}

static void tell_correction(const struct plan *plan, const struct correction *correction, struct check_finding *out)
{
	struct entry old = {.element = correction->element, .unit = correction->unit, .period = correction->period,
		.kind = correction->old_kind, .figure = correction->old, .change = 1, .note = "", .doc = ""}, new = old;
	char cell[ENTRY_SENTENCE], from[ENTRY_WORDS], to[ENTRY_WORDS];
	new.kind = ENTRY_VALUE;
	new.figure = correction->figure;
	*out = (struct check_finding){.element = old.element, .unit = old.unit, .period = old.period, .about = correction->about};
	text_format(out->name, sizeof out->name, "%s", _("correction of an accepted figure"));
	entry_words_cell(plan, &new, out->left, sizeof out->left);
	entry_words_cell(plan, &old, out->right, sizeof out->right);
	text_format(out->text, sizeof out->text, _("Correction: %s from %s to %s, document %s"),
		entry_words_name(plan, &old, cell, sizeof cell), entry_words(plan, &old, from, sizeof from),
		entry_words(plan, &new, to, sizeof to), correction->doc[0] != '\0' ? correction->doc : _("none"));
}

static enum err take_correction(const struct correction *correction, void *ctx)
{
	const struct gathering *g = ctx;
	const struct report_key key = report_of_cell(g->plan, correction->element, correction->unit, correction->period);
	int line = line_of(g->findings, &key);
	struct finding_row *row;
	if (line == PLAN_NONE || (g->report != PLAN_NONE && g->report != line))
		return ERR_OK;
	enum err err = findings_add(g->findings, &row);
	if (err != ERR_OK)
		return err;
	row->level = FINDINGS_CORRECTION;
	row->report = line;
	row->correction = correction->id;
	row->figure = correction->figure;
	row->said_change = correction->change;
	tell_correction(g->plan, correction, &row->finding);
	err = text_dup(correction->reason, &row->owned);
	row->said = err == ERR_OK ? row->owned : "";
	return err;
}

static enum err add_waiting(const struct gathering *g, const struct report_key *only)
{
	struct findings *f = g->findings;
	enum err err = ERR_OK;
	for (int i = 0; i < f->reports.len && err == ERR_OK; i++) {
		const struct report_key *key = &f->reports.lines[i].report.key;
		struct finding_row *row;
		if (!findings_is_clean(f, i) || (only != NULL && !is_same(only, key)))
			continue;
		err = findings_add(f, &row);
		if (err != ERR_OK)
			continue;
		row->level = FINDINGS_WAITING;
		row->report = i;
		row->finding = (struct check_finding){.element = PLAN_NONE, .unit = key->unit, .period = key->period};
		text_format(row->finding.name, sizeof row->finding.name, "%s",
			f->open[i].explained > 0 ? _("all explained, to be accepted") : _("nothing wrong, to be accepted"));
	}
	return err;
}

// ------------------------------------------------------------

// Level by level, and within one as they came: report by report.
static enum err sort(struct findings *f)
{
	struct finding_row *sorted = malloc((size_t)f->len * sizeof *sorted + 1);
	int len = 0;
	if (sorted == NULL)
		return err_set(ERR_MEMORY, "%s", _("out of memory"));
	for (enum findings_level level = FINDINGS_HARD; level < FINDINGS_LEVELS; level++) {
		int before = len;
		for (int i = 0; i < f->len; i++)
			if (f->rows[i].level == level)
				sorted[len++] = f->rows[i];
		f->counts[level] = len - before;
	}
	free(f->rows);
	f->rows = sorted;
	f->cap = f->len;
	return ERR_OK;
}

enum err findings_load(struct findings *f, struct store *store, const struct plan *plan, const struct report_ask *ask,
	const struct report_key *only)
{
	struct gathering g = {f, store, plan, ask, PLAN_NONE};
	enum err err = report_list_load(&f->reports, store, plan, ask);
	if (err == ERR_OK)
		err = said_load(&f->said, store, plan, ask->period, PLAN_NONE);
	f->open = calloc((size_t)f->reports.len + 1, sizeof *f->open);
	if (err == ERR_OK && f->open == NULL)
		err = err_set(ERR_MEMORY, "%s", _("out of memory"));
	if (err == ERR_OK)
		err = check_reports(&g, only);
	g.report = only != NULL ? line_of(f, only) : PLAN_NONE;
	if (err == ERR_OK)
		err = store_each_correction(store, plan, STORE_PENDING, NULL, take_correction, &g);
	if (err == ERR_OK)
		err = findings_add_remarks(&g);
	if (err == ERR_OK)
		err = findings_add_changes(&g);
	if (err == ERR_OK)
		err = add_waiting(&g, only);
	return err == ERR_OK ? sort(f) : err;
}

void findings_done(struct findings *f)
{
	for (int i = 0; i < f->len; i++)
		free(f->rows[i].owned);
	free(f->rows);
	free(f->open);
	said_done(&f->said);
	report_list_done(&f->reports);
	*f = (struct findings){.len = 0};
}

bool findings_is_clean(const struct findings *f, int report)
{
	return f->reports.lines[report].report.state == REPORT_SUBMITTED && f->open[report].hard + f->open[report].soft + f->open[report].remarks == 0;
}
