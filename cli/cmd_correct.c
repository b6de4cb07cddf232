// SPDX-License-Identifier: MIT
// duibiao correct ELEMENT UNIT PERIOD VALUE: proposes another figure in the place of an accepted one.
#include "cli/commands.h"
#include "cli/desk_report.h"
#include "core/i18n.h"
#include "core/intake.h"
#include "core/period.h"

// VALUE by the rules of entry: decimals, range, what can be read two ways.
static enum err read_figure(const struct context *context, const char *value, struct correction *correction)
{
	const struct intake_cell cell = {.element = correction->element, .unit = correction->unit, .period = correction->period,
		.text = value, .kind = ENTRY_VALUE};
	struct intake_result result;
	struct entry present;
	enum err err = store_get_entry(context->store, context->plan, cell.element, cell.unit, cell.period, &present);
	if (err != ERR_OK)
		return err;
	intake_read(context->plan, &cell, &present, context->today, &result);
	if (result.verdict == INTAKE_REFUSED)
		return err_set(ERR_INPUT, "%s", result.why);
	if (result.verdict == INTAKE_NOTHING)
		return err_set(ERR_REFUSED, _("that is the figure that stands; there is nothing to correct"));
	if (result.after.kind != ENTRY_VALUE)
		return err_set(ERR_INPUT, _("a correction gives a figure"));
	correction->figure = result.after.figure;
	return ERR_OK;
}

enum err cmd_correct(struct context *context, int argc, char **argv)
{
	const char *why = context->option[OPTION_WHY], *doc = context->option[OPTION_DOC];
	struct correction correction = {.reason = why != NULL ? why : "", .doc = doc != NULL ? doc : ""};
	struct desk_answer answer;
	(void)argc;
	enum err err = context_open(context, DB_WRITE);
	if (err == ERR_OK)
		err = context_find_element(context, argv[0], &correction.element);
	if (err == ERR_OK)
		err = context_find_unit(context, argv[1], &correction.unit);
	if (err == ERR_OK)
		err = period_parse(argv[2], &correction.period);
	if (err == ERR_OK)
		err = read_figure(context, argv[3], &correction);
	if (err == ERR_OK)
		err = desk_report_propose(context, &correction, &answer);
	if (err == ERR_OK && !answer.done)
		err = err_set(ERR_REFUSED, "%s", answer.text);
	if (err == ERR_OK)
		fprintf(context->out, "%s\n", answer.text);
	return err;
}
