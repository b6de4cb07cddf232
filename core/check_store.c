// SPDX-License-Identifier: MIT
// Checks over a file: one seek an entry.
#include "core/check.h"
#include "core/store.h"

static enum err read_entry(void *ctx, int element, int unit, int period, struct entry *out)
{
	const struct check_store *at = ctx;
	return store_get_entry(at->store, at->plan, element, unit, period, out);
}

struct check_source check_source_of_store(struct check_store *at)
{
	return (struct check_source){ at, read_entry, at->today };
}
