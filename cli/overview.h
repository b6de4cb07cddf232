// SPDX-License-Identifier: MIT
// The overview as text: what duibiao prints without a terminal.
#ifndef CLI_OVERVIEW_H
#define CLI_OVERVIEW_H

#include "cli/context.h"
#include "exchange/report.h"

// CONTEXT is open. The report that --period, --unit and --chapter ask for, DAY_OF as of its query. *OUT owned.
must_check enum err overview_report(const struct context *context, int (*day_of)(int64_t at), struct report **out);
must_check enum err overview_print(struct context *context);

#endif
