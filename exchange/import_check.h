// SPDX-License-Identifier: MIT
// What the checks say of the figures that a file would write, over them and what stands beside them (core/check.h). A try only:
// the figures to be written are in memory for it, 24 bytes each.
#ifndef EXCHANGE_IMPORT_CHECK_H
#define EXCHANGE_IMPORT_CHECK_H

#include "core/check.h"
#include "exchange/import.h"

typedef void import_finding_fn(int line, const struct check_finding *finding, void *ctx);
// JOB's own listeners are not asked. COUNT by level; what the file itself explains is no finding.
must_check enum err import_check(const struct import_job *job, import_finding_fn *fn, void *ctx, int count[2]);
// Does the text that goes with a figure explain a finding of RULE?
bool import_explains(const char *explanations, const char *rule);

#endif
