// SPDX-License-Identifier: MIT
// duibiao explain ELEMENT UNIT PERIOD TEXT: one text for all that the checks find strange about a cell.
#include "cli/commands.h"
#include "cli/desk_report.h"
#include "core/check.h"
#include "core/i18n.h"
#include "core/period.h"
#include "core/text.h"

#define CELL_FINDINGS 32                         // of one cell; there are fewer rules

struct answering {
	int element, unit, period, len;
	const char *text;
	char rules[CELL_FINDINGS][CHECK_RULE];
	struct explanation said[CELL_FINDINGS];
};

static enum err take_finding(const struct check_finding *finding, void *ctx)
{
	struct answering *to = ctx;
	if (finding->level != CHECK_SOFT || finding->element != to->element || finding->unit != to->unit || to->len == CELL_FINDINGS)
		return ERR_OK;
	const char *rule = text_format(to->rules[to->len], CHECK_RULE, "%s", finding->rule);
	to->said[to->len++] = (struct explanation){.period = to->period, .unit = to->unit, .element = to->element, .rule = rule,
		.text = to->text, .about = finding->about};
	return ERR_OK;
}

// The whole report, for some rules hold a cell against others of it. What is owed is no soft finding: due on no day.
static enum err find(const struct context *context, struct answering *to)
{
	struct check_store at = {context->store, context->plan, context_day(context)};
	const struct check_source source = check_source_of_store(&at);
	const struct report_key key = report_of_cell(context->plan, to->element, to->unit, to->period);
	enum err err = store_begin(context->store);
	if (err != ERR_OK)
		return err;
	err = check_report(context->plan, &source, &key, 0, take_finding, to);
	store_end(context->store);
	if (err == ERR_OK && to->len == 0)
		err = err_set(ERR_REFUSED, _("nothing strange is found about this cell, so there is nothing to explain"));
	return err;
}

enum err cmd_explain(struct context *context, int argc, char **argv)
{
	struct answering to = {.len = 0, .text = argv[3]};
	struct desk_answer answer;
	(void)argc;
	enum err err = context_open(context, DB_WRITE);
	if (err == ERR_OK)
		err = context_find_element(context, argv[0], &to.element);
	if (err == ERR_OK)
		err = context_find_unit(context, argv[1], &to.unit);
	if (err == ERR_OK)
		err = period_parse(argv[2], &to.period);
	if (err == ERR_OK)
		err = find(context, &to);
	if (err == ERR_OK)
		err = desk_report_explain(context, to.said, to.len, &answer);
	if (err == ERR_OK && !answer.done)
		err = err_set(ERR_REFUSED, "%s", answer.text);
	if (err == ERR_OK)
		fprintf(context->out, "%s\n", answer.text);
	return err;
}
