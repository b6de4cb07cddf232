// SPDX-License-Identifier: MIT
// Looking back, as screens see it: the same file as it was known at the end of a past day. Filled in by the roof; NULL where the
// log is not there (duibiao-view: a published snapshot has none).
#ifndef CORE_PAST_H
#define CORE_PAST_H

#include "core/err.h"

struct store;

struct past {
	void *ctx;
	// *OUT is kept until the next look or leave. ERR_REFUSED: nothing was known yet on that day.
	enum err (*look)(void *ctx, int day, struct store **out);
	void (*leave)(void *ctx);
};

#endif
