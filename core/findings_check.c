// SPDX-License-Identifier: MIT
// What the checks find in the reports of a period, with what explains it (findings_part.h).
#include <stdlib.h>

#include "core/check_runs.h"
#include "core/findings_part.h"
#include "core/i18n.h"

struct checking { struct gathering *g; int first; };           // the list's line of the first report that is checked

static enum err take_finding(int report, const struct check_finding *finding, void *ctx)
{
	const struct checking *checking = ctx;
	struct findings *f = checking->g->findings;
	struct findings_open *open = &f->open[checking->first + report];
	struct finding_row *row;
	enum err err = findings_add(f, finding, &row);
	if (err != ERR_OK)
		return err;
	row->level = finding->level == CHECK_HARD ? FINDINGS_HARD : FINDINGS_SOFT;
	row->report = checking->first + report;
	for (int i = 0; i < f->said.len && row->said_change == 0; i++)
		if (check_explained(finding, &f->said.rows[i], 1)) {
			row->said = f->said.rows[i].text;
			row->said_change = f->said.rows[i].change;
		}
	open->hard += row->level == FINDINGS_HARD;
	bool explained = row->level == FINDINGS_SOFT && row->said_change != 0;
	open->soft += row->level == FINDINGS_SOFT && !explained;
	open->explained += explained;
	f->explained += explained;
	return ERR_OK;
}

// They came element by element.
static enum err sort_by_report(struct findings *f)
{
	int *next = calloc((size_t)f->reports.len + 1, sizeof *next);
	struct finding_row *sorted = malloc((size_t)f->len * sizeof *sorted + 1);
	if (next == NULL || sorted == NULL) {
		free(next);
		free(sorted);
		return err_set(ERR_MEMORY, "%s", _("out of memory"));
	}
	for (int i = 0; i < f->len; i++)
		next[f->rows[i].report + 1]++;
	for (int i = 0; i < f->reports.len; i++)
		next[i + 1] += next[i];
	for (int i = 0; i < f->len; i++)
		sorted[next[f->rows[i].report]++] = f->rows[i];
	free(next);
	free(f->rows);
	f->rows = sorted;
	f->cap = f->len;
	return ERR_OK;
}

enum err findings_check(struct gathering *g)
{
	struct checking checking = { g, g->report == PLAN_NONE ? 0 : g->report };
	int len = g->report == PLAN_NONE ? g->findings->reports.len : 1;
	struct check_report_due *dues = calloc((size_t)len + 1, sizeof *dues);
	struct check_runs *runs = NULL;
	if (dues == NULL)
		return err_set(ERR_MEMORY, "%s", _("out of memory"));
	for (int i = 0; i < len; i++) {
		const struct report_line *line = &g->findings->reports.lines[checking.first + i];
		dues[i] = (struct check_report_due){ line->report.key, line->due };
	}
	enum err err = check_runs_new(g->store, g->plan, g->ask->period, &runs);
	if (err == ERR_OK) {
		const struct check_source source = check_runs_source(runs, g->ask->today);
		err = check_reports(g->plan, &source, dues, len, take_finding, &checking);
	}
	check_runs_free(runs);
	free(dues);
	return err == ERR_OK ? sort_by_report(g->findings) : err;
}
