// SPDX-License-Identifier: MIT
// duibiao corrections: those that wait for a decision, by number; --accept and --refuse decide one.
#include <stdlib.h>

#include "cli/commands.h"
#include "cli/desk_report.h"
#include "core/entry_words.h"
#include "core/i18n.h"
#include "core/text.h"

#define WORD_CELLS 400

struct listing { const struct context *context; int len; };

static enum err put_correction(const struct correction *correction, void *ctx)
{
	struct listing *listing = ctx;
	const struct plan *plan = listing->context->plan;
	struct entry cell = {.element = correction->element, .unit = correction->unit, .period = correction->period,
		.kind = correction->old_kind, .figure = correction->old, .note = "", .doc = "", .change = correction->about};
	char name[256], old[ENTRY_WORDS], new[ENTRY_WORDS], words[2][4 * WORD_CELLS + 1];
	entry_words_name(plan, &cell, name, sizeof name);
	entry_words(plan, &cell, old, sizeof old);
	cell.kind = ENTRY_VALUE;
	cell.figure = correction->figure;
	entry_words(plan, &cell, new, sizeof new);
	text_fit(correction->reason, WORD_CELLS, false, false, words[0], sizeof words[0]);
	text_fit(correction->doc, WORD_CELLS, false, false, words[1], sizeof words[1]);
	fprintf(listing->context->out, "%lld  ", (long long)correction->id);
	fprintf(listing->context->out, _("%s: %s to %s"), name, old, new);
	fprintf(listing->context->out, "  %s  %s\n", words[0], words[1]);
	listing->len++;
	return ERR_OK;
}

static enum err list(const struct context *context)
{
	struct listing listing = {context, 0};
	enum err err = store_each_correction(context->store, context->plan, STORE_PENDING, NULL, put_correction, &listing);
	if (err == ERR_OK && listing.len == 0)
		fprintf(context->out, "%s\n", _("No correction waits for a decision."));
	return err;
}

static enum err decide(struct context *context, int id, bool accept)
{
	const char *why = context->option[OPTION_WHY];
	struct desk_answer answer;
	enum err err = desk_report_decide(context, id, accept, why != NULL ? why : "", &answer);
	if (err == ERR_OK && !answer.done)
		err = err_set(ERR_REFUSED, "%s", answer.text);
	if (err == ERR_OK)
		fprintf(context->out, "%s\n", answer.text);
	return err;
}

enum err cmd_corrections(struct context *context, int argc, char **argv)
{
	int accept = 0, refuse = 0;
	(void)argc;
	(void)argv;
	enum err err = context_number(context, OPTION_ACCEPT, 1, INT32_MAX, &accept);
	if (err == ERR_OK)
		err = context_number(context, OPTION_REFUSE, 1, INT32_MAX, &refuse);
	if (err == ERR_OK && accept != 0 && refuse != 0)
		err = err_set(ERR_USAGE, _("either --accept or --refuse, not both"));
	if (err == ERR_OK)
		err = context_open(context, accept + refuse != 0 ? DB_WRITE : DB_READ);
	if (err != ERR_OK)
		return err;
	return accept + refuse != 0 ? decide(context, accept + refuse, accept != 0) : list(context);
}
