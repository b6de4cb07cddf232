// SPDX-License-Identifier: MIT
// A small plan built by hand, and a file with it: the storage tests shall not fail for a mistake of the plan file's reader.
#ifndef TESTS_STORAGE_FIXTURE_H
#define TESTS_STORAGE_FIXTURE_H

#include "core/ledger.h"
#include "core/plan.h"
#include "core/store.h"
#include "db/db.h"
#include "db/db_write.h"

// Plan indices of the fixture's rows.
enum { FIX_CITY, FIX_PROVINCE, FIX_WD, FIX_JA, FIX_OLD };                      // units
enum { FIX_FIRMS, FIX_VA, FIX_ALL, FIX_PUBLISHED, FIX_STAGE };                 // elements: owner unit, tjj, tjj, unit, unit
enum { FIX_SHARE, FIX_COUNT, FIX_ABOVE, FIX_PROJECT };                         // indicators

struct plan *fixture_plan(void);                          // ids 0, sealed, owned
// The same with COUNT units below the city (instead of three) for larger files.
struct plan *fixture_plan_of(int units);

// An own folder under the system's temporary one, removed with all in it by fixture_folder_done.
const char *fixture_folder(void);
const char *fixture_path(const char *name);               // FOLDER/name; four at a time stay valid
void fixture_folder_done(void);

#define fixture_ok(call) fixture_check((call), #call, __FILE__, __LINE__)
void fixture_check(enum err err, const char *call, const char *file, int line);

struct ledger_op fixture_op(const char *action);          // another uid each time, at a fixed time that goes on
// A new file NAME with the fixture's plan, open for writing; its plan as read back in *PLAN (owned).
struct store *fixture_store(const char *name, struct plan **plan);
// The same under a name of its own; and its end: its chain is verified before it is closed.
struct store *fixture_store_new(struct plan **plan);
void fixture_store_done(struct store *store, struct plan *plan);
// The same with FIX_FIRMS of three years. 旧区 was closed in 2022: 2021 is a sum of three, 2022 misses two, 2023 is a sum of two.
struct store *fixture_store_of_years(struct plan **plan);
int64_t fixture_lines(struct store *store);               // change lines so far
struct store *fixture_open(const char *path, enum db_mode mode);
struct entry fixture_entry(int element, int unit, int period, int64_t figure);
// One op with one entry. ERR_OK and the line it became, or what it failed with.
enum err fixture_save(struct store *store, const struct plan *plan, const struct entry *entry, int64_t saw, int64_t *change);
void fixture_copy(const char *from, const char *to);

#endif
