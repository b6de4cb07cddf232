// SPDX-License-Identifier: MIT
// Of reports that were returned: what was said of their cells and still stands, and what has changed since (findings_part.h).
#include <stdlib.h>
#include <string.h>

#include "core/change.h"
#include "core/entry_words.h"
#include "core/findings_part.h"
#include "core/i18n.h"
#include "core/text.h"

static bool is_of(const struct gathering *g, const struct report_key *key, int element, int unit)
{
	struct report_key of = report_of_cell(g->plan, element, unit, key->period);
	return of.dept == key->dept && of.unit == key->unit;
}

static int line_of(const struct gathering *g, const struct explanation *said)
{
	for (int i = 0; i < g->findings->reports.len; i++)
		if (is_of(g, &g->findings->reports.lines[i].report.key, said->element, said->unit))
			return i;
	return PLAN_NONE;
}

// ------------------------------------------------------------ what was said of cells

// Once a report is accepted nothing of it is left to be done; what is not returned yet is the bureau's own.
static bool still_stands(const struct gathering *g, const struct explanation *said, enum report_state state)
{
	if (strcmp(said->rule, SAID_REVIEW) == 0)
		return g->findings->with_unsaid && state == REPORT_SUBMITTED;
	return strcmp(said->rule, SAID_RETURN) == 0 && state != REPORT_ACCEPTED && state != REPORT_LOCKED;
}

static bool has_row(const struct findings *f, const struct explanation *said)
{
	for (int i = 0; i < f->len; i++)
		if (f->rows[i].finding.element == said->element && f->rows[i].finding.unit == said->unit &&
			f->rows[i].finding.about == said->about && f->rows[i].level != FINDINGS_CORRECTION)
			return true;
	return false;
}

static enum err add_remark(const struct gathering *g, const struct explanation *said, int line)
{
	struct findings *f = g->findings;
	struct finding_row *row;
	struct entry now;
	enum err err = store_get_entry(g->store, g->plan, said->element, said->unit, said->period, &now);
	if (err != ERR_OK || now.change != said->about)
		return err;
	f->open[line].remarks++;
	if (has_row(f, said))
		return ERR_OK;
	struct check_finding finding = {.element = said->element, .unit = said->unit, .period = said->period, .about = said->about};
	text_format(finding.name, sizeof finding.name, "%s", strcmp(said->rule, SAID_REVIEW) == 0
		? _("to be told at the return")
		: f->reports.lines[line].report.state == REPORT_SUBMITTED ? _("unchanged since returned") : _("told at the return"));
	text_format(finding.text, sizeof finding.text, "%s", said->text);
	entry_words_cell(g->plan, &now, finding.left, sizeof finding.left);
	err = findings_add(f, &finding, &row);
	if (err != ERR_OK)
		return err;
	row->level = FINDINGS_REMARK;
	row->report = line;
	return ERR_OK;
}

enum err findings_add_remarks(const struct gathering *g)
{
	enum err err = ERR_OK;
	for (int i = 0; i < g->findings->said.len && err == ERR_OK; i++) {
		const struct explanation *said = &g->findings->said.rows[i];
		int line = said_explains(said->rule) ? PLAN_NONE : line_of(g, said);
		if (line != PLAN_NONE && (g->report == PLAN_NONE || g->report == line) &&
			still_stands(g, said, g->findings->reports.lines[line].report.state))
			err = add_remark(g, said, line);
	}
	return err;
}

// ------------------------------------------------------------ what has changed since

struct return_line { int64_t seq; };

// The newest return of the round that is not accepted yet.
static enum err find_return(const struct store_op *op, const struct store_change *change, void *ctx)
{
	struct report report = {.sentence = ""};
	char *buffer = NULL;
	(void)op;
	enum err err = change_report_parse(change->text, &report, &buffer);
	free(buffer);
	if (err == ERR_OK && report.state == REPORT_RETURNED)
		((struct return_line *)ctx)->seq = change->seq;
	bool enough = report.state == REPORT_RETURNED || report.state == REPORT_ACCEPTED;
	return err == ERR_OK && enough ? ERR_FINDINGS : err;      // ends the walk
}

