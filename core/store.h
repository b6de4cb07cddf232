// SPDX-License-Identifier: MIT
// Reading: what core, screens and formats may ask of a file. db/ implements it; both programs link it.
//
// All functions give plan indices, so they take the plan that store_read_plan returned. A callback that returns an
// error ends the walk with it. Text handed to a callback is borrowed until it returns.
#ifndef CORE_STORE_H
#define CORE_STORE_H

#include <stdint.h>

#include "core/entry.h"
#include "core/err.h"
#include "core/plan.h"

struct store;

// One consistent view: everything read between begin and end stems from one commit. A view inside another is that one.
must_check enum err store_begin(struct store *store);
void store_end(struct store *store);

must_check enum err store_read_plan(struct store *store, struct plan **out);      // owned by the caller, sealed
// The targets of PLAN as they stand now (those whose indicator or unit it does not know are left out).
must_check enum err store_read_targets(struct store *store, struct plan *plan);
// The row with the key of *OUT (indicator, unit, kind, year), filled in; change 0 when there is none. Text as of
// store_get_entry.
must_check enum err store_get_target(struct store *store, const struct plan *plan, struct plan_target *out);

typedef enum err store_entry_fn(const struct entry *entry, void *ctx);
// All units of one element at one period, ascending unit id.
must_check enum err store_each_entry(struct store *store, const struct plan *plan, int element, int period,
	store_entry_fn *fn, void *ctx);
// The same without promised, note, doc and change (0 and ""): all that a roll-up adds, at half the price.
// BARE: without qualifier and final too (EXACT, false).
must_check enum err store_each_figure(struct store *store, const struct plan *plan, int element, int period, bool bare,
	store_entry_fn *fn, void *ctx);
// Every entry of the file: element, period, unit order (export, verify).
must_check enum err store_every_entry(struct store *store, const struct plan *plan, store_entry_fn *fn, void *ctx);
// One cell; entry->change == 0 when there is none. Text is kept by the store until the next store_get_*.
must_check enum err store_get_entry(struct store *store, const struct plan *plan, int element, int unit, int period,
	struct entry *out);
// Newest period <= PERIOD at which the element has any entry; *OUT 0 when none. A seek.
must_check enum err store_newest_period(struct store *store, const struct plan *plan, int element, int period, int *out);

typedef enum err store_stage_fn(const struct stage *stage, void *ctx);
must_check enum err store_each_stage(struct store *store, const struct plan *plan, int element, int period,
	store_stage_fn *fn, void *ctx);
typedef enum err store_node_fn(const struct node *node, void *ctx);
must_check enum err store_each_node(struct store *store, const struct plan *plan, int element, store_node_fn *fn, void *ctx);

struct store_op { int64_t seq, at, undoes, first, last; const char *who, *org, *action, *why; const uint8_t *hash; };
struct store_change { int64_t seq, op, prev; int what; int64_t k1, k2, k3; const char *text; };   // text: core/change canonical
typedef enum err store_change_fn(const struct store_op *op, const struct store_change *change, void *ctx);
// Newest first, at most LIMIT lines (0: all).
must_check enum err store_each_change(struct store *store, int limit, store_change_fn *fn, void *ctx);
// The lines of one cell, newest first (walks prev).
must_check enum err store_cell_life(struct store *store, int64_t change, store_change_fn *fn, void *ctx);
// The newest op; seq 0 when there is none. hash is the check code's source. Borrowed until the next call.
must_check enum err store_last_op(struct store *store, struct store_op *out);

// Grows whenever another connection has committed; cheap. Our own commits do not move it.
must_check enum err store_data_version(struct store *store, int64_t *out);

#endif
