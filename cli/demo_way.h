// SPDX-License-Identifier: MIT
// How the figures of the demonstration came in: keyed by each owner in the window of each period, submitted, returned, accepted,
// locked, explained and corrected, as anybody's are.
#ifndef CLI_DEMO_WAY_H
#define CLI_DEMO_WAY_H

#include "cli/context.h"

#define DEMO_PERSON "张三"                 // who sits at the demonstration
// The moment from which the demonstration's next actions are: DAY yyyymmdd, TIME hhmm in China.
void demo_way_at(struct context *context, int day, int time);
// CONTEXT has the file and its plan; it ends as it began, on the demonstration's own day.
must_check enum err demo_way_put(struct context *context);

#endif