struct before_return { int64_t seq; struct entry entry; };

static enum err find_before(const struct store_op *op, const struct store_change *change, void *ctx)
{
	struct before_return *before = ctx;
	char *buffer = NULL;
	(void)op;
	if (change->seq > before->seq)
		return ERR_OK;
	enum err err = change->text[0] != '\0' ? change_entry_parse(change->text, &before->entry, &buffer) : ERR_OK;
	before->entry.change = change->seq;
	before->entry.note = before->entry.doc = "";
	free(buffer);
	return err == ERR_OK ? ERR_FINDINGS : err;
}

// What was said of the figure that stood there.
static const char *said_before(const struct findings *f, const struct entry *before)
{
	return before->change != 0 ? said_return(&f->said, before) : "";
}

static enum err add_change(const struct gathering *g, int line, const struct entry *now, int64_t returned)
{
	struct before_return before = {returned, {.element = now->element, .unit = now->unit, .period = now->period, .note = "", .doc = ""}};
	char cell[ENTRY_SENTENCE], from[ENTRY_WORDS], to[ENTRY_WORDS];
	struct finding_row *row;
	struct entry after = *now;
	after.note = after.doc = "";
	enum err err = store_cell_life(g->store, now->change, find_before, &before);
	if (err != ERR_OK && err != ERR_FINDINGS)
		return err;
	struct check_finding finding = {.element = now->element, .unit = now->unit, .period = now->period, .about = now->change};
	text_format(finding.name, sizeof finding.name, "%s", _("changed since returned"));
	entry_words_cell(g->plan, &after, finding.left, sizeof finding.left);
	entry_words_cell(g->plan, &before.entry, finding.right, sizeof finding.right);
	text_format(finding.text, sizeof finding.text, _("Since the return %s was changed from %s to %s"),
		entry_words_name(g->plan, &after, cell, sizeof cell), entry_words(g->plan, &before.entry, from, sizeof from),
		entry_words(g->plan, &after, to, sizeof to));
	err = findings_add(g->findings, &finding, &row);
	if (err != ERR_OK)
		return err;
	row->level = FINDINGS_CHANGED;
	row->report = line;
	row->said = said_before(g->findings, &before.entry);
	return ERR_OK;
}

static enum err add_changes_of(const struct gathering *g, int line, int64_t returned)
{
	const struct report_key *key = &g->findings->reports.lines[line].report.key;
	enum err err = ERR_OK;
	for (int element = 0; element < g->plan->elements_len; element++) {
		int len;
		const int *units = plan_element_units(g->plan, element, &len);
		for (int i = 0; i < len && err == ERR_OK; i++) {
			struct entry now = {.change = 0};
			if (is_of(g, key, element, units[i]))
				err = store_get_entry(g->store, g->plan, element, units[i], key->period, &now);
			if (err == ERR_OK && now.change > returned)
				err = add_change(g, line, &now, returned);
		}
	}
	return err;
}

enum err findings_add_changes(const struct gathering *g)
{
	const struct report_list *list = &g->findings->reports;
	enum err err = ERR_OK;
	for (int i = 0; i < list->len && err == ERR_OK; i++) {
		const struct report *report = &list->lines[i].report;
		struct return_line line = {0};
		if (report->state != REPORT_SUBMITTED || report->returned == 0 || (g->report != PLAN_NONE && g->report != i))
			continue;
		err = store_cell_life(g->store, report->change, find_return, &line);
		err = err == ERR_FINDINGS ? ERR_OK : err;
		if (err == ERR_OK && line.seq != 0)
			err = add_changes_of(g, i, line.seq);
	}
	return err;
}
