// SPDX-License-Identifier: MIT
// duibiao check: every finding of a period over all its reports, hard ones first, with what people have said about them.
#include <stdlib.h>
#include <string.h>

#include "cli/commands.h"
#include "core/check.h"
#include "core/i18n.h"
#include "core/said.h"
#include "core/text.h"
#include "exchange/json.h"

#define WORD_CELLS 1000

struct listing {
	const struct context *context;
	int period, unit;                        // unit PLAN_NONE: all
	enum check_level level;                  // whose turn it is
	struct said said;
	struct json *json;                       // NULL: as text
	int counts[2], explained;                // by level; soft ones that are explained
};

// ------------------------------------------------------------ one finding

static void put_line(FILE *out, const char *before, const char *text)
{
	char clean[4 * WORD_CELLS + 1];
	text_fit(text, WORD_CELLS, false, false, clean, sizeof clean);
	fprintf(out, "%s%s\n", before, clean);
}

static void put_text(const struct listing *listing, const struct check_finding *finding, const char *said)
{
	FILE *out = listing->context->out;
	put_line(out, "", finding->text);
	if (said[0] != '\0')
		put_line(out, _("    explained: "), said);
}

static void put_period(struct json *json, const char *key, int period)
{
	char text[16] = "";
	if (period != 0)
		text_format(text, sizeof text, "%d", period);
	json_text(json, key, text);
}

static void put_json(const struct listing *listing, const struct check_finding *finding, const char *said)
{
	const struct plan *plan = listing->context->plan;
	struct json *json = listing->json;
	json_open(json, NULL, '{');
	json_text(json, "level", finding->level == CHECK_HARD ? "hard" : "soft");
	json_text(json, "rule", finding->rule);
	json_text(json, "name", finding->name);
	json_text(json, "unit", plan->units[finding->unit].code);
	json_text(json, "element", plan->elements[finding->element].code);
	put_period(json, "period", finding->period);
	json_text(json, "left", finding->left);
	json_text(json, "right", finding->right);
	json_text(json, "other_element", finding->other == PLAN_NONE ? "" : plan->elements[finding->other].code);
	put_period(json, "other_period", finding->other_period);
	json_text(json, "cure", finding->cure);
	json_text(json, "why", finding->why);
	json_text(json, "text", finding->text);
	json_text(json, "explanation", said);
	json_close(json, '}');
}

static enum err take_finding(const struct check_finding *finding, void *ctx)
{
	struct listing *listing = ctx;
	if (finding->level != listing->level || (listing->unit != PLAN_NONE && finding->unit != listing->unit))
		return ERR_OK;
	const char *said = said_of(&listing->said, finding);
	listing->counts[finding->level]++;
	listing->explained += finding->level == CHECK_SOFT && said[0] != '\0';
	(listing->json != NULL ? put_json : put_text)(listing, finding, said);
	return ERR_OK;
}

// ------------------------------------------------------------ all reports

static enum err check_owner(struct listing *listing, int dept, int unit)
{
	const struct context *context = listing->context;
	struct check_store at = {context->store, context->plan, context_day(context)};
	const struct check_source source = check_source_of_store(&at);
	struct report report = {.key = {listing->period, dept, unit}};
	enum err err = store_get_report(context->store, context->plan, &report);
	if (err != ERR_OK)
		return err;
	int due = report_due(context->plan, &report, context->today);
	return check_report(context->plan, &source, &report.key, due, take_finding, listing);
}

static enum err check_level_of(struct listing *listing, enum check_level level)
{
	const struct plan *plan = listing->context->plan;
	enum err err = ERR_OK;
	listing->level = level;
	for (int unit = 0; unit < plan->units_len && err == ERR_OK; unit++)
		err = check_owner(listing, 0, unit);
	for (int dept = 1; dept < plan->depts_len && err == ERR_OK; dept++)
		err = check_owner(listing, dept, plan->root);
	return err;
}

static enum err check_all(struct listing *listing)
{
	const struct context *context = listing->context;
	enum err err = store_begin(context->store);
	if (err != ERR_OK)
		return err;
	err = said_load(&listing->said, context->store, context->plan, listing->period, listing->unit);
	if (err == ERR_OK)
		err = check_level_of(listing, CHECK_HARD);
	if (err == ERR_OK)
		err = check_level_of(listing, CHECK_SOFT);
	store_end(context->store);
	return err;
}

static enum err list_json(struct listing *listing)
{
	struct json json = {listing->context->out, true};
	listing->json = &json;
	json_open(&json, NULL, '{');
	put_period(&json, "period", listing->period);
	json_open(&json, "findings", '[');
	enum err err = check_all(listing);
	json_close(&json, ']');
	json_whole(&json, "hard", listing->counts[CHECK_HARD]);
	json_whole(&json, "soft", listing->counts[CHECK_SOFT]);
	json_whole(&json, "explained", listing->explained);
	json_close(&json, '}');
	fputc('\n', listing->context->out);
	return err;
}

static enum err list_text(struct listing *listing)
{
	FILE *out = listing->context->out;
	if (listing->context->plan->demo)
		fprintf(out, "%s\n", _("demo data"));
	enum err err = check_all(listing);
	if (err != ERR_OK)
		return err;
	if (listing->counts[CHECK_HARD] + listing->counts[CHECK_SOFT] == 0)
		fprintf(out, "%s\n", _("No findings: it can be submitted."));
	else
		fprintf(out, _("%d hard, %d soft, of which %d explained.\n"), listing->counts[CHECK_HARD], listing->counts[CHECK_SOFT],
			listing->explained);
	return ERR_OK;
}

enum err cmd_check(struct context *context, int argc, char **argv)
{
	struct listing listing = {.context = context};
	(void)argc;
	(void)argv;
	enum err err = context_open(context, DB_READ);
	if (err == ERR_OK)
		err = context_period_of_plan(context, CONTEXT_BEGUN, &listing.period);
	if (err == ERR_OK)
		err = context_unit(context, PLAN_NONE, &listing.unit);
	if (err == ERR_OK)
		err = context_unit_exists(context, listing.unit, listing.period);
	if (err == ERR_OK)
		err = (context->option[OPTION_JSON] != NULL ? list_json : list_text)(&listing);
	said_done(&listing.said);
	if (err == ERR_OK && listing.counts[CHECK_HARD] > 0)
		return err_set(ERR_FINDINGS, _("%d hard findings stand; they have to be mended before a report can be submitted"),
			listing.counts[CHECK_HARD]);
	return err;
}
