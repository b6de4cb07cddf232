// SPDX-License-Identifier: MIT
// duibiao bulletin: how the plan was carried out, in sentences; the reminders; those that were issued.
#include <string.h>

#include "cli/commands.h"
#include "cli/issue.h"
#include "cli/output.h"
#include "core/i18n.h"
#include "core/remind.h"
#include "core/text.h"
#include "exchange/bulletin.h"
#include "tui/stamp.h"

#define MOST_NO 100000

static enum err find_format(const char *name, bulletin_put_fn **out)
{
	static const struct { const char *name; bulletin_put_fn *put; } formats[] = {{"text", bulletin_put_text}, {"html", bulletin_put_html}};
	char quoted[160];
	*out = formats[0].put;
	for (size_t i = 0; name != NULL && i < sizeof formats / sizeof formats[0]; i++) {
		*out = formats[i].put;
		if (strcmp(formats[i].name, name) == 0)
			return ERR_OK;
	}
	return name == NULL ? ERR_OK : err_set(ERR_USAGE, _("a bulletin cannot be written as %s; the formats are text and html"),
		text_quote(name, 20, quoted, sizeof quoted));
}

static enum err write_out(const struct context *context, bulletin_put_fn *put, const struct bulletin *bulletin,
	const struct bulletin *after)
{
	struct output output;
	enum err err = output_open(context, &output);
	if (err != ERR_OK)
		return err;
	put(bulletin, after, output.file);
	return output_close(&output);
}

// ------------------------------------------------------------ draft and issue

static enum err write_new(struct context *context, bulletin_put_fn *put, bool issue)
{
	struct bulletin bulletin = {0};
	struct bulletin_ask ask = {0, context->today, stamp_day};
	char number[64];
	enum err err = context_period(context, &ask.period);
	if (err == ERR_OK)
		err = bulletin_make(&bulletin, context->store, context->plan, &ask);
	if (err == ERR_OK && issue)
		err = issue_bulletin(context, &bulletin);
	if (err == ERR_OK && issue && context->option[OPTION_OUTPUT] != NULL)
		fprintf(context->out, _("Issued as %s.\n"), bulletin_number_words(bulletin.year, bulletin.no, number, sizeof number));
	if (err == ERR_OK)
		err = write_out(context, put, &bulletin, NULL);
	bulletin_done(&bulletin);
	return err;
}

// ------------------------------------------------------------ those that were issued

static enum err list_one(const struct bulletin *bulletin, const char *body, void *ctx)
{
	const struct context *context = ctx;
	struct bulletin whole = *bulletin;
	char number[64], title[4 * 400 + 1];
	int day = stamp_day(bulletin->at);
	enum err err = bulletin_take_body(&whole, context->plan, body);
	text_fit(bulletin_title(&whole), 400, false, false, title, sizeof title);
	if (err == ERR_OK)
		fprintf(context->out, "%s  %d-%02d-%02d  %s  %s\n", bulletin_number_words(bulletin->year, bulletin->no, number, sizeof number),
			day / 10000, day / 100 % 100, day % 100, title, bulletin->code);
	bulletin_done(&whole);
	return err;
}

static enum err none_but(const struct bulletin *bulletin, const char *body, void *ctx)
{
	(void)bulletin;
	(void)body;
	*(bool *)ctx = true;
	return ERR_OK;
}

static enum err list(struct context *context)
{
	bool any = false;
	enum err err = store_each_bulletin(context->store, none_but, &any);
	if (err == ERR_OK && !any)
		fprintf(context->out, "%s\n", _("No bulletin has been issued yet."));
	return err == ERR_OK ? store_each_bulletin(context->store, list_one, context) : err;
}

