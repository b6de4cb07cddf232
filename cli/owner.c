// SPDX-License-Identifier: MIT
// See owner.h.
#include "cli/owner.h"

#include <string.h>

#include "core/i18n.h"
#include "core/text.h"

static enum err find_dept(const struct plan *plan, const char *word, int *out)
{
	char list[600] = "";
	size_t used = 0;
	for (*out = 1; *out < plan->depts_len; ++*out)
		if (strcmp(plan->depts[*out].code, word) == 0 || strcmp(plan->depts[*out].name, word) == 0)
			return ERR_OK;
	for (int i = 1; i < plan->depts_len && used + 80 < sizeof list; i++) {
		text_format(list + used, sizeof list - used, "%s%s(%s)", i > 1 ? " " : "", plan->depts[i].name, plan->depts[i].code);
		used += strlen(list + used);
	}
	return err_set(ERR_INPUT, _("there is no department \"%s\". The departments are: %s"), word, list);
}

enum err owner_given(const struct context *context, int *dept, int *unit, bool *given)
{
	const char *of_dept = context->option[OPTION_DEPT];
	*given = of_dept != NULL || context->option[OPTION_UNIT] != NULL;
	if (of_dept != NULL && context->option[OPTION_UNIT] != NULL)
		return err_set(ERR_USAGE, _("either --unit or --dept, not both"));
	if (!*given)
		return ERR_OK;
	*dept = 0;
	if (of_dept == NULL)
		return context_unit(context, *unit, unit);
	*unit = context->plan->root;
	return find_dept(context->plan, of_dept, dept);
}

enum err owner_report(struct context *context, struct report_key *out)
{
	struct operator who = {.account = context->who};
	bool given;
	enum err err = context_period(context, &out->period);
	if (err == ERR_OK)
		err = owner_given(context, &out->dept, &out->unit, &given);
	if (err != ERR_OK || given)
		return err;
	err = store_get_operator(context->store, context->plan, &who);
	if (err == ERR_OK && who.change == 0)
		err = err_set(ERR_USAGE, _("whose report? Name it with --unit or --dept"));
	out->dept = who.dept;
	out->unit = who.unit;
	return err;
}
