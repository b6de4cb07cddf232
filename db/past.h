// SPDX-License-Identifier: MIT
// The file as it was known at the end of a past day. Linked by the desk program only, though it writes nothing into the file: what
// has changed since then is undone in tables of the connection, by the same statements that write rows.
#ifndef DB_PAST_H
#define DB_PAST_H

#include "core/store.h"
#include "db/db.h"

// A store for reading beside the one at hand: figures, targets, reports, what was said of them and the log are those of the actions
// not after UNTIL (seconds since 1970); the plan's text and tree are as now. ERR_REFUSED: nothing was known yet. db_close it.
// The price is that of what has changed since; while others go on saving it is paid again at the next view.
must_check enum err db_open_past(const char *path, const struct db_options *options, int64_t until, struct store **out);

#endif
