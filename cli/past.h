// SPDX-License-Identifier: MIT
// The roof's filling of core/past.h: a second store that reads the file as it was known on a past day.
#ifndef CLI_PAST_H
#define CLI_PAST_H

#include "cli/context.h"
#include "core/past.h"

struct pasts {
	struct past past;
	const struct context *context;
	struct store *store;             // of the day looked back to; NULL
};
const struct past *pasts_of(struct pasts *pasts, const struct context *context);
// The end of that day here, seconds since 1970.
int64_t past_end_of(int day);
// The same for a command, whose only store it becomes. ERR_USAGE: not a day.
must_check enum err past_open(struct context *context, const char *day);

#endif
