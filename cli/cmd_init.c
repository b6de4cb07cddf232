// SPDX-License-Identifier: MIT
// duibiao init [--shared] [--plan FILE] FILE
#include <stdlib.h>

#include "cli/commands.h"
#include "cli/make.h"
#include "cli/place.h"
#include "cli/plan_in.h"
#include "core/i18n.h"

enum err cmd_init(struct context *context, int argc, char **argv)
{
	struct embed plan = {context->option[OPTION_PLAN], NULL, 0};
	char *bytes = NULL;
	enum err err = ERR_OK;
	(void)argc;
	if (context->option[OPTION_FILE] != NULL)
		return err_set(ERR_USAGE, _("init names its file without --file: duibiao init FILE"));
	if (plan.name != NULL)
		err = place_read_file(plan.name, PLAN_IN_BYTES, &bytes, &plan.len);
	plan.bytes = bytes;
	if (err == ERR_OK)
		err = make_file(context, argv[0], context->option[OPTION_SHARED] != NULL, plan.name != NULL ? &plan : NULL);
	if (err == ERR_OK)
		fprintf(context->out, _("Made: %s\n"), argv[0]);
	free(bytes);
	return err;
}
