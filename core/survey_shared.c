// SPDX-License-Identifier: MIT
// One roll-up for several surveys of a screen: what one has read the next finds there.
#include <stdlib.h>

#include "core/i18n.h"
#include "core/survey_part.h"

struct survey_shared {
	struct survey_store from;
	struct rollup *rollup;
};

enum err survey_share(struct store *store, const struct plan *plan, const struct survey_query *query, struct survey_shared **out)
{
	struct survey_shared *shared = calloc(1, sizeof *shared);
	if (shared == NULL)
		return err_set(ERR_MEMORY, "%s", _("there is no memory left"));
	shared->from = survey_store_of(store, plan, query, query->counted);
	const struct rollup_source source = survey_source(&shared->from);
	enum err err = store_begin(store);
	if (err == ERR_OK) {
		err = rollup_new(plan, &source, PLAN_NONE, query->figures == SURVEY_ACCEPTED, &shared->rollup);
		if (err != ERR_OK)
			store_end(store);
	}
	if (err == ERR_OK)
		*out = shared;
	else
		free(shared);
	return err;
}

void survey_unshare(struct survey_shared *shared)
{
	if (shared == NULL)
		return;
	rollup_free(shared->rollup);
	store_end(shared->from.store);
	free(shared);
}

enum err survey_rollup(const struct rollup_source *source, const struct plan *plan, const struct survey_query *query, int focus,
	struct rollup **out)
{
	if (query->shared == NULL)
		return rollup_new(plan, source, focus, query->figures == SURVEY_ACCEPTED, out);
	*out = query->shared->rollup;
	return ERR_OK;
}

void survey_rollup_done(const struct survey_query *query, struct rollup *rollup)
{
	if (query->shared == NULL)
		rollup_free(rollup);
}
