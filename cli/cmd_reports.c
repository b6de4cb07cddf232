// SPDX-License-Identifier: MIT
// duibiao reports: who is where in a period, every owner of whom something is asked, with what is filled and the days left.
#include <string.h>

#include "cli/commands.h"
#include "core/filled.h"
#include "core/i18n.h"
#include "core/period.h"
#include "core/report_year.h"
#include "core/text.h"
#include "exchange/json.h"
#include "tui/stamp.h"

#define DAY_TEXT 16

// ------------------------------------------------------------ written

static const char *day_text(int day, char out[DAY_TEXT])
{
	return text_format(out, DAY_TEXT, day == 0 ? "" : "%04d-%02d-%02d", day / 10000, day / 100 % 100, day % 100);
}

static void put_left(FILE *out, const struct report_line *line)
{
	if (line->waits && line->left >= 0)
		fprintf(out, _(", %d days left"), line->left);
	else if (line->waits)
		fprintf(out, _(", %d days overdue"), -line->left);
	else if (line->late || line->missed)
		fputs(_(", late"), out);
}

static void put_day(FILE *out, const char *words, int64_t at)
{
	char day[DAY_TEXT];
	if (at != 0)
		fprintf(out, "%s%s", words, day_text(stamp_day(at), day));
}

// Of the year, all its periods that have ended.
static void put_faults(FILE *out, const struct report_faults *faults)
{
	if (faults->late > 0)
		fprintf(out, _(", late %d times this year"), faults->late);
	if (faults->missed > 0)
		fprintf(out, _(", missing %d times this year"), faults->missed);
}

static void put_text(const struct context *context, const struct report_line *line, const struct report_faults *faults)
{
	const struct report *report = &line->report;
	char name[128], day[DAY_TEXT], filled[FILLED_WORDS], clean[4 * 400 + 1];
	FILE *out = context->out;
	text_fit(report_owner_name(context->plan, &report->key), 24, true, false, name, sizeof name);
	fprintf(out, _("%s  %s  %s  due %s"), name, _(report_state_name(report->state)), filled_words(line, filled, sizeof filled),
		day_text(line->due, day));
	put_left(out, line);
	put_day(out, _(", submitted "), report->submitted);
	put_day(out, _(", accepted "), report->accepted);
	put_faults(out, faults);
	if (report->sentence[0] != '\0') {
		text_fit(report->sentence, 400, false, false, clean, sizeof clean);
		fprintf(out, _("; why: %s"), clean);
	}
	fputc('\n', out);
}

static void put_json(const struct context *context, struct json *json, const struct report_line *line,
	const struct report_faults *faults)
{
	const struct report *report = &line->report;
	const struct plan *plan = context->plan;
	char day[DAY_TEXT];
	json_open(json, NULL, '{');
	json_text(json, "dept", report->key.dept == 0 ? "" : plan->depts[report->key.dept].code);
	json_text(json, "unit", report->key.dept == 0 ? plan->units[report->key.unit].code : "");
	json_text(json, "name", report_owner_name(plan, &report->key));
	json_text(json, "state", report_state_name(report->state));
	json_whole(json, "filled", line->filled);
	json_whole(json, "asked", line->asked);
	json_whole(json, "tasks_told", line->told);
	json_whole(json, "tasks", line->tasks);
	json_text(json, "due", day_text(line->due, day));
	json_whole(json, "days_left", line->left);
	json_bool(json, "late", line->late || line->missed);
	json_text(json, "first_submitted", day_text(stamp_day(report->first_submitted), day));
	json_text(json, "submitted", day_text(stamp_day(report->submitted), day));
	json_text(json, "returned", day_text(stamp_day(report->returned), day));
	json_text(json, "accepted", day_text(stamp_day(report->accepted), day));
	json_text(json, "locked", day_text(stamp_day(report->locked), day));
	json_text(json, "sentence", report->sentence);
	json_whole(json, "late_this_year", faults->late);
	json_whole(json, "missed_this_year", faults->missed);
	json_close(json, '}');
}

static void put_lines(const struct context *context, const struct report_list *list, const struct report_year *year, struct json *json)
{
	for (int i = 0; i < list->len; i++) {
		const struct report_faults faults = report_year_faults(year, &list->lines[i].report.key);
		if (json != NULL)
			put_json(context, json, &list->lines[i], &faults);
		else
			put_text(context, &list->lines[i], &faults);
	}
}

static enum err put_list(const struct context *context, int period, struct json *json)
{
	const struct report_ask ask = {period, context->today, stamp_day};
	struct report_list list = {0};
	struct report_year year = {0};
	enum err err = report_list_load(&list, context->store, context->plan, &ask);
	if (err == ERR_OK)
		err = report_year_load(&year, context->store, context->plan, period_year(period), &ask);
	if (err == ERR_OK)
		put_lines(context, &list, &year, json);
	if (err == ERR_OK && json == NULL && list.len == 0)
		fprintf(context->out, "%s\n", _("Nothing is asked of anybody in this period."));
	report_year_done(&year);
	report_list_done(&list);
	return err;
}

static enum err list_json(const struct context *context, int period)
{
	struct json json = {context->out, true};
	char text[16];
	json_open(&json, NULL, '{');
	json_text(&json, "period", text_format(text, sizeof text, "%d", period));
	json_open(&json, "reports", '[');
	enum err err = put_list(context, period, &json);
	json_close(&json, ']');
	json_close(&json, '}');
	fputc('\n', context->out);
	return err;
}

enum err cmd_reports(struct context *context, int argc, char **argv)
{
	const char *format = context->option[OPTION_FORMAT];
	bool as_json = format != NULL && strcmp(format, "json") == 0;
	int period;
	(void)argc;
	(void)argv;
	if (format != NULL && !as_json && strcmp(format, "text") != 0)
		return err_set(ERR_USAGE, _("--format: text or json is expected, not \"%s\""), format);
	enum err err = context_open(context, DB_READ);
	if (err == ERR_OK)
		err = context_period_of_plan(context, CONTEXT_BEGUN, &period);
	if (err == ERR_OK)
		err = store_begin(context->store);
	if (err != ERR_OK)
		return err;
	if (context->plan->demo && !as_json)
		fprintf(context->out, "%s\n", _("demo data"));
	err = as_json ? list_json(context, period) : put_list(context, period, NULL);
	store_end(context->store);
	return err;
}
