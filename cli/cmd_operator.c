// SPDX-License-Identifier: MIT
// duibiao operator: who this account is in the file, said once; without options it is shown.
#include <string.h>

#include "cli/commands.h"
#include "cli/desk_report.h"
#include "cli/owner.h"
#include "core/i18n.h"
#include "core/text.h"

static enum err read_role(const char *word, enum report_role *out)
{
	for (*out = REPORT_CLERK; *out <= REPORT_READER; ++*out)
		if (strcmp(word, report_role_name(*out)) == 0 || strcmp(word, _(report_role_name(*out))) == 0)
			return ERR_OK;
	return err_set(ERR_INPUT, _("--role: clerk, reviewer, planner or reader is expected, not \"%s\""), word);
}

static void show(const struct context *context, const struct operator *who)
{
	const struct report_key own = {0, who->dept, who->unit};
	fprintf(context->out, _("%s (account %s): %s, %s\n"), who->name, context->who, report_owner_name(context->plan, &own),
		_(report_role_name(who->role)));
}

// What is not said stays; the first time all of it has to be said but the name, which the account has.
static enum err read_request(const struct context *context, struct operator *who)
{
	const char *name = context->option[OPTION_NAME], *role = context->option[OPTION_ROLE];
	bool given;
	enum err err = owner_given(context, &who->dept, &who->unit, &given);
	if (err == ERR_OK && role != NULL)
		err = read_role(role, &who->role);
	if (err == ERR_OK && who->change == 0 && (!given || role == NULL))
		err = err_set(ERR_USAGE, _("the first time both are needed: --unit or --dept, and --role"));
	who->name = name != NULL ? name : who->change == 0 ? context->who : who->name;
	return err;
}

static enum err set_operator(struct context *context, struct operator *who)
{
	struct desk_answer answer;
	char name[201];
	enum err err = read_request(context, who);
	if (err != ERR_OK)
		return err;
	who->name = text_format(name, sizeof name, "%s", who->name);      // the store keeps its text for one read only
	err = desk_report_put_operator(context, who, &answer);
	if (err == ERR_OK && !answer.done)
		err = err_set(ERR_REFUSED, "%s", answer.text);
	if (err == ERR_OK)
		show(context, who);
	return err;
}

enum err cmd_operator(struct context *context, int argc, char **argv)
{
	static const enum option says[] = {OPTION_NAME, OPTION_UNIT, OPTION_DEPT, OPTION_ROLE};
	struct operator who;
	bool asked = true;
	(void)argc;
	(void)argv;
	for (size_t i = 0; i < sizeof says / sizeof says[0]; i++)
		asked = asked && context->option[says[i]] == NULL;
	enum err err = context_open(context, asked ? DB_READ : DB_WRITE);
	if (err == ERR_OK)
		err = desk_report_get_operator(context, &who);
	if (err != ERR_OK)
		return err;
	if (!asked)
		return set_operator(context, &who);
	if (who.change == 0)
		fprintf(context->out, _("It is not known yet who account %s is; say so with --name, --unit or --dept, and --role.\n"), context->who);
	else
		show(context, &who);
	return ERR_OK;
}
