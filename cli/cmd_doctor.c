// SPDX-License-Identifier: MIT
// duibiao doctor: what this terminal can do and what to set where it cannot. At a terminal with its keys first, so that what is
// printed at the end knows what was measured, and can be sent to whoever helps.
#include <string.h>

#include "cli/commands.h"
#include "cli/doctor_look.h"
#include "cli/widths.h"
#include "core/i18n.h"
#include "core/text.h"
#include "exchange/json.h"

#define LABEL_CELLS 16
#define COLUMNS 80

static void put_indented(const char *line, size_t len, void *ctx)
{
	fprintf(ctx, "    %.*s\n", (int)len, line);
}

static void put_text(const struct doctor *found, FILE *out)
{
	char label[4 * LABEL_CELLS + 1];
	for (int i = 0; i < found->len; i++) {
		const struct doctor_fact *fact = &found->facts[i];
		text_fit(fact->label, LABEL_CELLS, true, false, label, sizeof label);
		fprintf(out, "%c %s %s\n", doctor_letter(fact->verdict), label, fact->value);
		if (fact->cure[0] != '\0')
			text_wrap(fact->cure, COLUMNS - 4, put_indented, out);
	}
	fprintf(out, "%s\n", _("= good   + works, and could be better   ! to be set, as said beneath"));
}

static void put_json(const struct doctor *found, FILE *out)
{
	static const char *const words[] = {[DOCTOR_GOOD] = "good", [DOCTOR_NOTE] = "note", [DOCTOR_WRONG] = "wrong"};
	struct json json = {out, true};
	json_open(&json, NULL, '{');
	for (int i = 0; i < found->len; i++) {
		json_open(&json, found->facts[i].id, '{');
		json_text(&json, "value", found->facts[i].value);
		json_text(&json, "verdict", words[found->facts[i].verdict]);
		json_text(&json, "cure", found->facts[i].cure);
		json_close(&json, '}');
	}
	json_close(&json, '}');
	fputc('\n', out);
}

static enum err choose_format(const char *name, bool *json)
{
	char quoted[160];
	*json = name != NULL && strcmp(name, "json") == 0;
	if (name == NULL || *json || strcmp(name, "text") == 0)
		return ERR_OK;
	return err_set(ERR_USAGE, _("doctor cannot write %s; the formats are text and json"),
		text_quote(name, 20, quoted, sizeof quoted));
}

// A terminal that cannot be drawn on is what this command is for: the text says it.
static void look_at_the_terminal(struct context *context)
{
	if (context->terminal && context->option[OPTION_FORMAT] == NULL &&
		doctor_run(&context->settings, doctor_look, context) == ERR_OK)
		widths_keep();
}

enum err cmd_doctor(struct context *context, int argc, char **argv)
{
	struct doctor found;
	bool json, wrong = false;
	(void)argc;
	(void)argv;
	enum err err = choose_format(context->option[OPTION_FORMAT], &json);
	if (err != ERR_OK)
		return err;
	widths_recall();
	look_at_the_terminal(context);
	doctor_look(context, &found);
	(json ? put_json : put_text)(&found, context->out);
	for (int i = 0; i < found.len; i++)
		wrong = wrong || found.facts[i].verdict == DOCTOR_WRONG;
	return wrong ? err_set(ERR_FINDINGS, "%s", "") : ERR_OK;
}
