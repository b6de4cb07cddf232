// SPDX-License-Identifier: MIT
// See published.h. They pass the same gate as anybody's figures: what intake refuses does not get in from here either.
#include "cli/published.h"

#include "cli/op.h"
#include "core/i18n.h"
#include "exchange/import.h"

static enum err check(const struct import *import, const char *name)
{
	for (int i = 0; i < import->len; i++)
		if (import->rows[i].state == IMPORT_REFUSED)
			return err_set(ERR_INPUT, _("line %d of %s: %s"), import->rows[i].line, name, import->rows[i].why);
	return ERR_OK;
}

enum err published_put(const struct context *context, struct store *store, const struct plan *plan)
{
	const struct embed file = embed_published();
	return published_put_file(context, store, plan, &file, _("published figures"));
}

enum err published_put_file(const struct context *context, struct store *store, const struct plan *plan, const struct embed *file,
	const char *why)
{
	struct ledger_op op = op_make(context, "import", why);
	struct import *import = NULL;
	int64_t seq = 0;
	enum err err = import_read(store, plan, context->today, file->name, file->bytes, file->len, "utf-8", NULL, &import);
	if (err != ERR_OK)
		return err;
	err = check(import, file->name);
	if (err == ERR_OK)
		err = import_write(import, store, &op, false, &seq);
	import_free(import);
	return err;
}
