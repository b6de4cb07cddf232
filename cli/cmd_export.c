// SPDX-License-Identifier: MIT
// duibiao export: every entry of the file as CSV, in the format that import reads.
#include "cli/commands.h"
#include "cli/output.h"
#include "exchange/csv.h"

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
	if (context->option[OPTION_NO_BOM] == NULL)
		csv_put_bom(out);
	csv_put_header(out);
	return store_every_entry(context->store, context->plan, put_entry, &exporting);
}

enum err cmd_export(struct context *context, int argc, char **argv)
{
	struct output output;
	(void)argc;
	(void)argv;
	enum err err = context_open(context, DB_READ);
	if (err == ERR_OK)
		err = output_open(context, &output);
	if (err != ERR_OK)
		return err;
	err = put_all(context, output.file);
	if (err == ERR_OK)
		return output_close(&output);
	output_drop(&output);
	return err;
}
