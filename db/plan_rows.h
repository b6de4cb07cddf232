// SPDX-License-Identifier: MIT
// The plan's tables as rows of change lines: their numbers (k1 of what 10) and how a row reads in canonical text. Shared by
// the writing of a plan and by verify.
#ifndef DB_PLAN_ROWS_H
#define DB_PLAN_ROWS_H

#include "db/base.h"

struct plan_rows {
	const char *name;
	const char *row;        // column 0 change, then the row of :id, its columns in the order of the canonical text
	const char *all;        // every id, ascending; the department 0 is nobody's row
};
extern const struct plan_rows plan_rows[TABLES];        // [0] is empty
// Newest change of the plan's head (each plan applied is a new one) and of its targets, which a desk may key in; FROM plan.
#define PLAN_REVISION "max(change, coalesce((SELECT max(change) FROM target), 0))"
// A target by the keys of its lines: :indicator, :unit, :kind_year = kind * 10000 + year.
extern const char plan_rows_target[];

// One row as it stands: its change from column 0 of SQL, its text from the others, NULL left out. *FOUND false: there is none.
struct plan_row { const char *sql; const int64_t *keys; int keys_len; };
must_check enum err plan_rows_read(struct store *store, const struct plan_row *row, struct change_text *text, int64_t *change,
	bool *found);

#endif
