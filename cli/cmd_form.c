// SPDX-License-Identifier: MIT
// duibiao form: an empty form of a unit and period, that import reads back.
#include "cli/commands.h"
#include "cli/output.h"
#include "cli/sheet.h"
#include "core/i18n.h"
#include "exchange/csv.h"

static void put_form(const struct sheet *sheet, FILE *out)
{
	csv_put_bom(out);
	sheet_put_form(sheet, out);
}

enum err cmd_form(struct context *context, int argc, char **argv)
{
	(void)argc;
	(void)argv;
	enum err err = context_open(context, DB_READ);
	return err == ERR_OK ? sheet_write(context, put_form) : err;
}
