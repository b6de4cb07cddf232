// SPDX-License-Identifier: MIT
// An entry: what has been said about one cell, element x unit x period.
#ifndef CORE_ENTRY_H
#define CORE_ENTRY_H

#include <stdbool.h>
#include <stdint.h>

#include "core/num.h"

enum entry_kind { ENTRY_CLEARED, ENTRY_VALUE, ENTRY_NOT_REPORTED, ENTRY_NOT_APPLICABLE };   // stored 0..3

struct entry {
	int element, unit;           // plan indices
	int period;                  // yyyymm
	enum entry_kind kind;
	int64_t figure;              // of ENTRY_VALUE; for a stage element the percent (only when has_percent of the stage)
	enum num_qualifier qualifier;
	bool final;                  // 核定数, else 初步数
	bool copied;                 // taken over from the last period, to be confirmed (同上期,待确认)
	bool accepted;               // by its report, or a sourced entry of the root or a comparison unit
	int promised;                // of NOT_REPORTED: yyyymmdd it will come, 0 unsaid
	const char *note, *doc;      // "" when none, never NULL; borrowed
	int64_t change;              // the line that made it so; 0 there is no entry. The revision a second desk must name
};

enum stage_kind { STAGE_NOT_STARTED, STAGE_UNDER_WAY, STAGE_DONE };
struct stage {                       // what a stage element adds to its entry
	int element, unit, period;
	enum stage_kind stage;
	const char *progress, *problem, *next;
	int64_t change;
};
struct node {                        // of an element and unit, not of a period
	int element, unit, no;
	const char *name, *doc;
	int planned, done;           // yyyymm, 0 unsaid
	int64_t change;
};

#endif
