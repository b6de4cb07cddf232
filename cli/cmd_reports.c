// SPDX-License-Identifier: MIT
// duibiao reports: who is where in a period, every owner of whom something is asked, with what is filled and the days left.
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "cli/commands.h"
#include "core/i18n.h"
#include "core/period.h"
#include "core/report.h"
#include "core/text.h"
#include "exchange/json.h"

#define DAY_TEXT 16

struct line {
	struct report report;
	int filled, asked, due, left;            // due yyyymmdd; left below zero: days past it
	bool late;
	char sentence[4001];                     // the store keeps its text for one read only
};
static const struct { const char *word, *name; } states[REPORT_STATES] = {
	[REPORT_FILLING] = {"filling", N_("filling")},
	[REPORT_SUBMITTED] = {"submitted", N_("submitted")},
	[REPORT_RETURNED] = {"returned", N_("returned")},
	[REPORT_ACCEPTED] = {"accepted", N_("accepted")},
	[REPORT_LOCKED] = {"locked", N_("locked")},
};

// ------------------------------------------------------------ what is told of one

static enum err count_element(const struct context *context, int element, struct line *line)
{
	const struct plan *plan = context->plan;
	const struct report_key *key = &line->report.key;
	int len;
	const int *units = plan_element_units(plan, element, &len);
	enum err err = ERR_OK;
	for (int i = 0; i < len && err == ERR_OK; i++) {
		struct entry entry;
		if ((key->dept == 0 && units[i] != key->unit) || !plan_element_asked(plan, element, units[i], key->period))
			continue;
		err = store_get_entry(context->store, plan, element, units[i], key->period, &entry);
		line->asked++;
		line->filled += err == ERR_OK && entry.change != 0 && entry.kind != ENTRY_CLEARED;
	}
	return err;
}

static int local_day(int64_t at)
{
	time_t seconds = (time_t)at;
	struct tm day;
	if (at == 0 || localtime_r(&seconds, &day) == NULL)
		return 0;
	return (day.tm_year + 1900) * 10000 + (day.tm_mon + 1) * 100 + day.tm_mday;
}

static enum err read_line(const struct context *context, const struct report_key *key, struct line *line)
{
	const struct plan *plan = context->plan;
	*line = (struct line){.report = {.key = *key}};
	enum err err = store_get_report(context->store, plan, &line->report);
	if (err != ERR_OK)
		return err;
	struct report *report = &line->report;
	report->sentence = text_format(line->sentence, sizeof line->sentence, "%s", report->sentence);
	for (int element = 0; element < plan->elements_len && err == ERR_OK; element++)
		if (plan->elements[element].owner == key->dept && plan_element_open(plan, element, key->period))
			err = count_element(context, element, line);
	int submitted = local_day(report->first_submitted);
	line->due = report_due(plan, report, context->today);
	line->left = period_days_between(context->today, line->due);
	line->late = report_is_late(plan, report, submitted != 0 ? submitted : context->today);
	return err;
}

// ------------------------------------------------------------ written

static const char *day_text(int day, char out[DAY_TEXT])
{
	return text_format(out, DAY_TEXT, day == 0 ? "" : "%04d-%02d-%02d", day / 10000, day / 100 % 100, day % 100);
}

static void put_left(FILE *out, const struct line *line)
{
	bool waits = line->report.state == REPORT_FILLING || line->report.state == REPORT_RETURNED;
	if (waits && line->left >= 0)
		fprintf(out, _(", %d days left"), line->left);
	else if (waits)
		fprintf(out, _(", %d days overdue"), -line->left);
	else if (line->late)
		fputs(_(", late"), out);
}

static void put_day(FILE *out, const char *words, int64_t at)
{
	char day[DAY_TEXT];
	if (at != 0)
		fprintf(out, "%s%s", words, day_text(local_day(at), day));
}

static void put_text(const struct context *context, const struct line *line)
{
	const struct report *report = &line->report;
	char name[128], day[DAY_TEXT], clean[4 * 400 + 1];
	FILE *out = context->out;
	text_fit(report_owner_name(context->plan, &report->key), 24, true, false, name, sizeof name);
	fprintf(out, _("%s  %s  %d/%d  due %s"), name, _(states[report->state].name), line->filled, line->asked,
		day_text(line->due, day));
	put_left(out, line);
	put_day(out, _(", submitted "), report->submitted);
	put_day(out, _(", accepted "), report->accepted);
	if (report->sentence[0] != '\0') {
		text_fit(report->sentence, 400, false, false, clean, sizeof clean);
		fprintf(out, _("; why: %s"), clean);
	}
	fputc('\n', out);
}

static void put_json(const struct context *context, struct json *json, const struct line *line)
{
	const struct report *report = &line->report;
	const struct plan *plan = context->plan;
	char day[DAY_TEXT];
	json_open(json, NULL, '{');
	json_text(json, "dept", report->key.dept == 0 ? "" : plan->depts[report->key.dept].code);
	json_text(json, "unit", report->key.dept == 0 ? plan->units[report->key.unit].code : "");
	json_text(json, "name", report_owner_name(plan, &report->key));
	json_text(json, "state", states[report->state].word);
	json_whole(json, "filled", line->filled);
	json_whole(json, "asked", line->asked);
	json_text(json, "due", day_text(line->due, day));
	json_whole(json, "days_left", line->left);
	json_bool(json, "late", line->late);
	json_text(json, "first_submitted", day_text(local_day(report->first_submitted), day));
	json_text(json, "submitted", day_text(local_day(report->submitted), day));
	json_text(json, "returned", day_text(local_day(report->returned), day));
	json_text(json, "accepted", day_text(local_day(report->accepted), day));
	json_text(json, "locked", day_text(local_day(report->locked), day));
	json_text(json, "sentence", report->sentence);
	json_close(json, '}');
}

static enum err list(const struct context *context, int period, struct json *json)
{
	struct report_key *owners = calloc((size_t)(context->plan->units_len + context->plan->depts_len), sizeof *owners);
	struct line line;
	if (owners == NULL)
		return err_set(ERR_MEMORY, _("out of memory"));
	int len = report_owners(context->plan, period, owners);
	enum err err = ERR_OK;
	for (int i = 0; i < len && err == ERR_OK; i++) {
		err = read_line(context, &owners[i], &line);
		if (err == ERR_OK && json != NULL)
			put_json(context, json, &line);
		else if (err == ERR_OK)
			put_text(context, &line);
	}
	free(owners);
	if (err == ERR_OK && json == NULL && len == 0)
		fprintf(context->out, "%s\n", _("Nothing is asked of anybody in this period."));
	return err;
}

static enum err list_json(const struct context *context, int period)
{
	struct json json = {context->out, true};
	char text[16];
	json_open(&json, NULL, '{');
	json_text(&json, "period", text_format(text, sizeof text, "%d", period));
	json_open(&json, "reports", '[');
	enum err err = list(context, period, &json);
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
		err = context_period(context, &period);
	if (err == ERR_OK)
		err = store_begin(context->store);
	if (err != ERR_OK)
		return err;
	if (context->plan->demo && !as_json)
		fprintf(context->out, "%s\n", _("demo data"));
	err = as_json ? list_json(context, period) : list(context, period, NULL);
	store_end(context->store);
	return err;
}
