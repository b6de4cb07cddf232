// SPDX-License-Identifier: MIT
// See past.h. A day ends here when it ends for those who sit at this desk.
#include "cli/past.h"

#include <string.h>
#include <time.h>

#include "core/i18n.h"
#include "core/period.h"
#include "db/db_write.h"
#include "db/past.h"

int64_t past_end_of(int day)
{
	struct tm after = {.tm_year = day / 10000 - 1900, .tm_mon = day / 100 % 100 - 1, .tm_mday = day % 100 + 1, .tm_isdst = -1};
	return (int64_t)mktime(&after) - 1;
}

static enum err open_past(const struct context *context, int day, struct store **out)
{
	const struct db_options options = {.mode = DB_READ, .random_bytes = context_random, .upgrade = db_upgrade};
	if (day > context_day(context))
		return err_set(ERR_REFUSED, "%s", _("that day has not come yet"));
	return db_open_past(context->path, &options, past_end_of(day), out);
}

static enum err look(void *ctx, int day, struct store **out)
{
	struct pasts *pasts = ctx;
	struct store *store;
	enum err err = open_past(pasts->context, day, &store);
	if (err != ERR_OK)
		return err;
	db_close(pasts->store);
	pasts->store = *out = store;
	return ERR_OK;
}

static void leave(void *ctx)
{
	struct pasts *pasts = ctx;
	db_close(pasts->store);
	pasts->store = NULL;
}

const struct past *pasts_of(struct pasts *pasts, const struct context *context)
{
	*pasts = (struct pasts){.past = {pasts, look, leave}, .context = context};
	return &pasts->past;
}

enum err past_open(struct context *context, const char *day)
{
	int number;
	enum err err = period_parse_day(day, context->today, &number);
	if (err == ERR_OK)
		err = open_past(context, number, &context->store);
	if (err == ERR_OK)
		context->today = number;
	return err;
}
