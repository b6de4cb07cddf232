// SPDX-License-Identifier: MIT
// Writing: one action, one transaction, one op with its change lines. Only the desk program links it, and only cli/,
// core/intake and db/write_* include it.
//
// begin ... put ... commit. Any failure between leaves the transaction to ledger_rollback; nothing of it stays.
#ifndef CORE_LEDGER_H
#define CORE_LEDGER_H

#include <stdint.h>

#include "core/entry.h"
#include "core/err.h"
#include "core/plan.h"
#include "core/store.h"

struct bulletin;
struct correction;
struct explanation;
struct operator;
struct report;

struct ledger_op {
	uint8_t uid[16];             // random, made by the roof before BEGIN; settles an unclear COMMIT
	int64_t now;                 // seconds since 1970 UTC; stored as max(now, last at)
	const char *who, *org;       // name and code of unit or department, as of now
	const char *action;          // id in core/action.def
	const char *why;             // "" when none
	int64_t undoes;              // op.seq it takes back; 0 none
};

// BEGIN IMMEDIATE. ERR_BUSY after the patience of the store, ERR_READONLY, ERR_IO.
must_check enum err ledger_begin(struct store *store, const struct ledger_op *op);
// AFTER replaces the cell's row; SAW is the change the writer last saw of it (0: none was there). ERR_CONFLICT when the
// cell has moved on (nothing is written). A row equal to the present one writes no line.
must_check enum err ledger_put_entry(struct store *store, const struct plan *plan, const struct entry *after, int64_t saw);
// What a stage element says at a period: its entry (the percent, or CLEARED without one) and its stage row, whose keys are
// those of ENTRY. SAW_* are the changes last seen of the two (0: none). ERR_CONFLICT when either has moved on.
must_check enum err ledger_put_stage(struct store *store, const struct plan *plan, const struct entry *entry,
	const struct stage *stage, int64_t saw_entry, int64_t saw_stage);
// A node of (element, unit, no); a name of "" takes it away. ERR_CONFLICT as above.
must_check enum err ledger_put_node(struct store *store, const struct plan *plan, const struct node *node, int64_t saw);
// A baseline or target that is keyed in at a desk, form PLAN_FORM_NONE taking the row away; text and doc are never NULL.
must_check enum err ledger_put_target(struct store *store, const struct plan *plan, const struct plan_target *after, int64_t saw);
// What is kept of a report, an explanation (text "" takes it away), a correction (id 0: a new one, its id in *ID, which may be
// NULL), an operator (by account). ERR_CONFLICT as above.
must_check enum err ledger_put_report(struct store *store, const struct plan *plan, const struct report *after, int64_t saw);
must_check enum err ledger_put_explanation(struct store *store, const struct plan *plan, const struct explanation *after, int64_t saw);
must_check enum err ledger_put_correction(struct store *store, const struct plan *plan, const struct correction *after, int64_t saw,
	int64_t *id);
must_check enum err ledger_put_operator(struct store *store, const struct plan *plan, const struct operator *after, int64_t saw);
// An issued bulletin, numbered: kept as it is. ERR_CONFLICT when the file has moved on since it was made. The next number of YEAR.
must_check enum err ledger_put_bulletin(struct store *store, const struct plan *plan, const struct bulletin *bulletin);
must_check enum err ledger_next_bulletin(struct store *store, int year, int *no);
// The number that the next line will have: what a report accepts ends with its own line.
int64_t ledger_next_change(const struct store *store);
// Take the row (any of the above) back to what it was before the given change line (its prev; "no row" when
// there was none). For undo: lines of one op newest first, since a stage rests on its entry. ERR_CONFLICT unless the row reads
// as that line left it (a later undo may have brought it back to that).
must_check enum err ledger_restore(struct store *store, const struct plan *plan, int64_t change);
// ERR_CONFLICT when the plan of the file is no longer the one that SEEN was read from: what a person has agreed to is the
// difference from that one.
must_check enum err ledger_plan_stands(struct store *store, const struct plan *seen);
// Replace the plan by another (retire what has entries and is gone); plan rows are change lines too.
must_check enum err ledger_put_plan(struct store *store, const struct plan *plan);
// *SEQ the op's number; 0 when no line was written (then nothing is committed and that is ERR_OK).
// An error reported by COMMIT is settled by looking up uid: ERR_OK when it is there.
must_check enum err ledger_commit(struct store *store, int64_t *seq);
void ledger_rollback(struct store *store);

#endif
