// SPDX-License-Identifier: MIT
// Entries for the checks of many reports at once: a month of an element is read cell by cell as long as few are asked for, then
// whole, for a row of a run costs a tenth of a seek. Of months other than the reports' own only kind and figure are kept.
#ifndef CORE_CHECK_RUNS_H
#define CORE_CHECK_RUNS_H

#include "core/check.h"
#include "core/store.h"

struct check_runs;
// PERIOD: the reports'. To be used within one view of STORE. check_runs_free takes NULL, too.
must_check enum err check_runs_new(struct store *store, const struct plan *plan, int period, struct check_runs **out);
void check_runs_free(struct check_runs *runs);
struct check_source check_runs_source(struct check_runs *runs, int today);

#endif
