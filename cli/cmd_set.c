// SPDX-License-Identifier: MIT
// duibiao set ELEMENT UNIT PERIOD VALUE: one figure, through the same checks as the screen.
#include <stdlib.h>
#include <string.h>

#include "cli/commands.h"
#include "cli/conflict.h"
#include "cli/op.h"
#include "core/check.h"
#include "core/entry_words.h"
#include "core/i18n.h"
#include "core/intake.h"
#include "core/period.h"
#include "core/text.h"

static const struct { const char *word; enum num_qualifier qualifier; } qualifier_words[] = {
	{"exact", NUM_EXACT}, {"above", NUM_ABOVE}, {"at-least", NUM_AT_LEAST}, {"about", NUM_ABOUT},
	{"达到", NUM_EXACT}, {"突破", NUM_ABOVE}, {"以上", NUM_AT_LEAST}, {"左右", NUM_ABOUT},
};
static const char *const not_applicable_words[] = {"not-applicable", "不适用"};
#define LENGTH(a) (sizeof (a) / sizeof (a)[0])

static enum err read_qualifier(const char *word, struct intake_cell *cell)
{
	if (word == NULL)
		return ERR_OK;
	for (size_t i = 0; i < LENGTH(qualifier_words); i++)
		if (strcmp(word, qualifier_words[i].word) == 0) {
			cell->set_qualifier = true;
			cell->qualifier = qualifier_words[i].qualifier;
			return ERR_OK;
		}
	return err_set(ERR_INPUT, _("--qualifier: exact, above, at-least or about is expected, not \"%s\""), word);
}

// 未报 with its day is read where figures are.
static void read_value(const char *value, struct intake_cell *cell)
{
	cell->text = value;
	cell->kind = ENTRY_VALUE;
	for (size_t i = 0; i < LENGTH(not_applicable_words); i++)
		if (strcmp(value, not_applicable_words[i]) == 0)
			cell->kind = ENTRY_NOT_APPLICABLE;
}

static enum err read_request(const struct context *context, char **argv, struct intake_cell *cell)
{
	*cell = (struct intake_cell){.note = context->option[OPTION_NOTE], .doc = context->option[OPTION_DOC]};
	cell->set_final = cell->final = context->option[OPTION_FINAL] != NULL;
	enum err err = context_find_element(context, argv[0], &cell->element);
	if (err == ERR_OK)
		err = context_find_unit(context, argv[1], &cell->unit);
	if (err == ERR_OK)
		err = period_parse(argv[2], &cell->period);
	read_value(argv[3], cell);
	return err == ERR_OK ? read_qualifier(context->option[OPTION_QUALIFIER], cell) : err;
}

static void print_saved(const struct context *context, const struct entry *before, const struct intake_result *result)
{
	char sentence[ENTRY_SENTENCE];
	fprintf(context->out, "%s\n", entry_words_saved(context->plan, before, &result->after, sentence, sizeof sentence));
}

static enum err put_finding(const struct check_finding *finding, void *ctx)
{
	char clean[4 * CHECK_SENTENCE];
	(void)ctx;
	text_fit(finding->text, CHECK_SENTENCE, false, false, clean, sizeof clean);
	fprintf(stderr, "%s\n", clean);
	return ERR_OK;
}

// As on the screen: what is wrong or strange is told and stands until the submission.
static enum err tell_findings(const struct context *context, const struct entry *after)
{
	struct check_store at = {context->store, context->plan, context_day(context)};
	const struct check_source source = check_source_of_store(&at);
	enum err err = store_begin(context->store);
	if (err != ERR_OK)
		return err;
	err = check_cell(context->plan, &source, after, put_finding, NULL);
	store_end(context->store);
	return err;
}

static enum err tell_conflict(const struct context *context, const struct entry *wanted)
{
	char why[512];
	enum err err = conflict_explain(context, wanted);
	text_format(why, sizeof why, "%s", err_message());
	return err_set(err, _("%s Look at it and enter yours again."), why);
}

static enum err save(const struct context *context, const struct entry *present, const struct intake_result *result)
{
	struct ledger_op op = op_make(context, "set", "");
	int64_t seq = 0;
	enum err err = intake_save(context->store, context->plan, &op, result, 1, &seq);
	if (err == ERR_CONFLICT)
		return tell_conflict(context, &result->after);
	if (err == ERR_OK)
		print_saved(context, present, result);
	return err == ERR_OK ? tell_findings(context, &result->after) : err;
}

enum err cmd_set(struct context *context, int argc, char **argv)
{
	struct intake_cell cell;
	struct intake_result result;
	struct entry present;
	(void)argc;
	enum err err = context_open(context, DB_WRITE);
	if (err == ERR_OK)
		err = read_request(context, argv, &cell);
	if (err == ERR_OK)
		err = store_get_entry(context->store, context->plan, cell.element, cell.unit, cell.period, &present);
	if (err != ERR_OK)
		return err;
	intake_read(context->plan, &cell, &present, context->today, &result);
	if (result.verdict == INTAKE_REFUSED)
		return err_set(ERR_INPUT, "%s", result.why);
	if (result.verdict == INTAKE_NOTHING) {
		fprintf(context->out, _("Nothing to save: that is what stands there.\n"));
		return ERR_OK;
	}
	return save(context, &present, &result);
}
