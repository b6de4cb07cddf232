// SPDX-License-Identifier: MIT
// duibiao import: the difference cell by cell first, then the new cells in one op. What stands stays unless --replace is said;
// a line that is refused keeps the whole file out unless --skip-refused is said, so that nobody believes it all went in.
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

#define FILE_BYTES ((size_t)64 << 20)

static void put_cell_name(const struct import *import, const struct import_row *row, FILE *out)
{
	char text[512];
	struct entry cell = {.element = row->element, .unit = row->unit, .period = row->period};
	fprintf(out, "%s", entry_words_name(import->plan, &cell, text, sizeof text));
}

static void put_value(const struct import *import, const struct import_row *row, FILE *out)
{
	char text[ENTRY_WORDS];
	struct entry after = row->result->after;
	after.change = 1;        // in words as if it stood there
	fprintf(out, "%s", entry_words(import->plan, &after, text, sizeof text));
}

static void put_new(const struct import *import, const struct import_row *row, bool replace, FILE *out)
{
	(void)replace;
	fprintf(out, _("line %d new: "), row->line);
	put_cell_name(import, row, out);
	fputs(": ", out);
	put_value(import, row, out);
	fputc('\n', out);
}

static void put_differs(const struct import *import, const struct import_row *row, bool replace, FILE *out)
{
	fprintf(out, _("line %d differs: "), row->line);
	put_cell_name(import, row, out);
	fprintf(out, _(": stands %s, in the file "), row->present);
	put_value(import, row, out);
	fprintf(out, "%s\n", replace ? _("; the file's is taken") : _("; what stands is kept"));
}

static void put_refused(const struct import *import, const struct import_row *row, bool replace, FILE *out)
{
	(void)replace;
	(void)import;
	fprintf(out, _("line %d refused: %s\n"), row->line, row->why);
}

static void put_same(const struct import *import, const struct import_row *row, bool replace, FILE *out)
{
	(void)replace;
	fprintf(out, _("line %d same: "), row->line);
	put_cell_name(import, row, out);
	fprintf(out, ": %s\n", row->present);
}

typedef void put_row_fn(const struct import *import, const struct import_row *row, bool replace, FILE *out);
static put_row_fn *const put_rows[IMPORT_STATES] = {
	[IMPORT_NEW] = put_new, [IMPORT_DIFFERS] = put_differs, [IMPORT_SAME] = put_same, [IMPORT_REFUSED] = put_refused,
};

static void put_each(const struct import *import, enum import_state state, bool replace, FILE *out)
{
	for (int i = 0; i < import->len; i++)
		if (import->rows[i].state == state)
			put_rows[state](import, &import->rows[i], replace, out);
}

static void put_summary(const struct import *import, FILE *out)
{
	const int *count = import->count;
	fprintf(out, _("%s, %d lines: new %d, differing %d, same %d, empty %d, refused %d\n"), import->encoding,
		import->len, count[IMPORT_NEW], count[IMPORT_DIFFERS], count[IMPORT_SAME], count[IMPORT_EMPTY],
		count[IMPORT_REFUSED]);
}

static enum err show(const struct context *context, const struct import *import, bool replace)
{
	static const enum import_state order[] = {IMPORT_NEW, IMPORT_DIFFERS, IMPORT_SAME, IMPORT_REFUSED};
	for (size_t i = 0; i < sizeof order / sizeof order[0]; i++)
		put_each(import, order[i], replace, context->out);
	put_summary(import, context->out);
	if (import->count[IMPORT_REFUSED] > 0)
		return err_set(ERR_FINDINGS, _("lines refused: %d; nothing was written, this was a try"),
			import->count[IMPORT_REFUSED]);
	return ERR_OK;
}

static int to_write(const struct import *import, bool replace)
{
	return import->count[IMPORT_NEW] + (replace ? import->count[IMPORT_DIFFERS] : 0);
}

// At a terminal the person sees the difference and decides; a script has decided.
static enum err ask(const struct context *context, const struct import *import, bool replace)
{
	if (!context->terminal || context->option[OPTION_YES] != NULL)
		return ERR_OK;
	put_each(import, IMPORT_NEW, replace, context->out);
	fflush(context->out);
	if (ask_yes(_("Write %d cells? (y/n) "), to_write(import, replace)))
		return ERR_OK;
	return err_set(ERR_REFUSED, "%s", _("nothing was written"));
}

static enum err refuse(const struct import *import)
{
	put_each(import, IMPORT_REFUSED, false, stderr);
	return err_set(ERR_INPUT,
		_("lines refused: %d of %d; nothing was written; mend them, or say --skip-refused to take the rest"),
		import->count[IMPORT_REFUSED], import->len);
}

static enum err write_cells(const struct context *context, const struct import *import, bool replace)
{
	struct ledger_op op = op_make(context, "import", "");
	int64_t seq = 0;
	enum err err = to_write(import, replace) > 0 ? ask(context, import, replace) : ERR_OK;
	if (err == ERR_OK)
		err = import_write(import, context->store, &op, replace, &seq);
	if (err != ERR_OK)
		return err;
	put_summary(import, context->out);
	fprintf(context->out, _("written: %d cells, undone as one\n"), seq != 0 ? to_write(import, replace) : 0);
	return ERR_OK;
}

static enum err take(const struct context *context, const struct import *import)
{
	bool replace = context->option[OPTION_REPLACE] != NULL;
	if (context->option[OPTION_DRY_RUN] != NULL)
		return show(context, import, replace);
	if (import->count[IMPORT_REFUSED] > 0 && context->option[OPTION_SKIP_REFUSED] == NULL)
		return refuse(import);
	put_each(import, IMPORT_REFUSED, replace, stderr);
	put_each(import, IMPORT_DIFFERS, replace, context->out);
	return write_cells(context, import, replace);
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

enum err cmd_import(struct context *context, int argc, char **argv)
{
	const char *name = strrchr(argv[0], '/') != NULL ? strrchr(argv[0], '/') + 1 : argv[0];
	struct import *import = NULL;
	struct csv_asked asked;
	char *bytes = NULL;
	size_t len = 0;
	(void)argc;
	enum err err = place_read_file(argv[0], FILE_BYTES, &bytes, &len);
	if (err == ERR_OK)
		err = context_open(context, context->option[OPTION_DRY_RUN] != NULL ? DB_READ : DB_WRITE);
	if (err == ERR_OK)
		err = find_asked(context, &asked);
	if (err == ERR_OK)
		err = import_read(context->store, context->plan, context->today, name, bytes, len,
			context->option[OPTION_ENCODING], &asked, &import);
	if (err == ERR_OK)
		err = take(context, import);
	import_free(import);
	free(bytes);
	return err;
}
