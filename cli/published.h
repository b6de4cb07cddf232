// SPDX-License-Identifier: MIT
// The published figures of the built-in plan, put into a new file as sourced entries, in one op.
#ifndef CLI_PUBLISHED_H
#define CLI_PUBLISHED_H

#include "cli/context.h"
#include "cli/embed.h"

must_check enum err published_put(const struct context *context, struct store *store, const struct plan *plan);
// Any file in the import's format that the program carries in itself. What stands already is kept.
must_check enum err published_put_file(const struct context *context, struct store *store, const struct plan *plan,
	const struct embed *file, const char *why);

#endif
