// SPDX-License-Identifier: MIT
// What read_plan.c (the reading) and read_plan_rows.c (the tables) share.
#ifndef DB_READ_PLAN_H
#define DB_READ_PLAN_H

#include "core/id_map.h"
#include "db/plan_rows.h"

enum plan_map { MAP_DEPT, MAP_UNIT, MAP_OUTLINE, MAP_ELEMENT, MAP_INDICATOR, MAP_PLACE, MAPS };

struct plan_reader {
	struct store *store;
	struct plan *plan;
	sqlite3_stmt *stmt;                // the row at hand
	struct id_map maps[MAPS];
	int64_t *named; int named_len, named_cap;  // rows that the rows of the table at hand name by number, 0 none
	enum err err;                      // the first thing that failed
};

struct plan_reading {
	const char *sql;
	void (*read)(struct plan_reader *r, int row);
	void (*link)(struct plan_reader *r, int row);    // once all rows are there; NULL nothing
	size_t array, len, size;        // places in struct plan; size 0: the rows fill no array of their own
	enum plan_map map;              // column 0 is the number that others refer to; MAPS: nobody does
};
// In the order in which they are read; the last is the plan's head.
#define PLAN_READINGS 12
extern const struct plan_reading plan_readings[PLAN_READINGS];

// ARRAY with room for more, the new places zero; *CAP its places. Where there is no memory it stays, and reader->err tells.
void *plan_grown(struct plan_reader *r, void *array, int *cap, size_t size);

#endif
