// SPDX-License-Identifier: MIT
// duibiao export: every entry of the file as CSV, in the format that import reads.
#include <stdlib.h>

#include "cli/commands.h"
#include "cli/output.h"
#include "core/i18n.h"
#include "exchange/csv.h"
#include "exchange/decode.h"

struct exporting {
	const struct context *context;
	FILE *out;
};

// A cleared cell counts as empty, and a stage has texts and nodes that are no line of figures.
static enum err put_entry(const struct entry *entry, void *ctx)
{
	const struct exporting *exporting = ctx;
	const struct plan *plan = exporting->context->plan;
	if (entry->kind != ENTRY_CLEARED && plan->elements[entry->element].kind != PLAN_STAGE)
		csv_put_entry(exporting->out, plan, entry);
	return ERR_OK;
}

static enum err put_all(const struct context *context, FILE *out)
{
	struct exporting exporting = {context, out};
	csv_put_header(out);
	return store_every_entry(context->store, context->plan, put_entry, &exporting);
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
