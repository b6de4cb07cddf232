// SPDX-License-Identifier: MIT
// The choosers that several screens offer: a period (S15), a unit, a cell of a report.
#ifndef TUI_CHOOSE_H
#define TUI_CHOOSE_H

#include "tui/screen.h"

extern const struct screen_ops scr_period;       // sets app->period; every screen reloads
// Years whose periods can be shown: the plan's, and on to the present one, for its end is still reported afterwards.
void choose_years(const struct app *app, int *first, int *last);
struct owner_at { int dept, unit; };
typedef unsigned choose_unit_fn(void *ctx, int unit);      // PLAN_NONE for Esc
// Units that report (and, with ROOT, the root), with how much of the period's form each has filled.
void choose_unit(struct app *app, bool root, choose_unit_fn *answer, void *ctx);
typedef unsigned choose_owner_fn(void *ctx, int dept, int unit);      // dept 0: the unit itself; unit PLAN_NONE for Esc
// The root, the units, then the departments (their unit is the root); AT is where the cursor stands.
void choose_owner(struct app *app, const struct owner_at *at, choose_owner_fn *answer, void *ctx);
struct entry;
struct report_key;
typedef unsigned choose_cell_fn(void *ctx, const struct entry *cell);      // without its texts; NULL for Esc
// The cells of a report that have been filled in, each with its figure.
void choose_cell(struct app *app, const struct report_key *report, choose_cell_fn *answer, void *ctx);

#endif
