// SPDX-License-Identifier: MIT
// See import_check.h. One pass gathers the figures, another holds each against the others.
#include "exchange/import_check.h"

#include <stdlib.h>
#include <string.h>

#include "core/i18n.h"

struct figure { int element, unit, period, kind; int64_t figure; };
struct checking {
	const struct import_job *job;
	struct check_source stands;
	struct figure *figures;              // in order of their cells, once all are there
	size_t len, cap;
	const struct csv_cell *cell;         // being checked
	import_finding_fn *fn;
	void *ctx;
	int *count;
};

static bool to_write(const struct checking *checking, const struct import_line *line)
{
	return line->state == IMPORT_NEW || (checking->job->replace && line->state == IMPORT_DIFFERS);
}

static enum err gather(const struct import_line *line, void *ctx)
{
	struct checking *checking = ctx;
	const struct entry *after = &line->result->after;
	if (!to_write(checking, line))
		return ERR_OK;
	if (checking->len == checking->cap) {
		size_t cap = checking->cap > 0 ? 2 * checking->cap : 256;
		struct figure *figures = realloc(checking->figures, cap * sizeof *figures);
		if (figures == NULL)
			return err_set(ERR_MEMORY, "%s", _("no memory"));
		checking->figures = figures;
		checking->cap = cap;
	}
	checking->figures[checking->len++] = (struct figure){after->element, after->unit, after->period, (int)after->kind, after->figure};
	return ERR_OK;
}

static int compare(const void *a, const void *b)
{
	return memcmp(a, b, 3 * sizeof(int));            // any order will do
}

static enum err read_entry(void *ctx, int element, int unit, int period, struct entry *out)
{
	const struct checking *checking = ctx;
	const struct figure key = {.element = element, .unit = unit, .period = period};
	const struct figure *found = checking->len == 0 ? NULL :
		bsearch(&key, checking->figures, checking->len, sizeof key, compare);
	if (found == NULL)
		return checking->stands.entry(checking->stands.ctx, element, unit, period, out);
	*out = (struct entry){.element = element, .unit = unit, .period = period, .kind = (enum entry_kind)found->kind,
		.figure = found->figure, .note = "", .doc = "", .change = 1};
	return ERR_OK;
}

bool import_explains(const char *explanations, const char *rule)
{
	size_t len = strlen(rule);
	for (const char *line = explanations; line != NULL; line = strchr(line, '\n')) {
		line += *line == '\n';
		if (strncmp(line, rule, len) == 0 && strncmp(line + len, CSV_RULE, strlen(CSV_RULE)) == 0)
			return true;
	}
	return false;
}

static enum err hear(const struct check_finding *finding, void *ctx)
{
	const struct checking *checking = ctx;
	if (finding->level == CHECK_SOFT && import_explains(checking->cell->explanations, finding->rule))
		return ERR_OK;
	checking->count[finding->level]++;
	checking->fn(checking->cell->line, finding, checking->ctx);
	return ERR_OK;
}

static enum err check_line(const struct import_line *line, void *ctx)
{
	struct checking *checking = ctx;
	const struct check_source source = {checking, read_entry, 0};
	if (!to_write(checking, line))
		return ERR_OK;
	checking->cell = line->cell;
	return check_cell(checking->job->plan, &source, &line->result->after, hear, checking);
}

enum err import_check(const struct import_job *job, import_finding_fn *fn, void *ctx, int count[2])
{
	struct check_store stands = {job->store, job->plan, 0};
	struct checking checking = {.job = job, .stands = check_source_of_store(&stands), .fn = fn, .ctx = ctx, .count = count};
	struct import_job pass = *job;
	struct import_sum sum;
	pass.row = NULL;
	pass.ctx = &checking;
	pass.line = gather;
	count[CHECK_HARD] = count[CHECK_SOFT] = 0;
	enum err err = import_pass(&pass, &sum);
	if (checking.len > 0)
		qsort(checking.figures, checking.len, sizeof *checking.figures, compare);
	pass.line = check_line;
	if (err == ERR_OK)
		err = import_pass(&pass, &sum);
	free(checking.figures);
	return err;
}
