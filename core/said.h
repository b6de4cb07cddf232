// SPDX-License-Identifier: MIT
// What people have said about the figures of a period: its explanations, read once and asked often.
#ifndef CORE_SAID_H
#define CORE_SAID_H

#include "core/check.h"
#include "core/said_rule.h"
#include "core/store.h"

struct said { struct explanation *rows; int len, cap; };       // texts owned

// Of a period and unit (PLAN_NONE: all units). Zeroed before; said_done after a failure too.
must_check enum err said_load(struct said *said, struct store *store, const struct plan *plan, int period, int unit);
void said_done(struct said *said);
// The text that answers the finding; "" none.
const char *said_of(const struct said *said, const struct check_finding *finding);
// What the reviewer says of a cell whose report was returned, about the figure that still stands there; "" none.
const char *said_return(const struct said *said, const struct entry *entry);
// The same of what is kept until it is returned.
const char *said_review(const struct said *said, const struct entry *entry);

#endif
