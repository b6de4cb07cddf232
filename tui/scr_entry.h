// SPDX-License-Identifier: MIT
// S3, keying in: one unit's form of a period, or (F6) one element over all units, or (F6 again) over units and years: the
// backfill of what was before. Each cell saves itself.
#ifndef TUI_SCR_ENTRY_H
#define TUI_SCR_ENTRY_H

#include "tui/screen.h"

struct scr_entry_arg {
	int unit;            // whose form
	int element;         // focused cell; PLAN_NONE: the first empty one
	bool turned;         // open with the element over all units
	bool by_years;       // the same, and over the years
};
extern const struct screen_ops scr_entry;

#endif
