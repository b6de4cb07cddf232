// SPDX-License-Identifier: MIT
// the code of findings.h.
#include "core/findings.h"

#include <stdlib.h>
#include <string.h>

#include "core/entry_words.h"
#include "core/findings_part.h"
#include "core/i18n.h"
#include "core/text.h"

static enum err grow(struct findings *f)
{
	int cap = f->cap == 0 ? 16 : f->cap * 2;
	struct finding_row *grown = realloc(f->rows, (size_t)cap * sizeof *grown);
	if (grown == NULL)
		return err_set(ERR_MEMORY, "%s", _("out of memory"));
	f->rows = grown;
	f->cap = cap;
	return ERR_OK;
}

// Findings of one rule come one after another: their texts are held against those of the row before.
static enum err keep(struct findings *f, const struct check_finding *finding, struct finding_kept *out)
{
	static const struct finding_kept none = { .rule = NULL };
	const struct finding_kept *last = f->len > 0 ? &f->rows[f->len - 1].finding : &none;
	*out = (struct finding_kept){ .element = finding->element, .unit = finding->unit, .period = finding->period,
		.about = finding->about };
	const struct { const char *text, *last, **out; } texts[] = {
		{ finding->rule, last->rule, &out->rule }, { finding->name, last->name, &out->name },
		{ finding->left, last->left, &out->left }, { finding->right, last->right, &out->right },
		{ finding->text, NULL, &out->text },
	};
	enum err err = ERR_OK;
	for (size_t i = 0; i < sizeof texts / sizeof texts[0] && err == ERR_OK; i++)
		err = findings_texts_keep(&f->texts, texts[i].text, texts[i].last, texts[i].out);
	return err;
}

enum err findings_add(struct findings *f, const struct check_finding *finding, struct finding_row **out)
{
	struct finding_kept kept;
	enum err err = f->len == f->cap ? grow(f) : ERR_OK;
	if (err == ERR_OK)
		err = keep(f, finding, &kept);
	if (err != ERR_OK)
		return err;
	*out = &f->rows[f->len++];
	**out = (struct finding_row){.said = "", .finding = kept};
	return ERR_OK;
}

static bool is_same(const struct report_key *a, const struct report_key *b)
{
	return a->period == b->period && a->dept == b->dept && a->unit == b->unit;
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
	struct check_finding finding;
	struct finding_row *row;
	if (line == PLAN_NONE || (g->report != PLAN_NONE && g->report != line))
		return ERR_OK;
	tell_correction(g->plan, correction, &finding);
	enum err err = findings_add(g->findings, &finding, &row);
	if (err != ERR_OK)
		return err;
	row->level = FINDINGS_CORRECTION;
	row->report = line;
	row->correction = correction->id;
	row->figure = correction->figure;
	row->said_change = correction->change;
	return findings_texts_keep(&g->findings->texts, correction->reason, NULL, &row->said);
}

static enum err add_waiting(const struct gathering *g, const struct report_key *only)
{
	struct findings *f = g->findings;
	enum err err = ERR_OK;
	for (int i = 0; i < f->reports.len && err == ERR_OK; i++) {
		const struct report_key *key = &f->reports.lines[i].report.key;
		struct check_finding finding = {.element = PLAN_NONE, .unit = key->unit, .period = key->period};
		struct finding_row *row;
		if (!findings_is_clean(f, i) || (only != NULL && !is_same(only, key)))
			continue;
		text_format(finding.name, sizeof finding.name, "%s",
			f->open[i].explained > 0 ? _("all explained, to be accepted") : _("nothing wrong, to be accepted"));
		err = findings_add(f, &finding, &row);
		if (err != ERR_OK)
			continue;
		row->level = FINDINGS_WAITING;
		row->report = i;
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
	g.report = only != NULL ? line_of(f, only) : PLAN_NONE;
	if (err == ERR_OK && (only == NULL || g.report != PLAN_NONE))
		err = findings_check(&g);
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
	free(f->rows);
	findings_texts_done(&f->texts);
	free(f->open);
	said_done(&f->said);
	report_list_done(&f->reports);
	*f = (struct findings){.len = 0};
}

bool findings_is_clean(const struct findings *f, int report)
{
	return f->reports.lines[report].report.state == REPORT_SUBMITTED && f->open[report].hard + f->open[report].soft + f->open[report].remarks == 0;
}
