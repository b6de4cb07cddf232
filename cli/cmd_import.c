// SPDX-License-Identifier: MIT
// duibiao import: the difference cell by cell, and the new cells in one op. What stands stays unless --replace is said; a line
// that is refused keeps the whole file out unless --skip-refused is said, so that nobody believes it all went in.
//
// A script has decided: the file goes through once, told and written as it comes. At a terminal it is told first.
#include <stdlib.h>
#include <string.h>

#include "cli/ask.h"
#include "cli/commands.h"
#include "cli/op.h"
#include "cli/place.h"
#include "core/entry_words.h"
#include "core/i18n.h"
#include "core/text.h"
#include "exchange/import.h"

struct telling {
	const struct context *context;
	bool replace;
	FILE *to[IMPORT_STATES];              // NULL: not told
};

static void put_cell_name(const struct plan *plan, const struct import_line *line, FILE *out)
{
	char text[512];
	struct entry cell = {.element = line->cell->cell.element, .unit = line->cell->cell.unit, .period = line->cell->cell.period};
	fprintf(out, "%s", entry_words_name(plan, &cell, text, sizeof text));
}

static void put_value(const struct plan *plan, const struct import_line *line, FILE *out)
{
	char text[ENTRY_WORDS];
	struct entry after = line->result->after;
	after.change = 1;        // in words as if it stood there
	fprintf(out, "%s", entry_words(plan, &after, text, sizeof text));
}

static void put_new(const struct telling *telling, const struct import_line *line, FILE *out)
{
	fprintf(out, _("line %d new: "), line->cell->line);
	put_cell_name(telling->context->plan, line, out);
	fputs(": ", out);
	put_value(telling->context->plan, line, out);
	fputc('\n', out);
}

static void put_differs(const struct telling *telling, const struct import_line *line, FILE *out)
{
	char present[ENTRY_WORDS];
	fprintf(out, _("line %d differs: "), line->cell->line);
	put_cell_name(telling->context->plan, line, out);
	fprintf(out, _(": stands %s, in the file "), entry_words(telling->context->plan, line->present, present, sizeof present));
	put_value(telling->context->plan, line, out);
	fprintf(out, "%s\n", telling->replace ? _("; the file's is taken") : _("; what stands is kept"));
}

static void put_refused(const struct telling *telling, const struct import_line *line, FILE *out)
{
	(void)telling;
	fprintf(out, _("line %d refused: %s\n"), line->cell->line, line->why);
}

static void put_same(const struct telling *telling, const struct import_line *line, FILE *out)
{
	char present[ENTRY_WORDS];
	fprintf(out, _("line %d same: "), line->cell->line);
	put_cell_name(telling->context->plan, line, out);
	fprintf(out, ": %s\n", entry_words(telling->context->plan, line->present, present, sizeof present));
}

typedef void put_line_fn(const struct telling *telling, const struct import_line *line, FILE *out);
static put_line_fn *const put_lines[IMPORT_STATES] = {
	[IMPORT_NEW] = put_new, [IMPORT_DIFFERS] = put_differs, [IMPORT_SAME] = put_same, [IMPORT_REFUSED] = put_refused,
};

static enum err tell_line(const struct import_line *line, void *ctx)
{
	const struct telling *telling = ctx;
	FILE *out = telling->to[line->state];
	if (out != NULL && put_lines[line->state] != NULL)
		put_lines[line->state](telling, line, out);
	return ERR_OK;
}

static void put_sum(const struct context *context, const struct import_job *job, const struct import_sum *sum)
{
	const int *count = sum->count;
	fprintf(context->out, _("%s, %d lines: new %d, differing %d, same %d, empty %d, refused %d\n"), decode_encoding(job->in),
		sum->len, count[IMPORT_NEW], count[IMPORT_DIFFERS], count[IMPORT_SAME], count[IMPORT_EMPTY],
		count[IMPORT_REFUSED]);
}

