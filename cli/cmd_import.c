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
#include "cli/refused.h"
#include "core/entry_words.h"
#include "core/i18n.h"
#include "core/text.h"
#include "exchange/import_check.h"
#include "exchange/import_refused.h"

struct telling {
	const struct context *context;
	bool replace;
	FILE *to[IMPORT_STATES];              // NULL: not told
	struct output output;                 // of what is refused, while it is kept
	struct import_refused refused;
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
	struct telling *telling = ctx;
	FILE *out = telling->to[line->state];
	if (out != NULL && put_lines[line->state] != NULL)
		put_lines[line->state](telling, line, out);
	if (telling->output.file != NULL)
		import_refused_line(&telling->refused, line);
	return ERR_OK;
}

static enum err tell_row(const struct csv_row *row, void *ctx)
{
	struct telling *telling = ctx;
	if (telling->output.file != NULL)
		import_refused_row(&telling->refused, row);
	return ERR_OK;
}

// The figures are worth more than the file of those left out: where it cannot be, that is said, and the lines have been told.
static void open_refused(struct telling *telling, const char *path)
{
	if (refused_open(path, &telling->output) != ERR_OK) {
		fprintf(stderr, _("the refused lines are not kept as a file: %s\n"), err_message());
		return;
	}
	telling->refused = import_refused_to(telling->output.file);
}

static void close_refused(struct telling *telling, bool keep)
{
	char path[4096];
	if (telling->output.file == NULL)
		return;
	text_format(path, sizeof path, "%s", telling->output.path);
	if (!keep || telling->refused.rows == 0)
		output_drop(&telling->output);
	else if (output_close(&telling->output) != ERR_OK)
		fprintf(stderr, _("the refused lines are not kept as a file: %s\n"), err_message());
	else
		fprintf(telling->context->out, _("refused lines are in %s; mend them there and import that file\n"), path);
}

static void put_sum(const struct context *context, const struct import_job *job, const struct import_sum *sum)
{
	const int *count = sum->count;
	fprintf(context->out, _("%s, %d lines: new %d, differing %d, same %d, empty %d, refused %d\n"), decode_encoding(job->in),
		sum->len, count[IMPORT_NEW], count[IMPORT_DIFFERS], count[IMPORT_SAME], count[IMPORT_EMPTY],
		count[IMPORT_REFUSED]);
}

static void put_finding(int line, const struct check_finding *finding, void *ctx)
{
	FILE *const *out = ctx;
	fprintf(*out, _("line %d check: %s\n"), line, finding->text);
}

// What submission would ask about, told before anything is written.
static enum err check(const struct context *context, const struct import_job *job)
{
	FILE *out = context->out;
	int count[2];
	enum err err = import_check(job, put_finding, &out, count);
	if (err == ERR_OK)
		fprintf(out, _("checks of what would be written: hard %d, soft %d\n"), count[CHECK_HARD], count[CHECK_SOFT]);
	return err;
}

static enum err try(const struct context *context, struct import_job *job, struct telling *telling)
{
	struct import_sum sum;
	for (int i = 0; i < IMPORT_STATES; i++)
		telling->to[i] = context->out;
	enum err err = import_pass(job, &sum);
	if (err == ERR_OK)
		err = check(context, job);
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

static const char *nothing_words(const struct import_sum *sum)
{
	if (sum->count[IMPORT_DIFFERS] > 0)
		return _("what stands was kept; nothing was written");
	return sum->count[IMPORT_SAME] > 0 ? _("the same as what stands; nothing was written") : _("nothing was written");
}

static enum err put_cells(const struct context *context, struct import_job *job, struct telling *telling, const struct import_sum *shown,
	const char *path)
{
	struct ledger_op op = op_make(context, "import", "");
	struct import_sum sum;
	int64_t seq = 0;
	if (job->skip)
		open_refused(telling, path);
	enum err err = import_put(job, &op, shown, &sum, &seq);
	if (err == ERR_OK)
		put_sum(context, job, &sum);
	if (err == ERR_OK && seq != 0)
		fprintf(context->out, _("written: %d cells, undone as one\n"), import_to_write(&sum, job->replace));
	else if (err == ERR_OK)
		fprintf(context->out, "%s\n", nothing_words(&sum));
	close_refused(telling, err == ERR_OK);
	return err;
}

static enum err write_cells(const struct context *context, struct import_job *job, struct telling *telling, const char *path)
{
	bool asks = context->terminal && context->option[OPTION_YES] == NULL;
	struct import_sum shown;
	telling->to[IMPORT_REFUSED] = stderr;
	telling->to[IMPORT_DIFFERS] = context->out;
	enum err err = asks ? ask(context, job, telling, &shown) : ERR_OK;
	return err == ERR_OK ? put_cells(context, job, telling, asks ? &shown : NULL, path) : err;
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

static enum err take(const struct context *context, struct decode *in, const char *path)
{
	struct telling telling = {.context = context, .replace = context->option[OPTION_REPLACE] != NULL};
	struct csv_asked asked;
	struct import_job job = {.store = context->store, .plan = context->plan, .today = context->today, .in = in, .asked = &asked,
		.replace = telling.replace, .skip = context->option[OPTION_SKIP_REFUSED] != NULL, .line = tell_line, .row = tell_row,
		.ctx = &telling};
	enum err err = find_asked(context, &asked);
	if (err != ERR_OK)
		return err;
	return context->option[OPTION_DRY_RUN] != NULL ? try(context, &job, &telling) : write_cells(context, &job, &telling, path);
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
		err = take(context, in, argv[0]);
	decode_close(in);
	if (file != NULL)
		fclose(file);
	return err;
}
