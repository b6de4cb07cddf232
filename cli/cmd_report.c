// SPDX-License-Identifier: MIT
// duibiao report: one survey, written in the format that was asked for.
#include <string.h>
#include <unistd.h>

#include "cli/commands.h"
#include "cli/output.h"
#include "cli/overview.h"
#include "cli/sheet.h"
#include "core/i18n.h"
#include "core/text.h"
#include "exchange/report.h"
#include "tui/stamp.h"

typedef void put_fn(const struct report *report, FILE *out);
typedef enum err write_fn(const struct report *report, FILE *out);
static const struct format {
	const char *name;
	put_fn *put, *put_brief;             // NULL: WRITE; there is no short form
	write_fn *write;
	bool by_unit;
} formats[] = {
	{"text", report_put_text, report_put_brief_text, NULL, false},
	{"md", report_put_markdown, report_put_brief_markdown, NULL, false},
	{"html", report_put_html, report_put_brief_html, NULL, false},
	{"csv", report_put_csv, NULL, NULL, false},
	{"json", report_put_json, NULL, NULL, false},
	{"xlsx", NULL, NULL, report_write_xlsx, true},
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
	return err_set(ERR_USAGE, _("a report cannot be written as %s; the formats are text, md, html, csv, json and xlsx"),
		text_quote(name, 20, quoted, sizeof quoted));
}

// The paper that is signed has formats of its own.
static enum err write_form(struct context *context)
{
	static const struct { const char *name; sheet_put_fn *put; } papers[] = {{"text", sheet_put_text}, {"html", sheet_put_html}};
	const char *name = context->option[OPTION_FORMAT] != NULL ? context->option[OPTION_FORMAT] : papers[0].name;
	char quoted[160];
	for (size_t i = 0; i < sizeof papers / sizeof papers[0]; i++) {
		if (strcmp(papers[i].name, name) != 0)
			continue;
		enum err err = context_open(context, DB_READ);
		return err == ERR_OK ? sheet_write(context, papers[i].put) : err;
	}
	return err_set(ERR_USAGE, _("a printed form cannot be written as %s; the formats are text and html"),
		text_quote(name, 20, quoted, sizeof quoted));
}

static enum err write_report(struct context *context, const struct format *format, const struct report *report)
{
	struct output output;
	if (format->write != NULL && context->option[OPTION_OUTPUT] == NULL && isatty(STDOUT_FILENO) == 1)
		return err_set(ERR_USAGE, "%s", _("a spreadsheet is nothing for a terminal; name a file: --output FILE"));
	enum err err = output_open(context, &output);
	if (err != ERR_OK)
		return err;
	if (format->write != NULL)
		err = format->write(report, output.file);
	else
		(context->option[OPTION_BRIEF] != NULL ? format->put_brief : format->put)(report, output.file);
	if (err == ERR_OK)
		return output_close(&output);
	output_drop(&output);
	return err;
}

enum err cmd_report(struct context *context, int argc, char **argv)
{
	const struct format *format;
	struct report *report = NULL;
	(void)argc;
	(void)argv;
	if (context->option[OPTION_FORM] != NULL)
		return write_form(context);
	enum err err = find_format(context->option[OPTION_FORMAT], &format);
	bool brief = context->option[OPTION_BRIEF] != NULL;
	if (err == ERR_OK && brief && format->put_brief == NULL)
		err = err_set(ERR_USAGE, _("the short form is written as text, md or html, not as %s"), format->name);
	if (err == ERR_OK)
		err = context_open(context, DB_READ);
	if (err == ERR_OK) {
		const struct overview_ask ask = {stamp_day, format->by_unit, brief};
		err = overview_report(context, &ask, &report);
	}
	if (err == ERR_OK)
		err = write_report(context, format, report);
	report_free(report);
	return err;
}
