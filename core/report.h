// SPDX-License-Identifier: MIT
// A report: what one owner answers for in one period, and where it stands (product.md "report"). The owner is a unit for the
// elements it keys itself (dept 0), or a department for all its elements over all units (unit = the plan's root).
//
// A report without a row is being filled. Entries whose change line is not after `upto` are accepted; they alter by a
// correction only. What was still owed then (空 not due yet, 未报) may be supplied later: keying it reopens the report to be
// filled, and what was accepted stays accepted. A clerk submits and withdraws the own report, a reviewer returns and accepts, a
// planner does all of it and extends, locks and unlocks. Roles and steps are bookkeeping among colleagues, not a lock.
#ifndef CORE_REPORT_H
#define CORE_REPORT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/entry.h"
#include "core/plan.h"

enum report_state { REPORT_FILLING, REPORT_SUBMITTED, REPORT_RETURNED, REPORT_ACCEPTED, REPORT_LOCKED, REPORT_STATES };  // stored 0..4
enum report_step { REPORT_SUBMIT, REPORT_WITHDRAW, REPORT_RETURN, REPORT_ACCEPT, REPORT_LOCK, REPORT_UNLOCK, REPORT_EXTEND,
	REPORT_STEPS };
enum report_role { REPORT_CLERK, REPORT_REVIEWER, REPORT_PLANNER, REPORT_READER };    // operator.role, stored 0..3

struct report_key { int period, dept, unit; };      // yyyymm; plan indices
struct report {
	struct report_key key;
	enum report_state state;
	int due;                                     // yyyymmdd, moved by an extension; 0: as the plan has it
	int64_t first_submitted, submitted, returned, accepted, locked;   // seconds since 1970 UTC; 0 never
	const char *sentence;                        // why it was returned; "" none. Borrowed
	int64_t upto;                                // the newest line that is accepted; 0 none
	int64_t change;                              // 0: no row
};
// A correction (数据订正) of an accepted figure: what was read, what it shall be, and why. Until the bureau accepts it readers see
// the old figure.
enum correction_state { CORRECTION_PROPOSED, CORRECTION_ACCEPTED, CORRECTION_REFUSED };          // stored 0..2
struct correction {
	int64_t id;                                  // 0: not yet stored
	int element, unit, period;
	int64_t about;                               // entry.change of the old figure
	enum entry_kind old_kind;                    // of that line, read with it
	int64_t old, figure;
	const char *reason, *doc;                    // borrowed
	enum correction_state state;
	int64_t change;
};
struct operator {
	const char *account, *name;                  // borrowed
	int dept, unit;                              // plan indices; dept 0: of the unit itself
	enum report_role role;
	int64_t change;                              // 0: not known yet
};

// Whose report the cell is due in.
struct report_key report_of_cell(const struct plan *plan, int element, int unit, int period);
// Is anything at all asked of this owner in this period?
bool report_asked(const struct plan *plan, const struct report_key *key);
// Owners of which something is asked, units in official order, then departments. OUT: room for units_len + depts_len. How many.
int report_owners(const struct plan *plan, int period, struct report_key *out);
// The day an element is due in a period (10天后, 次年4月底), yyyymmdd; of the plan, without extension.
int report_element_due(const struct plan *plan, int element, int period);
// What a submission on day TODAY must hold: elements due at or before the day given back, the first day on which something is due
// that is not past, else the last. An extension moves it.
int report_due(const struct plan *plan, const struct report *report, int today);
// Is the entry accepted by this report? (Sourced figures of the root and of comparison units need none.)
bool report_accepts(const struct report *report, const struct entry *entry);
// May a cell be keyed: false, and the sentence why not and what to do (已上报,退回后才能改).
bool report_open(const struct plan *plan, const struct report *report, const struct entry *present, char *why, size_t cap);
// May this operator take this step from this state? false, and the sentence.
bool report_may(const struct plan *plan, const struct report *report, enum report_step step, const struct operator *who,
	char *why, size_t cap);
// The report after a step that may be taken. AT seconds, LINE the number of the line that it will have.
struct report_taken { int64_t at, line; const char *why; int due; };
void report_take(struct report *report, enum report_step step, const struct report_taken *how);
// The unit's name, or the department's.
const char *report_owner_name(const struct plan *plan, const struct report_key *key);
// English; translate with _(). A state's is also its word for scripts.
const char *report_state_name(enum report_state state);
const char *report_role_name(enum report_role role);

#endif
