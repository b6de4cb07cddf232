// SPDX-License-Identifier: MIT
// Typed text to an entry: the one way in for the grid, `set`, import and paste (product.md "Rules of entry").
//
// intake_read decides from plan, present entry and text alone; intake_save writes what it decided, in one op. A refusal is
// a sentence and costs nothing.
#ifndef CORE_INTAKE_H
#define CORE_INTAKE_H

#include "core/entry.h"
#include "core/ledger.h"
#include "core/num.h"
#include "core/plan.h"
#include "core/store.h"

#define INTAKE_DOC_BYTES 1000             // of a document number, as the file's own CHECK has it

struct intake_cell {                      // what is asked to be written
	int element, unit, period;
	const char *text;                 // as typed, or "" with kind NOT_REPORTED / NOT_APPLICABLE set by F4
	enum entry_kind kind;             // ENTRY_VALUE: read TEXT; others as chosen
	bool set_qualifier; enum num_qualifier qualifier;
	bool set_final, final;
	int promised;                     // of NOT_REPORTED
	bool copied;                      // of VALUE: taken over from the last period, to be confirmed
	const char *note, *doc;           // NULL: keep the present one
};
enum intake_verdict { INTAKE_NOTHING, INTAKE_WRITE, INTAKE_REFUSED };   // nothing: 空 on 空, or equal to what stands
struct intake_result {
	enum intake_verdict verdict;
	struct entry after;               // of WRITE; note and doc borrowed from the request or the present entry
	int64_t saw;                      // revision it rests on
	enum entry_kind before;           // what stood there
	char reading[2][NUM_TEXT];        // of a number that can be read two ways
	char why[512];                    // of REFUSED: what, where, what to do
};
// PRESENT as store_get_entry gave it (change 0: none). Refuses: a number that does not hold, decimals, range, an element not
// asked of the unit or in this period, a unit not valid then, a period before the base year or after its end + 1 year or not
// yet begun (TODAY), control characters or too long text, 不适用 without a reason.
void intake_read(const struct plan *plan, const struct intake_cell *cell, const struct entry *present, int today,
	struct intake_result *out);
// Writes the results whose verdict is WRITE, as one op; *SEQ 0 when there was nothing. ERR_CONFLICT, ERR_BUSY ...
must_check enum err intake_save(struct store *store, const struct plan *plan, const struct ledger_op *op,
	const struct intake_result *results, int len, int64_t *seq);

#endif
