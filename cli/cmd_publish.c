// SPDX-License-Identifier: MIT
// duibiao publish FOLDER: the file as readers may see it, under its own name in a folder of theirs.
#include <libgen.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "cli/commands.h"
#include "core/i18n.h"
#include "db/publish.h"

enum err cmd_publish(struct context *context, int argc, char **argv)
{
	(void)argc;
	char *path = strdup(context->path);
	if (path == NULL)
		return err_set(ERR_MEMORY, _("out of memory"));
	const char *name = basename(path);
	enum err err = context_open_file(context, DB_READ);
	if (err == ERR_OK)
		err = db_publish(context->store, argv[0], name, (int64_t)time(NULL));
	if (err == ERR_OK)
		fprintf(context->out, _("Published for readers: %s/%s\n"), argv[0], name);
	free(path);
	return err;
}
