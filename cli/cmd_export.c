// SPDX-License-Identifier: MIT
// duibiao export: every entry of the file as CSV, in the format that import reads, with what was said of strange figures.
#include <stdlib.h>
#include <string.h>

#include "cli/commands.h"
#include "cli/output.h"
#include "core/check.h"
#include "core/i18n.h"
#include "core/said.h"
#include "core/text.h"
#include "exchange/csv.h"
#include "exchange/decode.h"

struct said_line { int unit; int64_t about; char *line; };     // an explanation, as the format has it
struct exporting {
	const struct context *context;
	FILE *out;
	int element, period;             // of which SAID are held; period 0: none yet
	struct said_line *said;
	int len, cap;
};

static enum err no_memory(void)
{
	return err_set(ERR_MEMORY, "%s", _("no memory"));
}

static void forget(struct exporting *exporting)
{
	for (int i = 0; i < exporting->len; i++)
		free(exporting->said[i].line);
	exporting->len = 0;
}

static enum err hold(const struct explanation *explanation, void *ctx)
{
	struct exporting *exporting = ctx;
	size_t size = strlen(explanation->rule) + sizeof CSV_RULE + strlen(explanation->text);
	if (explanation->element != exporting->element || !said_explains(explanation->rule))
		return ERR_OK;
	if (exporting->len == exporting->cap) {
		int cap = 2 * exporting->cap + 16;
		struct said_line *said = realloc(exporting->said, (size_t)cap * sizeof *said);
		if (said == NULL)
			return no_memory();
		exporting->said = said;
		exporting->cap = cap;
	}
	char *line = malloc(size);
	if (line == NULL)
		return no_memory();
	text_format(line, size, "%s%s%s", explanation->rule, CSV_RULE, explanation->text);
	exporting->said[exporting->len++] = (struct said_line){explanation->unit, explanation->about, line};
	return ERR_OK;
}

// Entries come by element and period: what was said is read once for each of these.
static enum err hold_said(struct exporting *exporting, const struct entry *entry)
{
	const struct context *context = exporting->context;
	if (exporting->element == entry->element && exporting->period == entry->period)
		return ERR_OK;
	forget(exporting);
	exporting->element = entry->element;
	exporting->period = entry->period;
	return store_each_explanation(context->store, context->plan, entry->period, PLAN_NONE, hold, exporting);
}

// Lines of what was said of this figure; owned.
static enum err join_said(const struct exporting *exporting, const struct entry *entry, char **out)
{
	size_t size = 1;
	for (int i = 0; i < exporting->len; i++)
		size += strlen(exporting->said[i].line) + 1;
	char *text = *out = malloc(size);
	size_t len = 0;
	if (text == NULL)
		return no_memory();
	text[0] = '\0';
	for (int i = 0; i < exporting->len; i++) {
		const struct said_line *said = &exporting->said[i];
		if (said->unit == entry->unit && said->about == entry->change)
			len += strlen(text_format(text + len, size - len, "%s%s", len > 0 ? "\n" : "", said->line));
	}
	return ERR_OK;
}

// A cleared cell counts as empty, and a stage has texts and nodes that are no line of figures.
static enum err put_entry(const struct entry *entry, void *ctx)
{
	struct exporting *exporting = ctx;
	const struct plan *plan = exporting->context->plan;
	char *explanations = NULL;
	if (entry->kind == ENTRY_CLEARED || plan->elements[entry->element].kind == PLAN_STAGE)
		return ERR_OK;
	enum err err = hold_said(exporting, entry);
	if (err == ERR_OK)
		err = join_said(exporting, entry, &explanations);
	if (err == ERR_OK)
		csv_put_entry(exporting->out, plan, entry, explanations);
	free(explanations);
	return err;
}

static enum err put_all(const struct context *context, FILE *out)
{
	struct exporting exporting = {.context = context, .out = out};
	csv_put_header(out);
	enum err err = store_begin(context->store);
	if (err == ERR_OK) {
		err = store_every_entry(context->store, context->plan, put_entry, &exporting);
		store_end(context->store);
	}
	forget(&exporting);
	free(exporting.said);
	return err;
}

// For programs that know no UTF-8: the whole text at once, for one character may lie across two writes.
static enum err put_gb18030(const struct context *context, FILE *out)
{
	char *text = NULL, *bytes = NULL;
	size_t text_len = 0, len = 0;
	FILE *memory = open_memstream(&text, &text_len);
	if (memory == NULL)
		return err_set(ERR_MEMORY, "%s", _("no memory"));
	enum err err = put_all(context, memory);
	if (fclose(memory) != 0 && err == ERR_OK)
		err = err_set(ERR_MEMORY, "%s", _("no memory"));
	if (err == ERR_OK)
		err = decode_to_gb18030(text, text_len, &bytes, &len);
	if (err == ERR_OK)
		fwrite(bytes, 1, len, out);
	free(text);
	free(bytes);
	return err;
}

static enum err put_utf8(const struct context *context, FILE *out)
{
	if (context->option[OPTION_NO_BOM] == NULL)
		csv_put_bom(out);
	return put_all(context, out);
}

enum err cmd_export(struct context *context, int argc, char **argv)
{
	struct output output;
	bool gb;
	(void)argc;
	(void)argv;
	enum err err = decode_is_gb18030(context->option[OPTION_ENCODING], &gb);
	if (err == ERR_OK)
		err = context_open(context, DB_READ);
	if (err == ERR_OK)
		err = output_open(context, &output);
	if (err != ERR_OK)
		return err;
	err = gb ? put_gb18030(context, output.file) : put_utf8(context, output.file);
	if (err == ERR_OK)
		return output_close(&output);
	output_drop(&output);
	return err;
}
