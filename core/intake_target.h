// SPDX-License-Identifier: MIT
// Typed text to a baseline or target of an indicator, a unit and a year: the one way in for those that a desk keys in. The
// plan file's own are its business; here they are refused.
//
// intake_target_read decides from the plan, what stands and the text; a refusal is a sentence and costs nothing.
#ifndef CORE_INTAKE_TARGET_H
#define CORE_INTAKE_TARGET_H

#include "core/intake.h"

struct intake_target {
	int indicator, unit;
	enum plan_target_kind kind;
	int year;
	const char *text;                 // as typed: 40, 50以上, 5..8 or 5~8, +100; "" takes it away
	const char *doc;                  // NULL: the present one's
	struct maybe baseline;            // of the unit, where none is keyed in (its own figure of the base year)
};
struct intake_target_result {
	enum intake_verdict verdict;
	struct plan_target after;         // of WRITE; form PLAN_FORM_NONE takes it away
	int64_t saw;
	bool needs_doc;                   // of REFUSED: only the document number is missing
	char doc[1001];                   // what after.doc points to
	char why[512];                    // of REFUSED: what, where, what to do
};
// PRESENT: as it stands (form PLAN_FORM_NONE, change 0: none). OUT must not move: after.doc points into it.
void intake_target_read(const struct plan *plan, const struct intake_target *ask, const struct plan_target *present,
	struct intake_target_result *out);
// Writes a WRITE as one op.
must_check enum err intake_target_save(struct store *store, const struct plan *plan, const struct ledger_op *op,
	const struct intake_target_result *result, int64_t *seq);

#endif
