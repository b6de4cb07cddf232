// SPDX-License-Identifier: MIT
// The figures of the demonstration, by rule: the same on every machine and every day. Exceptions (what is not reported, what
// is published, the provincial averages) stand in config/demo.csv, the units' targets in config/demo.ini.
#ifndef CORE_DEMO_RULE_H
#define CORE_DEMO_RULE_H

#include "core/entry.h"
#include "core/err.h"
#include "core/plan.h"

#define DEMO_TODAY 20240708               // the day on which the demonstration takes place
#define DEMO_NOW INT64_C(1720405920)      // that day, 10:32 in China

typedef enum err demo_rule_fn(const struct entry *entry, void *ctx);
// Every figure, and every "does not apply" with NOT_APPLICABLE as its note, with NOTE as all others'; in the order of the
// table, by unit and period. ERR_INPUT when PLAN has not the elements and units of the table.
must_check enum err demo_rule_each(
	const struct plan *plan, const char *note, const char *not_applicable, demo_rule_fn *fn, void *ctx);

#endif
