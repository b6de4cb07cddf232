// SPDX-License-Identifier: MIT
// See overview.h. Apart from cmd_report.c, which writes files: the read-only program prints this and nothing else.
#include "cli/overview.h"

static enum err read_query(const struct context *context, struct report_query *query)
{
	const char *chapter = context->option[OPTION_CHAPTER];
	*query = (struct report_query){.today = context->today, .chapter = PLAN_NONE,
		.figures = context_figures(context, false)};
	enum err err = context_period_of_plan(context, CONTEXT_BEGUN, &query->period);
	if (err == ERR_OK)
		err = context_unit(context, context->plan->root, &query->unit);
	// What it had said stays its own and is told; that it is gone is said beside.
	if (err == ERR_OK && context_unit_exists(context, query->unit, query->period) != ERR_OK)
		fprintf(stderr, "%s\n", err_message());
	if (err == ERR_OK && chapter != NULL)
		err = report_find_chapter(context->plan, chapter, &query->chapter);
	return err;
}

enum err overview_report(const struct context *context, const struct overview_ask *ask, struct report **out)
{
	struct report_query query;
	enum err err = read_query(context, &query);
	query.day_of = ask->day_of;
	query.by_unit = ask->by_unit;
	query.brief = ask->brief;
	return err == ERR_OK ? report_new(context->store, context->plan, &query, out) : err;
}

enum err overview_print(struct context *context)
{
	const struct overview_ask ask = {NULL, false, false};
	struct report *report = NULL;
	enum err err = overview_report(context, &ask, &report);
	if (err == ERR_OK)
		report_put_overview(report, context->out);
	report_free(report);
	return err;
}
