// SPDX-License-Identifier: MIT
// See sheet.h.
#include "cli/sheet.h"

#include "cli/output.h"
#include "core/i18n.h"

static enum err find_sheet(const struct context *context, struct sheet **out)
{
	int unit, period;
	enum err err = context_unit(context, PLAN_NONE, &unit);
	if (err == ERR_OK && unit == PLAN_NONE)
		err = err_set(ERR_USAGE, "%s", _("a form is of one unit; say which by --unit"));
	if (err == ERR_OK)
		err = context_period_of_plan(context, CONTEXT_AHEAD, &period);
	if (err == ERR_OK)
		err = context_unit_exists(context, unit, period);
	return err == ERR_OK ? sheet_read(context->store, context->plan, unit, period, out) : err;
}

enum err sheet_write(const struct context *context, sheet_put_fn *put)
{
	struct sheet *sheet = NULL;
	struct output output;
	enum err err = find_sheet(context, &sheet);
	if (err == ERR_OK)
		err = output_open(context, &output);
	if (err == ERR_OK) {
		put(sheet, output.file);
		err = output_close(&output);
	}
	sheet_free(sheet);
	return err;
}
