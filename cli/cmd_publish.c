// SPDX-License-Identifier: MIT
// duibiao publish FOLDER: the file as readers may see it, under its own name in a folder of theirs.
#include <string.h>

#include "cli/commands.h"
#include "cli/publishing.h"
#include "core/i18n.h"

enum err cmd_publish(struct context *context, int argc, char **argv)
{
	(void)argc;
	enum err err = context_open_file(context, DB_READ);
	if (err == ERR_OK)
		err = publishing_to(context, argv[0]);
	const char *slash = strrchr(context->path, '/');
	if (err == ERR_OK)
		fprintf(context->out, _("Published for readers: %s/%s\n"), argv[0], slash != NULL ? slash + 1 : context->path);
	return err;
}