// 3, or 2024/3.
static enum err read_number(const char *text, int *year, int *no)
{
	int64_t first = 0, second = 0;
	const char *slash = strchr(text, '/');
	char head[16] = "";
	char quoted[160];
	if (slash != NULL && (size_t)(slash - text) < sizeof head)
		memcpy(head, text, (size_t)(slash - text));
	bool whole = num_parse_plain(slash == NULL ? text : slash + 1, &second) == ERR_OK &&
		(slash == NULL || num_parse_plain(head, &first) == ERR_OK) && second > 0 && second <= (int64_t)MOST_NO * NUM_SCALE &&
		second % NUM_SCALE == 0 && first % NUM_SCALE == 0 && first >= 0 && first <= 9999 * (int64_t)NUM_SCALE;
	if (!whole)
		return err_set(ERR_USAGE, _("--show: a number like 3 or 2024/3 is expected, not %s"), text_quote(text, 20, quoted, sizeof quoted));
	*year = (int)(first / NUM_SCALE);
	*no = (int)(second / NUM_SCALE);
	return ERR_OK;
}

static enum err show(struct context *context, bulletin_put_fn *put)
{
	struct bulletin bulletin = {0}, after = {0};
	int year = 0, no = 0;
	enum err err = read_number(context->option[OPTION_SHOW], &year, &no);
	if (err == ERR_OK)
		err = issue_find(context, year, no, &bulletin);
	if (err == ERR_OK)
		err = bulletin_after(&after, context->store, context->plan, &bulletin);
	if (err == ERR_OK)
		err = write_out(context, put, &bulletin, &after);
	bulletin_done(&bulletin);
	bulletin_done(&after);
	return err;
}

// ------------------------------------------------------------ reminders

static enum err put_reminders(const struct context *context, const struct report_list *list, FILE *out)
{
	enum err err = ERR_OK;
	int said = 0;
	for (int i = 0; i < list->len && err == ERR_OK; i++) {
		struct remind lacks;
		char text[REMIND_TEXT];
		err = remind_lacks(context->store, context->plan, &list->lines[i], context->today, &lacks);
		if (err != ERR_OK || !remind_is_due(&list->lines[i], &lacks))
			continue;
		fprintf(out, "%s\n", remind_words(context->plan, &list->lines[i], &lacks, text, sizeof text));
		said++;
	}
	if (err == ERR_OK && said == 0)
		fprintf(out, "%s\n", _("Nobody needs to be reminded: all reports are submitted."));
	return err;
}

static enum err remind(struct context *context)
{
	struct report_ask ask = {0, context->today, stamp_day};
	struct report_list list = {0};
	struct output output;
	enum err err = context_period_of_plan(context, CONTEXT_BEGUN, &ask.period);
	if (err == ERR_OK)
		err = report_list_load(&list, context->store, context->plan, &ask);
	if (err == ERR_OK)
		err = output_open(context, &output);
	if (err == ERR_OK) {
		err = put_reminders(context, &list, output.file);
		if (err == ERR_OK)
			err = output_close(&output);
		else
			output_drop(&output);
	}
	report_list_done(&list);
	return err;
}

enum err cmd_bulletin(struct context *context, int argc, char **argv)
{
	static const enum option ways[] = {OPTION_ISSUE, OPTION_LIST, OPTION_SHOW, OPTION_REMIND};
	const char *const *option = context->option;
	bulletin_put_fn *put;
	int given = 0;
	(void)argc;
	(void)argv;
	for (size_t i = 0; i < sizeof ways / sizeof ways[0]; i++)
		given += option[ways[i]] != NULL;
	if (given > 1)
		return err_set(ERR_USAGE, "%s", _("one of --issue, --list, --show and --remind, not several"));
	if (option[OPTION_AS_OF] != NULL && option[OPTION_ISSUE] != NULL)
		return err_set(ERR_USAGE, "%s", _("a bulletin is issued as of now; leave out --as-of"));
	enum err err = find_format(option[OPTION_FORMAT], &put);
	if (err == ERR_OK)
		err = context_open(context, option[OPTION_ISSUE] != NULL ? DB_WRITE : DB_READ);
	if (err != ERR_OK)
		return err;
	if (option[OPTION_LIST] != NULL)
		return list(context);
	if (option[OPTION_SHOW] != NULL)
		return show(context, put);
	return option[OPTION_REMIND] != NULL ? remind(context) : write_new(context, put, option[OPTION_ISSUE] != NULL);
}
