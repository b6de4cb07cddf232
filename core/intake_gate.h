// SPDX-License-Identifier: MIT
// May a cell be changed, seen from its report? Within ledger_begin only: intake's savers and undo ask it before they write.
#ifndef CORE_INTAKE_GATE_H
#define CORE_INTAKE_GATE_H

#include "core/ledger.h"
#include "core/report.h"

struct intake_gate { bool read; struct report report; };          // {0} at first; remembers the last report
// ERR_REFUSED with the sentence while it is submitted, locked, or this figure accepted. Of what stands at PRESENT keys, kind and
// change are looked at. An accepted report in which something owed is supplied is open again.
must_check enum err intake_gate_pass(struct store *store, const struct plan *plan, struct intake_gate *gate,
	const struct entry *present);

#endif
