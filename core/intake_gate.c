// SPDX-License-Identifier: MIT
// Whether the report that a cell belongs to can still be changed. Asked inside the transaction that writes, so that a submission
// of another desk cannot slip in between; one seek a report, not a cell.
#include "core/intake_gate.h"

#include "core/i18n.h"

static bool is_same(const struct report_key *a, const struct report_key *b)
{
	return a->period == b->period && a->dept == b->dept && a->unit == b->unit;
}

static enum err reopen(struct store *store, const struct plan *plan, struct intake_gate *gate)
{
	struct report after = gate->report;
	after.state = REPORT_FILLING;
	after.sentence = "";
	int64_t change = ledger_next_change(store);
	enum err err = ledger_put_report(store, plan, &after, gate->report.change);
	gate->report = after;
	gate->report.change = change;
	return err;
}

enum err intake_gate_pass(struct store *store, const struct plan *plan, struct intake_gate *gate, const struct entry *present)
{
	struct report_key key = report_of_cell(plan, present->element, present->unit, present->period);
	char why[512];
	enum err err = ERR_OK;
	if (!plan_element_applies(plan, present->element, present->unit))      // published figures are nobody's report
		return ERR_OK;
	if (!gate->read || !is_same(&key, &gate->report.key)) {
		gate->report.key = key;
		err = store_get_report(store, plan, &gate->report);
		gate->read = err == ERR_OK;
	}
	if (err == ERR_OK && !report_open(plan, &gate->report, present, why, sizeof why))
		return err_set(ERR_REFUSED, "%s", why);
	if (err == ERR_OK && gate->report.state == REPORT_ACCEPTED)
		err = reopen(store, plan, gate);
	return err;
}
