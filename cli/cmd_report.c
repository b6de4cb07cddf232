// SPDX-License-Identifier: MIT
// duibiao report, and the overview that is printed where there is no terminal.
#include <string.h>

#include "cli/commands.h"
#include "cli/output.h"
#include "cli/overview.h"
#include "core/i18n.h"
#include "core/text.h"
#include "exchange/report.h"

typedef void put_fn(const struct report *report, FILE *out);
static const struct format { const char *name; put_fn *put, *put_brief; } formats[] = {
	{"text", report_put_text, report_put_overview},
	{"md", report_put_markdown, report_put_markdown},
	{"csv", report_put_csv, report_put_csv},
	{"json", report_put_json, report_put_json},
};
#define FORMATS (sizeof formats / sizeof formats[0])

static enum err find_format(const char *name, const struct format **out)
{
	char quoted[160];
	*out = &formats[0];
	if (name == NULL)
		return ERR_OK;
	for (size_t i = 0; i < FORMATS; i++) {
		*out = &formats[i];
		if (strcmp(formats[i].name, name) == 0)
			return ERR_OK;
	}
	return err_set(ERR_USAGE, _("a report cannot be written as %s; the formats are text, md, csv and json"),
		text_quote(name, 20, quoted, sizeof quoted));
}

static enum err read_query(const struct context *context, struct report_query *query)
{
	const char *chapter = context->option[OPTION_CHAPTER];
	*query = (struct report_query){.today = context->today, .chapter = PLAN_NONE};
	enum err err = context_period(context, &query->period);
	if (err == ERR_OK)
		err = context_unit(context, context->plan->root, &query->unit);
	if (err == ERR_OK && chapter != NULL)
		err = report_find_chapter(context->plan, chapter, &query->chapter);
	return err;
}

static enum err make_report(const struct context *context, struct report **out)
{
	struct report_query query;
	enum err err = read_query(context, &query);
	return err == ERR_OK ? report_new(context->store, context->plan, &query, out) : err;
}

enum err overview_print(struct context *context)
{
	struct report *report = NULL;
	enum err err = make_report(context, &report);
	if (err == ERR_OK)
		report_put_overview(report, context->out);
	report_free(report);
	return err;
}

enum err cmd_report(struct context *context, int argc, char **argv)
{
	const struct format *format;
	struct report *report = NULL;
	struct output output;
	(void)argc;
	(void)argv;
	enum err err = find_format(context->option[OPTION_FORMAT], &format);
	if (err == ERR_OK)
		err = context_open(context, DB_READ);
	if (err == ERR_OK)
		err = make_report(context, &report);
	if (err == ERR_OK)
		err = output_open(context, &output);
	if (err == ERR_OK) {
		(context->option[OPTION_BRIEF] != NULL ? format->put_brief : format->put)(report, output.file);
		err = output_close(&output);
	}
	report_free(report);
	return err;
}
