// SPDX-License-Identifier: MIT
// A plan taken back in time, line by line: what was said of a row stands in the log under the name that the row had then.
#ifndef CORE_PLAN_PAST_H
#define CORE_PLAN_PAST_H

#include "core/plan.h"
#include "core/store.h"

// The walk through the log, newest line first, comes to CHANGE, one of the plan's: PLAN's element or unit then reads as the
// line before it left it (names, measure, decimals). Other rows stay: the log does not name them. By its code and number a
// row is found as before.
must_check enum err plan_past_pass(struct plan *plan, struct store *store, const struct store_change *change);

#endif
