// SPDX-License-Identifier: MIT
// Whose report a command is about: a unit's or a department's, by its options.
#ifndef CLI_OWNER_H
#define CLI_OWNER_H

#include "cli/context.h"
#include "core/report.h"

// --unit or --dept into *DEPT and *UNIT (the root, of a department); false in *GIVEN, and both left alone, when it is neither.
// ERR_USAGE: both. The file is open.
must_check enum err owner_given(const struct context *context, int *dept, int *unit, bool *given);
// The report of --unit or --dept, else of the one who sits here, in --period.
must_check enum err owner_report(struct context *context, struct report_key *out);

#endif