static enum err try(const struct context *context, struct import_job *job, struct telling *telling)
{
	struct import_sum sum;
	for (int i = 0; i < IMPORT_STATES; i++)
		telling->to[i] = context->out;
	enum err err = import_pass(job, &sum);
	if (err != ERR_OK)
		return err;
	put_sum(context, job, &sum);
	if (sum.count[IMPORT_REFUSED] > 0)
		return err_set(ERR_FINDINGS, _("lines refused: %d; nothing was written, this was a try"), sum.count[IMPORT_REFUSED]);
	return ERR_OK;
}

// At a terminal the person sees the difference and decides.
static enum err ask(const struct context *context, struct import_job *job, struct telling *telling, struct import_sum *shown)
{
	telling->to[IMPORT_NEW] = context->out;
	enum err err = import_pass(job, shown);
	memset(telling->to, 0, sizeof telling->to);
	int cells = import_to_write(shown, job->replace);
	if (err != ERR_OK || cells == 0 || (shown->count[IMPORT_REFUSED] > 0 && !job->skip))
		return err;
	fflush(context->out);
	return ask_yes(_("Write %d cells? (y/n) "), cells) ? ERR_OK : err_set(ERR_REFUSED, "%s", _("nothing was written"));
}

static enum err write_cells(const struct context *context, struct import_job *job, struct telling *telling)
{
	struct ledger_op op = op_make(context, "import", "");
	bool asks = context->terminal && context->option[OPTION_YES] == NULL;
	struct import_sum shown, sum;
	int64_t seq = 0;
	telling->to[IMPORT_REFUSED] = stderr;
	telling->to[IMPORT_DIFFERS] = context->out;
	enum err err = asks ? ask(context, job, telling, &shown) : ERR_OK;
	if (err == ERR_OK)
		err = import_put(job, &op, asks ? &shown : NULL, &sum, &seq);
	if (err != ERR_OK)
		return err;
	put_sum(context, job, &sum);
	if (seq == 0)
		fprintf(context->out, "%s\n", sum.count[IMPORT_DIFFERS] > 0 ? _("what stands was kept; nothing was written")
									    : _("the same as what stands; nothing was written"));
	else
		fprintf(context->out, _("written: %d cells, undone as one\n"), import_to_write(&sum, job->replace));
	return ERR_OK;
}

// What is expected of a file that does not say it: as asked for, nothing by itself.
static enum err find_asked(const struct context *context, struct csv_asked *out)
{
	*out = (struct csv_asked){PLAN_NONE, 0};
	enum err err = context_unit(context, PLAN_NONE, &out->unit);
	if (err == ERR_OK && context->option[OPTION_PERIOD] != NULL)
		err = context_period(context, &out->period);
	return err;
}

static enum err take(const struct context *context, struct decode *in)
{
	struct telling telling = {.context = context, .replace = context->option[OPTION_REPLACE] != NULL};
	struct csv_asked asked;
	struct import_job job = {.store = context->store, .plan = context->plan, .today = context->today, .in = in, .asked = &asked,
		.replace = telling.replace, .skip = context->option[OPTION_SKIP_REFUSED] != NULL, .line = tell_line, .ctx = &telling};
	enum err err = find_asked(context, &asked);
	if (err != ERR_OK)
		return err;
	return context->option[OPTION_DRY_RUN] != NULL ? try(context, &job, &telling) : write_cells(context, &job, &telling);
}

enum err cmd_import(struct context *context, int argc, char **argv)
{
	const char *name = strrchr(argv[0], '/') != NULL ? strrchr(argv[0], '/') + 1 : argv[0];
	struct decode *in = NULL;
	FILE *file = NULL;
	(void)argc;
	enum err err = place_open_file(argv[0], &file);
	if (err == ERR_OK)
		err = context_open(context, context->option[OPTION_DRY_RUN] != NULL ? DB_READ : DB_WRITE);
	if (err == ERR_OK)
		err = decode_open(file, name, context->option[OPTION_ENCODING], &in);
	if (err == ERR_OK)
		err = take(context, in);
	decode_close(in);
	if (file != NULL)
		fclose(file);
	return err;
}
