// SPDX-License-Identifier: MIT
// Publishing for readers: linked by the desk program only.
#ifndef DB_PUBLISH_H
#define DB_PUBLISH_H

#include <stdint.h>

#include "core/err.h"
#include "core/store.h"

// FROM as FOLDER/NAME, made at NOW: accepted figures only; no change lines, no names of people, nothing that was said among clerk
// and reviewer. What stands there is replaced whole or not at all. Desks wait as long as the file is copied, not while it is
// stripped. ERR_REFUSED when FOLDER/NAME is there and no snapshot.
must_check enum err db_publish(struct store *from, const char *folder, const char *name, int64_t now);
int db_written(const struct store *store);               // rows that this connection has changed since it was opened

#endif
