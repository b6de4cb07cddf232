// SPDX-License-Identifier: MIT
// duibiao plan check FILE | apply FILE | show: a plan is replaced only whole, after its difference was seen.
#include <string.h>

#include "cli/ask.h"
#include "cli/commands.h"
#include "cli/op.h"
#include "cli/plan_in.h"
#include "cli/plan_kept.h"
#include "config/planfile.h"
#include "core/i18n.h"

static void print_difference(const char *line, void *ctx)
{
	fprintf(ctx, "%s\n", line);
}

static enum err check(struct context *context, const char *file)
{
	struct plan *plan = NULL;
	enum err err = plan_in_file(file, &plan);
	if (err == ERR_OK)
		fprintf(context->out, _("%s holds: %d units, %d elements, %d indicators, %d rows of the document.\n"), file,
			plan->units_len, plan->elements_len, plan->indicators_len, plan->places_len);
	plan_free(plan);
	return err;
}

static enum err show(struct context *context, const char *file)
{
	(void)file;
	enum err err = context_open(context, DB_READ);
	if (err == ERR_OK)
		fputs(context->plan->text != NULL ? context->plan->text : "", context->out);
	return err;
}

static enum err ask(const struct context *context, int differences)
{
	if (context->option[OPTION_YES] != NULL)
		return ERR_OK;
	if (!context->terminal)
		return err_set(ERR_REFUSED, _("nothing was changed; to apply these differences say --yes"));
	if (!ask_yes(P_("Apply this %d difference? (y/n) ", "Apply these %d differences? (y/n) ", (unsigned long)differences),
		differences))
		return err_set(ERR_REFUSED, _("nothing was changed"));
	return ERR_OK;
}

// The difference is that of two files: rows that were retired since stand in the database, not in its plan file, and are
// not told again. A file that today's checks would refuse is compared as it stands in the database.
static int print_differences(const struct context *context, const struct plan *plan)
{
	struct planfile_report report = {NULL, 0};
	struct plan *file = NULL;
	const char *text = context->plan->text;
	enum err err = text != NULL ? planfile_parse("", text, strlen(text), &file, &report) : ERR_MISSING;
	int differences = plandiff_each(err == ERR_OK ? file : context->plan, plan, print_difference, context->out);
	planfile_report_free(&report);
	plan_free(file);
	return differences;
}

static enum err apply_plan(struct context *context, const struct plan *plan)
{
	int differences = print_differences(context, plan);
	if (differences < 0)
		return ERR_MEMORY;
	if (differences == 0) {
		fprintf(context->out, _("This is the plan in use; there is nothing to apply.\n"));
		return ERR_OK;
	}
	enum err err = plan_kept_say(context, plan);
	fflush(context->out);
	if (err == ERR_OK && context->option[OPTION_DRY_RUN] != NULL)
		return ERR_OK;
	if (err == ERR_OK)
		err = ask(context, differences);
	if (err == ERR_OK)
		err = op_write_plan(context, context->store, plan, "plan");
	if (err == ERR_OK)
		fprintf(context->out, _("The plan was applied.\n"));
	return err;
}

static enum err apply(struct context *context, const char *file)
{
	struct plan *plan = NULL;
	enum err err = plan_in_file(file, &plan);
	if (err == ERR_OK)
		err = context_open(context, context->option[OPTION_DRY_RUN] != NULL ? DB_READ : DB_WRITE);
	if (err == ERR_OK)
		err = apply_plan(context, plan);
	plan_free(plan);
	return err;
}

static const struct verb {
	const char *name;
	int arguments;
	enum err (*run)(struct context *context, const char *file);
} verbs[] = { {"check", 2, check}, {"apply", 2, apply}, {"show", 1, show} };

enum err cmd_plan(struct context *context, int argc, char **argv)
{
	if (context->option[OPTION_DEMO] != NULL && strcmp(argv[0], "show") != 0)
		return err_set(ERR_USAGE, _("--demo is for duibiao plan show"));
	for (size_t i = 0; i < sizeof verbs / sizeof verbs[0]; i++)
		if (strcmp(argv[0], verbs[i].name) == 0 && argc == verbs[i].arguments)
			return verbs[i].run(context, argc > 1 ? argv[1] : NULL);
	return err_set(ERR_USAGE, _("it is: duibiao plan check FILE, duibiao plan apply FILE or duibiao plan show"));
}
