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
// The same without promised, note, doc and copied (0 and ""), change only where it is needed to tell what is accepted (else 0):
// all that a roll-up adds, at half the price.
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

// One report, by the key of *OUT: state filling and change 0 when there is no row. Text valid until the next one.
struct report;
must_check enum err store_get_report(struct store *store, const struct plan *plan, struct report *out);
typedef enum err store_report_fn(const struct report *report, void *ctx);
// Those that have a row, department, unit order; PERIOD 0: of every period, oldest first.
must_check enum err store_each_report(struct store *store, const struct plan *plan, int period, store_report_fn *fn, void *ctx);
struct explanation;
typedef enum err store_explanation_fn(const struct explanation *explanation, void *ctx);
// Of a period and unit (PLAN_NONE: all units), also those whose figure has moved on.
must_check enum err store_each_explanation(struct store *store, const struct plan *plan, int period, int unit,
	store_explanation_fn *fn, void *ctx);
// Of CELL (its element, unit, period), those that wait for a decision, or every one (CELL NULL); oldest first.
struct correction;
enum store_corrections { STORE_OF_CELL, STORE_PENDING, STORE_ALL };
typedef enum err store_correction_fn(const struct correction *correction, void *ctx);
must_check enum err store_each_correction(struct store *store, const struct plan *plan, enum store_corrections which,
	const struct entry *cell, store_correction_fn *fn, void *ctx);
// By the account in *OUT; change 0 when nobody has told us yet. Text as of store_get_entry.
struct operator;
must_check enum err store_get_operator(struct store *store, const struct plan *plan, struct operator *out);
typedef enum err store_operator_fn(const struct operator *who, void *ctx);
must_check enum err store_each_operator(struct store *store, const struct plan *plan, store_operator_fn *fn, void *ctx);

// Issued bulletins, oldest first, without their lines; BODY as bulletin_take_body reads it.
struct bulletin;
typedef enum err store_bulletin_fn(const struct bulletin *bulletin, const char *body, void *ctx);
must_check enum err store_each_bulletin(struct store *store, store_bulletin_fn *fn, void *ctx);

struct store_op { int64_t seq, at, undoes, first, last; const char *who, *org, *action, *why; const uint8_t *hash; };
struct store_change { int64_t seq, op, prev; int what; int64_t k1, k2, k3; const char *text; };   // text: core/change canonical
typedef enum err store_change_fn(const struct store_op *op, const struct store_change *change, void *ctx);
// Newest first, at most LIMIT lines (0: all).
must_check enum err store_each_change(struct store *store, int limit, store_change_fn *fn, void *ctx);
// The lines of one cell, newest first (walks prev).
must_check enum err store_cell_life(struct store *store, int64_t change, store_change_fn *fn, void *ctx);
// The newest op; seq 0 when there is none. hash is the check code's source. Borrowed until the next call.
must_check enum err store_last_op(struct store *store, struct store_op *out);

// When the snapshot at hand was published, seconds since 1970 UTC; 0: the file itself. Moves with store_data_version.
int64_t store_published(const struct store *store);
// Grows whenever another connection has committed; cheap. Our own commits do not move it.
// Of a snapshot: when a later one was taken up.
must_check enum err store_data_version(struct store *store, int64_t *out);

#endif
