// SPDX-License-Identifier: MIT
// duibiao verify: is the file whole, and was its history left alone?
#include "cli/commands.h"
#include "core/change.h"
#include "core/i18n.h"
#include "db/db_write.h"

enum err cmd_verify(struct context *context, int argc, char **argv)
{
	struct store_op last;
	int64_t lines = 0;
	char code[10];
	(void)argc;
	(void)argv;
	enum err err = context_open_file(context, DB_READ);
	if (err == ERR_OK)
		err = db_verify(context->store, &lines);
	if (err == ERR_OK && db_is_snapshot(context->store)) {
		fprintf(context->out, _("The snapshot is whole. It carries no history; verify the file that it was published from, too.\n"));
		return ERR_OK;
	}
	if (err == ERR_OK)
		err = store_last_op(context->store, &last);
	if (err != ERR_OK)
		return err;
	change_check_code(last.hash, code);
	fprintf(context->out, _("The file is whole: %lld change lines, check code %s.\n"), (long long)lines, code);
	return ERR_OK;
}
