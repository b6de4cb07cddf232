// SPDX-License-Identifier: MIT
// The overview as text: what duibiao prints without a terminal.
#ifndef CLI_OVERVIEW_H
#define CLI_OVERVIEW_H

#include "cli/context.h"
#include "exchange/report.h"

struct overview_ask { int (*day_of)(int64_t at); bool by_unit, brief; };    // as of struct report_query
// CONTEXT is open. The report that --period, --unit and --chapter ask for. *OUT owned.
must_check enum err overview_report(const struct context *context, const struct overview_ask *ask, struct report **out);
must_check enum err overview_print(struct context *context);

#endif
