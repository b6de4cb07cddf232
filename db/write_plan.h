// SPDX-License-Identifier: MIT
// What write_plan.c (rows that are there), write_plan_rows.c (the tables) and write_plan_gone.c (rows that went away) share.
#ifndef DB_WRITE_PLAN_H
#define DB_WRITE_PLAN_H

#include "db/plan_rows.h"
#include "db/write.h"

struct plan_ids { int64_t *of; int len; };              // by plan index
struct plan_writer {
	struct store *store;
	const struct plan *plan;
	struct plan_ids ids[TABLES];           // the numbers the plan's rows have in the file
	struct change_text text, before;
};

// One table of the plan. In the order in which rows are numbered and written.
struct plan_writing {
	enum plan_table table;
	size_t len;                                                  // place of the array's length in struct plan
	const char *find;                                            // the number by code (and level)
	const char *upsert;                                          // parameters 1 id, 2 change, then as bound
	const char *(*code)(const struct plan *plan, int i);
	void (*bind)(const struct plan_writer *w, sqlite3_stmt *stmt, int i);
	enum err (*lists)(const struct plan_writer *w, int i);       // rows that belong to this one; NULL
};
#define PLAN_WRITINGS 7
extern const struct plan_writing plan_writings[PLAN_WRITINGS];
extern const struct plan_writing plan_writing_head;     // of its one row

// One row: STMT writes it and has all its parameters bound but its change.
struct plan_change {
	struct ledger_key key;
	struct plan_row row;                                    // reads it back
	sqlite3_stmt *stmt;
	int change_at;                                          // which parameter the change is
	enum err (*lists)(const struct plan_writer *w, int i);  // writes the rows that belong to plan index I; NULL
	int i;
};
// Write it; where it then reads otherwise than before, with a line.
must_check enum err plan_write_change(struct plan_writer *w, const struct plan_change *change);
must_check enum err plan_write_targets(struct plan_writer *w);
// The statement that writes TARGET with the KEYS of its line, all bound but its change.
#define TARGET_CHANGE_AT 11
must_check enum err target_bound(struct store *store, const struct plan_target *target, const int64_t keys[3], sqlite3_stmt **out);
// Rows of the file that PLAN does not have: retired where something was ever entered for them, else taken away.
// Comes last: it sorts w->ids.
must_check enum err plan_write_gone(struct plan_writer *w);

#endif
